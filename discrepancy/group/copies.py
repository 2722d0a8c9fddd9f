"""Articles with all but the same terms: one text that many outlets carry.

Invariant: a text counts once, however often it is printed. In a batch of nothing but copies every term
stands in every article, and by frequency alone would be worth nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from discrepancy.group.terms import ROW, Terms, read_blocks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAME = 0.85
"""Part of the terms of two articles that both have (Jaccard) from which they are one text: three words
in a hundred may differ. Reports of one agency on two events, made to one pattern, share two thirds."""

FEWEST = 20
"""Terms of an article from which on another may differ in some; shorter ones have to be the same."""

BINS, BAND = 32, 4
"""Least hashes of each article, and how many of them in a row have to be equal for a pair to be looked
at: of pairs at `SAME` that is 997 in 1000 (Broder 1997; one permutation, Li and others 2012)."""

_MIX = 0x9E3779B1
_EMPTY = 0xFFFFFFFF


def find_copies(articles: Sequence[Terms]) -> list[int]:
    """For each article the place of the one that stands for it: itself, or the first of the same text."""
    first: dict[bytes, int] = {}
    head = [
        first.setdefault(article.rows, place) if article.rows else place
        for place, article in enumerate(articles)
    ]
    places = [place for place in first.values() if len(articles[place].rows) >= FEWEST * ROW.size]
    for left, right in _candidates([articles[place] for place in places]):
        one, other = _root(head, places[left]), _root(head, places[right])
        if one != other and _is_same(articles[places[left]], articles[places[right]]):
            head[max(one, other)] = min(one, other)
    return [_root(head, place) for place in range(len(articles))]


def _candidates(articles: Sequence[Terms]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: of those with a band of hashes in common, the first with each other one."""
    import numpy as np

    if len(articles) < 2:
        return
    hashes = _least_hashes(articles)
    for start in range(0, BINS, BAND):
        band = np.ascontiguousarray(hashes[:, start : start + BAND]).view(f"V{4 * BAND}").ravel()
        _, leader, label = np.unique(band, return_index=True, return_inverse=True)
        heads = leader[label.ravel()]
        for other in np.flatnonzero(heads != np.arange(len(heads))).tolist():
            yield int(heads[other]), other


def _least_hashes(articles: Sequence[Terms]) -> NDArray[np.uint32]:
    """For each article the least hash of its terms in each bin."""
    import numpy as np

    least = np.full(len(articles) * BINS, _EMPTY, dtype=np.uint32)
    for start, rows, lengths in read_blocks(articles):
        mixed = rows["key"].astype(np.uint64) * np.uint64(_MIX)
        mixed = ((mixed ^ (mixed >> np.uint64(15))) * np.uint64(_MIX)) & np.uint64(_EMPTY)
        owner = np.repeat(np.arange(start, start + len(lengths)), lengths)
        places = owner * BINS + (mixed % np.uint64(BINS)).astype(np.int64)
        np.minimum.at(least, places, mixed.astype(np.uint32))
    return least.reshape(-1, BINS)


def _is_same(one: Terms, other: Terms) -> bool:
    left, right = (frozenset(key for key, _, _ in ROW.iter_unpack(terms.rows)) for terms in (one, other))
    return len(left & right) >= SAME * len(left | right)


def _root(head: list[int], place: int) -> int:
    while head[place] != place:
        head[place] = head[head[place]]
        place = head[place]
    return place
