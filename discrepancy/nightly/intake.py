"""What a newsroom took in, to stored versions.

What is committed is some files' worth, or one fetched article, so that a killed run has lost little.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from discrepancy.model import Article, Skipped
from discrepancy.nightly.night import Night
from discrepancy.nightly.records import name_records
from discrepancy.nightly.sources import Input, Known, Reading, fetch_sources, is_due, read_files
from discrepancy.store import Store

COMMIT = 200
"""Articles that are stored together, more where one file holds more."""

INPUTS = "inputs"
"""Name of the run's note that says how every file was left."""

FETCHED = "fetched"
"""Name of the run's note with the number of articles that it fetched so far."""


@dataclass(slots=True)
class Intake:
    """Everything that was read."""

    inputs: list[Input] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    articles: int = 0

    def count(self, reading: Reading) -> None:
        """Add a file."""
        self.articles += reading.input.articles
        self.skipped += reading.skipped
        if reading.input.path:
            self.inputs.append(reading.input)


def take_in(night: Night, since: datetime | None) -> Intake:
    """Read every source and store each version.

    Raises:
        Interrupted: A signal came; what was read until then is stored.
    """
    intake = Intake()
    _take_files(night, since, intake)
    _take_pages(night, since, intake)
    return intake


def _take_files(night: Night, since: datetime | None, intake: Intake) -> None:
    seen: Known = {}
    batch: list[Article] = []
    known = recall_inputs(night.store)
    begin = night.run.moment - timedelta(days=night.settings.run.window)
    for done, reading in enumerate(read_files(night.settings, since, known, night.engine, night.stop)):
        night.teller.progress("read", done, 0)
        intake.count(reading)
        if reading.stamp is not None:
            seen[reading.input.path] = replace(reading, articles=())
        batch += name_records(night.store, reading.articles, reading.unnamed, begin)
        if len(batch) >= COMMIT:
            _add(night, batch)
            batch.clear()
    _add(night, batch)
    night.store.runs.note(night.run.number, INPUTS, _pack(seen))
    night.stop.check()


def _take_pages(night: Night, since: datetime | None, intake: Intake) -> None:
    runs, number = night.store.runs, night.run.number
    before = runs.read_note(number, FETCHED)
    fetched = int(before) if before else 0
    for article in fetch_sources(night.settings, night.store.addresses, intake.skipped):
        night.teller.progress("fetch", fetched, 0)
        if is_due(article, since):
            fetched += 1
            # Before the next is asked for: this one's validators are kept then, and a killed run must
            # not be told later that nothing has changed.
            with night.store.transaction():
                _add(night, [article])
                runs.note(number, FETCHED, str(fetched).encode())
        night.stop.check()
    intake.articles += fetched


def _add(night: Night, articles: Sequence[Article]) -> None:
    night.store.articles.keep(articles, night.run.number, night.now)


def recall_inputs(store: Store) -> Known:
    """How the last run that got so far left its files."""
    note = store.runs.latest_note(INPUTS)
    if note is None:
        return {}
    table: dict[str, Any] = json.loads(zlib.decompress(note[1]))
    return {
        path: Reading(
            Input(path, sha256, articles),
            (size, modified, *rest[:1]) if rest else (size, modified, ""),
            skipped=tuple(Skipped(*item) for item in rest[1:]),
        )
        for path, (size, modified, sha256, articles, *rest) in table.items()
    }


def _pack(seen: Known) -> bytes:
    table = {path: _row(reading) for path, reading in seen.items()}
    return zlib.compress(json.dumps(table, separators=(",", ":")).encode())


def _row(reading: Reading) -> list[Any]:
    """Size, time, hash, articles; and where something was skipped the code's version and each of that."""
    size, modified, code = reading.stamp or (0, 0, "")
    skipped = [[item.path, item.line, item.reason] for item in reading.skipped]
    return [size, modified, reading.input.sha256, reading.input.articles, *([code, *skipped] if code else [])]


def describe(skipped: Sequence[Skipped]) -> list[dict[str, object]]:
    """What was skipped, for manifests and reports."""
    return [{"path": item.path, "line": item.line, "reason": item.reason} for item in skipped]
