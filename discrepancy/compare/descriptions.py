"""Description × description of one person: for whom they work, what they run, what they do for a living.

No list says which offices exclude each other. Fields and trades are apart where their words stand far from
each other in what is written about them; whom somebody works for is apart by name or by "her" and "his".
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache
from typing import TYPE_CHECKING

from discrepancy import lexicon
from discrepancy.compare.names import compare_names
from discrepancy.lexicon.descriptions import BOARD, CLIENT, LEAD, OFFICE, TOP, TRADE
from discrepancy.model import Name, Phrase, Verdict
from discrepancy.vectors import embed, similarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

REGARDS = ("party", "field", "body", "trade")
"""In what a description can be held against another one."""

_ALIKE = 0.5
"""Cosine from which two words can be of one field or trade: "finance", "accounts"."""
_STEM = 5
"""Letters from which two words are of one stem: "physics", "physicist"."""
_CALLING = 0.5
"""Cosine with the mean of common callings from which a noun is one."""
_WHOLE = frozenset({TOP, BOARD, LEAD})
"""Fields of who is over all others."""


def told_in(phrase: Phrase, regard: str) -> tuple[str, ...]:
    """What a description says in one of :data:`REGARDS`; () where it says nothing."""
    sort, *words = phrase.lemmas
    if sort == OFFICE and regard in ("field", "body"):
        return tuple(word.removeprefix(f"{regard} ") for word in words if word.startswith(f"{regard} "))
    if (sort == CLIENT and regard == "party") or (sort == TRADE and regard == "trade"):
        return tuple(words)
    return ()


def are_apart(left: Sequence[str], right: Sequence[str], regard: str) -> bool:
    """Whether what two articles say of one person in one regard hardly goes together."""
    if regard == "party":
        return left[0] == right[0] and _are_other_parties(left[1:], right[1:])
    if regard == "field":
        return _are_far(set(left), set(right))
    return not set(left) & set(right) if regard == "body" else _are_other_trades(left, right)


def are_alike(left: Sequence[str], right: Sequence[str], regard: str) -> bool:
    """Whether two articles say the same of one person in one regard."""
    if regard == "party":
        named = bool(left[1] and right[1]) and not _are_other_names(left[1], right[1])
        return left[0] == right[0] and (named or (not (left[1] and right[1]) and left[2] == right[2] != ""))
    return not are_apart(left, right, regard)


def _are_other_parties(mine: Sequence[str], yours: Sequence[str]) -> bool:
    """By name; else by gender, where one of them is only "he" or "she"."""
    if mine[0] and yours[0]:
        return _are_other_names(mine[0], yours[0])
    return bool(mine[1] and yours[1]) and mine[1] != yours[1]


def _are_other_names(left: str, right: str) -> bool:
    if set(left.casefold().split()) & set(right.casefold().split()):
        return False
    a, b = (Name(name, "PERSON", name) for name in (left, right))
    relation = compare_names(a, b)
    return relation.verdict is Verdict.CONFLICT and not relation.slip  # one client misspelt is one client


def _are_far(left: Set[str], right: Set[str]) -> bool:
    """Whether no word of the one side is near a word of the other."""
    if left & _WHOLE or right & _WHOLE:
        if any(embed(word) is None for word in (left | right) - _WHOLE):
            return False  # "the director of Orlfisk" may be over all of it
        return not left & right and not (LEAD in left | right and left & _WHOLE and right & _WHOLE)
    return not any(_are_near(a, b) for a in left for b in right)


def _are_near(left: str, right: str) -> bool:
    if left[:_STEM] == right[:_STEM] or embed(left) is None or embed(right) is None:
        return True
    fields = lexicon.read_table("descriptions")["fields"].values()
    return similarity(left, right) >= _ALIKE or any(left in words and right in words for words in fields)


def _are_other_trades(left: Sequence[str], right: Sequence[str]) -> bool:
    """By the nouns for the trades, unless a word beside one is near the other's."""
    a, b = left[0], right[0]
    if not _is_calling(a) or not _is_calling(b):
        return False
    alongside = lexicon.read_table("callings")["alongside"]["callings"]
    if a in alongside or b in alongside:
        return False
    return not any(_are_near(x, y) for x in left for y in right)


@cache
def _is_calling(noun: str) -> bool:
    """Whether a noun stands near to what common callings have in common."""
    import numpy as np

    vector, mean = embed(noun), _mean_calling()
    return vector is not None and float(vector @ mean / np.linalg.norm(mean)) >= _CALLING


@cache
def _mean_calling() -> NDArray[np.float32]:
    import numpy as np

    words = lexicon.read_table("descriptions")["callings"]["common"]
    mean: NDArray[np.float32] = np.mean([unit for w in words if (unit := embed(w)) is not None], axis=0)
    return mean
