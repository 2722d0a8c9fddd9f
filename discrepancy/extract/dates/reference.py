"""The day from which an article without a publication date is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from discrepancy.lexicon import read_table

# Months are written out so that no more than one pass over each text is needed.
_MONTH = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_FULL = re.compile(
    rf"\b(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)|{_MONTH}\s(\d{{1,2}})(?:st|nd|rd|th)?\s?,?\s((?:19|20)\d\d)"
    rf"|(\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH},?\s((?:19|20)\d\d))\b"
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},?\s(?:of\s)?((?:19|20)\d\d)\b")

NEAR = timedelta(days=366)
"""A dated sentence this much younger than all others is no evidence: it announces something."""


def infer_reference(texts: Sequence[str], published: Sequence[datetime | None] = ()) -> datetime | None:
    """The reference moment of a story's articles that carry no publication date.

    The middle one of the dates that the other articles carry; without any, the latest full date
    printed in the texts (captions count: they date a photograph of the event), else the latest
    month with a year. Dates that stand alone more than a year after all others are left out, for
    they announce what is to come.

    Args:
        texts: The bodies and titles of the story's articles.
        published: The publication times of the story's articles, None where unknown.
    """
    known = sorted(moment.replace(tzinfo=None) for moment in published if moment is not None)
    if known:
        return datetime.combine(known[(len(known) - 1) // 2].date(), time())
    for find in (_full_dates, _months):
        days = sorted(day for text in texts for day in find(text))
        while len(days) > 1 and days[-1] - days[-2] > NEAR and len(days) > 2:
            days.pop()
        if days:
            return datetime.combine(days[-1], time())
    return None


def _full_dates(text: str) -> list[date]:
    found = []
    for match in _FULL.finditer(text):
        iso, month, day, year, day2, month2, year2 = match.groups()
        if iso:
            parsed = _day(*(int(part) for part in iso.split("-")))
        else:
            parsed = _day(int(year or year2), _number(month or month2), int(day or day2))
        if parsed:
            found.append(parsed)
    return found


def _months(text: str) -> list[date]:
    return [date(int(match[2]), _number(match[1]), 1) for match in _MONTH_YEAR.finditer(text)]


def _number(month: str) -> int:
    return int(read_table("dates")["months"][month.lower()[:3]]) if month.lower() != "may" else 5


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
