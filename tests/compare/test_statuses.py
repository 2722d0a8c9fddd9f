"""Statuses against each other: one dimension, two poles."""

from __future__ import annotations

from itertools import product

import pytest

from discrepancy.compare.statuses import compare_statuses
from discrepancy.lexicon import read_table
from discrepancy.model import Phrase, Verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param("approval:approved", "approval:approved", Verdict.AGREE, id="same"),
        pytest.param("approval:approved", "approval:rejected", Verdict.CONFLICT, id="opposite"),
        pytest.param("schedule:postponed", "schedule:cancelled", Verdict.CONFLICT, id="one-of-three"),
        pytest.param("schedule:not cancelled", "schedule:cancelled", Verdict.CONFLICT, id="denied"),
        pytest.param("schedule:not cancelled", "schedule:postponed", Verdict.COMPATIBLE, id="denied-other"),
        pytest.param(
            "schedule:not cancelled", "schedule:not postponed", Verdict.COMPATIBLE, id="both-denied"
        ),
        pytest.param("plea:guilty", "plea:not guilty", Verdict.CONFLICT, id="plea"),
        pytest.param(
            "investigation:investigating",
            "investigation:not investigating",
            Verdict.CONFLICT,
            id="investigation",
        ),
        pytest.param("life:died", "custody:held", Verdict.COMPATIBLE, id="other-question"),
    ],
)
def test_verdict(left: str, right: str, verdict: Verdict) -> None:
    for first, second in ((left, right), (right, left)):
        assert compare_statuses(Phrase(first), Phrase(second)).verdict is verdict


def test_reason_quotes_both() -> None:
    relation = compare_statuses(Phrase("schedule:postponed"), Phrase("schedule:cancelled"))
    assert relation.reason == "“postponed” against “cancelled”"


def test_all_poles_of_a_dimension_exclude_each_other_but_general_ones() -> None:
    for dimension, entry in read_table("statuses")["dimensions"].items():
        for first, second in product(entry["poles"], repeat=2):
            relation = compare_statuses(Phrase(f"{dimension}:{first}"), Phrase(f"{dimension}:{second}"))
            covers = entry.get("covers", {})
            if first in covers.get(second, ()) or second in covers.get(first, ()):
                assert relation.verdict is Verdict.COMPATIBLE
            else:
                assert relation.verdict is (Verdict.AGREE if first == second else Verdict.CONFLICT)
