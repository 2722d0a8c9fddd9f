"""Times without a number: "for years", "within a week", "months later", "decades-long".

Invariant: a number, a price or a rate beside the unit makes it a figure or a part of one, so nothing
of that sort is taken here.
"""

from __future__ import annotations

from discrepancy.extract.dates.atoms import CODES, Atom, token_at
from discrepancy.extract.dates.grammar import Match
from discrepancy.lexicon import read_table
from discrepancy.model import Sentence

_CATEGORY = {code: category for category, code in CODES.items()}
_UNITS = frozenset({"unit", "year_unit", "century", "hours"})
# Steps that point to a vague reference instead ("the coming weeks" is the future).
_REFERRING = frozenset({"coming", "upcoming", "past", "this", "current"})
# What leads to "a week" as a length of time and not as a rate ("15 a week").
_LEADING = frozenset(
    {
        "for",
        "in",
        "within",
        "after",
        "during",
        "lasted",
        "lasting",
        "last",
        "took",
        "take",
        "takes",
        "taken",
        "spent",
        "spend",
        "spending",
        "once",
        "twice",
    }
)
# "A minute's silence", "three years old", "weeks earlier than planned".
_NOT_FREE = frozenset({"old", "than", "'"})
_NO_NUMBER = frozenset({"ADP", "VERB", "AUX", "SCONJ", "CCONJ", "ADV", "PUNCT", "PART"})


def is_loose(match: Match, atoms: list[Atom], sentence: Sentence) -> bool:
    """Whether the words around let the match be a time without a number."""
    own = match.atoms(atoms)
    unit = next(atom for atom in own if _CATEGORY[atom.code] in (*_UNITS, "minutes"))
    kinds = {_CATEGORY[atom.code] for atom in own}
    if unit.text in ("quarter", "quarters", "second", "seconds", "weekends", "half", "halves"):
        return False
    plural = unit.text.endswith("s")
    before = atoms[match.first - 1] if match.first else None
    after = atoms[match.stop] if match.stop < len(atoms) else None
    if after is not None and after.text in ("before", "after") and not (plural and len(own) == 1):
        return False
    if after is not None and (_CATEGORY[after.code] in ("dash", "half") or after.text in _NOT_FREE):
        return False
    if after is not None and after.text == "and" and _goes_on(atoms[match.stop + 1 : match.stop + 3]):
        return False
    if "count" in kinds:
        return own[0].text in ("a", "an") and not plural and before is not None and before.text in _LEADING
    if "vague" in kinds:
        return plural and own[0].text in ("many", "some") and (before is None or before.text != "as")
    if "step" in kinds:
        return plural and not any(atom.text in _REFERRING for atom in own)
    if "dash" in kinds:
        return own[-1].text == "long"
    return plural and not _is_counted(atoms, match.first) and _stands_alone(before, unit, sentence)


def _goes_on(rest: list[Atom]) -> bool:
    """Read "a year and a half", "an hour and 50 minutes": a figure of several parts."""
    return any(_CATEGORY[atom.code] in ("half", "count", "day", "number") for atom in rest)


def _is_counted(atoms: list[Atom], first: int) -> bool:
    """Whether a plural number leads to the units: "thousands of years"."""
    vague = read_table("numbers")["vague"]
    return first > 1 and atoms[first - 1].text == "of" and atoms[first - 2].text in vague


def _stands_alone(before: Atom | None, unit: Atom, sentence: Sentence) -> bool:
    """Whether nothing counts, names or points to the units."""
    token = token_at(sentence, unit.start)
    if token is None or token.tag != "NNS":
        return False
    if before is None:
        return True
    if _CATEGORY[before.code] in ("step", "same", "rank", "ordinal"):
        return False
    left = token_at(sentence, before.start)
    return left is not None and left.pos in _NO_NUMBER and before.text not in ("-", "–", "/", "plus", "odd")
