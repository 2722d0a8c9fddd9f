from dataclasses import replace
from datetime import date

import pytest

from discrepancy.model import Article, Comparison, Kind, Report, Story, Verdict
from discrepancy.report.rows import as_sentence, count_of, count_verdicts, report_rows
from discrepancy.report.tidy import tidy_rows
from discrepancy.report.values import show_confidence
from tests import factory


@pytest.fixture
def rows():
    return report_rows(factory.report())


def test_sentence_is_cut_at_the_value(rows):
    value = rows.stories[0].conflicts[0].values[1]
    assert (value.before, value.text, value.after) == (
        "The kiln in Orvale burst and ",
        "41",
        " people were hurt.",
    )


def test_value_outside_its_sentence_stands_alone():
    report = factory.report()
    finding = report.findings[0]
    claims = tuple(replace(claim, context_start=3) for claim in finding.slot.claims)
    moved = replace(finding, slot=replace(finding.slot, claims=claims))
    value = report_rows(replace(report, findings=(moved,))).stories[0].findings[0].values[0]
    assert (value.before, value.text, value.after) == ("", "14", "")


def test_matrix_is_symmetric_with_the_worst_verdict(rows):
    conflict = rows.stories[0].conflicts[0]
    assert conflict.labels == ("Gazette", "Herald", "Beacon")
    assert conflict.matrix == (
        (None, Verdict.CONFLICT, Verdict.AGREE),
        (Verdict.CONFLICT, None, Verdict.CONFLICT),
        (Verdict.AGREE, Verdict.CONFLICT, None),
    )


def test_worst_of_several_comparisons_of_two_articles_counts():
    report = factory.report()
    first, second = report.stories[0].articles[:2]
    claims = [
        factory.claim(a, "Ines Quillard", factory.person("Ines Quillard"), Kind.NAME) for a in (first, second)
    ]
    finding = factory.finding("who", [claims[0], claims[1], claims[1]], Verdict.VARIANT)
    verdicts = (Verdict.AGREE, Verdict.CONFLICT, Verdict.UPDATE)
    pairs = ((0, 1), (0, 2), (0, 1))
    comparisons = tuple(Comparison(*pair, verdict, "") for pair, verdict in zip(pairs, verdicts, strict=True))
    rows = report_rows(replace(report, findings=(replace(finding, comparisons=comparisons),)))
    story = next(story for story in rows.stories if story.findings)
    assert story.findings[0].matrix == ((None, Verdict.CONFLICT), (Verdict.CONFLICT, None))


def test_two_articles_of_one_outlet_are_told_apart():
    articles = (
        Article("a1", "Gazette", "x", version="morning"),
        Article("a2", "Gazette", "y"),
        Article("b1", "Herald", "z"),
    )
    story = report_rows(Report((Story("s", articles),), ())).stories[0]
    assert [article.label for article in story.articles] == ["Gazette (morning)", "Gazette (a2)", "Herald"]


def test_inferred_day_is_marked_only_where_the_article_gave_none(rows):
    given, _, undated = rows.stories[0].articles
    assert (given.inferred, undated.inferred) == (False, True)
    assert given.reference == undated.reference


def test_undated_articles_may_be_read_as_different_days():
    articles = tuple(Article(name, name.title(), "x") for name in ("gazette", "herald", "beacon"))
    days = date(2031, 5, 6), date(2031, 5, 7)
    story = Story("s", articles, inferred=(("herald", days[1]), ("beacon", days[0])))
    row = report_rows(Report((story,), ())).stories[0]
    assert [article.reference for article in row.articles] == [None, days[1], days[0]]
    assert [article.inferred for article in row.articles] == [False, True, True]
    assert row.inferred == days


def test_values_of_undated_articles_are_marked_as_inferred():
    report = factory.report()
    finding = report.findings[0]
    moment = factory.datetime(2031, 5, 6)
    claims = tuple(replace(claim, published=moment) for claim in finding.slot.claims)
    moved = replace(finding, slot=replace(finding.slot, claims=claims))
    values = report_rows(replace(report, findings=(moved,))).stories[0].findings[0].values
    assert [value.inferred for value in values] == [False, False, True]


def test_story_without_any_headline_is_called_by_its_id():
    story = Story("s9", (Article("a", "Gazette", "x"),))
    assert report_rows(Report((story,), ())).stories[0].headline == "s9"


def test_every_claim_is_one_tidy_row(rows):
    tidy = list(tidy_rows(rows))
    assert len(tidy) == sum(len(finding.slot.claims) for finding in factory.report().findings)
    assert [(row.source, row.odd) for row in tidy if row.verdict == "conflict"] == [
        ("Gazette", False),
        ("Herald", True),
        ("Beacon", False),
    ]


def test_verdicts_are_counted_from_grave_to_harmless(rows):
    assert count_verdicts(rows.stories[0].findings) == "1 conflict, 2 agreements"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(0, "0 stories", id="none"),
        pytest.param(1, "1 story", id="one"),
        pytest.param(2, "2 stories", id="two"),
    ],
)
def test_nouns_are_counted(number, expected):
    assert count_of(number, "story", "stories") == expected


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        pytest.param("two digits swapped", "Two digits swapped.", id="bare"),
        pytest.param("Ends at 5 p.m.", "Ends at 5 p.m.", id="full stop there"),
        pytest.param("“a” against “b”", "“a” against “b”.", id="quoted"),
    ],
)
def test_reason_becomes_a_sentence(reason, expected):
    assert as_sentence(reason) == expected


def test_odd_values_lead_and_a_third_equal_one_is_folded():
    articles = [factory.article(f"a{i}", f"{n} hurt") for i, n in enumerate((14, 14, 41, 14, 14))]
    claims = [factory.claim(a, a.text[:2], factory.count(int(a.text[:2])), Kind.NUMBER) for a in articles]
    finding = factory.finding("hurt", claims, Verdict.CONFLICT, odd=frozenset({2}))
    row = report_rows(Report((Story("s1", tuple(articles)),), (finding,))).stories[0].findings[0]
    assert [value.article for value in row.leading] == ["a2", "a0", "a1"]
    assert [value.article for value in row.repeated] == ["a3", "a4"]


@pytest.mark.parametrize(
    ("confidence", "shown"),
    [
        pytest.param(0.6, "60%", id="as it is"),
        pytest.param(0.984, "98%", id="rounded"),
        pytest.param(0.997, "99%", id="nearly certain"),
        pytest.param(1.0, "100%", id="certain"),
    ],
)
def test_confidence(confidence: float, shown: str) -> None:
    assert show_confidence(confidence) == shown
