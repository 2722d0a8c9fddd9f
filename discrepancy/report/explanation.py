"""Everything behind one finding, for ``discrepancy explain``."""

from __future__ import annotations

import io

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from discrepancy.model import Report
from discrepancy.report.rows import FindingRow, report_rows
from discrepancy.report.terminal import clean, finding_parts


def render_explanation(report: Report, id: str, *, width: int = 100, colour: bool = False) -> str | None:  # noqa: A002
    """The finding whose id is or begins with ``id``, with every comparison; None without one."""
    found = [f for story in report_rows(report).stories for f in story.findings if f.id.startswith(id)]
    exact = [finding for finding in found if finding.id == id]
    if not found:
        return None
    buffer = io.StringIO()
    console = Console(file=buffer, width=width, force_terminal=colour, no_color=not colour, emoji=False)
    for finding in exact or found:
        console.print(*finding_parts(finding, fold=False), sep="\n")
        console.print(Padding(_comparisons(finding), (0, 0, 0, 2)))
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def _comparisons(finding: FindingRow) -> Text:
    text = Text()
    for comparison in finding.comparisons:
        left, right = finding.values[comparison.left], finding.values[comparison.right]
        text.append(f"{clean(left.label)} – {clean(right.label)}: ", "bold")
        text.append(f"{comparison.verdict.value}; {clean(comparison.reason)}\n")
    text.rstrip()
    return text
