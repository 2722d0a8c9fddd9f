"""Who said it: utterances that articles put into the mouths of different people.

The quoted words are what the articles share and the speaker is what they answer, so both are shown:
the words and the name beside them carry the speaker as their value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from discrepancy.align.answers import clashes_between_articles, trim_values
from discrepancy.compare import compare_values
from discrepancy.compare.utterances import shared_lemmas, shared_words
from discrepancy.context import sentence_of
from discrepancy.model import Claim, Field, Kind, Name, Phrase, Provenance, Slot, Verdict

MINIMUM_WORDS = 5
"""Fewer words in a row ("we want peace") are said by many."""

MINIMUM_SHARED = 4
"""Content words that two wordings have to share where they are not the same."""

FULL_STOP = re.compile(r"""\b[^\W\d_A-Z]\w+[.!?]["”’]?\s|\w[.!?]\s+["'“„‘«]$""")
"""A full stop behind a plain word, or in front of the quotation; not that of "Dr. Ann Roe"."""

_STOP = re.compile(r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)[.!?][\"”’]?(?:\s|$)")
"""The same between two names, behind any word but a title."""

_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr)\.? ")
_APPOSED = 3
"""Characters behind the speaker's words within which a name in apposition begins."""

People: TypeAlias = Mapping[tuple[str, Field, int], Claim]
"""Claims of people's names by article, field and where they begin."""


def find_people(claims: Sequence[Claim]) -> People:
    """The people named in ``claims``."""
    return {
        (claim.mention.article_id, claim.mention.field, claim.mention.start): claim
        for claim in claims
        if isinstance(claim.mention.value, Name) and claim.mention.value.type == "PERSON"
    }


def name_speaker(quote: Claim, people: People) -> Claim | None:
    """The person whom the quotation's own sentence names as its speaker.

    A pronoun's antecedent is a guess, so a name in another sentence does not count.
    """
    span = quote.key.speaker_span
    if span is None:
        return None
    article, field = quote.mention.article_id, quote.mention.field
    # "the dean, Ann Roe": the name may stand behind the noun that speaks.
    found = (people.get((article, field, start)) for start in range(span[0], span[1] + _APPOSED))
    name = next((claim for claim in found if claim is not None), None)
    if name is None or sentence_of(name) != sentence_of(quote):
        return None
    # The model does not part speech from the sentence before it.
    ends = sorted([name.mention.end, quote.mention.start, name.mention.start, quote.mention.end])[1:3]
    between = quote.context[ends[0] - quote.context_start : ends[1] - quote.context_start]
    return None if FULL_STOP.search(between) else name


def are_two(left: Claim | None, right: Claim | None) -> bool:
    """Whether two people are named who share no part of their names; a slip would leave one of them."""
    if left is None or right is None:
        return False
    mine, yours = (set(claim.mention.value.normal.casefold().split()) for claim in (left, right))
    return not mine & yours


def align_speakers(
    story_id: str, utterance: Sequence[Claim], people: People, certainty: float
) -> Slot | None:
    """The question who said ``utterance``, or what the one who said it is called.

    Asked where two articles name different people beside the words.
    """
    named = [(quote, name) for quote in utterance if (name := name_speaker(quote, people)) is not None]
    named += _guess_alike(utterance, named, people)
    if not clashes_between_articles([name for _, name in named]):
        return None
    told = [(a, b) for q, a in named for r, b in named if _is_telling(q, r)]
    told = [(a, b) for a, b in told if not (_leaves_open(a, b, people) or _leaves_open(b, a, people))]
    if any(are_two(a, b) and not _may_be_other(a, b, people) for a, b in told):
        words = utterance[0].mention.text
        label = f"who said “{words if len(words) <= 60 else words[:57] + '…'}”"
        claims = tuple(_show(utterance, named))
        return Slot(story_id, Kind.QUOTE, label, claims, certainty, Provenance("speaker"))
    relations = [compare_values(Kind.NAME, a.mention.value, b.mention.value) for a, b in told]
    if any(r.verdict is Verdict.CONFLICT for r in relations) and not any(r.slip for r in relations):
        # One person who says the same words, under two names that share a part.
        label = f"name of {named[0][1].mention.value.normal}"
        return Slot(
            story_id, Kind.NAME, label, trim_values([n for _, n in named]), certainty, Provenance("speaker")
        )
    return None


def _leaves_open(short: Claim, whole: Claim, people: People) -> bool:
    """Whether a surname alone may be the other speaker's, and not that of the one who is taken to bear it.

    "Mr Hask said" is of the dead woman's widower Tom as well, where his article names her too; and of the
    other speaker, where its own article names both.
    """
    surname = short.mention.text.casefold().split()[-1]
    bearer, speaker = short.mention.value.normal.casefold(), whole.mention.value.normal.casefold()
    if len(_TITLE.sub("", short.mention.text).split()) != 1 or bearer == speaker:
        return False
    if surname not in bearer.split()[-1:] or (surname not in speaker.split() and " " in speaker):
        return False
    named = {(article, name.mention.value.normal.casefold()) for (article, _, _), name in people.items()}
    return not named.isdisjoint({(whole.mention.article_id, bearer), (short.mention.article_id, speaker)})


def _may_be_other(left: Claim, right: Claim, people: People) -> bool:
    """Whether the sentence of one speaker names the other: "to Ann Roe it came down to Ben Ash's line"."""
    return any(
        not are_two(name, other) and _is_beside(mine, name)
        for mine, other in ((left, right), (right, left))
        for (article, _, _), name in people.items()
        if article == mine.mention.article_id
    )


def _is_beside(left: Claim, right: Claim) -> bool:
    """Whether two names stand in one sentence, which the model may not have parted from the one before."""
    first, second = sorted((left, right), key=lambda claim: claim.mention.start)
    between = first.context[
        first.mention.end - first.context_start : second.mention.start - first.context_start
    ]
    return sentence_of(first) == sentence_of(second) and not _STOP.search(between)


def _guess_alike(
    utterance: Sequence[Claim], named: Sequence[tuple[Claim, Claim]], people: People
) -> list[tuple[Claim, Claim]]:
    """Quotations with whom "he said" stands for, where two articles have it of one person and nobody else.

    A pronoun's antecedent is a guess, but two articles do not guess the same by chance.
    """
    if not named:
        return []  # one person alone contradicts nobody
    told = {id(quote) for quote, _ in named}
    guessed = [
        (quote, name)
        for quote in utterance
        if id(quote) not in told and (name := _find_antecedent(quote, people)) is not None
    ]
    persons = {name.mention.value.normal for _, name in guessed}
    articles = {quote.mention.article_id for quote, _ in guessed}
    return guessed if len(persons) == 1 and len(articles) > 1 else []


def _find_antecedent(quote: Claim, people: People) -> Claim | None:
    """Who is named, whole, in the sentence right before a quotation, if that is who is taken to speak."""
    field, sentence = sentence_of(quote)
    for (article, where, _), name in people.items():
        if article != quote.mention.article_id or where != field:
            continue
        near = name.mention.sentence in (sentence - 1, sentence) and name.mention.end <= quote.mention.start
        if near and name.mention.value.normal == quote.key.speaker:
            return name
    return None


def _show(utterance: Sequence[Claim], named: Sequence[tuple[Claim, Claim]]) -> Iterator[Claim]:
    """Of each article the name and the words, both with the speaker as their value.

    A guess who speaks may side with a speaker whom others name, but introduces nobody.
    """
    shown: set[str] = set()
    for quote, name in named:
        if quote.mention.article_id not in shown:
            shown.add(quote.mention.article_id)
            yield name
            yield _say(quote, name)
    for quote in utterance:
        guessed = {
            name.mention.value.normal: name
            for _, name in named
            if _is_called(quote.key.speaker, name.mention.value.normal)
        }
        if len(guessed) == 1 and quote.mention.article_id not in shown:
            shown.add(quote.mention.article_id)
            yield _say(quote, next(iter(guessed.values())))


def _say(quote: Claim, name: Claim) -> Claim:
    return replace(quote, mention=replace(quote.mention, value=name.mention.value))


def _is_called(speaker: str, name: str) -> bool:
    return bool(speaker) and speaker.casefold().split()[-1] == name.casefold().split()[-1]


def _is_telling(left: Claim, right: Claim) -> bool:
    """Whether two wordings are so much alike that two people will not have chosen them alone."""
    one, other = left.mention.value, right.mention.value
    assert isinstance(one, Phrase)
    assert isinstance(other, Phrase)
    if one.normal == other.normal:
        return len(one.normal.split()) >= MINIMUM_WORDS
    shared = shared_words(one, other)
    # "Nobody leaves this room as a winner, and nobody hungry": the negations tell as well.
    return shared >= MINIMUM_SHARED or (
        shared == MINIMUM_SHARED - 1 and shared_lemmas(one, other) > MINIMUM_SHARED
    )
