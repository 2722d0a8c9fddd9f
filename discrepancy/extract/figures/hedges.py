"""Words around a number that bound or blur it: "more than", "nearly", "about", "-odd", "or so"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal, TypeAlias

from discrepancy.extract.numerals import Numeral
from discrepancy.lexicon import read_table
from discrepancy.model import Modifier

Reading: TypeAlias = Literal["over", "above", "under", "below", "about", "exact"]
_LAST_WORDS = re.compile(r"(?:[\w.]+|[<>≤≥~=]+)(?=[\s-]*$)")
_AFTER = re.compile(r"[ -]?(\+|[a-z]+(?: [a-z]+){0,2})")
_EXACT = re.compile(r"\b(?:stands?|stood|reach(?:ed|es|ing)?|rose|grew|up) (?:at |to )?[$£€]?\d")
"""What makes a number exact that was told to be crossed: "passed one million and came to 1,046,000"."""
_ADDED = re.compile(
    r" (?!(?:people|years|miles|hours|days|others|strong|and|or|in|on|at|for|from|to|of|per)\b)[\w$£€]"
)
_LONGEST = 4
_REACH = 48


@dataclass(frozen=True, slots=True)
class Hedge:
    """How a number is bounded, and the span that its words add."""

    reading: Reading
    start: int
    end: int


@cache
def _phrases(side: str) -> dict[str, Reading]:
    table: dict[str, list[str]] = read_table("hedges")[side]
    return {phrase: reading for reading, phrases in table.items() for phrase in phrases}  # type: ignore[misc]


def match_before(text: str, start: int) -> Hedge | None:
    """The hedge that ends right before ``start``, the longest one where several fit."""
    words = list(re.finditer(r"[\w.'&]+|[<>≤≥~]=?", text[max(0, start - _REACH) : start]))
    if not words or text[max(0, start - _REACH) : start][words[-1].end() :].strip(" -"):
        return None
    offset = max(0, start - _REACH)
    words = _without(words, read_table("hedges")["between"]["words"])
    if not _EXACT.search(text, start) and (crossed := _match_crossing(words, offset, start)):
        return crossed
    phrases = _phrases("before")
    for count in range(min(_LONGEST, len(words)), 0, -1):
        run = words[-count:]
        phrase = " ".join(w[0].lower() for w in run)
        if phrase in phrases:
            if text[offset + run[0].start() : offset + run[-1].end()].lower() != phrase:
                return None
            return Hedge(phrases[phrase], offset + run[0].start(), start)
    return None


def _match_crossing(words: list[re.Match[str]], offset: int, start: int) -> Hedge | None:
    """The verb by which what grows crosses the number that begins at ``start``: "deaths pass 60"."""
    table: dict[str, list[str]] = read_table("hedges")["crossing"]
    for count in range(min(_LONGEST - 1, len(words) - 1), 0, -1):
        phrase = " ".join(word[0].lower() for word in words[-count:])
        reading: Reading | None = next((side for side in ("over", "below") if phrase in table[side]), None)
        if reading is not None:
            subject = {word[0].lower() for word in words[:-count]}
            grows = not subject.isdisjoint(table["growing"])
            return Hedge(reading, offset + words[-count].start(), start) if grows else None
    return None


def _without(words: list[re.Match[str]], between: list[str]) -> list[re.Match[str]]:
    """``words`` less what may stand between a hedge and its number ("about another 40")."""
    phrases = _phrases("before")
    for count in range(min(3, len(words) - 1), 0, -1):
        run = " ".join(w[0].lower() for w in words[-count:])
        before = " ".join(w[0].lower() for w in words[-count - 2 : -count])
        if run in between and (before in phrases or before.split(" ")[-1] in phrases):
            return words[:-count]
    return words


def match_after(text: str, at: int) -> Hedge | None:
    """The hedge that follows ``at``: "-odd", "or so", "or more", "+"."""
    match = _AFTER.match(text, at)
    if match is None:
        return None
    if match[1] == "+":
        return Hedge("over", at, match.end())
    run = match[1]
    phrases = _phrases("after")
    while run:
        if run in phrases and (text[at] != "-" or run in ("odd", "plus")):
            end = match.start(1) + len(run)
            # "27 million euros plus bonuses": something else is added, and the sum itself is exact.
            added = run == "plus" and text[at] == " " and _ADDED.match(text, end)
            return None if added else Hedge(phrases[run], at, end)
        run = run[: max(run.rfind(" "), 0)]
    return None


def skip_after(text: str, at: int) -> int:
    """The offset past a hedge that stands between a number and its noun ("300 or more sheep").

    Args:
        text: The sentence.
        at: Offset past the number.
    """
    hedge = match_after(text, at)
    return hedge.end if hedge else at


def bound(
    numeral: Numeral, hedge: Hedge | None, approximate: Decimal
) -> tuple[Modifier, Decimal | None, Decimal | None]:
    """The modifier and the bounds that a hedge gives a number.

    Args:
        numeral: The number.
        hedge: What stands around it, or None.
        approximate: Relative half-width of "about", and how far "nearly" and "just over" reach.
    """
    low, high = numeral.low, numeral.high
    # "about 41,300" was counted more finely than "about 40,000", so its band is narrower too.
    below = low - min(abs(low) * approximate, 10 * numeral.step)
    above = high + min(abs(high) * approximate, 10 * numeral.step)
    # "just over 2.3 million" is less than 2.4 million.
    least = low - min(abs(low) * approximate, numeral.step)
    most = high + min(abs(high) * approximate, numeral.step)
    match hedge.reading if hedge else "exact":
        case "over":
            return ">", low, None
        case "above":
            return ">", low, most
        case "under":
            return "<", None, high
        case "below":
            return "<", least, high
        case "about":
            return "~", below, above
        case _:
            return "=", low, high
