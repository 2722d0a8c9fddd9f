"""A period printed by both its ends, listed as the two dates that TIMEX3 marks.

Checking keeps the period whole, for "24-26 February" allows the 25th; a list of what is printed has
two dates ("24", "26 February"), as the TimeML guidelines (1.2.1, on ranges) want them annotated.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from discrepancy.extract.dates import periods
from discrepancy.extract.dates.periods import Period, open_period
from discrepancy.model import Date, Mention

_JOINT = re.compile(r"\s*[-–—]\s*|\s+(?:to|and|through|until|till|or|&)\s+")
_NAMED = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def split_ends(mention: Mention) -> tuple[Mention, ...]:
    """The dates at both ends of a period that is printed by them; any other mention as it is."""
    value = mention.value
    if not isinstance(value, Date) or value.timex.count("/") != 1:
        return (mention,)
    joints = list(_JOINT.finditer(mention.text))
    if len(joints) != 1:
        return (mention,)
    first, second = (_place(timex) for timex in value.timex.split("/"))
    left, right = joints[0].span()
    return (
        replace(
            mention,
            end=mention.start + left,
            text=mention.text[:left],
            value=_date(value, first, later=False),
        ),
        replace(
            mention,
            start=mention.start + right,
            text=mention.text[right:],
            value=_date(value, second, later=True),
        ),
    )


def _date(value: Date, end: Period, later: bool) -> Date:
    """One end of ``value``; the weekday printed was the first one's."""
    weekday = None if later else value.weekday
    return replace(value, timex=end.timex, start=end.start, end=end.end, weekday=weekday)


def _place(timex: str) -> Period:
    """The period of a value of years, months or days; open where a part of it is."""
    named = _NAMED.fullmatch(timex)
    if named is None:
        return open_period(timex, "span")
    year, month, day = (int(part) if part else 0 for part in named.groups())
    if day:
        return periods.day_period(date(year, month, day))
    return periods.month_period(year, month) if month else periods.year_period(year)
