"""Numbers in running text: where they stand and which numbers their words allow.

Invariant: numerals come in text order, never overlap, and ``text[start:end]`` is a number
alone: no unit, no currency, no hedge. What a letter after digits means ("3.5m": million or
metres) is not decided here; it is handed on as ``suffix``.
"""

from __future__ import annotations

import re
from decimal import Decimal

from discrepancy.extract.numerals.atoms import read_atoms
from discrepancy.extract.numerals.grammar import read_expression
from discrepancy.extract.numerals.numeral import Form, Numeral
from discrepancy.lexicon import read_table

__all__ = ["Form", "Numeral", "find_numerals", "parse_numeral", "read_roman"]

_ROMAN = re.compile(r"\b([A-Za-z]+) ((?:X{0,3})(?:IX|IV|V?I{0,3}))\b(?!\.)")


def find_numerals(text: str) -> list[Numeral]:
    """Every number in ``text``, from left to right.

    Args:
        text: Running text whose quotation marks and spaces are folded to ASCII.
    """
    atoms = read_atoms(text)
    found: list[Numeral] = []
    index = 0
    while index < len(atoms):
        hit = read_expression(atoms, index)
        if hit is None or hit[1] <= index:
            index += 1
        else:
            found.append(hit[0])
            index = hit[1]
    return _with_romans(text, found)


def parse_numeral(text: str) -> Numeral | None:
    """The number that all of ``text`` spells, or None when it spells none."""
    found = find_numerals(text)
    if len(found) == 1 and found[0].start == 0 and found[0].end == len(text):
        return found[0]
    return None


def _with_romans(text: str, found: list[Numeral]) -> list[Numeral]:
    """``found`` with "Phase III" and its like added as ordinals."""
    graded = read_table("numbers")["context"]["graded"]
    romans = []
    for match in _ROMAN.finditer(text):
        if match[2] and match[1].lower() in graded:
            value = Decimal(read_roman(match[2]))
            romans.append(Numeral(*match.span(2), (value,), value, value, Decimal(1), "ordinal"))
    return sorted([*found, *romans], key=lambda n: n.start) if romans else found


def read_roman(text: str) -> int:
    """Value of a Roman numeral below forty ("XIV" → 14)."""
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
