"""Whom a status is said of: people by name, by calling and by pronoun, over all articles of a story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations

from discrepancy import lexicon
from discrepancy.align.answers import text_before
from discrepancy.compare.names import score_names
from discrepancy.compare.roles import are_one_office
from discrepancy.lexicon.nouns import nouns_for_people
from discrepancy.lexicon.posts import portfolios
from discrepancy.model import Claim, Kind, Name, Phrase

FEW = 2
"""People of one calling in a story between whom its word need not tell."""

SPELT = 0.8
"""Likeness of two spellings from which both name one person."""


class Bearers:
    """The people of one story, and which of them a clause tells of."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.names = _name_people(claims)
        self._holders = _name_holders(claims)
        self._root = _join_spellings(_tell_articles(claims))

    def named(self, lemmas: Iterable[str]) -> frozenset[str]:
        """The people whom ``lemmas`` name, the one whom all of them name where there is one."""
        found = [self.names[lemma] for lemma in lemmas if lemma in self.names]
        people = frozenset.intersection(*found) if found else frozenset[str]()
        return self._roots(people or frozenset[str]().union(*found))

    def called(self, words: frozenset[str], context: str) -> frozenset[str]:
        """The people whose calling is among ``words`` and stands whole in ``context``."""
        told = context.lower().replace("-", " ")
        ranks, fields = words & ranks_below(), words & portfolios()
        called = (
            {person for person, own in people.items() if _may_have(fields, own)}
            for calling, people in self._holders.items()
            if calling.split()[-1] in words and calling in told and ranks <= set(calling.split())
        )
        return self._roots(frozenset[str]().union(*called))

    def _roots(self, people: frozenset[str]) -> frozenset[str]:
        return frozenset(self._root.get(person, person) for person in people)


def are_printed(people: frozenset[str], context: str) -> bool:
    """Whether a sentence prints the name of one of ``people``; else a pronoun stands for them."""
    told = context.lower()
    return any(word in told for person in people for word in person.lower().split() if len(word) > 2)


@cache
def ranks_below() -> frozenset[str]:
    """Words that make somebody else of whoever has an office: "deputy"."""
    return frozenset(lexicon.read_table("roles")["rank"]["deputy"])


def have_two_portfolios(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets of words name two holders of one title: the health minister, the finance minister."""
    if not left & right & frozenset(lexicon.read_table("roles")["heads"]["titles"]):
        return False
    mine, yours = left & portfolios(), right & portfolios()
    return bool(mine and yours) and not are_one_office(mine, yours)


@cache
def person_nouns() -> frozenset[str]:
    """Nouns for a person."""
    return nouns_for_people().union(lexicon.read_table("statuses")["arguments"]["person"])


def _tell_articles(claims: Sequence[Claim]) -> Mapping[str, set[str]]:
    """For each person the articles that name them."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Name) and value.type == "PERSON":
            found.setdefault(value.normal, set()).add(claim.mention.article_id)
    return found


def _join_spellings(articles: Mapping[str, set[str]]) -> Mapping[str, str]:
    """For each spelling of a name the first of those that are one person's; no article has two of them."""
    root = {person: person for person in articles}
    for left, right in combinations(sorted(articles), 2):
        if left[:1] != right[:1] or " " not in left or " " not in right or articles[left] & articles[right]:
            continue
        kind, sure = score_names(left, right)
        if kind in {"variant", "misspelling"} and sure >= SPELT:
            root[right] = root[left]
    return root


def _name_people(claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
    """The people that a word of the story may name, by the word."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Name) and value.type == "PERSON":
            for word in (*value.normal.lower().split(), *claim.mention.text.lower().split()):
                found.setdefault(word, set()).add(value.normal)
    return {word: frozenset(people) for word, people in found.items()}


def _name_holders(claims: Sequence[Claim]) -> dict[str, Mapping[str, frozenset[str]]]:
    """The people whom the story calls so, by the words for a calling; not where they are many.

    With each the fields that are told of the calling: of "health minister" health.
    """
    found: dict[str, dict[str, frozenset[str]]] = {}
    people = frozenset(lexicon.read_table("statuses")["arguments"]["person"])
    for claim in claims:
        mention = claim.mention
        if mention.kind is Kind.ROLE and isinstance(mention.value, Phrase) and claim.key.entity:
            calling = mention.value.normal.replace("_", " ").replace("-", " ")
            holders = found.setdefault(calling, {})
            told = frozenset(mention.value.lemmas) & portfolios()
            holders[claim.key.entity] = holders.get(claim.key.entity, frozenset()) | told
        elif isinstance(mention.value, Name) and mention.value.type == "PERSON":
            before = text_before(claim).lower().split()
            if before and before[-1] in people:
                found.setdefault(before[-1], {}).setdefault(mention.value.normal, frozenset())
    return {words: holders for words, holders in found.items() if len(holders) <= FEW}


def _may_have(fields: frozenset[str], own: frozenset[str]) -> bool:
    """Whether nobody says that somebody has another field: the health minister is not that of finance."""
    return not fields or not own or bool(fields & own)
