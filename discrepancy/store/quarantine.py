"""What could not be processed, and why, so that a later run neither stumbles over it nor forgets it."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.store.connection import Database


@dataclass(frozen=True, slots=True)
class Quarantined:
    """One article or story set aside.

    Attributes:
        key: Code version and settings that it failed with; others try it again.
        stage: Where it failed.
        subject: Content hash or story id.
        reason: Why, in one line.
        run: The run that set it aside first.
    """

    key: str
    stage: str
    subject: str
    reason: str
    run: int


class Quarantine:
    """The table of what was set aside."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, key: str, stage: str, subject: str, reason: str, run: int) -> None:
        """Set something aside; what is there already keeps its first reason and run."""
        with self._database.transaction():
            self._database.write(
                "INSERT OR IGNORE INTO quarantine VALUES (?, ?, ?, ?, ?)",
                (key, stage, subject, _printable(reason), run),
            )

    def of(self, key: str) -> tuple[Quarantined, ...]:
        """What failed with that code version and settings, in order."""
        return self._select("WHERE key = ?", (key,))

    def of_run(self, run: int) -> tuple[Quarantined, ...]:
        """What that run set aside, in order."""
        return self._select("WHERE run = ?", (run,))

    def all(self) -> tuple[Quarantined, ...]:
        """Everything that is set aside, in order."""
        return self._select("", ())

    def release(self, subject: str) -> int:
        """Let the next run try it again; how many entries that removed."""
        with self._database.transaction():
            return self._database.write("DELETE FROM quarantine WHERE subject = ?", (subject,))

    def _select(self, condition: str, values: tuple[object, ...]) -> tuple[Quarantined, ...]:
        query = f"SELECT key, stage, subject, reason, run FROM quarantine {condition}"
        rows = self._database.rows(f"{query} ORDER BY run, stage, subject, key", values)
        return tuple(Quarantined(*row) for row in rows)


def _printable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()
