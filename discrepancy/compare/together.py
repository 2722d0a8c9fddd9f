"""Whether one person may well have two posts, or reports call the one the other.

The reverse of :mod:`discrepancy.compare.walks`, which lists what parts: here what goes together is listed,
and two offices that are not are apart. That is little evidence by itself. The alignment asks for it only
where several reports agree against one.
"""

from __future__ import annotations

from functools import cache

from discrepancy import lexicon
from discrepancy.compare.roles import office_of, post_of
from discrepancy.model import Phrase


def go_together(left: Phrase, right: Phrase) -> bool:
    """Whether two offices, by :func:`is_office`, may be one person's, as far as is known."""
    one, other = (office_of(post_of(role)) for role in (left, right))
    if one == other or "head" in (one, other):
        return one == other or {one, other} <= {"head", *lexicon.read_table("together")["head"]["posts"]}
    deputies = ("deputy_", "assistant_", "vice_")
    if "deputy_head" in (one, other) and one.startswith(deputies) and other.startswith(deputies):
        return True
    if one.removeprefix("deputy_") == other or other.removeprefix("deputy_") == one:
        return True  # a deputy is called by the office as well
    return any(one in posts and other in posts for posts in _sets())


def is_office(role: Phrase) -> bool:
    """Whether a role is an office that somebody has now, of which people have one as a rule."""
    post = post_of(role)
    return post in _offices() or post.removeprefix("acting_").removeprefix("deputy_") in _offices()


@cache
def _offices() -> frozenset[str]:
    table = lexicon.read_table("together")
    return frozenset({*lexicon.read_table("roles")["same"], *table["trained"]["posts"]}) - frozenset(
        table["open"]["posts"]
    )


@cache
def _sets() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(posts) for posts in lexicon.read_table("together")["sets"].values())
