"""Dates as they are listed: both ends of a period, and the time of a rate."""

from __future__ import annotations

from datetime import datetime

import pytest

from discrepancy.check import extract_claims
from discrepancy.model import Article, Date


def listed(text: str) -> list[tuple[str, str]]:
    """Words and TIMEX3 value of every date listed, each checked against its place in the text."""
    article = Article("a", "Courier", text, published=datetime(2031, 5, 6), story="mini")
    dates = [m for m in extract_claims([article]) if isinstance(m.value, Date)]
    assert all(text[m.start : m.end] == m.text for m in dates)
    return [(m.text, m.value.normal) for m in dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The fair is on May 24-26.", [("May 24", "2031-05-24"), ("26", "2031-05-26")], id="dash"
        ),
        pytest.param(
            "They met on 4 and 5 March 2030.",
            [("4", "2030-03-04"), ("5 March 2030", "2030-03-05")],
            id="and",
        ),
        pytest.param(
            "It ran in the 2027-28 season.", [("2027", "2027"), ("28", "2028")], id="years-of-a-season"
        ),
        pytest.param(
            "Closed between March and June 2029.",
            [("March", "2029-03"), ("June 2029", "2029-06")],
            id="months",
        ),
        pytest.param("It opens on 12 March 2032.", [("12 March 2032", "2032-03-12")], id="one-day"),
    ],
)
def test_both_ends_of_a_period_are_listed(text: str, expected: list[tuple[str, str]]) -> None:
    assert listed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They build boats at a rate of 15 a year.", [("a year", "P1Y")], id="count"),
        pytest.param("The guide earns $21 an hour.", [("an hour", "PT1H")], id="money"),
        pytest.param("The line took 120 calls per day.", [("per day", "P1D")], id="per"),
        pytest.param("Some 400 lorries a week pass the mill.", [("a week", "P1W")], id="counted-noun"),
        pytest.param("The band plays four times a month.", [("a month", "P1M")], id="times"),
        pytest.param("Gusts reached 90 kilometres per hour.", [], id="speed"),
        pytest.param("He sold 40 boats after a year.", [("a year", "P1Y")], id="length-of-time"),
        pytest.param("He bought 40 boats and a day trip.", [], id="no-rate"),
        pytest.param("Two goats won a second prize.", [], id="ordinal"),
    ],
)
def test_the_time_of_a_rate_is_listed(text: str, expected: list[tuple[str, str]]) -> None:
    assert listed(text) == expected
