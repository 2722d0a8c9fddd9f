"""Points of the compass: "drifting northward"; "the east coast", "the western shore"."""

from __future__ import annotations

import re

from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Lineup, Word
from discrepancy.lexicon import read_table
from discrepancy.model import Kind

_HEADING = re.compile(r"((?:north|south)?-?(?:east|west)|north|south)(?:wards?)?")
_SIDE = re.compile(r"(?:north|south|east|west)(?:ern)?")


def find_compass(lineup: Lineup) -> Contrast | None:
    """Another way in which one thing moves, or the other side of it."""
    for one, other in lineup.swaps:
        points = _point(one), _point(other)
        if all(points) and points[0] != points[1] and lineup.are_of_one_thing([one], [other]):
            return Contrast("another direction", [one], [other], Kind.PLACE, moves_on=True)
    return _flank(lineup)


def _flank(lineup: Lineup) -> Contrast | None:
    """The other side of one thing: "off the east coast", "on the western shore"."""
    sides = [
        [w for w in side if w.token.dep in {"amod", "compound"} and _SIDE.fullmatch(w.text)]
        for side in lineup.lone
    ]
    if any(len(side) != 1 for side in sides):
        return None
    (one,), (other,) = sides
    points = [word.text.removesuffix("ern") for word in (one, other)]
    heads = [word.tree.tokens[word.token.head].lemma.lower() for word in (one, other)]
    flanks = read_table("briefs")["flanks"]
    if points[0] == points[1] or any(head not in flanks for head in heads):
        return None
    if not lineup.are_of_one_thing([one], [other]):
        return None
    return Contrast("another direction", [one], [other], Kind.PLACE, moves_on=True)


def _point(word: Word) -> str:
    """The point of the compass that a verb of motion has right behind it; "" for any other word."""
    before = word.tree.tokens[word.index - 1] if word.index else None
    found = _HEADING.fullmatch(word.text)
    return found[1] if found and before is not None and before.tag == "VBG" else ""
