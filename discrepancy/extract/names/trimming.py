"""Where a name begins and ends: without what stands before it and what clings to it behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from discrepancy.lexicon import REMEMBERED, read_table
from discrepancy.lexicon.names import fold, is_given_name, is_office, title_words
from discrepancy.model import Token

SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV)\.?$")
"""What tells generations apart behind a name."""
_SYLLABLE = re.compile(r"[A-Z][a-z]{1,4}-[a-z]{2,5}")
"""A given name of two syllables: "Mi-sook"."""
_COMPOUND = frozenset(
    {"aged", "area", "based", "born", "bound", "built", "class", "era", "held", "led", "like", "made"}
    | {"model", "owned", "run", "side", "style", "type", "wide"}
)
"""What follows a hyphen without belonging to the name: "Roe-era"."""


_POSSESSIVE = frozenset({"'s", "’s"})


def trim_name(tokens: Sequence[Token], first: int, stop: int, label: str) -> tuple[int, int]:
    """Without articles, titles and nationalities in front, possessives and punctuation behind."""
    while first < stop and (
        tokens[first].pos in ("DET", "PUNCT", "PART", "SYM") or not _opens(tokens[first])
    ):
        first += 1
    last = stop
    while stop > first and not _closes(tokens[stop - 1]):
        stop -= 1
    stop += 2 * (label == "PERSON" and stop - first > 1 and _has_syllable(tokens, stop, last))
    stop += stop > first and _is_cut_short(tokens, stop)
    while stop - first > 2 and _is_department(tokens, first):
        first += 1
    while stop - first > 1 and _is_before_name(tokens, first):
        first += 1
    stop = _cut_figures(tokens, first, _cut_owner(tokens, first, stop)) if label == "PERSON" else stop
    rest = stop - first
    while rest > 1 and _is_leading_title(tokens[first:stop], label):
        first += 1
        rest -= 1
        while rest > 1 and tokens[first].text in {".", "-"}:
            first += 1
            rest -= 1
    return first, stop


def _has_syllable(tokens: Sequence[Token], stop: int, last: int) -> bool:
    """Whether a hyphen and the second syllable of the given name follow: "Lee Mi" in "Lee Mi-sook"."""
    if stop + 1 >= len(tokens):
        return False
    name, hyphen, syllable = tokens[stop - 1 : stop + 2]
    if name.end != hyphen.start or hyphen.end != syllable.start or syllable.text in _COMPOUND:
        return False
    if stop + 1 >= last and syllable.pos not in ("PROPN", "NOUN", "X"):
        return False
    return bool(_SYLLABLE.fullmatch(name.text + hyphen.text + syllable.text))


def _cut_owner(tokens: Sequence[Token], first: int, stop: int) -> int:
    """The end of a person's name before what is theirs: "Ann Roe's Tide" is a song of Ann Roe."""
    owned = (index for index in range(first + 2, stop) if tokens[index].text in _POSSESSIVE)
    return next(owned, stop)


def _cut_figures(tokens: Sequence[Token], first: int, stop: int) -> int:
    """The end of a person's name before what has figures in it: "Ann Roe 1200", "Ann Roe Q7News"."""
    for index in range(first + 2, stop):
        if any(c.isdigit() for c in tokens[index].text):
            return index
    return stop


def _is_department(tokens: Sequence[Token], first: int) -> bool:
    """Whether the word belongs to the office before: "Minister for Foreign Affairs Ann Roe"."""
    if fold(tokens[first].text) not in title_words("departments"):
        return False
    before = [fold(token.text) for token in tokens[max(first - 3, 0) : first]]
    return any(a in ("of", "for") or a in title_words("departments") for a in before) and any(
        map(is_office, before)
    )


def _is_before_name(tokens: Sequence[Token], first: int) -> bool:
    """Whether the first word only looks like part of a name: "Kenyan Ann Roe", "Meet Ann Roe"."""
    token = tokens[first]
    if is_month_or_day(token) and not is_given_name(token.text):
        return True
    if token.pos == "ADJ" or fold(token.text) in title_words("demonyms"):
        # "British Airways" is a name; "Kenyan Ann Roe" is Ann Roe.
        return is_given_name(tokens[first + 1].text)
    return (
        first == 0 and token.pos in ("VERB", "AUX", "ADP", "SCONJ", "ADV") and not is_given_name(token.text)
    )


def _opens(token: Token) -> bool:
    if not token.text[0].isalnum() or token.text.lower() == "the" or ")" in token.text:
        return False
    return is_capital(token) or fold(token.text) in title_words("particles")


def _is_cut_short(tokens: Sequence[Token], stop: int) -> bool:
    """Whether the full stop of "Jr." stands alone; at the end of a sentence it is the sentence's."""
    if stop + 1 >= len(tokens) or tokens[stop].text != "." or not SUFFIX.match(tokens[stop - 1].text):
        return False
    return tokens[stop].start == tokens[stop - 1].end


def _closes(token: Token) -> bool:
    text = token.text
    return text[0].isalnum() and (is_capital(token) or text[0].isdigit()) and text.lower() != "'s"


def _is_leading_title(tokens: Sequence[Token], label: str) -> bool:
    word = fold(tokens[0].text)
    rest = [fold(t.text) for t in tokens[1:]]
    courtesy = word in title_words("honorifics")
    if word in title_words("given") or not (
        courtesy or is_office(tokens[0].text) or word in title_words("kin")
    ):
        return _is_office_modifier(tokens)
    if rest[0] in {"of", "for", "and", "&"} or rest[-1] in title_words("organisation_words") | title_words(
        "place_words"
    ):
        return False
    if label == "PERSON" or word in {"mr", "mrs", "ms", "dr", "prof", "mx", "sir", "dame"}:
        return True
    return len(rest) > 1 and all(
        is_capital(t) or fold(t.text) in title_words("particles") for t in tokens[1:]
    )


def _is_office_modifier(tokens: Sequence[Token]) -> bool:
    """Whether the first word qualifies an office: "Foreign Minister Ann Roe", "Police Commander Roe"."""
    for index in range(1, min(4, len(tokens) - 1)):
        if is_office(tokens[index].text) and fold(tokens[index].text) not in title_words("given"):
            rest = tokens[index + 1 :]
            words = [fold(t.text) for t in rest]
            organised = words[-1] in title_words("organisation_words") or words[0] in {"of", "for", "'s"}
            return not organised and all(
                is_capital(t) or w in title_words("particles") for t, w in zip(rest, words, strict=True)
            )
    return False


def is_month_or_day(token: Token) -> bool:
    """Whether a token names a month or a day of the week."""
    return fold(token.text) in _calendar()


@cache
def _calendar() -> frozenset[str]:
    return frozenset(read_table("titles")["calendar"])


def is_capital(token: Token) -> bool:
    """Whether a token is printed like a name."""
    return _is_printed_like_name(token.text)


@lru_cache(maxsize=REMEMBERED)
def _is_printed_like_name(word: str) -> bool:
    text = word.lstrip("'’‘")
    # "al-Assad", "d'Estaing", "iPhone" carry their capital inside.
    return text[:1].isupper() or (any(c.isupper() for c in text[1:4]) and text[:1].isalpha())
