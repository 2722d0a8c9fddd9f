"""What the words right around a quantity say that it is a quantity of, where its unit does not tell.

"The first fall in 17 months" and "up 6% over 12 months", "11 people aboard" and "it can carry 13", a fall of
2% and minus 2%: such numbers differ and are both right.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from discrepancy.align.answers import text_before
from discrepancy.lexicon import read_table
from discrepancy.model import Claim, Figure, Kind, Value

_HEDGE = r"(?:about |around |nearly |almost |over |more than |some |at least |the (?:last|past) |the )*"
_SINCE_LAST = re.compile(
    rf"\b(?:first|only|\w{{3,}}est|worst|best|most|least)\b[^.;:]{{0,60}}\b(?:in|for|since) {_HEDGE}$", re.I
)
_WINDOW = re.compile(
    r"(?:\b(?:over|within|during|in|for) the (?:last|past|previous|preceding|following|next) "
    r"|\b(?:within|during) (?:the )?|\bin (?:just |only )?)$",
    re.I,
)
_OPENED = re.compile(r"(?:^|[.!?/;,:—–\n][\s\"“]*)$")
_OVER = re.compile(r"over\s", re.I)
_ROOM = re.compile(
    r"(?:\b(?:can|could|may|able to|allowed to|licen[sc]ed to|designed to|built to|certified to|meant to)"
    r" (?:carry|hold|seat|take|accommodate|transport|sleep)"
    r"|\bcapacity (?:of|for)|\b(?:room|space|seats|beds) for|\bseats|\bseating)"
    r"(?: (?:up to|about|around|some|only|at most))? $",
    re.I,
)
_SEATS = re.compile(r"[- ]seater\b|-(?:seat|berth|bed)\b", re.I)
_ABOARD = frozenset({"", "person", "people", "soul", "occupant"})
_CREW = 15
"""Crew of a plane or a ship; a large one has one for two passengers."""
_NEAR_WORDS, _NEXT_WORDS = 5, 3
"""Words before and behind a number among which one says that something falls by it."""


def span_of(claim: Claim) -> str:
    """Of what a length of time is: ``since`` the last such thing, a ``window`` of change, "" for all else."""
    value = claim.mention.value
    if not isinstance(value, Figure) or value.measure != "duration":
        return ""
    before = text_before(claim)
    if _SINCE_LAST.search(before):
        return "since"
    opens = _OVER.match(claim.mention.text) and _OPENED.search(before)
    return "window" if opens or _WINDOW.search(before) else ""


def is_room(claim: Claim) -> bool:
    """Whether a count is of those whom something has room for."""
    if claim.mention.kind is not Kind.NUMBER:
        return False
    end = claim.mention.end - claim.context_start
    return bool(_ROOM.search(text_before(claim)) or _SEATS.match(claim.context, end))


def are_passengers_of(few: Value, many: Value) -> bool:
    """Whether of two counts the smaller one is of passengers alone, the other of people."""
    if not isinstance(few, Figure) or not isinstance(many, Figure) or few.unit != "passenger":
        return False
    if isinstance(few.number, tuple) or isinstance(many.number, tuple) or many.unit not in _ABOARD:
        return False
    return 0 < many.number - few.number <= max(Decimal(_CREW), few.number / 2)


def falls(claim: Claim) -> bool:
    """Whether a number above nought is told as a fall: "a drop of 2%", "will shrink by 2%"."""
    value = claim.mention.value
    if not isinstance(value, Figure) or isinstance(value.number, tuple) or value.number <= 0:
        return False
    end = claim.mention.end - claim.context_start
    before = re.findall(r"[a-z]+", text_before(claim).lower())[-_NEAR_WORDS:]
    behind = re.findall(r"[a-z]+", claim.context[end:].lower())[:_NEXT_WORDS]
    if before[-1:] == ["to"]:
        return False  # what fell to 5 degrees stands at 5, not at -5
    down_after = frozenset(read_table("changes")["down_after"])
    return bool({claim.key.predicate, *before} & _falling() or down_after & set(behind))


@cache
def _falling() -> frozenset[str]:
    return frozenset([*read_table("changes")["down"], "loss", "losses"])
