"""How alike texts are: cosines of what they consist of, rarer parts weighing more.

What ``TfidfVectorizer`` of scikit-learn computes with ``sublinear_tf`` (1 + ln of how often a part
occurs, times 1 + ln((1 + texts) / (1 + texts that have it)), rows of length 1), for the parts that the
alignment looks at. Of our own because importing that takes longer than checking a story of ten articles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from discrepancy.lexicon import REMEMBERED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Analyzer: TypeAlias = Callable[[str], Iterator[str]]
"""A text to its parts."""

SHORTEST, LONGEST = 3, 5
"""Characters of a part of a word."""

_WORD = re.compile(r"\w\w+")


def cosines(texts: Sequence[str], analyzer: Analyzer) -> NDArray[np.float64]:
    """The similarity of every text with every other, from 0 to 1."""
    import numpy as np
    from scipy.sparse import csr_matrix

    distinct = list(dict.fromkeys(texts))
    counts = [Counter(analyzer(text)) for text in distinct]
    # In order of the alphabet, so that sums are rounded alike whatever order the texts come in.
    column = {part: place for place, part in enumerate(sorted(set().union(*counts)))}
    starts = np.cumsum([0, *map(len, counts)])
    columns = np.array([column[part] for count in counts for part in count], dtype=np.int32)
    often = np.array([number for count in counts for number in count.values()], dtype=np.float64)
    spread = np.bincount(columns, minlength=len(column))
    rarity = np.log((1 + len(distinct)) / (1 + spread)) + 1
    values = (np.log(often) + 1) * rarity[columns]
    matrix = csr_matrix((values, columns, starts), shape=(len(distinct), len(column)))
    matrix.sort_indices()
    owner = np.repeat(np.arange(len(distinct)), np.diff(starts))
    length = np.sqrt(np.bincount(owner, matrix.data**2, len(distinct)))
    matrix.data /= np.maximum(length, 1e-300)[owner]
    square: NDArray[np.float64] = (matrix @ matrix.T).toarray()
    row = {text: index for index, text in enumerate(distinct)}
    order = [row[text] for text in texts]
    return square[order][:, order]


def words(text: str) -> Iterator[str]:
    """Words of two characters or more, in lower case."""
    return iter(_WORD.findall(text.lower()))


def character_grams(text: str) -> Iterator[str]:
    """Parts of words, `SHORTEST` to `LONGEST` characters long, a space before and behind each word."""
    for word in text.lower().split():
        yield from _grams(word)


@lru_cache(maxsize=REMEMBERED)
def _grams(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    found: list[str] = []
    for size in range(SHORTEST, LONGEST + 1):
        found += (padded[start : start + size] for start in range(max(len(padded) - size, 0) + 1))
        if len(padded) <= size:  # it is told whole, once
            break
    return tuple(found)
