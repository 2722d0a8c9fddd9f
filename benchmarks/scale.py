"""What a night costs as the number of articles grows: time per article and stage, memory, store.

    python -m benchmarks.scale 1000 10000
    python -m benchmarks.scale 100000 --folder /srv/scale --engine processes --workers 2

Every size has a first night with an empty store and three different second ones: 2 % new (stories go on:
pages written anew, outlets that join, other news), 2 % added (more articles of the same sorts as before)
and 2 % corrected (one figure in pages drawn at random). Each runs in a process of its own whose peak
memory is asked for. Times are those of the run's manifest, ratios are to the smallest size of the same
run. A night whose folder has its figures already is not run again; one that was killed is taken up by
the next call, and marked, for its figures lack what was done before. Run it from a copy of the
repository that nobody edits meanwhile: workers refuse other code.
Nothing here asserts a time.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import discrepancy
from benchmarks.newsdays import IN_STORIES, change_day, correct_day, extend_day, make_day, write_folder
from discrepancy.model import Article

STAGES = ("read", "group", "analyse", "check", "report", "tell")
CHANGED = 0.02
SETTINGS = """\
[store]
path = "store.sqlite"

[sources]
paths = ["in"]

[run]
engine = "{engine}"
workers = {workers}

[report]
folder = "reports"
"""
_MEASURE = """\
import json, re, resource, sys, threading
from pathlib import Path
from discrepancy.cli import main

worker = 0

def watch():
    # Asked of the workers themselves: what the system says of children that have ended counts in how
    # large their parent was when it started them.
    global worker
    while not done.wait(1):
        for task in Path("/proc/self/task").iterdir():
            try:
                for child in (task / "children").read_text().split():
                    told = Path("/proc", child, "status").read_text()
                    worker = max(worker, *map(int, re.findall(r"VmHWM:\\s+(\\d+)", told)), 0)
            except OSError:  # a thread or a process that has ended meanwhile
                continue

done = threading.Event()
threading.Thread(target=watch, daemon=True).start()
status = 0
try:
    status = main(sys.argv[2:])
except SystemExit as end:
    status = end.code
done.set()
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
figures = {"status": status or 0, "main": used[0].ru_maxrss, "worker": worker}
figures["processor"] = sum(u.ru_utime + u.ru_stime for u in used)
open(sys.argv[1], "w").write(json.dumps(figures))
"""


@dataclass(frozen=True, slots=True)
class Night:
    """What one run took.

    Attributes:
        articles: How many were read.
        wall: Seconds from start to end of the process.
        processor: Seconds of all processors, the workers' included.
        seconds: Seconds for each stage.
        main: Peak resident memory of the run's own process, in MB.
        worker: The same of its largest worker.
        store: Size of the store afterwards, in MB.
        counts: The manifest's counts.
        taken_up: Whether an earlier call had begun it.
    """

    articles: int
    wall: float
    processor: float
    seconds: dict[str, float]
    main: float
    worker: float
    store: float
    counts: dict[str, int]
    taken_up: bool = False


@dataclass(frozen=True, slots=True)
class Nights:
    """The first night of one size, and those that may follow it."""

    first: Night
    new: Night
    added: Night
    corrected: Night


INTAKES: dict[str, Callable[[Iterable[Article]], Iterable[Article]]] = {
    "first": lambda day: day,
    "new": lambda day: change_day(day, CHANGED),
    "added": lambda day: extend_day(day, CHANGED),
    "corrected": lambda day: correct_day(day, CHANGED),
}
"""What each night takes in."""


def measure_size(size: int, in_stories: float, folder: Path, engine: str, workers: int) -> Nights:
    """The nights of ``size`` articles, or what ``folder`` knows of them."""
    nights = {}
    for name, change in INTAKES.items():
        place = folder / name
        place.mkdir(exist_ok=True)
        known = place / "night.json"
        if not known.exists():
            _take_in(place / "in", lambda: change(make_day(size, in_stories=in_stories)))  # noqa: B023
            if name != "first":
                _begin_with(folder / "first", place)
            settings = place / "nightly.toml"
            settings.write_text(SETTINGS.format(engine=engine, workers=workers))
            taken_up = (place / "begun").exists()
            (place / "begun").touch()
            night = measure_night(place, settings)
            known.write_text(json.dumps(asdict(replace(night, taken_up=taken_up))))
        nights[name] = Night(**json.loads(known.read_text()))
    return Nights(**nights)


def _take_in(intake: Path, articles: Callable[[], Iterable[Article]]) -> None:
    """Write what a night takes in, whole or not at all."""
    if not intake.exists():
        draft = intake.with_suffix(".part")
        write_folder(articles(), draft)
        draft.rename(intake)


def _begin_with(first: Path, place: Path) -> None:
    """Let a night follow the first one: its store and its reports."""
    if not (place / "store.sqlite").exists():
        shutil.copytree(first / "reports", place / "reports", symlinks=True, dirs_exist_ok=True)
        shutil.copy(first / "store.sqlite", place / "store.part")
        (place / "store.part").rename(place / "store.sqlite")


def measure_night(folder: Path, settings: Path) -> Night:
    """One run of the command in a process of its own.

    Raises:
        subprocess.CalledProcessError: It ended otherwise than done.
    """
    figures = folder / "figures.json"
    figures.unlink(missing_ok=True)
    command = [sys.executable, "-c", _MEASURE, str(figures), "nightly", str(settings), "--quiet"]
    # The code is compiled once, as where it is installed.
    compileall.compile_dir(discrepancy.__path__[0], quiet=1)
    begun = time.monotonic()
    subprocess.run(command, check=True)
    wall = time.monotonic() - begun
    used: dict[str, Any] = json.loads(figures.read_text())
    if used["status"]:
        raise subprocess.CalledProcessError(used["status"], command)
    manifest = json.loads((folder / "reports" / "latest" / "manifest.json").read_text())
    return Night(
        articles=sum(read["articles"] for read in manifest["inputs"]),
        wall=wall,
        processor=used["processor"],
        seconds=manifest["seconds"],
        main=used["main"] / 1024,
        worker=used["worker"] / 1024,
        store=sum(path.stat().st_size for path in folder.glob("store.sqlite*")) / 1e6,
        counts=manifest["counts"],
    )


def show(rows: list[Nights]) -> str:
    """The table, as Markdown; times in milliseconds an article."""
    names = ("articles", *STAGES, "all", "ratio", "processor", "ratio", "MB main", "MB worker", "store kB")
    lines = [
        "| " + " | ".join((*names, "2 % new", "2 % added", "2 % corrected")) + " |",
        "|" + "--:|" * (len(names) + 3),
    ]
    base = rows[0].first
    for nights in rows:
        first = nights.first
        size = first.articles
        whole = 1000 * first.wall / size
        processor = 1000 * first.processor / size
        cells = [f"{size}{' (taken up)' if first.taken_up else ''}"]
        cells += [f"{1000 * first.seconds.get(stage, 0.0) / size:.2f}" for stage in STAGES]
        cells += [f"{whole:.1f}", f"{whole / (1000 * base.wall / base.articles):.2f}"]
        cells += [f"{processor:.1f}", f"{processor / (1000 * base.processor / base.articles):.2f}"]
        cells += [f"{first.main:.0f}", f"{first.worker:.0f}", f"{1000 * first.store / size:.1f}"]
        cells += [_share(night, first) for night in (nights.new, nights.added, nights.corrected)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _share(night: Night, first: Night) -> str:
    """What a second night costs of the first."""
    taken_up = " (taken up)" if night.taken_up else ""
    return f"{night.wall / first.wall:.1%} ({night.processor / first.processor:.1%} of processor){taken_up}"


def main() -> None:
    """Measure every size and show the table."""
    parser = argparse.ArgumentParser(description="What a night costs as the number of articles grows.")
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--folder", type=Path, help="keep what is measured here, and go on from there")
    parser.add_argument("--stories", type=float, default=IN_STORIES, help="part of the articles in stories")
    parser.add_argument("--engine", default="processes")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        rows = []
        for size in sorted(given.sizes):
            folder = (given.folder or Path(place)).resolve() / str(size)
            folder.mkdir(parents=True, exist_ok=True)
            rows.append(measure_size(size, given.stories, folder, given.engine, given.workers))
            print(show(rows), flush=True)
        for nights in rows:
            print(json.dumps(asdict(nights)))


if __name__ == "__main__":
    main()
