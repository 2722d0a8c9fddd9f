"""Teams and institutions that people are named with: "Ann Roe (Northmoor)", "Ann Roe of Northmoor"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from discrepancy import lexicon
from discrepancy.lexicon.names import find_place
from discrepancy.model import Document, Kind, Mention, Phrase, Sentence, Token

MEMBER = "member of "
"""How the canonical form of an affiliation begins."""
_LONGEST = 6
"""Tokens of the longest name looked at."""
_LINKS = frozenset({"of", "from"})


def find_affiliations(document: Document, sentence: Sentence, people: Sequence[Mention]) -> Iterator[Mention]:
    """What each of ``people`` is said to belong to, where it is no place."""
    tokens = sentence.tokens
    for person in people:
        after = next((i for i, t in enumerate(tokens) if t.start >= person.end), len(tokens))
        span = _in_brackets(tokens, after) or _behind_link(tokens, after)
        if span is None:
            continue
        first, stop = span
        words = _words(tokens[first:stop])
        text = sentence.text[tokens[first].start - sentence.start : tokens[stop - 1].end - sentence.start]
        if not words or find_place(text) or (first + 1 == stop and len(text) < 4):
            continue
        role = document.mention(
            sentence,
            tokens[first].start,
            tokens[stop - 1].end,
            Kind.ROLE,
            Phrase(f"{MEMBER}{text}", words),
        )
        yield replace(role, owner=person.value.normal)


def _in_brackets(tokens: Sequence[Token], after: int) -> tuple[int, int] | None:
    """First and one-past-last token of a name that stands in brackets by itself."""
    if after >= len(tokens) or tokens[after].text != "(":
        return None
    stop = _name_end(tokens, after + 1)
    closed = stop < len(tokens) and tokens[stop].text == ")" and stop > after + 1
    return (after + 1, stop) if closed else None


def _behind_link(tokens: Sequence[Token], after: int) -> tuple[int, int] | None:
    """The name in "of Northmoor", "of the Northmoor team", "from the team Northmoor"."""
    if after >= len(tokens) or tokens[after].lemma not in _LINKS:
        return None
    generic = lexicon.read_table("roles")["generic"]["words"]
    first = after + 1
    while first < len(tokens) and (tokens[first].pos == "DET" or tokens[first].lemma in generic):
        first += 1
    stop = _name_end(tokens, first)
    sorts = lexicon.read_table("roles")["institutions"]["sorts"]
    if stop + 1 < len(tokens) and tokens[stop - 1].lemma.lower() in sorts and tokens[stop].lemma == "of":
        stop = max(stop, _name_end(tokens, stop + 1))  # "of the University of Holm"
    if stop == first or (stop == first + 1 and tokens[first].pos == "ADJ"):
        return None
    # "Ann Roe of the Holm law firm": the name only narrows what she is of, unless that is a team.
    behind = tokens[stop] if stop < len(tokens) else None
    narrows = behind is not None and behind.pos == "NOUN" and behind.lemma not in generic
    return None if narrows else (first, stop)


def _name_end(tokens: Sequence[Token], first: int) -> int:
    """One past the capitalised tokens and the hyphens between them."""
    stop = first
    while stop < min(first + _LONGEST, len(tokens)):
        token = tokens[stop]
        joined = token.text == "-" and stop > first
        if not joined and not (token.text[0].isupper() and token.pos in {"PROPN", "NOUN", "ADJ"}):
            break
        stop += 1
    return stop - 1 if stop > first and tokens[stop - 1].text == "-" else stop


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    generic = lexicon.read_table("roles")["generic"]["words"]
    words = (token.text.lower() for token in tokens if token.text != "-")
    return tuple(word for word in words if word not in generic)
