"""What two claims' surroundings have in common: other values told with them, and the passage around.

Reports of one thing tell the same things beside it. "Nine had been withdrawn" answers the same as
"five have been retracted" not for its wording but because both stand beside the same 14 papers.
The claims' own values are left out, so that the features stay blind to them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeAlias

from discrepancy.context import sentence_of
from discrepancy.model import Claim

_Place: TypeAlias = tuple[str, str, int]
"""Article, field and number of a sentence."""

SATURATION = 1.5
"""Weight of shared values at which the feature reaches two thirds."""


def shared_values(claims: Sequence[Claim]) -> tuple[Any, Any]:
    """For every pair of claims how much their sentences, and the sentences beside them, state alike.

    Returns:
        Two square matrices from 0 to 1: of the sentences themselves; of all combinations of a
        claim's sentence and its two neighbours with the other's, the sentences themselves apart.
    """
    import numpy as np

    places = [_place(claim) for claim in claims]
    terms = [_term(claim) for claim in claims]
    told = _tell(claims, places, terms)
    column, weight = _weigh(told)
    inner = _rows(places, terms, told, column, weight, (0,))
    outer = _rows(places, terms, told, column, weight, (-1, 1))
    within = (inner @ inner.T).toarray()
    both = (outer @ outer.T).toarray() + (outer @ inner.T).toarray() + (inner @ outer.T).toarray()
    return 1 - np.exp(-within / SATURATION), 1 - np.exp(-both / SATURATION)


def _place(claim: Claim) -> _Place:
    return (claim.mention.article_id, *sentence_of(claim))


def _tell(claims: Sequence[Claim], places: Sequence[_Place], terms: Sequence[str]) -> dict[_Place, set[str]]:
    """Every sentence's values and names."""
    told: dict[_Place, set[str]] = {}
    for claim, place, term in zip(claims, places, terms, strict=True):
        values = told.setdefault(place, set())
        values.add(term)
        values.update(f"name {name}" for name, _ in claim.key.names)
    return told


def _term(claim: Claim) -> str:
    kind = claim.mention.kind.value
    return (
        f"{'number' if kind == 'figure' else kind} {claim.mention.value.normal.split(' ')[0].lstrip('<>~')}"
    )


def _weigh(told: dict[_Place, set[str]]) -> tuple[dict[str, int], list[float]]:
    """Column and weight of every value: one that stands in every second sentence tells little."""
    spread = Counter(term for values in told.values() for term in values)
    column = {term: number for number, term in enumerate(sorted(spread))}
    total = math.log(1 + len(told))
    return column, [math.log((1 + len(told)) / count) / total for _, count in sorted(spread.items())]


def _rows(
    places: Sequence[_Place],
    terms: Sequence[str],
    told: dict[_Place, set[str]],
    column: dict[str, int],
    weight: Sequence[float],
    steps: Sequence[int],
) -> Any:
    """One row for each claim: the values of the sentences ``steps`` away, its own value left out."""
    from scipy.sparse import csr_matrix

    data: list[float] = []
    columns: list[int] = []
    starts = [0]
    roots = [math.sqrt(value) for value in weight]
    around: dict[_Place, list[tuple[str, int]]] = {}
    for place, own in zip(places, terms, strict=True):
        if place not in around:
            article, field, sentence = place
            values = {v for step in steps for v in told.get((article, field, sentence + step), ())}
            around[place] = [(value, column[value]) for value in sorted(values)]
        others = [number for value, number in around[place] if value != own]
        columns += others
        data += (roots[number] for number in others)
        starts.append(len(data))
    return csr_matrix((data, columns, starts), shape=(len(places), len(column)))


def passages(claims: Sequence[Claim]) -> list[str]:
    """For each claim the sentences before, at and after it, as far as they hold claims."""
    text = {_place(claim): claim.context for claim in claims}
    return [
        " ".join(text.get((article, field, sentence + step), "") for step in (-1, 0, 1))
        for article, field, sentence in map(_place, claims)
    ]
