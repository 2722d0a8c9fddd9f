"""Stories of very many articles, aligned in batches so that the cost grows with their number.

To hold every claim against every other is quadratic: harmless for the dozen outlets of a story, not
for two thousand versions of one. Every batch has the same core of articles, those that state most
of what the story has; by the core's claims the batches' slots are joined again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from discrepancy.model import Claim, Slot

BATCH = 48
"""Articles aligned with one another at once; larger stories are split."""

CORE = 12
"""Articles that are in every batch."""

_Place: TypeAlias = tuple[str, str, int, int, str]


def split_batches(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims in batches of at most :data:`BATCH` articles, in the order given; one for most stories."""
    articles: dict[str, list[Claim]] = {}
    for claim in claims:
        articles.setdefault(claim.mention.article_id, []).append(claim)
    if len(articles) <= BATCH:
        return [list(claims)]
    core = _choose_core(articles)
    rest = [article for article in articles if article not in core]
    size = BATCH - CORE
    chosen = [core | set(rest[first : first + size]) for first in range(0, len(rest), size)]
    return [
        [claim for article in articles if article in batch for claim in articles[article]] for batch in chosen
    ]


def _choose_core(articles: dict[str, list[Claim]]) -> set[str]:
    """The articles that together state most of what others state too; greedily, the first at a draw."""
    stated = {
        article: {(claim.mention.kind, claim.mention.value.normal) for claim in own}
        for article, own in articles.items()
    }
    worth = Counter(value for values in stated.values() for value in values)
    core: set[str] = set()
    for _ in range(CORE):
        best = max(
            (article for article in stated if article not in core),
            key=lambda article: sum(worth[value] for value in stated[article]),
        )
        core.add(best)
        for value in stated[best]:
            worth[value] = 0
    return core


def join_batches(batches: Iterable[Sequence[Slot]]) -> tuple[Slot, ...]:
    """The batches' slots, those that share claims as one.

    Each slot of a batch joins the slot it shares most claims with, and no two join the same one: what
    a batch has told apart stays apart.
    """
    joined: list[Slot] = []
    holders: dict[tuple[str, _Place], list[int]] = {}
    for batch in batches:
        taken: set[int] = set()
        for slot in batch:
            found = Counter(
                number
                for claim in slot.claims
                for number in holders.get((slot.provenance.rule, _place(claim)), ())
                if number not in taken and joined[number].kind is slot.kind
            )
            number = min(found, key=lambda n: (-found[n], n), default=len(joined))
            taken.add(number)
            if number == len(joined):
                joined.append(slot)
            else:
                joined[number] = _join(joined[number], slot)
            for claim in slot.claims:
                where = holders.setdefault((slot.provenance.rule, _place(claim)), [])
                if number not in where:
                    where.append(number)
    return tuple(joined)


def _join(left: Slot, right: Slot) -> Slot:
    known = {_place(claim) for claim in left.claims}
    more = tuple(claim for claim in right.claims if _place(claim) not in known)
    return replace(left, claims=(*left.claims, *more), certainty=max(left.certainty, right.certainty))


def _place(claim: Claim) -> _Place:
    mention = claim.mention
    return mention.article_id, mention.field, mention.start, mention.end, mention.kind.value
