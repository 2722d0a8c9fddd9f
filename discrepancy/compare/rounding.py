"""How far rounding may have moved a printed number."""

from __future__ import annotations

from decimal import Decimal

from discrepancy.model import Figure

ROUNDING = Decimal("0.05")
"""Rounding moves a number by no more than this share of it: 10,000 stands for 9,874, not 6,000."""

SMALL = 100
"""Counts below this are given exactly: 20 dead is not a rounded 19."""


def half_step(figure: Figure) -> Decimal:
    """Half the place value of the last digit said, at most a twentieth of the number for zeros."""
    if figure.modifier in "<>":
        # Whoever writes "more than 3,800" has rounded towards the bound already.
        return Decimal(0)
    number = max(abs(n) for n in number_pair(figure))
    half = figure.step / 2
    if figure.measure in ("count", "age", "ordinal") and number < SMALL and figure.step >= 1:
        whole = figure.step == figure.step.to_integral_value() and number == int(number)
        return Decimal(0) if whole else half
    zeros = figure.step > 1 and number / figure.step < 10
    return min(half, number * ROUNDING) if zeros and figure.measure != "ratio" else half


def number_pair(figure: Figure) -> tuple[Decimal, Decimal]:
    """The number printed as a pair, twice the same where it is single."""
    return figure.number if isinstance(figure.number, tuple) else (figure.number, figure.number)
