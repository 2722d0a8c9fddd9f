"""What lets two dates that differ both be true, though much speaks for one event.

A day may have taken the place of another, lie in a stretch of days with it, be the end of what the
other began, be the same day by the clock of another country, or lie as far from the other as is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.align.answers import date_of
from discrepancy.align.calendar import find_slip, lack_year
from discrepancy.align.intervals import lie_between
from discrepancy.align.moments import is_by_other_clock, may_be_neighbour
from discrepancy.align.occasions import Occasions
from discrepancy.align.shifts import Shifts
from discrepancy.align.stretches import Spans, is_stretch
from discrepancy.model import Claim

_AT_ALL = 0.2
"""Likeness below which nothing speaks for one event."""


class Excuses:
    """What a story tells that lets dates differ."""

    def __init__(self, claims: Sequence[Claim], occasions: Occasions) -> None:
        """Read the claims.

        Args:
            claims: Every claim of the story.
            occasions: The events of the dates that are to be judged.
        """
        self.occasions, self.shifts, self.spans = occasions, Shifts(claims), Spans(claims)

    def excuse(self, left: Claim, right: Claim) -> bool:
        """Whether two dates may both be true of what is told."""
        if is_stretch(left) or is_stretch(right) or self.spans.hold(left, right):
            return True
        if lie_between(left, right):
            return True
        if find_slip(date_of(left), date_of(right)) == "neighbour" and self._are_neighbours(left, right):
            return True
        return self.occasions.differ_in_length(left, right) or self.shifts.are_first_and_new(left, right)

    def _are_neighbours(self, left: Claim, right: Claim) -> bool:
        """Whether two days that follow each other are one by two clocks, or an end and what comes then."""
        if is_by_other_clock(left) or is_by_other_clock(right):
            return True
        if may_be_neighbour(left, right) or may_be_neighbour(right, left):
            return True
        # What is shut until Monday is open on Tuesday.
        return self.occasions.is_end(left) != self.occasions.is_end(right)


def are_of_two_events(claims: Sequence[Claim], left: Claim, right: Claim) -> bool:
    """Whether the words put two dates to two events, or tell of the time between the two.

    Args:
        claims: The claims of the story, or those that stand around the two.
        left: A date.
        right: Another.
    """
    return lie_between(left, right) or Occasions(claims, (left, right)).are_told_apart(left, right)


def may_be_one(claims: Sequence[Claim], pairs: Sequence[tuple[Claim, Claim]]) -> list[bool]:
    """For each pair of differing dates whether they may be of one event, as far as their words tell.

    Args:
        claims: Every claim of the story: what stands beside a date says what it is of.
        pairs: Pairs of dates among them.
    """
    if not pairs:
        return []
    dates = list({id(claim): claim for pair in pairs for claim in pair}.values())
    occasions = Occasions(claims, dates)
    excuses = Excuses(claims, occasions)
    return [
        not lack_year(date_of(a), date_of(b))
        and not excuses.excuse(a, b)
        and not occasions.are_told_apart(a, b)
        and (occasions.score(a, b) >= _AT_ALL or occasions.shares_date(a, b))
        for a, b in pairs
    ]
