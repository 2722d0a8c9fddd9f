"""Scores and votes: "2-1", "9 to 4", "nine votes to five", and those of chess, which has half points."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from discrepancy.extract.figures.line import Line
from discrepancy.extract.figures.spot import Spot
from discrepancy.extract.numerals import Numeral
from discrepancy.lexicon import read_table
from discrepancy.model import Figure

_HYPHEN = re.compile(r"[-–]$|^ [-–] $")
_WORDS = re.compile(r" (?:(votes?|voices|goals?|frames?|sets?|points) )?(?:to|versus|against|v\.?) $")
_MOVED = re.compile(
    r"\b(?:from|up|down|rose|risen|fell|fallen|dropped|gained|slipped|climbed|jumped|eased|cut|shed|added|lost)"
    r"(?: by)?(?: about| around| some| nearly)? $"
)
_WICKETS = 10
_HIGHEST = 1000
_HALF = Decimal("0.5")
_NEAR = 60


def read_score(line: Line, left: Numeral, right: Numeral | None) -> Spot | None:
    """The score that a number, or it and the next one, prints, or None.

    Args:
        line: The sentence.
        left: The number, perhaps already read as a range ("2-3").
        right: The number after it, if any.
    """
    if left.form not in ("digits", "words") or left.scale != 1 or left.suffix:
        return None
    if left.is_range:
        return _from_range(line, left)
    if (
        right is None
        or right.is_range
        or right.form not in ("digits", "words")
        or right.scale != 1
        or right.suffix
    ):
        return None
    gap = line.text[left.end : right.start]
    if gap == " for " and _is_innings(line, left, right):
        return _spot(left, right)
    hyphen = gap in ("-", "–", " - ", " – ")
    words = _WORDS.fullmatch(gap)
    if not (hyphen or words) or not _is_free(line, left.start, right.end, left.low, right.low):
        return None
    if hyphen and left.form != "digits":
        return None
    if not _are_whole(left.numbers) and not _in_contest(line, left.start, right.end):
        return None
    if words and words[1] == "points" and not _is_points(line, left, right):
        return None
    if words and not (
        words[1] or (_in_contest(line, left.start, right.end) and not _after_from(line, left.start))
    ):
        return None
    return _spot(left, right)


def _is_points(line: Line, left: Numeral, right: Numeral) -> bool:
    """Whether points are those of two sides, as in "27 points to 24", and not in "up 3 points to 24"."""
    contest = _in_contest(line, left.start, right.end)
    return contest and left.low > right.low and not _MOVED.search(line.text, 0, left.start)


def _is_innings(line: Line, left: Numeral, right: Numeral) -> bool:
    """Whether an article on cricket tells runs for wickets or turned: "178 for six", "five for 26"."""
    low, high = sorted((left.low, right.low))
    if low > _WICKETS or high <= low or not _is_free(line, left.start, right.end, low, high):
        return False
    words = set(re.findall(r"[a-z][a-z0-9]+", line.document.lower()))
    return len(words & set(read_table("hedges")["context"]["cricket"])) > 1


def _from_range(line: Line, pair: Numeral) -> Spot | None:
    """An ascending pair is a score only beside words of contests ("lost 2-3")."""
    text = line.text[pair.start : pair.end]
    low, high = pair.numbers
    if not _is_free(line, pair.start, pair.end, low, high) or "between" in text.lower():
        return None
    hyphen = bool(re.fullmatch(r"\d+[½.]?5?[-–]\d+[½.]?5?", text))
    if not hyphen and not re.search(r"(?i)\bvot\w+ (?:by )?$", line.text[: pair.start]):
        return None
    following = line.after(pair.end)
    if hyphen and low != 0:
        if not _in_contest(line, pair.start, pair.end):
            return None
        if following is not None and following.tag in ("NNS", "NNPS") and following.text.lower() != "votes":
            return None
    return Spot(pair.start, pair.end, _figure(low, high))


def _is_free(line: Line, start: int, end: int, *numbers: Decimal) -> bool:
    """Numbers below a thousand, whole or with a half each, that nothing is glued to."""
    text = line.text
    if any(n >= _HIGHEST for n in numbers) or not (_are_whole(numbers) or _are_halves(numbers)):
        return False
    if re.match(
        r"[-–/:]\d|[A-Za-z%°]|[-–](?:year|point|minute|hour|day|month|mile|metre|meter)|\.\d| ?%| per ?cent",
        text[end : end + 12],
    ):
        return False
    return not re.search(r"[\w$£€][-–/:.]?$", text[:start]) and numbers[0] != 50


def _are_whole(numbers: Iterable[Decimal]) -> bool:
    return all(number == int(number) for number in numbers)


def _are_halves(numbers: Iterable[Decimal]) -> bool:
    return all(number % 1 == _HALF for number in numbers)


def _in_contest(line: Line, start: int, end: int) -> bool:
    near = line.text[max(0, start - _NEAR) : end + _NEAR].lower()
    contest = set(read_table("hedges")["context"]["score_words"])
    return not contest.isdisjoint(re.findall(r"[a-z-]+", near))


def _after_from(line: Line, start: int) -> bool:
    return line.text[max(0, start - 5) : start].lower() == "from "


def _spot(left: Numeral, right: Numeral) -> Spot:
    return Spot(left.start, right.end, _figure(left.low, right.low))


def _figure(first: object, second: object) -> Figure:
    a, b = Decimal(str(first)), Decimal(str(second))
    return Figure((a, b), "=", "", min(a, b), max(a, b), "score")
