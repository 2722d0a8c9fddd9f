"""The innocent explanations that were looked at before a conflict was called one, and why each fails.

The comparison and the judgement have ruled them out already; here they are put into words, in the
order in which they were tried, so that an editor can see what was thought of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.model import Claim, Date, Figure, Kind, Name, Relation
from discrepancy.timeline import evolves

_SPOKEN = frozenset({Kind.NAME, Kind.ROLE, Kind.QUOTE})
"""Kinds on which speakers do not differ."""


def rule_out(claims: Sequence[Claim], sides: Sequence[Sequence[int]], relation: Relation) -> Iterator[str]:
    """What could have explained the difference, and why it does not.

    Args:
        claims: The answers to one question.
        sides: Indexes of the claims that agree, one sequence for each value, the main ones first.
        relation: How the two main values stand to each other.
    """
    left, right = (claims[side[0]] for side in sides[:2])
    yield from _by_value(left, right)
    yield from _by_time(claims, sides)
    if left.mention.kind not in _SPOKEN:
        yield from _by_speaker(claims, sides)
    if not _share_article(claims, sides):
        yield "two questions: no article gives both values"
    if relation.slip:
        yield f"chance: unrelated facts are rarely a slip apart ({relation.slip})"


def _by_value(left: Claim, right: Claim) -> Iterator[str]:
    a, b = left.mention.value, right.mention.value
    if isinstance(a, Figure) and isinstance(b, Figure):
        vague = [claim.mention.text for claim in (left, right) if _is_vague(claim)]
        if vague:
            yield f"bounds: what “{vague[0]}” allows does not reach the other value"
        else:
            yield "bounds: both numbers are given as exact"
        yield "rounding: they differ by more than their last printed digit"
        if a.unit != b.unit and a.unit and b.unit:
            yield f"conversion: {a.unit} and {b.unit} were brought to one unit"
    elif isinstance(a, Date) and isinstance(b, Date):
        yield "coarser date: neither range of days lies within the other"
        if "relative" in a.said | b.said:
            yield "publication day: relative dates were counted from each article's own day"
    elif isinstance(a, Name) and isinstance(b, Name):
        yield "other spelling: no short form, nickname or romanisation leads from one to the other"


def _is_vague(claim: Claim) -> bool:
    value = claim.mention.value
    return isinstance(value, Figure) and value.modifier != "="


def _by_time(claims: Sequence[Claim], sides: Sequence[Sequence[int]]) -> Iterator[str]:
    """Why no update: nothing moves on, or the values are not in the order of the reports."""
    if not all(isinstance(claim.mention.value, Figure) for claim in claims):
        return
    if not any(evolves(claim.key.measure) for claim in claims):
        yield "update: what is counted does not move on while a story runs"
        return
    times = [[claims[i].published for i in side if claims[i].published] for side in sides]
    if not all(times):
        yield "update: not every report says when it came out"
    else:
        yield "update: the reports with one value did not all come out after those with the other"


def _by_speaker(claims: Sequence[Claim], sides: Sequence[Sequence[int]]) -> Iterator[str]:
    speakers = [{claims[i].key.speaker for i in side} - {""} for side in sides[:2]]
    shared = speakers[0] & speakers[1]
    if shared:
        yield f"other speaker: both are put to {min(shared)}"
    elif not all(speakers):
        yield "other speaker: not every value is put to somebody"


def _share_article(claims: Sequence[Claim], sides: Sequence[Sequence[int]]) -> bool:
    told = [{claims[i].mention.article_id for i in side} for side in sides[:2]]
    return bool(told[0] & told[1])
