"""Slots of offices: which one a person holds, and who holds one.

Asked of entities, like the spelling of names. An office has one holder at a time, so two articles
that put two people into it clash, also where both articles know both people: that is how people
get exchanged. Where an article itself gives the office to two people, or it changes hands, the two
may both be right. Which side somebody is on is asked in :mod:`discrepancy.align.sides`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import timedelta
from functools import cache

from discrepancy import lexicon
from discrepancy.align.answers import clash, clashes_between_articles, phrase_of, trim_values
from discrepancy.align.descriptions import is_description
from discrepancy.align.former import find_former
from discrepancy.align.holders import (
    are_named_together,
    are_one_spelt_twice,
    are_told_short,
    find_holder,
    name_elsewhere,
)
from discrepancy.align.outvoted import find_alone, find_outvoted, within_term
from discrepancy.align.sides import align_sides
from discrepancy.align.standins import find_stand_in
from discrepancy.align.taken import find_misplaced, find_taken, make_taken
from discrepancy.compare import compare_values
from discrepancy.compare.parties import are_other_parties, party_of
from discrepancy.compare.roles import (
    are_exclusive,
    are_far,
    are_other_clients,
    are_two_sides,
    is_of_institution,
    office_of,
    post_of,
    side_of,
)
from discrepancy.lexicon.posts import is_award, portfolios, titles_by_post
from discrepancy.model import Claim, Kind, Name, Provenance, Relation, Slot, Verdict

_FOR_A_TIME = Provenance("holder of an office for a time")
_STAND_IN = Provenance("another name in the holder's place")
_TELLING = 2
"""Words that two names of a body have to share for one to be the other's shorter form."""
_HEARING = timedelta(days=2)
"""Time between two reports after which another judge may sit."""


def align_offices(story_id: str, claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """Slots for people to whom articles give different offices, and offices given to different people."""
    told_of = [c for c in claims if c.mention.kind is Kind.ROLE and not is_description(c)]
    roles = [claim for claim in told_of if not _is_in(claim, "membership")]
    names = [claim for claim in claims if isinstance(claim.mention.value, Name)]
    offices = [(slot, office) for office in _gather(roles) if (slot := _ask_holder(story_id, office, names))]
    holders = [slot for slot, _ in offices]
    contested = {person for slot in holders for person in _people(slot)}
    members = [claim for claim in told_of if _is_in(claim, "membership")]
    bodies = [c for c in members if party_of(phrase_of(c)) or is_of_institution(phrase_of(c))]
    people = list(_by_person(story_id, [*roles, *bodies], contested))
    sides = align_sides(story_id, told_of, names)
    # Whose name stands in another's place has no other office for that.
    stood_in = {person for slot in holders if slot.provenance == _STAND_IN for person in _people(slot)}
    people = [slot for slot in people if not any(c.key.entity in stood_in for c in slot.claims)]
    told = {claim.key.entity for slot in people for claim in slot.claims}
    sides = tuple(slot for slot in sides if not told & {claim.key.entity for claim in slot.claims})
    exchanged = {claim.key.entity for slot in sides for claim in slot.claims}
    left = [(s, office) for s, office in offices if not _people(s) & exchanged and _adds(s, people)]
    return (
        *people,
        *sides,
        *(_turn(slot, find_misplaced(office, roles, names), told) for slot, office in left),
    )


def _turn(slot: Slot, misplaced: tuple[Sequence[Claim], Sequence[Claim]], told: Set[str]) -> Slot:
    """The question who has an office, or which one somebody has whom the holder's articles know as well.

    Args:
        slot: The first question.
        misplaced: The claims of the second, if it is to be asked.
        told: Whose offices are contested already.
    """
    wrong, against = misplaced
    if not wrong or wrong[0].key.entity in told or slot.provenance in (_FOR_A_TIME, _STAND_IN):
        return slot
    return make_taken(slot.story_id, wrong, against)


def _adds(slot: Slot, contested: Sequence[Slot]) -> bool:
    """Whether it helps to hear who has an office, where the offices of some of its holders are contested.

    Only where people of one name or offices of one title are mixed up: else the office that somebody
    is wrongly given says all, and where all holders' offices are contested nothing is left to say.
    """
    people = _people(slot)
    # Who fills an office for a time is asked besides which one somebody has.
    if slot.provenance in (_FOR_A_TIME, _STAND_IN):
        return True
    told = [claim for other in contested for claim in other.claims if claim.key.entity in people]
    if people <= {claim.key.entity for claim in told}:
        return False
    surnames = {person.casefold().split()[-1] for person in people}
    titles = {phrase_of(claim).normal.rsplit("_", 1)[-1] for claim in told}
    return len(titles) < 2 or len(surnames) < len(people)


def _people(slot: Slot) -> set[str]:
    return {claim.mention.value.normal for claim in slot.claims}


@cache
def _posts(table: str) -> frozenset[str]:
    return frozenset(lexicon.read_table("roles")[table]["posts"])


def _by_person(story_id: str, roles: Sequence[Claim], contested: set[str]) -> Iterator[Slot]:
    """One slot for each person to whom articles give posts that nobody holds together."""
    people: dict[str, list[Claim]] = {}
    for claim in roles:
        if claim.key.entity:
            people.setdefault(claim.key.entity, []).append(claim)
    exclusive = lexicon.read_table("roles")["exclusive"]
    ranks = set(exclusive["rank"])
    if {_post(claim) for claim in roles} & set(exclusive["team_post"]):
        ranks.discard("captain")  # beside a coach it is no rank
    for person, said in people.items():
        # Who is exchanged for somebody takes over the rank as well: that is one conflict, told once.
        told = [c for c in said if person not in contested or _post(c) not in ranks]
        past, held = find_former(said)
        taken, against = find_taken(told, roles)
        articles = _by_article(told)
        if past:
            clash_of = Relation(Verdict.CONFLICT, "the one has the office as held, the other as past")
            rule = Provenance("former office", odd=frozenset(range(len(past))), clash=clash_of)
            yield Slot(story_id, Kind.ROLE, f"office of {person}", (*past, *held), provenance=rule)
        elif taken:
            yield make_taken(story_id, taken, against)
        elif at_odds := _at_odds(told, articles, roles):
            yield Slot(
                story_id,
                Kind.ROLE,
                f"office of {person}",
                trim_values(at_odds),
                provenance=Provenance("office of a person"),
            )
        elif alone := find_alone(articles, roles):
            yield _make_alone(story_id, *alone)


def _at_odds(
    said: Sequence[Claim], articles: Mapping[str, Sequence[Claim]], roles: Sequence[Claim]
) -> list[Claim]:
    """The claims that exclude one of another article; none where articles agree besides.

    "Professor" and "the principal" can both be true, so the one says nothing about the other.
    """
    part = _excluded(articles) | find_outvoted(_beside_ranks(articles), roles)
    odds = [claim for claim in said if id(claim) in part]
    told = {claim.mention.article_id for claim in odds}
    # Who says the same in words that exclude nothing takes a side as well.
    return [c for c in said if id(c) in part or (c.mention.article_id not in told and _is_said(c, odds))]


def _beside_ranks(articles: Mapping[str, Sequence[Claim]]) -> dict[str, list[Claim]]:
    """What each article gives one person besides a rank: two may agree on a colonel and on no more."""
    ranks = set(lexicon.read_table("roles")["exclusive"]["rank"]) - {"captain"}
    kept = {name: [c for c in own if _post(c) not in ranks] for name, own in articles.items()}
    return {name: own for name, own in kept.items() if own}


def _by_article(said: Sequence[Claim]) -> dict[str, list[Claim]]:
    """One person's offices by article; nothing where one article gives two that exclude each other."""
    articles: dict[str, list[Claim]] = {}
    for claim in said:
        if not _may_prosecute(claim, said):
            articles.setdefault(claim.mention.article_id, []).append(claim)
    contradicts = any(_clash(a, b) for own in articles.values() for a in own for b in own)
    return {} if contradicts else articles


def _make_alone(story_id: str, lone: tuple[Claim, ...], against: tuple[Claim, ...]) -> Slot:
    a, b = lone[0].mention.text, against[0].mention.text
    rule = Provenance(
        "office of a person",
        odd=frozenset(range(len(lone))),
        clash=Relation(Verdict.CONFLICT, f"hardly anybody is “{a}” and “{b}” at the same time"),
    )
    return Slot(story_id, Kind.ROLE, f"office of {lone[0].key.entity}", (*lone, *against), provenance=rule)


def _may_prosecute(claim: Claim, said: Sequence[Claim]) -> bool:
    """Whether "the magistrate" is no judge, for others have a prosecutor."""
    title = claim.mention.text.casefold().split()[-1]
    prosecutes = title in lexicon.read_table("roles")["bench"]["prosecuting"]
    return prosecutes and any(_post(other) == "prosecutor" for other in said)


def _is_said(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether one of the others gives the same post."""
    return any(
        compare_values(Kind.ROLE, claim.mention.value, other.mention.value).verdict is Verdict.AGREE
        for other in others
    )


def _excluded(articles: Mapping[str, Sequence[Claim]]) -> set[int]:
    """Claims that exclude one of another article outright, by identity."""
    said = [claim for own in articles.values() for claim in own]
    return {
        id(a)
        for a in said
        for b in said
        if a.mention.article_id != b.mention.article_id
        and _clash(a, b)
        and within_term(a, b)
        # Who leads a party may have another office besides, but not the same one with two portfolios.
        and (
            _post(a) == _post(b) or not _agree(articles[a.mention.article_id], articles[b.mention.article_id])
        )
    }


def _clash(left: Claim, right: Claim) -> bool:
    """Whether two offices exclude each other outright; for whom one is held is no other office."""
    a, b = phrase_of(left), phrase_of(right)
    if are_other_parties(a, b) or are_other_clients(a, b):
        return True
    if not clash(left, right) or are_two_sides(phrase_of(left), phrase_of(right)):
        return False
    return not are_far(phrase_of(left), phrase_of(right)) or are_exclusive(phrase_of(left), phrase_of(right))


def _agree(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Whether two articles give one and the same distinctive post."""
    return any(_post(a) == _post(b) and _is_in(a, "unique") for a in left for b in right if not clash(a, b))


def _ask_holder(story_id: str, office: Sequence[Claim], names: Sequence[Claim]) -> Slot | None:
    """The question who has an office, if articles put different people into it."""
    holders = [holder for claim in office if (holder := find_holder(claim, names)) is not None]
    if not clashes_between_articles(holders) or _changes_hands(office) or are_told_short(holders):
        return None
    together = are_named_together(holders, names)
    if together and _presides(_post(office[0])) and len({_words(claim) for claim in office}) > 1:
        return None  # "the judge", "the German judge": of a bench both may be right
    if are_one_spelt_twice(holders) and not together:
        return None  # the spelling of names is asked elsewhere
    if not all(within_term(holders[0], holder) for holder in holders):
        return None
    stand_in = _presides(_post(office[0])) and find_stand_in(holders, names)
    if stand_in or (not together and _presides_alone(office, holders, names)):
        holders = [*holders, *name_elsewhere(holders, names)]
    elif not together and not _is_told_alike(office):
        return None
    provenance = _provenance(office, bool(stand_in))
    label = f"who is {_describe(office)}"
    return Slot(story_id, Kind.NAME, label, trim_values(holders), provenance=provenance)


def _provenance(office: Sequence[Claim], stand_in: bool) -> Provenance:
    if stand_in:
        return _STAND_IN
    return _FOR_A_TIME if _is_acting(office) else Provenance("holder of an office")


def _gather(roles: Sequence[Claim]) -> list[list[Claim]]:
    """The roles, those of one office together; what somebody shares with others is no office."""
    shared = set(lexicon.read_table("roles")["rank"]["shared"])
    roles = [claim for claim in roles if not shared & set(phrase_of(claim).lemmas)]
    lone = _lone_posts(roles)
    offices: list[list[Claim]] = []
    for claim in sorted(roles, key=lambda c: -len(_words(c))):
        fitting = (o for o in offices if all(_is_one_office(claim, other, lone) for other in o))
        office = next(fitting, None)
        if office is None:
            offices.append([claim])
        else:
            office.append(claim)
    order = {id(claim): position for position, claim in enumerate(roles)}
    return [sorted(office, key=lambda claim: order[id(claim)]) for office in offices]


def _lone_posts(roles: Sequence[Claim]) -> set[str]:
    """Unique posts that no article gives to two people: "the mayor" alone says which one is meant."""
    held: dict[tuple[str, str], set[str]] = {}
    for claim in roles:
        held.setdefault((_post(claim), claim.mention.article_id), set()).add(claim.key.entity)
    shared = {post for (post, _), people in held.items() if len(people) > 1}
    return {_post(claim) for claim in roles if _is_in(claim, "unique")} - shared


def _is_one_office(left: Claim, right: Claim, lone: Set[str]) -> bool:
    """Same post, narrowed by the same words, or a post that the story has but one of."""
    post = _post(left)
    mine, yours = _words(left), _words(right)
    if is_award(post):
        return post == _post(right)
    if post == _post(right) and _presides(post):
        return mine <= yours or yours <= mine
    if post != _post(right) or not (_is_in(left, "unique") or post in _posts("sole")):
        return False  # an institution has many spokesmen and goalkeepers
    if mine and yours:
        # Where an article has two holders of the post, a word left out may be the one that tells them apart.
        if _name_one_body(left, right):
            return True
        if post not in lone:
            return False
        if len(mine & yours) > 1:
            return True
        # "Holm leader" may lead a party there: one word shared is enough only where it names a portfolio.
        told = not _is_in(left, "many") or bool(mine & yours & portfolios())
        return told and (mine <= yours or yours <= mine)
    return post in _posts("sole") or (post in lone and not _is_in(left, "many"))


def _name_one_body(left: Claim, right: Claim) -> bool:
    """Whether two offices are of one body, told alike or shorter: "police rescue unit", "rescue unit".

    Not of a body and a part of it, which another noun names: "Orvale police", "Orvale police band".
    """
    mine, yours = _words(left), _words(right)
    if mine == yours:
        return True
    if not (mine <= yours or yours <= mine) or sum(word.isalpha() for word in mine & yours) < _TELLING:
        return False
    ends = (next(word for word in reversed(phrase_of(c).lemmas) if word in _words(c)) for c in (left, right))
    return all(word in mine & yours for word in ends)


def _post(claim: Claim) -> str:
    return post_of(phrase_of(claim))


def _words(claim: Claim) -> frozenset[str]:
    return side_of(phrase_of(claim))


def _is_in(claim: Claim, table: str) -> bool:
    """Whether the post, or the one that it is an acting or incoming one of, is in ``table``."""
    post = _post(claim)
    return not post.startswith("former_") and office_of(post) in _posts(table)


def _is_told_alike(office: Sequence[Claim]) -> bool:
    """Whether two articles put two people into an office in words that leave no room for another one."""
    return any(
        a.key.entity != b.key.entity
        and a.mention.article_id != b.mention.article_id
        and _name_one_body(a, b)
        and (_is_narrowed(a) or is_award(_post(a)) or (not _words(a) and _post(a) in _posts("sole")))
        for a in office
        for b in office
    )


def _presides(post: str) -> bool:
    return post in _posts("presiding") or post in _posts_of_bodies()


@cache
def _posts_of_bodies() -> frozenset[str]:
    return frozenset(lexicon.read_table("roles")["presiding"]["bodies"])


def _presides_alone(office: Sequence[Claim], holders: Sequence[Claim], names: Sequence[Claim]) -> bool:
    """Whether one article has another judge, or the like, than all that name one, on the same days."""
    if not _presides(_post(office[0])):
        return False
    people = {claim.mention.value.normal for claim in holders}
    where = [{n.mention.article_id for n in names if n.mention.value.normal == person} for person in people]
    sizes = sorted(map(len, where))
    days = [claim.published for claim in holders if claim.published]
    near = _post(office[0]) in _posts_of_bodies() or not days or max(days) - min(days) <= _HEARING
    return sizes[0] == 1 and sizes[1:] == [max(sizes)] and max(sizes) > 1 and near


def _is_narrowed(claim: Claim) -> bool:
    """Whether the words leave one office; every country has a foreign minister, and they meet."""
    abroad = lexicon.read_table("roles")["portfolio"]["abroad"]
    return bool(_words(claim).difference(abroad))


def _is_titled(claim: Claim) -> bool:
    """Whether an office is called by a title, and not told by a verb."""
    titles = titles_by_post().get(phrase_of(claim).normal, ())
    return claim.mention.text.casefold().endswith(titles)


def _describe(office: Sequence[Claim]) -> str:
    """The office in its fullest wording, with what it is an office of where that stands apart."""
    claim = max(office, key=lambda claim: (_is_titled(claim), len(claim.mention.text)))
    text = claim.mention.text if _is_titled(claim) else phrase_of(claim).normal.replace("_", " ")
    fullest = max((phrase_of(claim).lemmas for claim in office), key=len)
    apart = [word for word in fullest if word in _words(claim) and word not in text.casefold()]
    return f"{text} ({' '.join(apart)})" if apart else text


def _changes_hands(office: Sequence[Claim]) -> bool:
    """Whether somebody may have followed somebody else; nobody is appointed head of the rebels."""
    table = lexicon.read_table("roles")
    if any(_words(claim) & set(table["groups"]) for claim in office):
        return False
    words = set(table["succession"]["acting" if _is_acting(office) else "lemmas"])
    return any(word in words for claim in office for word, _ in claim.key.words)


def _is_acting(office: Sequence[Claim]) -> bool:
    return all(_post(claim).startswith("acting_") for claim in office)
