"""What the labels of a story teach: which pairs of claims answer one question, which facts are at odds.

They teach it of a story cut to fewer articles too, where little else speaks for either side.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from typing import Any

from benchmarks.stories import Item, LabelledStory, covers
from discrepancy.align.pairs import Pair
from discrepancy.model import Claim, Zone

UNLABELLED = 0.25
HALF_LABELLED = 0.5
"""Weights of examples that are negative only because nobody labelled them."""
CUTS = ((2, 3), (3, 1))
"""To how many articles a story is cut, and how often: three pairs and one triple."""


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled pair of claims: its features, whether it is one question, and what it counts."""

    features: tuple[float, ...]
    same: bool
    weight: float
    sort: str = "number"


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
            yield Example(pair.features, *decided, pair.sort)


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


def cut_record(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The story, as it stands in its file, cut to some of its articles, as often as ``CUTS`` says.

    Which articles stay is chance, but seeded by the story's name: neither other stories nor the order
    of the articles have a say in it, and a digest is the same in every version of Python.
    """
    story, articles = record["story"], sorted(row["id"] for row in record["articles"])

    def chance(keep: Collection[str]) -> str:
        return sha256("\n".join((story, *keep)).encode()).hexdigest()

    return [
        restrict_record(record, keep)
        for size, times in CUTS
        if size < len(articles)
        for keep in sorted(combinations(articles, size), key=chance)[:times]
    ]


def restrict_record(record: dict[str, Any], keep: Collection[str]) -> dict[str, Any]:
    """The story with the articles ``keep`` alone, under a name of its own.

    Labels keep the values that are left. A conflict whose values no longer differ is none, and an odd
    one out needs two articles against it: between one and one nothing says which is wrong.
    """
    rows = [row for row in record["articles"] if row["id"] in keep]
    gold = [_restrict_item(row, keep) for row in record["gold"]]
    benign = [_restrict_item(row, keep) for row in record["benign"]]
    return record | {
        "story": f"{record['story']}#{'+'.join(sorted(keep))}",
        "articles": rows,
        "gold": [row for row in gold if len({value["value"] for value in row["values"]}) > 1],
        "benign": [row for row in benign if len(row["values"]) > 1],
    }


def _restrict_item(row: dict[str, Any], keep: Collection[str]) -> dict[str, Any]:
    values = [value for value in row["values"] if value["article"] in keep]
    odd = [article for article in row.get("odd", ()) if article in keep]
    others = {value["article"] for value in values}.difference(odd)
    return row | {"values": values, "odd": odd if len(others) > 1 else []}
