"""Rivals: two facts whose values clash and that may answer one question.

Decided for a whole story, not for pairs of sentences: a value that its own article also has in
another place is explained; one that another claim fits better is not wrong. Each of these
observations is a feature; their worth is learned.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from discrepancy.align.answers import repeats
from discrepancy.align.facts import Fact
from discrepancy.align.features import FEATURES
from discrepancy.align.pairs import Pair, family
from discrepancy.compare.digits import count_significant
from discrepancy.model import Claim, Date, Figure, Kind, Relation, Value
from discrepancy.timeline import evolves

EXPLAINED = 0.35
"""Score from which an agreeing value in the other article explains a claim."""

SLIPS = (
    "digits",
    "digit",
    "factor",
    "unit",
    "points",
    "score",
    "order",
    "weekday",
    "year",
    "unsaid",
    "date",
    "letter",
    "other",
)
"""Sorts of slip; "unsaid" is a year that differs but that the words of one side leave to the reader."""
ANY = (
    "sentence",
    "window",
    "words",
    "meaning",
    "head",
    "frames",
    "measure",
    "predicate",
    "mutual",
    "order",
    "names",
)
"""Features of which the best of all pairs between two facts counts: a fact knows many wordings."""
ALL = ("contrast", "groups_clash", "periods_clash", "head_unlike", "places_unlike", "names_unlike")
"""Features that count only when no pair is free of them."""
RIVAL_FEATURES = (
    *FEATURES, "same_max", "same_mean", "same_second", "support_big", "support_small", "others",
    "shared", "explained_big", "explained_small", "told_big", "told_small",
    "best_here", "best_there", "margin",
    *(f"any_{name}" for name in ANY), *(f"all_{name}" for name in ALL),
    *(f"slip_{name}" for name in SLIPS), "slip", "magnitude", "exact", "digits_min", "gap_hours",
    "later_more", "evolving", *(f"is_{kind.value}" for kind in Kind), "is_age",
    "free_big", "free_small", "leftover_min", "leftover_max", "free_best", "free_margin", "exchanged",
)  # fmt: skip

_SLIP_WORDS = (
    ("factor", "factor"), ("million", "factor"), ("points", "points"), ("currency", "unit"), ("unit", "unit"),
    ("digits", "digits"), ("digit", "digit"), ("score", "score"), ("order", "order"), ("weekday", "weekday"),
    ("year", "year"), ("month", "date"), ("day", "date"), ("letter", "letter"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rival:
    """Two facts that clash, with all that speaks for and against one question behind both."""

    big: int
    small: int
    relation: Relation
    best: Pair
    features: tuple[float, ...]


def find_rivals(claims: Sequence[Claim], pairs: Sequence[Pair], facts: Sequence[Fact]) -> list[Rival]:
    """Every pair of facts with a clashing pair of claims from different articles."""
    fact_of = {index: number for number, fact in enumerate(facts) for index in fact.members}
    between: dict[tuple[int, int], list[Pair]] = {}
    for pair in pairs:
        a, b = fact_of[pair.left], fact_of[pair.right]
        apart = claims[pair.left].mention.article_id != claims[pair.right].mention.article_id
        if pair.clashes and a != b and apart:
            between.setdefault((min(a, b), max(a, b)), []).append(pair)
    scene = _Scene(claims, pairs, facts)
    rivals = [scene.rival(a, b, clashing) for (a, b), clashing in sorted(between.items())]
    return _mark_exchanges(claims, rivals)


def _mark_exchanges(claims: Sequence[Claim], rivals: Sequence[Rival]) -> list[Rival]:
    """Fill in "exchanged": how surely another rival has the same two values the other way round.

    Killed and injured change places: where one article's two answers are the other's two answers
    crossed over, both are wrong together, and each is evidence for the other.
    """
    crossed: dict[tuple[str, ...], list[tuple[float, int]]] = {}
    keys = []
    for number, rival in enumerate(rivals):
        left, right = claims[rival.best.left].mention, claims[rival.best.right].mention
        here = (left.article_id, _bare(left.value), right.article_id, _bare(right.value))
        keys.append(here)
        for key in (here, (*here[2:], *here[:2])):
            crossed.setdefault(key, []).append((rival.best.same, number))
    marked = []
    for number, rival in enumerate(rivals):
        a, x, b, y = keys[number]
        others = crossed.get((a, y, b, x), ())
        sure = max((min(same, rival.best.same) for same, other in others if other != number), default=0.0)
        marked.append(replace(rival, features=(*rival.features, sure)))
    return marked


class _Scene:
    """One story's claims, pairs and facts, indexed for the questions that rivals raise."""

    def __init__(self, claims: Sequence[Claim], pairs: Sequence[Pair], facts: Sequence[Fact]) -> None:
        self.claims = claims
        self.facts = facts
        self.articles = [frozenset(claims[i].mention.article_id for i in fact.members) for fact in facts]
        self.total = len({claim.mention.article_id for claim in claims})
        self.best: dict[tuple[int, str], list[tuple[float, int]]] = {}
        self.agreeing: dict[tuple[int, str], float] = {}
        self.families: dict[tuple[str, str], list[int]] = {}
        for index, claim in enumerate(claims):
            self.families.setdefault((claim.mention.article_id, family(claim)), []).append(index)
        for pair in pairs:
            for mine, other in ((pair.left, pair.right), (pair.right, pair.left)):
                there = claims[other].mention.article_id
                if there == claims[mine].mention.article_id:
                    continue
                self.best.setdefault((mine, there), []).append((pair.same, other))
                if repeats(claims[mine], claims[other], pair.relation.verdict):
                    self.agreeing[mine, there] = max(self.agreeing.get((mine, there), 0.0), pair.same)

    def rival(self, a: int, b: int, clashing: Sequence[Pair]) -> Rival:
        big, small = (a, b) if len(self.articles[a]) >= len(self.articles[b]) else (b, a)
        ranked = sorted(clashing, key=lambda pair: (-pair.same, pair.left, pair.right))
        best = ranked[0]
        return Rival(big, small, best.relation, best, (*best.features, *self._structure(big, small, ranked)))

    def _structure(self, big: int, small: int, ranked: Sequence[Pair]) -> tuple[float, ...]:
        best = ranked[0]
        left, right = self.claims[best.left], self.claims[best.right]
        same = [pair.same for pair in ranked]
        crossings = len(self.articles[big]) * len(self.articles[small])
        shared = self.articles[big] & self.articles[small]
        slip = _slip_class(best.relation.slip)
        if slip == "year" and not all(self._says_year(fact) for fact in (big, small)):
            slip = "unsaid"  # the year was read off the publication day, which history texts defy
        kind = left.mention.kind
        return (
            same[0],
            sum(same[:crossings]) / crossings,
            same[1] if len(same) > 1 else 0.0,
            math.log2(len(self.articles[big])),
            math.log2(len(self.articles[small])),
            math.log2(max(self.total - len(self.articles[big] | self.articles[small]), 0) + 1),
            len(shared) / len(self.articles[small]),
            *self._explained(big, small),
            self._is_best(best.left, best.right, best.same),
            self._is_best(best.right, best.left, best.same),
            self._margin(best),
            *(max(pair.features[FEATURES.index(name)] for pair in ranked) for name in ANY),
            *(min(pair.features[FEATURES.index(name)] for pair in ranked) for name in ALL),
            *(float(slip == name) for name in SLIPS),
            float(bool(slip)),
            _magnitude(left, right),
            float(_is_exact(left) and _is_exact(right)),
            _digits(left, right),
            *_timing(left, right),
            float(evolves(left.key.measure) or evolves(right.key.measure)),
            *(float(kind is k) for k in Kind),
            float(getattr(left.mention.value, "measure", "") == "age"),
            *self._leftovers(best),
        )

    def _says_year(self, fact: int) -> bool:
        """Whether any wording of a fact gives the year itself."""
        values = (self.claims[i].mention.value for i in self.facts[fact].members)
        return any(isinstance(value, Date) and value.said & {"year", "relative"} for value in values)

    def _is_free(self, mine: int, there: str) -> bool:
        """Whether article ``there`` states nothing that surely agrees with claim ``mine``."""
        return self.agreeing.get((mine, there), 0.0) < EXPLAINED

    def _free(self, here: str, there: str, kind: str) -> tuple[int, ...]:
        """Claims of one family in article ``here`` that nothing in article ``there`` explains."""
        return tuple(i for i in self.families.get((here, kind), ()) if self._is_free(i, there))

    def _leftovers(self, best: Pair) -> tuple[float, ...]:
        """What agreeing values leave over: few leftovers that fit each other are suspicious."""
        left, right = self.claims[best.left], self.claims[best.right]
        a, b, kind = left.mention.article_id, right.mention.article_id, family(left)
        mine, yours = self._free(a, b, kind), self._free(b, a, kind)
        counts = sorted(len({self.claims[i].mention.value.normal for i in side}) for side in (mine, yours))
        others = [
            same
            for claim, there, other, free in (
                (best.left, b, best.right, yours),
                (best.right, a, best.left, mine),
            )
            for same, rival in self.best.get((claim, there), ())
            if rival != other and rival in free
        ]
        margin = best.same - max(others, default=0.0)
        return (
            float(self._is_free(best.left, b)),
            float(self._is_free(best.right, a)),
            math.log2(1 + counts[0]),
            math.log2(1 + counts[1]),
            float(margin >= 0),
            margin,
        )

    def _explained(self, big: int, small: int) -> tuple[float, float, float, float]:
        """How far each side's articles also state, elsewhere, a value agreeing with the other's.

        Returns:
            For both sides how surely that is the same question, then for both the share of articles
            in which such a value stands at all.
        """
        sure, told = zip(*(self._told(a, b) for a, b in ((big, small), (small, big))), strict=True)
        return sure[0], sure[1], told[0], told[1]

    def _told(self, fact: int, other: int) -> tuple[float, float]:
        best = [
            max((self.agreeing.get((i, article), -1.0) for i in self.facts[other].members), default=-1.0)
            for article in sorted(self.articles[fact])
        ]
        return sum(max(b, 0.0) for b in best) / len(best), sum(b >= 0 for b in best) / len(best)

    def _is_best(self, mine: int, other: int, score: float) -> float:
        """Whether, of all that ``other``'s article says, ``other`` fits ``mine`` best."""
        there = self.best.get((mine, self.claims[other].mention.article_id), ())
        return float(all(s <= score for s, _ in there))

    def _margin(self, best: Pair) -> float:
        """How far the pair is ahead of what else its claims could be paired with."""
        rest = [
            s
            for mine, other in ((best.left, best.right), (best.right, best.left))
            for s, o in self.best.get((mine, self.claims[other].mention.article_id), ())
            if o != other
        ]
        return best.same - max(rest, default=0.0)


def _bare(value: Value) -> str:
    """The number without its bounds and unit: "at least 27" changes places with "112" all the same."""
    return str(value.number) if isinstance(value, Figure) else value.normal


def _slip_class(slip: str) -> str:
    if not slip:
        return ""
    return next((name for word, name in _SLIP_WORDS if word in slip), "other")


def _number(claim: Claim) -> Decimal | None:
    value = claim.mention.value
    if not isinstance(value, Figure):
        return None
    return value.number[0] if isinstance(value.number, tuple) else value.number


def _magnitude(left: Claim, right: Claim) -> float:
    """Orders of magnitude between two numbers, at most 3."""
    a, b = _number(left), _number(right)
    if a is None or b is None or a <= 0 or b <= 0:
        return 0.0
    return min(abs(math.log10(float(a) / float(b))), 3.0)


def _is_exact(claim: Claim) -> bool:
    return getattr(claim.mention.value, "modifier", "=") == "="


def _digits(left: Claim, right: Claim) -> float:
    """Significant digits of the coarser number."""
    counts = [count_significant(n) for n in (_number(left), _number(right)) if n is not None]
    return float(min(counts, default=0))


def _timing(left: Claim, right: Claim) -> tuple[float, float]:
    """Hours between the publications (logarithm), and whether the later number is the larger."""
    if left.published is None or right.published is None:
        return 0.0, 0.0
    a, b = left.published.replace(tzinfo=None), right.published.replace(tzinfo=None)
    hours = abs((a - b).total_seconds()) / 3600
    x, y = _number(left), _number(right)
    more = x is not None and y is not None and ((y > x) == (b > a))
    return math.log2(1 + min(hours, 240.0)), float(more)
