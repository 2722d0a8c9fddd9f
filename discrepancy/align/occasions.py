"""Whether two dates are of one event: "the ferry sank on Tuesday", "the boat went down on 4 March".

Counted are the class of event that the words evoke (``lexicon/occasions.toml``), what takes part in it,
numbers and names told in the same sentence, and words that single out one of several ("the next sitting").
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Any

from discrepancy import lexicon
from discrepancy.context import sentence_of
from discrepancy.model import Claim, Figure, Name, Weighted
from discrepancy.vectors import information, similarity_matrix

NEAR = 0.36
"""Weight from which a word belongs to the event itself: it stands two steps of grammar from the date."""
GOVERNING = 0.6
"""The same for what the date hangs on."""
_NEAR_SYNONYM = 0.65
"""Cosine of word vectors from which two words may name one participant."""
_HALF = 0.5
"""What a near synonym counts of an equal word, and one name told on both sides."""
_EVENT, _WORDS, _NUMBERS, _NAMES = 2.0, 2.5, 2.0, 1.0
"""What one event class counts, and how much words, numbers and names may count at most."""
_ONE_OF_SEVERAL = 0.7
_OPPOSITE = -1.5
_UNLIKE = -0.5
"""What it counts that both sentences name people or places, but none in common."""


class Occasions:
    """The events of a story's dates, and how alike any two of them are."""

    def __init__(self, claims: Sequence[Claim], dates: Sequence[Claim]) -> None:
        """Read the events.

        Args:
            claims: Every claim of the story: what stands beside a date says what it is of.
            dates: The dates.
        """
        beside: dict[tuple[object, ...], list[Claim]] = {}
        for claim in claims:
            beside.setdefault((claim.mention.article_id, *sentence_of(claim)), []).append(claim)
        self.index = {id(claim): number for number, claim in enumerate(dates)}
        told = [beside[claim.mention.article_id, *sentence_of(claim)] for claim in dates]
        self.numbers = [frozenset(_numbers(around)) for around in told]
        self.names = [
            frozenset(c.mention.value.normal for c in around if isinstance(c.mention.value, Name))
            for around in told
        ]
        self.events = [_read_events(claim) for claim in dates]
        self.since = [_is_since(claim) for claim in dates]
        self.further = [
            _near(claim) & set(lexicon.read_table("occasions")["another"]["words"]) for claim in dates
        ]
        self.orders = [_orders(claim) for claim in dates]
        self.words = _likeness_of_words(dates)

    def event(self, left: Claim, right: Claim) -> float:
        """How surely one class of events is told of both, from 0 to 1; the first is never the last."""
        i, j = self.index[id(left)], self.index[id(right)]
        if self.orders[i] and self.orders[j] and not self.orders[i] & self.orders[j]:
            return 0.0
        if self.further[i] != self.further[j]:
            return 0.0
        a, b = self.events[i], self.events[j]
        if self.since[i] != self.since[j]:
            begun = dict.fromkeys(lexicon.read_table("occasions")["states"]["since"], 1.0)
            a, b = (begun | a, b) if self.since[i] else (a, begun | b)
        return max((min(a[name], b[name]) for name in a.keys() & b.keys()), default=0.0)

    def shares_number(self, left: Claim, right: Claim) -> bool:
        """Whether a number of two digits or more, noughts aside, stands beside both."""
        i, j = self.index[id(left)], self.index[id(right)]
        return any(_is_telling(number) for number in self.numbers[i] & self.numbers[j])

    def score(self, left: Claim, right: Claim) -> float:
        """How much speaks for one event behind two dates; 2 is one class of events and nothing else."""
        i, j = self.index[id(left)], self.index[id(right)]
        event = self.event(left, right)
        numbers = sum(1.0 if _is_telling(n) else 0.3 for n in self.numbers[i] & self.numbers[j])
        shared = self.names[i] & self.names[j]
        apart = bool(self.names[i] and self.names[j] and not shared)
        names = _UNLIKE if apart else min(_HALF * len(shared), _NAMES)
        return (
            _EVENT * event
            + min(float(self.words[i, j]), _WORDS)
            + min(numbers, _NUMBERS)
            + names
            + _compare_orders(self.orders[i], self.orders[j])
            + (_OPPOSITE if event < 1 and _are_opposed(self.events[i], self.events[j]) else 0.0)
        )


def _numbers(claims: Sequence[Claim]) -> set[str]:
    return {str(c.mention.value.number) for c in claims if isinstance(c.mention.value, Figure)}


def _is_telling(number: str) -> bool:
    return len(number.strip("0")) > 1


def _scale(weights: Weighted, full: float) -> dict[str, float]:
    return {name: min(weight / full, 1.0) for name, weight in weights}


def _read_events(claim: Claim) -> dict[str, float]:
    """The event classes; in "it was on Sunday that the roof fell" the nearest counts, however far."""
    nearest = max((weight for _, weight in claim.key.events), default=GOVERNING)
    scaled = _scale(claim.key.events, GOVERNING if claim.key.predicate else min(nearest, GOVERNING))
    return {name: sqrt(weight) for name, weight in scaled.items()}


def _is_since(claim: Claim) -> bool:
    before = claim.context[: claim.mention.start - claim.context_start].lower().split()
    return bool(before) and before[-1] == "since"


def _orders(claim: Claim) -> frozenset[str]:
    """Which of several events it is: "first", "next"."""
    table: dict[str, list[str]] = lexicon.read_table("occasions")["order"]
    near = _near(claim)
    return frozenset(name for name, words in table.items() if near & set(words))


def _near(claim: Claim) -> set[str]:
    """What stands right around a date or the event's own words."""
    return {word for word, weight in claim.key.words if weight >= NEAR * GOVERNING}


def _compare_orders(left: frozenset[str], right: frozenset[str]) -> float:
    if not left or not right:
        return 0.0
    return _ONE_OF_SEVERAL if left & right else 0.0


def _are_opposed(left: dict[str, float], right: dict[str, float]) -> bool:
    """Whether one tells of the beginning and the other of the end."""
    pairs = lexicon.read_table("occasions")["opposed"]["pairs"]
    mine, yours = left.keys() - right.keys(), right.keys() - left.keys()
    return any((a in mine and b in yours) or (a in yours and b in mine) for a, b in pairs)


def _likeness_of_words(dates: Sequence[Claim]) -> Any:
    """For every pair how many words take part in both events, each by what it says."""
    import numpy as np

    vocabulary = sorted({word.lower() for claim in dates for word, _ in claim.key.words})
    row = {word: number for number, word in enumerate(vocabulary)}
    weights = np.zeros((len(dates), len(vocabulary)), dtype=np.float32)
    best = np.zeros_like(weights)
    near = _HALF * similarity_matrix(vocabulary)
    near[near < _HALF * _NEAR_SYNONYM] = 0.0
    np.fill_diagonal(near, 1.0)
    for number, claim in enumerate(dates):
        own = _scale(tuple((word.lower(), weight) for word, weight in claim.key.words), NEAR)
        members = [row[word] for word in own]
        if members:
            weights[number, members] = list(own.values())
            best[number] = (near[:, members] * weights[number, members]).max(axis=1)
    telling = np.asarray([information(word) for word in vocabulary], dtype=np.float32)
    shared = (weights * telling) @ best.T
    return (shared + shared.T) / 2
