"""Days that the words tell as changed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from discrepancy.align.shifts import Shifts, is_shifted
from discrepancy.model import Claim, Kind
from tests.align.stories import claims_of


def dates(texts: dict[str, str], later: dict[str, timedelta] | None = None) -> list[Claim]:
    return [claim for claim in claims_of(texts, later) if claim.mention.kind is Kind.DATE]


@pytest.mark.parametrize(
    ("text", "shifted"),
    [
        pytest.param("The vote was moved to 19 May.", True, id="moved-to"),
        pytest.param("The club pushed the start of the race back to 19 May.", True, id="words-between"),
        pytest.param("The operation might slip to 22 June.", True, id="slip-to"),
        pytest.param("The vote has been postponed until 19 May.", True, id="postponed"),
        pytest.param("The race had been due to start on 19 May.", True, id="had-been-due"),
        pytest.param("It was first planned for 19 May.", True, id="first-planned"),
        pytest.param("The vote is not on 12 June, instead of 19 May.", True, id="instead-of"),
        pytest.param("An inspection planned for March 2030 was put off.", True, id="planned-and-put-off"),
        pytest.param("The ferry was to have been delivered in November.", True, id="was-to-have-been"),
        pytest.param("The men were to have been heard on 19 May.", True, id="were-to-have"),
        pytest.param("The race should have been started on 19 May.", True, id="should-have"),
        pytest.param("Members should have their say on 19 May.", False, id="should-have-their-say"),
        pytest.param("The ferry is to be delivered in November.", False, id="is-to-be"),
        pytest.param("The ferry must have been delivered in November.", False, id="must-have-been"),
        pytest.param("It starts on 19 May, two days later than planned.", True, id="later-than-planned"),
        pytest.param("A week behind schedule, it will open on 24 May.", True, id="behind-schedule"),
        pytest.param("The hearing is on 19 May, sooner than first thought.", True, id="than-first-thought"),
        pytest.param("The bridge opened on 3 May, two days late.", True, id="days-late"),
        pytest.param(
            "The vote is on 21 May and not, as first announced, on 19 May.", True, id="not-as-announced"
        ),
        pytest.param("By the new timetable the bridge opens on 24 May.", True, id="new-timetable"),
        pytest.param("The trial now opens on 24 May.", True, id="now-opens"),
        pytest.param("A new day of strikes begins on 24 May.", False, id="new-day"),
        pytest.param("The bridge opens two days later, on 19 May.", False, id="later-than-what"),
        pytest.param("The storm came two days late on 3 May in a year.", False, id="late-on"),
        pytest.param("The race will start on 19 May.", False, id="plan"),
        pytest.param("The crack was first noted on 22 April.", False, id="first-noted"),
        pytest.param("He moved to Orsel on 3 May.", False, id="moved-to-a-town"),
    ],
)
def test_is_shifted(text: str, shifted: bool) -> None:
    assert is_shifted(dates({"Wire": text})[-1]) is shifted


OLD = "The race starts on 14 June."
NEW = "The race starts on 21 June."


@pytest.mark.parametrize(
    ("told", "older", "explained"),
    [
        pytest.param("The race was put off and starts on 21 June.", True, True, id="new-day-told-later"),
        pytest.param("The race was put off and starts on 21 June.", False, False, id="new-day-known"),
        pytest.param("The race, originally planned for 14 June, is off.", False, True, id="old-day-told"),
        pytest.param(
            "The race starts on 21 June, a week later than planned.", False, True, id="later-than-planned"
        ),
        pytest.param(
            "The race starts on 21 June. That is a week later than planned.", True, True, id="sentence-after"
        ),
        pytest.param(
            "The race starts on 21 June. The winter was a week later than expected.",
            False,
            False,
            id="of-it-no-word",
        ),
        pytest.param("Within ten years the town will scrap its fees.", True, False, id="no-day"),
    ],
)
def test_the_first_day_is_explained_by_the_change(told: str, older: bool, explained: bool) -> None:
    later = {"New": timedelta(3), "Told": timedelta(3)} if older else None
    found = dates({"Old": OLD, "New": NEW, "Told": told}, later)
    assert Shifts(found).are_first_and_new(found[0], found[1]) is explained


@pytest.mark.parametrize(
    ("days", "explained"),
    [pytest.param(14, True, id="plan-of-before"), pytest.param(0, False, id="both-of-one-day")],
)
def test_what_came_late_was_planned_for_another_day(days: int, explained: bool) -> None:
    """Only what had been a plan, or an older report, is overtaken by the day that is told as late."""
    texts = {"Old": "The bridge opened on 17 April.", "New": "The bridge opened on 27 April, a week late."}
    found = dates(texts, {"New": timedelta(days)})
    assert Shifts(found).are_first_and_new(found[0], found[1]) is explained
