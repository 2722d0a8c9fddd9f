"""Dates that the text counts from another day contradict nothing."""

import pytest

from discrepancy.align.anchors import is_counted
from discrepancy.align.relations import relate
from discrepancy.model import Claim, Kind, Verdict
from tests.align.stories import claims_of


def dates(text: str) -> list[Claim]:
    return [claim for claim in claims_of({"Ledger": text}) if claim.mention.kind is Kind.DATE]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("The second ship is to follow ten months later.", True, id="later"),
        pytest.param("The alarm had been raised two days earlier.", True, id="earlier"),
        pytest.param("She left the following month.", True, id="following"),
        pytest.param("She leaves next month.", False, id="from the report"),
        pytest.param("She left two weeks ago.", False, id="ago"),
        pytest.param("She left on 4 May.", False, id="calendar"),
        pytest.param("She had found the letter on the Thursday.", True, id="the weekday of a story"),
        pytest.param("She found the letter on Thursday.", False, id="weekday of the report"),
        pytest.param("She leaves later this week.", False, id="later in a week of the report"),
    ],
)
def test_counted(text: str, counted: bool) -> None:
    (claim,) = dates(text)
    assert is_counted(claim) == counted


def test_what_is_counted_contradicts_nothing() -> None:
    (later,) = dates("The second ship is to be delivered ten months later.")
    (told,) = dates("The second ship is to be delivered in May 2029.")
    (other,) = dates("The second ship is to be delivered in July 2029.")
    assert relate(told, other, 0.5).verdict is Verdict.CONFLICT
    assert relate(later, told, 0.5).verdict is Verdict.COMPATIBLE
