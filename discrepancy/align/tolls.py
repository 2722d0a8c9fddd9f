"""Tolls: how many one event killed or injured, or were aboard, where reports agree and a single one does not.

Of one event there is one toll, however it is worded, so that it needs no likeness of words. It is believed
only where the words count people and nothing else: no sort of people, no degree of harm, no other time.
Whether the one report is merely earlier or later is for the judge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cache

from discrepancy import lexicon
from discrepancy.align.answers import trim_values
from discrepancy.align.lines import figure_of, is_countable, number_of
from discrepancy.align.outvoted import QUORUM, within_term
from discrepancy.align.quantities import is_room
from discrepancy.align.tallies import align_tallies
from discrepancy.model import Claim, Provenance, Slot
from discrepancy.question import choose_question

_CERTAINTY = 0.8
_TERM = timedelta(days=3)
_APART = frozenset({"comparison:more", "comparison:other"})
"""Narrowings that a toll bears: three dead and 19 more, or 19 others, hurt."""

_AGGREGATE = "aggregate:"
"""How the narrowing begins that "at least" is read for."""

_OTHERS = "other"
_OWN = ("killed", "injured")
"""Tolls whose words the exchange of two counts knows as well."""
_PART_BEHIND = re.compile(
    r"[,;(–—-]\s*(?:including|among them|[\w-]+ of (?:them|whom|these|those))\b.*$", re.S
)
"""What is told of some of those just counted: ", six of them gravely"."""
_NEAR, _FAR = 35, 60
"""Characters before and behind a count in which those present are looked for."""


def align_tolls(story_id: str, claims: Sequence[Claim]) -> tuple[tuple[Slot, ...], list[Claim]]:
    """Slots of tolls that a single article has otherwise than all others, and the claims in none of them."""
    slots = []
    taken: set[int] = set()
    for measure in (*lexicon.read_table("measures")["tolls"], *_present()):
        told: dict[str, list[Claim]] = {}
        for claim in claims:
            if _is_present(claim, measure) if measure in _present() else _is_toll(claim, measure):
                told.setdefault(claim.mention.article_id, []).append(claim)
        answers = _outvoted(told, claims)
        if answers:
            label = choose_question([claim.key.question for claim in answers]) or f"people {measure}"
            shown = trim_values(answers)
            kind = answers[0].mention.kind
            slots.append(Slot(story_id, kind, label, shown, _CERTAINTY, Provenance("toll")))
            # "At least 12 hurt" answers the same, and would else be held against what is left.
            taken |= {id(c) for c in answers} | {
                id(c) for c in claims if measure not in _present() and _bounds(c, measure)
            }
    rest = [claim for claim in claims if id(claim) not in taken]
    for slot in align_tallies(story_id, rest):
        slots.append(slot)
        taken |= {id(claim) for claim in slot.claims}
    return tuple(slots), [claim for claim in rest if id(claim) not in taken]


def _outvoted(told: Mapping[str, Sequence[Claim]], claims: Sequence[Claim]) -> list[Claim]:
    """All answers, where every article has one and a single one has another than the rest."""
    sides: dict[object, set[str]] = {}
    for article, own in told.items():
        for number in {number_of(claim) for claim in own}:
            sides.setdefault(number, set()).add(article)
    if len(sides) != 2:
        return []
    (right, most), (wrong, least) = sorted(sides.items(), key=lambda side: -len(side[1]))
    if len(most) < QUORUM or len(least) != 1 or most & least:
        return []
    # Who has the other's number elsewhere may count something else.
    for claim in claims:
        if is_countable(claim) and not is_room(claim):
            unlike = wrong if claim.mention.article_id in most else right
            if claim.mention.article_id in most | least and number_of(claim) == unlike:
                return []
    answers = [claim for own in told.values() for claim in own]
    lone = [claim for claim in answers if claim.mention.article_id in least]
    # Who says the same as the others days later only shows that nothing has changed.
    near = {c.mention.article_id for c in answers if all(within_term(c, claim, _TERM) for claim in lone)}
    return answers if near & most else []


def _is_toll(claim: Claim, measure: str) -> bool:
    if not _counts(claim, measure) or figure_of(claim).modifier != "=":
        return False
    key = claim.key
    day = claim.published.date() if claim.published else None
    return (
        key.modality == "asserted"
        and key.groups <= _APART
        and all(day is None or abs((day - end).days) <= _TERM.days for _, end in key.periods)
        and not _narrowing().search(_own_words(claim))
    )


def _counts(claim: Claim, measure: str) -> bool:
    """Whether it is people whom the words of ``measure`` count, and nothing else."""
    if not is_countable(claim) or figure_of(claim).measure != "count":
        return False
    words = _words(measure)
    unit = figure_of(claim).unit.split()[-1:] or [claim.key.head]
    counted = words | _people() | {_OTHERS}
    return not {claim.key.predicate, *unit}.isdisjoint(words) and set(unit) <= counted


def _bounds(claim: Claim, measure: str) -> bool:
    """Whether it gives a bound for such a toll."""
    apart = {group for group in claim.key.groups if not group.startswith(_AGGREGATE)}
    return _counts(claim, measure) and figure_of(claim).modifier != "=" and apart <= _APART


def _own_words(claim: Claim) -> str:
    """The sentence without what it tells behind the count of some of those counted."""
    end = claim.mention.end - claim.context_start
    return claim.context[:end] + _PART_BEHIND.sub("", claim.context[end:])


def _is_present(claim: Claim, measure: str) -> bool:
    """Whether all who were somewhere when it happened are counted: "11 people on board", "48 men on duty"."""
    if not is_countable(claim) or figure_of(claim).measure != "count" or figure_of(claim).modifier != "=":
        return False
    unit = figure_of(claim).unit.split()[-1:] or [claim.key.head]
    start, end = (at - claim.context_start for at in (claim.mention.start, claim.mention.end))
    before, after = claim.context[max(0, start - _NEAR) : start], claim.context[end : end + _FAR]
    here = _present()[measure]
    stands = here["before"].search(before) or here["after"].match(after)
    counted = set(unit) <= _people() or here["nouns"].fullmatch(unit[0]) is not None
    unreal = claim.key.modality != "asserted" or here["apart"].search(before) or here["apart"].search(after)
    return counted and stands is not None and not unreal


@cache
def _present() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    """For each way of being there the patterns that tell of it, and those that tell of something else."""
    table = lexicon.read_table("breakdowns")["present"]
    ends = {"before": r"\b(?:{})\s$", "after": r"\s(?:{})\b", "apart": r"\b(?:{})\b", "nouns": "(?:{})"}
    return {
        measure: {
            name: re.compile(ends[name].format("|".join(words)), re.IGNORECASE)
            for name, words in entry.items()
        }
        for measure, entry in table.items()
    }


@cache
def _words(measure: str) -> frozenset[str]:
    table = lexicon.read_table("measures")
    own = table["exchange_words"][measure] if measure in _OWN else ()
    return frozenset({*own, *table["tolls"][measure]})


@cache
def _people() -> frozenset[str]:
    return frozenset(lexicon.read_table("breakdowns")["words"]["cover"])


@cache
def _narrowing() -> re.Pattern[str]:
    words = lexicon.read_table("measures")["narrowing"]["words"]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
