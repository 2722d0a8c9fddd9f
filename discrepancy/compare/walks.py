"""Whether two offices of one person belong to walks of life that do not go together.

Weaker than what :mod:`discrepancy.compare.roles` calls exclusive: a union's leader can be a mine's
manager somewhere, and a mayor a company's adviser. It takes a majority of reports, or somebody else
in the office, to make a contradiction of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from discrepancy import lexicon
from discrepancy.lexicon.posts import portfolios
from discrepancy.model import Phrase


def find_walks(post: str, words: frozenset[str]) -> frozenset[str]:
    """The walks of life that a post and the words that narrow it tell of; none where they tell of none.

    Args:
        post: The canonical post, its rank left out.
        words: Lemmas beside it.
    """
    by_body = frozenset(walk for word in words if (walk := _walks("bodies").get(word)))
    own = _walks("posts").get(post)
    return by_body | {own} if own else by_body


def do_walks_part(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether no walk on one side is one, or goes together with one, on the other."""
    if not left or not right or left & right:
        return False
    return not any(frozenset((one, other)) in _together() for one in left for other in right)


def do_bodies_part(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether nobody speaks for bodies of both walks: the police and the tramways, a firm and its union."""
    if not left or not right or left & right:
        return False
    table = lexicon.read_table("walks")["spoken"]
    return not any(
        other in table.get(one, ()) or one in table.get(other, ()) for one in left for other in right
    )


def do_services_part(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether each is of a service in uniform, and no service is that of both: the navy and the police."""
    services = frozenset(lexicon.read_table("walks")["uniformed"]["walks"])
    return bool(left & services and right & services) and not left & right


def does_not_speak(walks: frozenset[str], office: str) -> bool:
    """Whether an office is of those who do not speak for a body of these walks: a minister for the army."""
    table = lexicon.read_table("walks")["speaking"]
    return bool(walks) and office in table["offices"] and walks.isdisjoint(table["walks"])


def do_standings_part(one: str, other: str) -> bool:
    """Whether one post heads a body and the other works for one."""
    standing = lexicon.read_table("walks")["standing"]
    lead, staff = standing["lead"], standing["staff"]
    return (one in lead and other in staff) or (one in staff and other in lead)


def do_jobs_part(one: str, other: str) -> bool:
    """Whether two posts are callings of which a person has one, and which are not taken for one another.

    A body's head has no trade in it, and a deputy is not who is stood in for.
    """
    a, b = one.removeprefix("deputy_"), other.removeprefix("deputy_")
    if a in _callings() and b in _callings() and a != b:
        return not _go_together(a, b)
    jobs = lexicon.read_table("walks")["jobs"]
    alike = jobs["alike"]
    if one == other or other in alike.get(one, ()) or one in alike.get(other, ()):
        return False
    if is_deputy_of(one, other) or is_deputy_of(other, one):
        return True
    if any(one in pair and other in pair for pair in jobs["pairs"].values()):
        return True
    if f"deputy_{one}" == other or f"deputy_{other}" == one:
        return True
    return any(
        (one in jobs[left] and other in jobs[right]) or (other in jobs[left] and one in jobs[right])
        for left, right in (("posts", "posts"), ("head", "trade"))
    )


def is_calling(post: str) -> bool:
    """Whether a post is what somebody does for a living."""
    return post in _callings()


def is_deputy_of(post: str, other: str) -> bool:
    """Whether a post is a deputy's, of whoever has the other one: "number two" and the coach."""
    return post == "deputy_head" and other in lexicon.read_table("walks")["standing"]["first"]


def _go_together(one: str, other: str) -> bool:
    """Whether a person may well have both callings, or reports call the one the other."""
    table = lexicon.read_table("callings")
    beside = table["alongside"]["callings"]
    near = any(one in posts and other in posts for posts in table["near"].values())
    return near or one in beside or other in beside


@cache
def _callings() -> frozenset[str]:
    fields = lexicon.read_table("callings")["fields"]
    return frozenset(post for posts in fields.values() for post in posts)


def field_of(word: str) -> str:
    """The one name for a minister's field that reports call by several words; other words as they are."""
    return _same_fields().get(word, word)


def is_calling_beside(role: Phrase, words: frozenset[str], post: str) -> bool:
    """Whether ``role`` is a bare profession, which somebody keeps in the office ``post``.

    A lawyer or doctor *of* somebody has that job instead.

    Args:
        role: The profession.
        words: Lemmas that narrow it.
        post: The canonical office held against it.
    """
    table = lexicon.read_table("walks")["callings"]
    return role.normal in table["posts"] and words <= set(table["fields"]) and post in table["offices"]


def are_other_fields(left: Phrase, right: Phrase) -> bool:
    """Whether two ministers' fields are each of one sort, and not of the same.

    Args:
        left: The one, a secretary of a cabinet called a minister.
        right: The other.
    """
    if left.normal != right.normal or "minister" not in left.normal:
        return False
    mine, yours = _fields(left), _fields(right)
    return len(mine) == 1 and len(yours) == 1 and mine != yours


def _fields(role: Phrase) -> frozenset[str]:
    table = _same_fields()
    return frozenset(table.get(word, word) for word in role.lemmas if word in table or word in portfolios())


@cache
def _same_fields() -> Mapping[str, str]:
    table = lexicon.read_table("walks")["portfolio"]
    return {word: field for field, words in table.items() for word in words}


@cache
def _walks(table: str) -> Mapping[str, str]:
    return {word: walk for walk, words in lexicon.read_table("walks")[table].items() for word in words}


@cache
def _together() -> frozenset[frozenset[str]]:
    table = lexicon.read_table("walks")["together"]
    return frozenset(frozenset((one, other)) for one, others in table.items() for other in others)
