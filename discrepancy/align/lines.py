"""One article's numbers, sentence by sentence, with the text between them to be read for structure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from discrepancy import lexicon
from discrepancy.model import Claim, Figure


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total with the parts that its article gives for it.

    Attributes:
        exhaustive: Whether the parts are said to be all there is, so that fewer contradict as well.
        rest: Other counts of the article that may be the total instead.
        gap: Whether the total is what lies between two parts rather than their sum.
        extra: Single ones that are named and not counted: "two women and a child".
    """

    total: Claim
    parts: tuple[Claim, ...]
    exhaustive: bool
    rest: tuple[Claim, ...] = ()
    gap: bool = False
    extra: int = 0

    @property
    def made(self) -> Decimal:
        """What the parts come to."""
        numbers = [number_of(part) for part in self.parts]
        return abs(numbers[0] - numbers[1]) if self.gap else sum(numbers, Decimal(self.extra))


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence's counts and its text with each of them replaced by its number in ⟨⟩."""

    claims: tuple[Claim, ...]
    text: str

    def before(self, number: int) -> str:
        """The text in front of a count."""
        return self.text.partition(f"⟨{number}⟩")[0]

    def between(self, number: int, other: int) -> str:
        """The text between two counts that follow each other."""
        return self.text.partition(f"⟨{number}⟩")[2].partition(f"⟨{other}⟩")[0]

    def pick(self, text: str) -> tuple[Claim, ...]:
        """The counts that stand in a part of the text."""
        return tuple(self.claims[int(number)] for number in re.findall(r"⟨(\d+)⟩", text))


def is_countable(claim: Claim) -> bool:
    """Whether a claim is a number that could be part of a sum: a plain count or an amount of money."""
    value = claim.mention.value
    return (
        isinstance(value, Figure)
        and value.measure in {"count", "money"}
        and not isinstance(value.number, tuple)
        and claim.mention.zone.is_reporting
    )


def make_lines(claims: Sequence[Claim]) -> list[Line]:
    """Every sentence with a countable number, in order of field and place."""
    sentences: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        if is_countable(claim):
            sentences.setdefault((claim.mention.field, claim.context_start), []).append(claim)
    return [make_line(sorted(group, key=lambda c: c.mention.start)) for _, group in sorted(sentences.items())]


def make_line(claims: Sequence[Claim]) -> Line:
    """The sentence that ``claims``, in order of place, stand in."""
    text, done = "", 0
    context, start = claims[0].context, claims[0].context_start
    for number, claim in enumerate(claims):
        text += context[done : claim.mention.start - start] + f"⟨{number}⟩"
        done = claim.mention.end - start
    return Line(tuple(claims), text + context[done:])


@lru_cache(maxsize=lexicon.REMEMBERED)
def word_pattern(name: str) -> re.Pattern[str]:
    """A pattern for any of the words of that name in ``lexicon/breakdowns.toml``."""
    words = lexicon.read_table("breakdowns")["words"][name]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def figure_of(claim: Claim) -> Figure:
    """The figure that a claim is known to state."""
    value = claim.mention.value
    assert isinstance(value, Figure)
    return value


def number_of(claim: Claim) -> Decimal:
    """The one number that a countable claim prints."""
    number = figure_of(claim).number
    assert isinstance(number, Decimal)
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number
