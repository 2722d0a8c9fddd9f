"""For which body the grammar says that somebody is there."""

from __future__ import annotations

import pytest

from discrepancy.extract.names import extract_names
from discrepancy.extract.roles import find_descriptions
from discrepancy.lexicon.descriptions import EMPLOYER
from tests.reading import read


def employers_of(text: str) -> list[tuple[str, ...]]:
    document = read(text)
    found = find_descriptions(document, extract_names([document])[0])
    return [role.value.lemmas[1:] for role in found if role.value.lemmas[0] == EMPLOYER]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Karl Roe, the city's chief negotiator, slept.", ("city",), id="possessor"),
        pytest.param("City negotiator Karl Roe slept for hours.", ("city",), id="before the noun"),
        pytest.param("Plant manager Karl Roe slept.", ("plant",), id="a noun with a capital"),
        pytest.param("Karl Roe, who bargained for the city, slept.", ("city",), id="verb with for"),
        pytest.param("Eva Lund, a spokeswoman for Orlfisk, said so.", ("Orlfisk",), id="behind for, by name"),
        pytest.param(
            "Eva Lund, who heads the dockers' union, said so.", ("docker", "union"), id="heads a body"
        ),
        pytest.param(
            "The Velten shipyard's boss, Karl Roe, slept.", ("velten", "shipyard"), id="a name before a noun"
        ),
    ],
)
def test_employer(text: str, expected: tuple[str, ...]) -> None:
    assert employers_of(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Karl Roe, the head of finance, slept.", id="a field"),
        pytest.param("Her lawyer, Karl Roe, slept.", id="a pronoun"),
        pytest.param("Karl Roe, the painter of the city, slept.", id="no office"),
        pytest.param("Paris spokesman Karl Roe slept.", id="a place"),
        pytest.param("Its county chief, Karl Roe, slept.", id="a part of a body named before"),
    ],
)
def test_none(text: str) -> None:
    assert employers_of(text) == []
