"""A report as one table: a row for each claim of each finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from discrepancy.report.rows import ReportRows


@dataclass(frozen=True, slots=True)
class TidyRow:
    """One finding and one claim; its fields are the columns of every table that is written.

    Attributes:
        published: Publication time of the article as given, or as inferred for its story.
        odd: Whether this claim stands against the majority.
        likely: The normalised value for which most speaks, or the advice where nothing does; "" where
            nothing conflicts.
    """

    story: str
    finding: str
    kind: str
    slot: str
    verdict: str
    severity: str
    confidence: float
    reason: str
    article: str
    source: str
    published: datetime | None
    field: str
    start: int
    end: int
    text: str
    value: str
    odd: bool
    context: str
    likely: str


def tidy_rows(rows: ReportRows) -> Iterator[TidyRow]:
    """Every claim of every finding, in the order of the report."""
    for story in rows.stories:
        for finding in story.findings:
            for value in finding.values:
                yield TidyRow(
                    story=story.id,
                    finding=finding.id,
                    kind=finding.kind,
                    slot=finding.question,
                    verdict=finding.verdict.value,
                    severity=finding.severity,
                    confidence=finding.confidence,
                    reason=finding.reason,
                    article=value.article,
                    source=value.source,
                    published=value.published,
                    field=value.field,
                    start=value.start,
                    end=value.end,
                    text=value.text,
                    value=value.value,
                    odd=value.odd,
                    context=value.context,
                    likely=finding.likely.value or finding.likely.text if finding.likely else "",
                )
