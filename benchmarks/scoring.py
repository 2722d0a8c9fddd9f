"""Precision, recall and F1, and what counts as a match for spans and for quantities.

The definitions are those of TempEval-3 for dates (strict, relaxed, value) and of news quantity
extraction for figures: values equal, then also the unit or the modifier.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

Number: TypeAlias = float | tuple[float, float]

_T = TypeVar("_T")
_TOLERANCE = 1e-5
_CALENDAR = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with its normalised value; None where the data set's cannot be compared."""

    start: int
    end: int
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity: a number or a range, one of ``= < > ~``, and a unit ("-" for none)."""

    value: Number
    modifier: str = "="
    unit: str = "-"


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of what was to be found, what was found and how much of it was right."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 when nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found; 1 when nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else 1.0


def count_equal(wanted: Iterable[_T], found: Sequence[_T], equal: Callable[[_T, _T], bool]) -> Score:
    """Match one to one whatever is ``equal``."""
    left = list(found)
    total = right = 0
    for item in wanted:
        total += 1
        for other in left:
            if equal(item, other):
                left.remove(other)
                right += 1
                break
    return Score(right, len(found), total)


def pair_spans(wanted: Iterable[Span], found: Iterable[Span]) -> list[tuple[Span, Span]]:
    """Overlapping spans, one to one: each wanted one takes what it shares most characters with."""
    left = list(found)
    pairs = []
    for span in sorted(wanted, key=lambda s: (s.start, s.end)):
        best = max(left, key=lambda other: (_shared(span, other), -other.start), default=None)
        if best is not None and _shared(span, best) > 0:
            left.remove(best)
            pairs.append((span, best))
    return pairs


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


@dataclass(frozen=True, slots=True)
class SpanScores:
    """How well spans were found: at all, with the same ends, with the same value."""

    relaxed: Score = Score()
    strict: Score = Score()
    same_value: int = 0
    comparable: int = 0

    def __add__(self, other: SpanScores) -> SpanScores:
        return SpanScores(
            self.relaxed + other.relaxed,
            self.strict + other.strict,
            self.same_value + other.same_value,
            self.comparable + other.comparable,
        )

    @property
    def value_f1(self) -> float:
        """Relaxed F1 times the share of overlapping pairs whose values are identical."""
        return self.relaxed.f1 * (self.same_value / self.comparable if self.comparable else 1.0)


def score_spans(wanted: Sequence[Span], found: Sequence[Span]) -> SpanScores:
    """Hold the spans found in one text against those wanted."""
    pairs = pair_spans(wanted, found)
    exact = {(span.start, span.end) for span in wanted} & {(span.start, span.end) for span in found}
    valued = [(want, have) for want, have in pairs if want.value is not None]
    return SpanScores(
        Score(len(pairs), len(found), len(wanted)),
        Score(len(exact), len(found), len(wanted)),
        sum(want.value == have.value for want, have in valued),
        len(valued),
    )


def keep_calendar(spans: Iterable[Span]) -> list[Span]:
    """Only the spans whose value is a year, a month or a day."""
    return [span for span in spans if span.value is not None and _CALENDAR.fullmatch(span.value)]


def same_value(a: Quantity, b: Quantity) -> bool:
    """Whether the numbers are equal to one part in a hundred thousand; a range needs both ends."""
    left, right = _ends(a.value), _ends(b.value)
    return len(left) == len(right) and all(
        abs(x - y) <= _TOLERANCE * max(1.0, abs(x)) for x, y in zip(left, right, strict=True)
    )


def same_unit(a: Quantity, b: Quantity) -> bool:
    """Whether the numbers are equal and the unit has the same name."""
    return same_value(a, b) and a.unit == b.unit


def same_modifier(a: Quantity, b: Quantity) -> bool:
    """Whether the numbers are equal and equally qualified."""
    return same_value(a, b) and a.modifier == b.modifier


def _ends(value: Number) -> tuple[float, ...]:
    return value if isinstance(value, tuple) else (value,)
