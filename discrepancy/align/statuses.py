"""Slots of statuses: what became of one thing or one person, where articles cannot all be right.

One statement is wrong where others agree, of the same thing, on the opposite. What a status is said of
is told by people and words that the claims share; things change, so an article that has both states,
or that came out after all others, tells of a change and contradicts nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from discrepancy.align.answers import clash, count_articles, trim_values
from discrepancy.align.bridges import bridge
from discrepancy.align.quotations import find_quoted
from discrepancy.align.themes import Themes, dimension_of, is_in
from discrepancy.align.times import (
    are_of_one_time,
    differ_in_age,
    goes_on,
    have_moved_on,
    of_the_time,
    stays_so,
)
from discrepancy.context import sentence_of
from discrepancy.model import Claim, Kind, Provenance, Slot

AGREED = 0.45
"""Evidence that two claims are of one thing from which a majority of articles makes a conflict."""

ALONE = 0.75
"""The same for one article against one other."""

NOT = frozenset({"not", "n't", "never"})
"""What one of two sentences that are else the same may lack; "no passengers" is a number."""

_ONLY = re.compile(r" (?:only|merely|just|solely) (?:of|on)\b")

REWORDED = 0.5
"""Cosine from which one sentence is made of the other, and what it denies has lost or got a "not"."""

BRIDGED = 0.55
"""The same where one of them answers a neighbouring question."""

SUPPORT = 0.3
"""Evidence from which a further article takes a side."""

MARGIN = 0.15
"""Evidence by which one of an article's two statements has to be ahead to be the one that counts."""

_Sure = Mapping[tuple[int, int], float]


def align_statuses(
    story_id: str, claims: Sequence[Claim], rest: Sequence[Claim]
) -> tuple[tuple[Slot, ...], list[Claim]]:
    """Slots for what articles say has become of one thing.

    Args:
        story_id: The story.
        claims: All claims of its articles, for the people and figures that stand beside a status.
        rest: Those of them that no other question has taken.

    Returns:
        The slots, and ``rest`` without its statuses.
    """
    others = [claim for claim in rest if claim.mention.kind is not Kind.STATUS]
    # Rising and falling are both true, each of its own period, and the figures with them are compared.
    told = [c for c in rest if c.mention.kind is Kind.STATUS and dimension_of(c) != "trend"]
    # What is part of an utterance is compared word by word, as a quotation.
    quoted = find_quoted(claims)
    told = [claim for claim in told if id(claim) not in quoted]
    if count_articles(told) < 2:
        return (), others
    story = _Story(claims, told)
    slots = [slot for group in _by_dimension(told) for slot in story.answer(story_id, group)]
    return tuple(_once([*slots, *_bridged(story_id, claims, told, slots)])), others


def _bridged(
    story_id: str, claims: Sequence[Claim], told: Sequence[Claim], slots: Sequence[Slot]
) -> Iterator[Slot]:
    """Contradictions between statuses of neighbouring questions, of those that ``slots`` leave."""
    settled = {id(claim) for slot in slots if _fewest(slot) for claim in slot.claims}
    for group, sources in bridge([claim for claim in told if id(claim) not in settled]):
        for slot in _Story(claims, group, sources).answer(story_id, range(len(group))):
            if _fewest(slot):
                yield slot


def _is_in_part(claim: Claim) -> bool:
    """Whether a verdict is told of one charge of several: "convicted only of theft"."""
    return _ONLY.match(claim.context, claim.mention.end - claim.context_start) is not None


def _by_dimension(statuses: Sequence[Claim]) -> Iterable[list[int]]:
    """Indexes of the statuses of each dimension."""
    groups: dict[str, list[int]] = {}
    for index, claim in enumerate(statuses):
        groups.setdefault(dimension_of(claim), []).append(index)
    return groups.values()


def _once(slots: Sequence[Slot]) -> Iterator[Slot]:
    """``slots`` without contradictions of a sentence that contradicts others in another one already.

    "Parole was denied, he stays behind bars": two dimensions, one contradiction.
    """
    told: set[tuple[str, object, int]] = set()
    for slot in sorted(slots, key=lambda slot: (-count_articles(slot.claims), -slot.certainty)):
        few = _fewest(slot)
        places = {(claim.mention.article_id, *sentence_of(claim)) for claim in few}
        if told.isdisjoint(places):
            told |= places
            yield slot


def _fewest(slot: Slot) -> Sequence[Claim]:
    """The claims of a contradiction's smaller side; none where all agree."""
    first = slot.claims[0]
    sides = [[c for c in slot.claims if clash(first, c) is other] for other in (False, True)]
    return min(sides, key=count_articles)


class _Story:
    """One story's statuses, with what tells whether two of them are said of one thing.

    Args:
        claims: All claims of its articles.
        statuses: The statuses to hold against each other.
        sources: From which dimension each comes, where they come from several; each contradiction has to
            be between two.
    """

    def __init__(
        self, claims: Sequence[Claim], statuses: Sequence[Claim], sources: Sequence[str] = ()
    ) -> None:
        self.statuses = statuses
        self.sources = sources
        self.themes = Themes(claims, statuses)
        self._split = self._find_split()

    def answer(self, story_id: str, group: Sequence[int]) -> Iterator[Slot]:
        """Slots among statuses of one dimension: contradictions, the surest first, then agreements.

        No claim takes part in two.
        """
        sure = {
            (i, j): self.evidence(i, j, group)
            for position, i in enumerate(group)
            for j in group[position + 1 :]
        }
        used: set[int] = set()
        for told, certainty in self._contradictions(group, sure):
            if used.isdisjoint(told):
                # One thing has one contradiction; what else is said of it would repeat it.
                used.update(told)
                used.update(
                    k for pair, near in sure.items() if near >= SUPPORT and used & {*pair} for k in pair
                )
                yield self._make_slot(story_id, told, certainty)
        for told in self._agreements(sure, used):
            yield self._make_slot(story_id, told, 1.0)

    def evidence(self, i: int, j: int, group: Sequence[int]) -> float:
        """How sure it is that two statuses are said of one thing, from 0 to 1."""
        lone = all(k in (i, j) or self._article(k) not in (self._article(i), self._article(j)) for k in group)
        return self.themes.evidence(i, j, lone)

    def _make_slot(self, story_id: str, told: Sequence[int], certainty: float) -> Slot:
        answers = trim_values(self.statuses[k] for k in self._with_repeats(told))
        label = max((claim.key.question for claim in answers), key=len)
        return Slot(story_id, Kind.STATUS, label, answers, certainty, Provenance("status"))

    def _with_repeats(self, told: Sequence[int]) -> list[int]:
        """``told`` and what the same sentences say again: "the doors are locked and it will stay shut"."""
        places = [
            (claim.mention.article_id, *sentence_of(claim), claim.mention.value.normal)
            for claim in self.statuses
        ]
        said = {places[k] for k in told}
        return [k for k, place in enumerate(places) if place in said]

    def _contradictions(self, group: Sequence[int], sure: _Sure) -> Iterator[tuple[list[int], float]]:
        """The claims of either side of a contradiction, and its certainty."""
        enough = BRIDGED if self.sources else AGREED
        rivals = [
            pair
            for pair, told in sure.items()
            if told >= enough and self._are_rivals(*pair) and told >= self._least(*pair, group)
        ]
        for i, j in sorted(rivals, key=lambda pair: (-sure[pair], pair)):
            sides = self._settle(self._side(i, j, group, sure), self._side(j, i, group, sure))
            if (
                sides is not None
                and self._still_meet(*sides, sure)
                and (certainty := self._weigh(sure[i, j], *sides, self._is_reworded(i, j))) is not None
            ):
                yield sorted({*sides[0], *sides[1]}), certainty

    def _least(self, i: int, j: int, group: Sequence[int]) -> float:
        """Evidence needed of two statuses where each of their articles has both states, of two things.

        "The driver was cleared, the owner jailed": the other article's "acquitted" may be the driver's.
        """
        both = all(
            any(self._article(k) == self._article(mine) and self._clash(k, mine) for k in group)
            for mine in (i, j)
        )
        return ALONE if both else 0.0

    def _agreements(self, sure: _Sure, used: set[int]) -> Iterator[list[int]]:
        """Claims of several articles that say the same of one thing."""
        near = [pair for pair, told in sure.items() if told >= ALONE and not self._clash(*pair)]
        left = {i for pair in sure for i in pair} - used
        for i in sorted(left):
            told = {end for pair in near if i in pair and left.issuperset(pair) for end in pair}
            left -= told
            if len({self._article(k) for k in told}) > 1:
                yield sorted(told)

    def _are_rivals(self, i: int, j: int) -> bool:
        a, b = self.statuses[i], self.statuses[j]
        if self._article(i) == self._article(j) or not clash(a, b) or not are_of_one_time(a, b):
            return False
        if self._is_parted(i, j) and not self.themes.name_charges(i, j):
            return False
        if self.sources and (self.sources[i] == self.sources[j] or not self.themes.are_named_alike(i, j)):
            return False
        return self._are_plans_alike(i, j)

    def _is_parted(self, i: int, j: int) -> bool:
        """Whether an article has both answers for somebody of whom one of two statuses is told."""
        told = {
            (dimension_of(self.statuses[k]), person) for k in (i, j) for person in self.themes.of[k].people
        }
        return bool(self._split & told)

    def _find_split(self) -> frozenset[tuple[str, str]]:
        """Dimensions with the people of whom one article tells both answers: cleared of one charge alone."""
        told: dict[tuple[str, str, str], list[Claim]] = {}
        parted = [i for i, claim in enumerate(self.statuses) if is_in(claim, "parted")]
        # A bare surname may be a husband's or his wife's: not that of whom the article names besides.
        named = {(self._article(i), *people) for i in parted if len(people := self.themes.of[i].people) == 1}
        for i in parted:
            claim, people = self.statuses[i], self.themes.of[i].people
            for person in people:
                if len(people) == 1 or (self._article(i), person) not in named:
                    told.setdefault((dimension_of(claim), person, self._article(i)), []).append(claim)
        return frozenset(
            (dimension, person)
            for (dimension, person, _), claims in told.items()
            if any(clash(claims[0], claim) or _is_in_part(claim) for claim in claims)
        )

    def _are_plans_alike(self, i: int, j: int) -> bool:
        """Whether both are still to come or neither, or it makes no difference."""
        plans = self.themes.of[i].planned, self.themes.of[j].planned
        if plans[0] == plans[1] or is_in(self.statuses[i], "ahead"):
            return True
        return any(
            stays_so(self.statuses[k]) for k, planned in zip((i, j), plans, strict=True) if not planned
        )

    def _side(self, mine: int, other: int, group: Sequence[int], sure: _Sure) -> dict[int, float]:
        """``mine`` and what agrees with it against ``other``, with how surely it is of the same thing."""
        side = {mine: sure[min(mine, other), max(mine, other)]}
        charged = is_in(self.statuses[mine], "parted") and self._is_parted(mine, other)
        for k in group:
            if k in (mine, other) or self._clash(k, mine) or not self._clash(k, other):
                continue
            if not self._are_plans_alike(k, mine):
                continue
            if charged and not self.themes.share_charges(k, other):
                continue  # convicted of another charge, or of none that is told
            if differ_in_age(self.statuses[k], self.statuses[mine]):
                continue
            # An article's own words are alike anyway: the other's have to tell that it is one thing.
            ends = [end for end in (mine, other) if self._article(end) != self._article(k)]
            near = max(sure[min(k, end), max(k, end)] for end in ends)
            if near >= SUPPORT:
                side[k] = near
        return side

    def _settle(self, left: dict[int, float], right: dict[int, float]) -> tuple[list[int], list[int]] | None:
        """Both sides without the articles on either; None where such an article tells of a change.

        One that says the other thing far less surely of this says it of another.
        """
        self._follow_change(left, right)
        self._follow_change(right, left)
        asked = {self._article(next(iter(left))), self._article(next(iter(right)))}
        for article in {self._article(k) for k in left} & {self._article(k) for k in right}:
            here = max(sure for k, sure in left.items() if self._article(k) == article)
            there = max(sure for k, sure in right.items() if self._article(k) == article)
            changed = is_in(self.statuses[next(iter(left))], "changing") and min(here, there) >= AGREED
            if abs(here - there) < MARGIN and (changed or article in asked):
                return None
            for side, out in ((left, here < there + MARGIN), (right, there < here + MARGIN)):
                for k in [k for k in side if out and self._article(k) == article]:
                    del side[k]
        told = self._of_the_time(left, right), self._of_the_time(right, left)
        return told if all(told) else None

    def _still_meet(self, left: Sequence[int], right: Sequence[int], sure: _Sure) -> bool:
        """Whether what is left of the sides is of one thing still, whoever brought them together."""
        enough = BRIDGED if self.sources else AGREED
        return any(sure[min(i, j), max(i, j)] >= enough for i in left for j in right)

    def _follow_change(self, left: dict[int, float], right: dict[int, float]) -> None:
        """Put articles that tell both on the other side where ``left`` says that nothing changed.

        "Closed in the morning, the bridge reopened at noon" contradicts that it has remained closed.
        """
        seed, other = next(iter(left)), next(iter(right))
        if not is_in(self.statuses[seed], "turning"):
            return
        if not goes_on(self.statuses[seed]) or goes_on(self.statuses[other]):
            return
        told = {self._article(k) for k in right} - {self._article(seed)}
        for k in [k for k in left if self._article(k) in told]:
            del left[k]

    def _of_the_time(self, side: Iterable[int], other: Iterable[int]) -> list[int]:
        index = {id(self.statuses[k]): k for k in side}
        kept = of_the_time([self.statuses[k] for k in index.values()], [self.statuses[k] for k in other])
        return [index[id(claim)] for claim in kept]

    def _is_reworded(self, i: int, j: int) -> bool:
        """Whether one deed is denied in a sentence that is made of the one that tells it."""
        both = self.statuses[i], self.statuses[j]
        deeds = all(dimension_of(claim).startswith("deed ") for claim in both)
        by_adverb = any(NOT & set(claim.mention.text.lower().split()) for claim in both)
        return deeds and by_adverb and self.themes.likeness(i, j) >= REWORDED

    def _weigh(self, sure: float, left: Sequence[int], right: Sequence[int], reworded: bool) -> float | None:
        """How sure it is that the two sides contradict each other; None where they need not."""
        sides = [[self.statuses[i] for i in side] for side in (left, right)]
        if have_moved_on(*sides):
            return None
        few, many = sorted(map(count_articles, sides))
        outvoted = is_in(sides[0][0], "outvoted") and not reworded
        if few == many and (sure < ALONE or self.sources or outvoted):
            return None
        return round(0.6 + 0.4 * sure, 3)

    def _clash(self, i: int, j: int) -> bool:
        return clash(self.statuses[i], self.statuses[j])

    def _article(self, i: int) -> str:
        return self.statuses[i].mention.article_id
