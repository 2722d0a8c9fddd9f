"""Slots for weekdays that do not belong to the day printed beside them: "Tuesday, March 20".

The calendar contradicts such a date by itself; other articles that print the same day join the slot
and say which half is likely right. Only where the year is sure: an unsaid one has to be near.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from discrepancy.align.answers import date_of, trim_values
from discrepancy.compare.dates import WEEKDAY_SLIP
from discrepancy.compare.datewords import describe, weekday_name
from discrepancy.model import Claim, Date, Provenance, Relation, Slot, Support, Verdict

CERTAINTY = 0.95
"""How sure it is that weekday and day are meant to be one day."""

NEAR = timedelta(days=60)
"""Time from publication within which a day without a year is this year's."""


def align_weekdays(story_id: str, claims: Sequence[Claim]) -> Iterator[Slot]:
    """One slot for each day that is printed with a weekday it does not fall on."""
    dated = [claim for claim in claims if isinstance(claim.mention.value, Date)]
    wrong: dict[tuple[str, int | None], list[Claim]] = {}
    for claim in dated:
        value = date_of(claim)
        if _is_wrong(value) and (_knows_year(claim) or _same_day(claim, dated)):
            wrong.setdefault((value.timex, value.weekday), []).append(claim)
    for told in wrong.values():
        others = [claim for claim in _same_day(told[0], dated) if claim not in told]
        yield _make_slot(story_id, trim_values(told), trim_values(others))


def _make_slot(story_id: str, wrong: Sequence[Claim], right: Sequence[Claim]) -> Slot:
    value = date_of(wrong[0])
    assert value.start is not None
    fell, said = weekday_name(value.start.weekday()), weekday_name(value.weekday or 0)
    reason = f"{describe(value, weekday=False)} was a {fell}, not a {said}"
    return Slot(
        story_id,
        wrong[0].mention.kind,
        wrong[0].key.question or wrong[0].mention.kind.value,
        (*wrong, *right),
        CERTAINTY,
        Provenance(
            "weekday and day",
            Relation(Verdict.CONFLICT, reason, WEEKDAY_SLIP),
            frozenset(range(len(wrong))),
            support=tuple(_support(wrong, right)),
        ),
    )


def _support(wrong: Sequence[Claim], right: Sequence[Claim]) -> Iterator[Support]:
    """Others that print the day, whatever the weekday, speak for the day."""
    if right:
        sources = ", ".join(sorted({claim.mention.source for claim in right}))
        yield Support(len(wrong), f"{sources} print that day too", 2)


def _is_wrong(value: Date) -> bool:
    if value.weekday is None or not {"day", "month"} <= value.said or value.start is None:
        return False
    return value.start.weekday() != value.weekday and not value.inferred


def _knows_year(claim: Claim) -> bool:
    """Whether the year is printed, or the day so near that no other year can be meant."""
    value = date_of(claim)
    if "year" in value.said:
        return True
    if claim.published is None or value.start is None:
        return False
    return abs(value.start - claim.published.replace(tzinfo=None)) <= NEAR


def _same_day(claim: Claim, dated: Sequence[Claim]) -> list[Claim]:
    """What other articles print of the same day, with its right weekday or none, day and month said."""
    value = date_of(claim)
    return [
        other
        for other in dated
        if other.mention.article_id != claim.mention.article_id
        and date_of(other).start == value.start
        and {"day", "month"} <= date_of(other).said
        and not _is_wrong(date_of(other))
    ]
