"""Units that an article leaves to its reader: "18.6" where others have 18.6 million tonnes.

A number without unit is no answer to what others tell with one, so that it would neither support nor
contradict them. Where the story has the very number with one unit and counts nothing by it, that unit is
meant. Where an article has an amount without unit that nobody else knows, and others one a slip away, it is
theirs, unless it tells theirs as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from discrepancy.compare.digits import count_significant, name_slip
from discrepancy.compare.measures import find_scale
from discrepancy.model import Claim, Figure, Kind

_TELLING = 3
"""Significant digits from which a whole number is hardly another question's too; a fraction needs one less."""
_SCALED = 10**6
_SCALES = (Decimal(1), Decimal(10**3), Decimal(10**6), Decimal(10**9), Decimal(10**12))
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
        self._counted: dict[Decimal, set[str]] = defaultdict(set)
        for claim in claims:
            value = claim.mention.value
            if not isinstance(value, Figure) or isinstance(value.number, tuple):
                continue
            if claim.mention.kind is Kind.FIGURE:
                self._measured[value.number].append(claim)
            elif value.measure == "count":
                self._counted[value.number].add(claim.mention.article_id if not value.unit else "")

    def unit_of(self, bare: Claim) -> tuple[Figure, Decimal] | None:
        """A figure whose unit a number without one has, and the scale that it leaves out too."""
        number = _number(bare)
        if "" in self._counted[number]:
            return None
        for scale in _SCALES if number % 1 else _SCALES[:1]:
            same = self._measured.get(number * scale, ())
            if same:
                return _one_unit(same, scale)
        return self._slipped(bare)

    def _slipped(self, bare: Claim) -> tuple[Figure, Decimal] | None:
        """The same of a number that its article alone has, a slip away from what others have."""
        number, article = _number(bare), bare.mention.article_id
        if len(self._counted[number]) > 1:
            return None
        near = [
            claims
            for other, claims in self._measured.items()
            if count_significant(other) > 1 and name_slip(number, other)
        ]
        if any(claim.mention.article_id == article for claim in chain(*near)):
            return None
        close = [claim for claim in chain(*near) if _share_words(bare, claim)]
        return _one_unit(close, Decimal(1)) if close else None


def _one_unit(claims: Sequence[Claim], scale: Decimal) -> tuple[Figure, Decimal] | None:
    """The unit of figures that all have one, of which a rate may be left out."""
    figures = [value for claim in claims if isinstance(value := claim.mention.value, Figure)]
    plain = [figure for figure in figures if " per " not in figure.unit] or figures
    if len({find_scale(figure).dimension for figure in plain}) > 1:
        return None
    return plain[0], scale


def _share_words(left: Claim, right: Claim) -> bool:
    """Whether two sentences have words in common around their numbers."""
    words = [{word for word, _ in claim.key.words if len(word) > _SHORT} for claim in (left, right)]
    return bool(words[0] & words[1]) or (left.key.measure != "" and left.key.measure == right.key.measure)


def _number(claim: Claim) -> Decimal:
    value = claim.mention.value
    assert isinstance(value, Figure)
    assert not isinstance(value.number, tuple)
    return value.number


def _is_bare(claim: Claim) -> bool:
    """Whether a claim is a telling number with neither unit nor noun."""
    value = claim.mention.value
    if claim.mention.kind is not Kind.NUMBER or not isinstance(value, Figure):
        return False
    if value.measure != "count" or value.unit or isinstance(value.number, tuple) or not value.number:
        return False
    digits = count_significant(value.number)
    fraction = value.number % 1 != 0 or abs(value.number) >= _SCALED
    return digits + fraction >= _TELLING


def _with_unit(claim: Claim, unit: tuple[Figure, Decimal]) -> Claim:
    figure, scale = unit
    value = claim.mention.value
    assert isinstance(value, Figure)
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
