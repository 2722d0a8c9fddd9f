"""Further articles that second one side of a contradiction, so that the odd one out can be told.

A slot holds what surely answers its question. Between one article and one other nobody is odd; but where a
third has the one value and not the other, less likeness is enough for its vote than for a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from discrepancy.align.answers import clash, repeats
from discrepancy.align.pairs import family
from discrepancy.compare import compare_values, figures
from discrepancy.compare.digits import count_significant
from discrepancy.model import Claim, Date, Figure, Kind, Slot, Verdict, Weighted

_RELATED = 0.02
"""Shared weight of words and names from which a claim may second a value that is hardly another's too."""
_NEAR = 0.12
"""The same for small counts and for what may be the status of many things."""
_AHEAD = 0.1
"""How much likelier an article's claim for one side has to be than its claim for the other."""
_LIKE = 0.2
"""From which on a claim may have a vote in two contradictions."""
_OWN_RULES = frozenset({"name", "exchange"})
"""Alignments that have heard every article already, or that count articles the other way round."""

_Side: TypeAlias = dict[str, list[Claim]]
_Sides: TypeAlias = tuple[_Side, _Side]


def add_seconds(slots: Sequence[Slot], claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """The slots, those in which no side has more articles than the other with what others add.

    Args:
        slots: Lined up already.
        claims: All of the story.
    """
    sided = [_sides(slot) for slot in slots]
    if not any(_is_tie(slot, sides) for slot, sides in zip(slots, sided, strict=True)):
        return tuple(slots)
    taken = {id(claim) for slot, sides in zip(slots, sided, strict=True) if sides for claim in slot.claims}
    families: dict[tuple[Kind, str], list[Claim]] = {}
    for claim in claims:
        if claim.mention.zone.is_reporting:
            families.setdefault((claim.mention.kind, family(claim)), []).append(claim)
    return tuple(
        _second(slot, sides, families, taken) if sides and _is_tie(slot, sides) else slot
        for slot, sides in zip(slots, sided, strict=True)
    )


def _is_tie(slot: Slot, sides: _Sides | None) -> bool:
    if slot.provenance.internal is not None or slot.provenance.rule in _OWN_RULES:
        return False
    return sides is not None and len(sides[0]) == len(sides[1]) == 1


def _sides(slot: Slot) -> _Sides | None:
    """A slot's claims by side and article; None where it has not exactly two sides that clash."""
    first = slot.claims[0]
    one: _Side = {}
    two: _Side = {}
    for claim in slot.claims:
        side = two if clash(first, claim) else one
        side.setdefault(claim.mention.article_id, []).append(claim)
    if not two or one.keys() & two.keys():
        return None
    return one, two


def _second(
    slot: Slot, sides: _Sides, families: dict[tuple[Kind, str], list[Claim]], taken: set[int]
) -> Slot:
    first = slot.claims[0]
    by_article: dict[str, list[Claim]] = {}
    for claim in families.get((first.mention.kind, family(first)), ()):
        by_article.setdefault(claim.mention.article_id, []).append(claim)
    heard = sides[0].keys() | sides[1].keys()
    found = [
        best
        for article, own in by_article.items()
        if article not in heard and (best := _find_vote(slot, sides, own, taken)) is not None
    ]
    return replace(slot, claims=(*slot.claims, *found)) if found else slot


def _find_vote(slot: Slot, sides: _Sides, own: Sequence[Claim], taken: set[int]) -> Claim | None:
    """The claim by which an article takes a side; None where it takes none or both alike."""
    ranked = sorted(
        ((_best_vote(slot, side, own, taken)) for side in sides), key=lambda vote: vote[0], reverse=True
    )
    (sure, vote), (other, _) = ranked
    least = _RELATED if _is_distinct(slot.claims[0]) else _NEAR
    return vote if sure >= max(least, other + _AHEAD) else None


def _best_vote(slot: Slot, side: _Side, own: Sequence[Claim], taken: set[int]) -> tuple[float, Claim | None]:
    """An article's likest claim that says the same as one side, and how like it is; negative for none."""
    best: tuple[float, Claim | None] = (-1.0, None)
    for claim in own:
        if any(_says_same(claim, other) for other in _all(side)):
            like = _relate(claim, slot)
            # What stands in another contradiction already has to be the more like this one.
            if like > best[0] and (id(claim) not in taken or like >= _LIKE):
                best = like, claim
    return best


def _all(side: _Side) -> Iterable[Claim]:
    return (claim for claims in side.values() for claim in claims)


def _says_same(left: Claim, right: Claim) -> bool:
    a, b = left.mention, right.mention
    if a.kind is Kind.ROLE and left.key.entity != right.key.entity:
        return False
    verdict = compare_values(a.kind, a.value, b.value).verdict
    if verdict is Verdict.AGREE:
        return True
    if isinstance(a.value, Figure) and isinstance(b.value, Figure):
        closed = None not in (a.value.low, a.value.high, b.value.low, b.value.high)
        return verdict is Verdict.COMPATIBLE and closed and figures.comparable(a.value, b.value)
    return isinstance(a.value, Date) and repeats(left, right, verdict)


def _is_distinct(claim: Claim) -> bool:
    """Whether a value is seldom that of another question."""
    value = claim.mention.value
    if isinstance(value, Figure):
        number = value.number[0] if isinstance(value.number, tuple) else value.number
        return count_significant(number) > 1 or value.measure not in {"count", "ordinal"}
    return claim.mention.kind is not Kind.STATUS


def _relate(claim: Claim, slot: Slot) -> float:
    """How much of words and names a claim has in common with the likest of a slot's."""
    own = _words(claim)
    return max(_overlap(own, _words(other)) for other in slot.claims)


def _words(claim: Claim) -> Weighted:
    key = claim.key
    return (*key.words, *key.names, *key.frames)


def _overlap(left: Weighted, right: Weighted) -> float:
    a, b = dict(left), dict(right)
    shared = sum(min(weight, b[term]) for term, weight in sorted(a.items()) if term in b)
    whole = min(sum(a.values()), sum(b.values()))
    return shared / whole if whole else 0.0
