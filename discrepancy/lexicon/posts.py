"""Titles of posts, callings and kin: what each of them names.

Posts and offices stand in ``roles.toml``, what people do for a living in ``callings.toml``, what they
are to one another in ``kin.toml``; a title names one post wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    for post, titles in chain(*(table.items() for table in tables), _titles_of_chiefs()):
        found[post] = (*found.get(post, ()), *titles)
    return found


def _titles_of_chiefs() -> Iterator[tuple[str, Sequence[str]]]:
    """Posts of those who head a part of a body, with their titles made of its field: "head of security"."""
    table, titles = lexicon.read_table("roles")["chiefs"], lexicon.read_table("roles")["chief_titles"]
    for post, fields in table.items():
        yield post, [pattern.format(field) for field in fields for pattern in titles["patterns"]]
    yield from titles["besides"].items()


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
