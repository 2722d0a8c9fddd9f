"""What the spotters hand to one another: a figure with its place in the line."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from discrepancy.extract.figures import hedges
from discrepancy.extract.figures.line import Line
from discrepancy.extract.numerals import Numeral
from discrepancy.model import Figure

# After these verbs "over two hours" is more than two; "paid over two years" is during them.
_LASTING = frozenset(
    {"last", "take", "wait", "spend", "serve", "have", "live", "work", "run", "need", "require", "go", "stay"}
)
COUNTING = frozenset({"count", "age", "ordinal", "score", "ratio", "frequency"})
"""Measures without a unit of their own; the rest are figures in the narrow sense."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure at offsets of its line."""

    start: int
    end: int
    figure: Figure


def _is_during(line: Line, hedge: hedges.Hedge) -> bool:
    """Whether "over" tells how long something went on: "spent 3 million over five years".

    After another preposition or a verb of lasting it bounds the time ("took over an hour").
    """
    word = line.text[hedge.start : hedge.end].strip().lower()
    if word == "past":
        return True  # "deaths in the past 60 days"
    if word != "over" or not hedge.start:
        return False
    leading = line.before(hedge.start - 1)
    if leading is None:
        return False
    if leading.pos == "VERB":
        return leading.lemma not in _LASTING
    return leading.pos in ("NOUN", "PROPN", "NUM", "SYM", "PUNCT", "ADV")


def hedged(
    line: Line, numeral: Numeral, start: int, end: int, unit: str, measure: str, timex: str | None = None
) -> Spot:
    """A figure with whatever hedge stands around it taken in.

    Args:
        line: The sentence.
        numeral: The number.
        start: Where the number begins, its currency sign included.
        end: Where its unit ends.
        unit: Canonical unit or counted noun.
        measure: Sort of quantity.
        timex: TIMEX3 value of a duration.
    """
    before = hedges.match_before(line.text, start)
    if before is not None and measure == "duration" and _is_during(line, before):
        before = None
    after = None
    if before is None or before.reading == "exact":
        after = hedges.match_after(line.text, numeral.stop) or hedges.match_after(line.text, end)
    modifier, low, high = hedges.bound(numeral, after or before, line.approximate)
    if after is not None:
        end = max(end, after.end)
    elif before is not None and before.reading != "exact":
        start = before.start
    pair = numeral.numbers
    number: Decimal | tuple[Decimal, Decimal] = pair[0] if len(pair) == 1 else (pair[0], pair[1])
    return Spot(start, end, Figure(number, modifier, unit, low, high, measure, numeral.step, timex))
