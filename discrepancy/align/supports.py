"""What else in a story speaks for one claim of a slot: its parts make it, its conversion fits.

Arithmetic inside one article is evidence in a question that several articles answer: a total that
its own parts do not make is rather wrong than one that they do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from discrepancy.align.breakdowns import find_breakdowns
from discrepancy.align.conversions import is_conversion
from discrepancy.align.lines import is_countable
from discrepancy.compare import compare_values
from discrepancy.model import Claim, Figure, Slot, Support, Verdict

_Fact = tuple[Claim, Decimal, str, int]
"""A claim beside which it stands, the number that it speaks for, in what words, and how much it weighs."""


def add_supports(slots: Sequence[Slot], claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """The slots, those with claims that arithmetic speaks for carrying that in their provenance."""
    reporting = [claim for claim in claims if claim.mention.zone.is_reporting]
    facts = [*_sums(reporting), *_conversions(reporting)]
    shared = [slot for slot in slots if slot.provenance.internal is None]
    return tuple(
        _add(slot, facts) if slot.provenance.internal is None else _add_others(slot, shared) for slot in slots
    )


def _add_others(slot: Slot, shared: Sequence[Slot]) -> Slot:
    """What other articles give for a total that its own article contradicts."""
    if not slot.provenance.implied:
        return slot
    total, part = slot.claims[0], 1
    made = Decimal(slot.provenance.implied.replace(",", ""))
    others = [
        claim
        for other in shared
        if any(claim is total for claim in other.claims)
        for claim in other.claims
        if claim.mention.article_id != total.mention.article_id
    ]
    found = []
    for index, number in ((0, _number(total)), (part, made)):
        sources = sorted({claim.mention.source for claim in others if _number(claim) == number})
        if sources:
            found.append(Support(index, f"{', '.join(sources)} give it too", len(sources)))
    return replace(slot, provenance=replace(slot.provenance, support=tuple(found)))


def _add(slot: Slot, facts: Sequence[_Fact]) -> Slot:
    """A fact bears on a slot that its claim is in, and speaks for every claim there with its number."""
    bearing = [fact for fact in facts if any(claim is fact[0] for claim in slot.claims)]
    found = tuple(
        Support(index, reason, weight)
        for _, number, reason, weight in bearing
        for index, claim in enumerate(slot.claims)
        if _number(claim) == number
    )
    return replace(slot, provenance=replace(slot.provenance, support=found)) if found else slot


def _sums(claims: Sequence[Claim]) -> Iterator[_Fact]:
    articles: dict[str, list[Claim]] = {}
    for claim in claims:
        if is_countable(claim):
            articles.setdefault(claim.mention.article_id, []).append(claim)
    for own in articles.values():
        seen: set[int] = set()
        for breakdown in find_breakdowns(own):
            if id(breakdown.total) in seen or not breakdown.exhaustive:
                continue
            seen.add(id(breakdown.total))
            sign = " − " if breakdown.gap else " + "
            added = sign.join(part.mention.text for part in breakdown.parts)
            yield (
                breakdown.total,
                breakdown.made,
                f"the parts in {breakdown.total.mention.source} make it: {added}",
                2,
            )


def _conversions(claims: Sequence[Claim]) -> Iterator[_Fact]:
    ordered = sorted(
        (claim for claim in claims if isinstance(claim.mention.value, Figure)),
        key=lambda c: (c.mention.article_id, c.mention.field, c.mention.start),
    )
    for left, right in pairwise(ordered):
        if not is_conversion(left, right):
            continue
        relation = compare_values(left.mention.kind, left.mention.value, right.mention.value)
        if relation.verdict is Verdict.CONFLICT:
            continue
        reason = f"its conversion in {left.mention.source} fits: {left.mention.text} ({right.mention.text})"
        for claim in (left, right):
            number = _number(claim)
            if number is not None:
                yield claim, number, reason, 1


def _number(claim: Claim) -> Decimal | None:
    value = claim.mention.value
    if not isinstance(value, Figure) or isinstance(value.number, tuple):
        return None
    return value.number
