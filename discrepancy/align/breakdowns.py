"""Totals and their parts within one article, as far as the wording ties them together.

A breakdown is believed only where the words say what belongs together: a list behind a colon, "for
a total of", a gap between two counts, a list of people who cannot be of two sorts at once. Whether
the parts make the total is ``totals``' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from discrepancy import lexicon
from discrepancy.align.lines import Breakdown, Line, figure_of, make_line, make_lines, number_of, word_pattern
from discrepancy.align.sorts import find_row, find_sorts, sorts_of
from discrepancy.model import Claim, Figure

_PLACE = r"⟨\d+⟩"
_ITEM = r"[^⟨⟩:;\d]{0,80}?"
_LIST = re.compile(
    rf"\s*[^⟨⟩:;\d]{{0,25}}{_PLACE}{_ITEM}"
    rf"(?:[,;] {_PLACE}{_ITEM})*"
    rf"[,;]? (?:and|plus)(?: also| another| a further)? {_PLACE}[^⟨⟩:;]*(?:[);].*)?$"
)
_CONSIST = r"(?:is|are|was|were) (?:made up|composed) of|consist(?:s|ed)? of|compris(?:es|ed)"
_OPENING = re.compile(
    rf"⟨(\d+)⟩(?:([^⟨⟩:(]{{1,80}}?)(?:: | [–—-]{{1,2}} |\()|([^⟨⟩:(,]{{0,30}}?) (?:{_CONSIST}) )"
)
_PLACED = rf"{_PLACE}(?: [\w-]+)? (?:in|at|from|to) [A-ZÀ-Þ]"
_SPREAD = re.compile(
    rf"⟨(\d+)⟩(?: [a-z’'-]+){{1,4}}, (?:with )?"
    rf"({_PLACED}[^⟨⟩,:;]{{1,40}}(?:, {_PLACED}[^⟨⟩,:;]{{1,40}})*,? and {_PLACED})"
)
"""Parts behind a comma, each with its place: "240 jobs, 130 in Orvale and 130 in Belmar"."""
_BETWEEN = re.compile(r"^[^⟨⟩.:]{0,90}?(?:,|;|\band\b|\bto\b)[^⟨⟩.:]{0,40}$")
_MOVED = re.compile(
    r"^[^⟨⟩]*\b(?:rose|risen|increased|grew|grown|climbed|jumped|fell|fallen|dropped|declined|shrank|cut) "
    r"(?:to ⟨0⟩[^⟨⟩,]{0,30} from ⟨1⟩|from ⟨0⟩[^⟨⟩,]{0,30} to ⟨1⟩)[^⟨⟩,]{0,30}, an? [a-z]+ of ⟨2⟩"
)
"""A change told with both ends: "fell from 240 to 200, a drop of 40"."""

_DEALT = re.compile(
    r"(?:^|[,;] |\band |\bto |\bagainst )(?:[A-ZÀ-Þ][\w'’.-]*(?: \([^)]*\))?,? ){1,4}"
    r"(?:(?:won|took|got|had|has|has won|received|secured|polled|on|with) )?(?:just |only )?$"
)

_WITH = re.compile(
    r"\b(?:[Ww]ith|[Aa]fter|[Oo]nce|[Ww]hen|[Bb]y)"
    r"(?: (?:about|around|just|only|some|over|nearly|almost))? $"
)
_COUNTED = re.compile(
    r"[^⟨⟩,;]{0,60}\b(?:counted|tallied|tabulated|processed|scrutinised|scrutinized|reporting|reported|declared|in(?=[,.;)]|$))"
)
"""What stands behind the share of the votes that is counted so far."""


def find_breakdowns(claims: Sequence[Claim]) -> Iterator[Breakdown]:
    """Every breakdown in one article's claims, those told by the plainest words first."""
    lines = make_lines(claims)
    for line in lines:
        yield from _listed(line)
        yield from _added(line)
        yield from _voted(line)
        yield from _spread(line)
    for line, following in zip_longest(lines, lines[1:]):
        yield from _gaps(line, following)
    for line in lines:
        yield from find_sorts(line, lines)


def find_shares(claims: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Shares of one vote that a sentence deals out among several by name."""
    sentences: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        value = claim.mention.value
        if claim.mention.zone.is_reporting and isinstance(value, Figure) and value.measure == "percent":
            sentences.setdefault((claim.mention.field, claim.context_start), []).append(claim)
    for group in sentences.values():
        whole = make_line(sorted(group, key=lambda c: c.mention.start))
        parts = [c for number, c in enumerate(whole.claims) if not _is_progress(whole, number)]
        if len(parts) < 2:
            continue
        line = make_line(parts)
        dealt = all(_DEALT.search(line.before(number)) for number in range(len(line.claims)))
        shared = word_pattern("shares").search(line.text) and not word_pattern("elsewhere").search(line.text)
        if dealt and shared:
            yield line.claims


def _is_progress(line: Line, number: int) -> bool:
    """Whether a share tells how much is counted yet, and is nobody's: "with 41% of the votes counted"."""
    after = line.text.partition(f"⟨{number}⟩")[2]
    return bool(_WITH.search(line.before(number)) and _COUNTED.match(after))


def _listed(line: Line) -> Iterator[Breakdown]:
    """Parts listed behind a colon, a dash or in brackets: "47 were hurt: 21 in Orvale and 17 in Belmar"."""
    for opening in _OPENING.finditer(line.text):
        tail = line.text[opening.end() :]
        if opening[0].endswith("("):
            tail = tail.partition(")")[0]
        head = opening[2] or opening[3] or ""
        if not _LIST.match(tail) or word_pattern("partial").search(head + tail):
            continue
        parts = line.pick(tail.partition(";")[0])
        total = line.claims[int(opening[1])]
        marked = opening[0].endswith((": ", "of ", "ed ", "es "))
        if not (figure_of(total).unit or marked):
            continue
        first = re.search(r"⟨\d+⟩\s*(\w*)", tail)
        people = figure_of(total).measure == "count"
        overlapping = people and first is not None and word_pattern("overlap").fullmatch(first[1])
        if len(parts) > 1 and not overlapping and _is_one_sort(total, parts):
            rest = tuple(c for c in line.claims if c is not total and c not in parts)
            yield Breakdown(total, parts, True, rest)


def _spread(line: Line) -> Iterator[Breakdown]:
    """Parts with a place each; places may be left out, so only too many contradict."""
    for found in _SPREAD.finditer(line.text):
        total, parts = line.claims[int(found[1])], line.pick(found[2])
        if not word_pattern("partial").search(found[0]) and _is_one_sort(total, parts):
            yield Breakdown(total, parts, False)


def _is_one_sort(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the parts can be added, and may be parts of this total: one unit, no sort told twice."""
    values = [figure_of(claim) for claim in (total, *parts)]
    if len({value.measure for value in values}) > 1:
        return False
    if values[0].measure == "money":
        return len({value.unit for value in values}) == 1
    told = [value.unit for value in values[1:] if value.unit and value.unit != values[0].unit]
    if not any(sorts_of(unit) for unit in told):
        return True
    return len(told) == len(parts) and find_row(parts) is not None


def _added(line: Line) -> Iterator[Breakdown]:
    """Parts added up by the words: "its 47 buses join the city's 118, for a total of 165"."""
    for number, total in enumerate(line.claims):
        if number < 2:
            continue
        before, parts = line.before(number), line.claims[:number]
        if not _is_sum(line, number) or word_pattern("running").search(before):
            continue
        unit = next((figure_of(part).unit for part in parts if figure_of(part).unit), "")
        units = {figure_of(claim).unit for claim in (*parts, total)} - {"", unit}
        joined = all(_BETWEEN.match(line.between(k, k + 1)) for k in range(number - 1))
        scored = figure_of(total).unit in lexicon.read_table("breakdowns")["words"]["scored"]
        if (not units or (joined and not scored)) and len(parts) <= 4 and _measures(parts) == {"count"}:
            yield Breakdown(total, parts, not word_pattern("partial").search(before))


def _is_sum(line: Line, number: int) -> bool:
    """Whether the words call a count the sum of what stands before it."""
    before, after = line.before(number), line.text.partition(f"⟨{number}⟩")[2]
    ahead = re.search(rf"{word_pattern('total').pattern} $", before[before.rfind("⟩") + 1 :], re.IGNORECASE)
    return bool(ahead or re.match(rf"(?: \w+)? {word_pattern('in_all').pattern}", after, re.IGNORECASE))


def _measures(claims: Sequence[Claim]) -> set[str]:
    return {figure_of(claim).measure for claim in claims}


def _voted(line: Line) -> Iterator[Breakdown]:
    """Votes: "12 votes for, 5 against, of 15 cast". More than voted is too many, fewer is not."""
    sides = [
        re.search(rf"⟨(\d+)⟩[^⟨⟩]{{0,20}}?{word_pattern(side).pattern}", line.text, re.IGNORECASE)
        for side in ("for", "against")
    ]
    cast = re.search(r"⟨(\d+)⟩ (?:votes |ballots )?cast\b|\ball ⟨(\d+)⟩ \w+", line.text)
    if cast is None or None in sides:
        return
    total = line.pick(cast[0])[0]
    parts = tuple(line.claims[int(side[1])] for side in sides if side is not None)
    if len({id(claim) for claim in (total, *parts)}) == 3 and _measures(parts) == {"count"}:
        yield Breakdown(total, parts, False)


def _gaps(line: Line, following: Line | None) -> Iterator[Breakdown]:
    """Differences: "8,310 chose the quay and 7,204 the hill, a gap of 1,106"."""
    for number, total in enumerate(line.claims):
        before = line.before(number)
        phrase = before[before.rfind("⟩") + 1 :]
        if number == 2 and re.search(rf"{word_pattern('gap').pattern} of (?:just |only |exactly )?$", phrase):
            yield from _gap(total, line.claims[:2], line)
    if following is not None and len(line.claims) == 2 and following.claims:
        head = following.text.partition("⟩")[0]
        total = following.claims[0]
        near = 0 <= total.mention.sentence - line.claims[0].mention.sentence <= 1
        same = total.mention.field == line.claims[0].mention.field
        if (
            near
            and same
            and re.search(rf"\b(?:the|a) {word_pattern('gap').pattern} of ⟨0$", head, re.IGNORECASE)
        ):
            yield from _gap(total, line.claims, line)


def _gap(total: Claim, parts: tuple[Claim, ...], line: Line) -> Iterator[Breakdown]:
    """Two counts of one thing that stand side by side, both larger than what is between them."""
    one, other = parts
    beside = line.between(0, 1)
    smallest = min(number_of(one), number_of(other))
    units = {figure_of(claim).unit for claim in parts} - {""}
    voting = one.key.measure.startswith(("vote", "elect")) or "vote" in line.text.lower()
    moved = bool(_MOVED.search(line.text)) and _measures((one, other)) == _measures((total,))
    beside_each_other = bool(_BETWEEN.match(beside)) and voting
    if (beside_each_other or moved) and len(units) < 2 and smallest > number_of(total):
        yield Breakdown(total, parts, True, gap=True)
