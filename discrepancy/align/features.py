"""What speaks for two claims answering the same question, as numbers from 0 to 1.

Blind to the two values themselves: whether they agree is the comparison's business. Every
feature is symmetric. The measured worth of each stands in the weights that ``scoring`` reads.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from discrepancy import lexicon
from discrepancy.align.cosines import character_grams, cosines, words
from discrepancy.align.surroundings import passages, shared_values
from discrepancy.model import Claim, Figure, Key, Kind, Name
from discrepancy.vectors import information, similarity, similarity_matrix

WINDOW = 50
"""Characters on either side of a value that make up its window."""

_NEAR_SYNONYM = 0.6
"""Cosine of word vectors below which two words share nothing but their topic."""

FEATURES = (
    "sentence", "window", "words", "near_words", "meaning", "head", "head_soft", "head_unlike",
    "predicate", "predicate_soft", "frames", "measure", "contrast", "names", "names_unlike",
    "places_unlike", "groups_clash", "groups_one", "periods_same", "periods_clash", "periods_one",
    "speaker_same", "speaker_unlike", "modality_unlike",
    "entity_same", "entity_unlike", "lead", "unit_same", "mutual", "order",
    "passage", "beside", "beside_near",
)  # fmt: skip


SORTS = ("number", "date", "place")
"""Sorts of value whose features weigh differently: a date's measure is its event, a place has none."""


def sort_of(claim: Claim) -> str:
    """Which of :data:`SORTS` a claim's value is."""
    kind = claim.mention.kind
    return kind.value if kind.value in SORTS and kind is not Kind.NUMBER else "number"


@dataclass(frozen=True, slots=True)
class Similarities:
    """Text similarity of every pair of claims in a story (character n-gram TF-IDF cosine).

    Attributes:
        sentence: Of the sentences the claims stand in.
        window: Of the words around the values, the values masked.
        mutual: Whether each sentence is the other's best match between the two articles: the
            mark of a rewrite, in which sentences correspond.
        meaning: How much of the words around the values come near one another in meaning.
    """

    sentence: Any
    window: Any
    mutual: Any
    meaning: Any
    passage: Any
    beside: Any
    beside_near: Any

    def row(self, i: int, others: Sequence[int]) -> list[tuple[float, ...]]:
        """The similarities of claim ``i`` and each of ``others``."""
        import numpy as np

        columns = np.array(others, dtype=np.intp)
        return list(zip(*(matrix[i].take(columns).tolist() for matrix in self._all()), strict=True))

    def _all(self) -> tuple[Any, ...]:
        return (
            self.sentence, self.window, self.mutual, self.meaning,
            self.passage, self.beside, self.beside_near,
        )  # fmt: skip


def measure_similarities(claims: Sequence[Claim]) -> Similarities:
    """Similarity matrices over ``claims``.

    Character 3–5-grams aligned sentences across rewrites as well as a sentence-embedding model
    did at one fiftieth of its cost (72 of 78 right on hand-aligned sentences).
    """
    sentence = measure_sentences(claims)
    window = cosines([_window(claim) for claim in claims], character_grams)
    passage = cosines(passages(claims), words)
    return Similarities(
        sentence, window, _mutual(claims, sentence), measure_meaning(claims), passage, *shared_values(claims)
    )


def measure_sentences(claims: Sequence[Claim]) -> Any:
    """How alike the sentences of every pair of claims are, as a square matrix."""
    return cosines([claim.context for claim in claims], character_grams)


def _mutual(claims: Sequence[Claim], sentence: Any) -> Any:
    import numpy as np

    articles: dict[str, list[int]] = {}
    for index, claim in enumerate(claims):
        articles.setdefault(claim.mention.article_id, []).append(index)
    best = np.zeros(sentence.shape, dtype=bool)
    for members in articles.values():
        block = sentence[:, members]
        best[:, members] = (block >= block.max(axis=1, keepdims=True)) & (block > 0)
    return (best & best.T).astype(float)


def measure_meaning(claims: Sequence[Claim]) -> Any:
    """For every pair of claims the share of the words' weight that a word near in meaning answers.

    Taken both ways and averaged. One product of matrices for the story: word by word it was
    half of all the time that alignment took.
    """
    import numpy as np

    words = sorted({word for claim in claims for word, _ in claim.key.words})
    row = {word: index for index, word in enumerate(words)}
    weights = np.zeros((len(claims), len(words)), dtype=np.float32)
    best = np.zeros_like(weights)
    near = similarity_matrix(words)
    near[near < _NEAR_SYNONYM] = 0.0
    # The claims of a sentence have the same words, and the matrix is symmetric: rows lie together.
    nearest: dict[tuple[int, ...], Any] = {}
    for index, claim in enumerate(claims):
        members = [row[word] for word, _ in claim.key.words]
        if members:
            weights[index, members] = [w * information(word) for word, w in claim.key.words]
            chosen = tuple(sorted(members))
            if chosen not in nearest:
                nearest[chosen] = near[list(chosen)].max(axis=0)
            best[index] = nearest[chosen]
    total = weights.sum(axis=1, keepdims=True)
    shares = (weights @ best.T) / np.where(total > 0, total, 1.0)
    return (shares + shares.T) / 2


def _window(claim: Claim) -> str:
    """The words around the value, the value itself masked."""
    start = claim.mention.start - claim.context_start
    end = claim.mention.end - claim.context_start
    return f"{claim.context[max(0, start - WINDOW) : start]} # {claim.context[end : end + WINDOW]}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a claim's features are made of: looked up once, and not once for each pair.

    Attributes:
        key: The question.
        words: Its words with their weights.
        told: How much those words say together.
        frames: Its frames.
        names: Its names.
        groups: Its groups by the set that they are of.
        noun: The noun that the value counts.
        unit: The unit of a figure.
        leads: Whether the claim stands in one of the first sentences.
    """

    key: Key
    words: dict[str, float]
    told: float
    frames: dict[str, float]
    names: dict[str, float]
    groups: dict[str, set[str]]
    noun: str
    unit: str
    leads: bool


class Features:
    """The features of any pair of a story's claims; the part that copies share is worked out once."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._ordinals = [claim.key.ordinal for claim in claims]
        numbers: dict[tuple[object, ...], int] = {}
        self._number = [numbers.setdefault(_features_of(claim), len(numbers)) for claim in claims]
        first = dict(zip(reversed(self._number), reversed(claims), strict=True))
        self._readings = [_read(first[number]) for number in range(len(numbers))]
        self._known: dict[tuple[int, int], tuple[tuple[float, ...], tuple[float, ...]]] = {}

    def of(self, i: int, j: int, text: tuple[float, ...]) -> tuple[float, ...]:
        """The features of claims ``i`` and ``j``, in the order of :data:`FEATURES`.

        Args:
            i: One claim.
            j: The other.
            text: Their :class:`Similarities`.
        """
        pair = self._number[i], self._number[j]
        known = self._known.get(pair)
        if known is None:
            shared = _compare(*(self._readings[number] for number in pair))
            known = self._known[pair] = shared[:2], shared[2:]
        sentence, window, mutual, meaning, passage, beside, beside_near = text
        words, rest = known
        order = 1.0 if mutual and self._ordinals[i] == self._ordinals[j] else 0.0
        return (
            sentence, window, *words, meaning, *rest,
            mutual, order, passage, beside, beside_near,
        )  # fmt: skip


def _features_of(claim: Claim) -> tuple[object, ...]:
    """All that a claim's part of :func:`_compare` depends on."""
    key = claim.key
    return (
        key.words, key.frames, key.names, key.groups, key.places, key.periods, key.predicate, key.measure,
        key.speaker, key.modality, key.entity, _noun(claim), _unit(claim), _leads(claim),
    )  # fmt: skip


def _read(claim: Claim) -> Reading:
    key = claim.key
    return Reading(
        key,
        dict(key.words),
        math.fsum(weight * information(word) for word, weight in key.words),
        dict(key.frames),
        dict(key.names),
        _by_set(key.groups),
        _noun(claim),
        _unit(claim),
        _leads(claim),
    )


def _unit(claim: Claim) -> str:
    return claim.mention.value.unit if isinstance(claim.mention.value, Figure) else ""


def _leads(claim: Claim) -> bool:
    return claim.mention.sentence <= 2


def _compare(left: Reading, right: Reading) -> tuple[float, ...]:
    """The features that depend on two questions alone, and not on how their sentences are worded."""
    a, b = left.key, right.key
    return (
        *_word_overlap(left, right),
        *_head(left.noun, right.noun),
        float(bool(a.predicate) and a.predicate == b.predicate),
        max(0.0, similarity(a.predicate, b.predicate)) if a.predicate and b.predicate else 0.0,
        _overlap(left.frames, right.frames),
        float(bool(a.measure) and a.measure == b.measure),
        float(_contrast(a, b)),
        _overlap(left.names, right.names),
        float(bool(left.names and right.names) and left.names.keys().isdisjoint(right.names)),
        float(bool(a.places and b.places) and not a.places & b.places),
        *_group_clash(left.groups, right.groups),
        *_periods(a, b),
        float(bool(a.speaker) and a.speaker == b.speaker),
        float(bool(a.speaker and b.speaker) and a.speaker != b.speaker),
        float(a.modality != b.modality),
        float(bool(a.entity) and a.entity == b.entity),
        float(bool(a.entity and b.entity) and a.entity != b.entity),
        float(left.leads and right.leads),
        float(bool(left.unit) and left.unit == right.unit),
    )


def _overlap(a: dict[str, float], b: dict[str, float]) -> float:
    """Weighted Jaccard of two bags."""
    if a.keys().isdisjoint(b):
        return 0.0
    # Exact sums: the order of a set is another in every process, and rounding would tell.
    shared = math.fsum(min(w, b[term]) for term, w in a.items() if term in b)
    whole = math.fsum(max(a.get(term, 0.0), b.get(term, 0.0)) for term in a.keys() | b.keys())
    return shared / whole if whole else 0.0


def _word_overlap(left: Reading, right: Reading) -> tuple[float, float]:
    """How much of the words' weight is shared, and how near to both values the nearest shared word is."""
    a, b = left.words, right.words
    common = a.keys() & b.keys()
    total = min(left.told, right.told)
    if not total or not common:
        return 0.0, 0.0
    shared = math.fsum(min(a[word], b[word]) * information(word) for word in common)
    return shared / total, max(a[word] * b[word] for word in common)


def _noun(claim: Claim) -> str:
    value = claim.mention.value
    if isinstance(value, Figure) and value.measure == "count" and value.unit:
        return value.unit.split()[-1]
    return claim.key.head


def _head(a: str, b: str) -> tuple[float, float, float]:
    if not a or not b:
        return 0.0, 0.0, 0.0
    near = max(0.0, similarity(a, b))
    return float(a == b), near, float(near < 0.4)


@cache
def _contrasts() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in lexicon.read_table("measures")["contrast"]["groups"])


def _contrast(a: Key, b: Key) -> bool:
    """Whether the two state measures that are easily taken for each other: killed and injured."""
    if not a.measure or not b.measure or a.measure == b.measure:
        return False
    return any(a.measure in group and b.measure in group for group in _contrasts())


def _group_clash(left: dict[str, set[str]], right: dict[str, set[str]]) -> tuple[float, float]:
    """Narrowing words of one set that differ, and sets that only one claim narrows by."""
    if not left and not right:
        return 0.0, 0.0
    clash = sum(not left[name] & right[name] for name in left.keys() & right.keys())
    return min(clash, 2) / 2, min(len(left.keys() ^ right.keys()), 3) / 3


def _by_set(groups: frozenset[str]) -> dict[str, set[str]]:
    sets: dict[str, set[str]] = {}
    for group in groups:
        sets.setdefault(group.split(":", 1)[0], set()).add(group)
    return sets


def _periods(a: Key, b: Key) -> tuple[float, float, float]:
    """Whether dates told with the values overlap, exclude each other, or stand on one side only."""
    if not a.periods or not b.periods:
        return 0.0, 0.0, float(bool(a.periods) != bool(b.periods))
    same = any(x[0] <= y[1] and y[0] <= x[1] for x in a.periods for y in b.periods)
    return float(same), float(not same), 0.0


def answer_sort(claim: Claim) -> str | None:
    """A sort of value: one question could have two of one sort for answers; None for what answers none."""
    value, kind = claim.mention.value, claim.mention.kind
    if isinstance(value, Figure):
        return "figure" if kind in (Kind.NUMBER, Kind.FIGURE) else None
    if isinstance(value, Name):
        return f"name {value.type}"
    return f"{type(value).__name__} {kind.value}"
