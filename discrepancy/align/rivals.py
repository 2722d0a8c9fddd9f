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

from discrepancy.align.facts import Fact
from discrepancy.align.features import FEATURES, SORTS
from discrepancy.align.pairs import Pair, family
from discrepancy.align.testimony import Testimony
from discrepancy.compare.chance import TELLING, surprise
from discrepancy.compare.digits import count_significant
from discrepancy.instants import in_utc
from discrepancy.model import Claim, Date, Figure, Kind, Relation, Value
from discrepancy.timeline import evolves

LIKELY = 0.1
"""Likeness of two questions below which facts are no rivals, be their values what they may."""
_UNLIKELY = 0.03
"""The same where the values can hardly be a slip apart by chance."""
_LEAST = 0.01
"""Keeps the odds finite."""

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
_ANY = tuple(FEATURES.index(name) for name in ANY)
_ALL = tuple(FEATURES.index(name) for name in ALL)
_SORTS = SORTS[1:]
RIVAL_FEATURES = (
    *FEATURES, "same_max", "same_mean", "same_second", "support_big", "support_small", "others",
    "shared", "explained_big", "explained_small", "told_big", "told_small",
    "best_here", "best_there", "margin",
    *(f"any_{name}" for name in ANY), *(f"all_{name}" for name in ALL),
    *(f"slip_{name}" for name in SLIPS), "slip", "magnitude", "exact", "digits_min", "gap_hours",
    "later_more", "evolving", *(f"is_{kind.value}" for kind in Kind), "is_age",
    "free_big", "free_small", "leftover_min", "leftover_max", "free_best", "free_margin",
    "voted", "echoed", "lonely", "lonely_voted", "lonely_slip", "surprise", "lonely_surprise",
    "ahead", "lonely_ahead", "odds",
    "odds_lonely", *(f"odds_{sort}" for sort in _SORTS), *(f"lonely_{sort}" for sort in _SORTS),
    "lonely_dated", "voted_same", "lonely_voted_same", "between", "lonely_between", "lonely_same_between",
    "lonely_slip_noun", "exchanged",
)  # fmt: skip

_LONELY_SURPRISE = RIVAL_FEATURES.index("lonely_surprise")
_LONELY_DATED, _VOTED = (RIVAL_FEATURES.index(name) for name in ("lonely_dated", "voted"))

DATED, MAJORITY = 0.3, 0.6
"""Likeness and share of the other articles from which a printed date that one alone has is a slip: so it
was in 19 of 22 labelled stories, in which the learned weights, blind to how a date is told, were unsure."""

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

    @property
    def is_likely(self) -> bool:
        """Whether the two questions are near enough for the rest of the evidence to count.

        A slip that chance hardly makes, in a value that nobody else has, speaks for itself.
        """
        if self.best.same >= LIKELY:
            return True
        sure = self.features[_LONELY_SURPRISE] >= TELLING
        return sure and self.best.same >= _UNLIKELY

    @property
    def is_misdated(self) -> bool:
        """Whether one article alone prints a date that is a slip from the one that most others have.

        "The attack of 5 May", where four say that it was on Tuesday, the 6th: a weekday is told of
        many things, a day of the month of few.
        """
        told = self.features[_LONELY_DATED] > 0 and self.features[_VOTED] >= MAJORITY
        return told and self.best.same >= DATED


def find_rivals(claims: Sequence[Claim], pairs: Sequence[Pair], facts: Sequence[Fact]) -> list[Rival]:
    """Every pair of facts with a clashing pair of claims from different articles."""
    fact_of = {index: number for number, fact in enumerate(facts) for index in fact.members}
    between: dict[tuple[int, int], list[Pair]] = {}
    for pair in pairs:
        if not pair.clashes:
            continue
        a, b = fact_of[pair.left], fact_of[pair.right]
        if a != b and claims[pair.left].mention.article_id != claims[pair.right].mention.article_id:
            between.setdefault((min(a, b), max(a, b)), []).append(pair)
    testimony = Testimony(claims, pairs, facts)
    rivals = [_make_rival(testimony, a, b, clashing) for (a, b), clashing in sorted(between.items())]
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


def _make_rival(testimony: Testimony, a: int, b: int, clashing: Sequence[Pair]) -> Rival:
    articles = testimony.articles
    big, small = (a, b) if len(articles[a]) >= len(articles[b]) else (b, a)
    ranked = sorted(clashing, key=lambda pair: (-pair.same, pair.left, pair.right))
    best, slipped = ranked[0], _find_slipped(testimony.claims, ranked)
    features = (
        *best.features,
        *_likeness(testimony, big, small, ranked),
        *_values(testimony, big, small, best, slipped),
        *_leftovers(testimony, best),
        *_loneliness(testimony, big, small, best, slipped),
        *_outvoted(testimony, big, small, best, slipped),
    )
    return Rival(big, small, slipped.relation, best, features)


def _find_slipped(claims: Sequence[Claim], ranked: Sequence[Pair]) -> Pair:
    """The pair with the rarest slip between two facts' values; the likest where none is rarer.

    A fact may give its value in two units: "14 centimetres" is no slip from "55 inches", its "5.5
    inches" in another article is.
    """
    rarest = max(ranked, key=lambda pair: _rarity(claims, pair))
    return rarest if _rarity(claims, rarest) > _rarity(claims, ranked[0]) else ranked[0]


def _rarity(claims: Sequence[Claim], pair: Pair) -> float:
    left, right = claims[pair.left].mention.value, claims[pair.right].mention.value
    return surprise(left, right, pair.relation)


def _likeness(testimony: Testimony, big: int, small: int, ranked: Sequence[Pair]) -> tuple[float, ...]:
    """How like the questions of two facts are, and who tells them."""
    best, articles = ranked[0], testimony.articles
    same = [pair.same for pair in ranked]
    crossings = len(articles[big]) * len(articles[small])
    sure, told = zip(*(testimony.explained(a, b) for a, b in ((big, small), (small, big))), strict=True)
    return (
        same[0],
        sum(same[:crossings]) / crossings,
        same[1] if len(same) > 1 else 0.0,
        math.log2(len(articles[big])),
        math.log2(len(articles[small])),
        math.log2(max(testimony.total - len(articles[big] | articles[small]), 0) + 1),
        len(articles[big] & articles[small]) / len(articles[small]),
        *sure,
        *told,
        float(testimony.is_best(best.left, best.right, best.same)),
        float(testimony.is_best(best.right, best.left, best.same)),
        testimony.margin(best),
        *(max(pair.features[place] for pair in ranked) for place in _ANY),
        *(min(pair.features[place] for pair in ranked) for place in _ALL),
    )


def _values(testimony: Testimony, big: int, small: int, best: Pair, slipped: Pair) -> tuple[float, ...]:
    """How the two values and their times of publication lie to each other."""
    left, right = testimony.claims[best.left], testimony.claims[best.right]
    slip = _slip_class(slipped.relation.slip)
    if slip == "year" and not all(_says_year(testimony, fact) for fact in (big, small)):
        slip = "unsaid"  # the year was read off the publication day, which history texts defy
    return (
        *(float(slip == name) for name in SLIPS),
        float(bool(slip)),
        _magnitude(left, right),
        float(_is_exact(left) and _is_exact(right)),
        _digits(left, right),
        *_timing(left, right),
        float(evolves(left.key.measure) or evolves(right.key.measure)),
        *(float(left.mention.kind is kind) for kind in Kind),
        float(getattr(left.mention.value, "measure", "") == "age"),
    )


def _says_year(testimony: Testimony, fact: int) -> bool:
    """Whether any wording of a fact gives the year itself."""
    values = (testimony.claims[i].mention.value for i in testimony.facts[fact].members)
    return any(isinstance(value, Date) and value.said & {"year", "relative"} for value in values)


def _is_ahead(claim: Claim) -> bool:
    """Whether a date lies after the day of the report: plans have few dates, the past has many."""
    value, published = claim.mention.value, claim.published
    if not isinstance(value, Date) or value.start is None or published is None:
        return False
    return value.start.date() > published.date()


def _leftovers(testimony: Testimony, best: Pair) -> tuple[float, ...]:
    """What agreeing values leave over: few leftovers that fit each other are suspicious."""
    left, right = testimony.claims[best.left], testimony.claims[best.right]
    a, b, kind = left.mention.article_id, right.mention.article_id, family(left)
    (mine, here), (yours, there) = testimony.free(a, b, kind), testimony.free(b, a, kind)
    margin = testimony.margin(best, mine | yours)
    return (
        float(testimony.is_free(best.left, b)),
        float(testimony.is_free(best.right, a)),
        math.log2(1 + min(here, there)),
        math.log2(1 + max(here, there)),
        float(margin >= 0),
        margin,
    )


def _loneliness(testimony: Testimony, big: int, small: int, best: Pair, slipped: Pair) -> tuple[float, ...]:
    """What speaks for a value that one article alone has, where others agree on theirs.

    Likeness counts by its odds: between one in ten and one in three lies as much as between two in
    three and nine in ten. How much it counts for, sorts of value differ in.
    """
    left, right = testimony.claims[best.left], testimony.claims[best.right]
    voted = testimony.share_of_others(big, small)
    lonely = float(testimony.is_lonely(big, small, best))
    agreed = lonely * float(len(testimony.tellers[big]) > 1)
    chance = _rarity(testimony.claims, slipped)
    odds = math.log((best.same + _LEAST) / (1 + _LEAST - best.same))
    sorts = [float(best.sort == sort) for sort in _SORTS]
    ahead = float(_is_ahead(left) and _is_ahead(right))
    return (
        voted,
        testimony.share_of_others(small, small),
        lonely,
        agreed * voted,
        agreed * float(bool(slipped.relation.slip)),
        chance,
        lonely * chance,
        ahead,
        lonely * ahead,
        odds,
        odds * lonely,
        *(odds * sort for sort in sorts),
        *(lonely * sort for sort in sorts),
        float(bool(lonely and slipped.relation.slip) and _is_printed(testimony, big, small)),
    )


def _outvoted(testimony: Testimony, big: int, small: int, best: Pair, slipped: Pair) -> tuple[float, ...]:
    """What only counts together: most articles agree, one alone differs, in like words, at a like time.

    Each of these is common by itself; a sum of their weights takes three of four for as good as four.
    """
    # One other article is no majority, however much it is all of the others.
    agreed = testimony.share_of_others(big, small) * float(len(testimony.tellers[big]) > 1)
    voted = agreed * float(testimony.is_lonely(big, small, best))
    between = float(testimony.is_between(big, small))
    counted = float(bool(slipped.relation.slip) and testimony.count_one_noun(big, small))
    return (
        agreed * best.same,
        voted * best.same,
        between,
        voted * between,
        voted * best.same * between,
        voted * counted,
    )


def _is_printed(testimony: Testimony, big: int, small: int) -> bool:
    """Whether the lone date is printed with day and month, or both are years."""
    alone, others = (
        [testimony.claims[i].mention.value for i in testimony.facts[f].members] for f in (small, big)
    )
    dates = [value for value in alone if isinstance(value, Date)]
    if any({"month", "day"} <= value.said for value in dates):
        return True
    years = [value for value in (*alone, *others) if isinstance(value, Date) and value.said == {"year"}]
    return bool(dates) and len(years) == len(alone) + len(others)


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
    a, b = in_utc(left.published), in_utc(right.published)
    hours = abs((a - b).total_seconds()) / 3600
    x, y = _number(left), _number(right)
    more = x is not None and y is not None and ((y > x) == (b > a))
    return math.log2(1 + min(hours, 240.0)), float(more)
