"""What a night is about: what is new, changed, come back and resolved, made once for every reader.

Everything comes out of the store, so that a run that was taken up again says the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from discrepancy.model import Claim, Finding, Severity, Skipped
from discrepancy.nightly.intake import Intake, describe
from discrepancy.nightly.plan import CHECK, Plan, list_withdrawn
from discrepancy.nightly.stages import changed_stories
from discrepancy.report.changes import WORST_FIRST
from discrepancy.store import Change, Outline, Recorded, Run, Store

SCHEMA_VERSION = "1"

ORDER = (Change.NEW, Change.REOPENED, Change.CHANGED, Change.RESOLVED)
"""What an editor wants to see first."""

_GRAVITY = {severity.value: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Said:
    """Who gives which value, as printed."""

    source: str
    article: str
    text: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One conflict that is not as it was.

    Attributes:
        key: Its id for good; ``finding`` is the one in tonight's report.
        before: What was said when it was last recorded, for a changed or reopened one.
        state: What the desk says of it.
    """

    change: str
    story: str
    headline: str
    key: str
    finding: str
    kind: str
    question: str
    severity: str
    state: str
    reason: str
    values: tuple[Said, ...]
    before: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class PageRow:
    """A fact that a page changed with a version that was new tonight, or a page that did not follow.

    Attributes:
        revision: ``stealth edit``, ``correction``, ``update`` or ``stale``.
        notice: What the page says of it, or "".
    """

    revision: str
    story: str
    headline: str
    kind: str
    question: str
    before: Said
    after: Said
    reason: str
    notice: str


@dataclass(frozen=True, slots=True)
class Aside:
    """An article or story in quarantine: a content's ``name`` is an article that has it."""

    stage: str
    name: str
    subject: str
    reason: str
    since_run: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Tonight in rows and numbers.

    Attributes:
        pages: What pages changed.
        stories: The stories concerned, those with most conflicts first, then with most changes. Their
            findings stay in the store: of a whole night they are more than fits into memory.
        skipped: What was given but not checked.
        counts: Numbers by name.
        worst: Gravest severity among new, changed and reopened conflicts, "none" without any.
    """

    run: int
    date: str
    changes: tuple[ChangeRow, ...]
    pages: tuple[PageRow, ...]
    aside: tuple[Aside, ...]
    stories: tuple[Outline, ...]
    skipped: tuple[Skipped, ...]
    counts: dict[str, int]
    worst: str

    def as_table(self) -> dict[str, Any]:
        """Without the stories: what hooks and manifests get."""
        return {
            "schema_version": SCHEMA_VERSION,
            "run": self.run,
            "date": self.date,
            "counts": self.counts,
            "worst": self.worst,
            "changes": [asdict(change) for change in self.changes],
            "pages": [asdict(page) for page in self.pages],
            "quarantine": [asdict(aside) for aside in self.aside],
            "skipped": describe(self.skipped),
        }


def summarise(store: Store, run: Run, intake: Intake, plans: Sequence[Plan], days: float) -> Summary:
    """Everything about ``run`` that a report shows; ``days`` is the window."""
    found = sorted(map(_row, store.findings.changes(run.number)), key=_rank)
    still_open = store.findings.count_open()
    changed = changed_stories(store, run)
    checked = set(store.results.computed_in(run.number))
    unsettled = set(still_open) & checked
    concerned = {row.story for row in found} | unsettled | changed
    skipped = (*intake.skipped, *list_withdrawn(store, run, days))
    stories = _outline(store, plans, concerned)
    headlines = {story.story: story.headline for story in stories}
    rows = tuple(replace(row, headline=headlines.get(row.story, row.story)) for row in found)
    pages = tuple(_pages(store, run, [story for story in stories if story.story in changed]))
    aside = _aside(store, plans)
    tally = Counter(row.change for row in rows)
    counts = {
        "articles": intake.articles,
        "new_versions": store.articles.count_seen(run.number),
        "stories_checked": len(checked),
        **{change.value: tally[change.value] for change in ORDER},
        "open": sum(still_open.values()),
        "pages_changed": len(pages),
        "quarantined": len(aside),
        "skipped": len(skipped),
    }
    live = (row.severity for row in rows if row.change != Change.RESOLVED and row.state != "dismissed")
    worst = max(live, key=_GRAVITY.__getitem__, default=Severity.NONE.value)
    date = run.moment.date().isoformat()
    stories.sort(key=lambda story: (-story.conflicts, -len(story.changes)))
    return Summary(run.number, date, rows, pages, aside, tuple(stories), skipped, counts, worst)


def is_as_grave(severity: str, limit: str) -> bool:
    """Whether ``severity`` reaches ``limit``; nothing reaches an empty one."""
    return bool(limit) and _GRAVITY[severity] >= _GRAVITY[limit]


def _rank(row: ChangeRow) -> tuple[int, int, str, str]:
    return (ORDER.index(Change(row.change)), -_GRAVITY[row.severity], row.story, row.key)


def _row(found: Recorded) -> ChangeRow:
    """Without the headline, which is the story's."""
    finding = found.finding
    return ChangeRow(
        change=found.change.value,
        story=found.story,
        headline="",
        key=found.key,
        finding=finding.id,
        kind=finding.slot.kind.value,
        question=finding.slot.label,
        severity=finding.severity.value,
        state=found.state.value,
        reason=finding.reason,
        values=_said(finding),
        before=_said(found.previous) if found.previous else (),
    )


def _said(finding: Finding) -> tuple[Said, ...]:
    return tuple(dict.fromkeys(map(_quote, finding.slot.claims)))


def _pages(store: Store, run: Run, stories: Sequence[Outline]) -> Iterator[PageRow]:
    """The changes that a version of tonight has part in, the gravest sort first."""
    found = [
        (story, change, {change.before.mention.article_id, change.after.mention.article_id})
        for story in stories
        for change in story.changes
    ]
    tonight = store.articles.seen_first(run.number, (name for *_, names in found for name in names))
    for story, change, names in sorted(found, key=lambda row: WORST_FIRST.index(row[1].revision)):
        if names & tonight:
            yield PageRow(
                revision=change.revision.value,
                story=story.story,
                headline=story.headline,
                kind=change.before.mention.kind.value,
                question=change.question or f"a {change.before.mention.kind.value}",
                before=_quote(change.before),
                after=_quote(change.after),
                reason=change.reason,
                notice=change.notice.text if change.notice else "",
            )


def _quote(claim: Claim) -> Said:
    return Said(claim.mention.source, claim.mention.article_id, claim.mention.text)


def _outline(store: Store, plans: Sequence[Plan], concerned: set[str] | frozenset[str]) -> list[Outline]:
    """The stories with a change of a finding or a page, or checked tonight and with an open conflict."""
    found = (store.results.outline(p.digest) for p in plans if p.digest and p.story in concerned)
    return [outline for outline in found if outline is not None]


def _aside(store: Store, plans: Sequence[Plan]) -> tuple[Aside, ...]:
    """What tonight's stories lack because it is in quarantine."""
    missing = [version for plan in plans for version in plan.missing] + store.stories.unassigned()
    contents = {version.content: version.article for version in missing}
    stories = {(plan.digest, plan.story) for plan in plans}
    rows = []
    for entry in store.quarantine.all():
        if entry.stage == CHECK and (entry.key, entry.subject) in stories:
            rows.append(Aside(entry.stage, entry.subject, entry.subject, entry.reason, entry.run))
        elif entry.stage != CHECK and entry.subject in contents:
            name = contents[entry.subject]
            rows.append(Aside(entry.stage, name, entry.subject, entry.reason, entry.run))
    # Other code or settings may have stumbled over the same; the last to do so is the one in force.
    return tuple({(row.stage, row.subject): row for row in rows}.values())
