"""Directions against directions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.compare import compare_values
from discrepancy.lexicon import read_table
from discrepancy.model import Kind, Name, Phrase, Verdict

POINTS = sorted(name for sort in ("points", "streams") for name, _ in read_table("directions")[sort].values())


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param("north", "north", Verdict.AGREE, id="same"),
        pytest.param("north", "north-east", Verdict.COMPATIBLE, id="one rounds the other"),
        pytest.param("north-west", "north", Verdict.COMPATIBLE, id="across north"),
        pytest.param("north", "south", Verdict.CONFLICT, id="opposite"),
        pytest.param("north-west", "south-west", Verdict.CONFLICT, id="right angle"),
        pytest.param("upstream", "downstream", Verdict.CONFLICT, id="along a river"),
        pytest.param("upstream", "south", Verdict.COMPATIBLE, id="a river and the compass"),
    ],
)
def test_directions(left: str, right: str, verdict: Verdict) -> None:
    assert compare_values(Kind.PLACE, Phrase(left), Phrase(right)).verdict is verdict


@given(st.sampled_from(POINTS), st.sampled_from(POINTS))
def test_symmetric(left: str, right: str) -> None:
    one = compare_values(Kind.PLACE, Phrase(left), Phrase(right))
    other = compare_values(Kind.PLACE, Phrase(right), Phrase(left))
    assert (one.verdict, one.slip) == (other.verdict, other.slip)


def test_a_place_excludes_no_direction() -> None:
    place = Name("Orlec", "PLACE", "Orlec")
    assert compare_values(Kind.PLACE, place, Phrase("north")).verdict is Verdict.COMPATIBLE
