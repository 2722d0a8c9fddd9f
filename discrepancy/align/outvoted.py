"""Offices that one article alone gives to somebody, against what the others tell.

Offices of two walks of life can be one person's: a mine's manager may lead a union somewhere. It is a
contradiction where reports of one event agree on one and a single one, silent about it, has another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from discrepancy import lexicon
from discrepancy.align.answers import clash, count_articles, phrase_of, trim_values
from discrepancy.align.bearers import ranks_below
from discrepancy.compare.roles import (
    are_far,
    are_other_institutions,
    are_plainly_far,
    office_of,
    post_of,
    side_of,
)
from discrepancy.compare.together import go_together, is_office
from discrepancy.compare.walks import is_deputy_of
from discrepancy.lexicon.posts import is_kin, posts_by_title
from discrepancy.model import Claim

_WORD = re.compile(r"[\w-]+")
_AGENT = re.compile(r"(?:er|or)s?$")
"""How nouns end for who does what a verb says."""
_STEM = 4
"""Letters that such a noun has to share with the verb."""
TERM = timedelta(days=30)
"""Time between two reports after which another holder or office is no contradiction."""
QUORUM = 2
"""Articles that have to agree against the one."""


def find_outvoted(articles: Mapping[str, Sequence[Claim]], roles: Sequence[Claim]) -> set[int]:
    """Identities of the claims of a lone article's office and of those that it hardly goes with.

    Two articles have to agree, or one where somebody else has the office that the lone article gives, where
    the two are callings, of which people have one, or a body's head and the deputy.

    Args:
        articles: What each article gives one person for an office.
        roles: The offices of all people.
    """
    for lone, own in articles.items():
        told = [claim for article, said in articles.items() if article != lone for claim in said]
        against = [claim for claim in told if any(_are_far(claim, c) for c in own)]
        odd = [claim for claim in own if any(_are_far(claim, c) for c in against)]
        plain = all(are_plainly_far(phrase_of(a), phrase_of(b)) for a in odd for b in against)
        kin = all(is_kin(phrase_of(claim).normal) for claim in (*odd, *against))
        one_of = plain or kin or all(_are_bodies(a, b) for a in odd for b in against)
        deputy = all(_is_deputy(a, b) for a in odd for b in against)
        quorum = 1 if plain or deputy or any(_is_filled(claim, roles) for claim in odd) else QUORUM
        if (
            count_articles(against) >= quorum
            and not any(_are_far(a, b) and not _steps_in(a, b) for a in told for b in told)
            and all(_are_far(a, b) or _is_silent(a, b) for a in (odd if one_of else own) for b in told)
            and all(_are_far(a, b) or _is_silent(a, b) for a in own for b in against)
            and any(within_term(a, b) for a in odd for b in against)
        ):
            return {id(claim) for claim in (*odd, *against)}
    return set()


def find_alone(
    articles: Mapping[str, Sequence[Claim]], roles: Sequence[Claim]
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]] | None:
    """The offices of one article, and those of several that go together and with none of which it goes.

    What may go with either, as "head" does, speaks for none. One article is enough against the one where
    somebody else has the office.

    Args:
        articles: What each article gives one person for an office.
        roles: The offices of all people.
    """
    offices = {name: [c for c in own if is_office(phrase_of(c))] for name, own in articles.items()}
    held = {name: own for name, own in offices.items() if own}
    for lone, own in held.items():
        told = [claim for article, offices in held.items() if article != lone for claim in offices]
        against = [c for c in told if all(_are_apart(c, a) for a in own)]
        at_odds = any(_are_apart(a, b) for a in told for b in against)
        quorum = 1 if all(_is_filled(claim, roles) for claim in own) else QUORUM
        if not at_odds and count_articles(against) >= quorum:
            return tuple(own), trim_values(against)
    return None


def _are_apart(left: Claim, right: Claim) -> bool:
    return within_term(left, right) and not _may_go_together(left, right)


def _may_go_together(left: Claim, right: Claim) -> bool:
    """Whether one may have both offices, or one word names both: of what one is "manager" is not said."""
    named = {claim.mention.text.casefold().split()[-1] for claim in (left, right)}
    alike = len(named) == 1 and not _are_two_titles(left, right)
    return alike or _is_one_word(left, right) or go_together(phrase_of(left), phrase_of(right))


def _are_two_titles(left: Claim, right: Claim) -> bool:
    """Whether each is a title of several words, and not of one post: "fire chief", "police chief"."""
    texts = [claim.mention.text.casefold() for claim in (left, right)]
    posts = {posts_by_title().get(text) for text in texts}
    return None not in posts and len(posts) > 1 and all(" " in text for text in texts)


def within_term(left: Claim, right: Claim, term: timedelta = TERM) -> bool:
    """Whether two reports are near enough in time, ``term``, for an office not to have changed hands."""
    if left.published is None or right.published is None:
        return True
    if (left.published.tzinfo is None) != (right.published.tzinfo is None):
        return True
    return abs(left.published - right.published) <= term


def _is_filled(claim: Claim, roles: Sequence[Claim]) -> bool:
    """Whether another article has another person in the same office."""
    return any(
        other.key.entity not in ("", claim.key.entity)
        and other.mention.article_id != claim.mention.article_id
        and post_of(phrase_of(other)) == post_of(phrase_of(claim))
        and (_words(other) <= _words(claim) or _words(claim) <= _words(other))
        for other in roles
    )


def _is_silent(left: Claim, right: Claim) -> bool:
    """Whether neither of two offices speaks for the other, as "captain" and "union leader"."""
    if post_of(phrase_of(left)) == post_of(phrase_of(right)):
        # "A spokesman", "of the university": for whom, and which, is not said.
        return bool(_names(left)) != bool(_names(right))
    return not clash(left, right)


def _names(claim: Claim) -> frozenset[str]:
    """The words of an office that tell one body from another of its sort."""
    return _words(claim) - frozenset(lexicon.read_table("roles")["institutions"]["sorts"])


def _are_bodies(left: Claim, right: Claim) -> bool:
    return are_other_institutions(phrase_of(left), phrase_of(right))


def _is_deputy(left: Claim, right: Claim) -> bool:
    """Whether the one is the other's deputy, of one body as far as is told."""
    posts = post_of(phrase_of(left)), post_of(phrase_of(right))
    mine, yours = _words(left), _words(right)
    told = not mine or not yours or bool(mine & yours)
    # "Chief" is said of deputies as well.
    return told and "head" not in posts and (is_deputy_of(*posts) or is_deputy_of(*reversed(posts)))


def _steps_in(left: Claim, right: Claim) -> bool:
    """Whether the one is the deputy and the other heads the body, as the deputy may for a time."""
    return {post_of(phrase_of(left)), post_of(phrase_of(right))} == {"head", "deputy_head"}


def _are_far(left: Claim, right: Claim) -> bool:
    far = are_far(phrase_of(left), phrase_of(right)) and not _is_volunteer(left, right)
    return far and not _is_one_word(left, right)


def _is_one_word(left: Claim, right: Claim) -> bool:
    """Whether a noun and its verb tell both offices: "the manager", "who has managed the hotel"."""
    a, b = (claim.mention.text.casefold().split() for claim in (left, right))
    if ranks_below() & set(a) != ranks_below() & set(b):
        return False
    return _is_done_by(a[-1], b[0]) or _is_done_by(b[-1], a[0])


def _is_done_by(noun: str, verb: str) -> bool:
    """Whether a noun is for who does what a verb says: "manager", "managed"."""
    stem = noun.rstrip("s")[:-2]
    named = _AGENT.search(noun) and not _AGENT.search(verb)
    # Not "brother" and "brother-in-law": what begins with the whole noun is another noun.
    return bool(named) and len(stem) >= _STEM and verb.startswith(stem) and not verb.startswith(noun)


def _is_volunteer(left: Claim, right: Claim) -> bool:
    """Whether somebody may have one of two callings unpaid: the volunteer fireman, the farmer."""
    table = lexicon.read_table("callings")["volunteers"]
    serving = {office_of(post_of(phrase_of(claim))) for claim in (left, right)} & set(table["callings"])
    told = {word for claim in (left, right) for word in _WORD.findall(claim.context.casefold())}
    return bool(serving) and bool(told & set(table["words"]))


def _words(claim: Claim) -> frozenset[str]:
    return side_of(phrase_of(claim))
