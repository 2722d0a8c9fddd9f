"""Numbers in digits and words, ranges, shares, ordinals."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.extract.numerals import find_numerals, parse_numeral, read_roman

ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@pytest.mark.parametrize(
    ("text", "number", "step"),
    [
        pytest.param("6,655", "6655", "1", id="comma"),
        pytest.param("4,300", "4300", "100", id="trailing-zeros-say-nothing"),
        pytest.param("2 360 418", "2360418", "1", id="spaces"),
        pytest.param("2.360.418", "2360418", "1", id="points"),
        pytest.param("2'360'418", "2360418", "1", id="apostrophes"),
        pytest.param("12,00,000", "1200000", "100000", id="indian-grouping"),
        pytest.param("13.8 million", "13800000", "100000", id="decimal-and-scale"),
        pytest.param("1,5 million", "1500000", "100000", id="decimal-comma-before-scale"),
        pytest.param(".004", "0.004", "0.001", id="no-leading-nought"),
        pytest.param("27.4bn", "27400000000", "100000000", id="abbreviated-scale"),
        pytest.param("3 lakh", "300000", "100000", id="lakh"),
        pytest.param("3,120 crore", "31200000000", "100000000", id="crore"),
        pytest.param("1.5 lakh crore", "1500000000000", "100000000000", id="two-scales"),
        pytest.param("1.4 billions", "1400000000", "100000000", id="plural-scale"),
        pytest.param("a quarter million", "250000", "75000", id="quarter-million"),
        pytest.param("quarter million", "250000", "75000", id="quarter-million-without-article"),
        pytest.param("nought point five", "0.5", "0.1", id="nought-point"),
        pytest.param("2½", "2.5", "0.5", id="glyph"),
        pytest.param("5 1/2", "5.5", "0.5", id="typed-fraction"),
        pytest.param("nine", "9", "1", id="word"),
        pytest.param("twenty-three", "23", "1", id="hyphenated-words"),
        pytest.param("two hundred and five", "205", "1", id="and-in-words"),
        pytest.param("one hundred and twenty thousand", "120000", "10000", id="and-before-scale"),
        pytest.param("two million three hundred thousand", "2300000", "100000", id="two-groups"),
        pytest.param("two point four billion", "2400000000", "100000000", id="spoken-decimal"),
        pytest.param("two dozen", "24", "12", id="dozen"),
        pytest.param("a dozen", "12", "12", id="a-dozen"),
        pytest.param("half a dozen", "6", "6", id="half-a-dozen"),
        pytest.param("half a million", "500000", "500000", id="half-a-million"),
        pytest.param("a million and a half", "1500000", "500000", id="million-and-a-half"),
        pytest.param("two-and-a-half", "2.5", "0.5", id="hyphenated-half"),
        pytest.param("sixteen and a half", "16.5", "0.5", id="and-a-half"),
        pytest.param("three and a half million", "3500000", "500000", id="half-before-scale"),
        pytest.param("a quarter of a million", "250000", "75000", id="quarter-of-a-million"),
        pytest.param("minus 5", "-5", "1", id="minus"),
        pytest.param("third", "3", "1", id="ordinal-word"),
        pytest.param("31st", "31", "1", id="ordinal-digits"),
        pytest.param("thirty-first", "31", "1", id="ordinal-compound"),
        pytest.param("a quarter", "0.25", "0.075", id="quarter"),
        pytest.param("three-quarters", "0.75", "0.125", id="three-quarters"),
        pytest.param("four in five", "0.8", "0.1", id="in"),
        pytest.param("eight out of 10", "0.8", "0.05", id="out-of"),
        pytest.param("one in 40", "0.025", "0.0025", id="one-in"),
    ],
)
def test_one_number(text, number, step):
    numeral = parse_numeral(text)
    assert numeral is not None
    assert numeral.numbers == (Decimal(number),)
    assert numeral.low == numeral.high == Decimal(number)
    assert numeral.step == Decimal(step)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("10-15", 10, 15, id="hyphen"),
        pytest.param("10–15", 10, 15, id="dash"),
        pytest.param("10 to 12", 10, 12, id="to"),
        pytest.param("between 3 and 5", 3, 5, id="between"),
        pytest.param("five or six", 5, 6, id="or"),
        pytest.param("1.5 to 2 million", 1500000, 2000000, id="scale-belongs-to-both"),
        pytest.param("8- to 16", 8, 16, id="hanging-hyphen"),
        pytest.param("between one hundred and two hundred", 100, 200, id="and-of-between"),
    ],
)
def test_range(text, low, high):
    numeral = parse_numeral(text)
    assert numeral is not None
    assert numeral.is_range
    assert (numeral.low, numeral.high) == (low, high)
    assert numeral.numbers == (low, high)


@pytest.mark.parametrize(
    ("text", "numbers", "high"),
    [
        pytest.param("dozens", (12, 120), 120, id="dozens"),
        pytest.param("hundreds", (100, 1000), 1000, id="hundreds"),
        pytest.param("thousands", (1000, 10000), 100000, id="thousands-may-be-many"),
        pytest.param("tens of thousands", (10000, 100000), 100000, id="tens-of-thousands"),
        pytest.param("several hundred", (300, 900), 900, id="several-hundred"),
        pytest.param("a few dozen", (24, 108), 108, id="a-few-dozen"),
    ],
)
def test_vague_plural(text, numbers, high):
    numeral = parse_numeral(text)
    assert numeral is not None
    assert numeral.form == "vague"
    assert numeral.numbers == numbers
    assert numeral.high == high


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The score was 9-4.", ["9", "4"], id="falling-pair-is-no-range"),
        pytest.param("It rose from 61 to 78 percent.", ["61", "78"], id="change-is-no-range"),
        pytest.param("Prices ranging from 61 to 78 euros", ["61 to 78"], id="ranging-is-a-range"),
        pytest.param("a third man", ["third"], id="a-third-man"),
        pytest.param("a third of them", ["a third"], id="a-third-of"),
        pytest.param("He won two in three days.", ["two", "three"], id="in-days-is-no-ratio"),
        pytest.param("one in 2019 and 4 after", ["one", "2019", "4"], id="in-a-year-is-no-ratio"),
        pytest.param("one billion and a half million", ["one billion", "a half million"], id="two-numbers"),
        pytest.param("five billion and three quarters", ["five billion", "three quarters"], id="and-a-share"),
        pytest.param("it is 1 414 021 100 now", ["1 414 021 100"], id="spaced-thousands"),
        pytest.param("a man and an hour", [], id="article-is-no-number"),
        pytest.param("the Phase III trial", ["III"], id="roman-after-phase"),
        pytest.param("Queen Anna III spoke", [], id="roman-after-name"),
        pytest.param("call 0400 555 017 now", ["0400", "555", "017"], id="telephone-groups-stay-apart"),
    ],
)
def test_found_in_text(text, expected):
    assert [text[n.start : n.end] for n in find_numerals(text)] == expected


def test_letter_after_digits_is_left_open():
    (numeral,) = find_numerals("3.5m")
    assert (numeral.numbers, numeral.suffix, numeral.end) == ((Decimal("3.5"),), "m", 3)
    assert numeral.expand().numbers == (Decimal(3500000),)
    assert numeral.expand().end == 4


@pytest.mark.parametrize(
    ("text", "value"),
    [pytest.param("IV", 4, id="IV"), pytest.param("IX", 9, id="IX"), pytest.param("XIV", 14, id="XIV")],
)
def test_roman(text, value):
    assert read_roman(text) == value


def spell(number: int) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        rest = number % 10
        return TENS[number // 10 - 2] + (f"-{ONES[rest]}" if rest else "")
    for size, word in ((1000000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            link = " and " if rest < 100 else " "
            return f"{spell(number // size)} {word}" + (link + spell(rest) if rest else "")
    raise AssertionError(number)


@given(st.integers(min_value=0, max_value=999_999_999))
def test_spelled_number_is_read_back(number):
    numeral = parse_numeral(spell(number))
    assert numeral is not None
    assert numeral.low == number


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_number_is_read_back(number):
    numeral = parse_numeral(f"{number:,}")
    assert numeral is not None
    assert numeral.low == number
    assert number % numeral.step == 0


PIECES = [
    "a",
    "and",
    "half",
    "two",
    "dozen",
    "to",
    "10",
    "-",
    "m",
    "third",
    "of",
    "in",
    "million",
    " ",
    ",",
    "point",
    "½",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_numerals_are_in_order_and_apart(pieces):
    text = " ".join(pieces)
    found = find_numerals(text)
    assert all(a.stop <= b.start for a, b in pairwise(found))
    assert all(n.low <= n.high and n.step > 0 for n in found)


@pytest.mark.parametrize(
    "text",
    [
        "In the Hundred Years War",
        "trapped inside the Cape Hundred river bend",
        "Hundred",
        "The Thousand Islands",
        "million million",
        "a the hundred and and point",
    ],
)
def test_reading_always_moves_on(text: str) -> None:
    """Once a scale word alone, after a word that does not join it, held the reader in place for ever."""
    found = find_numerals(text)
    assert [n.start for n in found] == sorted({n.start for n in found})
