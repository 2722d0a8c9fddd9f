"""The report for a terminal: conflicts first, the value bold in its sentence, the odd one marked.

Verdicts are words and never colour alone. Article texts are shown as they are but for control
characters, which could otherwise steer the reader's terminal.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from discrepancy.model import Revision, Verdict
from discrepancy.report.rows import (
    ArticleRow,
    FindingRow,
    ReportRows,
    StoryRow,
    TimelineRow,
    ValueRow,
    as_sentence,
    capital,
    count_of,
    count_verdicts,
)
from discrepancy.report.values import show_confidence, show_value

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_SIDE = 90
"""Characters of the sentence shown on each side of a value."""
_STYLE = {
    Verdict.CONFLICT: "bold red",
    Verdict.DISPUTED: "magenta",
    Verdict.UPDATE: "cyan",
    Verdict.VARIANT: "blue",
    Verdict.COMPATIBLE: "green",
    Verdict.AGREE: "green",
}
_REVISION = {
    Revision.STEALTH: "bold red",
    Revision.STALE: "magenta",
    Revision.CORRECTION: "green",
    Revision.UPDATE: "cyan",
}


def render_terminal(
    rows: ReportRows, *, verbose: bool = False, width: int = 100, colour: bool = False
) -> str:
    """All rows as text of at most ``width`` columns, with ANSI colours if ``colour``."""
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=width,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
        emoji=False,
    )
    console.print(build(rows, verbose=verbose))
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()).rstrip() + "\n"


def build(rows: ReportRows, *, verbose: bool = False) -> RenderableType:
    """All rows as something rich can print."""
    parts: list[RenderableType] = []
    for story in rows.compared:
        parts += [*_story(story, verbose), Text()]
    if rows.alone:
        parts += [
            Text("Nothing to compare with", "bold"),
            *(Text(f"  {_article(a)}") for a in rows.alone),
            Text(),
        ]
    if rows.skipped:
        parts += [*_skipped(rows), Text()]
    parts.append(summary(rows))
    return Group(*parts)


def summary(rows: ReportRows) -> Text:
    """One line: how many conflicts in how many articles."""
    text = Text(
        count_of(rows.conflicts, "conflict", "conflicts"), "bold red" if rows.conflicts else "bold green"
    )
    text.append(
        f" in {count_of(len(rows.stories), 'story', 'stories')}"
        f" ({count_of(rows.articles, 'article', 'articles')}"
        f"{f', {len(rows.skipped)} skipped' if rows.skipped else ''}).",
        "not bold default",
    )
    return text


def _story(story: StoryRow, verbose: bool) -> Iterator[RenderableType]:
    yield Text(clean(story.headline), "bold underline")
    yield Text(f"story {clean(story.id)}: {', '.join(map(_article, story.current))}", "dim")
    for article, descent in story.copies:
        how = f"{clean(article.label)} descends from {clean(descent.label)} ({descent.how})"
        yield Text(f"{how}: {clean(descent.reason)}.", "dim")
    for finding in story.conflicts:
        yield Text()
        yield from finding_parts(finding)
    yield from _changes(story)
    if not story.others:
        return
    yield Text()
    if verbose:
        for finding in story.others:
            yield from finding_parts(finding)
            yield Text()
    else:
        yield Text(f"No conflict: {count_verdicts(story.others)}.", "dim")


def _changes(story: StoryRow) -> Iterator[RenderableType]:
    if not story.changes:
        return
    yield Text()
    yield Text("Changed between versions", "bold")
    for change in story.changes:
        yield Text()
        head = Text(change.revision.value.upper(), _REVISION[change.revision])
        yield head.append(f"  {capital(clean(change.question))}", "bold default")
        table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
        for word, value in (("was", change.before), ("now", change.after)):
            table.add_row(Text(word, "dim"), Text(clean(value.label)), Text(when(value)), _sentence(value))
        yield Padding(table, (0, 0, 0, 2))
        yield Padding(Text(as_sentence(clean(change.reason)), "italic"), (0, 0, 0, 2))
        if change.notice:
            yield Padding(Text(f"Notice: “{clean(change.notice.text)}”"), (0, 0, 0, 2))


def when(value: ValueRow | TimelineRow) -> str:
    """The moment of a value, to the minute where it has one; "undated" without."""
    moment = value.time if isinstance(value, TimelineRow) else value.published
    if moment is None:
        return "undated"
    return f"{moment:%Y-%m-%d %H:%M}" if moment.hour or moment.minute else f"{moment:%Y-%m-%d}"


def _timeline(finding: FindingRow) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for row in finding.timeline:
        version = f" ({clean(row.version or row.article)})" if not row.current else ""
        table.add_row(
            Text(when(row), "dim"),
            Text(f"{clean(row.source)}{version}"),
            Text(clean(show_value(finding.kind, row.value))),
        )
    return table


def _article(article: ArticleRow) -> str:
    if article.published:
        return f"{clean(article.label)} {article.published:%Y-%m-%d}"
    if article.reference:
        return f"{clean(article.label)} (undated, read as {article.reference:%Y-%m-%d})"
    return f"{clean(article.label)} (undated)"


def finding_parts(finding: FindingRow, *, fold: bool = True) -> Iterator[RenderableType]:
    """One finding: question and verdict, what each source says, the reason.

    Args:
        finding: What to show.
        fold: Only name the sources that repeat a value shown twice already.
    """
    head = Text(finding.verdict.value.upper(), _STYLE[finding.verdict])
    head.append(f"  {capital(clean(finding.question))}", "bold default")
    notes = [f"to {finding.severity}"] if finding.is_conflict else []
    notes += [f"confidence {show_confidence(finding.confidence)}", f"{finding.kind} {clean(finding.id)}"]
    yield head
    yield Text(f"  {', '.join(notes)}", "dim")
    yield Padding(_values(finding.leading if fold else finding.values), (0, 0, 0, 2))
    if fold and finding.repeated:
        names = dict.fromkeys(clean(value.label) for value in finding.repeated)
        yield Padding(Text(f"The same in {', '.join(names)}.", "dim"), (0, 0, 0, 2))
    if finding.has_history or not fold:
        yield Padding(_timeline(finding), (0, 0, 0, 2))
    yield Padding(Text(as_sentence(clean(finding.reason)), "italic"), (0, 0, 0, 2))
    if finding.suggestion:
        yield Padding(Text(clean(finding.suggestion)), (0, 0, 0, 2))


def _values(values: Sequence[ValueRow]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("source", ratio=2, overflow="fold")
    table.add_column("value", ratio=2, overflow="fold")
    table.add_column("sentence", ratio=6, overflow="fold")
    for value in values:
        said = Text(clean(value.shown), "bold" if value.odd else "")
        source = Text(clean(value.label))
        if value.odd:
            source.append("\n◀ odd one out", "red")
        table.add_row(source, said, _sentence(value))
    return table


def _sentence(value: ValueRow) -> Text:
    before, after = clean(value.before), clean(value.after)
    if len(before) > _SIDE:
        before = "…" + before[-_SIDE:].partition(" ")[2]
    if len(after) > _SIDE:
        after = after[:_SIDE].rpartition(" ")[0] + "…"
    sentence = Text(before)
    # Brackets and not reverse video alone: the mark has to outlive a pipe and a colour-blind eye.
    sentence.append(f"[{clean(value.text)}]", "bold")
    return sentence.append(after)


def _skipped(rows: ReportRows) -> Iterator[Text]:
    yield Text("Not checked", "bold")
    for skipped in rows.skipped:
        where = skipped.path if skipped.line is None else f"{skipped.path}:{skipped.line}"
        yield Text(f"  {clean(where)}: {clean(skipped.reason)}")


def clean(text: str) -> str:
    """``text`` with control and direction-changing characters as spaces."""
    return _CONTROL.sub(" ", text)
