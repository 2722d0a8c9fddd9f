"""Learn from labelled stories when two opposite statuses contradict each other.

    python benchmarks/train_statuses.py FOLDER... [--folds 8] [--write] [--output FILE]

Every two statuses that rule each other out are an example, of whole stories and of those cut to two and
three articles. Prints, for each data set and threshold, how many labelled conflicts and how many alarms
the statuses of stories left out would give; ``--write`` fits on all stories and puts the model "status"
into ``discrepancy/align/weights.json`` or ``FILE``, whose other models stay as they are.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it runs as a file too, not only with -m

import numpy as np

from benchmarks.quality import digest
from benchmarks.stories import Item, Label, LabelledStory, covers, read_story
from benchmarks.train_alignment import WEIGHTS, average_precision
from benchmarks.trainer import read_arguments, score_held_out
from benchmarks.training import (
    CUT_WEIGHT,
    SET_WEIGHTS,
    Logistic,
    fit_pipeline,
    fold_scaler,
    read_records,
)
from discrepancy.align.descriptions import is_description
from discrepancy.align.dimensions import dimension_of
from discrepancy.align.directions import is_direction
from discrepancy.align.poles import STATUS_FEATURES
from discrepancy.align.quotations import leave_deictic
from discrepancy.align.statuses import find_told, measure_statuses
from discrepancy.config import Config
from discrepancy.model import Claim, Document, Kind
from discrepancy.reading import claim_story

PENALTY = 0.03
"""Inverse strength of the penalty on large weights."""
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two opposite statuses of a labelled story.

    Attributes:
        data: The data set.
        parent: Unique name of the whole story.
        place: The story, whole or cut, and the dimension: one alarm there is as bad as two.
        cut: Whether the story is cut.
        features: As ``STATUS_FEATURES`` names them.
        answers: The labelled conflicts whose two values they are.
    """

    data: str
    parent: str
    place: tuple[str, str]
    cut: bool
    features: tuple[float, ...]
    answers: frozenset[str]


def prepare_folder(folder: Path) -> Iterator[Opposed]:
    """The opposite statuses of every story of ``folder``, whole and cut; the language model is run once."""
    records = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    for parent, record, documents in read_records(records):
        yield from _prepare(folder.name, f"{folder.name}/{parent}", record, documents)


def _prepare(
    data: str, parent: str, record: dict[str, Any], documents: dict[str, Document]
) -> Iterator[Opposed]:
    story = read_story(record)
    claims = claim_story([documents[article.id] for article in story.articles], Config())
    reporting = leave_deictic([claim for claim in claims if claim.mention.zone.is_reporting])
    reporting = [claim for claim in reporting if not is_description(claim) and not is_direction(claim)]
    for mine, yours, features in measure_statuses(reporting, find_told(reporting, reporting)):
        place = story.id, dimension_of(mine[0])
        answers = frozenset(_answered(mine, yours, story))
        yield Opposed(data, parent, place, parent != f"{data}/{story.id}", features, answers)


def _answered(mine: Sequence[Claim], yours: Sequence[Claim], story: LabelledStory) -> Iterator[str]:
    for item in story.gold:
        here, there = (
            {label.value for label in item.labels if any(_tells(claim, item, label) for claim in side)}
            for side in (mine, yours)
        )
        if any(a != b for a in here for b in there):
            yield item.id


def _tells(claim: Claim, item: Item, label: Label) -> bool:
    """Whether a status is what a label stands over; a label of a status, anywhere in the same sentence."""
    if covers(claim, label):
        return True
    begin, end = claim.context_start, claim.context_start + len(claim.context)
    here = (claim.mention.article_id, claim.mention.field) == (label.article, label.field)
    return item.kind is Kind.STATUS and here and begin <= label.start < end


def fit_statuses(examples: Sequence[Opposed]) -> Logistic:
    """Learn from opposite statuses whether they contradict each other.

    All that one dimension of a story has of a sort count together as one example.
    """
    count = Counter((example.place, bool(example.answers)) for example in examples)
    weights = [
        SET_WEIGHTS.get(example.data, 1.0)
        * (CUT_WEIGHT if example.cut else 1.0)
        / count[example.place, bool(example.answers)]
        for example in examples
    ]
    rows = np.array([example.features for example in examples])
    labels = [bool(example.answers) for example in examples]
    return fold_scaler(fit_pipeline(rows, labels, PENALTY, weights), STATUS_FEATURES)


def cross_validate(examples: Sequence[Opposed], folds: int) -> list[float]:
    """Score every example by a model fitted without its story, whole or cut."""
    return score_held_out(
        examples, folds, fit_statuses, lambda example: example.parent, lambda example: example.features
    )


def render(examples: Sequence[Opposed], scores: Sequence[float]) -> Iterator[str]:
    """Labelled conflicts told, and dimensions of stories with an alarm, at each threshold."""
    yield f"{'data set':<14}" + "".join(f"{f'at {threshold}':>12}" for threshold in THRESHOLDS)
    sets = {"cut" if example.cut else example.data for example in examples}
    for name in sorted(sets):
        held = [
            (example, score)
            for example, score in zip(examples, scores, strict=True)
            if ("cut" if example.cut else example.data) == name
        ]
        yield f"{name:<14}" + "".join(f"{_count(held, threshold):>12}" for threshold in THRESHOLDS)


def _count(held: Iterable[tuple[Opposed, float]], threshold: float) -> str:
    sure = [example for example, score in held if score >= threshold]
    told = {(example.place[0], item) for example in sure for item in example.answers}
    return f"{len(told)} + {len({example.place for example in sure if not example.answers})}"


def make_table(
    examples: Sequence[Opposed], scores: Sequence[float], folders: Sequence[Path]
) -> dict[str, Any]:
    """The model fitted on all examples, and what it was learned from."""
    whole = [(e, s) for e, s in zip(examples, scores, strict=True) if not e.cut]
    labels = [bool(example.answers) for example, _ in whole]
    return {
        "sets": {folder.name: digest(folder) for folder in folders},
        "positive": sum(labels),
        "negative": len(labels) - sum(labels),
        "cross_validated_average_precision": round(
            average_precision((labels, [score for _, score in whole])), 4
        ),
    }


def main() -> int:
    """Read, cross-validate, print, and write the weights where asked."""
    parser, args = read_arguments(__doc__ or "", WEIGHTS)
    examples = [example for folder in args.folders for example in prepare_folder(folder)]
    if len({bool(example.answers) for example in examples}) < 2:
        parser.error("no opposite statuses of which some are a labelled conflict and some are none")
    scores = cross_validate(examples, args.folds)
    print("\n".join(render(examples, scores)))
    if args.write:
        table = json.loads(WEIGHTS.read_text(encoding="utf-8"))
        table["trained_on"]["status"] = make_table(examples, scores, args.folders)
        table["status"] = fit_statuses(examples).to_table()
        args.output.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
        print(f"\nwrote {args.output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
