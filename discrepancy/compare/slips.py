"""Typical slips between two quantities: the number's digits, its unit, one part of it.

Every name of a slip says what went wrong in words that reports print: factor, digit, digits,
unit, currency, points, score, order.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from discrepancy.compare.digits import SWAPPED, count_significant, name_slip, name_text_slip
from discrepancy.compare.measures import find_parts, find_scale, scale_of, unit_rows
from discrepancy.compare.rounding import ROUNDING, half_step
from discrepancy.model import Figure

OTHER_UNIT = "same number, another unit"
OTHER_CURRENCY = "same number, another currency"
POINTS = "percent for percentage points"

# Units of one measure between which a writer slips: those of the two systems of one size.
_PARTNERS = (
    ("meter", "foot"), ("meter", "yard"), ("kilometer", "mile"), ("centimeter", "inch"), ("hectare", "acre"),
    ("square kilometer", "square mile"), ("square meter", "square foot"), ("kilogram", "pound"),
    ("liter", "gallon"), ("kilometer per hour", "mile per hour"), ("degree celsius", "degree fahrenheit"),
)  # fmt: skip
_CLEAR = 4
"""Digits that both numbers together must show before a match in another unit is no coincidence."""

_CLOSE = Decimal("0.06")
"""Widest relative play of such a match."""

_EXACT = Decimal("0.02")
"""How far such a match may be off: 15 hectares are 37 acres, so 38 is another number."""

_NEAR_UNITS = 60
"""Largest ratio between two units of time that are taken for each other: minutes and hours."""

_NEXT_UNITS = 10
"""The same for a number of one digit, which two questions share by chance: days and weeks, not years."""

_TELLING = 2
"""Digits from which a number is hardly another question's too."""

_LARGE = 1000
"""Numbers below this are printed without a scale word."""

_WORDED = 10
"""Counts below this are printed as words."""

_CLOCK = ("hour", "minute", "second")


def name_figure_slip(left: Figure, right: Figure) -> str:
    """The typical slip between two conflicting figures of one dimension as printed, or "".

    Args:
        left: A figure.
        right: Another one; the order does not matter.
    """
    if isinstance(left.number, tuple) or isinstance(right.number, tuple):
        return ""
    if left.number == right.number:
        units = left.unit != right.unit and "" not in (left.unit, right.unit) and _are_near(left, right)
        # "Nearly 60 miles" was hardly written for an exact 60 kilometres.
        rounded = left.modifier != right.modifier and count_significant(left.number) < _TELLING
        return OTHER_UNIT if units and not rounded else ""
    if left.measure == right.measure == "ordinal":
        if abs(left.number - right.number) == 1:
            return "next in order"
        slip = name_slip(left.number, right.number)
        return slip if slip == SWAPPED else ""  # two places in a series differ in one digit often enough
    parts = _name_part_slip(left, right)
    if parts is not None:
        return parts
    a, b = find_scale(left), find_scale(right)
    if (a.dimension == b.dimension and a.factor != b.factor) or _are_loosely_counted(left, right):
        return ""
    return (
        name_slip(left.number, right.number)
        or (_name_scale_slip(left.number, right.number) if {left.modifier, right.modifier} != {"="} else "")
        or _name_unit_slip(left, right)
    )


def _are_loosely_counted(left: Figure, right: Figure) -> bool:
    """Whether a count below ten, printed as a word, stands against a bound: no nought went astray."""
    assert not isinstance(left.number, tuple)
    assert not isinstance(right.number, tuple)
    counted = left.measure == right.measure == "count" and min(left.number, right.number) < _WORDED
    return counted and {left.modifier, right.modifier} != {"="}


def _are_near(left: Figure, right: Figure) -> bool:
    """Whether one unit is written for the other; small numbers of hours and of months meet by chance."""
    assert not isinstance(left.number, tuple)
    here, there = find_scale(left), find_scale(right)
    low, high = sorted((here.factor, there.factor))
    if here.dimension != there.dimension or low <= 0:
        return True
    if count_significant(left.number) < _TELLING:
        return high <= low * _NEXT_UNITS
    return left.measure != "duration" or high <= low * _NEAR_UNITS


def _name_scale_slip(one: Decimal, other: Decimal) -> str:
    """A scale word mistaken although one number is rounded: "nearly 50 million" and 48.6 billion."""
    low, high = sorted((one, other))
    if low < _LARGE:
        return ""
    for power in (3, 6):
        if abs(high / low.scaleb(power) - 1) <= ROUNDING:
            return name_slip(Decimal(1), Decimal(1).scaleb(power))
    return ""


def name_score_slip(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> str:
    """The slip between two scores, seen from either side, or "".

    Args:
        one: A score in the order printed.
        other: Another one.
    """
    for first, second in (other, other[::-1]):
        if one[0] == first:
            return _swapped(one[1], second) or "one side of the score"
        if one[1] == second:
            return _swapped(one[0], first) or "one side of the score"
    return ""


def _swapped(one: Decimal, other: Decimal) -> str:
    slip = name_slip(one, other)
    return slip if slip == SWAPPED else ""


def _name_part_slip(left: Figure, right: Figure) -> str | None:
    """The slip between two times of several parts ("4 hours 21 minutes"), None where one is none."""
    one, other = ({name: n for n, name in find_parts(figure)} for figure in (left, right))
    if not one or not other:
        return None
    names = [name for name in _CLOCK if name in one or name in other]
    if len(names) != len(one.keys() | other.keys()):
        return ""
    # Minutes and seconds have two digits, so parts line up as on a clock: 4:21:08 and 4:12:08.
    first, second = (
        "".join(f"{parts.get(name, 0):0{1 if name == names[0] else 2}}" for name in names)
        for parts in (one, other)
    )
    return name_text_slip(first, second)


def _name_unit_slip(left: Figure, right: Figure) -> str:
    """Whether one number would be right in another unit: 24 metres and 7.4 metres are 24 feet."""
    assert not isinstance(left.number, tuple)
    assert not isinstance(right.number, tuple)
    if left.unit != right.unit or count_significant(left.number) + count_significant(right.number) < _CLEAR:
        return ""
    partners = [b if a == left.unit else a for a, b in _PARTNERS if left.unit in (a, b)]
    fits = any(_fits_in(left, right, unit) or _fits_in(right, left, unit) for unit in partners)
    return "number of another unit" if fits else ""


def _fits_in(left: Figure, right: Figure, unit: str) -> bool:
    """Whether ``left``, had it been printed in ``unit``, would equal ``right`` but for rounding."""
    assert not isinstance(left.number, tuple)
    assert not isinstance(right.number, tuple)
    there, here = scale_of(unit_rows()[unit]), find_scale(right)
    one, other = there.convert(left.number), here.convert(right.number)
    moved = replace(left, unit=unit)
    margin = half_step(moved) * there.factor + half_step(right) * here.factor
    # Temperatures are compared from the zero of their own scale, not the absolute one.
    size = abs(here.factor * right.number)
    return abs(one - other) <= min(margin, size * _EXACT) and margin <= size * _CLOSE
