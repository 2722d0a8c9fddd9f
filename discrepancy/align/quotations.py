"""Quotation slots: one utterance each, in every wording in which it is printed.

The wording itself says which utterance it is, so quotations need no learned key: two that share
most of their words are one utterance, and where a changed word turns the sense they clash.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.align.attributes import trim
from discrepancy.compare import compare_values
from discrepancy.compare.quotes import SAME_UTTERANCE, differing, quote_similarity
from discrepancy.model import Claim, Kind, Phrase, Slot, Verdict

_CERTAINTY = 0.95
"""Of 32 labelled pairs of changed quotations 31 clash by their wording, none of the unchanged ones."""


def align_quotes(story_id: str, claims: Sequence[Claim]) -> tuple[tuple[Slot, ...], list[Claim]]:
    """Slots for utterances that several articles quote, and the claims that are no quotations."""
    quotes = [claim for claim in claims if claim.mention.kind is Kind.QUOTE]
    rest = [claim for claim in claims if claim.mention.kind is not Kind.QUOTE]
    utterances: list[list[Claim]] = []
    for quote in quotes:
        known = next((u for u in utterances if _is_one_utterance(u[0], quote)), None)
        if known is None:
            utterances.append([quote])
        else:
            known.append(quote)
    slots = [_make_slot(story_id, utterance) for utterance in utterances if _articles(utterance) > 1]
    return tuple(slots), rest


def _articles(claims: Sequence[Claim]) -> int:
    return len({claim.mention.article_id for claim in claims})


def _phrase(claim: Claim) -> Phrase:
    value = claim.mention.value
    assert isinstance(value, Phrase)
    return value


def _is_one_utterance(left: Claim, right: Claim) -> bool:
    return quote_similarity(_phrase(left), _phrase(right)) >= SAME_UTTERANCE


def _clash(left: Claim, right: Claim) -> bool:
    return compare_values(Kind.QUOTE, _phrase(left), _phrase(right)).verdict is Verdict.CONFLICT


def _make_slot(story_id: str, utterance: Sequence[Claim]) -> Slot:
    speaker = next((claim.key.speaker for claim in utterance if claim.key.speaker), "")
    label = f"words of {speaker}" if speaker else "quoted words"
    return Slot(story_id, Kind.QUOTE, label, trim([_narrow(c, utterance) for c in utterance]), _CERTAINTY)


def _narrow(claim: Claim, utterance: Sequence[Claim]) -> Claim:
    """The claim with its span on the words that differ from the first quotation it clashes with."""
    other = next((other for other in utterance if _clash(claim, other)), None)
    if other is None:
        return claim
    mention = claim.mention
    (start, end), _ = differing(mention.text, other.mention.text)
    if start >= end:
        return claim
    narrowed = replace(
        mention, start=mention.start + start, end=mention.start + end, text=mention.text[start:end]
    )
    return replace(claim, mention=narrowed)
