"""Place slots by what stands around a place, where no frame of ``lexicon/scenes.toml`` asks for it.

Two articles or more have one place; one article never names it, and has another place where they have
theirs. That nobody else has it there, and that nothing makes one of the two a part of the other, says more
than the words.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from discrepancy.align.answers import trim_values
from discrepancy.align.apart import are_told_apart, goes_home
from discrepancy.align.nesting import Nesting, is_same
from discrepancy.align.settings import (
    Setting,
    are_long_apart,
    is_part_of_town,
    is_reference,
    leading_word,
    read_settings,
    sort_before,
    weigh_settings,
)
from discrepancy.compare import compare_values
from discrepancy.compare.names.places import sort_words
from discrepancy.lexicon.names import find_place, fold, is_region
from discrepancy.lexicon.towns import find_town, is_country, is_one_town
from discrepancy.model import Claim, Kind, Name, Provenance, Slot, Value
from discrepancy.scenes import COMING
from discrepancy.vectors import information

_CERTAINTY = 0.75
_ENOUGH = 3.0
"""Weight from which two places answer one question, counted over all articles that have the one."""
_BEST = 2.0
"""What the best of those articles has to weigh by itself."""
_FURTHER = 0.35
"""What a further article adds, of its own weight."""
_TAKES_PART = 0.5
"""Weight from which a further article that has the majority's place is shown with it."""
_ELSEWHERE = 0.4
"""Share of that weight from which another article has the odd one's place for the same question."""
_ANCHORS = {"day": 3.0, "site": 2.0, "number": 2.0, "word": 2.0}
"""What it is worth that a day, a sort of building, a number or a word is told of two places only."""
_NEAR, _TELLING = 0.2, 0.35
"""Nearness and information of a word from which it may be told of one place alone."""

_ROLES = frozenset({"at", "from"})
"""What lies near one town may lie in another."""

_APART = 3
"""Days from the article's own from which a day is one of which it tells in passing."""
_SPOTS = frozenset({"at", "on"})
"""Prepositions that lead to a square or street as well as to a town."""

_Anchor: TypeAlias = tuple[str, str]
"""Sort of what is told with a place, and what it is."""


def align_sites(story_id: str, claims: Sequence[Claim], nesting: Nesting) -> tuple[Slot, ...]:
    """Slots for places that stand where most articles have another one."""
    story = _Story(claims, nesting)
    rule = Provenance("setting")
    found = sorted(story.rivals(), key=lambda rival: -rival[0])
    slots: list[Slot] = []
    told: set[tuple[str, str]] = set()
    for _, most, odd in found:
        said = [*most, odd]
        values = {(c.mention.article_id, c.mention.value.normal) for c in said}
        if values.isdisjoint(told):
            told |= values
            slots.append(Slot(story_id, Kind.PLACE, _label(odd, most), trim_values(said), _CERTAINTY, rule))
    return tuple(slots)


def _anchors(setting: Setting) -> set[_Anchor]:
    """What stands in a place's sentence that a story may tell of one place alone."""
    words = {w for w, near in setting.words.items() if near >= _NEAR and information(w) >= _TELLING}
    numbers = {number for number in setting.numbers[0] if len(number.strip("0")) > 1}
    days = setting.days if len(setting.dates) == 1 else frozenset[str]()
    sorts = (("day", days), ("site", setting.sites), ("number", numbers), ("word", words))
    return {(sort, anchor) for sort, found in sorts for anchor in found}


def _label(odd: Claim, most: Sequence[Claim]) -> str:
    return next((claim.key.question for claim in (*most, odd) if claim.key.question), "place")


class _Story:
    """The places of one story's articles."""

    def __init__(self, claims: Sequence[Claim], nesting: Nesting) -> None:
        self.nesting = nesting
        self.words: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            if isinstance(claim.mention.value, Name) and not is_reference(claim):
                self.words[claim.mention.article_id] |= {fold(w) for w in claim.mention.value.form.split()}
        self.settings = read_settings(claims)
        self._weights: dict[tuple[int, int], float] = {}
        self._told: dict[_Anchor, list[Setting]] = defaultdict(list)
        for setting in self.settings:
            for anchor in _anchors(setting):
                self._told[anchor].append(setting)
        self.by_article: dict[str, list[Setting]] = defaultdict(list)
        self.values: dict[str, dict[str, Value]] = defaultdict(dict)
        for setting in self.settings:
            self.by_article[setting.article].append(setting)
            value = setting.claim.mention.value
            self.values[setting.article].setdefault(value.normal, value)

    def rivals(self) -> Iterator[tuple[float, list[Claim], Claim]]:
        """Weight, the claims of the majority, and the claim that stands alone."""
        if len(self.by_article) < 3:
            return
        for number, odd in enumerate(self.settings):
            if odd.role not in _ROLES or _picks_one_out(odd.claim):
                continue
            weighed: dict[str, list[tuple[float, Setting]]] = defaultdict(list)
            for further, other in enumerate(self.settings):
                if other.article != odd.article and (weight := self._weigh(number, further)) > 0:
                    weighed[other.claim.mention.value.normal].append((weight, other))
            yield from self._rivals_of(odd, weighed)

    def _weigh(self, left: int, right: int) -> float:
        """The weight of two settings by number, worked out once, for it is the same either way round."""
        pair = min(left, right), max(left, right)
        if pair not in self._weights:
            self._weights[pair] = weigh_settings(self.settings[pair[0]], self.settings[pair[1]])
        return self._weights[pair]

    def _rivals_of(
        self, odd: Setting, weighed: dict[str, list[tuple[float, Setting]]]
    ) -> Iterator[tuple[float, list[Claim], Claim]]:
        for found in weighed.values():
            found.sort(key=lambda pair: -pair[0])
            best: dict[str, tuple[float, Setting]] = {}
            for weight, setting in found:
                best.setdefault(setting.article, (weight, setting))
            weights = [weight for weight, _ in best.values()]
            shared = self._shared_anchors(odd, found[0][1])
            weights[0] += sum(_ANCHORS[sort] for sort in shared)
            total = weights[0] + _FURTHER * sum(weights[1:])
            if weights[0] < _BEST or total < _ENOUGH:
                continue
            value = found[0][1].claim.mention.value
            has_site = bool(odd.sites & found[0][1].sites)
            if is_part_of_town(odd.claim) != is_part_of_town(found[0][1].claim):
                continue
            if self._has_better(odd, value, found[0][0], weighed):
                continue
            beside = value.normal in odd.claim.key.places
            if self._knows(odd.article, value) and (beside or "day" not in shared or _is_news(odd)):
                continue
            if goes_home(odd.claim) != goes_home(found[0][1].claim):
                continue
            if self._stands_alone(odd, value, weighed, weights[0], has_site):
                told = self._gather(odd, found[0][1])
                if all(are_long_apart(odd.claim, claim) for claim in told):
                    continue
                if any(_is_coming(claim) == _is_coming(odd.claim) for claim in told):
                    yield total, told, odd.claim

    def _has_better(
        self,
        odd: Setting,
        value: Value,
        weight: float,
        weighed: dict[str, list[tuple[float, Setting]]],
    ) -> bool:
        """Whether a third place stands much more like the odd one's, be it that its article knows that."""
        return any(
            found[0][0] > weight
            and not self.nesting.fits(found[0][1].claim.mention.value, value)
            and not self.nesting.fits(found[0][1].claim.mention.value, odd.claim.mention.value)
            for found in weighed.values()
        )

    def _shared_anchors(self, odd: Setting, other: Setting) -> frozenset[str]:
        """Sorts of what two articles tell with the one place, one with the other, and nobody with a third."""
        own, value = odd.claim.mention.value, other.claim.mention.value
        found: set[str] = set()
        if len(self._naming(own)) > 1 or is_area(own) or are_told_apart(odd.claim, other.claim):
            return frozenset()
        for anchor in _anchors(odd):
            where: dict[bool, set[str]] = {True: set(), False: set()}
            for setting in self._told[anchor]:
                told = setting.claim.mention.value
                mine, yours = self.nesting.are_nested(told, own), self.nesting.are_nested(told, value)
                if not mine and not yours:
                    break
                where[mine].add(setting.article)
            else:
                if where[True] == {odd.article} and len(where[False]) > 1:
                    found.add(anchor[0])
        return frozenset(found)

    def _stands_alone(
        self,
        odd: Setting,
        value: Value,
        weighed: dict[str, list[tuple[float, Setting]]],
        weight: float,
        has_site: bool,
    ) -> bool:
        """Whether the odd article never names the other place, two more do, and nobody else has its own."""
        own = odd.claim.mention.value
        if is_area(own) != is_area(value):
            return False
        if self.nesting.are_nested(own, value) and not are_two_towns(own, value):
            return False
        if not (has_site or self._are_town_and_town(own, value)) and self.nesting.fits(own, value):
            return False
        if len(self._naming(value)) < 2:
            return False
        if any(w >= _ELSEWHERE * weight for w, _ in weighed.get(own.normal, ())):
            return False
        return self._are_two(odd, value)

    def _are_town_and_town(self, left: Value, right: Value) -> bool:
        """Whether two names are of towns, for an article tells in which country the one of them lies."""
        regions = [v.normal for v in (left, right) if is_region(v.normal)]
        return are_two_towns(left, right) and all(
            is_one_town(name) and self.nesting.around.get(name) for name in regions
        )

    def _knows(self, article: str, value: Value) -> bool:
        words = {fold(w) for w in getattr(value, "form", value.normal).split()}
        return words <= self.words[article] or any(
            is_same(value, setting.claim.mention.value) and not is_reference(setting.claim)
            for setting in self.by_article[article]
        )

    def _gather(self, odd: Setting, first: Setting) -> list[Claim]:
        """Of every article the claim of the majority's place that is most like either of the two."""
        told: dict[str, tuple[float, Claim]] = {}
        for setting in self.settings:
            if not is_same(setting.claim.mention.value, first.claim.mention.value):
                continue
            weight = max(weigh_settings(odd, setting), weigh_settings(first, setting))
            if setting is first or weight > told.get(setting.article, (_TAKES_PART, None))[0]:
                told[setting.article] = math.inf if setting is first else weight, setting.claim
        return [claim for _, claim in told.values()]

    def _naming(self, value: Value) -> list[str]:
        return [article for article in self.values if self._names(article, value)]

    def _names(self, article: str, value: Value) -> bool:
        return any(is_same(value, other) for other in self.values[article].values())

    def _are_two(self, odd: Setting, value: Value) -> bool:
        """Whether something shows that the two are two places and no part and its whole."""
        own = odd.claim.mention.value
        if are_two_towns(own, value):
            return True
        if sort_words(own.normal) & sort_words(value.normal):
            return True
        there = [s.claim for s in self.settings if is_same(s.claim.mention.value, value)]
        if (sort := sort_before(odd.claim)) and sort in map(sort_before, there):
            return True  # "in the town of Dun", "in the town of Orl"
        if compare_values(Kind.PLACE, own, value).slip or self.nesting.are_listed(own, value):
            return True
        # Who tells of a part of a place tells of the whole somewhere, and who of the whole ...
        if self._naming(own) != [odd.article]:
            return False
        led = leading_word(odd.claim)
        where = [leading_word(claim) for claim in there]
        # "At Low Square", "on Main Street": in a town that the others name.
        return led not in _SPOTS or led in where


def are_two_towns(left: Value, right: Value) -> bool:
    """Whether tables know both as towns, and neither only as a region."""
    return _is_town(left.normal) and _is_town(right.normal) and left.normal != right.normal


def _is_town(name: str) -> bool:
    """Whether a table knows a town of this name, be it as the place that English calls so."""
    place = find_place(name)
    return bool(find_town(name)) or (place is not None and is_country(place.within) and not is_region(name))


def is_area(value: Value) -> bool:
    """Whether a name is a country's or region's and no town's."""
    return is_region(value.normal) and not find_town(value.normal)


def _is_news(setting: Setting) -> bool:
    """Whether a place is told with the day of the news itself, on which much happens in many places."""
    published = setting.claim.published
    days = (abs((date.fromisoformat(day) - published.date()).days) for day in setting.days if published)
    return min(days, default=0) < _APART


def _picks_one_out(claim: Claim) -> bool:
    """Whether a place tells one of several things apart: "the Dun plant", others of which are elsewhere."""
    end = claim.mention.end - claim.context_start
    return leading_word(claim) == "the" and re.match(r" [a-z]", claim.context[end : end + 2]) is not None


def _is_coming(claim: Claim) -> bool:
    return any(scene.frame == COMING for scene in claim.key.scenes)
