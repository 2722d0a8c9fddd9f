"""The report as one HTML file that needs nothing else: no script, no address that is fetched.

Every value but verdicts and times passes jinja2's autoescaping; article texts may hold markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from discrepancy.model import Verdict
from discrepancy.report.changes import MEANING
from discrepancy.report.rows import WORST_FIRST, ReportRows, count_verdicts
from discrepancy.report.templates import read_template
from discrepancy.report.values import show_confidence, show_value

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

VERDICTS = {
    "conflict": "cannot all be true",
    "disputed": "rival statements, each put to somebody",
    "update": "a later state of affairs",
    "variant": "another way to write the same",
    "compatible": "different, but both can be true",
    "agree": "the same",
}
"""What each verdict means, for the legend."""

_CELLS = {verdict: f'<td class="{verdict.value}">{verdict.value}</td>' for verdict in Verdict}
"""A verdict in a table of verdicts."""


def render_html(rows: ReportRows) -> str:
    """All rows as one HTML page."""
    return _template().render(rows=rows).lstrip()


@cache
def _template() -> Template:
    return read_template(
        "discrepancy.report",
        "page.html",
        cells=_mark_cells,
        clock=_mark_time,
        count_verdicts=count_verdicts,
        revisions=[(revision.value, MEANING[revision]) for revision in MEANING],
        show_confidence=show_confidence,
        show_value=show_value,
        legend=[(verdict.value, VERDICTS[verdict.value]) for verdict in WORST_FIRST],
    )


def _mark_time(moment: datetime) -> Markup:
    """A moment as its day, with the time of day where it is told."""
    from markupsafe import Markup

    time = f", {moment:%H:%M}" if moment.hour or moment.minute else ""
    return Markup(f'<time datetime="{moment.isoformat()}">{moment.day} {moment:%b %Y}{time}</time>')


def _mark_cells(verdicts: Sequence[Verdict | None], own: int) -> Markup:
    """One row of a table of verdicts; ``own`` is the column of what the row itself is about.

    Not cell by cell in the template: these are half of all values that a page shows.
    """
    from markupsafe import Markup

    bare = (f'<td class="same">{"·" if column == own else "–"}</td>' for column in range(len(verdicts)))
    return Markup(
        "".join(_CELLS[verdict] if verdict else empty for verdict, empty in zip(verdicts, bare, strict=True))
    )
