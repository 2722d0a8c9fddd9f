"""What speaks for and against two opposite statuses being said of one thing, so that one is wrong.

"Approved" here and "turned down" there: the same plan or two, before and after, of the whole or a part?
No single sign tells. Each is a feature of a logistic model (``weights.json``, model "status"); what the
words say of the thing comes from ``themes``, who takes which side from ``opposites``.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import combinations, product

from discrepancy.align.answers import count_articles
from discrepancy.align.dimensions import is_in, leads
from discrepancy.align.opposites import Group, Opposite, is_deed
from discrepancy.align.scoring import contributions, score
from discrepancy.align.testimony import times_of
from discrepancy.align.things import Theme, name_together, share_words
from discrepancy.model import Claim, Weighted
from discrepancy.vectors import information, similarity

SORTS = (
    "personal", "sole", "local", "changing", "outvoted", "turning", "several", "contested", "told", "exact",
    "judged", "decided", "bodily", "amended", "placed", "ahead",
)  # fmt: skip
"""Tables of ``lexicon/statuses.toml`` that say what a dimension is like."""

STATUS_FEATURES = (
    "evidence", "evidence_best", "evidence_mean", "within_best", "within_mean",
    "few", "many", "even", "voted", "agreed", "lone", "articles",
    "sentence", "sentence_best", "meaning", "words", "words_best",
    "head", "head_information", "head_near", "headless", "people", "people_none", "people_one", "guessed",
    "agents", "agentless", "beside", "named", "named_alike",
    "only", "statuses", "both_poles", "poles", "poles_most", "own", "both_own", "leads", "leads_both",
    "plans", "planned",
    "deed", "reworded", "bridged",
    "gap", "last", "first", "between",
    "voted_sentence", "voted_words", "voted_evidence", "lone_voted", "only_voted", "voted_between",
    "people_personal", *(f"is_{sort}" for sort in SORTS),
)  # fmt: skip


def score_opposite(features: tuple[float, ...]) -> float:
    """How sure it is that two opposite statuses contradict each other, from 0 to 1."""
    return score("status", STATUS_FEATURES, features)


def weigh_opposite(features: tuple[float, ...]) -> Weighted:
    """What each feature adds to :func:`score_opposite`, heaviest first, in the logarithm of the odds."""
    return contributions("status", STATUS_FEATURES, features)


def measure_opposite(group: Group, opposite: Opposite, total: int) -> tuple[float, ...]:
    """The features of two opposite statuses.

    Args:
        group: The statuses of their dimension.
        opposite: The two, with the articles on either side.
        total: How many articles the story has.
    """
    found = {
        **_sides(group, opposite, total),
        **_words(group, opposite),
        **_standing(group, opposite),
        **_times(group, opposite),
    }
    voted = found["voted"] * found["agreed"]
    found |= {
        "voted_sentence": voted * found["sentence"],
        "voted_words": voted * found["words_best"],
        "voted_evidence": voted * found["evidence"],
        "lone_voted": found["lone"] * found["voted"],
        "only_voted": voted * found["only"],
        "voted_between": voted * found["between"],
        "people_personal": found["people"] * found["is_personal"],
    }
    return tuple(found[name] for name in STATUS_FEATURES)


def _sides(group: Group, opposite: Opposite, total: int) -> dict[str, float]:
    """How many articles take which side, and how surely those across and those within tell of one thing."""
    across = [group.near(i, j) for i, j in product(opposite.mine, opposite.yours)]
    within = [
        group.near(i, j)
        for side in (opposite.mine, opposite.yours)
        for i, j in combinations(side, 2)
        if group.article(i) != group.article(j)
    ]
    few, many = sorted(count_articles(side) for side in _claims(group, opposite))
    return {
        "evidence": group.near(opposite.left, opposite.right),
        "evidence_best": max(across),
        "evidence_mean": sum(across) / len(across),
        "within_best": max(within, default=0.0),
        "within_mean": sum(within) / len(within) if within else 0.0,
        "few": float(few),
        "many": math.log2(many),
        "even": float(few == many),
        "voted": many / max(1, total - few),
        "agreed": float(many > 1),
        "lone": float(few == 1 < many),
        "articles": math.log2(total),
    }


def _words(group: Group, opposite: Opposite) -> dict[str, float]:
    """How alike the words are for what the two are said of, and who does it."""
    i, j = opposite.left, opposite.right
    themes, (a, b) = group.themes, (group.themes.of[i], group.themes.of[j])
    pairs = list(product(opposite.mine, opposite.yours))
    one_head = bool(a.head) and a.head == b.head
    return {
        "sentence": themes.likeness(i, j),
        "sentence_best": max(themes.likeness(x, y) for x, y in pairs),
        "meaning": themes.meaning(i, j),
        "words": _share(a, b),
        "words_best": max(_share(themes.of[x], themes.of[y]) for x, y in pairs),
        "head": float(one_head),
        "head_information": information(a.head) if one_head else 0.0,
        "head_near": max(0.0, similarity(a.head, b.head)) if a.head and b.head else 0.0,
        "headless": float(not a.head or not b.head),
        "people": float(bool(a.people & b.people)),
        "people_none": float(not a.people and not b.people),
        "people_one": float(bool(a.people) != bool(b.people)),
        "guessed": float(a.guessed or b.guessed),
        "agents": share_words(a.agents, b.agents),
        "agentless": float(not a.agents or not b.agents),
        "beside": themes.count_beside(i, j),
        "named": name_together(group.statuses[i], group.statuses[j]),
        "named_alike": float(themes.are_named_alike(i, j)),
    }


def _share(a: Theme, b: Theme) -> float:
    return share_words(a.words, b.words, frozenset({a.head, b.head}))


def _standing(group: Group, opposite: Opposite) -> dict[str, float]:
    """What else the articles say of the dimension, and what the dimension is like."""
    i, j = opposite.left, opposite.right
    poles: dict[str, set[str]] = defaultdict(set)
    for k in group.members:
        poles[group.article(k)].add(group.statuses[k].mention.value.normal)
    counts = [len({group.article(k) for k in group.members if not group.clash(k, end)}) for end in (i, j)]
    own = [group.has_both(end) for end in (i, j)]
    first = group.statuses[i]
    leading = [leads(group.statuses[end]) for end in (i, j)]
    return {
        "only": float(group.is_only(i, j)),
        "statuses": math.log2(len(group.members)),
        "both_poles": sum(len(told) > 1 for told in poles.values()) / len(poles),
        "poles": float(min(counts)),
        "poles_most": float(max(counts)),
        "own": float(any(own)),
        "both_own": float(all(own)),
        "leads": float(sum(leading)),
        "leads_both": float(all(leading)),
        "deed": float(is_deed(first)),
        "reworded": float(group.is_reworded(i, j)),
        "bridged": float(bool(group.sources)),
        **{f"is_{sort}": float(is_in(first, sort)) for sort in SORTS},
    }


def _times(group: Group, opposite: Opposite) -> dict[str, float]:
    """Whether either is still to come, and how the reports of the two sides lie to each other."""
    i, j = opposite.left, opposite.right
    sides = _claims(group, opposite)
    plans = [group.themes.of[end].planned for end in (i, j)]
    few, many = sorted(sides, key=count_articles)
    return {
        "plans": float(plans[0] != plans[1]),
        "planned": float(sum(plans)),
        **_order(times_of(few), times_of(many)),
    }


def _order(few: Sequence[datetime], many: Sequence[datetime]) -> Mapping[str, float]:
    """Hours between two sides' first reports (logarithm), and whether the fewer come first or last."""
    if not few or not many:
        return {"gap": 0.0, "last": 0.0, "first": 0.0, "between": 0.0}
    last, first = min(few) > max(many), max(few) < min(many)
    return {
        "gap": math.log2(1 + abs((min(few) - min(many)).total_seconds()) / 3600),
        "last": float(last),
        "first": float(first),
        "between": float(not last and not first),
    }


def _claims(group: Group, opposite: Opposite) -> list[list[Claim]]:
    return [[group.statuses[k] for k in side] for side in (opposite.mine, opposite.yours)]
