"""Ballots: how many voted for something and how many against, as articles tell it in many ways.

"71-38", "71 votes to 38", "71 in favour, 38 opposed": two numbers of votes make one value, so that two
ballots can be held against each other. Two ballots that share one number and not the other are one, told
wrongly by somebody, unless an article knows both: where seats are given, another ballot moves both numbers.
In a story of one ballot alone two splits of a body of one size ("nine to four", "eight to five") are one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import cache
from itertools import combinations

from discrepancy import lexicon
from discrepancy.align.answers import trim_values
from discrepancy.align.lines import Line, figure_of, is_countable, make_line, number_of
from discrepancy.align.outvoted import within_term
from discrepancy.model import Claim, Figure, Kind, Provenance, Relation, Slot, Verdict
from discrepancy.question import choose_question

_CERTAINTY = 0.9
_TELLING = 20
"""Smallest number that two ballots share by hardly any chance, where one article stands against one."""

_HOUSE = re.compile(r"⟨\d+⟩-(?:seat|member|strong|person|man)")
"""Which house it was: "the 100-seat parliament"."""

_GAP = r"[^⟨⟩.!?]{0,45}?"
_OF_THE = re.compile(r"⟨(\d+)⟩ (?:out )?of (?:the |its |their )?⟨(\d+)⟩")
_TWO = 2
_AT_ONCE = timedelta(days=3)
"""Within which a body of one size is the same one, and has voted once."""
_BARE = re.compile(r"\W*⟨(\d+)⟩ (?:to|against|versus) ⟨(\d+)⟩(?! ?[%\w])")


@dataclass(frozen=True, slots=True)
class _Ballot:
    """Two numbers of votes in one sentence, the larger first; ``claims`` are what states either."""

    numbers: tuple[Decimal, Decimal]
    claims: tuple[Claim, Claim]
    sure: bool = True

    @property
    def article(self) -> str:
        return self.claims[0].mention.article_id

    def claim_of(self, number: Decimal) -> Claim:
        return self.claims[self.numbers.index(number)]


@dataclass(frozen=True, slots=True)
class _Part:
    """One side of a ballot and the size of the body: "four of the five judges"."""

    claim: Claim
    number: Decimal
    size: Decimal

    def fits(self, ballot: _Ballot) -> bool:
        return self.size == sum(ballot.numbers) and self.number in ballot.numbers


def align_ballots(story_id: str, claims: Sequence[Claim]) -> tuple[tuple[Slot, ...], list[Claim]]:
    """Slots of ballots of which one side's votes are told in two ways, and the claims in none of them."""
    told: dict[tuple[Decimal, Decimal], list[_Ballot]] = {}
    for ballot in _read_ballots(claims):
        told.setdefault(ballot.numbers, []).append(ballot)
    slots: list[Slot] = []
    taken: set[int] = set()
    parts = [*_read_parts(claims)]
    for here, there in combinations(sorted(told), 2):
        most, least = sorted((told[here], told[there]), key=lambda side: -len(_told_by(side, parts)))
        split = len(told) == _TWO and sum(here) == sum(there)
        if not (_are_split(most, least, parts) if split else _are_one(most, least)):
            continue
        slot = _make_slot(story_id, most, least, claims, parts)
        if not any(id(claim) in taken for claim in slot.claims):
            slots.append(slot)
            taken |= {id(claim) for claim in slot.claims}
    return tuple(slots), [claim for claim in claims if id(claim) not in taken]


def _are_one(most: Sequence[_Ballot], least: Sequence[_Ballot]) -> bool:
    """Whether two ballots share one number, and only an error explains the other."""
    shared = set(most[0].numbers) & set(least[0].numbers)
    if len(shared) != 1 or not all(any(ballot.sure for ballot in side) for side in (most, least)):
        return False
    if _articles(most) & _articles(least) or len(_articles(least)) > 1:
        return False
    if len(_articles(most)) < 2 and min(shared) < _TELLING:
        return False
    return within_term(most[0].claims[0], least[0].claims[0])


def _are_split(most: Sequence[_Ballot], least: Sequence[_Ballot], parts: Sequence[_Part]) -> bool:
    """Whether a single article splits one body otherwise than all others that tell how it voted."""
    if not all(any(ballot.sure for ballot in side) for side in (most, least)):
        return False
    right, wrong = _told_by(most, parts), _told_by(least, parts)
    # Who tells the same weeks later only shows that nothing was put right.
    near = {b.article for b in most if all(within_term(b.claims[0], c.claims[0], _AT_ONCE) for c in least)}
    return len(right) > 1 == len(wrong) and not right & wrong and bool(near)


def _told_by(side: Sequence[_Ballot], parts: Sequence[_Part]) -> set[str]:
    """The articles that tell a ballot, be it by one side of it alone: "four of the five judges"."""
    return _articles(side) | {part.claim.mention.article_id for part in parts if part.fits(side[0])}


def _articles(side: Sequence[_Ballot]) -> set[str]:
    return {ballot.article for ballot in side}


def _make_slot(
    story_id: str,
    most: Sequence[_Ballot],
    least: Sequence[_Ballot],
    claims: Sequence[Claim],
    parts: Sequence[_Part],
) -> Slot:
    right = max(set(most[0].numbers) - set(least[0].numbers))
    wrong = max(set(least[0].numbers) - set(most[0].numbers))
    agreed = [ballot.claim_of(right) for ballot in most]
    agreed += [part.claim for part in parts if part.fits(most[0])]
    agreed += _second(
        most[0], least[0], claims, {claim.mention.article_id for claim in agreed} | _articles(least)
    )
    odd = [ballot.claim_of(wrong) for ballot in least]
    answers = trim_values([*agreed, *odd])
    label = choose_question([claim.key.question for claim in answers]) or "votes cast"
    clash = Relation(Verdict.CONFLICT, f"{right} and {wrong} votes cannot both be cast in one ballot")
    alone = frozenset(i for i, claim in enumerate(answers) if any(claim is other for other in odd))
    return Slot(
        story_id, Kind.NUMBER, label, answers, _CERTAINTY, Provenance("ballot", odd=alone, clash=clash)
    )


def _second(most: _Ballot, least: _Ballot, claims: Sequence[Claim], heard: set[str]) -> list[Claim]:
    """What other articles say that fits the first ballot alone: the votes of one side, or the margin."""
    right = max(set(most.numbers) - set(least.numbers))
    margins = [ballot.numbers[0] - ballot.numbers[1] for ballot in (most, least)]
    found = []
    for line in _lines([claim for claim in claims if claim.mention.article_id not in heard]):
        if not _speaks_of_votes(line):
            continue
        for number, claim in enumerate(line.claims):
            votes = is_countable(claim) and number_of(claim)
            by = _words()["margin"].search(line.text.replace(f"⟨{number}⟩", "⟨⟩"))
            if (votes == right and right >= _TELLING) or (by and votes == margins[0] != margins[1]):
                found.append(claim)
    return found


def _read_ballots(claims: Sequence[Claim]) -> Iterator[_Ballot]:
    for line in _lines(claims):
        if _words()["contest"].search(line.text):
            continue
        if _speaks_of_votes(line):
            yield from _scores(line)
            yield from _sides(line)
        elif bare := _BARE.match(line.text):
            yield from _pair(line.claims[int(bare[1])], line.claims[int(bare[2])], sure=False)


def _read_parts(claims: Sequence[Claim]) -> Iterator[_Part]:
    for line in _lines(claims):
        if found := _OF_THE.search(line.text):
            part, whole = (line.claims[int(number)] for number in found.groups())
            if is_countable(part) and is_countable(whole) and _speaks_of_votes(line):
                yield _Part(part, number_of(part), number_of(whole))


def _scores(line: Line) -> Iterator[_Ballot]:
    for claim in line.claims:
        value = figure_of(claim)
        if isinstance(value.number, tuple) and value.number[0] != value.number[1]:
            high, low = sorted(value.number, reverse=True)
            yield _Ballot((high, low), (claim, claim))


def _sides(line: Line) -> Iterator[_Ballot]:
    """Votes for and against, in whichever order: "71 for, 38 against", "in favour were 71, against 38"."""
    text = _HOUSE.sub("", line.text)
    for first, second in (("for", "against"), ("against", "for")):
        one, other = _words()[first].pattern, _words()[second].pattern
        found = re.search(rf"⟨(\d+)⟩{_GAP}{one}{_GAP}⟨(\d+)⟩{_GAP}{other}", text, re.IGNORECASE) or re.search(
            rf"{one}{_GAP}⟨(\d+)⟩{_GAP}{other}{_GAP}⟨(\d+)⟩", text, re.IGNORECASE
        )
        if found:
            yield from _pair(line.claims[int(found[1])], line.claims[int(found[2])])
            return


def _pair(one: Claim, other: Claim, *, sure: bool = True) -> Iterator[_Ballot]:
    if not all(is_countable(c) and figure_of(c).measure == "count" for c in (one, other)):
        return
    low, high = sorted((one, other), key=number_of)
    if number_of(low) != number_of(high):
        yield _Ballot((number_of(high), number_of(low)), (high, low), sure)


def _lines(claims: Sequence[Claim]) -> Iterator[Line]:
    """Every sentence with a count or a score."""
    sentences: dict[tuple[str, str, int], list[Claim]] = {}
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Figure) and (value.measure == "score" or is_countable(claim)):
            place = claim.mention.article_id, claim.mention.field, claim.context_start
            sentences.setdefault(place, []).append(claim)
    for group in sentences.values():
        yield make_line(sorted(group, key=lambda claim: claim.mention.start))


def _speaks_of_votes(line: Line) -> bool:
    said = (line.text, *(claim.mention.text for claim in line.claims))
    return any(_words()["vote"].search(text) for text in said)


@cache
def _words() -> Mapping[str, re.Pattern[str]]:
    table = lexicon.read_table("breakdowns")["ballot"]
    return {
        name: re.compile(rf"\b(?:{'|'.join(words)})" + ("" if name == "margin" else r"\b"), re.IGNORECASE)
        for name, words in table.items()
    }
