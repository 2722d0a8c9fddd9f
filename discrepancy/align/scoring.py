"""How sure the features make us that two claims answer one question.

A logistic model: every weight is a number in ``weights.json`` that can be read and argued with.
``benchmarks/train_alignment.py`` learns them, split by story; those of ``places.json``, which are of
places alone, ``benchmarks/train_strays.py``.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files
from operator import mul
from typing import Any

from discrepancy.model import Weighted

_FILES = ("places.json", "weights.json")


@cache
def read_weights() -> dict[str, Any]:
    """The learned weights: model name → feature → weight, with the intercept as "bias"."""
    weights: dict[str, Any] = {}
    for name in _FILES:
        weights |= json.loads(files("discrepancy.align").joinpath(name).read_text(encoding="utf-8"))
    return weights


@cache
def _row(model: str, names: tuple[str, ...]) -> tuple[float, tuple[float, ...]]:
    table: Any = read_weights()
    for part in model.split("."):
        table = table[part]
    return float(table["bias"]), tuple(float(table.get(name, 0.0)) for name in names)


def score(model: str, names: tuple[str, ...], features: tuple[float, ...]) -> float:
    """Probability from 0 to 1 by the model called ``model``.

    Args:
        model: ``same.number`` and the like, by sort of value (two claims answer one question), or
            ``rival`` (two clashing facts do, and nothing explains them).
        names: What each feature is called.
        features: Their values.
    """
    bias, weights = _row(model, names)
    if len(weights) != len(features):
        raise ValueError(f"{len(features)} features for {len(weights)} weights")
    total = bias + sum(map(mul, weights, features))
    return 1.0 / (1.0 + math.exp(-total))


def contributions(model: str, names: tuple[str, ...], features: tuple[float, ...]) -> Weighted:
    """What each feature adds to the score by the model called ``model``, heaviest first.

    The unit is the natural logarithm of the odds; their sum with the bias is what :func:`score`
    turns into a probability. Features that add nothing are left out.
    """
    _, weights = _row(model, names)
    added = ((name, round(w * x, 3)) for name, w, x in zip(names, weights, features, strict=True))
    return tuple(sorted((item for item in added if item[1]), key=lambda item: (-abs(item[1]), item[0])))
