"""Two versions of one page: which facts changed, and whether the page says so.

Invariant: a change is a fact whose old and new value cannot both be true. Other words for the same
value are none. It is a correction where the newer version has a notice that is about it, an update
where time explains it, else a stealth edit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from discrepancy import lexicon
from discrepancy.compare import compare_values
from discrepancy.model import Change, Claim, Document, Kind, Notice, Phrase, Revision, Verdict
from discrepancy.timeline import evolves, explain_by_time
from discrepancy.versions.excerpts import focus_changes, select_passages
from discrepancy.versions.history import TimelineRow, trace_history, value_timeline
from discrepancy.versions.notices import covers, find_notices, new_notices
from discrepancy.versions.pages import find_pages, find_versions, moment_of, shared_words
from discrepancy.versions.pairing import Pair, pair_claims
from discrepancy.versions.stale import find_stale

__all__ = [
    "Edition",
    "TimelineRow",
    "compare_versions",
    "find_notices",
    "find_pages",
    "find_stale",
    "find_versions",
    "focus_changes",
    "moment_of",
    "select_passages",
    "shared_words",
    "trace_history",
    "value_timeline",
]

_NEAR = 0.5
"""Weight of a measure told near enough to a count to be what it counts."""

_STEP = timedelta(hours=1)
"""Time taken to lie between two versions that do not say when they came out."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What became of an older version's claims in the next version.

    Attributes:
        pairs: Claims of both that answer one question, changed or not.
        changes: The facts that changed.
    """

    pairs: tuple[Pair, ...]
    changes: tuple[Change, ...]


def compare_versions(
    older: Document, newer: Document, before: Sequence[Claim], after: Sequence[Claim]
) -> Edition:
    """What changed from one version of a page to the next.

    Args:
        older: The earlier version.
        newer: The later version.
        before: The claims of ``older``, see ``discrepancy.reading.claim_story``.
        after: The claims of ``newer``.
    """
    pairs = [pair for pair in pair_claims(older, newer, before, after) if _is_reporting(pair)]
    notices = new_notices(older, newer)
    changes: dict[str, Change] = {}
    for old, new in pairs:
        relation = compare_values(old.mention.kind, old.mention.value, new.mention.value)
        if old.mention.text == new.mention.text or relation.verdict is not Verdict.CONFLICT:
            continue
        change = _judge(older, newer, _timed(old, older), _timed(new, newer), notices)
        changes.setdefault(change.id, replace(change, reason=f"{relation.reason}; {change.reason}"))
    return Edition(tuple(pairs), tuple(changes.values()))


def _is_reporting(pair: Pair) -> bool:
    return all(claim.mention.zone.is_reporting for claim in pair)


def _timed(claim: Claim, document: Document) -> Claim:
    """The claim at the time of its version, not of the page."""
    return replace(claim, published=document.article.modified or document.article.published)


def _judge(
    older: Document,
    newer: Document,
    old: Claim,
    new: Claim,
    notices: Sequence[Notice],
) -> Change:
    notice = next((notice for notice in notices if covers(notice, old, new)), None)
    if notice:
        return _change(Revision.CORRECTION, old, new, "the newer version says so", notice)
    moved = _explain_by_time(older, newer, old, new)
    if moved:
        updates = new_notices(older, newer, "update")
        return _change(Revision.UPDATE, old, new, moved, updates[0] if updates else None)
    rest = (
        "no notice of the newer version is about it" if notices else "the newer version has no notice of it"
    )
    return _change(Revision.STEALTH, old, new, f"{rest}, and time does not explain it")


def _explain_by_time(older: Document, newer: Document, old: Claim, new: Claim) -> str:
    """Why the fact may have changed by itself, or "" where it may not."""
    earlier, later = moment_of(older.article), moment_of(newer.article)
    if earlier is None or later is None or later <= earlier:
        earlier = earlier or datetime(2000, 1, 1, 12, tzinfo=UTC)
        later = earlier + _STEP
    if _is_running(old):
        return "the state of affairs may have moved on between the two versions"
    dated = (_as_told(old, earlier), _as_told(new, later))
    return explain_by_time(dated, ((0,), (1,)))


def _as_told(claim: Claim, moment: datetime) -> Claim:
    """The claim at its version's time, measured by what evolves if that is told near it.

    "Three dock workers were killed" counts workers as well as the dead; here, where the two values
    certainly answer one question, any count that moves on explains a change.
    """
    moving = next((name for name, weight in claim.key.frames if weight >= _NEAR and evolves(name)), "")
    return replace(claim, modified=moment, key=replace(claim.key, measure=moving or claim.key.measure))


def _is_running(claim: Claim) -> bool:
    value = claim.mention.value
    if claim.mention.kind is not Kind.STATUS or not isinstance(value, Phrase):
        return False
    return value.normal.partition(":")[0] in lexicon.read_table("corrections")["running"]["dimensions"]


def _change(how: Revision, old: Claim, new: Claim, reason: str, notice: Notice | None = None) -> Change:
    a, b = old.mention, new.mention
    question = max(new.key.question, old.key.question, key=len)
    said = (a.source, a.kind.value, a.value.normal, b.value.normal, question)
    return Change(
        id=hashlib.sha256("\n".join(said).encode()).hexdigest()[:12],
        revision=how,
        question=question,
        before=old,
        after=new,
        reason=reason,
        notice=notice,
    )
