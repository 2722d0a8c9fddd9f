"""What stands beside a status in its sentence: figures, days, and how many of which things.

Two sentences that share a figure or a day tell of one thing rather than two; that four of the proposals
were turned down contradicts nobody who says that 31 were accepted.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.context import sentence_of
from discrepancy.model import Claim, Figure, Kind, Value


def tell_figures(claims: Sequence[Claim]) -> dict[tuple[str, object, int], frozenset[str]]:
    """The figures and days that each sentence states."""
    found: dict[tuple[str, object, int], set[str]] = {}
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Figure) or claim.mention.kind is Kind.DATE:
            found.setdefault(place_of(claim), set()).add(_written(value))
    return {place: frozenset(told) for place, told in found.items()}


def tell_counts(claims: Sequence[Claim]) -> dict[tuple[str, object, int], dict[str, set[str]]]:
    """How many of which things each sentence tells of."""
    found: dict[tuple[str, object, int], dict[str, set[str]]] = {}
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Figure) and value.measure == "count":
            noun = (value.unit.split() or [claim.key.head])[-1]
            found.setdefault(place_of(claim), {}).setdefault(noun, set()).add(str(value.number))
    return found


def _written(value: Value) -> str:
    """A figure or a day as other articles may give it as well: 48 hours for two days."""
    if not isinstance(value, Figure):
        return value.normal[:10]
    if value.unit == "day" and not isinstance(value.number, tuple):
        return f"{value.number * 24} hour"
    return f"{value.number} {'hour' if value.unit == 'hour' else ''}"


def place_of(claim: Claim) -> tuple[str, object, int]:
    """The sentence that a claim stands in, and its article."""
    field, sentence = sentence_of(claim)
    return claim.mention.article_id, field, sentence
