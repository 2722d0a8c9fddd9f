"""Another name under a title: "President Ann Roe" in four articles, "President Jo Poe" in the fifth.

A bare title leaves open which body it is of, so the title alone is no question. That the fifth article
never names the one nor the four the other, and that it tells of the other what they tell of the one, says
that a name was put in another's place.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from discrepancy import lexicon
from discrepancy.align.answers import clash, phrase_of, trim_values
from discrepancy.align.outvoted import QUORUM, within_term
from discrepancy.compare.roles import post_of, side_of
from discrepancy.context import sentence_of
from discrepancy.lexicon.names import fold
from discrepancy.model import Claim, Kind, Name, Provenance, Slot
from discrepancy.vectors import information

_CERTAINTY = 0.85
_TOLD = 1.2
"""Information of the words that the two sentences share, from which they tell the same."""
_TOLD_OF_KIN = 0.5
"""The same for two names of one surname: few families have two presidents."""
_STEM = 5
"""Letters by which two words are of one stem: "consult", "consultations"."""


def align_substitutes(story_id: str, claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """Slots for a title that one article gives to somebody of whom no other article knows."""
    return tuple(
        Slot(
            story_id,
            Kind.NAME,
            f"who is {post.replace('_', ' ')}",
            trim_values(said),
            _CERTAINTY,
            Provenance("holder of an office"),
        )
        for post, said in _Story(claims).find()
    )


class _Story:
    """Who has which title in a story, and who is named where."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.named: dict[str, list[Claim]] = defaultdict(list)
        self.words: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            value = claim.mention.value
            if isinstance(value, Name):
                self.words[claim.mention.article_id] |= _parts(value.form)
                if value.type == "PERSON":
                    self.named[value.normal].append(claim)
        self.titles: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        posts = set(lexicon.read_table("roles")["unique"]["posts"])
        for claim in claims:
            if claim.mention.kind is Kind.ROLE and claim.key.entity and post_of(phrase_of(claim)) in posts:
                self.titles[post_of(phrase_of(claim))][claim.key.entity].append(claim)

    def find(self) -> Iterator[tuple[str, list[Claim]]]:
        """Titles with the names that stand against each other."""
        for post, holders in self.titles.items():
            for left, right in combinations(holders, 2):
                lone, many = sorted((left, right), key=lambda person: len(self._where(person)))
                if self._is_substituted(lone, many, holders[lone], holders[many]) and all(
                    self._know_apart(other, lone, many) for other in holders if other not in (lone, many)
                ):
                    yield post, [*self._shown(lone), *self._shown(many)]

    def _where(self, person: str) -> set[str]:
        return {claim.mention.article_id for claim in self.named[person]}

    def _know_apart(self, other: str, lone: str, many: str) -> bool:
        """Whether a third holder is known beside one of the two, so that the title is of several bodies."""
        return bool(self._where(other) & self._where(many)) and not self._where(other) & self._where(lone)

    def _is_substituted(self, lone: str, many: str, mine: Sequence[Claim], yours: Sequence[Claim]) -> bool:
        here, there = self._where(lone), self._where(many)
        if len(here) != 1 or len(there) < QUORUM or here & there:
            return False
        own, others = _parts(lone), _parts(many)
        if any((others - own) & self.words[article] for article in here):
            return False
        if any((own - others) & self.words[article] for article in there):
            return False
        fits = any(_are_of_one_body(a, b) and within_term(a, b) for a in mine for b in yours)
        if not fits or not clash(self.named[lone][0], self.named[many][0]):
            return False
        kin = fold(lone.split()[-1]) == fold(many.split()[-1])
        return self._share(lone, many, mine) >= (_TOLD_OF_KIN if kin else _TOLD)

    def _share(self, lone: str, many: str, office: Sequence[Claim]) -> float:
        """Information of the words that a sentence about the one shares with one about the other."""
        told = {(c.mention.article_id, *sentence_of(c)) for c in office}
        left = [c for c in self.named[lone] if (c.mention.article_id, *sentence_of(c)) in told]
        title = {word for claim in office for word in phrase_of(claim).lemmas}
        known = title | _parts(lone) | _parts(many)
        return max(
            (_weigh(_lemmas(a) - known, _lemmas(b) - known) for a in left for b in self.named[many]),
            default=0.0,
        )

    def _shown(self, person: str) -> Iterator[Claim]:
        """The first mention of the whole name in every article."""
        seen: set[str] = set()
        for claim in self.named[person]:
            whole = " " in claim.mention.text and claim.mention.field == "text"
            if whole and claim.mention.article_id not in seen:
                seen.add(claim.mention.article_id)
                yield claim


def _are_of_one_body(left: Claim, right: Claim) -> bool:
    mine, yours = side_of(phrase_of(left)), side_of(phrase_of(right))
    return mine <= yours or yours <= mine


def _parts(name: str) -> set[str]:
    return {fold(word) for word in name.split() if len(word) > 2}


def _lemmas(claim: Claim) -> set[str]:
    return {word.lower() for word, _ in claim.key.words}


def _weigh(left: Set[str], right: Set[str]) -> float:
    shared = {a for a in left if a in right or any(a[:_STEM] == b[:_STEM] and len(a) > _STEM for b in right)}
    return math.fsum(sorted(information(word) for word in shared))
