"""Dates that tell as of when or how long something stood, and so not when anything happened.

"No arrests had been made by late Sunday" and "by Tuesday two men were in custody" are both true, and so
are "it rained throughout Friday" and "it rained on Saturday". A deadline that lies ahead ("to be finished
by May") is a plan as any other. What goes on "from Thursday to Saturday" goes on on Friday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from discrepancy.align.answers import date_of, text_before
from discrepancy.align.calendar import grain_of, minutes_of
from discrepancy.align.moments import is_ahead
from discrepancy.model import Claim, Date

_BY = re.compile(
    r"\b(?:by|as of|as at|as late as|up to|so far)\s+"
    r"(?:(?:about|around|nearly|late on|early on|late|early)\s+)?(?:the\s+)?$"
)
_THROUGH = re.compile(
    r"\b(?:throughout|all through|all day(?: on)?|all night(?: on)?|all of|all|most of|much of|part of"
    r"|half of|the whole of|the rest of)\s+(?:the\s+)?$"
)
_STOOD = re.compile(r"[^.;:]{0,60}\b(?:stood|stands|standing) at\b")
"""Behind a day on which a count was taken, as on any other: "on Sunday the toll stood at 40"."""
_OPENING = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$")
_BOUND = re.compile(r"\b(?:from|since|until|till|to|between)\s+(?:the\s+)?$")
_DASH = re.compile(r"\s?[-–—]\s?")
_JOINT = re.compile(r"\s+(?:to|and|until|till|through)\s+(?:the\s+)?")


def is_stretch(claim: Claim) -> bool:
    """Whether a date tells how things stood by then, or how long they lasted."""
    before = text_before(claim).lower()
    if _THROUGH.search(before) or _STOOD.match(claim.context, claim.mention.end - claim.context_start):
        return True
    return _BY.search(before) is not None and not is_ahead(claim)


class Spans:
    """The stretches of days that a story prints by both their ends."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        """Read the claims of one story."""
        dates = [claim for claim in claims if isinstance(claim.mention.value, Date)]
        ends = tuple(_read_ends(dates))
        self.days = [*_read_whole(dates), *_read_days(ends)]
        self._ends = {id(claim): pair for pair in ends for claim in pair}

    def hold(self, left: Claim, right: Claim) -> bool:
        """Whether two dates both lie in one stretch, so that what is told of it may be told of either."""
        if self._is_within(left, right) or self._is_within(right, left):
            return True
        values = [date_of(claim) for claim in (left, right)]
        days = [value.start for value in values if grain_of(value) == "day"]
        held = (all(day and first <= day < stop for day in days) for first, stop in self.days)
        return len(days) == len(values) and any(held)

    def _is_within(self, end: Claim, other: Claim) -> bool:
        """Whether a stretch that one date begins or ends holds the other, which is no end of one itself.

        "Let between 1994 and 2003" and "let in 1997" are both true, but "let from 1997 to 2003" is another
        stretch.
        """
        pair = self._ends.get(id(end))
        if pair is None or id(other) in self._ends or _BOUND.search(text_before(other).lower()):
            return False
        inner, first, last = date_of(other), date_of(pair[0]), date_of(pair[1])
        if {grain_of(value) for value in (first, inner, last)} == {"clock"}:
            # A time without a day is of any day: "between 8.15 and 11.15 on Monday".
            return minutes_of(first) <= minutes_of(inner) <= minutes_of(last)
        start, stop = first.start, last.end
        if grain_of(inner) != grain_of(date_of(end)) or None in (start, inner.start, inner.end, stop):
            return False
        return bool(start <= inner.start and inner.end <= stop)  # type: ignore[operator]


def _read_whole(dates: Sequence[Claim]) -> Iterator[tuple[datetime, datetime]]:
    """Stretches read as one date: "3 to 5 May"."""
    for value in map(date_of, dates):
        if "/" in value.timex and value.start and value.end:
            yield value.start, value.end


def _read_days(ends: Sequence[tuple[Claim, Claim]]) -> Iterator[tuple[datetime, datetime]]:
    """Those of the stretches with two ends that run from day to day."""
    for first, last in ends:
        start, end = date_of(first).start, date_of(last).end
        if "day" in (grain_of(date_of(first)), grain_of(date_of(last))) and start and end and start < end:
            yield start, end


def _read_ends(dates: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Stretches whose ends are two dates: "from Thursday to Saturday", "between 1994 and 2003"."""
    ordered = sorted(dates, key=lambda c: (c.mention.article_id, c.mention.field, c.mention.start))
    for first, last in pairwise(ordered):
        place = first.mention.article_id, first.mention.field, first.context_start
        if place != (last.mention.article_id, last.mention.field, last.context_start):
            continue
        between = first.context[
            first.mention.end - first.context_start : last.mention.start - last.context_start
        ]
        opening = _OPENING.search(text_before(first).lower())
        if _DASH.fullmatch(between) or (opening and _JOINT.fullmatch(between.lower())):
            yield first, last
