"""What word vectors tell of words, and what a sentence tells of a name."""

from __future__ import annotations

import pytest

from discrepancy.extract.names.likeness import is_common, is_given_like, is_like_person, name_likeness
from discrepancy.extract.names.usage import is_subject, is_thing
from tests.reading import read


@pytest.mark.parametrize("word", ["Fisher", "Burke", "Berman", "Sugimoto", "Jessica", "JESSICA"])
def test_names_are_like_names(word: str) -> None:
    like = name_likeness(word)
    assert like is not None
    assert like.person > max(like.place, 0.25)


@pytest.mark.parametrize("word", ["Airline", "Directory", "Crime", "Congress", "Tide", "Software"])
def test_things_are_not(word: str) -> None:
    like = name_likeness(word)
    assert like is not None
    assert like.person < 0.08


def test_a_word_without_a_vector_is_like_nothing() -> None:
    assert name_likeness("Vasquarrelindo") is None
    assert not is_given_like("Vasquarrelindo")


def test_shares_are_shares() -> None:
    for word in ("Brown", "London", "Victor", "table"):
        like = name_likeness(word)
        assert like is not None
        assert min(like.given, like.surname, like.place) >= 0
        assert like.person + like.place <= 1.002


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(["victor", "fisher"], True, id="given name and surname"),
        pytest.param(["tembolin", "vasquarre"], True, id="both unknown"),
        pytest.param(["jessica", "central"], True, id="a given name before anything"),
        pytest.param(["active", "directory"], False, id="common words"),
        pytest.param(["tembolin", "central"], False, id="a common word behind an unknown one"),
        pytest.param(["air", "vasquarre"], False, id="a common word before an unknown one"),
        pytest.param(["lagoon", "indonesia"], False, id="a country last"),
    ],
)
def test_words_of_people(words: list[str], expected: bool) -> None:
    assert is_like_person(words) is expected


def test_common_words() -> None:
    assert is_common("Crime")
    assert not is_common("Vasquarre")


@pytest.mark.parametrize(
    ("text", "name", "subject", "thing"),
    [
        pytest.param("Vasquarre told the court so.", "Vasquarre", True, False, id="subject"),
        pytest.param("They gave it to Vasquarre on Monday.", "Vasquarre", False, False, id="object"),
        pytest.param("It was the Vasquarre that sank.", "Vasquarre", False, True, id="article"),
        pytest.param("The Marrowby engines were late.", "Marrowby", False, True, id="says which"),
    ],
)
def test_usage(text: str, name: str, subject: bool, thing: bool) -> None:
    sentence = read(text).sentences[0]
    first = next(index for index, token in enumerate(sentence.tokens) if token.text == name)
    assert is_subject(sentence, first + 1) is subject
    assert is_thing(sentence, first, first + 1) is thing
