"""Whole and mixed numbers: "6,655", "two hundred and five", "a million and a half", "27.4bn"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from discrepancy.extract.numerals.atoms import Atom, Atoms, place_value
from discrepancy.extract.numerals.numeral import Form, Numeral
from discrepancy.lexicon import read_table

Found: TypeAlias = tuple[Numeral, int]
"""A numeral and the index of the first atom after it."""

_NEXT = re.compile(r"[ -]?([A-Za-z]*)")


def make(
    atoms: Atoms,
    first: int,
    stop: int,
    value: Decimal,
    step: Decimal,
    form: Form,
    scale: Decimal = Decimal(1),
) -> Found:
    """A numeral of one number that spans the atoms from ``first`` to before ``stop``."""
    start, end = atoms[first].start, atoms[stop - 1].end
    return Numeral(start, end, (value,), value, value, step, form, scale=scale), stop


@dataclass(slots=True)
class _Sum:
    """A number as far as it has been read: finished thousands and the group being read."""

    total: Decimal
    group: Decimal
    step: Decimal
    largest: Decimal = Decimal(1)

    def add(self, value: Decimal, step: Decimal) -> None:
        self.group += value
        self.step = step

    def multiply(self, scale: Decimal) -> None:
        if self.total and scale > self.largest:
            # "1.5 lakh crore": the second scale multiplies all that came before.
            self.group += self.total
            self.total = Decimal(0)
        self.group *= scale
        self.step *= scale
        self.largest = max(self.largest, scale)
        if scale >= 1000:
            self.total, self.group = self.total + self.group, Decimal(0)


def read_cardinal(atoms: Atoms, first: int, index: int) -> Found:
    """The number that begins with the atom of this index.

    Args:
        atoms: The text's atoms.
        first: Index of its article where it has one ("a million"), else ``index``.
        index: Index of its first digits, number word or scale.
    """
    atom = atoms[index]
    form: Form = "digits" if atom.kind == "digits" else "words"
    if atom.kind in ("digits", "unit", "tens"):
        running = _Sum(Decimal(0), atom.value, atom.step if form == "digits" else place_value(atom.value))
        stop = index + 1
    else:
        running, stop = _Sum(Decimal(0), Decimal(1), Decimal(1)), index
    while stop == index or atoms.joined(stop):  # a scale alone joins nothing before it
        after = _continue(atoms, stop, running, form, begun=stop > index)
        if after is None:
            break
        stop = after
    found, _ = make(atoms, first, stop, running.total + running.group, running.step, form, running.largest)
    if atoms.has(stop, "abbreviation") and atoms.gap(stop) == "" and stop > index:
        return replace(found, suffix=atoms[stop].word), stop + 1
    return found, stop


def _continue(atoms: Atoms, index: int, running: _Sum, form: Form, begun: bool) -> int | None:
    """Take the atom of this index into the number; the index past what was taken, or None."""
    atom = atoms[index]
    match atom.kind:
        case "abbreviation" if len(atom.word) > 1:
            running.multiply(atom.value)
        case "vague" if atom.word == "dozens" and begun:
            running.multiply(Decimal(12))
        case "vague" if form == "digits" and begun and atom.value >= 1000:
            # "1.4 billions"
            running.multiply(atom.value)
        case "scale" | "group" if atom.word != "score" or form == "digits" or not begun:
            running.multiply(atom.value)
        case "unit" | "tens" if form == "words" and _fits(running.group, atom.value):
            running.add(atom.value, place_value(atom.value))
        case "and":
            return _add(atoms, index + 1, running, form)
        case "point" if form == "words":
            return _add_decimals(atoms, index + 1, running)
        case _:
            return None
    return index + 1


def _fits(group: Decimal, value: Decimal) -> bool:
    """Whether a number word continues the group: "twenty" takes "three", "hundred" takes both."""
    if group % 100 == 0:
        return 0 < value < 100
    return 0 < value < 10 and group % 10 == 0 and group % 100 >= 20


def _add(atoms: Atoms, index: int, running: _Sum, form: Form) -> int | None:
    """Take what "and" adds: "two hundred and five", "two and a half", "a million and a half".

    Returns:
        The index past it, or None when "and" does not belong to the number.
    """
    article = atoms.has(index, "a") and atoms.has(index + 1, "half", "fraction")
    at = index + article
    if running.largest >= 1000 and not atoms.has(at, "unit", "tens") and atoms.has(at + 1, "scale"):
        # "one billion and a half million" is two numbers to us, not a product.
        return None
    if atoms.has(at, "half") or (article and is_share(atoms.text, atoms[at])):
        parts = Decimal(read_table("numbers")["fractions"][atoms[at].word])
        part = (Decimal(1) if running.group else running.largest) / parts
        running.add(part, part)
        return at + 1
    fraction = _read_part(atoms, index)
    if fraction is not None and running.largest == 1:
        running.add(fraction, fraction)
        return index + 2
    if form != "words" or running.largest < 100 or not atoms.has(index, "unit", "tens"):
        return None
    value = atoms[index].value
    if atoms.has(index + 1, "shares", "fraction", "half"):
        # "five billion and three quarters"
        return None
    if not _fits(running.group, value) or not _may_scale(atoms, index + 1, running):
        return None
    running.add(value, place_value(value))
    return index + 1


def _read_part(atoms: Atoms, index: int) -> Decimal | None:
    """The fraction that "and" adds: "two thirds" in "three and two thirds"; none of something else."""
    if not atoms.has(index, "unit") or not atoms.has(index + 1, "shares", "fraction"):
        return None
    top, bottom = atoms[index].value, atoms[index + 1].value
    plural = atoms[index + 1].kind == "shares"
    if not 0 < top < bottom or plural != (top > 1) or next_word(atoms.text, atoms[index + 1].end) == "of":
        return None
    return top / bottom


def _may_scale(atoms: Atoms, index: int, running: _Sum) -> bool:
    """Whether a scale after the addend leaves one number, as it does not in "one hundred and two hundred"."""
    if not atoms.has(index, "scale", "group"):
        return True
    scale = atoms[index].value
    return scale > running.group and (not running.total or scale < running.largest)


def _add_decimals(atoms: Atoms, index: int, running: _Sum) -> int | None:
    """Take the digits after "point" in words ("two point four")."""
    digits = ""
    while atoms.has(index, "unit") and atoms[index].value < 10:
        digits += str(atoms[index].value)
        index += 1
    if not digits:
        return None
    running.add(Decimal(f"0.{digits}"), Decimal(1).scaleb(-len(digits)))
    return index


def next_word(text: str, end: int) -> str:
    """The word that follows ``end`` after a space or hyphen, in lower case."""
    match = _NEXT.match(text, end)
    return match[1].lower() if match else ""


def is_share(text: str, atom: Atom) -> bool:
    """Whether "a third" is a share rather than a place in a series ("a third man")."""
    following = next_word(text, atom.end)
    if atom.word == "quarter":
        return following not in ("final", "finals", "finalist") or text[atom.end : atom.end + 1] == " "
    return not following or following in read_table("numbers")["context"]["share_followers"]
