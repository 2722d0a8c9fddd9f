"""How seldom two unrelated values lie a slip apart."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from discrepancy.compare import compare_values
from discrepancy.compare.chance import surprise
from discrepancy.model import Date, Figure, Kind, Relation, Value, Verdict
from tests.align.stories import claims_of


def _value(text: str) -> tuple[Kind, Value]:
    claims = [c for c in claims_of({"A": text}) if isinstance(c.mention.value, Figure | Date)]
    assert len(claims) == 1, [c.mention.text for c in claims]
    return claims[0].mention.kind, claims[0].mention.value


def _surprise(left: str, right: str) -> float:
    (kind, one), (_, other) = _value(left), _value(right)
    relation = compare_values(kind, one, other)
    assert relation.slip, "the pair has to be a slip"
    assert surprise(one, other, relation) == surprise(other, one, relation)
    return surprise(one, other, relation)


@pytest.mark.parametrize(
    ("less", "more"),
    [
        pytest.param(
            ("12 cows died.", "21 cows died."), ("3,412 cows died.", "3,421 cows died."), id="length"
        ),
        pytest.param(
            ("412 cows died.", "419 cows died."), ("412 cows died.", "421 cows died."), id="digit, digits"
        ),
        pytest.param(("2 cows died.", "20 cows died."), ("37 cows died.", "370 cows died."), id="ten times"),
        pytest.param(
            ("It opened on 4 May 2012.", "It opened on 5 May 2012."),
            ("It opened on 4 May 2012.", "It opened on 4 May 2021."),
            id="day, year",
        ),
    ],
)
def test_the_longer_the_digits_the_less_it_is_chance(less: tuple[str, str], more: tuple[str, str]) -> None:
    assert 0 <= _surprise(*less) < _surprise(*more)


def test_no_slip_is_no_surprise() -> None:
    kind, one = _value("37 cows died.")
    _, other = _value("52 cows died.")
    relation = compare_values(kind, one, other)
    assert (relation.verdict, relation.slip) == (Verdict.CONFLICT, "")
    assert surprise(one, other, relation) == 0.0


def test_dates_that_no_table_lists_say_nothing() -> None:
    day = Date("2031-05-06", "DATE", datetime(2031, 5, 6, tzinfo=UTC), datetime(2031, 5, 7, tzinfo=UTC))
    assert surprise(day, day, Relation(Verdict.CONFLICT, "", "some other slip")) == 0.0
