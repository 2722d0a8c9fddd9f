"""Expressions with a form of their own: decades, centuries, quarters, spans, sets, numeric dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from discrepancy.extract.dates import periods
from discrepancy.extract.dates.atoms import CODES, Atom
from discrepancy.extract.dates.offsets import read_quantity
from discrepancy.extract.dates.parts import Parts, read_number, read_parts
from discrepancy.extract.dates.periods import DAY, Period, open_period
from discrepancy.extract.dates.resolve import Anchor, resolve
from discrepancy.extract.dates.tense import FUTURE
from discrepancy.lexicon import read_table

_CATEGORY = {code: category for category, code in CODES.items()}
_SATURDAY = 5


def _with(atoms: Sequence[Atom], *categories: str) -> Atom | None:
    return next((atom for atom in atoms if _CATEGORY[atom.code] in categories), None)


def _share(period: Period, atoms: Sequence[Atom]) -> Period:
    portion = _with(atoms, "portion", "edge")
    if portion is None:
        return period
    table = read_table("dates")
    return period.share(*(table["portions"].get(portion.text) or table["edges"][portion.text]))


def read_decade(atoms: Sequence[Atom]) -> Period | None:
    """A decade: "the 1980s", "the mid-'90s"."""
    atom = _with(atoms, "decade")
    if atom is None:
        return None
    year = atom.number + (1900 if atom.number < 100 else 0)
    return _share(periods.years_period(f"{year // 10:03}", year, 10, "decade"), atoms)


def read_century(atoms: Sequence[Atom]) -> Period | None:
    """A century: the 19th counts from 1800 to 1899, for nobody means the year 1900."""
    atom = _with(atoms, "ordinal", "rank")
    if atom is None or not 2 <= read_number(atom) <= 22:
        return None
    century = read_number(atom) - 1
    return _share(periods.years_period(f"{century:02}", century * 100, 100, "century"), atoms)


def read_quarter(atoms: Sequence[Atom], anchor: Anchor) -> Period | None:
    """A quarter or half: "the third quarter of 2020", "Q1", "the first half of next year"."""
    printed = _with(atoms, "quarterly")
    rank = int(printed.text[1]) if printed else read_number(_with(atoms, "rank", "ordinal") or atoms[0])
    unit = _with(atoms, "unit", "half")
    half = unit is not None and unit.text == "half"
    if (not printed and (unit is None or unit.text not in ("quarter", "half"))) or rank > (2 if half else 4):
        return None
    rest = [
        atom
        for atom in atoms
        if atom not in (unit, printed) and _CATEGORY[atom.code] not in ("rank", "ordinal")
    ]
    parts = read_parts(rest)
    year = parts.year
    if year is None and "year" in parts.steps and anchor.today:
        year = anchor.today.year + parts.steps["year"]
    make = periods.half_period if half else periods.quarter_period
    if year is None and half:
        return None
    year = year or anchor.year
    if year:
        return _share(make(year, rank), atoms)
    if anchor.today is None:
        return open_period(f"XXXX-Q{rank}", "quarter")
    return _share(_recent_quarter(rank, anchor), atoms)


def read_fiscal(atoms: Sequence[Atom], anchor: Anchor) -> Period | None:
    """A fiscal year or a quarter of one: "fiscal 2019", "FY19", "the fiscal fourth quarter".

    Fiscal years begin and end where each company and country will, most of them in the year before or
    after the one they are named for, so the bounds reach that far.
    """
    year = _fiscal_year(atoms, anchor)
    order = _with(atoms, "rank", "ordinal", "quarterly")
    if order is None:
        return _fiscal_period(f"FY{year:04}", year) if year else None
    unit = _with(atoms, "unit")
    rank = int(order.text[1]) if _CATEGORY[order.code] == "quarterly" else read_number(order)
    if (unit is not None and unit.text != "quarter") or rank > 4:
        return None
    return _fiscal_period(f"FY{year:04}-Q{rank}", year) if year else open_period(f"XXXX-Q{rank}", "quarter")


def _fiscal_year(atoms: Sequence[Atom], anchor: Anchor) -> int | None:
    printed = _with(atoms, "year", "fiscal_year")
    if printed is not None:
        return printed.number if printed.number > 99 else 2000 + printed.number
    step = _with(atoms, "step")
    if step is None or anchor.today is None:
        return None
    return anchor.today.year + int(read_table("dates")["steps"][step.text])


def _fiscal_period(timex: str, year: int) -> Period:
    return Period(timex, datetime(year - 1, 2, 1), datetime(year + 1, 12, 1), "year")


def read_weekend(anchor: Anchor) -> Period | None:
    """The weekend that is on, or else the last one; the next one where the grammar looks ahead."""
    today = anchor.today
    if today is None:
        return open_period("XXXX-WXX-WE", "weekend")
    begun = today.weekday() >= _SATURDAY or anchor.direction == FUTURE
    return periods.step_period(today, "weekend", 0 if begun else -1)


def _recent_quarter(rank: int, anchor: Anchor) -> Period:
    """The quarter that has begun last, or begins next where the grammar looks ahead."""
    today = anchor.today or date.min
    quarter = periods.quarter_period(today.year, rank)
    now = periods.midnight(today)
    if anchor.direction == FUTURE and quarter.end and quarter.end <= now:
        return periods.quarter_period(today.year + 1, rank)
    if anchor.direction != FUTURE and quarter.start and quarter.start > now:
        return periods.quarter_period(today.year - 1, rank)
    return quarter


def read_pair(atom: Atom) -> Period | None:
    """Years joined, "2016-2019" or "2024/25": from the first year to the end of the second."""
    first, last = (int(text) for text in re.findall(r"\d+", atom.text))
    if last < 100:
        last += first // 100 * 100 + (100 if last < first % 100 else 0)
    if not first < last <= first + 150:
        return None
    return periods.years_period(f"{first:04}/{last:04}", first, last - first + 1, "span")


def split_pair(text: str) -> list[tuple[tuple[int, int], Period]]:
    """The two years of "1914-1918", each with its place; none where the second is cut ("2016-19").

    What is written out are two dates; a second year of two digits says that the pair is one thing.
    """
    years = list(re.finditer(r"\d{4}", text))
    if len(years) < 2 or "/" in text:
        return []
    return [(year.span(), periods.year_period(int(year[0]))) for year in years]


def read_nth(atoms: Sequence[Atom], anchor: Anchor) -> Period | None:
    """A day or week counted within a month: "the last Thursday of September", "the first day of May"."""
    link = next(i for i, atom in enumerate(atoms) if _CATEGORY[atom.code] in ("of", "in"))
    month = _month_of(atoms[link + 1 :], anchor)
    ranked = _with(atoms, "rank")
    unit = _with(atoms, "weekday", "unit")
    if month is None or month.start is None or month.end is None or unit is None:
        return None
    last = ranked is None
    rank = -1 if last else read_number(ranked or atoms[0])
    if _CATEGORY[unit.code] == "weekday":
        weekday = read_table("dates")["weekdays"][unit.text.rstrip(".")]
        return periods.day_period(periods.nth_weekday(month.start.year, month.start.month, weekday, rank))
    if unit.text == "day":
        return periods.day_period(
            (month.end - DAY).date() if last else (month.start + (rank - 1) * DAY).date()
        )
    if unit.text == "week":
        start = month.end - 7 * DAY if last else month.start + 7 * (rank - 1) * DAY
        return replace(periods.week_period((start + 3 * DAY).date()), start=start, end=start + 7 * DAY)
    return None


def _month_of(atoms: Sequence[Atom], anchor: Anchor) -> Period | None:
    """The month named, or "the month" that is on."""
    if _with(atoms, "month", "step", "same") or anchor.today is None:
        return resolve(read_parts(atoms), anchor)
    return periods.step_period(anchor.today, "month", 0)


def read_eve(atoms: Sequence[Atom], anchor: Anchor) -> Period | None:
    """The day beside another: "the day after Easter Monday", "the day before 4 May"."""
    at = next(i for i, atom in enumerate(atoms) if _CATEGORY[atom.code] in ("before", "after"))
    day = resolve(read_parts(atoms[at + 1 :]), anchor)
    if day is None or day.start is None:
        return None
    return periods.day_period(day.start.date() + (-DAY if _CATEGORY[atoms[at].code] == "before" else DAY))


def is_night_to(atoms: Sequence[Atom]) -> bool:
    """Whether one night is told by the day that it leads to; "at night from Monday to Friday" is five."""
    if not any(atom.text in ("night", "overnight") for atom in atoms[:2]):
        return False
    first, last = _cut_nights(atoms)
    if not first:
        return True
    one, two = read_parts(first), read_parts(last)
    if one.weekday is not None and two.weekday is not None:
        return (one.weekday + 1) % 7 == two.weekday
    return one.day is not None and two.day in (one.day + 1, 1)


def read_night_to(atoms: Sequence[Atom], anchor: Anchor) -> Period | None:
    """The night before a day: "in the night to Sunday", "overnight from Saturday to Sunday"."""
    day = resolve(read_parts(_cut_nights(atoms)[1]), anchor)
    if day is None or day.start is None:
        return None
    suffix, first, stop = read_table("dates")["parts"]["night"]
    return periods.day_period(day.start.date() - DAY).hours(suffix, first, stop)


def _cut_nights(atoms: Sequence[Atom]) -> tuple[Sequence[Atom], Sequence[Atom]]:
    """What names the day on which a night begins, if anything, and what names the one on which it ends."""
    kinds = [_CATEGORY[atom.code] for atom in atoms]
    to = len(kinds) - 1 - kinds[::-1].index("to")
    return atoms[kinds.index("from") + 1 : to] if "from" in kinds else (), atoms[to + 1 :]


def read_span(first: Sequence[Atom], second: Sequence[Atom], anchor: Anchor) -> Period | None:
    """From one end to the other ("Feb 24-26", "3 to 5 May"); each takes what only the other says."""
    left, right = read_parts(first), read_parts(second)
    right = _borrow(right, left)
    left = _borrow(left, right)
    start, end = resolve(left, anchor), resolve(right, anchor)
    if start is None or end is None:
        return None
    timex = f"{start.timex}/{end.timex}"
    if start.start is None or end.end is None:
        return open_period(timex, "span")
    if left.month and right.month and left.month > right.month and not left.year and start.start > end.start:  # type: ignore[operator]
        start = resolve(replace(left, year=start.start.year - 1), anchor) or start
    if start.start is None or start.start >= end.end:
        return None
    return Period(f"{start.timex}/{end.timex}", start.start, end.end, "span")


def _borrow(parts: Parts, other: Parts) -> Parts:
    month = parts.month or (other.month if parts.day else None)
    return replace(parts, month=month, year=parts.year or other.year, steps=parts.steps or other.steps)


def read_set(atoms: Sequence[Atom]) -> str | None:
    """The TIMEX3 value of something that recurs: a weekday, a unit, an adverb."""
    table = read_table("dates")
    for atom in atoms:
        category = _CATEGORY[atom.code]
        if category == "set":
            return str(table["sets"][atom.text])
        if category in ("weekday", "weekdays"):
            return f"XXXX-WXX-{table['weekdays'][atom.text.rstrip('.').removesuffix('s')] + 1}"
        if category == "month":
            return f"XXXX-{table['months'][atom.text.rstrip('.')]:02}"
        if category == "daypart":
            return f"XXXX-XX-XXT{table['parts'][atom.text.removesuffix('s')][0]}"
        if category == "season":
            return f"XXXX-{table['seasons'][atom.text]}"
    number = _with(atoms, "count", "rank", "ordinal", "day")
    if number is None and len(atoms) == 3:
        if atoms[1].text == "other":
            return _set_of_units(atoms[-1].text, 2)
        few = read_quantity(atoms[1:])
        return few.timex if few else None
    return _set_of_units(atoms[-1].text, read_number(number) if number else 1)


def _set_of_units(word: str, count: int) -> str | None:
    singular = word.removesuffix("s") if word != "centuries" else "century"
    unit = {"decade": ("10", "Y"), "century": ("100", "Y"), "fortnight": ("2", "W")}.get(singular)
    if unit:
        return f"P{unit[0]}{unit[1]}"
    if singular == "weekend":
        return "XXXX-WXX-WE"
    letters = {"day": "D", "week": "W", "month": "M", "year": "Y", "quarter": "Q"}
    clock = {"hour": "H", "minute": "M", "min": "M", "second": "S"}
    if singular in clock:
        return f"PT{count}{clock[singular]}"
    return f"P{count}{letters[singular]}" if singular in letters else None


def read_iso(text: str) -> Period | None:
    """A date as ISO 8601 writes it, with or without a time."""
    try:
        moment = datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    day = periods.day_period(moment.date())
    if len(text) <= 10:
        return day
    return Period(f"{day.timex}T{moment:%H:%M}", moment, moment.replace(second=59), "clock")


def read_slashed(text: str, day_first: bool | None, anchor: Anchor) -> Period | None:
    """A numeric date. Both orders stand where nothing decides between them.

    A day within a week of the reference day decides: news prints the days around it.
    """
    readings = []
    for order in ("DMY", "MDY"):
        found = _parse_numeric(text, order, anchor)
        if found and found not in readings:
            readings.append(found)
    if len(readings) == 2 and day_first is not None:
        readings = readings[:1] if day_first else readings[1:]
    if len(readings) == 2 and anchor.today:
        today = anchor.today
        near = [day for day in readings if abs(day - today) <= 7 * DAY]
        readings = near if len(near) == 1 else readings
    if not readings:
        return None
    if len(readings) == 1:
        return periods.day_period(readings[0])
    low, high = sorted(readings)
    return Period(f"{low.year:04}-XX-XX", periods.midnight(low), periods.midnight(high + DAY), "day")


def _parse_numeric(text: str, order: str, anchor: Anchor) -> date | None:
    from dateparser.date import DateDataParser

    first, second = (int(part) for part in re.split(r"[/.-]", text)[:2])
    day, month = (first, second) if order == "DMY" else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    settings = {
        "DATE_ORDER": order,
        "STRICT_PARSING": True,
        "RELATIVE_BASE": anchor.moment or datetime(2000, 1, 1),
    }
    found = DateDataParser(languages=["en"], settings=settings).get_date_data(text).date_obj
    return found.date() if found and (found.day, found.month) == (day, month) else None
