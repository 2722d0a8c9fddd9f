"""Durations: "4 hours 21 minutes 8 seconds", "2:06:41", "4:03.58", "an hour and a half", and their TIMEX3.

A composite duration is one figure, counted in the smallest unit that it names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from discrepancy.extract.figures.units import Unit, match_unit
from discrepancy.extract.numerals import Numeral, find_numerals
from discrepancy.model import Mention

_RACE = re.compile(
    r"(?<![\d:.])(?:(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d\.\d{1,3})"
    r"|(?P<full>\d{1,2}):(?P<of_hour>[0-5]\d):(?P<whole>[0-5]\d))(?![\d:]|\.\d)"
)
"""Times as a stopwatch has them; one of two parts is told from the time of day by its fraction."""
_SPELLED = re.compile(
    r"(?<![\w.:])(?:(?P<hours>\d{1,2}) ?h(?:rs?)? ?)?(?P<minutes>\d{1,2}) ?m(?:ins?)? ?"
    r"(?P<seconds>\d{1,2}(?:\.\d{1,3})?) ?s(?:ecs?)?\b"
)
"""The same with letters: "1m48s", "2h 6m 41s"."""
_GAP = re.compile(
    r"(?<![\d:.])(?:(?<=by )|(?<=gap of )|(?<=lead of )|(?<=deficit of )|(?<=advantage of )|(?<=margin of )"
    r"|(?<=\+))(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)(?![\d:.]| ?[ap]\.?m)"
    r"|(?<![\d:.])(?P<behind>\d{1,2}):(?P<rest>[0-5]\d)(?= (?:behind|back|ahead|adrift|down|clear"
    r"|in front|to find|to make up|slower|faster|quicker|in arrears|off the)\b)"
)
"""A difference of minutes and seconds, which by its words is no time of day: "1:48 behind"."""
_NEXT = {"hour": "minute", "minute": "second"}
_SIXTY = 60
_LINK = re.compile(r"(?:,? and |, | )?$")
_PARTS = {"tenth": 10, "hundredth": 100, "thousandth": 1000}
_PART_BEHIND = re.compile(r"[ -](tenth|hundredth|thousandth)s?\b")
_PART = re.compile(r"(?i)(tenth|hundredth|thousandth)s?$")
_ARTICLE = re.compile(
    r"\b(an?) (hour|day|week|fortnight|month|year|decade|century|minute|second|metre|meter|mile|kilometre|"
    r"kilometer|tonne|ton|kilogram|kilo|foot|inch|litre|liter|acre|hectare)\b(?: and (a half|a quarter)\b)?"
)
_DELAY = re.compile(
    r"[^;:]+[ -](?:seconds?|minutes?|hours?|secs?|mins?) (?:later|afterwards?|earlier|before|after|hence)$",
    re.I,
)
_CLOCK = re.compile(r"T\d")
_EXACT = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_CALENDAR = {"month": 1, "year": 12}
_MIXED = (
    {"inch": 1, "foot": 12},
    {"ounce": 1, "pound": 16},
    {"cent": 1, "dollar": 100},
    {"penny": 1, "pound sterling": 100},
)
"""Units outside time that are printed in parts: "6 feet 2 inches", "7 pounds 3 ounces"."""

_SCALES = (_EXACT, _CALENDAR, *_MIXED)
_MEASURES = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
}
_LONGER = {
    "fortnight": (2, "week"),
    "decade": (10, "year"),
    "quarter-century": (25, "year"),
    "century": (100, "year"),
}


def find_races(text: str) -> list[Numeral]:
    """Times of the form 2:06:41 and 4:03.58, in seconds."""
    found = []
    for match in _RACE.finditer(text):
        hours = int(match["hours"] or match["full"] or 0)
        minutes = int(match["minutes"] or match["of_hour"])
        seconds = Decimal(match["seconds"] or match["whole"])
        total = hours * 3600 + minutes * 60 + seconds
        step = Decimal(1).scaleb(int(seconds.as_tuple().exponent))
        found.append(Numeral(*match.span(), (total,), total, total, step, "digits"))
    for match in (*_SPELLED.finditer(text), *_GAP.finditer(text)):
        parts = match.groupdict()
        seconds = Decimal(parts["seconds"] or parts["rest"])
        total = int(parts.get("hours") or 0) * 3600 + int(parts["minutes"] or parts["behind"]) * 60 + seconds
        step = Decimal(1).scaleb(int(seconds.as_tuple().exponent))
        found.append(Numeral(*match.span(), (total,), total, total, step, "digits"))
    return found


def find_gaps(text: str) -> set[tuple[int, int]]:
    """Where differences of minutes and seconds stand that look like times of day: "1:48 behind"."""
    return {match.span() for match in _GAP.finditer(text)}


def race_timex(seconds: Decimal) -> str:
    """TIMEX3 value of such a time: 7601 seconds → PT2H6M41S, 243.58 seconds → PT4M3.58S."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"PT{f'{hours}H' if hours else ''}{minutes}M{rest}S"


def drop_delays(dates: Sequence[Mention]) -> tuple[Mention, ...]:
    """Dates without those that tell a number of hours, minutes or seconds after a moment that has no hour.

    "The second rider came in 14 seconds later": which moment it was nobody learns, but by how much he lost.
    """
    return tuple(date for date in dates if not _is_delay(date))


def _is_delay(date: Mention) -> bool:
    counted = _DELAY.fullmatch(date.text) is not None and bool(find_numerals(date.text))
    return counted and _CLOCK.search(date.value.normal) is None


def find_articles(text: str) -> list[tuple[Numeral, Unit, bool]]:
    """Read "an hour and a half", "a week": the number, its unit, and whether a fraction follows.

    The plain form states a quantity only beside a hedge or in a composite, which the caller knows.
    """
    found = []
    for match in _ARTICLE.finditer(text):
        unit = match_unit(text, match.start(2))
        if unit is None:
            continue
        extra = {"a half": Decimal("0.5"), "a quarter": Decimal("0.25")}.get(match[3], Decimal(0))
        value = 1 + extra
        numeral = Numeral(match.start(), match.end(1), (value,), value, value, extra or Decimal(1), "words")
        unit = Unit(unit.name, unit.measure, match.end(), unit.timex)
        found.append((numeral, unit, bool(extra)))
    return found


def is_link(text: str, end: int, start: int, measure: str) -> bool:
    """Whether what stands between two parts may join them into one quantity of that measure."""
    if measure != "duration" and "," in text[end:start]:
        # "rose 20 feet, 3 inches of rain fell"
        return False
    return start - end <= 6 and _LINK.fullmatch(text[end:start]) is not None


def unsaid_unit(text: str, before: Unit, numeral: Numeral) -> Unit | None:
    """The unit of "48" in "1 minute 48" and of "3.58" in "four minutes 3.58", None where it may have another.

    Args:
        text: The line.
        before: The unit right before the number.
        numeral: The number, behind which nothing that is counted may stand.
    """
    name = _NEXT.get(before.name)
    if name is None or text[before.end : numeral.start] != " " or numeral.is_range or numeral.low >= _SIXTY:
        return None
    return Unit(name, before.measure, numeral.end)


def add_part_of_second(text: str, before: Unit, numeral: Numeral) -> tuple[Decimal, Decimal, Unit] | None:
    """What "30 hundredths" adds to the seconds right before it, its step, and the unit with its new end."""
    if before.name != "second" or _LINK.fullmatch(text[before.end : numeral.start]) is None:
        return None
    written = _PART.search(text, numeral.start, numeral.end) if numeral.form == "fraction" else None
    part = written or _PART_BEHIND.match(text, numeral.end)
    if part is None or numeral.is_range:
        return None
    step = 1 / Decimal(_PARTS[part[1].lower()])
    value = numeral.low if written else numeral.low * step
    return (value, step, Unit(before.name, before.measure, part.end())) if value < 1 else None


def may_follow(left: Unit, right: Unit) -> bool:
    """Whether ``right`` is a smaller unit that continues ``left`` ("hours" → "minutes")."""
    for scale in _SCALES:
        if left.name in scale and right.name in scale:
            return scale[left.name] > scale[right.name]
    return False


def combine(parts: list[tuple[Decimal, Unit]]) -> tuple[Decimal, str]:
    """The sum of a composite quantity in its last part's unit, and that unit."""
    last = parts[-1][1].name
    scale = next(scale for scale in _SCALES if last in scale)
    total = sum((value * scale[unit.name] for value, unit in parts), Decimal(0))
    return total / scale[last], last


def timex(value: Decimal, unit: str) -> str | None:
    """TIMEX3 value of a duration: 2.5 hours → PT2H30M, 3 days → P3D.

    Args:
        value: How many.
        unit: Canonical name of the unit of time.
    """
    if unit in _LONGER:
        factor, unit = _LONGER[unit]
        value *= factor
    code = _MEASURES.get(unit)
    if code is None or value < 0:
        return None
    if code in ("D", "W", "M", "Y"):
        return f"P{_plain(value)}{code}"
    seconds = value * _EXACT[unit]
    if seconds != int(seconds):
        return f"PT{_plain(value)}{code[1]}"
    left = int(seconds)
    # Whole numbers stay in the unit that was printed: 150 minutes are PT150M, not PT2H30M.
    if value == int(value):
        return f"PT{int(value)}{code[1]}"
    parts = [(left // 3600, "H"), (left % 3600 // 60, "M"), (left % 60, "S")]
    return "PT" + "".join(f"{n}{letter}" for n, letter in parts if n)


def composite_timex(parts: list[tuple[Decimal, Unit]]) -> str | None:
    """TIMEX3 value of a composite duration in the parts printed: PT4H21M8S; None for other quantities."""
    if any(unit.measure != "duration" for _, unit in parts):
        return None
    days = "".join(f"{_plain(v)}{_MEASURES[u.name]}" for v, u in parts if _MEASURES[u.name] in "DWMY")
    clock = "".join(f"{_plain(v)}{_MEASURES[u.name][1]}" for v, u in parts if _MEASURES[u.name] not in "DWMY")
    return f"P{days}{'T' if clock else ''}{clock}"


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
