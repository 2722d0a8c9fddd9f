"""Which words of a sentence make a predicate."""

from __future__ import annotations

import pytest

from discrepancy.extract.statuses import extract_statuses
from tests.reading import read


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        pytest.param("There was no alarm at the depot.", "function:failed", id="be-no"),
        pytest.param("There will be no inquiry.", "investigation:not investigating", id="will-be-no"),
        pytest.param("There is no trace of the statue.", "search:missing", id="no-trace"),
        pytest.param("There was no permit for the parade.", "approval:rejected", id="no-permit"),
    ],
)
def test_no_before_a_noun(text: str, normal: str) -> None:
    assert normal in {mention.value.normal for mention in extract_statuses(read(text))}


def test_no_of_another_noun() -> None:
    found = extract_statuses(read("Ten mills had opened, and the guild said no more than four were busy."))
    assert not [mention for mention in found if mention.value.normal.startswith("approval")]
