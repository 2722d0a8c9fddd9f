"""A report as plain rows, made once; every renderer and exporter reads these and nothing else.

Texts are the articles' own, unescaped: each renderer escapes for its medium.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from discrepancy.model import Comparison, Descent, Finding, Likely, Report, Skipped, Story, Verdict
from discrepancy.report.chain import ChainRow, chain_row
from discrepancy.report.changes import ChangeRow, change_rows
from discrepancy.report.values import ValueRow, value_row
from discrepancy.versions import TimelineRow, value_timeline
from discrepancy.votes import trace_ancestors

__all__ = [
    "WORDING",
    "WORST_FIRST",
    "ArticleRow",
    "ChangeRow",
    "DescentRow",
    "FindingRow",
    "ReportRows",
    "StoryRow",
    "TimelineRow",
    "ValueRow",
    "as_sentence",
    "capital",
    "count_of",
    "count_verdicts",
    "report_rows",
]


WORST_FIRST = (
    Verdict.CONFLICT,
    Verdict.DISPUTED,
    Verdict.UPDATE,
    Verdict.VARIANT,
    Verdict.COMPATIBLE,
    Verdict.AGREE,
)
"""The order in which an editor wants to see verdicts."""

WORDING = {
    Verdict.CONFLICT: ("conflict", "conflicts"),
    Verdict.DISPUTED: ("disputed", "disputed"),
    Verdict.UPDATE: ("update", "updates"),
    Verdict.VARIANT: ("variant", "variants"),
    Verdict.COMPATIBLE: ("compatible", "compatible"),
    Verdict.AGREE: ("agreement", "agreements"),
}
"""How a count of each verdict is written: one, several."""


@dataclass(frozen=True, slots=True)
class DescentRow:
    """What an article was made from: the other's id and label, in what way, how sure, and why."""

    parent: str
    label: str
    how: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article of a story; ``label`` is its outlet, told apart where an outlet has several.

    Attributes:
        origin: Id of the article that its text goes back to; its own where it is no copy.
        descent: What it was made from, or None.
        superseded_by: Id of the newest version of its page, where that is another.
    """

    id: str
    label: str
    source: str
    title: str | None
    published: datetime | None
    reference: date | None
    inferred: bool
    url: str | None
    version: str | None
    origin: str
    descent: DescentRow | None = None
    superseded_by: str | None = None
    modified: datetime | None = None
    status: str | None = None
    note: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One question with its verdict, the values given for it and how they stand to one another.

    Attributes:
        labels: The articles that answer, in the story's order.
        chain: The whole chain of reasons, for what is contested.
        matrix: For each of them the verdict against each of them; None where nothing was compared.
        timeline: Who gave which value when, where the value is contested; else empty.
    """

    id: str
    story: str
    kind: str
    question: str
    verdict: Verdict
    severity: str
    confidence: float
    reason: str
    values: tuple[ValueRow, ...]
    labels: tuple[str, ...]
    matrix: tuple[tuple[Verdict | None, ...], ...]
    comparisons: tuple[Comparison, ...]
    timeline: tuple[TimelineRow, ...] = ()
    likely: Likely | None = None
    chain: ChainRow | None = None

    @property
    def has_history(self) -> bool:
        """Whether an earlier version of a page answered this question too."""
        return not all(row.current for row in self.timeline)

    @property
    def suggestion(self) -> str:
        """What speaks for one of the values, in one sentence; "" where nothing has to be said."""
        if self.likely is None:
            return ""
        reasons = "; ".join(self.likely.reasons)
        if self.likely.value:
            return f"Likely “{self.likely.text}”: {reasons}."
        return (
            f"{capital(self.likely.text)}. {capital(reasons)}."
            if reasons
            else f"{capital(self.likely.text)}."
        )

    @property
    def is_conflict(self) -> bool:
        """Whether the values cannot all be true."""
        return self.verdict is Verdict.CONFLICT

    @property
    def leading(self) -> tuple[ValueRow, ...]:
        """What to show in full: the odd ones first, then at most two articles for each value."""
        rest = {id(value) for value in self.repeated}
        return tuple(sorted((v for v in self.values if id(v) not in rest), key=lambda v: not v.odd))

    @property
    def repeated(self) -> tuple[ValueRow, ...]:
        """The others: each gives a value that two leading articles give already."""
        seen: Counter[str] = Counter()
        found = []
        for value in self.values:
            seen[value.value] += 1
            if seen[value.value] > 2 and not value.odd:
                found.append(value)
        return tuple(found)

    def of(self, label: str) -> tuple[ValueRow, ...]:
        """The values that the article called ``label`` gives."""
        return tuple(value for value in self.values if value.label == label)


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story: its articles, and its findings with the conflicts first."""

    id: str
    headline: str
    articles: tuple[ArticleRow, ...]
    findings: tuple[FindingRow, ...]
    inferred: tuple[date, ...]
    changes: tuple[ChangeRow, ...] = ()

    @property
    def current(self) -> tuple[ArticleRow, ...]:
        """The newest version of each page; the older ones take no part in findings."""
        return tuple(article for article in self.articles if article.superseded_by is None)

    @property
    def conflicts(self) -> tuple[FindingRow, ...]:
        """The findings that are conflicts."""
        return tuple(finding for finding in self.findings if finding.is_conflict)

    @property
    def copies(self) -> tuple[tuple[ArticleRow, DescentRow], ...]:
        """The articles that were made from another, each with its descent."""
        return tuple((article, article.descent) for article in self.articles if article.descent)

    @property
    def others(self) -> tuple[FindingRow, ...]:
        """The findings that are no conflict."""
        return tuple(finding for finding in self.findings if not finding.is_conflict)


@dataclass(frozen=True, slots=True)
class ReportRows:
    """A whole report, stories with conflicts first, then changed ones, and what was given but not checked."""

    stories: tuple[StoryRow, ...]
    skipped: tuple[Skipped, ...]

    @property
    def compared(self) -> tuple[StoryRow, ...]:
        """The stories with more than one article, or with one that contradicts itself or was changed."""
        return tuple(story for story in self.stories if _says_something(story))

    @property
    def alone(self) -> tuple[ArticleRow, ...]:
        """Articles that are the only one of their story and in which nothing was found."""
        return tuple(story.current[0] for story in self.stories if not _says_something(story))

    @property
    def conflicts(self) -> int:
        """Number of conflicts in all stories."""
        return sum(len(story.conflicts) for story in self.stories)

    @property
    def changes(self) -> int:
        """Number of facts changed between versions in all stories."""
        return sum(len(story.changes) for story in self.stories)

    @property
    def articles(self) -> int:
        """Number of articles in all stories."""
        return sum(len(story.articles) for story in self.stories)


def _says_something(story: StoryRow) -> bool:
    return len(story.current) > 1 or bool(story.findings or story.changes)


def report_rows(report: Report) -> ReportRows:
    """All of ``report`` as rows."""
    findings: dict[str, list[Finding]] = {}
    for finding in report.findings:
        findings.setdefault(finding.slot.story_id, []).append(finding)
    stories = [_story_row(story, findings.get(story.id, [])) for story in report.stories]
    stories.sort(key=lambda story: (-len(story.conflicts), -len(story.changes)))
    return ReportRows(tuple(stories), report.skipped)


def count_verdicts(findings: Sequence[FindingRow]) -> str:
    """How many findings there are of each verdict, in words ("1 conflict, 12 agreements")."""
    counts = Counter(finding.verdict for finding in findings)
    return ", ".join(
        count_of(counts[verdict], *WORDING[verdict]) for verdict in WORST_FIRST if counts[verdict]
    )


def as_sentence(reason: str) -> str:
    """A reason, which is written without capital and full stop, as a sentence."""
    return f"{capital(reason).rstrip('.')}."


def capital(text: str) -> str:
    """``text`` beginning with a capital letter."""
    return text[:1].upper() + text[1:]


def count_of(number: int, one: str, several: str) -> str:
    """``number`` with the noun in its right form."""
    return f"{number} {one if number == 1 else several}"


def _story_row(story: Story, findings: Sequence[Finding]) -> StoryRow:
    labels = _labels(story)
    articles = _article_rows(story, labels)
    dated = {article.id for article in story.articles if article.published}
    ordered = sorted(findings, key=lambda finding: WORST_FIRST.index(finding.verdict))
    return StoryRow(
        id=story.id,
        headline=next((article.title for article in articles if article.title), None) or story.id,
        articles=articles,
        findings=tuple(_finding_row(finding, labels, dated, story) for finding in ordered),
        inferred=tuple(sorted({day for _, day in story.inferred})),
        changes=change_rows(story.changes, labels, dated),
    )


def _labels(story: Story) -> dict[str, str]:
    """Outlet names by article id; an outlet with several articles has the id or version added.

    Of a page with several versions the newest keeps the plain name, unless its outlet has other pages.
    """
    older = story.superseded
    several = Counter(article.source for article in story.articles if article.id not in older)
    return {
        article.id: article.source
        if several[article.source] == 1 and article.id not in older
        else f"{article.source} ({article.version or article.id})"
        for article in story.articles
    }


def _article_rows(story: Story, labels: dict[str, str]) -> tuple[ArticleRow, ...]:
    descents = {descent.article: _descent_row(descent, labels) for descent in story.descents}
    ancestors = trace_ancestors(story.descents)
    older, inferred = story.superseded, dict(story.inferred)
    return tuple(
        ArticleRow(
            id=article.id,
            label=labels[article.id],
            source=article.source,
            title=article.title,
            published=article.published,
            reference=article.published.date() if article.published else inferred.get(article.id),
            inferred=article.published is None and article.id in inferred,
            url=article.url,
            version=article.version,
            origin=[article.id, *ancestors.get(article.id, ())][-1],
            descent=descents.get(article.id),
            superseded_by=older.get(article.id),
            modified=article.modified,
            status=article.status,
            note=article.note,
            encoding=article.encoding,
        )
        for article in story.articles
    )


def _descent_row(descent: Descent, labels: dict[str, str]) -> DescentRow:
    return DescentRow(
        parent=descent.parent,
        label=labels[descent.parent],
        how=descent.how,
        confidence=descent.confidence,
        reason=descent.reason,
    )


def _finding_row(finding: Finding, labels: dict[str, str], dated: set[str], story: Story) -> FindingRow:
    claims = finding.slot.claims
    values = tuple(
        value_row(claim, value, index in finding.odd, labels, dated)
        for index, (claim, value) in enumerate(zip(claims, finding.values, strict=True))
    )
    said = {value.label for value in values}
    answering = tuple(
        label for label in dict.fromkeys([*labels.values(), *(v.label for v in values)]) if label in said
    )
    return FindingRow(
        id=finding.id,
        story=finding.slot.story_id,
        kind=finding.slot.kind.value,
        question=finding.slot.label,
        verdict=finding.verdict,
        severity=finding.severity.value,
        confidence=round(finding.confidence, 3),
        reason=finding.reason,
        values=values,
        labels=answering,
        matrix=_matrix(answering, values, finding.comparisons),
        comparisons=finding.comparisons,
        timeline=value_timeline(finding, story.articles) if finding.verdict.is_contested else (),
        likely=finding.likely,
        chain=chain_row(finding, labels) if finding.verdict.is_contested else None,
    )


def _matrix(
    labels: Sequence[str], values: Sequence[ValueRow], comparisons: Sequence[Comparison]
) -> tuple[tuple[Verdict | None, ...], ...]:
    """The worst verdict between each two articles."""
    worst: dict[tuple[str, str], Verdict] = {}
    for comparison in comparisons:
        left, right = values[comparison.left].label, values[comparison.right].label
        for pair in ((left, right), (right, left)):
            known = worst.get(pair, Verdict.AGREE)
            worst[pair] = min(known, comparison.verdict, key=WORST_FIRST.index)
    return tuple(tuple(worst.get((row, column)) for column in labels) for row in labels)
