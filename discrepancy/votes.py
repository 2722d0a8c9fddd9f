"""How many votes each side of a question has: origins first, and pages only where those are even.

Invariant: one origin has one vote, however many pages carry its text. A page that departs from the
page it was made from has none: whoever copies knows no better.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from fractions import Fraction
from typing import NamedTuple

from discrepancy.model import Descent


class Votes(NamedTuple):
    """What speaks for one side; compares by origins, then by pages.

    Attributes:
        origins: Texts of independent origin.
        pages: Pages that are no verbatim copy. Who rewrites a text has at least left the value as it
            was, so they break a tie; a reprint says only that somebody reprints.
    """

    origins: Fraction
    pages: int


def share_votes(articles: Set[str], descents: Sequence[Descent]) -> dict[str, Votes]:
    """What each of ``articles``, which answer one question, contributes to its side.

    A page whose original answers too adds no origin; copies of an original that does not, share its.
    """
    ancestors = trace_ancestors(descents)
    reprints = {descent.article for descent in descents if descent.how == "copy"}
    origins = {
        article: [article, *ancestors.get(article, ())][-1]
        for article in articles
        if articles.isdisjoint(ancestors.get(article, ()))
    }
    carriers = Counter(origins.values())
    return {
        article: Votes(
            Fraction(1, carriers[origins[article]]) if article in origins else Fraction(),
            int(article in origins or article not in reprints),
        )
        for article in articles
    }


def find_copies(articles: Set[str], descents: Sequence[Descent]) -> frozenset[str]:
    """Those of ``articles`` that are copied or spun from another one of them.

    Where they depart from it, it is a slip: a copy has no later news and no speaker of its own.
    """
    ancestors = trace_ancestors(descents)
    return frozenset(
        descent.article
        for descent in descents
        if descent.how != "rewrite"
        and descent.article in articles
        and not articles.isdisjoint(ancestors[descent.article])
    )


def count_votes(articles: Set[str], votes: Mapping[str, Votes]) -> Votes:
    """What all of ``articles`` have together."""
    return Votes(sum((votes[a].origins for a in articles), Fraction()), sum(votes[a].pages for a in articles))


def trace_ancestors(descents: Sequence[Descent]) -> dict[str, tuple[str, ...]]:
    """For every descending article its parent, its parent's parent and so on; the last is the origin."""
    parents = {descent.article: descent.parent for descent in descents}
    return {article: tuple(_follow(article, parents)) for article in parents}


def _follow(article: str, parents: Mapping[str, str]) -> list[str]:
    line = []
    while article in parents:
        article = parents[article]
        line.append(article)
    return line
