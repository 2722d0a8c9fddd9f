"""How a sentence uses a name: like somebody who acts, like a thing with an article, like a label.

Word order and grammar tell what lists cannot: "the Harlows" are a team, "Harlow told" somebody.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.lexicon.names import fold, is_office, title_words
from discrepancy.model import Sentence, Token

_SUBJECT = frozenset({"nsubj", "nsubjpass"})


def is_subject(sentence: Sentence, stop: int) -> bool:
    """Whether somebody does something here: the subject of a verb, as in "Harlow told them"."""
    token = sentence.tokens[stop - 1]
    while token.dep == "conj" and sentence.tokens[token.head].start < token.start:
        token = sentence.tokens[token.head]
    head = sentence.tokens[token.head]
    return token.dep in _SUBJECT and head.pos in ("VERB", "AUX") and head is not token


def is_thing(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether no person is used like this: "the Harlow", "a Harlow engine", "every Harlow"."""
    tokens = sentence.tokens
    if first > 0 and tokens[first - 1].pos == "DET" and tokens[first - 1].text.lower() != "no":
        return True
    return stop < len(tokens) and _is_label(tokens, stop)


def is_introduced_thing(sentence: Sentence, first: int) -> bool:
    """Whether the word before says that a body or a thing follows: "the airline Harlow Atlantic"."""
    if first == 0:
        return False
    before = sentence.tokens[first - 1]
    return before.pos == "NOUN" and before.text.islower() and before.lemma in title_words("things")


def _is_label(tokens: Sequence[Token], stop: int) -> bool:
    """Whether the name says which: it stands right before the common noun that it belongs to."""
    name, noun = tokens[stop - 1], tokens[stop]
    if noun.pos != "NOUN" or not noun.text.islower() or name.dep not in ("compound", "nmod", "amod"):
        return False
    return not (is_office(noun.text) or fold(noun.text) in title_words("kin"))
