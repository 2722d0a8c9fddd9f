"""Dates in words that an editor reads, and the names of the slips that lie between two of them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from discrepancy.compare.digits import SWAPPED
from discrepancy.model import Date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}
_SETS = {"D": "day", "W": "week", "M": "month", "Y": "year", "Q": "quarter"}
_HALF_DAY = 1200
"""What lies between two four-digit times that differ by a.m. and p.m. alone."""
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")


def weekday_name(weekday: int) -> str:
    """The name of a weekday, Monday 0."""
    return _WEEKDAYS[weekday]


def describe(value: Date, weekday: bool = True) -> str:
    """A value in words: "24 February 2014", "Tuesday 15 October 2024, 3:40 a.m.", "summer 2022".

    Args:
        value: The date.
        weekday: Whether to name the weekday as it was printed.
    """
    if value.timex in _REFERENCES:
        return _REFERENCES[value.timex]
    if value.type == "SET":
        return _describe_set(value.timex)
    if "/" in value.timex:
        return " to ".join(_describe_day(part) for part in value.timex.split("/"))
    day, _, time = value.timex.partition("T")
    named = value.weekday if value.weekday is not None else _plain_weekday(value)
    words = _describe_day(day) if not day.startswith("P") else _describe_stretch(value)
    if weekday and named is not None and _DAY.fullmatch(day):
        words = f"{_WEEKDAYS[named]} {words}"
    if not time or day.startswith("P"):
        return words
    told = _describe_time(time.rstrip("Z"), value)
    return (
        told
        if "clock" in value.said and len(value.said - {"clock", "zone", "meridiem"}) == 0
        else f"{words}, {told}"
    )


def _plain_weekday(value: Date) -> int | None:
    return value.start.weekday() if value.start and "weekday" in value.said else None


def _describe_day(timex: str) -> str:
    if match := _DAY.fullmatch(timex):
        year, month, day = match.groups()
        return f"{int(day)} {_MONTHS[int(month) - 1]}" + ("" if year == "XXXX" else f" {year}")
    if match := re.fullmatch(r"(\d{4}|XXXX)-(\d\d)", timex):
        return _MONTHS[int(match[2]) - 1] + ("" if match[1] == "XXXX" else f" {match[1]}")
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", timex):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        first = monday + timedelta(days=5 if match[3] else 0)
        return f"the {'weekend' if match[3] else 'week'} of {_describe_day(first.isoformat())}"
    if match := re.fullmatch(r"(\d{4}|XXXX)-(SP|SU|FA|WI)", timex):
        return _SEASONS[match[2]] + ("" if match[1] == "XXXX" else f" {match[1]}")
    if match := re.fullmatch(r"(\d{4}|XXXX)-([QH])(\d)", timex):
        unit = "quarter" if match[2] == "Q" else "half"
        return f"{unit} {match[3]}" + ("" if match[1] == "XXXX" else f" of {match[1]}")
    if match := re.fullmatch(r"FY(\d{4})(?:-Q(\d))?", timex):
        return (f"quarter {match[2]} of " if match[2] else "") + f"fiscal year {match[1]}"
    if match := re.fullmatch(r"XXXX-WXX-(\d)", timex):
        return _WEEKDAYS[int(match[1]) - 1]
    if re.fullmatch(r"\d{3}", timex):
        return f"the {timex}0s"
    if re.fullmatch(r"\d\d", timex):
        number = int(timex) + 1
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if not 10 < number < 14 else "th"
        return f"the {number}{ending} century"
    if timex.startswith("BC"):
        return f"{timex[2:].lstrip('0')} BC"
    return "an unnamed day" if timex.startswith("XXXX") else timex


def _describe_stretch(value: Date) -> str:
    if value.first is None or value.last is None:
        return "a stretch of time"
    return f"{_describe_day(value.first.isoformat())} to {_describe_day(value.last.isoformat())}"


def _describe_set(timex: str) -> str:
    if match := re.fullmatch(r"PT?(\d+)([DWMYQHS])", timex):
        unit = _SETS[match[2]] if "T" not in timex else {"H": "hour", "M": "minute", "S": "second"}[match[2]]
        return f"every {unit}" if match[1] == "1" else f"every {match[1]} {unit}s"
    day, _, part = timex.partition("T")
    return f"every {_PARTS[part]}" if part in _PARTS else f"every {_describe_day(day)}"


def _describe_time(time: str, value: Date) -> str:
    if time in _PARTS:
        return _PARTS[time]
    match = re.fullmatch(r"(\d\d):(\d\d)", time)
    if match is None:
        return time
    hour, minute = int(match[1]), match[2]
    if "meridiem" not in value.said and hour <= 12:
        return f"{hour}:{minute}"
    half = "a.m." if hour % 24 < 12 else "p.m."
    zone = ""
    if value.offset is not None:
        sign = "+" if value.offset >= 0 else "-"
        hours, minutes = divmod(abs(value.offset), 60)
        zone = " UTC" + (f"{sign}{hours}" if value.offset else "") + (f":{minutes:02}" if minutes else "")
    return f"{hour % 12 or 12}:{minute} {half}{zone}"


def name_slip(left: Date, right: Date) -> str:
    """The typical slip that turns one value into the other, or "" where there is none."""
    first, second = left.timex.partition("T")[0], right.timex.partition("T")[0]
    if first == second:
        return _clock_slip(left, right)
    one, two = first.split("-"), second.split("-")
    if len(one) != len(two) or not all(re.fullmatch(r"\d\d(?:\d\d)?", part) for part in one + two):
        return ""
    changed = [index for index, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    if len(one) == 3 and changed[:1] == [0] and len(changed) == 2 and not _say_year(left, right):
        changed = changed[1:]  # one year is the reader's own guess
    if len(one) == 3 and changed == [1, 2] and one[1:] == two[:0:-1]:
        return "day and month exchanged"
    if len(one) == 3 and left.start and right.start and abs(left.start.date() - right.start.date()).days == 1:
        return "neighbouring day"
    if len(changed) != 1:
        return ""
    return _part_slip(one, two, changed[0])


def _say_year(left: Date, right: Date) -> bool:
    return all(date.said & {"year", "relative"} for date in (left, right))


def _part_slip(one: list[str], two: list[str], index: int) -> str:
    """The slip where only the year, the month or the day differs."""
    digits = _digit_slip(one[index], two[index])
    if index == 0 and len(one) > 1:
        return (
            digits if digits == SWAPPED else "another year, same " + ("day and month", "month")[len(one) == 2]
        )
    if index == 1 and len(one) == 3:
        return "another month, same day"
    return digits


def _digit_slip(one: str, two: str) -> str:
    if len(one) != len(two):
        return ""
    apart = [i for i, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    if len(apart) == 1:
        return "one digit"
    swapped = len(apart) == 2 and (one[apart[0]], one[apart[1]]) == (two[apart[1]], two[apart[0]])
    return SWAPPED if swapped else ""


def _clock_slip(left: Date, right: Date) -> str:
    if left.start is None or right.start is None or not {"clock"} <= left.said & right.said:
        return ""
    faces = [re.search(r"T(\d\d):(\d\d)", date.timex) for date in (left, right)]
    if None in faces:
        return ""
    one, two = (f"{face[1]}{face[2]}" for face in faces if face)
    if abs(int(one) - int(two)) == _HALF_DAY:
        return "a.m. and p.m. exchanged"
    return _digit_slip(one, two)
