"""Slots for headlines whose figure the text below contradicts.

A headline is short: it sums up, rounds, and tells of several people at once. So its figure is only
wrong where the text answers the same question and states nowhere, neither outright nor as a sum,
what the headline says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from discrepancy.align.ages import who_is_aged
from discrepancy.align.pairs import Pair, family, find_pairs
from discrepancy.compare import compare_values
from discrepancy.compare.digits import count_significant
from discrepancy.compare.wording import say_figure
from discrepancy.lexicon import read_table
from discrepancy.model import Claim, Figure, Provenance, Relation, Slot, Support, Verdict

SURE = 0.35
"""Score from which the headline and a sentence are taken to answer one question; that the text says
nowhere what the headline says is evidence enough beside it. None in 500 real articles was wrong."""

CERTAINTY = 0.8
"""Confidence of the least sure of these."""

LEAD = 0.15
"""How far the best sentence has to be ahead of one that gives another figure."""

SLIP = 0.4
"""How surely two numbers that are one slip in several digits apart are meant to be one number."""

_TELLING = 3
"""Significant digits from which one slip apart is no chance."""

_UNASKED = frozenset({"ordinal", "score", "duration"})
"""Measures of which a text states many of one wording: places, results, spans of time."""

_TOGETHER = 1
"""Sentences between two numbers that a headline may add up."""

_UNCOUNTED = 2
"""People a text may mention without counting them: "the gunman", "a child"."""


_ONE_OF_TWO = re.compile(r"(?i)\bone\b.*\b(?:another|the other|others|one)\b")
"""Where "one" is no number: "approves one tower, rejects another", "one union accepts, one refuses"."""

_SUMS_UP = Support(1, "a headline sums up what the text tells")


def align_headlines(story_id: str, claims: Sequence[Claim]) -> Iterator[Slot]:
    """One slot for each headline figure that its own article contradicts."""
    articles: dict[str, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.mention.value, Figure):
            articles.setdefault(claim.mention.article_id, []).append(claim)
    for own in articles.values():
        text = [claim for claim in own if claim.mention.field == "text"]
        for head in (claim for claim in own if claim.mention.field == "title"):
            if _is_repeated(head, text):
                continue
            answer = _contradicted(head, [claim for claim in text if family(claim) == family(head)])
            if answer is not None:
                yield _make_slot(story_id, head, *answer)


def _is_repeated(head: Claim, text: Sequence[Claim]) -> bool:
    """Whether the text has a number that the headline prints bare, with the unit that it leaves out."""
    return not _figure(head).unit and bool(set(_numbers([head])) & set(_numbers(text)))


def _contradicted(head: Claim, text: Sequence[Claim]) -> tuple[Claim, Pair] | None:
    """The text's answer to the headline's question, where nothing in the text allows the headline's."""
    value = _figure(head)
    if _ONE_OF_TWO.search(head.context) and _numbers([head]) == [1]:
        return None
    bounded = value.modifier != "=" and not _is_crossed(head)
    if value.measure in _UNASKED or bounded or _is_allowed(head, text):
        return None
    ranked = sorted(
        (pair for pair in find_pairs([head, *text]) if pair.left == 0), key=lambda p: (-p.same, p.right)
    )
    if not ranked or ranked[0].contrasts or _certainty(ranked[0], head) < SURE:
        return None
    best = text[ranked[0].right - 1]
    if {who_is_aged(head), who_is_aged(best)} & {"thing"} and who_is_aged(head) != who_is_aged(best):
        return None  # "a 14-year-old record", "the 41-year-old from Holm"
    others = [p for p in ranked[1:] if text[p.right - 1].mention.value.normal != best.mention.value.normal]
    if others and ranked[0].same - others[0].same < LEAD:
        return None
    return best, ranked[0]


def _is_crossed(head: Claim) -> bool:
    """Whether the headline's number is a mark that what it counts has crossed: "deaths pass 60"."""
    crossing = read_table("hedges")["crossing"]
    return head.mention.text.casefold().split()[0] in {*crossing["over"], *crossing["below"]}


def _certainty(pair: Pair, head: Claim) -> float:
    """The pair's score, raised where the two numbers are one slip apart: many digits are no chance."""
    numbers = _numbers([head])
    digits = max(count_significant(number) for number in numbers)
    if "digit" not in pair.relation.slip or digits < _TELLING:
        return pair.same
    return 1 - (1 - pair.same) * (1 - SLIP)


def _is_allowed(head: Claim, text: Sequence[Claim]) -> bool:
    """Whether any figure of the text, or what some of them add up to, may be the headline's."""
    relations = [compare_values(head.mention.kind, head.mention.value, c.mention.value) for c in text]
    if any(relation.verdict is not Verdict.CONFLICT for relation in relations):
        return True
    said = _numbers([head])
    near = [
        (a, b) for a, b in combinations(text, 2) if abs(a.mention.sentence - b.mention.sentence) <= _TOGETHER
    ]
    made = {
        abs(x + sign * y) for a, b in near for x in _numbers([a]) for y in _numbers([b]) for sign in (1, -1)
    }
    numbers = _numbers(text)
    if _figure(head).measure == "count":
        made |= {number + more for number in numbers for more in range(1, _UNCOUNTED + 1)}
    return any(number in made for number in said)


def _make_slot(story_id: str, head: Claim, text: Claim, pair: Pair) -> Slot:
    slip = pair.relation.slip
    reason = f"the headline says {say_figure(_figure(head))}, the text {say_figure(_figure(text))}"
    relation = Relation(Verdict.CONFLICT, f"{reason} ({slip})" if slip else reason, slip)
    return Slot(
        story_id,
        text.mention.kind,
        text.key.question or head.key.question or text.mention.kind.value,
        (head, text),
        min(round(max(CERTAINTY, pair.same), 3), 1.0),
        Provenance(
            "headline and text",
            relation,
            frozenset({0}),
            support=(Support(1, "a headline sums up its text"),),
        ),
    )


def _numbers(claims: Sequence[Claim]) -> list[Decimal]:
    found: list[Decimal] = []
    for claim in claims:
        number = _figure(claim).number
        found += number if isinstance(number, tuple) else (number,)
    return found


def _figure(claim: Claim) -> Figure:
    value = claim.mention.value
    assert isinstance(value, Figure)
    return value
