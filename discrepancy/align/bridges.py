"""Statuses of neighbouring questions put into the terms of one: who is hurt is alive.

Articles tell what became of one thing in words that answer different questions, a contract "in force" and
"annulled". Where one dimension implies a pole of another, the status takes part there as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from discrepancy import lexicon
from discrepancy.align.dimensions import dimension_of
from discrepancy.extract.predicates import questions
from discrepancy.model import Claim, Phrase


def bridge(statuses: Sequence[Claim]) -> Iterator[tuple[list[Claim], list[str]]]:
    """For each dimension that others bear on its own statuses and theirs, put into its terms.

    Only where both poles are told, and one of them by another dimension.

    Yields:
        The statuses, and for each the dimension from which it comes.
    """
    for dimension, implied in _bridges().items():
        pairs = [(put, own) for own in statuses if (put := _put(own, dimension, implied)) is not None]
        sources = [dimension_of(own) for _, own in pairs]
        if len({*sources}) > 1 and len({put.mention.value.normal for put, _ in pairs}) > 1:
            yield [put for put, _ in pairs], sources


def _put(claim: Claim, dimension: str, implied: Mapping[str, str]) -> Claim | None:
    if dimension_of(claim) == dimension:
        return claim
    value = claim.mention.value
    assert isinstance(value, Phrase)
    pole = implied.get(value.normal)
    if pole is None:
        return None
    said = replace(value, normal=f"{dimension}:{pole}", lemmas=_thing(claim, value))
    return replace(claim, mention=replace(claim.mention, value=said))


def _thing(claim: Claim, value: Phrase) -> tuple[str, ...]:
    """What it is said of: pilots walk out, but what goes ahead or is called off is the strike."""
    own = dimension_of(claim)
    return value.lemmas if own not in questions("things") else (own, *(w for w in value.lemmas if w != own))


@cache
def _bridges() -> Mapping[str, Mapping[str, str]]:
    bridges: dict[str, dict[str, str]] = lexicon.read_table("statuses")["bridges"]
    return bridges
