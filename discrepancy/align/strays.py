"""Place slots for strays: a place that one article alone names, where the others have one that it lacks.

Most places that a single article names are its own; one that stands where two articles or more have
another, and that would be the only thing these know and it does not, is a slip. No sign is sure: a
logistic model (``places.json``), learned on labelled stories, says how much they say together.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from discrepancy import lexicon
from discrepancy.align.answers import count_articles, trim_values
from discrepancy.align.nesting import Nesting, is_same
from discrepancy.align.scoring import contributions, score
from discrepancy.align.settings import is_reference, read_settings
from discrepancy.align.sites import are_two_towns, is_area
from discrepancy.align.testimony import times_of
from discrepancy.align.vicinity import VICINITY, Vicinity, may_answer_one, may_be_spot, weigh_vicinity
from discrepancy.compare.names.places import sort_words
from discrepancy.lexicon.names import fold
from discrepancy.model import Claim, Kind, Name, Provenance, Slot, Value

SURE = 0.6
"""Score from which a stray is a contradiction; see ``benchmarks/train_strays.py``."""
_LIKELY = 0.4
"""Score from which a further article's stray shows that there are more such places."""
_TAKES_PART = 1.0
"""Likeness, by hand-set weights, from which a further article's claim is shown with the majority."""
_FEWEST = 3
"""Articles of a story in which one can be alone against others."""

_POINTS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"}
)

STRAY_FEATURES = (
    *VICINITY, "second", "alone", "missing", "best", "ahead", "best_there", "ahead_there", "towns", "fits",
    "times", "times_there", "surrounded", "dateline", "between", "first",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stray:
    """A place that one article alone has, and one that others have and it has not.

    Attributes:
        odd: The claim of the one.
        most: Of each other article the claim that is most like it, the likest first.
        features: As :data:`STRAY_FEATURES` names them.
    """

    odd: Claim
    most: tuple[Claim, ...]
    features: tuple[float, ...]

    @property
    def sure(self) -> float:
        """How sure it is that one of the two places is wrong, from 0 to 1."""
        return score("stray", STRAY_FEATURES, self.features)


def align_strays(story_id: str, claims: Sequence[Claim], nesting: Nesting) -> tuple[Slot, ...]:
    """Slots for places that stray from what all others say, the surest first; each place in one."""
    found = sorted(((stray.sure, stray) for stray in find_strays(claims, nesting)), key=lambda f: -f[0])
    straying: dict[str, set[str]] = {}
    for sure, stray in found:
        if sure >= _LIKELY:
            straying.setdefault(stray.most[0].mention.value.normal, set()).add(stray.odd.mention.article_id)
    slots: list[Slot] = []
    told: set[tuple[str, str]] = set()
    for sure, stray in found:
        if sure < SURE:
            break
        if len(straying[stray.most[0].mention.value.normal]) > 1:
            continue  # there are three such places: each may be of a thing of its own
        said = [stray.odd, *stray.most]
        values = {(c.mention.article_id, c.mention.value.normal) for c in said}
        if told.isdisjoint(values):
            told |= values
            slots.append(_make_slot(story_id, said, stray))
    return tuple(slots)


def _make_slot(story_id: str, said: Sequence[Claim], stray: Stray) -> Slot:
    label = next((claim.key.question for claim in reversed(said) if claim.key.question), Kind.PLACE.value)
    rule = Provenance("stray", weights=contributions("stray", STRAY_FEATURES, stray.features))
    return Slot(story_id, Kind.PLACE, label, trim_values(said), stray.sure, rule)


def find_strays(claims: Sequence[Claim], nesting: Nesting) -> list[Stray]:
    """Every place that one article alone has, with every place that it alone lacks, as the stories allow."""
    return _Story(claims, nesting).strays() if count_articles(claims) >= _FEWEST else []


@dataclass(frozen=True, slots=True)
class _Likeness:
    """Two settings by number, their features, and what these are worth by hand."""

    worth: float
    odd: int
    other: int
    features: tuple[float, ...]


class _Story:
    """The places of one story's articles, and who names which."""

    def __init__(self, claims: Sequence[Claim], nesting: Nesting) -> None:
        self.claims = claims
        self.nesting = nesting
        self.total = count_articles(claims)
        self.settings = [s for s in read_settings(claims) if _is_named(s.claim)]
        self.words: dict[str, set[str]] = {}
        for claim in claims:
            if isinstance(claim.mention.value, Name) and not is_reference(claim):
                words = self.words.setdefault(claim.mention.article_id, set())
                words.update(fold(word) for word in claim.mention.value.form.split())
        self.values: dict[str, Value] = {}
        self.places: dict[str, list[int]] = {}
        for number, setting in enumerate(self.settings):
            value = setting.claim.mention.value
            self.values.setdefault(value.normal, value)
            self.places.setdefault(value.normal, []).append(number)
        self.spellings = {name: self._spellings(name) for name in self.values}
        self.naming = {
            name: {self.settings[i].article for other in same for i in self.places[other]}
            for name, same in self.spellings.items()
        }

    def _spellings(self, name: str) -> list[str]:
        own = self.values[name]
        return [other for other, value in self.values.items() if other == name or is_same(own, value)]

    def strays(self) -> list[Stray]:
        """Every two places of which one article alone has the one, and lacks the other."""
        lone = {name: next(iter(told)) for name, told in self.naming.items() if len(told) == 1}
        pairs = [
            (name, there)
            for name, article in lone.items()
            for there in self.values
            if self._is_missing(there, article) and self._may_clash(self.values[name], self.values[there])
        ]
        if not pairs:
            return []
        vicinity = Vicinity(self.settings, self.claims)
        ranked = {pair: found for pair in pairs if (found := self._rank(vicinity, *pair))}
        alone = {article: list(lone.values()).count(article) for article in lone.values()}
        return [
            self._make(name, there, ranked, {n for n, a in lone.items() if a == lone[name]}, alone)
            for name, there in ranked
        ]

    def _is_missing(self, name: str, article: str) -> bool:
        """Whether two articles name a place, and this one has none of it."""
        told = self.naming[name]
        words = {fold(word) for word in getattr(self.values[name], "form", name).split()}
        return len(told) > 1 and article not in told and not words <= self.words.get(article, set())

    def _may_clash(self, left: Value, right: Value) -> bool:
        """Whether neither is the other one's region, or may be for all that is known."""
        if _is_wide(left) != _is_wide(right) or self.nesting.are_nested(left, right):
            return False
        return are_two_towns(left, right) or not self.nesting.fits(left, right)

    def _rank(self, vicinity: Vicinity, name: str, there: str) -> list[_Likeness]:
        """Of every other article the likest pair of claims, the likest of all first."""
        others = [i for same in self.spellings[there] for i in self.places[same]]
        best: dict[str, _Likeness] = {}
        for odd in self.places[name]:
            told = [i for i in others if self._may_answer_one(vicinity, odd, i)]
            for other, features in zip(told, vicinity.compare(odd, told), strict=True):
                found = _Likeness(weigh_vicinity(features), odd, other, features)
                held = best.get(self.settings[other].article)
                if held is None or found.worth > held.worth:
                    best[self.settings[other].article] = found
        return sorted(best.values(), key=lambda likeness: -likeness.worth)

    def _may_answer_one(self, vicinity: Vicinity, odd: int, other: int) -> bool:
        left, right = self.settings[odd], self.settings[other]
        if vicinity.name_others(odd, other) or not may_answer_one(left, right):
            return False
        a, b = left.claim, right.claim
        return are_two_towns(a.mention.value, b.mention.value) or not may_be_spot(a, b)

    def _make(
        self,
        name: str,
        there: str,
        ranked: dict[tuple[str, str], list[_Likeness]],
        lone: Set[str],
        alone: dict[str, int],
    ) -> Stray:
        first, *rest = ranked[name, there]
        odd, other = self.settings[first.odd], self.settings[first.other]
        article = odd.article
        own = {pair: found[0].worth for pair, found in ranked.items() if pair[0] in lone}
        missing = {other for _, other in own}
        features = (
            *first.features,
            rest[0].worth if rest else 0.0,
            math.log2(1 + alone[article]),
            math.log2(1 + len(missing)),
            *_standing(first.worth, [worth for pair, worth in own.items() if pair[0] == name]),
            *_standing(first.worth, [worth for pair, worth in own.items() if pair[1] == there]),
            float(are_two_towns(self.values[name], self.values[there])),
            float(self.nesting.fits(self.values[name], self.values[there])),
            math.log2(len(self.places[name])),
            self._times(there),
            float(self._is_surrounded(name, article)),
            float(other.claim.mention.text.isupper()),
            *self._order(article, there),
        )
        shown = [likeness for likeness in rest if likeness.worth >= _TAKES_PART] or rest[:1]
        most = (other.claim, *(self.settings[likeness.other].claim for likeness in shown))
        return Stray(odd.claim, most, features)

    def _times(self, name: str) -> float:
        """How often an article that names a place does (logarithm)."""
        told = sum(len(self.places[same]) for same in self.spellings[name])
        return math.log2(1 + told / len(self.naming[name]))

    def _is_surrounded(self, name: str, article: str) -> bool:
        """Whether the place lies in one that other articles name as well."""
        around = self.nesting.surroundings(name)
        return any(other in around and self.naming[other] - {article} for other in self.values)

    def _order(self, article: str, there: str) -> tuple[float, float]:
        """Whether the article came out between the others, and whether it was the first."""
        own, others = self._published({article}), self._published(self.naming[there])
        if not own or not others:
            return 0.0, 0.0
        return float(min(others) <= own[0] <= max(others)), float(own[0] < min(others))

    def _published(self, articles: Set[str]) -> list[datetime]:
        return times_of(c for c in self.claims if c.mention.article_id in articles)


def _is_named(claim: Claim) -> bool:
    """Whether a place of the text has a name of its own: "the City" is any."""
    general = lexicon.read_table("scenes")["general"]
    bare = claim.mention.value.normal.lower() in {*general["sorts"], *general["venues"]}
    return claim.mention.field == "text" and not bare


def _is_wide(value: Value) -> bool:
    """Whether a name is a region's by the tables, by its sort ("Dun Valley") or by a point of the compass."""
    words = value.normal.lower().split()
    pointed = len(words) > 1 and bool(_POINTS & set(re.split(r"[- ]", words[0])))
    sorts: dict[str, list[str]] = lexicon.read_table("places")["sorts"]
    wide = {*sorts["area"], *sorts["nature"]}
    return is_area(value) or pointed or not wide.isdisjoint(sort_words(value.normal))


def _standing(worth: float, rivals: Sequence[float]) -> tuple[float, float]:
    """Whether no rival, of which it is one itself, is likelier, and by how much it is ahead of the next."""
    ranked = sorted(rivals, reverse=True)
    ranked.remove(worth)
    ahead = worth - max(ranked, default=0.0)
    return float(not ranked or ahead >= 0), ahead
