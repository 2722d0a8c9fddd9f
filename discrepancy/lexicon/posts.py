"""Titles of posts, callings and kin: what each of them names.

Posts and offices stand in ``roles.toml``, what people do for a living in ``callings.toml``, what they
are to one another in ``kin.toml``; a title names one post wherever it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain

from discrepancy import lexicon

KIN = "kin_"
"""How the posts begin that say what somebody is to somebody else."""


@cache
def titles_by_post() -> Mapping[str, tuple[str, ...]]:
    """Each post with its titles, lower-case."""
    tables = (
        lexicon.read_table("roles")["same"],
        *lexicon.read_table("callings")["fields"].values(),
        lexicon.read_table("kin")["same"],
    )
    found: dict[str, tuple[str, ...]] = {}
    for post, titles in chain.from_iterable(table.items() for table in tables):
        found[post] = (*found.get(post, ()), *titles)
    return found


@cache
def posts_by_title() -> Mapping[str, str]:
    """Each title, lower-case, with its post."""
    return {title: post for post, titles in titles_by_post().items() for title in titles}


def is_kin(post: str) -> bool:
    """Whether a post says what somebody is to somebody else."""
    return post.startswith(KIN)


def is_award(post: str) -> bool:
    """Whether a post is an award that one person gets: "best_actress", "player_of_the_match"."""
    return post.startswith("best_") or "_of_the_" in post


@cache
def portfolios() -> frozenset[str]:
    """Words for the field of an office: the "health" of a health minister."""
    return frozenset(lexicon.read_table("roles")["portfolio"]["words"])
