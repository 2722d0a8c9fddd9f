"""Whether two dates are of one event: "the ferry sank on Tuesday", "the boat went down on 4 March".

Counted are the class of event that the words evoke (``lexicon/occasions.toml``), what takes part in it,
numbers and names told in the same sentence, and words that single out one of several ("the next sitting").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from math import sqrt
from typing import Any

from discrepancy import lexicon
from discrepancy.align.answers import date_of, text_before
from discrepancy.align.calendar import grain_of
from discrepancy.align.locally import is_local
from discrepancy.context import sentence_of
from discrepancy.frames import CORE, MOVED
from discrepancy.model import Claim, Date, Figure, Name, Weighted
from discrepancy.vectors import information, similarity, similarity_matrix

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
_COUNTED = re.compile(r"\b(?:an?|the|his|her|its|their) (second|third|fourth) (?!of\b)(\w+)", re.IGNORECASE)
_ENDING = re.compile(
    r"\b(?:until|till) (?:(?:an?|the|its|his|her|their|next) (?:[\w’'-]+ ){1,3}(?:on|in|of|at) )?(?:the )?$"
)
"""Before a day up to which something holds: "until a by-election on 24 May"."""
_RUNNING = re.compile(
    r"\b(?:runs?|ran|running|lasts?|lasted|lasting|extends?|extended|extending|valid|in force)"
    r" (?:up )?(?:to|through) (?:the )?(?:(?:end|close) of )?(?:the )?$"
)
"""Before a day up to which a contract holds or a show goes on."""
_SINCE_THAT = re.compile(
    r"\b(?:worst|least|most|only|never|last|(?!(?:forest|harvest|interest|protest|request|west)s?\b)[a-z]{3,}est)\b"
    r"[^.;:]{0,60}\bsince\s+(?:the\s+)?$"
)
"""Before the day of an event of which the like has not been since: "the deadliest since 4 May"."""
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|no|never|only|adjourn\w*|deferr\w*|delay\w*|postpon\w*|put off)\b|n[’']t\b)"
    r"[^.;:]{0,60}\b(?:until|till)\s+(?:the\s+)?$"
)
"""Before the day on which something does happen: "did not open until May"."""
_AFTERWARDS = re.compile(
    r"\b(?:bring|brought|took|tak|rais|push|lift)\w*\b[^.;:]{0,30}\b(?:tolls?|deaths|dead|number|total|tally|count)\b"
    r"[^.;]{0,40}\bto\b"
    r"|\bdied\b[^.;]{0,20}\b(?:in|at) (?:an? |the )?(?:[\w-]+ )?hospital\b"
    r"|\b(?:died|dies|dying) (?:\w+ ){0,3}(?:of|from) (?:his|her|their|the) (?:injuries|wounds|burns)\b"
    r"|\bsuccumb"
)
"""What tells of somebody who died after all others, or of more than the first report had."""
_ONE_OF_SEVERAL = 0.7
_A_WORD = 0.25
"""Likeness of words from which two events have a word in common."""
_OPPOSITE = -1.5
_UNLIKE, _OTHERS = -0.5, -0.8
"""What it counts that both name people or places, but none in common, and that other things take part."""


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
        self.further_dates = [
            frozenset(_printed(around) - {claim.mention.value.normal})
            for claim, around in zip(dates, told, strict=True)
        ]
        self.names = [
            frozenset(c.mention.value.normal for c in around if isinstance(c.mention.value, Name))
            for around in told
        ]
        self.people = [
            frozenset(
                v.canonical for c in around if isinstance(v := c.mention.value, Name) and v.type == "PERSON"
            )
            for around in told
        ]
        self.events = [_read_events(claim) for claim in dates]
        self.lasting = [_lasting(claim) for claim in dates]
        self.short = [grain_of(date_of(claim)) == "day" for claim in dates]
        self.ending = [_ENDING.search(_before(claim)) is not None for claim in dates]
        self.participants = [claim.key.participants for claim in dates]
        self.further = [_further(claim) for claim in dates]
        relatives = set(lexicon.read_table("occasions")["relatives"]["words"])
        self.relatives = [claim.key.participants & relatives for claim in dates]
        self.orders = [_orders(claim) for claim in dates]
        self.cores = [_read_cores(claim) for claim in dates]
        traces = set(lexicon.read_table("occasions")["traces"]["words"])
        self.traces = [bool(_near(claim) & traces) for claim in dates]
        self.halves = [_halves(claim) for claim in dates]
        self.denied = [_NOT_BEFORE.search(_before(claim)) is not None for claim in dates]
        stages = {*lexicon.read_table("occasions")["stages"]["words"], *relatives}
        self.stages = [stages & {word.lower() for word, _ in claim.key.words} for claim in dates]
        self.later = [_AFTERWARDS.search(claim.context) is not None for claim in dates]
        self.here = [is_local(claim) for claim in dates]
        self.words = _likeness_of_words(dates)

    def are_told_apart(self, left: Claim, right: Claim) -> bool:
        """Whether words single out two: the first and the last, another one, somebody's brother."""
        i, j = self.index[id(left)], self.index[id(right)]
        if self.orders[i] and self.orders[j] and not self.orders[i] & self.orders[j]:
            return True
        if self.further[i] != self.further[j] or self.relatives[i] != self.relatives[j]:
            return True
        if (
            self.traces[i] != self.traces[j]
            or (self.halves[i] ^ self.halves[j]) & self.cores[i] & self.cores[j]
        ):
            return True
        if self.here[i] != self.here[j]:
            return True
        if self.later[i] != self.later[j] and not self._share_victim(i, j):
            return True
        return self.lasting[i] == self.lasting[j] and _are_two(self.cores[i], self.cores[j])

    def _share_victim(self, i: int, j: int) -> bool:
        """Whether one noun or one person takes part in both."""
        return bool(self.participants[i] & self.participants[j] or self.people[i] & self.people[j])

    def differ_in_length(self, left: Claim, right: Claim) -> bool:
        """Whether one is the end of what lasted and the other no end of it, or its beginning."""
        i, j = self.index[id(left)], self.index[id(right)]
        if self._is_end(i) == self._is_end(j):
            # "The first final since that of 1989" is no state; what began on a day is told of that very day.
            lasted = {self.lasting[i], self.lasting[j]} == {"since", ""} and self.short[i] and self.short[j]
            return lasted and not self._turned(i).keys() & self._turned(j).keys()
        if {self.lasting[i], self.lasting[j]} & {"since", "from"}:
            return True
        return bool(self.cores[i] & self.cores[j]) or not self._turned(i).keys() & self._turned(j).keys()

    def event(self, left: Claim, right: Claim) -> float:
        """How surely one class of events is told of both, from 0 to 1; the first is never the last."""
        i, j = self.index[id(left)], self.index[id(right)]
        if self.are_told_apart(left, right):
            return 0.0
        a, b = self.events[i], self.events[j]
        if self.lasting[i] != self.lasting[j] or self.lasting[i] == "from":
            a, b = self._turns(i) | a, self._turns(j) | b
        return max((min(a[name], b[name]) for name in a.keys() & b.keys()), default=0.0)

    def _turned(self, index: int) -> dict[str, float]:
        """What may have happened on a date; what lasted since or until then did not."""
        lasted = self.lasting[index] == "since" or self._is_end(index)
        return self._turns(index) | ({} if lasted else self.events[index])

    def is_end(self, claim: Claim) -> bool:
        """Whether something lasted until the date, or is to."""
        return self._is_end(self.index[id(claim)])

    def _is_end(self, index: int) -> bool:
        return self.lasting[index] == "until" and not self.denied[index]

    def is_single(self, left: Claim, right: Claim) -> bool:
        """Whether both are surely of a class of event that a story seldom has two of."""
        a, b = (self.events[self.index[id(claim)]] for claim in (left, right))
        single: list[str] = lexicon.read_table("occasions")["single"]["classes"]
        return not self.are_told_apart(left, right) and any(
            min(a.get(n, 0), b.get(n, 0)) >= 1 for n in single
        )

    def is_next(self, claim: Claim) -> bool:
        """Whether the words tell of the next time, of which a body has one: "sits again on 4 May"."""
        return "next" in self.orders[self.index[id(claim)]] and not _is_past(claim)

    def is_once(self, left: Claim, right: Claim) -> bool:
        """Whether the words surely tell of one thing that happens but once: that something was founded."""
        once: list[str] = lexicon.read_table("occasions")["once"]["cores"]
        i, j = self.index[id(left)], self.index[id(right)]
        return bool(self.cores[i] & self.cores[j] & set(once)) and not self.are_told_apart(left, right)

    def may_be_planned_once(self, left: Claim, right: Claim) -> bool:
        """Whether nothing says that two plans are of two bodies, rounds or people, or begin and end."""
        i, j = self.index[id(left)], self.index[id(right)]
        if self.stages[i] != self.stages[j] or self.are_told_apart(left, right):
            return False
        if self.ending[i] != self.ending[j]:
            return False
        if self.names[i] and self.names[j] and not self.names[i] & self.names[j]:
            return False
        vague: list[str] = lexicon.read_table("occasions")["vague"]["classes"]
        shared = self.events[i].keys() & self.events[j].keys()
        if shared <= {*vague}:
            return False
        return not self._are_unlike(i, j) or self.is_single(left, right)

    def are_unlike(self, left: Claim, right: Claim) -> bool:
        """Whether different things take part in what two dates are dates of."""
        return self._are_unlike(self.index[id(left)], self.index[id(right)])

    def _are_unlike(self, i: int, j: int) -> bool:
        """Whether different things take part in the two: "the library opened", "the pool opened"."""
        mine, yours = self.participants[i], self.participants[j]
        if not mine or not yours or mine & yours:
            return False
        return all(similarity(a, b) < _NEAR_SYNONYM for a in mine for b in yours)

    def _turns(self, index: int) -> dict[str, float]:
        """The classes by which a state that lasts since, from or until a date may begin or end."""
        table, lasting = lexicon.read_table("occasions"), self.lasting[index]
        turns: list[str] = [
            *table["states"].get(lasting, ()),
            *(
                turn
                for state in self.events[index]
                for turn in table["turns"].get(lasting, {}).get(state, ())
            ),
        ]
        return dict.fromkeys(turns, 1.0)

    def shares_number(self, left: Claim, right: Claim) -> bool:
        """Whether a number of two digits or more, noughts aside, stands beside both."""
        i, j = self.index[id(left)], self.index[id(right)]
        return any(_is_telling(number) for number in self.numbers[i] & self.numbers[j])

    def share_words(self, left: Claim, right: Claim) -> bool:
        """Whether anything but a class of events speaks for one event: a word or a number in common.

        "He passed a medical on Monday" and "he went round the canteen on Sunday" share a class alone.
        """
        i, j = self.index[id(left)], self.index[id(right)]
        return self.likeness(left, right) >= _A_WORD or bool(self.numbers[i] & self.numbers[j])

    def likeness(self, left: Claim, right: Claim) -> float:
        """How much the words have in common that take part in the two events, each by what it says."""
        return float(self.words[self.index[id(left)], self.index[id(right)]])

    def shares_date(self, left: Claim, right: Claim) -> bool:
        """Whether one further date stands beside both, as where what they end began."""
        i, j = self.index[id(left)], self.index[id(right)]
        return bool(self.further_dates[i] & self.further_dates[j])

    def score(self, left: Claim, right: Claim) -> float:
        """How much speaks for one event behind two dates; 2 is one class of events and nothing else."""
        i, j = self.index[id(left)], self.index[id(right)]
        event = self.event(left, right)
        numbers = sum(1.0 if _is_telling(n) else 0.3 for n in self.numbers[i] & self.numbers[j])
        shared = self.names[i] & self.names[j]
        apart = bool(self.names[i] and self.names[j] and not shared)
        names = _UNLIKE if apart else min(_HALF * len(shared), _NAMES)
        unlike = not self.shares_number(left, right) and self._are_unlike(i, j)
        return (
            _EVENT * event
            + min(float(self.words[i, j]), _WORDS)
            + min(numbers, _NUMBERS)
            + names
            + (_OTHERS if unlike else 0.0)
            + _compare_orders(self.orders[i], self.orders[j])
            + (_OPPOSITE if event < 1 and _are_opposed(self.events[i], self.events[j]) else 0.0)
        )


def _numbers(claims: Sequence[Claim]) -> set[str]:
    return {str(c.mention.value.number) for c in claims if isinstance(c.mention.value, Figure)}


def _printed(claims: Sequence[Claim]) -> set[str]:
    """Dates that are told by a month or year, which two events seldom share by chance."""
    dates = (c.mention.value for c in claims if isinstance(c.mention.value, Date))
    return {value.normal for value in dates if value.said & {"month", "year"}}


def _is_telling(number: str) -> bool:
    return len(number.strip("0")) > 1


def _scale(weights: Weighted, full: float) -> dict[str, float]:
    return {name: min(weight / full, 1.0) for name, weight in weights}


def _read_events(claim: Claim) -> dict[str, float]:
    """The event classes, and the verb, or the noun that a light verb leaves it to, as classes of their own.

    In "it was on Sunday that the roof fell" the nearest class counts, however far.
    """
    key = claim.key
    told = tuple((name, w) for name, w in key.events if name != MOVED and not name.startswith(CORE))
    nearest = max((weight for _, weight in told), default=GOVERNING)
    scaled = _scale(told, GOVERNING if key.predicate else min(nearest, GOVERNING))
    events = {name: sqrt(weight) for name, weight in scaled.items()}
    light = not key.predicate or key.predicate in lexicon.read_table("occasions")["light"]["verbs"]
    own = key.participants if light else {key.predicate} - speech_verbs()
    return events | {f"={lemma}": 1.0 for lemma in own}


def _read_cores(claim: Claim) -> frozenset[str]:
    """The events that the words surely tell which the date hangs on, or its verb does by itself."""
    cores = (name.partition(CORE) for name, weight in claim.key.events if weight >= GOVERNING)
    return frozenset(name for _, sep, name in cores if sep) | _cores_of(claim.key.predicate)


@cache
def _cores_of(verb: str) -> frozenset[str]:
    """The events that a verb tells without any other word."""
    table: dict[str, list[str]] = lexicon.read_table("occasions")["cores"]
    return frozenset(name for name, words in table.items() if verb in words or f"{verb}/VERB" in words)


def _are_two(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether the words tell of two events: something sure on both sides, and none of it akin."""
    if not left or not right or left & right:
        return False
    return not any(frozenset((a, b)) in _kin() for a in left for b in right)


@cache
def _kin() -> frozenset[frozenset[str]]:
    """Events of which one may be told for the other."""
    return frozenset(frozenset(pair) for pair in lexicon.read_table("occasions")["kin"]["pairs"])


@cache
def speech_verbs() -> frozenset[str]:
    """Verbs of saying, whatever else they stand with: every report has its own day for what somebody said."""
    table = lexicon.read_table("speech")
    return frozenset(table["verbs"]) - frozenset(table["quoted_only"])


def _lasting(claim: Claim) -> str:
    """The word "since", "until" or "by" right before a date, "from" before a day to come, or ""."""
    if _RUNNING.search(_before(claim)):
        return "until"
    if _SINCE_THAT.search(_before(claim)):
        return ""
    before = _before(claim).split()
    word = before[-1] if before else ""
    if word == "from":
        value = claim.mention.value
        hours = isinstance(value, Date) and "clock" in value.said
        return "" if hours or _is_past(claim) else "from"
    return {"since": "since", "until": "until", "till": "until", "by": "by"}.get(word, "")


def _before(claim: Claim) -> str:
    return text_before(claim).lower()


def _is_past(claim: Claim) -> bool:
    value, published = claim.mention.value, claim.published
    start = value.start if isinstance(value, Date) else None
    return start is None or published is None or start <= published.replace(tzinfo=None)


def _orders(claim: Claim) -> frozenset[str]:
    """Which of several events it is: "first", "next"."""
    table: dict[str, list[str]] = lexicon.read_table("occasions")["order"]
    near = _near(claim)
    return frozenset(name for name, words in table.items() if near & set(words))


def _halves(claim: Claim) -> frozenset[str]:
    """Events of which the words tell one part: the opening to the public."""
    table: dict[str, list[str]] = lexicon.read_table("occasions")["halves"]
    near = _near(claim)
    return frozenset(core for core, words in table.items() if near & set(words))


def _further(claim: Claim) -> set[str]:
    """What says that there was one before: "another", and of what is past "again"."""
    table: dict[str, list[str]] = lexicon.read_table("occasions")["another"]
    # "Seeks a third term in the election of 4 May" is no third election.
    afar = {word for word, weight in claim.key.words if weight < NEAR * GOVERNING}
    told = _COUNTED.finditer(claim.context)
    start, end = (place - claim.context_start for place in (claim.mention.start, claim.mention.end))
    # "The second half of May" is a date by itself.
    outside = [match for match in told if match.end() <= start or end <= match.start(1)]
    counted = {match[1].lower() for match in outside if match[2].lower() not in afar}
    return counted | (_near(claim) & {*table["words"], *(table["repeated"] if _is_past(claim) else ())})


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
