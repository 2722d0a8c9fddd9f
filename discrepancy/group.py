"""Which articles tell one story.

Invariant: every batch is held to the same scale, five articles or five thousand. Two articles are
compared on five channels (names, words, numbers, pairs of neighbouring words, words of every
day's news), each a cosine of its own, because in a single bag one famous name in common weighs as
much as a whole event. Long articles share words whatever they tell, so they have to share more.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from discrepancy.config import GroupConfig
from discrepancy.lexicon import read_table
from discrepancy.model import Document, Sentence, Token

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]
    Indexes: TypeAlias = NDArray[np.int64]

BACKGROUND = 200.0
"""Imagined everyday articles added to every batch: document frequencies mean something in a batch
of two, and in a batch of thousands its own take over."""

TITLE_WEIGHT = 2.0
"""A word of the headline counts as this many in the text."""

SHORTEST = 60
"""Distinct terms of a short article; fewer earn no further allowance."""

COMMONEST = 40
"""Terms in more articles than this propose no pairs, so the cost grows with the articles, not with
their square; articles on one story share rarer terms too."""

BLOCK = 512
"""Articles whose candidates are sought at once; bounds the memory of the sparse product."""

LARGEST = 3000
"""Most articles that are compared all with all (72 MB); larger components are first thinned."""


class _Channel(NamedTuple):
    """One sort of term: its share of everyday articles and the weight of its cosine."""

    share: float
    weight: float


# Shares are round estimates. The weights, LENGTH and INTERCEPT are a logistic regression of "one
# story" on the five cosines and the two log lengths, rounded.
_CHANNELS = {
    "name": _Channel(0.003, 4.5),
    "word": _Channel(0.02, 9.0),
    "number": _Channel(0.02, 1.8),
    "pair": _Channel(0.001, 33.0),
    "common": _Channel(0.1, 1.4),
}
_LENGTH = 0.65
_INTERCEPT = 3.0
_APART = 1.0
"""Taken from the score of articles published further apart than the window."""

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
    batch = _Batch(documents, config.window_days)
    limit = _logit(config.threshold)
    rows, columns, scores = batch.candidates(limit)
    for component in _components(len(documents), rows, columns, scores, limit):
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
        self._window = window_days

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
        ahead = columns > rows
        rows, columns = rows[ahead], columns[ahead]
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

        gap = np.abs(self._days[rows] - self._days[columns])
        apart = _APART * (gap > self._window)  # False where a day is unknown
        scores: Floats = dots + _INTERCEPT - self._sizes[rows] - self._sizes[columns] - apart
        return scores


def _count_terms(document: Document) -> tuple[Counter[str], Counter[str]]:
    """How often each term occurs, the title's more heavily, and how often as part of a name."""
    terms: Counter[str] = Counter()
    names: Counter[str] = Counter()
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
    """Content words, numbers and pairs of content words; whether the word stands in a name."""
    previous = ""
    for token in sentence.tokens:
        word = _word(token)
        if not word:
            if token.pos == "PUNCT":
                previous = ""
            continue
        yield word, token.pos == "PROPN"
        if word[0].isdigit():
            previous = ""
            continue
        if previous:
            yield f"{previous} {word}", False
        previous = word


def _word(token: Token) -> str:
    """The token as a term: a number without separators, a lemma, or "" for a function word."""
    text = token.text
    if text[0].isdigit():
        return text.replace(",", "")
    if token.pos not in _CONTENT or len(text) < 2 or not text[0].isalpha():
        return ""
    # Lemmas of names are guesses ("Timmins" → "timmin").
    return (text.lower() if token.pos == "PROPN" else token.lemma).strip(".'")


def _names(counted: Iterable[tuple[Counter[str], Counter[str]]]) -> frozenset[str]:
    """Terms that the batch mostly writes as names: headlines in capitals mislead single articles."""
    terms: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for in_terms, in_names in counted:
        terms.update(in_terms)
        names.update(in_names)
    return frozenset(term for term, count in names.items() if count * 2 > terms[term])


def _channel(term: str, names: frozenset[str]) -> str:
    if " " in term:
        return "pair"
    if term[0].isdigit():
        return "number"
    if term in _everyday():
        return "common"
    return "name" if term in names else "word"


@cache
def _everyday() -> frozenset[str]:
    table = read_table("newsworld")
    return frozenset(word for words in table.values() for word in words.split())


def _vectorise(counts: Sequence[Counter[str]], names: frozenset[str]) -> tuple[Any, Any]:
    """Rows of all terms in two or more articles, and the columns of the rare ones among them."""
    import numpy as np
    from scipy.sparse import csr_matrix

    spread: Counter[str] = Counter(term for terms in counts for term in terms)
    total = len(counts) + BACKGROUND
    column: dict[str, int] = {}
    channel = {term: _channel(term, names) for term in spread}
    weight = {
        term: math.log(total / (count + BACKGROUND * _CHANNELS[channel[term]].share))
        for term, count in spread.items()
    }
    data: list[float] = []
    columns: list[int] = []
    starts = [0]
    for terms in counts:
        values = {term: math.log2(1 + count) * weight[term] for term, count in terms.items()}
        squares: dict[str, float] = defaultdict(float)
        for term, value in values.items():
            squares[channel[term]] += value * value
        scale = {
            name: math.sqrt(_CHANNELS[name].weight / square) for name, square in squares.items() if square
        }
        for term, value in values.items():
            if spread[term] > 1 and value:
                columns.append(column.setdefault(term, len(column)))
                data.append(value * scale[channel[term]])
        starts.append(len(data))
    vectors = csr_matrix((data, columns, starts), shape=(len(counts), len(column)))
    return vectors, vectors[:, np.array([spread[term] <= COMMONEST for term in column], dtype=bool)]


def _components(
    size: int, rows: Indexes, columns: Indexes, scores: Floats, limit: float
) -> Iterator[list[int]]:
    """Connected parts; those too large to be compared in full lose their weaker links."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    count, labels = connected_components(csr_matrix((scores >= limit, (rows, columns)), shape=(size, size)))
    parts: list[list[int]] = [[] for _ in range(count)]
    for index, label in enumerate(labels):
        parts[label].append(index)
    return iter(parts)


def _split(scores: Floats, members: list[int], limit: float) -> Iterator[list[int]]:
    """Average linkage: a part joins another only when they score ``limit`` on average, so that a
    chain of articles, each near the next, does not become one story."""
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


def _logit(probability: float) -> float:
    bounded = min(max(probability, 1e-9), 1 - 1e-9)
    return math.log(bounded / (1 - bounded))
