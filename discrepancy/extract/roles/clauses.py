"""Posts told behind a name: ", for the prosecution,", "takes the reins", "not involved in the study"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from discrepancy import lexicon
from discrepancy.extract.roles.holders import person_at
from discrepancy.model import Document, Kind, Mention, Phrase, Sentence, Token

_SILKS = frozenset({"KC", "QC", "SC", "K.C.", "Q.C."})
"""Letters behind the name of an advocate."""
_HONORIFICS = frozenset({"Mr", "Mrs", "Ms", "Dr"})
_SIDE = 4
"""Tokens before a name that tell a side: "for the defence,"."""
_LONGEST = 5
"""Tokens of the longest party that a lawyer is told to be for."""
_REACH = 60
"""Characters between a name and what is told of the person: room for a profession."""


def find_clauses(document: Document, sentence: Sentence, people: Sequence[Mention]) -> Iterator[Mention]:
    """Each of ``people`` whom the words behind the name put on a side, at the head or outside."""
    for person in people:
        yield from _find_counsel(document, sentence, person)
        yield from _find_side(document, sentence, person)
        yield from _find_outsider(document, sentence, person, people)
    yield from _find_standing_in(document, sentence, people)


def _find_counsel(document: Document, sentence: Sentence, person: Mention) -> Iterator[Mention]:
    """For whom a lawyer speaks, between commas behind the name."""
    tokens = sentence.tokens
    table = lexicon.read_table("roles")["counsel"]
    after = next((i for i, t in enumerate(tokens) if t.start >= person.end), len(tokens))
    silk = person.text.split()[-1] in _SILKS
    if after < len(tokens) and tokens[after].text in _SILKS:
        silk, after = True, after + 1
    if after + 2 >= len(tokens) or tokens[after].text != ",":
        return
    first, stop = after + 1, after + 2
    post = table["verbs"].get(tokens[first].text.lower())
    words: tuple[str, ...] = ()
    if post is None and tokens[first].text.lower() in {"for", "representing"}:
        stop = next((i for i in range(first, len(tokens)) if tokens[i].text in {",", "."}), len(tokens))
        party = [t for t in tokens[first + 1 : stop] if t.pos in {"NOUN", "PROPN"}]
        if not party or stop - first > _LONGEST:
            return
        post = table["parties"].get(party[-1].text.lower())
        if post is None and silk:
            post, words = "lawyer", tuple(t.lemma for t in party)
    if post is None or stop >= len(tokens) or tokens[stop].text not in {",", "."}:
        return
    yield _role(document, sentence, person, (first, stop), Phrase(post, words))


def _find_side(document: Document, sentence: Sentence, person: Mention) -> Iterator[Mention]:
    """For which side somebody speaks in court: "For the defence, Ann Roe told the jury"."""
    tokens = sentence.tokens
    name = next((i for i, t in enumerate(tokens) if t.start >= person.start), 0)
    name -= name > 0 and tokens[name - 1].text.rstrip(".") in _HONORIFICS
    if name > _SIDE and tokens[name - _SIDE - 1].text.isalnum():
        return  # "a bad day for the defence, Ann Roe said"
    if name < _SIDE or [t.text.lower() for t in tokens[name - _SIDE : name - 2]] != ["for", "the"]:
        return
    post = lexicon.read_table("roles")["counsel"]["sides"].get(tokens[name - 2].text.lower())
    if post is not None and tokens[name - 1].text == ",":
        yield _role(document, sentence, person, (name - _SIDE, name - 1), Phrase(post, ()))


def _find_outsider(
    document: Document, sentence: Sentence, person: Mention, people: Sequence[Mention]
) -> Iterator[Mention]:
    """What says that somebody had no part in the research that a report is about."""
    text = sentence.text[person.end - sentence.start :]
    found = _outside().search(text)
    if found is None or found.start() > _REACH:
        return
    start, end = person.end + found.start(), person.end + found.end()
    if any(person.end <= other.start < start for other in people) or ";" in text[: found.start()]:
        return
    first = next((i for i, t in enumerate(sentence.tokens) if t.start >= start), None)
    last = next((i for i, t in enumerate(sentence.tokens) if t.end >= end), None)
    if first is not None and last is not None:
        yield _role(document, sentence, person, (first, last + 1), Phrase("outsider", ()))


@cache
def _outside() -> re.Pattern[str]:
    table = lexicon.read_table("roles")["outsiders"]
    phrases, nouns = ("|".join(map(re.escape, table[key])) for key in ("phrases", "nouns"))
    return re.compile(
        rf"\b(?:(?:{phrases}) (?:the |this |that )(?:[\w-]+ )?(?:{nouns})\b|as an outsider\b)", re.IGNORECASE
    )


def _find_standing_in(document: Document, sentence: Sentence, people: Sequence[Mention]) -> Iterator[Mention]:
    """Who heads something for a time: "takes the reins", "is in charge for now"."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.pos not in {"VERB", "AUX"}:
            continue
        for verb, *rest in _standing_in():
            end = index + 1 + len(rest)
            if token.lemma != verb or [t.text.lower() for t in tokens[index + 1 : end]] != rest:
                continue
            person = _subject(tokens, index, people)
            # "takes charge of the inquiry" is no office that somebody has left.
            if person is not None and not (end < len(tokens) and tokens[end].lemma == "of"):
                yield _role(document, sentence, person, (index, end), Phrase("head", ("acting",)))


@cache
def _standing_in() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in lexicon.read_table("roles")["standing_in"]["phrases"])


def _subject(tokens: Sequence[Token], verb: int, people: Sequence[Mention]) -> Mention | None:
    for index, token in enumerate(tokens):
        if token.head == verb and token.dep == "nsubj":
            relative = token.lemma == "who" and tokens[verb].dep == "relcl"
            return person_at(tokens, tokens[verb].head if relative else index, people)
        if token.head == verb and token.dep in {"neg", "mark"}:
            return None
    return None


def _role(
    document: Document, sentence: Sentence, person: Mention, span: tuple[int, int], value: Phrase
) -> Mention:
    tokens = sentence.tokens
    role = document.mention(sentence, tokens[span[0]].start, tokens[span[1] - 1].end, Kind.ROLE, value)
    return replace(role, owner=person.value.normal)
