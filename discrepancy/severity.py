"""What a conflict costs an editor: correct a slip, refile a figure, withdraw the story.

Identity and reversed facts weigh most, then numbers and dates, then spelling. A count of the dead
or the charged is the story where it stands in the headline or the first sentences, and a detail
further down. The classes are those of ``lexicon/severity.toml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from discrepancy import lexicon
from discrepancy.model import Claim, Kind, Name, Phrase, Relation, Severity, Slot

LEAD = 4
"""Sentences from the top of a page, its headline included, that tell what the story is."""


def weigh_conflict(slot: Slot, relation: Relation) -> Severity:
    """How grave a conflict is.

    Args:
        slot: The question.
        relation: How its two main values stand to each other.
    """
    value = slot.claims[0].mention.value
    if slot.kind is not Kind.STATUS and any(word in relation.slip for word in _table("slips")):
        return Severity.WITHDRAW
    if isinstance(value, Name):
        return _weigh_name(slot, relation)
    if isinstance(value, Phrase):
        return _weigh_phrase(slot, value)
    fatal = any(claim.key.measure in _table("measures") for claim in slot.claims)
    return Severity.WITHDRAW if fatal and _is_central(slot.claims) else Severity.REFILE


def _weigh_name(slot: Slot, relation: Relation) -> Severity:
    """Another person is another story; a misspelt one is the same."""
    if slot.kind is Kind.QUOTE:
        return Severity.WITHDRAW
    if relation.slip:
        return Severity.CORRECT
    return Severity.WITHDRAW if slot.kind is Kind.NAME else Severity.REFILE


def _weigh_phrase(slot: Slot, value: Phrase) -> Severity:
    fate = slot.kind is Kind.STATUS and value.normal.split(":")[0] in _table("statuses")
    return Severity.WITHDRAW if fate else Severity.REFILE


def _is_central(claims: Sequence[Claim]) -> bool:
    """Whether at least half of the articles state it in their headline or first sentences."""
    articles = {claim.mention.article_id for claim in claims}
    leading = {
        claim.mention.article_id
        for claim in claims
        if claim.mention.field == "title" or claim.mention.sentence < LEAD
    }
    return 2 * len(leading) >= len(articles)


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(lexicon.read_table("severity")["withdraw"][name])
