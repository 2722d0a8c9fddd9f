"""Dates of how long and as of when."""

from __future__ import annotations

import pytest

from discrepancy.align.stretches import Spans, is_stretch
from discrepancy.model import Claim, Kind
from tests.align.stories import claims_of


def dates(text: str) -> list[Claim]:
    return [claim for claim in claims_of({"Wire": text}) if claim.mention.kind is Kind.DATE]


# The stories are published on Tuesday, 6 May 2031.
@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        pytest.param("No arrests had been made by late Sunday.", True, id="by"),
        pytest.param("As of Monday, 212 houses had been inspected.", True, id="as-of"),
        pytest.param("The storm raged throughout Sunday.", True, id="throughout"),
        pytest.param("The hills were in fog all Sunday.", True, id="all"),
        pytest.param("The shop was shut for most of Sunday.", True, id="most-of"),
        pytest.param("On Sunday the count of damaged houses stood at 260.", True, id="stood-at"),
        pytest.param("The bridge is to be finished by 30 May.", False, id="deadline"),
        pytest.param("The ban holds as of 1 June 2031.", False, id="as-of-a-day-to-come"),
        pytest.param("The bridge fell on Sunday.", False, id="on"),
    ],
)
def test_is_stretch(text: str, stretch: bool) -> None:
    [date] = dates(text)
    assert is_stretch(date) is stretch


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param("They strike from Thursday to Saturday. Rain is due on Friday.", True, id="from-to"),
        pytest.param(
            "The fair is on 13-15 June. It opens on 13 June. Rain is due on 14 June.", True, id="one-date"
        ),
        pytest.param("They strike from 8 May to 10 May. Rain is due on 12 May.", False, id="outside"),
        pytest.param("They strike on 8 May and 10 May. Rain is due on 9 May.", False, id="two-days"),
        pytest.param("They strike from 8 May to 10 May. Rain fell at 6.20 a.m. on 9 May.", False, id="hours"),
    ],
)
def test_spans(text: str, held: bool) -> None:
    found = dates(text)
    assert Spans(found).hold(found[-2], found[-1]) is held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param("They were let between 1994 and 2003. One was let in 1997.", True, id="within"),
        pytest.param(
            "They were stolen from May to July 2030. One was stolen in June 2030.", True, id="month"
        ),
        pytest.param("The strikes of 1994-2003 were long. The longest was in 1997.", True, id="dash"),
        pytest.param(
            "It was shut from 8.15 a.m. to 11.15 a.m. on Monday. A bus passed at 9.15 a.m. on Monday.",
            True,
            id="hours-within",
        ),
        pytest.param(
            "It was shut from 8.15 a.m. to 9.15 a.m. on Monday. A bus passed at 11.15 a.m. on Monday.",
            False,
            id="hours-outside",
        ),
        pytest.param("The dam was built from 1924 to 1929. It broke in 2021.", False, id="outside"),
        pytest.param(
            "It was leased from 2011 to 2030. It stood shut from 2016 to 2020.", False, id="end-of-another"
        ),
        pytest.param("It was leased from 2011 to 2030. It has stood shut since 2016.", False, id="since"),
    ],
)
def test_a_stretch_holds_a_date_as_fine_as_its_ends(text: str, held: bool) -> None:
    found = dates(text)
    assert Spans(found).hold(found[0], found[-1]) is held
    assert Spans(found).hold(found[-1], found[0]) is held
