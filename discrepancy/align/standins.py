"""Somebody else's name put in for the one who presides: the judge's, which an article takes from the lawyer.

Both people are known to the story, so that two offices of one person look at odds as well. That the single
article never names the real holder, and tells of the other what is told of the holder elsewhere, says that
the name is wrong and not the office.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from discrepancy.align.outvoted import QUORUM
from discrepancy.model import Claim

_WORD = re.compile(r"[a-z]{4,}")


def find_stand_in(holders: Sequence[Claim], names: Sequence[Claim]) -> str:
    """The person whom one article alone puts into the place of an office's holder, or "".

    Args:
        holders: The claims that name who has the office.
        names: All names of the story.
    """
    where: dict[str, set[str]] = {}
    for claim in holders:
        where.setdefault(claim.mention.value.normal, set()).add(claim.mention.article_id)
    if len(where) != 2:
        return ""
    lone, many = sorted(where, key=lambda person: len(where[person]))
    if len(where[lone]) != 1 or len(where[many]) < QUORUM:
        return ""
    (article,) = where[lone]
    if any(n.mention.article_id == article and n.mention.value.normal == many for n in names):
        return ""
    here = _words_about(lone, names, {article})
    apart = frozenset(where[many]) | {n.mention.article_id for n in names if n.mention.article_id != article}
    about_holder, about_self = (len(here & _words_about(person, names, apart)) for person in (many, lone))
    return lone if about_holder > about_self else ""


def _words_about(person: str, names: Sequence[Claim], articles: Set[str]) -> set[str]:
    """The words of the sentences that name a person, in some articles."""
    contexts = (
        name.context.casefold()
        for name in names
        if name.mention.value.normal == person and name.mention.article_id in articles
    )
    return {word for context in contexts for word in _WORD.findall(context)}
