"""What speaks for one of the values of a conflict, and when nothing does.

Nobody is told who is right: a majority can be wrong. The suggestion is the value for which most
speaks, with every reason in words; where the reasons are even, both values have to be named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache

from discrepancy import lexicon
from discrepancy.instants import in_utc
from discrepancy.lexicon.names import find_organisation, find_place, is_given_name
from discrepancy.model import Claim, Date, Descent, Figure, Likely, Name, Slot
from discrepancy.timeline import evolves
from discrepancy.votes import Votes, count_votes, trace_ancestors

_DETERMINED = frozenset(
    (
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "one",
        "two",
        "three",
        "police",
        "he",
        "she",
        "they",
    )
)
"""Words before which no article stands."""

NAME_BOTH = "disputed: name both"
"""Advice where the reasons are even."""

CHECK = "unclear: check"
"""Advice where one article contradicts itself and the reasons are even."""

WEAK, FAIR, STRONG = 1, 2, 3
"""What a reason weighs: a hint, a good reason, one that leaves little room."""

_Side = Sequence[int]
_Reason = tuple[int, str]


def suggest_value(
    slot: Slot,
    sides: Sequence[_Side],
    values: Sequence[str],
    votes: Mapping[str, Votes],
    descents: Sequence[Descent] = (),
) -> Likely:
    """The value for which most speaks.

    Args:
        slot: The question with its claims.
        sides: Indexes of the claims that agree, one sequence for each value.
        values: Normalised value of every claim.
        votes: What each article's word counts for.
        descents: Which articles were made from which.
    """
    told = [list(_reasons(slot, number, sides, votes, descents)) for number in range(len(sides))]
    points = [sum(weight for weight, _ in reasons) for reasons in told]
    order = sorted(range(len(sides)), key=lambda number: -points[number])
    best = order[0]
    if len(sides) < 2 or points[best] <= 0 or points[best] == points[order[1]]:
        advice = NAME_BOTH if slot.provenance.internal is None else CHECK
        return Likely("", advice, tuple(_balance(slot, sides, told)))
    lead = _lead(sides[best], values)
    text, value = slot.claims[lead].mention.text, values[lead]
    if slot.provenance.implied and lead not in slot.provenance.odd:
        text = value = slot.provenance.implied
    reasons = sorted((r for r in told[best] if r[0] > 0), key=lambda reason: -reason[0])
    return Likely(value, text, tuple(reason for _, reason in reasons))


def _lead(side: _Side, values: Sequence[str]) -> int:
    """The claim that prints the side's value as most of it does; the side's first among equals."""
    count = Counter(values[i] for i in side)
    return max(side, key=lambda i: count[values[i]])


def name_both(slot: Slot, sides: Sequence[_Side]) -> Likely:
    """For rival statements: each with its speaker."""
    return Likely("", NAME_BOTH, tuple(_balance(slot, sides, [])))


def _balance(slot: Slot, sides: Sequence[_Side], told: Sequence[Sequence[_Reason]]) -> Iterator[str]:
    """Why nothing decides: what stands on each side."""
    for number, side in enumerate(sides):
        claim = slot.claims[side[0]]
        speaker = next((slot.claims[i].key.speaker for i in side if slot.claims[i].key.speaker), "")
        sources = sorted({slot.claims[i].mention.source for i in side})
        said = f"“{claim.mention.text}” in {', '.join(sources)}"
        if speaker:
            said += f", put to {_the(speaker)}"
        extra = [reason for weight, reason in (told[number] if told else ()) if weight > 0]
        yield "; ".join([said, *extra])


def _reasons(
    slot: Slot,
    number: int,
    sides: Sequence[_Side],
    votes: Mapping[str, Votes],
    descents: Sequence[Descent],
) -> Iterator[_Reason]:
    """What speaks for one side against the others."""
    mine = [slot.claims[i] for i in sides[number]]
    others = [slot.claims[i] for side in (*sides[:number], *sides[number + 1 :]) for i in side]
    if slot.provenance.internal is None:
        yield from _majority(slot, number, sides, votes)
        yield from _copied(mine, others, descents)
    support = [(s.weight, s.reason) for s in slot.provenance.support if s.claim in sides[number]]
    yield from dict.fromkeys(support)
    yield from _weekday(mine, others)
    yield from _official(mine, others)
    yield from _latest(mine, others)
    yield from _spelling(mine, others)


def _majority(
    slot: Slot, number: int, sides: Sequence[_Side], votes: Mapping[str, Votes]
) -> Iterator[_Reason]:
    """Origins, not pages: who copies knows no better."""
    counted = [count_votes({slot.claims[i].mention.article_id for i in side}, votes) for side in sides]
    mine, rest = counted[number], [votes for k, votes in enumerate(counted) if k != number]
    most = max((votes.origins for votes in rest), default=Fraction())
    if mine.origins > most:
        total = round(float(sum(votes.origins for votes in counted)))
        weight = FAIR if mine.origins >= 2 * most or mine.origins - most >= 2 else WEAK
        yield weight, f"{round(float(mine.origins))} of {total} independent reports say so"
    elif rest and mine > max(rest):
        yield WEAK, "the independent reports are even, and who rewrote one left this as it was"


def _copied(mine: Sequence[Claim], others: Sequence[Claim], descents: Sequence[Descent]) -> Iterator[_Reason]:
    """The other value only stands in what was made from a report that says otherwise."""
    ancestors = trace_ancestors(descents)
    here = {claim.mention.article_id for claim in mine}
    there = {claim.mention.article_id: claim.mention.source for claim in others}
    if there and all(here & set(ancestors.get(article, ())) for article in there):
        names = ", ".join(sorted(set(there.values())))
        yield FAIR, f"the other value stands only in {names}, made from a report that has this one"


def _weekday(mine: Sequence[Claim], others: Sequence[Claim]) -> Iterator[_Reason]:
    """A day printed with the weekday that it falls on, where the other side has none or a wrong one."""
    fits = [claim for claim in mine if _fits_weekday(claim) is True]
    if not fits or any(_fits_weekday(claim) is True for claim in others):
        return
    wrong = any(_fits_weekday(claim) is False for claim in others)
    said = fits[0].mention.text
    yield (
        (STRONG, f"the weekday fits the day in “{said}”, and does not on the other side")
        if wrong
        else (WEAK, f"the weekday fits the day in “{said}”")
    )


def _fits_weekday(claim: Claim) -> bool | None:
    value = claim.mention.value
    if not isinstance(value, Date) or value.weekday is None or value.start is None or "day" not in value.said:
        return None
    return value.start.weekday() == value.weekday


def _official(mine: Sequence[Claim], others: Sequence[Claim]) -> Iterator[_Reason]:
    """An official speaker on this side alone."""
    speaker = next((claim.key.speaker for claim in mine if _is_official(claim)), "")
    if speaker and not any(_is_official(claim) for claim in others):
        yield WEAK, f"it is put to {_the(speaker)}"


def _the(speaker: str) -> str:
    """The speaker with the article that the extraction leaves out: "union" becomes "the union"."""
    alone = speaker[:1].islower() and speaker.split()[0] not in _DETERMINED
    return f"the {speaker}" if alone else speaker


def _is_official(claim: Claim) -> bool:
    return bool(set(claim.key.speaker.lower().split()) & _official_words())


@cache
def _official_words() -> frozenset[str]:
    return frozenset(lexicon.read_table("explanations")["officials"]["words"])


def _latest(mine: Sequence[Claim], others: Sequence[Claim]) -> Iterator[_Reason]:
    """The most recent report of what moves on while a story runs."""
    claims = (*mine, *others)
    if not all(isinstance(claim.mention.value, Figure) and evolves(claim.key.measure) for claim in claims):
        return
    here = [in_utc(c.moment) for c in mine if c.moment]
    there = [in_utc(c.moment) for c in others if c.moment]
    if here and len(there) == len(others) and max(here) > max(there):
        yield WEAK, "the most recent report says so"


def _spelling(mine: Sequence[Claim], others: Sequence[Claim]) -> Iterator[_Reason]:
    """A spelling that the gazetteer or the lists of names know, where they do not know the other."""
    if not all(isinstance(claim.mention.value, Name) for claim in (*mine, *others)) or not others:
        return
    here, there = _form(mine[0]), _form(others[0])
    if (find_place(here) or find_organisation(here)) and not (find_place(there) or find_organisation(there)):
        yield FAIR, f"“{here}” is in the gazetteer, “{there}” is not"
        return
    words, rest = here.split(), there.split()
    if len(words) == len(rest):
        known = [a for a, b in zip(words, rest, strict=True) if a != b and _is_only_known(a, b)]
        if known:
            yield WEAK, f"“{known[0]}” is a known spelling of a given name"


def _form(claim: Claim) -> str:
    value = claim.mention.value
    return value.form if isinstance(value, Name) else ""


def _is_only_known(word: str, other: str) -> bool:
    return is_given_name(word) and not is_given_name(other)
