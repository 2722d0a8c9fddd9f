"""Towns by name."""

from __future__ import annotations

import pytest

from discrepancy.lexicon.towns import are_abroad, find_countries, find_town, is_country, lies_in


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        pytest.param("Szeged", {"HU"}, id="one"),
        pytest.param("Malmo", {"SE"}, id="without diacritics"),
        pytest.param("Ghent", {"BE"}, id="by its English name"),
        pytest.param("szeged", set(), id="lower case is no name"),
        pytest.param("Orlebi", set(), id="unknown"),
    ],
)
def test_find_town(name: str, countries: set[str]) -> None:
    assert find_town(name) == countries


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        pytest.param("Hungary", {"HU"}, id="country"),
        pytest.param("U.S.", {"US"}, id="country by another name"),
        pytest.param("Cairo", {"EG"}, id="city in the tables of names"),
        pytest.param("Szeged", {"HU"}, id="town"),
        pytest.param("London", {"CA", "GB"}, id="two countries have one"),
        pytest.param("Bolzano", {"IT"}, id="province"),
        pytest.param("Kosovo", {"XK"}, id="country without an official code"),
        pytest.param("Orlebi", set(), id="unknown"),
    ],
)
def test_find_countries(name: str, countries: set[str]) -> None:
    assert find_countries(name) == countries


def test_a_country_without_an_official_code_is_one() -> None:
    assert is_country("Kosovo")


@pytest.mark.parametrize(
    ("town", "country", "expected"),
    [
        pytest.param("Szeged", "Hungary", True, id="its country"),
        pytest.param("Omaha", "U.S.", True, id="country by another name"),
        pytest.param("Szeged", "Austria", False, id="another country"),
        pytest.param("Orlebi", "Hungary", False, id="unknown town"),
    ],
)
def test_lies_in(town: str, country: str, expected: bool) -> None:
    assert lies_in(town, country) is expected


@pytest.mark.parametrize(
    ("town", "region", "expected"),
    [
        pytest.param("Maribor", "Bolzano", True, id="a province of another country"),
        pytest.param("Merano", "Bolzano", False, id="a province of its own"),
        pytest.param("Orlebi", "Bolzano", False, id="unknown town"),
        pytest.param("Maribor", "Orlebi", False, id="unknown region"),
    ],
)
def test_are_abroad(town: str, region: str, expected: bool) -> None:
    assert are_abroad(town, region) is expected
