"""Organisations: acronyms, legal forms, short names; what is left over is another body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from discrepancy.compare.names.spelling import find_slip
from discrepancy.lexicon import read_table
from discrepancy.lexicon.names import (
    find_organisation,
    find_place,
    fold,
    is_acronym,
    match_words,
    small_words,
)
from discrepancy.lexicon.romanisation import are_romanised, find_traditions
from discrepancy.model import Relation, Verdict
from discrepancy.vectors import is_frequent

_WORD = re.compile(r"[\w.'’]+")
_LEGAL = frozenset(
    {"inc", "ltd", "limited", "llc", "llp", "plc", "corp", "corporation", "co", "company", "gmbh", "ag"}
    | {"sa", "nv", "spa", "ab", "oy", "asa", "as", "kg", "se", "bv", "holding", "holdings", "group"}
)


def relate_organisations(left: str, right: str) -> Relation:
    """How two names of bodies or things stand to each other. Symmetric in verdict and slip.

    Args:
        left: A name as printed.
        right: The other.
    """
    both = f"“{left}” and “{right}”"
    a, b = _words(left), _words(right)
    if a == b:
        verdict = Verdict.AGREE if left.casefold() == right.casefold() else Verdict.VARIANT
        return Relation(verdict, f"{both} are spellings of one name")
    known = find_organisation(left), find_organisation(right)
    if known[0] and known[0] == known[1]:
        return Relation(Verdict.COMPATIBLE, f"{both} are names of one body")
    if is_acronym(left, right) or is_acronym(right, left):
        return Relation(Verdict.COMPATIBLE, f"one of {both} is the other's initials")
    if not all(known) and (_shortens(a, b) or _shortens(b, a)):
        return Relation(Verdict.COMPATIBLE, f"one of {both} is short for the other")
    if _is_office(a) != _is_office(b):
        return Relation(Verdict.COMPATIBLE, f"one of {both} is a body, the other somebody's office")
    if len(a) == len(b):
        traditions = find_traditions(left, right)
        differing = [
            (x, y)
            for x, y in zip(_printed_words(left), _printed_words(right), strict=True)
            if not (match_words(x, y) or are_romanised(x, y, traditions))
        ]
        if not differing:
            return Relation(Verdict.VARIANT, f"{both} are spellings of one name")
        if all(_is_plural(fold(x), fold(y)) for x, y in differing):
            return Relation(Verdict.VARIANT, f"{both} are singular and plural of one name")
        slip = find_slip(*differing[0]) if len(differing) == 1 else None
        if slip:
            return Relation(Verdict.CONFLICT, f"{both} differ by a slip ({slip})", slip)
    return Relation(Verdict.CONFLICT, f"{both} are two names", "")


def _is_office(words: Sequence[str]) -> bool:
    """Whether a name is that of who heads a body: "Transport Minister"."""
    return bool(words) and words[-1] in _heads()


@cache
def _heads() -> frozenset[str]:
    return frozenset(read_table("roles")["heads"]["titles"])


def _is_plural(left: str, right: str) -> bool:
    """Whether one is the other's plural, for words that many bodies are called by: "Services"."""
    short, long = sorted((left, right), key=len)
    return long == f"{short}s" and is_frequent(short)


def _words(name: str) -> tuple[str, ...]:
    return tuple(map(fold, _printed_words(name)))


def _printed_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, with their diacritics."""
    words = _WORD.findall(name.replace("-", " "))
    content = [word for word in words if fold(word) not in small_words()]
    kept = [word for word in content if fold(word) not in _LEGAL]
    return tuple(kept or content or words)


def _shortens(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether ``short`` opens or closes ``long`` or stands in it whole, and is no mere place."""
    if not short or len(short) >= len(long) or find_place(" ".join(short).title()):
        return False
    return any(tuple(long[i : i + len(short)]) == tuple(short) for i in range(len(long) - len(short) + 1))
