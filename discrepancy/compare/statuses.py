"""Two statuses of one dimension: the same, or such that only one of them can be true."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy import lexicon
from discrepancy.model import Phrase, Relation, Verdict

_NOT = "not "


def compare_statuses(left: Phrase, right: Phrase) -> Relation:
    """Hold two statuses against each other, whatever they are said of.

    Returns:
        AGREE for the same pole; CONFLICT for two poles of one dimension; COMPATIBLE for different
        dimensions and where one only rules out what the other does not say.
    """
    (dimension, first), (other, second) = _split(left), _split(right)
    if dimension != other:
        return Relation(Verdict.COMPATIBLE, f"different questions: {dimension} and {other}")
    if first == second:
        return Relation(Verdict.AGREE, f"both say “{first}”")
    if first in _covered(dimension, second) or second in _covered(dimension, first):
        return Relation(Verdict.COMPATIBLE, f"“{first}” and “{second}” can both be true")
    denied = {pole.removeprefix(_NOT) for pole in (first, second) if _is_denial(pole, dimension)}
    if denied and denied.isdisjoint((first, second)):
        return Relation(Verdict.COMPATIBLE, f"“{first}” and “{second}” can both be true")
    return Relation(Verdict.CONFLICT, f"“{first}” against “{second}”", "opposite status")


def _covered(dimension: str, pole: str) -> Sequence[str]:
    """The poles that ``pole`` is a general word for."""
    entry = lexicon.read_table("statuses")["dimensions"].get(dimension, {})
    covered: Sequence[str] = entry.get("covers", {}).get(pole, ())
    return covered


def _split(status: Phrase) -> tuple[str, str]:
    dimension, _, pole = status.normal.partition(":")
    return dimension, pole


def _is_denial(pole: str, dimension: str) -> bool:
    # "not guilty" is a plea of its own, not the lack of one; so is the flipped "not investigating".
    return pole.startswith(_NOT) and dimension not in {"plea", "investigation"}
