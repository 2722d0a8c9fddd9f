"""The store as Parquet files, one for each kind of thing, with types that analysts expect.

All files of one export show the store at one moment. Times are UTC, one given without a zone taken
as UTC; what has few values is a dictionary (in pandas: a category).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from discrepancy.errors import StoreError
from discrepancy.instants import in_utc
from discrepancy.output import OutputFile
from discrepancy.store.articles import unpack_content
from discrepancy.store.connection import Database, Row

if TYPE_CHECKING:
    import pyarrow as pa
    from _typeshed import ReadableBuffer

ROWS = 10_000
"""Rows written at once: some 15 MB of article texts."""

Type: TypeAlias = Literal["text", "word", "number", "time", "hash"]
"""``word`` is a text of few values, ``hash`` bytes that are shown as hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Table:
    """One exported file: its columns and the query that fills them."""

    columns: dict[str, Type]
    query: str
    expand: Callable[[Row], Row] = lambda row: row


def _with_text(row: Row) -> Row:
    return (row[0], *unpack_content(row[1]))


TABLES: dict[str, Table] = {
    "articles": Table(
        {"content": "hash", "title": "text", "text": "text"},
        "SELECT hash, content FROM articles ORDER BY id",
        _with_text,
    ),
    "versions": Table(
        {
            "version": "number", "article": "text", "content": "hash", "source": "word", "page": "text",
            "url": "text", "label": "text", "given_story": "text", "story": "text", "published": "time",
            "modified": "time", "status": "word", "note": "text", "encoding": "word", "seen_at": "time",
            "first_run": "number", "last_run": "number",
        },
        """SELECT v.id, article, hash, source, page, url, label, v.story, m.story, published, modified,
            status, note, encoding, seen_at, first_run, last_run
        FROM versions v JOIN articles a ON a.id = v.content LEFT JOIN members m ON m.version = v.id
        ORDER BY v.id""",
    ),
    "claims": Table(
        {
            "story": "text", "finding": "text", "article": "text", "source": "word", "kind": "word",
            "question": "text", "value": "text", "field": "word", "start": "number", "end": "number",
            "text": "text",
        },
        """SELECT r.story, c.finding, v.article, v.source, c.kind, c.question, c.value, c.field, c.start,
            c."end", c.text
        FROM claims c JOIN results r ON r.id = c.result JOIN versions v ON v.id = c.version
        ORDER BY c.rowid""",
    ),
    "findings": Table(
        {
            "story": "text", "key": "text", "finding": "text", "kind": "word", "question": "text",
            "verdict": "word", "severity": "word", "change": "word", "changed_run": "number",
            "first_run": "number", "last_run": "number", "state": "word",
        },
        """SELECT story, key, current, kind, label, verdict, severity, change, run, first_run, last_run,
            state
        FROM finding_states ORDER BY story, id""",
    ),
    "triage": Table(
        {"story": "text", "key": "text", "state": "word", "who": "word", "comment": "text", "at": "time"},
        """SELECT f.story, f.key, t.state, t.who, t.comment, t.at
        FROM triage t JOIN findings f ON f.id = t.finding ORDER BY t.id""",
    ),
    "runs": Table(
        {
            "run": "number", "code_version": "text", "config_digest": "text", "started_at": "time",
            "finished_at": "time", "status": "word", "counts": "text",
        },
        """SELECT id, code_version, config_digest, started_at, finished_at, status, counts
        FROM runs ORDER BY id""",
    ),
    "quarantine": Table(
        {"key": "text", "stage": "word", "subject": "text", "reason": "text", "run": "number"},
        "SELECT key, stage, subject, reason, run FROM quarantine ORDER BY run, stage, subject, key",
    ),
}  # fmt: skip
"""What is exported, by the name of the file."""


def export_tables(database: Database, folder: Path) -> list[Path]:
    """Write every table into ``folder``, which is made where it is not there; the files written.

    Raises:
        DiscrepancyError: A file cannot be written.
        StoreError: The store is damaged.
    """
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(folder, f"cannot be made ({reason})", "a folder to write into") from error
    paths = []
    with database.snapshot():
        for name, table in TABLES.items():
            path = folder / f"{name}.parquet"
            with OutputFile(path) as file:
                _write_table(database, table, file)
            paths.append(path)
    return paths


def _write_table(database: Database, table: Table, file: OutputFile) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, _type(kind)) for name, kind in table.columns.items()])
    rows = database.stream(table.query)
    with pq.ParquetWriter(pa.PythonFile(_Sink(file), mode="w"), schema, compression="zstd") as writer:
        batches = iter(lambda: list(islice(rows, ROWS)), [])
        for part in database.decode(lambda batch: _arrange(table, schema, batch), batches):
            writer.write_table(part)


def _arrange(table: Table, schema: pa.Schema, rows: Sequence[Row]) -> pa.Table:
    import pyarrow as pa

    columns = zip(*map(table.expand, rows), strict=True)
    cells = {
        name: [_cell(kind, cell) for cell in column]
        for (name, kind), column in zip(table.columns.items(), columns, strict=True)
    }
    return pa.table(cells, schema=schema)


def _type(kind: Type) -> pa.DataType:
    import pyarrow as pa

    types = {
        "number": pa.int64(),
        "time": pa.timestamp("us", tz="UTC"),
        "word": pa.dictionary(pa.int32(), pa.string()),
    }
    return types.get(kind, pa.string())


def _cell(kind: Type, cell: Any) -> Any:
    if cell is None:
        return None
    if kind == "hash":
        return cell.hex()
    if kind == "time":
        return in_utc(datetime.fromisoformat(cell))
    # A lone surrogate, which a text may hold, as its escape: Parquet cannot.
    return cell.encode("utf-8", "backslashreplace").decode() if isinstance(cell, str) else cell


class _Sink(io.RawIOBase):
    """What pyarrow writes into, so that a full disk is our error and not its own."""

    def __init__(self, file: OutputFile) -> None:
        self._file = file

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        content = bytes(data)
        self._file.write(content)
        return len(content)
