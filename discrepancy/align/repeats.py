"""Slots for what one article says twice and differently of one person: an age, a name.

Counts are left out: of sixty pairs of counts of the dead or hurt that differ within a real article,
every one was of another part, place or time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from discrepancy.align.ages import is_of_another_time
from discrepancy.align.answers import clash, trim_values
from discrepancy.compare import compare_values
from discrepancy.context import sentence_of
from discrepancy.lexicon.names import is_given_name
from discrepancy.model import Claim, Figure, Kind, Name, Provenance, Relation, Slot, Support, Verdict

CERTAINTY = 0.85
"""How sure it is that two ages or spellings are one person's."""

_SLIPS = frozenset({"one letter", "letters swapped"})

_LONG = 6
"""Letters from which a word of an organisation's name is no other word for a letter's difference."""


def align_repeats(story_id: str, claims: Sequence[Claim]) -> Iterator[Slot]:
    """One slot for each person whose age or name an article gives in two ways."""
    articles: dict[str, list[Claim]] = {}
    for claim in claims:
        articles.setdefault(claim.mention.article_id, []).append(claim)
    for own in articles.values():
        yield from _ages(story_id, own)
        yield from _names(story_id, own, claims)


def _ages(story_id: str, claims: Sequence[Claim]) -> Iterator[Slot]:
    names = [claim for claim in claims if isinstance(claim.mention.value, Name)]
    people: dict[str, list[Claim]] = {}
    for claim in claims:
        person = _whose_age(claim, names)
        if person:
            people.setdefault(person, []).append(claim)
    for person, told in people.items():
        pair = next(((a, b) for a, b in combinations(told, 2) if clash(a, b)), None)
        if pair is not None:
            said = " and ".join(claim.mention.text for claim in pair)
            relation = Relation(Verdict.CONFLICT, f"{person} is given two ages, {said}")
            kind = pair[0].mention.kind
            yield Slot(
                story_id, kind, f"age of {person}", trim_values(told), CERTAINTY, Provenance("age", relation)
            )


def _whose_age(claim: Claim, names: Sequence[Claim]) -> str:
    """The person beside whose full name or surname an age stands: "Ann Roe, 34," or "34-year-old Ann Roe"."""
    value = claim.mention.value
    if not isinstance(value, Figure) or value.measure != "age" or value.modifier != "=":
        return ""
    if is_of_another_time(claim):
        return ""
    for name in names:
        person = name.mention.value
        assert isinstance(person, Name)
        known = " " in person.form or person.form == person.canonical.split()[-1]
        if person.type != "PERSON" or not known or sentence_of(name) != sentence_of(claim):
            continue
        if _stands_beside(claim, name):
            return person.canonical
    return ""


def _stands_beside(age: Claim, name: Claim) -> bool:
    start, text = age.context_start, age.context
    if text[name.mention.end - start : age.mention.start - start] == ", ":
        # "Ann Roe, 34-year-old Bob Poe" is Bob's age.
        return text[age.mention.end - start :][:1] in {",", ".", ";", ")"}
    return text[age.mention.end - start : name.mention.start - start] in {" ", "-year-old "}


def _names(story_id: str, claims: Sequence[Claim], story: Sequence[Claim]) -> Iterator[Slot]:
    forms: dict[str, list[Claim]] = {}
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Name) and value.type in {"PERSON", "ORG"} and " " in value.form:
            forms.setdefault(value.form, []).append(claim)
    for left, right in combinations(forms.values(), 2):
        if not _is_one(left, right):
            continue
        relation = compare_values(Kind.NAME, left[0].mention.value, right[0].mention.value)
        if relation.verdict is Verdict.CONFLICT and relation.slip in _SLIPS:
            ranked = sorted((left, right), key=lambda side: -_support(side[0], story))
            told = (*trim_values(ranked[0]), *trim_values(ranked[1]))
            odd = frozenset(range(len(trim_values(ranked[0])), len(told)))
            even = _support(left[0], story) == _support(right[0], story)
            yield Slot(
                story_id,
                Kind.NAME,
                f"name of {ranked[0][0].mention.text}",
                told,
                CERTAINTY,
                Provenance(
                    "two spellings",
                    relation,
                    frozenset() if even else odd,
                    support=() if even else (Support(0, "it is printed more often"),),
                ),
            )


def _support(claim: Claim, story: Sequence[Claim]) -> int:
    """How often the story prints a name in this form."""
    value = claim.mention.value
    return sum(isinstance(c.mention.value, Name) and c.mention.value.form == value.form for c in story)  # type: ignore[union-attr]


def _is_one(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Whether two forms that differ by a slip are one person's or body's, and not two relatives'."""
    a, b = left[0].mention.value, right[0].mention.value
    assert isinstance(a, Name)
    assert isinstance(b, Name)
    one, other = a.form.split(), b.form.split()
    if a.type != b.type or len(one) != len(other) or a.form.casefold() == b.form.casefold():
        return False
    differing = [(x, y) for x, y in zip(one, other, strict=True) if x != y]
    if len(differing) != 1 or differing[0][0][0] != differing[0][1][0]:
        return False
    if {sentence_of(claim) for claim in left} & {sentence_of(claim) for claim in right}:
        return False
    x, y = differing[0]
    if a.type == "ORG":
        return min(len(x), len(y)) >= _LONG and x.rstrip("s") != y.rstrip("s")
    if one[-1] != other[-1]:
        return True
    # Brothers and sisters may differ by a letter; a name and what is none may not.
    return sorted(x) == sorted(y) or is_given_name(x) != is_given_name(y)
