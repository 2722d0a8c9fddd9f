"""Whether two dates can both be true.

Invariant: a date is the range of instants that its words allow, so two conflict only if their
ranges share no instant. What no words gave decides nothing: the year that the publication day
supplied on both sides, the day of a bare "3 p.m.", the zone of a time without one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, timedelta

from discrepancy.compare.datewords import describe, name_slip, weekday_name
from discrepancy.model import Date, Relation, Verdict

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_HALF_DAY = timedelta(hours=12)
_MINUTE = timedelta(minutes=1)
_ZONES = timedelta(hours=14)
"""An unknown zone may shift a time by this much; no place lies further from UTC (Kiribati, +14)."""
_MOST_MONTHS = 48
"""A range longer than this holds every day of the month and of the year anyway."""
WEEKDAY_SLIP = "weekday and day do not match"
_CLOCK = frozenset({"clock", "zone", "meridiem"})
_PART_OF_DAY = re.compile(r"T[A-Z]{2}$")
_EVENINGS = 7
"""Days on either side of the publication day on which "the evening" may have been."""
_ANY_YEAR = 2000
"""A leap year, so that 29 February has its place."""
_NOON = datetime(2000, 1, 3)
"""Any day: the one on which bare times of day are held against each other."""

_HALVES = 12
"""Last hour that may be of either half of the day."""
_THIRDS = {"early": (1, 13), "mid": (7, 25), "late": (17, 31)}
"""Days of a month that "early", "mid" and "late" may stand for."""

_Range = tuple[datetime, datetime]


def compare_dates(left: Date, right: Date) -> Relation:
    """How two dates stand to each other if both answer the same question.

    Equal values agree. Overlapping ranges are compatible: one is coarser, vaguer or a bound. A
    weekday printed beside a day that it does not fall on contradicts the same day with its right
    weekday or none. Everything else is a conflict; where a typical slip lies between the values,
    it is named.
    """
    wrong = _wrong_weekday(left, right)
    if wrong is not None:
        return wrong
    if _means(left) == _means(right):
        return Relation(Verdict.AGREE, f"both say {describe(left)}")
    if "SET" in (left.type, right.type) or left.timex.endswith("_REF") or right.timex.endswith("_REF"):
        return _compatible(left, right)
    if _is_bare_clock(left) or _is_bare_clock(right):
        return _compare_clocks(left, right)
    thirds = _days_of(left), _days_of(right)
    if thirds[0] and thirds[1]:
        return _compare_thirds(left, right, thirds[0], thirds[1])
    one, two = _place(left), _place(right)
    if one is not None and two is not None:
        return _compare_ranges(one, two)
    if _is_open(left) or _is_open(right):
        return _compare_parts(left, right)
    return _compare_ranges(left, right)


def _means(date: Date) -> tuple[object, ...]:
    return date.timex, date.type, date.start, date.end, date.offset, date.modifier


def _compatible(left: Date, right: Date) -> Relation:
    return Relation(Verdict.COMPATIBLE, f"“{describe(left)}” and “{describe(right)}” may both be true")


def _conflict(left: Date, right: Date) -> Relation:
    if describe(left) == describe(right):
        return _compatible(left, right)  # the night before a day and the night after it bear one name
    slip = name_slip(left, right)
    year = slip.startswith("another year") or (slip and left.timex[:4] != right.timex[:4])
    than = "is another year than" if year else "is not"
    return Relation(Verdict.CONFLICT, f"“{describe(left)}” {than} “{describe(right)}”", slip)


def _is_open(date: Date) -> bool:
    return date.start is None and date.end is None


def _place(date: Date) -> Date | None:
    """A moment whose year nothing tells, placed in a year of its own; None for all other dates.

    In which year two moments are compared makes no difference to hours and days.
    """
    match = re.fullmatch(r"XXXX-(\d\d)-(\d\d)T(\d\d):(\d\d)Z?(?:[+-]\d\d(?::?\d\d)?)?", date.timex)
    if match is None or not _is_open(date):
        return None
    month, day, hour, minute = map(int, match.groups())
    start = datetime(_ANY_YEAR, month, day) + timedelta(hours=hour, minutes=minute)
    return replace(date, start=start, end=start + _MINUTE)


def _days_of(date: Date) -> tuple[int, int, int] | None:
    """Month, first and last day of a day, or a third of a month, whose year nothing tells."""
    match = re.fullmatch(r"XXXX-(\d\d)(?:-(\d\d))?", date.timex)
    if match is None:
        return None
    if match[2]:
        return int(match[1]), int(match[2]), int(match[2])
    third = next((days for name, days in _THIRDS.items() if name in date.said), None)
    return (int(match[1]), *third) if third else None


def _clock_of(date: Date) -> Date:
    """A time of day without a day, put on any; both halves of the day where the words give neither."""
    match = re.fullmatch(r"XXXX-XX-XXT(\d\d):(\d\d)Z?", date.timex)
    if match is None or not _is_open(date):
        return date
    start = _NOON + timedelta(hours=int(match[1]), minutes=int(match[2]))
    both = "meridiem" not in date.said and int(match[1]) <= _HALVES
    return replace(date, start=start, end=start + (_HALF_DAY if both else timedelta()) + _MINUTE)


def _is_bare_clock(date: Date) -> bool:
    return "clock" in date.said and not date.said - _CLOCK


# Weekdays


def _wrong_weekday(left: Date, right: Date) -> Relation | None:
    """What a weekday printed beside a day that it does not fall on does to the pair, if anything."""
    for dated, other in ((left, right), (right, left)):
        own = _own_weekday(dated)
        if own is None or own == dated.weekday or (_weekday(other) is None and other.first != dated.first):
            continue
        if _weekday(other) == dated.weekday and "month" not in other.said:
            return _compatible(left, right)
        if other.first == dated.first and _is_short(other) and other.weekday != dated.weekday:
            day = describe(dated, weekday=False)
            was = f"{day} was a {weekday_name(own)}, not a {weekday_name(dated.weekday or 0)}"
            return Relation(Verdict.CONFLICT, was, WEEKDAY_SLIP)
    return None


def _is_short(date: Date) -> bool:
    """Whether a date is one day or a part of one; a night runs into the next day."""
    return date.start is not None and date.end is not None and date.end - date.start <= _DAY


def _own_weekday(date: Date) -> int | None:
    """The weekday on which a day printed with one really falls; None for other dates."""
    if date.weekday is None or not {"day", "month"} <= date.said or date.start is None:
        return None
    return date.start.weekday()


def _weekday(date: Date) -> int | None:
    """The weekday that the words of a date give."""
    if date.weekday is not None or "weekday" not in date.said or date.start is None:
        return date.weekday
    return date.start.weekday()


# Parts


def _compare_parts(left: Date, right: Date) -> Relation:
    """Dates of which one cannot be placed: only a month or day that both state can contradict."""
    one, two = _fields(left), _fields(right)
    if one == two and None not in (left.weekday, right.weekday) and left.weekday != right.weekday:
        return Relation(Verdict.CONFLICT, f"“{describe(left)}” is not “{describe(right)}”", WEEKDAY_SLIP)
    contradicted = any(a != b for a, b in zip(one, two, strict=False) if a.isdigit() and b.isdigit())
    if contradicted and "/" not in left.timex + right.timex and left.modifier == right.modifier:
        return _conflict(left, right)
    return _compatible(left, right)


def _fields(date: Date) -> list[str]:
    """Year, month and day as far as the words give them."""
    match = re.match(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T|$)", date.timex)
    if match is None:
        return []
    fields = [part or "XX" for part in match.groups()]
    return [fields[0] if "year" in date.said else "XXXX", *fields[1:]]


def _compare_thirds(
    left: Date, right: Date, one: tuple[int, int, int], two: tuple[int, int, int]
) -> Relation:
    """A day or a third of a month of no known year against another."""
    meet = one[0] == two[0] and one[1] <= two[2] and two[1] <= one[2]
    if meet or left.modifier != right.modifier:
        return _same(left, right) if one == two and meet else _compatible(left, right)
    return _conflict(left, right)


# Times of day


def _compare_clocks(left: Date, right: Date) -> Relation:
    """Times of which one has no day of its own: both are held against each other on one day."""
    left, right = _clock_of(left), _clock_of(right)
    timed = all("T" in date.timex and date.start and date.end for date in (left, right))
    if not timed or _zones_differ(left, right):
        return _compatible(left, right)
    pairs = [(_on_one_day(one), _on_one_day(two)) for one in _readings(left) for two in _readings(right)]
    if all(one == two for one, two in pairs) and left.modifier == right.modifier:
        return _same(left, right)
    if any(_meet(one, _shift(two, n * _DAY)) for one, two in pairs for n in range(-2, 3)):
        return _compatible(left, right)
    if {left.modifier, right.modifier} & {"<", ">"}:
        return _compatible(left, right)
    return _conflict(left, right)  # "about 3:40" is a band already, from which 8:40 lies far off


def _on_one_day(bounds: _Range) -> _Range:
    return _shift(bounds, _NOON - datetime.combine(bounds[0].date(), datetime.min.time()))


def _zones_differ(left: Date, right: Date) -> bool:
    """Whether a zone is known on one side only, so that the times cannot be converted."""
    return ("zone" in left.said or "zone" in right.said) and None in (left.offset, right.offset)


# Ranges


def _compare_ranges(left: Date, right: Date) -> Relation:
    """Dates that both have a place in the calendar, at least on one side."""
    slack = _ZONES if _zones_differ(left, right) else timedelta()
    bounded = left.modifier != right.modifier
    if {left.modifier, right.modifier} == {"<", ">"}:
        # "Until 31 January" and "from 1 February" are one turn of events: they may touch.
        slack += _MINUTE
    if left.modifier == right.modifier == "<" and (_closes(left, right) or _closes(right, left)):
        return _compatible(left, right)
    ones = [_bound(one, left, bounded) for one in _readings(left)]
    twos = [_bound(two, right, bounded) for two in _readings(right)]
    shifts = _shifts(left, right)
    for one in ones:
        for two in twos:
            if any(_meet(_widen(one, slack), _shift(two, by)) for by in shifts):
                agree = one == two and left.modifier == right.modifier and "/" not in left.timex + right.timex
                return _same(left, right) if agree else _compatible(left, right)
    return _conflict(left, right)


def _closes(last: Date, following: Date) -> bool:
    """Whether one ends the year or month before the other: "by the end of 2027", "before 2028"."""
    if re.fullmatch(r"\d{4}(?:-\d\d)?", last.timex) is None or last.start is None:
        return False
    whole = last.start.month == 1 and last.start.day == 1 if len(last.timex) == 4 else last.start.day == 1
    return not whole and last.end is not None and last.end == following.start


def _same(left: Date, right: Date) -> Relation:
    return Relation(Verdict.AGREE, f"“{describe(left)}” and “{describe(right)}” are the same")


def _readings(date: Date) -> list[_Range]:
    """The ranges that the words allow, in UTC where the zone is known.

    A time whose half of the day is unsaid has two; its bounds hold both and what lies between.
    """
    shift = timedelta(minutes=date.offset or 0)
    start = date.start - shift if date.start else datetime.min
    end = date.end - shift if date.end else datetime.max
    if "clock" in date.said and "meridiem" not in date.said and end - start > _HALF_DAY:
        return [(start, max(end - _HALF_DAY, start + _MINUTE)), (min(start + _HALF_DAY, end - _MINUTE), end)]
    return [(start, end)]


def _bound(bounds: _Range, date: Date, bounded: bool) -> _Range:
    """The range opened on the side that "since", "until" or "about" leaves open.

    Two dates with the same word before them are held against each other as they stand: "until
    Tuesday" and "until Friday" cannot both be true.
    """
    start, end = bounds
    if not bounded:
        return bounds
    if date.modifier == "<":
        return datetime.min, end
    if date.modifier == ">":
        return start, datetime.max
    return _widen(bounds, end - start) if date.modifier == "~" and "clock" not in date.said else bounds


def _shifts(left: Date, right: Date) -> set[timedelta]:
    """By how much the right value may be moved because no words fix it there.

    A bare weekday may be the one before or after the publication day; "the evening" is of any day near,
    "the 16th" of any month, and a month whose year the publication day supplied on both sides is of any year.
    """
    shifts = {timedelta()}
    if any(_is_bare_evening(date) for date in (left, right)):
        shifts |= {days * _DAY for days in range(-_EVENINGS, _EVENINGS + 1)}
    bare = ["weekday" in date.said and not date.said - _CLOCK - {"weekday"} for date in (left, right)]
    if any(bare) and _is_same_weekday(left, right):
        shifts |= {_WEEK, -_WEEK}
    if any("day" in date.said and not date.said & {"month", "relative"} for date in (left, right)):
        shifts |= _month_shifts(left, right, 1)
    fixed = frozenset({"year", "relative", "weekday"})
    if all("month" in date.said and not date.said & fixed for date in (left, right)):
        shifts |= _month_shifts(left, right, 12)
    return shifts


def _is_bare_evening(date: Date) -> bool:
    """Whether the words give a part of a day and nothing of the day: "in the evening"."""
    return not date.said and bool(_PART_OF_DAY.search(date.timex))


def _month_shifts(left: Date, right: Date, every: int) -> set[timedelta]:
    """The moves by whole months, in steps of ``every``, that bring the right value to the left one."""
    ends = [(one, two) for one in (left.first, left.last) for two in (right.first, right.last) if one and two]
    apart = [(one.year - two.year) * 12 + one.month - two.month for one, two in ends]
    if not apart:
        return set()
    first, last = min(apart) // every * every, -(-max(apart) // every) * every
    # Months differ in length, so both ways round count: the verdict must be symmetric.
    return {
        by
        for months in range(first, min(last, first + _MOST_MONTHS) + 1, every)
        for one, two in ends
        for by in (_add_months(two, months) - two, one - _add_months(one, -months))
    }


def _add_months(day: date, months: int) -> date:
    whole = day.year * 12 + day.month - 1 + months
    year, month = min(max(whole // 12, 1), 9998), whole % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _is_same_weekday(left: Date, right: Date) -> bool:
    if left.start is None or right.start is None:
        return False
    return left.start.weekday() == right.start.weekday()


def _shift(bounds: _Range, by: timedelta) -> _Range:
    return _move(bounds[0], by), _move(bounds[1], by)


def _widen(bounds: _Range, by: timedelta) -> _Range:
    return _move(bounds[0], -by), _move(bounds[1], by)


def _move(moment: datetime, by: timedelta) -> datetime:
    """``moment`` moved; the ends of the calendar, which stand for open bounds, stay."""
    if moment in (datetime.min, datetime.max):
        return moment
    try:
        return moment + by
    except OverflowError:
        return datetime.min if by < timedelta() else datetime.max


def _meet(one: _Range, two: _Range) -> bool:
    return one[0] < two[1] and two[0] < one[1]
