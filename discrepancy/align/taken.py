"""Offices of somebody else that one article alone gives to a person whom the others know in another.

That is how a clumsy rewriting exchanges people: the union's president is the one whom it has twice,
or the chair gets the chief executive's title. Neither office has to exclude the other: that all
others give the one to somebody else, and to the person another one, is what tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import timedelta
from functools import cache
from itertools import permutations

from discrepancy import lexicon
from discrepancy.align.answers import clash, count_articles, phrase_of, trim_values
from discrepancy.align.outvoted import QUORUM, within_term
from discrepancy.compare.roles import are_one_office, office_of, post_of, side_of
from discrepancy.model import Claim, Kind, Provenance, Relation, Slot, Verdict

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


def make_taken(story_id: str, taken: Sequence[Claim], against: Sequence[Claim]) -> Slot:
    """The question which office somebody has to whom an article gives another one's, ``taken``."""
    alone = count_articles(against) == 1
    who = "another article gives" if alone else "the other articles give"
    told_of = f"{who} the office of “{taken[0].mention.text}” to somebody else"
    rule = Provenance(
        "office taken from another",
        odd=frozenset(range(len(taken))),
        clash=Relation(Verdict.CONFLICT, told_of),
    )
    label = f"office of {taken[0].key.entity}"
    return Slot(story_id, Kind.ROLE, label, (*taken, *against), provenance=rule)


def find_misplaced(
    office: Sequence[Claim], roles: Sequence[Claim], names: Sequence[Claim]
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims of an office given to somebody whom those that give it to another know as something else.

    Who tells the holder and this person apart says that the office is wrong, and not the name; an article
    that has both as well has exchanged their names.

    Args:
        office: The claims of one office, which articles give to two people.
        roles: The offices of all people.
        names: All names of the story.

    Returns:
        The one article's claims of the office, and what the others say of the same person; none where
        nothing else is told of either.
    """
    where: dict[str, set[str]] = {}
    for claim in office:
        where.setdefault(claim.key.entity, set()).add(claim.mention.article_id)
    for person, holder in permutations(where, 2) if len(where) == 2 else ():
        known = {n.mention.article_id for n in names if n.mention.value.normal == holder}
        if len(where[holder]) >= QUORUM:
            # Who names the holder, yet as nothing in particular, has exchanged no names.
            known &= {c.mention.article_id for c in roles if c.key.entity == holder}
        if len(where[person]) == 1 and not where[person] & known:
            own = [claim for claim in office if claim.key.entity == person]
            if against := _told_besides(own, roles, where[holder]):
                return trim_values(own), trim_values(against)
    return (), ()


def _told_besides(own: Sequence[Claim], roles: Sequence[Claim], witnesses: Set[str]) -> list[Claim]:
    """What ``witnesses`` say that somebody is besides ``own``; nothing where any may mean the same."""
    lone = own[0].mention.article_id
    said = [claim for claim in roles if claim.key.entity == own[0].key.entity]
    # "His colleague Ann Roe": no office at all.
    told = [c for c in said if c.mention.article_id != lone and not post_of(phrase_of(c)).startswith("kin_")]
    if any(_may_go_with(a, b) for a in own for b in told):
        return []
    # A rank goes with any office of its service.
    shared = {post_of(phrase_of(c)) for c in said if c.mention.article_id == lone} | _ranks()
    return [
        claim
        for claim in told
        if claim.mention.article_id in witnesses
        and post_of(phrase_of(claim)) not in shared
        # So does a profession with any office, unless it is one of another body.
        and (_says_office(claim) or _words(claim))
    ]


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
    if "head" not in (one, other) or not {one, other} <= _heads():
        return False
    return are_one_office(_words(left), _words(right))


def _may_go_with(left: Claim, right: Claim) -> bool:
    """The same, or where one person may have both: "chairman", "chief of the group"."""
    posts = {office_of(post_of(phrase_of(claim))) for claim in (left, right)}
    if posts == {"head"} and _words(left) and _words(right) and not _words(left) & _words(right):
        return False  # to have led the talks says nothing of an office
    if len(posts) == 1 or posts <= set(lexicon.read_table("roles")["together"]["company"]):
        return True
    bare = not _words(left) or not _words(right)
    return _goes_with(left, right) or (bare and "head" in posts and posts <= _heads())


@cache
def _ranks() -> frozenset[str]:
    return frozenset(lexicon.read_table("roles")["exclusive"]["rank"])


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
