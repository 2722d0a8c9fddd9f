"""Role × role of one person: whether one can hold both posts at a time."""

from __future__ import annotations

from functools import cache

from discrepancy import lexicon
from discrepancy.model import Phrase, Relation, Verdict


@cache
def _exclusive_sets() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(posts) for posts in lexicon.read_table("roles")["exclusive"].values())


@cache
def _portfolios() -> frozenset[str]:
    return frozenset(lexicon.read_table("roles")["portfolio"]["words"])


def compare_roles(left: Phrase, right: Phrase) -> Relation:
    """Hold two posts of one person against each other.

    The same post with two different portfolios clashes (justice and interior minister); so do
    two posts of which a person holds one at a time. All else can be true of one person.
    """
    a, b = _describe(left), _describe(right)
    one, other = post_of(left), post_of(right)
    if one == other:
        mine, yours = set(left.lemmas) & _portfolios(), set(right.lemmas) & _portfolios()
        if mine and yours and not mine & yours:
            return Relation(Verdict.CONFLICT, f"“{a}” and “{b}” are different offices")
        verdict = Verdict.AGREE if mine == yours else Verdict.COMPATIBLE
        return Relation(verdict, f"“{a}” and “{b}” name the same office")
    if any(one in posts and other in posts for posts in _exclusive_sets()):
        return Relation(Verdict.CONFLICT, f"nobody is “{a}” and “{b}” at the same time")
    return Relation(Verdict.COMPATIBLE, f"one person can be “{a}” and “{b}”")


def post_of(role: Phrase) -> str:
    """The canonical post, its rank included: a deputy foreign minister is a deputy minister."""
    deputies = lexicon.read_table("roles")["rank"]["deputy"]
    if role.normal.startswith("deputy_") or not set(role.lemmas) & set(deputies):
        return role.normal
    return f"deputy_{role.normal}"


def _describe(role: Phrase) -> str:
    words = [word for word in role.lemmas if word in _portfolios()]
    return " ".join([*words, role.normal.replace("_", " ")])
