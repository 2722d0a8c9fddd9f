"""Body × body for which one person is said to speak, to negotiate or to be there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from discrepancy import lexicon
from discrepancy.compare.walks import do_bodies_part, find_walks
from discrepancy.lexicon.descriptions import EMPLOYER
from discrepancy.model import Phrase

_STEM = 5
"""Letters from which two words are of one stem: "rescue", "rescuers"."""


def employer_of(role: Phrase) -> tuple[str, ...]:
    """The words of the body whose office a description tells; () where it tells of none."""
    sort, *words = role.lemmas
    return tuple(words) if sort == EMPLOYER else ()


def are_one_employer(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two articles name one body, as far as their words show it."""
    mine, yours = _folded(left), _folded(right)
    if any(a[:_STEM] == b[:_STEM] for a in mine for b in yours):
        return True
    return _is_short_for(mine, yours) or _is_short_for(yours, mine) or bool(_sorts(mine) & _sorts(yours))


def are_two_employers(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two articles name two bodies: by two names, or of two sorts that nobody speaks for at once.

    A name beside a noun says nothing: "the company" may be its.
    """
    if are_one_employer(left, right):
        return False
    mine, yours = _sorts(_folded(left)), _sorts(_folded(right))
    # An authority that speaks for a firm is one of its sort, and not the firm's office.
    overseen = any({"regulator", "industry"} <= {a, b} for a in mine for b in yours) and not mine & yours
    return do_bodies_part(mine, yours) or overseen or (_is_named(left) and _is_named(right))


def are_headed_apart(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether nobody heads both bodies, as far as their nouns tell: a union and a ministry.

    Other than spokespeople those at the head of a body have one, also where reports may well take the two for
    one another in another office.
    """
    mine, yours = _folded(left), _folded(right)
    groups = [frozenset(nouns) for nouns in lexicon.read_table("descriptions")["headed"].values()]
    nouns, others = headed_nouns(left), headed_nouns(right)
    if not nouns or not others or _may_stand_for(left, right) or _may_stand_for(right, left):
        return False
    unions = frozenset(lexicon.read_table("descriptions")["heading"]["unions"])
    if bool(nouns & unions) != bool(others & unions) and not (nouns | others) & frozenset(
        lexicon.read_table("descriptions")["headed"]["members"]
    ).difference(unions):
        return True  # who heads the staff's union heads no part of their employer
    if any(a[:_STEM] == b[:_STEM] for a in mine for b in yours) or are_one_employer(left, right):
        return False
    if not any(nouns & group and others & group for group in groups):
        return True
    walks, theirs = find_walks("", frozenset(mine)), find_walks("", frozenset(yours))
    return bool(walks and theirs) and not walks & theirs


def _may_stand_for(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a bare noun for a business or an agency may stand for the body that the other article names."""
    business = lexicon.read_table("descriptions")["headed"]["business"]
    bare = lexicon.read_table("descriptions")["heading"]["bare"]
    if len(short) != 1:
        return False
    word = _folded(short)[0]
    return (word in business and _is_named(full)) or (word in bare and not headed_nouns(full) & set(business))


def headed_nouns(words: Sequence[str]) -> frozenset[str]:
    """The nouns among the words of a body that say of which sort it is."""
    groups = lexicon.read_table("descriptions")["headed"].values()
    return frozenset(noun for nouns in groups for noun in nouns) & frozenset(_folded(words))


def _folded(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)


def _is_named(words: Sequence[str]) -> bool:
    return any(word[0].isupper() for word in words)


def _is_short_for(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a word of ``short`` is made of the first letters of ``full``."""
    initials = "".join(word[0] for word in full)
    return any(1 < len(word) <= len(initials) and word in initials for word in short)


def _sorts(words: Sequence[str]) -> frozenset[str]:
    """The walks of life of a body."""
    told = frozenset(words)
    by_noun = frozenset(sort for word in told if (sort := _by_noun().get(word)))
    return find_walks("", told) | by_noun


@cache
def _by_noun() -> dict[str, str]:
    table = lexicon.read_table("descriptions")["employers"]["sorts"]
    return {noun: sort for sort, nouns in table.items() for noun in nouns}
