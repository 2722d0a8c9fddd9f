"""How far two words are apart that nothing in the lexicon joins: the slips of the keyboard and the ear."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal, TypeAlias

from rapidfuzz.distance import OSA

from discrepancy.lexicon import REMEMBERED
from discrepancy.lexicon.names import fold

Slip: TypeAlias = Literal["letters swapped", "one letter", "two letters", "letter case", "sounds alike"]

# Shortest words in which one and two wrong letters still leave the word recognisable. "Il" and
# "Un", "Ali" and "Anwar" are other names; "Chen" for "Chiang" is no slip of the keyboard.
_ONE_IN, _TWO_IN, _TWO_IN_SAME_START = 3, 5, 4


@lru_cache(maxsize=REMEMBERED)
def find_slip(left: str, right: str) -> Slip | None:
    """The slip that turns one word into the other, or None when they are two words.

    Args:
        left: A word that is not equal to ``right`` by any rule of the lexicon.
        right: The other word.
    """
    a, b = fold(left), fold(right)
    if a == b:
        return "letter case"
    shorter, longer = sorted((a, b), key=len)
    if not shorter or _is_syllabic(a) or _is_syllabic(b):
        return None
    distance = OSA.distance(a, b, score_cutoff=3)
    if distance == 1 and len(shorter) >= _ONE_IN:
        return "letters swapped" if sorted(a) == sorted(b) else "one letter"
    least = _TWO_IN_SAME_START if a[0] == b[0] else _TWO_IN
    if distance == 2 and len(shorter) >= least:
        return "two letters"
    if (
        distance == 3
        and len(shorter) >= _TWO_IN
        and len(longer) - len(shorter) < 3
        and _sounds(a) == _sounds(b)
    ):
        return "sounds alike"
    return None


def _is_syllabic(word: str) -> bool:
    # One Chinese character or Hangul syllable is a word's worth of letters.
    return any(unicodedata.name(c, "").startswith(("CJK", "HANGUL", "HIRAGANA", "KATAKANA")) for c in word)


def _sounds(word: str) -> str:
    from doublemetaphone import doublemetaphone

    primary: str = doublemetaphone(word)[0]
    return primary or word
