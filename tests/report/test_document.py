"""The JSON document, in one piece and in many."""

import json
from dataclasses import replace

import pytest

from discrepancy.report.document import document, stream_document
from discrepancy.report.rows import report_rows
from tests import factory


@pytest.mark.parametrize("count", [0, 1, 3], ids=["no story", "one story", "all stories"])
def test_the_pieces_make_the_document(count):
    report = factory.report()
    rows = report_rows(replace(report, stories=report.stories[:count]))
    counts = {"articles": rows.articles, "stories": len(rows.stories), "conflicts": rows.conflicts}
    pieces = list(stream_document(counts, iter(rows.stories), rows.skipped))
    assert json.loads("".join(pieces)) == document(rows)
    assert len(pieces) == len(rows.stories) + 2
