"""Which traditions of romanisation a story shows; every name of a person is invented."""

from __future__ import annotations

import pytest

from discrepancy.extract.names.homes import find_home
from discrepancy.extract.names.spotting import Spot
from tests.reading import read

SENTENCE = read("Rain fell.").sentences[0]


def spot(form: str, label: str) -> Spot:
    return Spot(SENTENCE, 0, 1, 0, len(form), form, label)


@pytest.mark.parametrize(
    ("people", "places", "expected"),
    [
        pytest.param("", "Cairo Egypt", {"arabic"}, id="a city and its country"),
        pytest.param("", "Egypt", set(), id="one place is too little"),
        pytest.param("", "Egypt Cairo London Paris Berlin Oslo", set(), id="places elsewhere"),
        pytest.param(
            "", "Cairo Egypt Alexandria London Paris Berlin Oslo Rome Madrid", {"arabic"}, id="many"
        ),
        pytest.param("Mahmoud_Shoukran", "Cairo", {"arabic"}, id="one person and a place"),
        pytest.param("Mahmoud_Shoukran", "London", set(), id="one person abroad"),
        pytest.param("Mahmoud_Shoukran", "Cairo Oslo London", set(), id="one person who travels"),
        pytest.param("Mahmoud_Shoukran Huda_Tirani", "London", set(), id="two people abroad"),
        pytest.param("Mahmoud_Shoukran Huda_Tirani Walid_Dermali", "London", {"arabic"}, id="three"),
        pytest.param("Mahmoud_Shoukran Mahmud_Shukran Mahmoud_Choukran", "Oslo", set(), id="one, spelt so"),
        pytest.param("Mahmoud Huda Walid", "London", set(), id="single words"),
        pytest.param("", "Yerevan Armenia", {"armenian"}, id="another country"),
    ],
)
def test_home(people: str, places: str, expected: set[str]) -> None:
    rows = [
        [spot(form.replace("_", " "), "PERSON") for form in people.split()],
        [spot(form, "PLACE") for form in places.split()],
    ]
    assert find_home(rows) == expected
    assert find_home(rows[::-1]) == expected


def test_organisations_show_nothing() -> None:
    assert find_home([[spot("Cairo", "ORG"), spot("Egypt", "ORG"), spot("Giza", "")]]) == set()
