"""Offices told by the ministry that somebody is given: "handing the justice ministry to Ann Roe".

Only what a report tells as happening now counts: a clause with a year or "ago" tells of before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from discrepancy import lexicon
from discrepancy.extract.roles.holders import INCOMING, is_open, person_at
from discrepancy.extract.roles.titles import find_titles
from discrepancy.model import Document, Kind, Mention, Phrase, Sentence, Token

_BEFORE = re.compile(r"(?:19|20)\d\d|ago|once|previously|earlier|formerly")
_WITHIN = frozenset({"compound", "amod", "nmod", "poss", "prep", "pobj", "conj"})


def find_appointments(document: Document, sentence: Sentence, people: Sequence[Mention]) -> Iterator[Mention]:
    """Each ministry that a verb of the sentence gives to one of ``people``."""
    tokens = sentence.tokens
    table = lexicon.read_table("roles")["portfolio_verbs"]
    verbs = [
        i for i, t in enumerate(tokens) if _is_verb(t, i) and t.lemma in (*table["give"], *table["take"])
    ]
    for verb in verbs:
        if is_open(tokens, verb) or _is_dated(tokens, verb):
            continue
        giving = tokens[verb].lemma in table["give"]
        person, things = (_given if giving else _taken)(tokens, verb, people)
        office = next((o for thing in things if (o := _read_office(tokens, thing, verb))), None)
        if person is None or office is None:
            continue
        post, words, first, last = office
        role = document.mention(
            sentence, tokens[first].start, tokens[last].end, Kind.ROLE, Phrase(post, (*words, *INCOMING))
        )
        yield replace(role, owner=person.value.normal)


def _is_verb(token: Token, index: int) -> bool:
    """A verb, or a root that the model takes for a noun ("The minister moves to justice")."""
    return token.pos == "VERB" or (token.pos == "NOUN" and token.head == index and token.text[0].islower())


def _is_dated(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb's own clause tells of former times."""
    return any(
        _BEFORE.fullmatch(token.text.lower()) and _clause_of(tokens, index) == verb
        for index, token in enumerate(tokens)
    )


def _clause_of(tokens: Sequence[Token], index: int) -> int:
    """The nearest verb above a token, or the root."""
    seen = {index}
    while (head := tokens[index].head) not in seen:
        if tokens[head].pos in {"VERB", "AUX"}:
            return head
        seen.add(head)
        index = head
    return index


def _given(tokens: Sequence[Token], verb: int, people: Sequence[Mention]) -> tuple[Mention | None, list[int]]:
    """To whom, and what: "hand the ministry to Ann Roe", "Ann Roe was given the ministry"."""
    person: Mention | None = None
    things = []
    for index, token in enumerate(tokens):
        governor = tokens[token.head]
        to = token.dep == "pobj" and governor.lemma == "to" and governor.head == verb
        if to or (token.head == verb and token.dep in {"dative", "nsubjpass"}):
            person = person or person_at(tokens, index, people)
        goes = token.dep == "nsubj" and tokens[verb].lemma == "go"
        if token.head == verb and (goes or token.dep in {"dobj", "nsubjpass"}):
            things.append(index)
    return person, things


def _taken(tokens: Sequence[Token], verb: int, people: Sequence[Mention]) -> tuple[Mention | None, list[int]]:
    """Who, and what: "Ann Roe takes over the ministry", "Ann Roe moves to justice"."""
    person: Mention | None = None
    things = []
    for index, token in enumerate(tokens):
        governor = tokens[token.head]
        if token.head == verb and token.dep in {"nsubj", "nsubjpass"}:
            person = person or person_at(tokens, index, people)
        to = token.dep == "pobj" and governor.lemma in {"to", "into"} and governor.head == verb
        if to or (token.head == verb and token.dep == "dobj"):
            things.append(index)
    return person, things


def _read_office(
    tokens: Sequence[Token], thing: int, verb: int
) -> tuple[str, tuple[str, ...], int, int] | None:
    """Post, portfolio, first and last token of the office that a noun stands for; None for no office."""
    table = lexicon.read_table("roles")
    inside = [i for i in _below(tokens, thing) if tokens[i].lemma in table["portfolio"]["words"]]
    if not inside:
        return None
    words = tuple(tokens[i].lemma for i in inside)
    lemma = tokens[thing].lemma
    ministries = table["portfolio_verbs"]["ministries"]
    if lemma in ministries:
        return "minister", words, min(inside[0], thing), max(inside[-1], thing)
    if lemma in table["portfolio_verbs"]["seats"]:
        for first, stop, post in find_titles(tokens):
            if first > thing and first <= inside[-1] + 1 and stop > inside[0]:
                return post, words, min(inside[0], first), stop - 1
        ministry = next((i for i in _below(tokens, thing) if tokens[i].lemma in ministries), None)
        if ministry is not None:
            return "minister", words, min(inside[0], ministry), max(inside[-1], ministry)
    bare = tokens[verb].lemma in table["portfolio_verbs"]["move"] and inside == [thing]
    return ("minister", words, thing, thing) if bare and tokens[thing - 1].lemma == "to" else None


def _below(tokens: Sequence[Token], top: int) -> list[int]:
    """``top`` and what hangs on it within its noun phrase."""
    found = {top}
    for _ in range(4):
        found |= {i for i, t in enumerate(tokens) if t.head in found and t.dep in _WITHIN}
    return sorted(found)
