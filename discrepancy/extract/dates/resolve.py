"""From the parts of an expression to the stretch of the calendar that it means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from discrepancy.extract.dates import periods
from discrepancy.extract.dates.parts import Clock, Parts
from discrepancy.extract.dates.periods import DAY, Period, open_period
from discrepancy.extract.dates.tense import FUTURE, PAST
from discrepancy.lexicon import read_table

_MIDDLE = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
_UNSTEPPED = {("year", 0), ("month", 0), ("week", 0)}
_FORWARD = 6
"""Months that a history may leap forward; further ahead, the month lies behind what was told."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is counted from.

    Attributes:
        moment: The reference moment of the article, or None when unknown.
        told: The day told last in the text ("the following day"), or None.
        year: The year that a date without one takes over from the text, or None.
        since: The date told last, however coarse ("two years later"), or None.
        direction: Where the grammar puts the expression: past, future or unknown.
        clock: The moment told last ("an hour later"), or None.
        narrated: In a history the month or day told last, near which the next one lies, or None.
        history: Units without a step ("the end of the month") belong to what was told last.
    """

    moment: datetime | None
    told: date | None = None
    year: int | None = None
    since: date | None = None
    direction: int = 0
    clock: datetime | None = None
    narrated: date | None = None
    history: bool = False

    @property
    def today(self) -> date | None:
        """The reference day."""
        return self.moment.date() if self.moment else None


def resolve(parts: Parts, anchor: Anchor) -> Period | None:
    """The period that ``parts`` mean; open where the reference is missing, None where impossible."""
    try:
        base = _base(parts, anchor)
        if base is None:
            return None
        if parts.portion and not (parts.daypart or parts.clock):
            base = _portion(base, parts.portion)
        if parts.clock:
            return _at(base, parts.clock, parts.daypart)
        return _part_of_day(base, parts)
    except (ValueError, OverflowError):
        return None


def _base(parts: Parts, anchor: Anchor) -> Period | None:
    """The day, month, season or unit named, before its share or the time of day is applied."""
    today = (anchor.told or anchor.today) if parts.told else anchor.today
    if parts.told and anchor.since and "day" not in parts.steps:
        today = anchor.since
    if anchor.history and anchor.told and parts.steps == {"day": 0}:
        today = anchor.told
    if anchor.history and anchor.since and parts.steps and set(parts.steps.items()) <= _UNSTEPPED:
        today = anchor.since
    if parts.festival:
        return _festival(parts, anchor)
    if parts.day and parts.month:
        return _month_day(parts, anchor)
    if parts.day:
        return _day_only(parts, anchor)
    if parts.month:
        return _month(parts, anchor)
    if parts.weekday is not None:
        return _weekday(parts, anchor)
    if parts.deictic is not None:
        return periods.day_period(today + parts.deictic * DAY) if today else open_period("XXXX-XX-XX", "day")
    if parts.season:
        return _season(parts, anchor)
    if parts.year is not None:
        return _year(parts)
    for unit, step in parts.steps.items():
        if unit not in ("weekday", "season", "month-name", "festival"):
            if unit == "decade" and step and today:
                return _ten_years(periods.midnight(today), step)
            if unit in ("hour", "minute", "second", "century"):
                return None
            return periods.step_period(today, unit, step) if today else open_period("XXXX-XX-XX", unit)
    day = anchor.told or anchor.today
    return periods.day_period(day) if day else open_period("XXXX-XX-XX", "day")


def _ten_years(now: datetime, step: int) -> Period:
    """The last or the next decade: ten years up to or from now, seldom those of one name."""
    start, end = sorted((now, periods.move(now, "year", 10 * step)))
    return Period("P10Y", start, end + DAY, "decade")


def _year(parts: Parts) -> Period | None:
    if parts.bc:
        # The calendar type has no years before 1; the value says so and the bounds stay open.
        return open_period(f"BC{parts.year:04}", "year")
    return periods.year_period(parts.year) if parts.year else None


def _year_of(parts: Parts, anchor: Anchor) -> int | None:
    """The year that the words give, directly or as "this year"."""
    if parts.year is not None:
        return parts.year
    today = (anchor.since or anchor.told or anchor.today) if parts.told else anchor.today
    if "year" in parts.steps and today:
        return today.year + parts.steps["year"]
    return None


def _pick(candidates: Iterable[Period], anchor: Anchor) -> Period | None:
    """The candidate nearest to the reference, the side that the grammar gives counting as nearer.

    The tense is evidence, no proof ("approved a budget beginning July 1"), so a day just ahead beats
    one a year back.
    """
    found = [period for period in candidates if period.start and period.end]
    if anchor.moment is None or not found:
        return None
    now = periods.midnight(anchor.moment.date())
    back, ahead = {PAST: (1.0, 10.0), FUTURE: (10.0, 1.0)}.get(anchor.direction, (1.0, 1.2))
    return min(found, key=lambda period: _distance(period, now, back, ahead))


def _distance(period: Period, now: datetime, back: float, ahead: float) -> float:
    """Days between a period and the reference, weighed by the side that it lies on."""
    if period.start is None or period.end is None:
        return 0.0
    if period.start > now:
        return (period.start - now) / DAY * ahead
    return max((now - period.end) / DAY * back, 0.0)


def _years_around(anchor: Anchor) -> range:
    year = anchor.moment.year if anchor.moment else 0
    return range(year - 1, year + 2) if year else range(0)


def _month_day(parts: Parts, anchor: Anchor) -> Period | None:
    month, day = parts.month or 1, parts.day or 1
    year = _year_of(parts, anchor) or _narrated_year(month, anchor) or anchor.year
    if year:
        return periods.day_period(date(year, month, day))
    date(2000, month, day)
    days = [date(year, month, day) for year in _years_around(anchor) if _exists(year, month, day)]
    if parts.weekday is not None:
        # Where the weekday printed is that of the nearest such day, no tense takes it for another year's.
        nearest = _pick(map(periods.day_period, days), replace(anchor, direction=0))
        if nearest and nearest.start and nearest.start.weekday() == parts.weekday:
            return nearest
    return _pick(map(periods.day_period, days), anchor) or open_period(f"XXXX-{month:02}-{day:02}", "day")


def _narrated_year(month: int, anchor: Anchor) -> int | None:
    """The year of a month in a history: the one that brings it next to what was told last."""
    if anchor.narrated is None:
        return None
    ahead = (month - anchor.narrated.month) % 12
    back = 12 - ahead
    months = anchor.narrated.year * 12 + anchor.narrated.month - 1 + (ahead if ahead <= _FORWARD else -back)
    return months // 12


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _day_only(parts: Parts, anchor: Anchor) -> Period | None:
    """A bare "16th": of the month told, or of one around the reference day with the weekday printed."""
    if anchor.moment is None and anchor.told is None:
        return open_period(f"XXXX-XX-{parts.day:02}", "day")
    base = anchor.told if parts.told or anchor.moment is None else anchor.moment.date()
    base = base or anchor.told or date.min
    steps = (parts.steps["month"],) if "month" in parts.steps else (0,) if parts.told else (-1, 0, 1)
    months = [periods.step_period(base, "month", step).start for step in steps]
    days = [
        date(m.year, m.month, parts.day or 1)
        for m in months
        if m and _exists(m.year, m.month, parts.day or 1)
    ]
    if parts.weekday is not None:
        days = [day for day in days if day.weekday() == parts.weekday] or days
    found = list(map(periods.day_period, days))
    return found[0] if len(found) == 1 else _pick(found, anchor)


def _month(parts: Parts, anchor: Anchor) -> Period | None:
    month = parts.month or 1
    year = _year_of(parts, anchor)
    if year is None and "month-name" in parts.steps and anchor.moment:
        return _step_among(
            (periods.month_period(y, month) for y in _years_around(anchor)),
            anchor,
            parts.steps["month-name"],
            parts.coming,
        )
    year = year or _narrated_year(month, anchor) or anchor.year
    if year:
        return periods.month_period(year, month)
    found = (periods.month_period(year, month) for year in _years_around(anchor))
    return _pick(found, anchor) or open_period(f"XXXX-{month:02}", "month")


def _step_among(found: Iterable[Period], anchor: Anchor, step: int, coming: bool = False) -> Period | None:
    """The last before, the next after, or the one of this year among yearly ``found``."""
    if anchor.moment is None:
        return None
    now = periods.midnight(anchor.moment.date())
    choices = [period for period in found if period.start and period.end]
    if step < 0:
        return next((p for p in reversed(choices) if p.end and p.end <= now), None)
    if step > 0:
        return next((p for p in choices if p.start and p.end and (p.end if coming else p.start) > now), None)
    return next((p for p in choices if p.timex.startswith(f"{anchor.moment.year:04}")), None)


def _weekday(parts: Parts, anchor: Anchor) -> Period | None:
    """A weekday by the reference day.

    The reference day itself counts in either direction: agencies write "on Thursday" on Thursday.
    "Next Friday" is the coming one, "last Friday" never today.
    """
    weekday = parts.weekday or 0
    today = (anchor.told or anchor.today) if parts.told else anchor.today
    if today is None:
        return open_period(f"XXXX-WXX-{weekday + 1}", "day")
    if "week" in parts.steps:
        monday = today - today.weekday() * DAY + 7 * parts.steps["week"] * DAY
        return periods.day_period(monday + weekday * DAY)
    back = (today.weekday() - weekday) % 7
    if parts.weeks:
        return periods.day_period(today + ((-back) % 7 + 7 * parts.weeks) * DAY)
    step = parts.steps.get("weekday")
    if step == 0 and parts.told:
        return periods.day_period(today - back * DAY)
    if step == 0:
        return periods.day_period(today + (weekday - today.weekday()) * DAY)
    if step == -1:
        return periods.day_period(today - (back or 7) * DAY)
    if step == 1:
        return periods.day_period(today + ((-back) % 7 or 7) * DAY)
    if anchor.direction == FUTURE:
        return periods.day_period(today + (-back) % 7 * DAY)
    return periods.day_period(today - back * DAY)


def _season(parts: Parts, anchor: Anchor) -> Period | None:
    season = parts.season or "SU"
    year = _year_of(parts, anchor)
    seasons = [periods.season_period(year, season) for year in _years_around(anchor)]
    if year is None and parts.steps.get("season") and anchor.moment:
        if season == "WI":
            return _step_winter(anchor.moment, parts.steps["season"])
        return _step_among(seasons, anchor, parts.steps["season"], parts.coming)
    year = year or _narrated_year(_MIDDLE[season], anchor) or anchor.year
    if year:
        return periods.season_period(year, season)
    if parts.steps.get("season") == 0 and anchor.since and parts.told:
        return periods.season_period(anchor.since.year, season)
    if parts.steps.get("season") == 0 and anchor.moment:
        return periods.season_period(anchor.moment.year, season)
    return _pick(seasons, anchor) or open_period(f"XXXX-{season}", "season")


def _step_winter(moment: datetime, step: int) -> Period:
    """The last or next winter, named for the year it begins in; it counts as gone from March on."""
    begun = moment.year if moment.month == 12 else moment.year - 1
    gone = 3 <= moment.month < 12
    year = begun + (step if step > 0 else step + 1 if gone else step)
    winter = periods.season_period(year, "WI")
    return replace(winter, start=datetime(year, 12, 1))


def _festival(parts: Parts, anchor: Anchor) -> Period | None:
    table = {name.lower(): rule for name, rule in read_table("dates")["festivals"].items()}
    rule = str(table[parts.festival or ""])
    year = _year_of(parts, anchor) or anchor.year
    if year:
        return periods.day_period(periods.festival_day(rule, year))
    days = [periods.day_period(periods.festival_day(rule, y)) for y in _years_around(anchor)]
    if parts.steps.get("festival") and anchor.moment:
        return _step_among(days, anchor, parts.steps["festival"], parts.coming)
    fixed = f"XXXX-{rule}" if "-" in rule and rule[0] in "01" and "/" not in rule else "XXXX-XX-XX"
    return _pick(days, replace(anchor, direction=max(anchor.direction, 0))) or open_period(fixed, "day")


def _portion(base: Period, portion: str) -> Period:
    table = read_table("dates")
    low, high = table["portions"].get(portion) or table["edges"][portion]
    if base.unit == "day":
        # "Late on Tuesday" runs into the night; "early Tuesday" ends before noon.
        low, high = {"early": (0.0, 0.55), "late": (0.6, 1.2)}.get(portion, (low, high))
    return base.share(low, high)


def _part_of_day(base: Period, parts: Parts) -> Period:
    if parts.overnight:
        return base.hours("NI", -7, 10)
    if parts.daypart is None:
        return base
    if parts.daypart.endswith("hours"):
        return base.hours("MO", 0, 8) if parts.daypart.startswith("early") else base.hours("NI", 20, 30)
    suffix, first, stop = read_table("dates")["parts"][parts.daypart]
    if parts.daypart == "night" and parts.deictic == 0:
        # "Tonight" is said of the evening; a time past midnight is "tomorrow".
        stop = 24
    if parts.daypart == "night" and parts.deictic == -1:
        first -= 1
    return base.hours(suffix, first, stop)


def _at(base: Period, clock: Clock, daypart: str | None) -> Period:
    """A time of day on a day.

    Where the half of the day is unsaid both times are possible, and so is everything between: the
    comparison knows from the parts said that only the two count. Midnight ends the day named or
    begins it.
    """
    hour = "24" if clock.hour == 24 else f"{clock.hour:02}"
    timex = f"{base.timex}T{hour}:{clock.minute:02}" + ("Z" if clock.zone and clock.offset == 0 else "")
    if base.start is None:
        return replace(base, timex=timex, unit="clock")
    day = periods.midnight(base.start.date())
    start = day + timedelta(hours=clock.hour, minutes=clock.minute)
    end = start + timedelta(minutes=1)
    if clock.hour == 24 and daypart is None:
        start = day
    elif clock.twelve:
        start, end = sorted((start, start + timedelta(hours=12 if clock.hour < 12 else -12)))
        end += timedelta(minutes=1)
    return Period(timex, start, end, "clock")
