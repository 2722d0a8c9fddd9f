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
from functools import cache
from typing import Any

from discrepancy.compare.digits import name_slip
from discrepancy.lexicon import read_table
from discrepancy.model import Figure, Relation, Verdict

PARAPHRASE = Decimal("1.5")
"""How far an open bound reaches: "more than 300" may stand for up to 450."""

ROUNDING = Decimal("0.05")
"""Rounding moves a number by no more than this share of it: 10,000 stands for 9,874, not 6,000."""

SMALL = 100
"""Counts below this are given exactly: 20 dead is not a rounded 19."""

BARE_DEGREE = "degree"
"""Unit of a temperature whose scale is left out."""

_NEXT_TO = Decimal("1e-9")
_SAME_IN_PLURAL = {"rand", "yen", "yuan", "baht", "won", "swedish krona", "krona", "krone", "ringgit", "dong"}
_IRREGULAR = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "hertz": "hertz",
    "square foot": "square feet",
    "penny": "pence",
}


@dataclass(frozen=True, slots=True)
class _Scale:
    """The dimension of a unit and how its numbers become base numbers: (n + offset) × factor."""

    dimension: str
    factor: Decimal
    offset: Decimal = Decimal(0)

    def convert(self, number: Decimal) -> Decimal:
        return (number + self.offset) * self.factor


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
    a, b = _scale(left), _scale(right)
    if left.measure == right.measure == "temperature" and BARE_DEGREE in (left.unit, right.unit):
        return True
    if _lacks_unit(left) or _lacks_unit(right):
        return True
    return a.dimension == b.dimension or _same_money(a, b) or _rate_left_out(a, b)


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
    a, b = _scale(left), _scale(right)
    if a.dimension == b.dimension:
        return _compare_ranges(left, right, a, b)
    if left.number == right.number:
        reason = f"{_say(left)} and {_say(right)} are one number, once without its full unit"
        return Relation(Verdict.COMPATIBLE, reason)
    if BARE_DEGREE in (left.unit, right.unit) and not (_lacks_unit(left) or _lacks_unit(right)):
        return _compare_degrees(left, right, a, b)
    return _compare_loosely(left, right, a, b)


def _compare_loosely(left: Figure, right: Figure, a: _Scale, b: _Scale) -> Relation:
    """Numbers of which one leaves out its unit, rate or country: only a slip makes a conflict."""
    bare = _Scale("", Decimal(1))
    relation = _compare_ranges(left, right, bare, bare)
    dollars = a.dimension != b.dimension and "dollar" in a.dimension and "dollar" in b.dimension
    if relation.verdict is Verdict.CONFLICT and (not relation.slip or (dollars and _same_money(a, b))):
        return Relation(Verdict.COMPATIBLE, f"{_say(left)} and {_say(right)} may not have the same unit")
    if relation.verdict is Verdict.AGREE:
        return Relation(Verdict.COMPATIBLE, relation.reason)
    return relation


def _compare_degrees(left: Figure, right: Figure, a: _Scale, b: _Scale) -> Relation:
    """A bare "47 degrees" names no scale: it may be the other's, or the one that makes both true."""
    known = b if left.unit == BARE_DEGREE else a
    scales = [known, *(_scale_of(_units()[name]) for name in ("degree celsius", "degree fahrenheit"))]
    relations = [
        _compare_ranges(left, right, *((s, known) if left.unit == BARE_DEGREE else (known, s)))
        for s in scales
    ]
    return next((r for r in relations if r.verdict is not Verdict.CONFLICT), relations[0])


def _compare_ranges(left: Figure, right: Figure, a: _Scale, b: _Scale) -> Relation:
    if _equal(left, right, a, b):
        return Relation(Verdict.AGREE, _same(left, right))
    one, other = _reach(left, a), _reach(right, b)
    if one.low <= other.high and other.low <= one.high:
        return Relation(Verdict.COMPATIBLE, f"{_say(left)} allows {_say(right)}")
    margin = _margin(left, right, a, b)
    if one.low - margin <= other.high and other.low - margin <= one.high:
        return Relation(Verdict.COMPATIBLE, f"{_say(left)} and {_say(right)} differ by rounding only")
    slip = _slip(left, right)
    named = f" ({slip})" if slip else ""
    return Relation(Verdict.CONFLICT, f"{_say(left)} and {_say(right)} cannot both be true{named}", slip)


def _compare_scores(left: Figure, right: Figure) -> Relation:
    one, other = _pair(left), _pair(right)
    if one == other:
        return Relation(Verdict.AGREE, f"both are {_say(left)}")
    if one == (other[1], other[0]):
        return Relation(Verdict.AGREE, f"{_say(left)} and {_say(right)} are one score seen from either side")
    slip = name_slip(one[0], other[0]) if one[1] == other[1] else ""
    slip = slip or (name_slip(one[1], other[1]) if one[0] == other[0] else "")
    return Relation(Verdict.CONFLICT, f"{_say(left)} and {_say(right)} cannot both be the score", slip)


def _incomparable(left: Figure, right: Figure) -> Relation:
    """Different dimensions say nothing of each other, unless one number stands with two units."""
    a, b = _scale(left).dimension, _scale(right).dimension
    pair = {a.split(":")[0], b.split(":")[0]}
    money = pair == {"money"} and left.number == right.number
    if money or (pair == {"percent", "point"} and _is_one_number(left, right)):
        slip = "same number, another unit"
        return Relation(
            Verdict.CONFLICT, f"{_say(left)} and {_say(right)} cannot both be true ({slip})", slip
        )
    if pair == {"money"}:
        return Relation(
            Verdict.COMPATIBLE, f"{_say(left)} and {_say(right)} are different currencies and not comparable"
        )
    return Relation(
        Verdict.COMPATIBLE, f"{_say(left)} and {_say(right)}: different measures are not compared"
    )


@cache
def _units() -> dict[str, dict[str, Any]]:
    return {unit["name"]: unit for unit in read_table("units")["unit"]}


def _scale(figure: Figure) -> _Scale:
    """Dimension and conversion of a figure's unit, its rate included ("barrel per day")."""
    if figure.measure == "count" and figure.unit == "point":
        return _Scale("point", Decimal(1))
    if figure.measure == "frequency":
        return _Scale("percent", 1 / Decimal(figure.unit.removeprefix("per ")))
    if figure.measure in ("count", "ordinal", "score"):
        return _Scale(figure.measure, Decimal(1))
    if figure.measure == "ratio":
        return _Scale("percent", Decimal(1))
    if figure.measure == "age":
        return _Scale("age", _rate(figure.unit) / _rate("year"))
    unit = figure.unit
    row = _units().get(unit)
    if row is not None:
        return _scale_of(row)
    base, _, per = unit.partition(" per ")
    inner = _base(base, figure.measure)
    period = _units().get(per)
    if period is not None and period["measure"] == "duration":
        return _Scale(f"{inner.dimension} per time", inner.factor / Decimal(period["factor"]))
    if period is not None:
        return _Scale(f"{inner.dimension} per {period['measure']}", inner.factor / Decimal(period["factor"]))
    return _Scale(f"{inner.dimension} per {per}", inner.factor) if per else inner


def _scale_of(row: dict[str, Any]) -> _Scale:
    return _Scale(row["measure"], Decimal(row["factor"]), Decimal(row.get("offset", "0")))


def _base(unit: str, measure: str) -> _Scale:
    row = _units().get(unit)
    if row is not None:
        return _scale_of(row)
    if measure == "money":
        currency = read_table("units")["currency"]
        whole, factor = currency["subunits"].get(unit, (unit, "1"))
        return _Scale(f"money:{whole}", Decimal(factor))
    return _Scale(f"{measure}:{unit}", Decimal(1))


def _rate(unit: str) -> Decimal:
    row = _units().get(unit)
    return Decimal(row["factor"]) if row else Decimal(1)


def _same_money(a: _Scale, b: _Scale) -> bool:
    """Whether one of two currencies is the bare noun of the other: "crown", "swedish krona".

    A bare "dollar" may be any country's, so it is not converted, only matched by number.
    """
    if not (a.dimension.startswith("money:") and b.dimension.startswith("money:")):
        return False
    one, other = _family(a.dimension), _family(b.dimension)
    return one[1] == other[1] and one[0] != other[0] and "" in (one[0], other[0])


def _rate_left_out(a: _Scale, b: _Scale) -> bool:
    """Whether one is a rate and the other is not: "$118,000 a year" and "$118,000"."""
    bare = [s.dimension.partition(" per ")[0] for s in (a, b)]
    rated = [" per " in s.dimension for s in (a, b)]
    families = [_Scale(name, Decimal(1)) for name in bare]
    return rated[0] != rated[1] and (bare[0] == bare[1] or _same_money(*families))


def _is_one_number(left: Figure, right: Figure) -> bool:
    """Whether two numbers are the same but for rounding, whatever they measure."""
    if isinstance(left.number, tuple) or isinstance(right.number, tuple):
        return left.number == right.number
    return abs(left.number - right.number) <= (
        max(left.step, right.step) / 2 if left.step != right.step else 0
    )


def _family(dimension: str) -> tuple[str, str]:
    """Country and family of a currency ("swedish krona" → "swedish", "crown")."""
    families = read_table("units")["currency"]["families"]
    name = dimension.removeprefix("money:")
    name, _, per = name.partition(" per ")
    country, _, noun = name.rpartition(" ")
    return country, f"{families.get(noun, noun)} {per}".strip()


def _lacks_unit(figure: Figure) -> bool:
    return figure.measure == "count" and figure.unit == ""


def _equal(left: Figure, right: Figure, a: _Scale, b: _Scale) -> bool:
    """Whether both allow the same numbers; conversion factors leave a last digit of play."""
    if left.modifier != right.modifier:
        return False
    return _near(left.low, right.low, a, b) and _near(left.high, right.high, a, b)


def _near(one: Decimal | None, other: Decimal | None, a: _Scale, b: _Scale) -> bool:
    if one is None or other is None:
        return one is other
    first, second = a.convert(one), b.convert(other)
    return abs(first - second) <= _NEXT_TO * max(abs(first), abs(second))


def _reach(figure: Figure, scale: _Scale) -> _Range:
    """The numbers a figure may stand for, in base units, open bounds closed where a reporter would."""
    low, high = figure.low, figure.high
    least, most = min(_pair(figure)), max(_pair(figure))
    if high is None:
        high = most + max(abs(most) * (PARAPHRASE - 1), figure.step)
    if low is None:
        low = least - max(abs(least) * (1 - 1 / PARAPHRASE), figure.step)
        low = max(low, min(least, Decimal(0)))
    return _Range(scale.convert(low), scale.convert(high))


def _margin(left: Figure, right: Figure, a: _Scale, b: _Scale) -> Decimal:
    """How far rounding may have moved the two figures apart, in base units.

    In one unit only the coarser figure was rounded, and only where it is coarser; converted
    figures were rounded once more.
    """
    one, other = _half_step(left) * a.factor, _half_step(right) * b.factor
    if a.factor == b.factor and a.offset == b.offset:
        return max(one, other) if left.step != right.step else Decimal(0)
    return one + other


def _half_step(figure: Figure) -> Decimal:
    """Half the place value of the last digit said, at most a twentieth of the number for zeros."""
    if figure.modifier in "<>":
        # Whoever writes "more than 3,800" has rounded towards the bound already.
        return Decimal(0)
    number = max(abs(n) for n in _pair(figure))
    half = figure.step / 2
    if figure.measure in ("count", "age", "ordinal") and number < SMALL and figure.step >= 1:
        return (
            Decimal(0) if figure.step == figure.step.to_integral_value() and number == int(number) else half
        )
    zeros = figure.step > 1 and number / figure.step < 10
    return min(half, number * ROUNDING) if zeros and figure.measure != "ratio" else half


def _pair(figure: Figure) -> tuple[Decimal, Decimal]:
    return figure.number if isinstance(figure.number, tuple) else (figure.number, figure.number)


def _slip(left: Figure, right: Figure) -> str:
    """The typical slip between two numbers as printed, or ""."""
    if isinstance(left.number, tuple) or isinstance(right.number, tuple):
        return ""
    if left.number == right.number:
        return "same number, another unit" if left.unit != right.unit and not _lacks_unit(left) else ""
    a, b = _scale(left), _scale(right)
    if a.dimension == b.dimension and a.factor != b.factor:
        return ""
    return name_slip(left.number, right.number)


def _same(left: Figure, right: Figure) -> str:
    if left.normal == right.normal:
        return f"both are {_say(left)}"
    return f"{_say(left)} is {_say(right)}"


def _say(figure: Figure) -> str:
    """A figure as a reader writes it: "more than 13,000,000 dollars", a count without its noun."""
    near = figure.low is not None and figure.high is not None
    sign = {
        ">": "just over" if near else "more than",
        "<": "nearly" if near else "up to",
        "~": "about",
        "=": "",
    }
    pair = figure.number if isinstance(figure.number, tuple) else (figure.number,)
    numbers = (" to " if figure.measure != "score" else "-").join(_digits(n) for n in pair)
    unit = (
        ""
        if figure.measure in ("count", "ordinal")
        else _plural(figure)
        if pair[0] != 1 or len(pair) > 1
        else figure.unit
    )
    return f"{sign[figure.modifier]} {numbers} {unit}".strip()


def _plural(figure: Figure) -> str:
    base, per, period = figure.unit.partition(" per ")
    if (
        base in ("", "percent", "magnitude")
        or base.startswith("per ")
        or (figure.measure == "money" and base in _SAME_IN_PLURAL)
    ):
        return figure.unit
    if base in _IRREGULAR:
        base = _IRREGULAR[base]
    elif base.startswith(("degree", "pound ")):
        base = base.replace(" ", "s ", 1) if " " in base else f"{base}s"
    else:
        base = f"{base}s"
    return f"{base}{per}{period}"


def _digits(number: Decimal) -> str:
    return (
        f"{number.quantize(Decimal('0.0001')).normalize():,f}"
        if number != int(number)
        else f"{int(number):,}"
    )
