"""Expressions that count units from a day: "two weeks ago", "the next three days", "a day earlier".

Width of the band around a counted day, for the value must hold every day that the words allow:
days are exact; weeks ±3 days and months ±15 days (half the unit); years are the calendar year
counted back, stretched by what completed and rounded years allow, and ±1 year from ten years on,
where nobody counts exactly; hours and minutes ± half the unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from discrepancy.extract.dates import periods
from discrepancy.extract.dates.atoms import CODES, Atom
from discrepancy.extract.dates.parts import read_number, read_unit
from discrepancy.extract.dates.periods import DAY, Period, open_period
from discrepancy.extract.dates.resolve import Anchor
from discrepancy.lexicon import read_table

_CATEGORY = {code: category for category, code in CODES.items()}
_UNITS = ("unit", "year_unit", "century", "hours", "minutes")
_LETTER = {
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
    "fortnight": "W",
    "hour": "H",
    "minute": "M",
    "second": "S",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of units, as a range for vague words ("a few weeks")."""

    low: float
    high: float
    unit: str

    @property
    def timex(self) -> str:
        """The duration as a TIMEX3 value, with X for a vague number."""
        factor = {"decade": 10, "century": 100, "fortnight": 2}.get(self.unit, 1)
        number = f"{self.low * factor:g}" if self.low == self.high else "X"
        return f"P{'T' if self.unit in ('hour', 'minute', 'second') else ''}{number}{_LETTER[self.unit]}"


def read_quantity(atoms: Sequence[Atom]) -> Quantity | None:
    """The quantity that the atoms state: number words or digits, halves, and a unit."""
    unit = next((atom for atom in atoms if _CATEGORY[atom.code] in _UNITS), None)
    if unit is None:
        return None
    vague = next((atom for atom in atoms if _CATEGORY[atom.code] == "vague"), None)
    if vague is not None:
        low, high = read_table("dates")["vague"][vague.text]
        return Quantity(low, high, read_unit(unit.text))
    numbers = [atom for atom in atoms if _CATEGORY[atom.code] in ("count", "number", "day")]
    half = any(_CATEGORY[atom.code] == "half" for atom in atoms)
    counts = [read_number(atom) for atom in numbers if not (half and atom.text in ("a", "an"))]
    if half and not counts:
        whole = 1.0 if unit.start < next(a.start for a in atoms if _CATEGORY[a.code] == "half") else 0.0
    else:
        whole = float(sum(counts)) if counts else 1.0
    return Quantity(whole + 0.5 * half, whole + 0.5 * half, read_unit(unit.text))


def resolve_offset(quantity: Quantity, sign: int, origin: datetime | None) -> Period:
    """The band around the moment ``quantity`` before (-1) or after (1) ``origin``."""
    unit = quantity.unit
    if origin is None:
        return open_period("PAST_REF" if sign < 0 else "FUTURE_REF", unit)
    first, last = sorted(periods.move(origin, unit, sign * count) for count in (quantity.low, quantity.high))
    if quantity.low != quantity.high:
        whole = periods.move(origin, unit, sign).date()
        start, end = _widen(first, unit), _widen(last, unit)
        timex = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Period(timex, start[0], end[1], periods.step_period(whole, unit, 0).unit)
    return _band(first, quantity, origin, sign)


def _widen(moment: datetime, unit: str) -> tuple[datetime, datetime]:
    half = {"hour": timedelta(minutes=30), "minute": timedelta(seconds=30), "second": timedelta(seconds=1)}
    if unit in half:
        return moment - half[unit], moment + half[unit]
    day = periods.midnight(moment.date())
    days = {"day": 0, "week": 3, "weekend": 3, "fortnight": 3, "month": 15, "quarter": 45, "year": 183}
    margin = days.get(unit, 1830) * DAY
    return day - margin, day + margin + DAY


def _band(moment: datetime, quantity: Quantity, origin: datetime, sign: int) -> Period:
    """The band for an exact number of units, named by the unit's calendar value."""
    unit = quantity.unit
    start, end = _widen(moment, unit)
    if unit in ("hour", "minute", "second"):
        return Period(moment.strftime("%Y-%m-%dT%H:%M"), start, end, "clock")
    if quantity.low % 1:
        finer = {"year": "month", "month": "day", "week": "day", "decade": "year", "century": "decade"}
        return replace(periods.step_period(moment.date(), finer.get(unit, unit), 0), start=start, end=end)
    named = periods.step_period(moment.date(), "week" if unit == "fortnight" else unit, 0)
    if unit == "year" and named.start and named.end:
        count = int(quantity.low)
        if count >= 10:
            return replace(
                named, start=periods.move(named.start, "year", -1), end=periods.move(named.end, "year", 1)
            )
        completed = periods.move(origin, "year", sign * (count + 1))
        rounded = periods.move(origin, "month", sign * (12 * count - 6))
        early, late = sorted((periods.midnight(completed.date()), periods.midnight(rounded.date())))
        return replace(named, start=min(early, named.start), end=max(late, named.end))
    if unit in ("month", "quarter", "decade", "century") and named.start and named.end:
        return replace(named, start=min(start, named.start), end=max(end, named.end))
    return replace(named, start=start, end=end)


def resolve_clock_offset(quantity: Quantity, sign: int, anchor: Anchor) -> Period:
    """So many hours or minutes from the moment told last; without one, some time around the day told."""
    if anchor.clock is not None:
        return resolve_offset(quantity, sign, anchor.clock)
    if anchor.told is None:
        return open_period("PAST_REF" if sign < 0 else "FUTURE_REF", quantity.unit)
    day = periods.day_period(anchor.told)
    assert day.start is not None
    assert day.end is not None
    moved = [periods.move(bound, quantity.unit, sign * quantity.high) for bound in (day.start, day.end)]
    return replace(day, start=min(day.start, moved[0]), end=max(day.end, moved[1]))


def resolve_beside(atoms: Sequence[Atom], anchor: Anchor) -> Period | None:
    """So many units from today or its neighbours: "the day after tomorrow"."""
    quantity = read_quantity(atoms)
    if quantity is None or anchor.today is None:
        return None
    day = anchor.today + int(read_table("dates")["deictics"][atoms[-1].text]) * DAY
    sign = -1 if _CATEGORY[atoms[-2].code] == "before" else 1
    return resolve_offset(quantity, sign, periods.midnight(day))


def resolve_ahead(quantity: Quantity, word: str, anchor: Anchor) -> Period:
    """So many units from today or its neighbours: "four weeks from yesterday", to the day."""
    if anchor.moment is None:
        return resolve_offset(quantity, 1, None)
    origin = anchor.moment + int(read_table("dates")["deictics"][word]) * DAY
    ahead = resolve_offset(quantity, 1, origin)
    if quantity.unit not in ("week", "fortnight") or quantity.low != quantity.high or quantity.low % 1:
        return ahead
    return periods.day_period(periods.move(origin, quantity.unit, quantity.low).date())


def loose_timex(atoms: Sequence[Atom]) -> str:
    """The value of a time without a number: "for years", "a week", "months ago", "decades-long"."""
    if _CATEGORY[atoms[-1].code] in ("ago", "earlier", "later"):
        return "FUTURE_REF" if _CATEGORY[atoms[-1].code] == "later" else "PAST_REF"
    word = next(atom.text for atom in atoms if _CATEGORY[atom.code] in _UNITS)
    unit = read_unit(word)
    vague = word.endswith("s") or (unit == "century" and word != "century")
    return Quantity(1, 2 if vague else 1, unit).timex


def resolve_window(quantity: Quantity, sign: int, origin: datetime | None) -> Period:
    """The stretch from ``origin`` over the next (1) or the last (-1) units; a duration that is placed."""
    if origin is None:
        return open_period(quantity.timex, quantity.unit)
    far = periods.move(origin, quantity.unit, sign * quantity.high)
    start, end = sorted((periods.midnight(origin.date()), periods.midnight(far.date())))
    return Period(quantity.timex, start, end + DAY, quantity.unit)


def resolve_adjacent(unit: str, sign: int, anchor: Anchor) -> Period:
    """The unit next to the day told last: "the day before", "the week after", "the night before"."""
    day = (anchor.told if unit == "day" else anchor.since) or anchor.told or anchor.today
    if day is None:
        return open_period("XXXX-XX-XX", unit)
    parts = read_table("dates")["parts"]
    if unit in parts:
        return periods.day_period(day + sign * DAY).hours(*parts[unit])
    return periods.step_period(day, unit, sign)
