"""Small stories through the whole line: what must be found, what must be left alone, and its laws."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.check import check_articles
from discrepancy.model import Article, Finding, Kind, Report, Severity, Verdict
from tests.ministories import CONFLICTS, INNOCENT, LAWFUL, TWO_SIDES

TUESDAY = datetime(2031, 5, 6, 8, tzinfo=UTC)
"""When an article was published whose time does not matter."""

Texts = Mapping[str, str]
Times = Mapping[str, datetime | None]
Conflict = tuple[Kind, set[str], dict[str, str]]
"""Kind, odd sources, and what each source prints."""

NO_TIMES: Times = MappingProxyType({})


def check(texts: Texts, times: Times = NO_TIMES) -> Report:
    """Check one story: each source with its text, published on that Tuesday unless told otherwise."""
    return check_articles(
        [
            Article(f"article-{source}", source, text, published=times.get(source, TUESDAY), story="mini")
            for source, text in texts.items()
        ]
    )


def conflicts(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.verdict is Verdict.CONFLICT]


def odd_sources(finding: Finding) -> set[str]:
    return {finding.slot.claims[index].mention.source for index in finding.odd}


def printed(finding: Finding) -> set[tuple[str, str]]:
    return {(claim.mention.source, claim.mention.text) for claim in finding.slot.claims}


@pytest.mark.parametrize(("texts", "expected"), CONFLICTS)
def test_finds_the_one_conflict(texts: Texts, expected: list[Conflict]) -> None:
    found = conflicts(check(texts))
    assert sorted((f.slot.kind, sorted(odd_sources(f))) for f in found) == sorted(
        (kind, sorted(odd)) for kind, odd, _ in expected
    )
    for _, _, values in expected:
        assert any(set(values.items()) <= printed(finding) for finding in found), values


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Ledger": "The governor said on Thursday, November 17, 2022, that many houses in Kessin "
                "still stand empty. The old town was flooded on April 9.",
                "Courier": "The old town of Kessin was flooded on April 9, 2012. Many houses still stand "
                "empty, the governor said on Thursday.",
                "Beacon": "Many houses in Kessin still stand empty, the governor said on Thursday. The old "
                "town was flooded on April 9 this year.",
            },
            id="day in the text",
        ),
        pytest.param(
            {
                "Ledger": "KESSIN, Nov. 17, 2022 — The port of Belvash was seized by rebels on April 9. The "
                "ministry said on Thursday that 4,000 people had left the town.",
                "Courier": "The ministry said on Thursday that 4,000 people had left Belvash. Rebels seized "
                "its port on April 9, 2012.",
                "Beacon": "Rebels seized the port of Belvash on April 9 this year. The ministry said on "
                "Thursday 4,000 people had left the town.",
            },
            id="dateline",
        ),
    ],
)
def test_year_slip_against_an_inferred_day(texts: Texts) -> None:
    report = check(texts, dict.fromkeys(texts, None))
    (finding,) = conflicts(report)
    assert {day for _, day in report.stories[0].inferred} == {date(2022, 11, 17)}
    assert finding.slot.kind is Kind.DATE
    assert odd_sources(finding) == {"Courier"}
    assert ("Courier", "April 9, 2012") in printed(finding)
    assert set(finding.values) == {"2022-04-09", "2012-04-09"}


@pytest.mark.parametrize("texts", INNOCENT)
def test_leaves_alone(texts: Texts) -> None:
    assert [(f.slot.label, f.reason) for f in conflicts(check(texts))] == []


def test_later_toll_is_an_update() -> None:
    """A toll that grew between two reports, seen from either side of the time that passed."""
    early = "Nine people were killed when a bus left the road near Sella on Monday, police said."
    late = "Eleven people were killed when a bus left the road near Sella on Monday, police said."
    times = {"Ledger": datetime(2031, 5, 5, 10, tzinfo=UTC), "Courier": datetime(2031, 5, 5, 18, tzinfo=UTC)}
    report = check({"Ledger": early, "Courier": late}, times)
    assert conflicts(report) == []
    (update,) = [finding for finding in report.findings if finding.verdict is Verdict.UPDATE]
    assert printed(update) == {("Ledger", "Nine"), ("Courier", "Eleven")}


def test_attributed_estimates_stand_side_by_side() -> None:
    report = check(
        {
            "Ledger": "Police said 20,000 people took part in the march through Belmar on Sunday.",
            "Courier": "Organisers said 50,000 people took part in the march through Belmar on Sunday.",
        }
    )
    (disputed,) = [finding for finding in report.findings if finding.verdict is Verdict.DISPUTED]
    assert printed(disputed) == {("Ledger", "20,000"), ("Courier", "50,000")}
    assert disputed.severity is Severity.NONE


@cache
def _check_in_order(sources: tuple[str, ...], name: str) -> Report:
    """The story called ``name``, its articles in this order; permutations come up more than once."""
    texts = {param.id: param.values[0] for param in LAWFUL}[name]
    return check({source: texts[source] for source in sources})


def told(report: Report) -> set[tuple[object, ...]]:
    """All that findings say, whatever the order in which they say it."""
    return {
        (
            finding.id,
            finding.slot.kind,
            finding.verdict,
            finding.severity,
            frozenset(
                (claim.mention.source, claim.mention.field, claim.mention.start, value, index in finding.odd)
                for index, (claim, value) in enumerate(zip(finding.slot.claims, finding.values, strict=True))
            ),
        )
        for finding in report.findings
    }


@given(data=st.data(), name=st.sampled_from([param.id for param in LAWFUL]))
@settings(max_examples=20, deadline=None, derandomize=True)
def test_order_of_articles_changes_nothing(data: st.DataObject, name: str) -> None:
    texts = {param.id: param.values[0] for param in LAWFUL}[name]
    order = tuple(data.draw(st.permutations(list(texts))))
    assert told(_check_in_order(order, name)) == told(_check_in_order(tuple(texts), name))


@pytest.mark.parametrize("texts", LAWFUL)
def test_names_of_sources_change_no_verdict(texts: Texts) -> None:
    def verdicts(report: Report) -> list[tuple[object, ...]]:
        return [
            (f.slot.kind, f.verdict, f.severity, f.confidence, f.values, f.odd, f.slot.label)
            for f in report.findings
        ]

    renamed = {f"{chr(ord('Z') - number)} Daily": text for number, text in enumerate(texts.values())}
    assert verdicts(check(renamed)) == verdicts(check(texts))


@pytest.mark.parametrize("texts", LAWFUL)
def test_again_is_the_same(texts: Texts) -> None:
    assert check(texts) == check(texts)


@pytest.mark.parametrize("texts", LAWFUL)
def test_an_article_does_not_contradict_itself(texts: Texts) -> None:
    for text in texts.values():
        report = check({"Ledger": text, "Courier": text})
        assert conflicts(report) == []
        assert report.findings


@pytest.mark.parametrize("texts", [*LAWFUL, *INNOCENT[:6]])
def test_findings_show_what_is_printed(texts: Texts) -> None:
    report = check(texts)
    assert len({finding.id for finding in report.findings}) == len(report.findings)
    articles = {article.id: article for article in report.stories[0].articles}
    for finding in report.findings:
        assert len(finding.values) == len(finding.slot.claims)
        for claim in finding.slot.claims:
            mention = claim.mention
            field = articles[mention.article_id].read(mention.field)
            assert field[mention.start : mention.end] == mention.text != ""
            assert field[claim.context_start :].startswith(claim.context)
            assert mention.source == articles[mention.article_id].source


@pytest.mark.parametrize("texts", LAWFUL)
def test_conflicts_are_fit_for_a_report(texts: Texts) -> None:
    (finding, *more) = conflicts(check(texts))
    for conflict in (finding, *more):
        assert len({claim.mention.source for claim in conflict.slot.claims}) > 1
        assert len(set(conflict.values)) > 1
        assert len(conflict.reason.split()) > 4
        assert "\n" not in conflict.reason
        assert conflict.severity is not Severity.NONE
        assert 0.5 <= conflict.confidence <= 1
        odd = {conflict.values[index] for index in conflict.odd}
        assert odd.isdisjoint(v for i, v in enumerate(conflict.values) if i not in conflict.odd)
        assert any(comparison.verdict is Verdict.CONFLICT for comparison in conflict.comparisons)


@pytest.mark.parametrize("texts", LAWFUL)
def test_a_single_article_has_no_finding(texts: Texts) -> None:
    source, text = next(iter(texts.items()))
    report = check({source: text})
    assert report.findings == ()
    assert len(report.stories) == 1


def test_nothing_given() -> None:
    assert check_articles([]) == Report((), ())


def test_progress_reaches_its_end() -> None:
    calls: list[tuple[str, int, int]] = []
    check_articles(
        [Article(source, source, text, story="mini") for source, text in TWO_SIDES.items()],
        progress=lambda stage, done, total: calls.append((stage, done, total)),
    )
    last = {stage: (done, total) for stage, done, total in calls}
    assert last["read"] == (2, 2)
    assert last["check"] == (1, 1)


def test_a_single_article_can_contradict_itself() -> None:
    text = "The mill in Orvale employs 410 people: 220 in the sheds and 130 in the yard."
    (finding,) = check({"Ledger": text}).findings
    assert finding.verdict is Verdict.CONFLICT
    assert finding.severity is Severity.REFILE
    assert finding.reason == "220 + 130 = 350, not 410 as the total given, in Ledger"
    assert {finding.slot.claims[i].mention.text for i in finding.odd} == {"410"}
