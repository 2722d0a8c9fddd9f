"""Rooms, floors, buildings and sides into which articles put one thing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.spots import align_spots
from tests.align.stories import claims_of, said


@pytest.mark.parametrize(
    ("texts", "odd"),
    [
        pytest.param(
            {
                "Ledger": "The fire at the Orlec school broke out in a storeroom on Monday night.",
                "Courier": "Flames were first noticed in the storeroom shortly before midnight.",
                "Beacon": "The blaze started in the gym, where a party had been held.",
            },
            "gym",
            id="fire",
        ),
        pytest.param(
            {
                "Ledger": "The brawl broke out in the changing room after the final whistle.",
                "Courier": "A fight started in the locker room when the match was over.",
                "Beacon": "The brawl began in the car park after the final whistle.",
            },
            "car park",
            id="brawl",
        ),
        pytest.param(
            {
                "Ledger": "Ammonia escaped from the cold store of the dairy in Dun at dawn.",
                "Courier": "The gas leaked from the cold store at 5 a.m.",
                "Beacon": "Ammonia leaked in the boiler room of the dairy at dawn.",
            },
            "boiler room",
            id="gas",
        ),
        pytest.param(
            {
                "Ledger": "The mayor was shot in his office at the town hall on Monday.",
                "Courier": "He was shot dead in his office, police said on Monday.",
                "Beacon": "The mayor was shot on Monday in the council chamber.",
            },
            "council chamber",
            id="shooting",
        ),
        pytest.param(
            {
                "Ledger": "Divers recovered the gun from a canal two weeks later.",
                "Courier": "The weapon was found in the canal.",
                "Beacon": "The pistol was found in a well two weeks later.",
            },
            "well",
            id="weapon",
        ),
        pytest.param(
            {
                "Ledger": "The lorry caught fire near the eastern portal of the tunnel at 7:10 a.m.",
                "Courier": "The fire started close to the east entrance at 7:10.",
                "Beacon": "The lorry caught fire near the western portal of the tunnel.",
            },
            "western portal",
            id="side",
        ),
        pytest.param(
            {
                "Ledger": "The ship hit the second pier of the bridge at 3:20 a.m.",
                "Courier": "The freighter struck the second pier at 3:20 in the night.",
                "Beacon": "The freighter struck the fourth pier of the bridge at 3:20 a.m.",
            },
            "fourth pier",
            id="number",
        ),
        pytest.param(
            {
                "Ledger": "He fell from the fourth floor of the hotel on Sunday.",
                "Courier": "The tourist fell from the fourth floor, police said.",
                "Beacon": "The tourist fell from a seventh-floor balcony of the hotel on Sunday.",
            },
            "seventh-floor",
            id="floor",
        ),
        pytest.param(
            {
                "Ledger": "The paintings had been hidden in the attic of a farmhouse.",
                "Courier": "Officers found the paintings in the attic.",
                "Beacon": "The paintings were hidden in the cellar of a farmhouse.",
            },
            "cellar",
            id="hidden and found",
        ),
        pytest.param(
            {
                "Ledger": "The wedding was held in a barn outside Dun.",
                "Courier": "They were married in a barn.",
                "Beacon": "The wedding was held in a castle outside Dun.",
            },
            "castle",
            id="wedding",
        ),
    ],
)
def test_conflicts(texts: Mapping[str, str], odd: str) -> None:
    (slot,) = align_spots("s", claims_of(texts))
    assert {source for source, _ in said(slot)} == set(texts)
    assert ("Beacon", odd) in said(slot)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Ledger": "The fire broke out in the kitchen.",
                "Courier": "The fire began in the kitchen.",
                "Beacon": "The fire started on the second floor.",
            },
            id="a room and its floor",
        ),
        pytest.param(
            {
                "Ledger": "The fire broke out in the kitchen.",
                "Courier": "The fire began in the kitchen.",
                "Beacon": "The body was found in the bathroom.",
            },
            id="two things",
        ),
        pytest.param(
            {
                "Ledger": "The fire broke out in the kitchen.",
                "Courier": "The fire began in the kitchen.",
                "Beacon": "The fire started in a bathroom, not in the kitchen.",
            },
            id="told apart",
        ),
        pytest.param(
            {
                "Ledger": "The fire broke out in the kitchen.",
                "Beacon": "The fire started in a bathroom.",
            },
            id="one against one",
        ),
        pytest.param(
            {
                "Ledger": "The strikers gathered at the station, and later in front of the town hall.",
                "Courier": "The strikers gathered at the station.",
                "Beacon": "The strikers gathered in front of the town hall.",
            },
            id="one article has both",
        ),
        pytest.param(
            {
                "Ledger": "The tunnel was blocked at its northern portal and at its southern portal.",
                "Courier": "A lorry burned at the northern portal.",
                "Beacon": "A lorry burned at the southern portal.",
            },
            id="both sides",
        ),
    ],
)
def test_no_conflict(texts: Mapping[str, str]) -> None:
    assert align_spots("s", claims_of(texts)) == ()
