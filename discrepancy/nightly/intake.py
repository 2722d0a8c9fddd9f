"""What a newsroom took in, to stored versions.

What is committed is some files' worth, or one fetched article, so that a killed run has lost little.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from discrepancy.model import Article, Skipped
from discrepancy.nightly.interrupt import Interruption
from discrepancy.nightly.settings import NightlySettings
from discrepancy.nightly.sources import Input, Known, Reading, fetch_sources, is_due, read_files
from discrepancy.nightly.telling import Teller
from discrepancy.store import Run, Store

COMMIT = 200
"""Articles that are stored together, more where one file holds more."""

INPUTS = "inputs"
"""Name of the run's note that says how every file was left."""

FETCHED = "fetched"
"""Name of the run's note with the number of articles that it fetched so far."""


@dataclass(slots=True)
class Intake:
    """Everything that was read, and how many versions of it were new."""

    inputs: list[Input] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    articles: int = 0
    new: int = 0

    def count(self, reading: Reading) -> None:
        """Add a file."""
        self.articles += reading.input.articles
        self.skipped += reading.skipped
        if reading.input.path:
            self.inputs.append(reading.input)


def take_in(
    store: Store,
    run: Run,
    settings: NightlySettings,
    since: datetime | None,
    now: datetime,
    teller: Teller,
    stop: Interruption,
) -> Intake:
    """Read every source and store each version.

    Raises:
        Interrupted: A signal came; what was read until then is stored.
    """
    taker = _Taker(store, run, now, teller, stop)
    taker.take_files(settings, since)
    taker.take_pages(settings, since)
    return taker.intake


@dataclass(slots=True)
class _Taker:
    store: Store
    run: Run
    now: datetime
    teller: Teller
    stop: Interruption
    intake: Intake = field(default_factory=Intake)

    def take_files(self, settings: NightlySettings, since: datetime | None) -> None:
        known = recall_inputs(self.store)
        seen: Known = {}
        batch: list[Article] = []
        for done, reading in enumerate(read_files(settings, since, known)):
            self.teller.progress("read", done, 0)
            self.intake.count(reading)
            if reading.stamp is not None:
                seen[reading.input.path] = (reading.stamp, reading.input)
            batch += reading.articles
            if len(batch) >= COMMIT or self.stop.asked:
                self._add(batch)
                batch.clear()
            self.stop.check()
        self._add(batch)
        self.store.runs.note(self.run.number, INPUTS, _pack(seen))

    def take_pages(self, settings: NightlySettings, since: datetime | None) -> None:
        before = self.store.runs.read_note(self.run.number, FETCHED)
        fetched = int(before) if before else 0
        for article in fetch_sources(settings, self.store.addresses, self.intake.skipped):
            self.teller.progress("fetch", fetched, 0)
            if is_due(article, since):
                fetched += 1
                # Before the next is asked for: this one's validators are kept then, and a killed run
                # must not be told later that nothing has changed.
                with self.store.transaction():
                    self._add([article])
                    self.store.runs.note(self.run.number, FETCHED, str(fetched).encode())
            self.stop.check()
        self.intake.articles += fetched

    def _add(self, articles: Sequence[Article]) -> None:
        found = self.store.articles.add_versions(articles, self.run.number, self.now)
        self.intake.new += len({version.id for version in found if version.first_run == self.run.number})


def recall_inputs(store: Store) -> Known:
    """How the last run that got so far left its files."""
    note = store.runs.latest_note(INPUTS)
    if note is None:
        return {}
    table: dict[str, Any] = json.loads(zlib.decompress(note[1]))
    return {
        path: ((size, modified), Input(path, sha256, articles))
        for path, (size, modified, sha256, articles) in table.items()
    }


def _pack(seen: Known) -> bytes:
    table = {path: [*stamp, read.sha256, read.articles] for path, (stamp, read) in seen.items()}
    return zlib.compress(json.dumps(table, separators=(",", ":")).encode())


def describe(skipped: Sequence[Skipped]) -> list[dict[str, object]]:
    """What was skipped, for manifests and reports."""
    return [{"path": item.path, "line": item.line, "reason": item.reason} for item in skipped]
