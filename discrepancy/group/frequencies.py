"""In how many articles every term stands: what it is worth, and whether it is a name.

Invariant: the table is kept with the run that used it and grows by whole runs, so that a story
found last week is held to the same scale tonight, whatever order tonight's articles come in.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from discrepancy.group.copies import find_copies
from discrepancy.group.terms import HASHED, Sort, Terms, read_blocks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from discrepancy.group.terms import Rows

    _Floats: TypeAlias = NDArray[np.floating[Any]]
    _Counts: TypeAlias = tuple[NDArray[np.uint32], _Floats, _Floats]

MEMORY = 20_000.0
"""Articles that a table brings into the next run; a larger one shrinks in proportion, so that old
news fades and the table stays small."""

_FADED = 0.5
"""Articles below which a term is forgotten."""

_TOTAL = struct.Struct("<d")


@dataclass(frozen=True, slots=True, eq=False)
class Frequencies:
    """Document frequencies of the terms met so far.

    Attributes:
        total: How many articles were counted.
        keys: The terms, ascending.
        spread: In how many articles each stands.
        excess: By how much its occurrences as a name outweigh the others; positive for names.
    """

    total: float
    keys: NDArray[np.uint32]
    spread: NDArray[np.float32]
    excess: NDArray[np.float32]

    @classmethod
    def empty(cls) -> Frequencies:
        """The table before the first run."""
        import numpy as np

        return cls(0.0, np.zeros(0, np.uint32), np.zeros(0, np.float32), np.zeros(0, np.float32))

    def add(self, articles: Iterable[Terms]) -> Frequencies:
        """The table after one more run; in which order its articles come does not matter.

        Copies of one text count as one article.
        """
        import numpy as np

        given = sorted(articles, key=lambda article: article.rows)
        texts = [given[place] for place in sorted(set(find_copies(given)))]
        old = self._fade()
        blocks = [_sum([_count(rows)]) for _, rows, _ in read_blocks(texts)]
        # Tonight's by themselves first: quarters of whole numbers, which in no order are rounded.
        keys, spread, excess = _sum([(old.keys, old.spread, old.excess), _sum(blocks)])
        return Frequencies(old.total + len(texts), keys, spread.astype(np.float32), excess.astype(np.float32))

    def look_up(self, keys: NDArray[np.uint32]) -> NDArray[np.int64]:
        """The places of ``keys`` in the table; its length for those that it does not hold."""
        import numpy as np

        places = np.searchsorted(self.keys, keys)
        if len(self.keys):
            places[self.keys[np.minimum(places, len(self.keys) - 1)] != keys] = len(self.keys)
        return places

    def _fade(self) -> Frequencies:
        if self.total <= MEMORY:
            return self
        part = MEMORY / self.total
        kept = self.spread * part >= _FADED
        return Frequencies(MEMORY, self.keys[kept], self.spread[kept] * part, self.excess[kept] * part)

    def pack(self) -> bytes:
        """The table as bytes, to be stored with the run; 12 bytes a term."""
        parts = (self.keys.astype("<u4"), self.spread.astype("<f4"), self.excess.astype("<f4"))
        return _TOTAL.pack(self.total) + b"".join(part.tobytes() for part in parts)

    @classmethod
    def unpack(cls, data: bytes) -> Frequencies:
        """What `pack` made.

        Raises:
            ValueError: The bytes are no such table.
        """
        import numpy as np

        if len(data) < _TOTAL.size or (len(data) - _TOTAL.size) % 12:
            raise ValueError(f"{len(data)} bytes are no table of frequencies")
        (total,) = _TOTAL.unpack_from(data)
        size = (len(data) - _TOTAL.size) // 3
        parts = [
            np.frombuffer(data, kind, size // 4, _TOTAL.size + number * size)
            for number, kind in enumerate(("<u4", "<f4", "<f4"))
        ]
        return cls(total, *parts)


def _count(rows: Rows) -> _Counts:
    """Each of the rows that counts, by itself."""
    import numpy as np

    told = rows[rows["key"] < Sort.PLACE << HASHED]
    return told["key"], np.ones(len(told)), (2.0 * told["named"] - told["count"]) / 4


def _sum(tables: Sequence[_Counts]) -> _Counts:
    """All tables as one, with each term once."""
    import numpy as np

    if not tables:
        return np.zeros(0, np.uint32), np.zeros(0), np.zeros(0)
    keys, spread, excess = (np.concatenate(parts) for parts in zip(*tables, strict=True))
    distinct, places = np.unique(keys, return_inverse=True)
    return (
        distinct,
        np.bincount(places, spread, len(distinct)).astype(np.float64),
        np.bincount(places, excess, len(distinct)).astype(np.float64),
    )
