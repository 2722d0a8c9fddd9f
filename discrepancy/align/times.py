"""Whether two statuses may be of one time: what has changed since contradicts nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from discrepancy.align.dimensions import is_in
from discrepancy.extract.predicates import questions
from discrepancy.instants import in_utc
from discrepancy.model import Claim, Phrase

MOVED_ON = timedelta(hours=20)
"""Time after all other reports from which a report tells what came of it since."""

SOON = timedelta(hours=4)
"""The same for what often changes within a day: who is arrested, whether a fire burns."""

LONG_AGO = timedelta(days=20)
"""Time before a report from which a day that it gives is history; also between the days of two things."""

_WEEK = timedelta(days=7)
_LASTING = re.compile(
    r"\b(?:remain|stay|still|keep|kept|continu|throughout|all (?:day|night|week)|never"
    r"|(?:go|goes|going|went|carry|carries|carrying|carried) on\b|as usual\b|at no (?:point|time|stage)\b"
    r"|without (?:any )?(?:interruption|pause|break)\b|uninterrupted)",
    re.I,
)
_ALL_ALONG = re.compile(
    r"\b(?:all along|always|at no (?:point|time)|(?:from|since) day one"
    r"|(?:from|since) the (?:very |first )?(?:day|start|outset|beginning))\b"
    r"|\bno\b[^.;]{0,40}\b(?:was|were) ever\b"
    r"|\bhad\b[^.;]*\b(?:on the (?:very |same )?day|the same (?:day|night|evening)|on the spot)\b",
    re.I,
)
"""A later report that says so tells of the time of the earlier ones: "the rule from the first day"."""

_UNCHANGED = re.compile(r"\b(?:remain|stay|still\b|continu)", re.I)
_PERFECT = re.compile(r"\b(?:has|have|never)\b", re.I)
_AUXILIARY = 6
"""Characters before a status in which its auxiliary may stand."""
_STAYS = re.compile(r"\b(?:remain|stay|continue|keep|retain)\b", re.I)
_UNTIL = re.compile(r"\b(?:until|till|before)\b", re.I)
_BOUNDED = re.compile(r"\b(?:until|till)\b", re.I)
_ANEW = re.compile(r"\b(?:re-?open|resum|restart|return)(?!\w*ed\b)", re.I)
"""What begins again when the time is over: "closed until Tuesday", "reopens on Tuesday"."""
_STATE = frozenset({"open", "shut", "free", "fully open", "fully shut"})


def stays_so(claim: Claim) -> bool:
    """Whether a status says that what is so now will be so later: "will remain open", not only "until"."""
    return _STAYS.search(claim.mention.text) is not None and _UNTIL.search(claim.context) is None


def moment_of(claim: Claim) -> datetime | None:
    """When the claim's article came out, in one zone."""
    return in_utc(claim.moment) if claim.moment is not None else None


def gap_of(claim: Claim) -> timedelta:
    """Time between two reports within which a status of this sort hardly changes."""
    return SOON if is_in(claim, "quick") else MOVED_ON


def are_of_one_time(left: Claim, right: Claim) -> bool:
    """Whether nothing beside the two says that they are of different times."""
    if differ_in_age(left, right):
        return False
    if is_in(left, "turning") and (_turns_then(left, right) or _turns_then(right, left)):
        return False
    a, b = _days(left), _days(right)
    if is_in(left, "changing") and a and b:
        return _overlap(a, b)
    if is_in(left, "turning"):
        # "Closed" and "reopened" are told of one thing one after the other, "has stayed open" is not.
        return _lasts(left) or _lasts(right)
    return not a or not b or _overlap(a, b, LONG_AGO)


def _turns_then(left: Claim, right: Claim) -> bool:
    """Whether one status holds until a time, and the other is what comes then."""
    behind = left.context[left.mention.start - left.context_start :]
    return _BOUNDED.search(left.context) is not None and (
        _ANEW.search(right.mention.text) is not None and _ANEW.search(behind) is None
    )


def differ_in_age(left: Claim, right: Claim) -> bool:
    """Whether one is history and the other is not; "has never been closed" is of all times."""
    old = [claim for claim in (left, right) if is_long_ago(claim)]
    new = [claim for claim in (left, right) if not is_long_ago(claim)]
    return bool(old and new) and not (_denies(new[0]) and not new[0].key.periods)


def is_long_ago(claim: Claim) -> bool:
    """Whether a statement gives a day that was long past when its article came out."""
    if not claim.key.periods or claim.published is None:
        return False
    return max(last for _, last in claim.key.periods) < claim.published.date() - LONG_AGO


def have_moved_on(first: Sequence[Claim], then: Sequence[Claim]) -> bool:
    """Whether all of one side came out so long after the other that things may have changed."""
    times = [[t for claim in side if (t := moment_of(claim)) is not None] for side in (first, then)]
    if not all(times):
        return False
    sides = (first, then) if min(times[0]) <= min(times[1]) else (then, first)
    early, late = sorted(times, key=min)
    if min(late) - max(early) < gap_of(first[0]) or any(_ALL_ALONG.search(c.context) for c in sides[1]):
        return False
    if all(_denies_to_date(claim) for claim in sides[1]):
        return False
    return not any(claim.mention.value.normal in questions("lasting") for claim in sides[0])


def of_the_time(side: list[Claim], other: Sequence[Claim]) -> list[Claim]:
    """``side`` without what came out long after ``other``, unless all else of it came long before.

    "Reopened on Thursday" supports nobody who says that it was open on Monday.
    """
    times = [t for claim in other if (t := moment_of(claim)) is not None]
    if not times or not side:
        return side
    gap = gap_of(side[0])
    late = [claim for claim in side if (t := moment_of(claim)) and t >= max(times) + gap]
    early = [claim for claim in side if (t := moment_of(claim)) and t <= min(times) - gap]
    if not late or len(late) + len(early) == len(side):
        return side
    return [claim for claim in side if not any(claim is other for other in late)]


def _days(claim: Claim) -> list[tuple[date, date]]:
    """The days told with a status; what is still to come is no time of what has happened."""
    published = claim.published
    told = claim.key.periods
    if published is None:
        return list(told)
    return [(first, last) for first, last in told if first <= published.date()]


def _overlap(
    a: Sequence[tuple[date, date]], b: Sequence[tuple[date, date]], slack: timedelta = timedelta(0)
) -> bool:
    # A weekday is easily read a week off.
    steps = (timedelta(0), _WEEK, -_WEEK) if not slack else (timedelta(0),)
    return any(
        x[0] - slack <= y[1] + step and y[0] + step <= x[1] + slack for x in a for y in b for step in steps
    )


def goes_on(claim: Claim) -> bool:
    """Whether the status itself says that nothing changed: "remained open", "is still held"."""
    return _UNCHANGED.search(claim.mention.text) is not None


def _denies_to_date(claim: Claim) -> bool:
    """Whether it denies a deed for all the time up to the report: "no inquiry has been opened"."""
    start = claim.mention.start - claim.context_start
    words = claim.context[max(0, start - _AUXILIARY) : start + len(claim.mention.text)]
    return _denies(claim) and _PERFECT.search(words) is not None


def _lasts(claim: Claim) -> bool:
    """Whether words say that it went on so: "remained shut", "has not been opened", "stood open"."""
    return (
        _denies(claim) or claim.mention.text.lower() in _STATE or _LASTING.search(claim.context) is not None
    )


def _denies(claim: Claim) -> bool:
    value = claim.mention.value
    return isinstance(value, Phrase) and value.negated
