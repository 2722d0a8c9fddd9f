"""Which articles tell one story.

Invariant: every batch is held to the same scale, five articles or five thousand. Two articles are
compared on four channels (full names, single names, words, numbers), each a cosine of its own,
because in a single bag one famous name in common weighs as much as a whole event. Long articles
share words whatever they tell, so they have to share more.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from discrepancy.config import GroupConfig
from discrepancy.lexicon.names import find_place, is_office
from discrepancy.model import Document, Sentence, Token

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]
    Indexes: TypeAlias = NDArray[np.int64]

BACKGROUND = 200.0
"""Imagined everyday articles added to every batch: document frequencies mean something in a batch
of two, and in a batch of thousands its own take over."""

TITLE_WEIGHT = 1.5
"""A word of the headline counts as this many in the text."""

SUPPORT = 3.0
"""Imagined unshared terms in every channel: a cosine of two names each is no evidence."""

SHORTEST = 80
"""Distinct terms of a short article; fewer earn no further allowance."""

COMMONEST = 40
"""Terms in more articles than this propose no pairs, so the cost grows with the articles and not
with their square; articles on one story share rarer terms too."""

FORETASTE = 0.25
"""Part of the similarity needed that has to come from the rarer terms for a pair to be compared."""

BLOCK = 512
"""Articles whose candidates are sought at once; bounds the memory of the sparse product."""

LARGEST = 3000
"""Most articles compared all with all (72 MB); larger connected parts lose their weakest links."""


class _Channel(NamedTuple):
    """One sort of term: its share of everyday articles and the weight of its cosine."""

    share: float
    weight: float


# Shares are round estimates; tenfold changes moved nothing. Weights, LENGTH and INTERCEPT are a
# logistic regression of "one story" on the four cosines and the two log lengths, rounded; the
# intercept is lowered so that a threshold of 0.2 keeps apart what the same people do elsewhere.
_CHANNELS = {
    "full name": _Channel(0.001, 11.6),
    "name": _Channel(0.003, 1.65),
    "word": _Channel(0.04, 10.8),
    "number": _Channel(0.02, 6.8),
}
_LENGTH = 1.04
_INTERCEPT = 4.98
_APART = 0.25
"""Taken off for each e-fold by which publication times lie further apart than the window. No veto:
trials and inquiries follow their event by months and still have its names and figures."""

_TOGETHER = 0.3
"""Added for each e-fold by which pairs published within the window are rarer than pairs at large:
nothing when a whole batch is one night's news, much when it spans years."""

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "X"})


def group_documents(documents: Sequence[Document], config: GroupConfig) -> list[list[int]]:
    """Indexes of the documents of each story.

    Articles with a ``story`` are grouped by it and with nothing else; the rest by content.

    Args:
        documents: Analysed articles; only title and body are read.
        config: Threshold and window.

    Returns:
        Stories in order of their first document, each with its documents in the given order.
    """
    stories: dict[str, list[int]] = defaultdict(list)
    rest: list[int] = []
    for index, document in enumerate(documents):
        key = document.article.story
        (rest if key is None else stories[key]).append(index)
    by_content = _by_content([documents[index] for index in rest], config)
    return sorted([*stories.values(), *([rest[i] for i in group] for group in by_content)])


def _by_content(documents: Sequence[Document], config: GroupConfig) -> Iterator[list[int]]:
    if len(documents) < 2:
        yield from ([index] for index in range(len(documents)))
        return
    import numpy as np

    batch = _Batch(documents, config.window_days)
    limit = _logit(config.threshold)
    rows, columns, scores = batch.candidates(limit)
    for component in _components(np.arange(len(documents)), rows, columns, scores):
        yield from _split(batch.compare(component), component, limit)


class _Batch:
    """Articles as vectors whose dot product is the weighted sum of the channels' cosines."""

    def __init__(self, documents: Sequence[Document], window_days: float) -> None:
        import numpy as np

        counted = [_count_terms(document) for document in documents]
        counts = [terms for terms, _ in counted]
        lengths = [sum(" " not in term for term in terms) for terms in counts]
        self._vectors, self._rare = _vectorise(counts, _names(counted))
        self._sizes: Floats = _LENGTH * np.log(np.maximum(lengths, SHORTEST))
        self._days: Floats = np.array([_day(document) for document in documents])
        self._window = max(window_days, 1e-6)
        self._together = -_TOGETHER * math.log(_share_within(self._days, self._window))

    def candidates(self, limit: float) -> tuple[Indexes, Indexes, Floats]:
        """Pairs (first before second) that share rare terms and score ``limit`` or more."""
        import numpy as np

        found = [self._candidates(first, limit) for first in range(0, len(self._days), BLOCK)]
        rows, columns, scores = (np.concatenate(parts) for parts in zip(*found, strict=True))
        return rows, columns, scores

    def _candidates(self, first: int, limit: float) -> tuple[Indexes, Indexes, Floats]:
        import numpy as np

        shared = (self._rare[first : first + BLOCK] @ self._rare.T).tocoo()
        rows, columns = shared.row.astype(np.int64) + first, shared.col.astype(np.int64)
        needed = limit - self._score(rows, columns, 0.0)
        kept = (columns > rows) & (shared.data >= FORETASTE * needed)
        rows, columns = rows[kept], columns[kept]
        dots = np.asarray(self._vectors[rows].multiply(self._vectors[columns]).sum(axis=1)).ravel()
        scores = self._score(rows, columns, dots)
        linked = scores >= limit
        return rows[linked], columns[linked], scores[linked]

    def compare(self, members: Sequence[int]) -> Floats:
        """Scores of all members with all, as a square matrix."""
        import numpy as np

        index = np.array(members, dtype=np.int64)
        vectors = self._vectors[index]
        return self._score(index[:, None], index[None, :], (vectors @ vectors.T).toarray())

    def _score(self, rows: Indexes, columns: Indexes, dots: Any) -> Floats:
        import numpy as np

        gap = np.abs(self._days[rows] - self._days[columns]) / self._window
        # An unknown day is neither near (NaN compares false) nor far (fmax passes over NaN).
        near = self._together * (gap <= 1) - _APART * np.log(np.fmax(gap, 1.0))
        scores: Floats = dots + near + _INTERCEPT - self._sizes[rows] - self._sizes[columns]
        return scores


_Counts: TypeAlias = dict[str, float]


def _count_terms(document: Document) -> tuple[_Counts, _Counts]:
    """How often each term occurs, the title's more heavily, and how often as part of a name."""
    terms: _Counts = defaultdict(float)
    names: _Counts = defaultdict(float)
    for sentence in document.sentences:
        if not sentence.zone.is_reporting:
            continue
        weight = TITLE_WEIGHT if sentence.field == "title" else 1.0
        for term, is_name in _terms(sentence):
            terms[term] += weight
            if is_name:
                names[term] += weight
    return terms, names


def _terms(sentence: Sentence) -> Iterator[tuple[str, bool]]:
    """Content words, numbers and full names (two neighbouring names); whether it is part of a name."""
    previous = ""
    for token in sentence.tokens:
        word = _word(token)
        if not word:
            if token.pos == "PUNCT":
                previous = ""
            continue
        is_name = token.pos == "PROPN"
        yield word, is_name
        if previous and is_name:
            yield f"{previous} {word}", False
        previous = word if is_name else ""


def _word(token: Token) -> str:
    """The token as a term: a number without separators, a lemma, a name, or "" for what tells nothing."""
    text = token.text
    if text[0].isdigit():
        return text.replace(",", "")
    if token.pos not in _CONTENT or len(text) < 2 or not text[0].isalpha():
        return ""
    if token.pos != "PROPN":
        return token.lemma.strip(".'")
    # Lemmas of names are guesses ("Timmins" → "timmin").
    return "" if _is_everyday(text) else text.lower().strip(".'")


@lru_cache(maxsize=65536)
def _is_everyday(name: str) -> bool:
    """Whether a name stands in the news of every day: a country or an office.

    Two articles that share "France" and "Minister" need not share an event; counted as names, they
    joined what one person said on two journeys.
    """
    place = find_place(name)
    return is_office(name) or (place is not None and not place.within)


def _names(counted: Iterable[tuple[_Counts, _Counts]]) -> frozenset[str]:
    """Terms that the batch mostly writes as names: headlines in capitals mislead single articles."""
    balance: _Counts = defaultdict(float)
    for terms, names in counted:
        for term, count in terms.items():
            balance[term] += 2 * names.get(term, 0.0) - count
    return frozenset(term for term, excess in balance.items() if excess > 0)


def _channel(term: str, names: frozenset[str]) -> str:
    if " " in term:
        return "full name"
    if term[0].isdigit():
        return "number"
    return "name" if term in names else "word"


def _vectorise(counts: Sequence[_Counts], names: frozenset[str]) -> tuple[Any, Any]:
    """Rows of all terms in two or more articles, and the columns of the rare ones among them."""
    import numpy as np
    from scipy.sparse import csr_matrix

    spread = Counter(term for terms in counts for term in terms)
    total = len(counts) + BACKGROUND
    channel = {term: _channel(term, names) for term in spread}
    weight = {
        term: math.log(total / (count + BACKGROUND * _CHANNELS[channel[term]].share))
        for term, count in spread.items()
    }
    column: dict[str, int] = {}
    data: list[float] = []
    columns: list[int] = []
    starts = [0]
    for terms in counts:
        values = {term: math.log2(1 + count) * weight[term] for term, count in terms.items()}
        scale = _scale(values, channel)
        for term, value in values.items():
            if spread[term] > 1:
                columns.append(column.setdefault(term, len(column)))
                data.append(value * scale[channel[term]])
        starts.append(len(data))
    vectors = csr_matrix((data, columns, starts), shape=(len(counts), len(column)))
    return vectors, vectors[:, np.array([spread[term] <= COMMONEST for term in column], dtype=bool)]


def _scale(values: _Counts, channel: dict[str, str]) -> dict[str, float]:
    """For each channel the factor that gives its part of a vector the root of its weight as length."""
    squares = {
        name: SUPPORT * math.log(BACKGROUND / (1 + BACKGROUND * part.share)) ** 2
        for name, part in _CHANNELS.items()
    }
    for term, value in values.items():
        squares[channel[term]] += value * value
    return {name: math.sqrt(part.weight / squares[name]) for name, part in _CHANNELS.items()}


def _components(members: Indexes, rows: Indexes, columns: Indexes, scores: Floats) -> Iterator[list[int]]:
    """Connected parts of ``members``; too large ones lose the weaker half of their links."""
    import numpy as np
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    size = int(members.max()) + 1
    links = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(size, size))
    labels = connected_components(links, directed=False)[1][members]
    order = np.argsort(labels, kind="stable")
    for part in np.split(members[order], np.flatnonzero(np.diff(labels[order])) + 1):
        if len(part) <= LARGEST:
            yield part.tolist()
            continue
        inside = np.isin(rows, part)
        inside &= scores > np.median(scores[inside])
        yield from _components(part, rows[inside], columns[inside], scores[inside])


def _split(scores: Floats, members: list[int], limit: float) -> Iterator[list[int]]:
    """Parts that score ``limit`` on average, so that a chain of near articles is no story."""
    if len(members) == 1:
        yield members
        return
    import numpy as np
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    top = float(scores.max())
    distances = top - scores
    np.fill_diagonal(distances, 0.0)
    tree = linkage(squareform(distances, checks=False), method="average")
    parts: dict[int, list[int]] = defaultdict(list)
    for member, label in zip(members, fcluster(tree, top - limit, criterion="distance"), strict=True):
        parts[int(label)].append(member)
    yield from parts.values()


def _day(document: Document) -> float:
    """Publication time in days, NaN when unknown; times without a zone are taken as UTC."""
    moment = document.article.published
    if moment is None:
        return math.nan
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() / 86400


def _share_within(days: Floats, window: float) -> float:
    """Part of all pairs of dated articles that lie at most ``window`` days apart; never zero."""
    import numpy as np

    known = np.sort(days[~np.isnan(days)])
    pairs = len(known) * (len(known) - 1) / 2
    if not pairs:
        return 1.0
    later = np.searchsorted(known, known + window, side="right") - np.arange(len(known)) - 1
    return max(float(later.sum()), 1.0) / pairs


def _logit(probability: float) -> float:
    bounded = min(max(probability, 1e-9), 1 - 1e-9)
    return math.log(bounded / (1 - bounded))
