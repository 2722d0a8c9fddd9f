"""The report as one HTML file that needs nothing else: no script, no address that is fetched.

Every value passes jinja2's autoescaping; article texts may hold markup.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from discrepancy.report.changes import MEANING
from discrepancy.report.rows import WORST_FIRST, ReportRows, count_verdicts
from discrepancy.report.templates import read_template
from discrepancy.report.values import show_confidence, show_value

if TYPE_CHECKING:
    from jinja2 import Template

VERDICTS = {
    "conflict": "cannot all be true",
    "disputed": "rival statements, each put to somebody",
    "update": "a later state of affairs",
    "variant": "another way to write the same",
    "compatible": "different, but both can be true",
    "agree": "the same",
}
"""What each verdict means, for the legend."""


def render_html(rows: ReportRows) -> str:
    """All rows as one HTML page."""
    return _template().render(rows=rows).lstrip()


@cache
def _template() -> Template:
    return read_template(
        "discrepancy.report",
        "page.html",
        count_verdicts=count_verdicts,
        revisions=[(revision.value, MEANING[revision]) for revision in MEANING],
        show_confidence=show_confidence,
        show_value=show_value,
        legend=[(verdict.value, VERDICTS[verdict.value]) for verdict in WORST_FIRST],
    )
