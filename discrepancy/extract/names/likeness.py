"""How much a word is like a person's name, told by the company it keeps (its word vector).

Lists of names end where the news begins: people who are called by a rare surname, companies that no
list has. A small network over the word vectors, learned from lists of names by
``benchmarks/train_names.py``, goes further than both and costs microseconds for a word.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from discrepancy.lexicon import REMEMBERED
from discrepancy.lexicon.names import find_place, fold, is_given_name, is_known_surname, title_words
from discrepancy.vectors import embed, information, is_frequent

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CLASSES = ("other", "given", "surname", "place")
_ENOUGH, _NAMELY, _UNLIKE = 0.25, 0.35, 0.08
"""Likeness to a person's name from which a first word lets any word follow, from which a last one lets
any go before, and below which a common word is in no person's name ("Harlow Central")."""
_GIVEN = 0.6
"""Likeness to a given name from which a word counts as one."""
_PLACE = 0.4
"""Likeness to a place from which a last word makes the whole a place."""
_RARE = 0.91
"""Information from which a word is rarer than the words that were learned from: its vector says nothing."""

WEIGHTS = files("discrepancy.extract.names") / "likeness.json"


@dataclass(frozen=True, slots=True)
class Likeness:
    """Shares from 0 to 1 that a word is of each sort; they sum to at most 1."""

    given: float
    surname: float
    place: float

    @property
    def person(self) -> float:
        """That it is a given name or a surname."""
        return self.given + self.surname


@lru_cache(maxsize=REMEMBERED)
def name_likeness(word: str) -> Likeness | None:
    """What ``word`` is like, whatever its capitals and diacritics; None where no vector tells."""
    import numpy as np

    vector = embed(fold(word)) if information(fold(word)) < _RARE else None
    if vector is None:
        return None
    (inner, inner_bias), (outer, outer_bias) = _layers()
    scores = outer @ np.maximum(inner @ vector + inner_bias, 0) + outer_bias
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    return Likeness(*(round(float(share), 3) for share in shares[1:]))


def is_like_person(words: Sequence[str]) -> bool:
    """Whether a name of several words may be a person's; what has no vector may always be.

    "Virgin Atlantic" and "Desperate Housewives" are made of words that no person is called by.
    """
    first, last = name_likeness(words[0]), name_likeness(words[-1])
    if (first is not None and first.person >= _ENOUGH) or is_known_surname(words[-1]):
        return True
    if words[0] in title_words("particles") or (last is not None and last.person >= _NAMELY):
        return True
    if is_unlike(words[0]) or is_unlike(words[-1]) or find_place(words[-1].title()):
        return False
    if last is not None and last.place > max(last.person, _PLACE):
        return False
    return first is None or last is None or max(first.person, last.person) >= _UNLIKE


def is_unlike(word: str) -> bool:
    """Whether ``word`` is a common one that next to nobody is called by."""
    like = name_likeness(word)
    return like is not None and like.person < _UNLIKE and is_common(word)


def is_given_like(word: str) -> bool:
    """Whether ``word`` is a given name in the lists or by its vector."""
    if is_given_name(word):
        return True
    like = name_likeness(word)
    return like is not None and like.given >= _GIVEN


@lru_cache(maxsize=REMEMBERED)
def is_common(word: str) -> bool:
    """Whether ``word`` is one of the words that English is mostly written with."""
    return is_frequent(fold(word))


@cache
def _layers() -> tuple[tuple[NDArray[np.float64], NDArray[np.float64]], ...]:
    import numpy as np

    layers = json.loads(WEIGHTS.read_text(encoding="utf-8"))["layers"]
    return tuple((np.array(layer["weights"]), np.array(layer["bias"])) for layer in layers)
