"""Slots of sides: for which party somebody negotiates, in which team somebody is.

A person may well belong to two bodies, and one body may have two names. So a second one is only a
contradiction where an article that tells the two apart gives it to somebody else: that is how
sides get exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from discrepancy import lexicon
from discrepancy.align.answers import phrase_of, trim_values
from discrepancy.compare.roles import are_two_sides, post_of, side_of
from discrepancy.lexicon.names import find_place, title_words
from discrepancy.model import Claim, Kind, Provenance, Slot

_NAME = re.compile(r"\b[A-Z]\w*(?<!['’]s)")
_MOVE = "move"
"""The verb of a move that as a noun is something else."""


def align_sides(story_id: str, roles: Sequence[Claim], names: Sequence[Claim]) -> tuple[Slot, ...]:
    """Slots for people whom an article puts on the side that others give to somebody else.

    Args:
        story_id: The story.
        roles: Its claims of offices and memberships.
        names: Its names: where somebody is from is asked in :mod:`discrepancy.align.whereabouts`.
    """
    places = {name.mention.text for name in names if name.mention.kind is Kind.PLACE}
    posts = set(lexicon.read_table("roles")["sided"]["posts"])
    players = set(lexicon.read_table("roles")["sided"]["players"])
    told = [claim for claim in roles if post_of(phrase_of(claim)) in posts and side_of(phrase_of(claim))]
    people: dict[tuple[str, str], list[Claim]] = {}
    for claim in told:
        if claim.key.entity:
            people.setdefault((claim.key.entity, post_of(phrase_of(claim))), []).append(claim)
    sentences = {claim.context for claim in (*roles, *names)}
    slots = []
    for (person, post), said in people.items():
        towns = all(claim.mention.text in places for claim in said)
        if towns or _change_sides(said, (*roles, *names)):
            continue
        opposed = post in players and _is_of_opponents(said, sentences)
        if not opposed and not any(_exchanged(said, told)) and not _is_outvoted(said, sentences):
            continue
        rule = Provenance("side of a person")
        label = f"{'affiliation' if post == 'member' else 'side'} of {person}"
        slots.append(Slot(story_id, Kind.ROLE, label, trim_values(said), provenance=rule))
    return tuple(slots)


def _exchanged(said: Sequence[Claim], told: Sequence[Claim]) -> Iterator[bool]:
    """For every two articles that put a person on two sides, whether one has another person there."""
    for here in said:
        for there in said:
            if here.mention.article_id == there.mention.article_id or not _are_apart(here, there):
                continue
            yield any(
                other.mention.article_id == here.mention.article_id
                and other.key.entity not in ("", here.key.entity)
                and _is_same(other, there)
                for other in told
            )


def _is_outvoted(said: Sequence[Claim], sentences: Set[str]) -> bool:
    """Whether one article alone has a side that others, who agree, know apart from theirs.

    Known apart is what one sentence names beside the other: "Holm beat Velten". Two names of one side
    hardly stand in one sentence.
    """
    for lone in said:
        against = [c for c in said if c.mention.article_id != lone.mention.article_id]
        if not against or not all(_are_apart(lone, other) for other in against):
            continue
        agreed = frozenset.intersection(*(_stems(other) for other in against))
        articles = {other.mention.article_id for other in against}
        if len(articles) > 1 and agreed and _stand_together(agreed, _stems(lone), sentences):
            return True
    return False


def _is_of_opponents(said: Sequence[Claim], sentences: Set[str]) -> bool:
    """Whether two articles put somebody into two teams that a sentence tells of as playing one another."""
    contests = set(lexicon.read_table("roles")["sided"]["contests"])
    told = {sentence for sentence in sentences if contests & set(re.findall(r"\w+", sentence.casefold()))}
    return any(
        here.mention.article_id != there.mention.article_id
        and _are_apart(here, there)
        and _stand_together(_stems(here), _stems(there), told)
        for here in said
        for there in said
    )


def _stems(claim: Claim) -> frozenset[str]:
    """The words of a side, in the singular."""
    return frozenset(word.removesuffix("s") for word in side_of(phrase_of(claim)))


def _stand_together(left: Set[str], right: Set[str], sentences: Set[str]) -> bool:
    """Whether a sentence names both sides, by names of their own, and none says that one is the other's."""
    links = set(lexicon.read_table("roles")["sided"]["links"])
    both = []
    for sentence in sentences:
        names = {word.casefold().removesuffix("s") for word in _NAME.findall(sentence)}
        if names & left - right and names & right - left:
            both.append(set(re.findall(r"\w+", sentence.casefold())))
    return bool(both) and not any(words & links for words in both)


def _change_sides(said: Sequence[Claim], claims: Sequence[Claim]) -> bool:
    """Whether one article gives the person two sides, or one of those tells of a move beside the name."""
    moves = set(lexicon.read_table("roles")["sided"]["moves"])
    person = said[0].key.entity
    articles = {claim.mention.article_id for claim in said}
    about = (
        claim
        for claim in claims
        if person in (claim.key.entity, claim.mention.value.normal) and claim.mention.article_id in articles
    )
    if any(word in moves or claim.key.predicate == _MOVE for claim in about for word, _ in claim.key.words):
        return True
    return any(a.mention.article_id == b.mention.article_id and _are_apart(a, b) for a in said for b in said)


def _are_apart(left: Claim, right: Claim) -> bool:
    """Whether two sides differ, and not as a country's team and a club do that somebody plays for both."""
    if not are_two_sides(phrase_of(left), phrase_of(right)):
        return False
    return _is_country(left) == _is_country(right) and _is_of_country(left) == _is_of_country(right)


def _is_country(claim: Claim) -> bool:
    found = [find_place(word.title()) for word in side_of(phrase_of(claim))]
    return any(place is not None and not place.within for place in found)


def _is_of_country(claim: Claim) -> bool:
    """Whether nothing but a nationality is told, which is no employer: "the Danish chief executive"."""
    return title_words("demonyms").issuperset(side_of(phrase_of(claim)))


def _is_same(left: Claim, right: Claim) -> bool:
    """Whether two claims of one post name one side."""
    a, b = phrase_of(left), phrase_of(right)
    mine, yours = side_of(a), side_of(b)
    return post_of(a) == post_of(b) and (mine <= yours or yours <= mine)
