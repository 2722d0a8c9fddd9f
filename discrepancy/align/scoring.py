"""How sure the features make us that two claims answer one question.

A logistic model: every weight is a number in ``weights.json`` that can be read and argued with.
``benchmarks/train_alignment.py`` learns them, split by story.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files
from typing import Any

from discrepancy.align.features import FEATURES
from discrepancy.model import Claim


@cache
def read_weights() -> dict[str, Any]:
    """The learned weights: model name → feature → weight, with the intercept as "bias"."""
    text = files("discrepancy.align").joinpath("weights.json").read_text(encoding="utf-8")
    weights: dict[str, Any] = json.loads(text)
    return weights


@cache
def _row(model: str, names: tuple[str, ...]) -> tuple[float, tuple[float, ...]]:
    table = read_weights()[model]
    return float(table["bias"]), tuple(float(table.get(name, 0.0)) for name in names)


def score_same(left: Claim, right: Claim, features: tuple[float, ...]) -> float:
    """Probability from 0 to 1 that the two claims answer one question, by their words alone."""
    return _logistic("same", FEATURES, features)


def score_rival(features: tuple[float, ...]) -> float:
    """Probability from 0 to 1 that two clashing facts answer one question and are not explained."""
    from discrepancy.align.rivals import RIVAL_FEATURES

    return _logistic("rival", RIVAL_FEATURES, features)


def _logistic(model: str, names: tuple[str, ...], features: tuple[float, ...]) -> float:
    bias, weights = _row(model, names)
    total = bias + sum(w * x for w, x in zip(weights, features, strict=True))
    return 1.0 / (1.0 + math.exp(-total))
