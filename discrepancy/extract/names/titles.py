"""Roles and honorifics that stand with a name, before it or in apposition behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.lexicon.names import fold, is_office, title_words
from discrepancy.model import Document, Sentence, Token

_BEFORE = 8
"""Longest title in tokens in front of a name ("former deputy prime minister and justice minister")."""
_BEHIND = 12
"""Longest apposition in tokens behind a name."""
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN"})
_STOPS = frozenset(
    {",", ";", ".", ":", "(", ")", '"', "who", "which", "that", "said", "and", "but", "–", "—", "whose"}
)
_CLOSING = frozenset({",", ";", ".", ":", ")", "–", "—", "and", "but", "who", "which", "whose"})
_AGE = re.compile(r"^\d{1,3}$")


def find_title(document: Document, sentence: Sentence, first: int, stop: int) -> str:
    """The title of the name at tokens ``first`` to ``stop``: in front if there is one, else behind.

    Returns:
        The title as printed, without article and age; "" when there is none.
    """
    tokens = sentence.tokens
    span = _span_before(tokens, first) or _span_behind(tokens, stop)
    if span is None:
        return ""
    text = document.article.read(sentence.field)[tokens[span[0]].start : tokens[span[1] - 1].end]
    return re.sub(r"\s+", " ", text)


def is_personal(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether a title or a word of kinship directly before or behind the name shows a person."""
    tokens = sentence.tokens
    word = _word_before(tokens, first)
    called = (_is_title_word(word) or word in title_words("kin")) and word not in title_words(
        "impersonal_too"
    )
    if called and _stands_before(tokens, first):
        return True
    byline = first == 1 and tokens[0].text.lower() == "by" and stop - first > 1
    return byline or _of_office(tokens, first) or _span_behind(tokens, stop) is not None


def _is_title_word(word: str) -> bool:
    return word in title_words("honorifics") or is_office(word)


def _word_before(tokens: Sequence[Token], first: int) -> str:
    index = first - 1
    if index > 0 and tokens[index].text == ".":
        index -= 1
    return fold(tokens[index].text) if index >= 0 else ""


def _stands_before(tokens: Sequence[Token], first: int) -> bool:
    # A verb that looks like a calling ("guard", "host", "coach") governs the name.
    return (
        first > 0 and tokens[first - 1].pos in (*_MODIFIERS, "PUNCT") and tokens[first - 1].text not in ",;:"
    )


def _span_before(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    if not _stands_before(tokens, first):
        return None
    stop = first
    if not _is_title_word(_word_before(tokens, first)):
        if not _of_office(tokens, first):
            return None
        begin = first - 1
        while tokens[begin].text.lower() not in ("of", "for"):
            begin -= 1
        begin -= 1
    else:
        begin = first - 1
        if tokens[begin].text == ".":
            begin -= 1
    while begin > 0 and first - begin < _BEFORE and _continues(tokens, begin - 1):
        begin -= 1
    while begin < stop and (tokens[begin].text in {"-", "."} or tokens[begin].pos == "ADV"):
        begin += 1
    return (begin, stop) if begin < stop else None


def _continues(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.text == "-":
        return True
    return token.pos in _MODIFIERS and token.text[0].isalpha() and token.tag not in ("JJR", "JJS")


def _of_office(tokens: Sequence[Token], first: int) -> bool:
    """Whether "office of something" stands directly before: "Secretary of State Ann Roe"."""
    for index in range(first - 1, max(first - 4, 0), -1):
        token = tokens[index]
        if token.text.lower() in ("of", "for"):
            return index < first - 1 and is_office(tokens[index - 1].text)
        if token.pos not in ("PROPN", "NOUN") or not token.text[0].isupper():
            return False
    return False


def _span_behind(tokens: Sequence[Token], stop: int) -> tuple[int, int] | None:
    """An apposition: "Ann Roe, 49, president of the union, said"."""
    if stop >= len(tokens) or tokens[stop].text not in {",", "("}:
        return None
    begin = stop + 1
    if begin + 1 < len(tokens) and _AGE.match(tokens[begin].text) and tokens[begin + 1].text == ",":
        begin += 2
    if begin + 1 < len(tokens) and tokens[begin].lemma == "who" and tokens[begin + 1].lemma == "be":
        begin += 2
    if begin < len(tokens) and tokens[begin].pos in ("DET", "PRON"):
        begin += 1
    end = begin
    while end < len(tokens) and end - begin < _BEHIND and not _ends(tokens[end]):
        end += 1
    if end < len(tokens) and tokens[end].text not in _CLOSING:
        # "From Harlow, the mayor began": the phrase is a subject and no apposition.
        return None
    head = _find_head(tokens, begin, end)
    return (begin, end) if head is not None else None


def _ends(token: Token) -> bool:
    return token.text in _STOPS or (token.pos in ("VERB", "AUX") and token.tag not in ("VBN", "VBG"))


def _find_head(tokens: Sequence[Token], begin: int, end: int) -> int | None:
    """The office that heads the apposition: before its first preposition, after modifiers only."""
    for index in range(begin, min(end, begin + 6)):
        token = tokens[index]
        following = tokens[index + 1] if index + 1 < end else None
        if is_office(token.text) and token.text[0].isalpha():
            # "Harlow, police officer of ..." heads; "Harlow, Governor Ann Roe" begins another name.
            named = following is not None and following.pos == "PROPN" and following.text[0].isupper()
            last = following is None or following.pos not in ("NOUN", "PROPN", "PUNCT")
            if last:
                return index
            if named:
                return None
        elif token.pos not in _MODIFIERS and token.text not in {"-", "'s"}:
            return None
    return None
