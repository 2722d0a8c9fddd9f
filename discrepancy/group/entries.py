"""Articles as rows of sparse matrices: what they share is a matter of dot products.

Invariant: a row depends on its article and on the table of frequencies, never on the other rows;
only columns that could join nothing are left out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from discrepancy.group.frequencies import Frequencies
from discrepancy.group.terms import BLOCK, HASHED, ONCE, Sort, Terms, read_rows
from discrepancy.instants import in_utc

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.floating[Any]]
    Indexes: TypeAlias = NDArray[np.integer[Any]]

BACKGROUND = 600.0
"""Imagined everyday articles added to every batch: document frequencies mean something in a batch
of two, and in a batch of thousands its own take over."""

SUPPORT = 3.0
"""Imagined unshared terms in every channel: a cosine of two names each is no evidence."""


_EPOCH = date(1970, 1, 1).toordinal()


class _Channel(NamedTuple):
    """One sort of term: its share of everyday articles and the weight of its cosine."""

    share: float
    weight: float


# Shares are round estimates; tenfold changes moved nothing. Weights: see `similarity`.
_FULL_NAME, _NAME, _WORD, _NUMBER = range(4)
_CHANNELS = (_Channel(0.001, 1.9), _Channel(0.003, 20.8), _Channel(0.04, 6.1), _Channel(0.02, 18.2))


@dataclass(frozen=True, slots=True)
class Entry:
    """What grouping needs to know of one article.

    Attributes:
        terms: Its terms.
        published: Publication time (naive when no zone was given), or None.
    """

    terms: Terms
    published: datetime | None = None


class Matrices:
    """The entries' terms, one row for each.

    Attributes:
        terms: Terms that several entries share; the dot product of two rows is the weighted sum of
            the channels' cosines.
        words: How many distinct words each entry has.
        days: Publication times in days since 1970, UTC; NaN where unknown.
        dates: The days of the year that each tells of, weekdays resolved; ones and zeros.
        places: The countries and states that each names; ones and zeros.
    """

    def __init__(self, entries: Sequence[Entry], frequencies: Frequencies) -> None:
        import numpy as np

        size = len(entries)
        blocks = [
            _Block(entries[start : start + BLOCK], start, frequencies) for start in range(0, size, BLOCK)
        ]
        self.terms = _join(blocks, size, len(frequencies.keys))
        self.words: Indexes = np.concatenate([np.zeros(0, np.int64), *(block.words for block in blocks)])
        self.places = _mark([block.places for block in blocks], size)
        self.dates = _mark([block.dates for block in blocks], size)
        self.days: Floats = np.array([read_day(entry.published) for entry in entries], dtype=np.float64)


class _Block:
    """Some entries' terms as parallel arrays, weighed; small enough for what that needs besides."""

    def __init__(self, entries: Sequence[Entry], start: int, frequencies: Frequencies) -> None:
        import numpy as np

        rows, lengths = read_rows(entry.terms for entry in entries)
        owner = np.repeat(np.arange(len(entries), dtype=np.int32), lengths)
        sort = (rows["key"] >> HASHED).astype(np.int8)
        code = (rows["key"] & (1 << HASHED) - 1).astype(np.int32)
        scored, placed, dated = sort < Sort.PLACE, sort == Sort.PLACE, sort == Sort.DATE
        self.owner = owner[scored] + start
        self.term, self.value, self.words = _weigh(rows[scored], owner[scored], len(entries), frequencies)
        self.places = owner[placed] + start, code[placed]
        resolved, days = _resolve(owner[dated], code[dated], entries)
        self.dates = resolved + start, days


def _weigh(rows: Any, owner: Indexes, size: int, frequencies: Frequencies) -> tuple[Indexes, Floats, Indexes]:
    """Each term's place in the table and its weight, and the number of distinct words of each entry."""
    import numpy as np

    place = frequencies.look_up(rows["key"])
    # What the table has forgotten counts as a word seen once; no new article can share it.
    excess = np.append(frequencies.excess, np.float32(0))[place]
    spread = np.append(frequencies.spread, np.float32(1))[place]
    channel = np.array([_WORD, _FULL_NAME, _NUMBER], dtype=np.int8)[rows["key"] >> HASHED]
    channel[(channel == _WORD) & (excess > 0)] = _NAME
    shares = BACKGROUND * np.array([part.share for part in _CHANNELS])
    idf = np.log((frequencies.total + BACKGROUND) / (spread + shares[channel]))
    idf[(channel == _FULL_NAME) & (excess < 0)] = 0.0  # capitals of headlines only
    values = np.log2(1 + rows["count"] / ONCE) * idf
    row = owner * len(_CHANNELS) + channel
    squares = np.bincount(row, values**2, size * len(_CHANNELS)).reshape(size, -1) + _support(shares)
    scale = np.sqrt(np.array([part.weight for part in _CHANNELS]) / squares).ravel()
    words = np.bincount(owner[(channel == _NAME) | (channel == _WORD)], minlength=size)
    return place.astype(np.int32), (values * scale[row]).astype(np.float32), words


def _join(blocks: Sequence[_Block], size: int, table: int) -> Any:
    """One matrix of the terms that several entries share."""
    import numpy as np
    from scipy.sparse import csr_matrix

    spread = np.zeros(table + 1, dtype=np.int32)
    for block in blocks:
        spread += np.bincount(block.term, minlength=table + 1).astype(np.int32)
    shared = spread > 1
    shared[-1] = False
    column = (np.cumsum(shared) - 1).astype(np.int32)
    kept = [(block, shared[block.term]) for block in blocks]
    owner = np.concatenate([np.zeros(0, np.int32), *(block.owner[some] for block, some in kept)])
    starts = np.zeros(size + 1, dtype=np.int32)
    np.cumsum(np.bincount(owner, minlength=size), out=starts[1:])
    columns = np.concatenate([np.zeros(0, np.int32), *(column[block.term[some]] for block, some in kept)])
    data = np.concatenate([np.zeros(0, np.float32), *(block.value[some] for block, some in kept)])
    return csr_matrix((data, columns, starts), shape=(size, int(shared.sum())))


def _support(shares: Floats) -> Floats:
    import numpy as np

    support: Floats = SUPPORT * np.log(BACKGROUND / (1 + shares)) ** 2
    return support


def _mark(parts: Sequence[tuple[Indexes, Indexes]], size: int) -> Any:
    """A matrix with a one for each code of each entry."""
    import numpy as np
    from scipy.sparse import csr_matrix

    owner = np.concatenate([np.zeros(0, np.int32), *(part[0] for part in parts)])
    code = np.concatenate([np.zeros(0, np.int32), *(part[1] for part in parts)])
    codes, column = np.unique(code, return_inverse=True)
    marks = csr_matrix((np.ones(len(owner), np.float32), (owner, column)), shape=(size, len(codes) or 1))
    marks.data[:] = 1  # where a weekday and a date are one day
    return marks


def _resolve(owner: Indexes, code: Indexes, entries: Sequence[Entry]) -> tuple[Indexes, Indexes]:
    """The days told: those given by month, and for weekdays the last one up to the publication."""
    import numpy as np

    unknown = np.int64(-1)
    published = np.array(
        [unknown if e.published is None else e.published.date().toordinal() for e in entries], dtype=np.int64
    )[owner]
    weekday = code < 7
    kept = ~weekday | (published != unknown)
    owner, code, published, weekday = owner[kept], code[kept], published[kept], weekday[kept]
    # Day 1 of the calendar was a Monday.
    told = published - (published - 1 - code) % 7 - _EPOCH
    months = told.astype("datetime64[D]").astype("datetime64[M]")
    day = (told.astype("datetime64[D]") - months).astype(np.int64) + 1
    return owner, np.where(weekday, (months.astype(np.int64) % 12 + 1) * 32 + day, code)


def read_day(moment: datetime | None) -> float:
    """Days since 1970, NaN for an unknown one; times without a zone are taken as UTC."""
    if moment is None:
        return math.nan
    return in_utc(moment).timestamp() / 86400
