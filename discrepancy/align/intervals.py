"""Lengths of time that a sentence sets between its own date and another one.

"The ferry sank at 10.25, two hours after it had left": who writes 8.25 tells of the other end. "Here the
sale starts on the 25th, three weeks after Orsel": there it is the 4th.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from discrepancy import lexicon
from discrepancy.align.answers import date_of
from discrepancy.align.calendar import grain_of, minutes_of
from discrepancy.model import Claim, Date

_MINUTES = {"minute": 1, "hour": 60}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_YEAR = 12
_HALF_DAY = 720


def lie_between(left: Claim, right: Claim) -> bool:
    """Whether the sentence of either date tells of just the time that lies between the two."""
    return any(
        _are_apart(date_of(left), date_of(right), number, unit)
        for claim in (left, right)
        for number, unit in _read_lengths(claim.context)
    )


def _read_lengths(sentence: str) -> Iterator[tuple[int, str]]:
    """Lengths of time that the words set before or after something: "two hours earlier"."""
    words: dict[str, int] = lexicon.read_table("numbers")["units"]
    for number, unit in _length().findall(sentence.lower()):
        yield int(number) if number.isdigit() else words.get(number, 1), unit


@cache
def _length() -> re.Pattern[str]:
    numbers = "|".join(map(re.escape, lexicon.read_table("numbers")["units"]))
    return re.compile(
        rf"\b(\d{{1,2}}|an?|{numbers})[ -](minute|hour|day|week|month|year)s?,? "
        r"(?:later|earlier|sooner|before|after|afterwards|behind|ahead|late|early|past|previously)\b"
    )


def _are_apart(left: Date, right: Date, number: int, unit: str) -> bool:
    """Whether two dates lie so far apart; a day after is told of too much to explain anything."""
    if grain_of(left) != grain_of(right):
        return False
    if grain_of(left) == "clock":
        gap = (minutes_of(left) - minutes_of(right)) % _HALF_DAY
        return min(gap, _HALF_DAY - gap) == number * _MINUTES.get(unit, 0) > 0
    a, b = _parts(left), _parts(right)
    if len(a) != len(b) or a == b or "X" in left.timex + right.timex:
        return False
    if unit in _MONTHS:
        months = _YEAR * (a[0] - b[0]) + sum(a[1:2]) - sum(b[1:2])
        return a[2:] == b[2:] and abs(months) == number * _MONTHS[unit]
    if grain_of(left) != "day" or left.start is None or right.start is None:
        return False
    days = abs((left.start.date() - right.start.date()).days)
    return days > 1 and days == number * _DAYS.get(unit, 0)


def _parts(value: Date) -> list[int]:
    """Year, month and day as far as a date has them."""
    return [int(part) for part in re.findall(r"\d+", value.timex.partition("T")[0])]
