"""Name slots: one person, organisation or place each, however it is spelt.

Names are lined up as entities, not mention by mention: who is called so in which article. Two
spellings are one entity's when they are a slip apart and no article uses both, since an article
that has both tells two people apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from discrepancy.align.answers import trim_articles
from discrepancy.align.mistaken import (
    are_kin,
    is_distorted,
    is_garbled,
    is_misnamed,
    is_misprinted,
    is_mistaken,
    know_people,
)
from discrepancy.compare import compare_values
from discrepancy.model import Claim, Kind, Name, Provenance, Relation, Slot, Verdict


@dataclass(frozen=True, slots=True)
class _Entity:
    """One spelling of a name with the claims that use it in full."""

    name: Name
    claims: tuple[Claim, ...]
    articles: frozenset[str]


def align_people(
    story_id: str, claims: Sequence[Claim], described: Sequence[Claim] = ()
) -> tuple[tuple[Slot, ...], list[Claim]]:
    """Slots for names that are spelt in more than one way, and the claims that are not such names.

    Places stay with the rest: no two of them are one place for being spelt alike.

    Args:
        story_id: The story.
        claims: Its claims.
        described: What else it says that people are, which makes no slots here.
    """
    rest = [claim for claim in claims if claim.mention.kind is not Kind.NAME]
    entities = _gather(claims)
    people = know_people([*claims, *described])
    slots: list[Slot] = []
    taken: set[int] = set()
    for i, left in enumerate(entities):
        if i in taken:
            continue
        group = [left]
        for j in range(i + 1, len(entities)):
            right = entities[j]
            if j in taken or left.name.type != right.name.type or left.articles & right.articles:
                continue
            relation = compare_values(Kind.NAME, left.name, right.name)
            slip = _is_misspelling(left, right, relation) and not are_kin(left.name, right.name, people)
            alike = relation.verdict is Verdict.VARIANT or slip
            known = (
                _is_one_person(left, right, people.ages)
                or is_mistaken(left.name, right.name, people)
                or is_garbled(left.name, right.name, people)
                or is_distorted(left.name, right.name, people)
                or (
                    left.name.type == "ORG"
                    and is_misnamed(left.name, right.name, left.articles, right.articles)
                )
            )
            if alike or known:
                group.append(right)
                taken.add(j)
        if len(group) > 1 and len(_articles(group)) > 1:
            slots.append(_make_slot(story_id, [*group, *_find_short(group, entities)]))
    return (*slots, *_align_words(story_id, claims)), rest


def _align_words(story_id: str, claims: Sequence[Claim]) -> Iterator[Slot]:
    """Slots for things of a name of one word, which a single article ends otherwise than all others."""
    forms: dict[str, list[Claim]] = {}
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Name) and value.type in {"ORG", "MISC"} and " " not in value.form:
            forms.setdefault(value.form, []).append(claim)
    for left, right in combinations(forms.values(), 2):
        if is_misprinted(left, right):
            yield _make_slot(story_id, [_Entity(_name(c), tuple(c), frozenset()) for c in (left, right)])


def is_told(slot: Slot, names: Sequence[Slot]) -> bool:
    """Whether ``slot`` asks after people of whom ``names``, by :func:`align_people`, says they are one."""
    people = {claim.mention.value.normal for claim in slot.claims}
    return slot.kind is Kind.NAME and any(
        people <= {claim.mention.value.normal for claim in name.claims} for name in names
    )


def _articles(group: Iterable[_Entity]) -> frozenset[str]:
    return frozenset().union(*(entity.articles for entity in group))


def _find_short(group: Sequence[_Entity], entities: Sequence[_Entity]) -> Iterator[_Entity]:
    """Shorter and longer forms of the names in ``group``, from articles that have none of them.

    Who prints "Ann Roe" takes a side between "Ann Roe Castle" and "Anne Roe" as well.
    """
    known = {(entity.name.type, entity.name.canonical) for entity in group}
    articles = _articles(group)
    for entity in entities:
        if (entity.name.type, entity.name.canonical) in known and not entity.articles & articles:
            yield entity


def _gather(claims: Sequence[Claim]) -> list[_Entity]:
    """Full forms in order of first appearance; surname-only mentions say nothing about spelling."""
    forms: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Name) and value.type in {"PERSON", "ORG"} and " " in value.form:
            forms.setdefault((value.type, value.form), []).append(claim)
    return [
        _Entity(_name(group), tuple(group), frozenset(claim.mention.article_id for claim in group))
        for group in forms.values()
    ]


def _name(claims: Sequence[Claim]) -> Name:
    value = claims[0].mention.value
    assert isinstance(value, Name)
    return value


def _is_misspelling(left: _Entity, right: _Entity, relation: Relation) -> bool:
    if relation.verdict is not Verdict.CONFLICT or not relation.slip:
        return False
    if relation.slip != "letter case":
        return True
    # What begins with a small letter was taken for a name, but is none; "Baker Ann Roe" opens a sentence
    # in which "baker Ann Roe" would stand elsewhere.
    named = left.name.form[0].isupper() and right.name.form[0].isupper()
    return named and left.name.type == "PERSON" and not _opens_alike(left.name.form, right.name.form)


def _opens_alike(left: str, right: str) -> bool:
    """Whether long names differ in the capital of the first word alone."""
    a, b = left.split(), right.split()
    return min(len(a), len(b)) > 2 and a[0] != b[0] and a[0].casefold() == b[0].casefold()


def _is_one_person(left: _Entity, right: _Entity, ages: Mapping[str, set[str]]) -> bool:
    """Whether two names of one surname and initial that are no slip apart share an age as well."""
    if left.name.type != "PERSON" or right.name.type != "PERSON":
        return False
    a, b = left.name.form.casefold().split(), right.name.form.casefold().split()
    if a[-1] != b[-1] or a[0][0] != b[0][0]:
        return False
    return bool(ages.get(left.name.canonical, set()) & ages.get(right.name.canonical, set()))


def _make_slot(story_id: str, group: Sequence[_Entity]) -> Slot:
    kept = tuple(claim for entity in group for claim in trim_articles(entity.claims))
    label = f"name of {group[0].name.form}"
    return Slot(story_id, Kind.NAME, label, kept, provenance=Provenance("name"))
