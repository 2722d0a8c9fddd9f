"""What the labels of a story teach: which pairs of claims answer one question, which facts are at odds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.stories import Item, LabelledStory
from benchmarks.stories import _covers as covers
from discrepancy.align.pairs import Pair
from discrepancy.model import Claim, Zone

UNLABELLED = 0.25
HALF_LABELLED = 0.5
"""Weights of examples that are negative only because nobody labelled them."""


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled pair of claims: its features, whether it is one question, and what it counts."""

    features: tuple[float, ...]
    same: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A label's claim to a value: the item by number, whether it holds unlike values apart, the value."""

    item: int
    apart: bool
    value: str


def mark_claims(claims: Sequence[Claim], story: LabelledStory, apart: Sequence[bool]) -> list[list[Mark]]:
    """For each claim, the labels that stand over it.

    Args:
        claims: The claims of the story.
        story: The labels.
        apart: For each benign item whether its unlike values answer different questions.
    """
    flags = [*(False for _ in story.gold), *apart]
    items = list(enumerate(zip((*story.gold, *story.benign), flags, strict=True)))
    return [
        [
            Mark(number, flag, label.value)
            for number, (item, flag) in items
            for label in item.labels
            if covers(claim, label)
        ]
        for claim in claims
    ]


def label_pairs(
    claims: Sequence[Claim], pairs: Sequence[Pair], marks: Sequence[Sequence[Mark]]
) -> Iterator[Example]:
    """The pairs that the labels decide.

    Only those between two articles, for within one nothing is labelled; and none from a headline,
    whose values the labels pass over, so that all of them would count as unlike.
    """
    for pair in pairs:
        left, right = claims[pair.left].mention, claims[pair.right].mention
        if left.article_id == right.article_id or Zone.TITLE in (left.zone, right.zone):
            continue
        decided = label_pair(marks[pair.left], marks[pair.right], pair.clashes)
        if decided:
            yield Example(pair.features, *decided)


def label_pair(left: Sequence[Mark], right: Sequence[Mark], clashes: bool) -> tuple[bool, float] | None:
    """Whether two claims answer one question, and how much that counts; None where labels are silent."""
    for mine in left:
        for yours in right:
            if mine.item == yours.item:
                # One item is one question, except where it says that unlike values are unlike things.
                return (not mine.apart or mine.value == yours.value), 1.0
    if left and right:
        return False, 1.0  # two items are two questions
    if not clashes:
        return None  # agreement was not labelled, so nothing says that it is chance
    # All conflicts were labelled, so a clash without one is two questions. It counts less, because
    # a labeller sees what differs within a question, and not everything that lies outside of one.
    return False, HALF_LABELLED if left or right else UNLABELLED


def label_rival(left: Iterable[Claim], right: Iterable[Claim], gold: Iterable[Item]) -> bool:
    """Whether two facts are the two sides of a labelled conflict.

    They are when labels of different values in two articles stand over them: one of the odd one out
    and one of the others where an odd one is labelled, any two where none is.
    """
    mine, yours = list(left), list(right)
    for item in gold:
        decided = any(label.article not in item.odd for label in item.labels) and bool(item.odd)
        here = [label for label in item.labels for claim in mine if covers(claim, label)]
        there = [label for label in item.labels for claim in yours if covers(claim, label)]
        for a in here:
            for b in there:
                if a.value == b.value or a.article == b.article:
                    continue
                if not decided or (a.article in item.odd) != (b.article in item.odd):
                    return True
    return False
