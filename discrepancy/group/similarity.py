"""How alike two articles are: the log odds that they tell one story.

Invariant: every batch is held to the same scale, five articles or two thousand; see `CROWD`. Two
articles are compared on four channels (full names, names, words, numbers), each a cosine of its own,
because in a single bag one famous name in common weighs as much as a whole event. Days and places
that are told only object: a Tuesday in common is no evidence, but reports of one event share some
day.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from discrepancy.group.entries import Entry, Matrices
from discrepancy.group.frequencies import Frequencies

if TYPE_CHECKING:
    from discrepancy.group.entries import Floats, Indexes

BRIEF = 40
"""Distinct words of a short article; fewer earn no further allowance."""

SENTENCE = 10
"""Distinct words of a sentence; fewer earn an allowance again."""

# With the weights of the channels a logistic regression of "one story" over the pairs of labelled
# batches of 4 to 117 stories, rounded.
_INTERCEPT = -5.85

_LENGTH = 2.7
"""Taken off for each e-fold of words in the shorter article beyond `BRIEF`: two long articles on what
the same people do on two occasions share many names, and few in one event share as few as they. Added
for each e-fold below `SENTENCE`: two single sentences have little to share."""

_OTHER_DAYS = 1.7
"""Taken off where both tell of days and of none in common."""

_OTHER_PLACES = 1.8
"""Taken off where both name countries or states and none in common."""

_APART = 0.1
"""Taken off for each e-fold by which publication times lie further apart than the window. No veto:
trials and inquiries follow their event by months and still have its names and figures."""

_TOGETHER = 1.1
"""Added for each e-fold by which pairs published within the window are rarer than pairs at large:
nothing when a whole batch is one night's news, much when it spans years."""

CROWD = 2000
"""Articles up to which the scale holds as it was learned. Pairs grow with the square of the articles
and those on one story only with their number: among more, each is taken to be rarer by that much, or
a night of a hundred thousand would join thousands that share a figure by chance."""


class Similarity:
    """Compares entries, each named by its place among those given.

    Attributes:
        terms: The entries' weighted terms, see `Matrices`.
    """

    def __init__(self, entries: Sequence[Entry], frequencies: Frequencies, window_days: float) -> None:
        import numpy as np

        matrices = Matrices(entries, frequencies)
        self.terms = matrices.terms
        self._days = matrices.days
        words = np.maximum(matrices.words, 1)
        self._sizes: Floats = _LENGTH * np.log(
            np.maximum(words / BRIEF, 1.0) * np.minimum(words / SENTENCE, 1.0)
        )
        self._objections = tuple(
            (marks, np.diff(marks.indptr) > 0, weight)
            for marks, weight in ((matrices.dates, _OTHER_DAYS), (matrices.places, _OTHER_PLACES))
        )
        self._window = max(window_days, 1e-6)
        self._intercept = _INTERCEPT - math.log(max(len(entries) / CROWD, 1.0))
        self._together = -_TOGETHER * math.log(_share_within(self._days, self._window))

    def compare_pairs(self, left: Indexes, right: Indexes) -> Floats:
        """Log odds of each pair ``left[i], right[i]``."""
        scores = self.expect(left, right) + _dots(self.terms, left, right)
        for marks, told, weight in self._objections:
            scores -= weight * (told[left] & told[right] & (_dots(marks, left, right) == 0))
        return scores

    def compare_all(self, left: Indexes, right: Indexes) -> Floats:
        """Log odds of every ``left`` with every ``right``, as a matrix."""
        scores = self.expect(left[:, None], right[None, :])
        scores += (self.terms[left] @ self.terms[right].T).toarray()
        for marks, told, weight in self._objections:
            shared = (marks[left] @ marks[right].T).toarray()
            scores -= weight * (told[left][:, None] & told[right][None, :] & (shared == 0))
        return scores

    def expect(self, left: Indexes, right: Indexes) -> Floats:
        """Log odds of pairs that have no term in common and nothing that objects."""
        import numpy as np

        gap = np.abs(self._days[left] - self._days[right]) / self._window
        # An unknown day is neither near (NaN compares false) nor far (fmax passes over NaN).
        near = self._together * (gap <= 1) - _APART * np.log(np.fmax(gap, 1.0))
        scores: Floats = near + self._intercept - np.minimum(self._sizes[left], self._sizes[right])
        return scores


def _dots(matrix: Any, left: Indexes, right: Indexes) -> Floats:
    """Dot products of pairs of rows."""
    import numpy as np

    products: Floats = np.asarray(matrix[left].multiply(matrix[right]).sum(axis=1)).ravel()
    return products


def _share_within(days: Floats, window: float) -> float:
    """Part of all pairs of dated articles that lie at most ``window`` days apart; never zero."""
    import numpy as np

    known = np.sort(days[~np.isnan(days)])
    pairs = len(known) * (len(known) - 1) / 2
    if not pairs:
        return 1.0
    later = np.searchsorted(known, known + window, side="right") - np.arange(len(known)) - 1
    return max(float(later.sum()), 1.0) / pairs
