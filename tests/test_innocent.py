"""What is said of the innocent explanations that fail, by kind of value."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from discrepancy.compare import compare_values
from discrepancy.innocent import rule_out
from discrepancy.model import Claim, Figure, Key, Kind, Value
from tests import factory
from tests.factory import count, day, person

MORNING = datetime(2031, 5, 6, 8, tzinfo=UTC)
KILLED = Key(measure="killed")
LEAST = Figure(Decimal(20), ">", "person", Decimal(20), None, "count")
KILOMETRES = Figure(Decimal(40), "=", "kilometer", Decimal(40), Decimal(40), "length")
MILES = Figure(Decimal(40), "=", "mile", Decimal(40), Decimal(40), "length")


def claim(source: str, value: Value, kind: Kind, key: Key, hours: float | None) -> Claim:
    printed = value.form if hasattr(value, "form") else value.normal
    published = None if hours is None else MORNING + timedelta(hours=hours)
    article = factory.article(source, f"It was {printed} in Orvale.", published=published)
    return replace(factory.claim(article, printed, value, kind), key=key)


def said(
    left: Value,
    right: Value,
    kind: Kind,
    *,
    keys: tuple[Key, Key] = (Key(), Key()),
    hours: tuple[float | None, float | None] = (None, None),
) -> list[str]:
    claims = [
        claim("ledger", left, kind, keys[0], hours[0]),
        claim("courier", right, kind, keys[1], hours[1]),
    ]
    return list(rule_out(claims, [[0], [1]], compare_values(kind, left, right)))


@pytest.mark.parametrize(
    ("left", "right", "kind", "expected"),
    [
        pytest.param(
            count(14), count(41), Kind.NUMBER, "bounds: both numbers are given as exact", id="exact"
        ),
        pytest.param(LEAST, count(4), Kind.NUMBER, "bounds: what “>20 person” allows", id="bound"),
        pytest.param(count(14), count(41), Kind.NUMBER, "chance: unrelated facts", id="slip"),
        pytest.param(KILOMETRES, MILES, Kind.FIGURE, "conversion: kilometer and mile", id="units"),
        pytest.param(count(14), count(41), Kind.NUMBER, "update: what is counted does not move", id="still"),
        pytest.param(day(2031, 5, 3), day(2029, 5, 3), Kind.DATE, "coarser date: neither", id="date"),
        pytest.param(
            person("Ada Harlow"), person("Ada Harlov"), Kind.NAME, "other spelling: no short form", id="name"
        ),
        pytest.param(
            count(14), count(41), Kind.NUMBER, "two questions: no article gives both values", id="questions"
        ),
    ],
)
def test_by_value(left: Value, right: Value, kind: Kind, expected: str) -> None:
    assert any(reason.startswith(expected) for reason in said(left, right, kind))


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        pytest.param((0, 0), "update: the reports with one value did not all come out after", id="at once"),
        pytest.param((0, None), "update: not every report says when it came out", id="undated"),
    ],
)
def test_no_update(hours: tuple[float | None, float | None], expected: str) -> None:
    reasons = said(count(14), count(41), Kind.NUMBER, keys=(KILLED, KILLED), hours=hours)
    assert any(reason.startswith(expected) for reason in reasons)


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        pytest.param(("police", "police"), "other speaker: both are put to police", id="one speaker"),
        pytest.param(("police", ""), "other speaker: not every value is put to somebody", id="one unsaid"),
    ],
)
def test_no_other_speaker(speakers: tuple[str, str], expected: str) -> None:
    keys = (Key(speaker=speakers[0]), Key(speaker=speakers[1]))
    assert expected in said(count(14), count(41), Kind.NUMBER, keys=keys)


def test_nobody_speaks_for_a_spelling() -> None:
    reasons = said(person("Ada Harlow"), person("Ada Harlov"), Kind.NAME)
    assert not any(reason.startswith("other speaker") for reason in reasons)
