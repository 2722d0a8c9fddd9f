"""Typical slips between two numbers.

Independent numbers are rarely one slip apart, so a slip tells of one fact told twice.
"""

from __future__ import annotations

import re
from decimal import Decimal

SWAPPED = "two digits swapped"
"""Name of the slip by which 64 becomes 46."""

ONE_DIGIT = "one digit"
"""Name of the slip by which 64 becomes 65."""

SIGN = "sign"
"""Name of the slip by which 2 becomes -2."""

_POWER = re.compile(r"10+|0?\.0*1")
_FACTORS = {1: "ten", 2: "a hundred", 3: "a thousand", 6: "a million"}


def name_slip(one: Decimal, other: Decimal) -> str:
    """The slip of the keyboard or the ear that turns one number into the other, or "" for none.

    Args:
        one: A number as printed, scale applied.
        other: Another one; the order does not matter.
    """
    if not one or not other or (one < 0) != (other < 0):
        return SIGN if one and one == -other else ""
    power = _power_of_ten(abs(one / other))
    if power:
        return f"factor of {_FACTORS.get(abs(power), f'{10 ** abs(power):,}')}"
    if _sounds_like(one, other):
        return "-teen for -ty"
    return name_text_slip(*_aligned(abs(one), abs(other)))


def name_text_slip(left: str, right: str) -> str:
    """The slip of the keyboard between two rows of digits, or "".

    Args:
        left: Digits down to some place.
        right: Other digits down to the same place.
    """
    if len(left) == len(right) > 1:
        changed = [i for i in range(len(left)) if left[i] != right[i]]
        if len(changed) == 1:
            return ONE_DIGIT
        if len(changed) == 2:
            i, j = changed
            if left[i] == right[j] and left[j] == right[i]:
                return SWAPPED
    if min(len(left), len(right)) > 1 and abs(len(left) - len(right)) == 1:
        longer, shorter = sorted((left, right), key=len, reverse=True)
        if any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
            return "one digit left out"
    return ""


def count_significant(number: Decimal) -> int:
    """How many digits a number shows between its first and its last that is not nought."""
    return len(number.normalize().as_tuple().digits)


def _aligned(one: Decimal, other: Decimal) -> tuple[str, str]:
    """The digits of two numbers down to the finer place that either shows."""
    first, second = one.normalize(), other.normalize()
    exponents = [int(n.as_tuple().exponent) for n in (first, second)]
    place = min(exponents)
    return str(int(first.scaleb(-place))), str(int(second.scaleb(-place)))


def _power_of_ten(ratio: Decimal) -> int:
    """The power of ten that a ratio is, 0 where it is none."""
    plain = ratio.normalize()
    return plain.adjusted() if _POWER.fullmatch(format(plain, "f")) else 0


def _sounds_like(one: Decimal, other: Decimal) -> bool:
    """Whether one is a teen where the other is its tens, with or without thousands: 13 and 30."""
    low, high = sorted((one, other))
    while low % 1000 == 0 and high % 1000 == 0:
        low, high = low / 1000, high / 1000
    return 13 <= low <= 19 and high == (low - 10) * 10
