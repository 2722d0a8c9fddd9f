"""Where a date lies against the day of its report: told by it, over when it was printed, or still to come."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from discrepancy.align.answers import date_of, text_before
from discrepancy.instants import in_utc
from discrepancy.model import Claim

_LOCAL_MORNING = 10
"""Hour in UTC from which on it may be tomorrow already where the report was written (+14)."""
_FAR_WEST = 6
"""Hour in UTC up to which it is still the day before in most of the Americas."""
_COUNTED_DAYS = re.compile(r"\b(?:in|within) \S+ days\b|\bdays (?:ago|earlier|later|from now|hence)\b", re.I)
_FEW = 4
"""Days from which on nobody counts to the day, nor says whether the first one counts."""
_OTHER_CLOCK = re.compile(
    r"(?:\s(?:morning|afternoon|evening|night))?,?\s*\(?(?:(?:[A-Z][\w’'-]+\s+){1,2}|(?:our|local|their)\s+)time\b"
)
_LONG_OVER = timedelta(days=90)
"""Time before a report from which a day without a year may as well be next year's."""
_BULLETS = " \t\n[(•*|–—-"
_STAMPED = re.compile(r"[\])]?\s*(?:\(?[A-Z]{2,4}\)?\s*)?(?::(?!\d)|\s[-–—|]\s|[–—|]|\n|$)")
"""What stands behind the time of an entry; a time zone may stand between."""
_THESE_WEEKS = timedelta(days=45)
"""Time from a report within which a day without a year is of its own year."""


def is_stamp(claim: Claim) -> bool:
    """Whether a time heads an entry of a live report, so that it dates the entry: "9.05 am: Fire is out"."""
    if "clock" not in date_of(claim).said or text_before(claim).strip(_BULLETS):
        return False
    return _STAMPED.match(claim.context, claim.mention.end - claim.context_start) is not None


def is_relative(claim: Claim) -> bool:
    """Whether a date is told by the day of the report or by another date alone."""
    return date_of(claim).said <= {"relative", "clock", "meridiem"}


def is_deictic(claim: Claim) -> bool:
    """Whether "today" or "yesterday" may be another day: where somebody is quoted, or far in the east."""
    published = claim.published
    if not is_relative(claim) or published is None:
        return False
    before = text_before(claim)
    if claim.key.speaker or before.count("“") > before.count("”") or before.count('"') % 2:
        return True
    return published.utcoffset() == timedelta() and published.hour >= _LOCAL_MORNING


def may_be_neighbour(claim: Claim, other: Claim) -> bool:
    """Whether a date told by the day of the report may as well be ``other``, the day before it or after it.

    "Tonight" in what came out at one in the morning, UTC, is the evening before in the Americas, and
    "today" at noon is tomorrow in the far east. "In ten days" is told by who does not count them.
    """
    published, here, there = claim.published, date_of(claim).start, date_of(other).start
    if "relative" not in date_of(claim).said or published is None or here is None or there is None:
        return False
    gap = (there.date() - here.date()).days
    if _COUNTED_DAYS.search(claim.mention.text) and abs((here - _naive(published)).days) >= _FEW:
        return abs(gap) == 1
    if published.utcoffset() != timedelta() or not published.time():
        return False
    return (gap > 0 and published.hour >= _LOCAL_MORNING) or (gap < 0 and published.hour < _FAR_WEST)


def is_by_other_clock(claim: Claim) -> bool:
    """Whether a day is told by the clock of a place, which may have the next one: "on Monday, Lima time"."""
    return _OTHER_CLOCK.match(claim.context, claim.mention.end - claim.context_start) is not None


def is_next_time(claim: Claim, other: Claim) -> bool:
    """Whether a date prints a year to come where the other one, without a year, is of these weeks."""
    published, near = other.published, date_of(other).start
    then = date_of(claim).start
    if published is None or near is None or then is None:
        return False
    if "year" not in date_of(claim).said or "year" in date_of(other).said:
        return False
    return then.year > published.year and abs(near - _naive(published)) <= _THESE_WEEKS


def are_of_one_day(claim: Claim, other: Claim) -> bool:
    """Whether two reports came out within a day, so that the same weekdays are near to both."""
    return (
        claim.published is not None
        and other.published is not None
        and abs(in_utc(claim.published) - in_utc(other.published)) <= timedelta(days=1)
    )


def is_ahead(claim: Claim) -> bool:
    """Whether a date was still to come when its report was published."""
    published, value = claim.published, date_of(claim)
    return published is not None and value.start is not None and value.start > _naive(published)


def may_be_ahead(claim: Claim) -> bool:
    """Whether a day may be still to come, were its year not the one that its report's day suggests.

    "The shows have new dates, beginning on 14 March", read in October: no word says which March.
    """
    published, value = claim.published, date_of(claim)
    if is_ahead(claim) or published is None or value.end is None or "month" not in value.said:
        return is_ahead(claim)
    return not value.said & {"year", "relative", "weekday"} and value.end < _naive(published) - _LONG_OVER


def may_be_years_apart(left: Claim, right: Claim) -> bool:
    """Whether one of two days seems over only because nothing tells its year, and the other is to come."""
    if is_ahead(left) and is_ahead(right):
        return False
    return may_be_ahead(left) and may_be_ahead(right)


def is_over(claim: Claim, other: Claim) -> bool:
    """Whether a date lay behind when ``other`` was published."""
    published, value = other.published, date_of(claim)
    return (
        published is not None and value.end is not None and value.end <= _naive(published) - timedelta(days=1)
    )


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)
