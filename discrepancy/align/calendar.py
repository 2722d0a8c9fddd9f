"""How two dates of one event stand to each other: the same, a typical slip apart, or neither.

Stricter than the comparison of values: what "until Friday" leaves open agrees with nothing here, and a
slip counts only in what both sides print, for what the day of publication supplies nobody can mistype.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from discrepancy.lexicon import REMEMBERED
from discrepancy.model import Date

Grain: TypeAlias = Literal["clock", "day", "month", "year", ""]
Slip: TypeAlias = Literal["printed", "digit", "month", "year", "clock", "neighbour", "apart", ""]
"""What differs: ``printed`` the month or year of a day or the year of a month; ``digit`` one digit of
the day; ``month`` the month alone; ``year`` a digit of the year alone; ``clock`` the time of day;
``neighbour`` the next day; ``apart`` no slip at all, but two dates that both print."""

_SHORT = timedelta(hours=40)
"""A day, or a night that runs into the next one."""
_WEEK = 7
_LOOSE, _QUARTER, _VERY_LOOSE = 3, 15, 31
"""Minutes that haste may put between two times, that rounding may, and that "about" may."""
_HALF_DAY, _WHOLE_DAY = 720, 1440
_ROUND = (0, 30)
"""Minutes past the hour that two events have by chance."""
PINNED = "pinned"
"""What is said of a bare weekday that another article prints as a day: it is not of the week beside."""
_PRINTED = frozenset({"day", "weekday", "month"})
_PARTS = re.compile(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?(?:T|$)")
_FACE = re.compile(r"T(\d\d):(\d\d)")


class _Printed(NamedTuple):
    """Year, month and day of a value, "" where it has none."""

    year: str
    month: str
    day: str


@lru_cache(maxsize=REMEMBERED)
def grain_of(value: Date) -> Grain:
    """How fine a date is told, or "" for what is no clock time, day, month or year."""
    if value.type not in ("DATE", "TIME") or value.start is None or value.end is None:
        return ""
    if "clock" in value.said:
        return "clock" if _FACE.search(value.timex) else ""
    if _read(value) is None:
        return ""
    if value.end - value.start <= _SHORT:
        return "day"
    return "month" if len(value.timex) == 7 else "year" if len(value.timex) == 4 else ""


def agree(left: Date, right: Date) -> bool:
    """Whether two dates, told as finely, are one; a year or a week unsaid is that of the other."""
    grain = grain_of(left)
    return grain == grain_of(right) and _agree(left, right, grain)


def _agree(left: Date, right: Date, grain: Grain) -> bool:
    if grain == "clock":
        rounded = minutes_of(left) % _QUARTER == 0 or minutes_of(right) % _QUARTER == 0
        loose = _VERY_LOOSE if "~" in (left.modifier, right.modifier) else _QUARTER if rounded else _LOOSE
        return _apart(left, right) < loose
    a, b = _read(left), _read(right)
    if a is None or b is None:
        return False
    if a == b or (a[1:] == b[1:] and a.month and not (_says_year(left) and _says_year(right))):
        return True
    return grain == "day" and (_overlap(left, right) or _is_one_weekday(left, right))


def lack_year(left: Date, right: Date) -> bool:
    """Whether nothing parts two days or months but a year that one of them leaves unsaid."""
    a, b = _read(left), _read(right)
    if a is None or b is None or grain_of(left) not in ("day", "month") or not a.month:
        return False
    unsaid = any(not value.said & {"year", "relative"} for value in (left, right))
    return a != b and a[1:] == b[1:] and unsaid


@lru_cache(maxsize=REMEMBERED)
def find_slip(left: Date, right: Date) -> Slip:
    """The slip that lies between two dates that do not agree."""
    grain = grain_of(left)
    if grain != grain_of(right) or _agree(left, right, grain):
        return ""
    if grain == "clock":
        return "clock" if _is_slip_of_clock(left, right) else ""
    a, b = _read(left), _read(right)
    if a is None or b is None:
        return ""
    if grain == "day" and abs(_days_between(left, right)) == 1:
        return "neighbour"
    changed = {name for name, one, two in zip(_Printed._fields, a, b, strict=True) if one != two}
    if not (_says_year(left) and _says_year(right)):
        changed.discard("year")
    if not all(changed <= _said(value) for value in (left, right)):
        return _are_printed(left, right)
    part = _name(grain, next(iter(changed)), a, b) if len(changed) == 1 else ""
    return part or _are_printed(left, right)


def _are_printed(left: Date, right: Date) -> Slip:
    """No slip, but "apart", where both give a day or month in words of their own."""
    return "apart" if all(value.said & _PRINTED for value in (left, right)) else ""


def differ_by_hours(left: Date, right: Date) -> bool:
    """Whether two times of day are whole hours apart, as the clocks of two countries are."""
    return minutes_of(left) % 60 == minutes_of(right) % 60


def _name(grain: Grain, part: str, left: _Printed, right: _Printed) -> Slip:
    if part == "day":
        return "digit" if _is_slip_of_day(left.day.lstrip("0"), right.day.lstrip("0")) else ""
    if grain == "day" or (grain == "month" and part == "year"):
        return "printed"
    if grain == "month":
        return "month"
    return "year" if _is_slip(left.year, right.year) else ""


def _read(value: Date) -> _Printed | None:
    return _read_timex(value.timex)


@lru_cache(maxsize=REMEMBERED)
def _read_timex(timex: str) -> _Printed | None:
    match = _PARTS.match(timex)
    return _Printed(*(part or "" for part in match.groups())) if match else None


def _said(value: Date) -> set[str]:
    return set(value.said) | ({"year"} if _says_year(value) else set())


def _says_year(value: Date) -> bool:
    """Whether the words give the year, be it as "last year"."""
    return "year" in value.said or {"month", "relative"} <= value.said


def follow_across_weeks(left: Date, right: Date) -> bool:
    """Whether two days follow each other once a bare weekday is taken for that of the week beside."""
    if grain_of(left) != "day" or grain_of(right) != "day":
        return False
    return _is_bare(left, right) and abs(_days_between(left, right)) in (_WEEK - 1, _WEEK + 1)


def _overlap(left: Date, right: Date) -> bool:
    if left.start is None or left.end is None or right.start is None or right.end is None:
        return False
    return left.start < right.end and right.start < left.end


def _days_between(left: Date, right: Date) -> int:
    """Days from one to the other, by the day that a night is named for."""
    return (date.fromisoformat(right.timex[:10]) - date.fromisoformat(left.timex[:10])).days


def _is_bare(left: Date, right: Date) -> bool:
    """Whether the day of the report alone says which weekday one of the two is."""
    return any("weekday" in v.said and not v.said & {"day", "month", PINNED} for v in (left, right))


def _is_one_weekday(left: Date, right: Date) -> bool:
    """Whether a bare weekday may be the other's day, in the week before or after."""
    return _is_bare(left, right) and abs(_days_between(left, right)) == _WEEK


def minutes_of(value: Date) -> int:
    """Minutes from midnight as printed; 0 where no time of day is."""
    face = _FACE.search(value.timex)
    return int(face[1]) * 60 + int(face[2]) if face else 0


def _apart(left: Date, right: Date) -> int:
    """Minutes between two times of day, around midnight where that is shorter."""
    one, two = minutes_of(left), minutes_of(right)
    if left.offset is not None and right.offset is not None:
        one, two = one - left.offset, two - right.offset
    whole = _WHOLE_DAY if "meridiem" in left.said & right.said else _HALF_DAY
    gap = (one - two) % whole
    return min(gap, whole - gap)


def _is_slip_of_clock(left: Date, right: Date) -> bool:
    """Whether two times differ in one digit, by two digits swapped, or in nothing but the hour."""
    if ("zone" in left.said or "zone" in right.said) and None in (left.offset, right.offset):
        return False
    one, two = minutes_of(left), minutes_of(right)
    if left.offset is not None and right.offset is not None:
        two = (two - right.offset + left.offset) % _WHOLE_DAY
    faces = [f"{minutes // 60:02}{minutes % 60:02}" for minutes in (one, two)]
    return (one % 60 == two % 60 and one % 60 not in _ROUND) or _is_slip(*faces)


def _is_slip_of_day(left: str, right: str) -> bool:
    """Whether one digit of two differs or was left out; 5 and 7 are two days like any others."""
    if len(left) == len(right):
        return len(left) > 1 and _is_slip(left, right)
    short, long = sorted((left, right), key=len)
    return short in long


def _is_slip(left: str, right: str) -> bool:
    """Whether two numbers of as many digits differ in one of them or by two swapped."""
    apart = [n for n, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    return len(apart) == 1 or (len(apart) == 2 and sorted(left) == sorted(right))
