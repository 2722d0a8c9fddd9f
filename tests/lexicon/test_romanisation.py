"""Romanisations of one name, and slips that no romaniser makes; every name is invented."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from discrepancy.lexicon import read_table
from discrepancy.lexicon.names import fold
from discrepancy.lexicon.romanisation import (
    Tradition,
    are_romanised,
    find_traditions,
    show_traditions,
    skeleton,
)

TABLES = read_table("romanisation")


def names(pair: tuple[Tradition, ...]) -> set[str]:
    return {tradition.name for tradition in pair}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Omar al-Dirbini", "Omar Dirbini", {"arabic"}, id="article in one of two"),
        pytest.param("Mahmoud Harban", "Mahmud Harban", {"arabic"}, id="given name"),
        pytest.param("Abdelmoumen Harban", "Abdelmoumen Harban", {"arabic"}, id="opening"),
        pytest.param("Ada Lortkidze", "Ada Lortkidze", {"georgian"}, id="ending"),
        pytest.param("Ada Dze", "Ada Dze", set(), id="an ending is no name"),
        pytest.param("Lü Peiwen", "Lyu Peiwen", {"chinese"}, id="as printed"),
        pytest.param(
            "Lee Tae-mok", "Lee Tae-mok", {"korean"}, id="surname shared with the West, two syllables"
        ),
        pytest.param("Lee Harlow", "Lee Harlow", set(), id="surname shared with the West"),
        pytest.param("Ada Harlow", "Boris Lindqvist", set(), id="Western"),
        pytest.param("Bryan Harlow", "Bryan Harlow", set(), id="short word with an ending of many"),
    ],
)
def test_traditions_are_found(left: str, right: str, expected: set[str]) -> None:
    assert names(find_traditions(left, right)) == expected
    assert names(find_traditions(right, left)) == expected


@pytest.mark.parametrize(
    ("left", "right", "home", "expected"),
    [
        pytest.param("Nesma Kurani", "Nisma Kourani", {"arabic"}, {"arabic"}, id="no evidence"),
        pytest.param("Nesma Kurani", "Nisma Kourani", set(), set(), id="no home"),
        pytest.param("Ada Lindqvist", "Ada Lindquist", {"arabic"}, set(), id="Western"),
        pytest.param("Nesma Kurani", "Nesma Kuranson", {"arabic"}, set(), id="one of them Western"),
        pytest.param(
            "Vakhtang Kurani", "Vakhtang Korani", {"arabic"}, {"georgian"}, id="of another tradition"
        ),
        pytest.param(
            "Yordan Kuranov",
            "Jordan Kuranov",
            {"bulgarian"},
            {"bulgarian", "cyrillic"},
            id="of the one included",
        ),
        pytest.param(
            "Serik Kuranov", "Serik Quranov", {"uzbek"}, {"cyrillic", "uzbek"}, id="of one included by that"
        ),
    ],
)
def test_a_home_counts_for_names_that_show_nothing_else(
    left: str, right: str, home: set[str], expected: set[str]
) -> None:
    assert names(find_traditions(left, right, home=frozenset(home))) == expected
    assert names(find_traditions(right, left, home=frozenset(home))) == expected


def test_a_name_shows_its_own_traditions() -> None:
    assert show_traditions("Mahmoud Lortkidze") == {"arabic", "georgian"}
    assert show_traditions("Ada Harlow") == set()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Choukrane", "Shukran", id="vowels"),
        pytest.param("Petrossian", "Bedrosyan", id="consonants"),
        pytest.param("Shimbara", "Shinbara", id="nasals"),
    ],
)
def test_romanisations_share_a_skeleton(left: str, right: str) -> None:
    assert skeleton(left) == skeleton(right)


def test_skeletons_tell_names_apart() -> None:
    assert skeleton("Shukran") != skeleton("Shukral")


def test_first_words_of_places_are_evidence_in_places_alone() -> None:
    assert names(find_traditions("Khan Shorbeq", "Khan Shorbek", place=True)) == {"arabic"}
    assert names(find_traditions("Khan Shorbeq", "Khan Shorbek")) == set()
    assert names(find_traditions("Shorbeq Khan", "Shorbek Khan", place=True)) == set()


@pytest.mark.parametrize(
    ("tradition", "left", "right"),
    [
        pytest.param("arabic", "Dirbini", "Derbiny", id="Arabic short vowel and ending"),
        pytest.param("arabic", "Gamari", "Jammary", id="Arabic jim, doubled"),
        pytest.param("arabic", "Rif'at", "Rifaat", id="Arabic ayn"),
        pytest.param("arabic", "Jlidi", "Jalidi", id="Arabic short vowel left out"),
        pytest.param("arabic", "Badr", "Bader", id="Arabic short vowel in the last syllable"),
        pytest.param("arabic", "AbdQadir", "Abdelkader", id="Arabic servant of"),
        pytest.param("arabic", "Bouchama", "Bushama", id="Arabic by way of French"),
        pytest.param("arabic", "Youssri", "Yosri", id="Arabic by way of French, doubled before a consonant"),
        pytest.param("arabic", "Ouhmad", "Ouhammad", id="Arabic short vowel behind a Berber opening"),
        pytest.param("arabic", "Nesrine", "Nisreen", id="Arabic vowels that change places in print"),
        pytest.param("persian", "Qorbani", "Ghorbany", id="Persian qaf"),
        pytest.param("persian", "Karimzadeh", "Karimzada", id="Persian and Dari"),
        pytest.param("hebrew", "Tzurkis", "Tsurkis", id="Hebrew tsadi"),
        pytest.param("hebrew", "Chefetz", "Hefets", id="Hebrew het"),
        pytest.param("greek", "Georgiou", "Yeoryiou", id="Greek gamma"),
        pytest.param("greek", "Chrysellou", "Hrisellou", id="Greek chi"),
        pytest.param("cyrillic", "Velino", "Welino", id="German w"),
        pytest.param("cyrillic", "Sheludkov", "Scheludkov", id="German sch"),
        pytest.param("cyrillic", "Soloviev", "Solovyov", id="Russian yo"),
        pytest.param("bulgarian", "Parvelski", "Purvelski", id="Bulgarian hard sign"),
        pytest.param("bulgarian", "Hristina", "Christina", id="Bulgarian h"),
        pytest.param("bulgarian", "Desislav", "Dessislav", id="Bulgarian s"),
        pytest.param("ukrainian", "Hrytsuliak", "Gritsuliak", id="Ukrainian h and Russian g"),
        pytest.param("ukrainian", "Tsalenka", "Tsalenko", id="Belarusian ending"),
        pytest.param("serbian", "Djurkic", "Đurkić", id="Serbian dj"),
        pytest.param("serbian", "Colakic", "Cholakich", id="Serbian ch"),
        pytest.param("macedonian", "Kjoseski", "Koseski", id="Macedonian kj"),
        pytest.param("albanian", "Xhelani", "Dzhelani", id="Albanian xh"),
        pytest.param("georgian", "Levani", "Levan", id="Georgian case ending"),
        pytest.param("georgian", "Sulakhiani", "Sulaxiani", id="Georgian kh"),
        pytest.param("armenian", "Bedrosyan", "Petrosyan", id="Western Armenian"),
        pytest.param("armenian", "Melksossian", "Melksosyan", id="Armenian ending"),
        pytest.param("turkic", "Tokmuratov", "Toqmuratov", id="Kazakh q"),
        pytest.param("turkic", "Gulnara", "Gulnar", id="Kazakh women's ending"),
        pytest.param("turkish", "Shengun", "Sengun", id="Turkish s"),
        pytest.param("uzbek", "Qodirboy", "Kadyrbay", id="Uzbek o"),
        pytest.param("tajik", "Nazarzoda", "Nazarzade", id="Tajik ending"),
        pytest.param("turkic", "Zhunusev", "Junusev", id="Kazakh zh"),
        pytest.param("mongolian", "Tumurdel", "Tomordel", id="Mongolian rounded vowels"),
        pytest.param("urdu", "Shaheed", "Shahid", id="Urdu long vowel"),
        pytest.param("bengali", "Zobair", "Jubair", id="Bengali z"),
        pytest.param("tibetan", "Tshering", "Tsering", id="Tibetan tsh"),
        pytest.param("lao", "Xayavong", "Sayavong", id="Lao x"),
        pytest.param("khmer", "Vuthea", "Wuthia", id="Khmer v"),
        pytest.param("malay", "Soerjo", "Suryo", id="Malay before the reform"),
        pytest.param("somali", "Xasan", "Hassan", id="Somali x"),
        pytest.param("somali", "Cabdi", "Abdi", id="Somali c"),
        pytest.param("mande", "Ouattara", "Wattara", id="West African w"),
        pytest.param("mande", "Diallo", "Jallow", id="West African j"),
        pytest.param("congolese", "Tshimanga", "Chimanga", id="Congolese ch"),
        pytest.param("mongolian", "Enkhtoor", "Enhtor", id="Mongolian long vowel"),
        pytest.param("indic", "Chaudhary", "Chowdhury", id="Indian family"),
        pytest.param("indic", "Sandeepan", "Sandipan", id="Indian long vowel"),
        pytest.param("chinese", "Lyu", "Lü", id="Chinese ü"),
        pytest.param("korean", "Jung", "Jeong", id="Korean eo"),
        pytest.param("korean", "Seok", "Suk", id="Korean eo before k"),
        pytest.param("korean", "Lee", "Yi", id="Korean surname"),
        pytest.param("japanese", "Ohbayashi", "Obayashi", id="Japanese long vowel"),
        pytest.param("japanese", "Shimbara", "Shinbara", id="Japanese n before b"),
        pytest.param("burmese", "Htet", "Tet", id="Burmese ht"),
        pytest.param("thai", "Rattanaporn", "Rattanaphon", id="Thai r that is not heard"),
        pytest.param("ethiopic", "Tsegabu", "Tzagabu", id="Ethiopic first vowel"),
    ],
)
def test_romanisations_meet(tradition: str, left: str, right: str) -> None:
    assert are_romanised(left, right, (Tradition(tradition),))
    assert are_romanised(right, left, (Tradition(tradition),))
    assert not are_romanised(left, right, ())


@pytest.mark.parametrize(
    ("tradition", "left", "right"),
    [
        pytest.param("arabic", "Dirbini", "Sharbini", id="Arabic a and i"),
        pytest.param("arabic", "Kamal", "Gamal", id="what both meet, q, does not join k and g"),
        pytest.param("arabic", "Harban", "Hraban", id="Arabic letters swapped"),
        pytest.param("arabic", "Haddarin", "Haddarn", id="Arabic vowel lost at the end of a long word"),
        pytest.param("arabic", "Mansoub", "Mnsoub", id="Arabic vowel lost before two consonants"),
        pytest.param("arabic", "Griner", "Greener", id="a cluster that Arabic does not open with"),
        pytest.param("arabic", "Amir", "Amira", id="brother and sister"),
        pytest.param("turkic", "Sadykov", "Sadykova", id="Kazakh husband and wife"),
        pytest.param("bulgarian", "Mincheva", "Minheva", id="Bulgarian ch"),
        pytest.param("mongolian", "Erdene", "Irdene", id="Mongolian e and i"),
        pytest.param("malay", "Kartika", "Kertika", id="Malay a and e"),
        pytest.param("mande", "Sanogo", "Senogo", id="West African a and e"),
        pytest.param("somali", "Guled", "Galed", id="Somali u and a"),
        pytest.param("turkish", "Yildiz", "Yaldiz", id="Turkish i and a"),
        pytest.param("cyrillic", "Boneva", "Bonova", id="Slavic e and o"),
        pytest.param("cyrillic", "Maslikova", "Maslinkova", id="Slavic letter put in"),
        pytest.param("cyrillic", "Ganev", "Hanev", id="g and h outside Ukraine"),
        pytest.param("turkic", "Tokmuratov", "Tokmurotov", id="Kazakh e and o"),
        pytest.param("georgian", "Lomtadze", "Lomtadse", id="German s in an English spelling"),
        pytest.param("greek", "Marinopoulos", "Maranopoulos", id="Greek a and i"),
        pytest.param("hebrew", "Harpaz", "Hirpaz", id="Hebrew a and i"),
        pytest.param("indic", "Rambaran", "Ramharan", id="Indian b and h"),
        pytest.param("chinese", "Zhang", "Zheng", id="two Chinese surnames"),
        pytest.param("chinese", "Li", "Lu", id="two short Chinese surnames"),
        pytest.param("korean", "Woo", "Hoon", id="two Korean syllables"),
        pytest.param("korean", "Seo", "Su", id="Korean eo at the end, sister and brother"),
        pytest.param("korean", "Yeon", "Yun", id="Korean yeo and yu"),
        pytest.param("korean", "Jin", "Kyung", id="two other Korean syllables"),
        pytest.param("japanese", "Odagiri", "Odigari", id="Japanese vowels exchanged"),
        pytest.param("japanese", "Ohno", "Ohana", id="no long vowel"),
    ],
)
def test_slips_stay_slips(tradition: str, left: str, right: str) -> None:
    assert not are_romanised(left, right, (Tradition(tradition),))
    assert not are_romanised(right, left, (Tradition(tradition),))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Ketevan Lomtadze", "Ketewan Lomtadse", True, id="one name German throughout"),
        pytest.param("Ketevan Lomtadze", "Ketevan Lomtadse", False, id="no other mark of German"),
        pytest.param("Ketewan Lomtadze", "Ketewan Lomtadse", False, id="both names German"),
    ],
)
def test_a_system_counts_where_one_name_is_written_in_it(left: str, right: str, expected: bool) -> None:
    traditions = find_traditions(left, right)
    assert traditions
    assert are_romanised(left.split()[1], right.split()[1], traditions) is expected


def test_a_system_holds_where_a_tradition_is_included() -> None:
    traditions = find_traditions("Xu Jianguo", "Hsu Chien-kuo")
    assert are_romanised("Jianguo", "Chienkuo", traditions)
    assert not are_romanised("Jianguo", "Qianguo", traditions)
    included = find_traditions("Georgi Zvetan", "Georgi Zwetan")
    assert {"cyrillic", "bulgarian"} == names(included)
    assert {tradition.systems for tradition in included} == {(0,)}


def rows() -> Iterator[tuple[str, str]]:
    for tradition, table in TABLES.items():
        for row in table["same"]:
            yield tradition, row
        for system in table.get("systems", ()):
            for row in system["same"]:
                yield tradition, row


@pytest.mark.parametrize(("tradition", "row"), [pytest.param(*row, id=" ".join(row)) for row in rows()])
def test_every_row_of_spellings_is_well_formed(tradition: str, row: str) -> None:
    spellings = row.split()
    assert len(set(spellings)) == len(spellings) > 1
    assert all(re.fullmatch(r"\^?(?:[a-z]+|_)\$?", spelling) for spelling in spellings)


@pytest.mark.parametrize("tradition", TABLES)
def test_every_tradition_can_be_shown(tradition: str) -> None:
    table = TABLES[tradition]
    listed = [word for key in ("words", "places", "openings", "endings") for word in table.get(key, ())]
    assert listed == [fold(word) for word in listed]
    assert len(set(table["words"])) == len(table["words"])
    assert table.get("includes", tradition) in TABLES
    shown = f"{table['words'][0].title()} Harlow"
    assert tradition in names(find_traditions(shown, shown))
