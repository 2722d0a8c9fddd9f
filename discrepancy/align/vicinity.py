"""How alike two places are told of, as numbers: what speaks for one question that both answer.

Blind to the places themselves. Each number is a feature of the model "stray" (``places.json``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from discrepancy import lexicon
from discrepancy.align.apart import are_told_apart, differ_in_life, tells_of_life
from discrepancy.align.beside import place_of
from discrepancy.align.features import FEATURES, Features, measure_similarities
from discrepancy.align.occasions import speech_verbs
from discrepancy.align.scoring import score
from discrepancy.align.settings import (
    Setting,
    are_long_apart,
    differ_in_setting,
    is_part_of_town,
    leading_word,
    sort_before,
    weigh_numbers,
    weigh_words,
)
from discrepancy.lexicon.names import fold
from discrepancy.model import Claim, Name
from discrepancy.scenes import BUILDING, COMING, DEED, DOING, EVENT, ROLE, SITE

VICINITY = (
    "role_same", "role_less", "part_unlike", "site", "doing", "words", "numbers", "scene", "leading", "sort",
    "periods_same", "stage_unlike", "speech_unlike", "modality_unlike", "predicate_soft",
    "sentence", "window", "meaning", "lead", "same",
)  # fmt: skip

_SPOTS = frozenset({"at", "on"})
"""Prepositions that lead to a square or street as well as to a town."""
_UNASKED = frozenset({BUILDING, COMING, DEED, DOING, EVENT, ROLE, SITE})
"""Frames that ask nothing by themselves, or of whatever happened."""
_WORTH: Mapping[str, float] = {
    "same": 2.0, "site": 1.5, "window": 1.0, "words": 1.0, "numbers": 1.0, "scene": 1.0, "sort": 1.0,
    "doing": 0.75, "role_same": 0.3,
}  # fmt: skip
"""By what the likest of several pairs is chosen; what the pair chosen says is weighed by the model."""


class Vicinity:
    """The surroundings of one story's places, held against each other."""

    def __init__(self, settings: Sequence[Setting], claims: Sequence[Claim]) -> None:
        """Measure how alike their sentences are.

        Args:
            settings: The places.
            claims: All values of the story, for who is named beside them.
        """
        self._settings = settings
        told = [setting.claim for setting in settings]
        self._similar = measure_similarities(told)
        self._features = Features(told)
        self._people: dict[tuple[object, ...], set[str]] = {}
        for claim in claims:
            value = claim.mention.value
            if isinstance(value, Name) and value.type == "PERSON":
                self._people.setdefault(place_of(claim), set()).update(fold(value.canonical).split())

    def compare(self, i: int, others: Sequence[int]) -> list[tuple[float, ...]]:
        """The features, as :data:`VICINITY` names them, of place ``i`` and each of ``others``."""
        rows = self._similar.row(i, others)
        return [self._compare(i, j, text) for j, text in zip(others, rows, strict=True)]

    def name_others(self, i: int, j: int) -> bool:
        """Whether people are named beside both places, and nobody's name has a word of another's."""
        mine, yours = (self._people.get(place_of(self._settings[k].claim), set()) for k in (i, j))
        return bool(mine and yours) and mine.isdisjoint(yours)

    def _compare(self, i: int, j: int, text: tuple[float, ...]) -> tuple[float, ...]:
        left, right = self._settings[i], self._settings[j]
        a, b = left.claim, right.claim
        shared = self._features.of(i, j, text)
        told = dict(zip(FEATURES, shared, strict=True))
        found = {
            "role_same": bool(left.role) and left.role == right.role,
            "role_less": not left.role or not right.role,
            "part_unlike": _words(a, "parts") != _words(b, "parts"),
            "site": bool(left.sites & right.sites),
            "doing": bool(left.doings & right.doings),
            "words": weigh_words(left, right),
            "numbers": weigh_numbers(left, right),
            "scene": bool(_frames(a) & _frames(b)),
            "leading": leading_word(a) == leading_word(b),
            "sort": bool(sort_before(a)) and sort_before(a) == sort_before(b),
            "stage_unlike": _stages(a) != _stages(b),
            "speech_unlike": (a.key.predicate in speech_verbs()) != (b.key.predicate in speech_verbs()),
            **{name: told[name] for name in _SHARED},
            "same": score("same.place", FEATURES, shared),
        }
        return tuple(float(found[name]) for name in VICINITY)


_SHARED = (
    "periods_same",
    "periods_clash",
    "modality_unlike",
    "predicate_soft",
    "sentence",
    "window",
    "meaning",
    "lead",
)
"""What the features of any two values say already."""


def weigh_vicinity(features: Sequence[float]) -> float:
    """How alike two places are told, by hand-set weights: to choose the likest of several pairs."""
    return sum(_WORTH.get(name, 0.0) * value for name, value in zip(VICINITY, features, strict=True))


def may_answer_one(left: Setting, right: Setting) -> bool:
    """Whether nothing tells that two places answer two questions: whence and where, then and now."""
    a, b = left.claim, right.claim
    if left.role and right.role and left.role != right.role:
        return False
    if differ_in_setting(left, right) or is_part_of_town(a) != is_part_of_town(b) or _differ_in_owner(a, b):
        return False
    if tells_of_life(a) != tells_of_life(b) or _is_coming(a) != _is_coming(b):
        return False
    if _words(a, "anew") != _words(b, "anew"):
        return False
    return not (are_told_apart(a, b) or differ_in_life(a, b) or are_long_apart(a, b))


def may_be_spot(left: Claim, right: Claim) -> bool:
    """Whether the words before two places let one be a square or hill of the other: "at Low", "in Dun"."""
    return leading_word(left) in _SPOTS and leading_word(right) not in _SPOTS


def _differ_in_owner(left: Claim, right: Claim) -> bool:
    """Whether one thing is told of two people or firms: one of Dun, another of Orl."""
    a, b = _owners(left), _owners(right)
    return any(a[frame].isdisjoint(b[frame]) for frame in a.keys() & b.keys())


def _owners(claim: Claim) -> dict[str, set[str]]:
    owners: dict[str, set[str]] = {}
    for scene in claim.key.scenes:
        if scene.of and scene.frame not in _UNASKED:
            owners.setdefault(scene.frame, set()).add(scene.of)
    return owners


def _is_coming(claim: Claim) -> bool:
    return any(scene.frame == COMING for scene in claim.key.scenes)


def _words(claim: Claim, table: str) -> set[str]:
    """The words of a list that stand in a place's sentence."""
    words: list[str] = lexicon.read_table("scenes")["general"][table]
    return {word.strip(".,;:()\"'").lower() for word in claim.context.split()} & set(words)


def _stages(claim: Claim) -> set[str]:
    """Words around a place that tell a stage from the next one: "the semi-final"."""
    stages: list[str] = lexicon.read_table("occasions")["stages"]["words"]
    return set(stages) & {word.lower() for word, _ in claim.key.words}


def _frames(claim: Claim) -> set[str]:
    return {scene.frame for scene in claim.key.scenes} - _UNASKED
