"""What a newsroom took in, to stored versions.

A file that is as the last run left it is not opened again; one that cannot be read is listed and the
rest goes on. What is committed is a file or several, so that a killed run has lost little.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

from discrepancy.load import READERS, load_articles
from discrepancy.load.paths import describe_os_error, expand_paths
from discrepancy.model import Article, Skipped
from discrepancy.nightly.interrupt import Interruption
from discrepancy.nightly.settings import NightlySettings
from discrepancy.nightly.telling import Teller
from discrepancy.store import Run, Store

COMMIT = 200
"""Articles that are stored together, more where one file holds more."""

NOTE = "inputs"
"""Name of the run's note that says how every file was left."""

Stamp: TypeAlias = tuple[int, int]
"""Size in bytes and modification time in nanoseconds: a file with both unchanged is not read again."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file or address that was read.

    Attributes:
        sha256: Of its bytes, "" for an address.
        unchanged: As an earlier run read it, and so not opened.
        left_out: Articles older than ``--since``.
    """

    path: str
    sha256: str = ""
    articles: int = 0
    left_out: int = 0
    unchanged: bool = False


@dataclass(slots=True)
class Intake:
    """Everything that was read, and how many versions of it were new."""

    inputs: list[Input] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    articles: int = 0
    new: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read: what is to be stored, and what the next run has to know."""

    input: Input
    stamp: Stamp | None = None
    articles: tuple[Article, ...] = ()
    skipped: tuple[Skipped, ...] = ()


Known: TypeAlias = dict[str, tuple[Stamp, Input]]


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
    intake = Intake()
    known = recall_inputs(store)
    seen: Known = {}
    batch: list[Article] = []

    def commit() -> None:
        found = store.articles.add_versions(batch, run.number, now)
        intake.new += len({version.id for version in found if version.first_run == run.number})
        batch.clear()

    for done, reading in enumerate(read_files(settings, since, known)):
        teller.progress("read", done, 0)
        _count(intake, reading)
        if reading.stamp is not None:
            seen[reading.input.path] = (reading.stamp, reading.input)
        batch += reading.articles
        if len(batch) >= COMMIT or stop.asked:
            commit()
        stop.check()
    commit()
    store.runs.note(run.number, NOTE, _pack(seen))
    return intake


def _count(intake: Intake, reading: Reading) -> None:
    intake.articles += reading.input.articles
    intake.skipped += reading.skipped
    if reading.input.path:
        intake.inputs.append(reading.input)


def read_files(settings: NightlySettings, since: datetime | None, known: Known) -> Iterator[Reading]:
    """Each file of the sources; those that ``known`` says are unchanged without their articles."""
    base = settings.base
    for item in expand_paths([base / path for path in settings.sources.paths], READERS):
        if isinstance(item, Skipped):
            yield Reading(Input(""), skipped=(item,))
        elif isinstance(item, str):
            yield _read_file(item, base, since, known)
        else:
            yield Reading(
                Input(""), skipped=(Skipped(item.path, item.line, f"{item.found}; expected {item.expected}"),)
            )


def _read_file(path: str, base: Path, since: datetime | None, known: Known) -> Reading:
    try:
        status = os.stat(path)
        stamp = (status.st_size, status.st_mtime_ns)
        name = os.path.relpath(path, base)
        if name in known and known[name][0] == stamp:
            before = known[name][1]
            return Reading(Input(name, before.sha256, before.articles, 0, unchanged=True), stamp)
        with open(path, "rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        return Reading(Input(path), skipped=(Skipped(path, None, describe_os_error(error)),))
    loaded = load_articles([path], keep_going=True, base=base)
    kept = tuple(article for article in loaded.articles if _is_due(article, since))
    left_out = len(loaded.articles) - len(kept)
    read = Input(name, digest, len(kept), left_out)
    # What was not taken whole is read again: by a run without --since, or when it has been mended.
    whole = not left_out and not loaded.skipped
    return Reading(read, stamp if whole else None, kept, loaded.skipped)


def _is_due(article: Article, since: datetime | None) -> bool:
    """Whether it was published or changed on that day or later; what has no date is taken."""
    moment = article.modified or article.published
    if since is None or moment is None:
        return True
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) >= since


def recall_inputs(store: Store) -> Known:
    """How the last run that got so far left its files."""
    note = store.runs.latest_note(NOTE)
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
