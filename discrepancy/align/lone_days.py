"""Printed days that one article alone has, a digit or the month away from the day that several others print.

"On 28 February 2031", where two reports have the 18th and none the 28th: days of the month are told of few
things, so that two which look so much alike, each unknown to the other side, are seldom of two events, in
whatever words they are told. A weekday is told of many things, and counts for nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from discrepancy.align.answers import date_of
from discrepancy.align.calendar import find_slip, grain_of
from discrepancy.align.excuses import Excuses
from discrepancy.align.moments import is_ahead, is_next_time, is_over, may_be_ahead
from discrepancy.align.occasions import Occasions
from discrepancy.model import Claim, Date

CERTAINTY = 0.85
"""How sure such a slip is: by labelled stories all of the twelve that fulfil every condition."""

_ENOUGH = 2
"""Articles that have to print the other day."""
_SLIPS = frozenset({"digit", "printed"})
_A_WORD, _MANY_WORDS = 0.1, 0.25
"""Likeness of words below which nothing speaks for one event, and from which two are not told apart."""
_AT_ALL = -1.0
"""Likeness of events below which the sentences tell of plainly different things."""
_NUMBERED = re.compile(r"\d|\bof\b")
"""What a day printed as such has: "Christmas" is no slip from 24 December."""


class LoneDay(NamedTuple):
    """A day that one article alone prints, and the one that others do."""

    odd: Claim
    others: tuple[Claim, ...]


def find_lone_days(
    claims: Sequence[Claim], dates: Sequence[Claim], occasions: Occasions, excuses: Excuses
) -> Iterator[LoneDay]:
    """Every day of a story that one article alone prints a slip away from the day that several have.

    Args:
        claims: Every claim of the story: a day told in whatever way is not unknown.
        dates: The dates that tell of events.
        occasions: The events of these.
        excuses: What lets two of them differ.
    """
    tellers = _read_tellers(claims)
    printed = [claim for claim in dates if _is_printed(claim)]
    for odd in printed:
        article = odd.mention.article_id
        if tellers[_day(odd)] != {article} or not _NUMBERED.search(odd.mention.text):
            continue
        for day in dict.fromkeys(_day(claim) for claim in printed):
            others = [claim for claim in printed if _day(claim) == day]
            if article in tellers[day] or len({c.mention.article_id for c in others}) < _ENOUGH:
                continue
            if _may_be_one(odd, others, occasions, excuses):
                yield LoneDay(odd, _best_of_each(odd, others, occasions))


def _read_tellers(claims: Sequence[Claim]) -> dict[str, set[str]]:
    """For every day the articles that tell it, by its date, a weekday or with a time."""
    tellers: dict[str, set[str]] = {}
    for claim in claims:
        if isinstance(claim.mention.value, Date) and claim.mention.value.start is not None:
            tellers.setdefault(_day(claim), set()).add(claim.mention.article_id)
    return tellers


def _day(claim: Claim) -> str:
    return date_of(claim).timex[:10]


def _is_printed(claim: Claim) -> bool:
    value = date_of(claim)
    return grain_of(value) == "day" and {"day", "month"} <= value.said


def _may_be_one(odd: Claim, others: Sequence[Claim], occasions: Occasions, excuses: Excuses) -> bool:
    """Whether a slip lies between two days, nothing lets both be true, and something speaks for one event."""
    if any(find_slip(date_of(odd), date_of(other)) not in _SLIPS for other in others):
        return False
    if any(excuses.excuse(odd, other) or _are_apart_in_time(odd, other) for other in others):
        return False
    words = max(occasions.likeness(odd, other) for other in others)
    dated = all("year" in date_of(claim).said for claim in (odd, *others))
    if not dated and words < _MANY_WORDS and any(occasions.are_told_apart(odd, other) for other in others):
        return False
    return words >= _A_WORD and max(occasions.score(odd, other) for other in others) >= _AT_ALL


def _are_apart_in_time(left: Claim, right: Claim) -> bool:
    """Whether one was over when the other, still to come, was told."""
    if may_be_ahead(left) and may_be_ahead(right):
        return False
    both = ((left, right), (right, left))
    return any((is_ahead(a) and is_over(b, a)) or is_next_time(a, b) for a, b in both)


def _best_of_each(odd: Claim, others: Sequence[Claim], occasions: Occasions) -> tuple[Claim, ...]:
    """Of every article the telling of the other day that is likest to the odd one's."""
    ranked = sorted(others, key=lambda other: -occasions.score(odd, other))
    return tuple({claim.mention.article_id: claim for claim in reversed(ranked)}.values())
