"""Quality beside floors that may not be lost, and beside the libraries that one would otherwise use.

    python -m benchmarks.quality [--shared DIR] [--update] [--json] [--no-baselines] [--own] [-v]

Scored are the extractors on labelled sentences and the whole check on labelled stories: those of
``data/`` always, those of ``--shared`` (by default beside the repository) where they are present.
Each metric has a floor in ``floors.json``, a little below what was reached when it was written; below
it, or when the data are no longer those that the floor was set for, the exit status is 1.
``--update`` writes the floors anew.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.corpora import OWN_PAIRS, OWN_TEXTS, SHARED_PAIRS, SHARED_TEXTS, PairSet, TextSet
from benchmarks.measures import Checked, Measure, check_stories, measure_check, measure_pairs, measure_texts
from benchmarks.stories import read_stories

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("floors.json")
GOLD = "gold"
LEARNED = "development"
"""The stories that the weights are learned from: what they score is fitted, but may not fall either."""

QUIET = "quiet"
"""Stories of which all articles can be true: whatever is flagged there is a false alarm."""

# Labelled in part: what answers no label there is not judged.
_SHARED_STORIES = (("stories", False), ("everyday", False), ("incidents", True), ("pairs", False))
_MARGIN = 0.01


@dataclass(slots=True)
class Run:
    """What was measured.

    Attributes:
        measures: Every figure.
        digests: SHA-256 of each data set's files.
        checks: The checks of labelled stories, told apart by story.
        notes: What to know about a data set.
    """

    measures: list[Measure] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    checks: list[Checked] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def gold(self) -> Checked:
        """The check of this project's own stories."""
        return next(check for check in self.checks if check.name == GOLD)


def measure_own(baselines: bool = True) -> Run:
    """Measure on the data of this repository."""
    run = Run()
    _measure_sets(run, ROOT, OWN_TEXTS, OWN_PAIRS, baselines)
    for name in (GOLD, LEARNED):
        _measure_stories(run, name, ROOT / "data" / name)
    run.notes[LEARNED] = "the weights are learned from these"
    _measure_quiet(run, ROOT / "data" / QUIET)
    return run


def measure_shared(run: Run, shared: Path, baselines: bool = True) -> None:
    """Add what the data in ``shared`` tell; sets that are absent are passed over."""
    _measure_sets(run, shared, SHARED_TEXTS, SHARED_PAIRS, baselines)
    for name, partly in _SHARED_STORIES:
        if (shared / name).is_dir():
            _measure_stories(run, name, shared / name, partly)


def _measure_sets(
    run: Run, root: Path, texts: Iterable[TextSet], pairs: Iterable[PairSet], baselines: bool
) -> None:
    for data in texts:
        if (root / data.path).exists():
            run.digests[data.name] = digest(root / data.path)
            run.measures += measure_texts(data, root / data.path, baselines)
            run.notes[data.name] = data.note
    for names in pairs:
        if (root / names.path).exists():
            run.digests[names.name] = digest(root / names.path)
            run.measures.append(measure_pairs(names, root / names.path, baselines))
            run.notes[names.name] = names.note


def _measure_stories(run: Run, name: str, folder: Path, partly: bool = False) -> None:
    stories = read_stories(folder)
    for pooled in (False,) if partly else (False, True):
        checked = check_stories(name, stories, pooled, partly)
        run.checks.append(checked)
        run.measures += measure_check(checked)
        run.digests[checked.name] = digest(folder)
    if partly:
        run.notes[name] = "labelled in part: findings that answer no label are not judged"


def _measure_quiet(run: Run, folder: Path) -> None:
    """Add the share of stories without a contradiction in which none is found."""
    checked = check_stories(QUIET, read_stories(folder))
    spared = sum(not judged.flagged for _, judged in checked.each)
    size = len(checked.each)
    run.checks.append(checked)
    run.measures.append(Measure("check", checked.name, "stories without an alarm", size, spared / size))
    run.digests[checked.name] = digest(folder)


def digest(path: Path) -> str:
    """SHA-256 of a data file, or of the names and contents of a folder's labelled stories."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    total = hashlib.sha256()
    for file in sorted(path.glob("*.json")):
        total.update(f"{file.name}\0{digest(file)}\n".encode())
    return total.hexdigest()


def read_floors() -> dict[str, Any]:
    """The committed floors; empty ones where there are none yet."""
    if not FLOORS.exists():
        return {"digests": {}, "floors": {}, "found": [], "false_alarms": []}
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def find_losses(run: Run, floors: dict[str, Any]) -> Iterator[str]:
    """A line for each metric below its floor or without one, and for each data set that has changed."""
    for name, found in run.digests.items():
        wanted = floors["digests"].get(name)
        if wanted != found:
            yield f"{name}: {'the data changed' if wanted else 'new data'}; set the floors with --update"
    for measure in run.measures:
        floor = floors["floors"].get(measure.key)
        if floor is not None and measure.product < floor:
            yield f"{measure.key} {measure.product:.3f} is below its floor {floor:.3f}"


def compare_findings(run: Run, floors: dict[str, Any]) -> Iterator[str]:
    """What the check of our own stories gained and lost since the floors were set."""
    now = (set(run.gold.total.found), set(run.gold.total.false_alarms))
    before = (set(floors["found"]), set(floors["false_alarms"]))
    signs = (("lost conflict", "gained conflict"), ("rid of false alarm", "new false alarm"))
    for (gone, come), old, new in zip(signs, before, now, strict=True):
        yield from (f"{gone}: {line}" for line in sorted(old - new))
        yield from (f"{come}: {line}" for line in sorted(new - old))


def make_floors(run: Run, old: dict[str, Any]) -> dict[str, Any]:
    """Floors a little below the figures: one item or one in a hundred, whichever is more.

    Those of data sets that were not measured stay.
    """
    measured = set(run.digests)
    kept = {key: value for key, value in old["floors"].items() if key.split(": ")[0] not in measured}
    new = {m.key: _floor(m) for m in run.measures}
    return {
        "digests": dict(sorted({**old["digests"], **run.digests}.items())),
        "floors": dict(sorted({**kept, **new}.items())),
        "found": sorted(run.gold.total.found),
        "false_alarms": sorted(run.gold.total.false_alarms),
    }


def _floor(measure: Measure) -> float:
    # Cut, not rounded, so that today's figure less the margin is never below its own floor.
    lowest = measure.product - max(_MARGIN, 1 / measure.size if measure.size else 0.0)
    return max(0.0, int(lowest * 1000) / 1000)


def render_table(run: Run, floors: dict[str, Any]) -> str:
    """All figures as lines of text."""
    head = f"{'kind':<12}{'data set':<24}{'metric':<20}{'items':>7}{'product':>9}{'floor':>8}   baselines"
    lines = [head, "-" * len(head)]
    for m in run.measures:
        floor = floors["floors"].get(m.key)
        rivals = "  ".join(f"{name} {value:.3f}" for name, value in m.baselines.items())
        shown = f"{floor:>8.3f}" if floor is not None else f"{'':>8}"
        line = f"{m.kind:<12}{m.data:<24}{m.metric:<20}{m.size:>7}{m.product:>9.3f}{shown}   {rivals}"
        lines.append(line.rstrip())
    lines += ["", *(f"{name}: {note}" for name, note in run.notes.items() if note)]
    return "\n".join(lines)


def render_stories(checks: Sequence[Checked]) -> str:
    """What the check made of each story: conflicts found, false alarms and what was missed."""
    lines = []
    for check in checks:
        lines += ["", f"{check.name}, story by story"]
        for story, judged in check.each:
            gold = len(judged.found) + len(judged.missed)
            lines.append(
                f"  {story}: found {len(judged.found)} of {gold}, false alarms {len(judged.false_alarms)},"
                f" odd one out {judged.odd.right} of {judged.odd.wanted},"
                f" benign flagged {judged.fallen} of {judged.benign}"
            )
            lines += [f"    missed {name}" for name in sorted(judged.missed)]
            lines += [f"    {alarm}" for alarm in judged.false_alarms]
    return "\n".join(lines)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="further labelled data")
    parser.add_argument("--own", action="store_true", help="only the data of this repository")
    parser.add_argument("--no-baselines", action="store_true", help="only the product")
    parser.add_argument("--update", action="store_true", help="write the floors anew")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("-v", "--verbose", action="store_true", help="story by story")
    return parser.parse_args()


def main() -> int:
    """Measure, print, and say what lost ground."""
    args = _parse()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the libraries warn of what others are to change
        run = measure_own(not args.no_baselines)
        if not args.own:
            measure_shared(run, args.shared, not args.no_baselines)
    floors = read_floors()
    losses = list(find_losses(run, floors))
    changes = list(compare_findings(run, floors))
    if args.json:
        figures = {"measures": [asdict(m) for m in run.measures], "losses": losses, "changes": changes}
        print(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        print(render_table(run, floors))
        if args.verbose:
            print(render_stories(run.checks))
        print("\n".join(["", *changes, *(f"LOST  {line}" for line in losses)]))
    if args.update:
        text = json.dumps(make_floors(run, floors), ensure_ascii=False, indent=1)
        FLOORS.write_text(text + "\n", encoding="utf-8")
        return 0
    return 1 if losses else 0


if __name__ == "__main__":
    sys.exit(main())
