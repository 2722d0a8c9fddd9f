"""What a page changed from version to version; every text is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from discrepancy.check import (
    analyse_articles,
    analyse_changes,
    check_articles,
    check_page,
    date_story,
    page_changes,
)
from discrepancy.config import Config
from discrepancy.model import Article, Change, Report, Revision, Verdict
from discrepancy.report import render_report
from discrepancy.versions import find_notices, find_pages, value_timeline

MORNING = datetime(2031, 5, 6, 8, tzinfo=UTC)
PAGE = "https://courier.example/silo"
FIRST = """A grain silo collapsed at the port of Marlow early on Tuesday, killing three dock workers and \
injuring 11 people, police said.

The silo on Pell Quay was built in 1974. It was last inspected in March 2016, when engineers found cracks \
in its base ring.

Helena Vasquarre, the chief executive of Brand Grain, said the company would pay for the funerals. Brand \
Grain employs 640 people in Marlow.

"Nobody is still under the grain," fire chief Michael Darrow said. "We have looked twice."

The harbour authority has postponed the regatta. The silo held 9,850 tonnes of wheat."""
OTHER = """Three people died when a silo full of wheat fell at the port of Marlow on Tuesday. Eleven others \
were hurt.

Engineers had found cracks in the silo when it was last inspected in March 2016, the port authority said. \
It was built in 1974.

Brand Grain, which owns the silo, employs 640 people in the town, its chief executive, \
Helena Vasquarre, said."""
YEAR = ("March 2016", "March 2018")
STAFF = ("employs 640", "employs 650")


def versions(
    *edits: tuple[str, str], extra: str = "", note: str | None = None, hours: float = 3
) -> list[Article]:
    """The page, and the page edited some hours later."""
    text = FIRST
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    first = Article("v1", "Courier", FIRST, "Silo falls", MORNING, PAGE, "s", "1")
    second = replace(
        first,
        id="v2",
        text=f"{text}\n\n{extra}" if extra else text,
        version="2",
        modified=MORNING + timedelta(hours=hours),
        note=note,
    )
    return [first, second]


def other(hours: float = 5) -> Article:
    return Article("o", "Post", OTHER, "Silo", MORNING + timedelta(hours=hours), None, "s")


def changes(report: Report, *, stale: bool = False) -> list[tuple[str, str, str]]:
    found = report.stories[0].changes
    return [
        (change.revision.value, change.before.mention.text, change.after.mention.text)
        for change in found
        if (change.revision is Revision.STALE) == stale
    ]


def shown(change: Change) -> tuple[object, ...]:
    """A change as any report has it."""
    places = [
        (
            claim.mention.article_id,
            claim.mention.field,
            claim.mention.start,
            claim.mention.value,
            claim.context,
        )
        for claim in (change.before, change.after)
    ]
    return change.id, change.revision, change.question, change.reason, change.notice, *places


GENERAL = "Correction: An earlier version of this story gave the wrong year of the inspection."


EDITS = [
    pytest.param([YEAR], "", None, ["stealth edit"], id="year, silently"),
    pytest.param([YEAR], GENERAL, None, ["correction"], id="year, with a notice"),
    pytest.param([YEAR], f"Correction\n\n{GENERAL[12:]}", None, ["correction"], id="notice under a heading"),
    pytest.param([YEAR], "", "Corrects date in paragraph 2", ["correction"], id="note to editors"),
    pytest.param([YEAR, STAFF], GENERAL, None, ["correction", "stealth edit"], id="notice of one of two"),
    pytest.param(
        [STAFF], "This article was amended on 7 May 2031.", None, ["correction"], id="no fact named"
    ),
    pytest.param(
        [STAFF],
        "This article was amended on 7 May 2031 to correct the name of the fire chief.",
        None,
        ["stealth edit"],
        id="notice of another fact",
    ),
    pytest.param(
        [STAFF],
        "Correction: An earlier version of this story said that 9,580 tonnes were lost.",
        None,
        ["stealth edit"],
        id="notice of another number",
    ),
    pytest.param([("Vasquarre", "Vasquare")], "", None, ["stealth edit"], id="misspelt name"),
    pytest.param(
        [("Vasquarre", "Vasquare")],
        "",
        "Fixes spelling of Vasquare",
        ["correction"],
        id="name with a note",
    ),
    pytest.param([("killing three", "killing five")], "", None, ["update"], id="later toll"),
    pytest.param([("killing three", "killing two")], "", None, ["stealth edit"], id="toll falls in hours"),
    pytest.param(
        [
            (
                FIRST.split("\n")[0],
                "The number of people killed when a grain silo collapsed at the port of Marlow has risen "
                "to seven, police said on Tuesday. Another 11 are in hospital.",
            )
        ],
        "",
        None,
        ["update"],
        id="toll in a new sentence",
    ),
    pytest.param([("has postponed", "has cancelled")], "", None, ["update"], id="affairs move on"),
    pytest.param([("looked twice", "not looked twice")], "", None, ["stealth edit"], id="quotation reversed"),
    pytest.param([("9,850", "98,500")], "", None, ["stealth edit"], id="factor of ten"),
    pytest.param([("chief executive", "treasurer")], "", None, ["stealth edit"], id="office"),
    pytest.param([("in Marlow.", "in Dunport.")], "", None, ["stealth edit"], id="place"),
    pytest.param([], "", None, [], id="nothing changed"),
    pytest.param(
        [
            ("said the company would pay", "told reporters the firm will pay"),
            ("early on Tuesday", "on Tuesday morning"),
            ("9,850", "nearly 10,000"),
            ("killing three", "killing 3"),
        ],
        "",
        None,
        [],
        id="other words",
    ),
    pytest.param([("\n\nThe silo on", " The silo on")], "", None, [], id="paragraphs joined"),
]
"""Edits, a paragraph put at the end, an agency's note, and what changed."""


@pytest.mark.parametrize(("edits", "extra", "note", "expected"), EDITS)
def test_changes(edits: list[tuple[str, str]], extra: str, note: str | None, expected: list[str]) -> None:
    report = check_articles(versions(*edits, extra=extra, note=note))
    assert sorted(revision for revision, _, _ in changes(report)) == expected


@pytest.mark.parametrize(("edits", "extra", "note", "expected"), EDITS)
def test_what_tells_versions_apart_tells_the_same_changes(
    edits: list[tuple[str, str]], extra: str, note: str | None, expected: list[str]
) -> None:
    articles = versions(*edits, extra=extra, note=note)
    whole = page_changes([date_story(analyse_articles(articles, Config()))], Config())
    (documents,) = analyse_changes([articles], Config())
    story = check_page(date_story(documents), Config(), "s")
    assert list(map(shown, story.changes)) == list(map(shown, whole))
    assert (story.articles, story.pages) == (tuple(articles), (("v1", "v2"),))


def test_texts_that_replaced_one_another_are_compared_each_with_its_own_versions() -> None:
    first, second = versions(STAFF)
    another = replace(first, id="n1", text="Voters choose a parliament today. Polls close at 8 p.m.")
    edited = replace(another, id="n2", text=another.text.replace("8 p.m", "9 p.m"), modified=MORNING)
    (documents,) = analyse_changes([[first, another, second, edited]], Config())
    story = check_page(date_story(documents), Config(), "s")
    assert [(c.before.mention.text, c.after.mention.text) for c in story.changes] == [
        ("640", "650"),
        ("8 p.m.", "9 p.m."),
    ]


def test_a_change_shows_both_values_and_the_notice() -> None:
    (change,) = check_articles(versions(YEAR, extra=GENERAL)).stories[0].changes
    assert (change.before.mention.text, change.after.mention.text) == YEAR
    assert change.notice is not None
    assert change.notice.text == GENERAL
    assert versions(YEAR, extra=GENERAL)[1].text[change.notice.start : change.notice.end] == GENERAL


def test_a_notice_that_was_there_before_covers_nothing() -> None:
    first, second = versions(YEAR, extra=GENERAL)
    third = replace(
        second,
        id="v3",
        text=second.text.replace("March 2018", "March 2017"),
        modified=MORNING + timedelta(hours=9),
    )
    found = changes(check_articles([first, second, third]))
    assert found == [("correction", *YEAR), ("stealth edit", "March 2018", "March 2017")]


def test_versions_of_a_page_are_one_source_with_one_vote() -> None:
    """Two versions with the new year against one page with the old: nobody is the odd one out."""
    first, second = versions(YEAR)
    third = replace(second, id="v3", modified=MORNING + timedelta(hours=4), title="Silo falls, three dead")
    report = check_articles([first, second, third, other()])
    (conflict,) = [f for f in report.findings if f.verdict is Verdict.CONFLICT]
    assert {claim.mention.article_id for claim in conflict.slot.claims} == {"v3", "o"}
    assert not conflict.odd
    assert report.stories[0].pages == (("v1", "v2", "v3"),)


def test_a_page_does_not_conflict_with_its_own_past() -> None:
    report = check_articles(versions(YEAR))
    assert not [finding for finding in report.findings if finding.verdict is Verdict.CONFLICT]


def test_a_changed_page_tells_of_the_time_of_its_newest_version() -> None:
    """A toll that rose after another page came out conflicts with nothing."""
    first, second = versions(("injuring 11", "injuring 14"))
    text = FIRST.replace("A grain silo collapsed", "A grain silo fell").replace(
        "employs 640", "employs 640 to 650"
    )
    early = replace(first, id="o", source="Post", url=None, version=None, text=text)
    early = replace(early, published=MORNING + timedelta(hours=1))
    report = check_articles([first, second, early])
    found = {f.verdict for f in report.findings if "14" in {c.mention.text for c in f.slot.claims}}
    assert found == {Verdict.UPDATE}


def test_a_later_page_with_the_corrected_value_is_stale() -> None:
    report = check_articles([*versions(YEAR, extra=GENERAL), other()])
    assert changes(report, stale=True) == [("stale", *YEAR)]


def test_a_copy_of_an_earlier_version_is_stale_however_the_page_was_changed() -> None:
    first, second = versions(YEAR)
    copy = replace(first, id="o", source="Post", url=None, published=MORNING + timedelta(hours=1))
    report = check_articles([first, second, copy])
    assert [(d.article, d.parent) for d in report.stories[0].descents] == [("o", "v2")]
    assert changes(report, stale=True) == [("stale", *YEAR)]


@pytest.mark.parametrize(
    ("extra", "hours"),
    [
        pytest.param("", 5.0, id="a stealth edit may be the mistake"),
        pytest.param(GENERAL, 1.0, id="the other page came out before"),
    ],
)
def test_what_is_not_stale(extra: str, hours: float) -> None:
    report = check_articles([*versions(YEAR, extra=extra), other(hours)])
    assert changes(report, stale=True) == []


def test_timeline_of_a_contested_value() -> None:
    articles = [*versions(YEAR), other()]
    report = check_articles(articles)
    (conflict,) = [f for f in report.findings if f.verdict is Verdict.CONFLICT]
    rows = value_timeline(conflict, articles)
    assert [(row.source, row.version, row.value, row.current) for row in rows] == [
        ("Courier", "1", "2016-03", False),
        ("Courier", "2", "2018-03", True),
        ("Post", None, "2016-03", True),
    ]
    assert [row.time for row in rows] == [MORNING + timedelta(hours=h) for h in (0, 3, 5)]


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_reports_show_changes_and_timeline(form: str) -> None:
    page = render_report(check_articles([*versions(YEAR), other()]), form)  # type: ignore[arg-type]
    assert "Changed between versions" in page
    assert page.lower().count("stealth edit") >= 1
    assert "Courier (1)" in page.replace("\\", "")


def test_page_changes_needs_no_other_pages() -> None:
    documents = date_story(analyse_articles(versions(YEAR), Config()))
    (change,) = page_changes([documents], Config())
    assert change.revision is Revision.STEALTH


@pytest.mark.parametrize(
    ("changed", "pages"),
    [
        pytest.param({}, [["v1", "v2"]], id="same source and address"),
        pytest.param(
            {"url": "http://www.courier.example/silo/?utm_source=x#top"}, [["v1", "v2"]], id="address"
        ),
        pytest.param({"source": "COURIER"}, [["v1", "v2"]], id="source in capitals"),
        pytest.param({"source": "Post"}, [["v1"], ["v2"]], id="another source"),
        pytest.param({"url": "https://courier.example/silo?id=2"}, [["v1"], ["v2"]], id="another page"),
        pytest.param({"url": None}, [["v1"], ["v2"]], id="no address"),
        pytest.param({"text": "Voters choose a parliament today."}, [["v1"], ["v2"]], id="other text"),
        pytest.param({"modified": MORNING - timedelta(hours=1)}, [["v2", "v1"]], id="order by time"),
        pytest.param({"modified": None}, [["v1", "v2"]], id="order by label"),
    ],
)
def test_which_articles_are_versions_of_one_page(changed: dict[str, object], pages: list[list[str]]) -> None:
    first, second = versions(STAFF)
    documents = analyse_articles([first, replace(second, **changed)], Config())  # type: ignore[arg-type]
    assert [[document.article.id for document in page] for page in find_pages(documents)] == pages


@pytest.mark.parametrize(
    "ids",
    [
        pytest.param(("urn:item#1", "urn:item#2"), id="each with its version"),
        pytest.param(("item", "item#2"), id="the later one with its version"),
        pytest.param(("item", "item~0123abcd"), id="named by the store"),
    ],
)
def test_versions_without_an_address_have_one_id_up_to_the_version(ids: tuple[str, str]) -> None:
    first, second = (replace(a, url=None, id=i) for a, i in zip(versions(STAFF), ids, strict=True))
    assert len(find_pages(analyse_articles([first, second], Config()))) == 1


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("Correction: The name of the mayor was misspelled.", True, id="correction"),
        pytest.param(
            "Clarification, May 7: The story has been changed.", True, id="clarification with a date"
        ),
        pytest.param("An earlier version of this article misstated the toll.", True, id="earlier version"),
        pytest.param("This story has been corrected to say that two died.", True, id="corrected to say"),
        pytest.param("(This version CORRECTS the date in paragraph 2.)", True, id="agency"),
        pytest.param("The Courier regrets the error.", True, id="regrets"),
        pytest.param("The officer works in a house of correction near Marlow.", False, id="a prison"),
        pytest.param("The market saw a correction on Tuesday.", False, id="a market"),
        pytest.param("An earlier version of the bill failed in March.", False, id="a bill"),
    ],
)
def test_notices(line: str, found: bool) -> None:
    (document,) = analyse_articles([Article("a", "Courier", f"{FIRST}\n\n{line}", "Silo falls")], Config())
    assert [notice.text for notice in find_notices(document)] == ([line] if found else [])
