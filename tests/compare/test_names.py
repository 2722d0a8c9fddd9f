"""Variants, slips and different people; all of them invented or known from any atlas and history."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.compare.names import compare_names, score_names
from discrepancy.model import Name, Verdict

AGREE, COMPATIBLE, VARIANT, CONFLICT = (
    Verdict.AGREE,
    Verdict.COMPATIBLE,
    Verdict.VARIANT,
    Verdict.CONFLICT,
)
EXCHANGED = "first name and surname exchanged"


def name(form: str, kind: str = "PERSON", canonical: str = "") -> Name:
    return Name(form, kind, canonical or form)


@pytest.mark.parametrize(
    ("left", "right", "verdict", "slip"),
    [
        pytest.param("Ada Harlow", "Ada Harlow", AGREE, "", id="equal"),
        pytest.param("Dr. Ada Harlow", "Ada Harlow", AGREE, "", id="title"),
        pytest.param("Harlow", "Ada Harlow", COMPATIBLE, "", id="surname alone"),
        pytest.param("Ada", "Ada Harlow", COMPATIBLE, "", id="given name alone"),
        pytest.param("Ada Harlow", "Jamaican Harlow", COMPATIBLE, "", id="nationality before a surname"),
        pytest.param("A. Harlow", "Ada Harlow", VARIANT, "", id="initial"),
        pytest.param("Ada M. Harlow", "Ada Harlow", COMPATIBLE, "", id="middle initial left out"),
        pytest.param("Ada Maria Harlow", "Ada Harlow", COMPATIBLE, "", id="middle name left out"),
        pytest.param("Sergei Malinovski", "Sergey Malinovskiy", VARIANT, "", id="transliteration"),
        pytest.param("Petr Horák", "Petr Horak", VARIANT, "", id="diacritics"),
        pytest.param("Joe Harlow", "Joseph Harlow", VARIANT, "", id="nickname"),
        pytest.param("Benedict Harlow", "Benedikt Harlow", VARIANT, "", id="what English makes of a name"),
        pytest.param("Carlo Harlow", "Carlos Harlow", CONFLICT, "one letter", id="two foreign names"),
        pytest.param("Yusuf al-Harrani", "Youssef El Harrani", VARIANT, "", id="Arabic article"),
        pytest.param("Tereza Harlow", "Terka Harlow", VARIANT, "", id="Czech short form"),
        pytest.param("Jean Marie Dulac", "Jean-Marie Dulac", AGREE, "", id="hyphen"),
        pytest.param("Nagy Viktor", "Viktor Nagy", VARIANT, "", id="Hungarian order"),
        pytest.param("Keiko Shimamoto", "Shimamoto Keiko", VARIANT, "", id="Japanese order"),
        pytest.param("Yusuf Alharrani", "Yusuf al-Harrani", VARIANT, "", id="Arabic article run in"),
        pytest.param(
            "Karim al-Dabouri", "Karim Aldaboury", VARIANT, "", id="Arabic article run in, romanised"
        ),
        pytest.param("Nur ad-Din Saber", "Nureddin Saber", VARIANT, "", id="Arabic article within"),
        pytest.param("Omar Alvarez", "Omar Varez", CONFLICT, "two letters", id="no Arabic article"),
        pytest.param("Dzhorbulat Tsemren", "Tsemren Dzhorbulat", VARIANT, "", id="order unknown"),
        pytest.param("Harlow Ada", "Ada Harlow", VARIANT, EXCHANGED, id="order of a Western name"),
        pytest.param("Bank Harlow", "Harlow Bank", VARIANT, "", id="order of a body's name"),
        pytest.param("Ada Harlow", "Ada Harlov", CONFLICT, "one letter", id="one letter"),
        pytest.param("Ada Brennand", "Ada Brenand", CONFLICT, "one letter", id="doubled letter lost"),
        pytest.param("Arnold Harlow", "Arnlod Harlow", CONFLICT, "letters swapped", id="swapped"),
        pytest.param("Ada Harlow", "Ada Herlew", CONFLICT, "two letters", id="two letters"),
        pytest.param("Ada Harlow", "Ada harlow", CONFLICT, "letter case", id="lower case"),
        pytest.param(
            "Harlow County Prosecutor", "Harlow County prosecutor", AGREE, "", id="office in lower case"
        ),
        pytest.param("Walt Harlow", "Walter Harlov", CONFLICT, "one letter", id="slip beside a nickname"),
        pytest.param("Antonia Greenier", "Antonnia Grinier", CONFLICT, "sounds alike", id="by ear"),
        pytest.param(
            "Ana Rosa Duarte", "Ana Rosa Pinheiro", CONFLICT, "one name part differs", id="one part of three"
        ),
        pytest.param("Karel Zelinka", "Olga Zelinka", CONFLICT, "", id="one surname, two people"),
        pytest.param("Lena Storm", "Leon Stork", CONFLICT, "", id="near in both parts"),
        pytest.param("Ada Harlow", "Boris Lindqvist", CONFLICT, "", id="nothing in common"),
        pytest.param("Ada B. Harlow", "Ada C. Harlow", CONFLICT, "", id="initials"),
        pytest.param("Ada Harlow Jr.", "Ada Harlow Sr.", CONFLICT, "", id="generations"),
        pytest.param("Huda al-Gamari", "Hoda el-Gammari", VARIANT, "", id="romanised twice"),
        pytest.param("Lü Peiwen", "Lyu Peiwen", VARIANT, "", id="romanised, too short for a slip"),
        pytest.param("Abdelkader Jlidi", "Abd al-Qadir al-Jalidi", VARIANT, "", id="romanised, in two words"),
        pytest.param("Toqmuratov", "Yerzhan Tokmuratov", COMPATIBLE, "", id="romanised surname"),
        pytest.param("Rajesh Chaudhary", "Rajesh Chowdhury", VARIANT, "", id="romanised surname of a family"),
        pytest.param(
            "Yerzhan Tokmuratov", "Yerzhan Tokmurotov", CONFLICT, "one letter", id="slip no romaniser makes"
        ),
        pytest.param(
            "Nadia Griner", "Nadia Greener", CONFLICT, "two letters", id="given name of East and West"
        ),
        pytest.param("Gorno Velino", "Gorno Welino", VARIANT, "", id="village taken for a person"),
        pytest.param(
            "Amir al-Harrani", "Amira al-Harrani", CONFLICT, "one letter", id="romanised brother and sister"
        ),
    ],
)
def test_people(left: str, right: str, verdict: Verdict, slip: str) -> None:
    relation = compare_names(name(left), name(right))
    assert (relation.verdict, relation.slip) == (verdict, slip)
    assert relation.reason


def test_one_surname_of_two_people_is_a_conflict() -> None:
    left = name("Zelinka", canonical="Karel Zelinka")
    right = name("Zelinka", canonical="Olga Zelinka")
    assert compare_names(left, right).verdict is CONFLICT


def test_a_slip_in_the_part_left_out_is_no_slip_of_the_mention() -> None:
    left = name("Harlow", canonical="Antony Harlow")
    right = name("Harlow", canonical="Anthony Harlow")
    assert compare_names(left, right).verdict is AGREE


def test_spellings_of_one_canonical_name_never_conflict() -> None:
    left = name("Bill Harlow", canonical="William Harlow")
    right = name("Mr. Harlow", canonical="William Harlow")
    assert compare_names(left, right).verdict is COMPATIBLE


def test_letters_in_another_order_are_no_other_spelling_of_one_canonical_name() -> None:
    left = name("Helen Marowska", canonical="Helen Marowska")
    right = name("Helen Mawroska", canonical="Helen Marowska")
    assert compare_names(left, right).verdict is CONFLICT
    romanised = name("Farid Nurzad", canonical="Farid Noorzad")
    assert compare_names(name("Farid Noorzad"), romanised).verdict is COMPATIBLE


@pytest.mark.parametrize(
    ("left", "right", "verdict", "slip"),
    [
        pytest.param("UK", "Britain", COMPATIBLE, "", id="alias"),
        pytest.param("U.S.", "United States", COMPATIBLE, "", id="abbreviation"),
        pytest.param("Peking", "Beijing", COMPATIBLE, "", id="former name"),
        pytest.param("England", "UK", COMPATIBLE, "", id="part of"),
        pytest.param("Vienna", "Austria", COMPATIBLE, "", id="city of"),
        pytest.param("Iran", "Iraq", CONFLICT, "", id="Iran"),
        pytest.param("Austria", "Australia", CONFLICT, "", id="Austria"),
        pytest.param("Niger", "Nigeria", CONFLICT, "", id="Niger"),
        pytest.param("Mexico", "New Mexico", CONFLICT, "", id="New Mexico"),
        pytest.param("Sudan", "South Sudan", CONFLICT, "", id="South Sudan"),
        pytest.param("Guinea", "Equatorial Guinea", CONFLICT, "", id="Guinea"),
        pytest.param("Łomnica", "Lomnica", VARIANT, "", id="diacritics"),
        pytest.param("Mount Harlow", "Mt. Harlow", VARIANT, "", id="abbreviated mount"),
        pytest.param("Harlow", "Harlow, Texas", COMPATIBLE, "", id="state named"),
        pytest.param("Texas", "Harlow, Texas", COMPATIBLE, "", id="only the state"),
        pytest.param("Harlow, Texas", "Harlow, Ohio", CONFLICT, "", id="two states"),
        pytest.param("Harlow", "Harlow district", COMPATIBLE, "", id="sort of place"),
        pytest.param("Harlow", "northern Harlow", COMPATIBLE, "", id="direction"),
        pytest.param("Harlow", "Harlow-on-Sea", COMPATIBLE, "", id="short form"),
        pytest.param("Harlow", "New Harlow", CONFLICT, "", id="another place"),
        pytest.param("Alps", "Switzerland", COMPATIBLE, "", id="a range and a country"),
        pytest.param("Austrian Alps", "Vienna", COMPATIBLE, "", id="a part of a range and a town"),
        pytest.param("Danube", "Rhine", CONFLICT, "", id="two rivers"),
        pytest.param("Paris", "France", COMPATIBLE, "", id="a city with namesakes and its country"),
        pytest.param("Florence", "Italy", COMPATIBLE, "", id="a city known by its English name"),
        pytest.param("London", "France", CONFLICT, "", id="a city and a country that has none of that name"),
        pytest.param("Gate One", "Gate Two", CONFLICT, "", id="numbered"),
        pytest.param("Zelinsk", "Zelimsk", CONFLICT, "one letter", id="unknown places a letter apart"),
        pytest.param("Harlow", "Kernwood Road", COMPATIBLE, "", id="a town and a street"),
        pytest.param("Harlow Lane", "Kernwood Road", CONFLICT, "", id="two streets"),
        pytest.param("Avenue SW", "St. SW", COMPATIBLE, "", id="parts of names"),
        pytest.param("Harlow Airport", "Kernwood", COMPATIBLE, "", id="an airport and a town"),
        pytest.param("Camp Two", "Camp 2", VARIANT, "", id="a number in letters"),
        pytest.param("Camp Two", "Camp Three", CONFLICT, "", id="two numbers"),
        pytest.param("Dushaj", "Dusai", Verdict.VARIANT, "", id="as two countries write it"),
        pytest.param("Orlena", "Orlera", Verdict.CONFLICT, "one letter", id="a slip of the keyboard"),
        pytest.param("Gorno Velino", "Gorno Welino", VARIANT, "", id="as Germans write it"),
        pytest.param("Wadi Soreb", "Wadi Surib", VARIANT, "", id="romanised short vowels"),
        pytest.param("Khan Soreb", "Khan Sorib", VARIANT, "", id="opening of a place"),
        pytest.param("Wadi Soreb", "Wadi Sorab", VARIANT, "", id="romanised a and e"),
        pytest.param("Wadi Sorib", "Wadi Sorab", CONFLICT, "one letter", id="no romaniser's a and i"),
        pytest.param("Gorno Velino", "Gorno Velano", CONFLICT, "one letter", id="slip in a Slavic village"),
        pytest.param("Orlec Harbour", "Orlec Harbor", VARIANT, "", id="as Americans write it"),
        pytest.param("Orlec Harbour", "Orlen Harbor", CONFLICT, "", id="another harbour"),
        pytest.param("Sørholm", "Soerholm", VARIANT, "", id="umlauts spelt out"),
        pytest.param("Åvik", "Aavik", VARIANT, "", id="a ring spelt out"),
        pytest.param("Dushala", "Dushalah", VARIANT, "", id="an h that nobody hears"),
        pytest.param("San José", "San Jose", Verdict.VARIANT, "", id="diacritics, of a place in the tables"),
    ],
)
def test_places(left: str, right: str, verdict: Verdict, slip: str) -> None:
    relation = compare_names(name(left, "PLACE"), name(right, "PLACE"))
    assert (relation.verdict, relation.slip) == (verdict, slip)


@pytest.mark.parametrize(
    ("left", "right", "verdict", "slip"),
    [
        pytest.param("UN", "United Nations", COMPATIBLE, "", id="acronym in the tables"),
        pytest.param("HLU", "Harlow Lorry Union", COMPATIBLE, "", id="acronym by its letters"),
        pytest.param("Zelinka and Sohn", "Zelinka & Sohn Shipping", COMPATIBLE, "", id="ampersand"),
        pytest.param("Harlow Ltd", "Harlow", VARIANT, "", id="legal form"),
        pytest.param("Harlow University", "University of Harlow", CONFLICT, "", id="word order"),
        pytest.param("UNICEF", "UNESCO", CONFLICT, "", id="two bodies"),
        pytest.param("Harlow Lorry Union", "Harlov Lorry Union", CONFLICT, "one letter", id="slip"),
        pytest.param("Harlow Ferry Service", "Harlow Ferry Services", VARIANT, "", id="plural"),
        pytest.param("Zelink Lorries", "Zelinks Lorries", CONFLICT, "one letter", id="a name is no plural"),
        pytest.param("Øvre Theatre", "Oevre Theatre", VARIANT, "", id="marked letter spelt out"),
        pytest.param("Øvre Theatre", "Oevra Theatre", CONFLICT, "two letters", id="and another letter"),
        pytest.param("Dar al-Munira", "Dar el-Mounira", VARIANT, "", id="romanised"),
        pytest.param("Dar al-Munira", "Dar al-Manira", CONFLICT, "one letter", id="slip in a romanised name"),
        pytest.param("Bank of England", "England", CONFLICT, "", id="a body is no country"),
    ],
)
def test_organisations(left: str, right: str, verdict: Verdict, slip: str) -> None:
    relation = compare_names(name(left, "ORG"), name(right, "ORG"))
    assert (relation.verdict, relation.slip) == (verdict, slip)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Ada Harlow", "Ada Harlow", "same", id="equal"),
        pytest.param("Ms Ada Harlow", "Ada Harlow", "same", id="title"),
        pytest.param("Harlow, Ada", "Ada Harlow", "same", id="comma"),
        pytest.param("Vladimir Zelinkov", "Wladimir Zelinkov", "variant", id="German transliteration"),
        pytest.param("A. Harlow", "Ada Harlow", "variant", id="initial"),
        pytest.param("Harlow", "Ada Harlow", "variant", id="surname"),
        pytest.param("William (Bill) Harlow", "William Harlow", "same", id="nickname in brackets"),
        pytest.param("AdaHarlow", "Ada Harlow", "misspelling", id="space lost"),
        pytest.param("Ada Harlow", "Aad Harlow", "misspelling", id="letters swapped"),
        pytest.param("Ада Зелинка", "Ада Селинка", "misspelling", id="Cyrillic"),
        pytest.param("Joe Harlow", "Jill Harlow", "different", id="couple"),
        pytest.param("Ada W. Harlow", "Ada H. W. Harlow", "different", id="more initials"),
        pytest.param("Kim Sang Un", "Kim Sang Il", "different", id="short syllables"),
        pytest.param("Ada Harlow Jr.", "Ada Harlow Sr.", "different", id="generations"),
        pytest.param("Omar bin Yusuf Harrani", "Yusuf bin Omar Harrani", "different", id="father and son"),
        pytest.param("Ada", "Ada Harlow", "different", id="given name alone"),
        pytest.param("Rob-il Kangsan", "Rob-Il Kangsan", "same", id="free capital of a syllable"),
        pytest.param("Quist-bergen", "Quist-Bergen", "misspelling", id="capital lost"),
        pytest.param("Jeff Harlow", "Jeffery Harlow", "variant", id="short form of the package"),
        pytest.param("Bartho Harlow", "Bartholomew Harlow", "variant", id="name cut off"),
        pytest.param("Novak Đurin", "Novak Djurin", "variant", id="crossed d"),
        pytest.param("Ada Timoschenko", "Ada Timoshenko", "variant", id="German sch"),
        pytest.param("Paul Harlow", "Paula Harlow", "different", id="brother and sister, a letter apart"),
        pytest.param("Daniel Harlow", "Danielle Harlow", "different", id="brother and sister"),
        pytest.param("Eli Harlow", "Elizabeth Harlow", "different", id="a name of its own, no short form"),
        pytest.param("Susan Harlow", "Hannah Harlow", "different", id="sisters with a rhyming name"),
        pytest.param("山田太郎", "山田次郎", "different", id="Chinese characters are words"),
    ],
)
def test_scores(left: str, right: str, expected: str) -> None:
    likeness, score = score_names(left, right)
    assert likeness == expected
    assert (score >= 0.5) == (expected != "different")


LEFT = [
    "Ada",
    "ada",
    "Joe",
    "Joseph",
    "Harlow",
    "Harlov",
    "Zelinka",
    "Želinka",
    "de",
    "al-Harrani",
    "A.",
    "Jr.",
]
RIGHT = ["Union", "of", "UK", "Texas,", "Dr", "Un", "-", "’s", "X"]
WORDS = st.sampled_from([*LEFT, *RIGHT])
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
KINDS = st.sampled_from(["PERSON", "ORG", "PLACE", "MISC"])


@given(NAMES, NAMES, KINDS, KINDS)
def test_comparison_is_symmetric(left: str, right: str, left_kind: str, right_kind: str) -> None:
    one = compare_names(name(left, left_kind), name(right, right_kind))
    other = compare_names(name(right, right_kind), name(left, left_kind))
    assert (one.verdict, one.slip) == (other.verdict, other.slip)
    assert score_names(left, right) == score_names(right, left)


@given(st.one_of(NAMES, st.text()), KINDS)
def test_every_name_agrees_with_itself(form: str, kind: str) -> None:
    assert compare_names(name(form, kind), name(form, kind)).verdict is AGREE
    assert score_names(form, form) == ("same", 1.0)


@given(st.text(), st.text(), KINDS)
def test_any_two_texts_can_be_compared(left: str, right: str, kind: str) -> None:
    compare_names(name(left, kind), name(right, kind))
    assert 0.0 <= score_names(left, right)[1] <= 1.0


@given(NAMES, NAMES)
def test_only_a_conflict_or_an_exchange_has_a_slip(left: str, right: str) -> None:
    relation = compare_names(name(left), name(right))
    assert not relation.slip or relation.verdict is CONFLICT or relation.slip == EXCHANGED


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param("Transport Ministry", "Transport Minister", COMPATIBLE, id="ministry and minister"),
        pytest.param("Defence Secretariat", "Defence Secretary", COMPATIBLE, id="secretariat and secretary"),
        pytest.param("Transport Ministry", "Transpart Ministry", CONFLICT, id="a slip in a body's name"),
        pytest.param("Transport Minister", "Transpart Minister", CONFLICT, id="a slip in an office"),
    ],
)
def test_a_body_and_who_heads_it(left: str, right: str, verdict: Verdict) -> None:
    assert compare_names(name(left, "ORG"), name(right, "ORG")).verdict is verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param("Silver Road Cup", "Silver Road Weightlifting Cup", COMPATIBLE, id="one word"),
        pytest.param("Lake Orlec Festival", "Lake Orlec Old Film Festival", COMPATIBLE, id="two words"),
        pytest.param("Silver Road Cup", "Silver Lane Weightlifting Cup", CONFLICT, id="another word"),
        pytest.param("Silver Fox Cup", "Silver Weightlifting Crown Cup", CONFLICT, id="words are missing"),
    ],
)
def test_words_left_out_within_a_name(left: str, right: str, verdict: Verdict) -> None:
    assert compare_names(name(left, "PLACE"), name(right, "PLACE")).verdict is verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param("Portugal", "Europe", COMPATIBLE, id="a part of the world"),
        pytest.param("Lisbon", "southern Europe", COMPATIBLE, id="a corner of a part of the world"),
        pytest.param("South Africa", "Kenya", CONFLICT, id="a country named by its continent"),
    ],
)
def test_countries_lie_in_a_part_of_the_world(left: str, right: str, verdict: Verdict) -> None:
    for one, other in ((left, right), (right, left)):
        assert compare_names(name(one, "PLACE"), name(other, "PLACE")).verdict is verdict
