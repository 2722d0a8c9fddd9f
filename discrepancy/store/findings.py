"""Findings from night to night: what is new, changed, resolved, come back, and what the desk said.

Everything follows from events, one for each finding and run at most; recording the same run again
replaces its events and so changes nothing. A finding's id in a report depends on its values, so a
question is recognised by that id, else by its wording, else by the values that most of its sources
still give; here it keeps the id it had first as its key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from discrepancy.errors import StoreError
from discrepancy.model import Finding
from discrepancy.store.codec import decode_finding, encode_finding
from discrepancy.store.connection import Database, Row
from discrepancy.store.matching import Known, match_findings, said


class Change(StrEnum):
    """What became of a finding in a run."""

    NEW = "new"
    CHANGED = "changed"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    SAME = "same"


class State(StrEnum):
    """What the desk says of a finding."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    CORRECTED = "corrected"


AUTOMATIC = "discrepancy"
"""Who opens a dismissed or corrected finding again when its facts change."""

_SETTLED = frozenset({State.DISMISSED, State.CORRECTED})


@dataclass(frozen=True, slots=True)
class Recorded:
    """One finding in one run.

    Attributes:
        key: Its id for good: the one it had when it was first seen.
        finding: As it is now; for a resolved one as it was last.
        previous: As it was before, for a changed or reopened one.
        first_run: The run that saw it first.
        last_run: The last run that saw it.
        state: What the desk says of it.
    """

    story: str
    key: str
    change: Change
    finding: Finding
    previous: Finding | None
    first_run: int
    last_run: int
    state: State


@dataclass(frozen=True, slots=True)
class Triage:
    """One decision of the desk, or a run's opening anew."""

    state: State
    who: str
    comment: str
    at: datetime


def digest_finding(finding: Finding) -> bytes:
    """What makes a finding another one for an editor: who says what, the verdict and the severity."""
    lines = [finding.verdict.value, finding.severity.value, *map("\t".join, sorted(said(finding)))]
    return hashlib.sha256("\n".join(lines).encode("utf-8", "backslashreplace")).digest()


# What a run itself wrote is passed over, so that recording it again starts from the same point.
_BEFORE = """
    SELECT f.id, f.key, e.current, f.kind, e.label, e.change, e.digest, e.data, f.first_run, coalesce(
        (SELECT state FROM triage t WHERE t.finding = f.id AND t.run IS NOT ? ORDER BY t.id DESC LIMIT 1),
        'open')
    FROM findings f JOIN finding_events e ON e.finding = f.id
    WHERE f.story = ?
        AND e.run = (SELECT max(run) FROM finding_events WHERE finding = f.id AND run < ?)
    ORDER BY f.id"""

_CHANGES = """
    SELECT f.id, f.story, f.key, e.change, e.data, f.first_run, f.last_run,
        (SELECT p.data FROM finding_events p WHERE p.finding = f.id AND p.run < e.run
            ORDER BY p.run DESC LIMIT 1)
    FROM findings f JOIN finding_events e ON e.finding = f.id
    WHERE e.run = ?
    ORDER BY f.story, f.id"""


class Findings:
    """The tables of findings, their events and their triage."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, run: int, story: str, findings: Sequence[Finding], at: datetime) -> tuple[Recorded, ...]:
        """Hold what a run found in a story against what earlier runs found there.

        Recording the same again in the same run changes nothing and returns the same.

        Args:
            run: The run's number.
            story: The story's id.
            findings: All that are to be followed; an open one that is missing here is resolved.
            at: The clock, for a finding that is opened anew.

        Returns:
            Every finding given, in that order, then those resolved.
        """
        with self._database.transaction():
            before = self._before(run, story)
            pairs = match_findings(findings, [known for known, _, _ in before.values()])
            self._forget(run, story)
            recorded = []
            for finding, known in pairs:
                old = before.pop(known.id) if known else None
                recorded.append(self._store(run, story, finding, old, at))
            for known, first_run, state in before.values():
                if known.is_open:
                    gone = known.finding
                    self._event(known.id, run, Change.RESOLVED, gone)
                    recorded.append(
                        Recorded(story, known.key, Change.RESOLVED, gone, None, first_run, run, state)
                    )
            self._drop_orphans(story)
            return tuple(recorded)

    def _before(self, run: int, story: str) -> dict[int, tuple[Known, int, State]]:
        """The story's findings as the runs before left them, with their first run and state."""
        rows = self._database.rows(_BEFORE, (run, story, run))
        found = self._database.decode(lambda row: (_known(row[:8]), row[8], State(row[9])), rows)
        return {entry[0].id: entry for entry in found}

    def _forget(self, run: int, story: str) -> None:
        self._database.write(
            """DELETE FROM finding_events
            WHERE run = ? AND finding IN (SELECT id FROM findings WHERE story = ?)""",
            (run, story),
        )

    def _drop_orphans(self, story: str) -> None:
        """Findings that only an earlier recording of this run had; never one that the desk has seen."""
        self._database.write(
            "DELETE FROM findings WHERE story = ? AND id NOT IN (SELECT finding FROM finding_events)"
            " AND id NOT IN (SELECT finding FROM triage)",
            (story,),
        )

    def _store(
        self, run: int, story: str, finding: Finding, old: tuple[Known, int, State] | None, at: datetime
    ) -> Recorded:
        if old is None:
            number, key = self._insert(run, story, finding)
            self._event(number, run, Change.NEW, finding)
            return Recorded(story, key, Change.NEW, finding, None, run, run, self._state(number))
        known, first_run, state = old
        self._database.write("UPDATE findings SET last_run = max(last_run, ?) WHERE id = ?", (run, known.id))
        if known.is_open and known.digest == digest_finding(finding):
            return Recorded(
                story, known.key, Change.SAME, finding, None, first_run, run, self._state(known.id)
            )
        change = Change.CHANGED if known.is_open else Change.REOPENED
        self._event(known.id, run, change, finding)
        if state in _SETTLED:
            self._reopen(known.id, run, change, at)
        previous = known.finding
        return Recorded(story, known.key, change, finding, previous, first_run, run, self._state(known.id))

    def _insert(self, run: int, story: str, finding: Finding) -> tuple[int, str]:
        """The row of a new finding; an earlier recording of the same run may have made it."""
        key = finding.id
        row = self._database.first(
            "SELECT id, first_run, EXISTS (SELECT 1 FROM finding_events WHERE finding = findings.id)"
            " FROM findings WHERE story = ? AND key = ?",
            (story, key),
        )
        if row and row[1] == run and not row[2]:
            return row[0], key
        if row:  # an earlier question had this id before its values changed
            key = f"{key}-{run}"
        number = self._database.insert(
            "INSERT INTO findings (story, key, kind, first_run, last_run) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (story, key) DO UPDATE SET last_run = excluded.last_run",
            (story, key, finding.slot.kind.value, run, run),
        )
        found = self._database.first("SELECT id FROM findings WHERE story = ? AND key = ?", (story, key))
        return (found[0] if found else number), key

    def _event(self, number: int, run: int, change: Change, finding: Finding) -> None:
        self._database.write(
            "INSERT OR REPLACE INTO finding_events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number, run, change.value, finding.id, finding.slot.label, finding.verdict.value,
                finding.severity.value, digest_finding(finding), encode_finding(finding),
            ),
        )  # fmt: skip

    def _reopen(self, number: int, run: int, change: Change, at: datetime) -> None:
        known = self._database.first("SELECT 1 FROM triage WHERE finding = ? AND run = ?", (number, run))
        if known is None:
            self._database.write(
                "INSERT INTO triage (finding, state, who, comment, at, run) VALUES (?, ?, ?, ?, ?, ?)",
                (number, State.OPEN.value, AUTOMATIC, f"{change.value} in run {run}", at.isoformat(), run),
            )

    def _state(self, number: int) -> State:
        row = self._database.first(
            "SELECT state FROM triage WHERE finding = ? ORDER BY id DESC LIMIT 1", (number,)
        )
        return State(row[0]) if row else State.OPEN

    def changes(self, run: int) -> Iterator[Recorded]:
        """What is new, changed, resolved or come back in that run, in order of story and age."""
        return self._database.decode(self._recorded, self._database.rows(_CHANGES, (run,)))

    def open(self, story: str | None = None) -> tuple[Recorded, ...]:
        """Every finding that is not resolved, whatever the desk says of it; of one story where given."""
        query = (
            "SELECT id, story, key, 'same', data, first_run, last_run, NULL FROM finding_states"
            " WHERE change <> 'resolved' AND (? IS NULL OR story = ?) ORDER BY story, id"
        )
        return tuple(self._database.decode(self._recorded, self._database.rows(query, (story, story))))

    def count_open(self) -> dict[str, int]:
        """How many findings of each story are not resolved; stories without any are left out."""
        query = "SELECT story, count(*) FROM finding_states WHERE change <> 'resolved' GROUP BY story"
        return dict(self._database.rows(query))

    def _recorded(self, row: Row) -> Recorded:
        number, story, key, change, data, first_run, last_run, earlier = row
        keeps = Change(change) in (Change.CHANGED, Change.REOPENED)
        previous = decode_finding(earlier) if earlier and keeps else None
        finding = decode_finding(data)
        state = self._state(number)
        return Recorded(story, key, Change(change), finding, previous, first_run, last_run, state)

    def find(self, beginning: str) -> list[tuple[str, str, str]]:
        """Story, key and question of the findings whose key or id in a report begins like this."""
        size = len(beginning)
        return [
            (story, key, label)
            for story, key, label in self._database.rows(
                "SELECT story, key, label FROM finding_states"
                " WHERE substr(key, 1, ?) = ? OR substr(current, 1, ?) = ? ORDER BY story, id",
                (size, beginning, size, beginning),
            )
        ]

    def triage(self, story: str, key: str, state: State, who: str, comment: str, at: datetime) -> None:
        """Write down what the desk says of a finding; saying the same again changes nothing.

        Raises:
            StoreError: There is no such finding.
        """
        with self._database.transaction():
            number = self._number(story, key)
            last = self.history(story, key)[-1:]
            if [(entry.state, entry.who, entry.comment) for entry in last] == [(state, who, comment)]:
                return
            self._database.write(
                "INSERT INTO triage (finding, state, who, comment, at) VALUES (?, ?, ?, ?, ?)",
                (number, state.value, who, comment, at.isoformat()),
            )

    def history(self, story: str, key: str) -> list[Triage]:
        """What the desk said of a finding, oldest first.

        Raises:
            StoreError: There is no such finding.
        """
        rows = self._database.rows(
            "SELECT state, who, comment, at FROM triage WHERE finding = ? ORDER BY id",
            (self._number(story, key),),
        )
        return list(self._database.decode(_triage, rows))

    def _number(self, story: str, key: str) -> int:
        row = self._database.first("SELECT id FROM findings WHERE story = ? AND key = ?", (story, key))
        if row is None:
            raise StoreError(
                self._database.path, f"has no finding {key!r} in story {story!r}", "one of its own"
            )
        return int(row[0])


def _known(row: Row) -> Known:
    number, key, current, kind, label, change, digest, data = row
    is_open = change != Change.RESOLVED
    return Known(number, key, current, kind, label, is_open, digest, decode_finding(data))


def _triage(row: Row) -> Triage:
    state, who, comment, at = row
    return Triage(State(state), who, comment, datetime.fromisoformat(at))
