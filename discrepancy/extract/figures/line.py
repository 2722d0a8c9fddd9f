"""A sentence with what the spotters ask of it again and again.

All offsets here count from the sentence's first character, not the field's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from discrepancy.extract.figures.durations import find_gaps
from discrepancy.lexicon import read_table
from discrepancy.model import Sentence, Token

# What looks like a number and states no quantity. One alternation for each sign that gives it
# away, so that a line without digits or addresses is not searched for them.
_WEB = re.compile(r"\S*(?:https?://|www\.)\S*|\S+@\S+|\b[\w.-]+\.(?:com|org|net|gov|edu|co\.[a-z]{2})\b\S*")
_WEB_SIGNS = ("http", "www.", "@", ".com", ".org", ".net", ".gov", ".edu", ".co.")
_CLOCK = re.compile(
    r"\b(?:at|around|about|by|until|from|to) (?:a )?(?:quarter|half|five|ten|twenty(?:-five)?) "
    r"(?:past|to) "
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|midnight|the)\b"
    r"|\b(?:quarter|half|\d{1,2}|five|ten|twenty) past\b"
    r"|\b(?:\d{1,2}|[a-z]+) o'clock\b",
    re.IGNORECASE,
)
_CODES = re.compile(
    r"""
    [#§]\s?\w+ | (?:\+|\b00?)[1-9][\d ()-]{6,}\d | \b\d{3}[-.]\d{4}\b(?![ ][a-z]+s\b)
  | \b\d{3}[ ]?[-.][ ]?\d{3}[ ]?[-.][ ]?\d{4}\b | (?<!\d[ ])\b0\d{2,4}(?:[ -]\d{2,4})+\b
  | \b(?:\d{2,4}[ -]){3,}\d{2,4}\b
  | (?i:\b(?:phone|telephone|tel\.?|hotline|helpline|fax|whatsapp)\b)[^.;\d]{0,25}\d[\d -]{5,}\d
  | \b[012]\d[0-5]\d[ ](?:GMT|UTC|[BCEP][DES]?T|local)\b
  | \(\d{3}\)[ ]?\d{3}[ ]?-[ ]?\d{4}\b | \b\d{3}-\d{3}-[A-Z]{4}\b
  | (?i:\b(?:call|dial)(?:l?ed|l?ing|s)?)[ ](?:911|999|112)\b | \b(?:911|999|112)(?=[ ]call|[ ]dispatch)
  | \b(?:Image|Photo|Picture|Slide)[ ]\d+(?:[ ](?:of|/)[ ]\d+)? | \b\d{1,2}00[ ]block\b
  | (?<=\bat[ ])\d{2,5}(?:[ ][A-Z][a-z]+){1,3}(?=[.,;)]|$)
  | \b(?:24/7|9/11|7/7|50[-–/]50)\b | \b\d{1,4}[/.]\d{1,2}[/.]\d{2,4}\b | \b\d{4}-\d\d(?:-\d\d)?\b
  | \b(?:1[6-9]|20)\d\d[-–/](?:\d\d|(?:1[6-9]|20)\d\d)\b
  | \b[012]?\d(?:[:.][0-5]\d)?\s?[ap](?:\.m\b\.?|m\b)
  | (?<![:\d])\b[012]?\d:[0-5]\d\b(?![:\d]|\.\d) | \b[012]?\dh[0-5]\d\b
  | \b(?!Magnitude|Top|Under|Over|Mid|Sub|Age)[A-Z][A-Za-z]*-\d[\w-]*(?!\S*(?:-year|-old))
  | \b\d+\s?[x×]\s?\d+\b | \b\d+(?:\.\d+){2,}\b
  | \b\d+[A-Za-z]?(?:[ ](?:[A-Z][a-z]*\.?|\d+(?:st|nd|rd|th))){1,3}
    [ ](?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Terrace)\b
  | (?:^|;)\s*\(?\d{1,2}[.)](?=\s+[A-Z]|\s*$) | \b\d+-(?=[A-Z][a-z]) | \(\d\)(?=\s[a-z]) | \[\d+\]
  | \bNo\.?\s?\d+\b | ^[012]?\d\.[0-5]\d(?=\s+[A-Z“"]|\s*$)
    """,
    re.VERBOSE,
)
_BOEING = re.compile(r"(?<![\d.,$£€])\b7[0-8]7\b(?! (?:people|passengers))")
_DIGIT = re.compile(r"\d")
_MONTHS = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    "Nov(?:ember)?|Dec(?:ember)?)"
)
# Days of a month, should nobody have taken them as dates.
_DAYS = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS}|May)\b(?:,? \d{{4}}\b)?"
    rf"|\b{_MONTHS}\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?!,\d{{3}})(?:,? \d{{4}}\b)?"
    r"|\bMay \d{1,2}\b(?=[,.;)]| (?:at|in|and|to|after)\b|$)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, the article around it and the stretches in which nothing may be read.

    Attributes:
        sentence: The analysed sentence.
        document: The article's whole text.
        approximate: Relative half-width of "about".
        barred: Stretches with dates, telephone numbers, addresses and the like.
        models: Numbers that the article uses as names ("Boeing 737").
    """

    sentence: Sentence
    document: str
    approximate: Decimal
    barred: tuple[tuple[int, int], ...]
    models: frozenset[str]
    starts: tuple[int, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """The sentence's folded text."""
        return self.sentence.text

    def is_barred(self, start: int, end: int) -> bool:
        """Whether any character from start to end lies in a barred stretch."""
        return any(start < stop and first < end for first, stop in self.barred)

    def token_at(self, offset: int) -> int:
        """Index of the token that covers ``offset``, or of the last one before it."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def token_from(self, offset: int) -> int:
        """Index of the first token that begins at ``offset`` or later."""
        return bisect_right(self.starts, offset - 1)

    def token(self, index: int) -> Token | None:
        """The token of that index, None past either end."""
        tokens = self.sentence.tokens
        return tokens[index] if 0 <= index < len(tokens) else None

    def before(self, offset: int) -> Token | None:
        """The token right before ``offset``."""
        return self.token(self.token_at(offset - 1)) if offset > 0 else None

    def after(self, offset: int) -> Token | None:
        """The first token from ``offset`` on."""
        return self.token(self.token_from(offset))


def _telling(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns that can match in ``text`` at all."""
    if any(sign in text for sign in _WEB_SIGNS):
        yield _WEB
    if " past" in text or " to " in text or "o'clock" in text:
        yield _CLOCK
    if _DIGIT.search(text):
        yield _CODES
        yield _DAYS


def find_models(document: str) -> frozenset[str]:
    """Numbers that stand after a maker's or product's name anywhere in ``document``."""
    makers = "|".join(read_table("hedges")["designators"]["makers"])
    models = re.findall(rf"(?i)\b(?:{makers})(?:'s|s)? (\d{{1,4}})\b(?![.,]\d)", document)
    if "Boeing" in document:
        # Its airliners are also called by number alone ("the new 787").
        models += _BOEING.findall(document)
    return frozenset(models)


def open_line(
    sentence: Sentence,
    document: str,
    taken: Iterable[tuple[int, int]],
    approximate: Decimal,
    models: frozenset[str] = frozenset(),
) -> Line:
    """A line ready for spotting.

    Args:
        sentence: The analysed sentence.
        document: The article's whole text.
        taken: Field offsets of dates found in this field.
        approximate: Relative half-width of "about".
        models: Numbers that the article uses as names.
    """
    first = sentence.start
    dates = [(start - first, end - first) for start, end in taken if start < sentence.end and end > first]
    shapes = [m.span() for pattern in _telling(sentence.text) for m in pattern.finditer(sentence.text)]
    gaps = find_gaps(sentence.text) if ":" in sentence.text else set()
    shapes = [shape for shape in shapes if shape not in gaps]
    starts = tuple(token.start - first for token in sentence.tokens)
    return Line(sentence, document, approximate, tuple(dates + shapes), models, starts)
