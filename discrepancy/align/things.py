"""The thing of which one status is told, and what tells two such things apart or makes them one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from discrepancy import lexicon
from discrepancy.align.bearers import person_nouns
from discrepancy.align.dimensions import arguments
from discrepancy.extract.predicates import questions
from discrepancy.lexicon.names import find_place
from discrepancy.model import Claim
from discrepancy.vectors import information, similarity

NEAR = 0.6
"""Cosine of word vectors from which two words may name one thing: pipeline and tube."""

USUAL = 0.5
"""Information of a word that is half enough to tell things apart."""

GUILT = "guilt"
"""What stands among the words where a status is of somebody's guilt."""
_APPEAL = "appeal"
_ORDINAL = re.compile(r"\b(first|second|third|fourth|fifth) (\w+)")
_ANOTHER = re.compile(r"\b(?:another|a (?:second|third|fourth|fifth)) (\w+)")
_NUMBERED = re.compile(r"\b([A-Z][a-z]+) (?:[Nn]o\.? ?)?(\d{1,3}\b)")


@dataclass(frozen=True, slots=True)
class Theme:
    """What a status is said of.

    Attributes:
        people: Canonical names.
        head: The lemma for the thing itself, or "".
        words: Lemmas for what it befalls, names of people apart.
        agents: Lemmas for who does it.
        planned: Whether it is still to come.
        nobody: Whether it is said of no one at all.
        guessed: Whether a pronoun stands for the people, so that they may be others.
        doer: The first of the agents, for the one itself, or "".
    """

    people: frozenset[str]
    head: str
    words: frozenset[str]
    agents: frozenset[str]
    planned: bool
    nobody: bool
    guessed: bool = False
    doer: str = ""

    @property
    def is_unnamed(self) -> bool:
        """Whether it is said of somebody whom the sentence does not name."""
        if self.people:
            return self.guessed
        return not self.head or self.head in person_nouns()


def are_told_apart(a: Theme, b: Theme) -> bool:
    """Whether other words say which of two things of one word it is: deposit rate, mortgage rate."""
    mine, yours = a.words - {a.head}, b.words - {b.head}
    return a.head == b.head and bool(mine) and bool(yours) and not mine & yours


def are_numbered_apart(left: Claim, right: Claim, words: frozenset[str]) -> bool:
    """Whether a word that both share for the thing has another number: Ward 3, Ward 5."""
    mine, yours = _numbers(left.context, words), _numbers(right.context, words)
    return any(mine[word].isdisjoint(yours[word]) for word in mine.keys() & yours.keys())


def is_another(claim: Claim, head: str) -> bool:
    """Whether a sentence tells of one more thing of a sort: "a second kitchen"."""
    return head in _ANOTHER.findall(claim.context.lower())


def _numbers(text: str, words: frozenset[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for word, number in _NUMBERED.findall(text):
        if word.lower() in words:
            found.setdefault(word.lower(), set()).add(number)
    for number, word in _ORDINAL.findall(text.lower()):
        if word in words:
            found.setdefault(word, set()).add(number)
    return found


def may_say_the_same(a: Theme, b: Theme) -> bool:
    """Whether one and the same may have said both: the same person, or agents in words that fit."""
    if a.people & b.people or not a.agents or not b.agents:
        return True
    return share_words(a.agents, b.agents) > 0


def are_done_by_one(a: Theme, b: Theme) -> bool:
    """Whether nothing says that two do it: who does it here is named there, and the other way round."""
    if a.people & b.people:
        return True
    return all(
        (one.agents or one.words) & (other.agents | other.words) or not (one.agents or one.words)
        for one, other in ((a, b), (b, a))
    )


def may_share_charge(a: Theme, b: Theme) -> bool:
    """Whether two verdicts may be on one charge, two results of one contest."""
    mine, yours = charges_of(a), charges_of(b)
    return bool(mine & yours) or not mine or not yours


def may_be_rivals(a: Theme, b: Theme) -> bool:
    """Whether one may have won what the other lost: those who did it are others."""
    if a.people & b.people or a.doer in b.agents or b.doer in a.agents:
        return False
    return bool(a.doer or a.people) and bool(b.doer or b.people)


def charges_of(theme: Theme) -> frozenset[str]:
    """The crimes and contests that a status names."""
    return theme.words & ((arguments("crime") | arguments("contest")) - questions("court") - {GUILT})


def is_part_of_contest(left: Claim, right: Claim, a: Theme, b: Theme) -> bool:
    """Whether one is a place in the whole contest, the other of a game or of a contest besides it."""
    pairs = ((left, b), (right, a))
    return any(
        not questions("placing").isdisjoint(claim.mention.text.lower().split())
        and not questions("rounds").isdisjoint(theme.words)
        for claim, theme in pairs
    )


def is_part_of_law(theme: Theme) -> bool:
    """Whether it is said of an amendment or an exception, and not of the law that has it."""
    return theme.head in questions("clauses") and not any(w.startswith("constitution") for w in theme.words)


def are_of_law(a: Theme, b: Theme) -> bool:
    """Whether either is said of a law or a plan, of which parts may fare otherwise."""
    return a.head in questions("laws") or b.head in questions("laws")


def instances_of(text: str) -> frozenset[str]:
    """Words for the rank of the court that a sentence tells of."""
    found = frozenset(re.findall(r"\w+", text.lower())) & questions("instances")
    return frozenset(_APPEAL if word.startswith("appe") else word for word in found)


def countries_of(claim: Claim) -> frozenset[str]:
    """The countries that a status is told with, by its places."""
    found = (find_place(name) for name in claim.key.places)
    return frozenset(place.within or place.name for place in found if place is not None)


def share_words(left: frozenset[str], right: frozenset[str], heads: frozenset[str] | None = None) -> float:
    """How telling the words are that two themes share, or nearly: 0 for none, .5 for a usual one.

    Args:
        left: Words of the one.
        right: Words of the other.
        heads: Of a pair of words merely near in meaning, one has to be among these; any where None.
    """
    told = sum(information(word) for word in sorted(left & right))
    for word in sorted(left - right):
        near = any(
            similarity(word, other) >= NEAR or _covers(word, other)
            for other in right - left
            if heads is None or word in heads or other in heads
        )
        told += 0.5 * information(word) * near
    return told / (told + USUAL) if told else 0.0


def _covers(left: str, right: str) -> bool:
    """Whether one word is a general one for the other: "animals" for eels."""
    general: dict[str, list[str]] = lexicon.read_table("statuses")["general"]
    return any(
        (left in words and right in arguments(name)) or (right in words and left in arguments(name))
        for name, words in general.items()
    )


def name_together(left: Claim, right: Claim) -> float:
    """How near to both statuses a name stands that they share."""
    weights = dict(right.key.names)
    near = (min(weight, weights[name]) for name, weight in left.key.names if name in weights)
    return min(1.0, max(near, default=0.0))
