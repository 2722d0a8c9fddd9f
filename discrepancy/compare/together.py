"""Whether one person may well have two posts, or reports call the one the other.

The reverse of :mod:`discrepancy.compare.walks`, which lists what parts: here what goes together is listed,
and two offices that are not are apart. That is little evidence by itself. The alignment asks for it only
where several reports agree against one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from discrepancy import lexicon
from discrepancy.compare.roles import post_of, side_of
from discrepancy.compare.walks import is_calling
from discrepancy.lexicon.names import title_words
from discrepancy.model import Phrase

_FIRST = "first_"
"""How the office begins of whoever is first among those of a calling in a body."""


def go_together(left: Phrase, right: Phrase) -> bool:
    """Whether two offices, by :func:`is_office`, may be one person's, as far as is known."""
    one, other = _post(left), _post(right)
    if one == other or one.removeprefix("deputy_") == other or other.removeprefix("deputy_") == one:
        return True  # a deputy is called by the office as well
    if one.startswith(_FIRST) or other.startswith(_FIRST):
        beside = lexicon.read_table("together")["first"]["beside"]
        return one.startswith(_FIRST) == other.startswith(_FIRST) or one in beside or other in beside
    if "head" in (one, other):
        return _is_called_head(one) and _is_called_head(other)
    if other in _beside(one) or one in _beside(other):
        return True
    return any(one in posts and other in posts for posts in _sets())


def _post(role: Phrase) -> str:
    """The post, of a calling's chief in a body an office of its own: "chief economist at the bank"."""
    post, table = post_of(role), lexicon.read_table("together")["first"]
    first = set(table["words"])
    told = bool(first & side_of(role)) and bool(side_of(role) - first)
    return f"{_FIRST}{post}" if told and is_calling(post) and post not in table["never"] else post


def _is_called_head(post: str) -> bool:
    """Whether "head", "chief" or the like is said of those who have a post; of deputies it is."""
    heads = lexicon.read_table("together")["head"]["posts"]
    return post == "head" or post in heads or post.startswith(("deputy_", "vice_", "assistant_"))


def _beside(post: str) -> Sequence[str]:
    """Offices that go with ``post`` without going with each other."""
    beside: Sequence[str] = lexicon.read_table("together")["with"].get(post, ())
    return beside


def is_office(role: Phrase) -> bool:
    """Whether a role is an office of which people have one as a rule; who acts in one may have any other."""
    post = _post(role)
    if post.startswith(_FIRST):
        return True
    if post in lexicon.read_table("together")["open"]["posts"]:
        return False
    words = side_of(role)
    if (
        post in lexicon.read_table("together")["nameless"]["posts"]
        and words
        and words <= title_words("demonyms")
    ):
        return False  # "the Danish director Ann Roe" makes films
    return post in _offices() or post.removeprefix("deputy_") in _offices()


@cache
def _offices() -> frozenset[str]:
    trained = lexicon.read_table("together")["trained"]["posts"]
    roles = lexicon.read_table("roles")
    return frozenset({*roles["same"], *roles["chiefs"], *trained})


@cache
def _sets() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(posts) for posts in lexicon.read_table("together")["sets"].values())
