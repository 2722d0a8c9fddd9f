"""Slots in which one article contradicts itself: what it needs no other article for."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.align.conversions import align_conversions
from discrepancy.align.headlines import align_headlines
from discrepancy.align.repeats import align_repeats
from discrepancy.align.totals import align_totals
from discrepancy.align.weekdays import align_weekdays
from discrepancy.model import Claim, Slot


def align_internal(story_id: str, claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """What the reporting zones of each article contradict themselves in."""
    reporting = [claim for claim in claims if claim.mention.zone.is_reporting]
    return (
        *align_totals(story_id, reporting),
        *align_conversions(story_id, reporting),
        *align_weekdays(story_id, reporting),
        *align_repeats(story_id, reporting),
        *align_headlines(story_id, reporting),
    )
