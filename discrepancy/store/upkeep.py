"""Keeping a store small, and saying what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from discrepancy.store.connection import Database
from discrepancy.store.moments import seconds


@dataclass(frozen=True, slots=True)
class TableSize:
    """One table: rows, and bytes with its indexes (None where this SQLite cannot tell)."""

    name: str
    rows: int
    bytes: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in a store.

    Attributes:
        bytes: Size of the file without its write-ahead log.
        step: The last schema step.
        tables: Every table, in the order in which they are filled.
        findings: How many findings are not resolved, by the desk's state.
    """

    bytes: int
    step: int
    tables: tuple[TableSize, ...]
    findings: dict[str, int]


def summarise(database: Database) -> Summary:
    """Counts and sizes of everything."""
    with database.snapshot():
        names = [name for (name,) in database.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
        )]  # fmt: skip
        sizes = _sizes(database)
        pages, size, step = (
            _number(database, sql)
            for sql in ("PRAGMA page_count", "PRAGMA page_size", "SELECT max(number) FROM schema_steps")
        )
        return Summary(
            bytes=pages * size,
            step=step,
            tables=tuple(
                TableSize(name, _number(database, f"SELECT count(*) FROM {name}"), sizes.get(name))
                for name in names
            ),
            findings=dict(
                database.rows(
                    "SELECT state, count(*) FROM finding_states WHERE change <> 'resolved'"
                    " GROUP BY state ORDER BY state"
                )
            ),
        )


def _sizes(database: Database) -> dict[str, int]:
    """Bytes of each table with its indexes, where this SQLite was built to tell."""
    if not database.rows("SELECT 1 FROM pragma_module_list WHERE name = 'dbstat'"):
        return {}
    query = (
        "SELECT m.tbl_name, sum(d.pgsize) FROM dbstat d JOIN sqlite_master m ON m.name = d.name"
        " WHERE d.aggregate = TRUE GROUP BY m.tbl_name"
    )
    return dict(database.rows(query))


def _number(database: Database, sql: str) -> int:
    row = database.first(sql)
    return int(row[0]) if row else 0


def vacuum(database: Database) -> tuple[int, int]:
    """Give unused pages back to the disk; bytes before and after.

    While it works it takes twice the file's size on the disk.
    """
    sizes = []
    for step in (None, "VACUUM"):
        if step:
            database.write(step)
        database.write("PRAGMA wal_checkpoint(TRUNCATE)")
        sizes.append(_number(database, "PRAGMA page_count") * _number(database, "PRAGMA page_size"))
    database.write("PRAGMA optimize")
    return sizes[0], sizes[1]


def prune(database: Database, before: datetime) -> dict[str, int]:
    """Remove what no run has seen since ``before``; how many rows went, by table.

    A story goes whole or stays whole, with every version of its pages. It stays while one of its
    pages was seen since, and for good once the desk has said something of one of its findings.
    The age of a thing is the moment of the last run that saw it, never the clock itself.
    """
    cutoff = seconds(before)
    with database.transaction():
        _mark_kept(database, cutoff)
        counts = {name: database.write(sql, (cutoff,) * sql.count("?")) for name, sql in _REMOVALS}
        database.write("DROP TABLE kept")
    return counts


def _mark_kept(database: Database, cutoff: float) -> None:
    """Fill the table ``kept`` with the versions that stay: what was seen, and all that hangs on it."""
    database.write("CREATE TEMP TABLE kept (version INTEGER PRIMARY KEY)")
    database.write(
        """INSERT INTO kept SELECT v.id FROM versions v JOIN runs r ON r.id = v.last_run WHERE r.moment >= ?
        UNION SELECT m.version FROM members m JOIN findings f ON f.story = m.story
            JOIN triage t ON t.finding = f.id""",
        (cutoff,),
    )
    while database.write(_GROW):
        pass


_GROW = """
    INSERT OR IGNORE INTO kept
    SELECT version FROM members WHERE story IN (
        SELECT m.story FROM members m JOIN kept k ON k.version = m.version)
    UNION SELECT v.id FROM versions v JOIN versions o ON o.source = v.source AND o.page = v.page
        JOIN kept k ON k.version = o.id"""

_OLD_RUNS = "SELECT id FROM runs WHERE moment < ?"

# In the order in which nothing refers any more to what goes; rows that cascade are not counted.
_REMOVALS = (
    ("stories", f"""DELETE FROM stories WHERE created_run IN ({_OLD_RUNS}) AND id NOT IN (
        SELECT m.story FROM members m JOIN kept k ON k.version = m.version)"""),
    ("versions", "DELETE FROM versions WHERE id NOT IN (SELECT version FROM kept)"),
    ("articles", "DELETE FROM articles WHERE id NOT IN (SELECT content FROM versions)"),
    ("results", f"""DELETE FROM results WHERE run IN ({_OLD_RUNS}) AND id NOT IN (
        SELECT max(id) FROM results GROUP BY story)"""),
    ("keys", f"""DELETE FROM keys WHERE last_run IN ({_OLD_RUNS})
        AND last_run < (SELECT max(last_run) FROM keys)"""),
    # One without content only marks something for its own run.
    ("notes", f"""DELETE FROM notes WHERE run IN ({_OLD_RUNS})
        AND (value = x'' OR run < (SELECT max(run) FROM notes n WHERE n.name = notes.name))"""),
    ("quarantine", f"DELETE FROM quarantine WHERE run IN ({_OLD_RUNS})"),
    ("addresses", f"DELETE FROM addresses WHERE run IN ({_OLD_RUNS})"),
)  # fmt: skip
