"""Offices that one article alone says somebody has, and the others that the person had, or the reverse.

"Mayor" of a former mayor is often courtesy or haste, and who has just resigned is both. So two articles
have to agree, nothing may tell of a change, and the office must be one that nobody is called by for life.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from discrepancy import lexicon
from discrepancy.align.answers import phrase_of, trim_values
from discrepancy.align.outvoted import QUORUM, within_term
from discrepancy.compare.roles import office_of, post_of
from discrepancy.model import Claim

_DAYS = timedelta(days=3)
"""Time between the reports, in which hardly anybody loses an office unsaid."""
_FIRED = re.compile(r"\bfired\b", re.IGNORECASE)
_FORMER = "former_"


def find_former(said: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """What one article alone has as an office held, or as a past one, and what it stands against.

    Args:
        said: The offices of one person.
    """
    table = lexicon.read_table("roles")["former"]
    posts = [claim for claim in said if office_of(post_of(phrase_of(claim))) in table["posts"]]
    for claim in posts:
        lone = claim.mention.article_id
        office = office_of(post_of(phrase_of(claim)))
        same = [c for c in posts if office_of(post_of(phrase_of(c))) == office]
        against = [c for c in same if _is_past(c) != _is_past(claim)]
        own = [c for c in said if c.mention.article_id == lone]
        told = {c.mention.article_id for c in against}
        if len(told) < QUORUM or lone in told or any(_is_past(c) != _is_past(claim) for c in own):
            continue
        if any(c.mention.article_id not in (lone, *told) for c in same):
            continue
        words = {word for c in (*own, *against) for word, _ in c.key.words}
        if not any(_FIRED.search(c.context) for c in (*own, *against)):
            words.discard("fire")  # "drew fire", "the fire in the hall"
        if words & set(table["left"]) or not all(within_term(claim, c, _DAYS) for c in against):
            continue
        return tuple(c for c in same if c.mention.article_id == lone), trim_values(against)
    return (), ()


def _is_past(claim: Claim) -> bool:
    return post_of(phrase_of(claim)).startswith(_FORMER)
