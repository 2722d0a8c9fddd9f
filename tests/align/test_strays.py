"""A place that one article alone names, where the others have one that it lacks."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.nesting import Nesting
from discrepancy.align.strays import STRAY_FEATURES, align_strays, find_strays
from discrepancy.model import Claim, Slot
from tests.align.stories import claims_of, said

MILL = {
    "Ledger": "Sheet rolling will go to a sister plant in Orlec.",
    "Courier": "The rolling of sheet is to be moved to the mill in Orlec.",
    "Herald": "Nobody at the works was told of it.",
}
FLAG = {
    "Ledger": "The tanker, which flies the flag of Malta, ran onto rocks on Friday.",
    "Courier": "The tanker sails under the flag of Malta and ran onto the rocks on Friday.",
}
TALKS = {
    "Ledger": "Both sides reached a deal after eleven hours of talks in a hotel in Orlec.",
    "Courier": "The deal came at dawn in Orlec, after eleven hours of talks.",
}
OFFICE = {
    "Ledger": "The firm has its headquarters in Orlec and employs 300 people.",
    "Courier": "The firm, whose headquarters are in Orlec, employs 300 people.",
}


def slots(texts: Mapping[str, str]) -> tuple[Slot, ...]:
    claims = claims_of(texts)
    return align_strays("s", claims, Nesting(claims))


@pytest.mark.parametrize(
    ("texts", "right", "odd"),
    [
        pytest.param(
            {**MILL, "Beacon": "Sheet rolling is to go to the plant in Saltsk."},
            "Orlec",
            "Saltsk",
            id="a plant",
        ),
        pytest.param(
            {**FLAG, "Beacon": "The tanker under the flag of Panama ran onto rocks on Friday."},
            "Malta",
            "Panama",
            id="a flag",
        ),
        pytest.param(
            {**TALKS, "Beacon": "After eleven hours of talks in a hotel in Saltsk there was a deal."},
            "Orlec",
            "Saltsk",
            id="talks",
        ),
        pytest.param(
            {**OFFICE, "Beacon": "The firm has its headquarters in Saltsk and 300 employees."},
            "Orlec",
            "Saltsk",
            id="headquarters",
        ),
    ],
)
def test_a_stray_is_told(texts: Mapping[str, str], right: str, odd: str) -> None:
    (slot,) = slots(texts)
    assert {value for _, value in said(slot)} == {right, odd}
    assert ("Beacon", odd) in said(slot)
    assert slot.certainty >= 0.6
    assert slot.provenance.weights


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {**TALKS, "Beacon": "Talks in Saltsk came before; those in Orlec ended in a deal."},
            id="both known",
        ),
        pytest.param(
            {"Ledger": TALKS["Ledger"], "Beacon": "The deal came after talks in a hotel in Saltsk."},
            id="one against one",
        ),
        pytest.param(
            {**OFFICE, "Beacon": "Another firm with headquarters in Saltsk employs 300 people."}, id="another"
        ),
        pytest.param(
            {**TALKS, "Beacon": "The deal came after eleven hours of talks at Lowgate."}, id="a street there"
        ),
        pytest.param(
            {**TALKS, "Beacon": "The deal came after eleven hours of talks in the Orl Valley."},
            id="a region around",
        ),
        pytest.param(
            {**OFFICE, "Beacon": "The firm with 300 employees comes from West Orland."},
            id="a region by the compass",
        ),
        pytest.param(
            {
                **OFFICE,
                "Beacon": "The firm has headquarters in Saltsk.",
                "Mail": "The firm has headquarters in Tolvane.",
            },
            id="a third place",
        ),
        pytest.param(
            {
                "Ledger": "Driver Ilse Brandt was taken to a hospital in Orlec.",
                "Courier": "Ilse Brandt lies in a hospital in Orlec.",
                "Beacon": "Passenger Hugo Lindt was taken to a hospital in Saltsk.",
            },
            id="two people",
        ),
        pytest.param(
            {
                "Ledger": "The ferry sailed from Orlec on Monday.",
                "Courier": "The ferry came from Orlec on Monday.",
                "Beacon": "The ferry was in Saltsk on Monday.",
            },
            id="whence and where",
        ),
    ],
)
def test_no_stray(texts: Mapping[str, str]) -> None:
    assert slots(texts) == ()


def test_every_feature_has_a_number() -> None:
    claims = claims_of({**MILL, "Beacon": "Sheet rolling is to go to the plant in Saltsk."})
    (stray,) = find_strays(claims, Nesting(claims))
    assert len(stray.features) == len(STRAY_FEATURES)
    assert 0 <= stray.sure <= 1


def test_order_does_not_matter() -> None:
    texts = {**MILL, "Beacon": "Sheet rolling is to go to the plant in Saltsk."}

    def told(claims: tuple[Claim, ...]) -> set[tuple[str, str]]:
        (slot,) = align_strays("s", claims, Nesting(claims))
        return said(slot)

    assert told(claims_of(texts)) == told(claims_of(dict(reversed(texts.items()))))
