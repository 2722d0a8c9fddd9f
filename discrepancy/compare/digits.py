"""Typical slips between two numbers.

Independent numbers are rarely one slip apart, so a slip tells of one fact told twice.
"""

from __future__ import annotations

import re
from decimal import Decimal


def name_slip(one: Decimal, other: Decimal) -> str:
    """The slip of the keyboard or the ear that turns one number into the other, or "" for none.

    Args:
        one: A number as printed, scale applied.
        other: Another one; the order does not matter.
    """
    if not one or not other or (one < 0) != (other < 0):
        return "sign" if one and one == -other else ""
    if _is_power_of_ten(abs(one / other)):
        return "factor of ten"
    if {_teen(one), _teen(other)} == {True, False} and _sounds_like(one, other):
        return "-teen for -ty"
    left, right = _aligned(abs(one), abs(other))
    if len(left) == len(right) > 1:
        changed = [i for i in range(len(left)) if left[i] != right[i]]
        if len(changed) == 1:
            return "one digit"
        if len(changed) == 2:
            i, j = changed
            if left[i] == right[j] and left[j] == right[i]:
                return "two digits swapped"
    if min(len(left), len(right)) > 2 and abs(len(left) - len(right)) == 1:
        longer, shorter = sorted((left, right), key=len, reverse=True)
        if any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
            return "one digit left out"
    return ""


def _aligned(one: Decimal, other: Decimal) -> tuple[str, str]:
    """The digits of two numbers down to the finer place that either shows."""
    first, second = one.normalize(), other.normalize()
    exponents = [int(n.as_tuple().exponent) for n in (first, second)]
    place = min(exponents)
    return str(int(first.scaleb(-place))), str(int(second.scaleb(-place)))


def _is_power_of_ten(ratio: Decimal) -> bool:
    return ratio != 1 and re.fullmatch(r"10*|0?\.0*1", format(ratio.normalize(), "f")) is not None


def _teen(number: Decimal) -> bool:
    return 13 <= number <= 19


def _sounds_like(one: Decimal, other: Decimal) -> bool:
    low, high = sorted((one, other))
    return high == (low - 10) * 10
