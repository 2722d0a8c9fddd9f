"""Spot × spot: two places without a name, which are one, may lie in one another or are two."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from discrepancy.lexicon import read_table
from discrepancy.lexicon.spots import are_apart, are_one_side
from discrepancy.model import Phrase, Relation, Verdict

_NEIGHBOURS = frozenset({frozenset({"0", "1"}), frozenset({"1", "2"})})
"""Floors that the British and the Americans count differently."""
_HIGH = frozenset({"up", "top"})
_RIGHT_ANGLE = 90


def is_spot_value(value: object) -> bool:
    """Whether a place's value is a spot's and no name and no direction."""
    return isinstance(value, Phrase) and bool(value.lemmas)


def compare_spots(left: Phrase, right: Phrase) -> Relation:
    """Hold two places without a name against each other.

    Returns:
        AGREE for one sort of place that nothing tells apart, COMPATIBLE where both may be told of one place,
        else CONFLICT.
    """
    both = f"“{left.normal}” and “{right.normal}”"
    if _differ_in_side(left, right):
        return Relation(Verdict.CONFLICT, f"{both} lie on two sides", "another side")
    if left.lemmas[0] == right.lemmas[0] == "level":
        verdict = Verdict.AGREE if left.lemmas == right.lemmas else Verdict.COMPATIBLE
        return Relation(verdict, f"{both} may be one floor")
    a, b = _sorts(left), _sorts(right)
    words = _words(left), _words(right)
    shares = bool(words[0] & words[1])
    if {scale for scale, _ in a | b} == {"side"} and _are_alike(a, b):
        verdict = Verdict.AGREE if _share_mark(left, right) else Verdict.COMPATIBLE
        return Relation(verdict, f"{both} may be one part")
    if a & b:
        if words[0] and words[1] and not shares and any(name.startswith("*") for _, name in a & b):
            return Relation(Verdict.CONFLICT, f"{both} are told apart")
        return Relation(Verdict.AGREE, f"{both} are of one sort")
    scales = {scale for scale, _ in a}, {scale for scale, _ in b}
    if not scales[0] & scales[1]:
        if all(are_apart(x, y) for x in scales[0] for y in scales[1]):
            return Relation(Verdict.CONFLICT, f"neither of {both} lies in the other")
        return Relation(Verdict.COMPATIBLE, f"one of {both} may lie in the other")
    if "side" in {scale for scale, _ in (*a, *b)}:
        return Relation(Verdict.COMPATIBLE, f"{both} may be parts of one thing")
    if shares:
        return Relation(Verdict.AGREE, f"{both} are called by one word")
    return Relation(Verdict.CONFLICT, f"{both} are two places")


def _sorts(value: Phrase) -> frozenset[tuple[str, str]]:
    return frozenset(
        (scale, name) for scale, _, name in (sort.partition(":") for sort in value.lemmas[0].split())
    )


def _words(value: Phrase) -> frozenset[str]:
    return frozenset(word for word in value.lemmas[1:] if "=" not in word)


def _marks(value: Phrase) -> dict[str, str]:
    return {axis: mark for axis, equal, mark in (word.partition("=") for word in value.lemmas[1:]) if equal}


def _share_mark(left: Phrase, right: Phrase) -> bool:
    return not _marks(left).items().isdisjoint(_marks(right).items())


def _differ_in_side(left: Phrase, right: Phrase) -> bool:
    """Whether two parts of one name, or two floors, are told to be on two sides."""
    if not _are_alike(_sorts(left), _sorts(right)):
        return False
    a, b = _marks(left), _marks(right)
    return any(_exclude(axis, a[axis], b[axis]) for axis in a.keys() & b.keys())


def _are_alike(left: Iterable[tuple[str, str]], right: Iterable[tuple[str, str]]) -> bool:
    return any(
        a[0] == b[0] and (a[1] == b[1] or (a[0] == "side" and are_one_side(a[1], b[1])))
        for a, b in product(left, right)
    )


def _exclude(axis: str, left: str, right: str) -> bool:
    if left == right:
        return False
    if axis == "compass":
        degrees = {letters: float(row[1]) for letters, row in read_table("directions")["points"].items()}
        turn = abs(degrees[left] - degrees[right])
        return min(turn, 360 - turn) >= _RIGHT_ANGLE
    if axis != "level":
        return True
    pair = {left, right}
    if pair & _HIGH:
        return bool(pair & {"-1", "0"})
    return frozenset(pair) not in _NEIGHBOURS
