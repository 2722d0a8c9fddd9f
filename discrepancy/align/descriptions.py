"""Slots of descriptions: what one article alone says that a person is, against what the others say.

Other than for the posts of the lexicon nothing listed says that two exclude each other. So the others have
to agree, in one regard (for whom, running what, of which trade), and the lone one may not say theirs as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from discrepancy import lexicon
from discrepancy.align.answers import count_articles, phrase_of, trim_values
from discrepancy.align.employers import find_other_employer
from discrepancy.align.holders import asks_again
from discrepancy.align.outvoted import QUORUM, within_term
from discrepancy.compare.descriptions import REGARDS, are_alike, are_apart, told_in
from discrepancy.lexicon.descriptions import BOARD, DESCRIBED, LEAD, PRINTED, SEVERAL, TOP
from discrepancy.model import Claim, Kind, Phrase, Provenance, Relation, Slot, Verdict

_WORD = re.compile(r"\w+")
_DAYS = timedelta(days=14)
"""Time between two reports in which hardly anybody gets another office unsaid."""


def is_description(claim: Claim) -> bool:
    """Whether a claim is of what the grammar alone says that somebody is."""
    value = claim.mention.value
    return (
        claim.mention.kind is Kind.ROLE and isinstance(value, Phrase) and value.normal.startswith(DESCRIBED)
    )


def align_descriptions(
    story_id: str, claims: Sequence[Claim], offices: Sequence[Slot], told: Sequence[Claim]
) -> tuple[Slot, ...]:
    """Slots for people whom one article alone describes as something else, beside those of offices.

    Of two slots of one person stays the one of offices, unless it has fewer articles' words.

    Args:
        story_id: The story.
        claims: Its descriptions.
        offices: The slots that the posts of the lexicon make.
        told: All claims of the story: whether an article knows both of two bodies their sentences say.
    """
    people: dict[str, list[Claim]] = {}
    for claim in claims:
        people.setdefault(claim.key.entity, []).append(claim)
    kept = list(offices)
    for person, said in people.items():
        odds = _find_lone(said, claims, told)
        if odds is None or _is_of_two(odds, claims):
            odds = find_other_employer(said, told)
        if odds is None:
            continue
        slot = _make_slot(story_id, person, *odds)
        rivals = [other for other in kept if any(c.key.entity == person for c in other.claims)]
        if all(_is_part(other, slot) for other in rivals):
            kept = [other for other in kept if other not in rivals and not asks_again(other, [slot])] + [slot]
    return tuple(kept)


def _is_of_two(odds: tuple[tuple[Claim, ...], tuple[Claim, ...]], claims: Sequence[Claim]) -> bool:
    """Whether one person may have both: the board's chair is the chief executive where nobody else is."""
    lone, against = ({word for c in side for word in told_in(phrase_of(c), "field")} for side in odds)
    if not {*lone, *against} <= {TOP, BOARD, LEAD} or not lone:
        return False
    person = odds[0][0].key.entity
    return not any(c.key.entity != person and lone & set(told_in(phrase_of(c), "field")) for c in claims)


def _make_slot(story_id: str, person: str, lone: tuple[Claim, ...], against: tuple[Claim, ...]) -> Slot:
    a, b = lone[0].mention.text, against[0].mention.text
    told = [claim.mention.value.normal.removeprefix(DESCRIBED) for claim in (lone[0], against[0])]
    # What was made of the words is told only where it says more than they do.
    made = "" if told == [a.lower(), b.lower()] else f" ({' and '.join(told)})"
    rule = Provenance(
        "description of a person",
        odd=frozenset(range(len(lone))),
        clash=Relation(Verdict.CONFLICT, f"hardly anybody is “{a}” and “{b}”{made} at the same time"),
    )
    return Slot(story_id, Kind.ROLE, f"office of {person}", (*lone, *against), provenance=rule)


def _is_part(slot: Slot, other: Slot) -> bool:
    """Whether ``other`` tells the same conflict of the person with more articles."""
    mine, yours = ({claim.mention.article_id for claim in s.claims} for s in (slot, other))
    return slot.kind is Kind.ROLE and slot.label == other.label and mine < yours


def _find_lone(
    said: Sequence[Claim], everybody: Sequence[Claim], everything: Sequence[Claim]
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]] | None:
    """The claims of the one article, and those of the others that they stand against."""
    for regard in REGARDS:
        told = [claim for claim in said if told_in(phrase_of(claim), regard)]
        if regard == "party" and any(told_in(phrase_of(claim), regard)[3] == SEVERAL for claim in told):
            continue
        if regard == "field" and any(_is_changing(claim) for claim in told):
            continue
        for lone in dict.fromkeys(claim.mention.article_id for claim in told):
            own = [claim for claim in told if claim.mention.article_id == lone]
            others = [claim for claim in told if claim.mention.article_id != lone]
            if others and not any(_alike(a, b, regard) for a in own for b in others):
                against = _agreeing([c for c in others if all(_apart(a, c, regard) for a in own)], regard)
                if regard == "body" and not _are_two_bodies(own, against, everything):
                    continue
                filled = regard == "party" and any(_is_filled(c, everybody) for c in own)
                quorum = 1 if filled else _quorum(own, against, others, regard)
                if count_articles(against) >= quorum:
                    return tuple(own), trim_values(against)
    return None


def _is_filled(claim: Claim, everybody: Sequence[Claim]) -> bool:
    """Whether another article has another person work for the same client, whom both name."""
    told = told_in(phrase_of(claim), "party")
    return any(
        other.key.entity != claim.key.entity
        and other.mention.article_id != claim.mention.article_id
        and (theirs := told_in(phrase_of(other), "party"))
        and bool(told[1] and theirs[1])
        and are_alike(told, theirs, "party")
        for other in everybody
    )


def _are_two_bodies(own: Sequence[Claim], against: Sequence[Claim], everything: Sequence[Claim]) -> bool:
    """Whether an article that has somebody in one body knows the other sort as well.

    Else the "authority" of the one report can be the "operator" of the other.
    """
    bodies = lexicon.read_table("descriptions")["bodies"]
    nouns = {noun for claim in own for sort in told_in(phrase_of(claim), "body") for noun in bodies[sort]}
    articles = {claim.mention.article_id for claim in against}
    sentences = {claim.context for claim in everything if claim.mention.article_id in articles}
    return any(nouns & set(_WORD.findall(sentence.casefold())) for sentence in sentences)


def _is_changing(claim: Claim) -> bool:
    """Whether the sentence tells of an office that changes hands."""
    words = lexicon.read_table("roles")["taken"]["since"]
    return any(word in words for word, _ in claim.key.words)


def _quorum(own: Sequence[Claim], against: Sequence[Claim], others: Sequence[Claim], regard: str) -> int:
    """Articles that have to agree.

    For whom somebody works one is enough where all name it. Where articles tell of three, the lone one
    has to print the name itself, not a noun or pronoun that was followed.
    """
    if regard != "party":
        return QUORUM
    told = [told_in(phrase_of(claim), regard) for claim in (*own, *against)]
    if len(against) < len(others):
        return QUORUM if any(words[3] == PRINTED for words in told[: len(own)]) else len(others)
    # A lawyer has many clients.
    return 1 if told[0][0] == "coach" and all(words[1] for words in told) else QUORUM


def _agreeing(claims: Sequence[Claim], regard: str) -> list[Claim]:
    """The most of ``claims`` that say the same as one of them."""
    groups = ([c for c in claims if _alike(claim, c, regard)] for claim in claims)
    return max(groups, key=lambda group: count_articles(group), default=[])


def _alike(left: Claim, right: Claim, regard: str) -> bool:
    return are_alike(told_in(phrase_of(left), regard), told_in(phrase_of(right), regard), regard)


def _apart(left: Claim, right: Claim, regard: str) -> bool:
    a, b = (told_in(phrase_of(claim), regard) for claim in (left, right))
    near = regard == "party" or within_term(left, right, _DAYS)
    return near and are_apart(a, b, regard)
