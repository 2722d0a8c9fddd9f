"""What two people are to one another: whether a person can be both, to one or to two others."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from discrepancy import lexicon
from discrepancy.lexicon.posts import is_kin
from discrepancy.model import Phrase

_SEXES = frozenset({"male", "female"})
"""How a claim of kin says of which gender the kin is."""
_PRONOUNS = frozenset({"his", "her", "their", "him", "them"})


def are_other_kin(left: Phrase, right: Phrase) -> bool:
    """Whether two degrees are not one person's, of one and the same other: his uncle, the boy's father.

    Nor is the same degree of two who stand against one another: "the bride's father", "the groom's".
    """
    if not is_kin(left.normal) or not is_kin(right.normal):
        return False
    if left.normal == right.normal:
        return _are_opposed(left, right)
    if any(left.normal in posts and right.normal in posts for posts in _together()):
        return False
    if len({*left.lemmas[1:], *right.lemmas[1:]} & _SEXES) > 1:
        return False  # "his son", "her mother": one of them is somebody else's title
    return bool(left.lemmas and right.lemmas) and _is_one_relatum(left, right)


def are_loosely_told(left: Phrase, right: Phrase) -> bool:
    """Whether a report may have one degree for the other in passing: a brother-in-law is "his brother"."""
    return any(left.normal in posts and right.normal in posts for posts in _loosely())


def are_same_kin(left: Phrase, right: Phrase) -> bool:
    """Whether two claims surely tell whose kin somebody is alike: in one word, or by one gender."""
    if not left.lemmas or not right.lemmas:
        return False
    genders = [_gender_of(phrase) for phrase in (left, right)]
    return left.lemmas[0] == right.lemmas[0] or (genders[0] is not None and genders[0] == genders[1])


def _is_one_relatum(left: Phrase, right: Phrase) -> bool:
    """Whether both are kin of one other, as far as their words tell."""
    one, other = left.lemmas[0], right.lemmas[0]
    genders = {_gender_of(phrase) for phrase in (left, right)} - {None}
    return len(genders) < 2 and _may_be_one(one, other)


def _gender_of(phrase: Phrase) -> str | None:
    """Of which gender the one is whose kin somebody is: by the word, or by the pronoun for a name."""
    return next((gender for word in phrase.lemmas if (gender := _genders().get(word))), None)


def _are_opposed(left: Phrase, right: Phrase) -> bool:
    """Whether two people have kin who are told apart: the bride's, the groom's."""
    one, other = ((*phrase.lemmas, "")[0] for phrase in (left, right))
    pairs = lexicon.read_table("kin")["opposed"].values()
    return any((one in a and other in b) or (one in b and other in a) for a, b in pairs)


def _may_be_one(one: str, other: str) -> bool:
    """Whether two words for the other can mean one person: "his", "the boy's"."""
    if one == other:
        return True
    genders = {_genders().get(word) for word in (one, other)} - {None}
    if len(genders) > 1:
        return False
    if one[0].isupper() and other[0].isupper():
        return False
    young, infants = (lexicon.read_table("kin")["young"][key] for key in ("words", "infants"))
    if one in infants or other in infants:
        return False  # "his mother" is seldom a baby's
    return (one in young) == (other in young) or bool({one, other} & _PRONOUNS)


@cache
def _genders() -> Mapping[str, str]:
    table = lexicon.read_table("kin")["gender"]
    return {word: gender for gender in ("male", "female") for word in table[gender]}


@cache
def _loosely() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(posts) for posts in lexicon.read_table("kin")["loosely"].values())


@cache
def _together() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(posts) for posts in lexicon.read_table("kin")["together"].values())
