"""A sentence cut into atoms, each with a one-letter category.

The grammar is written over these letters: "on Tuesday, July 4" reads ``kDuMn``. Only categories
matter there; what an atom means (which month) is read off afterwards.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from discrepancy.lexicon import read_table
from discrepancy.model import Sentence, Token

CODES = {
    "month": "M",
    "day": "n",
    "weekday": "D",
    "weekdays": "W",
    "year": "Y",
    "pair": "P",
    "ordinal": "o",
    "number": "N",
    "count": "c",
    "vague": "v",
    "rank": "r",
    "daypart": "p",
    "season": "S",
    "festival": "F",
    "deictic": "T",
    "step": "s",
    "same": "z",
    "portion": "e",
    "ago": "g",
    "earlier": "b",
    "later": "l",
    "before": "V",
    "after": "J",
    "edge": "Q",
    "decade": "d",
    "clock": "C",
    "dotted": "K",
    "meridiem": "m",
    "zone": "Z",
    "oclock": "O",
    "noon": "j",
    "iso": "I",
    "slashed": "G",
    "set": "A",
    "quarterly": "q",
    "every": "E",
    "year_unit": "y",
    "unit": "U",
    "century": "B",
    "hours": "h",
    "minutes": "i",
    "half": "H",
    "the": "t",
    "of": "f",
    "at": "a",
    "to": "2",
    "and": "3",
    "on": "k",
    "in": "4",
    "from": "5",
    "between": "6",
    "comma": "u",
    "dash": "x",
    "open": "7",
    "close": "8",
    "name": "w",
    "time": "0",
    "local": "L",
    "ad": "9",
    "plus": "R",
    "fiscal": "1",
    "year_end": "ñ",
    "fiscal_year": "é",
    "word": "_",
    "other": "X",
}
"""Category → letter, for the templates of the grammar."""

_UNIT = {
    "second": "minutes",
    "minute": "minutes",
    "hour": "hours",
    "year": "year_unit",
    "century": "century",
    "half": "half",
}

_FUNCTION = {
    "the": "the",
    "of": "of",
    "at": "at",
    "to": "to",
    "through": "to",
    "until": "to",
    "till": "to",
    "and": "and",
    "&": "and",
    "or": "and",
    "on": "on",
    "in": "in",
    "within": "in",
    "from": "from",
    "between": "between",
    "ago": "ago",
    "earlier": "earlier",
    "before": "before",
    "previously": "earlier",
    "later": "later",
    "after": "after",
    "afterwards": "later",
    "afterward": "later",
    "hence": "later",
    "o'clock": "oclock",
    "every": "every",
    "each": "every",
    "time": "time",
    "local": "local",
    "bc": "ad",
    "bce": "ad",
    "ad": "ad",
    "hrs": "hours",
    ",": "comma",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "(": "open",
    ")": "close",
    "+": "plus",
    "fiscal": "fiscal",
    "financial": "fiscal",
}

_BARE_ZONES = frozenset({"Eastern", "Central", "Mountain", "Pacific"})
"""Zones of North America that stand without "time" behind a clock: "8 p.m. Eastern"."""
_CLOCK_END = re.compile(r"(?:\b[ap]\.?m\.?|\d[:.]\d\d|\bnoon) $", re.I)
_LONGER_NAME = re.compile(r" (?:[A-Z]|time\b)")


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, number or mark: its category, offsets into the sentence's text, and lower-case text."""

    code: str
    start: int
    end: int
    text: str

    @property
    def number(self) -> int:
        """The digits of the atom as a number."""
        return int(re.sub(r"\D", "", self.text) or 0)


@cache
def _lexer() -> re.Pattern[str]:
    table = read_table("dates")
    festivals = sorted(table["festivals"], key=len, reverse=True)
    short = [word for word in (*table["months"], *table["weekdays"]) if len(word) <= 5]
    full = ("march", "april", "may", "june", "july")
    abbreviations = "|".join(word.capitalize() for word in short if word not in full)
    return re.compile(
        rf"""
  (?P<iso>(?<![\w-])\d{{4}}-\d\d-\d\d(?:[T\ ]\d\d:\d\d(?::\d\d)?)?(?!\w))
| (?P<slashed>(?<![\w/.])\d{{1,2}}(?P<_mark>[/.-])\d{{1,2}}(?P=_mark)(?:(?:1[89]|20)\d\d|\d\d)(?![\w/]|\.\d))
| (?P<year_end>\b[Yy]ear(?:-|'s\ |\ )?end\b(?!-))
| (?P<quarterly>\bQ[1-4]\b)
| (?P<fiscal_year>\bFY\s?'?(?:(?:19|20)\d\d|\d\d)\b)
| (?P<other>[$£€¥₹#]\s?\d[\d,.]*|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?\b|\d+(?:\.\d+)?\s?(?:%|km|kg|mph|m\b(?!\.))
   |\w*[A-Za-z]\d[\w-]*)
| (?P<pair>(?<![\w-])(?:1[0-9]|20)\d\d\s?[-–/]\s?(?:(?:1[0-9]|20)\d\d|\d\d)(?![\w-]))
| (?P<decade>(?:(?<!\w)(?:1\d|20)\d0|(?<!\w)'\d0|(?<=\bthe\ )\d0|(?<=mid-)\d0)\s?'?s\b)
| (?P<clock>(?<![\w:])(?:[01]?\d|2[0-4]):[0-5]\d(?:(?::[0-5]\d)?(?![\w:]|\.\d)|(?=[AaPp][Mm])))
| (?P<dotted>(?<![\w.,$£€])(?:[01]?\d|2[0-3])\.[0-5]\d(?!\d|\.\d))
| (?P<decimal>\d+\.\d+)
| (?P<ordinal>(?<!\w)[0-3]?\d(?:st|nd|rd|th)\b)
| (?P<number>\d+)
| (?P<festival>\b(?:{"|".join(re.escape(name) for name in festivals)})(?!\w))
| (?P<meridiem>[AaPp]\.\s?[Mm]\.?|[AaPp][Mm]\b)
| (?P<short>\b(?:{abbreviations})\.)
| (?P<word>[^\W\d_]+(?:'clock|\.[a-z]\.?(?=\W|$))?(?:(?<=[Mm]id)-(?:morning|afternoon))?)
| (?P<mark>\S)
""",
        re.VERBOSE,
    )


@cache
def _words() -> dict[str, str]:
    table = read_table("dates")
    words = dict.fromkeys(table["months"], "month") | dict.fromkeys(table["weekdays"], "weekday")
    words |= {f"{word}s": "weekdays" for word in table["weekdays"] if len(word) > 5}
    for section, category in (
        ("counts", "count"),
        ("vague", "vague"),
        ("ranks", "rank"),
        ("parts", "daypart"),
        ("seasons", "season"),
        ("deictics", "deictic"),
        ("steps", "step"),
        ("portions", "portion"),
        ("edges", "edge"),
        ("noons", "noon"),
    ):
        words |= dict.fromkeys(table[section], category)
    for word, unit in table["units"].items():
        words[word] = words[f"{word}s"] = _UNIT.get(unit, "unit")
    words |= dict.fromkeys(table["sets"], "set")
    words |= {f"{word}s": "daypart" for word in ("morning", "afternoon", "evening", "night")}
    return words | dict.fromkeys(("same", "that"), "same") | _FUNCTION


@cache
def _zones() -> frozenset[str]:
    table = read_table("dates")
    seasonal = (word for word in table["seasonal_zones"] if word.isupper())
    return frozenset((*table["zones"], *table["vague_zones"]["words"], *seasonal))


def read_atoms(sentence: Sentence) -> list[Atom]:
    """The atoms of a sentence in order; nothing but white space lies between them."""
    atoms = []
    for match in _lexer().finditer(sentence.text):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        text = match[kind]
        category = _category(kind, text, sentence, start)
        atoms.append(Atom(CODES[category], start, end, text.lower()))
    return atoms


def _ends_clock(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a word stands right behind a time of day and is no part of a longer name or of "time"."""
    before, after = sentence.text[:start], sentence.text[end:]
    return _CLOCK_END.search(before) is not None and _LONGER_NAME.match(after) is None


def _category(kind: str, text: str, sentence: Sentence, start: int) -> str:
    if kind == "number":
        return _number(text)
    if kind == "decimal":
        return "other"
    if kind == "short":
        return _words()[text[:-1].lower()]
    if kind not in ("word", "mark"):
        return kind
    if text in _zones() or (text in _BARE_ZONES and _ends_clock(sentence, start, start + len(text))):
        return "zone"
    category = _words().get(text.lower())
    if category is None:
        return "name" if text[0].isupper() else "word" if text[0].isalpha() else "other"
    return _by_grammar(category, text, sentence, start)


def _number(text: str) -> str:
    if len(text) == 4 and "1000" <= text <= "2199":
        return "year"
    if len(text) <= 2 and 1 <= int(text) <= 31:
        return "day"
    return "number"


def _by_grammar(category: str, text: str, sentence: Sentence, start: int) -> str:
    """The category where capitals and the tagger agree that the word is meant as such."""
    lower = text.lower()
    if category in ("month", "weekday"):
        named = text[0].isupper() and (len(text) > 3 or text.istitle() or text.isupper())
        token = token_at(sentence, start)
        verb = token is not None and token.tag in ("MD", "VB", "VBP", "VBZ", "VBD", "VBN")
        return category if named and not (verb and lower in ("may", "march", "mar", "sat", "sun")) else "name"
    if category == "season" and lower in ("fall", "spring"):
        token = token_at(sentence, start)
        return category if token is None or token.pos in ("NOUN", "PROPN") else "word"
    if lower == "second":
        token = token_at(sentence, start)
        return "rank" if token is not None and token.tag in ("JJ", "RB", "JJS") else category
    if category == "ad":
        return category if text.isupper() else "word"
    return category


def token_at(sentence: Sentence, start: int) -> Token | None:
    """The token that holds the character at ``start`` of the sentence's text, if any."""
    offset = sentence.start + start
    index = bisect_left(sentence.tokens, offset + 1, key=lambda token: token.start) - 1
    if index < 0 or sentence.tokens[index].end <= offset:
        return None
    return sentence.tokens[index]
