"""Slots to findings: innocent explanations first, then the odd one out and what it costs.

A slot whose values clash is a conflict only when nothing innocent explains them: a count that
has grown since (update), two named speakers who each stand by their own (disputed), a coarser or
rounded value (compatible), another legitimate spelling (variant).
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import timedelta

from discrepancy.compare import compare_values
from discrepancy.compare.chance import TELLING, surprise
from discrepancy.config import CompareConfig
from discrepancy.innocent import rule_out
from discrepancy.instants import in_utc
from discrepancy.likely import name_both, suggest_value
from discrepancy.model import (
    Claim,
    Comparison,
    Date,
    Descent,
    Figure,
    Finding,
    Kind,
    Likely,
    Name,
    Relation,
    Severity,
    Slot,
    Value,
    Verdict,
)
from discrepancy.overlaps import drop_overlaps
from discrepancy.severity import weigh_conflict
from discrepancy.standing import settle_even
from discrepancy.timeline import explain_by_time
from discrepancy.trust import temper
from discrepancy.voices import speak_for_themselves
from discrepancy.votes import Votes, count_votes, find_copies, share_votes

EXCHANGED = "first name and surname exchanged"
"""The slip that is a legitimate variant unless most articles print the other order."""

_MATRIX = 24
"""Most articles whose values are compared pair by pair in a finding; beyond, a table helps nobody."""

_ORDER = (
    Verdict.CONFLICT,
    Verdict.DISPUTED,
    Verdict.UPDATE,
    Verdict.VARIANT,
    Verdict.COMPATIBLE,
    Verdict.AGREE,
)

_TIMELESS = frozenset({"same number, another unit", "same number, another currency"})
"""Slips that no later state of affairs brings about."""

_RARE = 1.0
"""Odds against chance, in ban, from which one number in two units is a slip, whoever speaks: not "two"."""

_WHO_SAID_IT = Relation(Verdict.CONFLICT, "the same words are put into two people's mouths")


@dataclass(slots=True)
class _Class:
    """Claims of one slot that agree, by index, and one of them for each distinct value."""

    members: list[int]
    distinct: list[int]

    def articles(self, claims: Sequence[Claim]) -> set[str]:
        return {claims[i].mention.article_id for i in self.members}

    def votes(self, claims: Sequence[Claim], votes: Mapping[str, Votes]) -> Votes:
        return count_votes(self.articles(claims), votes)


def judge_slots(
    slots: Sequence[Slot], config: CompareConfig, descents: Sequence[Descent] = ()
) -> tuple[Finding, ...]:
    """Judge every slot; slots that are too uncertain to be called a conflict are left out.

    Args:
        slots: What to judge.
        config: The certainty below which nothing is called a conflict.
        descents: Which articles were made from which; pages of one origin have one vote.

    Returns:
        Findings, conflicts first, the surest first among equals.
    """
    findings = _tell_apart([judge_slot(slot, descents) for slot in slots])
    sure = [f for f in findings if f.verdict is not Verdict.CONFLICT or f.confidence >= config.certainty]
    kept = [temper(finding) for finding in settle_even(drop_overlaps(sure))]
    return tuple(sorted(kept, key=lambda f: (_ORDER.index(f.verdict), -f.confidence, f.slot.label, f.id)))


def _tell_apart(findings: Sequence[Finding]) -> list[Finding]:
    """The findings with identifiers made unique: the same values may answer two questions."""
    count = Counter(finding.id for finding in findings)
    seen: Counter[str] = Counter()
    out = []
    for finding in findings:
        if count[finding.id] > 1:
            text = f"{finding.id}\n{finding.slot.label}"
            seen[text] += 1
            finding = replace(finding, id=_digest(f"{text}\n{seen[text]}"))
        out.append(finding)
    return out


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def judge_slot(slot: Slot, descents: Sequence[Descent] = ()) -> Finding:
    """The verdict on one slot, with its reason."""
    if slot.provenance.internal is not None:
        return _judge_internal(slot, slot.provenance.internal)
    claims = slot.claims
    answering = {claim.mention.article_id for claim in claims}
    votes = share_votes(answering, descents)
    classes = _classify(slot, votes)
    verdict, reason = _decide(slot, classes, find_copies(answering, descents))
    conflict = verdict is Verdict.CONFLICT
    values = _spell_out(slot, classes)
    return Finding(
        id=_identify(slot, values),
        slot=slot,
        verdict=verdict,
        reason=reason,
        values=values,
        odd=_odd(claims, classes, votes) if conflict else frozenset(),
        severity=_weigh(slot, classes) if conflict else Severity.NONE,
        confidence=round(slot.certainty, 3),
        comparisons=_compare_all(slot),
        likely=_suggest(slot, classes, verdict, values, votes, descents),
        ruled_out=_rule_out(slot, classes) if conflict else (),
    )


def _rule_out(slot: Slot, classes: Sequence[_Class]) -> tuple[str, ...]:
    sides = [cls.members for cls in classes]
    return tuple(rule_out(slot.claims, sides, _relate(slot, sides[0][0], sides[1][0])))


def _suggest(
    slot: Slot,
    classes: Sequence[_Class],
    verdict: Verdict,
    values: Sequence[str],
    votes: Mapping[str, Votes],
    descents: Sequence[Descent],
) -> Likely | None:
    """What speaks for one of the values, where they cannot all be true or speakers differ."""
    sides = [cls.members for cls in classes]
    if verdict is Verdict.DISPUTED:
        return name_both(slot, sides)
    return suggest_value(slot, sides, values, votes, descents) if verdict is Verdict.CONFLICT else None


def _judge_internal(slot: Slot, relation: Relation) -> Finding:
    """One article against itself: the alignment has found the clash, and copies of the text share it."""
    odd = slot.provenance.odd
    values = [claim.mention.value.normal for claim in slot.claims]
    others = {value for i, value in enumerate(values) if i not in odd}
    values = [
        f"{value} (“{slot.claims[i].mention.text}”)" if i in odd and value in others else value
        for i, value in enumerate(values)
    ]
    wrong = [claim for i, claim in enumerate(slot.claims) if i in odd or not odd]
    sources = sorted({claim.mention.source for claim in wrong})
    aside = {c.mention.article_id for c in slot.claims} - {c.mention.article_id for c in wrong}
    return Finding(
        id=_identify(slot, values),
        slot=slot,
        verdict=relation.verdict,
        reason=f"{relation.reason}, in {', '.join(sources)}",
        values=tuple(values),
        odd=odd,
        severity=weigh_conflict(slot, relation),
        confidence=round(slot.certainty, 3),
        comparisons=tuple(
            Comparison(i, j, relation.verdict, relation.reason)
            for i in sorted(odd or {0})
            for j, claim in enumerate(slot.claims)
            if j not in odd | {i} and claim.mention.article_id in {slot.claims[i].mention.article_id} | aside
        ),
        likely=suggest_value(slot, _internal_sides(slot, values), values, {}),
    )


def _internal_sides(slot: Slot, values: Sequence[str]) -> list[list[int]]:
    """What stands alone, and the rest; where nothing does, each value by itself."""
    odd = slot.provenance.odd
    groups: dict[str, list[int]] = {}
    for index in range(len(slot.claims)):
        name = ("odd" if index in odd else "rest") if odd else values[index]
        groups.setdefault(name, []).append(index)
    return list(groups.values())


def _relate(slot: Slot, i: int, j: int) -> Relation:
    left, right = slot.claims[i].mention, slot.claims[j].mention
    clash, odd = slot.provenance.clash, slot.provenance.odd
    if clash is not None and (i in odd) != (j in odd):
        return clash
    return compare_values(slot.kind, left.value, right.value)


def _classify(slot: Slot, votes: Mapping[str, Votes]) -> list[_Class]:
    """Classes of agreeing claims, the one with most votes first.

    Exact values found classes; a coarser one joins the class it fits when it fits only one. One
    that fits several takes no side, so it is in none, unless it names the very value of one: "from
    9 June" is told of the 9th.
    """
    order = sorted(range(len(slot.claims)), key=lambda i: (_vagueness(slot.claims[i]), i))
    classes: list[_Class] = []
    # Among a thousand versions few values are distinct; a class is held against one claim of each.
    fitting: dict[Value, list[_Class]] = {}
    for index in order:
        value = slot.claims[index].mention.value
        if value not in fitting:
            fitting[value] = [c for c in classes if not any(_differ(slot, index, i) for i in c.distinct)]
        fits = fitting[value]
        if len(fits) > 1:
            named = [
                c
                for c in fits
                if any(slot.claims[i].mention.value.normal == value.normal for i in c.distinct)
            ]
            fits = named if len(named) == 1 else fits
        if not fits:
            fitting.clear()
            classes.append(_Class([index], [index]))
        elif len(fits) == 1:
            if all(slot.claims[i].mention.value != value for i in fits[0].distinct):
                fits[0].distinct.append(index)
                fitting.clear()
            fits[0].members.append(index)
    if len(classes) == 1:
        return [_Class(list(range(len(slot.claims))), classes[0].distinct)]
    return sorted(classes, key=lambda c: (*(-n for n in c.votes(slot.claims, votes)), min(c.members)))


def _differ(slot: Slot, i: int, j: int) -> bool:
    """Whether two values belong to different classes: they clash, or one has a name's parts exchanged."""
    relation = _relate(slot, i, j)
    return relation.verdict is Verdict.CONFLICT or relation.slip == EXCHANGED


def _vagueness(claim: Claim) -> float:
    """How much room a value leaves: 0 for an exact one, so that exact ones come first."""
    value = claim.mention.value
    if isinstance(value, Date):
        return (value.end - value.start) / timedelta(days=1) if value.start and value.end else math.inf
    if isinstance(value, Figure):
        if value.low is None or value.high is None:
            return math.inf
        return float((value.high - value.low) / (abs(value.high) or 1)) + (value.modifier != "=")
    return -float(len(value.normal.split())) if isinstance(value, Name) else 0.0


def _decide(slot: Slot, classes: Sequence[_Class], copies: Set[str]) -> tuple[Verdict, str]:
    if len(classes) == 1:
        return _explain_agreement(slot)
    if slot.kind is Kind.QUOTE and isinstance(slot.claims[0].mention.value, Name):
        return Verdict.CONFLICT, _explain_conflict(slot, classes, _WHO_SAID_IT)
    first, second = _closest(slot, classes)
    relation = _relate(slot, first, second)
    told = [c.articles(slot.claims) for c in classes]
    if all(articles == told[0] for articles in told):
        return Verdict.COMPATIBLE, "every article that states one also states the other"
    if relation.slip == EXCHANGED and len(classes[0].articles(slot.claims)) < 2:
        # Family names come first in half the world; only against a majority is the order a slip.
        return Verdict.VARIANT, relation.reason
    # Crossed over, both counts would have had to change into each other.
    crossed = slot.provenance.rule == "exchange"
    if crossed or any(articles <= copies and not _came_first(slot, articles) for articles in told):
        return Verdict.CONFLICT, _explain_conflict(slot, classes, relation)
    timeless = _is_timeless(slot, first, second, relation)
    moved = "" if timeless else explain_by_time(slot.claims, [c.members for c in classes])
    if moved:
        return Verdict.UPDATE, f"{relation.reason}; {moved}"
    # Nor do two speakers differ by just a unit: one of the reporters has slipped.
    slipped = relation.slip in _TIMELESS and _rarity(slot, first, second, relation) >= _RARE
    if not slipped and speak_for_themselves([[slot.claims[i] for i in c.members] for c in classes]):
        return Verdict.DISPUTED, f"{relation.reason}; each is attributed to another speaker: name both"
    return Verdict.CONFLICT, _explain_conflict(slot, classes, relation)


def _closest(slot: Slot, classes: Sequence[_Class]) -> tuple[int, int]:
    """A claim of either main class, a slip apart where any are: "5.5 inches" rather than "14 cm" from 55."""
    crossings = ((i, j) for i in classes[0].distinct for j in classes[1].distinct)
    leading = classes[0].members[0], classes[1].members[0]
    return next((pair for pair in (leading, *crossings) if _relate(slot, *pair).slip), leading)


def _is_timeless(slot: Slot, first: int, second: int, relation: Relation) -> bool:
    """Whether no time brings the one value out of the other: miles do not become kilometres.

    Nor does a count move on by just swapping two digits, or by a thousand times, but by rare chance; by
    one digit it well may.
    """
    if relation.slip in _TIMELESS:
        return True
    return not relation.slip.startswith("one digit") and _rarity(slot, first, second, relation) >= TELLING


def _rarity(slot: Slot, first: int, second: int, relation: Relation) -> float:
    left, right = (slot.claims[i].mention.value for i in (first, second))
    return surprise(left, right, relation)


def _came_first(slot: Slot, articles: Set[str]) -> bool:
    """Whether these came out before all others: then their original may have moved on since."""
    here = [claim.moment for claim in slot.claims if claim.mention.article_id in articles]
    there = [claim.moment for claim in slot.claims if claim.mention.article_id not in articles]
    spans = [[in_utc(m) for m in side if m is not None] for side in (here, there)]
    return all(spans) and max(spans[0]) < min(spans[1])


def _explain_agreement(slot: Slot) -> tuple[Verdict, str]:
    """The least agreeing relation within one class decides."""
    few = range(min(len(slot.claims), _MATRIX))
    relations = [_relate(slot, i, j) for i in few for j in few if i < j]
    worst = max(relations, key=lambda r: -_ORDER.index(r.verdict), default=None)
    if worst is None:
        return Verdict.AGREE, "only one place states it"
    return worst.verdict, worst.reason


def _explain_conflict(slot: Slot, classes: Sequence[_Class], relation: Relation) -> str:
    sides = []
    for cls in classes:
        sources = sorted({slot.claims[i].mention.source for i in cls.members})
        sides.append(f"“{slot.claims[cls.members[0]].mention.text}” in {', '.join(sources)}")
    slip = f" ({relation.slip})" if relation.slip and relation.slip not in relation.reason else ""
    return f"{relation.reason}{slip}: {'; '.join(sides)}"


def _odd(claims: Sequence[Claim], classes: Sequence[_Class], votes: Mapping[str, Votes]) -> frozenset[int]:
    """Claims that stand against a majority of origins; none where two sides are even.

    An article that also states the majority's value is not the odd one out.
    """
    if len(classes) < 2 or classes[0].votes(claims, votes) == classes[1].votes(claims, votes):
        return frozenset()
    majority = classes[0].articles(claims)
    return frozenset(
        i for c in classes[1:] for i in c.members if claims[i].mention.article_id not in majority
    )


def _spell_out(slot: Slot, classes: Sequence[_Class]) -> tuple[str, ...]:
    """For each claim its normalised value: equal within agreement, different across a clash."""
    values = [claim.mention.value.normal for claim in slot.claims]
    for cls in classes:
        lead = min(cls.members, key=lambda i: (_vagueness(slot.claims[i]), len(values[i]), values[i]))
        for i in cls.members:
            if i != lead and _relate(slot, lead, i).verdict in {Verdict.AGREE, Verdict.VARIANT}:
                values[i] = values[lead]
    classes_of: dict[str, set[int]] = {}
    for number, cls in enumerate(classes):
        for i in cls.members:
            classes_of.setdefault(values[i], set()).add(number)
    spelled = list(values)
    for cls in classes:
        printed: dict[str, str] = {}
        for i in cls.members:
            if len(classes_of[values[i]]) > 1:
                text = printed.setdefault(values[i], slot.claims[i].mention.text)
                spelled[i] = f"{values[i]} (“{text}”)"
    return tuple(spelled)


def _weigh(slot: Slot, classes: Sequence[_Class]) -> Severity:
    """What it costs that the two main values clash."""
    return weigh_conflict(slot, _relate(slot, classes[0].members[0], classes[1].members[0]))


def _identify(slot: Slot, values: Sequence[str]) -> str:
    """An identifier that depends on the facts alone: kind, and who says what."""
    said = sorted({(c.mention.source, v) for c, v in zip(slot.claims, values, strict=True)})
    text = "\n".join([slot.kind.value, *(f"{source}\t{value}" for source, value in said)])
    return _digest(text)


def _compare_all(slot: Slot) -> tuple[Comparison, ...]:
    """One claim of each article against one of each other."""
    first: dict[str, int] = {}
    for index, claim in enumerate(slot.claims):
        first.setdefault(claim.mention.article_id, index)
    chosen = sorted(first.values())[:_MATRIX]
    out = []
    for position, i in enumerate(chosen):
        for j in chosen[position + 1 :]:
            relation = _relate(slot, i, j)
            out.append(Comparison(i, j, relation.verdict, relation.reason))
    return tuple(out)
