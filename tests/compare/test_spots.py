"""Two places without a name: one, one within the other, or two."""

from __future__ import annotations

import pytest

from discrepancy.compare import compare_values
from discrepancy.model import Kind, Name, Phrase, Verdict, is_spot
from tests.align.stories import claims_of


def spot(words: str) -> Phrase:
    """The first spot of a sentence about it."""
    claims = claims_of({"Ledger": f"The fire broke out in the {words}."})
    value = next(claim.mention.value for claim in claims if is_spot(claim.mention))
    assert isinstance(value, Phrase)
    return value


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param("chemistry lab", "chemistry laboratory", Verdict.AGREE, id="synonyms"),
        pytest.param("laboratory", "chemistry laboratory", Verdict.AGREE, id="less exact"),
        pytest.param("turbine hall", "turbine building", Verdict.AGREE, id="one further word"),
        pytest.param("turbine hall", "pump house", Verdict.CONFLICT, id="two further words"),
        pytest.param("lamp shop", "carpet shop", Verdict.CONFLICT, id="two shops"),
        pytest.param("lamp shop", "bakery", Verdict.CONFLICT, id="shop and bakery"),
        pytest.param("kitchen", "chapel", Verdict.CONFLICT, id="two rooms"),
        pytest.param("kitchen", "galley", Verdict.AGREE, id="a kitchen on board"),
        pytest.param("kitchen", "second floor", Verdict.COMPATIBLE, id="a room is on a floor"),
        pytest.param("kitchen", "school", Verdict.COMPATIBLE, id="a room is in a building"),
        pytest.param("kitchen", "forest", Verdict.CONFLICT, id="no room is in a forest"),
        pytest.param("school", "forest", Verdict.COMPATIBLE, id="a building may be"),
        pytest.param("ground floor", "third floor", Verdict.CONFLICT, id="floors"),
        pytest.param("first floor", "second floor", Verdict.COMPATIBLE, id="British and American floors"),
        pytest.param("attic", "cellar", Verdict.CONFLICT, id="top and bottom"),
        pytest.param("top floor", "fifth floor", Verdict.COMPATIBLE, id="top of a house of five"),
        pytest.param("northern portal", "southern mouth", Verdict.CONFLICT, id="sides"),
        pytest.param("northern portal", "north-eastern portal", Verdict.COMPATIBLE, id="rounded"),
        pytest.param("northern portal", "left portal", Verdict.COMPATIBLE, id="two axes"),
        pytest.param("second carriage", "fifth carriage", Verdict.CONFLICT, id="numbers"),
    ],
)
def test_spots(left: str, right: str, verdict: Verdict) -> None:
    for a, b in ((left, right), (right, left)):
        assert compare_values(Kind.PLACE, spot(a), spot(b)).verdict is verdict


def test_a_spot_excludes_no_name_and_no_direction() -> None:
    for other in (Name("Dun", "PLACE", "Dun"), Phrase("north")):
        assert compare_values(Kind.PLACE, spot("kitchen"), other).verdict is Verdict.COMPATIBLE
