"""The tables, made in numbered steps; a step once released is never edited, only followed by another.

Each step is applied and recorded in one transaction, so that a store stands before it or after it.
Order is by run number and row number, never by a clock: clocks jump.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from discrepancy.errors import StoreError
from discrepancy.store.connection import APPLICATION_ID, Database


class Step(NamedTuple):
    """One change of the schema: what it is for, and its statements in order."""

    name: str
    statements: tuple[str, ...]


STEPS: tuple[Step, ...] = (
    Step(
        "runs",
        (
            """CREATE TABLE runs (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                code_version TEXT NOT NULL,
                config_digest TEXT NOT NULL,
                started_at TEXT NOT NULL,       -- the clock as it was read
                moment REAL NOT NULL,           -- seconds UTC, never before an earlier run's
                finished_at TEXT,
                status TEXT NOT NULL,           -- running, or as it ended
                counts TEXT                     -- JSON object
            ) STRICT""",
            """CREATE TABLE notes (
                run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
                name TEXT NOT NULL,
                value BLOB NOT NULL,
                PRIMARY KEY (run, name)
            ) STRICT""",
        ),
    ),
    Step(
        "articles",
        (
            """CREATE TABLE articles (
                id INTEGER PRIMARY KEY,
                hash BLOB NOT NULL UNIQUE,      -- SHA-256 of title and text
                content BLOB NOT NULL           -- title and text, compressed
            ) STRICT""",
            """CREATE TABLE versions (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                key BLOB NOT NULL UNIQUE,       -- SHA-256 of what makes it a version of its own
                content INTEGER NOT NULL REFERENCES articles (id),
                article TEXT NOT NULL UNIQUE,   -- the article's id in reports
                source TEXT NOT NULL,
                page TEXT NOT NULL,             -- address, or the id given where there is none
                url TEXT,
                label TEXT,
                story TEXT,                     -- as given
                published TEXT,
                modified TEXT,
                status TEXT,
                note TEXT,
                encoding TEXT,
                moment REAL NOT NULL,           -- seconds UTC: published, else the first run's
                seen_at TEXT NOT NULL,          -- the clock when it was first seen
                first_run INTEGER NOT NULL REFERENCES runs (id),
                last_run INTEGER NOT NULL REFERENCES runs (id)
            ) STRICT""",
            "CREATE INDEX versions_content ON versions (content)",
            "CREATE INDEX versions_page ON versions (source, page)",
            "CREATE INDEX versions_moment ON versions (moment)",
            "CREATE INDEX versions_first_run ON versions (first_run)",
        ),
    ),
    Step(
        "what is computed from an article",
        (
            """CREATE TABLE keys (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,      -- code version and settings
                last_run INTEGER REFERENCES runs (id)
            ) STRICT""",
            *(
                f"""CREATE TABLE {table} (
                    key INTEGER NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
                    content INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
                    data BLOB NOT NULL,
                    UNIQUE (key, content)
                ) STRICT"""
                for table in ("terms", "analyses")
            ),
            "CREATE INDEX terms_content ON terms (content)",
            "CREATE INDEX analyses_content ON analyses (content)",
        ),
    ),
    Step(
        "stories and their results",
        (
            """CREATE TABLE stories (
                id TEXT PRIMARY KEY,
                created_run INTEGER NOT NULL REFERENCES runs (id)
            ) STRICT""",
            """CREATE TABLE members (
                version INTEGER PRIMARY KEY REFERENCES versions (id) ON DELETE CASCADE,
                story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
                run INTEGER NOT NULL REFERENCES runs (id)
            ) STRICT""",
            "CREATE INDEX members_story ON members (story)",
            "CREATE INDEX members_run ON members (run)",
            """CREATE TABLE results (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                digest BLOB NOT NULL UNIQUE,    -- of the members, the code version and the settings
                story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
                run INTEGER NOT NULL REFERENCES runs (id),
                data BLOB NOT NULL
            ) STRICT""",
            "CREATE INDEX results_story ON results (story)",
            """CREATE TABLE claims (
                result INTEGER NOT NULL REFERENCES results (id) ON DELETE CASCADE,
                finding TEXT,                   -- id in the report, or null for a value without rival
                version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
                kind TEXT NOT NULL,
                question TEXT NOT NULL,
                value TEXT NOT NULL,
                field TEXT NOT NULL,
                start INTEGER NOT NULL,
                "end" INTEGER NOT NULL,
                text TEXT NOT NULL
            ) STRICT""",
            "CREATE INDEX claims_result ON claims (result)",
            "CREATE INDEX claims_version ON claims (version)",
        ),
    ),
    Step(
        "findings over time",
        (
            """CREATE TABLE findings (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
                key TEXT NOT NULL,              -- its id in the report that had it first
                kind TEXT NOT NULL,
                first_run INTEGER NOT NULL REFERENCES runs (id),
                last_run INTEGER NOT NULL REFERENCES runs (id),
                UNIQUE (story, key)
            ) STRICT""",
            """CREATE TABLE finding_events (
                finding INTEGER NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
                run INTEGER NOT NULL REFERENCES runs (id),
                change TEXT NOT NULL,           -- new, changed, resolved or reopened
                current TEXT NOT NULL,          -- its id in the report of that run
                label TEXT NOT NULL,
                verdict TEXT NOT NULL,
                severity TEXT NOT NULL,
                digest BLOB NOT NULL,           -- of the facts
                data BLOB NOT NULL,
                PRIMARY KEY (finding, run)
            ) STRICT""",
            "CREATE INDEX finding_events_run ON finding_events (run)",
            """CREATE TABLE triage (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                finding INTEGER NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
                state TEXT NOT NULL,
                who TEXT NOT NULL,
                comment TEXT NOT NULL,
                at TEXT NOT NULL,
                run INTEGER REFERENCES runs (id) -- set where a run did it and not a person
            ) STRICT""",
            "CREATE INDEX triage_finding ON triage (finding)",
            """CREATE VIEW finding_states AS
                SELECT f.id, f.story, f.key, f.kind, f.first_run, f.last_run, e.run, e.change, e.current,
                    e.label, e.verdict, e.severity, e.digest, e.data, coalesce(
                        (SELECT state FROM triage WHERE finding = f.id ORDER BY id DESC LIMIT 1), 'open'
                    ) AS state
                FROM findings f JOIN finding_events e ON e.finding = f.id
                WHERE e.run = (SELECT max(run) FROM finding_events WHERE finding = f.id)""",
        ),
    ),
    Step(
        "quarantine",
        (
            """CREATE TABLE quarantine (
                key TEXT NOT NULL,              -- code version and settings that it failed with
                stage TEXT NOT NULL,
                subject TEXT NOT NULL,          -- content hash or story
                reason TEXT NOT NULL,
                run INTEGER NOT NULL REFERENCES runs (id),
                PRIMARY KEY (key, stage, subject)
            ) STRICT""",
        ),
    ),
    Step(
        "what servers say of addresses",
        (
            """CREATE TABLE addresses (
                url TEXT PRIMARY KEY,
                data BLOB NOT NULL,
                run INTEGER REFERENCES runs (id)
            ) STRICT""",
        ),
    ),
    Step(
        "what was read in a story",
        (
            """CREATE TABLE readings (
                story TEXT PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
                key INTEGER NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
                data BLOB NOT NULL              -- claims of each of its articles
            ) STRICT""",
            "CREATE INDEX readings_key ON readings (key)",
        ),
    ),
    Step(
        "what agencies withdrew",
        ("CREATE INDEX versions_withdrawn ON versions (id) WHERE status IN ('canceled', 'withheld')",),
    ),
)


def applied_steps(database: Database) -> int:
    """How many steps the store has been through.

    Raises:
        StoreError: Its steps are not the beginning of ours: a newer version wrote it.
    """
    if database.first("SELECT 1 FROM sqlite_master WHERE name = 'schema_steps'") is None:
        return 0
    names = [name for (name,) in database.rows("SELECT name FROM schema_steps ORDER BY number")]
    known = [step.name for step in STEPS]
    if names != known[: len(names)]:
        raise StoreError(
            database.path,
            f"has schema step {len(names)}, written by a newer version of discrepancy",
            f"steps up to {len(known)}, or that newer version",
        )
    return len(names)


def apply_steps(database: Database, steps: Sequence[Step] = STEPS) -> None:
    """Bring the store to the last of ``steps``; one that is there already stays untouched.

    Raises:
        StoreError: A newer version wrote the store, or it cannot be written.
    """
    while applied_steps(database) < len(steps):
        with database.transaction():
            # Asked again inside: another process may have been faster.
            number = applied_steps(database)
            if number < len(steps):
                _apply(database, number, steps[number])


def _apply(database: Database, number: int, step: Step) -> None:
    if number == 0:
        database.write(f"PRAGMA application_id = {APPLICATION_ID}")
        database.write("CREATE TABLE schema_steps (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")
    for statement in step.statements:
        database.write(statement)
    database.write("INSERT INTO schema_steps VALUES (?, ?)", (number + 1, step.name))
