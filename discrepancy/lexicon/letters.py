"""Letters with and without their marks: what a word looks like in plain letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import islice, product
from math import prod

from discrepancy.lexicon import REMEMBERED, read_table

# Letters that Unicode does not take apart.
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
)
_RENDERED = 256
"""Ways to print one word in plain letters that are tried at most."""
_APOSTROPHES = re.compile(r"['’‘ʻʼ`´.]")


def strip_apostrophes(word: str) -> str:
    """``word`` without apostrophes and full stops."""
    return _APOSTROPHES.sub("", word)


@lru_cache(maxsize=REMEMBERED)
def fold(word: str) -> str:
    """``word`` in lower case without diacritics, apostrophes and full stops."""
    bare = strip_apostrophes(word.casefold())
    if bare.isascii():
        return bare  # Tens of thousands of town names are folded at every start, and most end here.
    decomposed = unicodedata.normalize("NFKD", bare.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)


@lru_cache(maxsize=REMEMBERED)
def spell_out(word: str) -> frozenset[str]:
    """The usual ways to print a word in plain letters ("Müller": "Muller", "Mueller"), folded.

    Each letter with a mark has its own: desks that print "ø" as "oe" may print "æ" as "a".
    """
    bare = strip_apostrophes(unicodedata.normalize("NFC", word.casefold()))
    told = [(fold(letter), *_renderings().get(letter, ())) for letter in bare]
    if prod(map(len, told)) > _RENDERED:
        told = [letters[:2] for letters in told]
    return frozenset(map("".join, islice(product(*told), _RENDERED)))


@cache
def _renderings() -> dict[str, list[str]]:
    renderings: dict[str, list[str]] = read_table("letters")["renderings"]
    return renderings
