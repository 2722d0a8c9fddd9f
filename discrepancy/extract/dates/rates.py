"""The time in a rate: "15 a year", "$21 an hour", "120 calls per day".

A rate is one quantity when articles are compared. A list of what is printed has its unit of time as
well, a SET of one such unit, as TIMEX3 has it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from discrepancy.extract.dates.offsets import Quantity
from discrepancy.extract.dates.parts import read_unit
from discrepancy.model import Date, Document, Figure, Kind, Mention, Sentence

_RATE = re.compile(
    r"(?<= )(an?|per) (minute|hour|day|night|week|fortnight|month|(?<=per )(?:second|quarter)|year|decade)\b"
    r"(?![-'’]| (?:ago|earlier|later|old|before|after|from|early|late|or|and a)\b)"
)
_TIMES = re.compile(r"\b(?:once|twice|thrice|times) $", re.IGNORECASE)
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "PUNCT", "SYM"})
_LONGEST = 40
"""Characters between a number and its rate: "200 people with asthma a year" is beyond what is read."""


def find_rates(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The units of time that numbers of ``document`` are counted by.

    Args:
        document: The analysed article.
        mentions: Its dates and figures.
    """
    placed: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        placed[mention.field].append(mention)
    return tuple(
        document.mention(sentence, start, end, Kind.DATE, value)
        for sentence in document.sentences
        for start, end, value in _rates(sentence, placed[sentence.field])
    )


def _rates(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, Date]]:
    for match in _RATE.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        around = [m for m in mentions if m.start < end and start < m.end]
        if any(_is_time(m) for m in around):
            continue
        counted = match[1] == "per" or around or _TIMES.search(sentence.text[: match.start()])
        if counted or any(_leads(sentence, m, start) for m in mentions if start - _LONGEST < m.end <= start):
            unit = "day" if match[2] == "night" else match[2]
            yield start, end, Date(Quantity(1, 1, read_unit(unit)).timex, "SET", None, None)


def _is_time(mention: Mention) -> bool:
    """Whether it already is a date or a duration; a speed names no time of its own."""
    value = mention.value
    return isinstance(value, Date) or (isinstance(value, Figure) and value.measure in ("duration", "speed"))


def _leads(sentence: Sentence, mention: Mention, start: int) -> bool:
    """Whether only the noun that the number counts stands between it and the rate."""
    if not isinstance(mention.value, Figure) or mention.value.timex:
        return False
    between = [token for token in sentence.tokens if mention.end <= token.start < start]
    return all(token.pos in _PHRASE and token.text not in ",;:" for token in between)
