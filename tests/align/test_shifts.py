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
        pytest.param(
            "The vote is on 21 May and not, as first announced, on 19 May.", True, id="not-as-announced"
        ),
        pytest.param("The trial now opens on 24 May.", True, id="now-opens"),
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


@pytest.mark.parametrize(
    ("behind", "explained"),
    [
        pytest.param("That is seven days later than planned.", True, id="of-the-day"),
        pytest.param("The snow came seven days later than expected.", False, id="of-the-snow"),
    ],
)
def test_the_next_sentence_may_tell_of_the_change(behind: str, explained: bool) -> None:
    claims = claims_of({"Old": OLD, "New": f"{NEW} {behind}"}, {"New": timedelta(3)})
    old, new = (c for c in claims if c.mention.text in ("14 June", "21 June"))
    assert Shifts(claims).are_first_and_new(old, new) is explained


@pytest.mark.parametrize(
    ("text", "overtaken"),
    [
        pytest.param("It starts on 19 May, three days later than planned.", True, id="later-than-planned"),
        pytest.param("A week behind schedule, it will open on 24 May.", True, id="behind-schedule"),
        pytest.param("The hearing is on 19 May, sooner than first thought.", True, id="than-first-thought"),
        pytest.param("The bridge opened on 3 May, two days late.", True, id="days-late"),
        pytest.param("By the new timetable the bridge opens on 24 May.", True, id="new-timetable"),
        pytest.param("The bridge opens two days later, on 19 May.", False, id="later-than-what"),
        pytest.param("The storm came two days late on 3 May in a year.", False, id="late-on"),
        pytest.param("A new day of strikes begins on 24 May.", False, id="new-day"),
    ],
)
def test_a_day_is_told_as_another_than_planned(text: str, overtaken: bool) -> None:
    """The day of an older report is no rival; two days that are both told as late are."""
    claims = claims_of({"Old": OLD, "New": text, "Twin": text}, {"New": timedelta(3), "Twin": timedelta(3)})
    old, new, twin = (
        next(c for c in claims if c.mention.source == source and c.mention.kind is Kind.DATE)
        for source in ("Old", "New", "Twin")
    )
    assert Shifts(claims).are_first_and_new(old, new) is overtaken
    assert not Shifts([new, twin]).are_first_and_new(new, twin)


def test_what_was_put_off_may_be_put_off_again() -> None:
    late = "The race starts on 21 June, a week later than planned."
    later = "The race starts on 28 June, two weeks later than planned."
    one, two = dates({"New": late, "Newer": later}, {"Newer": timedelta(9)})
    assert Shifts([one, two]).are_first_and_new(one, two)
