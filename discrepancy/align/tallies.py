"""Tallies: how many or how much of one thing, where reports agree and a single one has another number.

Whether two sentences count the same thing their words tell only roughly; but where three articles have one
number, the fourth another, and neither side knows the other's, less likeness is enough than between one and
one. It is believed only where the noun is the same, no better answer stands in either article, and nothing
says that some are counted apart, at another hour, or in the minutes of a live report. Two articles are
enough where the noun is the very same and nothing narrows either count. What has a unit, a share or a
length, has no noun: there the two numbers have to be a slip apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import cache

from discrepancy import lexicon
from discrepancy.align.answers import count_articles, text_before, trim_values
from discrepancy.align.facts import gather_facts
from discrepancy.align.features import FEATURES
from discrepancy.align.lines import figure_of, is_countable, number_of
from discrepancy.align.outvoted import within_term
from discrepancy.align.pairs import Pair, find_pairs
from discrepancy.align.rivals import RIVAL_FEATURES, find_rivals
from discrepancy.align.scores import find_live
from discrepancy.align.scoring import score
from discrepancy.align.sorts import sorts_of
from discrepancy.compare.digits import ONE_DIGIT
from discrepancy.context import sentence_of
from discrepancy.model import Claim, Figure, Provenance, Relation, Slot
from discrepancy.question import choose_question
from discrepancy.question.words import nouns
from discrepancy.vectors import similarity

_CERTAINTY = 0.8
_KNOWN = 0.9
"""Certainty from which the learned features find it by themselves, among all that the story tells."""
_QUORUM = 3
"""Articles that have to agree against the one."""
_SURE = 0.45
"""Likeness of two questions from which they may be one, whatever is counted."""
_LIKE = 0.35
"""The same where both name what is counted."""
_SLIPPED = 0.15
"""The same where the two numbers are a slip apart and three articles have the one."""
_RELATED = 0.3
"""Likeness from which a further article speaks for the number that most have, whatever it counts."""
_FEW = 2
"""Articles that are enough where the two questions are more alike and nothing narrows either."""
_ALIKE = 0.5
"""Likeness from which they are."""
_MANY = 24
"""Articles beyond which the learned features have witnesses enough: all counts paired again cost a third."""
_NEAR_SYNONYM = 0.55
_TERM = timedelta(hours=24)
_TELLING = 3
"""Least number that, added to one of two others, explains the other by no mere chance."""
_FAR = 4
"""Ratio of two numbers beyond which it is another thing that is counted, unless they are a slip apart."""
_OTHERWISE = frozenset({"ordinal", "score", "age"})
"""Measures that modules of their own compare."""
_MINOR = frozenset({"cent", "euro cent", "penny"})
"""Hundredths of a currency."""
_DOLLARS = (Decimal("1.2"), Decimal("1.9"))
"""Ratios that the dollars of two countries have commonly: Canada, Australia, Singapore, United States."""
_WIDTH = 60
"""Characters around a count in which its narrowing is looked for."""
_PREPOSITION = re.compile(r"(?:by|at) ")
_PART = re.compile(r"\W*(?:of|from) (?:the|them|those|these|his|her|its|their|all|whom|which|our)\b", re.I)
_AFTER = re.compile(r"\bafter (?:only |just |the (?:first )?)?$", re.I)
"""What stands before a count of what was over by then."""
_APART = ("contrast", "groups_clash", "periods_clash", "modality_unlike")
"""Features by which two counts are of two things."""


@dataclass(frozen=True, slots=True)
class _Rival:
    """A number that one article has alone and one that most have, and how like the likest two counts are."""

    same: float
    relation: Relation
    lone: tuple[Claim, ...]
    agreed: tuple[Claim, ...]


def align_tallies(story_id: str, claims: Sequence[Claim]) -> Iterator[Slot]:
    """Slots of counts and sums that a single article has otherwise than two or three that agree."""
    counts = [claim for claim in claims if _is_told(claim)]
    if not _FEW < count_articles(counts) <= _MANY:
        return
    story = _Story(claims, counts)
    taken: set[int] = set()
    for rival in sorted(story.rivals(), key=lambda rival: -rival.same):
        answers = (*rival.lone, *rival.agreed)
        if taken.isdisjoint(map(id, answers)) and story.score(rival) < _KNOWN:
            taken.update(map(id, answers))
            label = choose_question([claim.key.question for claim in answers]) or "how many"
            odd = trim_values(rival.lone)
            # "A$5 million" goes with "$5 million" here, though by itself it might go with any number of them.
            rule = Provenance("tally", odd=frozenset(range(len(odd))), clash=rival.relation)
            shown = (*odd, *trim_values(rival.agreed))
            yield Slot(story_id, answers[0].mention.kind, label, shown, _CERTAINTY, rule)


class _Story:
    """The counts of a story, and what stands beside each."""

    def __init__(self, claims: Sequence[Claim], counts: Sequence[Claim]) -> None:
        self._counts = counts
        self._numbers: dict[str, set[Decimal]] = defaultdict(set)
        self._beside: dict[tuple[object, ...], set[Decimal]] = defaultdict(set)
        for claim in claims:
            article = claim.mention.article_id
            value = claim.mention.value
            if isinstance(value, Figure):
                told = value.number if isinstance(value.number, tuple) else (value.number,)
                if value.unit in _MINOR:
                    told = (*told, *(number / 100 for number in told))
                self._numbers[article].update(told)
                self._beside[article, *sentence_of(claim)].update(told)
        self._live = find_live(claims)
        self._pairs: list[Pair] = []
        self._told: dict[int, list[tuple[int, Pair]]] = defaultdict(list)

    def score(self, rival: _Rival) -> float:
        """How sure the learned features are by themselves that it is one question."""
        pairs = self._pairs
        facts = gather_facts(self._counts, pairs)
        told = {id(claim) for claim in (*rival.lone, *rival.agreed)}
        found = (r for r in find_rivals(self._counts, pairs, facts) if self._is_among(r.best, told))
        return max((score("rival", RIVAL_FEATURES, r.features) for r in found), default=0.0)

    def _is_among(self, pair: Pair, told: Set[int]) -> bool:
        return all(id(self._counts[index]) in told for index in (pair.left, pair.right))

    def rivals(self) -> Iterator[_Rival]:
        """Counts of one article that others contradict with one voice."""
        groups = self._groups()
        if not groups:
            return
        self._pairs = find_pairs(self._counts)
        for pair in self._pairs:
            self._told[pair.left].append((pair.right, pair))
            self._told[pair.right].append((pair.left, pair))
        for own, agreed in groups:
            rival = self._hold(own, agreed)
            if rival is not None:
                yield rival

    def _groups(self) -> list[tuple[list[int], list[int]]]:
        """Each number of a single article with one that others have, none of whom has both."""
        by_number: dict[tuple[str, Decimal], list[int]] = defaultdict(list)
        for index, claim in enumerate(self._counts):
            if number_of(claim) > 1:
                by_number[figure_of(claim).measure, number_of(claim)].append(index)
        told = {key: {self._article(i) for i in members} for key, members in by_number.items()}
        agreed = [key for key, articles in told.items() if len(articles) >= _FEW]
        found = []
        for (sort, lone), mine in by_number.items():
            for article in sorted(told[sort, lone] - self._live):
                own = [i for i in mine if self._article(i) == article]
                for key in agreed:
                    if key[0] != sort or key[1] in self._numbers[article]:
                        continue
                    if not any(lone in self._numbers[other] for other in told[key]):
                        found.append((own, by_number[key]))
        return found

    def _hold(self, own: Sequence[int], agreed: Sequence[int]) -> _Rival | None:
        among = set(agreed)
        pairs = [(i, j, pair) for i in own for j, pair in self._told[i] if j in among]
        if any(not pair.clashes and self._are_of_one_unit(pair) for _, _, pair in pairs):
            return None
        like = [(i, j, p) for i, j, p in pairs if p.clashes and not _are_apart(p)]
        if not like:
            return None
        i, j, pair = max(like, key=lambda found: found[2].same)
        lone, best = self._counts[i], self._counts[j]
        if not pair.relation.slip and (_are_far(lone, best) or not is_countable(lone)):
            return None
        if pair.same < self._least(pair, agreed) or _count_otherwise(lone, best):
            return None
        if pair.same < max(self._next_best(i, agreed), self._next_best(j, own)):
            return None  # one of them has a better answer in the other's article
        near = {k for _, k, found in like if found.same >= _RELATED}
        told = [
            self._counts[k]
            for k in agreed
            if k in near or _count_alike(self._counts[k], lone) or _count_alike(self._counts[k], best)
        ]
        if count_articles(told) < _QUORUM and not (pair.same >= _ALIKE and _are_plain(lone, best)):
            return None
        if count_articles(told) < _FEW or self._is_excused(lone, told) or self._has_company(lone, best):
            return None
        if not pair.relation.slip and self._is_exchanged(lone, told):
            return None
        alone = [self._counts[k] for k in own if k == i or _count_alike(self._counts[k], best)]
        return _Rival(pair.same, pair.relation, tuple(alone), tuple(told))

    def _are_of_one_unit(self, pair: Pair) -> bool:
        left, right = (figure_of(self._counts[index]) for index in (pair.left, pair.right))
        return left.measure == "count" or left.unit == right.unit

    def _least(self, pair: Pair, agreed: Sequence[int]) -> float:
        """How like two counts have to be; three articles whose number is a slip apart make up for much.

        A digit that differs makes up for it only where both name what they count.
        """
        lone = self._counts[pair.left]
        slipped = is_countable(lone) or pair.relation.slip != ONE_DIGIT
        if pair.relation.slip and slipped and len({self._article(j) for j in agreed}) >= _QUORUM:
            return _SLIPPED
        if not is_countable(lone):
            return _SURE
        alike = _count_alike(self._counts[pair.left], self._counts[pair.right])
        return _LIKE if alike else _SURE

    def _has_company(self, lone: Claim, best: Claim) -> bool:
        """Whether another article gives the lone number for the same things."""
        return any(
            number_of(claim) == number_of(lone)
            and claim.mention.article_id != lone.mention.article_id
            and (_count_alike(claim, lone) or _count_alike(claim, best))
            for claim in self._counts
        )

    def _next_best(self, index: int, others: Sequence[int]) -> float:
        """How like a count is to another number of the articles that ``others`` stand in."""
        number = number_of(self._counts[others[0]])
        articles = {self._article(other) for other in others}
        return max(
            (
                pair.same
                for k, pair in self._told[index]
                if self._article(k) in articles and number_of(self._counts[k]) != number
            ),
            default=0.0,
        )

    def _is_excused(self, lone: Claim, told: Sequence[Claim]) -> bool:
        """Whether a later report, a part, another hour or a sum explains the lone number."""
        if count_articles(claim for claim in told if within_term(claim, lone, _TERM)) < 2:
            return True
        if _is_part(lone) and not any(map(_is_part, told)):
            return True
        if not any(_is_quoted(claim) == _is_quoted(lone) for claim in told):
            return True
        if any(mark not in {m for claim in told for m in _marks(claim)} for mark in _marks(lone)):
            return True
        if any(all(told_so(claim) != told_so(lone) for claim in told) for told_so in (_is_run, _is_past)):
            return True
        return self._is_sum(lone, told)

    def _is_exchanged(self, lone: Claim, told: Sequence[Claim]) -> bool:
        """Whether both are what one sum of another currency comes to, in the dollars of two countries."""
        claims = (lone, *told)
        if any("dollar" not in figure_of(claim).unit for claim in claims):
            return False
        low, high = sorted((number_of(lone), number_of(told[0])))
        here, *others = (self._beside[claim.mention.article_id, *sentence_of(claim)] for claim in claims)
        one_sum = any((here & there) - {low, high} for there in others)
        return one_sum and low * _DOLLARS[0] <= high <= low * _DOLLARS[1]

    def _is_sum(self, lone: Claim, told: Sequence[Claim]) -> bool:
        """Whether a number beside one of them or of the same things makes the two: 63 of 140 lost, 77 not."""
        here, there = number_of(lone), number_of(told[0])
        beside = set[Decimal]().union(
            *(self._beside[claim.mention.article_id, *sentence_of(claim)] for claim in (lone, *told))
        )
        own = [claim for claim in self._counts if claim.mention.article_id == lone.mention.article_id]
        beside |= {number_of(claim) for claim in own if _count_alike(claim, lone)}
        gap = abs(here - there)
        # "1.10 from January and 80 cents later": no two sums of money are by chance so far apart.
        telling = gap >= _TELLING or figure_of(lone).measure == "money"
        return here + there in beside or (telling and gap in beside - {here, there})

    def _article(self, index: int) -> str:
        return self._counts[index].mention.article_id


def _is_told(claim: Claim) -> bool:
    """Whether a claim is an exact number of things or of units, told in the text itself."""
    value = claim.mention.value
    if not isinstance(value, Figure) or isinstance(value.number, tuple) or value.measure in _OTHERWISE:
        return False
    return value.modifier == "=" and claim.mention.zone.is_reporting


def _are_apart(pair: Pair) -> bool:
    """Whether two counts are of two things by their questions alone."""
    return any(pair.features[FEATURES.index(name)] for name in _APART)


def _are_far(left: Claim, right: Claim) -> bool:
    low, high = sorted((number_of(left), number_of(right)))
    return high > _FAR * low


def _is_quoted(claim: Claim) -> bool:
    """Whether a count stands in somebody's own words, who may tell of something else."""
    before = text_before(claim)
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _noun(claim: Claim) -> str:
    """What is counted, or the currency and what the sum is per."""
    value = figure_of(claim)
    if value.measure == "money" and " per " in value.unit:
        return value.unit
    return (value.unit.split() or [claim.key.head])[-1]


def _count_alike(left: Claim, right: Claim) -> bool:
    """Whether both name what they count, by one noun, by nouns of one meaning, or as people."""
    a, b = _noun(left), _noun(right)
    if not a or not b or a == b or figure_of(left).measure == "money":
        return a == b != ""
    people = nouns("people")
    anybody = not _anybody().isdisjoint((a, b)) and {a, b} <= people | _anybody()
    mine, yours = sorts_of(a), sorts_of(b)
    apart = any(yours.get(row, name) != name for row, name in mine.items())
    return not apart and (anybody or similarity(a, b) >= _NEAR_SYNONYM)


def _count_otherwise(left: Claim, right: Claim) -> bool:
    """Whether each names what it counts, and the two are not the same."""
    return bool(_noun(left) and _noun(right)) and not _count_alike(left, right)


def _is_part(claim: Claim) -> bool:
    """Whether some of a larger number are counted: "12 of the passengers"."""
    return _PART.match(claim.context, claim.mention.end - claim.context_start) is not None


def _is_run(claim: Claim) -> bool:
    """Whether what is counted came one after another: "won four frames in a row"."""
    return _pattern("run").search(_around(claim)) is not None


def _is_past(claim: Claim) -> bool:
    """Whether it is counted what was over by then: "led 6-5 after eleven frames"."""
    return _AFTER.search(text_before(claim)) is not None


def _are_plain(left: Claim, right: Claim) -> bool:
    """Whether two counts are of one noun and narrowed alike, if at all."""
    return (
        _noun(left) == _noun(right) != ""
        and _is_part(left) == _is_part(right)
        and left.key.groups == right.key.groups
        and _marks(left) == _marks(right)
    )


def _marks(claim: Claim) -> set[str]:
    """Words right around a count that say when, or of what else, it was taken."""
    found = (match[0].casefold() for match in _pattern("apart").finditer(_around(claim)))
    # "By midday" is "at noon".
    return {_PREPOSITION.sub("", mark).replace("midday", "noon") for mark in found}


def _around(claim: Claim) -> str:
    start, end = (at - claim.context_start for at in (claim.mention.start, claim.mention.end))
    return f"{claim.context[max(0, start - _WIDTH) : start]} # {claim.context[end : end + _WIDTH]}"


@cache
def _anybody() -> frozenset[str]:
    return frozenset(lexicon.read_table("measures")["tallies"]["anybody"])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = lexicon.read_table("measures")["tallies"][name]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
