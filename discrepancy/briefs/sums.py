"""A number told in two ways: from what to what, or by how much; votes, or the votes between; parts, or all.

What one brief gives has to come to what the other gives.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from discrepancy.align.lines import figure_of, is_countable, number_of
from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Brief, Lineup, Word
from discrepancy.briefs.values import is_whole
from discrepancy.lexicon import read_table
from discrepancy.lexicon.nouns import nouns_for_people
from discrepancy.model import Claim, Figure, Kind

_CUE = 20
"""Characters before a figure in which a word says what it is: "once $90", "by $15"."""

_PLAY = Decimal("0.06")
"""Part of a result by which rounding may move it."""

_VOTES = re.compile(
    r"(\d+)\b[^.;\d]{0,25}?\b(?:yes|in favou?r|for)\b[^.;\d]{0,25}?(\d+)\b[^.;\d]{0,15}?\b(?:no|against)\b",
    re.I,
)
_MARGIN = re.compile(r"(?:margin|lead|gap) of (?:just |only )?$", re.I)
_HUNDRED = Decimal(100)
_SIDES = (0, 1)
_MEDALS = frozenset({"gold", "silver", "bronze", "medal"})
_ENUMERATED = re.compile(r"(?: [\w-]+){1,2}(?:,| and|, and) ")

_FOLD = re.compile(r"(\w+?)-?fold\b|\b(\w+) times\b", re.I)


@dataclass(frozen=True, slots=True)
class _Part:
    """A number with its part in a change (``from``, ``to``, ``by``, ``percent``, ``times``) and its words."""

    role: str
    number: Decimal
    unit: str
    words: Sequence[Word]
    up: int = 0


def find_sum(lineup: Lineup) -> Contrast | None:
    """A change that the ends given by one brief do not come to, or that exceeds a vote's numbers."""
    parts = [list(_read(brief, lineup.claims(brief))) for brief in (lineup.left, lineup.right)]
    multiples = _multiples_clash(*parts)
    if multiples is not None and lineup.are_of_one_thing(multiples[0], multiples[1], least=1):
        return Contrast("numbers that do not add up", multiples[0], multiples[1], Kind.NUMBER)
    for mine, yours, turned in ((parts[0], parts[1], False), (parts[1], parts[0], True)):
        for ends, told in _clashes(mine, yours):
            left, right = (told, ends) if turned else (ends, told)
            if lineup.are_of_one_thing(left, right, least=1):
                return Contrast("numbers that do not add up", left, right, Kind.NUMBER)
    for here, there, turned in ((lineup.left, lineup.right, False), (lineup.right, lineup.left, True)):
        for summed, told in _wholes(here, lineup.claims(here), there, lineup.claims(there)):
            left, right = (told, summed) if turned else (summed, told)
            sides = [*left, *_counted(lineup.left, left)], [*right, *_counted(lineup.right, right)]
            if lineup.are_of_one_thing(*sides, least=1):
                return Contrast("numbers that do not add up", left, right, Kind.NUMBER)
    return None


def _wholes(
    here: Brief, ours: Sequence[Claim], there: Brief, theirs: Sequence[Claim]
) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """What one brief's parts come to, or a share of its whole, beside another number of the other brief."""
    counts = [c for c in ours if _is_exact(c)]
    told = [c for c in theirs if _is_exact(c)]
    if len(told) != 1 or not _is_of_people(told[0]):
        return
    number = number_of(told[0])
    groups = [c for c in counts if _is_of_people(c)]
    numbers = [number_of(claim) for claim in groups]
    if len(groups) == len(counts) > 1 and _are_joined(groups) and number not in (sum(numbers), *numbers):
        yield [w for c in groups for w in here.within(c)], there.within(told[0])
    shares = [c for c in ours if isinstance(c.mention.value, Figure) and c.mention.value.measure == "ratio"]
    shares = [share for share in shares if not isinstance(figure_of(share).number, tuple)]
    if len(shares) == len(counts) == 1 and is_whole(counts[0]):
        part = number_of(shares[0]) * number_of(counts[0])
        if abs(part - number) > max(_PLAY * part, Decimal(1)) and number != number_of(counts[0]):
            yield [*here.within(shares[0]), *here.within(counts[0])], there.within(told[0])


def _is_exact(claim: Claim) -> bool:
    return is_countable(claim) and figure_of(claim).measure == "count" and figure_of(claim).modifier == "="


def _is_of_people(claim: Claim) -> bool:
    """Whether people are counted, or medals: of both a report gives the sorts, another all."""
    noun = figure_of(claim).unit.split(" ")[-1]
    return noun == "person" or noun in nouns_for_people() or not _MEDALS.isdisjoint((noun, claim.key.head))


def _are_joined(claims: Sequence[Claim]) -> bool:
    """Whether counts stand in one enumeration: "five adults and two children"."""
    ordered = sorted(claims, key=lambda claim: claim.mention.start)
    between = [
        a.context[a.mention.end - a.context_start : b.mention.start - a.context_start]
        for a, b in itertools.pairwise(ordered)
    ]
    return all(_ENUMERATED.fullmatch(text) for text in between) and " and " in between[-1]


def _counted(brief: Brief, words: Sequence[Word]) -> list[Word]:
    """The nouns that numbers count: they are told apart on purpose."""
    heads = {(word.tree, word.token.head) for word in words if word.token.dep == "nummod"}
    return [word for word in brief.words if (word.tree, word.index) in heads]


def _multiples_clash(
    left: Sequence[_Part], right: Sequence[_Part]
) -> tuple[Sequence[Word], Sequence[Word]] | None:
    """A multiple against another, or against a change in percent: "tripled", "up 100 percent"."""
    grown = [[(p, times) for p in side if (times := _times(p)) is not None] for side in (left, right)]
    if not all(grown) or not any(p.role == "times" for side in grown for p, _ in side):
        return None
    (one, a), (other, b) = grown[0][0], grown[1][0]
    return None if abs(a - b) <= _PLAY * max(a, b) else (one.words, other.words)


def _times(part: _Part) -> Decimal | None:
    """How many times as much a multiple or a change in percent makes of something."""
    if part.role == "times":
        return part.number
    if part.role != "percent" or not part.up:
        return None
    return 1 + part.up * part.number / 100


def _clashes(ends: Sequence[_Part], told: Sequence[_Part]) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    start, stop = (next((p for p in ends if p.role == role), None) for role in ("from", "to"))
    vote = next((p for p in ends if p.role == "margin"), None)
    for part in told:
        if vote is not None and part.role == "by" and part.number != vote.number:
            yield vote.words, part.words
        if start is None or stop is None or (start.unit != stop.unit and start.unit and stop.unit):
            continue
        expected = _expect(part, start.number, stop.number)
        if expected is not None and abs(expected - part.number) > _PLAY * max(abs(expected), Decimal(1)):
            yield [*stop.words], part.words


def _expect(part: _Part, start: Decimal, stop: Decimal) -> Decimal | None:
    """What a change from ``start`` to ``stop`` comes to in the terms of ``part``."""
    if part.role == "by":
        return abs(stop - start)
    if start == 0:
        return None
    if part.role == "percent":
        return abs(stop - start) / start * 100
    return stop / start if part.role == "times" else None


def _read(brief: Brief, claims: Sequence[Claim]) -> Iterator[_Part]:
    for claim in claims:
        value = claim.mention.value
        if not isinstance(value, Figure):
            continue
        if value.measure == "score" and isinstance(value.number, tuple):
            yield _Part("margin", abs(value.number[0] - value.number[1]), "", brief.within(claim))
        elif not isinstance(value.number, tuple) and value.modifier == "=":
            role = _role(claim, value)
            if role:
                up = 1 if value.change.startswith("up") else -1 if value.change.startswith("down") else 0
                number = value.number * 100 if value.measure == "ratio" else value.number
                if value.unit.startswith("basis"):
                    number /= 100
                unit = "percent" if value.measure == "point" else value.unit.split(" ")[-1]
                yield _Part(role, number, unit, brief.within(claim), up)
    yield from _read_votes(brief)
    yield from _read_halves(brief, claims)
    yield from _read_multiples(brief)


def _read_halves(brief: Brief, claims: Sequence[Claim]) -> Iterator[_Part]:
    """The points between two shares that are all there is: "52% of the vote and her rival 48%"."""
    shares = [
        c for c in claims if isinstance(c.mention.value, Figure) and c.mention.value.measure == "percent"
    ]
    shares = [share for share in shares if not isinstance(figure_of(share).number, tuple)]
    if len(shares) == len(_SIDES) and sum(number_of(share) for share in shares) == _HUNDRED:
        gap = abs(number_of(shares[0]) - number_of(shares[1]))
        yield _Part("margin", gap, "", [word for share in shares for word in brief.within(share)])


def _read_votes(brief: Brief) -> Iterator[_Part]:
    """The votes between those for and those against, where both are counted."""
    sentence = brief.words[0].tree.sentence
    match = _VOTES.search(sentence.text)
    if match is None:
        return
    spans = [(sentence.start + a, sentence.start + b) for a, b in (match.span(1), match.span(2))]
    words = [w for w in brief.words if any(a <= w.token.start < b for a, b in spans)]
    yield _Part("margin", abs(Decimal(match[1]) - Decimal(match[2])), "", words)


def _role(claim: Claim, value: Figure) -> str:
    if value.measure in {"percent", "ratio"} and value.change.endswith("by"):
        return "percent"
    if value.change:
        return value.change.split()[-1]
    role = _cue(claim)
    # "Rose 4 percent" is a change of its own; of shares only the ends are told by a word before them.
    return "" if value.measure in {"percent", "ratio"} and role == "by" else role


def _cue(claim: Claim) -> str:
    """What the word right before a figure makes of it in a change."""
    before = claim.context[
        max(0, claim.mention.start - claim.context_start - _CUE) : claim.mention.start - claim.context_start
    ]
    if _MARGIN.search(before):
        return "by"
    words = re.findall(r"\w+", before.lower())[-2:]
    cues = read_table("briefs")["cues"]
    return next((role for role in ("from", "to", "by") if any(word in cues[role] for word in words[-1:])), "")


def _read_multiples(brief: Brief) -> Iterator[_Part]:
    """Changes told as a multiple: "doubled", "a fivefold rise"."""
    table = read_table("briefs")["multiples"]
    for word in brief.words:
        text = word.text.removesuffix("fold").rstrip("-")
        if word.lemma in table:
            yield _Part("times", Decimal(str(table[word.lemma])), "", [word])
        elif word.text == "twice" or (word.text == "times" and _before(brief, word) is not None):
            times = Decimal(2) if word.text == "twice" else _before(brief, word)
            yield _Part("times", times or Decimal(1), "", [word])
        elif text != word.text and (number := _number(text)) is not None:
            yield _Part("times", number, "", [word])


def _before(brief: Brief, word: Word) -> Decimal | None:
    """The number before "times" where a comparison follows: "three times as many"."""
    at = brief.words.index(word)
    after = brief.words[at + 1 : at + 2]
    return (
        _number(brief.words[at - 1].text) if at and after and after[0].text in {"as", "the", "more"} else None
    )


def _number(text: str) -> Decimal | None:
    if text.isdigit():
        return Decimal(text)
    found = read_table("numbers")["units"].get(text)
    return None if found is None else Decimal(str(found))
