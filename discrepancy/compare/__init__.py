"""Value against value, one module per kind; each returns a verdict and the sentence that says why."""

from __future__ import annotations

from functools import lru_cache

from discrepancy.compare.dates import compare_dates
from discrepancy.compare.directions import compare_directions
from discrepancy.compare.figures import compare_figures
from discrepancy.compare.names import compare_names
from discrepancy.compare.quotes import compare_quotes
from discrepancy.compare.roles import compare_roles
from discrepancy.compare.spots import compare_spots, is_spot_value
from discrepancy.compare.statuses import compare_statuses
from discrepancy.lexicon import REMEMBERED
from discrepancy.model import Date, Figure, Kind, Name, Phrase, Relation, Value, Verdict

_PHRASES = {
    Kind.QUOTE: compare_quotes,
    Kind.STATUS: compare_statuses,
    Kind.ROLE: compare_roles,
    Kind.PLACE: compare_directions,
}


@lru_cache(maxsize=REMEMBERED)
def compare_values(kind: Kind, left: Value, right: Value) -> Relation:
    """Hold two values of one kind against each other, whatever question they answer.

    Raises:
        TypeError: The values are of different types, which no question could have as answers.
    """
    if isinstance(left, Figure) and isinstance(right, Figure):
        return compare_figures(left, right)
    if isinstance(left, Date) and isinstance(right, Date):
        return compare_dates(left, right)
    if isinstance(left, Name) and isinstance(right, Name):
        return compare_names(left, right)
    if kind is Kind.PLACE and is_spot_value(left) != is_spot_value(right):
        return Relation(Verdict.COMPATIBLE, "a place by name and one without do not exclude one another")
    if isinstance(left, Phrase) and isinstance(right, Phrase):
        if kind is Kind.PLACE and is_spot_value(left):
            return compare_spots(left, right)
        return _PHRASES[kind](left, right)
    if kind is Kind.PLACE:
        return Relation(Verdict.COMPATIBLE, "a place and a direction do not exclude one another")
    raise TypeError(f"cannot compare {type(left).__name__} with {type(right).__name__}")
