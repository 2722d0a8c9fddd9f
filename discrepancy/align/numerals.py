"""One numeral with two units: 31,000 tonnes where others have 31,000 barrels.

Units of one sort of quantity are compared like other figures. A mass is never held against a volume, nor
what a litre holds against what the whole does, and yet a rewrite that has the number right may have the
unit from elsewhere. That is a contradiction where others agree on theirs, the number is no round one, and
the sentences tell of the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from discrepancy import lexicon
from discrepancy.align.answers import count_articles, trim_values
from discrepancy.align.lines import figure_of
from discrepancy.align.outvoted import QUORUM
from discrepancy.compare import compare_values
from discrepancy.compare.digits import count_significant
from discrepancy.model import Claim, Figure, Provenance, Relation, Slot, Verdict

CERTAINTY = 0.85
_MEASURED = frozenset(
    {"length", "area", "volume", "mass", "speed", "power", "energy", "pressure", "data", "money", "percent"}
)
"""Sorts of quantity none of which is another by another name, as a part per billion may be."""
_DIGITS = 2
"""Significant digits from which a number is hardly another quantity's too."""
_NEAR = 1.3
"""Ratio below which two units of one measure are taken for each other."""
_SHARED = 2
"""Content words that two sentences have to share; one is enough for a number of more digits."""


def align_numerals(story_id: str, claims: Sequence[Claim]) -> Iterator[Slot]:
    """Slots of measured numbers for which one article alone has another unit than those that agree."""
    told: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Figure) and _is_measured(value):
            told[value.number].append(claim)
    for same in told.values():
        units: dict[str, list[Claim]] = defaultdict(list)
        for claim in same:
            units[_unit(claim)].append(claim)
        if len(units) == 2 and not _are_near(*units):
            lone, many = sorted(units.values(), key=count_articles)
            if count_articles(lone) == 1 and count_articles(many) >= QUORUM and _are_rivals(lone, many):
                yield _make_slot(story_id, lone, many)


def _make_slot(story_id: str, lone: Sequence[Claim], many: Sequence[Claim]) -> Slot:
    clash = Relation(Verdict.CONFLICT, f"one number, {_unit(many[0])} and {_unit(lone[0])}")
    odd = trim_values(lone)
    rule = Provenance("one number in two units", odd=frozenset(range(len(odd))), clash=clash)
    label = many[0].key.question or many[0].mention.kind.value
    return Slot(story_id, many[0].mention.kind, label, (*odd, *trim_values(many)), CERTAINTY, rule)


def _are_rivals(lone: Sequence[Claim], many: Sequence[Claim]) -> bool:
    """Whether the lone article lacks the others' unit, and some sentence of theirs tells of the same."""
    here = {claim.mention.article_id for claim in lone}
    if any(claim.mention.article_id in here for claim in many):
        return False
    if all(figure_of(claim).measure == "money" for claim in (*lone, *many)):
        return False  # at home a franc is the Swiss one, and a dollar the country's own
    kind = lone[0].mention.kind
    if any(
        compare_values(kind, a.mention.value, b.mention.value).verdict is Verdict.CONFLICT
        for a, b in product(lone, many)
    ):
        return False  # units of one sort, which are compared as figures
    return any(_tell_of_one(a, b) for a, b in product(lone, many))


def _tell_of_one(left: Claim, right: Claim) -> bool:
    value = figure_of(left)
    assert not isinstance(value.number, tuple)
    words = [{word for word, _ in claim.key.words} - _unit_words() for claim in (left, right)]
    needed = _SHARED if count_significant(value.number) <= _DIGITS else 1
    return len(words[0] & words[1]) >= needed


def _is_measured(value: Figure) -> bool:
    if isinstance(value.number, tuple) or not value.unit or value.measure not in _MEASURED:
        return False
    return count_significant(value.number) >= _DIGITS


def _are_near(left: str, right: str) -> bool:
    """Whether one unit is called by the other's name: tons and tonnes, miles at sea and on land, pounds."""
    if set(left.split()) & set(right.split()):
        return True
    if left not in _units() or right not in _units():
        return False
    (measure, a), (other, b) = _units()[left], _units()[right]
    return measure == other and max(a, b) < _NEAR * min(a, b)


def _unit(claim: Claim) -> str:
    """The unit, without what it is per: not everybody says that 84 micrograms are those of a litre."""
    return figure_of(claim).unit.partition(" per ")[0]


@cache
def _units() -> Mapping[str, tuple[str, float]]:
    """Each unit's measure, and what it comes to in the base unit."""
    return {u["name"]: (u["measure"], float(u["factor"])) for u in lexicon.read_table("units")["unit"]}


@cache
def _unit_words() -> frozenset[str]:
    return frozenset(word for unit in lexicon.read_table("units")["unit"] for word in unit["words"])
