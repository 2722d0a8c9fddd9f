"""How alike texts are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from discrepancy.align.cosines import Analyzer, character_grams, cosines, words

SENTENCES = (
    "The ferry Solvind ran aground off Karsholm with 214 passengers aboard.",
    "Some 214 passengers were aboard the Solvind, which ran aground.",
    "Apple growers near Vellmont count 62m crowns of damage.",
    "A ferry, aground; a captain: silent.",
    "O’Dell’s “café” – naïve?",
)
TEXTS = st.lists(
    st.sampled_from(SENTENCES) | st.text(st.sampled_from("ab é1.,'’-\n"), min_size=1), min_size=2, max_size=8
)


@pytest.mark.parametrize(
    ("analyzer", "like"),
    [
        pytest.param(character_grams, {"analyzer": "char_wb", "ngram_range": (3, 5)}, id="characters"),
        pytest.param(words, {"analyzer": "word"}, id="words"),
    ],
)
@given(texts=TEXTS)
@settings(max_examples=60, deadline=None)
def test_the_same_as_scikit_learn(analyzer: Analyzer, like: dict[str, object], texts: list[str]) -> None:
    texts = [*texts, SENTENCES[0]]
    rows = TfidfVectorizer(sublinear_tf=True, **like).fit_transform(list(dict.fromkeys(texts)))
    expected = (rows @ rows.T).toarray()
    order = [list(dict.fromkeys(texts)).index(text) for text in texts]
    assert np.allclose(cosines(texts, analyzer), expected[order][:, order], atol=1e-12)


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_order_of_texts_is_irrelevant(texts: list[str]) -> None:
    there, back = cosines(texts, character_grams), cosines(texts[::-1], character_grams)
    assert np.allclose(there, back[::-1, ::-1], atol=1e-12)


@pytest.mark.parametrize("texts", [["", ""], ["a"], [". .", "-"]], ids=["empty", "one letter", "no words"])
def test_texts_without_words_are_like_nothing(texts: list[str]) -> None:
    assert not cosines(texts, words).any()
