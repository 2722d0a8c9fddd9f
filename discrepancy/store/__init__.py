"""The nightly store: everything that a newsroom took in and what was found in it, in one SQLite file.

Invariants: what is committed is never lost; writing the same twice changes nothing; order is by run
and row number, never by a clock. The parts of a ``Store`` are one group of tables each; whoever
writes several of them together encloses that in ``store.transaction()``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import TracebackType

from discrepancy.errors import StoreError
from discrepancy.store.addresses import Addresses
from discrepancy.store.articles import Articles, StoredVersion, hash_content, hash_version
from discrepancy.store.caches import ContentCache, StoryCache
from discrepancy.store.connection import Database, connect
from discrepancy.store.findings import Change, Findings, Recorded, State, Triage
from discrepancy.store.quarantine import Quarantine, Quarantined
from discrepancy.store.results import Outline, Results, StoryResult, digest_story
from discrepancy.store.runs import Run, Runs
from discrepancy.store.schema import STEPS, applied_steps, apply_steps
from discrepancy.store.stories import Stories, name_story
from discrepancy.store.tables import export_tables
from discrepancy.store.upkeep import Summary, TableSize, prune, summarise, vacuum
from discrepancy.store.verification import Problem, find_problems

__all__ = [
    "Change",
    "Outline",
    "Problem",
    "Quarantined",
    "Recorded",
    "Run",
    "State",
    "Store",
    "StoredVersion",
    "StoryResult",
    "Summary",
    "TableSize",
    "Triage",
    "digest_story",
    "hash_content",
    "hash_version",
    "name_story",
]


class Store:
    """An open store. Use it in a ``with`` block, or call ``close``.

    Attributes:
        path: Its file.
        articles: Articles by content and their versions.
        terms: What grouping reads in an article, by content.
        analyses: What the language model made of an article, by content; see ``store.packing``.
        stories: Stories and their members.
        readings: The claims of each story's articles, so that an unchanged one is not read again.
        results: What checking a story found.
        findings: Findings from night to night, and triage.
        runs: Runs and their notes.
        quarantine: What could not be processed.
        addresses: What servers said of an address.
    """

    def __init__(self, database: Database) -> None:
        self.path = database.path
        self.database = database
        self.articles = Articles(database)
        self.terms = ContentCache(database, "terms")
        self.analyses = ContentCache(database, "analyses")
        self.stories = Stories(database)
        self.readings = StoryCache(database)
        self.results = Results(database, self.articles)
        self.findings = Findings(database)
        self.runs = Runs(database)
        self.quarantine = Quarantine(database)
        self.addresses = Addresses(database)

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False, create: bool = True) -> Store:
        """Open the store at ``path``; for writing it is made, or brought to this version, where needed.

        Args:
            path: Its file.
            read_only: Write nothing; works in a folder without write permission too.
            create: Make it where it is not there.

        Raises:
            StoreError: It cannot be opened, is damaged, is no store, or a newer version wrote it; or
                it is to be read only and an older version wrote it.
        """
        database = connect(Path(path), read_only=read_only, create=create)
        try:
            if not read_only:
                apply_steps(database)
            elif (steps := applied_steps(database)) < len(STEPS):
                raise StoreError(
                    path,
                    f"has schema step {steps} of {len(STEPS)}",
                    "`discrepancy store vacuum` to bring it up",
                )
        except BaseException:
            database.close()
            raise
        return cls(database)

    def transaction(self) -> AbstractContextManager[None]:
        """Everything written inside is committed together or not at all."""
        return self.database.transaction()

    def snapshot(self) -> AbstractContextManager[None]:
        """Everything read inside is of one moment, whatever is written meanwhile."""
        return self.database.snapshot()

    def verify(self) -> Iterator[Problem]:
        """Everything that is wrong with the store; nothing when it is whole."""
        return find_problems(self.database)

    def summary(self) -> Summary:
        """What is in the store, and how much room it takes."""
        return summarise(self.database)

    def vacuum(self) -> tuple[int, int]:
        """Give unused pages back to the disk; bytes before and after."""
        return vacuum(self.database)

    def prune(self, before: datetime) -> dict[str, int]:
        """Remove what no run has seen since ``before``; how many rows went, by table.

        A story goes whole or stays whole; it stays for good once the desk has triaged a finding of it.
        """
        return prune(self.database, before)

    def export(self, folder: str | Path) -> list[Path]:
        """Write the tables into ``folder`` as Parquet, each file whole or not at all; the files written.

        Raises:
            DiscrepancyError: A file cannot be written.
        """
        return export_tables(self.database, Path(folder))

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
