"""Places that answer two questions."""

from __future__ import annotations

import pytest

from discrepancy.align.apart import are_told_apart
from discrepancy.model import Kind
from tests.align.stories import claims_of


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        pytest.param("the court in Orlec", "the supreme court in Saltsk", True, id="a higher court"),
        pytest.param("the regional court in Orlec", "the district court in Saltsk", True, id="two ranks"),
        pytest.param("the supreme court in Orlec", "the supreme court in Saltsk", False, id="one rank"),
        pytest.param("the court in Orlec", "the court in Saltsk", False, id="no rank"),
        pytest.param("the supreme council in Orlec", "the council in Saltsk", False, id="no court"),
    ],
)
def test_courts_of_two_ranks(left: str, right: str, apart: bool) -> None:
    claims = claims_of({"Ledger": f"The boxes went to {left}.", "Courier": f"The boxes went to {right}."})
    one, other = (claim for claim in claims if claim.mention.kind is Kind.PLACE)
    assert are_told_apart(one, other) is apart


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        pytest.param("33-year-old from Orlec", "26-year-old from Saltsk", True, id="two ages"),
        pytest.param("33-year-old from Orlec", "33-year-old from Saltsk", False, id="one age"),
        pytest.param("33-year-old from Orlec", "34-year-old from Saltsk", False, id="a birthday between"),
        pytest.param(
            "33-year-old baker from Orlec", "26-year-old cook from Saltsk", True, id="with callings"
        ),
        pytest.param("33-year-old from Orlec", "skier from Saltsk", False, id="one age told"),
    ],
)
def test_homes_of_two_ages(left: str, right: str, apart: bool) -> None:
    claims = claims_of({"Ledger": f"The {left} was hurt.", "Courier": f"The {right} was hurt."})
    one, other = (claim for claim in claims if claim.mention.kind is Kind.PLACE)
    assert are_told_apart(one, other) is apart


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        pytest.param("taken to a hospital in Orlec", "sent home to Saltsk", True, id="home from elsewhere"),
        pytest.param("back home in Orlec", "back home in Saltsk", False, id="home in both"),
        pytest.param("taken to a hospital in Orlec", "taken to a hospital in Saltsk", False, id="no home"),
    ],
)
def test_the_way_home(left: str, right: str, apart: bool) -> None:
    claims = claims_of({"Ledger": f"The miner was {left}.", "Courier": f"The miner was {right}."})
    one, other = (claim for claim in claims if claim.mention.kind is Kind.PLACE)
    assert are_told_apart(one, other) is apart
