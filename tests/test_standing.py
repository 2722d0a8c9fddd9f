"""Of two even sides the one is doubted that stands against the others elsewhere in the story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from discrepancy.config import CompareConfig
from discrepancy.judge import judge_slots
from discrepancy.model import Claim, Finding, Kind, Slot
from tests import factory
from tests.factory import count, day


def claims(said: Mapping[str, int]) -> list[Claim]:
    """For each outlet its count."""
    made = []
    for source, number in said.items():
        article = factory.article(source.lower(), f"In Orvale there were {number} of them.", source=source)
        made.append(factory.claim(article, str(number), count(number), Kind.NUMBER))
    return made


def judge(*questions: Mapping[str, int] | Sequence[Claim]) -> list[Finding]:
    """The findings on slots of what each outlet says, in the order given."""
    slots = [
        Slot("story", Kind.NUMBER, f"question {number}", tuple(claims(q) if isinstance(q, Mapping) else q))
        for number, q in enumerate(questions)
    ]
    found = {finding.slot.label: finding for finding in judge_slots(slots, CompareConfig())}
    return [found[slot.label] for slot in slots]


def doubted(finding: Finding) -> set[str]:
    return {finding.slot.claims[i].mention.source for i in finding.odd}


ELSEWHERE = {"Ledger": 12, "Herald": 12, "Courier": 19}


@pytest.mark.parametrize(
    ("even", "expected"),
    [
        pytest.param({"Ledger": 40, "Courier": 50}, {"Courier"}, id="errs elsewhere"),
        pytest.param({"Courier": 40, "Ledger": 50}, {"Courier"}, id="whichever comes first"),
        pytest.param({"Ledger": 40, "Herald": 50}, set(), id="neither errs elsewhere"),
        pytest.param({"Tribune": 40, "Courier": 50}, {"Courier"}, id="the other is new"),
        pytest.param(
            {"Ledger": 40, "Herald": 40, "Courier": 50, "Tribune": 50},
            set(),
            id="a companion who does not err",
        ),
        pytest.param({"Ledger": 40, "Herald": 40, "Courier": 50}, {"Courier"}, id="a majority decides"),
        pytest.param({"Ledger": 40, "Herald": 50, "Courier": 50}, {"Ledger"}, id="a majority overrules"),
        pytest.param({"Ledger": 40, "Herald": 60, "Courier": 50}, set(), id="three values"),
    ],
)
def test_who_is_doubted(even: dict[str, int], expected: set[str]) -> None:
    assert doubted(judge(ELSEWHERE, even)[1]) == expected


def test_both_err_elsewhere() -> None:
    other = {"Ledger": 81, "Herald": 88, "Tribune": 88}
    assert doubted(judge(ELSEWHERE, other, {"Ledger": 40, "Courier": 50})[2]) == set()


def test_the_reader_is_told_why() -> None:
    finding = judge(ELSEWHERE, {"Ledger": 40, "Courier": 50})[1]
    assert finding.likely is not None
    assert finding.likely.value == "40 person"
    assert finding.likely.text == "40"
    assert finding.likely.reasons == (
        "the sides are even, but Courier stands against the others in another question of this story",
    )


def test_every_time_is_counted() -> None:
    again = {"Ledger": 7, "Herald": 7, "Courier": 70}
    finding = judge(ELSEWHERE, again, {"Ledger": 40, "Courier": 50})[2]
    assert finding.likely is not None
    assert "Courier stands against the others in 2 other questions" in finding.likely.reasons[0]


def test_better_reasons_keep_it_even() -> None:
    """The doubted one has the weekday that fits its day: its standing does not outweigh that."""
    dates = []
    for source, text, value in (
        ("Ledger", "May 7", day(2031, 5, 7)),
        ("Courier", "Tuesday, May 6", replace(day(2031, 5, 6), weekday=1)),
    ):
        article = factory.article(source.lower(), f"It fell on {text} in Orvale.", source=source)
        dates.append(factory.claim(article, text, value, Kind.DATE))
    first, second = claims(ELSEWHERE), dates
    slots = [
        Slot("story", Kind.NUMBER, "how many", tuple(first)),
        Slot("story", Kind.DATE, "when", tuple(second)),
    ]
    found = {finding.slot.label: finding for finding in judge_slots(slots, CompareConfig())}
    assert doubted(found["how many"]) == {"Courier"}
    assert found["when"].likely is not None
    assert "weekday" in found["when"].likely.reasons[0]
    assert doubted(found["when"]) == set()
