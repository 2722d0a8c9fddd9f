"""What words look like in plain letters."""

from __future__ import annotations

import unicodedata

import pytest

from discrepancy.lexicon import read_table
from discrepancy.lexicon.letters import fold, spell_out

RENDERINGS = read_table("letters")["renderings"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("Harlow", {"harlow"}, id="plain"),
        pytest.param("Møll", {"moll", "moell"}, id="one letter"),
        pytest.param("Kjær", {"kjaer", "kjar", "kjer"}, id="more than two"),
        pytest.param("Đurć", {"durc", "durch", "djurc", "djurch"}, id="each letter by itself"),
        pytest.param("O’Quín", {"oquin"}, id="apostrophe and accent"),
    ],
)
def test_words_in_plain_letters(word: str, expected: set[str]) -> None:
    assert spell_out(word) == expected
    assert spell_out(unicodedata.normalize("NFD", word)) == expected


def test_a_word_of_many_marked_letters_has_few_renderings() -> None:
    many = spell_out("čččččččččč")
    assert fold("čččččččččč") in many
    assert len(many) <= 256


@pytest.mark.parametrize("letter", RENDERINGS)
def test_every_rendering_is_another(letter: str) -> None:
    assert not letter.isascii()
    assert letter == unicodedata.normalize("NFC", letter)
    told = [fold(letter), *RENDERINGS[letter]]
    assert len(set(told)) == len(told) > 1
    assert all(plain.isascii() and plain.islower() for plain in told)
