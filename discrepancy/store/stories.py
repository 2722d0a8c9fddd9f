"""Stories and their members.

A version belongs to one story and stays there: reports, triage and history hang on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from discrepancy.errors import StoreError
from discrepancy.store.articles import COLUMNS, FROM, StoredVersion, read_version
from discrepancy.store.connection import Database
from discrepancy.store.moments import seconds


def name_story(first: StoredVersion) -> str:
    """The id of a story that begins with this version: as given, else from the version's key."""
    return first.story or f"story-{first.key[:12]}"


class Stories:
    """The tables of stories and members."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def assign(self, story: str, versions: Iterable[int], run: int) -> None:
        """Make those versions members of ``story``, which begins here when it is new.

        Raises:
            StoreError: One of them belongs to another story, or is not in the store.
        """
        wanted = list(dict.fromkeys(versions))
        with self._database.transaction():
            self._database.write("INSERT OR IGNORE INTO stories VALUES (?, ?)", (story, run))
            moved = [id for id, other in self.of(wanted).items() if other != story]  # noqa: A001
            if moved:
                raise StoreError(
                    self._database.path,
                    f"version {moved[0]} belongs to another story than {story!r}",
                    "members to stay where they are",
                )
            self._database.write_many(
                "INSERT OR IGNORE INTO members (version, story, run) VALUES (?, ?, ?)",
                [(version, story, run) for version in wanted],
            )

    def of(self, versions: Iterable[int]) -> dict[int, str]:
        """The story of each version that has one."""
        return dict(self._database.among("SELECT version, story FROM members WHERE version IN {}", versions))

    def members(self, story: str) -> list[StoredVersion]:
        """The story's versions in the order in which they were first seen."""
        return self._select("WHERE m.story = ? ORDER BY v.id", (story,))

    def recent(self, since: datetime, until: datetime | None = None) -> list[tuple[str, StoredVersion]]:
        """Versions published from ``since`` to ``until``, each with its story, in order.

        A version without a publication time counts from the run that first saw it.
        """
        query = (
            f"SELECT m.story, {COLUMNS} {FROM} JOIN members m ON m.version = v.id"
            " WHERE v.moment >= ? AND (? IS NULL OR v.moment <= ?) ORDER BY v.id"
        )
        last = None if until is None else seconds(until)
        rows = self._database.rows(query, (seconds(since), last, last))
        return list(self._database.decode(lambda row: (row[0], read_version(row[1:])), rows))

    def unassigned(self) -> list[StoredVersion]:
        """Versions that belong to no story yet, in order: what is left to group."""
        query = f"SELECT {COLUMNS} {FROM} LEFT JOIN members m ON m.version = v.id WHERE m.version IS NULL"
        return list(self._database.decode(read_version, self._database.rows(f"{query} ORDER BY v.id")))

    def changed_in(self, run: int) -> list[str]:
        """Stories that got a member in that run, in order of their ids."""
        query = "SELECT DISTINCT story FROM members WHERE run = ? ORDER BY story"
        return [story for (story,) in self._database.rows(query, (run,))]

    def active(self, since: datetime) -> list[str]:
        """Stories that got a member in a run that started at ``since`` or later, in order of their ids."""
        query = (
            "SELECT DISTINCT m.story FROM members m JOIN runs r ON r.id = m.run"
            " WHERE r.moment >= ? ORDER BY m.story"
        )
        return [story for (story,) in self._database.rows(query, (seconds(since),))]

    def active_members(self, since: datetime) -> Iterator[tuple[str, list[StoredVersion]]]:
        """The same stories, each with its members: one query for all of them."""
        query = (
            f"SELECT m.story, {COLUMNS} {FROM} JOIN members m ON m.version = v.id WHERE m.story IN"
            " (SELECT story FROM members JOIN runs r ON r.id = run WHERE r.moment >= ?)"
            " ORDER BY m.story, v.id"
        )
        rows = self._database.stream(query, (seconds(since),))
        found = self._database.decode(lambda row: (row[0], read_version(row[1:])), rows)
        for story, members in groupby(found, key=itemgetter(0)):
            yield story, [version for _, version in members]

    def all(self) -> list[str]:
        """Every story's id, in order."""
        return [story for (story,) in self._database.rows("SELECT id FROM stories ORDER BY id")]

    def _select(self, condition: str, values: tuple[object, ...]) -> list[StoredVersion]:
        query = f"SELECT {COLUMNS} {FROM} JOIN members m ON m.version = v.id {condition}"
        return list(self._database.decode(read_version, self._database.rows(query, values)))
