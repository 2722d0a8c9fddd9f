"""The report as JSON, schema version 1: a field may be added, none is renamed or dropped.

The schema is written out in the README; a new version number means that old readers break.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from discrepancy.model import Skipped
from discrepancy.report.rows import (
    ArticleRow,
    ChangeRow,
    DescentRow,
    FindingRow,
    ReportRows,
    StoryRow,
    TimelineRow,
    ValueRow,
)

SCHEMA_VERSION = "1"


def render_json(rows: ReportRows) -> str:
    """All rows as one JSON document, indented, ending in a line break."""
    return json.dumps(document(rows), ensure_ascii=False, indent=1) + "\n"


def document(rows: ReportRows) -> dict[str, Any]:
    """All rows as plain dictionaries and lists."""
    counts = {"articles": rows.articles, "stories": len(rows.stories), "conflicts": rows.conflicts}
    return _opening(counts, rows.skipped) | {
        "stories": [_story(story) for story in rows.stories],
        "skipped": _skipped(rows.skipped),
    }


def stream_document(
    counts: Mapping[str, int], stories: Iterable[StoryRow], skipped: Sequence[Skipped]
) -> Iterator[str]:
    """The same document piece by piece and without indents, for more stories than fit into memory.

    Args:
        counts: Numbers of ``articles``, ``stories`` and ``conflicts``.
        stories: Drawn one after another.
        skipped: What was given but not checked.
    """
    yield _encode(_opening(counts, skipped))[:-1] + ', "stories": ['
    for number, story in enumerate(stories):
        yield (", " if number else "") + _encode(_story(story))
    yield f'], "skipped": {_encode(_skipped(skipped))}}}'


def _opening(counts: Mapping[str, int], skipped: Sequence[Skipped]) -> dict[str, Any]:
    return {"schema_version": SCHEMA_VERSION, "summary": {**counts, "skipped": len(skipped)}}


def _skipped(skipped: Sequence[Skipped]) -> list[dict[str, Any]]:
    return [{"path": s.path, "line": s.line, "reason": s.reason} for s in skipped]


def _encode(table: Any) -> str:
    return json.dumps(table, ensure_ascii=False)


def _story(story: StoryRow) -> dict[str, Any]:
    return {
        "id": story.id,
        "headline": story.headline,
        "articles": [_article(article) for article in story.articles],
        "findings": [_finding(finding) for finding in story.findings],
        "changes": [_change(change) for change in story.changes],
    }


def _article(article: ArticleRow) -> dict[str, Any]:
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "modified": article.modified.isoformat() if article.modified else None,
        "reference": article.reference.isoformat() if article.reference else None,
        "reference_inferred": article.inferred,
        "url": article.url,
        "version": article.version,
        "status": article.status,
        "note": article.note,
        "encoding": article.encoding,
        "superseded_by": article.superseded_by,
        "origin": article.origin,
        "descends_from": article.descent.parent if article.descent else None,
        "descent": _descent(article.descent) if article.descent else None,
    }


def _descent(descent: DescentRow) -> dict[str, Any]:
    return {
        "how": descent.how,
        "confidence": descent.confidence,
        "reason": descent.reason,
    }


def _finding(finding: FindingRow) -> dict[str, Any]:
    return {
        "id": finding.id,
        "kind": finding.kind,
        "slot": finding.question,
        "verdict": finding.verdict.value,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "reason": finding.reason,
        "likely": _likely(finding),
        "explanation": _explanation(finding),
        "values": [_value(value) for value in finding.values],
        "comparisons": [
            {"left": c.left, "right": c.right, "verdict": c.verdict.value, "reason": c.reason}
            for c in finding.comparisons
        ],
        "timeline": [_moment(row) for row in finding.timeline],
    }


def _moment(row: TimelineRow) -> dict[str, Any]:
    return {
        "time": row.time.isoformat() if row.time else None,
        "source": row.source,
        "article": row.article,
        "version": row.version,
        "text": row.text,
        "value": row.value,
        "current": row.current,
    }


def _change(change: ChangeRow) -> dict[str, Any]:
    notice = change.notice
    return {
        "id": change.id,
        "revision": change.revision.value,
        "kind": change.kind,
        "slot": change.question,
        "reason": change.reason,
        "before": _value(change.before),
        "after": _value(change.after),
        "notice": notice
        and {"article": notice.article, "text": notice.text, "start": notice.start, "end": notice.end},
    }


def _likely(finding: FindingRow) -> dict[str, Any] | None:
    likely = finding.likely
    if likely is None:
        return None
    return {"value": likely.value or None, "text": likely.text, "reasons": list(likely.reasons)}


def _explanation(finding: FindingRow) -> dict[str, Any] | None:
    chain = finding.chain
    if chain is None:
        return None
    return {
        "rule": chain.rule,
        "features": [{"words": f.words, "weight": f.weight} for f in chain.features],
        "read": [
            {"range": row.range, "question": [f"{name} {content}" for name, content in row.key]}
            for row in chain.keys
        ],
        "ruled_out": list(chain.ruled_out),
        "settle": chain.settle,
    }


def _value(value: ValueRow) -> dict[str, Any]:
    return {
        "article": value.article,
        "source": value.source,
        "field": value.field,
        "start": value.start,
        "end": value.end,
        "text": value.text,
        "value": value.value,
        "odd": value.odd,
        "context": value.context,
        "context_start": value.context_start,
    }
