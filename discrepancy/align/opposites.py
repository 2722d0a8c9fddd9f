"""Statuses of one dimension that rule each other out, with the articles that take either side.

Two articles say the opposite; who else says the one or the other makes the sides. What tells two things,
two times or a change leaves nothing to weigh; how sure the rest is, ``poles`` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from discrepancy.align.answers import clash, count_articles
from discrepancy.align.dimensions import dimension_of, is_in
from discrepancy.align.themes import Themes
from discrepancy.align.times import (
    are_of_one_time,
    differ_in_age,
    goes_on,
    have_moved_on,
    of_the_time,
    stays_so,
)
from discrepancy.model import Claim

NOT = frozenset({"not", "n't", "never"})
"""What one of two sentences that are else the same may lack; "no passengers" is a number."""

REWORDED = 0.5
"""Cosine from which one sentence is made of the other, and what it denies has lost or got a "not"."""

SUPPORT = 0.3
"""Evidence from which two statuses may be of one thing, and a further article takes a side."""

AGREED = 0.45
"""Evidence from which an article that has both states is taken to tell of a change."""

OF_ONE = 0.75
"""Evidence for one thing that is asked for where each of two articles has both states, or no side is the
larger."""

MARGIN = 0.15
"""Evidence by which one of an article's two statements has to be ahead to be the one that counts."""


@dataclass(frozen=True, slots=True)
class Opposite:
    """Two statuses that rule each other out, of two articles.

    Attributes:
        left: Index of the one.
        right: Index of the other.
        mine: The one and what agrees with it, at most one side of an article.
        yours: The same for the other.
    """

    left: int
    right: int
    mine: tuple[int, ...]
    yours: tuple[int, ...]

    @property
    def told(self) -> list[int]:
        """All statuses on either side, in the order of the story."""
        return sorted({*self.mine, *self.yours})


class Group:
    """The statuses of one dimension, held against each other.

    Attributes:
        statuses: Those of the story, which the members index.
        members: Indexes of the dimension's own.
        sources: For each status of the story from which dimension it comes, where they come from several;
            what contradicts has to be of two.
        themes: What each is said of.
        split: Dimensions with the people of whom one article tells both answers.
    """

    def __init__(
        self,
        statuses: Sequence[Claim],
        members: Sequence[int],
        themes: Themes,
        split: Set[tuple[str, str]] = frozenset(),
        sources: Sequence[str] = (),
    ) -> None:
        self.statuses = statuses
        self.members = members
        self.sources = sources
        self.themes = themes
        self.split = split

    @cached_property
    def sure(self) -> Mapping[tuple[int, int], float]:
        """For each two members how much speaks for one thing, from 0 to 1."""
        return {
            (i, j): self.themes.evidence(i, j, self.is_only(i, j))
            for position, i in enumerate(self.members)
            for j in self.members[position + 1 :]
        }

    def near(self, i: int, j: int) -> float:
        """What :attr:`sure` says of two members, in either order."""
        return self.sure[min(i, j), max(i, j)]

    def is_only(self, i: int, j: int) -> bool:
        """Whether the articles of two statuses say nothing else of the dimension."""
        both = self.article(i), self.article(j)
        return all(k in (i, j) or self.article(k) not in both for k in self.members)

    def find_opposites(self) -> Iterator[Opposite]:
        """Every two statuses of two articles that rule each other out, where nothing excuses either."""
        for i, j in self.sure:
            if not self._are_opposite(i, j) or self._may_be_two(i, j):
                continue
            sides = self._settle(self._side(i, j), self._side(j, i))
            if sides is not None and not self._are_excused(i, j, *sides):
                yield Opposite(i, j, *sides)

    def _are_excused(self, i: int, j: int, left: Sequence[int], right: Sequence[int]) -> bool:
        """Whether one side tells of a later state, or as many say either of what is hardly one thing."""
        sides = [[self.statuses[k] for k in side] for side in (left, right)]
        if have_moved_on(*sides):
            return True
        few, many = sorted(map(count_articles, sides))
        denied = is_deed(self.statuses[i]) and not self.is_reworded(i, j)
        return few == many and (self.near(i, j) < OF_ONE or denied or bool(self.sources))

    def is_reworded(self, i: int, j: int) -> bool:
        """Whether one deed is denied in a sentence that is made of the one that tells it."""
        both = self.statuses[i], self.statuses[j]
        by_adverb = any(NOT & set(claim.mention.text.lower().split()) for claim in both)
        return all(map(is_deed, both)) and by_adverb and self.themes.likeness(i, j) >= REWORDED

    def _are_opposite(self, i: int, j: int) -> bool:
        if self.article(i) == self.article(j) or not self.clash(i, j):
            return False
        return not self.sources or self.sources[i] != self.sources[j]

    def _may_be_two(self, i: int, j: int) -> bool:
        """Whether the words tell two things, two times, or a plan and what came of it."""
        if self.near(i, j) < SUPPORT or not are_of_one_time(self.statuses[i], self.statuses[j]):
            return True
        if self.sources and not self.themes.are_named_alike(i, j):
            return True
        if self._is_parted(i, j) and not self.themes.name_charges(i, j):
            return True
        # "The driver was cleared, the owner jailed": the other article's "acquitted" may be the driver's.
        if self.has_both(i) and self.has_both(j) and self.near(i, j) < OF_ONE:
            return True
        return not self.are_plans_alike(i, j)

    def _is_parted(self, i: int, j: int) -> bool:
        """Whether an article has both answers for somebody of whom one of two statuses is told."""
        told = {
            (dimension_of(self.statuses[k]), person) for k in (i, j) for person in self.themes.of[k].people
        }
        return bool(self.split & told)

    def has_both(self, i: int) -> bool:
        """Whether the article of a status says the opposite as well, of whatever thing."""
        return any(self.article(k) == self.article(i) and self.clash(k, i) for k in self.members)

    def clash(self, i: int, j: int) -> bool:
        """Whether two statuses rule each other out."""
        return clash(self.statuses[i], self.statuses[j])

    def article(self, i: int) -> str:
        """The article of a status."""
        return self.statuses[i].mention.article_id

    def are_plans_alike(self, i: int, j: int) -> bool:
        """Whether both are still to come or neither, or it makes no difference."""
        plans = self.themes.of[i].planned, self.themes.of[j].planned
        if plans[0] == plans[1] or is_in(self.statuses[i], "ahead"):
            return True
        return any(
            stays_so(self.statuses[k]) for k, planned in zip((i, j), plans, strict=True) if not planned
        )

    def _side(self, mine: int, other: int) -> dict[int, float]:
        """``mine`` and what agrees with it against ``other``, with how surely it is of the same thing."""
        side = {mine: self.near(mine, other)}
        charged = is_in(self.statuses[mine], "parted") and self._is_parted(mine, other)
        for k in self.members:
            if k in (mine, other) or self.clash(k, mine) or not self.clash(k, other):
                continue
            if not self.are_plans_alike(k, mine):
                continue
            if charged and not self.themes.share_charges(k, other):
                continue  # convicted of another charge, or of none that is told
            if differ_in_age(self.statuses[k], self.statuses[mine]):
                continue
            # An article's own words are alike anyway: the other's have to tell that it is one thing.
            near = max(self.near(k, end) for end in (mine, other) if self.article(end) != self.article(k))
            if near >= SUPPORT:
                side[k] = near
        return side

    def _settle(
        self, left: dict[int, float], right: dict[int, float]
    ) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        """Both sides without the articles on either; None where such an article tells of a change.

        One that says the other thing far less surely of this says it of another.
        """
        self._follow_change(left, right)
        self._follow_change(right, left)
        asked = {self.article(next(iter(left))), self.article(next(iter(right)))}
        for article in {self.article(k) for k in left} & {self.article(k) for k in right}:
            here = max(sure for k, sure in left.items() if self.article(k) == article)
            there = max(sure for k, sure in right.items() if self.article(k) == article)
            changed = is_in(self.statuses[next(iter(left))], "changing") and min(here, there) >= AGREED
            if abs(here - there) < MARGIN and (changed or article in asked):
                return None
            for side, out in ((left, here < there + MARGIN), (right, there < here + MARGIN)):
                for k in [k for k in side if out and self.article(k) == article]:
                    del side[k]
        told = self._of_the_time(left, right), self._of_the_time(right, left)
        return told if all(told) else None

    def _follow_change(self, left: dict[int, float], right: dict[int, float]) -> None:
        """Put articles that tell both on the other side where ``left`` says that nothing changed.

        "Closed in the morning, the bridge reopened at noon" contradicts that it has remained closed.
        """
        seed, other = next(iter(left)), next(iter(right))
        if not is_in(self.statuses[seed], "turning"):
            return
        if not goes_on(self.statuses[seed]) or goes_on(self.statuses[other]):
            return
        told = {self.article(k) for k in right} - {self.article(seed)}
        for k in [k for k in left if self.article(k) in told]:
            del left[k]

    def _of_the_time(self, side: Iterable[int], other: Iterable[int]) -> tuple[int, ...]:
        index = {id(self.statuses[k]): k for k in side}
        kept = of_the_time([self.statuses[k] for k in index.values()], [self.statuses[k] for k in other])
        return tuple(index[id(claim)] for claim in kept)


def by_dimension(statuses: Sequence[Claim]) -> Iterable[list[int]]:
    """Indexes of the statuses of each dimension."""
    groups: dict[str, list[int]] = {}
    for index, claim in enumerate(statuses):
        groups.setdefault(dimension_of(claim), []).append(index)
    return groups.values()


def is_deed(claim: Claim) -> bool:
    """Whether a status is a deed that one denies, of no dimension in the lexicon."""
    return dimension_of(claim).startswith("deed ")
