"""Which finding of tonight is which of earlier nights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.model import Finding

ENOUGH = 0.5
"""Share of the fewer statements that two findings have in common to be one question in other words."""


@dataclass(frozen=True, slots=True)
class Known:
    """A finding as earlier runs left it.

    Attributes:
        current: Its id in the last report that had it.
        is_open: Whether it was not resolved.
        digest: Of its facts.
        finding: As it was last.
    """

    id: int
    key: str
    current: str
    kind: str
    label: str
    is_open: bool
    digest: bytes
    finding: Finding


def match_findings(findings: Sequence[Finding], known: Sequence[Known]) -> list[tuple[Finding, Known | None]]:
    """Each finding with the earlier one that asks the same question, if any; none is taken twice.

    The same id is the same finding. Of the rest, those of one kind are matched best first: by the
    wording of the question, and among open ones by what their sources say.
    """
    by_id = {old.current: old for old in reversed(known)}
    matched = {index: by_id.pop(f.id) for index, f in enumerate(findings) if f.id in by_id}
    taken = {old.id for old in matched.values()}
    free = [old for old in known if old.id not in taken]
    scored = [
        (score, index, old)
        for index, finding in enumerate(findings)
        if index not in matched
        for old in free
        if (score := _likeness(finding, old)) > 0
    ]
    for _, index, old in sorted(scored, key=lambda entry: (-entry[0], entry[1], entry[2].id)):
        if index not in matched and old.id not in taken:
            matched[index] = old
            taken.add(old.id)
    return [(finding, matched.get(index)) for index, finding in enumerate(findings)]


def said(finding: Finding) -> set[tuple[str, str]]:
    """Who says what: each source with each of its values."""
    return {
        (claim.mention.source, value)
        for claim, value in zip(finding.slot.claims, finding.values, strict=True)
    }


def _likeness(finding: Finding, old: Known) -> float:
    """0 for another question; more for equal wording, for an open one, and for statements in common."""
    if finding.slot.kind != old.kind:
        return 0.0
    now, then = said(finding), said(old.finding)
    share = len(now & then) / max(1, min(len(now), len(then)))
    if finding.slot.label == old.label:
        return 2.0 + old.is_open + share
    return share if old.is_open and share >= ENOUGH else 0.0
