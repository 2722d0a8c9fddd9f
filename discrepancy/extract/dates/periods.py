"""Stretches of the calendar with their TIMEX3 values.

Invariant: a period's bounds are half-open and hold every instant that its name allows; both are
None only where the text leaves the period open (a day without a year and no reference day).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from discrepancy.lexicon import read_table

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time: TIMEX3 value, first instant, first instant past it, and its unit."""

    timex: str
    start: datetime | None
    end: datetime | None
    unit: str

    def share(self, low: float, high: float) -> Period:
        """The part between two fractions of the period, in whole days for periods of days."""
        if self.start is None or self.end is None:
            return self
        length = self.end - self.start
        start, end = self.start + length * low, self.start + length * high
        if length > DAY:
            start = datetime.combine(start + DAY / 2, time())
            end = min(self.end, datetime.combine(end + DAY / 2, time()))
        return replace(self, start=start, end=end)

    def hours(self, suffix: str, first: int, stop: int) -> Period:
        """The hours of a part of the day that this period is."""
        timex = f"{self.timex}T{suffix}"
        if self.start is None:
            return replace(self, timex=timex, unit="part")
        day = datetime.combine(self.start, time())
        return Period(timex, day + timedelta(hours=first), day + timedelta(hours=stop), "part")


def midnight(day: date) -> datetime:
    """The first instant of ``day``."""
    return datetime.combine(day, time())


def open_period(timex: str, unit: str) -> Period:
    """A period that cannot be placed; ``timex`` holds X where nothing is known."""
    return Period(timex, None, None, unit)


def day_period(day: date) -> Period:
    """One day."""
    return Period(day.isoformat(), midnight(day), midnight(day + DAY), "day")


def week_period(day: date) -> Period:
    """The ISO week (Monday to Sunday) around ``day``."""
    year, week, weekday = day.isocalendar()
    monday = midnight(day - (weekday - 1) * DAY)
    return Period(f"{year}-W{week:02}", monday, monday + 7 * DAY, "week")


def weekend_period(day: date) -> Period:
    """Saturday and Sunday of the week around ``day``, from Friday evening on."""
    year, week, weekday = day.isocalendar()
    saturday = midnight(day - (weekday - 6) * DAY)
    return Period(f"{year}-W{week:02}-WE", saturday - timedelta(hours=7), saturday + 2 * DAY, "weekend")


def months_period(timex: str, year: int, month: int, count: int, unit: str) -> Period:
    """``count`` whole months from ``month`` on."""
    last = year * 12 + month - 1 + count
    return Period(timex, datetime(year, month, 1), datetime(last // 12, last % 12 + 1, 1), unit)


def month_period(year: int, month: int) -> Period:
    """One month."""
    return months_period(f"{year:04}-{month:02}", year, month, 1, "month")


def quarter_period(year: int, quarter: int) -> Period:
    """One quarter of a calendar year, 1 to 4."""
    return months_period(f"{year:04}-Q{quarter}", year, quarter * 3 - 2, 3, "quarter")


def half_period(year: int, half: int) -> Period:
    """One half of a calendar year, 1 or 2."""
    return months_period(f"{year:04}-H{half}", year, half * 6 - 5, 6, "half")


def years_period(timex: str, year: int, count: int, unit: str) -> Period:
    """``count`` whole years from ``year`` on."""
    return Period(timex, datetime(year, 1, 1), datetime(year + count, 1, 1), unit)


def year_period(year: int) -> Period:
    """One calendar year."""
    return years_period(f"{year:04}", year, 1, "year")


def season_period(year: int, season: str) -> Period:
    """One season ("SP", "SU", "FA", "WI") of the northern year.

    "Winter 2022" may be the one that began or the one that ended in that year, so both count.
    """
    month, day, last_month, last_day = read_table("dates")["season_bounds"][season]
    early, late = (year - 1, year + 1) if last_month < month else (year, year)
    end = datetime(late, last_month, last_day) + DAY
    return Period(f"{year:04}-{season}", datetime(early, month, day), end, "season")


def step_period(day: date, unit: str, step: int) -> Period:
    """The calendar unit that lies ``step`` units from the one around ``day``."""
    if unit in ("week", "weekend"):
        return (week_period if unit == "week" else weekend_period)(day + 7 * step * DAY)
    if unit == "fortnight":
        monday = week_period(day + 14 * step * DAY)
        return replace(monday, end=monday.end + 7 * DAY if monday.end else None)
    if unit == "day":
        return day_period(day + step * DAY)
    if unit == "month":
        months = day.year * 12 + day.month - 1 + step
        return month_period(months // 12, months % 12 + 1)
    if unit == "quarter":
        quarters = day.year * 4 + (day.month - 1) // 3 + step
        return quarter_period(quarters // 4, quarters % 4 + 1)
    if unit == "half":
        halves = day.year * 2 + (day.month - 1) // 6 + step
        return half_period(halves // 2, halves % 2 + 1)
    if unit == "decade":
        decade = day.year // 10 + step
        return years_period(f"{decade:03}", decade * 10, 10, "decade")
    if unit == "century":
        century = day.year // 100 + step
        return years_period(f"{century:02}", century * 100, 100, "century")
    return year_period(day.year + step)


def move(day: datetime, unit: str, count: float) -> datetime:
    """``day`` moved by a number of units, to the same day of the month where there is one."""
    seconds = {
        "second": 1,
        "minute": 60,
        "hour": 3600,
        "day": 86400,
        "week": 604800,
        "weekend": 604800,
        "fortnight": 1209600,
    }.get(unit)
    if seconds is not None:
        return day + timedelta(seconds=seconds * count)
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit] * count
    whole = day.year * 12 + day.month - 1 + int(months)
    year, month = whole // 12, whole % 12 + 1
    moved = day.replace(year=year, month=month, day=min(day.day, monthrange(year, month)[1]))
    return moved + timedelta(days=30.4 * (months - int(months)))


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def festival_day(rule: str, year: int) -> date:
    """The day of a festival in ``year``; the rules are described in the lexicon."""
    if match := re.fullmatch(r"easter([+-]\d+)", rule):
        return easter(year) + int(match[1]) * DAY
    if match := re.fullmatch(r"(\d+)/(\d)/(-?\d)(\+\d+)?", rule):
        day = nth_weekday(year, int(match[1]), int(match[2]), int(match[3]))
        return day + int(match[4] or 0) * DAY
    if match := re.fullmatch(r"advent(\d)", rule):
        fourth = date(year, 12, 24) - (date(year, 12, 24).weekday() + 1) % 7 * DAY
        return fourth - 7 * (4 - int(match[1])) * DAY
    month, number = rule.split("-")
    return date(year, int(month), int(number))


def nth_weekday(year: int, month: int, weekday: int, rank: int) -> date:
    """The ``rank``-th ``weekday`` (Monday 0) of a month, or the last one for rank -1.

    Raises:
        ValueError: The month has no such day.
    """
    last = monthrange(year, month)[1]
    first = 1 + (weekday - date(year, month, 1).weekday()) % 7
    return date(year, month, first + 7 * ((last - first) // 7 if rank == -1 else rank - 1))
