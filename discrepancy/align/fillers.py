"""Two people of whom the articles of one story say that they are the one that there is: "the pilot, Ann Roe".

No table has to know what a pilot is. That the words are definite and narrowed by nothing says that the
story has one; that the article of the one never names the other, nor the others the one, says that a name
was put in another's place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from discrepancy.align.answers import clash, trim_values
from discrepancy.align.outvoted import QUORUM, within_term
from discrepancy.lexicon.names import fold
from discrepancy.model import Claim, Kind, Name, Provenance, Slot

_CERTAINTY = 0.85
_OWNED = r"[Hh]is|[Hh]er|[Tt]heir|[\w.-]+['’]s?"
_NOUN = rf"\b(?P<article>[Tt]he|{_OWNED}) (?P<noun>(?:[a-z-]+ ){{0,2}}?[a-z-]+)"
_TITLE = r"(?:[A-Z][a-z]*\.? ){0,2}"
_BEFORE = re.compile(rf"{_NOUN}(?:,? | (?:(?:was |were |is )?(?:named|identified) )?as ){_TITLE}$")
_AFTER = re.compile(rf"(?:, (?:aged )?\d+)?(?:, (?:who (?:is|was) )?| is | was ){_NOUN}(?=[,.;:)\"”]|$)")
_PRONOUNS = frozenset({"his", "her", "their"})
_JOINING = frozenset(
    {"a", "about", "after", "and", "at", "by", "for", "from", "had", "has", "in", "is", "of", "on", "or"}
    | {"than", "that", "the", "to", "was", "were", "when", "where", "which", "who", "with"}
)


@dataclass(frozen=True, slots=True)
class _Filler:
    """Somebody who is called the one such person there is.

    Attributes:
        claim: Names the person.
        words: The noun with what stands before it.
        owners: Surnames of those whose such person it is, as far as the sentence tells; none for "the".
    """

    claim: Claim
    words: str
    owners: frozenset[str]


def align_fillers(story_id: str, claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """Slots of people who stand for one and the same definite "the pilot" or "his assistant"."""
    people = _People(claims)
    by_words: dict[str, list[_Filler]] = defaultdict(list)
    for claim in people.claims:
        for filler in _read(claim):
            by_words[filler.words].append(filler)
    return tuple(
        Slot(
            story_id,
            Kind.NAME,
            f"who is the {words}",
            trim_values(people.show(found)),
            _CERTAINTY,
            Provenance("holder of an office"),
        )
        for words, fillers in by_words.items()
        if (found := people.find_clash(fillers))
    )


def _read(claim: Claim) -> Iterator[_Filler]:
    """What a sentence calls the person whom it names there."""
    start, end = (at - claim.context_start for at in (claim.mention.start, claim.mention.end))
    for found in (_BEFORE.search(claim.context[:start]), _AFTER.match(claim.context, end)):
        if found is None or _JOINING & set(found["noun"].split()):
            continue
        article = found["article"].lower()
        owners = frozenset[str]()
        if article in _PRONOUNS:
            owners = frozenset(fold(name.split()[-1]) for name, _ in claim.key.names)
        elif article != "the":
            owners = frozenset({fold(re.sub(r"['’]s?$", "", article))})
        if article == "the" or owners:
            yield _Filler(claim, found["noun"], owners)


class _People:
    """Who is named where in a story."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        named = [c for c in claims if isinstance(c.mention.value, Name)]
        self.claims = [c for c in named if _type(c) == "PERSON"]
        self.where: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        for claim in self.claims:
            self.where[_person(claim)][claim.mention.article_id].append(claim)
        self.words: dict[str, set[str]] = defaultdict(set)
        for claim in named:
            self.words[claim.mention.article_id] |= {fold(w) for w in claim.mention.text.split()}

    def find_clash(self, fillers: Sequence[_Filler]) -> tuple[_Filler, _Filler] | None:
        """The lone article's filler and one of the others', if there are just those two people."""
        holders = {_person(filler.claim) for filler in fillers}
        if len(holders) != 2:
            return None
        lone, many = sorted(holders, key=lambda person: len(self.where[person]))
        if len(self.where[lone]) != 1 or len(self.where[many]) < QUORUM or self._know_both(lone, many):
            return None
        odd, most = ([f for f in fillers if _person(f.claim) == person] for person in (lone, many))
        return next(((a, b) for a in odd for b in most if _are_one(a, b)), None)

    def _know_both(self, lone: str, many: str) -> bool:
        """Whether an article of the one has a word of the other's name that tells families apart."""
        here, there = self.where[lone], self.where[many]
        return any(fold(many.split()[-1]) in self.words[article] for article in here) or any(
            fold(lone.split()[-1]) in self.words[article] for article in there
        )

    def show(self, found: tuple[_Filler, _Filler]) -> Iterator[Claim]:
        """The two claims, and of every further article the first that gives the whole name."""
        told: Mapping[str, Claim] = {f.claim.mention.article_id: f.claim for f in found}
        yield from told.values()
        for filler in found:
            for article, own in self.where[_person(filler.claim)].items():
                whole = [c for c in own if " " in c.mention.text and c.mention.field == "text"]
                if article not in told and whole:
                    yield whole[0]


def _are_one(left: _Filler, right: _Filler) -> bool:
    if bool(left.owners) != bool(right.owners) or (left.owners and not left.owners & right.owners):
        return False
    return clash(left.claim, right.claim) and within_term(left.claim, right.claim)


def _person(claim: Claim) -> str:
    return claim.mention.value.normal


def _type(claim: Claim) -> str:
    value = claim.mention.value
    return value.type if isinstance(value, Name) else ""
