"""What speaks for one of several values: majority, calendar, speaker, time, spelling, arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from discrepancy.check import check_articles
from discrepancy.judge import judge_slot
from discrepancy.model import (
    Article,
    Claim,
    Date,
    Descent,
    Finding,
    Key,
    Kind,
    Likely,
    Slot,
    Support,
    Value,
    Verdict,
)
from tests import factory
from tests.factory import count, day, person

MORNING = datetime(2031, 5, 6, 8, tzinfo=UTC)
NEW_YORK, TOKYO = (timezone(timedelta(hours=hours)) for hours in (-4, 9))


def claim(
    source: str,
    value: Value,
    kind: Kind,
    *,
    key: Key | None = None,
    hours: int | None = None,
    zone: timezone = UTC,
) -> Claim:
    printed = value.form if hasattr(value, "form") else value.normal
    published = None if hours is None else (MORNING + timedelta(hours=hours)).astimezone(zone)
    article = factory.article(
        source.lower(), f"In Orvale it was {printed} that day.", source=source, published=published
    )
    made = factory.claim(article, printed, value, kind)
    return replace(made, key=key or made.key)


def likely(
    claims: Sequence[Claim], *, descents: Sequence[Descent] = (), support: tuple[Support, ...] = ()
) -> Likely:
    slot = Slot("story", claims[0].mention.kind, "what it was", tuple(claims))
    slot = replace(slot, provenance=replace(slot.provenance, support=support))
    found = judge_slot(slot, descents).likely
    assert found is not None
    return found


def counts(*numbers: int, keys: Sequence[Key | None] = (), hours: Sequence[int] = ()) -> list[Claim]:
    return [
        claim(
            f"Paper {letter}",
            count(number),
            Kind.NUMBER,
            key=keys[k] if keys else None,
            hours=hours[k] if hours else None,
        )
        for k, (letter, number) in enumerate(zip("ABCDEF", numbers, strict=False))
    ]


def weekday(number: int, said: int) -> Date:
    return replace(day(2031, 5, number), weekday=said, said=frozenset({"year", "month", "day", "weekday"}))


@pytest.mark.parametrize(
    ("numbers", "text", "reason"),
    [
        pytest.param((14, 14, 41), "14 person", "2 of 3 independent reports say so", id="two to one"),
        pytest.param((41, 14, 14, 14), "14 person", "3 of 4 independent reports say so", id="three to one"),
        pytest.param((14, 41), "", "“14 person” in Paper A", id="one to one"),
        pytest.param((14, 41, 14, 41), "", "“14 person” in Paper A, Paper C", id="two to two"),
    ],
)
def test_majority(numbers: tuple[int, ...], text: str, reason: str) -> None:
    found = likely(counts(*numbers))
    assert found.value == text
    assert found.reasons[0] == reason
    assert bool(found.value) or found.text == "disputed: name both"


def test_copies_are_no_majority() -> None:
    descents = [Descent("paper b", "paper a", "copy", 0.9, 0.9)]
    assert likely(counts(14, 14, 41), descents=descents).value == ""


def test_who_copies_wrongly_speaks_for_the_original() -> None:
    descents = [Descent("paper b", "paper a", "rewrite", 0.9, 0.9)]
    found = likely(counts(14, 41), descents=descents)
    assert found.value == "14 person"
    assert "the other value stands only in Paper B, made from a report that has this one" in found.reasons


OFFICIAL, NEIGHBOUR = Key(speaker="health ministry"), Key(speaker="a neighbour")


@pytest.mark.parametrize(
    ("claims", "value", "reason"),
    [
        pytest.param(
            counts(14, 41, keys=[None, OFFICIAL]),
            "41 person",
            "it is put to the health ministry",
            id="official",
        ),
        pytest.param(
            counts(9, 11, 9, keys=[Key(measure="killed")] * 3, hours=[0, 3, 5]),
            "9 person",
            "the most recent report says so",
            id="latest",
        ),
        pytest.param(
            [
                claim(source, count(dead), Kind.NUMBER, key=Key(measure="killed"), hours=hours, zone=zone)
                for source, dead, hours, zone in (
                    ("Paper A", 9, 0, TOKYO),
                    ("Paper B", 11, 3, TOKYO),
                    ("Paper C", 9, 5, NEW_YORK),
                )
            ],
            "9 person",
            "the most recent report says so",
            id="latest, whatever its clock shows",
        ),
        pytest.param(
            [claim("Paper A", weekday(6, 1), Kind.DATE), claim("Paper B", weekday(7, 1), Kind.DATE)],
            "2031-05-06",
            "the weekday fits the day in “2031-05-06”, and does not on the other side",
            id="weekday",
        ),
        pytest.param(
            [
                claim("Paper A", person("Michael Brandt"), Kind.NAME),
                claim("Paper B", person("Micheal Brandt"), Kind.NAME),
            ],
            "Michael Brandt",
            "“Michael” is a known spelling of a given name",
            id="spelling",
        ),
    ],
)
def test_reason(claims: list[Claim], value: str, reason: str) -> None:
    found = likely(claims)
    assert found.value == value
    assert reason in found.reasons


def test_arithmetic_outweighs_a_bare_majority_of_one() -> None:
    strong = (Support(2, "the parts in Paper C make it: 20 + 21", 3),)
    found = likely(counts(14, 14, 41), support=strong)
    assert found.value == "41 person"
    assert found.reasons == ("the parts in Paper C make it: 20 + 21",)


def test_rival_statements_are_both_named() -> None:
    slot = Slot("story", Kind.NUMBER, "crowd", tuple(counts(14, 41, keys=[OFFICIAL, NEIGHBOUR])))
    finding = judge_slot(slot)
    assert finding.verdict is Verdict.DISPUTED
    assert finding.likely == Likely(
        "",
        "disputed: name both",
        ("“14 person” in Paper A, put to the health ministry", "“41 person” in Paper B, put to a neighbour"),
    )


def test_agreement_needs_no_suggestion() -> None:
    assert judge_slot(Slot("story", Kind.NUMBER, "crowd", tuple(counts(14, 14)))).likely is None


def check(**texts: str) -> list[Finding]:
    articles = [
        Article(source, source.title(), text, published=MORNING, story="mini")
        for source, text in texts.items()
    ]
    return [f for f in check_articles(articles).findings if f.verdict is Verdict.CONFLICT]


def test_parts_speak_for_their_sum() -> None:
    """Of two totals the one that its parts make; the other article has none."""
    found = check(
        ledger="The mill at Dunmere employs 472 people: 340 in the sheds and 132 in the yard.",
        courier="The mill at Dunmere employs 427 people.",
    )
    (finding,) = found
    assert finding.likely is not None
    assert finding.likely.text == "472"
    assert finding.likely.reasons == ("the parts in Ledger make it: 340 + 132",)


def test_one_article_against_itself_has_to_be_checked() -> None:
    (finding,) = check(ledger="The mill at Dunmere employs 410 people: 220 in the sheds and 130 in the yard.")
    assert finding.likely is not None
    assert finding.likely.text == "unclear: check"
