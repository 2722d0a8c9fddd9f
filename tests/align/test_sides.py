"""Sides: for whom somebody speaks, to what somebody belongs."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.sides import align_sides
from discrepancy.model import Claim, Kind, Name
from tests.align.stories import claims_of, said


def split(texts: Mapping[str, str]) -> tuple[list[Claim], list[Claim]]:
    claims = claims_of(texts)
    roles = [claim for claim in claims if claim.mention.kind is Kind.ROLE]
    return roles, [claim for claim in claims if isinstance(claim.mention.value, Name)]


@pytest.mark.parametrize(
    ("texts", "label", "expected"),
    [
        pytest.param(
            {
                "Ledger": "Ann Roe (Holm Rovers) beat Simon Aske (Velten United).",
                "Courier": "Ann Roe (Velten United) won the race.",
            },
            "affiliation of Ann Roe",
            {("Ledger", "Holm Rovers"), ("Courier", "Velten United")},
            id="teams",
        ),
        pytest.param(
            {
                "Ledger": "Ann Roe (Holm Rovers) beat Simon Aske of Velten United.",
                "Courier": "Ann Roe of the Velten United team won the race.",
            },
            "affiliation of Ann Roe",
            {("Ledger", "Holm Rovers"), ("Courier", "Velten United")},
            id="teams in several wordings",
        ),
        pytest.param(
            {
                "Ledger": "Government negotiator Ann Roe left. Union negotiator Simon Aske stayed.",
                "Courier": "The union's chief negotiator, Ann Roe, left the talks.",
            },
            "side of Ann Roe",
            {("Ledger", "Government negotiator"), ("Courier", "chief negotiator")},
            id="sides in talks",
        ),
        pytest.param(
            {
                "Ledger": "Holm coach Ann Roe was happy. Holm beat Velten 2-0.",
                "Courier": "Ann Roe, the Holm coach, was happy.",
                "Herald": "Velten coach Ann Roe was happy.",
            },
            "side of Ann Roe",
            {("Ledger", "Holm coach"), ("Courier", "Holm coach"), ("Herald", "Velten coach")},
            id="one article against two, of teams that meet",
        ),
    ],
)
def test_slot(texts: Mapping[str, str], label: str, expected: set[tuple[str, str]]) -> None:
    (slot,) = align_sides("mini", *split(texts))
    assert slot.label == label
    assert slot.kind is Kind.ROLE
    assert said(slot) == expected


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Ledger": "Reds coach Ann Roe was happy. Holm beat Velten 2-0.",
                "Courier": "The Reds coach, Ann Roe, was happy.",
                "Herald": "Holm coach Ann Roe was happy.",
            },
            id="two names of one team",
        ),
        pytest.param(
            {
                "Ledger": "Dunvik chief executive Ann Roe called the merger of the Danish Dunvik Bank fair.",
                "Courier": "Ann Roe, the chief executive of Dunvik, called the merger fair.",
                "Herald": "The merger is fair, says Ann Roe, the Danish chief executive.",
            },
            id="a nationality",
        ),
        pytest.param(
            {
                "Ledger": "Ann Roe, spokeswoman for Holm Rail, sang. Holm Rail and its parent Velten lost.",
                "Courier": "Holm Rail spokeswoman Ann Roe spoke.",
                "Herald": "Ann Roe, spokeswoman for Velten, spoke.",
            },
            id="a firm and its parent",
        ),
        pytest.param(
            {"Ledger": "Ann Roe (Holm Rovers) won.", "Courier": "Ann Roe (Velten United) won."},
            id="nobody else is in the other team",
        ),
        pytest.param(
            {
                "Ledger": "Ann Roe of Holm University and Simon Aske of Velten College led the work.",
                "Courier": "Ann Roe of the Ice Institute led the work.",
            },
            id="an institute within a university",
        ),
        pytest.param(
            {
                "Ledger": "Ann Roe (HRC) beat Simon Aske (Holm Rowing Club).",
                "Courier": "Ann Roe (Holm Rowing Club) won.",
            },
            id="initials",
        ),
        pytest.param(
            {
                "Ledger": "Ann Roe (Holm) beat Simon Aske (Holm Rovers).",
                "Courier": "Ann Roe (Holm Rovers) won.",
            },
            id="short name",
        ),
        pytest.param(
            {
                "Ledger": "Ann Roe (Holm Rovers) beat Simon Aske (Velten United).",
                "Courier": "Ann Roe will join on Monday. Ann Roe of Velten United smiled.",
            },
            id="a transfer",
        ),
        pytest.param(
            {
                "Ledger": "Ann Roe (Holm Rovers) beat Simon Aske (Velten United). "
                "Ann Roe (Velten United) won last year.",
                "Courier": "Ann Roe (Velten United) won.",
            },
            id="an article has both",
        ),
        pytest.param(
            {
                "Ledger": "The government's negotiator, Ann Roe, left.",
                "Courier": "The ministry's negotiator, Ann Roe, left.",
            },
            id="two names of one side",
        ),
    ],
)
def test_no_slot(texts: Mapping[str, str]) -> None:
    assert [said(slot) for slot in align_sides("mini", *split(texts))] == []
