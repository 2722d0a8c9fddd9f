"""How the values of two claims stand to each other, the words right around them taken in."""

from __future__ import annotations

import re
from datetime import timedelta

from discrepancy.align.anchors import is_counted
from discrepancy.compare import compare_values
from discrepancy.compare.slips import OTHER_CURRENCY
from discrepancy.model import Claim, Date, Figure, Relation, Verdict
from discrepancy.timeline import edition_of

_COPIED = 0.8
"""Likeness of two sentences from which one is taken over from the other."""
_LONG = timedelta(days=30)
"""From which on a day is neither of the event reported nor a slip of it across the day of the report."""
_DATED = frozenset({"year", "month"})
"""What a date has to say to mean the same day in every report."""
_DOLLAR = re.compile(r"(A|AU|C|CA|HK|NZ|S|US|NT)\$")
_BEFORE = re.compile(r"\s+(?:before|earlier|ago|prior|previously)\b", re.I)
_AFTER = re.compile(r"\s+(?:after|later|afterwards|since|into)\b", re.I)


def relate(left: Claim, right: Claim, likeness: float) -> Relation:
    """Compare two values; where the words around them take a conflict away, say why.

    Args:
        left: A claim.
        right: Another of the same kind.
        likeness: Similarity of their sentences, from 0 to 1.
    """
    relation = compare_values(left.mention.kind, left.mention.value, right.mention.value)
    if relation.verdict is Verdict.COMPATIBLE and _are_two_dollars(left, right):
        said = f"“{left.mention.text}” and “{right.mention.text}” cannot both be true"
        return Relation(Verdict.CONFLICT, f"{said} ({OTHER_CURRENCY})", OTHER_CURRENCY)
    if relation.verdict is not Verdict.CONFLICT:
        return relation
    if likeness >= _COPIED and _is_same_words(left, right):
        told = f"“{left.mention.text}” stands in the same words in reports of different days"
        return Relation(Verdict.COMPATIBLE, told)
    if is_counted(left) or is_counted(right):
        return Relation(Verdict.COMPATIBLE, "one is counted from another day that the text tells")
    editions = edition_of(left), edition_of(right)
    if all(editions) and editions[0] != editions[1]:
        return Relation(Verdict.COMPATIBLE, f"one is the {editions[0]}, the other the {editions[1]}")
    if {_tense(left), _tense(right)} == {-1, 1} and left.key.predicate != right.key.predicate:
        return Relation(Verdict.COMPATIBLE, "one is in the past, the other still to come")
    if {_direction(left), _direction(right)} == {-1, 1}:
        return Relation(Verdict.COMPATIBLE, "one is a time before, the other a time after")
    return relation


def _are_two_dollars(left: Claim, right: Claim) -> bool:
    """Whether one number stands with the signs of two countries' dollars: "US$5 million", "C$5 million"."""
    a, b = left.mention.value, right.mention.value
    signs = [_DOLLAR.match(claim.mention.text) for claim in (left, right)]
    if not isinstance(a, Figure) or not isinstance(b, Figure) or not (signs[0] and signs[1]):
        return False
    return a.number == b.number and signs[0][1] != signs[1][1]


def _is_same_words(left: Claim, right: Claim) -> bool:
    """Whether a date counted from the day of the report was copied as it stood: "earlier today"."""
    a, b = left.mention, right.mention
    if not isinstance(a.value, Date) or not isinstance(b.value, Date):
        return False
    return a.text.casefold() == b.text.casefold() and not (a.value.said | b.value.said) & _DATED


def _tense(claim: Claim) -> int:
    """-1 for a day that was long past when its report came out, 1 for one far ahead, 0 for all else."""
    value, published = claim.mention.value, claim.published
    if not isinstance(value, Date) or published is None or value.start is None or value.end is None:
        return 0
    today = published.replace(tzinfo=None)
    return -1 if value.end < today - _LONG else 1 if value.start > today + _LONG else 0


def _direction(claim: Claim) -> int:
    """-1 for a length of time before something, 1 for one after it, 0 for all else."""
    value = claim.mention.value
    if not isinstance(value, Figure) or value.measure != "duration":
        return 0
    rest = claim.context[claim.mention.end - claim.context_start :]
    return -1 if _BEFORE.match(rest) else 1 if _AFTER.match(rest) else 0
