"""Role × role of one person: whether one can hold both posts at a time."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from discrepancy import lexicon
from discrepancy.compare.kin import are_loosely_told, are_other_kin, are_same_kin
from discrepancy.compare.parties import are_other_parties
from discrepancy.compare.walks import (
    are_other_fields,
    do_bodies_part,
    do_jobs_part,
    do_services_part,
    do_standings_part,
    do_walks_part,
    does_not_speak,
    field_of,
    find_walks,
    is_calling,
    is_calling_beside,
)
from discrepancy.lexicon import REMEMBERED
from discrepancy.lexicon.posts import is_kin, portfolios
from discrepancy.model import Phrase, Relation, Verdict

_CABINET = ("secretary", "senator")
"""Posts that are a minister's where a portfolio stands with them."""
_SPEAKING = ("spokesperson",)
"""Posts that say nothing of what somebody is but for whom."""
_WITNESSES = ("witness", "expert")
"""Posts of whom one side of a trial calls."""


@cache
def _sets(table: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(posts) for posts in lexicon.read_table("roles")[table].values())


@cache
def _words_of(table: str, key: str) -> frozenset[str]:
    return frozenset(lexicon.read_table("roles")[table][key])


def compare_roles(left: Phrase, right: Phrase) -> Relation:
    """Hold two posts of one person against each other.

    The same post with two different portfolios clashes (justice and interior minister), or for two
    sides; so do two posts of which a person holds one at a time, in one body or altogether. What
    somebody is to be says nothing of what they are, nor does the post that they fill for a time.
    All else can be true of one person.
    """
    a, b = _describe(left), _describe(right)
    one, other = post_of(left), post_of(right)
    if are_other_parties(left, right):
        return Relation(Verdict.CONFLICT, "nobody is of two parties at the same time")
    if are_other_clients(left, right):
        return Relation(Verdict.CONFLICT, "nobody speaks for both sides of a trial")
    if one == other and not are_far(left, right):
        return _compare_portfolios(left, right, a, b)
    if _standing(left) == _standing(right) and _exclude(left, right) and not _may_follow(left, right):
        return Relation(Verdict.CONFLICT, f"nobody is “{a}” and “{b}” at the same time")
    if "head" in (one, other) and side_of(left) & side_of(right) and _is_head(one) and _is_head(other):
        return Relation(Verdict.AGREE, f"“{a}” and “{b}” head the same body")
    if are_far(left, right):
        return Relation(Verdict.CONFLICT, f"hardly anybody is “{a}” and “{b}” at the same time")
    return Relation(Verdict.COMPATIBLE, f"one person can be “{a}” and “{b}”")


def _is_head(post: str) -> bool:
    """Whether a post can be told by "head" or "leader" as well."""
    return post in lexicon.read_table("walks")["standing"]["heads"]


def are_exclusive(left: Phrase, right: Phrase) -> bool:
    """Whether nobody has both posts, one post with both portfolios, both clients or both parties."""
    if are_other_parties(left, right) or are_other_clients(left, right):
        return True
    if is_kin(left.normal) or is_kin(right.normal):
        alike = left.lemmas == right.lemmas and not are_loosely_told(left, right)
        return alike and are_other_kin(left, right) and left.lemmas[0].islower()
    if post_of(left) == post_of(right):
        mine, yours = set(left.lemmas) & portfolios(), set(right.lemmas) & portfolios()
        shared = any(_is_one_portfolio(word, other) for word in mine for other in yours)
        return bool(mine and yours) and not shared
    same = _standing(left) == _standing(right)
    return same and _exclude(left, right) and not _may_follow(left, right)


def are_plainly_far(left: Phrase, right: Phrase) -> bool:
    """Whether one article each is enough for two roles that hardly go together.

    Of callings, of parts in one event and of degrees of kin to one other a person has one.
    """
    one, other = _office(left), _office(right)
    if is_kin(one) or is_kin(other):
        return are_same_kin(left, right) and not are_loosely_told(left, right)
    parts = any(one in posts and other in posts for posts in _sets("parts"))
    return parts or (is_calling(one) and is_calling(other))


@lru_cache(maxsize=REMEMBERED)
def are_far(left: Phrase, right: Phrase) -> bool:
    """Whether two posts are of walks of life, standings or fields that hardly go together.

    That makes a contradiction only with other evidence, which the alignment asks for.
    """
    if is_kin(left.normal) or is_kin(right.normal):
        return are_other_kin(left, right)
    if _standing(left) != _standing(right):
        return False
    if are_other_institutions(left, right):
        return True
    one, other = _office(left), _office(right)
    if any(one in posts and other in posts for posts in _sets("parts")):
        return one != other
    if _is_treasury(left, right) or _is_treasury(right, left):
        return False
    if is_calling_beside(left, side_of(left), other) or is_calling_beside(right, side_of(right), one):
        return False
    mine, yours = find_walks(one, side_of(left)), find_walks(other, side_of(right))
    if one == other and one in _SPEAKING:
        return do_bodies_part(mine, yours)
    if (one in _SPEAKING or other in _SPEAKING) and do_services_part(mine, yours):
        return True
    if (one in _SPEAKING and does_not_speak(mine, other)) or (
        other in _SPEAKING and does_not_speak(yours, one)
    ):
        return True
    return (
        do_walks_part(mine, yours)
        or do_standings_part(one, other)
        or do_jobs_part(one, other)
        or are_other_fields(replace(left, normal=one), replace(right, normal=other))
    )


def _compare_portfolios(left: Phrase, right: Phrase, a: str, b: str) -> Relation:
    mine, yours = set(left.lemmas) & portfolios(), set(right.lemmas) & portfolios()
    if mine and yours and not any(_is_one_portfolio(word, other) for word in mine for other in yours):
        return Relation(Verdict.CONFLICT, f"“{a}” and “{b}” are different offices")
    if are_two_sides(left, right):
        told = [phrase.normal.removeprefix("member of ") for phrase in (left, right)]
        if told[0] == told[1]:
            told = [" ".join(phrase.lemmas) for phrase in (left, right)]
        return Relation(Verdict.CONFLICT, f"“{told[0]}” and “{told[1]}” are two sides")
    verdict = Verdict.AGREE if mine == yours else Verdict.COMPATIBLE
    return Relation(verdict, f"“{a}” and “{b}” name the same office")


def _is_one_portfolio(left: str, right: str) -> bool:
    """Whether two words can stand for one minister's field: "defence" and "defense"."""
    return left == right or any(left in words and right in words for words in _fields())


@cache
def _fields() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words) for words in lexicon.read_table("roles")["portfolio"]["same"].values())


def side_of(role: Phrase) -> frozenset[str]:
    """The words that say for whom or to what somebody belongs."""
    return frozenset(role.lemmas) - _ranks()


def are_other_institutions(left: Phrase, right: Phrase) -> bool:
    """Whether two roles are of two institutions of one sort: Holm University, the University of Brack."""
    mine, yours = side_of(left), side_of(right)
    sorts = _words_of("institutions", "sorts")
    if not mine & yours & sorts:
        return False
    shared = sorts | _words_of("institutions", "besides")
    own, others = mine - shared, yours - shared
    return bool(own and others) and not any(_is_akin(a, b) for a in own for b in others)


def is_of_institution(role: Phrase) -> bool:
    """Whether a role names an institution, by its sort and a name."""
    words, sorts = side_of(role), _words_of("institutions", "sorts")
    return bool(words & sorts) and bool(words - sorts)


def are_one_office(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether words beside one post can name one body or field: "Faroese fisheries", "fishing, Faroes".

    Args:
        left: Lemmas that narrow the post, by :func:`side_of`.
        right: The same of another claim.
    """
    fewer, more = sorted((left, right), key=len)
    return all(any(_is_akin(word, other) for other in more) for word in fewer)


def _is_akin(left: str, right: str) -> bool:
    """Whether two words are one field of office, or open with the same letters ("Chile", "Chilean")."""
    return _is_one_portfolio(left, right) or field_of(left) == field_of(right) or left[:5] == right[:5]


def are_two_sides(left: Phrase, right: Phrase) -> bool:
    """Whether one post is put on two sides, neither name being part of the other or its initials."""
    if _office(left) != _office(right) or _office(left) not in _words_of("sided", "posts"):
        return False
    mine, yours = side_of(left), side_of(right)
    if not mine or not yours or mine <= yours or yours <= mine:
        return False
    return mine != {_initials(right)} and yours != {_initials(left)}


def _initials(role: Phrase) -> str:
    return "".join(word[0] for word in role.lemmas if word not in _ranks())


def _exclude(left: Phrase, right: Phrase) -> bool:
    """Whether no one has both posts: ever, or within the body that both are said to be of."""
    one, other = _office(left), _office(right)
    if any(one in posts and other in posts for posts in _sets("together")) or _is_sideline(left, right):
        return False
    if {one, other} <= {"secretary", "minister", "secretary_of_state"} and "secretary" in (one, other):
        return False  # "the Transport Secretary" is a minister or a secretary of state
    if _is_presiding(left, right) or _is_presiding(right, left):
        return False
    if _is_treasury(left, right) or _is_treasury(right, left):
        return False
    if any(one in posts and other in posts for posts in _sets("exclusive")):
        return True
    shared = (side_of(left) & side_of(right)) - portfolios()
    return bool(shared) and any(one in posts and other in posts for posts in _sets("exclusive_within"))


def _may_follow(left: Phrase, right: Phrase) -> bool:
    """Whether both are past offices, of no body or country that both name: mayor once, then minister."""
    past = _standing(left) == _standing(right) == "former"
    return past and not (side_of(left) & side_of(right)) - portfolios()


def _is_presiding(judge: Phrase, other: Phrase) -> bool:
    """Whether ``other`` can be another word for a judge: "the president of the court"."""
    words = side_of(other)
    return (
        judge.normal == "judge"
        and other.normal in _words_of("bench", "posts")
        and (not words or bool(words & _words_of("bench", "words")))
    )


def _is_treasury(treasurer: Phrase, minister: Phrase) -> bool:
    """Whether "treasurer" or "finance chief" can be a minister: of finance, or of no field that is told."""
    if _office(treasurer) not in {"treasurer", "finance_chief"} or _office(minister) not in {
        "minister",
        "chancellor",
    }:
        return False
    told = set(minister.lemmas) & portfolios()
    return not told or any(_is_one_portfolio(word, "finance") for word in told)


def are_other_clients(left: Phrase, right: Phrase) -> bool:
    """Whether one lawyer or witness is put on two sides of a trial."""
    if (left.normal in _WITNESSES) != (right.normal in _WITNESSES):
        return False
    mine, yours = _client(left), _client(right)
    return bool(mine and yours) and mine != yours


def _client(role: Phrase) -> str:
    if role.normal == "defence_lawyer":
        return "defence"
    if role.normal in _WITNESSES:
        called = [side for side in ("defence", "prosecution") if side_of(role) & _words_of("called", side)]
        return called[0] if len(called) == 1 else ""
    if role.normal != "lawyer":
        return ""
    found = {side for side in ("defence", "victim") if side_of(role) & _words_of("lawsuit", side)}
    return found.pop() if len(found) == 1 else "victim" if found else ""


def _is_sideline(left: Phrase, right: Phrase) -> bool:
    """Whether one may have both posts, in two bodies."""
    one, other = _office(left), _office(right)
    mine, yours = side_of(left), side_of(right)
    local, club, company = (_words_of("sidelines", key) for key in ("local", "club", "company"))
    if (one in local and other in club) or (one in club and other in local):
        return not mine & yours
    return one in company and other in company and bool(mine and yours) and mine != yours


@lru_cache(maxsize=REMEMBERED)
def post_of(role: Phrase) -> str:
    """The canonical post, its rank included: a deputy foreign minister is a deputy minister."""
    standing = _standing(role)
    return f"{standing}_{_office(role)}" if standing else _office(role)


def office_of(post: str) -> str:
    """The post that an acting, incoming or former one is."""
    return post.removeprefix("acting_").removeprefix("incoming_").removeprefix("former_")


def _office(role: Phrase) -> str:
    if role.normal.startswith("member of "):
        return "member"
    deputy = set(role.lemmas) & _words_of("rank", "deputy") and not role.normal.startswith("deputy_")
    post = "minister" if _is_of_cabinet(role) else role.normal
    if post in _words_of("undeputed", "posts"):
        return post
    return f"deputy_{post}" if deputy else post


def _is_of_cabinet(role: Phrase) -> bool:
    """Whether somebody is what others call a minister: the Trade Secretary, a city's senator for trade."""
    words = side_of(role)
    told = words & portfolios() and not words & _words_of("portfolio", "elsewhere")
    return role.normal in _CABINET and bool(told)


def _standing(role: Phrase) -> str:
    """How the post is held: "incoming", "acting", "former", or "" for one who has it."""
    return next(
        (name for name in ("acting", "incoming", "former") if set(role.lemmas) & _words_of("rank", name)), ""
    )


@cache
def _ranks() -> frozenset[str]:
    """Lemmas that say how a post is held, not which one it is."""
    return frozenset(word for words in lexicon.read_table("roles")["rank"].values() for word in words)


def _describe(role: Phrase) -> str:
    words = [word for word in role.lemmas if word in portfolios()]
    standing = [_standing(role)] if _standing(role) else []
    return " ".join([*standing, *words, role.normal.replace("_", " ")])
