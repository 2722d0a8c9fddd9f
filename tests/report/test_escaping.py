"""Article texts are hostile until escaped: markup, terminal codes, Markdown and table syntax."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model import Comparison, Kind, Report, Skipped, Story, Verdict
from discrepancy.report import render_report
from tests import factory

HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param('"><img src=x onerror=alert(1)>', id="attribute"),
    pytest.param("{{ 7 * 7 }}{% if x %}", id="template"),
    pytest.param("a | b ` c ** d _ e [f](g)", id="markdown"),
    pytest.param("\x1b[31mred\x1b]0;title\x07", id="terminal"),
    pytest.param("[bold]not markup[/bold] :smile:", id="rich"),
    pytest.param('comma, "quote"\nline', id="csv"),
    pytest.param("\u202egnp.exe", id="direction"),
]


def hostile_report(evil: str) -> Report:
    """A report with ``evil`` in every place that input reaches."""
    left = factory.article("a", f"{evil} 14 {evil}", source=evil, title=evil)
    right = factory.article("b", f"15 {evil}", source="Herald")
    claims = [
        factory.claim(left, "14", factory.person(evil), Kind.NAME),
        factory.claim(right, "15", factory.person("15"), Kind.NAME),
    ]
    finding = factory.finding(evil, claims, Verdict.CONFLICT, odd=frozenset({0}), reason=evil, id=evil)
    return Report((Story("s1", (left, right)),), (finding,), (Skipped(evil, 1, evil),))


@pytest.mark.parametrize("evil", HOSTILE)
def test_html_holds_no_tag_of_the_input(evil):
    def tags(report):
        return re.findall(r"<[^>]*", re.sub(r"(?<=\")[^\"<>]*(?=\")", "", render_report(report, "html")))

    assert tags(hostile_report(evil)) == tags(hostile_report("harmless"))


@pytest.mark.parametrize("evil", HOSTILE)
def test_terminal_shows_no_control_character(evil):
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", render_report(hostile_report(evil), "terminal")
    )


def test_terminal_shows_brackets_as_they_are():
    assert "[bold]not markup[/bold] :smile:" in render_report(
        hostile_report("[bold]not markup[/bold] :smile:"), "terminal"
    )


@pytest.mark.parametrize("evil", HOSTILE)
def test_markdown_tables_keep_their_columns(evil):
    lines = render_report(hostile_report(evil), "markdown").splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert len(rows) == 4
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {4}
    assert not any("<" in re.sub(r"\\<", "", line) for line in lines)


@pytest.mark.parametrize("evil", HOSTILE)
def test_json_and_csv_give_the_text_back(evil):
    report = hostile_report(evil)
    value = json.loads(render_report(report, "json"))["stories"][0]["findings"][0]["values"][0]
    assert (value["source"], value["value"]) == (evil, evil)
    row = next(csv.DictReader(io.StringIO(render_report(report, "csv"), newline="")))
    assert (row["source"], row["value"], row["reason"]) == (evil, evil, evil)


ANY_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(
    lambda t: not set(t) & set("145")
)


@given(ANY_TEXT)
def test_any_text_survives_json_and_csv_and_stays_text_in_html(text):
    report = hostile_report(text)
    value = json.loads(render_report(report, "json"))["stories"][0]["findings"][0]["values"][0]
    assert value["context"][value["start"] - value["context_start"] :].startswith("14")
    assert (value["source"], value["value"]) == (text, text)
    row = next(csv.DictReader(io.StringIO(render_report(report, "csv"), newline="")))
    assert (row["source"], row["context"]) == (text, value["context"])
    page = render_report(report, "html")
    assert page.count("<mark>14</mark>") == 1
    assert len(re.findall("<(?!!)", page)) == len(
        re.findall("<(?!!)", render_report(hostile_report("x"), "html"))
    )


def test_values_are_marked_in_html():
    page = render_report(factory.report(), "html")
    assert "The kiln in Orvale burst and <mark>41</mark> people were hurt." in page
    assert "&lt;lucky&gt; &amp; quick" in page


def test_html_asks_for_nothing_from_outside():
    page = render_report(factory.report(), "html")
    assert not re.search(r"<(script|link|img|iframe|object)\b|\bsrc=|@import|url\(|https?:", page)


def test_html_is_the_same_without_findings():
    report = replace(factory.report(), findings=())
    assert "No conflict" in render_report(report, "html")


def test_a_table_of_verdicts_and_times_is_markup_of_our_own() -> None:
    zone = timezone(timedelta(hours=2))
    moments = [
        datetime(2031, 5, 4, 8, tzinfo=UTC),
        datetime(2031, 5, 4, 10, tzinfo=zone),
        datetime(2031, 5, 5, tzinfo=UTC),
    ]
    articles = [
        factory.article(name, "14 people", source=name, published=moment)
        for name, moment in zip("abc", moments, strict=True)
    ]
    claims = [factory.claim(article, "14", factory.count(14), Kind.NUMBER) for article in articles]
    comparisons = (Comparison(0, 1, Verdict.CONFLICT, "unlike"), Comparison(1, 2, Verdict.AGREE, "alike"))
    finding = replace(factory.finding("toll", claims, Verdict.CONFLICT), comparisons=comparisons)
    page = render_report(Report((Story("s1", tuple(articles)),), (finding,)), "html")
    rows = re.findall(r'<th scope="row" class="text">.</th>((?:<td class="\w+">[^<]*</td>){3})</tr>', page)
    assert rows == [
        '<td class="same">·</td><td class="conflict">conflict</td><td class="same">–</td>',
        '<td class="conflict">conflict</td><td class="same">·</td><td class="agree">agree</td>',
        '<td class="same">–</td><td class="agree">agree</td><td class="same">·</td>',
    ]
    # Two names of one moment are printed as each article has it.
    for printed in (
        '<time datetime="2031-05-04T08:00:00+00:00">4 May 2031, 08:00</time>',
        '<time datetime="2031-05-04T10:00:00+02:00">4 May 2031, 10:00</time>',
        '<time datetime="2031-05-05T00:00:00+00:00">5 May 2031</time>',
    ):
        assert printed in page
