"""Figures in words, as reasons quote them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from discrepancy.compare.measures import find_parts
from discrepancy.lexicon import REMEMBERED
from discrepancy.model import Figure

_SAME_IN_PLURAL = {"rand", "yen", "yuan", "baht", "won", "swedish krona", "krona", "krone", "ringgit", "dong"}
_IRREGULAR = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "hertz": "hertz",
    "square foot": "square feet",
    "penny": "pence",
}


@lru_cache(maxsize=REMEMBERED)
def say_figure(figure: Figure) -> str:
    """A figure as a reader writes it: "more than 13,000,000 dollars", a count without its noun."""
    near = figure.low is not None and figure.high is not None
    sign = {
        ">": "just over" if near else "more than",
        "<": "nearly" if near else "up to",
        "~": "about",
        "=": "",
    }
    parts = find_parts(figure)
    if parts:
        said = " ".join(f"{n} {name}{'s' if n != 1 else ''}" for n, name in parts)
        return f"{sign[figure.modifier]} {said}".strip()
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
