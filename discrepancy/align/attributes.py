"""Slots of people's ages: asked of entities, like the spelling of names.

An article that gives two ages knows of two people of one name, so it contradicts neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.align.answers import clashes_between_articles, trim_values
from discrepancy.model import Claim, Figure, Kind, Provenance, Slot


def is_attribute(claim: Claim) -> bool:
    """Whether a claim is about a person named with it, and so is lined up by the person alone."""
    return claim.mention.kind is Kind.ROLE or (_is_age(claim) and bool(claim.key.entity))


def align_ages(story_id: str, claims: Sequence[Claim]) -> Iterator[Slot]:
    """Slots for people whose age differs between articles."""
    people: dict[str, list[Claim]] = {}
    for claim in claims:
        if _is_age(claim) and claim.key.entity:
            people.setdefault(claim.key.entity, []).append(claim)
    for person, said in people.items():
        if clashes_between_articles(said):
            yield Slot(
                story_id,
                said[0].mention.kind,
                f"age of {person}",
                trim_values(said),
                provenance=Provenance("age of a person"),
            )


def _is_age(claim: Claim) -> bool:
    value = claim.mention.value
    return isinstance(value, Figure) and value.measure == "age"
