"""Quotation slots: one utterance each, in every wording in which it is printed.

The wording itself says which utterance it is, so quotations need no learned key: two that share
most of their words are one utterance, and where a changed word turns the sense they clash.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from discrepancy.align.answers import clash, count_articles, phrase_of, text_before, trim_values
from discrepancy.align.speakers import FULL_STOP, People, align_speakers, are_two, find_people, name_speaker
from discrepancy.compare import compare_values
from discrepancy.compare.reversals import WEAK
from discrepancy.compare.utterances import (
    MINIMUM_SHARED,
    SAME_UTTERANCE,
    differing,
    find_gaps,
    quote_similarity,
    shared_words,
)
from discrepancy.model import Claim, Date, Kind, Provenance, Slot

MINIMUM_WITNESSES = 2
"""Articles that have to agree on a word before another's is taken for a slip."""

_CERTAINTY = 0.95
"""Of 32 labelled pairs of changed quotations 31 clash by their wording, none of the unchanged ones."""


def align_quotes(story_id: str, claims: Sequence[Claim]) -> tuple[tuple[Slot, ...], list[Claim]]:
    """Slots for utterances that several articles quote, and the claims that are no quotations.

    Two questions may stand to one utterance: what was said, and who said it.
    """
    people = find_people(claims)
    quotes = [claim for claim in claims if claim.mention.kind is Kind.QUOTE]
    rest = [claim for claim in claims if claim.mention.kind is not Kind.QUOTE]
    utterances: list[list[Claim]] = []
    for quote in quotes:
        fitting = [u for u in utterances if _is_one_utterance(u[0], quote, people)]
        # Of two sentences that a quotation runs together it is held against the one that it turns round.
        known = max(fitting, key=lambda u: (_similarity(u[0], quote), clash(u[0], quote)), default=None)
        if known is None:
            utterances.append([quote])
        else:
            known.append(quote)
    parted = [part for utterance in utterances for part in _part(utterance)]
    shared = [kept for utterance in parted if count_articles(kept := _keep_outvoted(utterance)) > 1]
    said = [_make_slot(story_id, utterance) for utterance in shared]
    spoken = (align_speakers(story_id, utterance, people, _CERTAINTY) for utterance in shared)
    return (*said, *filter(None, spoken)), rest


def find_quoted(claims: Sequence[Claim]) -> set[int]:
    """Identities of the claims that begin within a quotation of their article."""
    quoted: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for claim in claims:
        if claim.mention.kind is Kind.QUOTE:
            quoted.setdefault(_place(claim), []).append((claim.mention.start, claim.mention.end))
    return {
        id(claim)
        for claim in claims
        if any(start <= claim.mention.start < end for start, end in quoted.get(_place(claim), ()))
    }


def leave_deictic(claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` without the days that a speaker counts from when they spoke: "this night", "tomorrow".

    Reports of one utterance have days of publication of their own, from which such a day would be read.
    """
    quoted = find_quoted(claims)
    return [claim for claim in claims if not (_is_relative(claim) and id(claim) in quoted)]


def _is_relative(claim: Claim) -> bool:
    return isinstance(claim.mention.value, Date) and "relative" in claim.mention.value.said


def _place(claim: Claim) -> tuple[str, str]:
    """The text that a claim stands in."""
    return claim.mention.article_id, claim.mention.field


def _keep_outvoted(utterance: Sequence[Claim]) -> list[Claim]:
    """``utterance`` without the versions that may be another translator's.

    A noun or modal verb in place of another is a slip only where one article alone has it and others,
    two at least, have the word that it replaces.
    """
    dropped: set[str] = set()
    for left, right in combinations(utterance, 2):
        if _slip(left, right) in WEAK:
            (mine, yours), *_ = find_gaps(phrase_of(left).normal.split(), phrase_of(right).normal.split())
            votes = sorted(
                ((_who_has(word, utterance), claim) for word, claim in ((mine[0], left), (yours[0], right))),
                key=lambda vote: len(vote[0]),
            )
            if len(votes[0][0]) > 1 or len(votes[1][0]) < MINIMUM_WITNESSES or votes[0][0] & votes[1][0]:
                dropped.add(phrase_of(votes[0][1]).normal)
    return [claim for claim in utterance if phrase_of(claim).normal not in dropped]


def _who_has(word: str, utterance: Sequence[Claim]) -> set[str]:
    return {claim.mention.article_id for claim in utterance if word in phrase_of(claim).normal.split()}


def _slip(left: Claim, right: Claim) -> str:
    return compare_values(Kind.QUOTE, left.mention.value, right.mention.value).slip


def _is_one_utterance(left: Claim, right: Claim, people: People) -> bool:
    if _similarity(left, right) < SAME_UTTERANCE:
        return False
    if not clash(left, right):
        return True
    if (
        _slip(left, right) == "opposite word"
        and shared_words(phrase_of(left), phrase_of(right)) < MINIMUM_SHARED
    ):
        # "We support the plan", "We oppose the plan": rivals say so in turn.
        return _last_name(left) != "" and _last_name(left) == _last_name(right)
    # Two who contradict each other in the same words have both spoken; who does on another day has changed
    # their mind.
    return not are_two(name_speaker(left, people), name_speaker(right, people)) and not _other_days(
        left, right
    )


def _similarity(left: Claim, right: Claim) -> float:
    return quote_similarity(phrase_of(left), phrase_of(right))


def _last_name(claim: Claim) -> str:
    return claim.key.speaker.casefold().split()[-1] if claim.key.speaker else ""


def _other_days(left: Claim, right: Claim) -> bool:
    """Whether what is denied was said on days that both sentences give, none of them the same."""
    mine, yours = _days_of_speech(left), _days_of_speech(right)
    if _slip(left, right) == "number changed":
        return False
    return bool(mine and yours) and all(a[1] < b[0] or b[1] < a[0] for a in mine for b in yours)


def _days_of_speech(claim: Claim) -> list[tuple[date, date]]:
    """The days told with a quotation on which it may have been said.

    Not those still to come, nor those of a sentence before it that the model did not part from it.
    """
    if FULL_STOP.search(text_before(claim)):
        return []
    if claim.published is None:
        return list(claim.key.periods)
    return [(first, last) for first, last in claim.key.periods if first <= claim.published.date()]


def _part(utterance: Sequence[Claim]) -> list[list[Claim]]:
    """The utterance; where one text quotes it both ways, each way is an utterance of its own."""
    for left, right in combinations(utterance, 2):
        if _place(left) == _place(right) and clash(left, right):
            second = [
                c for c in utterance if clash(left, c) and _similarity(left, c) <= _similarity(right, c)
            ]
            return [[claim for claim in utterance if claim not in second], second]
    return [list(utterance)]


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
