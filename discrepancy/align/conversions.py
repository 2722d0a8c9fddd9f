"""Slots for measures that are given twice, in two units that do not come to the same.

"40 kilometres (35 miles)": the second figure only repeats the first for other readers. Money is left
out, since its rates are not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from discrepancy.compare import compare_values
from discrepancy.model import Claim, Figure, Provenance, Relation, Slot, Support, Verdict

CERTAINTY = 0.95
"""How sure it is that a figure in brackets repeats the one before it."""

_AGAIN = re.compile(r"\s*(?:\(|, or )(?:or |about |some |around |roughly |approximately |nearly |almost )*")
_CONVERTED = frozenset({"length", "area", "volume", "mass", "speed", "temperature"})


def align_conversions(story_id: str, claims: Sequence[Claim]) -> Iterator[Slot]:
    """One slot for each measure whose two units contradict each other; copies share it."""
    wrong: dict[str, list[Claim]] = {}
    for left, right in pairwise(sorted(filter(_is_measure, claims), key=_place)):
        if not is_conversion(left, right):
            continue
        relation = compare_values(left.mention.kind, left.mention.value, right.mention.value)
        if relation.verdict is Verdict.CONFLICT:
            reason = f"{left.mention.text} is not {right.mention.text}"
            wrong.setdefault(reason, []).extend((left, right))
    for reason, told in wrong.items():
        yield Slot(
            story_id,
            told[0].mention.kind,
            told[0].key.question or told[0].mention.kind.value,
            tuple(told),
            CERTAINTY,
            Provenance(
                "two units",
                Relation(Verdict.CONFLICT, reason),
                frozenset(range(1, len(told), 2)),
                support=(Support(0, "the figure in brackets was converted from it"),),
            ),
        )


def _is_measure(claim: Claim) -> bool:
    value = claim.mention.value
    return isinstance(value, Figure) and value.measure in _CONVERTED and bool(value.unit)


def _place(claim: Claim) -> tuple[str, str, int]:
    return claim.mention.article_id, claim.mention.field, claim.mention.start


def is_conversion(left: Claim, right: Claim) -> bool:
    """Whether nothing but a bracket stands between two figures of one measure in two units."""
    if not (_is_measure(left) and _is_measure(right)):
        return False
    a, b = left.mention, right.mention
    if (a.article_id, a.field, left.context_start) != (b.article_id, b.field, right.context_start):
        return False
    one, other = a.value, b.value
    assert isinstance(one, Figure)
    assert isinstance(other, Figure)
    between = left.context[a.end - left.context_start : b.start - left.context_start]
    return one.measure == other.measure and one.unit != other.unit and bool(_AGAIN.fullmatch(between))
