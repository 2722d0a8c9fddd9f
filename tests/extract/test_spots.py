"""Places without a name at which something happens, and those that answer no question."""

from __future__ import annotations

import pytest

from discrepancy.model import is_spot
from discrepancy.scenes import SPOT
from tests.align.stories import claims_of


def spots(text: str) -> set[tuple[str, str]]:
    return {
        (claim.mention.text, scene.of)
        for claim in claims_of({"Ledger": text})
        if is_spot(claim.mention)
        for scene in claim.key.scenes
        if scene.frame == SPOT
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The blaze broke out in a storeroom.", {("storeroom", "begin|fire")}, id="room"),
        pytest.param(
            "Flames were first noticed in the boiler room.", {("boiler room", "begin|fire")}, id="seen first"
        ),
        pytest.param(
            "A fire began in the laundry on the third floor.",
            {("laundry", "begin|fire"), ("third floor", "begin|fire")},
            id="room and floor",
        ),
        pytest.param(
            "A fire broke out in a ground-floor bakery.",
            {("ground-floor", "begin|fire"), ("ground-floor bakery", "begin|fire")},
            id="floor in one word",
        ),
        pytest.param(
            "Police reached the vestry, where the brawl had started.",
            {("vestry", "begin|riot")} - {("vestry", "begin|riot")},
            id="a room that no list has",
        ),
        pytest.param(
            "Police reached the chapel, where the brawl had started.",
            {("chapel", "begin|riot")},
            id="clause behind",
        ),
        pytest.param(
            "A steam pipe burst in the turbine hall.", {("turbine hall", "break|pipe")}, id="a further word"
        ),
        pytest.param(
            "A steam line exploded inside the hall of turbines.",
            {("hall", "break|pipe")},
            id="the same behind",
        ),
        pytest.param(
            "It stopped after the rupture of a pipe in the pump house.",
            {("pump house", "break|pipe"), ("pump house", "stop|")},
            id="by a noun",
        ),
        pytest.param(
            "Hundreds of strikers gathered in front of the town hall.",
            {("town hall", "gather|crowd")},
            id="crowd in front",
        ),
        pytest.param(
            "There was a rally outside the main station.", {("main station", "gather|crowd")}, id="there was"
        ),
        pytest.param("There was smoke in the galley.", {("galley", "emit|smoke")}, id="smoke"),
        pytest.param(
            "A walker came upon the body in a ditch.", {("ditch", "found|body")}, id="verb and preposition"
        ),
        pytest.param(
            "The lorry caught fire at the eastern portal.", {("eastern portal", "begin|vehicle")}, id="side"
        ),
        pytest.param("The aircraft slid off runway 27.", {("runway", "slide|aircraft")}, id="number"),
        pytest.param("The kitchen has two windows.", set(), id="nothing happens"),
        pytest.param("The fire broke out two miles from the shore.", set(), id="distance"),
        pytest.param("A body was found south of the quarry.", set(), id="direction"),
        pytest.param("The blaze began next to the pool.", {("pool", "begin|fire")}, id="beside"),
        pytest.param("The car hit the wall at Orlec Hall.", set(), id="name of its own"),
        pytest.param("He gave the furnace 32 years.", set(), id="number of something else"),
    ],
)
def test_spots(text: str, expected: set[tuple[str, str]]) -> None:
    assert spots(text) == expected
