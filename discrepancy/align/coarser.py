"""Dates told more coarsely than they are printed: who has "2016" means the year of "May 2016".

A time that is printed with its day tells the day as well, and can be held against a day without one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from discrepancy.align.answers import date_of
from discrepancy.align.calendar import grain_of
from discrepancy.model import Claim

_HOUR = re.compile(r"\dT(?!24|00:00)\d\d:")
"""A time of day, but midnight: "midnight on Sunday" begins that day or ends it."""


def name_year(claim: Claim) -> Claim | None:
    """The year alone of a month that is printed with its year; None for all else."""
    value = date_of(claim)
    if grain_of(value) != "month" or "year" not in value.said or value.start is None:
        return None
    start, end = datetime(value.start.year, 1, 1), datetime(value.start.year + 1, 1, 1)
    year = replace(value, timex=value.timex[:4], start=start, end=end, said=frozenset({"year"}))
    return replace(claim, mention=replace(claim.mention, value=year))


def name_day(claim: Claim) -> Claim | None:
    """The day alone of a time that is printed with it, "at 2.15 a.m. on Sunday"; None for all else."""
    value = date_of(claim)
    if grain_of(value) != "clock" or not value.said & {"weekday", "day"} or "zone" in value.said:
        return None
    if value.start is None or _HOUR.search(value.timex) is None:
        return None
    start = datetime(value.start.year, value.start.month, value.start.day)
    day = replace(
        value,
        timex=value.timex.partition("T")[0],
        type="DATE",
        start=start,
        end=start + timedelta(days=1),
        said=value.said - {"clock", "meridiem"},
    )
    return replace(claim, mention=replace(claim.mention, value=day))
