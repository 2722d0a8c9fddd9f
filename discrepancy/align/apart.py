"""Whether two places are answers to two questions: whence and where, then and now, born and at home."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.align.answers import text_before
from discrepancy.align.asked import read_scenes
from discrepancy.align.settings import is_from
from discrepancy.extract.predicates import questions
from discrepancy.model import Claim, Kind, Scene
from discrepancy.scenes import COMING, HOME, ROLE

_AGED = re.compile(r"\b(\d{1,3})-year-old (?:[\w-]+ ){0,2}(?:from|of) (?:the )?$")
_HOMEWARD = re.compile(r"\b(?:home|back home) (?:to|in|at) (?:the )?$", re.IGNORECASE)
_COURT = "court"
_ROLES = frozenset({"at", "from", "source"})
"""How a place is told: where it happened, whence, or that of who tells of it."""
_AT_HOME = {HOME: "lives"}
"""Somebody "of Ashford" lives there, as far as a town is concerned."""


def differ_in_life(left: Claim, right: Claim) -> bool:
    """Whether two places are told of different facts of a life: born in one, at home in the other."""
    if not left.key.scenes or not right.key.scenes:
        return False
    a, b = ({_AT_HOME.get(s.frame, s.frame) for s in c.key.scenes} & _lives() for c in (left, right))
    return bool(a and b) and not a & b


def tells_of_life(claim: Claim) -> bool:
    """Whether a place is told of somebody's life: where they were born, live or are from."""
    return any(_AT_HOME.get(scene.frame, scene.frame) in _lives() for scene in claim.key.scenes)


def are_told_apart(left: Claim, right: Claim) -> bool:
    """Whether two places cannot be answers to one question: whence and where, what was and what is to come.

    Nothing for values of other kinds.
    """
    if not left.mention.kind is right.mention.kind is Kind.PLACE:
        return False
    a, b = ({s.of for s in c.key.scenes if s.frame == ROLE and s.of in _ROLES} for c in (left, right))
    if (a and b and not a & b) or _is_home_of_one(left, right) or _is_home_of_one(right, left):
        return True
    if is_from(left) != is_from(right) or _are_two_courts(left, right) or _are_of_two_ages(left, right):
        return True
    if goes_home(left) != goes_home(right):
        return True
    coming = [any(scene.frame == COMING for scene in c.key.scenes) for c in (left, right)]
    return (coming[0] != coming[1] and _hangs_on_verbs(left, right)) or differ_in_time(left, right)


def _is_home_of_one(left: Claim, right: Claim) -> bool:
    """Whether the first place is somebody's home, and the second one where something of no life happens."""
    frames = [{_AT_HOME.get(s.frame, s.frame) for s in claim.key.scenes} for claim in (left, right)]
    homes = any(scene.frame == HOME and scene.of for scene in left.key.scenes)
    return homes and Scene(ROLE, "at") in right.key.scenes and not frames[1] & _lives()


def goes_home(claim: Claim) -> bool:
    """Whether somebody goes home to the place, from wherever all else was: "went home to Ashford"."""
    return _HOMEWARD.search(text_before(claim)) is not None


def _hangs_on_verbs(left: Claim, right: Claim) -> bool:
    """Whether one verb has both places, so that its tense tells of both."""
    return bool(left.key.predicate) and left.key.predicate == right.key.predicate


@cache
def _lives() -> frozenset[str]:
    return frozenset(name for name, entry in read_scenes().items() if entry.get("life"))


def _are_two_courts(left: Claim, right: Claim) -> bool:
    """Whether both places have a court, each of a rank of its own: the court and the supreme court."""
    mine, yours = ({word for word, _ in claim.key.words} for claim in (left, right))
    return _COURT in mine & yours and mine & questions("instances") != yours & questions("instances")


def _are_of_two_ages(left: Claim, right: Claim) -> bool:
    """Whether somebody of one age is from the one place, of another age from the other."""
    ages = [found[1] for claim in (left, right) if (found := _AGED.search(text_before(claim)))]
    return len(ages) == 2 and abs(int(ages[0]) - int(ages[1])) > 1


def differ_in_time(left: Claim, right: Claim) -> bool:
    """Whether days are told with both places, and no day of one is a day of the other."""
    a, b = left.key.periods, right.key.periods
    return bool(a and b) and not any(x[0] <= y[1] and y[0] <= x[1] for x in a for y in b)
