"""What a figure measures: the dimension of its unit and how its numbers become base numbers.

A rate is a dimension of its own ("length per time"); so is each currency, for money is never
converted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from discrepancy.lexicon import REMEMBERED, read_table
from discrepancy.model import Figure

_TIMEX = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_PARTS = ("year", "month", "week", "day", "hour", "minute", "second")


@dataclass(frozen=True, slots=True)
class Scale:
    """The dimension of a unit and how its numbers become base numbers: (n + offset) × factor."""

    dimension: str
    factor: Decimal
    offset: Decimal = Decimal(0)

    def convert(self, number: Decimal) -> Decimal:
        """``number`` in the base unit of the dimension."""
        return (number + self.offset) * self.factor


@cache
def unit_rows() -> dict[str, dict[str, Any]]:
    """Rows of the table of units by canonical name."""
    return {unit["name"]: unit for unit in read_table("units")["unit"]}


def are_confused(left: str, right: str) -> bool:
    """Whether reporters write the name of one of two units for the other: "340 miles" of a regatta at sea."""
    loose: dict[str, list[str]] = read_table("units")["loose"]
    return right in loose.get(left, ()) or left in loose.get(right, ())


def find_scale(figure: Figure) -> Scale:
    """Dimension and conversion of a figure's unit, its rate included ("barrel per day")."""
    return _find_scale(figure.measure, figure.unit)


@lru_cache(maxsize=REMEMBERED)
def _find_scale(measure: str, unit: str) -> Scale:
    if measure == "count" and unit == "point":
        return Scale("point", Decimal(1))
    if measure == "frequency":
        return Scale("percent", 1 / Decimal(unit.removeprefix("per ")))
    if measure in ("count", "ordinal", "score"):
        return Scale(measure, Decimal(1))
    if measure == "ratio":
        return Scale("percent", Decimal(1))
    if measure == "age":
        return Scale("age", _rate(unit) / _rate("year"))
    row = unit_rows().get(unit)
    if row is not None:
        return scale_of(row)
    base, _, per = unit.partition(" per ")
    inner = _base(base, measure)
    period = unit_rows().get(per)
    if period is not None and period["measure"] == "duration":
        return Scale(f"{inner.dimension} per time", inner.factor / Decimal(period["factor"]))
    if period is not None:
        return Scale(f"{inner.dimension} per {period['measure']}", inner.factor / Decimal(period["factor"]))
    return Scale(f"{inner.dimension} per {per}", inner.factor) if per else inner


def scale_of(row: dict[str, Any]) -> Scale:
    """The scale of one row of the table of units."""
    return Scale(row["measure"], Decimal(row["factor"]), Decimal(row.get("offset", "0")))


def _base(unit: str, measure: str) -> Scale:
    row = unit_rows().get(unit)
    if row is not None:
        return scale_of(row)
    if measure == "money":
        currency = read_table("units")["currency"]
        whole, factor = currency["subunits"].get(unit, (unit, "1"))
        return Scale(f"money:{whole}", Decimal(factor))
    return Scale(f"{measure}:{unit}", Decimal(1))


def _rate(unit: str) -> Decimal:
    row = unit_rows().get(unit)
    return Decimal(row["factor"]) if row else Decimal(1)


def is_same_money(a: Scale, b: Scale) -> bool:
    """Whether one of two currencies is the bare noun of the other: "crown" for "krona", "swedish krona".

    A bare "dollar" may be any country's, so it is not converted, only matched by number.
    """
    if not (a.dimension.startswith("money:") and b.dimension.startswith("money:")):
        return False
    one, other = _family(a.dimension), _family(b.dimension)
    if one[1] != other[1]:
        return False
    translated = one[0] == other[0] and one[1].split(" ")[0] in (_noun(a.dimension), _noun(b.dimension))
    return translated or (one[0] != other[0] and "" in (one[0], other[0]))


def is_rate_left_out(a: Scale, b: Scale) -> bool:
    """Whether one is a rate and the other is not: "$118,000 a year" and "$118,000"."""
    bare = [s.dimension.partition(" per ")[0] for s in (a, b)]
    rated = [" per " in s.dimension for s in (a, b)]
    families = [Scale(name, Decimal(1)) for name in bare]
    return rated[0] != rated[1] and (bare[0] == bare[1] or is_same_money(*families))


def _noun(dimension: str) -> str:
    """The noun of a currency, whatever country and period stand with it."""
    return dimension.removeprefix("money:").partition(" per ")[0].rpartition(" ")[2]


def _family(dimension: str) -> tuple[str, str]:
    """Country and family of a currency ("swedish krona" → "swedish", "crown")."""
    families = read_table("units")["currency"]["families"]
    name = dimension.removeprefix("money:")
    name, _, per = name.partition(" per ")
    country, _, noun = name.rpartition(" ")
    return country, f"{families.get(noun, noun)} {per}".strip()


def find_parts(figure: Figure) -> tuple[tuple[int, str], ...]:
    """The parts of a duration that prints several ("4 hours 21 minutes"), none for any other figure."""
    match = _TIMEX.fullmatch(figure.timex) if figure.timex else None
    if match is None:
        return ()
    parts = tuple((int(n), name) for n, name in zip(match.groups(), _PARTS, strict=True) if n is not None)
    # "6.5 hours" has two parts in its TIMEX value only; what prints several is counted in the last.
    return parts if len(parts) > 1 and parts[-1][1] == figure.unit else ()
