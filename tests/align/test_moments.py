"""Times that head an entry of a live report."""

from __future__ import annotations

import pytest

from discrepancy.align.moments import is_stamp, may_be_neighbour
from discrepancy.model import Kind
from tests.align.stories import claims_of


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        pytest.param('9.00 am: Governor Vell: "We have 260 people on the ridge."', True, id="colon"),
        pytest.param("10.05 pm - Vell concedes\n\nMayor Vell has conceded.", True, id="hyphen"),
        pytest.param("10.05 pm \u2014 Vell concedes.", True, id="dash"),
        pytest.param("[9.18 pm] \u2013 The roof has fallen in.", True, id="brackets"),
        pytest.param("9.18 pm GMT: The roof has fallen in.", True, id="zone"),
        pytest.param("9.18 pm was when the roof fell in.", False, id="subject"),
        pytest.param("At 9.18 pm: nobody was left in the mill.", False, id="at"),
        pytest.param("The roof fell in at 9.18 pm \u2014 the worst hour.", False, id="within"),
    ],
)
def test_is_stamp(text: str, stamp: bool) -> None:
    found = [claim for claim in claims_of({"Blog": text}) if claim.mention.kind is Kind.DATE]
    assert is_stamp(found[0]) is stamp


@pytest.mark.parametrize(
    ("text", "other", "neighbour"),
    [
        pytest.param("The pier opens in nine days.", "The pier opens on 14 May.", True, id="counted"),
        pytest.param("The pier opens in nine days.", "The pier opens on 12 May.", False, id="two-days-off"),
        pytest.param("The pier closed yesterday.", "The pier closed on 4 May.", False, id="not-so-early"),
    ],
)
def test_may_be_neighbour(text: str, other: str, neighbour: bool) -> None:
    left, right = (
        next(c for c in claims_of({"Wire": t}) if c.mention.kind is Kind.DATE) for t in (text, other)
    )
    assert may_be_neighbour(left, right) is neighbour
