"""Slots: one question of fact each, with what every article answers to it.

A fact that nobody contradicts is a slot by itself. A fact and its rivals make one slot; every
fact contradicts at most one other, the one it is the surest rival of.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.align.answers import count_articles, trim_articles
from discrepancy.align.attributes import align_ages, is_attribute
from discrepancy.align.ballots import align_ballots
from discrepancy.align.crowds import join_batches, split_batches
from discrepancy.align.days import align_days
from discrepancy.align.descriptions import align_descriptions, is_description
from discrepancy.align.directions import align_directions, is_direction
from discrepancy.align.exchanges import align_exchanges
from discrepancy.align.excuses import may_be_one
from discrepancy.align.facts import Fact, gather_facts
from discrepancy.align.fillers import align_fillers
from discrepancy.align.holders import asks_again
from discrepancy.align.internal import align_internal
from discrepancy.align.numerals import align_numerals
from discrepancy.align.offices import align_offices
from discrepancy.align.pairs import Pair, find_pairs
from discrepancy.align.people import align_people, is_told
from discrepancy.align.quotations import align_quotes, find_quoted, leave_deictic
from discrepancy.align.rivals import RIVAL_FEATURES, Rival, find_rivals
from discrepancy.align.scoring import contributions, score
from discrepancy.align.seconds import add_seconds
from discrepancy.align.spots import align_spots
from discrepancy.align.statuses import align_statuses
from discrepancy.align.substitutes import align_substitutes
from discrepancy.align.supports import add_supports
from discrepancy.align.tolls import align_tolls
from discrepancy.align.whereabouts import align_whereabouts
from discrepancy.compare.dates import WEEKDAY_SLIP
from discrepancy.compare.digits import count_significant
from discrepancy.context import sentence_of
from discrepancy.model import Claim, Figure, Kind, Name, Provenance, Slot, Verdict, Weighted, is_spot
from discrepancy.question import choose_question

FLOOR = 0.3
"""Certainty below which two facts are not even put into one slot."""

SUPPORT = 0.15
"""Score from which an equal value in a further article takes a side in a conflict."""

DISTINCT_SUPPORT = 0.05
"""The same for a value of two digits or more."""

MISDATED = 0.7
"""Certainty of a printed date that one article alone has; by first sight of labelled stories."""

_TOLD_ONCE = (Kind.PLACE, Kind.DATE)
"""Kinds that are aligned by rule and by learned features both."""


def align_claims(story_id: str, claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """Line up what answers the same question in the reporting zones of one story's articles."""
    internal = align_internal(story_id, claims)
    if count_articles(claims) < 2:
        return internal
    slots = join_batches(_align_batch(story_id, batch) for batch in split_batches(claims))
    return add_supports((*internal, *add_seconds(slots, claims)), claims)


def _align_batch(story_id: str, claims: Sequence[Claim]) -> tuple[Slot, ...]:
    known, rest = align_known(story_id, claims)
    pairs = find_pairs(rest)
    facts = gather_facts(rest, pairs)
    rivals = [(score_rival(rival), rival) for rival in find_rivals(rest, pairs, facts)]
    return (*known, *drop_told(assemble_slots(story_id, rest, pairs, facts, rivals), known))


def align_known(story_id: str, claims: Sequence[Claim]) -> tuple[tuple[Slot, ...], list[Claim]]:
    """Slots whose question the words give outright, and the claims that need a learned key.

    Outright: one utterance, one name, one person's age or office, one place's whereabouts, what became of
    one person or thing.
    """
    reporting = leave_deictic([claim for claim in claims if claim.mention.zone.is_reporting])
    described = [claim for claim in reporting if is_description(claim)]
    reporting = [claim for claim in reporting if not is_description(claim)]
    directions = align_directions(story_id, reporting)
    spots = align_spots(story_id, reporting)
    reporting = [claim for claim in reporting if not (is_direction(claim) or is_spot(claim.mention))]
    quotes, rest = align_quotes(story_id, reporting)
    people, rest = align_people(story_id, _outside(rest, quotes, reporting), described)
    offices = align_descriptions(story_id, described, align_offices(story_id, reporting), reporting)
    attributes = (*align_ages(story_id, reporting), *offices)
    whereabouts = align_whereabouts(story_id, reporting)
    statuses, rest = align_statuses(story_id, reporting, rest)
    exchanges, rest = align_exchanges(story_id, [c for c in rest if not is_attribute(c)])
    ballots, rest = align_ballots(story_id, rest)
    tolls, rest = align_tolls(story_id, rest)
    days = align_days(story_id, reporting)
    asked = tuple(slot for slot in (*quotes, *attributes) if not is_told(slot, people))
    put_in = (*align_fillers(story_id, reporting), *align_substitutes(story_id, reporting))
    fillers = [s for s in put_in if not is_told(s, (*people, *asked)) and not asks_again(s, offices)]
    return (
        *people,
        *asked,
        *fillers,
        *directions,
        *spots,
        *whereabouts,
        *statuses,
        *exchanges,
        *ballots,
        *tolls,
        *days,
        *align_numerals(story_id, rest),
    ), rest


def assemble_slots(
    story_id: str,
    claims: Sequence[Claim],
    pairs: Sequence[Pair],
    facts: Sequence[Fact],
    rivals: Sequence[tuple[float, Rival]],
) -> tuple[Slot, ...]:
    """Slots of facts and their rivals that at least two articles answer.

    Args:
        story_id: The story.
        claims: What the pairs and the facts' members index.
        pairs: Every pair of claims that was looked at.
        facts: Every fact of the story.
        rivals: Pairs of clashing facts with the certainty that they share a question.
    """
    groups, certainty = _assemble(facts, _drop_other_events(claims, rivals))
    groups = _gather_support(claims, pairs, facts, groups)
    weights = _weigh_groups(groups, rivals)
    slots = (
        _make_slot(
            story_id,
            claims,
            [facts[number] for number in group],
            certainty.get(group[0], 1.0),
            Provenance("question" if len(group) > 1 else "fact", weights=weights.get(group[0], ())),
        )
        for group in groups
    )
    return tuple(slot for slot in slots if count_articles(slot.claims) > 1)


def _drop_other_events(
    claims: Sequence[Claim], rivals: Sequence[tuple[float, Rival]]
) -> list[tuple[float, Rival]]:
    """``rivals`` without dates that the words put to two events; a day with a wrong weekday is one day."""
    dates = [
        (claims[rival.best.left], claims[rival.best.right])
        for sure, rival in rivals
        if sure >= FLOOR and _is_date(claims, rival)
    ]
    told = iter(may_be_one(claims, dates))
    return [
        (sure, rival) for sure, rival in rivals if sure < FLOOR or not _is_date(claims, rival) or next(told)
    ]


def _is_date(claims: Sequence[Claim], rival: Rival) -> bool:
    return claims[rival.best.left].mention.kind is Kind.DATE and rival.relation.slip != WEEKDAY_SLIP


def _weigh_groups(
    groups: Sequence[Sequence[int]], rivals: Sequence[tuple[float, Rival]]
) -> dict[int, Weighted]:
    """For each group of rivals, by its first fact, what weighed in the surest rivalry within it."""
    group_of = {number: group[0] for group in groups for number in group}
    surest: dict[int, tuple[float, Rival]] = {}
    for sure, rival in rivals:
        group = group_of[rival.big]
        if group == group_of[rival.small] and sure > surest.get(group, (0.0, rival))[0]:
            surest[group] = sure, rival
    return {
        group: contributions("rival", RIVAL_FEATURES, rival.features) for group, (_, rival) in surest.items()
    }


def _gather_support(
    claims: Sequence[Claim], pairs: Sequence[Pair], facts: Sequence[Fact], groups: Sequence[list[int]]
) -> list[list[int]]:
    """The groups, those with rivals joined by lone facts of further articles that state the same value.

    A value that is contested draws weaker links than one that nobody doubts: where two articles
    clash, who else has either value decides which is odd.
    """
    fact_of = {index: number for number, fact in enumerate(facts) for index in fact.members}
    group_of = {number: position for position, group in enumerate(groups) for number in group}
    joined = [list(group) for group in groups]
    articles = [
        {claims[i].mention.article_id for number in group for i in facts[number].members} for group in groups
    ]
    supporting = [
        pair
        for pair in pairs
        if pair.same >= DISTINCT_SUPPORT
        and pair.relation.verdict is Verdict.AGREE
        and not pair.contrasts
        and (pair.same >= SUPPORT or _is_distinct(claims[pair.left]))
    ]
    for pair in sorted(supporting, key=lambda pair: (-pair.same, pair.left, pair.right)):
        for mine, other in ((pair.left, pair.right), (pair.right, pair.left)):
            contested, lone = group_of[fact_of[mine]], group_of[fact_of[other]]
            if (
                len(joined[contested]) > 1
                and len(joined[lone]) == 1
                and not articles[contested] & articles[lone]
            ):
                joined[contested] += joined[lone]
                articles[contested] |= articles[lone]
                group_of[joined[lone][0]] = contested
                joined[lone] = []
                break
    return [group for group in joined if group]


def _is_distinct(claim: Claim) -> bool:
    """Whether a value is seldom another question's too: a number of two digits or more."""
    value = claim.mention.value
    if not isinstance(value, Figure) or isinstance(value.number, tuple):
        return False
    return count_significant(value.number) > 1


def _outside(claims: Sequence[Claim], quotes: Sequence[Slot], reporting: Sequence[Claim]) -> list[Claim]:
    """Claims that do not stand in the changed words of a quotation, which are judged there.

    Nor do the other numbers of such a quotation count, which may say the changed one twice.

    Args:
        claims: Those that are no quotations.
        quotes: Slots of quotations.
        reporting: The quotations as well.
    """
    changed: dict[tuple[str, str], list[tuple[int, int]]] = {}
    told: set[tuple[object, ...]] = set()
    for slot in quotes:
        for claim in slot.claims:
            mention = claim.mention
            if not isinstance(mention.value, Name) and len(mention.text) < len(mention.value.normal):
                place = mention.article_id, mention.field
                changed.setdefault(place, []).append((mention.start, mention.end))
                told.add((mention.article_id, *sentence_of(claim)))
    # Few stories have a quotation that was changed: for the others nothing is looked up.
    quoted = find_quoted(reporting) if told else frozenset()

    def is_inside(claim: Claim) -> bool:
        mention = claim.mention
        again = isinstance(mention.value, Figure) and id(claim) in quoted
        if again and (mention.article_id, *sentence_of(claim)) in told:
            return True
        spans = changed.get((mention.article_id, mention.field), ())
        return any(start < mention.end and mention.start < end for start, end in spans)

    return [claim for claim in claims if isinstance(claim.mention.value, Name) or not is_inside(claim)]


def drop_told(slots: Sequence[Slot], known: Sequence[Slot]) -> tuple[Slot, ...]:
    """``slots`` without those in which places or dates are rivals that ``known`` has as rivals already."""
    told = [_sides(slot) for slot in known if slot.kind in _TOLD_ONCE]
    return tuple(
        slot
        for slot in slots
        if slot.kind not in _TOLD_ONCE
        or not any(len({value for _, value in _sides(slot) & sides}) > 1 for sides in told)
    )


def _sides(slot: Slot) -> set[tuple[str, str]]:
    return {(claim.mention.article_id, claim.mention.value.normal) for claim in slot.claims}


def score_rival(rival: Rival) -> float:
    """The learned certainty; none for unlikely rivals and for two places that both articles know of."""
    if not rival.is_likely:
        return 0.0
    told = [rival.features[RIVAL_FEATURES.index(name)] for name in ("told_big", "told_small")]
    if rival.features[RIVAL_FEATURES.index("is_place")] and min(told) > 0:
        return 0.0
    learned = score("rival", RIVAL_FEATURES, rival.features)
    return max(learned, MISDATED) if rival.is_misdated else learned


def _assemble(
    facts: Sequence[Fact], rivals: Sequence[tuple[float, Rival]]
) -> tuple[list[list[int]], dict[int, float]]:
    """Groups of fact numbers that share a question, and each group's certainty by its first number."""
    head = list(range(len(facts)))
    certainty: dict[int, float] = {}
    placed: set[int] = set()
    for sure, rival in sorted(rivals, key=lambda pair: (-pair[0], pair[1].big, pair[1].small)):
        if sure < FLOOR:
            break
        if rival.small in placed:
            continue
        root = _root(head, rival.big)
        if root == _root(head, rival.small):
            continue
        head[_root(head, rival.small)] = root
        placed.add(rival.small)
        certainty[root] = max(certainty.get(root, 0.0), sure, certainty.get(rival.small, 0.0))
    groups: dict[int, list[int]] = {}
    for number in range(len(facts)):
        groups.setdefault(_root(head, number), []).append(number)
    ordered = [[root, *(n for n in numbers if n != root)] for root, numbers in groups.items()]
    return sorted(ordered, key=lambda group: facts[group[0]].members), certainty


def _root(head: list[int], number: int) -> int:
    while head[number] != number:
        number = head[number]
    return number


def _make_slot(
    story_id: str,
    claims: Sequence[Claim],
    facts: Sequence[Fact],
    certainty: float,
    provenance: Provenance,
) -> Slot:
    kept = [claim for fact in facts for claim in trim_articles(claims[i] for i in fact.members)]
    kind = kept[0].mention.kind
    return Slot(story_id, kind, describe(kept), tuple(kept), certainty, provenance)


def describe(claims: Sequence[Claim]) -> str:
    """The question in words, as the claims' own sentences put it."""
    owner = next((claim.key.entity for claim in claims if claim.key.entity), "")
    if owner and getattr(claims[0].mention.value, "measure", "") == "age":
        return f"age of {owner}"
    return choose_question([claim.key.question for claim in claims]) or claims[0].mention.kind.value
