from dataclasses import replace

import pytest

from discrepancy.report import render_report
from tests import factory


@pytest.mark.parametrize(
    ("name", "form", "verbose"),
    [
        pytest.param("report.txt", "terminal", False, id="terminal"),
        pytest.param("report-verbose.txt", "terminal", True, id="verbose"),
        pytest.param("report.html", "html", False, id="html"),
        pytest.param("report.md", "markdown", False, id="markdown"),
        pytest.param("report.json", "json", False, id="json"),
        pytest.param("report.csv", "csv", False, id="csv"),
    ],
)
def test_report_looks_as_it_did(golden, name, form, verbose):
    golden(name, render_report(factory.report(), form, verbose=verbose))


def test_no_golden_file_is_missing_or_left_over(golden_names):
    expected, standing = golden_names
    assert standing == expected


@pytest.mark.parametrize("form", ["terminal", "html", "markdown", "json", "csv"])
def test_stories_with_conflicts_come_first(form):
    report = factory.report()
    turned = replace(report, stories=report.stories[::-1])
    assert render_report(turned, form) == render_report(report, form)
