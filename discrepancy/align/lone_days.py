"""Printed days and years that one article alone has, a slip away from the one that several others print.

"On 28 February 2031", where two reports have the 18th and none the 28th: days of the month are told of few
things, so that two which look so much alike, each unknown to the other side, are seldom of two events, in
whatever words they are told. So are years that differ by ten or in the order of their digits, "founded in
1973" and "set up in 1963". A weekday is told of many things, and counts for nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from discrepancy.align.answers import date_of
from discrepancy.align.calendar import find_slip, grain_of
from discrepancy.align.excuses import Excuses
from discrepancy.align.moments import is_ahead, is_next_time, is_over, may_be_years_apart
from discrepancy.align.occasions import Occasions, speech_verbs
from discrepancy.model import Claim, Date

CERTAINTY = 0.85
"""How sure such a slip is: by labelled stories all of the two dozen that fulfil every condition."""
YEAR_CERTAINTY = 0.7
"""The same of a year, of which there were eight."""

_ENOUGH, _MANY = 2, 3
"""Articles that have to print the other date, and to tell the other day where it is the next one."""
_SLIPS = frozenset({"digit", "printed"})
_A_WORD, _MANY_WORDS, _ALL_WORDS = 0.1, 0.25, 1.0
"""Likeness of words below which nothing speaks for one event, from which the year of one thing is told, and
from which it does not matter that words single out two."""
_AT_ALL = -1.0
"""Likeness of events below which the sentences tell of plainly different things."""
_NUMBERED = re.compile(r"\d|\bof\b")
"""What a day printed as such has: "Christmas" is no slip from 24 December."""
_DAY, _YEAR = 10, 4
"""Characters of a value that give its day, and its year."""


class LoneDate(NamedTuple):
    """A date that one article alone prints, and the one that others do."""

    odd: Claim
    others: tuple[Claim, ...]

    @property
    def certainty(self) -> float:
        """How sure it is that the one is a slip."""
        return YEAR_CERTAINTY if _is_year(self.odd) else CERTAINTY


def find_lone_dates(
    claims: Sequence[Claim], dates: Sequence[Claim], occasions: Occasions, excuses: Excuses
) -> Iterator[LoneDate]:
    """Every day or year of a story that one article alone prints a slip away from what several have.

    Args:
        claims: Every claim of the story: a day told in whatever way is not unknown.
        dates: The dates that tell of events.
        occasions: The events of these.
        excuses: What lets two of them differ.
    """
    judge = _Judge(occasions, excuses)
    days = [claim for claim in dates if _is_printed_day(claim)]
    yield from _find(_Tellers(claims, _DAY), days, judge.are_one_day)
    years = [claim for claim in dates if _is_year(claim)]
    yield from _find(_Tellers(claims, _YEAR), years, judge.are_one_year)


class _Tellers:
    """For every day or year of a story the articles that tell it, in whatever words."""

    def __init__(self, claims: Sequence[Claim], length: int) -> None:
        self.length = length
        self._of: dict[str, set[str]] = {}
        for claim in claims:
            if isinstance(claim.mention.value, Date) and claim.mention.value.start is not None:
                self._of.setdefault(self.name(claim), set()).add(claim.mention.article_id)

    def name(self, claim: Claim) -> str:
        return date_of(claim).timex[: self.length]

    def of(self, claim: Claim) -> set[str]:
        return self._of.get(self.name(claim), set())


class _Judge:
    """Whether two dates may be of one event, as far as this can be told where a slip lies between them."""

    def __init__(self, occasions: Occasions, excuses: Excuses) -> None:
        self.occasions, self.excuses = occasions, excuses

    def are_one_day(self, odd: Claim, others: Sequence[Claim], tellers: int) -> bool:
        slips = {find_slip(date_of(odd), date_of(other)) for other in others}
        beside = slips == {"neighbour"} and self._is_told_well(odd, others, tellers)
        # Much that is planned begins on the first of some month.
        printed = _count(others) >= _ENOUGH and not (slips == {"printed"} and _is_first(odd))
        if not beside and not (printed and (slips <= _SLIPS or self._are_next_time(odd, others))):
            return False
        if any(self.excuses.excuse(odd, other) or _are_apart_in_time(odd, other) for other in others):
            return False
        words = self._likeness(odd, others)
        if not beside and self._are_told_apart(odd, others):
            return False
        return words >= _A_WORD and max(self.occasions.score(odd, other) for other in others) >= _AT_ALL

    def _are_next_time(self, odd: Claim, others: Sequence[Claim]) -> bool:
        """Whether both tell when it will be the next time: "next meeting: 11 December", "sits again on 4"."""
        return self.occasions.is_next(odd) and any(map(self.occasions.is_next, others))

    def _is_told_well(self, odd: Claim, others: Sequence[Claim], tellers: int) -> bool:
        """Whether much speaks for one event behind a day and the next one, which two events often have."""
        if tellers < _MANY or any(claim.key.predicate in speech_verbs() for claim in (odd, *others)):
            return False
        words = self._likeness(odd, others)
        if self._are_told_apart(odd, others):
            return words >= _ALL_WORDS
        return words >= 2 * _MANY_WORDS or max(self.occasions.event(odd, other) for other in others) > 0

    def are_one_year(self, odd: Claim, others: Sequence[Claim], tellers: int) -> bool:
        one, two = date_of(odd).timex[:_YEAR], date_of(others[0]).timex[:_YEAR]
        swapped = sorted(one) == sorted(two)
        if _count(others) < _ENOUGH or not (swapped or one[:2] + one[3] == two[:2] + two[3]):
            return False
        if any(self.excuses.excuse(odd, other) for other in others):
            return False
        if any(self.occasions.shares_number(odd, other) for other in others):
            return True
        if self._likeness(odd, others) < _MANY_WORDS or self._are_told_apart(odd, others):
            return False
        return swapped or not all(self.occasions.are_unlike(odd, other) for other in others)

    def _likeness(self, odd: Claim, others: Sequence[Claim]) -> float:
        return max(self.occasions.likeness(odd, other) for other in others)

    def _are_told_apart(self, odd: Claim, others: Sequence[Claim]) -> bool:
        return any(self.occasions.are_told_apart(odd, other) for other in others)


def _find(
    tellers: _Tellers, printed: Sequence[Claim], may_be_one: Callable[[Claim, Sequence[Claim], int], bool]
) -> Iterator[LoneDate]:
    """The lone dates among those ``printed``, each with one telling of the other date from every article."""
    for odd in printed:
        article = odd.mention.article_id
        if tellers.of(odd) != {article} or not _NUMBERED.search(odd.mention.text):
            continue
        for name in dict.fromkeys(map(tellers.name, printed)):
            others = [claim for claim in printed if tellers.name(claim) == name]
            told = tellers.of(others[0])
            if article not in told and may_be_one(odd, others, len(told)):
                yield LoneDate(odd, tuple({c.mention.article_id: c for c in reversed(others)}.values()))


def _count(claims: Sequence[Claim]) -> int:
    return len({claim.mention.article_id for claim in claims})


def _is_printed_day(claim: Claim) -> bool:
    value = date_of(claim)
    return grain_of(value) == "day" and {"day", "month"} <= value.said


def _is_first(claim: Claim) -> bool:
    return date_of(claim).timex.endswith("-01")


def _is_year(claim: Claim) -> bool:
    return grain_of(date_of(claim)) == "year" and date_of(claim).said == {"year"}


def _are_apart_in_time(left: Claim, right: Claim) -> bool:
    """Whether one was over when the other, still to come, was told."""
    if may_be_years_apart(left, right):
        return False
    both = ((left, right), (right, left))
    return any((is_ahead(a) and is_over(b, a)) or is_next_time(a, b) for a, b in both)
