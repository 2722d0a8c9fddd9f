"""What an office points back to: "this leader", "their leader"."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.extract.roles.titles import find_titles, group_of, qualifiers, with_modifiers
from discrepancy.model import Document, Sentence

_POINTERS = frozenset({"this", "that"})
_REACH = 2
"""Sentences back to which a pointer is followed."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a pointer stands for: the words that narrow the office, and where they are a title its place."""

    words: tuple[str, ...]
    title: tuple[Sentence, int, int] | None = None


def find_antecedent(document: Document, sentence: Sentence, first: int, post: str) -> Antecedent | None:
    """What the title at ``first`` points back to, or None.

    "This leader" is the last leader told of, "their leader" that of the group named last.
    """
    if first == 0:
        return None
    word = sentence.tokens[first - 1].text.lower()
    if word in _POINTERS:
        return _last_title(document, sentence, post)
    return _last_group(document, sentence, first) if word == "their" else None


def _before(document: Document, sentence: Sentence) -> list[Sentence]:
    """The sentences shortly before this one, the nearest first."""
    found = document.sentences[max(0, sentence.index - _REACH) : sentence.index]
    return [other for other in reversed(found) if other.field == sentence.field]


def _last_title(document: Document, sentence: Sentence, post: str) -> Antecedent | None:
    for other in _before(document, sentence):
        for first, stop, found in reversed(list(find_titles(other.tokens))):
            if found == post:
                start = with_modifiers(other.tokens, first, ())
                words = qualifiers(other.tokens, start, first, stop)
                return Antecedent(words, (other, other.tokens[start].start, other.tokens[stop - 1].end))
    return None


def _last_group(document: Document, sentence: Sentence, first: int) -> Antecedent | None:
    for tokens in (sentence.tokens[:first], *(other.tokens for other in _before(document, sentence))):
        for token in reversed(tokens):
            if group := group_of(token):
                return Antecedent((group,))
    return None
