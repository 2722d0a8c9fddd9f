"""What a text has told so far, from which its next relative expression is counted.

Invariant: what was told long before, or as background, anchors nothing: "the next day" follows the day
of the sentence before or the news itself. A history is told forward, year after year, so there the
date told last also gives the year of the next one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from discrepancy.extract.dates.resolve import Anchor
from discrepancy.extract.dates.tense import FUTURE, UNKNOWN
from discrepancy.model import Date

NEAR = timedelta(days=60)
"""Days this close to publication belong to the news told; others are background, told and left."""

_HOUR = timedelta(hours=1)
_SHORT = timedelta(hours=34)
"""A day, or a night that runs into the next one."""
_OPENING = 24
"""Characters that lead up to the year that a sentence opens with: "In the early autumn of 1914"."""
_FINE = timedelta(days=32)
"""A month: what is told in more detail than a year."""
_CLOCK = frozenset({"clock", "meridiem", "zone"})


@dataclass(slots=True)
class Telling:
    """What the text has told so far, sentence by sentence.

    Attributes:
        history: The text tells long past years, not news.
        moment: The reference moment.
        day: The day told last.
        near: The day told last that belongs to the news itself.
        since: The date told last, however coarse.
        fine: Whether ``since`` was told as a month or a day, not as a year.
        clock: The moment told last, while its day goes on.
        year: The year that goes on counting for dates without one.
        ahead: The sentence has named a time to come.
        at: The sentence of ``day`` and ``since``.
        clock_at: The sentence of ``clock``.
    """

    history: bool
    moment: datetime | None
    day: date | None = None
    near: date | None = None
    since: date | None = None
    fine: bool = False
    clock: datetime | None = None
    year: int | None = None
    ahead: bool = False
    at: int = -1
    clock_at: int = -1
    sentence: int = -1

    def enter(self, sentence: int) -> None:
        """Begin a sentence: in news a year holds to its end only."""
        self.sentence = sentence
        self.ahead = False
        if not self.history:
            self.year = None

    def anchor(self, direction: int) -> Anchor:
        """What the next expression is counted from."""
        fresh = self.history or self.sentence - self.at <= 1
        day = self.day if fresh and self.day else self.near
        year = self.year if self.history or direction != FUTURE else None
        if direction == UNKNOWN and self.ahead:
            direction = FUTURE
        return Anchor(
            self.moment,
            day,
            year,
            self.since if fresh else None,
            direction,
            clock=self.clock if self.sentence - self.clock_at <= 1 else None,
            narrated=self.since if self.history and self.fine else None,
            history=self.history,
        )

    def tell(self, value: Date, place: int) -> None:
        """Remember the day told, and the year where the words gave it.

        Args:
            value: The date.
            place: Where in its sentence it begins.
        """
        if value.start is None or value.end is None:
            return
        if self._is_aside(value, place):
            return
        if value.type == "TIME" and value.end - value.start <= _HOUR:
            middle = value.start + (value.end - value.start) / 2
            self.clock, self.clock_at = middle.replace(second=0, microsecond=0), self.sentence
        if not value.said <= _CLOCK:
            self._tell_day(value, value.start.date())
        if self.moment is not None and value.start >= self.moment and value.said - _CLOCK:
            self.ahead = True
        if {"year", "month"} & value.said if self.history else {"year", "month"} <= value.said:
            self.year = value.start.year

    def _is_aside(self, value: Date, place: int) -> bool:
        """Whether a history names a year only to place something else ("for a campaign in 1976").

        What it tells next goes on from the month or day told before; a year that opens a sentence
        moves the tale there.
        """
        return self.history and self.fine and value.said == {"year"} and place > _OPENING

    def _tell_day(self, value: Date, first: date) -> None:
        assert value.start is not None
        assert value.end is not None
        if value.type != "TIME":
            self.clock = None
        self.since, self.at = first, self.sentence
        self.fine = value.end - value.start <= _FINE
        short = value.end - value.start <= _SHORT
        self.day = first if short else self.day if self.history else None
        if self.day and (self.moment is None or abs(self.day - self.moment.date()) <= NEAR):
            self.near = self.day


def is_history(years: Sequence[int], moment: datetime | None) -> bool:
    """Whether a text tells long past years one after another, so that "in March" means the year told.

    Ten years named, most of them two years or more before the reference, or seven with next to none
    that is younger: news does neither.

    Args:
        years: Every year that the text names, in order.
        moment: The reference moment.
    """
    old = [year for year in years if moment is None or year < moment.year - 1]
    share = len(old) / len(years) if years else 0.0
    return (len(years) >= 10 and share >= 0.6) or (len(years) >= 7 and share >= 0.9)
