"""How alike texts are: cosines of what they consist of, rarer parts weighing more.

What ``TfidfVectorizer`` of scikit-learn computes with ``sublinear_tf`` (1 + ln of how often a part
occurs, times 1 + ln((1 + texts) / (1 + texts that have it)), rows of length 1), for the parts that the
alignment looks at. Of our own because importing that takes longer than checking a story of ten articles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from discrepancy.lexicon import REMEMBERED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

SHORTEST, LONGEST = 3, 5
"""Characters of a part of a word."""

_WORD = re.compile(r"\w\w+")


@dataclass(frozen=True, slots=True)
class Analyzer:
    """What texts are made of.

    Attributes:
        split: A text to its words.
        take_apart: A word to its parts, with how often it has each.
    """

    split: Callable[[str], list[str]]
    take_apart: Callable[[str], Mapping[str, int]]


def cosines(texts: Sequence[str], analyzer: Analyzer) -> NDArray[np.float64]:
    """The similarity of every text with every other, from 0 to 1."""
    import numpy as np

    distinct = list(dict.fromkeys(texts))
    matrix = _count_parts(distinct, analyzer)
    # In order of the alphabet, so that sums are rounded alike whatever order the texts come in.
    matrix.sort_indices()
    spread = np.bincount(matrix.indices, minlength=matrix.shape[1])
    rarity = np.log((1 + len(distinct)) / (1 + spread)) + 1
    matrix.data = (np.log(matrix.data) + 1) * rarity[matrix.indices]
    owner = np.repeat(np.arange(len(distinct)), np.diff(matrix.indptr))
    length = np.sqrt(np.bincount(owner, matrix.data**2, len(distinct)))
    matrix.data /= np.maximum(length, 1e-300)[owner]
    square: NDArray[np.float64] = (matrix @ matrix.T).toarray()
    row = {text: index for index, text in enumerate(distinct)}
    order = [row[text] for text in texts]
    return square[order][:, order]


def _count_parts(texts: Sequence[str], analyzer: Analyzer) -> csr_matrix:
    """How often each part occurs in each text; a word is taken apart once, however many texts have it."""
    counts = [Counter(analyzer.split(text)) for text in texts]
    made_of = {word: analyzer.take_apart(word) for word in dict.fromkeys(chain(*counts))}
    return _tabulate(counts, list(made_of)) @ _tabulate(
        list(made_of.values()), sorted(set().union(*made_of.values()))
    )


def _tabulate(rows: Sequence[Mapping[str, int]], columns: Sequence[str]) -> csr_matrix:
    import numpy as np
    from scipy.sparse import csr_matrix

    place = {name: number for number, name in enumerate(columns)}
    numbers = np.array([place[name] for row in rows for name in row], dtype=np.int32)
    often = np.array([number for row in rows for number in row.values()], dtype=np.float64)
    starts = np.cumsum([0, *map(len, rows)])
    return csr_matrix((often, numbers, starts), shape=(len(rows), len(columns)))


@lru_cache(maxsize=REMEMBERED)
def _find_grams(word: str) -> Mapping[str, int]:
    padded = f" {word} "
    found: list[str] = []
    for size in range(SHORTEST, LONGEST + 1):
        found += (padded[start : start + size] for start in range(max(len(padded) - size, 0) + 1))
        if len(padded) <= size:  # it is told whole, once
            break
    return Counter(found)


words = Analyzer(lambda text: _WORD.findall(text.lower()), lambda word: {word: 1})
"""Words of two characters or more, in lower case."""

character_grams = Analyzer(lambda text: text.lower().split(), _find_grams)
"""Parts of words, `SHORTEST` to `LONGEST` characters long, a space before and behind each word."""
