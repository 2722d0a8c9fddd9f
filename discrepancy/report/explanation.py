"""Everything behind one finding, for ``discrepancy explain``."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from discrepancy.model import Report
from discrepancy.report.chain import ChainRow, chain_row
from discrepancy.report.rows import FindingRow, as_sentence, report_rows
from discrepancy.report.terminal import clean, finding_parts

_INDENT = (0, 0, 0, 2)
_DEEPER = (0, 0, 0, 4)


def render_explanation(report: Report, id: str, *, width: int = 100, colour: bool = False) -> str | None:  # noqa: A002
    """The finding whose id is or begins with ``id``, with the whole chain of reasons; None without one."""
    found = [f for story in report_rows(report).stories for f in story.findings if f.id.startswith(id)]
    exact = [finding for finding in found if finding.id == id]
    if not found:
        return None
    findings = {finding.id: finding for finding in report.findings}
    buffer = io.StringIO()
    console = Console(file=buffer, width=width, force_terminal=colour, no_color=not colour, emoji=False)
    for row in exact or found:
        labels = {value.article: value.label for value in row.values}
        chain = row.chain or chain_row(findings[row.id], labels)
        console.print(*finding_parts(row, fold=False), *_chain(chain), *_comparisons(row), sep="\n")
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def _chain(chain: ChainRow) -> Iterator[RenderableType]:
    yield from _part("How each value was read", _keys(chain))
    if chain.rule:
        yield from _part("How they were lined up", [Text(as_sentence(chain.rule)), *_features(chain)])
    yield from _part("What was ruled out", [Text(clean(reason)) for reason in chain.ruled_out])
    if chain.settle:
        yield from _part("What would settle it", [Text(as_sentence(chain.settle))])


def _part(heading: str, lines: list[Text]) -> Iterator[RenderableType]:
    if lines:
        yield Padding(Text(heading, "bold"), _INDENT)
        yield from (Padding(line, _DEEPER) for line in lines)


def _keys(chain: ChainRow) -> list[Text]:
    lines = []
    for row in chain.keys:
        parts = [clean(row.range), *(f"{name} {clean(content)}" for name, content in row.key)]
        lines.append(Text(f"{clean(row.label)}: “{clean(row.text)}” is {'; '.join(parts)}"))
    return lines


def _features(chain: ChainRow) -> list[Text]:
    return [
        Text(f"{'for' if feature.weight > 0 else 'against'} ({feature.weight:+.2f}): {feature.words}")
        for feature in chain.features
    ]


def _comparisons(finding: FindingRow) -> Iterator[RenderableType]:
    lines = []
    for comparison in finding.comparisons:
        left, right = finding.values[comparison.left], finding.values[comparison.right]
        line = Text(f"{clean(left.label)} – {clean(right.label)}: ", "bold")
        lines.append(line.append(f"{comparison.verdict.value}; {clean(comparison.reason)}", "not bold"))
    yield from _part("Source against source", lines)
