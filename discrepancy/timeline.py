"""Whether time alone explains that two values differ: a count moved on, somebody had a birthday.

Order is taken from when the articles, or these versions of them, came out. An article without a date
of its own says nothing about it, and one with a day but no hour stands for that whole day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import TypeAlias

from discrepancy import lexicon
from discrepancy.instants import in_utc
from discrepancy.lexicon import REMEMBERED
from discrepancy.model import Claim, Figure

BIRTHDAY = timedelta(days=14)
"""Time between reports from which a year's difference in age may be a birthday; days apart, a slip
is likelier."""

SERIES = timedelta(hours=20)
"""Time from which the next one of a series may have come: "the third derailment", "the fourth"."""

REVISION = timedelta(hours=12)
"""Time from which a count of what is done may fall by revision; within hours the dead grow no fewer."""

_NEAR = 0.3
"""Weight from which a word belongs to the figure's own statement."""

_EDITION = re.compile(
    r"\b(first|second|third|fourth|final|advance|flash|preliminary|provisional|initial|revised) "
    r"(estimate|reading|count|recount|figure|result|data|release|tally|forecast|projection)s?\b",
    re.I,
)

_IN_A_ROW = re.compile(r"\b(?:in a row|on the trot|consecutive|successive|straight)\b", re.I)

_Span: TypeAlias = tuple[datetime, datetime]


def explain_by_time(claims: Sequence[Claim], classes: Sequence[Sequence[int]]) -> str:
    """Why the classes' values differ, if every later value stands in later articles alone; else "".

    Args:
        claims: The answers to one question.
        classes: Indexes of the claims that agree, class by class.
    """
    if not all(isinstance(claim.mention.value, Figure) for claim in claims):
        return ""
    editions = {edition_of(claim) for claim in claims}
    if len(editions) == 1 and "" not in editions:
        # A second estimate is made once; another figure for it is no later count.
        return ""
    aged = _is_age(claims[0])
    # One claim in which "toll" stands by chance does not make a length grow.
    if not aged and 2 * sum(_evolves(claim) for claim in claims) < len(claims):
        return ""
    times = [[_span(claims[i]) for i in members if claims[i].moment is not None] for members in classes]
    if not all(times):
        return ""
    order = sorted(range(len(classes)), key=lambda number: min(times[number]))
    gaps = [min(times[b])[0] - max(last for _, last in times[a]) for a, b in pairwise(order)]
    if any(gap <= timedelta(0) for gap in gaps):
        return ""
    numbers = [_number(claims[classes[k][0]]) for k in order]
    if _is_ordinal(claims[0]) and not (min(gaps) >= SERIES and numbers == sorted(numbers)):
        return ""
    steps = list(zip(gaps, pairwise(numbers), strict=True))
    if aged:
        had = all(_had_birthday(gap, young, old) for gap, (young, old) in steps)
        return "the person may have had a birthday between the two reports" if had else ""
    return _explain_count(claims, steps)


def edition_of(claim: Claim) -> str:
    """Which of several counts of one thing it is that gives a figure: "second estimate", or ""."""
    return _find_edition(claim.context) if isinstance(claim.mention.value, Figure) else ""


@lru_cache(maxsize=REMEMBERED)
def _find_edition(sentence: str) -> str:
    told = _EDITION.search(sentence)
    return f"{told[1]} {told[2]}".lower() if told else ""


def _explain_count(
    claims: Sequence[Claim], steps: Sequence[tuple[timedelta, tuple[Decimal, Decimal]]]
) -> str:
    if all(before <= after for _, (before, after) in steps):
        return "the later report gives the later count"
    grows_only = any(claim.key.measure in _measures("cumulative") for claim in claims)
    if grows_only and any(before > after and gap < REVISION for gap, (before, after) in steps):
        return ""
    if any(claim.key.measure in _measures("final") for claim in claims) and not _is_revised(claims):
        # The dead grow no fewer; a toll that was wrong is corrected in words.
        return ""
    return "the later report gives the lower count, a downward revision"


def _is_revised(claims: Sequence[Claim]) -> bool:
    """Whether a report says itself that a count was changed."""
    revising = _measures("revising")
    return any(word in revising for claim in claims for word in re.findall(r"[a-z]+", claim.context.lower()))


def _had_birthday(gap: timedelta, before: Decimal, after: Decimal) -> bool:
    return gap >= BIRTHDAY and 0 < after - before <= gap.days // 365 + 1


@cache
def _measures(group: str) -> frozenset[str]:
    return frozenset(lexicon.read_table("measures")["evolving"][group])


def evolves(measure: str) -> bool:
    """Whether what is measured grows or shrinks while a story runs."""
    return measure in _measures("measures")


def _evolves(claim: Claim) -> bool:
    """Whether a figure's measure or the words around it say that it moves on."""
    near = {word for word, weight in claim.key.words if weight >= _NEAR}
    return evolves(claim.key.measure) or bool(near & _measures("words")) or _is_of_series(claim)


def _is_ordinal(claim: Claim) -> bool:
    return isinstance(claim.mention.value, Figure) and claim.mention.value.measure == "ordinal"


def _is_of_series(claim: Claim) -> bool:
    """Whether an ordinal counts what happens again and again: "the third derailment this spring"."""
    if not _is_ordinal(claim):
        return False
    near = {word for word, weight in claim.key.words if weight >= _NEAR}
    return bool(_measures("series") & {claim.key.head, *near}) or _IN_A_ROW.search(claim.context) is not None


def _is_age(claim: Claim) -> bool:
    return isinstance(claim.mention.value, Figure) and claim.mention.value.measure == "age"


def _number(claim: Claim) -> Decimal:
    value = claim.mention.value
    assert isinstance(value, Figure)
    return min(value.number) if isinstance(value.number, tuple) else value.number


def _span(claim: Claim) -> _Span:
    """First and last moment at which the article may have come out."""
    moment = claim.moment
    assert moment is not None
    first = in_utc(moment)
    # Midnight sharp is how a day without an hour is written.
    unsaid = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return first, first + timedelta(days=1) if unsaid else first
