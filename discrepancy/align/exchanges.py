"""Counts of two measures that one article has the wrong way round: 34 killed and 17 injured for 17 and 34.

No second event has the same two numbers crossed over, and time explains it only where the missing have
been found. What is asked is clear from the measures alone, so nothing has to be weighed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import TypeAlias

from discrepancy import lexicon
from discrepancy.align.answers import clash, trim_values
from discrepancy.model import Claim, Figure, Provenance, Slot
from discrepancy.question import choose_question

_CERTAINTY = 0.9
_MISSING = "missing"
_SORTS = frozenset({"count", "money", "percent"})
_FARTHEST = 1
"""Sentences between the two counts of one article."""

_Count: TypeAlias = tuple[str, str]
"""Class of measures, and the number as printed in digits."""


def align_exchanges(story_id: str, claims: Sequence[Claim]) -> tuple[tuple[Slot, ...], list[Claim]]:
    """Slots of exchanged counts, one for each of the two measures, and the claims in none of them."""
    counts: dict[str, list[Claim]] = {}
    for claim in claims:
        if _class(claim):
            counts.setdefault(claim.mention.article_id, []).append(claim)
    slots: list[Slot] = []
    taken: set[int] = set()
    for (first, low), (second, high) in sorted(_crossed(list(counts.values()))):
        for measure in (first, second):
            told = [
                c
                for own in counts.values()
                for c in own
                if _class(c) == measure and _number(c) in {low, high}
            ]
            if any(id(c) in taken for c in told):
                continue
            taken |= {id(c) for c in told}
            label = choose_question([c.key.question for c in told]) or measure
            slots.append(
                Slot(
                    story_id,
                    told[0].mention.kind,
                    label,
                    trim_values(told),
                    _CERTAINTY,
                    Provenance("exchange"),
                )
            )
    return tuple(slots), [claim for claim in claims if id(claim) not in taken]


def _crossed(articles: Sequence[Sequence[Claim]]) -> set[tuple[_Count, _Count]]:
    """The two counts of one article that another has crossed over."""
    told = [(own[0].published, set(_couples(own))) for own in articles]
    return {
        (first, second)
        for (before, left), (after, right) in combinations(told, 2)
        for first, second in left
        if ((first[0], second[1]), (second[0], first[1])) in right
        and not _has_come_true(first, second, before, after)
    }


def _has_come_true(first: _Count, second: _Count, here: datetime | None, there: datetime | None) -> bool:
    """Whether the missing may have been found: fewer of them later, and more of what became of them."""
    if _MISSING not in (first[0], second[0]) or here is None or there is None:
        return False
    missing, fate = (first, second) if first[0] == _MISSING else (second, first)
    if (here.tzinfo is None) != (there.tzinfo is None) or here == there:
        return False
    # There the two numbers stand the other way round.
    fewer_there = Decimal(missing[1]) > Decimal(fate[1])
    return fewer_there == (there > here)


def _couples(claims: Sequence[Claim]) -> Iterator[tuple[_Count, _Count]]:
    """Two counts of contrasting measures that an article states side by side, in order of measure."""
    for a, b in combinations(claims, 2):
        near = (
            a.mention.field == b.mention.field and abs(a.mention.sentence - b.mention.sentence) <= _FARTHEST
        )
        if near and _class(a) != _class(b) and clash(a, b):
            first, second = sorted([(_class(a), _number(a)), (_class(b), _number(b))])
            yield first, second


def _number(claim: Claim) -> str:
    return claim.mention.value.normal.split()[0].lstrip("<>~")


def _class(claim: Claim) -> str:
    """The contrasting measure that a count states, those of one condition as one; "" for none."""
    value = claim.mention.value
    if not isinstance(value, Figure) or value.measure not in _SORTS or isinstance(value.number, tuple):
        return ""
    return _classes().get(claim.key.measure, "")


@cache
def _classes() -> dict[str, str]:
    table = lexicon.read_table("measures")["exchange"]
    return {measure: name for name, measures in table.items() for measure in measures}
