"""How seldom two values that have nothing to do with each other lie just a slip apart.

Reckoned for numbers whose digits are as good as random: among the 90 numbers of two digits one has
another one's digits swapped, among the 9,000 of four three have. In ban, the logarithm to ten of the odds
against chance (I. J. Good, "Probability and the Weighing of Evidence", 1950).
"""

from __future__ import annotations

import math
from decimal import Decimal

from discrepancy.compare.digits import ONE_DIGIT, SWAPPED, count_significant
from discrepancy.model import Date, Figure, Relation, Value

TELLING = 1.5
"""From which slip on, in ban, chance is the worse explanation."""

_FACTORS = 6
"""How many powers of ten, up and down, and scale words a slip may take."""

_OF_DATES = {
    "another year, same day and month": 2.0,
    "day and month exchanged": 2.5,
    "weekday and day do not match": 2.0,
    "another month, same day": 1.5,
    "another year, same month": 1.0,
    "a.m. and p.m. exchanged": 1.5,
    SWAPPED: 1.5,
    ONE_DIGIT: 0.5,
    "neighbouring day": 0.3,
}
"""Of a day's 365, a month's 30 or an hour's 60 that few are the slip of a given one."""


def surprise(left: Value, right: Value, relation: Relation) -> float:
    """The odds against a slip between two unrelated values, in ban; 0 where there is no slip.

    Args:
        left: A value.
        right: Another one of the same kind.
        relation: How they stand to each other.
    """
    if not relation.slip:
        return 0.0
    if isinstance(left, Date) and isinstance(right, Date):
        return _OF_DATES.get(relation.slip, 0.0)
    if isinstance(left, Figure) and isinstance(right, Figure):
        return _of_figures(left, right, relation.slip)
    return 0.0


def _of_figures(left: Figure, right: Figure, slip: str) -> float:
    one, other = _first(left), _first(right)
    size = min(count_significant(one), count_significant(other))
    if size == 0:
        return 0.0
    alike = {SWAPPED: max(size - 1, 1), ONE_DIGIT: 9 * size, "one digit left out": 10 * size}
    ways = alike.get(slip, _FACTORS)
    return max(math.log10(9 * 10 ** (size - 1) / ways), 0.0)


def _first(figure: Figure) -> Decimal:
    return figure.number[0] if isinstance(figure.number, tuple) else figure.number
