"""Slots in which one article contradicts itself: what it needs no other article for."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.align.totals import align_totals
from discrepancy.model import Claim, Slot


def align_internal(story_id: str, claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """Totals against their parts, in the reporting zones of each article by itself."""
    reporting = [claim for claim in claims if claim.mention.zone.is_reporting]
    return tuple(align_totals(story_id, reporting))
