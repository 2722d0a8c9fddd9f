"""No conflict is surer than its rule has proved to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from discrepancy.check import check_articles
from discrepancy.lexicon import read_table
from discrepancy.model import Article, Finding, Provenance, Verdict
from discrepancy.trust import temper

TEXTS = ("Helena Vasquarre spoke in Tolvane.", "In Tolvane Helena Vasquarre spoke.", "Helena Vasquare spoke.")


@pytest.fixture(scope="module")
def finding() -> Finding:
    articles = [Article(f"a{i}", f"Outlet {i}", text, story="mini") for i, text in enumerate(TEXTS)]
    return next(f for f in check_articles(articles).findings if f.verdict is Verdict.CONFLICT)


def test_a_misspelt_name_is_as_sure_as_such_findings_proved(finding: Finding) -> None:
    assert finding.slot.provenance.rule == "name"
    assert finding.confidence == read_table("trust")["rules"]["name"] < finding.slot.certainty


@pytest.mark.parametrize(
    ("rule", "confidence", "verdict", "expected"),
    [
        pytest.param("name", 0.7, Verdict.CONFLICT, 0.7, id="less sure already"),
        pytest.param("question", 0.99, Verdict.CONFLICT, 0.99, id="a rule that is not listed"),
        pytest.param("name", 1.0, Verdict.VARIANT, 1.0, id="no conflict"),
        pytest.param("day", 0.95, Verdict.CONFLICT, 0.72, id="a rule of less trust"),
    ],
)
def test_temper(finding: Finding, rule: str, confidence: float, verdict: Verdict, expected: float) -> None:
    slot = replace(finding.slot, provenance=Provenance(rule))
    told = replace(finding, slot=slot, confidence=confidence, verdict=verdict)
    assert temper(told).confidence == expected


def test_the_default_certainty_hides_no_rule() -> None:
    from discrepancy.config import Config

    assert min(read_table("trust")["rules"].values()) >= Config().compare.certainty
