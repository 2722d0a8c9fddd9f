"""Slots of people's attributes: age and office of a person, holder of an office.

All are asked of entities, like the spelling of names: what every article says of a person, whom
every article puts in an office. An article that has both answers knows of two people or two
posts, so it contradicts neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from discrepancy import lexicon
from discrepancy.align.answers import clashes_between_articles, trim_values
from discrepancy.compare import compare_values
from discrepancy.context import sentence_of
from discrepancy.model import Claim, Figure, Kind, Name, Phrase, Provenance, Slot, Verdict


def is_attribute(claim: Claim) -> bool:
    """Whether a claim is about a person named with it, and so is lined up here alone."""
    return claim.mention.kind is Kind.ROLE or (_is_age(claim) and bool(claim.key.entity))


def align_attributes(story_id: str, claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """Slots for people whose age or office, and offices whose holder, differ between articles."""
    ages = [claim for claim in claims if _is_age(claim)]
    roles = [claim for claim in claims if claim.mention.kind is Kind.ROLE]
    names = [claim for claim in claims if isinstance(claim.mention.value, Name)]
    offices = list(_by_person(story_id, roles, "office"))
    named = {name for slot in offices for claim in slot.claims for name in [claim.key.entity]}
    holders = [slot for slot in _by_office(story_id, roles, names) if not _people(slot) & named]
    return (*_by_person(story_id, ages, "age"), *offices, *holders)


def _is_age(claim: Claim) -> bool:
    value = claim.mention.value
    return isinstance(value, Figure) and value.measure == "age"


def _people(slot: Slot) -> set[str]:
    return {claim.mention.value.normal for claim in slot.claims}


def _by_person(story_id: str, claims: Sequence[Claim], attribute: str) -> Iterable[Slot]:
    people: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.key.entity:
            people.setdefault(claim.key.entity, []).append(claim)
    for person, said in people.items():
        if clashes_between_articles(said):
            yield Slot(
                story_id,
                said[0].mention.kind,
                f"{attribute} of {person}",
                trim_values(said),
                provenance=Provenance(f"{attribute} of a person"),
            )


@cache
def _sole() -> frozenset[str]:
    """Posts that a story has one of even where nothing narrows them."""
    return frozenset(lexicon.read_table("roles")["sole"]["posts"])


def _by_office(story_id: str, roles: Sequence[Claim], names: Sequence[Claim]) -> Iterable[Slot]:
    """One slot for each narrowed office to which articles put different people."""
    offices: list[list[Claim]] = []
    for claim in roles:
        fitting = (office for office in offices if all(_is_one_office(claim, other) for other in office))
        office = next(fitting, None)
        if office is None:
            offices.append([claim])
        else:
            office.append(claim)
    for office in offices:
        holders = [holder for claim in office if (holder := _holder(claim, names)) is not None]
        if clashes_between_articles(holders) and not _are_told_apart(holders, names):
            label, told = f"who is {office[0].mention.text}", trim_values(holders)
            yield Slot(story_id, Kind.NAME, label, told, provenance=Provenance("holder of an office"))


def _is_one_office(left: Claim, right: Claim) -> bool:
    """Same post, narrowed by the same words, or a post that a story can have but one of."""
    a, b = left.mention.value, right.mention.value
    assert isinstance(a, Phrase)
    assert isinstance(b, Phrase)
    if a.normal != b.normal:
        return False
    mine, yours = set(a.lemmas), set(b.lemmas)
    if mine and yours:
        return mine <= yours or yours <= mine or len(mine & yours) > 1
    # "The mayor" alone is the mayor of wherever the report is from.
    return a.normal in _sole()


def _holder(role: Claim, names: Sequence[Claim]) -> Claim | None:
    """The claim that names the holder of ``role`` in its own sentence."""
    mention = role.mention
    here = [
        name
        for name in names
        if name.mention.article_id == mention.article_id
        and sentence_of(name) == sentence_of(role)
        and name.mention.value.normal == mention.owner
    ]
    return min(here, key=lambda name: abs(name.mention.start - mention.start), default=None)


def _are_told_apart(holders: Sequence[Claim], names: Sequence[Claim]) -> bool:
    """Whether an article that names one holder mentions the other too: it tells them apart.

    A slip of spelling is no second person, and the spelling of names is asked elsewhere.
    """
    first = holders[0].mention.value
    for claim in holders:
        relation = compare_values(Kind.NAME, first, claim.mention.value)
        if relation.verdict is Verdict.CONFLICT and relation.slip:
            return True
    people = {claim.mention.value.normal for claim in holders}
    knows: dict[str, set[str]] = {}
    for name in names:
        if name.mention.value.normal in people:
            knows.setdefault(name.mention.article_id, set()).add(name.mention.value.normal)
    return any(len(knows.get(claim.mention.article_id, ())) > 1 for claim in holders)
