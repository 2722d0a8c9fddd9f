"""Five real articles that the project was started with: two stories and four known conflicts.

They are no part of the repository; without them there is nothing to test here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy import check_paths
from discrepancy.model import Finding, Kind, Report, Verdict

SEEDS = Path(__file__).resolve().parents[1] / "../shared/seeds"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the articles are not part of the repository"),
]


@pytest.fixture(scope="module")
def report() -> Report:
    return check_paths([SEEDS])


@pytest.fixture(scope="module")
def conflicts(report: Report) -> tuple[Finding, ...]:
    return tuple(finding for finding in report.findings if finding.verdict is Verdict.CONFLICT)


def printed(finding: Finding) -> set[str]:
    return {claim.mention.text for claim in finding.slot.claims}


def test_four_articles_tell_one_story_and_one_another(report: Report) -> None:
    assert sorted(len(story.articles) for story in report.stories) == [1, 4]


@pytest.mark.parametrize(
    ("kind", "wrong", "right"),
    [
        pytest.param(Kind.DATE, "February 24, 2014", "Feb. 24", id="year"),
        pytest.param(Kind.NAME, "Britney Greener", "Brittney Griner", id="misspelt name"),
        pytest.param(Kind.NAME, "Brittney griner", "Brittney Griner", id="lower-case name"),
        pytest.param(Kind.NAME, "Anthony Blinken", "Antony Blinken", id="one letter"),
        pytest.param(Kind.STATUS, "canceled", "postpone", id="status"),
    ],
)
def test_known_conflict(conflicts: tuple[Finding, ...], kind: Kind, wrong: str, right: str) -> None:
    (finding,) = [found for found in conflicts if {wrong, right} <= printed(found)]
    assert finding.slot.kind is kind
    values = {c.mention.text: v for c, v in zip(finding.slot.claims, finding.values, strict=True)}
    assert values[wrong] != values[right]


def test_the_wrong_year_is_the_odd_one_out(conflicts: tuple[Finding, ...]) -> None:
    (finding,) = [found for found in conflicts if "February 24, 2014" in printed(found)]
    assert {finding.slot.claims[index].mention.text for index in finding.odd} == {"February 24, 2014"}


def test_hardly_anything_else_is_flagged(conflicts: tuple[Finding, ...]) -> None:
    assert len(conflicts) <= 5


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("Lavrov",), id="transliterated name"),
        pytest.param(
            ("two and a half hours", "two-and-a-half hour", "2½ hours"), id="one duration, three ways"
        ),
        pytest.param(("UK", "Britain"), id="one country, two names"),
        pytest.param(("6,655", "10,368"), id="casualties"),
        pytest.param(("13 million", "six million", "7.8 million"), id="refugees"),
        pytest.param(("April 29, 2022", "155 mm", "436th"), id="caption"),
    ],
)
def test_is_not_flagged(report: Report, conflicts: tuple[Finding, ...], words: tuple[str, ...]) -> None:
    texts = [article.text for story in report.stories for article in story.articles]
    assert all(any(word in text for text in texts) for word in words)
    flagged = [text for finding in conflicts for text in printed(finding)]
    assert [text for text in flagged if any(word in text for word in words)] == []


def test_no_comment_takes_part(report: Report) -> None:
    starts = {
        article.id: article.text.find("Responses")
        for story in report.stories
        for article in story.articles
        if "Responses" in article.text
    }
    assert starts
    for finding in report.findings:
        for claim in finding.slot.claims:
            start = starts.get(claim.mention.article_id)
            assert start is None or claim.mention.field == "title" or claim.mention.end < start


def test_every_span_is_what_stands_there(report: Report) -> None:
    articles = {article.id: article for story in report.stories for article in story.articles}
    for finding in report.findings:
        for claim in finding.slot.claims:
            mention = claim.mention
            assert (
                articles[mention.article_id].read(mention.field)[mention.start : mention.end] == mention.text
            )
