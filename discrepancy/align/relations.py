"""How the values of two claims stand to each other, the words right around them taken in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from discrepancy.align.ages import who_is_aged
from discrepancy.align.anchors import is_counted
from discrepancy.align.answers import text_before
from discrepancy.align.locally import is_local
from discrepancy.align.portions import are_of_one_level, portion_of, town_before
from discrepancy.align.quantities import are_passengers_of, falls, is_room, span_of
from discrepancy.compare import compare_values
from discrepancy.compare.digits import SIGN
from discrepancy.compare.slips import OTHER_CURRENCY
from discrepancy.lexicon import read_table
from discrepancy.model import Claim, Date, Figure, Kind, Relation, Value, Verdict
from discrepancy.timeline import edition_of

_COPIED = 0.8
"""Likeness of two sentences from which one is taken over from the other."""
_LONG = timedelta(days=30)
"""From which on a day is neither of the event reported nor a slip of it across the day of the report."""
_DATED = frozenset({"year", "month"})
"""What a date has to say to mean the same day in every report."""
_DOLLAR = re.compile(r"(A|AU|C|CA|HK|NZ|S|US|NT)\$")
_LASTING = re.compile(r"\bfor (?:about |around |nearly |almost |over |more than |some |up to )?$", re.I)
_ONE_MORE = re.compile(r"\ban? $", re.I)
_BALLOTS = frozenset({"vote", "ballot", "seat"})
_SO_FAR = re.compile(
    r"\b(?:with|after|once)\b[^.;]{0,60}\b(?:votes?|ballots?|precincts?|stations?|districts?|count)\b[^.;]{0,30}"
    r"\b(?:counted|tallied|processed|reporting|declared)\b"
    r"|\b(?:exit|opinion) polls?\b|\bpolls? (?:gave|give|gives|put|puts|had|has|showed|shows)\b"
    r"|\b(?:early|partial|preliminary|provisional|projected) (?:results?|returns?|counts?|tally)\b",
    re.I,
)
_SIGN = re.compile(r"\b([A-Z][a-z]?\$?)\.? ?\d")
_UNIT = re.compile(r"\d ?([A-Za-z]+)$")
_REMAINING = re.compile(r"\bremaining\s$", re.I)
_STILL_WITHOUT = re.compile(r"[^.;,]{0,30}\bstill (?:without|cut off|out of|in the dark)\b", re.I)
_BEFORE = re.compile(r"\s+(?:before|earlier|ago|prior|previously)\b", re.I)
_AFTER = re.compile(r"\s+(?:after|later|afterwards|since|into)\b", re.I)


@dataclass(frozen=True, slots=True)
class Told:
    """All that a claim's relation to others depends on; copies of one sentence have it in common.

    Attributes:
        kind: Of the value.
        text: The value as printed.
        value: The value.
        predicate: Lemma of the verb that it is told with.
        counted: Whether it is a date that its words count from another event.
        edition: Which of several counts of one thing it is that gives a figure, or "".
        tense: -1 for a day that was long past when its report came out, 1 for one far ahead, 0 for all else.
        direction: -1 for a length of time before something, 1 for one after it, 0 for all else.
        left: Whether it counts those that are left over: "the remaining 13".
        lasting: Whether it is how long something went on: "for five weeks".
    span: ``since`` for the time in which nothing was like it ("the first fall in 17 months"), ``window`` for
        one over which something changed ("over 12 months"), "" for all else.
    room: Whether it counts those for whom there is room: "can carry 13 people".
    falls: Whether a number stands with a word that says that something falls by it.
        local: Whether it is told of the country that the outlet is in.
        further: Whether it is an ordinal of one more that is still to come: "a second tunnel will be dug".
        unfinished: Whether it is a share or number of votes that a poll or a count not yet finished gives.
        portion: For which part a place is told: "nine", "none", or "" for the whole.
        town: The town that a place explains by standing behind it, or "".
        aged: Whether an age is of a "person" or a "thing", or "".
    """

    kind: Kind
    text: str
    value: Value
    predicate: str
    counted: bool
    edition: str
    tense: int
    direction: int
    left: bool
    lasting: bool
    span: str
    room: bool
    falls: bool
    local: bool
    further: bool
    unfinished: bool
    portion: str
    town: str
    aged: str


def read_told(claim: Claim) -> Told:
    """What ``relate_told`` has to know of a claim."""
    mention = claim.mention
    return Told(
        mention.kind,
        mention.text,
        mention.value,
        claim.key.predicate,
        is_counted(claim),
        edition_of(claim),
        _tense(claim),
        _direction(claim),
        _is_left(claim),
        _LASTING.search(text_before(claim)) is not None,
        span_of(claim),
        is_room(claim),
        falls(claim),
        is_local(claim),
        _is_further(claim),
        _is_unfinished(claim),
        portion_of(claim),
        town_before(claim),
        who_is_aged(claim),
    )


def is_copied(likeness: float) -> bool:
    """Whether one of two sentences of that likeness, from 0 to 1, is taken over from the other."""
    return likeness >= _COPIED


def relate(left: Claim, right: Claim, likeness: float) -> Relation:
    """Compare two values; where the words around them take a conflict away, say why.

    Args:
        left: A claim.
        right: Another of the same kind.
        likeness: Similarity of their sentences, from 0 to 1.
    """
    return relate_told(read_told(left), read_told(right), is_copied(likeness))


def relate_told(left: Told, right: Told, copied: bool) -> Relation:
    """The same of two claims that are read already.

    Args:
        left: What a claim tells.
        right: What another of the same kind does.
        copied: Whether one of their sentences is taken over from the other.
    """
    relation = compare_values(left.kind, left.value, right.value)
    if relation.verdict is Verdict.COMPATIBLE and _are_two_dollars(left, right):
        said = f"“{left.text}” and “{right.text}” cannot both be true"
        return Relation(Verdict.CONFLICT, f"{said} ({OTHER_CURRENCY})", OTHER_CURRENCY)
    if relation.verdict is not Verdict.CONFLICT:
        return relation
    if copied and _is_same_words(left, right):
        told = f"“{left.text}” stands in the same words in reports of different days"
        return Relation(Verdict.COMPATIBLE, told)
    if left.counted or right.counted:
        return Relation(Verdict.COMPATIBLE, "one is counted from another day that the text tells")
    editions = left.edition, right.edition
    if all(editions) and editions[0] != editions[1]:
        return Relation(Verdict.COMPATIBLE, f"one is the {editions[0]}, the other the {editions[1]}")
    if {left.tense, right.tense} == {-1, 1} and left.predicate != right.predicate:
        return Relation(Verdict.COMPATIBLE, "one is in the past, the other still to come")
    if {left.direction, right.direction} == {-1, 1}:
        return Relation(Verdict.COMPATIBLE, "one is a time before, the other a time after")
    if any(_is_apart(a) and b.lasting and not b.direction for a, b in ((left, right), (right, left))):
        return Relation(Verdict.COMPATIBLE, "one is how long it lasted, the other how long before or after")
    if {left.span, right.span} == {"since", "window"}:
        return Relation(Verdict.COMPATIBLE, "one is how long nothing was like it, the other over what time")
    if left.room != right.room:
        return Relation(Verdict.COMPATIBLE, "one counts those for whom there is room")
    if are_passengers_of(left.value, right.value) or are_passengers_of(right.value, left.value):
        return Relation(Verdict.COMPATIBLE, "those who carry the passengers may be counted too")
    if relation.slip == SIGN and (left.falls or right.falls):
        return Relation(Verdict.AGREE, "a fall by a number, and the number below nought")
    if left.unfinished != right.unfinished:
        return Relation(Verdict.COMPATIBLE, "one is a poll or a count that was not finished")
    if left.further != right.further:
        return Relation(Verdict.COMPATIBLE, "one is of one more that is still to come")
    if left.local != right.local:
        return Relation(Verdict.COMPATIBLE, "one is told of the outlet's own country")
    if {left.aged, right.aged} == {"person", "thing"}:
        return Relation(Verdict.COMPATIBLE, "one is the age of a person, the other of a thing")
    if left.left != right.left:
        return Relation(Verdict.COMPATIBLE, "one counts those that remain of a larger number")
    if left.portion != right.portion:
        return Relation(Verdict.COMPATIBLE, "each is told of another part of what there is")
    if left.town == right.value.normal.casefold() or right.town == left.value.normal.casefold():
        return Relation(Verdict.COMPATIBLE, "one is said to lie in the other")
    one_town = left.town and left.town == right.town and not relation.slip
    if one_town and not are_of_one_level(left.value.normal, right.value.normal):
        return Relation(Verdict.COMPATIBLE, "one town may lie in both")
    if _is_shared_sign(left, right) or _is_shared_sign(right, left):
        return Relation(Verdict.COMPATIBLE, f"“{left.text}” and “{right.text}” may be one unit")
    return relation


def _is_shared_sign(signed: Told, named: Told) -> bool:
    """Whether one amount has a sign of several currencies or units, among them the other's."""
    a, b = signed.value, named.value
    if not isinstance(a, Figure) or not isinstance(b, Figure) or a.number != b.number:
        return False
    tables = read_table("units")
    before, after = _SIGN.search(signed.text), _UNIT.search(signed.text)
    return (before is not None and b.unit in tables["currency"]["shared"].get(before[1], ())) or (
        after is not None and b.unit in tables["signs"].get(after[1], ())
    )


def _are_two_dollars(left: Told, right: Told) -> bool:
    """Whether one number stands with the signs of two countries' dollars: "US$5 million", "C$5 million"."""
    a, b = left.value, right.value
    if not isinstance(a, Figure) or not isinstance(b, Figure) or a.number != b.number:
        return False
    mine, yours = _DOLLAR.match(left.text), _DOLLAR.match(right.text)
    return mine is not None and yours is not None and mine[1] != yours[1]


def _is_apart(told: Told) -> bool:
    """Whether it is how long before or after something, and not how long it went on: "trained for a week"."""
    return bool(told.direction) and not told.lasting


def _is_further(claim: Claim) -> bool:
    """Whether an ordinal is of one more that is planned: "a second tunnel will be dug"."""
    if getattr(claim.mention.value, "measure", "") != "ordinal" or claim.key.modality != "planned":
        return False
    return _ONE_MORE.search(text_before(claim)) is not None


def _is_unfinished(claim: Claim) -> bool:
    """Whether votes are told by a poll or as counted so far: "with 41% counted, she has 53.6%"."""
    value = claim.mention.value
    if not isinstance(value, Figure) or not (value.measure == "percent" or value.unit in _BALLOTS):
        return False
    return _SO_FAR.search(claim.context) is not None


def _is_same_words(left: Told, right: Told) -> bool:
    """Whether a date counted from the day of the report was copied as it stood: "earlier today"."""
    a, b = left.value, right.value
    if not isinstance(a, Date) or not isinstance(b, Date):
        return False
    return left.text.casefold() == right.text.casefold() and not (a.said | b.said) & _DATED


def _tense(claim: Claim) -> int:
    """-1 for a day that was long past when its report came out, 1 for one far ahead, 0 for all else."""
    value, published = claim.mention.value, claim.published
    if not isinstance(value, Date) or published is None or value.start is None or value.end is None:
        return 0
    today = published.replace(tzinfo=None)
    return -1 if value.end < today - _LONG else 1 if value.start > today + _LONG else 0


def _direction(claim: Claim) -> int:
    """-1 for a length of time before something, 1 for one after it, 0 for all else."""
    value = claim.mention.value
    if not isinstance(value, Figure) or value.measure != "duration":
        return 0
    rest = claim.context[claim.mention.end - claim.context_start :]
    return -1 if _BEFORE.match(rest) else 1 if _AFTER.match(rest) else 0


def _is_left(claim: Claim) -> bool:
    """Whether a count is of those left over of a larger number that its own text knows."""
    if claim.mention.kind is not Kind.NUMBER:
        return False
    end = claim.mention.end - claim.context_start
    lasts = _STILL_WITHOUT.match(claim.context, end) is not None
    return lasts or _REMAINING.search(text_before(claim)) is not None
