"""Direction × direction: one may round the other; a right angle is more than rounding."""

from __future__ import annotations

from functools import cache

from discrepancy.lexicon import read_table
from discrepancy.model import Phrase, Relation, Verdict

_ROUNDING = 67.5
"""Degrees up to which two points may stand for one direction: "north" is said for "north-east"."""


def compare_directions(left: Phrase, right: Phrase) -> Relation:
    """Hold two directions from one place against each other.

    Returns:
        AGREE for one point, COMPATIBLE where one may be a rounder way to say the other, else CONFLICT.
    """
    both = f"“{left.normal}” and “{right.normal}”"
    if left.normal == right.normal:
        return Relation(Verdict.AGREE, f"both say “{left.normal}”")
    if (left.normal in _streams()) != (right.normal in _streams()):
        return Relation(Verdict.COMPATIBLE, f"{both} are told by the compass and by a river")
    degrees = _streams() if left.normal in _streams() else _degrees()
    turn = abs(degrees[left.normal] - degrees[right.normal])
    turn = min(turn, 360 - turn)
    if turn <= _ROUNDING:
        return Relation(Verdict.COMPATIBLE, f"{both} may be one direction, said more or less exactly")
    slip = "opposite direction" if turn == 180 else "another direction"
    return Relation(Verdict.CONFLICT, f"{both} lie in two directions", slip)


@cache
def _degrees() -> dict[str, float]:
    return {name: float(degrees) for name, degrees in read_table("directions")["points"].values()}


@cache
def _streams() -> dict[str, float]:
    return {name: float(degrees) for name, degrees in read_table("directions")["streams"].values()}
