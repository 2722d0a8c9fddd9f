"""Days that the words tell as changed: put off, brought forward, or planned at first.

A first day and a new one are no contradiction, whichever report is the older: who wrote before the
change, or copies who did, has the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from discrepancy import lexicon
from discrepancy.align.answers import date_of, text_before
from discrepancy.align.calendar import grain_of
from discrepancy.align.moments import is_ahead
from discrepancy.align.occasions import NEAR
from discrepancy.frames import MOVED
from discrepancy.model import Claim, Date

_AFTERWARDS = re.compile(r"(?:That|This|It|Which) (?:is|was|will be|means)\b")
"""What takes up the sentence before: "That is three days later than planned"."""


class Shifts:
    """What a story tells of changed days."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        """Read the claims of one story."""
        self._late_after = {
            _place(c) for c in claims if _AFTERWARDS.match(c.context) and _is_told_as_other(c)
        }
        days = [c for c in claims if isinstance(c.mention.value, Date) and _is_day(c)]
        self.told = [c for c in days if is_shifted(c) or self._is_late(c)]

    def are_first_and_new(self, left: Claim, right: Claim) -> bool:
        """Whether the one of two days may have taken the place of the other."""
        if _is_told_as_changed(left) or _is_told_as_changed(right):
            return True
        late = self._is_late(left), self._is_late(right)
        if all(late):
            # Both tell of a new day; but what was put off may be put off again.
            return _is_older(left, right) or _is_older(right, left)
        first, new = (left, right) if late[1] else (right, left)
        if any(late) and (is_ahead(first) or _is_older(first, new)):
            return True
        # What had happened when it was told was not put off.
        if not is_ahead(left) or not is_ahead(right):
            return False
        if is_shifted(left) or is_shifted(right):
            return True
        return self._is_first(left, right) or self._is_first(right, left)

    def _is_late(self, day: Claim) -> bool:
        """Whether its sentence, or what takes it up, says that a day is another than planned."""
        return _is_told_as_other(day) or _place(day, 1) in self._late_after

    def touch(self, day: Claim) -> bool:
        """Whether the story tells of a day that it was changed, be it of another event."""
        return any(_touch(date_of(day), date_of(told)) for told in self.told)

    def _is_first(self, first: Claim, new: Claim) -> bool:
        """Whether ``first`` is told as what held before, or ``new`` as changed after ``first`` was told."""
        if any(_touch(date_of(first), date_of(told)) and _is_former(told) for told in self.told):
            return True
        tellers = [told for told in self.told if _touch(date_of(new), date_of(told))]
        return bool(tellers) and (self.touch(first) or all(_is_older(first, told) for told in tellers))


def _place(claim: Claim, further: int = 0) -> tuple[str, str, int]:
    """The sentence of a claim, or one so much further on."""
    return claim.mention.article_id, claim.mention.field, claim.mention.sentence + further


def is_shifted(claim: Claim) -> bool:
    """Whether the words say that the day was changed: "postponed", "moved to", "had been due on"."""
    return _tells_of_change(claim) or _is_told_as_changed(claim)


def _tells_of_change(claim: Claim) -> bool:
    return dict(claim.key.events).get(MOVED, 0.0) >= NEAR * NEAR


def _is_day(claim: Claim) -> bool:
    """Whether it is a day or a month that can take another's place; "within ten years" does not."""
    return grain_of(date_of(claim)) in ("clock", "day", "month")


def _is_told_as_changed(claim: Claim) -> bool:
    """The same, said of this very day."""
    return _is_former(claim) or _lead("to").search(text_before(claim).lower()) is not None


def _is_former(claim: Claim) -> bool:
    """Whether a day is told as the one that held before: "instead of", "had been due on"."""
    before = text_before(claim).lower()
    if _lead("from").search(before):
        return True
    # "An inspection planned for March was put off."
    return _tells_of_change(claim) and _lead("for").search(before) is not None


def _is_told_as_other(claim: Claim) -> bool:
    """Whether a sentence sets its day against a plan: "three days later than planned", "a week late"."""
    return _than().search(claim.context.lower()) is not None


def _is_older(first: Claim, told: Claim) -> bool:
    """Whether one report came out on a day before the other."""
    return (
        first.published is not None
        and told.published is not None
        and (first.published.date() < told.published.date())
    )


@cache
def _than() -> re.Pattern[str]:
    """What tells of a day that it is not the one of the plan."""
    table: dict[str, list[str]] = lexicon.read_table("occasions")["shifted"]
    names = ("than", "once", "units", "plans")
    than, once, units, plans = ("|".join(map(re.escape, table[name])) for name in names)
    return re.compile(
        rf"\b(?:later|earlier|sooner) than (?:(?:had been|was|were|we|they) )?(?:(?:{once}) )?(?:{than})\b"
        rf"|\b(?:behind|ahead of) schedule\b|\b(?:new|revised|updated|amended) (?:{plans})\b"
        rf"|\b(?:{units}) (?:late|early)(?=[,.;)]|$| (?:because|after|due)\b)"
    )


@cache
def _lead(way: str) -> re.Pattern[str]:
    """What leads up to a new day ("moved the vote to"), a former one ("had been due on") or a plan."""
    table: dict[str, list[str]] = lexicon.read_table("occasions")["shifted"]
    names = ("verbs", "former", "once", "due")
    verbs, former, once, due = ("|".join(map(re.escape, table[name])) for name in names)
    if way == "to":
        return re.compile(rf"\b(?:{verbs})\b[^.;:]{{0,60}}?\b(?:to|until|till)\s+(?:the\s+)?$")
    if way == "for":
        return re.compile(rf"\b(?:{due})\s+(?:for|in|on)\s+(?:the\s+)?$")
    return re.compile(
        rf"\b(?:{former})\b[^.;:,]{{0,20}}$|\b(?:{verbs})\b[^.;:,]{{0,40}}\bfrom\s+(?:the\s+)?$"
        rf"|\b(?:had (?:\w+ )?been|{once}) (?:\w+ )?(?:{due})\b[^.;:,]{{0,60}}$"
        rf"|\bnot,? as (?:{once}) (?:{due}),? (?:on|in|for) (?:the )?$"
        r"|\b(?:(?:was|were) to have|should have been) (?:been )?\w+(?:ed|en|un|ne|wn)\b[^.;:,]{0,60}$"
    )


def _touch(left: Date, right: Date) -> bool:
    """Whether two stretches of time share a day."""
    if left.start is None or left.end is None or right.start is None or right.end is None:
        return False
    return left.start <= right.end and right.start <= left.end
