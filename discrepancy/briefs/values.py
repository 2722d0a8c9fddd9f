"""Values of two briefs that answer one question, and cannot both be true.

In a brief a value needs no learned key: a counted noun or a unit, and the words that both share, leave
no second question open. Where a word narrows one of the two values, the question is another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from discrepancy.align.ages import is_new, is_of_another_time
from discrepancy.align.excuses import are_of_two_events
from discrepancy.align.pairs import family
from discrepancy.align.relations import relate
from discrepancy.align.scores import is_of_moment
from discrepancy.briefs.bearers import have_two_objects, is_another_turn, is_done_to_any, is_of_others
from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Brief, Lineup, Word, are_exclusive, are_level, are_of_one_group
from discrepancy.briefs.moods import is_conditional
from discrepancy.briefs.scope import are_apart, are_one_word, make_up_whole, narrows
from discrepancy.lexicon import read_table
from discrepancy.lexicon.nouns import known_nouns, nouns_for_people
from discrepancy.model import Claim, Date, Figure, Kind, Phrase, Relation, Verdict
from discrepancy.vectors import similarity

_SHORT = 3
"""Letters of the longest articles and pronouns."""

_ALIKE = 0.45
"""Cosine from which two counted nouns may be words for one thing."""

_WHOLE = re.compile(r" of ((?:[\w'’-]+ ?){1,5})")

_PART = re.compile(r" of (?:the|its|their|his|her) ")

_SHARE_OF = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|percent|per cent|%|most|some|many|none|all|any)"
    r" of (?:the |its |their )$"
)

_THAN = re.compile(r"\b(?:than|as|like|unlike|beside|opposite) (?:the|a|an|its|their|his|her) $", re.I)
_NAMED = re.compile(r" (?:[A-Z]|[a-z]{4})")
"""What stands before and behind a measure that only describes another thing."""

_COUNTED = frozenset({"count", "ordinal"})

_PAST = frozenset({"VBD", "VBN"})
_PRESENT = frozenset({"VBZ", "VBP"})
_OPEN = frozenset({"would", "could", "might", "may", "should", "if"})
"""Words that leave open whether it will be so; "can" only says what something is good for."""
_LIMITS = frozenset({"can", "limit", "maximum", "capacity", "ceiling", "able", "minimum"})


def find_clashes(lineup: Lineup) -> Iterator[tuple[Claim, Claim, Relation]]:
    """Pairs of values, one of each brief, that answer one question and exclude each other."""
    ours, theirs = (
        [claim for claim in lineup.claims(brief) if _is_asked(claim)] for brief in (lineup.left, lineup.right)
    )
    for left in ours:
        for right in theirs:
            if not _are_of_one_family(left, right) or not _are_alike(left, right):
                continue
            relation = relate(left, right, 0.0)
            if relation.verdict is not Verdict.CONFLICT or are_two_figures(lineup, left, right):
                continue
            if _is_one_question(lineup, left, right, ours, theirs):
                yield left, right, relation


def are_two_figures(lineup: Lineup, left: Claim, right: Claim) -> bool:
    """Whether two figures that differ can both be right: of two measures, two parts of a whole, two days."""
    a, b = left.mention.value, right.mention.value
    if not (isinstance(a, Figure) and isinstance(b, Figure)):
        return False
    if _is_compared(left) or _is_compared(right):
        return True
    if make_up_whole(lineup, a, b) or (lineup.later and _may_move(lineup, a, b)):
        return True
    return narrows(lineup, lineup.left.within(left), lineup.right.within(right))


def _is_compared(claim: Claim) -> bool:
    """Whether a measure is of what something is only compared with: "taller than the 210-metre mast"."""
    start, end = (at - claim.context_start for at in (claim.mention.start, claim.mention.end))
    behind = _NAMED.match(claim.context, end) is not None
    return behind and _THAN.search(claim.context[:start]) is not None


def _may_move(lineup: Lineup, left: Figure, right: Figure) -> bool:
    """Whether time may have made the later figure of the earlier one; what is over does not shrink."""
    if isinstance(left.number, tuple) or isinstance(right.number, tuple):
        return False
    words = [{w.text for w in brief.words} for brief in (lineup.left, lineup.right)]
    table = read_table("briefs")["counting"]
    if all(side & set(table["final"]) for side in words):
        return False
    if words[lineup.later > 0] & set(table["revised"]):
        return True
    grown = right.number > left.number if lineup.later > 0 else left.number > right.number
    return grown or not all(
        any(token.tag in _PAST and token.dep in {"ROOT", "auxpass"} for token in brief.words[0].tree.tokens)
        for brief in (lineup.left, lineup.right)
    )


def _are_of_one_family(left: Claim, right: Claim) -> bool:
    """Whether two values may answer one question; bare points are points of percent beside a share."""
    units = {getattr(claim.mention.value, "unit", "") for claim in (left, right)}
    return family(left) == family(right) or units == {"point", "percent"}


def find_status(lineup: Lineup) -> Contrast | None:
    """What became of one thing, told in two ways that exclude each other: "freed on bail", "remanded"."""
    return next(_clashing_statuses(lineup, inner=False), None)


def find_inner_status(lineup: Lineup) -> Contrast | None:
    """The same where the words for it hold what it is told of: "found the banker guilty"."""
    return next(_clashing_statuses(lineup, inner=True), None)


def _clashing_statuses(lineup: Lineup, inner: bool) -> Iterator[Contrast]:
    shared = {id(word) for pair in lineup.twins if pair[0].lemma == pair[1].lemma for word in pair}
    ours, theirs = (
        [
            c
            for c in lineup.claims(brief)
            if c.mention.kind is Kind.STATUS and isinstance(c.mention.value, Phrase)
        ]
        for brief in (lineup.left, lineup.right)
    )
    for left in ours:
        for right in theirs:
            same = left.key.modality == right.key.modality
            if same and relate(left, right, 0.0).verdict is Verdict.CONFLICT:
                sides = lineup.left.within(left), lineup.right.within(right)
                if not _are_main(sides[0], sides[1]):
                    continue
                aside = {id(word) for side in sides for word in side}
                if (
                    differ_in_day(lineup)
                    or are_apart(lineup, aside)
                    or is_another_turn(lineup)
                    or _are_answers(lineup, *sides)
                    or is_of_others(lineup)
                ):
                    continue
                told = [word for side in sides for word in side]
                if have_two_objects(lineup, told) or any(map(is_done_to_any, told)):
                    continue
                own = [[word for word in side if not inner or id(word) not in shared] for side in sides]
                if lineup.are_of_one_thing(own[0], own[1]) and values_agree(lineup) is not False:
                    yield Contrast("opposite status", *sides, moves_on=True)


def _are_answers(lineup: Lineup, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether one thing is denied and another admitted."""
    return lineup.tells_of_others and any(are_of_one_group(pair, "answer") for pair in product(left, right))


def _are_main(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether two statuses are what their sentences are about, not told beside it: "opened in 1911"."""
    return any(are_level(a, b) for a in left for b in right)


def _is_asked(claim: Claim) -> bool:
    value = claim.mention.value
    if not claim.mention.zone.is_reporting:
        return False
    if isinstance(value, Date):
        return not value.timex.endswith("_REF") and value.type != "SET"
    if is_whole(claim):
        return False
    if getattr(value, "measure", "") == "age" and (is_new(claim) or is_of_another_time(claim)):
        return False
    return isinstance(value, Figure)


def is_whole(claim: Claim) -> bool:
    """Whether a count is what a share is taken of: "a quarter of the 80 workers"."""
    return _SHARE_OF.search(claim.context[: claim.mention.start - claim.context_start]) is not None


def _are_alike(left: Claim, right: Claim) -> bool:
    """Whether two values are of one sort: dates, amounts in one measure, counts of one noun."""
    a, b = left.mention.value, right.mention.value
    if (
        isinstance(a, Figure)
        and isinstance(b, Figure)
        and (a.change.endswith("by") != b.change.endswith("by"))
    ):
        return False
    if isinstance(a, Date) and isinstance(b, Date):
        verbs = left.key.predicate, right.key.predicate
        return not all(verbs) or verbs[0] == verbs[1] or _are_akin(*verbs)
    if "share" in (family(left), family(right)) and not _are_of_one_whole(left, right):
        return False
    if isinstance(a, Figure) and isinstance(b, Figure) and {a.measure, b.measure} <= _COUNTED:
        heads = [_head(claim, value) for claim, value in ((left, a), (right, b))]
        if _is_person(heads[0]) is not _is_person(heads[1]) and None not in map(_is_person, heads):
            return False
        return heads[0] == heads[1] or not all(heads) or similarity(*heads) >= _ALIKE
    return True


def _is_person(noun: str) -> bool | None:
    """Whether a noun is for people; None where the table does not say."""
    return True if noun in nouns_for_people() else False if noun in known_nouns() else None


def _are_of_one_whole(left: Claim, right: Claim) -> bool:
    """Whether two shares are of one thing, as far as both say of what: "of flights", "of trains"."""
    wholes = [_WHOLE.match(c.context, c.mention.end - c.context_start) for c in (left, right)]
    if not (wholes[0] and wholes[1]):
        return True
    ours, theirs = (
        [word for word in whole[1].lower().split() if len(word) > _SHORT] for whole in wholes if whole
    )
    return any(are_one_word(one, other) for one in ours for other in theirs)


def _are_akin(left: str, right: str) -> bool:
    return are_exclusive([left], [right]) is None and similarity(left, right) >= _ALIKE


def _head(claim: Claim, value: Figure) -> str:
    """The last word of what is counted: "civilian death"."""
    words = value.unit.split() or claim.key.head.split()
    return words[-1] if words else ""


def _is_one_question(
    lineup: Lineup, left: Claim, right: Claim, ours: Sequence[Claim], theirs: Sequence[Claim]
) -> bool:
    moods = [
        _mood_of(brief, claim, other)
        for brief, claim, other in ((lineup.left, left, lineup.right), (lineup.right, right, lineup.left))
    ]
    if moods[0] != moods[1] and "planned" not in moods:
        return False
    if left.mention.kind is Kind.DATE and moods[0] != moods[1]:
        # What has happened on one day and is planned for another is told apart by the verbs.
        return False
    if left.key.entity and right.key.entity and left.key.entity != right.key.entity:
        return False
    if is_of_moment(left) != is_of_moment(right):
        return False
    if left.mention.kind is Kind.DATE and are_of_two_events((*ours, *theirs), left, right):
        return False
    if not _stand_alike(left, right, ours, theirs):
        return False
    aside = lineup.left.within(left), lineup.right.within(right)
    if _are_of_two_wholes(lineup, left, right) or _are_other_parts(left, right):
        return False
    return lineup.are_of_one_thing(*aside, least=1 if _is_bare(lineup) else 2) and not narrows(lineup, *aside)


def _mood_of(brief: Brief, claim: Claim, other: Brief) -> str:
    """How a value is meant: "opens on Monday" is a plan as much as "will open".

    Nor is "can carry" a condition where the other brief gives a limit too.
    """
    root = next((token for token in brief.words[0].tree.tokens if token.dep == "ROOT"), None)
    if claim.key.modality == "conditional" and not is_conditional(brief):
        limited = any(word.lemma in _LIMITS for word in other.words)
        unsure = any(word.text in _OPEN for word in brief.words)
        return "asserted" if limited and not unsure else "conditional"
    if claim.mention.kind is Kind.DATE and root is not None and root.tag in _PRESENT and _lies_ahead(claim):
        return "planned"
    return claim.key.modality


def _lies_ahead(claim: Claim) -> bool:
    """Whether nothing says that a date was past when the report came out."""
    value = claim.mention.value
    if claim.published is None or not isinstance(value, Date) or value.start is None:
        return True
    return value.start.date() >= claim.published.date()


def _are_other_parts(left: Claim, right: Claim) -> bool:
    """Whether one of two counts is a part of those of whom something else is told: "four of the judges"."""
    if not any(_PART.match(c.context, c.mention.end - c.context_start) for c in (left, right)):
        return False
    one, other = left.key.predicate, right.key.predicate
    return one != other and not (one and other and _are_akin(one, other))


def _are_of_two_wholes(lineup: Lineup, left: Claim, right: Claim) -> bool:
    """Whether nothing but the counted noun is shared, and each brief has nouns of its own beside it."""
    values = left.mention.value, right.mention.value
    if not all(isinstance(value, Figure) and value.measure == "count" and value.unit for value in values):
        return False
    heads = {
        _head(claim, value)
        for claim, value in zip((left, right), values, strict=True)
        if isinstance(value, Figure)
    }
    heads |= {"people"} if "person" in heads else set()
    subjects = {brief.subject.lemma for brief in (lineup.left, lineup.right) if brief.subject}
    one, other = left.key.predicate, right.key.predicate
    other_deed = one and other and not subjects & heads
    if other_deed and (are_exclusive([one], [other]) or (len(subjects) > 1 and not _are_akin(one, other))):
        # "The stadium holds 30,000 people", "the match drew 21,000 people"; "hired 40", "laid off 20"
        return True
    beside = [a for a, _ in lineup.twins if a.lemma not in heads]
    return not beside and all(any(w.token.pos == "NOUN" for w in side) for side in lineup.lone)


def values_agree(lineup: Lineup) -> bool | None:
    """Whether the briefs have a quantity in common; None where either has none."""
    sides = [
        [c for c in lineup.claims(brief) if isinstance(c.mention.value, Figure)]
        for brief in (lineup.left, lineup.right)
    ]
    shared = {family(claim) for claim in sides[0]} & {family(claim) for claim in sides[1]}
    few, many = sorted(([c for c in side if family(c) in shared] for side in sides), key=len)
    if not few:
        return None
    return all(
        any(family(a) == family(b) and relate(a, b, 0.0).verdict is Verdict.AGREE for b in many) for a in few
    )


def differ_twice(lineup: Lineup) -> bool:
    """Whether the briefs differ in what they count and in where or when: hardly by two mistakes."""
    return values_agree(lineup) is False and any(_differ_in(lineup, kind) for kind in (Kind.DATE, Kind.PLACE))


def differ_in_day_and_place(lineup: Lineup) -> bool:
    """Whether the briefs tell of another place on another day."""
    return _differ_in(lineup, Kind.DATE) and _differ_in(lineup, Kind.PLACE)


def differ_in_day(lineup: Lineup) -> bool:
    """Whether the briefs tell of two days."""
    return _differ_in(lineup, Kind.DATE)


def _differ_in(lineup: Lineup, kind: Kind) -> bool:
    sides = [
        [claim for claim in lineup.claims(brief) if claim.mention.kind is kind]
        for brief in (lineup.left, lineup.right)
    ]
    return all(sides) and not any(_may_be_one(a, b) for a in sides[0] for b in sides[1])


def _may_be_one(left: Claim, right: Claim) -> bool:
    """Whether two dates or places may be one; times of day that are told in other words are two."""
    one, other = left.mention.value, right.mention.value
    if isinstance(one, Date) and isinstance(other, Date):
        if {one.type, other.type} == {"TIME"}:
            return one.timex == other.timex
        if (one.said == other.said == {"weekday"} and one.start is None) or {one.type, other.type} == {"SET"}:
            return one.timex == other.timex
    return relate(left, right, 0.0).verdict is not Verdict.CONFLICT


def _is_bare(lineup: Lineup) -> bool:
    """Whether the briefs are so short that one word in common besides the value is most of them."""
    return min(len(brief.words) for brief in (lineup.left, lineup.right)) <= 6


def _stand_alike(left: Claim, right: Claim, ours: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
    """Whether the two are the only values of their sort, or stand in the same place among several."""
    mine = [c for c in ours if _are_of_one_family(c, right) and _are_alike(c, right)]
    yours = [c for c in theirs if _are_of_one_family(left, c) and _are_alike(left, c)]
    if len(mine) == len(yours) == 1:
        return True
    if any(relate(left, c, 0.0).verdict is not Verdict.CONFLICT for c in yours):
        return False
    if any(relate(right, c, 0.0).verdict is not Verdict.CONFLICT for c in mine):
        return False
    return len(mine) == len(yours) and mine.index(left) == yours.index(right)
