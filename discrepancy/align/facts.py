"""Facts: claims that agree and answer one question, across articles and within one.

Equal values with similar keys are the cheap, safe links, so they are made first. A fact gathers
the votes for its value and every wording in which the question was put.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.align.answers import clash, repeats
from discrepancy.align.pairs import Pair
from discrepancy.compare.digits import count_significant
from discrepancy.model import Claim, Date, Figure, Verdict

LINK = 0.5
"""Score from which agreeing values are taken for one fact."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Indexes of claims that say the same of one question, in order."""

    members: tuple[int, ...]


def gather_facts(claims: Sequence[Claim], pairs: Sequence[Pair]) -> list[Fact]:
    """Join agreeing claims, surest first, never two whose values clash."""
    near = _near_misses(pairs)
    links = sorted(
        (-score, pair.left, pair.right)
        for pair in pairs
        if not pair.clashes and (score := _link(claims, pair)) >= LINK and not _slipped(claims, pair, near)
    )
    cluster = {index: [index] for index in range(len(claims))}
    for _, i, j in links:
        a, b = cluster[i], cluster[j]
        if a is not b and not _clash(claims, a, b):
            a += b
            for index in b:
                cluster[index] = a
    distinct = {id(members): members for members in cluster.values()}
    return sorted((Fact(tuple(sorted(members))) for members in distinct.values()), key=lambda f: f.members)


def _near_misses(pairs: Sequence[Pair]) -> dict[int, float]:
    """For each date that is but another year than others, how surely one of them asks the same."""
    near: dict[int, float] = {}
    for pair in pairs:
        if pair.clashes and "year" in pair.relation.slip:
            for index in (pair.left, pair.right):
                near[index] = max(near.get(index, 0.0), pair.same)
    return near


def _slipped(claims: Sequence[Claim], pair: Pair, near: dict[int, float]) -> bool:
    """Whether a date rather is the slip of another than the finer telling of a year.

    "24 February 2014" beside "24 February 2022" is a wrong year, although somebody tells of 2014.
    """
    if pair.relation.verdict is Verdict.AGREE or not isinstance(claims[pair.left].mention.value, Date):
        return False
    return pair.same < max(near.get(pair.left, 0.0), near.get(pair.right, 0.0))


def _clash(claims: Sequence[Claim], left: Sequence[int], right: Sequence[int]) -> bool:
    return any(clash(claims[i], claims[j]) for i in left for j in right)


def _link(claims: Sequence[Claim], pair: Pair) -> float:
    """The pair's score, raised where the same value is unlikely to stand in two articles by chance.

    Never for measures that are easily taken for each other: 47 killed is not 47 injured.
    """
    if pair.contrasts:
        return 0.0
    if pair.relation.verdict is not Verdict.AGREE:
        return pair.same if _tells_again(claims, pair) else 0.0
    return 1 - (1 - pair.same) * (1 - _telling(claims[pair.left]))


def _tells_again(claims: Sequence[Claim], pair: Pair) -> bool:
    """Whether two values that are not equal tell the same more or less finely; a country is not its town."""
    if pair.sort == "place":
        return pair.relation.verdict is not Verdict.COMPATIBLE
    return repeats(claims[pair.left], claims[pair.right], pair.relation.verdict)


def _telling(claim: Claim) -> float:
    """How unlikely a chance coincidence of this value is: 4,324 tells more than 3."""
    value = claim.mention.value
    if isinstance(value, Figure):
        number = value.number if not isinstance(value.number, tuple) else value.number[0]
        digits = count_significant(number)
        return min(0.1 + 0.2 * (digits - 1), 0.8)
    if isinstance(value, Date):
        return 0.5 if "day" in value.said else 0.2
    return 0.3
