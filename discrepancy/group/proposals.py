"""Which pairs of articles are worth comparing.

Invariant: the work for one article is bounded, whatever the others are: a name that half of the
night's articles carry proposes nothing, and the cost grows with the articles and not with their
square. Articles on one story share rarer terms too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discrepancy.group.similarity import Similarity

if TYPE_CHECKING:
    from discrepancy.group.entries import Floats, Indexes

BUDGET = 1000
"""Articles that the terms of one article may bring up, the rarest terms first. Short articles reach
all their terms; long ones have enough rare ones."""

FORETASTE = 0.25
"""Part of the similarity needed that has to come from these terms for a pair to be compared."""

NEAREST = 50
"""Pairs proposed for one article at most, the most promising ones."""

BLOCK = 512
"""Articles whose candidates are sought at once; bounds the memory of the sparse product."""


def find_links(similarity: Similarity, first: int, limit: float) -> tuple[Indexes, Indexes, Floats]:
    """Pairs with log odds of ``limit`` or more, the later article of each not before ``first``.

    Returns:
        The earlier articles, the later ones and their log odds, every pair once and in order.
    """
    import numpy as np

    matrix = similarity.terms
    spread = np.bincount(matrix.indices, minlength=matrix.shape[1])
    turned = matrix.T.tocsr()
    found = [
        _propose(similarity, turned, spread, range(start, min(start + BLOCK, matrix.shape[0])), limit)
        for start in range(first, matrix.shape[0], BLOCK)
    ]
    size = np.int64(matrix.shape[0])
    pairs = np.unique(np.concatenate([np.zeros(0, np.int64), *(a * size + b for a, b in found)]))
    left, right = pairs // size, pairs % size
    scores = [
        similarity.compare_pairs(
            left[start : start + BLOCK * NEAREST], right[start : start + BLOCK * NEAREST]
        )
        for start in range(0, len(pairs), BLOCK * NEAREST)
    ]
    odds = np.concatenate([np.zeros(0), *scores])
    linked = odds >= limit
    return left[linked], right[linked], odds[linked]


def _propose(
    similarity: Similarity, turned: Any, spread: Indexes, block: range, limit: float
) -> tuple[Indexes, Indexes]:
    """Promising pairs of the articles in ``block`` with any others, smaller index first."""
    import numpy as np

    shared = (_spend(similarity.terms[block.start : block.stop], spread) @ turned).tocoo()
    rows, columns = shared.row.astype(np.int64) + block.start, shared.col.astype(np.int64)
    needed = limit - similarity.expect(rows, columns)
    kept = (columns != rows) & (shared.data >= FORETASTE * needed)
    rows, columns, promise = rows[kept], columns[kept], shared.data[kept]
    order = np.lexsort((columns, -promise, rows))
    rows, columns = rows[order], columns[order]
    rank = np.arange(len(rows)) - np.searchsorted(rows, rows)
    rows, columns = rows[rank < NEAREST], columns[rank < NEAREST]
    return np.minimum(rows, columns), np.maximum(rows, columns)


def _spend(matrix: Any, spread: Indexes) -> Any:
    """The rows with only their rarest terms, as many as the budget pays for."""
    import numpy as np
    from scipy.sparse import csr_matrix

    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    order = np.lexsort((matrix.indices, spread[matrix.indices], rows))
    rows, columns, data = rows[order], matrix.indices[order], matrix.data[order]
    price = np.cumsum(spread[columns], dtype=np.int64)
    before = np.concatenate([[0], price])[matrix.indptr[:-1]]
    paid = price - before[rows] <= BUDGET
    return csr_matrix((data[paid], (rows[paid], columns[paid])), shape=matrix.shape)
