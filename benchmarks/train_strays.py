"""Learn from labelled stories when a place that one article alone names is wrong.

    python benchmarks/train_strays.py FOLDER... [--folds 8] [--write] [--output FILE]

Every place that one article alone has, with every place that it alone lacks, is an example. Prints, for
each data set and threshold, how many labelled conflicts and how many alarms the strays of stories left
out would give, and beside them what hand-set weights make of these; ``--write`` fits on all stories and
writes ``discrepancy/align/places.json`` or ``FILE``.
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
from benchmarks.stories import LabelledStory, covers, read_story
from benchmarks.train_alignment import average_precision
from benchmarks.trainer import read_arguments, score_held_out
from benchmarks.training import Logistic, fit_pipeline, fold_scaler, read_records
from discrepancy.align.descriptions import is_description
from discrepancy.align.directions import is_direction
from discrepancy.align.nesting import Nesting
from discrepancy.align.quotations import leave_deictic
from discrepancy.align.strays import STRAY_FEATURES, Stray, find_strays
from discrepancy.align.vicinity import VICINITY, weigh_vicinity
from discrepancy.config import Config
from discrepancy.model import Claim, Kind
from discrepancy.reading import claim_story

WEIGHTS = Path(__file__).parents[1] / "discrepancy/align/places.json"
PENALTY = 0.1
"""Inverse strength of the penalty on large weights."""
THRESHOLDS = (0.4, 0.5, 0.6, 0.7, 0.8)


@dataclass(frozen=True, slots=True)
class Strayed:
    """A stray of a labelled story.

    Attributes:
        data: The data set.
        story: The story's unique name.
        place: The story and the place that one article alone has: one alarm there is as bad as two.
        features: As ``STRAY_FEATURES`` names them.
        answers: The labelled conflicts whose two values it holds.
    """

    data: str
    story: str
    place: tuple[str, str]
    features: tuple[float, ...]
    answers: frozenset[str]

    @property
    def by_hand(self) -> float:
        """What hand-set weights make of the two places' surroundings alone."""
        return weigh_vicinity(self.features[: len(VICINITY)])


def prepare_folder(folder: Path) -> Iterator[Strayed]:
    """The strays of every story of ``folder``; the language model is run once."""
    records = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    for _, record, documents in read_records(records, cuts=False):
        story = read_story(record)
        claims = claim_story([documents[article.id] for article in story.articles], Config())
        yield from label_strays(folder.name, story, claims)


def label_strays(data: str, story: LabelledStory, claims: Sequence[Claim]) -> Iterator[Strayed]:
    """The strays of one story, with the conflicts that they answer."""
    reporting = leave_deictic([claim for claim in claims if claim.mention.zone.is_reporting])
    told = [claim for claim in reporting if not is_description(claim) and not is_direction(claim)]
    for stray in find_strays(told, Nesting(told)):
        place = story.id, stray.odd.mention.value.normal
        answers = frozenset(_answered(stray, story))
        yield Strayed(data, f"{data}/{story.id}", place, stray.features, answers)


def _answered(stray: Stray, story: LabelledStory) -> Iterator[str]:
    for item in story.gold:
        odd, most = (
            {label.value for label in item.labels if any(covers(claim, label) for claim in said)}
            for said in ((stray.odd,), stray.most)
        )
        alone = not item.odd or stray.odd.mention.article_id in item.odd
        if item.kind == Kind.PLACE and alone and any(a != b for a in odd for b in most):
            yield item.id


def fit_strays(examples: Sequence[Strayed]) -> Logistic:
    """Learn from strays whether they are wrong."""
    rows = np.array([example.features for example in examples])
    labels = [bool(example.answers) for example in examples]
    return fold_scaler(fit_pipeline(rows, labels, PENALTY, [1.0] * len(examples)), STRAY_FEATURES)


def cross_validate(examples: Sequence[Strayed], folds: int) -> list[float]:
    """Score every example by a model fitted without its story."""
    return score_held_out(
        examples, folds, fit_strays, lambda example: example.story, lambda example: example.features
    )


def render(examples: Sequence[Strayed], scores: Sequence[float]) -> Iterator[str]:
    """Labelled conflicts told, and places with an alarm, at each threshold and as many by hand."""
    yield f"{'data set':<14}" + "".join(f"{f'at {threshold}':>12}" for threshold in THRESHOLDS)
    for name in sorted({example.data for example in examples}):
        held = [(e, s) for e, s in zip(examples, scores, strict=True) if e.data == name]
        yield f"{name:<14}" + "".join(f"{_count(_surest(held, t)):>12}" for t in THRESHOLDS)
    every = list(zip(examples, scores, strict=True))
    ranked = sorted(examples, key=lambda example: -example.by_hand)
    told = [_surest(every, threshold) for threshold in THRESHOLDS]
    yield f"{'all':<14}" + "".join(f"{_count(sure):>12}" for sure in told)
    yield f"{'all, by hand':<14}" + "".join(f"{_count(ranked[: len(sure)]):>12}" for sure in told)


def _surest(held: Iterable[tuple[Strayed, float]], threshold: float) -> list[Strayed]:
    return [example for example, score in held if score >= threshold]


def _count(sure: Sequence[Strayed]) -> str:
    told = Counter(item for example in sure for item in example.answers)
    return f"{len(told)} + {len({example.place for example in sure if not example.answers})}"


def make_table(
    examples: Sequence[Strayed], scores: Sequence[float], folders: Sequence[Path]
) -> dict[str, Any]:
    """The model fitted on all examples, and what it was learned from."""
    labels = [bool(example.answers) for example in examples]
    return {
        "trained_on": {
            "sets": {folder.name: digest(folder) for folder in folders},
            "positive": sum(labels),
            "negative": len(labels) - sum(labels),
            "cross_validated_average_precision": round(average_precision((labels, list(scores))), 4),
        },
        "stray": fit_strays(examples).to_table(),
    }


def main() -> int:
    """Read, cross-validate, print, and write the weights where asked."""
    parser, args = read_arguments(__doc__ or "", WEIGHTS)
    examples = [example for folder in args.folders for example in prepare_folder(folder)]
    if len({bool(example.answers) for example in examples}) < 2:
        parser.error("no strays of which some are a labelled conflict and some are none")
    scores = cross_validate(examples, args.folds)
    print("\n".join(render(examples, scores)))
    if args.write:
        table = make_table(examples, scores, args.folders)
        args.output.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
        print(f"\nwrote {args.output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
