"""Word vectors: symmetric, bounded, silent about words they do not know."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.vectors import information, similarity, similarity_matrix

UNKNOWN = "zzqqxv"
WORDS = ("ferry", "ship", "killed", "dead", "tax", "percent", "the", "bridge", "minister", UNKNOWN)

words = st.sampled_from(WORDS)


@given(words, words)
@settings(max_examples=100, derandomize=True, deadline=None)
def test_similarity_is_symmetric_and_bounded(left: str, right: str) -> None:
    assert similarity(left, right) == pytest.approx(similarity(right, left))
    assert -1.0001 <= similarity(left, right) <= 1.0001
    assert similarity(left, left) == 1


@pytest.mark.parametrize(
    ("near", "word", "far"),
    [
        pytest.param("ship", "ferry", "percent", id="ferry"),
        pytest.param("dead", "killed", "tax", id="killed"),
        pytest.param("injured", "wounded", "bridge", id="wounded"),
        pytest.param("april", "march", "ferry", id="month"),
    ],
)
def test_near_words_are_nearer(near: str, word: str, far: str) -> None:
    assert similarity(word, near) > 0.5 > similarity(word, far)


@pytest.mark.parametrize("word", WORDS[:-1])
def test_an_unknown_word_is_like_no_other(word: str) -> None:
    assert similarity(UNKNOWN, word) == 0


@given(st.lists(words, max_size=6))
@settings(max_examples=50, derandomize=True, deadline=None)
def test_matrix_is_the_pairs(chosen: list[str]) -> None:
    matrix = similarity_matrix(chosen)
    assert matrix.shape == (len(chosen), len(chosen))
    assert np.allclose(matrix, matrix.T, atol=1e-6)
    for i, left in enumerate(chosen):
        for j, right in enumerate(chosen):
            if left != right or i == j:
                assert matrix[i, j] == pytest.approx(similarity(left, right), abs=1e-5)


def test_rare_words_say_more() -> None:
    assert information("the") < information("minister") < information("ferry") < information(UNKNOWN) == 1


@given(words)
def test_information_is_a_share(word: str) -> None:
    assert 0 <= information(word) <= 1
