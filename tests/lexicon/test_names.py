"""What joins two words of a name, and which places and bodies have several names."""

from __future__ import annotations

import pytest

from discrepancy.lexicon import read_rows
from discrepancy.lexicon.names import (
    find_organisation,
    find_place,
    is_acronym,
    is_office,
    match_words,
    transliteration_key,
)


@pytest.mark.parametrize(
    ("left", "right", "like"),
    [
        pytest.param("Zelinka", "Zelinka", "same", id="equal"),
        pytest.param("ZELINKA", "Zelinka", "same", id="capitals"),
        pytest.param("D’Arco", "D'Arco", "same", id="apostrophes"),
        pytest.param("Horák", "Horak", "diacritics", id="acute dropped"),
        pytest.param("Müllner", "Muellner", "diacritics", id="umlaut spelt out"),
        pytest.param("Müllner", "Mullner", "diacritics", id="umlaut dropped"),
        pytest.param("Sørby", "Sorby", "diacritics", id="stroked o"),
        pytest.param("Sergei", "Sergey", "transliteration", id="ei and ey"),
        pytest.param("Ivanoff", "Ivanov", "transliteration", id="French ending"),
        pytest.param("Pârvu", "Pîrvu", "transliteration", id="two spellings of Romanian"),
        pytest.param("Parvu", "Pîrvu", "transliteration", id="old spelling and none"),
        pytest.param("Kjærhall", "Kjaerhall", "diacritics", id="marked letter spelt out"),
        pytest.param("Øykjær", "Oeykjar", "diacritics", id="each marked letter in its own way"),
        pytest.param("Jončev", "Jonchev", "diacritics", id="marked letter as English has it"),
        pytest.param("Kjaerhall", "Kjarhall", None, id="two plain renderings, no marked letter"),
        pytest.param("Kjærhall", "Kjorhall", None, id="no rendering of the marked letter"),
        pytest.param("Kjærhall", "Kjarhal", None, id="another letter lost"),
        pytest.param("Joe", "Joseph", "nickname", id="nickname"),
        pytest.param("Steff", "Steffan", "nickname", id="short form of two letters less"),
        pytest.param("Mohamed", "Muhammad", "nickname", id="Arabic family"),
        pytest.param("Gordie", "Gordon", "nickname", id="pet name in ie"),
        pytest.param("Tommie", "Thomasina", None, id="pet name of another opening"),
        pytest.param("Barty", "Bartholomew", "nickname", id="pet name in y"),
        pytest.param("Marie", "Marian", None, id="a name of its own is no pet name"),
        pytest.param("Johnson", "Jonson", None, id="a letter lost is no variant"),
        pytest.param("Arnold", "Arnlod", None, id="letters swapped are no variant"),
        pytest.param("Sara", "Sarah", None, id="the bearer's own spelling counts"),
        pytest.param("Jack", "James", None, id="two names"),
        pytest.param("Bob", "Bill", None, id="two nicknames"),
    ],
)
def test_words_match(left: str, right: str, like: str | None) -> None:
    assert match_words(left, right) == like
    assert match_words(right, left) == like


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in read_rows("spellings")])
def test_every_rule_of_romanisation_joins_its_example(row: tuple[str, ...]) -> None:
    left, right = row[2].split()
    assert left != right
    assert transliteration_key(left) == transliteration_key(right)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Britain", "United Kingdom", id="short name"),
        pytest.param("U.K.", "United Kingdom", id="full stops"),
        pytest.param("the Netherlands", "Netherlands", id="article"),
        pytest.param("Kiev", "Kyiv", id="former spelling"),
        pytest.param("Minn.", "Minnesota", id="newspaper abbreviation"),
        pytest.param("Lesotho", "Lesotho", id="from ISO 3166"),
        pytest.param("Bolivia, Plurinational State of", "Bolivia", id="ISO 3166 form of a listed country"),
        pytest.param("Miss", None, id="without its full stop no abbreviation"),
        pytest.param("us", None, id="pronoun"),
        pytest.param("Harlowmere", None, id="unknown"),
    ],
)
def test_places_are_found(name: str, expected: str | None) -> None:
    place = find_place(name)
    assert (place.name if place else None) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("WHO", "World Health Organization", id="acronym"),
        pytest.param("U.N.", "United Nations", id="full stops"),
        pytest.param("the United Nations", "United Nations", id="article"),
        pytest.param("who", None, id="pronoun"),
    ],
)
def test_organisations_are_found(name: str, expected: str | None) -> None:
    assert find_organisation(name) == expected


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        pytest.param("HLU", "Harlow Lorry Union", True, id="every word"),
        pytest.param("ULD", "Union of Lorry Drivers", True, id="small words left out"),
        pytest.param("U.L.D.", "Union of Lorry Drivers", True, id="full stops"),
        pytest.param("HLU", "Harlow Railway Union", False, id="another letter"),
        pytest.param("Hlu", "Harlow Lorry Union", False, id="a word is no acronym"),
    ],
)
def test_acronyms(short: str, long: str, expected: bool) -> None:
    assert is_acronym(short, long) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("Minister", True, id="capital"),
        pytest.param("co-chair", True, id="hyphen"),
        pytest.param("senators", True, id="plural"),
        pytest.param("table", False, id="no office"),
    ],
)
def test_offices(word: str, expected: bool) -> None:
    assert is_office(word) is expected
