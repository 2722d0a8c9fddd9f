"""Arithmetic in one article as evidence in a question that several answer."""

from __future__ import annotations

import pytest

from discrepancy.align.slots import align_claims
from discrepancy.model import Slot
from tests.align.stories import claims_of


def supports(texts: dict[str, str], printed: str) -> list[tuple[str, str]]:
    """What is printed by claims that arithmetic speaks for, and why, in the slot that has ``printed``."""
    slots: list[Slot] = [
        slot
        for slot in align_claims("mini", claims_of(texts))
        if slot.provenance.internal is None and any(c.mention.text == printed for c in slot.claims)
    ]
    return [(slot.claims[s.claim].mention.text, s.reason) for slot in slots for s in slot.provenance.support]


@pytest.mark.parametrize(
    ("texts", "printed", "expected"),
    [
        pytest.param(
            {
                "Ledger": "The mill at Dunmere employs 472 people: 340 in the sheds and 132 in the yard.",
                "Courier": "The mill at Dunmere employs 427 people.",
            },
            "472",
            [("472", "the parts in Ledger make it: 340 + 132")],
            id="its own parts",
        ),
        pytest.param(
            {
                "Ledger": "The mill at Dunmere employs 427 people: 340 in the sheds and 132 in the yard.",
                "Courier": "The mill at Dunmere employs 472 people.",
            },
            "472",
            [("472", "the parts in Ledger make it: 340 + 132")],
            id="parts beside a wrong total",
        ),
        pytest.param(
            {
                "Ledger": "The road to Dunmere is 40 kilometres (25 miles) long.",
                "Courier": "The road to Dunmere is 40 kilometres long.",
            },
            "40 kilometres",
            [
                ("40 kilometres", "its conversion in Ledger fits: 40 kilometres (25 miles)"),
                ("40 kilometres", "its conversion in Ledger fits: 40 kilometres (25 miles)"),
            ],
            id="conversion",
        ),
        pytest.param(
            {
                "Ledger": "The mill at Dunmere employs 472 people.",
                "Courier": "The mill at Dunmere employs 472 people.",
            },
            "472",
            [],
            id="no arithmetic",
        ),
    ],
)
def test_supports(texts: dict[str, str], printed: str, expected: list[tuple[str, str]]) -> None:
    assert [s for s in supports(texts, printed) if s[0] == printed] == expected
