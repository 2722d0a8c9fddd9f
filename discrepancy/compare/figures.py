"""Whether two quantities can both be true of one thing.

Each figure is a range of numbers in the base unit of its measure. Equal ranges agree, ranges that
overlap once rounding is allowed for are compatible, disjoint ranges conflict. Counted nouns are
not looked at: whether "17 people" and "17 passengers" count one thing is the alignment's question.

Open bounds are no wider than a reporter would make them: "more than 300" is written of 301 to
399, so it reaches to the next number as round, or half as much again, whichever is more; "fewer
than 300" reaches down likewise.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from discrepancy.compare.measures import (
    Scale,
    are_confused,
    find_scale,
    is_rate_left_out,
    is_same_money,
    scale_of,
    unit_rows,
)
from discrepancy.compare.rounding import half_step, number_pair
from discrepancy.compare.slips import (
    OTHER_CURRENCY,
    OTHER_UNIT,
    POINTS,
    name_figure_slip,
    name_score_slip,
)
from discrepancy.compare.wording import say_figure
from discrepancy.model import Figure, Relation, Verdict

PARAPHRASE = Decimal("1.5")
"""How far an open bound reaches: "more than 300" may stand for up to 450."""

BARE_DEGREE = "degree"
"""Unit of a temperature whose scale is left out."""

_NEXT_TO = Decimal("1e-9")


@dataclass(frozen=True, slots=True)
class _Range:
    low: Decimal
    high: Decimal


def comparable(left: Figure, right: Figure) -> bool:
    """Whether the numbers of two figures measure the same sort of thing and can be converted.

    A bare number may leave out the unit that the other version prints ("turnout was 47.3"), so it
    is comparable with anything but an ordinal or a score.
    """
    if {left.measure, right.measure} & {"ordinal", "score"}:
        return left.measure == right.measure
    a, b = find_scale(left), find_scale(right)
    if left.measure == right.measure == "temperature" and BARE_DEGREE in (left.unit, right.unit):
        return True
    if _lacks_unit(left) or _lacks_unit(right):
        return True
    return a.dimension == b.dimension or is_same_money(a, b) or is_rate_left_out(a, b)


def compare_figures(left: Figure, right: Figure) -> Relation:
    """How two quantities stand to each other, whatever they answer.

    Args:
        left: A quantity.
        right: Another one; the verdict does not depend on the order.

    Returns:
        AGREE, COMPATIBLE or CONFLICT with a reason; a conflict one typical slip apart names the slip.
    """
    if left.measure == "score" and right.measure == "score":
        return _compare_scores(left, right)
    if not comparable(left, right):
        return _incomparable(left, right)
    a, b = find_scale(left), find_scale(right)
    if left.number == right.number and are_confused(left.unit, right.unit):
        return Relation(
            Verdict.COMPATIBLE, f"{_both(left, right)} may be one unit, once without its full name"
        )
    if a.dimension == b.dimension:
        return _compare_ranges(left, right, a, b)
    if left.number == right.number:
        reason = f"{_both(left, right)} are one number, once without its full unit"
        return Relation(Verdict.COMPATIBLE, reason)
    if BARE_DEGREE in (left.unit, right.unit) and not (_lacks_unit(left) or _lacks_unit(right)):
        return _compare_degrees(left, right, a, b)
    return _compare_loosely(left, right, a, b)


def _compare_loosely(left: Figure, right: Figure, a: Scale, b: Scale) -> Relation:
    """Numbers of which one leaves out its unit, rate or country: only a slip makes a conflict."""
    bare = Scale("", Decimal(1))
    relation = _compare_ranges(left, right, bare, bare)
    dollars = a.dimension != b.dimension and "dollar" in a.dimension and "dollar" in b.dimension
    if relation.verdict is Verdict.CONFLICT and (not relation.slip or (dollars and is_same_money(a, b))):
        return Relation(Verdict.COMPATIBLE, f"{_both(left, right)} may not have the same unit")
    if relation.verdict is Verdict.AGREE:
        return Relation(Verdict.COMPATIBLE, relation.reason)
    return relation


def _compare_degrees(left: Figure, right: Figure, a: Scale, b: Scale) -> Relation:
    """A bare "47 degrees" names no scale: it may be the other's, or the one that makes both true."""
    known = b if left.unit == BARE_DEGREE else a
    scales = [known, *(scale_of(unit_rows()[name]) for name in ("degree celsius", "degree fahrenheit"))]
    relations = [
        _compare_ranges(left, right, *((s, known) if left.unit == BARE_DEGREE else (known, s)))
        for s in scales
    ]
    return next((r for r in relations if r.verdict is not Verdict.CONFLICT), relations[0])


def _compare_ranges(left: Figure, right: Figure, a: Scale, b: Scale) -> Relation:
    if _equal(left, right, a, b):
        return Relation(Verdict.AGREE, _same(left, right))
    one, other = _reach(left, a), _reach(right, b)
    if one.low <= other.high and other.low <= one.high:
        return Relation(Verdict.COMPATIBLE, f"{say_figure(left)} allows {say_figure(right)}")
    margin = _margin(left, right, a, b)
    if one.low - margin <= other.high and other.low - margin <= one.high:
        return Relation(Verdict.COMPATIBLE, f"{_both(left, right)} differ by rounding only")
    slip = name_figure_slip(left, right)
    named = f" ({slip})" if slip else ""
    return Relation(Verdict.CONFLICT, f"{_both(left, right)} cannot both be true{named}", slip)


def _compare_scores(left: Figure, right: Figure) -> Relation:
    one, other = number_pair(left), number_pair(right)
    if one == other:
        return Relation(Verdict.AGREE, f"both are {say_figure(left)}")
    if one == (other[1], other[0]):
        return Relation(Verdict.AGREE, f"{_both(left, right)} are one score seen from either side")
    slip = name_score_slip(one, other)
    reason = f"{_both(left, right)} cannot both be the score"
    return Relation(Verdict.CONFLICT, reason, slip)


def _incomparable(left: Figure, right: Figure) -> Relation:
    """Different dimensions say nothing of each other, unless one number stands with two units."""
    a, b = find_scale(left).dimension, find_scale(right).dimension
    pair = {a.split(":")[0], b.split(":")[0]}
    slip = ""
    if pair == {"money"} and left.number == right.number:
        slip = OTHER_UNIT if a.split(" per ")[0] == b.split(" per ")[0] else OTHER_CURRENCY
    elif pair == {"percent", "point"} and left.unit and right.unit and _is_one_number(left, right):
        slip = POINTS
    said = _both(left, right)
    if slip:
        return Relation(Verdict.CONFLICT, f"{said} cannot both be true ({slip})", slip)
    if pair == {"money"}:
        return Relation(Verdict.COMPATIBLE, f"{said} are different currencies and not comparable")
    return Relation(Verdict.COMPATIBLE, f"{said}: different measures are not compared")


def _is_one_number(left: Figure, right: Figure) -> bool:
    """Whether two numbers are the same but for rounding, whatever they measure."""
    if isinstance(left.number, tuple) or isinstance(right.number, tuple):
        return left.number == right.number
    # A round 10 is no rounded 15: of shares hardly more than the fraction is left out.
    coarser = min(max(left.step, right.step), Decimal(1))
    return abs(left.number - right.number) <= (coarser / 2 if left.step != right.step else 0)


def _lacks_unit(figure: Figure) -> bool:
    return figure.measure == "count" and figure.unit == ""


def _equal(left: Figure, right: Figure, a: Scale, b: Scale) -> bool:
    """Whether both allow the same numbers; conversion factors leave a last digit of play."""
    if left.modifier != right.modifier:
        return False
    return _near(left.low, right.low, a, b) and _near(left.high, right.high, a, b)


def _near(one: Decimal | None, other: Decimal | None, a: Scale, b: Scale) -> bool:
    if one is None or other is None:
        return one is other
    first, second = a.convert(one), b.convert(other)
    return abs(first - second) <= _NEXT_TO * max(abs(first), abs(second))


def _reach(figure: Figure, scale: Scale) -> _Range:
    """The numbers a figure may stand for, in base units, open bounds closed where a reporter would."""
    low, high = figure.low, figure.high
    least, most = min(number_pair(figure)), max(number_pair(figure))
    if high is None:
        high = most + max(abs(most) * (PARAPHRASE - 1), figure.step)
    if low is None:
        low = least - max(abs(least) * (1 - 1 / PARAPHRASE), figure.step)
        low = max(low, min(least, Decimal(0)))
    return _Range(scale.convert(low), scale.convert(high))


def _margin(left: Figure, right: Figure, a: Scale, b: Scale) -> Decimal:
    """How far rounding may have moved the two figures apart, in base units.

    In one unit only the coarser figure was rounded, and only where it is coarser; converted
    figures were rounded once more.
    """
    one, other = half_step(left) * a.factor, half_step(right) * b.factor
    if a.factor == b.factor and a.offset == b.offset:
        return max(one, other) if left.step != right.step else Decimal(0)
    return one + other


def _both(left: Figure, right: Figure) -> str:
    return f"{say_figure(left)} and {say_figure(right)}"


def _same(left: Figure, right: Figure) -> str:
    if left.normal == right.normal:
        return f"both are {say_figure(left)}"
    return f"{say_figure(left)} is {say_figure(right)}"
