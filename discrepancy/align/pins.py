"""Bare weekdays of a story that another article prints as days: "on Monday", "on the 17th".

Which Monday is meant follows from the day of the report and the grammar, and may be a week out. Where
somebody else prints the very day that was read, it is as good as printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.align.answers import date_of
from discrepancy.align.calendar import PINNED, grain_of
from discrepancy.model import Claim


def pin_weekdays(dates: Sequence[Claim]) -> list[Claim]:
    """The dates, their bare weekdays marked as telling the day where another article prints that day.

    Args:
        dates: Dates of a story.
    """
    printed: dict[str, set[str]] = {}
    for claim in dates:
        if grain_of(date_of(claim)) == "day" and "day" in date_of(claim).said:
            printed.setdefault(_day(claim), set()).add(claim.mention.article_id)
    return [_pin(claim) if _is_pinned(claim, printed) else claim for claim in dates]


def _day(claim: Claim) -> str:
    return date_of(claim).timex[:10]


def _is_pinned(claim: Claim, printed: dict[str, set[str]]) -> bool:
    value = date_of(claim)
    if "weekday" not in value.said or value.said & {"day", "month"} or grain_of(value) != "day":
        return False
    return bool(printed.get(_day(claim), set()) - {claim.mention.article_id})


def _pin(claim: Claim) -> Claim:
    value = date_of(claim)
    return replace(claim, mention=replace(claim.mention, value=replace(value, said=value.said | {PINNED})))
