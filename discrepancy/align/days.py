"""Date slots that need no learning: most articles date an event to one day, one to another, a slip away.

Two dates of a story seldom are of one event, so a slot is made only where much comes together: the
words tell of one event, the values are a typical slip apart (the same day in another month, another
year, the neighbouring day, one digit of the time), the side of most articles agrees, and nobody on
either side has the other's value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from discrepancy import lexicon
from discrepancy.align.answers import trim_values
from discrepancy.align.occasions import NEAR, Occasions
from discrepancy.compare import compare_values
from discrepancy.compare.dates import WEEKDAY_SLIP
from discrepancy.model import Claim, Date, Kind, Provenance, Relation, Slot, Verdict
from discrepancy.question import choose_question

_CERTAINTY = {"printed": 0.97, "clock": 0.9, "neighbour": 0.85}
_ALONE = 0.85
"""How sure it is for each sort of slip, and how much less where one article stands against one."""
_NEIGHBOUR = "neighbouring day"
_CALENDAR = frozenset({"year", "month", "day"})
_DATELINE = re.compile(r"^\s*(?:\([A-Z][^)]{0,30}\)\s*)?[-–—]")
_LONGEST_DATELINE = 60
_FACE = re.compile(r"T(\d\d):(\d\d)")
_ROUND = frozenset({"00", "30"})
"""Minutes that two events have by chance."""
_SHORT = timedelta(hours=40)
_LOCAL_MORNING = 10
"""Hour in UTC from which on it may be tomorrow already where the report was written (+14 in the Pacific)."""

_FLOORS = {"printed": (1.1, 2.6), "clock": (1.0, 2.4), "neighbour": (2.0, 4.2)}
"""For each sort of slip the likeness needed where two articles or more stand against one, and one alone."""
_TIE = 0.8
"""Likeness from which a further article's equal value takes the side of its own."""


@dataclass(frozen=True, slots=True)
class _Clash:
    """One article's date against those of others that agree."""

    odd: Claim
    others: tuple[Claim, ...]
    score: float
    certainty: float


def align_days(story_id: str, claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """Slots for events that one article dates a slip away from the others."""
    dates = [claim for claim in claims if _is_usable(claim)]
    articles = list(dict.fromkeys(claim.mention.article_id for claim in dates))
    if len(articles) < 2:
        return ()
    story = _Story(claims, dates)
    found = [clash for claim in dates if (clash := story.find_clash(claim))]
    slots: list[Slot] = []
    told: set[tuple[str, str]] = set()
    for clash in sorted(found, key=lambda c: -c.score):
        members = [*story.same(clash.odd), *clash.others]
        marks = {(c.mention.article_id, c.mention.value.normal) for c in members}
        if told & marks:
            continue
        told |= marks
        slots.append(_make_slot(story_id, clash, story.same(clash.odd)))
    return tuple(slots)


def _make_slot(story_id: str, clash: _Clash, odd: Sequence[Claim]) -> Slot:
    said = (*clash.others, *odd)
    label = choose_question([claim.key.question for claim in said]) or Kind.DATE.value
    return Slot(story_id, Kind.DATE, label, trim_values(said), clash.certainty, Provenance("day"))


def _value(claim: Claim) -> Date:
    value = claim.mention.value
    assert isinstance(value, Date)
    return value


def _is_usable(claim: Claim) -> bool:
    """Whether a date is a day, month, year or time of day that tells of an event in the text."""
    value = claim.mention.value
    if (
        claim.mention.kind is not Kind.DATE
        or not isinstance(value, Date)
        or not claim.mention.zone.is_reporting
    ):
        return False
    return value.type in ("DATE", "TIME") and bool(_grain(value)) and not _is_in_dateline(claim)


def _is_in_dateline(claim: Claim) -> bool:
    """Whether a date says when the report was written: "OSTHAVEN, May 12 (NW) -"."""
    start = claim.mention.start - claim.context_start
    rest = claim.context[claim.mention.end - claim.context_start :]
    town = claim.context[:start].split(",")[0].strip()
    return start < _LONGEST_DATELINE and town.isupper() and bool(_DATELINE.match(rest))


def _grain(value: Date) -> str:
    """How fine a date is told: ``clock``, ``day``, ``month`` or ``year``; "" for all else."""
    if value.start is None or value.end is None:
        return ""
    if "clock" in value.said:
        return "clock"
    if value.end - value.start <= _SHORT:
        return "day"
    return {7: "month", 4: "year"}.get(len(value.timex), "")


class _Story:
    """The dates of a story, article by article, and what they are dates of."""

    def __init__(self, claims: Sequence[Claim], dates: Sequence[Claim]) -> None:
        self.occasions = Occasions(claims, dates)
        self.by_article: dict[str, list[Claim]] = {}
        for claim in dates:
            self.by_article.setdefault(claim.mention.article_id, []).append(claim)

    def same(self, claim: Claim) -> list[Claim]:
        """The claim, and its article's other dates of that value and event."""
        own = self.by_article[claim.mention.article_id]
        return [
            other
            for other in own
            if other is claim
            or (other.mention.value == claim.mention.value and self.occasions.score(claim, other) >= _TIE)
        ]

    def find_clash(self, odd: Claim) -> _Clash | None:
        """What the other articles say instead, if they leave little doubt that it is of the same event."""
        rivals = [rival for article in self.by_article if (rival := self._find_rival(odd, article))]
        best: list[Claim] = []
        for rival in rivals:
            group = [other for other in rivals if _agree(rival, other)]
            if self._weigh(odd, group) > self._weigh(odd, best):
                best = group
        if not best or self._has_support(odd, best):
            return None
        sort = _sort_of(odd, best[0])
        scores = sorted((self.occasions.score(odd, rival) for rival in best), reverse=True)[:2]
        score = sum(scores) / len(scores)
        several, alone = _FLOORS[sort]
        if score < (several if len(best) > 1 else alone):
            return None
        certainty = _CERTAINTY[sort] * (1.0 if len(best) > 1 else _ALONE)
        return _Clash(odd, self._gather(odd, best), score + len(best), certainty)

    def _weigh(self, odd: Claim, group: Sequence[Claim]) -> float:
        return sum(self.occasions.score(odd, rival) for rival in group)

    def _find_rival(self, odd: Claim, article: str) -> Claim | None:
        """The date of another article that is of the event of ``odd`` and a slip away from it."""
        if article == odd.mention.article_id:
            return None
        rivals = [
            (self.occasions.score(odd, other), other)
            for other in self.by_article[article]
            if self._is_rival(odd, other)
        ]
        score, rival = max(rivals, key=lambda item: item[0], default=(0.0, odd))
        if score <= 0 or not self._fits_best(odd, rival, score):
            return None
        return rival

    def _is_rival(self, odd: Claim, other: Claim) -> bool:
        if not _sort_of(odd, other) or _are_apart_in_time(odd, other) or _are_copied(odd, other):
            return False
        return self.occasions.event(odd, other) >= NEAR or self.occasions.shares_number(odd, other)

    def _fits_best(self, odd: Claim, rival: Claim, score: float) -> bool:
        """Whether neither date is explained by one of the other's article that it agrees with."""
        loose = _sort_of(odd, rival) == "neighbour"
        for claim, other in ((odd, rival), (rival, odd)):
            for own in self.by_article[other.mention.article_id]:
                if own is other or _grain(_value(own)) != _grain(_value(claim)):
                    continue
                agree = _agree(claim, own)
                if agree and not loose:
                    return False
                if self.occasions.score(claim, own) + (1.0 if agree else 0.0) > score:
                    return False
        return True

    def _has_support(self, odd: Claim, best: Sequence[Claim]) -> bool:
        """Whether a further article dates the event as the odd one does."""
        loose = _sort_of(odd, best[0]) == "neighbour"
        taken = {odd.mention.article_id, *(claim.mention.article_id for claim in best)}
        return any(
            _agree(odd, other)
            and (not loose or self.occasions.score(odd, other) >= _FLOORS["neighbour"][0] / 2)
            for article, own in self.by_article.items()
            if article not in taken
            for other in own
            if _grain(_value(other)) == _grain(_value(odd))
        )

    def _gather(self, odd: Claim, best: Sequence[Claim]) -> tuple[Claim, ...]:
        """The rivals, and what further articles say of the same event that agrees with them."""
        articles = {odd.mention.article_id, *(claim.mention.article_id for claim in best)}
        found = list(best)
        for article, own in self.by_article.items():
            if article in articles:
                continue
            ties = [
                (max(self.occasions.score(other, claim) for claim in (odd, *best)), number)
                for number, other in enumerate(own)
                if _grain(_value(other)) == _grain(_value(odd)) and _agree(other, best[0])
            ]
            score, number = max(ties, default=(0.0, -1))
            if score >= _TIE:
                found.append(own[number])
        return tuple(found)


def _relate(left: Claim, right: Claim) -> Relation:
    return compare_values(Kind.DATE, left.mention.value, right.mention.value)


def _agree(left: Claim, right: Claim) -> bool:
    """Whether two dates are one, told as finely; a day in a year unsaid is that day of any year."""
    a, b = _value(left), _value(right)
    if _grain(a) != _grain(b):
        return False
    if _grain(a) == "clock" and (a.offset is None) != (b.offset is None):
        return a.timex[-5:] == b.timex[-5:]
    if _relate(left, right).verdict is not Verdict.CONFLICT:
        return True
    unsaid = not ("year" in a.said and "year" in b.said)
    return (
        _grain(a) == "day" and unsaid and {"month", "day"} <= a.said & b.said and a.timex[4:] == b.timex[4:]
    )


def _sort_of(left: Claim, right: Claim) -> str:
    """The sort of slip between two dates: ``printed``, ``clock``, ``neighbour``, or "" for none."""
    a, b = _value(left), _value(right)
    if _grain(a) != _grain(b) or _agree(left, right):
        return ""
    relation = _relate(left, right)
    if relation.verdict is not Verdict.CONFLICT or relation.slip == WEEKDAY_SLIP:
        return ""
    if _grain(a) == "clock":
        return "clock" if _is_slip_of_clock(a, b) else ""
    if relation.slip == _NEIGHBOUR and not _is_deictic(left) and not _is_deictic(right):
        return "neighbour"
    changed = {
        name
        for name, one, two in zip(
            ("year", "month", "day"), a.timex.split("-"), b.timex.split("-"), strict=False
        )
        if one != two
    }
    if relation.slip.startswith("neighbouring") or not relation.slip:
        return ""
    return "printed" if changed <= a.said & b.said & _CALENDAR else ""


def _is_slip_of_clock(left: Date, right: Date) -> bool:
    """Whether two times differ in one digit, by two digits swapped, or in nothing but the hour."""
    faces = [_FACE.search(value.timex) for value in (left, right)]
    if None in faces:
        return False
    (hour, minute), (other, else_minute) = (face.groups() for face in faces if face)
    if minute == else_minute and minute not in _ROUND:
        return True
    apart = [n for n, (a, b) in enumerate(zip(hour + minute, other + else_minute, strict=True)) if a != b]
    return len(apart) == 1 or (len(apart) == 2 and sorted(hour + minute) == sorted(other + else_minute))


def _is_deictic(claim: Claim) -> bool:
    """Whether "today" or "yesterday" may be the day after what UTC makes of it, far in the east."""
    value, published = _value(claim), claim.published
    if not value.said <= {"relative", "clock", "meridiem"} or published is None:
        return False
    return published.utcoffset() == timedelta() and published.hour >= _LOCAL_MORNING


def _are_copied(left: Claim, right: Claim) -> bool:
    """Whether one report took over "earlier in the day" from another day's as it stood."""
    said = _value(left).said | _value(right).said
    return not said & (_CALENDAR | {"clock"}) and left.mention.text == right.mention.text


def _are_apart_in_time(left: Claim, right: Claim) -> bool:
    """Whether one was over when the other, still to come, was told: the next time is another time."""
    if _moved(left) or _moved(right):
        return True
    if any(_is_ahead(a) and _is_over(b, a) for a, b in ((left, right), (right, left))):
        return True
    return _is_ahead(left) != _is_ahead(right) and _sort_of(left, right) != "clock"


def _is_ahead(claim: Claim) -> bool:
    published, value = claim.published, _value(claim)
    return published is not None and value.start is not None and value.start > _naive(published)


def _is_over(claim: Claim, other: Claim) -> bool:
    """Whether a date lay behind when ``other`` was published."""
    published, value = other.published, _value(claim)
    return (
        published is not None and value.end is not None and value.end <= _naive(published) - timedelta(days=1)
    )


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def _moved(claim: Claim) -> bool:
    """Whether the words say that the day was changed: "postponed", "instead"."""
    return any(word in _moving() for word, weight in claim.key.words if weight >= NEAR * NEAR)


@cache
def _moving() -> frozenset[str]:
    return frozenset(lexicon.read_table("occasions")["moved"]["words"])
