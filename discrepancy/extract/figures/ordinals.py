"""Ordinals that state a fact ("third victory", "80th birthday", "Phase III"), not a name or a date."""

from __future__ import annotations

import re

from discrepancy.extract.figures.counted import counted_noun
from discrepancy.extract.figures.line import Line
from discrepancy.extract.figures.spot import Spot
from discrepancy.extract.numerals import Numeral
from discrepancy.lexicon import read_table
from discrepancy.model import Figure

_BEHIND = 4
"""Words behind an ordinal that may say in what it is a place: "on the starting grid"."""


def read_ordinal(line: Line, numeral: Numeral) -> Spot | None:
    """The place in a series that an ordinal states, or None where it belongs to a name."""
    context = read_table("hedges")["context"]
    graded = grade_before(line, numeral)
    if graded:
        return _spot(numeral, graded)
    following = line.after(numeral.end)
    word = following.text.lower() if following else ""
    if numeral.low == 1 or word in context["ordinal_not_before"]:
        return None
    if line.text[numeral.end : numeral.end + 1] == "-":
        joined = line.token(line.token_from(numeral.end) + 1)
        return (
            _spot(numeral, "")
            if joined is not None and (joined.tag == "JJS" or joined.text == "placed")
            else None
        )
    unit = counted_noun(line, numeral.end, plural=False)
    in_digits = line.text[numeral.start].isdigit()
    if following is not None and following.pos == "PROPN" and following.text[:1].isupper():
        if not in_digits or not set(unit.split()).isdisjoint(context["numbered_names"]):
            return None
        unit = unit.rsplit(" ", 1)[-1]
    if (
        numeral.low == 2
        and not in_digits
        and not (following is not None and following.pos in ("NOUN", "ADJ"))
    ):
        return None
    if in_digits and not unit and word not in ("of", "in", "place", "place.") and not _is_rank(line, numeral):
        return None
    return _spot(numeral, unit)


def grade_before(line: Line, numeral: Numeral) -> str:
    """The word that a number after it grades: "phase" for "Phase 3", or ""."""
    named = (
        line.before(numeral.start - 1) if line.text[numeral.start - 1 : numeral.start] in (" ", "-") else None
    )
    word = named.text.lower() if named else ""
    return word if word in read_table("hedges")["context"]["graded"] else ""


def _is_rank(line: Line, numeral: Numeral) -> bool:
    """Whether digits alone are a place in a race or a table: "started 14th", "9th on the grid"."""
    context = read_table("hedges")["context"]
    before = line.before(numeral.start)
    behind = re.findall(r"[a-z]+", line.text[numeral.end :].lower())[:_BEHIND]
    ranked = before is not None and before.lemma in context["ranking"]
    return ranked or (behind[:1] == ["on"] and not set(behind).isdisjoint(context["ranked_on"]))


def _spot(numeral: Numeral, unit: str) -> Spot:
    value = numeral.low
    return Spot(numeral.start, numeral.end, Figure(value, "=", unit, value, value, "ordinal"))
