"""Offices of somebody else that one article alone gives to a person whom the others know in another.

That is how a clumsy rewriting exchanges people: the union's president is the one whom it has twice,
or the chair gets the chief executive's title. Neither office has to exclude the other: that all
others give the one to somebody else, and to the person another one, is what tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import timedelta
from functools import cache

from discrepancy import lexicon
from discrepancy.align.answers import clash, phrase_of, trim_values
from discrepancy.align.outvoted import QUORUM, within_term
from discrepancy.compare.roles import are_one_office, post_of, side_of
from discrepancy.model import Claim

_SOON = timedelta(days=10)
"""Time between two reports after which somebody may have got another office."""


def find_taken(said: Sequence[Claim], roles: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims of an office taken from somebody and those that it stands against; none where none is.

    Args:
        said: The offices of one person.
        roles: The offices of all people.
    """
    articles: dict[str, list[Claim]] = {}
    for claim in said:
        articles.setdefault(claim.mention.article_id, []).append(claim)
    for lone, own in articles.items():
        told = [claim for claim in said if claim.mention.article_id != lone]
        against = [claim for claim in told if _says_office(claim)]
        for claim in own:
            if not against or not _says_office(claim) or any(_goes_with(claim, other) for other in told):
                continue
            if any(_goes_with(other, c) for other in own if other is not claim for c in against):
                continue
            if _is_filled(claim, roles) and _is_of_now(claim, against):
                return (claim,), trim_values([*against, *_find_others(claim, told, against, roles)])
    return (), ()


def _find_others(
    taken: Claim, told: Sequence[Claim], against: Sequence[Claim], roles: Sequence[Claim]
) -> Iterator[Claim]:
    """What further articles have the person be that give the office to somebody else.

    Whatever it is, be it just "his lawyer", to them the person is not in that office.
    """
    heard = {claim.mention.article_id for claim in against}
    others = {o.mention.article_id for o in roles if o.key.entity != taken.key.entity and _is_same(taken, o)}
    for claim in told:
        if claim.mention.article_id in others - heard and not any(clash(claim, other) for other in against):
            yield claim


def _is_of_now(claim: Claim, against: Sequence[Claim]) -> bool:
    """Whether the office has not changed hands: nothing beside it tells so, and the reports are near."""
    words = set(lexicon.read_table("roles")["taken"]["since"])
    if any(word in words for word, _ in claim.key.words):
        return False
    return any(within_term(claim, other, _SOON) for other in against)


def _is_filled(claim: Claim, roles: Sequence[Claim]) -> bool:
    """Whether other articles give the office to one other person, and nobody else has it anywhere."""
    same = [other for other in roles if other.key.entity and _is_same(claim, other)]
    here = {other.key.entity for other in same if other.mention.article_id == claim.mention.article_id}
    others = [other for other in same if other.mention.article_id != claim.mention.article_id]
    holders = {other.key.entity for other in others}
    where = {other.mention.article_id for other in others}
    many = post_of(phrase_of(claim)) in lexicon.read_table("roles")["many"]["posts"]
    if many and not _words(claim):
        return False
    return here == {claim.key.entity} and len(holders) == 1 and len(where) >= QUORUM


def _is_same(left: Claim, right: Claim) -> bool:
    """Whether two claims name one office; a bare one of two may be of another body."""
    if post_of(phrase_of(left)) != post_of(phrase_of(right)) or bool(_words(left)) != bool(_words(right)):
        return False
    return are_one_office(_words(left), _words(right))


def _goes_with(left: Claim, right: Claim) -> bool:
    """Whether the one says what the other says, or a part of it: "head" and "president" of the union."""
    a, b = phrase_of(left), phrase_of(right)
    one, other = post_of(a), post_of(b)
    if one == other:
        return True
    heads = _heads()
    if one not in heads or other not in heads or "head" not in (one, other):
        return False
    return are_one_office(_words(left), _words(right))


@cache
def _heads() -> frozenset[str]:
    return frozenset(lexicon.read_table("walks")["standing"]["heads"])


def _says_office(claim: Claim) -> bool:
    """Whether a claim is of an office of one holder; a profession is none, nor is to lead the rebels."""
    groups = lexicon.read_table("roles")["groups"]
    post, words = post_of(phrase_of(claim)), _words(claim)
    # "The alleged leader": of what, the story tells elsewhere.
    return (
        post in _offices() and not any(word in groups for word in words) and (post != "head" or bool(words))
    )


@cache
def _offices() -> frozenset[str]:
    table = lexicon.read_table("roles")
    posts: Set[str] = {*table["unique"]["posts"], *table["exclusive"]["public_office"]}
    return frozenset(posts) - frozenset(table["taken"]["never"])


def _words(claim: Claim) -> frozenset[str]:
    return side_of(phrase_of(claim))
