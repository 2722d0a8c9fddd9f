"""Runs, in the order of their numbers.

Invariant: a run's ``moment`` is never before that of an earlier run, whatever its clock said, so
that a clock that jumps back makes nothing look older than it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from discrepancy.store.connection import Database
from discrepancy.store.moments import from_seconds, read_moment, seconds, write_moment

RUNNING = "running"
_COLUMNS = "id, code_version, config_digest, started_at, moment, finished_at, status, counts"


@dataclass(frozen=True, slots=True)
class Run:
    """One nightly run.

    Attributes:
        number: Counts up; the order of everything.
        started_at: The clock as it was read.
        moment: When it counts as started, UTC: never before an earlier run's.
        status: ``running`` until it is finished, then as the caller says.
        warning: That the clock was set back, in words, or "".
    """

    number: int
    code_version: str
    config_digest: str
    started_at: datetime
    moment: datetime
    finished_at: datetime | None
    status: str
    counts: dict[str, Any]

    @property
    def warning(self) -> str:
        """What is odd about its clock, in one line, or ""."""
        behind = seconds(self.moment) - seconds(self.started_at)
        if behind <= 0:
            return ""
        return (
            f"the clock says {self.started_at.isoformat(timespec='seconds')}, before an earlier run "
            f"({self.moment.isoformat(timespec='seconds')}); order is kept by run number"
        )


class Runs:
    """The table of runs, with notes of any kind for each."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def start(self, code_version: str, config_digest: str, started_at: datetime) -> Run:
        """Begin a run; ask ``unfinished`` first, to go on with one that was killed."""
        with self._database.transaction():
            last = self._database.first("SELECT max(moment) FROM runs")
            moment = max(seconds(started_at), last[0] if last and last[0] is not None else float("-inf"))
            number = self._database.insert(
                "INSERT INTO runs (code_version, config_digest, started_at, moment, status)"
                " VALUES (?, ?, ?, ?, ?)",
                (code_version, config_digest, write_moment(started_at), moment, RUNNING),
            )
        return self.get(number)

    def get(self, number: int) -> Run:
        """The run of that number.

        Raises:
            KeyError: There is none.
        """
        run = self._first("WHERE id = ?", number)
        if run is None:
            raise KeyError(number)
        return run

    def unfinished(self) -> Run | None:
        """The latest run that was neither finished nor given up, or None."""
        return self._first("WHERE status = ? ORDER BY id DESC LIMIT 1", RUNNING)

    def latest(self, status: str | None = None) -> Run | None:
        """The latest run, or the latest that ended with ``status``."""
        return self._first("WHERE ? IS NULL OR status = ? ORDER BY id DESC LIMIT 1", status, status)

    def all(self) -> tuple[Run, ...]:
        """Every run in order."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM runs ORDER BY id")
        return tuple(self._database.decode(_run, rows))

    def _first(self, condition: str, *values: object) -> Run | None:
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM runs {condition}", values)
        return next(self._database.decode(_run, rows), None)

    def finish(self, number: int, status: str, counts: Mapping[str, Any], finished_at: datetime) -> Run:
        """Record how the run ended; ``counts`` is anything that JSON can hold."""
        with self._database.transaction():
            self._database.write(
                "UPDATE runs SET status = ?, counts = ?, finished_at = ? WHERE id = ?",
                (status, json.dumps(counts, sort_keys=True), write_moment(finished_at), number),
            )
        return self.get(number)

    def note(self, number: int, name: str, value: bytes) -> None:
        """Keep ``value`` with the run, in place of an earlier note of that name."""
        with self._database.transaction():
            self._database.write("INSERT OR REPLACE INTO notes VALUES (?, ?, ?)", (number, name, value))

    def read_note(self, number: int, name: str) -> bytes | None:
        """The run's note of that name, or None."""
        row = self._database.first("SELECT value FROM notes WHERE run = ? AND name = ?", (number, name))
        return row[0] if row else None

    def find_notes(self, number: int, beginning: str) -> list[str]:
        """Names of the run's notes that begin like this, in order."""
        query = "SELECT name FROM notes WHERE run = ? AND substr(name, 1, ?) = ? ORDER BY name"
        return [name for (name,) in self._database.rows(query, (number, len(beginning), beginning))]

    def latest_note(self, name: str, before: int | None = None) -> tuple[int, bytes] | None:
        """The last note of that name with its run's number, of runs before ``before`` where given."""
        row = self._database.first(
            """SELECT run, value FROM notes WHERE name = ? AND run < coalesce(?, 9e18)
            ORDER BY run DESC LIMIT 1""",
            (name, before),
        )
        return (row[0], row[1]) if row else None


def _run(row: tuple[Any, ...]) -> Run:
    number, code_version, config_digest, started_at, moment, finished_at, status, counts = row
    return Run(
        number=number,
        code_version=code_version,
        config_digest=config_digest,
        started_at=datetime.fromisoformat(started_at),
        moment=from_seconds(moment),
        finished_at=read_moment(finished_at),
        status=status,
        counts=json.loads(counts) if counts else {},
    )
