"""Awards that one person has at a time: "Ann Roe was best actress", "player of the match Ann Roe".

An award is no calling: who was best actor as a baker bakes nothing, and the best actress may be
a singer. Who was nominated has none, and an award of another year is another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from discrepancy import lexicon
from discrepancy.extract.roles.holders import find_holder, is_open, person_at
from discrepancy.lexicon.posts import posts_by_title
from discrepancy.model import Document, Kind, Mention, Phrase, Sentence, Token

_BEST = "best"
_OTHER_TIME = re.compile(
    r"(?i)\b(?:19|20)\d\d\b|\b(?:last|previous|next|the year) (?:year|season|edition|before)\b"
)
_WITHIN = frozenset({"compound", "amod", "nmod", "poss", "prep", "pobj", "appos", "prt", "det"})
_NARROWING = frozenset({"in", "on", "of", "-", "ever", "around", "among"})
_MODIFYING = frozenset({"ADJ", "NOUN", "PROPN"})
_LONGEST = 3
"""Words between "best" and the calling: "best supporting actress"."""


def find_awards(document: Document, sentence: Sentence, people: Sequence[Mention]) -> Iterator[Mention]:
    """Each award of the sentence with the one of ``people`` who is said to have it."""
    tokens = sentence.tokens
    if _OTHER_TIME.search(sentence.text) or _is_hoped_for(tokens):
        return
    for first, stop in find_titles_of_awards(tokens):
        if _is_narrowed(tokens, stop):
            continue  # "best actress in a comedy" is one of several
        holder = (
            find_holder(tokens, first, stop, people)[0]
            or (tokens[first].text.lower() != _BEST and find_holder(tokens, first, first + 1, people)[0])
            or _find_winner(tokens, first, stop, people)
        )
        if holder is None or _is_opinion(tokens, first, stop, holder):
            continue
        if not holder.start <= tokens[first].start < holder.end:
            words = "_".join(token.text.lower() for token in tokens[first:stop] if token.text != "-")
            role = document.mention(
                sentence, tokens[first].start, tokens[stop - 1].end, Kind.ROLE, Phrase(words, ())
            )
            for person in _joined_with(tokens, holder, people):
                yield replace(role, owner=person.value.normal)


def _joined_with(tokens: Sequence[Token], holder: Mention, people: Sequence[Mention]) -> Iterator[Mention]:
    """The holder and who shares the award: "to Ann Roe and Eva Lund"."""
    inside = {i for i, token in enumerate(tokens) if holder.start <= token.start < holder.end}
    yield holder
    for index, token in enumerate(tokens):
        behind = token.dep == "conj" and token.head in inside
        before = any(tokens[i].dep == "conj" and tokens[i].head == index for i in inside)
        if (behind or before) and index not in inside:
            other = person_at(tokens, index, people)
            if other is not None and other is not holder:
                yield other


def _is_narrowed(tokens: Sequence[Token], stop: int) -> bool:
    """Whether it is told among whom, other than by a name or a day: "in a comedy", "on the pitch"."""
    if stop >= len(tokens) or tokens[stop].lemma not in _NARROWING:
        return False
    named = stop + 1 < len(tokens) and tokens[stop + 1].pos == "PROPN"
    return not (named and tokens[stop].lemma in {"in", "on"})


def _is_opinion(tokens: Sequence[Token], first: int, stop: int, holder: Mention) -> bool:
    """Whether somebody only finds so: "their best player", "was the best player on the pitch"."""
    before = tokens[first - 1] if first else None
    if any(first <= token.head < stop and token.dep == "relcl" for token in tokens):
        return True
    if before is None or tokens[first].text.lower() != _BEST:
        return False
    if before.tag in {"PRP$", "POS"}:
        return True
    thing = stop < len(tokens) and tokens[stop].lemma in _words("things")
    return before.text.lower() == "the" and holder.end <= before.start and not thing


def find_titles_of_awards(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and one-past-last token of each award's title."""
    for first, token in enumerate(tokens):
        word = token.text.lower()
        if word == _BEST:
            stop = first + 1
            while stop < len(tokens) and stop - first <= _LONGEST and _is_nominal(tokens[stop]):
                stop += 1
                if tokens[stop - 1].text.lower() in _receivers() and _ends(tokens, stop):
                    yield first, stop
                    break
        elif word in _words("people") and _is_of_contest(tokens, first + 1):
            yield first, first + 4


def _is_nominal(token: Token) -> bool:
    return token.pos in _MODIFYING or token.dep in {"amod", "compound"}


def _ends(tokens: Sequence[Token], stop: int) -> bool:
    """Whether no noun follows that the last word of a title only describes: "best player awards night"."""
    if stop == len(tokens) or tokens[stop].text[0].isupper() or tokens[stop].lemma in _words("things"):
        return True
    return tokens[stop - 1].dep not in {"compound", "amod", "nmod"} or tokens[stop - 1].head < stop


def _is_of_contest(tokens: Sequence[Token], start: int) -> bool:
    """Whether "of the match" or the like stands there."""
    words = [token.text.lower() for token in tokens[start : start + 3]]
    return words[:2] == ["of", "the"] and words[-1] in _words("contests")


def _is_hoped_for(tokens: Sequence[Token]) -> bool:
    """Whether somebody is only up for it."""
    return any(token.lemma.lower() in _words("hopes") for token in tokens)


def _find_winner(tokens: Sequence[Token], first: int, stop: int, people: Sequence[Mention]) -> Mention | None:
    """Who wins it, or to whom it goes: "Ann Roe took best actress", "best actress went to Ann Roe"."""
    at = stop - 1
    while tokens[at].dep in _WITHIN and tokens[at].head != at and tokens[at].pos != "VERB":
        if tokens[at].dep == "pobj" and tokens[tokens[at].head].lemma not in {"of", "for", "as", "to"}:
            return None
        at = tokens[at].head
    verb = tokens[at].head if tokens[at].pos not in {"VERB", "AUX"} else at
    lemma = tokens[verb].lemma
    if is_open(tokens, verb):
        return None
    if lemma in _words("going") and tokens[at].dep in {"nsubj", "nsubjpass"}:
        to = [i for i, t in enumerate(tokens) if t.head == verb and t.lemma == "to"]
        return next(
            (p for i, t in enumerate(tokens) if t.head in to and (p := person_at(tokens, i, people))), None
        )
    fronted = first > 0 and tokens[first - 1].text.lower() == "as"
    if lemma in _words("choosing") and (at == verb or fronted):
        chosen = (i for i, t in enumerate(tokens) if t.head == verb and t.dep in {"dobj", "nsubjpass"})
        return next((p for i in chosen if (p := person_at(tokens, i, people))), None)
    if lemma in _words("winning") and (tokens[at].dep == "dobj" or at == verb):
        subjects = (i for i, t in enumerate(tokens) if t.head == verb and t.dep == "nsubj")
        return next((p for i in subjects if (p := person_at(tokens, i, people))), None)
    return None


@cache
def _receivers() -> frozenset[str]:
    return frozenset(posts_by_title()) | _words("people") | _words("receivers")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(lexicon.read_table("roles")["awards"][key])
