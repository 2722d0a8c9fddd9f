"""Units of measurement and money beside a number.

Invariant: a match begins at the number; a word further on is never its unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from discrepancy.lexicon import read_table

_WORD = r"[^\W\d_]+(?:['’][a-z]{1,5})?"
_WORDS = re.compile(rf"[ -]?({_WORD}(?:\.[A-Za-z]\.|&[A-Z])?(?:(?: & |\.?[ -]){_WORD}){{0,3}})")
_SYMBOL = re.compile(r"[ -]?((?:[^\s\w,;:()\"'!?-]|[A-Za-zµμ])[A-Za-z0-9²³/%.$€£¥₹łč]*(?: points?)?)")
_RATE = re.compile(r"(?:[ -](?:an|a|per|each|every)[ -]|/)([A-Za-z-]+)\b")
_PER = {
    "annum": "year", "metre": "meter", "kilometre": "kilometer", "litre": "liter", "kilo": "kilogram",
    "head": "person", "capita": "person", "inhabitant": "person", "resident": "person", "family": "household",
}  # fmt: skip
_NAMED_RATE = re.compile(r"[ -]per[ -]((?:square |cubic )?[a-z]+)\b")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found in a text: canonical name, sort of quantity, and where its words end."""

    name: str
    measure: str
    end: int
    timex: str = ""


@cache
def _tables() -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """Units by words, by symbol, and by symbols that must touch the number."""
    words: dict[str, dict[str, Any]] = {}
    symbols: dict[str, dict[str, Any]] = {}
    tight: dict[str, dict[str, Any]] = {}
    for unit in read_table("units")["unit"]:
        for word in unit["words"]:
            words.setdefault(word, unit)
            if "plurals" not in unit:
                words.setdefault(f"{word}s", unit)
        for word in unit.get("plurals", ()):
            words.setdefault(word, unit)
        symbols |= dict.fromkeys(unit["symbols"], unit)
        words |= {symbol.lower(): unit for symbol in unit["symbols"] if " " in symbol}
        tight |= dict.fromkeys(unit.get("tight", ()), unit)
    return words, symbols, tight


def match_unit(text: str, at: int) -> Unit | None:
    """The unit of measurement that follows offset ``at`` of ``text``, with its rate ("barrels a day").

    Args:
        text: The sentence.
        at: Offset past the number.
    """
    words, symbols, tight = _tables()
    found = match_words(text, at, words)
    row, end = found if found else (None, at)
    if row is None:
        symbol = _symbol(text, at)
        if symbol is None:
            return None
        word, end = symbol
        if word.endswith(".") and (word[:-1] in symbols or word[:-1] in tight):
            word, end = word[:-1], end - 1
        row = symbols.get(word) or (tight.get(word) if end - at == len(word) else None)
        if row is None and (quotient := _quotient(word, end)):
            return quotient
        if row is None or _is_letter_name(text, at, end, word):
            return None
    unit = Unit(row["name"], row["measure"], end, row.get("timex", ""))
    return unit if unit.measure in ("duration", "speed", "point", "percent") else with_rate(text, unit)


def _quotient(word: str, end: int) -> Unit | None:
    """Two symbols with a stroke between them: "mg/dL", "g/km", "µg/m³"."""
    above, stroke, below = word.rstrip(".").partition("/")
    symbols = _tables()[1]
    period = read_table("units")["time"]["signs"].get(below)
    if not stroke or above not in symbols or not (period or below in symbols):
        return None
    row = symbols[above]
    name = f"{row['name']} per {period or symbols[below]['name']}"
    return Unit(name, row["measure"], end - len(word) + len(above) + 1 + len(below))


def measured_words() -> frozenset[str]:
    """Every word that the table of units knows, whether or not it was taken for one where it stood."""
    return frozenset(_tables()[0]) | {"pound", "pounds"}


def match_words(text: str, at: int, table: Mapping[str, Any]) -> tuple[Any, int] | None:
    """The longest run of up to four words after ``at`` that ``table`` knows, and its end."""
    match = _WORDS.match(text, at)
    if match is None:
        return None
    run = match[1]
    while run:
        entry = table.get(run.lower().replace("-", " ")) or table.get(run.lower())
        if entry is not None:
            return entry, match.start(1) + len(run)
        run = run[: max(0, *(run.rfind(mark) for mark in " -'’&"))]
    return None


def _symbol(text: str, at: int) -> tuple[str, int] | None:
    match = _SYMBOL.match(text, at)
    if match is None or (text[match.start() : match.start(1)] == "-" and len(match[1]) == 1):
        return None
    word = match[1]
    if word.endswith((" point", " points")) and word not in ("% points", "% point"):
        word = word[: word.rindex(" ")]
    end = match.start(1) + len(word)
    # "9.4%-12%": a percent sign ends where it stands, whatever follows.
    if word[0] in "%°º" and word not in _tables()[1]:
        word = word[:2] if word[:2] in _tables()[1] else word[0]
        end = match.start(1) + len(word)
    return word, end


def _is_letter_name(text: str, at: int, end: int, word: str) -> bool:
    """Whether a lone letter is no unit: "Article 5 C", "a 12 V", "4 m." in a list."""
    if len(word) > 1 or not word.isalpha():
        return False
    if text[end : end + 1] == "-" or text.startswith(" shirt", end):
        return True
    loose = text[at] in " -"
    return loose and word in "lLVJW"


def with_rate(text: str, unit: Unit) -> Unit:
    """``unit`` with "a week" or "per hectare" after it taken in."""
    match = _RATE.match(text, unit.end)
    if match is None:
        return unit
    table = read_table("units")["time"]
    word = match[1] if match[1].islower() else match[1].lower() if match[1] in _tables()[1] else ""
    following = re.compile(r" ?([a-z]*)").match(text, match.end())
    if following and following[1] in table["not_rate"]:
        return unit
    singular = word[:-1] if word.endswith("s") and word[:-1] in table["periods"] else word
    if singular not in table["periods"] and singular not in table["per"]:
        named = _NAMED_RATE.match(text, unit.end)
        if named is None:
            return unit
        singular, match = named[1], named
    symbol = _tables()[1].get(match[1])
    singular = symbol["name"] if symbol else _PER.get(singular, singular)
    return Unit(f"{unit.name} per {singular}", unit.measure, match.end())
