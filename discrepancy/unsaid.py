"""Units that an article leaves to its reader: "18.6" where others have 18.6 million tonnes.

A number without unit is no answer to what others tell with one, so that it would neither support nor
contradict them. Where the story has the very number with one unit and counts nothing by it, that unit is
meant. Where an article has an amount without unit that nobody else knows, and others one a slip away, it is
theirs, unless it tells theirs as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from discrepancy.compare.digits import count_significant, name_slip
from discrepancy.compare.measures import find_scale
from discrepancy.context import sentence_of
from discrepancy.model import Claim, Figure, Kind

_TELLING = 2
"""Significant digits from which a number is hardly another question's too."""
_HUNDRED = 100
_NO_NOUN = frozenset({"", "net", "gross", "more", "extra", "all", "total"})
"""What a number may be told to count where it counts nothing: "4.2 million net"."""
_PERCENT = 1000
"""What hardly anything reaches in percent."""
_SCALED = 10**6
_SCALES = (Decimal(1), Decimal(10**3), Decimal(10**6), Decimal(10**9), Decimal(10**12))
_COUNTED = re.compile(
    r"\b(?:audience|crowd|crew|staff|workforce|team|army|group|party|flock|herd|fleet|field|class|congregation"
    r"|membership|population|garrison|cast|choir|jury|gathering|turnout|attendance)"
    r" of (?:about |some |only )?$",
    re.I,
)
"""Words for several of something of which the number tells how many: "an audience of 1,400"."""
_SHORT = 3
"""Letters from which a word tells what a sentence is about."""


def complete_units(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of a story's articles, numbers without unit with the one that the story has for them."""
    bare = [claim for claim in claims if _is_bare(claim)]
    if not bare:
        return tuple(claims)
    told = _Told(claims)
    completed = {id(claim): unit for claim in bare if (unit := told.unit_of(claim)) is not None}
    return tuple(
        _with_unit(claim, completed[id(claim)]) if id(claim) in completed else claim for claim in claims
    )


class _Told:
    """What numbers a story has with a unit, and which of its numbers count something."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._measured: dict[Decimal, list[Claim]] = defaultdict(list)
        self._near: dict[tuple[str, str], dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._counted: dict[Decimal, set[str]] = defaultdict(set)
        for claim in claims:
            value = claim.mention.value
            if not isinstance(value, Figure) or isinstance(value.number, tuple):
                continue
            if claim.mention.kind is Kind.FIGURE:
                self._measured[value.number].append(claim)
                field, sentence = sentence_of(claim)
                self._near[claim.mention.article_id, field][sentence].add(find_scale(value).dimension)
            elif value.measure == "count":
                nothing = value.unit in _NO_NOUN
                self._counted[value.number].add(claim.mention.article_id if nothing else "")

    def unit_of(self, bare: Claim) -> tuple[Figure, Decimal] | None:
        """A figure whose unit a number without one has, and the scale that it leaves out too."""
        number = _number(bare)
        if "" in self._counted[number]:
            return None
        for scale in _SCALES if number % 1 else _SCALES[:1]:
            unit = _one_unit(self._measured.get(number * scale, ()))
            if unit and unit.measure == "percent" and number > _PERCENT:
                continue  # the share in "13,274, or 46.6%" is not the number's
            if unit and (_is_telling(number) or self._is_beside(bare, unit)):
                return unit, scale
        return self._slipped(bare)

    def _is_beside(self, bare: Claim, unit: Figure) -> bool:
        """Whether the sentence, or the one before it, has another figure with the unit."""
        field, sentence = sentence_of(bare)
        near = self._near[bare.mention.article_id, field]
        return find_scale(unit).dimension in near[sentence] | near[sentence - 1]

    def _slipped(self, bare: Claim) -> tuple[Figure, Decimal] | None:
        """The same of an amount that its article alone has, a slip away from what others have."""
        number, article = _number(bare), bare.mention.article_id
        if len(self._counted[number]) > 1 or not _is_amount(number):
            return None
        near = [
            claims
            for other, claims in self._measured.items()
            if _is_amount(other) and count_significant(other) > 1 and name_slip(number, other)
        ]
        if any(claim.mention.article_id == article for claim in chain(*near)):
            return None
        unit = _one_unit([claim for claim in chain(*near) if _share_words(bare, claim)])
        return (unit, Decimal(1)) if unit else None


def _one_unit(claims: Sequence[Claim]) -> Figure | None:
    """The figure of most articles, where they have one unit; a rate may be left out."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[_figure(claim).unit.partition(" per ")[0]].append(claim)
    ranked = sorted(told.values(), key=lambda same: -len({claim.mention.article_id for claim in same}))
    if not ranked:
        return None
    articles = [{claim.mention.article_id for claim in same} for same in ranked[:2]]
    if len(ranked) > 1 and len(articles[0]) <= len(articles[1]):
        return None
    figures = [_figure(claim) for claim in ranked[0]]
    return next((figure for figure in figures if " per " not in figure.unit), figures[0])


def _share_words(left: Claim, right: Claim) -> bool:
    """Whether two sentences have words in common around their numbers."""
    words = [{word for word, _ in claim.key.words if len(word) > _SHORT} for claim in (left, right)]
    return bool(words[0] & words[1]) or (left.key.measure != "" and left.key.measure == right.key.measure)


def _figure(claim: Claim) -> Figure:
    value = claim.mention.value
    assert isinstance(value, Figure)
    return value


def _number(claim: Claim) -> Decimal:
    number = _figure(claim).number
    assert not isinstance(number, tuple)
    return number


def _is_bare(claim: Claim) -> bool:
    """Whether a claim is a telling number with neither unit nor noun."""
    value = claim.mention.value
    if claim.mention.kind is not Kind.NUMBER or not isinstance(value, Figure):
        return False
    if (
        value.measure != "count"
        or value.unit not in _NO_NOUN
        or isinstance(value.number, tuple)
        or not value.number
    ):
        return False
    before = claim.context[: claim.mention.start - claim.context_start]
    counted = value.number < _SCALED and value.number % 1 == 0 and _COUNTED.search(before)
    return count_significant(value.number) >= _TELLING and not counted


def _is_telling(number: Decimal) -> bool:
    """Whether a number of two digits or more is seldom another question's."""
    return _is_amount(number) or abs(number) >= _HUNDRED


def _is_amount(number: Decimal) -> bool:
    """Whether a number is such as things are measured in: a fraction, or one of millions."""
    return number % 1 != 0 or abs(number) >= _SCALED


def _with_unit(claim: Claim, unit: tuple[Figure, Decimal]) -> Claim:
    figure, scale = unit
    value = _figure(claim)
    whole = Figure(
        _number(claim) * scale,
        value.modifier,
        figure.unit,
        None if value.low is None else value.low * scale,
        None if value.high is None else value.high * scale,
        figure.measure,
        value.step * scale,
        change=value.change,
    )
    return replace(claim, mention=replace(claim.mention, kind=Kind.FIGURE, value=whole))
