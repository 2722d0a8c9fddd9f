"""The type of a number found in a text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, TypeAlias

from discrepancy.lexicon import read_table

Form: TypeAlias = Literal["digits", "words", "vague", "fraction", "ratio", "ordinal"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number, a range of numbers or a share as it stands in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset past its last character, ``suffix`` not included.
        numbers: One number, or two in the order printed for a range or a vague plural.
        low: Smallest number that the words allow.
        high: Largest number that the words allow.
        step: Place value of the last significant digit ("13.8 million" → 100000).
        form: ``digits`` and ``words`` are cardinals; ``vague`` are plurals such as "dozens";
            ``fraction`` is "two thirds", ``ratio`` "four in five", ``ordinal`` "third", "3rd".
        suffix: Letter printed directly after the digits that may be a scale or a unit, or "".
        scale: Scale word's value, 1 without one.
    """

    start: int
    end: int
    numbers: tuple[Decimal, ...]
    low: Decimal
    high: Decimal
    step: Decimal
    form: Form
    suffix: str = ""
    scale: Decimal = Decimal(1)

    @property
    def stop(self) -> int:
        """Offset past the suffix."""
        return self.end + len(self.suffix)

    @property
    def is_range(self) -> bool:
        """Whether two bounds were printed or are meant."""
        return len(self.numbers) == 2

    def times(self, scale: Decimal) -> Numeral:
        """The same numeral with a scale applied to all of it."""
        return replace(
            self,
            numbers=tuple(n * scale for n in self.numbers),
            low=self.low * scale,
            high=self.high * scale,
            step=self.step * scale,
            scale=self.scale * scale,
        )

    def expand(self) -> Numeral:
        """The numeral with its suffix read as a scale: "3.5m" → 3,500,000."""
        scale = Decimal(read_table("numbers")["abbreviations"][self.suffix])
        return replace(self.times(scale), end=self.stop, suffix="")
