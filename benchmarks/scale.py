"""What a night costs as the number of articles grows: time per article and stage, memory, store.

    python -m benchmarks.scale 1000 10000
    python -m benchmarks.scale 100000 --folder /srv/scale --engine processes --workers 2

Every size has a first night with an empty store and a second one in which 2 % changed, each in a
process of its own whose peak memory is asked for. Times are those of the run's manifest, ratios are
to the smallest size of the same run. A size whose folder has its figures already is not run again; a
night that was killed is taken up by the next call. Nothing here asserts a time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.newsdays import IN_STORIES, change_day, make_day, write_folder

STAGES = ("read", "group", "analyse", "check", "report", "tell")
CHANGED = 0.02
SETTINGS = """\
[store]
path = "store.sqlite"

[sources]
paths = ["{intake}"]

[run]
engine = "{engine}"
workers = {workers}

[report]
folder = "reports"
"""
_MEASURE = """\
import json, resource, sys
from discrepancy.cli import main
status = 0
try:
    status = main(sys.argv[2:])
except SystemExit as end:
    status = end.code
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
figures = {"status": status or 0, "main": used[0].ru_maxrss, "worker": used[1].ru_maxrss}
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
    """

    articles: int
    wall: float
    processor: float
    seconds: dict[str, float]
    main: float
    worker: float
    store: float
    counts: dict[str, int]


def measure_size(
    size: int, in_stories: float, folder: Path, engine: str, workers: int
) -> tuple[Night, Night]:
    """The first night of ``size`` articles and the second, or what ``folder`` knows of them."""
    day = folder / "day"
    next_day = folder / "next"
    nights = []
    for intake, number in ((day, 1), (next_day, 2)):
        known = folder / f"night{number}.json"
        if known.exists():
            nights.append(Night(**json.loads(known.read_text())))
            continue
        if not intake.exists():
            draft = intake.with_suffix(".part")
            articles = make_day(size, in_stories=in_stories)
            write_folder(articles if number == 1 else change_day(articles, CHANGED), draft)
            draft.rename(intake)
        text = SETTINGS.format(intake=intake.name, engine=engine, workers=workers)
        settings = folder / f"night{number}.toml"
        settings.write_text(text)
        night = measure_night(folder, settings)
        known.write_text(json.dumps(asdict(night)))
        nights.append(night)
    return nights[0], nights[1]


def measure_night(folder: Path, settings: Path) -> Night:
    """One run of the command in a process of its own.

    Raises:
        subprocess.CalledProcessError: It ended otherwise than done.
    """
    figures = folder / "figures.json"
    figures.unlink(missing_ok=True)
    command = [sys.executable, "-c", _MEASURE, str(figures), "nightly", str(settings), "--quiet"]
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


def show(rows: list[tuple[Night, Night]]) -> str:
    """The table, as Markdown; times in milliseconds an article."""
    names = ("articles", *STAGES, "all", "ratio", "processor", "ratio", "MB main", "MB worker", "store kB")
    lines = [
        "| " + " | ".join((*names, "second night")) + " |",
        "|" + "--:|" * (len(names) + 1),
    ]
    base = rows[0][0]
    for first, second in rows:
        size = first.articles
        whole = 1000 * first.wall / size
        processor = 1000 * first.processor / size
        cells = [str(size), *(f"{1000 * first.seconds.get(stage, 0.0) / size:.2f}" for stage in STAGES)]
        cells += [f"{whole:.1f}", f"{whole / (1000 * base.wall / base.articles):.2f}"]
        cells += [f"{processor:.1f}", f"{processor / (1000 * base.processor / base.articles):.2f}"]
        cells += [f"{first.main:.0f}", f"{first.worker:.0f}", f"{1000 * first.store / size:.1f}"]
        cells += [f"{second.wall / first.wall:.1%} ({second.processor / first.processor:.1%} of processor)"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


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
        for first, second in rows:
            print(json.dumps({"first": asdict(first), "second": asdict(second)}))


if __name__ == "__main__":
    main()
