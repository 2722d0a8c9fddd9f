"""Two numbers that one article has the wrong way round: 34 killed and 17 injured for 17 and 34.

No second event has the same two numbers crossed over, and time explains it only where the missing have
been found. Which number belongs to what is told by comparing the two with each other: of "nine dead, 14
hurt" both numbers stand near both words, but the nine nearer to the dead than the 14. What is counted may
also be one thing of two sorts of people, "two on the drug and nine on the placebo": each such opposition
is a table of its own, and looked at for itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import combinations, groupby, pairwise
from typing import TypeAlias

from discrepancy import lexicon
from discrepancy.align.answers import clash, text_before, trim_values
from discrepancy.model import Claim, Figure, Provenance, Slot
from discrepancy.question import choose_question

_CERTAINTY = 0.9
_MISSING = "missing"
_SORTS = frozenset({"count", "money", "percent"})
_FARTHEST = 1
"""Sentences between the two numbers of one article."""

_COUNTED = 1.5
"""Nearness of the word right behind a number, which the grammar may hang on another."""

_LARGE = 5
"""Number from which two hardly come crosswise by chance."""

_TELLING = 0.04
"""Least difference in nearness that says to which of two numbers a measure belongs."""

_FEW = 3
"""Most of the injured who may have died since, and brought both counts to each other's number."""

_RAISED = re.compile(
    r"(?i)\b(?:br(?:ing|ought)|rais|tak|took|push|ris|rose|climb|increas|gr[eo]w|lift)\w*\b[^.;]{0,50}\bto $"
)
_DIED_SINCE = re.compile(
    r"(?i)\b(?:die[ds]?|succumb\w*|passed away)\b[^.;]{0,40}\b(?:in (?:the )?hospital|overnight|later|since"
    r"|of (?:his|her|their) (?:injuries|wounds|burns)|from (?:his|her|their) (?:injuries|wounds|burns))\b"
)
_PARENT = re.compile(r"(?i)\b(?:father|mother|parent|dad|mum|mom|grandfather|grandmother)s? of $")
_WORD = re.compile(r"\s+(\w+)")
_ENDINGS = ("s", "es", "d", "ed", "ing")
_LETTERS = re.compile(r"[^\W\d_]+")

_Profile: TypeAlias = Mapping[str, float]
"""How much nearer each measure stands to the lower number than to the higher."""


@dataclass(frozen=True, slots=True)
class _Couple:
    """Two numbers that an article states side by side, the lower one first."""

    low: Claim
    high: Claim
    measures: _Profile


def align_exchanges(story_id: str, claims: Sequence[Claim]) -> tuple[tuple[Slot, ...], list[Claim]]:
    """Slots of exchanged numbers, one for each of the two questions, and the claims in none of them."""
    slots: list[Slot] = []
    taken: set[int] = set()
    for opposition, couples in _gather(claims):
        sides = _take_sides(couples)
        if not sides:
            continue
        told = [*_ask(couples, sides, claims, opposition)]
        if any(id(claim) in taken for question in told for claim in question):
            continue
        for question in told:
            taken |= {id(claim) for claim in question}
            kind = question[0].mention.kind
            label = choose_question([claim.key.question for claim in question]) or kind.value
            values = trim_values(question)
            slots.append(Slot(story_id, kind, label, values, _CERTAINTY, Provenance("exchange")))
    return tuple(slots), [claim for claim in claims if id(claim) not in taken]


def _gather(claims: Sequence[Claim]) -> Iterator[tuple[_Opposition, list[_Couple]]]:
    """Couples of the same two numbers, of at least two articles, those that tell most first.

    They come once for each opposition that any of them is told by.
    """
    articles: dict[str, list[Claim]] = {}
    for claim in claims:
        if _is_number(claim):
            articles.setdefault(claim.mention.article_id, []).append(claim)
    found: dict[tuple[str, str, str], list[tuple[Claim, Claim]]] = {}
    for own in articles.values():
        for a, b in combinations(own, 2):
            same = a.mention.field == b.mention.field
            near = same and abs(a.mention.sentence - b.mention.sentence) <= _FARTHEST
            if near and _sort(a) == _sort(b) and clash(a, b):
                low, high = sorted((a, b), key=_amount)
                if _amount(high) - _amount(low) <= _FEW and (_has_moved(low) or _has_moved(high)):
                    continue
                found.setdefault((_sort(a), _number(low), _number(high)), []).append((low, high))
    crowds = Counter(_place(claim) for own in articles.values() for claim in own)
    for pairs in found.values():
        for opposition in (*_oppositions(), *_count_crosswise(pairs)):
            # In a list of several numbers the sort of people is not told for each.
            told = [(a, b) for a, b in pairs if opposition.frames or _stand_alone(a, b, crowds)]
            if len({low.mention.article_id for low, _ in told}) > 1:
                couples = [_Couple(a, b, opposition.tell(a, b)) for a, b in told]
                yield opposition, sorted(couples, key=_is_sure, reverse=True)


def _has_moved(claim: Claim) -> bool:
    """Whether one of the injured has died since, so that both counts have moved by as many."""
    return _RAISED.search(text_before(claim)) is not None or _DIED_SINCE.search(claim.context) is not None


def _count_crosswise(pairs: Sequence[tuple[Claim, Claim]]) -> Iterator[_Opposition]:
    """Oppositions of things that articles count with the same two numbers, the one this way, the other that.

    "Seven officers and 23 prisoners", "23 officers and seven prisoners". Of small numbers two articles have
    to agree, for any two may come crosswise somewhere.
    """
    articles: dict[tuple[str, str], set[str]] = {}
    for low, high in pairs:
        if low.mention.sentence == high.mention.sentence:
            articles.setdefault((_counted(low), _counted(high)), set()).add(_article(low))
    for (low_noun, high_noun), these in articles.items():
        others = articles.get((high_noun, low_noun), set())
        told_once = low_noun < high_noun and bool(low_noun) and bool(others) and not these & others
        large = _amount(pairs[0][1]) >= _LARGE
        if told_once and (large or max(len(these), len(others)) > 1):
            yield _oppose({low_noun: low_noun, high_noun: high_noun})


def _counted(claim: Claim) -> str:
    """The noun of what a number counts, without what narrows it."""
    value = claim.mention.value
    assert isinstance(value, Figure)
    return value.unit.split()[-1] if value.measure == "count" and value.unit else ""


def _place(claim: Claim) -> tuple[str, str, int, str]:
    return _article(claim), claim.mention.field, claim.mention.sentence, _sort(claim)


def _stand_alone(low: Claim, high: Claim, crowds: Mapping[tuple[str, str, int, str], int]) -> bool:
    """Whether nothing else is counted in the sentences of two numbers."""
    return sum(crowds[place] for place in {_place(low), _place(high)}) == 2


def _is_sure(couple: _Couple) -> bool:
    """Whether either number has a measure of its own."""
    return len({weight > 0 for weight in couple.measures.values()}) > 1


def _in_order(low: Claim, high: Claim, poles: Mapping[str, str]) -> _Profile:
    """Of two numbers and two poles in one sentence, the first goes with the first; however they are mixed.

    Args:
        low: One number.
        high: The other.
        poles: What each word stands for, in all its forms.
    """
    if low.mention.sentence != high.mention.sentence:
        return {}
    words = [poles.get(word.lower(), "") for word in _LETTERS.findall(low.context)]
    # Of "dummy pill" only the first word tells the pole.
    named = (name for before, name in pairwise(("", *words)) if name and not before)
    told = [name for name, _ in groupby(named)]
    if len(told) != 2:
        return {}
    sign = 1.0 if low.mention.start < high.mention.start else -1.0
    return {told[0]: sign, told[1]: -sign}


def _inflect(poles: Mapping[str, str]) -> dict[str, str]:
    """What each word stands for, and each that may be an inflected form of it; the shortest ending first."""
    forms = dict(poles)
    for ending in _ENDINGS:
        for word, pole in poles.items():
            forms.setdefault(word + ending, pole)
    return forms


def _contrast(low: Mapping[str, float], high: Mapping[str, float]) -> _Profile:
    nearer = {name: low.get(name, 0.0) - high.get(name, 0.0) for name in {*low, *high}}
    return {name: weight for name, weight in nearer.items() if abs(weight) >= _TELLING}


def _take_sides(couples: Sequence[_Couple]) -> dict[str, bool]:
    """Whether each article has the numbers as the first does, as far as its measures tell.

    That somebody has them crossed needs couples that are sure; the others may take a side then.
    """
    sides: dict[str, bool] = {}
    for sure in (True, False):
        told: dict[str, set[bool]] = {}
        for couple in couples:
            side = _side(couples[0], couple)
            come_true = side is False and _has_come_true(couples[0], couple)
            if (
                side is not None
                and not come_true
                and _is_sure(couple) >= sure
                and _article(couple.low) not in sides
            ):
                told.setdefault(_article(couple.low), set()).add(side)
        sides |= {article: side.pop() for article, side in told.items() if len(side) == 1}
        if sure and len(set(sides.values())) < 2:
            return {}
    return sides


def _side(first: _Couple, couple: _Couple) -> bool | None:
    """Whether a couple has the numbers as the first one does; None where that cannot be told."""
    shared = [name for name in couple.measures if name in first.measures]
    same = {(first.measures[name] > 0) == (couple.measures[name] > 0) for name in shared}
    if len(same) != 1 or (_is_sure(couple) and len({couple.measures[name] > 0 for name in shared}) < 2):
        return None
    return same.pop()


def _has_come_true(left: _Couple, right: _Couple) -> bool:
    """Whether the missing may have been found: fewer of them later, and more of what became of them."""
    here, there = left.low.published, right.low.published
    if _MISSING not in left.measures or here is None or there is None:
        return False
    if (here.tzinfo is None) != (there.tzinfo is None) or here == there:
        return False
    # The number of the missing here is the lower one there if it fell.
    return (there > here) == (left.measures[_MISSING] < 0)


def _ask(
    couples: Sequence[_Couple],
    sides: Mapping[str, bool],
    claims: Sequence[Claim],
    opposition: _Opposition,
) -> Iterator[list[Claim]]:
    """The claims of either question: first what the first article gives the lower number for."""
    taken = [
        couple
        for couple in couples
        if _article(couple.low) in sides and _side(couples[0], couple) is sides[_article(couple.low)]
    ]
    others = _find_others(couples[0], sides, claims, opposition)
    for lower in (True, False):
        asked = [(c, sides[_article(c.low)] == lower) for c in taken]
        question = [c.low if low else c.high for c, low in asked if _is_told(c, low)]
        measures = {name for name, weight in couples[0].measures.items() if (weight > 0) == lower}
        question += [claim for claim in others if opposition.top(claim) in measures]
        yield list({id(claim): claim for claim in question}.values())


def _is_told(couple: _Couple, low: bool) -> bool:
    """Whether one of a couple's numbers may be shown: beside one with a measure, one that is told with it."""
    together = couple.low.mention.sentence == couple.high.mention.sentence
    return together or _is_sure(couple) or any((weight > 0) == low for weight in couple.measures.values())


def _find_others(
    couple: _Couple, sides: Mapping[str, bool], claims: Sequence[Claim], opposition: _Opposition
) -> list[Claim]:
    """Claims of articles that take no side and state, with a measure, one of the two numbers alone.

    Or both, far apart, each with one measure and no more.
    """
    numbers = {_number(couple.low), _number(couple.high)}
    stated: dict[str, list[Claim]] = {}
    for claim in claims:
        fits = _article(claim) not in sides and _is_number(claim) and _number(claim) in numbers
        if fits and opposition.top(claim):
            stated.setdefault(_article(claim), []).append(claim)
    return [c for own in stated.values() if _tells_apart(own, opposition) for c in own]


def _tells_apart(claims: Sequence[Claim], opposition: _Opposition) -> bool:
    """Whether an article has one of the numbers alone, or each for a measure of its own."""
    told = {(_number(claim), opposition.top(claim)) for claim in claims}
    numbers = {number for number, _ in told}
    return len(numbers) == 1 or len(told) == len(numbers) == len({measure for _, measure in told})


def _article(claim: Claim) -> str:
    return claim.mention.article_id


def _is_number(claim: Claim) -> bool:
    value = claim.mention.value
    if not isinstance(value, Figure) or value.measure not in _SORTS or isinstance(value.number, tuple):
        return False
    # "A father of two" counts nobody of whom the story tells.
    return _PARENT.search(text_before(claim)) is None


def _sort(claim: Claim) -> str:
    value = claim.mention.value
    assert isinstance(value, Figure)
    return value.measure


def _amount(claim: Claim) -> Decimal:
    value = claim.mention.value
    assert isinstance(value, Figure)
    assert isinstance(value.number, Decimal)
    return value.number


def _number(claim: Claim) -> str:
    return claim.mention.value.normal.split()[0].lstrip("<>~")


@dataclass(frozen=True, slots=True)
class _Opposition:
    """Measures that reports take for one another, by the frames and words that mean them.

    Attributes:
        frames: The measure that each frame means.
        words: The measure that each word means.
        forms: The same of each word's inflected forms.
    """

    frames: Mapping[str, str]
    words: Mapping[str, str]
    forms: Mapping[str, str] = field(default_factory=dict)

    def tell(self, low: Claim, high: Claim) -> _Profile:
        """How much nearer each measure stands to the lower number than to the higher."""
        ordered = {} if self.frames else _in_order(low, high, self.forms)
        return ordered or _contrast(self.weigh(low), self.weigh(high))

    def weigh(self, claim: Claim) -> dict[str, float]:
        """The measures that stand near a number; those of one condition are one."""
        found: dict[str, float] = {}
        named = [(self.frames.get(frame), weight) for frame, weight in claim.key.frames]
        worded = [(self.words.get(word), weight) for word, weight in claim.key.words]
        behind = _WORD.match(claim.context, claim.mention.end - claim.context_start)
        counted = self.words.get(behind[1].lower()) if behind else None
        for name, weight in (*named, *worded, (counted, _COUNTED)):
            if name is not None:
                found[name] = max(found.get(name, 0.0), weight)
        if claim.key.modality == "denied" and found.get("rescued", 0.0) >= max(found.values(), default=1.0):
            # "Nine did not survive."
            found["killed"] = max(found.get("killed", 0.0), found.pop("rescued"))
        return found

    def top(self, claim: Claim) -> str:
        """The measure nearest to a number, or ""."""
        measures = self.weigh(claim)
        return max(measures, key=lambda name: measures[name]) if measures else ""


@cache
def _oppositions() -> tuple[_Opposition, ...]:
    """What became of people and things first, then each other pair of opposites."""
    table = lexicon.read_table("measures")
    frames = {frame: name for name, frames in table["exchange"].items() for frame in frames}
    return (
        _Opposition(frames, _by_word(table["exchange_words"])),
        *(_oppose(_by_word(poles)) for poles in table["opposites"].values()),
    )


def _oppose(words: Mapping[str, str]) -> _Opposition:
    """The opposition of what words stand for, without frames."""
    return _Opposition({}, words, _inflect(words))


def _by_word(names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word: name for name, words in names.items() for word in words}
