"""One SQLite file, opened so that nothing committed is lost and no reader is blocked.

Invariants: a failure inside a transaction leaves the file as it was before; every error of SQLite
becomes one ``StoreError`` that names the file and what to do.

Write-ahead log: readers see the last commit while a writer works. ``synchronous=FULL``: a commit
survives a power failure, not only a killed process; a night commits some hundred chunks, so that
the sync costs seconds at most.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from discrepancy.errors import StoreError

APPLICATION_ID = 0x44735072
"""Marks the file as ours in its header ("DsPr"), so that another program's file is never touched."""

BUSY_SECONDS = 60.0
"""How long to wait for another writer; transactions are chunks of a second at most."""

MANY = 500
"""Values in one ``IN (…)``; SQLite before 3.32 took 999."""

_OLDEST = (3, 37)
"""The first SQLite that holds columns to their types (STRICT tables)."""

_LOG_LIMIT = 64 * 2**20
"""Bytes of write-ahead log kept after a checkpoint."""

Row: TypeAlias = tuple[Any, ...]
Stored = TypeVar("Stored")
Read = TypeVar("Read")

_REASONS = {
    "SQLITE_FULL": ("the disk is full", "free space; what was committed before is safe"),
    "SQLITE_READONLY": ("cannot be written (read-only)", "a file and a folder with write permission"),
    "SQLITE_PERM": ("cannot be written (permission denied)", "a file and a folder with write permission"),
    "SQLITE_CANTOPEN": ("cannot be opened", "a file in a folder with write permission"),
    "SQLITE_BUSY": ("is being written by another process", "that process to end; then run again"),
    "SQLITE_LOCKED": ("is being written by another process", "that process to end; then run again"),
    "SQLITE_CORRUPT": ("is damaged", "a whole store: restore a backup, or move it away to begin anew"),
    "SQLITE_NOTADB": ("is no store, or is damaged", "a file that `discrepancy nightly` wrote"),
    "SQLITE_IOERR": (
        "cannot be read or written",
        "a working disk with free space; what was committed is safe",
    ),
}


class Database:
    """A connection whose transactions nest and whose errors are ``StoreError``.

    Attributes:
        path: The file, for messages.
        read_only: Whether writing is refused.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._depth = 0

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows that ``sql`` selects."""
        with self._told():
            return self._connection.execute(sql, values).fetchall()

    def first(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row that ``sql`` selects, or None."""
        with self._told():
            row: Row | None = self._connection.execute(sql, values).fetchone()
            return row

    def stream(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows that ``sql`` selects, one by one, for tables that do not fit into memory."""
        with self._told():
            yield from self._connection.execute(sql, values)

    def among(self, sql: str, values: Iterable[Any], before: Sequence[Any] = ()) -> Iterator[Row]:
        """Rows for ``sql`` with ``{}`` in it filled by ``(?, …)``, in batches, however many values.

        Args:
            sql: A query whose last parameter is ``{}``.
            values: What ``{}`` stands for.
            before: The parameters before it.
        """
        listed = list(values)
        for first in range(0, len(listed), MANY):
            batch = listed[first : first + MANY]
            marks = f"({', '.join('?' * len(batch))})"
            yield from self.rows(sql.format(marks), [*before, *batch])

    def decode(self, read: Callable[[Stored], Read], rows: Iterable[Stored]) -> Iterator[Read]:
        """What ``read`` makes of each row.

        Raises:
            StoreError: It could make nothing of one, for the row is damaged.
        """
        for row in rows:
            try:
                yield read(row)
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                found, expected = _REASONS["SQLITE_CORRUPT"]
                raise StoreError(self.path, f"{found} ({error})", expected) from error

    def write(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run one statement; the number of rows it changed."""
        with self._told():
            return self._connection.execute(sql, values).rowcount

    def insert(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run one insertion; the new row's number."""
        with self._told():
            return self._connection.execute(sql, values).lastrowid or 0

    def write_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> int:
        """Run one statement for every row; the number of rows changed."""
        with self._told():
            return self._connection.executemany(sql, rows).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is committed together or not at all; inner transactions join the outer.

        Raises:
            StoreError: The store is open for reading only, busy, or cannot be written.
        """
        if self.read_only:
            raise StoreError(self.path, "is open for reading only", "Store.open(path) without read_only")
        name = f"level_{self._depth}"
        yield from self._enclose(
            "BEGIN IMMEDIATE" if self._depth == 0 else f"SAVEPOINT {name}",
            "COMMIT" if self._depth == 0 else f"RELEASE {name}",
            "ROLLBACK" if self._depth == 0 else f"ROLLBACK TO {name}",
        )

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All reading inside sees one state of the store, whatever is written meanwhile."""
        if self._depth:
            yield
        else:
            yield from self._enclose("BEGIN", "COMMIT", "ROLLBACK")

    def _enclose(self, begin: str, commit: str, rollback: str) -> Iterator[None]:
        self.write(begin)
        self._depth += 1
        try:
            yield
            self.write(commit)
        except BaseException:
            # SQLite has already rolled back by itself when the disk is full.
            if self._connection.in_transaction:
                self._connection.execute(rollback)
            raise
        finally:
            self._depth -= 1

    def close(self) -> None:
        """Close the file; the last one out folds the write-ahead log into it."""
        with self._told():
            self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise failure(self.path, error) from error


def failure(path: Path, error: sqlite3.Error | UnicodeDecodeError) -> StoreError:
    """The error of SQLite as one that says what to do about it."""
    undecodable = isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error)
    name = "SQLITE_CORRUPT" if undecodable else getattr(error, "sqlite_errorname", "SQLITE_ERROR")
    short = "_".join(name.split("_")[:2])
    found, expected = _REASONS.get(short, (f"failed ({error})", "a store that this version can use"))
    detail = f"{found} ({error})" if short in {"SQLITE_IOERR", "SQLITE_CORRUPT"} else found
    return StoreError(path, detail, expected)


def connect(path: Path, *, read_only: bool = False, create: bool = True) -> Database:
    """Open the file at ``path``; ``create`` makes it when it is not there, unless it is only to be read.

    Raises:
        StoreError: It is a folder, another program's file or damaged, its folder is not there or
            cannot be written, or there is nothing to read.
    """
    _look(path, read_only, create)
    try:
        connection = _open(path, read_only)
        try:
            _prepare(path, connection, read_only)
        except BaseException:
            connection.close()
            raise
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise failure(path, error) from error
    return Database(path, connection, read_only=read_only)


def _look(path: Path, read_only: bool, create: bool) -> None:
    """What SQLite would report as no more than "unable to open"."""
    if sqlite3.sqlite_version_info < _OLDEST:
        found = f"cannot be used with SQLite {sqlite3.sqlite_version}"
        raise StoreError(path, found, f"a Python with SQLite {_OLDEST[0]}.{_OLDEST[1]} or later")
    if path.is_dir():
        raise StoreError(path, "is a folder", "the name of a store file")
    if not path.parent.is_dir():
        raise StoreError(path, f"there is no folder {path.parent}", "an existing folder")
    if (read_only or not create) and not path.exists():
        raise StoreError(path, "there is no such file", "a store that `discrepancy nightly` wrote")
    if not read_only and not _may_write(path if path.exists() else path.parent):
        raise StoreError(path, *_REASONS["SQLITE_READONLY"])


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _open(path: Path, read_only: bool) -> sqlite3.Connection:
    uri = path.absolute().as_uri() + ("?mode=ro" if read_only else "?mode=rwc")
    log = Path(f"{path}-wal")
    if read_only and not _may_write(path.parent) and not log.exists():
        # Reading a write-ahead store needs a file beside it; where none can be made nobody writes either.
        uri += "&immutable=1"
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, cached_statements=256)


def _prepare(path: Path, connection: sqlite3.Connection, read_only: bool) -> None:
    # In one statement, so that another process that makes the store just then is seen whole or not at all.
    mark, tables = connection.execute(
        "SELECT application_id, (SELECT count(*) FROM sqlite_master) FROM pragma_application_id"
    ).fetchone()
    empty = tables == 0
    if mark != APPLICATION_ID and not (mark == 0 and empty):
        raise StoreError(path, "is another program's SQLite file", "a file that `discrepancy nightly` wrote")
    if read_only and empty:
        raise StoreError(path, "is empty", "a store that `discrepancy nightly` wrote")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        return
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal":
        raise StoreError(
            path, f"its folder allows no write-ahead log (mode {mode})", "a folder on a local disk"
        )
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA journal_size_limit = {_LOG_LIMIT}")
