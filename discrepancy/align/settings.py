"""What stands around a place, and how much of it stands around another: words, numbers, names, buildings.

"Flown to a burn center in Dun" and "carried by air to Dun" share a number, a person and a kind of deed, but
hardly a word.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from discrepancy import lexicon
from discrepancy.align.answers import text_before
from discrepancy.align.portions import portion_of
from discrepancy.context import sentence_of
from discrepancy.lexicon.nouns import nouns_for_people
from discrepancy.model import Claim, Date, Figure, Kind, Name
from discrepancy.scenes import BUILDING, DOING, ROLE, SITE
from discrepancy.vectors import information, similarity

_TELLING = 0.25
"""Information of a word from which its standing around two places says anything."""
_ALIKE = 0.65
"""Cosine from which two words may be words for one thing or deed."""
_COMMON = 0.5
"""Share of a story's places beside which a name stands that says nothing of any of them."""

# What is worth how much, and what one sort of evidence is worth at most.
_SITE = 1.5
_DOING = 0.75
_WORD, _SYNONYM, _WORDS = 1.2, 0.6, 2.5
_NUMBER, _LONG_NUMBER, _NUMBERS = 0.5, 1.0, 1.5
_NAME, _NAMES = 0.75, 1.5
_DATE = 0.5
_BESIDE = 0.4
"""What evidence in the sentences beside is worth, of what it is worth in the place's own."""

_LONG = timedelta(days=30)
"""Between two times of which one is another event's."""

_SEXES = (
    frozenset({"boy", "brother", "father", "husband", "man", "son", "uncle"}),
    frozenset({"aunt", "daughter", "girl", "mother", "sister", "wife", "woman"}),
)
_QUARTERS = frozenset(
    {
        "arrondissement",
        "borough",
        "district",
        "neighborhood",
        "neighbourhood",
        "precinct",
        "quarter",
        "suburb",
        "ward",
    }
)

_REFERENCE = re.compile(
    r"(?:\b(?:km|kilomet(?:er|re)s?|miles?|hours?|minutes?)\)? (?:away |drive |outside |out )?(?:from|of|to)"
    r"|\b(?:north|south|east|west)[\w-]* of|\bhalfway (?:to|from)|\bnot far from) $"
)
"""What stands before a place from which a distance or direction is told."""

_Around: TypeAlias = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around one place.

    Attributes:
        claim: The place.
        role: ``at``, ``near`` or ``from``; anything else where no preposition of place leads to it.
        portion: Of which part it is told: "nine", "none", or "" for the whole.
        sites: The sorts of building that stand at the place.
        buildings: Their own names, where they have any.
        doings: What is done there, by classes of verbs.
        words: Content words of its sentence with their nearness.
        names: Other names of its sentence, and of the sentences beside it.
        numbers: The same for numbers.
        dates: Dates told in its sentence.
        days: Those of them that are one day.
    """

    claim: Claim
    role: str
    portion: str
    sites: frozenset[str]
    buildings: frozenset[str]
    doings: frozenset[str]
    words: dict[str, float]
    names: _Around
    numbers: _Around
    dates: frozenset[str]
    days: frozenset[str]

    @property
    def article(self) -> str:
        """Id of the article."""
        return self.claim.mention.article_id


def read_settings(claims: Sequence[Claim]) -> list[Setting]:
    """The setting of every place that has a name."""
    told: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        told.setdefault((claim.mention.article_id, *sentence_of(claim)), []).append(claim)
    places = [c for c in claims if c.mention.kind is Kind.PLACE and isinstance(c.mention.value, Name)]
    passages = [_passage(claim, told) for claim in places]
    count = Counter(name for here, beside in passages for name in _names([*here, *beside]))
    common = frozenset(name for name, number in count.items() if number > _COMMON * len(places))
    return [_read(claim, *passage, common) for claim, passage in zip(places, passages, strict=True)]


def _passage(claim: Claim, told: dict[tuple[object, ...], list[Claim]]) -> tuple[list[Claim], list[Claim]]:
    field, sentence = sentence_of(claim)
    article = claim.mention.article_id
    beside = [c for step in (-1, 1) for c in told.get((article, field, sentence + step), ())]
    return told[article, field, sentence], beside


def _read(claim: Claim, here: Sequence[Claim], beside: Sequence[Claim], common: frozenset[str]) -> Setting:
    scenes = claim.key.scenes
    own = claim.mention.value.normal
    sites, buildings, doings = (
        frozenset(scene.of for scene in scenes if scene.frame == frame) for frame in (SITE, BUILDING, DOING)
    )
    return Setting(
        claim,
        next((scene.of for scene in scenes if scene.frame == ROLE), ""),
        portion_of(claim),
        sites,
        buildings,
        doings,
        {word: near for word, near in claim.key.words if information(word) >= _TELLING},
        (_names(here) - common - {own}, _names(beside) - common - {own}),
        (_numbers(here), _numbers(beside)),
        frozenset(_dates(here)),
        frozenset(_days(here)),
    )


def _names(claims: Sequence[Claim]) -> frozenset[str]:
    return frozenset(c.mention.value.normal for c in claims if isinstance(c.mention.value, Name))


def _numbers(claims: Sequence[Claim]) -> frozenset[str]:
    values = (claim.mention.value for claim in claims)
    return frozenset(str(v.number) for v in values if isinstance(v, Figure) and v.number != 1)


def _dates(claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims:
        if isinstance(claim.mention.value, Date):
            yield claim.mention.value.normal


def _days(claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Date) and value.type == "DATE" and value.first and value.first == value.last:
            yield str(value.first)


def weigh_settings(left: Setting, right: Setting) -> float:
    """How much speaks for one question to which two places are answers; 0 where something forbids it."""
    if left.role != right.role or differ_in_setting(left, right):
        return 0.0
    if is_from(left.claim) != is_from(right.claim):
        return 0.0
    return (
        _SITE * bool(left.sites & right.sites)
        + _DOING * bool(left.doings & right.doings)
        + weigh_words(left, right)
        + weigh_numbers(left, right)
        + min(_NAMES, _near_and_far(left.names, right.names, lambda name: _NAME))
        + _DATE * bool(left.dates & right.dates)
    )


def is_from(claim: Claim) -> bool:
    """Whether somebody is from there: "the 29-year-old from Harlow" did not set out in Harlow."""
    *before, word = text_before(claim).lower().split() or [""]
    return (
        word == "from" and bool(before) and (before[-1].endswith("-old") or before[-1] in nouns_for_people())
    )


def differ_in_setting(left: Setting, right: Setting) -> bool:
    """Whether another sort of building, part of the whole or sex stands at the other place."""
    if left.portion != right.portion or _are_apart(left.sites, right.sites):
        return True
    return _are_apart(left.buildings, right.buildings) or are_opposed(left.words, right.words)


def weigh_words(left: Setting, right: Setting) -> float:
    """What the words say that are around both places."""
    return min(_WORDS, math.fsum(_share_words(left.words, right.words)))


def weigh_numbers(left: Setting, right: Setting) -> float:
    """What the numbers say that are around both places."""
    return min(_NUMBERS, _near_and_far(left.numbers, right.numbers, _worth_of_number))


def are_long_apart(left: Claim, right: Claim) -> bool:
    """Whether the time told with one place was long over in that told with the other ("in March")."""
    pairs = [(a, b) for a in left.key.periods for b in right.key.periods]
    return bool(pairs) and all(max(a[0] - b[1], b[0] - a[1]) > _LONG for a, b in pairs)


def leading_word(claim: Claim) -> str:
    """The word before a place."""
    return next(iter(text_before(claim).lower().split()[-1:]), "")


def is_part_of_town(claim: Claim) -> bool:
    """Whether a quarter of a town is named: "the Alfama district", "the suburb of Dun", "Orbel District"."""
    if claim.mention.text.lower().split()[-1] in _QUARTERS:
        return True
    start, end = (at - claim.context_start for at in (claim.mention.start, claim.mention.end))
    before, after = claim.context[:start].split()[-2:], claim.context[end:].split()[:1]
    beside = {*(word.lower().strip(".,;:") for word in after), *(before[:1] if before[1:] == ["of"] else ())}
    return bool(beside & _QUARTERS)


def sort_before(claim: Claim) -> str:
    """The common noun that explains a place: "the village of Dun", "the town Dun"."""
    words = text_before(claim).lower().split()
    words = words[:-1] if words[-1:] == ["of"] else words
    return words[-1] if words and words[-1] in lexicon.read_table("scenes")["general"]["sorts"] else ""


def is_reference(claim: Claim) -> bool:
    """Whether a place only tells how far off another one lies: "65 miles south of Harlow"."""
    return _REFERENCE.search(text_before(claim)) is not None


def are_opposed(left: Collection[str], right: Collection[str]) -> bool:
    """Whether the words of the one tell of a man where those of the other tell of a woman."""
    told = [{sex for sex, words in enumerate(_SEXES) if words & set(side)} for side in (left, right)]
    return bool(told[0] and told[1]) and not told[0] & told[1]


def _are_apart(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right) and not left & right


def _share_words(left: dict[str, float], right: dict[str, float]) -> Iterator[float]:
    for word, near in left.items():
        if word in right:
            yield _WORD * math.sqrt(near * right[word])
            continue
        alike, other = max(((similarity(word, o), o) for o in right if o not in left), default=(0.0, ""))
        if alike >= _ALIKE:
            yield _SYNONYM * math.sqrt(near * right[other])


def _near_and_far(left: _Around, right: _Around, worth: Callable[[str], float]) -> float:
    """What is shared in the sentences themselves, and for less what stands beside one of them."""
    here = left[0] & right[0]
    around = ((left[0] | left[1]) & (right[0] | right[1])) - here
    return math.fsum(map(worth, here)) + _BESIDE * math.fsum(map(worth, around))


def _worth_of_number(number: str) -> float:
    return _LONG_NUMBER if len(number.strip("0")) > 1 else _NUMBER
