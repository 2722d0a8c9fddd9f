"""Slots of statuses: what became of one thing or one person, where articles cannot all be right.

One statement is wrong where others agree, of the same thing, on the opposite. What a status is said of
is told by people and words that the claims share; things change, so an article that has both states,
or that came out after all others, tells of a change and contradicts nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from discrepancy import lexicon
from discrepancy.align.answers import clash, trim_values
from discrepancy.align.features import Similarities, measure_similarities
from discrepancy.context import sentence_of
from discrepancy.extract.statuses import BY, NOBODY
from discrepancy.model import Claim, Figure, Kind, Name, Phrase, Provenance, Slot
from discrepancy.vectors import information, similarity

AGREED = 0.45
"""Evidence that two claims are of one thing from which a majority of articles makes a conflict."""

ALONE = 0.75
"""The same for one article against one other."""

MOVED_ON = timedelta(hours=20)
"""Time after all other reports from which a report tells what came of it since."""

LONG_AGO = timedelta(days=45)
"""Time before a report from which a day it gives is history."""

WEEK = timedelta(days=7)
NOTHING = timedelta(0)

SUPPORT = 0.3
"""Evidence from which a further article takes a side."""

UNLIKE = 0.7
"""What is left of the evidence where no word for the thing is shared: a quarry and a depot."""

MARGIN = 0.15
"""Evidence by which one of an article's two statements has to be ahead to be the one that counts."""

FEW = 2
"""People of one calling in a story between whom its word need not tell."""

NEAR = 0.6
"""Cosine of word vectors from which two words may name one thing: pipeline and tube."""

USUAL = 0.5
"""Information of a word that is half enough to tell things apart."""

_PLANNED = "planned"
_INNOCENCE = "innocence"
_GUILT = "guilt"


@dataclass(frozen=True, slots=True)
class _Theme:
    """What a status is said of: people by their names, and the words for it, most telling first."""

    people: frozenset[str]
    words: frozenset[str]
    agents: frozenset[str]
    planned: bool
    nobody: bool


def align_statuses(
    story_id: str, claims: Sequence[Claim], rest: Sequence[Claim]
) -> tuple[tuple[Slot, ...], list[Claim]]:
    """Slots for what articles say has become of one thing and cannot all be true.

    Args:
        story_id: The story.
        claims: All claims of its articles, for the people and figures that stand beside a status.
        rest: Those of them that no other question has taken.

    Returns:
        The slots, and ``rest`` without its statuses.
    """
    statuses = [claim for claim in rest if claim.mention.kind is Kind.STATUS]
    others = [claim for claim in rest if claim.mention.kind is not Kind.STATUS]
    # Rising and falling are both true, each of its own period, and the figures with them are compared.
    told = [claim for claim in statuses if _dimension(claim) != "trend"]
    told = _outside_quotes(told, claims)
    if len({claim.mention.article_id for claim in told}) < 2:
        return (), others
    story = _Story(claims, told)
    slots = (slot for group in _by_question(told) for slot in story.answer(story_id, group))
    return tuple(slots), others


def _outside_quotes(statuses: Sequence[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """Statuses that are no part of an utterance: those are compared word by word, as quotations."""
    quoted: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for claim in claims:
        mention = claim.mention
        if mention.kind is Kind.QUOTE:
            quoted.setdefault((mention.article_id, mention.field), []).append((mention.start, mention.end))
    return [
        claim
        for claim in statuses
        if not any(
            start <= claim.mention.start < end
            for start, end in quoted.get((claim.mention.article_id, claim.mention.field), ())
        )
    ]


def _by_question(statuses: Sequence[Claim]) -> Iterator[list[int]]:
    """Indexes of the statuses of one dimension."""
    groups: dict[str, list[int]] = {}
    for index, claim in enumerate(statuses):
        groups.setdefault(_dimension(claim), []).append(index)
    yield from groups.values()


class _Story:
    """One story's statuses, with what tells whether two of them are said of one thing."""

    def __init__(self, claims: Sequence[Claim], statuses: Sequence[Claim]) -> None:
        self.statuses = statuses
        self.names = _name_people(claims)
        self.offices = _name_holders(claims)
        self.beside = _tell_beside(claims)
        self.similar: Similarities = measure_similarities(statuses)
        self.themes = [self._theme(claim) for claim in statuses]

    def answer(self, story_id: str, group: Sequence[int]) -> Iterator[Slot]:
        """Slots among statuses of one dimension: contradictions, the surest first, then agreements.

        No claim takes part in two.
        """
        sure = {
            (i, j): self.evidence(i, j, group)
            for position, i in enumerate(group)
            for j in group[position + 1 :]
            if self._article(i) != self._article(j)
        }
        used: set[int] = set()
        for told, certainty in self._contradictions(group, sure):
            if used.isdisjoint(told):
                # One thing has one contradiction; what else is said of it would repeat it.
                near = (
                    k for k in group if any(self.evidence(k, t, group) >= SUPPORT for t in told if t != k)
                )
                used.update(told, near)
                yield self._make_slot(story_id, told, certainty)
        for told in self._agreements(sure, used):
            yield self._make_slot(story_id, told, 1.0)

    def _make_slot(self, story_id: str, told: Sequence[int], certainty: float) -> Slot:
        answers = trim_values(self.statuses[k] for k in told)
        label = max((claim.key.question for claim in answers), key=len)
        return Slot(story_id, Kind.STATUS, label, answers, certainty, Provenance("status"))

    def _contradictions(
        self, group: Sequence[int], sure: Mapping[tuple[int, int], float]
    ) -> Iterator[tuple[list[int], float]]:
        """The claims of either side of a contradiction, and its certainty."""
        rivals = [pair for pair, told in sure.items() if told >= AGREED and self._are_rivals(*pair)]
        for i, j in sorted(rivals, key=lambda pair: (-sure[pair], pair)):
            sides = self._settle(self._side(i, j, group, sure), self._side(j, i, group, sure))
            if sides is not None and (certainty := self._weigh(sure[i, j], *sides)) is not None:
                yield sorted({*sides[0], *sides[1]}), certainty

    def _agreements(self, sure: Mapping[tuple[int, int], float], used: set[int]) -> Iterator[list[int]]:
        """Claims of several articles that say the same of one thing."""
        left = {i for pair in sure for i in pair} - used
        for i in sorted(left):
            told = {
                end
                for pair, near in sure.items()
                if i in pair and near >= ALONE and left.issuperset(pair) and not self._clash(*pair)
                for end in pair
            }
            left -= told
            if told:
                yield sorted(told)

    def _clash(self, i: int, j: int) -> bool:
        return clash(self.statuses[i], self.statuses[j])

    def _side(
        self, mine: int, other: int, group: Sequence[int], sure: Mapping[tuple[int, int], float]
    ) -> dict[int, float]:
        """``mine`` and what agrees with it against ``other``, with how surely it is of the same thing."""
        side = {mine: sure[min(mine, other), max(mine, other)]}
        for k in group:
            if k == mine or self._clash(k, mine):
                continue
            if not self._clash(k, other) or not self._may_stand_with(k, mine):
                continue
            near = max(self.evidence(k, end, group) for end in (mine, other))
            if near >= SUPPORT:
                side[k] = near
        return side

    def _settle(self, left: dict[int, float], right: dict[int, float]) -> tuple[list[int], list[int]] | None:
        """Both sides without the articles on either; None where one of the two rivals' own is.

        An article that says both of one thing tells of a change; one that says the other far less
        surely of this thing says it of another.
        """
        asked = {self._article(next(iter(left))), self._article(next(iter(right)))}
        for article in {self._article(k) for k in left} & {self._article(k) for k in right}:
            here = max(sure for k, sure in left.items() if self._article(k) == article)
            there = max(sure for k, sure in right.items() if self._article(k) == article)
            if abs(here - there) < MARGIN and article in asked:
                return None
            for side, out in ((left, here < there + MARGIN), (right, there < here + MARGIN)):
                for k in [k for k in side if out and self._article(k) == article]:
                    del side[k]
        told = self._of_the_time(list(left), list(right)), self._of_the_time(list(right), list(left))
        return told if all(told) else None

    def _of_the_time(self, side: list[int], other: Sequence[int]) -> list[int]:
        """``side`` without what came out long after ``other``, unless all else of it came long before.

        "Reopened on Thursday" supports nobody who says that it was open on Monday.
        """
        times = [t for k in other if (t := _moment(self.statuses[k])) is not None]
        if not times:
            return side
        late = [k for k in side if (t := _moment(self.statuses[k])) and t >= max(times) + MOVED_ON]
        early = [k for k in side if (t := _moment(self.statuses[k])) and t <= min(times) - MOVED_ON]
        if not late or len(late) + len(early) == len(side):
            return side
        return [k for k in side if k not in late]

    def _may_stand_with(self, k: int, mine: int) -> bool:
        """Whether ``k`` may tell of the time that ``mine`` tells of."""
        if self.themes[k].planned != self.themes[mine].planned and _dimension(self.statuses[k]) not in _table(
            "ahead"
        ):
            return False
        return _is_long_ago(self.statuses[k]) == _is_long_ago(self.statuses[mine])

    def _weigh(self, sure: float, left: Sequence[int], right: Sequence[int]) -> float | None:
        """How sure it is that the two sides contradict each other; None where they need not."""
        mine, yours = ({self._article(i) for i in side} for side in (left, right))
        if self._moved_on(left, right):
            return None
        many, few = max(len(mine), len(yours)), min(len(mine), len(yours))
        if sure < (AGREED if many > few else ALONE):
            return None
        return round(0.6 + 0.4 * sure, 3)

    def _moved_on(self, left: Sequence[int], right: Sequence[int]) -> bool:
        """Whether all of one side came out so long after the other that things may have changed."""
        times = [[_moment(self.statuses[i]) for i in side] for side in (left, right)]
        known = [[t for t in side if t is not None] for side in times]
        if not all(known):
            return False
        first, then = sorted(zip(known, (left, right), strict=True), key=lambda pair: min(pair[0]))
        if min(then[0]) - max(first[0]) < MOVED_ON:
            return False
        return not any(self.statuses[i].mention.value.normal in _lasting() for i in first[1])

    def _are_rivals(self, i: int, j: int) -> bool:
        if not self._clash(i, j) or not self._is_one_time(i, j):
            return False
        plans = self.themes[i].planned != self.themes[j].planned
        return not plans or _dimension(self.statuses[i]) in _table("ahead")

    def _is_one_time(self, i: int, j: int) -> bool:
        """Whether nothing beside the two says that they are of different times."""
        a, b = self.statuses[i].key.periods, self.statuses[j].key.periods
        if not a or not b:
            return not (_is_long_ago(self.statuses[i]) or _is_long_ago(self.statuses[j]))
        # A weekday is easily read a week off.
        return any(
            x[0] <= y[1] + w and y[0] + w <= x[1] for x in a for y in b for w in (-WEEK, NOTHING, WEEK)
        )

    def evidence(self, i: int, j: int, group: Sequence[int]) -> float:
        """How sure it is that two statuses are said of one thing, from 0 to 1."""
        a, b = self.themes[i], self.themes[j]
        if not self._may_be_one(i, j):
            return 0.0
        named = bool(a.people & b.people)
        personal = _dimension(self.statuses[i]) in _table("personal")
        text = self.similar.of(i, j)
        doubt = 1.0
        doubt *= 1 - 0.6 * (named if personal else 0.3 * named)
        alike = _shared(a.words, b.words)
        doubt *= 1 - 0.7 * alike
        doubt *= 1 - 0.3 * _shared(a.agents, b.agents)
        doubt *= 1 - 0.7 * text[0]
        doubt *= 1 - 0.3 * text[3]
        doubt *= 1 - 0.4 * self._beside(i, j)
        doubt *= 1 - 0.4 * _named_together(self.statuses[i], self.statuses[j])
        if self._is_lone(i, group) and self._is_lone(j, group):
            doubt *= 1 - 0.25
        other = bool(a.words and b.words) and not alike and not personal
        return (1 - doubt) * (UNLIKE if other else 1.0)

    def _may_be_one(self, i: int, j: int) -> bool:
        """Whether nothing tells the people apart, nor the charges, contests and things."""
        a, b = self.themes[i], self.themes[j]
        dimension = _dimension(self.statuses[i])
        if dimension in _table("personal"):
            if a.people and b.people and not a.people & b.people:
                return False
            known = a.people & b.people or a.words & b.words or a.nobody or b.nobody
            if not known and not self._beside(i, j):
                return False
        if dimension in _table("told") and not _shared(a.words, b.words):
            return False
        if dimension in _table("bodily") and not (a.people & b.people or self._beside(i, j)):
            return False
        if dimension in _table("several"):
            mine, yours = a.words - _table("court") - {_GUILT}, b.words - _table("court") - {_GUILT}
            return bool(mine & yours) or not mine or not yours
        return True

    def _beside(self, i: int, j: int) -> float:
        """Figures and days that the two sentences share."""
        a, b = (self.beside.get(_place(self.statuses[k]), frozenset()) for k in (i, j))
        return 1 - 0.5 ** len(a & b)

    def _is_lone(self, i: int, group: Sequence[int]) -> bool:
        """Whether its article says nothing else of this sort."""
        return all(self._article(k) != self._article(i) or k == i for k in group)

    def _article(self, i: int) -> str:
        return self.statuses[i].mention.article_id

    def _theme(self, claim: Claim) -> _Theme:
        value = claim.mention.value
        assert isinstance(value, Phrase)
        lemmas = [lemma.lower() for lemma in value.lemmas if lemma not in (_PLANNED, NOBODY)]
        by = lemmas.index(BY) if BY in lemmas else len(lemmas)
        agents = frozenset(lemma for lemma in lemmas[by + 1 :] if lemma not in self.names)
        named = [self.names[lemma] for lemma in lemmas if lemma in self.names]
        people = frozenset[str]().union(*named)
        if named and (one := frozenset.intersection(*named)):
            people = one
        words = frozenset(lemma for lemma in lemmas[:by] if lemma not in self.names)
        if not people:
            told = claim.context.lower()
            called = (p for o, p in self.offices.items() if o.split()[-1] in words | agents and o in told)
            people = frozenset[str]().union(*called)
        if words & (_arguments("crime") | {_INNOCENCE}):
            words |= {_GUILT}
        return _Theme(people, words, agents, _PLANNED in value.lemmas, NOBODY in value.lemmas)


def _shared(left: frozenset[str], right: frozenset[str]) -> float:
    """How telling the words are that two themes share, or nearly: 0 for none, .5 for a usual one."""
    told = sum(information(word) for word in left & right)
    for word in left - right:
        near = max((similarity(word, other) for other in right - left), default=0.0)
        told += 0.5 * information(word) * (near >= NEAR)
    return told / (told + USUAL) if told else 0.0


def _named_together(left: Claim, right: Claim) -> float:
    """How near to both statuses a name stands that they share."""
    weights = dict(right.key.names)
    return min(
        1.0, max((min(w, weights[name]) for name, w in left.key.names if name in weights), default=0.0)
    )


def _name_people(claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
    """The people that a word of the story may name, by the word."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Name) and value.type == "PERSON":
            for word in (*value.normal.lower().split(), *claim.mention.text.lower().split()):
                found.setdefault(word, set()).add(value.normal)
    return {word: frozenset(people) for word, people in found.items()}


def _name_holders(claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
    """The people whom the story calls so, by the words for a calling; not where they are many."""
    found: dict[str, set[str]] = {}
    people = _arguments("person")
    for claim in claims:
        mention = claim.mention
        if mention.kind is Kind.ROLE and claim.key.entity:
            found.setdefault(mention.value.normal.replace("_", " "), set()).add(claim.key.entity)
        elif isinstance(mention.value, Name) and mention.value.type == "PERSON":
            before = claim.context[: mention.start - claim.context_start].lower().split()
            if before and before[-1] in people:
                found.setdefault(before[-1], set()).add(mention.value.normal)
    return {words: frozenset(holders) for words, holders in found.items() if len(holders) <= FEW}


def _tell_beside(claims: Sequence[Claim]) -> dict[tuple[str, object, int], frozenset[str]]:
    found: dict[tuple[str, object, int], set[str]] = {}
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Figure) or claim.mention.kind is Kind.DATE:
            told = str(value.number) if isinstance(value, Figure) else value.normal[:10]
            found.setdefault(_place(claim), set()).add(told)
    return {place: frozenset(told) for place, told in found.items()}


def _place(claim: Claim) -> tuple[str, object, int]:
    field, sentence = sentence_of(claim)
    return claim.mention.article_id, field, sentence


def _dimension(claim: Claim) -> str:
    return claim.mention.value.normal.partition(":")[0]


def _moment(claim: Claim) -> datetime | None:
    moment = claim.moment
    if moment is None:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


@cache
def _arguments(name: str) -> frozenset[str]:
    return frozenset(lexicon.read_table("statuses")["arguments"][name])


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(lexicon.read_table("statuses")["questions"][name])


def _is_long_ago(claim: Claim) -> bool:
    """Whether a statement gives a day that was long past when its article came out."""
    if not claim.key.periods or claim.published is None:
        return False
    return max(last for _, last in claim.key.periods) < claim.published.date() - LONG_AGO


def _lasting() -> frozenset[str]:
    return _table("lasting")
