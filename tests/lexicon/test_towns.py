"""Towns by name."""

from __future__ import annotations

import pytest

from discrepancy.lexicon.towns import find_town


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
