"""Quotation slots: one utterance each, in every wording in which it is printed.

The wording itself says which utterance it is, so quotations need no learned key: two that share
most of their words are one utterance, and where a changed word turns the sense they clash.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.align.answers import clash, clashes_between_articles, trim_values
from discrepancy.compare import compare_values
from discrepancy.compare.quotes import SAME_UTTERANCE, differing, quote_similarity
from discrepancy.context import sentence_of
from discrepancy.model import Claim, Field, Kind, Name, Phrase, Provenance, Slot

_CERTAINTY = 0.95
"""Of 32 labelled pairs of changed quotations 31 clash by their wording, none of the unchanged ones."""


def align_quotes(story_id: str, claims: Sequence[Claim]) -> tuple[tuple[Slot, ...], list[Claim]]:
    """Slots for utterances that several articles quote, and the claims that are no quotations.

    Two questions may stand to one utterance: what was said, and who said it.
    """
    people = {
        (claim.mention.article_id, claim.mention.field, claim.mention.start): claim
        for claim in claims
        if isinstance(claim.mention.value, Name) and claim.mention.value.type == "PERSON"
    }
    quotes = [claim for claim in claims if claim.mention.kind is Kind.QUOTE]
    rest = [claim for claim in claims if claim.mention.kind is not Kind.QUOTE]
    utterances: list[list[Claim]] = []
    for quote in quotes:
        known = next((u for u in utterances if _is_one_utterance(u[0], quote)), None)
        if known is None:
            utterances.append([quote])
        else:
            known.append(quote)
    shared = [utterance for utterance in utterances if _articles(utterance) > 1]
    said = [_make_slot(story_id, utterance) for utterance in shared]
    spoken = [
        slot for utterance in shared if (slot := _speaker_slot(story_id, utterance, people)) is not None
    ]
    return (*said, *spoken), rest


def _speaker_slot(
    story_id: str, utterance: Sequence[Claim], people: dict[tuple[str, Field, int], Claim]
) -> Slot | None:
    """Who said it, where each article names the speaker beside the words and two name different people.

    A pronoun's antecedent is a guess, so only a name in the quotation's own sentence counts.
    """
    speakers = []
    for quote in utterance:
        span = quote.key.speaker_span
        if span is not None:
            name = _name_at(people, quote, span)
            if name is not None and sentence_of(name) == sentence_of(quote):
                speakers.append(name)
    if not clashes_between_articles(speakers):
        return None
    if any(_slip(a, b) for a in speakers for b in speakers):
        return None
    words = utterance[0].mention.text
    label = f"who said “{words if len(words) <= 60 else words[:57] + '…'}”"
    return Slot(story_id, Kind.QUOTE, label, trim_values(speakers), _CERTAINTY, Provenance("speaker"))


def _slip(left: Claim, right: Claim) -> bool:
    return bool(compare_values(Kind.NAME, left.mention.value, right.mention.value).slip)


def _name_at(
    people: dict[tuple[str, Field, int], Claim], quote: Claim, span: tuple[int, int]
) -> Claim | None:
    """The person named within the speaker's words, found by where the name begins."""
    article, field = quote.mention.article_id, quote.mention.field
    found = (people.get((article, field, start)) for start in range(span[0], span[1]))
    return next((claim for claim in found if claim is not None), None)


def _articles(claims: Sequence[Claim]) -> int:
    return len({claim.mention.article_id for claim in claims})


def _phrase(claim: Claim) -> Phrase:
    value = claim.mention.value
    assert isinstance(value, Phrase)
    return value


def _is_one_utterance(left: Claim, right: Claim) -> bool:
    if quote_similarity(_phrase(left), _phrase(right)) < SAME_UTTERANCE:
        return False
    # Two who contradict each other in the same words have both spoken.
    return not (clash(left, right) and _are_two(left.key.speaker, right.key.speaker))


def _are_two(left: str, right: str) -> bool:
    mine, yours = set(left.casefold().split()), set(right.casefold().split())
    return len(mine) > 1 and len(yours) > 1 and not mine & yours


def _make_slot(story_id: str, utterance: Sequence[Claim]) -> Slot:
    speaker = next((claim.key.speaker for claim in utterance if claim.key.speaker), "")
    label = f"words of {speaker}" if speaker else "quoted words"
    narrowed = trim_values([_narrow(c, utterance) for c in utterance])
    return Slot(story_id, Kind.QUOTE, label, narrowed, _CERTAINTY, Provenance("quotation"))


def _narrow(claim: Claim, utterance: Sequence[Claim]) -> Claim:
    """The claim with its span on the words that differ from the first quotation it clashes with."""
    other = next((other for other in utterance if clash(claim, other)), None)
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
