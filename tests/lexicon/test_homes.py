"""Where names are at home; every name of a person is invented."""

from __future__ import annotations

import pycountry
import pytest

from discrepancy.lexicon import read_rows, read_table
from discrepancy.lexicon.homes import find_homes, is_foreign, is_western
from discrepancy.lexicon.names import find_regions, fold

TABLE = read_table("homes")
TRADITIONS = frozenset(read_table("romanisation"))


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        pytest.param("EG", {"arabic"}, id="one"),
        pytest.param("AZ", {"turkic", "turkish"}, id="two"),
        pytest.param("NO", set(), id="Latin letters"),
        pytest.param("", set(), id="no country"),
    ],
)
def test_traditions_of_countries(country: str, expected: set[str]) -> None:
    assert find_homes(country) == expected


@pytest.mark.parametrize(
    ("name", "tradition", "expected"),
    [
        pytest.param("Nevine Shoukran", "arabic", False, id="no list has it"),
        pytest.param("Karim Shoukran", "mande", False, id="given name"),
        pytest.param("Walter Shoukran", "arabic", True, id="Western given name"),
        pytest.param("Priscilla Shoukran", "arabic", True, id="given name with English short forms"),
        pytest.param("Kenji Shoukran", "arabic", True, id="given name of another region"),
        pytest.param("Omar Shoukran", "arabic", False, id="given name shared with the West"),
        pytest.param("Nevine Lindqvist", "arabic", True, id="Western ending"),
        pytest.param("Nevine Suleiman", "arabic", False, id="ending that is none there"),
        pytest.param("Nevine Er", "arabic", False, id="an ending is no name"),
        pytest.param("Nevine van Shoukran", "arabic", True, id="particle"),
        pytest.param("Nevine O'Shoukran", "arabic", True, id="as printed"),
    ],
)
def test_foreign_names(name: str, tradition: str, expected: bool) -> None:
    assert is_foreign(name, tradition) is expected


def test_a_particle_counts_as_printed() -> None:
    assert is_western("Nevine dos Rukkash")
    assert not is_western("Nevine Dos Rukkash")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Walter Shoukran", True, id="given name"),
        pytest.param("Nevine Castiglione", True, id="surname"),
        pytest.param("Nevine Lindqvist", True, id="ending"),
        pytest.param("Omar Shoukran", False, id="given name shared with others"),
        pytest.param("Kenji Shoukran", False, id="of another region"),
    ],
)
def test_western_names(name: str, expected: bool) -> None:
    assert is_western(name) is expected


def test_every_country_and_tradition_of_the_table_exists() -> None:
    assert set(TABLE["countries"]) == TRADITIONS
    codes = {code for row in TABLE["countries"].values() for code in row} - {"XK"}
    assert all(pycountry.countries.get(alpha_2=code) for code in codes)
    assert all(set(row) <= TRADITIONS for row in TABLE["regions"].values())


def test_every_row_of_names_has_a_region() -> None:
    listed = [row for table in ("given_names", "regional_names", "bearers") for row in read_rows(table)]
    assert {region for region, *_ in listed} == {"western", *TABLE["regions"]}
    assert all(names for _, *names in listed)


@pytest.mark.parametrize("name", TABLE["western"]["elsewhere"])
def test_every_exception_has_a_western_ending(name: str) -> None:
    assert name == fold(name)
    assert any(name.endswith(ending) for ending in TABLE["western"]["endings"])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Kenji", {"asian"}, id="listed"),
        pytest.param("Jarek", {"eastern"}, id="in the second table"),
        pytest.param("Castiglione", {"western"}, id="surname"),
        pytest.param("Priscilla", {"western"}, id="short forms"),
        pytest.param("Vasquarr", set(), id="none"),
    ],
)
def test_regions_of_given_names(name: str, expected: set[str]) -> None:
    assert find_regions(name) == expected
