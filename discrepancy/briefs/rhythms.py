"""How often: "every two weeks", "weekly", "12 times a year" are numbers of times in a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Brief, Lineup, Word
from discrepancy.briefs.values import values_agree
from discrepancy.lexicon import read_table
from discrepancy.model import Kind

_PLAY = Decimal("0.15")
"""Part by which two frequencies may differ: a year has 52 weeks and 12 months."""

_NUMBER = r"(?:\d+|[a-z]+(?:-[a-z]+)?)"
_EVERY = re.compile(rf"\b(?:every|each) (?:({_NUMBER}) )?(?:an? )?([a-z-]+)\b(?! in\b)")
_TIMES = re.compile(
    rf"\b(once|twice|thrice|{_NUMBER} times|{_NUMBER}) (?:a|an|per|every|each) ({_NUMBER} )?([a-z]+)\b"
)
_WORD = re.compile(r"\b([a-z-]+)\b")


def find_rhythm(lineup: Lineup) -> Contrast | None:
    """Another number of times in the year: "sails daily", "sails once a week"."""
    found = [list(_read(brief)) for brief in (lineup.left, lineup.right)]
    if (
        len(found[0]) != 1
        or len(found[1]) != 1
        or not lineup.are_of_one_subject
        or values_agree(lineup) is False
    ):
        return None
    (one, left), (other, right) = found[0][0], found[1][0]
    if abs(one - other) <= _PLAY * max(one, other) or not lineup.are_of_one_thing(left, right, least=1):
        return None
    if any(
        w.token.pos in {"NOUN", "PROPN"} and w not in (*left, *right) for side in lineup.lone for w in side
    ):
        return None
    return Contrast("another frequency", left, right, Kind.NUMBER, moves_on=True)


def _read(brief: Brief) -> Iterator[tuple[Decimal, Sequence[Word]]]:
    """Times a year, with the words that say so."""
    sentence = brief.words[0].tree.sentence
    text, table = sentence.text.lower(), read_table("briefs")["rhythms"]
    for pattern in (_EVERY, _TIMES, _WORD):
        for match in pattern.finditer(text):
            times = _times(pattern, match, table["spans"], table["words"])
            if times is not None:
                start, end = sentence.start + match.start(), sentence.start + match.end()
                yield times, [w for w in brief.words if start <= w.token.start < end]
                return


def _times(
    pattern: re.Pattern[str], match: re.Match[str], spans: dict[str, float], words: dict[str, float]
) -> Decimal | None:
    if pattern is _WORD:
        return Decimal(str(words[match[1]])) if match[1] in words else None
    if pattern is _EVERY:
        number, span = _number(match[1] or "one"), match[2]
        if match[1] == "other":
            number = Decimal(2)
        if match[1] is not None and number is None:
            number, span = Decimal(1), f"{match[1]} {match[2]}"
        times = spans.get(span.removesuffix("s"), spans.get(span))
        return None if times is None or not number else Decimal(str(times)) / number
    count = {"once": 1, "twice": 2, "thrice": 3}.get(match[1])
    number = (
        Decimal(count)
        if count
        else _number(match[1].removesuffix(" times"))
        if " times" in match[1]
        else None
    )
    times = spans.get(match[3].removesuffix("s"))
    every = _number((match[2] or "one").strip())
    return None if times is None or number is None or not every else number * Decimal(str(times)) / every


def _number(text: str) -> Decimal | None:
    if text.isdigit():
        return Decimal(text)
    numbers = read_table("numbers")
    found = numbers["units"].get(text) or numbers["tens"].get(text)
    return None if found is None else Decimal(str(found))
