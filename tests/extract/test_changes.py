"""Quantities by, to or from which something rose or fell, in invented sentences."""

from __future__ import annotations

import pytest

from discrepancy.extract.figures import extract_figures
from discrepancy.model import Figure
from tests.reading import read


def changes(text: str) -> list[str]:
    found = []
    for mention in extract_figures(read(text)):
        assert isinstance(mention.value, Figure)
        found.append(mention.value.change)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Rents rose by 5 percent to 900 euros.", ["up by", "up to"], id="by-to"),
        pytest.param("Rents rose 5 percent.", ["up by"], id="bare"),
        pytest.param("Rents fell from $900 to $792.", ["down from", "down to"], id="from-to"),
        pytest.param("Rents fell to $792 from $900.", ["down to", "down from"], id="to-from"),
        pytest.param("Oil slipped 84 cents, or 1.2 percent.", ["down by", "down by"], id="or"),
        pytest.param(
            "It fell 23.4 points, or 1 percent, to 2,887.", ["down by", "down by", "down to"], id="points"
        ),
        pytest.param("It grew at a 3.1 percent rate.", [""], id="rate"),
        pytest.param("Oil is up 3 percent, down from 4 percent.", ["up by", "down from"], id="up-down"),
        pytest.param("It was a drop of 300 jobs.", ["down by"], id="noun"),
        pytest.param("It was a 5 percent cut.", ["down by"], id="noun-after"),
        pytest.param("The index closed 212 points lower.", ["down by"], id="lower"),
        pytest.param("The bank raised its rate by half a percentage point.", ["up by"], id="object"),
        pytest.param("The toll climbed to 52.", ["up to"], id="count"),
        pytest.param("The Gulls lost three games.", [""], id="no-difference"),
        pytest.param("They recalled the fall of 30 cities.", [""], id="fall-of-cities"),
        pytest.param("Farmers make up 70 percent of the village.", [""], id="particle"),
        pytest.param("The fee is 40 euros.", [""], id="none"),
        pytest.param("She was 40 when prices rose.", [""], id="after"),
    ],
)
def test_change(text: str, expected: list[str]) -> None:
    assert changes(text) == expected


def test_a_change_is_no_part_of_the_value() -> None:
    [rise] = extract_figures(read("Rents rose by 5 percent."))
    [share] = extract_figures(read("He owns 5 percent."))
    assert rise.value.normal == share.value.normal
