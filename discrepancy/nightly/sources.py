"""Where articles come from: files that changed since the last run, feeds and addresses.

What cannot be read is listed, and the rest goes on.
"""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from discrepancy.engine import Engine
from discrepancy.errors import InputError
from discrepancy.instants import in_utc
from discrepancy.load import READERS, load_articles
from discrepancy.load.paths import describe_os_error, expand_paths
from discrepancy.model import Article, Skipped
from discrepancy.nightly.code import code_version
from discrepancy.nightly.interrupt import Interruption
from discrepancy.nightly.settings import NightlySettings

if TYPE_CHECKING:
    from discrepancy.fetch.pages import ValidatorCache

Stamp: TypeAlias = tuple[int, int, str]
"""Size in bytes and modification time in nanoseconds: a file with both unchanged is not read again. One
that held something which could not be read has the code's version too, for later code may read it."""

PATIENCE = 10.0
"""How much longer than a chunk of articles one file may take: it can be a whole archive."""

WORTH_A_WORKER = 16_000_000
"""Bytes of files from which another worker is worth its start."""


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


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read: what is to be stored, and what the next run has to know.

    Attributes:
        unnamed: Ids of articles that say nothing of a record but its place in the file.
    """

    input: Input
    stamp: Stamp | None = None
    articles: tuple[Article, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    unnamed: frozenset[str] = frozenset()


Known: TypeAlias = dict[str, Reading]
"""Files by their path as they were last read, without their articles."""


def read_files(
    settings: NightlySettings, since: datetime | None, known: Known, engine: Engine, stop: Interruption
) -> Iterator[Reading]:
    """Each file of the sources, in order; those that ``known`` says are unchanged without their articles.

    Files are opened by the engine's workers: what kills or hangs a reader is listed like any other
    file that cannot be read.
    """
    # How much is to be read decides how many workers are started, so the paths are walked before.
    found = expand_paths([settings.base / path for path in settings.sources.paths], READERS)
    items = [(item, _pass_over(item, settings.base, known)) for item in found if not stop.asked]
    size = sum(_size(item) for item, done in items if done is None)
    waiting: deque[Reading | None] = deque()
    paths: deque[str] = deque()

    def draw() -> Iterator[tuple[str]]:
        for item, done in items:
            if stop.asked:
                return
            waiting.append(done)
            if done is None:
                paths.append(str(item))
                yield (str(item),)

    read = partial(read_chunk, settings.base, since)
    limit, workers = PATIENCE * settings.run.limit, 1 + size // WORTH_A_WORKER
    for (outcome,) in engine.map(read, draw(), limit=limit, workers=workers):
        while (before := waiting.popleft()) is not None:
            yield before
        path = paths.popleft()
        yield outcome.result or Reading(Input(path), skipped=(Skipped(path, None, outcome.reason),))
    yield from filter(None, waiting)


def _pass_over(item: str | Skipped | InputError, base: Path, known: Known) -> Reading | None:
    """What is known of it without opening it; None for what has to be opened."""
    if isinstance(item, Skipped):
        return Reading(Input(""), skipped=(item,))
    if isinstance(item, InputError):
        return Reading(Input(""), skipped=(_skip(item),))
    try:
        name, stamp = os.path.relpath(item, base), _stamp(item)
    except OSError:
        return None
    before = known.get(name)
    if before is None or before.stamp not in (stamp, (*stamp[:2], code_version())):
        return None
    read = Input(name, before.input.sha256, before.input.articles, unchanged=True)
    return Reading(read, before.stamp, skipped=before.skipped)


def _size(item: str | Skipped | InputError) -> int:
    try:
        return os.stat(item).st_size if isinstance(item, str) else 0
    except OSError:
        return 0


def _stamp(path: str) -> Stamp:
    status = os.stat(path)
    return status.st_size, status.st_mtime_ns, ""


def read_chunk(base: Path, since: datetime | None, paths: Sequence[str]) -> list[Reading]:
    """What a worker does."""
    return [_read_file(path, base, since) for path in paths]


def _skip(error: InputError) -> Skipped:
    return Skipped(error.path, error.line, f"{error.found}; expected {error.expected}")


def fetch_sources(
    settings: NightlySettings, cache: ValidatorCache, skipped: list[Skipped]
) -> Iterator[Article]:
    """The articles that stand at the addresses given, unless they are as they were last time."""
    sources = settings.sources
    if not (sources.urls or sources.lists or sources.feeds):
        return
    from discrepancy.fetch.articles import fetch_articles
    from discrepancy.fetch.urls import read_url_list

    urls = list(sources.urls)
    for path in sources.lists:
        try:
            urls += read_url_list(settings.base / path)
        except InputError as error:
            skipped.append(_skip(error))
    if not urls and not sources.feeds:
        return
    for item in fetch_articles(sources.feeds, urls, settings.fetch, cache):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            yield item


def _read_file(path: str, base: Path, since: datetime | None) -> Reading:
    try:
        stamp = _stamp(path)
        with open(path, "rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        return Reading(Input(path), skipped=(Skipped(path, None, describe_os_error(error)),))
    loaded = load_articles([path], keep_going=True, base=base)
    kept = tuple(article for article in loaded.articles if is_due(article, since))
    left_out = len(loaded.articles) - len(kept)
    read = Input(os.path.relpath(path, base), digest, len(kept), left_out)
    if loaded.skipped:
        stamp = (*stamp[:2], code_version())
    # A run without --since reads again what one with it left out.
    return Reading(read, None if left_out else stamp, kept, loaded.skipped, loaded.unnamed)


def is_due(article: Article, since: datetime | None) -> bool:
    """Whether it was published or changed on that day or later; what has no date is taken."""
    moment = article.modified or article.published
    if since is None or moment is None:
        return True
    return in_utc(moment) >= since
