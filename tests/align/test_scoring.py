"""The learned models can be read: their score is the sum of what each feature adds."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.align.features import FEATURES
from discrepancy.align.scoring import contributions, read_weights, score

vectors = st.lists(st.floats(0, 1), min_size=len(FEATURES), max_size=len(FEATURES)).map(tuple)


@given(vectors)
def test_contributions_add_up_to_the_score(features: tuple[float, ...]) -> None:
    total = float(read_weights()["same"]["date"]["bias"]) + sum(
        weight for _, weight in contributions("same.date", FEATURES, features)
    )
    assert score("same.date", FEATURES, features) == pytest.approx(1 / (1 + math.exp(-total)), abs=0.01)


@given(vectors)
def test_the_heaviest_come_first(features: tuple[float, ...]) -> None:
    weights = [abs(weight) for _, weight in contributions("same.date", FEATURES, features)]
    assert weights == sorted(weights, reverse=True)
    assert all(weights)
