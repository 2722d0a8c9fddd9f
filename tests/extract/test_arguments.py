"""To whom it is done where the parser has them in a clause or takes them for a time."""

from __future__ import annotations

import pytest

from discrepancy.extract.statuses import extract_statuses
from discrepancy.model import Phrase
from tests.reading import read


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        pytest.param("The jury did not find Lena Orth guilty.", "verdict:not convicted", id="small-clause"),
        pytest.param("The jury acquitted Dana Pell.", "verdict:acquitted", id="taken-for-a-time"),
    ],
)
def test_the_person_is_told(text: str, normal: str) -> None:
    (lemmas,) = (
        mention.value.lemmas
        for mention in extract_statuses(read(text))
        if isinstance(mention.value, Phrase) and mention.value.normal == normal
    )
    assert {"orth", "pell"} & {*lemmas}


def test_a_day_is_no_person() -> None:
    (mention,) = extract_statuses(read("The jury acquitted Monday."))
    assert isinstance(mention.value, Phrase)
    assert "monday" not in mention.value.lemmas
