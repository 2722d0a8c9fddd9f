"""A quantity without a number against one with: "a handful", "412"; "most voters", "43 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from discrepancy.align.pairs import family
from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Brief, Lineup, Word
from discrepancy.briefs.scope import narrows
from discrepancy.compare.measures import find_scale
from discrepancy.lexicon import read_table
from discrepancy.model import Claim, Figure, Kind
from discrepancy.vectors import similarity

_ALIKE = 0.55
"""Cosine from which two nouns may count one thing: protesters, demonstrators."""

_PERCENT = 100
_REACH = 2
"""How far a figure that is open to a side may lie from the truth: "more than 40", of 80."""


def find_vague(lineup: Lineup) -> Contrast | None:
    """A figure far outside what the other brief's words for a quantity allow."""
    for brief, other, turned in ((lineup.left, lineup.right, False), (lineup.right, lineup.left, True)):
        for claim in lineup.claims(brief):
            for words, low, high in _read(other, _table_for(claim)):
                number = _number(claim)
                exact = brief.within(claim)
                sides = (words, exact) if turned else (exact, words)
                if (
                    number is None
                    or not _is_outside(claim, number, low, high)
                    or not lineup.are_of_one_thing(*sides)
                ):
                    continue
                if (_table_for(claim) == "ages" or _counts_same(claim, words)) and not narrows(
                    lineup, *sides
                ):
                    return Contrast("another order of size", sides[0], sides[1], Kind.NUMBER, moves_on=True)
    return None


def _is_share(claim: Claim) -> bool:
    return isinstance(claim.mention.value, Figure) and family(claim) == "share"


def _number(claim: Claim) -> Decimal | None:
    """The number of an exact count, or the percent of a share."""
    value = claim.mention.value
    if not isinstance(value, Figure) or isinstance(value.number, tuple):
        return None
    if _is_share(claim):
        return find_scale(value).convert(value.number) * _PERCENT
    return value.number if value.measure in {"count", "age"} else None


def _counts_same(claim: Claim, words: Sequence[Word]) -> bool:
    """Whether the noun that the figure counts stands behind the words for the other quantity."""
    tree = words[-1].tree
    behind = {token.lemma.lower() for token in tree.tokens[words[-1].index + 1 : words[-1].index + 5]}
    value = claim.mention.value
    assert isinstance(value, Figure)
    heads = {*value.unit.split()[-1:], claim.key.head}
    after = claim.context[claim.mention.end - claim.context_start :].lower()
    alike = any(
        similarity(one, other) >= _ALIKE for one in sorted(behind) for other in sorted(heads) if other
    )
    return (
        bool(behind & heads)
        or alike
        or (_is_share(claim) and any(f" {word}" in after for word in behind if len(word) > 3))
    )


def _is_outside(claim: Claim, number: Decimal, low: int, high: int) -> bool:
    """Whether a figure lies outside the bounds, be it one that is itself open to a side."""
    modifier = getattr(claim.mention.value, "modifier", "=")
    reach = _REACH if modifier != "=" else 1
    return (
        number > high * (reach if modifier == "<" else 1) or number * (reach if modifier == ">" else 1) < low
    )


def _table_for(claim: Claim) -> str:
    """The table with the words for quantities of a figure's sort."""
    value = claim.mention.value
    if isinstance(value, Figure) and value.measure == "age":
        return "ages"
    return "shares" if _is_share(claim) else "vague"


def _read(brief: Brief, table: str) -> Iterator[tuple[Sequence[Word], int, int]]:
    for phrase, low, high in _phrases(table):
        parts = phrase.split()
        for at in range(len(brief.words) - len(parts) + 1):
            stretch = brief.words[at : at + len(parts)]
            after = brief.words[at + len(parts) : at + len(parts) + 1]
            scaled = any(word.text in _scales() for word in after)
            if [word.text for word in stretch] == parts and not scaled:
                yield stretch, low, high
                return


@cache
def _scales() -> frozenset[str]:
    """Words that make dozens or thousands of "several"."""
    numbers = read_table("numbers")
    return frozenset({*numbers["scales"], *numbers["groups"], "dozen", "score"})


@cache
def _phrases(name: str) -> tuple[tuple[str, int, int], ...]:
    rows = [(phrase, low, high) for phrase, (low, high) in read_table("briefs")[name].items()]
    return tuple(sorted(rows, key=lambda row: -len(re.split(r"\s", row[0]))))
