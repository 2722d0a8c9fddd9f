"""A Report as rows, then as terminal tables, HTML, Markdown, JSON or CSV, all from the same rows."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from discrepancy.errors import ConfigError
from discrepancy.model import Report
from discrepancy.report.rows import report_rows

TextFormat: TypeAlias = Literal["terminal", "html", "markdown", "json", "csv"]


def render_report(report: Report, format: TextFormat = "terminal", *, verbose: bool = False) -> str:  # noqa: A002
    """``report`` as text.

    Args:
        report: What ``check_articles`` returned.
        format: ``terminal`` (plain text without colours, 100 columns), ``html`` (one file that needs
            nothing else), ``markdown``, ``json`` (schema version 1) or ``csv`` (one row per finding
            and claim).
        verbose: Show also in full what is no conflict, in ``terminal`` and ``markdown``.

    Raises:
        ConfigError: There is no such text format.
    """
    rows = report_rows(report)
    # Each renderer is imported where it is used: JSON needs neither rich nor jinja2.
    match format:
        case "terminal":
            from discrepancy.report.terminal import render_terminal

            return render_terminal(rows, verbose=verbose)
        case "html":
            from discrepancy.report.html import render_html

            return render_html(rows)
        case "markdown":
            from discrepancy.report.markdown import render_markdown

            return render_markdown(rows, verbose=verbose)
        case "json":
            from discrepancy.report.document import render_json

            return render_json(rows)
        case "csv":
            from discrepancy.report.delimited import render_csv

            return render_csv(rows)
    raise ConfigError(f"format {format!r} is not a text format; expected {', '.join(get_args(TextFormat))}")
