"""Slots of people's ages: asked of entities, like the spelling of names.

An article that gives two ages knows of two people of one name, so it contradicts neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from discrepancy.align.ages import is_of_another_time, leave_birthdays
from discrepancy.align.answers import clashes_between_articles, trim_values
from discrepancy.model import Claim, Figure, Kind, Provenance, Slot

_DEFINITE = re.compile(r"(?i)\b(?:the|this|that) (?:\w+ ){0,2}$")
_INSTEAD = re.compile(r"(?:[- ]?years?[- ]old)?(?! [A-Z])")
"""What follows an age that stands for a name: no name of its own ("the 27-year-old Ann Roe")."""


def is_attribute(claim: Claim) -> bool:
    """Whether a claim is about a person named with it, and so is lined up by the person alone."""
    return claim.mention.kind is Kind.ROLE or (_is_age(claim) and bool(claim.key.entity))


def align_ages(story_id: str, claims: Sequence[Claim]) -> Iterator[Slot]:
    """Slots for people whose age differs between articles."""
    people: dict[str, list[Claim]] = {}
    told = [c for c in claims if _is_age(c) and c.key.entity and not is_of_another_time(c)]
    beside = {(c.key.entity, c.mention.value.normal) for c in told if not _stands_for_name(c)}
    for claim in told:
        if not (_stands_for_name(claim) and _is_somebody_else(claim, beside)):
            people.setdefault(claim.key.entity, []).append(claim)
    for person, ages in people.items():
        said = leave_birthdays(ages, claims)
        if clashes_between_articles(said):
            yield Slot(
                story_id,
                said[0].mention.kind,
                f"age of {person}",
                trim_values(said),
                provenance=Provenance("age of a person"),
            )


def _is_somebody_else(claim: Claim, beside: Set[tuple[str, str]]) -> bool:
    """Whether an age told in place of a name is known of another, or the person's own is another.

    Args:
        claim: The age.
        beside: The ages that stand beside names, each behind its person.
    """
    own, age = claim.key.entity, claim.mention.value.normal
    known = any(person == own for person, _ in beside)
    return (known and (own, age) not in beside) or any(a == age and p != own for p, a in beside)


def _stands_for_name(claim: Claim) -> bool:
    """Whether an age is told in place of a name: "the 27-year-old", who may be somebody else."""
    start, end = (place - claim.context_start for place in (claim.mention.start, claim.mention.end))
    before, behind = claim.context[:start], claim.context[end:]
    return bool(_DEFINITE.search(before)) and bool(_INSTEAD.match(behind))


def _is_age(claim: Claim) -> bool:
    value = claim.mention.value
    return isinstance(value, Figure) and value.measure == "age"
