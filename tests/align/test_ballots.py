"""Votes for and against in one ballot, in whatever words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from discrepancy.align.ballots import align_ballots
from discrepancy.align.slots import align_claims
from discrepancy.config import CompareConfig
from discrepancy.judge import judge_slots
from discrepancy.model import Verdict
from tests.align.stories import claims_of, said

WIRE = "Lawmakers voted 64-41 for the fishing bill on Tuesday."


@pytest.mark.parametrize(
    ("right", "wrong", "shown"),
    [
        pytest.param("The bill passed by 64 votes to 41.", "The bill passed 68-41.", "68-41", id="scores"),
        pytest.param(
            "Sixty-four deputies backed the bill and 41 opposed it.",
            "The bill had 64 votes in favour, 47 against and two abstentions.",
            "47",
            id="sides named",
        ),
        pytest.param(
            "In favour were 64 members, against 41.",
            "The motion won 61 votes in the 120-seat house; 41 deputies said no.",
            "61",
            id="size of the house",
        ),
        pytest.param("Sixty-four to forty-one.", "The bill passed 46-41.", "46-41", id="numbers alone"),
        pytest.param(
            "The roll on the bill: Ayes 64, Noes 41.",
            "The bill had 64 votes for and 47 against.",
            "47",
            id="a roll",
        ),
        pytest.param(
            "The board lit up for the bill: 64 green, 41 red.", "The bill passed 64-47.", "64-47", id="lights"
        ),
    ],
)
def test_one_side_told_otherwise(right: str, wrong: str, shown: str) -> None:
    claims = claims_of({"Ledger": WIRE, "Courier": right, "Echo": wrong})
    slots, rest = align_ballots("mini", claims)
    assert [{text for source, text in said(slot) if source == "Echo"} for slot in slots] == [{shown}]
    assert not {id(claim) for claim in slots[0].claims} & {id(claim) for claim in rest}


def test_the_odd_one_out_is_named() -> None:
    texts = {
        "Ledger": WIRE,
        "Courier": "67 deputies raised a hand for it, 41 opposed it.",
        "Echo": "The law was adopted with a margin of 23.",
    }
    findings = judge_slots(align_claims("mini", claims_of(texts)), CompareConfig())
    (found,) = (finding for finding in findings if finding.verdict is Verdict.CONFLICT)
    assert {found.slot.claims[i].mention.text for i in found.odd} == {"67"}
    assert "Echo" in {claim.mention.source for claim in found.slot.claims}


SPLIT = {
    "Ledger": "The council voted 11-2 on Monday to sell the pier.",
    "Courier": "Councillors agreed by eleven votes to two last night to sell the pier.",
}


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        pytest.param(
            {**SPLIT, "Echo": "Councillors agreed by ten votes to three to sell the pier."},
            {"ten votes to three"},
            id="one body in two ways",
        ),
        pytest.param(
            {
                "Ledger": "The bank's committee voted 7-2 to cut its rate.",
                "Courier": "The committee cut the rate with 7 votes against 2.",
                "Echo": "The vote was six to three, with prices some percentage points above the target.",
            },
            {"six to three"},
            id="points of a rate",
        ),
        pytest.param(
            {
                "Ledger": "The court found for him by four votes to one.",
                "Courier": "Four of the five judges feared for him.",
                "Echo": "Three judges voted for him, two against.",
            },
            {"Three"},
            id="one side alone",
        ),
        pytest.param(
            {**SPLIT, "Echo": "Councillors decided by six votes to one to sell the pier."},
            None,
            id="a body of another size",
        ),
        pytest.param(
            {**SPLIT, "Echo": "Councillors voted 8-5 against a toll, and 11-2 to sell the pier."},
            None,
            id="another ballot of one body",
        ),
    ],
)
def test_one_body_split_otherwise(texts: Mapping[str, str], shown: set[str] | None) -> None:
    slots, _ = align_ballots("mini", claims_of(texts))
    found = [{text for source, text in said(slot) if source == "Echo"} for slot in slots]
    assert found == ([shown] if shown else [])


def test_who_tells_the_same_weeks_later_does_not_excuse_the_one() -> None:
    texts = {
        **SPLIT,
        "Echo": "Councillors agreed by ten votes to three to sell the pier.",
        "Post": "The pier, which the council voted 11-2 to sell, is empty.",
    }
    (slot,) = align_ballots("mini", claims_of(texts, {"Post": timedelta(days=15)}))[0]
    assert ("Echo", "ten votes to three") in said(slot)


def test_a_later_vote_is_another_one() -> None:
    texts = {**SPLIT, "Echo": "Councillors agreed by ten votes to three to sell the pier."}
    assert align_ballots("mini", claims_of(texts, {"Echo": timedelta(days=9)}))[0] == ()


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({"Courier": "The bill passed by 64 votes to 41."}, id="one ballot"),
        pytest.param({"Courier": "An amendment failed by 39 votes to 66."}, id="another ballot"),
        pytest.param({"Courier": WIRE + " An amendment passed 58-41."}, id="both known"),
        pytest.param({"Courier": "The visitors won the game 58-41."}, id="no ballot"),
        pytest.param(
            {"Courier": "The board voted 6-3.", "Echo": "The board voted 5-3."},
            id="few votes, one against one",
        ),
    ],
)
def test_no_slot(texts: Mapping[str, str]) -> None:
    claims = claims_of({"Ledger": WIRE, **texts})
    assert align_ballots("mini", claims) == ((), list(claims))
