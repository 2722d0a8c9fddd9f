"""Slots of statuses: what became of one thing or one person, where articles cannot all be right.

One statement is wrong where others agree, of the same thing, on the opposite. What a status is said of
is told by people and words that the claims share; things change, so an article that has both states,
or that came out after all others, tells of a change and contradicts nobody. How much each of these counts
was learned (``poles``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.align.answers import clash, count_articles, trim_values
from discrepancy.align.bridges import bridge
from discrepancy.align.dimensions import dimension_of, is_in
from discrepancy.align.opposites import SUPPORT, Group, Opposite, by_dimension
from discrepancy.align.poles import measure_opposite, score_opposite, weigh_opposite
from discrepancy.align.quotations import find_quoted
from discrepancy.align.themes import Themes
from discrepancy.context import sentence_of
from discrepancy.model import Claim, Kind, Provenance, Slot, Weighted
from discrepancy.question import choose_question

SURE = 0.65
"""Learned certainty from which two opposite statuses make a contradiction."""

ALIKE = 0.75
"""Evidence from which two equal statuses are of one thing."""

_ONLY = re.compile(r" (?:only|merely|just|solely) (?:of|on)\b")


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
    told = find_told(claims, rest)
    if count_articles(told) < 2:
        return (), others
    story = _Story(claims, told)
    slots = [slot for group in story.groups() for slot in story.answer(story_id, group)]
    return tuple(_once([*slots, *_bridged(story_id, claims, told)])), others


def find_told(claims: Sequence[Claim], rest: Sequence[Claim]) -> list[Claim]:
    """The statuses of ``rest`` that are held against each other."""
    # Rising and falling are both true, each of its own period, and the figures with them are compared.
    told = [c for c in rest if c.mention.kind is Kind.STATUS and dimension_of(c) != "trend"]
    # What is part of an utterance is compared word by word, as a quotation.
    quoted = find_quoted(claims)
    return [claim for claim in told if id(claim) not in quoted]


def measure_statuses(
    claims: Sequence[Claim], told: Sequence[Claim]
) -> Iterator[tuple[list[Claim], list[Claim], tuple[float, ...]]]:
    """Both sides of every two opposite statuses, and their features: what the weights are learned from."""
    stories = [_Story(claims, told), *(_Story(claims, *bridged) for bridged in bridge(told))]
    for story in stories:
        for group in story.groups():
            for opposite in group.find_opposites():
                mine, yours = ([story.statuses[k] for k in side] for side in (opposite.mine, opposite.yours))
                yield mine, yours, story.measure(group, opposite)


def _bridged(story_id: str, claims: Sequence[Claim], told: Sequence[Claim]) -> Iterator[Slot]:
    """Contradictions between statuses of neighbouring questions."""
    for bridged in bridge(told):
        story = _Story(claims, *bridged)
        for group in story.groups():
            yield from (slot for slot in story.answer(story_id, group) if _fewest(slot))


def _is_in_part(claim: Claim) -> bool:
    """Whether a verdict is told of one charge of several: "convicted only of theft"."""
    return _ONLY.match(claim.context, claim.mention.end - claim.context_start) is not None


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
    """The claims of a contradiction's smaller side, of both where as many take either; none if all agree."""
    first = slot.claims[0]
    sides = [[c for c in slot.claims if clash(first, c) is other] for other in (False, True)]
    least = min(map(count_articles, sides))
    return [claim for side in sides if least and count_articles(side) == least for claim in side]


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
        self.total = count_articles(claims)
        self._split = self._find_split()

    def groups(self) -> Iterator[Group]:
        """The statuses of each dimension."""
        for members in by_dimension(self.statuses):
            yield Group(self.statuses, members, self.themes, self._split, self.sources)

    def measure(self, group: Group, opposite: Opposite) -> tuple[float, ...]:
        """The features of two opposite statuses."""
        return measure_opposite(group, opposite, self.total)

    def answer(self, story_id: str, group: Group) -> Iterator[Slot]:
        """Slots among statuses of one dimension: contradictions, the surest first, then agreements.

        No claim takes part in two.
        """
        measured = [(self.measure(group, opposite), opposite) for opposite in group.find_opposites()]
        scored = [(score_opposite(features), opposite, features) for features, opposite in measured]
        used: set[int] = set()
        for certainty, opposite, features in sorted(scored, key=lambda s: (-s[0], s[1].left, s[1].right)):
            if certainty < SURE:
                break
            if used.isdisjoint(opposite.told):
                # One thing has one contradiction; what else is said of it would repeat it.
                used.update(opposite.told)
                used.update(
                    k for pair, near in group.sure.items() if near >= SUPPORT and used & {*pair} for k in pair
                )
                weights = weigh_opposite(features)
                yield self._make_slot(story_id, opposite.told, round(certainty, 3), weights)
        for told in self._agreements(group, used):
            yield self._make_slot(story_id, told, 1.0)

    def _make_slot(
        self, story_id: str, told: Sequence[int], certainty: float, weights: Weighted = ()
    ) -> Slot:
        answers = trim_values(self.statuses[k] for k in self._with_repeats(told))
        label = choose_question([claim.key.question for claim in answers])
        return Slot(story_id, Kind.STATUS, label, answers, certainty, Provenance("status", weights=weights))

    def _with_repeats(self, told: Sequence[int]) -> list[int]:
        """``told`` and what the same sentences say again: "the doors are locked and it will stay shut"."""
        places = [
            (claim.mention.article_id, *sentence_of(claim), claim.mention.value.normal)
            for claim in self.statuses
        ]
        said = {places[k] for k in told}
        return [k for k, place in enumerate(places) if place in said]

    def _agreements(self, group: Group, used: set[int]) -> Iterator[list[int]]:
        """Claims of several articles that say the same of one thing."""
        near = [pair for pair, told in group.sure.items() if told >= ALIKE and not group.clash(*pair)]
        left = set(group.members) - used
        for i in sorted(left):
            told = {end for pair in near if i in pair and left.issuperset(pair) for end in pair}
            left -= told
            if len({group.article(k) for k in told}) > 1:
                yield sorted(told)

    def _find_split(self) -> frozenset[tuple[str, str]]:
        """Dimensions with the people of whom one article tells both answers: cleared of one charge alone."""
        told: dict[tuple[str, str, str], list[Claim]] = {}
        parted = [i for i, claim in enumerate(self.statuses) if is_in(claim, "parted")]
        # A bare surname may be a husband's or his wife's: not that of whom the article names besides.
        article = [claim.mention.article_id for claim in self.statuses]
        named = {(article[i], *people) for i in parted if len(people := self.themes.of[i].people) == 1}
        for i in parted:
            claim, people = self.statuses[i], self.themes.of[i].people
            for person in people:
                if len(people) == 1 or (article[i], person) not in named:
                    told.setdefault((dimension_of(claim), person, article[i]), []).append(claim)
        return frozenset(
            (dimension, person)
            for (dimension, person, _), claims in told.items()
            if any(clash(claims[0], claim) or _is_in_part(claim) for claim in claims)
        )
