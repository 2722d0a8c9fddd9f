"""Towns by name."""

from __future__ import annotations

import pytest

from discrepancy.lexicon.towns import find_town, lies_in


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        pytest.param("Szeged", {"HU"}, id="one"),
        pytest.param("Malmo", {"SE"}, id="without diacritics"),
        pytest.param("szeged", set(), id="lower case is no name"),
        pytest.param("Orlebi", set(), id="unknown"),
    ],
)
def test_find_town(name: str, countries: set[str]) -> None:
    assert find_town(name) == countries


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
