"""Learn the weights of the alignment from labelled stories.

    python benchmarks/train_alignment.py FOLDER... [--cross-validate] [--folds 8] [--whole-only]
                                         [--rivals-only] [--write] [--output FILE]

``--cross-validate`` refits both models without each fold of whole stories and prints what they make
of the stories left out, beside other penalties and beside weights set by hand; no figure it prints
comes from a story that was fitted. Each story is also fitted and scored cut to two and to three
articles, beside the whole one in its fold; ``--whole-only`` leaves that out. ``--write``
cross-validates the chosen penalty alone, then fits on all stories and replaces
``discrepancy/align/weights.json`` or ``FILE``, which says what it was learned from. ``--rivals-only`` keeps
the model of pairs as it is. The model of statuses is ``train_statuses.py``'s, and kept; held-out stories are
judged with it as it is.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it runs as a file too, not only with -m

from benchmarks.quality import digest
from benchmarks.stories import Judged, LabelledStory, describe, judge
from benchmarks.training import (
    BY_HAND,
    PENALTIES,
    RIVAL_C,
    Held,
    Prepared,
    SortedLogistic,
    cross_validate,
    fit_rival,
    fit_same,
    hold,
    judge_held,
    prepare_folder,
    read_same,
    stage_story,
)
from discrepancy.align.scoring import read_weights
from discrepancy.config import CompareConfig
from discrepancy.model import Finding, Verdict

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "discrepancy/align/weights.json"
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
BY_HAND_NAME = "set by hand"
CUT_NAME = "cut"

Scored: TypeAlias = tuple[list[bool], list[float]]
"""Labels and the scores that held-out models gave."""


def average_precision(scored: Scored) -> float:
    """Area under the curve of precision over recall; not a number where nothing is positive."""
    from sklearn.metrics import average_precision_score

    labels, scores = scored
    return float(average_precision_score(labels, scores)) if any(labels) else math.nan


def score_same(held: Sequence[Held]) -> Scored:
    """All pairs that the labels decide."""
    labels = [example.same for one in held for example in one.staged.prepared.examples]
    return labels, [score for one in held for score in one.same]


def score_rivals(held: Sequence[Held]) -> Scored:
    """All pairs of clashing facts."""
    labels = [label for one in held for label in one.staged.labels]
    return labels, [score for one in held for score in one.certainty]


class Judgements:
    """Held-out findings of some stories, to be judged at any threshold."""

    def __init__(self, held: Sequence[Held]) -> None:
        self.stories: list[LabelledStory] = [one.staged.prepared.story for one in held]
        self.known: list[Finding] = []
        self.learned: list[Finding] = []
        for one in held:
            known, learned = judge_held(one)
            self.known += known
            self.learned += learned

    def judge(self, threshold: float) -> Judged:
        """Hold all findings that are as sure as this against the labels."""
        sure = [f for f in (*self.known, *self.learned) if f.confidence >= threshold]
        return judge(self.stories, sorted(sure, key=lambda finding: -finding.confidence))

    def reliability(self, lowest: float) -> Iterator[tuple[str, int, float, float]]:
        """For each tenth of confidence: its name, conflicts, mean confidence, share that is right."""
        alarms = {line.split(" ", 1)[1] for line in self.judge(lowest).false_alarms}
        bins: dict[str, list[Finding]] = {f"{tenth / 10:.1f}": [] for tenth in range(10)}
        for finding in self.learned:
            bins[f"{min(int(finding.confidence * 10), 9) / 10:.1f}"].append(finding)
        for name, findings in (*bins.items(), ("no model", self.known)):
            flagged = [f for f in findings if f.verdict is Verdict.CONFLICT and f.confidence >= lowest]
            if flagged:
                right = sum(describe(f) not in alarms for f in flagged)
                mean = sum(f.confidence for f in flagged) / len(flagged)
                yield name, len(flagged), mean, right / len(flagged)


def split_sets(held: Sequence[Held]) -> dict[str, list[Held]]:
    """The whole stories of each data set, all of them where there are several sets, and the cut ones."""
    whole, cut = split_cut(held)
    sets: dict[str, list[Held]] = {}
    for one in whole:
        sets.setdefault(one.staged.prepared.data, []).append(one)
    everything = {"all": whole} if len(sets) > 1 else {}
    return {**sets, **everything, **({CUT_NAME: cut} if cut else {})}


def split_cut(held: Sequence[Held]) -> tuple[list[Held], list[Held]]:
    """The whole stories and the cut ones."""
    whole = [one for one in held if not one.staged.prepared.cut]
    return whole, [one for one in held if one.staged.prepared.cut]


def render_thresholds(held: Sequence[Held]) -> Iterator[str]:
    """What would be found at each threshold, set by set."""
    yield (
        f"{'data set':<12}{'threshold':>9}{'precision':>11}{'recall':>8}{'F1':>7}{'right':>11}{'found':>11}"
        f"{'odd one out':>13}{'benign flagged':>16}"
    )
    for name, some in split_sets(held).items():
        judgements = Judgements(some)
        for threshold in THRESHOLDS:
            j = judgements.judge(threshold)
            right, gold = j.flagged - len(j.false_alarms), len(j.found) + len(j.missed)
            yield (
                f"{name:<12}{threshold:>9.1f}{j.precision:>11.3f}{j.recall:>8.3f}{j.f1:>7.3f}"
                f"{f'{right}/{j.flagged}':>11}{f'{len(j.found)}/{gold}':>11}"
                f"{f'{j.odd.right}/{j.odd.wanted}':>13}{f'{j.fallen}/{j.benign}':>16}"
            )


def render_reliability(held: Sequence[Held]) -> Iterator[str]:
    """Whether a confidence of so much is right so often."""
    yield f"{'stories':<9}{'confidence':<12}{'conflicts':>9}{'predicted':>11}{'right':>8}"
    for stories, some in zip(("whole", CUT_NAME), split_cut(held), strict=True):
        for name, count, mean, right in Judgements(some).reliability(THRESHOLDS[0]):
            yield f"{stories:<9}{name:<12}{count:>9}{mean:>11.3f}{right:>8.3f}"


def render_comparison(results: dict[str, list[Held]]) -> Iterator[str]:
    """Penalties and the weights set by hand, at the default threshold and at each one's best."""
    default = CompareConfig().certainty
    yield (
        f"{'rival weights':<14}{'data set':<10}{'AP same':>8}{'AP rival':>9}{f'P at {default}':>9}"
        f"{f'R at {default}':>9}{'F1':>7}{'best F1':>9}{'at':>5}"
    )
    for name, held in results.items():
        for data, some in split_sets(held).items():
            judgements = Judgements(some)
            j = judgements.judge(default)
            best, at = max((judgements.judge(t).f1, -t) for t in THRESHOLDS)
            yield (
                f"{name:<14}{data:<10}{average_precision(score_same(some)):>8.3f}"
                f"{average_precision(score_rivals(some)):>9.3f}{j.precision:>9.3f}{j.recall:>9.3f}{j.f1:>7.3f}"
                f"{best:>9.3f}{-at:>5.1f}"
            )


def render_results(results: dict[str, list[Held]]) -> Iterator[str]:
    """All tables of a cross-validation, those of the chosen penalty first."""
    held = results[f"C={RIVAL_C}"]
    yield from ("", f"held-out stories, rivals fitted with C={RIVAL_C}", "")
    yield from render_thresholds(held)
    yield ""
    yield from render_reliability(held)
    yield ""
    yield from render_comparison(results)


def validate(stories: Sequence[Prepared], folds: int, known: SortedLogistic | None) -> dict[str, list[Held]]:
    """Cross-validate every penalty; weights set by hand have seen no story, so need no folds."""
    results = cross_validate(stories, folds, PENALTIES, known)
    same, rival = BY_HAND
    return results | {BY_HAND_NAME: [hold(stage_story(story, same), same, rival) for story in stories]}


def make_weights(
    stories: Sequence[Prepared],
    held: Sequence[Held],
    trained_on: dict[str, Any],
    known: SortedLogistic | None,
) -> str:
    """Fit on all stories: the text of ``weights.json``. Its counts are those of whole stories.

    Args:
        stories: To fit on.
        held: The same stories, scored by models that had not seen them.
        trained_on: What to write down of them.
        known: The model of pairs, where it is kept; what it was learned from is kept with it.
    """
    whole, _ = split_cut(held)
    same = known or fit_same(stories)
    rival = fit_rival([stage_story(story, same) for story in stories])
    told = [("same", score_same(whole))] if known is None else []
    if known is not None:
        kept = read_weights()["trained_on"]
        trained_on["same"] = kept["same"] | {name: kept[name] for name in ("sets", "stories") if name in kept}
    for name, scored in (*told, ("rival", score_rivals(whole))):
        count = Counter(scored[0])
        trained_on[name] = {
            "positive": count[True],
            "negative": count[False],
            "cross_validated_average_precision": round(average_precision(scored), 4),
        }
    table = {"trained_on": trained_on, "same": same.to_table(), "rival": rival.to_table()}
    shipped = read_weights()
    trained_on["status"] = shipped["trained_on"]["status"]
    table["status"] = shipped["status"]  # learned by train_statuses.py
    return json.dumps(table, indent=1) + "\n"


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="labelled stories")
    parser.add_argument("--cross-validate", action="store_true", help="print what held-out stories tell")
    parser.add_argument("--folds", type=int, default=8)
    parser.add_argument("--whole-only", action="store_true", help="do not cut stories to fewer articles")
    parser.add_argument("--rivals-only", action="store_true", help="keep the model of pairs as it is")
    parser.add_argument("--write", action="store_true", help="fit on all stories")
    parser.add_argument(
        "--output", type=Path, default=WEIGHTS, metavar="FILE", help="where to write (default: %(default)s)"
    )
    args = parser.parse_args()
    if not (args.cross_validate or args.write):
        parser.error("nothing to do; expected --cross-validate or --write")
    if args.folds < 2:
        parser.error(f"--folds {args.folds}; expected 2 or more")
    for folder in args.folders:
        if not any(folder.glob("*.json")):
            parser.error(f"{folder}: no labelled stories; expected *.json files")
    return args


def main() -> int:
    """Read, cross-validate, print, and write the weights where asked."""
    args = _parse()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the libraries warn of what others are to change
        stories = [story for folder in args.folders for story in prepare_folder(folder, not args.whole_only)]
        pairs, examples = sum(len(s.pairs) for s in stories), sum(len(s.examples) for s in stories)
        whole = sum(not story.cut for story in stories)
        cut = f" and {len(stories) - whole} cut ones" if whole < len(stories) else ""
        print(f"{whole} stories{cut}, {pairs} pairs, {examples} decided by the labels")
        known = read_same() if args.rivals_only else None
        if args.cross_validate:
            results = validate(stories, args.folds, known)
            print("\n".join(render_results(results)))
        else:
            results = cross_validate(stories, args.folds, known=known)
    if args.write:
        trained_on = {
            "sets": {folder.name: digest(folder) for folder in args.folders},
            "stories": whole,
            "cut_stories": len(stories) - whole,
            "folds": args.folds,
        }
        text = make_weights(stories, results[f"C={RIVAL_C}"], trained_on, known)
        args.output.write_text(text, encoding="utf-8")
        print(f"\nwrote {args.output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
