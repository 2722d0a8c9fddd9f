"""Directions in which something lies, and those that place nothing."""

from __future__ import annotations

import pytest

from discrepancy.model import Kind, Phrase
from tests.align.stories import claims_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The dam lies 12 km northwest of Orlec.", {("northwest", "north-west")}, id="distance"),
        pytest.param(
            "The dam is twelve miles to the south-east.", {("south-east", "south-east")}, id="to the"
        ),
        pytest.param("A body was found just south of the quarry.", {("south", "south")}, id="no distance"),
        pytest.param("The fire burns 5 km NW of Orlec.", {("NW", "north-west")}, id="abbreviated"),
        pytest.param("The mast stands 3 kilometres northward.", {("northward", "north")}, id="adverb"),
        pytest.param(
            "It lies 40 miles south-south-west of Orlec.", {("south-south-west",) * 2}, id="sixteen points"
        ),
        pytest.param("Two hours east of Orlec a bridge fell.", {("east", "east")}, id="hours"),
        pytest.param("The weir is 3 km upstream of Orlec.", {("upstream", "upstream")}, id="a river"),
        pytest.param(
            "A boat was found down the river from Orlec.", {("down the river", "downstream")}, id="down it"
        ),
        pytest.param("He sailed 3 km upriver.", set(), id="a journey on it"),
        pytest.param("He drove 30 miles north and was stopped.", set(), id="a journey"),
        pytest.param("The train ran north from Orlec to Dun.", set(), id="a line"),
        pytest.param("Winds from the north of the island fanned it.", set(), id="a wind"),
        pytest.param("Troops from North Korea arrived.", set(), id="a name"),
        pytest.param("The south voted against it.", set(), id="a part of a country"),
    ],
)
def test_directions(text: str, expected: set[tuple[str, str]]) -> None:
    found = {
        (claim.mention.text, claim.mention.value.normal)
        for claim in claims_of({"Ledger": text})
        if claim.mention.kind is Kind.PLACE and isinstance(claim.mention.value, Phrase)
    }
    assert found == expected
