"""Times of day of a story on one clock: what "4:52 a.m. (0352 GMT)" says of the other local times.

Reports give local time, and most do not say so. Where one prints a time by both clocks, the story has
its offset, and a time that somebody gives by the clock of another country can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from discrepancy.align.answers import date_of
from discrepancy.align.calendar import minutes_of
from discrepancy.context import sentence_of
from discrepancy.model import Claim, Date

_BESIDE = re.compile(r"(?: local time)?,? ?(?:\(|, or )")
_QUARTER, _DAY = 15, 1440
_EAST = 14 * 60
"""No place is further east of UTC."""


def place_times(dates: Sequence[Claim]) -> list[Claim]:
    """The dates, their times of day without a zone put into that of the story, where it is known.

    Args:
        dates: Dates of a story, each article's in order.
    """
    offsets = set(_offsets(dates))
    if len(offsets) != 1:
        return list(dates)
    offset = offsets.pop()
    abroad = find_abroad(dates)
    return [claim if claim.mention.article_id in abroad else _place(claim, offset) for claim in dates]


def find_abroad(dates: Sequence[Claim]) -> frozenset[str]:
    """The articles that tell a time by the clock of a country, by which their other times may be too."""
    return frozenset(claim.mention.article_id for claim in dates if _is_of_a_country(date_of(claim)))


def _offsets(dates: Sequence[Claim]) -> Iterator[int]:
    """Minutes east of UTC, from every local time with its universal time beside it."""
    for left, right in pairwise(dates):
        if left.mention.article_id != right.mention.article_id or sentence_of(left) != sentence_of(right):
            continue
        local, universal = date_of(left), date_of(right)
        between = left.context[
            left.mention.end - left.context_start : right.mention.start - left.context_start
        ]
        if local.offset is not None or universal.offset is None or not _BESIDE.fullmatch(between):
            continue
        gap = (minutes_of(local) - minutes_of(universal) + universal.offset) % _DAY
        if "meridiem" in local.said and "clock" in local.said and gap % _QUARTER == 0:
            yield gap if gap <= _EAST else gap - _DAY


def _is_of_a_country(value: Date) -> bool:
    """Whether a time is told by another clock than the local or the universal one."""
    return "zone" in value.said and not value.timex.endswith("Z")


def _place(claim: Claim, offset: int) -> Claim:
    value = date_of(claim)
    if "clock" not in value.said or "zone" in value.said:
        return claim
    placed = replace(value, offset=offset, said=value.said | {"zone"})
    return replace(claim, mention=replace(claim.mention, value=placed))
