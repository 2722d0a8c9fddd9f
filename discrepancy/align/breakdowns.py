"""Totals and their parts within one article, as far as the wording ties them together.

A breakdown is believed only where the words say what belongs together: a list behind a colon, "for
a total of", a gap between two counts, a list of people who cannot be of two sorts at once. Whether
the parts make the total is ``totals``' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, zip_longest

from discrepancy import lexicon
from discrepancy.model import Claim, Figure

NEAR = 3
"""Sentences between a total and its parts, at most."""

_TOLD = 0.3
"""Weight from which a measure is told of a count itself."""

_PLACE = r"⟨\d+⟩"
_ITEM = r"[^⟨⟩:;\d]{0,80}?"
_LIST = re.compile(
    rf"\s*[^⟨⟩:;\d]{{0,25}}{_PLACE}{_ITEM}"
    rf"(?:[,;] {_PLACE}{_ITEM})*"
    rf"[,;]? (?:and|plus)(?: also| another| a further)? {_PLACE}[^⟨⟩:;]*(?:[);].*)?$"
)
_OPENING = re.compile(r"⟨(\d+)⟩([^⟨⟩:(]{1,80}?)(?:: | [–—-]{1,2} |\()")
_BETWEEN = re.compile(r"^[^⟨⟩.:]{0,90}?(?:,|;|\band\b|\bto\b)[^⟨⟩.:]{0,40}$")
_DEALT = re.compile(
    r"(?:^|[,;] |\band |\bto |\bagainst )(?:[A-ZÀ-Þ][\w'’.-]*(?: \([^)]*\))?,? ){1,4}"
    r"(?:(?:won|took|got|had|has|has won|received|secured|polled|on|with) )?(?:just |only )?$"
)
_SINGLE = re.compile(r"\b(?:an?|his|her|their) (?:[\w-]+ )?(?:man|woman|boy|girl|child|baby|toddler|infant|\w+er)\b")


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total with the parts that its article gives for it.

    Attributes:
        exhaustive: Whether the parts are said to be all there is, so that fewer contradict as well.
        rest: Other counts of the article that may be the total instead.
        gap: Whether the total is what lies between two parts rather than their sum.
    """

    total: Claim
    parts: tuple[Claim, ...]
    exhaustive: bool
    rest: tuple[Claim, ...] = ()
    gap: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence's counts and its text with each of them replaced by its number in ⟨⟩."""

    claims: tuple[Claim, ...]
    text: str

    def before(self, number: int) -> str:
        """The text in front of a count."""
        return self.text.partition(f"⟨{number}⟩")[0]

    def between(self, number: int, other: int) -> str:
        """The text between two counts that follow each other."""
        return self.text.partition(f"⟨{number}⟩")[2].partition(f"⟨{other}⟩")[0]

    def pick(self, text: str) -> tuple[Claim, ...]:
        """The counts that stand in a part of the text."""
        return tuple(self.claims[int(number)] for number in re.findall(r"⟨(\d+)⟩", text))


def find_breakdowns(claims: Sequence[Claim]) -> Iterator[Breakdown]:
    """Every breakdown in one article's claims, those told by the plainest words first."""
    lines = _make_lines(claims)
    for line in lines:
        yield from _listed(line)
        yield from _added(line)
        yield from _voted(line)
    for line, following in zip_longest(lines, lines[1:]):
        yield from _gaps(line, following)
    for line in lines:
        yield from _sorted_people(line, lines)


def find_shares(claims: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Shares of one vote that a sentence deals out among several by name."""
    sentences: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        value = claim.mention.value
        if claim.mention.zone.is_reporting and isinstance(value, Figure) and value.measure == "percent":
            sentences.setdefault((claim.mention.field, claim.context_start), []).append(claim)
    for group in sentences.values():
        line = _make_line(sorted(group, key=lambda c: c.mention.start))
        dealt = all(_DEALT.search(line.before(number)) for number in range(len(line.claims)))
        if len(group) > 1 and dealt and _words("shares").search(line.text) and not _words("elsewhere").search(line.text):
            yield line.claims


def is_countable(claim: Claim) -> bool:
    """Whether a claim is a number that could be part of a sum: a plain count or an amount of money."""
    value = claim.mention.value
    return (
        claim.mention.zone.is_reporting
        and isinstance(value, Figure)
        and value.measure in {"count", "money"}
        and not isinstance(value.number, tuple)
    )


def _make_lines(claims: Sequence[Claim]) -> list[_Line]:
    sentences: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        if is_countable(claim):
            sentences.setdefault((claim.mention.field, claim.context_start), []).append(claim)
    return [
        _make_line(sorted(group, key=lambda c: c.mention.start)) for _, group in sorted(sentences.items())
    ]


def _make_line(claims: Sequence[Claim]) -> _Line:
    text, done = "", 0
    context, start = claims[0].context, claims[0].context_start
    for number, claim in enumerate(claims):
        text += context[done : claim.mention.start - start] + f"⟨{number}⟩"
        done = claim.mention.end - start
    return _Line(tuple(claims), text + context[done:])


@cache
def _words(name: str) -> re.Pattern[str]:
    words = lexicon.read_table("breakdowns")["words"][name]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _listed(line: _Line) -> Iterator[Breakdown]:
    """ "47 people were hurt: 21 in Orvale, 17 in Belmar and 11 in Tolvik"."""
    for opening in _OPENING.finditer(line.text):
        tail = line.text[opening.end() :]
        if opening[0].endswith("("):
            tail = tail.partition(")")[0]
        if not _LIST.match(tail) or _words("partial").search(opening[2] + tail):
            continue
        parts = line.pick(tail.partition(";")[0])
        total = line.claims[int(opening[1])]
        if not (_figure(total).unit or opening[0].endswith(": ")):
            continue
        first = re.search(r"⟨\d+⟩\s*(\w*)", tail)
        overlapping = first is not None and _words("overlap").fullmatch(first[1])
        if len(parts) > 1 and not overlapping and _is_one_sort(total, parts):
            rest = tuple(c for c in line.claims if c is not total and c not in parts)
            yield Breakdown(total, parts, True, rest)


def _is_one_sort(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the parts can be added, and may be parts of this total: one unit, no sort told twice."""
    values = [_figure(claim) for claim in (total, *parts)]
    if len({value.measure for value in values}) > 1:
        return False
    if values[0].measure == "money":
        return len({value.unit for value in values}) == 1
    told = [value.unit for value in values[1:] if value.unit and value.unit != values[0].unit]
    if not any(_classes(unit) for unit in told):
        return True
    return len(told) == len(parts) and _row_of(parts) is not None


def _added(line: _Line) -> Iterator[Breakdown]:
    """ "its 47 buses join the 118 of the city, for a total of 156"."""
    for number, total in enumerate(line.claims):
        if number < 2:
            continue
        before, parts = line.before(number), line.claims[:number]
        if not _is_sum(line, number) or _words("running").search(before):
            continue
        unit = next((_figure(part).unit for part in parts if _figure(part).unit), "")
        units = {_figure(claim).unit for claim in (*parts, total)} - {"", unit}
        if not units and len(parts) <= 4 and _measures(parts) == {"count"}:
            yield Breakdown(total, parts, not _words("partial").search(before))


def _is_sum(line: _Line, number: int) -> bool:
    """Whether the words call a count the sum of what stands before it."""
    before, after = line.before(number), line.text.partition(f"⟨{number}⟩")[2]
    ahead = re.search(rf"{_words('total').pattern} $", before[before.rfind("⟩") + 1 :], re.IGNORECASE)
    return bool(ahead or re.match(rf"(?: \w+)? {_words('in_all').pattern}", after, re.IGNORECASE))


def _measures(claims: Sequence[Claim]) -> set[str]:
    return {_figure(claim).measure for claim in claims}


def _voted(line: _Line) -> Iterator[Breakdown]:
    """ "12 votes for, 5 against, of 15 cast": more than voted is too many, fewer is not."""
    sides = [
        re.search(rf"⟨(\d+)⟩[^⟨⟩]{{0,20}}?{_words(side).pattern}", line.text, re.IGNORECASE)
        for side in ("for", "against")
    ]
    cast = re.search(r"⟨(\d+)⟩ (?:votes |ballots )?cast\b|\ball ⟨(\d+)⟩ \w+", line.text)
    if cast is None or None in sides:
        return
    total = line.pick(cast[0])[0]
    parts = tuple(line.claims[int(side[1])] for side in sides if side is not None)
    if len({id(claim) for claim in (total, *parts)}) == 3 and _measures(parts) == {"count"}:
        yield Breakdown(total, parts, False)


def _gaps(line: _Line, following: _Line | None) -> Iterator[Breakdown]:
    """ "15,122 voted No and 13,274 Yes; the gap of 1,848 was wide"."""
    for number, total in enumerate(line.claims):
        before = line.before(number)
        phrase = before[before.rfind("⟩") + 1 :]
        if number == 2 and re.search(rf"{_words('gap').pattern} of (?:just |only |exactly )?$", phrase):
            yield from _gap(total, line.claims[:2], line)
    if following is not None and len(line.claims) == 2 and following.claims:
        head = following.text.partition("⟩")[0]
        total = following.claims[0]
        near = 0 <= total.mention.sentence - line.claims[0].mention.sentence <= 1
        same = total.mention.field == line.claims[0].mention.field
        if near and same and re.search(rf"\b(?:the|a) {_words('gap').pattern} of ⟨0$", head, re.IGNORECASE):
            yield from _gap(total, line.claims, line)


def _gap(total: Claim, parts: tuple[Claim, ...], line: _Line) -> Iterator[Breakdown]:
    """Two counts of one thing that stand side by side, both larger than what is between them."""
    one, other = parts
    beside = line.between(0, 1)
    numbers = [_figure(claim).number for claim in (one, other, total)]
    units = {_figure(claim).unit for claim in parts} - {""}
    voting = one.key.measure.startswith(("vote", "elect")) or "vote" in line.text.lower()
    if _BETWEEN.match(beside) and len(units) < 2 and voting and min(numbers[:2]) > numbers[2]:
        yield Breakdown(total, parts, True, gap=True)


def _sorted_people(line: _Line, lines: Sequence[_Line]) -> Iterator[Breakdown]:
    """ "Three adults and four children died", with a total near by: nobody is both."""
    for parts in _runs(line):
        row = _row_of(parts)
        if row is None:
            continue
        total = _find_total(parts, line, lines)
        if total is None:
            continue
        text = line.text + next(other.text for other in lines if total in other.claims)
        if total not in line.claims and not (_says_all(line) or _is_governed(parts)):
            continue
        complete = _is_complete(row, parts) or _says_all(line)
        partial = _words("partial").search(text) or _SINGLE.search(line.text)
        rest = tuple(c for other in lines for c in other.claims if c is not total and c not in parts)
        yield Breakdown(total, parts, bool(complete and not partial), rest)


def _runs(line: _Line) -> Iterator[tuple[Claim, ...]]:
    """Longest runs of counts that stand side by side in one list."""
    run: list[Claim] = []
    for number, claim in enumerate(line.claims):
        joined = bool(run) and bool(_BETWEEN.match(line.between(number - 1, number)))
        if not joined and len(run) > 1:
            yield tuple(run)
        sorted_out = bool(_classes(_figure(claim).unit))
        run = [*(run if joined and sorted_out else ()), *([claim] if sorted_out else ())]
    if len(run) > 1:
        yield tuple(run)


def _says_all(line: _Line) -> bool:
    """Whether the list is what the dead "were": all of them."""
    whole = _words("whole").pattern
    return bool(re.search(rf"(?:the )?{whole} (?:were|are|comprised?|consisted of) ⟨0⟩", line.text, re.IGNORECASE))


def _is_governed(parts: Sequence[Claim]) -> bool:
    """Whether what befell them is told of the parts themselves, not just somewhere in their sentence."""
    return any(weight >= _TOLD for part in parts for _, weight in part.key.frames[:1])


def _find_total(parts: Sequence[Claim], line: _Line, lines: Sequence[_Line]) -> Claim | None:
    """The nearest count of whoever it is, of the parts' own measure: before them, or "the six" after."""
    measure = next((claim.key.measure for claim in parts if claim.key.measure), "")
    here = parts[0].mention
    found = []
    for other in lines:
        for number, claim in enumerate(other.claims):
            mention = claim.mention
            gap = here.sentence - mention.sentence
            if claim in parts or mention.field != here.field or abs(gap) > NEAR or not _is_cover(claim):
                continue
            before = other.before(number)
            after = mention.start > here.start
            if after and not re.search(r"\b(?:the|all) $", before, re.IGNORECASE):
                continue
            if not _is_of(claim, measure) or _are_two_speakers(claim, parts[0]):
                continue
            found.append((abs(gap), after, claim))
    return min(found, key=lambda item: item[:2], default=(0, False, None))[2]


def _is_of(claim: Claim, measure: str) -> bool:
    """Whether a count is of this measure; victims are the dead."""
    if claim.key.measure:
        told = claim.key.frames[0][1] >= (_TOLD if _figure(claim).unit else _TOLD / 2)
        return claim.key.measure == measure and told
    return measure == "killed" and claim.key.head in {"victim", "dead", "fatality", "casualty"}


def _is_cover(claim: Claim) -> bool:
    unit = _figure(claim).unit
    narrowed = any(group.split(":")[0] in {"comparison", "turn"} for group in claim.key.groups)
    cover = unit in lexicon.read_table("breakdowns")["words"]["cover"]
    return _figure(claim).measure == "count" and cover and not narrowed


def _are_two_speakers(left: Claim, right: Claim) -> bool:
    """Whether the words surely put the two into different mouths."""
    mute = lexicon.read_table("breakdowns")["words"]["mute"]
    a, b = left.key.speaker, right.key.speaker
    return bool(a and b and a != b and not {a, b} & set(mute))


def _figure(claim: Claim) -> Figure:
    value = claim.mention.value
    assert isinstance(value, Figure)
    return value


@cache
def _classes(unit: str) -> dict[str, str]:
    """Row → class to which a counted noun belongs ("military man" → armed of service, man of sex)."""
    rows = lexicon.read_table("breakdowns")["rows"]
    return {
        row: name
        for row, classes in rows.items()
        for name, nouns in classes.items()
        if set(unit.split()) & set(nouns)
    }


def _row_of(parts: Sequence[Claim]) -> str | None:
    """The row that tells all parts apart, or None: somebody may be of two sorts."""
    sorts = [_classes(_figure(part).unit) for part in parts]
    units = [_figure(part).unit for part in parts]
    for row in lexicon.read_table("breakdowns")["rows"]:
        told = [sort.get(row) for sort in sorts]
        if None not in told and len(set(told)) > 1 and len(set(units)) == len(units):
            return str(row)
    return None


def _is_complete(row: str, parts: Sequence[Claim]) -> bool:
    told = {_classes(_figure(part).unit)[row] for part in parts}
    return told >= set(lexicon.read_table("breakdowns")["complete"].get(row, ["?"]))
