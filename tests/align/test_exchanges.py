"""Counts that an article has the wrong way round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from discrepancy.align.exchanges import align_exchanges
from tests.align.stories import claims_of, said

RIGHT = "A bus fell into a gorge. The crash killed 17 people and injured 34."
CROSSED = "A bus fell into a gorge. The crash killed 34 people and injured 17."


def test_both_counts_are_asked() -> None:
    slots, rest = align_exchanges("mini", claims_of({"Ledger": RIGHT, "Courier": CROSSED, "Echo": RIGHT}))
    assert [said(slot) for slot in slots] == [
        {("Ledger", "34"), ("Courier", "17"), ("Echo", "34")},
        {("Ledger", "17"), ("Courier", "34"), ("Echo", "17")},
    ]
    assert not any(claim.mention.text in {"17", "34"} for claim in rest)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({"Ledger": RIGHT, "Courier": RIGHT}, id="agreed"),
        pytest.param(
            {"Ledger": RIGHT, "Courier": "The crash killed 34 people and injured 19."}, id="one count alone"
        ),
        pytest.param(
            {
                "Ledger": RIGHT,
                "Courier": "The crash killed 34 people. The road was shut. Help came. It hurt 17.",
            },
            id="far apart",
        ),
        pytest.param({"Ledger": RIGHT + " " + CROSSED}, id="one article"),
    ],
)
def test_no_slot(texts: Mapping[str, str]) -> None:
    claims = claims_of(texts)
    assert align_exchanges("mini", claims) == ((), list(claims))


def test_the_missing_may_have_been_found() -> None:
    claims = claims_of(
        {
            "Ledger": "The flood killed four people. Seven people were missing.",
            "Courier": "The flood killed seven people. Four people were missing.",
        }
    )
    later = [
        replace(c, published=c.published + timedelta(hours=hours))
        for c in claims
        if c.published
        for hours in [6 if c.mention.source == "Courier" else 0]
    ]
    earlier = [
        replace(c, published=c.published - timedelta(hours=hours))
        for c in claims
        if c.published
        for hours in [6 if c.mention.source == "Courier" else 0]
    ]
    assert align_exchanges("mini", later)[0] == ()
    assert len(align_exchanges("mini", earlier)[0]) == 2
