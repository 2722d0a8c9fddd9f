"""The claims that name who holds an office: beside the title, or elsewhere in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from discrepancy.align.answers import clash
from discrepancy.compare import compare_values
from discrepancy.context import sentence_of
from discrepancy.model import Claim, Kind, Slot, Verdict


def find_holder(role: Claim, names: Sequence[Claim]) -> Claim | None:
    """The claim that names the holder of ``role`` in its own sentence."""
    mention = role.mention
    here = [
        name
        for name in names
        if name.mention.article_id == mention.article_id
        and sentence_of(name) == sentence_of(role)
        and name.mention.value.normal == mention.owner
    ]
    # "The head of the Roe clan, Ann Roe": the full name is the person's.
    return min(
        here, key=lambda n: (-len(n.mention.text.split()), abs(n.mention.start - mention.start)), default=None
    )


def name_elsewhere(holders: Sequence[Claim], names: Sequence[Claim]) -> Iterator[Claim]:
    """The first mention of one of the holders in each article that does not say what they are."""
    seen = {claim.mention.article_id for claim in holders}
    for name in names:
        if name.mention.article_id in seen or " " not in name.mention.text or name.mention.field != "text":
            continue
        fitting = {h.mention.value.normal for h in holders if _is_name_of(name, h)}
        if len(fitting) == 1:
            seen.add(name.mention.article_id)
            yield name


def _is_name_of(name: Claim, holder: Claim) -> bool:
    relation = compare_values(Kind.NAME, name.mention.value, holder.mention.value)
    return relation.verdict is not Verdict.CONFLICT


def are_one_spelt_twice(holders: Sequence[Claim]) -> bool:
    """Whether two of the names are one, but for a slip."""
    first = holders[0].mention.value
    relations = (compare_values(Kind.NAME, first, claim.mention.value) for claim in holders)
    return any(r.verdict is Verdict.CONFLICT and bool(r.slip) for r in relations)


def are_told_short(holders: Sequence[Claim]) -> bool:
    """Whether the names that clash are one in full and in short: "Halvar", "Halvar Foods"."""
    words = [set(claim.mention.text.split()) for claim in holders]
    return all(
        words[i] <= words[j] or words[j] <= words[i]
        for i, j in combinations(range(len(holders)), 2)
        if clash(holders[i], holders[j])
    )


def are_named_together(holders: Sequence[Claim], names: Sequence[Claim]) -> bool:
    """Whether an article names two of the people, so that they are two and known to the story."""
    people = {claim.mention.value.normal for claim in holders}
    known: dict[str, set[str]] = {}
    for name in names:
        if name.mention.value.normal in people:
            known.setdefault(name.mention.article_id, set()).add(name.mention.value.normal)
    return any(len(found) > 1 for found in known.values())


def asks_again(slot: Slot, offices: Sequence[Slot]) -> bool:
    """Whether a slot asks who has an office of somebody of whom ``offices`` ask which one it is."""
    people = {claim.mention.value.normal for claim in slot.claims}
    contested = {c.key.entity for other in offices if other.kind is Kind.ROLE for c in other.claims}
    return (
        slot.kind is Kind.NAME and slot.provenance.rule == "holder of an office" and bool(people & contested)
    )
