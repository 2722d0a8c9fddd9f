"""What the trainers of small models have in common: their arguments, and scores of what was held out."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from benchmarks.training import Logistic, deal_folds

E = TypeVar("E")


def read_arguments(description: str, output: Path) -> tuple[argparse.ArgumentParser, argparse.Namespace]:
    """The parser, for further complaints, and what was given: folders, folds, whether and where to write."""
    parser = argparse.ArgumentParser(description=description.split("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="labelled stories")
    parser.add_argument("--folds", type=int, default=8)
    parser.add_argument("--write", action="store_true", help="fit on all stories")
    parser.add_argument("--output", type=Path, default=output, metavar="FILE")
    args = parser.parse_args()
    if args.folds < 2:
        parser.error(f"--folds {args.folds}; expected 2 or more")
    for folder in args.folders:
        if not any(folder.glob("*.json")):
            parser.error(f"{folder}: no labelled stories; expected *.json files")
    return parser, args


def score_held_out(
    examples: Sequence[E],
    folds: int,
    fit: Callable[[Sequence[E]], Logistic],
    story_of: Callable[[E], str],
    features_of: Callable[[E], Sequence[float]],
) -> list[float]:
    """Score every example by a model fitted without its story.

    Args:
        examples: To learn from.
        folds: How many times a part of the stories is left out.
        fit: Learns from examples.
        story_of: The story that is left out as a whole.
        features_of: What the model reads.
    """
    fold_of = deal_folds(map(story_of, examples), folds)
    scores = [0.0] * len(examples)
    for fold in range(folds):
        model = fit([example for example in examples if fold_of[story_of(example)] != fold])
        out = [number for number, example in enumerate(examples) if fold_of[story_of(example)] == fold]
        held = model.predict([features_of(examples[number]) for number in out])
        for number, score in zip(out, held, strict=True):
            scores[number] = score
    return scores
