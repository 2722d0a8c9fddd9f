"""Date slots that need no learning: most articles date an event to one day, one to another, a slip away.

Two dates of a story seldom are of one event, so a slot is made only where much comes together: the
words tell of one event, the values are a typical slip apart (the same day in another month, another
year, the neighbouring day, one digit of the time), the side of most articles agrees, and nobody on
either side has the other's value. Days no slip apart need two articles against one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from statistics import fmean
from typing import NamedTuple

from discrepancy import lexicon
from discrepancy.align.anchors import is_counted
from discrepancy.align.answers import date_of, text_before, trim_values
from discrepancy.align.calendar import (
    Grain,
    Slip,
    agree,
    differ_by_hours,
    find_slip,
    follow_across_weeks,
    grain_of,
    minutes_of,
)
from discrepancy.align.coarser import name_day, name_year
from discrepancy.align.excuses import Excuses
from discrepancy.align.lone_days import find_lone_dates
from discrepancy.align.moments import (
    are_of_one_day,
    is_ahead,
    is_by_other_clock,
    is_deictic,
    is_next_time,
    is_over,
    is_relative,
    is_stamp,
    may_be_years_apart,
)
from discrepancy.align.occasions import NEAR, Occasions, speech_verbs
from discrepancy.align.pins import pin_weekdays
from discrepancy.align.shifts import is_shifted
from discrepancy.align.stretches import is_stretch
from discrepancy.align.zones import find_abroad, place_times
from discrepancy.model import Claim, Date, Kind, Provenance, Slot
from discrepancy.question import choose_question

_CERTAINTY: dict[Slip, float] = {
    "printed": 0.97, "digit": 0.9, "clock": 0.9, "neighbour": 0.85, "month": 0.8, "year": 0.85,
    "apart": 0.75,
}  # fmt: skip
_ALONE = 0.85
"""How sure it is for each slip, and how much less where one article stands against one."""
_FLOORS: dict[Slip, tuple[float, float]] = {
    "printed": (1.1, 2.6), "digit": (1.5, 3.0), "clock": (0.9, 2.4), "neighbour": (1.9, 4.2),
    "month": (3.3, 5.5), "year": (3.3, 5.5), "apart": (2.0, inf),
}  # fmt: skip
"""For each slip the likeness needed where two articles or more stand against one, and one alone."""
_SINGLE = 1.2
"""The same for dates no slip apart of an event that a story seldom has two of."""
_ONCE = 1.9
"""The same for years of what happens to a thing once, where two articles have the one year at all."""
_LOOSE = frozenset({"neighbour", "month", "year", "apart"})
"""Slips that lie between the dates of two events often enough."""
_UNKNOWN_ELSEWHERE = 1.9
"""The same for years, where three articles have one that the odd one lacks, and none has its own."""
_PRINTED = frozenset({"printed", "digit"})
_TOLD = (0.2, 0.6)
"""Share of the likeness from which an equal date is of the same event: for telling slips, for loose ones."""
_SURE = 0.59
"""How surely both tell of one class of events, where the slip says little."""
_TIE = 0.8
"""Likeness from which a further article's equal value takes the side of its own."""
_ON_THE_MINUTE = -1.0
"""The same for times to the minute: two things seldom happen at 8.20 on one day."""
_QUARTER = 15
"""Minutes by which times are rounded."""
_CALENDAR = frozenset({"year", "month", "day"})
_DATELINE = re.compile(r"^\s*(?:\([A-Z][^)]{0,30}\)\s*)?[-–—]")
_LASTING = re.compile(r"\b(?:since|from|until|till)\s+(?:the\s+)?$")
_OF_THAT = re.compile(r"\b(?:[Ii]n|[Aa]t|[Dd]uring) that (?:[a-z-]+ ){0,2}[a-z-]+,? (?:on )?$")
"""Before a date of what another sentence tells of: "In that match, on Saturday, she lost"."""
_ONE_OF_THEM = re.compile(r"^One (?:of magnitude|of them|at|in|on|came|struck|hit|followed)\b")
"""How a sentence begins that tells of one of several, whatever they are: "One of magnitude 4.8 at 2 a.m."."""
_CONDITION = re.compile(r"\b[Ii]f\b[^,;:.]*$")
"""Before a date of what may never be: "If I had gone out on Monday"."""
_LONGEST_DATELINE = 60
_CLOCK_FACE = re.compile(r"\d{1,2}[:.]\d{2}(?= \w+ time\b| \(| on )")


class _Rival(NamedTuple):
    """A date of another article that may be of the same event, the slip, and what speaks for it."""

    claim: Claim
    slip: Slip
    score: float


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
    found = [clash for claim in story.dates if (clash := story.find_clash(claim))]
    found += [
        _Clash(lone.odd, lone.others, 0.0, lone.certainty)
        for lone in find_lone_dates(claims, story.dates, story.occasions, story.excuses)
    ]
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
    said = [_close(claim) for claim in (*clash.others, *odd)]
    label = choose_question([claim.key.question for claim in said]) or Kind.DATE.value
    return Slot(story_id, Kind.DATE, label, trim_values(said), clash.certainty, Provenance("day"))


def _close(claim: Claim) -> Claim:
    """A claim of the time of day alone; "since" or "until" a day is that day: what began then is asked."""
    face = _CLOCK_FACE.match(claim.mention.text) if _grain(claim) == "clock" else None
    if face:
        mention = replace(claim.mention, text=face[0], end=claim.mention.start + len(face[0]))
        claim = replace(claim, mention=mention)
    if not _LASTING.search(text_before(claim).lower()):
        return claim
    value = replace(date_of(claim), modifier="=")
    return replace(claim, mention=replace(claim.mention, value=value))


def _is_usable(claim: Claim) -> bool:
    """Whether a date is a day, month, year or time of day that tells of an event in the text."""
    value = claim.mention.value
    if (
        claim.mention.kind is not Kind.DATE
        or not isinstance(value, Date)
        or not claim.mention.zone.is_reporting
    ):
        return False
    if not grain_of(value) or is_stretch(claim) or is_stamp(claim):
        return False
    before = text_before(claim)
    if _CONDITION.search(before) or _OF_THAT.search(before) or _ONE_OF_THEM.match(before):
        return False
    return not _is_in_dateline(claim) and not is_counted(claim)


def _is_in_dateline(claim: Claim) -> bool:
    """Whether a date says when the report was written: "OSTHAVEN, May 12 (NW) -"."""
    start = claim.mention.start - claim.context_start
    rest = claim.context[claim.mention.end - claim.context_start :]
    town = claim.context[:start].split(",")[0].strip()
    return start < _LONGEST_DATELINE and town.isupper() and bool(_DATELINE.match(rest))


def _grain(claim: Claim) -> Grain:
    return grain_of(date_of(claim))


class _Story:
    """The dates of a story, article by article, and what they are dates of."""

    def __init__(self, claims: Sequence[Claim], told: Sequence[Claim]) -> None:
        days = [day for claim in told if (day := name_day(claim))]
        dates = pin_weekdays([*place_times(told), *days])
        rough = [year for claim in dates if (year := name_year(claim))]
        self._rough = {id(claim) for claim in rough}
        dates = [*dates, *rough]
        self.occasions = Occasions(claims, dates)
        self.dates = dates
        self.abroad = find_abroad(told)
        self.excuses = Excuses(claims, self.occasions)
        self.by_article: dict[str, list[Claim]] = {}
        self._by_grain: dict[tuple[str, Grain], list[Claim]] = {}
        for claim in dates:
            article = claim.mention.article_id
            self.by_article.setdefault(article, []).append(claim)
            self._by_grain.setdefault((article, _grain(claim)), []).append(claim)

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
        best: list[_Rival] = []
        for rival in rivals:
            group = [other for other in rivals if _agree(rival.claim, other.claim)]
            if sum(r.score for r in group) > sum(r.score for r in best):
                best = group
        if not best:
            return None
        score = fmean(sorted((rival.score for rival in best), reverse=True)[:2])
        slip = max(best, key=lambda rival: (rival.slip != "apart", rival.score)).slip
        if slip == "neighbour" and (is_relative(odd) or all(is_relative(rival.claim) for rival in best)):
            return None  # "yesterday" is wrong by a day as soon as the report is dated by one
        if slip == "neighbour" and not any(self.occasions.share_words(odd, r.claim) for r in best):
            return None
        others = self._gather(odd, best)
        several, alone = self._floors(odd, best, slip)
        votes = [other for other in others if slip not in _LOOSE or self.occasions.event(odd, other) >= _SURE]
        if slip == "year" and len(votes) > 2 and not self._stand_elsewhere(odd, others):
            several = min(several, _UNKNOWN_ELSEWHERE)
        if score < (several if len(votes) > 1 else alone) or self._has_support(odd, others, slip, score):
            return None
        days = (odd, *others)
        if slip == "apart" and (
            self._stand_elsewhere(odd, others) or any(map(self.excuses.shifts.touch, days))
        ):
            return None
        certainty = _CERTAINTY[slip] * (1.0 if len(votes) > 1 else _ALONE)
        return _Clash(odd, others, score + len(best), certainty)

    def _floors(self, odd: Claim, best: Sequence[_Rival], slip: Slip) -> tuple[float, float]:
        """The likeness needed: what is planned has one day, which is told in few words."""
        several, alone = _FLOORS[slip]
        if slip == "apart" and all(self.occasions.is_single(odd, rival.claim) for rival in best):
            several = _SINGLE
        if slip == "year" and all(self.occasions.is_once(odd, rival.claim) for rival in best):
            return (_ONCE, _ONCE) if self._count_telling(best[0].claim) > 1 else (several, alone)
        return several, alone

    def _count_telling(self, claim: Claim) -> int:
        """How many articles have a date's value, be it of another event."""
        value = claim.mention.value.normal
        return sum(any(c.mention.value.normal == value for c in own) for own in self.by_article.values())

    def _find_rival(self, odd: Claim, article: str) -> _Rival | None:
        """The date of another article that is of the event of ``odd`` and a slip away from it."""
        if article == odd.mention.article_id:
            return None
        told = self._by_grain.get((article, _grain(odd)), ())
        rivals = [rival for other in told if (rival := self._rival(odd, other))]
        best = max(rivals, key=lambda rival: (rival.slip != "apart", rival.score), default=None)
        return best if best and not self._is_explained(odd, best) else None

    def _rival(self, odd: Claim, other: Claim) -> _Rival | None:
        slip = _slip(odd, other)
        if {id(odd), id(other)} <= self._rough:
            return None  # years that are both printed with a month: the months are compared
        if slip == "apart" and not self._are_plans(odd, other):
            return None
        if not slip or _are_apart_in_time(odd, other) or _are_copied(odd, other):
            return None
        if slip == "clock" and self._is_by_other_clocks(odd, other):
            return None
        if self.excuses.excuse(odd, other):
            return None
        if slip in _LOOSE and (_is_of_speech(odd) or _is_of_speech(other)):
            return None
        event = self.occasions.event(odd, other)
        if event < (_SURE if slip in _LOOSE else NEAR) and not self.occasions.shares_number(odd, other):
            return None
        score = self.occasions.score(odd, other)
        return _Rival(other, slip, score) if score > 0 else None

    def _are_plans(self, odd: Claim, other: Claim) -> bool:
        """Whether two days or months that lie ahead are surely planned for one sort of event."""
        return (
            is_ahead(odd)
            and is_ahead(other)
            and date_of(odd).modifier == date_of(other).modifier == "="
            and self.occasions.event(odd, other) >= _SURE
            and self.occasions.may_be_planned_once(odd, other)
        )

    def _is_by_other_clocks(self, left: Claim, right: Claim) -> bool:
        """Whether two times whole hours apart may be one, told by the clocks of two countries."""
        articles = {left.mention.article_id, right.mention.article_id}
        unknown = None in (date_of(left).offset, date_of(right).offset)
        return unknown and bool(articles & self.abroad) and differ_by_hours(date_of(left), date_of(right))

    def _is_explained(self, odd: Claim, rival: _Rival) -> bool:
        """Whether one of the two dates rather answers to another one of the other's article."""
        for claim, other in ((odd, rival.claim), (rival.claim, odd)):
            for own in self.by_article[other.mention.article_id]:
                if own is other or _grain(own) != _grain(claim):
                    continue
                score = self.occasions.score(claim, own)
                if _agree(claim, own) and score >= _told_from(rival.slip) * rival.score:
                    return True
                if rival.slip in _LOOSE and score > rival.score:
                    return True
        return False

    def _has_support(self, odd: Claim, others: Sequence[Claim], slip: Slip, score: float) -> bool:
        """Whether a further article dates the event as the odd one does."""
        taken = {odd.mention.article_id, *(claim.mention.article_id for claim in others)}
        return any(
            _supports(odd, other) and self.occasions.score(odd, other) >= _told_from(slip) * score
            for article, own in self.by_article.items()
            if article not in taken
            for other in own
        )

    def _stand_elsewhere(self, odd: Claim, others: Sequence[Claim]) -> bool:
        """Whether anybody else has the odd value, or the odd one's article that of the others."""
        own = odd.mention.article_id
        return any(
            _supports(other, others[0] if article == own else odd)
            for article, told in self.by_article.items()
            for other in told
        )

    def _gather(self, odd: Claim, best: Sequence[_Rival]) -> tuple[Claim, ...]:
        """The rivals, and what further articles say of the same event that agrees with them."""
        found = [rival.claim for rival in best]
        articles = {claim.mention.article_id for claim in (odd, *found)}
        for article, own in self.by_article.items():
            if article in articles:
                continue
            ties = [
                (max(self.occasions.score(other, claim) for claim in (odd, *found)), -number)
                for number, other in enumerate(own)
                if _agree(other, found[0])
            ]
            score, number = max(ties, default=(-inf, 0))
            if score >= (_ON_THE_MINUTE if _is_to_the_minute(found[0]) else _TIE):
                found.append(own[-number])
        return tuple(found)


def _is_of_speech(claim: Claim) -> bool:
    """Whether it is when somebody said something, which no day is that is still to come."""
    return claim.key.predicate in speech_verbs() and not is_ahead(claim)


def _is_to_the_minute(claim: Claim) -> bool:
    return _grain(claim) == "clock" and minutes_of(date_of(claim)) % _QUARTER != 0


def _told_from(slip: Slip) -> float:
    """Share of a rival's score from which an equal date elsewhere is of the same event."""
    return _TOLD[slip in _LOOSE]


def _agree(left: Claim, right: Claim) -> bool:
    return agree(date_of(left), date_of(right))


def _supports(left: Claim, right: Claim) -> bool:
    """Whether two dates agree; a past Tuesday is none that was still to come, unless of one week."""
    if not _agree(left, right) or _grain(left) == "clock":
        return _agree(left, right)
    return is_ahead(left) == is_ahead(right) or date_of(left).timex[:10] == date_of(right).timex[:10]


def _slip(left: Claim, right: Claim) -> Slip:
    """The slip between two dates; none where "yesterday" is the next day in the far east."""
    slip = find_slip(date_of(left), date_of(right))
    if slip == "apart" and follow_across_weeks(date_of(left), date_of(right)) and are_of_one_day(left, right):
        slip = "neighbour"
    if slip == "neighbour" and any(is_deictic(c) or is_by_other_clock(c) for c in (left, right)):
        return ""
    if slip == "clock" and (_is_noon(left) or _is_noon(right)):
        return ""  # nobody mistypes a digit of "noon"
    return slip


def _is_noon(claim: Claim) -> bool:
    noons: dict[str, int] = lexicon.read_table("dates")["noons"]
    return any(word in noons for word in claim.mention.text.lower().split())


def _is_printed(claim: Claim) -> bool:
    return {"day", "month"} <= date_of(claim).said


def _are_copied(left: Claim, right: Claim) -> bool:
    """Whether one report took over "earlier in the day" from another day's as it stood."""
    said = date_of(left).said | date_of(right).said
    return not said & (_CALENDAR | {"clock"}) and left.mention.text == right.mention.text


def _are_apart_in_time(left: Claim, right: Claim) -> bool:
    """Whether one was over when the other, still to come, was told: the next time is another time."""
    if is_shifted(left) or is_shifted(right):
        return True
    both = ((left, right), (right, left))
    slip = _slip(left, right)
    if slip in _PRINTED and may_be_years_apart(left, right):
        return False
    if any((is_ahead(a) and is_over(b, a)) or is_next_time(a, b) for a, b in both):
        return True
    told = slip in _PRINTED or (
        slip == "neighbour" and any(_is_printed(c) and not is_ahead(c) for c in (left, right))
    )
    if told and not is_over(left, left) and not is_over(right, right):
        return False  # the day of the report, printed as what is still to come may be
    return is_ahead(left) != is_ahead(right) and slip != "clock"
