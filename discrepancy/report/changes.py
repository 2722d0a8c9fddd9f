"""What pages changed, as rows: the old value, the new one, and what the page says about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from discrepancy.model import Change, Notice, Revision
from discrepancy.report.values import ValueRow, value_row

WORST_FIRST = (Revision.STEALTH, Revision.STALE, Revision.CORRECTION, Revision.UPDATE)
"""The order in which an editor wants to see changes."""

MEANING = {
    Revision.STEALTH: "a fact changed without a notice",
    Revision.STALE: "still has a value that its source has changed",
    Revision.CORRECTION: "changed, and the page says so",
    Revision.UPDATE: "changed as time would have it",
}
"""What each sort of change means, for the legend."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A fact before and after; of a stale page, what it has and what its source has now."""

    id: str
    revision: Revision
    kind: str
    question: str
    before: ValueRow
    after: ValueRow
    reason: str
    notice: Notice | None


def change_rows(
    changes: Sequence[Change], labels: Mapping[str, str], dated: Set[str]
) -> tuple[ChangeRow, ...]:
    """The changes of one story, the gravest sort first."""
    ordered = sorted(changes, key=lambda change: WORST_FIRST.index(change.revision))
    return tuple(_change_row(change, labels, dated) for change in ordered)


def _change_row(change: Change, labels: Mapping[str, str], dated: Set[str]) -> ChangeRow:
    before, after = change.before, change.after
    return ChangeRow(
        id=change.id,
        revision=change.revision,
        kind=before.mention.kind.value,
        question=change.question or f"a {before.mention.kind.value}",
        before=value_row(before, before.mention.value.normal, False, labels, dated),
        after=value_row(after, after.mention.value.normal, False, labels, dated),
        reason=change.reason,
        notice=change.notice,
    )
