"""The report as Markdown (GitHub tables), for a wiki, an issue or a chat.

Article texts may hold anything: every character that Markdown or HTML reads as markup is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.report.rows import (
    ArticleRow,
    FindingRow,
    ReportRows,
    StoryRow,
    ValueRow,
    as_sentence,
    capital,
    count_of,
    count_verdicts,
)
from discrepancy.report.values import show_confidence, show_value

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~&@])")
_SPACE = re.compile(r"\s+")


def render_markdown(rows: ReportRows, *, verbose: bool = False) -> str:
    """All rows as one Markdown document."""
    return "\n".join(_document(rows, verbose)).rstrip() + "\n"


def _document(rows: ReportRows, verbose: bool) -> Iterator[str]:
    stories = count_of(len(rows.stories), "story", "stories")
    yield f"# {count_of(rows.conflicts, 'conflict', 'conflicts')} in {stories}"
    yield ""
    for story in rows.compared:
        yield from _story(story, verbose)
    if rows.alone:
        yield "## Nothing to compare with"
        yield ""
        yield from map(_article, rows.alone)
        yield ""
    if rows.skipped:
        yield "## Not checked"
        yield ""
        for skipped in rows.skipped:
            where = skipped.path if skipped.line is None else f"{skipped.path}:{skipped.line}"
            yield f"- {_escape(where)}: {_escape(skipped.reason)}"


def _story(story: StoryRow, verbose: bool) -> Iterator[str]:
    yield f"## {_escape(story.headline)}"
    yield ""
    yield from map(_article, story.articles)
    yield ""
    for finding in story.findings if verbose else story.conflicts:
        yield from _finding(finding)
    yield from _changes(story)
    if story.others and not verbose:
        yield f"No conflict: {count_verdicts(story.others)}."
        yield ""


def _article(article: ArticleRow) -> str:
    day = f"{article.published:%Y-%m-%d %H:%M}" if article.published else "undated"
    if article.inferred and article.reference:
        day += f", read as {article.reference:%Y-%m-%d}"
    if article.superseded_by:
        day += ", an earlier version"
    line = f"- {_escape(article.label)} ({day})"
    if article.descent is None:
        return line
    how = f"descends from {article.descent.label} ({article.descent.how}): {article.descent.reason}"
    return f"{line}, {_escape(how)}"


def _finding(finding: FindingRow) -> Iterator[str]:
    notes = [f"to {finding.severity}"] if finding.is_conflict else []
    notes.append(f"confidence {show_confidence(finding.confidence)}")
    yield f"### {_escape(capital(finding.question))}"
    yield ""
    yield f"**{finding.verdict.value}** ({', '.join(notes)}). {_escape(as_sentence(finding.reason))}"
    yield ""
    if finding.suggestion:
        yield _escape(finding.suggestion)
        yield ""
    yield "| source | value | sentence |"
    yield "|---|---|---|"
    for value in finding.values:
        odd = " ◀ odd one out" if value.odd else ""
        yield f"| {_escape(value.label)}{odd} | {_escape(value.shown)} | {_sentence(value)} |"
    yield ""
    if finding.has_history:
        yield from _timeline(finding)


def _timeline(finding: FindingRow) -> Iterator[str]:
    yield "| time | source | version | value |"
    yield "|---|---|---|---|"
    for row in finding.timeline:
        time = f"{row.time:%Y-%m-%d %H:%M}" if row.time else "undated"
        version = row.version or ("" if row.current else row.article)
        shown = _escape(show_value(finding.kind, row.value))
        yield f"| {time} | {_escape(row.source)} | {_escape(version)} | {shown} |"
    yield ""


def _changes(story: StoryRow) -> Iterator[str]:
    if story.changes:
        yield "### Changed between versions"
        yield ""
    for change in story.changes:
        question = _escape(capital(change.question))
        yield f"**{change.revision.value}**: {question}. {_escape(as_sentence(change.reason))}"
        if change.notice:
            yield f"Notice: “{_escape(change.notice.text)}”"
        yield ""
        yield "| | source | value | sentence |"
        yield "|---|---|---|---|"
        for word, value in (("was", change.before), ("now", change.after)):
            yield f"| {word} | {_escape(value.label)} | {_escape(value.shown)} | {_sentence(value)} |"
        yield ""


def _sentence(value: ValueRow) -> str:
    # The spaces beside the value go outside the asterisks, or Markdown shows the asterisks.
    left = " " if value.before[-1:].isspace() else ""
    right = " " if value.after[:1].isspace() else ""
    return f"{_escape(value.before)}{left}**{_escape(value.text)}**{right}{_escape(value.after)}"


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\1", _SPACE.sub(" ", text).strip())
