"""The words and digits of a text that numbers are made of, in order.

Everything else is left out; what stands between two atoms is seen from their offsets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from discrepancy.lexicon import read_table

_ATOM = re.compile(
    r"""
    (?<![\w/.])(?P<over>[1-9])/(?P<under>[2-8]|10|16)(?![\w/])                  # 3/4
  | (?P<digits>
        \d{1,2}(?:,\d{2})+,\d{3}(?![\d,]) | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)   # 12,00,000; 6,655.5
      | \d{1,3}(?:'\d{3})+(?!\d) | \d{1,3}(?:\.\d{3}){2,}(?!\d)                  # 2'360'418; 2.360.418
      | (?<!\d[ ])[1-9]\d{0,2}(?:[ ]\d{3})+(?:[.,]\d+)?(?!\d|[ ]\d|s\b)          # 2 360 418
      | (?<![\d,])\d{1,3},\d{1,2}(?=\s?(?:[mbtr]{1,2}illion|bn|mn|m|per\s?cent|pct|percentage)\b|\s?[%€°])
                                                                                 # 1,5 million
      | (?<![\d,])\d{1,3},\d{1,2}(?=\s?(?:k?m|cm|mm|kg|g|t|ha|l|s|secs?|seconds?|min|minutes?|hours?|points?
        |ton(?:ne)?s?|acres?|hectares?|(?:kilo|centi|milli)?(?:met|lit)(?:er|re)s?|kilo(?:gram(?:me)?)?s?|grams?
        |euros?|degrees?|miles?|feet|knots?|[kMG]W|light|magnitude|inch(?:es)?|pounds?|dollars?|kroner|kronor
        |francs?|lei|zlotys?|leva)\b(?!\s\d))                                    # 6,71 m
      | (?<![\d,.])\d{1,3},\d{2}
        (?=\s(?:and|but|in|on|at|for|with|ahead|behind|to)\s(?![\d,]*\d)|[;.]\s|\)|$)  # threw 20,94
      | \d+\.\d+ | (?<![\w./])\.\d+ | \d+
    )
    (?:[ ]?(?P<glyph>[½⅓⅔¼¾⅕⅙⅚⅛⅜⅝⅞]) | [ ](?P<top>[1-9])/(?P<bottom>[2-9])(?![\d/]))?
    (?P<ordinal>(?:st|nd|rd|th)\b)?
  | (?P<alone>[½⅓⅔¼¾⅕⅙⅚⅛⅜⅝⅞])
  | (?P<word>[A-Za-z]+)
    """,
    re.VERBOSE,
)


class Atom(NamedTuple):
    """A number word, scale, connective or run of digits.

    Attributes:
        kind: What it may be in a number ("digits", "unit", "tens", "scale", "a", "and", ...).
        word: The word in lower case, an abbreviation as printed, digits as printed.
        value: Its number.
        step: Place value of its last significant digit.
        start: Offset of its first character.
        end: Offset past its last character.
    """

    kind: str
    word: str
    value: Decimal
    step: Decimal
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Atoms:
    """The atoms of a text, asked by index; an index past the end has nothing."""

    text: str
    items: Sequence[Atom]

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> Atom:
        return self.items[index]

    def gap(self, index: int) -> str:
        """What stands between this atom and the one before."""
        return self.text[self.items[index - 1].end : self.items[index].start]

    def joined(self, index: int) -> bool:
        """Whether there is such an atom and nothing but a space or hyphen before it."""
        return index < len(self.items) and self.gap(index) in ("", " ", "-")

    def has(self, index: int, *kinds: str) -> bool:
        """Whether the atom of this index continues the one before and is of one of these kinds."""
        return index < len(self.items) and self.items[index].kind in kinds and self.joined(index)


@cache
def _vocabulary() -> dict[str, tuple[str, Decimal]]:
    table = read_table("numbers")
    kinds = [
        ("ordinal", "ordinals"),
        ("fraction", "fractions"),
        ("unit", "units"),
        ("tens", "tens"),
        ("group", "groups"),
        ("scale", "scales"),
    ]
    words = {w: (kind, Decimal(v)) for kind, name in kinds for w, v in table[name].items()}
    words |= {
        f"{w}s": ("shares", Decimal(v)) for w, v in table["fractions"].items() if w not in ("half", "halves")
    }
    words |= {w: ("vague", Decimal(v[0])) for w, v in table["vague"].items()}
    words["negative"] = ("minus", Decimal(0))
    words |= {w: ("indefinite", Decimal(v[0])) for w, v in table["indefinite"].items()}
    for word in (
        "a",
        "an",
        "and",
        "point",
        "of",
        "to",
        "or",
        "in",
        "out",
        "minus",
        "between",
        "from",
        "half",
    ):
        words[word] = ("a" if word == "an" else word, Decimal(0))
    return words


def read_atoms(text: str) -> Atoms:
    """The atoms of ``text``."""
    vocabulary = _vocabulary()
    abbreviations = read_table("numbers")["abbreviations"]
    atoms: list[Atom] = []
    for match in _ATOM.finditer(text):
        start, end = match.span()
        word = match["word"]
        if word is None:
            atoms.append(_digits(match))
            continue
        known = vocabulary.get(word.lower())
        if known is not None:
            atoms.append(Atom(known[0], word.lower(), known[1], Decimal(1), start, end))
        elif word in abbreviations and _after_digits(text, atoms, start):
            atoms.append(Atom("abbreviation", word, Decimal(abbreviations[word]), Decimal(1), start, end))
    return Atoms(text, atoms)


def _after_digits(text: str, atoms: Sequence[Atom], start: int) -> bool:
    return bool(atoms) and atoms[-1].kind == "digits" and text[atoms[-1].end : start] in ("", " ")


def _digits(match: re.Match[str]) -> Atom:
    start, end = match.span()
    glyphs = read_table("numbers")["glyphs"]
    if match["over"]:
        part = Decimal(match["over"]) / Decimal(match["under"])
        return Atom("digits", "", part, 1 / Decimal(match["under"]), start, end)
    if match["alone"]:
        part = Decimal(glyphs[match["alone"]])
        return Atom("digits", "", part, part, start, end)
    value, step = read_digits(match["digits"])
    if match["glyph"]:
        part = Decimal(glyphs[match["glyph"]])
        value, step = value + part, part
    elif match["top"]:
        part = Decimal(match["top"]) / Decimal(match["bottom"])
        value, step = value + part, part
    return Atom("place" if match["ordinal"] else "digits", match["digits"], value, step, start, end)


def read_digits(digits: str) -> tuple[Decimal, Decimal]:
    """Value and printed precision of digits with any separators ("4,300" → 4300 and 100).

    Args:
        digits: Digits with commas, points, spaces or apostrophes between them.
    """
    plain = digits.replace(" ", "").replace("'", "")
    if re.fullmatch(r"\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    elif plain.count(".") > 1:
        plain = plain.replace(".", "")
    value = Decimal(plain.replace(",", ""))
    return value, place_value(value, "." in plain)


def place_value(value: Decimal, fraction: bool = False) -> Decimal:
    """Place value of the last digit that says something; zeros before the point say nothing."""
    exponent = value.as_tuple().exponent
    if fraction and isinstance(exponent, int):
        return Decimal(1).scaleb(exponent)
    whole = int(value)
    place = 1
    while whole and whole % (place * 10) == 0:
        place *= 10
    return Decimal(place)
