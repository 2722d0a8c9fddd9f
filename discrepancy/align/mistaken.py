"""Whether two names that share one part are one person, whom a single article calls by another name.

Brothers and namesakes share a part of their names as well. So all other articles have to agree on the
one name, the single article must know nobody of that name, and something else has to be shared: most
of the other part's letters, the office, or what is told of the person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from rapidfuzz.distance import OSA

from discrepancy import lexicon
from discrepancy.align.outvoted import QUORUM
from discrepancy.compare.roles import are_one_office, compare_roles, post_of, side_of
from discrepancy.lexicon.descriptions import CLIENT, DESCRIBED, OFFICE
from discrepancy.lexicon.names import (
    fold,
    is_given_name,
    is_other_gender,
    is_pet_form,
    match_words,
    title_words,
)
from discrepancy.lexicon.posts import is_kin
from discrepancy.model import Claim, Name, Phrase, Verdict

_OPENING = 4
"""Letters with which two surnames have to open alike."""
_SLIGHT = 2
"""The same, where the office or what is told of the person is shared as well."""
_ALIKE, _MORE_ALIKE = 0.8, 0.85
"""How alike two surnames have to be where the first names differ as well, with and without a shared word."""
_ANYBODY = frozenset({"man", "woman"})
_UNRELATED = re.compile(
    r"\b(?:no (?:relation|relative|kin|connection)|(?:not|n[o']t) (?:be )?(?:related|a relative|confused|kin)"
    r"|unrelated|namesake|of the same (?:sur|last )?name)\b"
)
"""What reporters add where two people of a story share a name and nothing else."""
_SHORT = 2
"""Letters up to which a first name is an initial or "Ma"."""
_OFFICES = frozenset({OFFICE, CLIENT})
"""Sorts of descriptions that are of one person at a time."""
_TOLD = 2
"""Content words that have to be told of both."""
_CUT = 3
"""Letters with which two surnames open alike where the first names differ as well."""
_MANY, _MOST = 4, 0.7
"""Words told of the one that are told of the other too, and their share, from which both may be one."""
_WORD, _SLIPS = 6, 2
"""Letters of the least name of one word that tells a thing, and by how many another may differ from it."""
_GIVEN, _HALF_ALIKE = 0.4, 0.9
"""How alike the first names have to be there, and both names together, each counting up to 1."""


@dataclass(frozen=True, slots=True)
class People:
    """What the articles of a story tell of its people, each by the canonical name.

    Attributes:
        articles: Where they are named.
        roles: Their offices, and what else they are said to be.
        words: Lemmas told of them.
        kin: Those who are named beside a word of kinship, or one that denies it.
        ages: Ages given to them.
        late: Those whom some article calls by one word before it gives the whole name.
        all: The articles that the story has.
    """

    articles: Mapping[str, set[str]] = field(default_factory=dict)
    roles: Mapping[str, Sequence[Phrase]] = field(default_factory=dict)
    words: Mapping[str, set[str]] = field(default_factory=dict)
    kin: frozenset[str] = frozenset()
    ages: Mapping[str, set[str]] = field(default_factory=dict)
    late: frozenset[str] = frozenset()
    all: frozenset[str] = frozenset()


def know_people(claims: Sequence[Claim]) -> People:
    """Gather what the claims of a story tell of its people."""
    articles: dict[str, set[str]] = {}
    roles: dict[str, list[Phrase]] = {}
    words: dict[str, set[str]] = {}
    ages: dict[str, set[str]] = {}
    kin = set()
    late = set()
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Name) and value.type == "PERSON":
            known = articles.setdefault(value.canonical, set())
            if claim.mention.article_id not in known and claim.mention.field == "text":
                known.add(claim.mention.article_id)
                if " " not in value.form:
                    late.add(value.canonical)
            lemmas = {word for word, _ in claim.key.words}
            words.setdefault(value.canonical, set()).update(lemmas)
            told = claim.context.casefold()
            if _kin_words() & set(re.findall(r"[\w-]+", told)) or _UNRELATED.search(told):
                kin.add(value.canonical)
        elif isinstance(value, Phrase) and claim.mention.owner:
            if not value.normal.startswith(DESCRIBED) or value.lemmas[0] in _OFFICES:
                roles.setdefault(claim.mention.owner, []).append(value)
        elif claim.key.entity and getattr(value, "measure", "") == "age":
            ages.setdefault(claim.key.entity, set()).add(value.normal)
    whole = frozenset(claim.mention.article_id for claim in claims)
    return People(articles, roles, words, frozenset(kin), ages, frozenset(late), whole)


@cache
def _kin_words() -> frozenset[str]:
    """Words that tell of a family, or of one of several in it; a man or woman may be anybody."""
    return title_words("kin") - _ANYBODY


def is_mistaken(left: Name, right: Name, people: People) -> bool:
    """Whether one article alone calls somebody ``left`` whom the others call ``right``, or the reverse."""
    one, other = left.canonical, right.canonical
    here, there = (people.articles.get(name, set()) for name in (one, other))
    if left.type != "PERSON" or right.type != "PERSON" or one == other:
        return False
    a, b = one.split(), other.split()
    if min(len(a), len(b)) < 2 or set(a) <= set(b) or set(b) <= set(a):
        return False
    if not _is_outvoted(here, there):
        return len(here) == len(there) == 1 and not here & there and _is_halved(one, other, people)
    namesakes = bool(match_words(a[0], b[0]))
    if _are_one_kin(one, other, people):
        return True
    if namesakes and match_words(a[-1], b[-1]):
        # Only what stands between is another: of two of one family with one first name nobody has heard.
        return min(len(a), len(b)) > 2 and _share(one, other, people)
    # Kin share the surname, and who is called as the other is mostly has another one's altogether.
    if {one, other} & people.kin and not (namesakes and _opening(fold(a[-1]), fold(b[-1]))[0] >= _OPENING):
        return False
    if namesakes:
        if _has_other_ending(fold(a[-1]), fold(b[-1])):
            return True
        opening, shorter = _opening(fold(a[-1]), fold(b[-1]))
        if shorter > opening >= _SLIGHT and _share(one, other, people):
            return True
        return opening < shorter and _share_office(one, other, people)
    if match_words(a[-1], b[-1]) and is_other_gender(a[0], b[0]):
        return not {one, other} & people.kin and _share_office(one, other, people)
    if not match_words(a[-1], b[-1]) or not _is_other_given(a[0], b[0]):
        return False
    return _share(one, other, people) and not _are_two(one, other, people)


def is_garbled(left: Name, right: Name, people: People) -> bool:
    """Whether two names are a slip or two apart in each word.

    Relatives share the surname, so that two people hardly have names which are alike and differ throughout.
    """
    a, b = left.canonical.split(), right.canonical.split()
    if left.type != "PERSON" or right.type != "PERSON" or len(a) != len(b) or len(a) < 2:
        return False
    given, surname = (tuple(fold(name[place]) for name in (a, b)) for place in (0, -1))
    if given[0] == given[1] or surname[0] == surname[1] or given[0][:2] != given[1][:2]:
        return False
    if _have_other_ages(left.canonical, right.canonical, people):
        return False
    told = people.words.get(left.canonical, set()) & people.words.get(right.canonical, set())
    alike = OSA.normalized_similarity(*surname) >= (_ALIKE if told else _MORE_ALIKE)
    return alike and not is_other_gender(a[0], b[0])


def is_distorted(left: Name, right: Name, people: People) -> bool:
    """Whether one article alone has a name that only opens like another's, word for word, and tells the same.

    Whoever writes a foreign name from memory keeps how it begins.
    """
    one, other = left.canonical, right.canonical
    here, there = (people.articles.get(name, set()) for name in (one, other))
    if left.type != "PERSON" or right.type != "PERSON" or not _is_outvoted(here, there):
        return False
    a, b = ([fold(word) for word in name.split()] for name in (one, other))
    if len(a) != len(b) or len(a) < 2 or any(x == y or x[:1] != y[:1] for x, y in zip(a, b, strict=True)):
        return False
    if is_other_gender(one.split()[0], other.split()[0]) or _is_of_family(one, other, people):
        return False
    opening = max(_opening(x, y)[0] for x, y in ((a[0], b[0]), (a[-1], b[-1])))
    given, surname = (OSA.normalized_similarity(a[place], b[place]) for place in (0, -1))
    if opening < _CUT or given < _GIVEN or given + surname < _HALF_ALIKE:
        return False
    if people.ages.get(one, set()) & people.ages.get(other, set()):
        return True
    if _have_other_ages(one, other, people):
        return False
    told = people.words.get(_rarer(one, other, people), set())
    shared = people.words.get(one, set()) & people.words.get(other, set())
    return _share_one_post(one, other, people) or (len(shared) >= _MANY and len(shared) >= _MOST * len(told))


def _share_one_post(one: str, other: str, people: People) -> bool:
    """Whether both have an office of one holder, of one body as far as is told: "rescue", "rescuing"."""
    unique = lexicon.read_table("roles")["unique"]["posts"]
    return any(
        post_of(a) == post_of(b) in unique and are_one_office(side_of(a), side_of(b))
        for a, b in _pair_roles(one, other, people)
        if not a.normal.startswith(DESCRIBED)
    )


def _is_of_family(one: str, other: str, people: People) -> bool:
    """Whether a third person of the story bears the surname of one of two."""
    surnames = {fold(name.split()[-1]) for name in (one, other)}
    return any(
        " " in name and name not in (one, other) and fold(name.split()[-1]) in surnames
        for name in people.articles
    )


def is_misprinted(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Whether one article alone has the name of one word that others give a thing, all but how it ends.

    Args:
        left: Where the one name stands.
        right: Where the other does.
    """
    here, there = ({claim.mention.article_id for claim in claims} for claims in (left, right))
    one, other = (fold(claims[0].mention.value.normal) for claims in (left, right))
    if not _is_outvoted(here, there) or not (
        _has_other_ending(one, other) or OSA.distance(one, other, score_cutoff=_SLIPS) <= _SLIPS
    ):
        return False
    if min(len(one), len(other)) < _WORD or _opening(one, other)[0] < _CUT:
        return False
    told = (
        {word for claim in claims for word, _ in claim.key.words} - {one, other} for claims in (left, right)
    )
    return len(set.intersection(*told)) >= _TOLD


def is_misnamed(left: Name, right: Name, here: Set[str], there: Set[str]) -> bool:
    """Whether one article alone has a body's name with a single word put by one that opens alike.

    Args:
        left: The name of a body.
        right: Another.
        here: Ids of the articles that have the first name.
        there: Ids of those that have the second.
    """
    a, b = (fold(name.form).split() for name in (left, right))
    if not _is_outvoted(here, there) or len(a) != len(b):
        return False
    other = [pair for pair in zip(a, b, strict=True) if pair[0] != pair[1]]
    return len(a) > 1 and len(other) == 1 and _has_other_ending(*other[0])


def are_kin(left: Name, right: Name, people: People) -> bool:
    """Whether one of two with a surname and other first names of their own is told of as somebody's kin."""
    a, b = left.form.split(), right.form.split()
    if left.type != "PERSON" or not {left.canonical, right.canonical} & people.kin:
        return False
    own = is_given_name(a[0]) and is_given_name(b[0]) and not match_words(a[0], b[0])
    return own and bool(match_words(a[-1], b[-1])) and OSA.distance(fold(a[0]), fold(b[0])) > 1


def _are_one_kin(one: str, other: str, people: People) -> bool:
    """Whether two of a surname, whose first names open alike, are the same kin: his sister Ida, or Irma."""
    a, b = one.split(), other.split()
    if not match_words(a[-1], b[-1]) or fold(a[0])[:1] != fold(b[0])[:1] or not _is_other_given(a[0], b[0]):
        return False
    kin = [
        {role.normal for role in people.roles.get(name, ()) if is_kin(role.normal)} for name in (one, other)
    ]
    told = people.words.get(one, set()) & people.words.get(other, set()) - _kin_words()
    return bool(kin[0] & kin[1]) and bool(told) and not _are_two(one, other, people)


def _is_halved(one: str, other: str, people: People) -> bool:
    """Whether of just two articles each has another ending to the surname of the holder of one office."""
    (a, *_, first), (b, *_, second) = one.split(), other.split()
    if a != b or not _has_other_ending(fold(first), fold(second)):
        return False
    posts = _posts(one, people) & _posts(other, people)
    return any(not is_kin(post) and not post.startswith(DESCRIBED) for post in posts)


def _is_outvoted(here: Set[str], there: Set[str]) -> bool:
    """Whether one article alone stands against enough others, none of which has both."""
    lone, many = sorted((here, there), key=len)
    return len(lone) == 1 and len(many) >= QUORUM and not lone & many


def _rarer(one: str, other: str, people: People) -> str:
    """The name that fewer articles have."""
    return min((one, other), key=lambda name: len(people.articles[name]))


def _has_other_ending(left: str, right: str) -> bool:
    """Whether the larger part of two surnames is the same, and what comes then is not."""
    opening, shorter = _opening(left, right)
    return opening >= _OPENING and 2 * opening > shorter > opening


def _opening(left: str, right: str) -> tuple[int, int]:
    """With how many letters two surnames open alike, and how many the shorter has."""
    shorter = min(len(left), len(right))
    return next((n for n in range(shorter) if left[n] != right[n]), shorter), shorter


def _is_other_given(left: str, right: str) -> bool:
    """Whether two first names are written out, and neither is made from the other or its beginning."""
    a, b = fold(left), fold(right)
    return min(len(a), len(b)) > _SHORT and not (
        is_other_gender(left, right) or a.startswith(b) or b.startswith(a) or is_pet_form(left, right)
    )


def _are_two(one: str, other: str, people: People) -> bool:
    """Whether ages differ, or a surname alone came before the name: somebody else was meant by it."""
    if _have_other_ages(one, other, people):
        return True
    return _rarer(one, other, people) in people.late


def _have_other_ages(one: str, other: str, people: People) -> bool:
    """Whether the ages of both are told, and are not the same."""
    ages = [people.ages.get(name, set()) for name in (one, other)]
    return bool(ages[0] and ages[1]) and not ages[0] & ages[1]


def _share(one: str, other: str, people: People) -> bool:
    """Whether both have one office, or several things are told of both."""
    posts = [_posts(name, people) for name in (one, other)]
    if posts[0] & posts[1] or any(_is_one_office(*pair) for pair in _pair_roles(one, other, people)):
        return True
    held = [[post for post in mine if not post.startswith(DESCRIBED)] for mine in posts]
    told = people.words.get(one, set()) & people.words.get(other, set())
    # Whom every other article names is named in this one too.
    central = people.articles[one] | people.articles[other] == people.all
    return len(told) >= (1 if central else _TOLD) and not (held[0] and held[1])


def _posts(name: str, people: People) -> set[str]:
    return {post_of(role) for role in people.roles.get(name, ())}


def _share_office(one: str, other: str, people: People) -> bool:
    """Whether both have an office of one holder, or work for one person in one way."""
    return any(
        a == b and a.lemmas[:1] == (CLIENT,) and bool(a.lemmas[2])
        if a.normal.startswith(DESCRIBED) or b.normal.startswith(DESCRIBED)
        else _is_of_one(a, b) and _is_one_office(a, b)
        for a, b in _pair_roles(one, other, people)
    )


def _is_of_one(left: Phrase, right: Phrase) -> bool:
    """Whether a story has one holder of a post: alone, or by the words that both have beside it."""
    table = lexicon.read_table("roles")
    narrowed = (side_of(left) & side_of(right)).difference(table["portfolio"]["abroad"])
    post = post_of(left)
    return post in table["unique"]["posts"] and (bool(narrowed) or post not in table["many"]["posts"])


def _pair_roles(one: str, other: str, people: People) -> Iterator[tuple[Phrase, Phrase]]:
    return product(people.roles.get(one, ()), people.roles.get(other, ()))


def _is_one_office(left: Phrase, right: Phrase) -> bool:
    """Whether two titles name one office; two wordings for one body have a word in common."""
    mine, yours = side_of(left), side_of(right)
    if mine and yours and not mine & yours:
        return False
    return compare_roles(left, right).verdict is Verdict.AGREE
