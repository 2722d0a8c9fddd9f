"""Place slots that need no learning: which of two places of one name, and where somebody is from.

"Ashford, Kent" and "Ashford, Ohio" are two towns; "Ann Roe of Kenya" and "Ann Roe from Ethiopia"
cannot both be true of her. An article that has both answers tells two apart, and only what is said
of one of the two can then be put into the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from discrepancy import lexicon
from discrepancy.align.answers import clash, clashes_between_articles, trim_values
from discrepancy.align.nesting import Nesting, places_beside
from discrepancy.align.portions import are_of_one_level
from discrepancy.align.scenes import align_scenes
from discrepancy.align.sites import align_sites
from discrepancy.align.strays import align_strays
from discrepancy.compare.names.places import sort_words
from discrepancy.context import sentence_of
from discrepancy.lexicon.names import find_place
from discrepancy.lexicon.towns import are_sister_parts
from discrepancy.model import Claim, Kind, Name, Provenance, Scene, Slot
from discrepancy.scenes import BUILDING, COMING, DOING, HOME, ROLE, SITE

_CERTAINTY = 0.8
_MANNER = frozenset({BUILDING, COMING, DOING, ROLE, SITE})
_AT_HOME = {HOME: "lives"}
"""Somebody "of Ashford" lives there, as far as a town is concerned."""
_LIES_WITHIN = re.compile(
    r"(?:, | \(|,? in |, (?:an?|the) (?:[\w-]+ ){1,4}(?:in|of) )(?:the (?:[\w-]+ ){1,4}of )?"
)
_COMES_FROM = re.compile(r"(?: of | from |, of |, from )$")
_PREFIX = re.compile(r"[A-Z]{2,3} [A-ZÀ-Þ]")
"""Letters that begin the name of a club or company: "from SK Lund"."""
_BELONGS_TO = re.compile(r"['’]s $")


def align_whereabouts(story_id: str, claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """Slots for places, people and events that articles put into different places."""
    towns: dict[str, list[Claim]] = {}
    origins: dict[str, list[Claim]] = {}
    for town, region in _regions(claims):
        towns.setdefault(town, []).append(region)
    for person, place in _origins(claims):
        origins.setdefault(person, []).append(place)
    rule = Provenance("whereabouts")
    found = [
        *((f"where is {town}", _find_clash(_compare_known(said))) for town, said in towns.items()),
        *(
            (f"where is from: {person}", _add_homes(person, _clash_outright(said), claims))
            for person, said in origins.items()
        ),
    ]
    slots = [
        Slot(story_id, Kind.PLACE, label, trim_values(told), _CERTAINTY, rule)
        for label, told in found
        if told
    ]
    told = {id(claim) for slot in slots for claim in slot.claims}
    nesting = Nesting(claims)
    for align in (align_scenes, align_sites, align_strays):
        found_here = [s for s in align(story_id, claims, nesting) if told.isdisjoint(map(id, s.claims))]
        told |= {id(claim) for slot in found_here for claim in slot.claims}
        slots += found_here
    return tuple(slots)


def _regions(claims: Sequence[Claim]) -> Iterator[tuple[str, Claim]]:
    """A place's name, and a place that an article puts it in."""
    for left, right, between in places_beside(claims):
        if _LIES_WITHIN.fullmatch(between) and isinstance(left.mention.value, Name):
            yield left.mention.value.form, right


def _origins(claims: Sequence[Claim]) -> Iterator[tuple[str, Claim]]:
    """A person's name, and the place that the words beside it say the person is from."""
    names = [claim for claim in claims if isinstance(claim.mention.value, Name)]
    for left, right in pairwise(names):
        if left.mention.article_id != right.mention.article_id or sentence_of(left) != sentence_of(right):
            continue
        start, end = left.mention.end - left.context_start, right.mention.start - left.context_start
        between = left.context[start:end]
        a, b = left.mention.value, right.mention.value
        if not isinstance(a, Name) or not isinstance(b, Name):
            continue
        if b.type == "PLACE" and a.type == "PERSON" and _COMES_FROM.fullmatch(between):
            if _PREFIX.match(right.context[start + len(between) :]):
                continue
            yield a.canonical, right
        elif a.type == "PLACE" and b.type == "PERSON" and _BELONGS_TO.fullmatch(between):
            yield b.canonical, left


def _compare_known(said: Sequence[Claim]) -> Sequence[Claim]:
    """Whether Kent lies in England no table says: only what the table knows is held together."""
    return [claim for claim in said if find_place(claim.mention.text)] or said


def _clash_outright(said: Sequence[Claim]) -> Sequence[Claim]:
    known = _compare_known(said)
    return known if clashes_between_articles(known) else ()


def _add_homes(person: str, told: Sequence[Claim], claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims of a clash with what further articles say in a clause of its own: "Roe, who is from Dun"."""
    articles = {claim.mention.article_id for claim in told}
    return told and [
        *told,
        *(
            claim
            for claim in claims
            if claim.mention.article_id not in articles
            and Scene(HOME, person) in claim.key.scenes
            and any(not clash(claim, other) for other in told)
        ),
    ]


def _find_clash(said: Sequence[Claim]) -> Sequence[Claim]:
    """The claims of a town's region that cannot all be true, or none.

    Where an article knows two towns of the name, only claims of one scene are held together, and only
    against a region that a second article names too.
    """
    if clashes_between_articles(said):
        return said if _may_be_one(said) and _is_firm(said) else ()
    frames = dict.fromkeys(scene.frame for claim in said for scene in claim.key.scenes)
    for frame in (frame for frame in frames if frame not in _MANNER):
        told = [claim for claim in said if any(scene.frame == frame for scene in claim.key.scenes)]
        if not clashes_between_articles(told):
            continue
        if any(_count_agreeing(claim, said) > 1 for claim in told):
            return told
    return ()


def _is_firm(said: Sequence[Claim]) -> bool:
    """Whether regions that differ exclude one another: tables know them, they are of one sort, or two agree.

    A coast and a county that a town lies in are both right.
    """
    if all(find_place(claim.mention.text) for claim in said):
        return True
    if all(are_sister_parts(a.mention.text, b.mention.text) for a in said for b in said if clash(a, b)):
        return True
    sorts = [sort_words(claim.mention.text) for claim in said]
    if frozenset.intersection(*sorts):
        return True
    levels = all(are_of_one_level(a.mention.text, b.mention.text) for a in said for b in said if clash(a, b))
    return levels and any(_count_agreeing(claim, said) > 1 for claim in said)


def _count_agreeing(claim: Claim, said: Sequence[Claim]) -> int:
    return len({other.mention.article_id for other in said if not clash(other, claim)})


def _may_be_one(said: Sequence[Claim]) -> bool:
    """Whether any two claims that clash may tell of one town: nobody is born where somebody works."""
    return any(
        clash(left, right) and not _differ_in_scene(left, right)
        for number, left in enumerate(said)
        for right in said[number + 1 :]
    )


def _differ_in_scene(left: Claim, right: Claim) -> bool:
    a, b = (
        {_AT_HOME.get(s.frame, s.frame) for s in claim.key.scenes if s.frame not in _MANNER}
        for claim in (left, right)
    )
    if a & b:
        return False
    lives = {name for name, entry in lexicon.read_table("scenes")["scenes"].items() if entry.get("life")}
    return bool((a and b) or (a | b) & lives)
