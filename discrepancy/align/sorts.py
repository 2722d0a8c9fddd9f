"""People told apart by sort: three adults and four children are seven, for nobody is both.

Rows of sorts that exclude one another, and which of them leave nobody out, stand in
``lexicon/breakdowns.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from discrepancy import lexicon
from discrepancy.align.lines import Breakdown, Line, figure_of, word_pattern
from discrepancy.model import Claim

NEAR = 3
"""Sentences between a total and its parts, at most."""

_TOLD = 0.3
"""Weight from which a measure is told of a count itself."""

_BESIDE = re.compile(r"^[^⟨⟩.:]{0,90}?(?:,|;|\band\b)[^⟨⟩.:]{0,40}$")
_APPOSED = re.compile(r"^(?: [\w’'-]+){1,3},? (?:[–—-] |\()?$")
_AND_A = re.compile(r"^(?: [\w-]+){1,2},? and an? ")
_SINGLE = re.compile(
    r"\b(?:an?|his|her|their) (?:[\w-]+ )?(?:man|woman|boy|girl|child|baby|toddler|infant|\w+er)\b"
)


def find_sorts(line: Line, lines: Sequence[Line]) -> Iterator[Breakdown]:
    """People counted by sort ("three adults and four children died") with a total near by."""
    for run in _runs(line):
        # The total may be counted in a sort of its own: "412 pupils, 210 girls and 202 boys".
        parts = run if find_row(run) or len(run) < 3 else run[1:]
        row = find_row(parts)
        if row is None:
            continue
        total = _apposed(parts, line, row) or _find_total(parts, line, lines)
        if total is None:
            continue
        text = line.text + next(other.text for other in lines if total in other.claims)
        if total not in line.claims and not (_says_all(line) or _is_governed(parts)):
            continue
        singles = len(_SINGLE.findall(line.text))
        extra = int(singles == 1 and bool(_AND_A.match(_after(line, parts[-1]))))
        complete = _is_complete(row, parts) or _says_all(line)
        partial = word_pattern("partial").search(text) or singles > extra
        rest = tuple(c for other in lines for c in other.claims if c is not total and c not in parts)
        yield Breakdown(total, parts, bool(complete and not partial), rest, extra=extra)


def _after(line: Line, claim: Claim) -> str:
    number = next(k for k, other in enumerate(line.claims) if other is claim)
    return line.text.partition(f"⟨{number}⟩")[2]


def _apposed(parts: Sequence[Claim], line: Line, row: str) -> Claim | None:
    """The count that the list stands in apposition to: "15 hikers, nine men and six women"."""
    first = next(k for k, other in enumerate(line.claims) if other is parts[0])
    if first == 0 or not _APPOSED.match(line.between(first - 1, first)):
        return None
    total = line.claims[first - 1]
    figure = figure_of(total)
    return total if figure.measure == "count" and figure.unit and row not in sorts_of(figure.unit) else None


def _runs(line: Line) -> Iterator[tuple[Claim, ...]]:
    """Longest runs of counts that stand side by side in one list."""
    run: list[Claim] = []
    for number, claim in enumerate(line.claims):
        joined = bool(run) and bool(_BESIDE.match(line.between(number - 1, number)))
        if not joined and len(run) > 1:
            yield tuple(run)
        sorted_out = bool(sorts_of(figure_of(claim).unit))
        run = [*(run if joined and sorted_out else ()), *([claim] if sorted_out else ())]
    if len(run) > 1:
        yield tuple(run)


def _says_all(line: Line) -> bool:
    """Whether the list is what the dead "were": all of them."""
    whole = word_pattern("whole").pattern
    return bool(
        re.search(rf"(?:the )?{whole} (?:were|are|comprised?|consisted of) ⟨0⟩", line.text, re.IGNORECASE)
    )


def _is_governed(parts: Sequence[Claim]) -> bool:
    """Whether what befell them is told of the parts themselves, not just somewhere in their sentence."""
    return any(weight >= _TOLD for part in parts for _, weight in part.key.frames[:1])


def _find_total(parts: Sequence[Claim], line: Line, lines: Sequence[Line]) -> Claim | None:
    """The nearest count of whoever it is, of the parts' own measure: before them, or "the six" after."""
    told = next((claim.key.measure for claim in parts if claim.key.measure), "")
    measure = told or ("killed" if _says_all(line) else "")
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
            if after and not _says_all(line) and not re.search(r"\b(?:the|all) $", before, re.IGNORECASE):
                continue
            if not _is_of(claim, measure) or _are_two_speakers(claim, parts[0]):
                continue
            found.append((abs(gap), after, claim))
    return min(found, key=lambda item: item[:2], default=(0, False, None))[2]


def _is_of(claim: Claim, measure: str) -> bool:
    """Whether a count is of this measure; victims are the dead."""
    if claim.key.measure:
        near = _TOLD if figure_of(claim).unit else _TOLD / 2
        told = [name for name, weight in claim.key.frames if weight >= near and name in _befalling()]
        return told[:1] == [measure]
    return measure == "killed" and claim.key.head in {"victim", "dead", "fatality", "casualty"}


@cache
def _befalling() -> frozenset[str]:
    """What befalls people, each of it easily taken for the others; words like "rise" say none of it."""
    groups = lexicon.read_table("measures")["contrast"]["groups"]
    return frozenset(next(group for group in groups if "killed" in group))


def _is_cover(claim: Claim) -> bool:
    unit = figure_of(claim).unit
    narrowed = any(group.split(":")[0] in {"comparison", "turn"} for group in claim.key.groups)
    cover = unit in lexicon.read_table("breakdowns")["words"]["cover"]
    return figure_of(claim).measure == "count" and cover and not narrowed


def _are_two_speakers(left: Claim, right: Claim) -> bool:
    """Whether the words surely put the two into different mouths."""
    mute = lexicon.read_table("breakdowns")["words"]["mute"]
    a, b = left.key.speaker, right.key.speaker
    return bool(a and b and a != b and not {a, b} & set(mute))


@lru_cache(maxsize=lexicon.REMEMBERED)
def sorts_of(unit: str) -> dict[str, str]:
    """Row → class to which a counted noun belongs ("military man" → armed of service, man of sex)."""
    rows = lexicon.read_table("breakdowns")["rows"]
    return {
        row: name
        for row, classes in rows.items()
        for name, nouns in classes.items()
        if set(unit.split()) & set(nouns)
    }


def find_row(parts: Sequence[Claim]) -> str | None:
    """The row that tells all parts apart, or None: somebody may be of two sorts."""
    sorts = [sorts_of(figure_of(part).unit) for part in parts]
    units = [figure_of(part).unit for part in parts]
    for row in lexicon.read_table("breakdowns")["rows"]:
        told = [sort.get(row) for sort in sorts]
        if None not in told and len(set(told)) > 1 and len(set(units)) == len(units):
            return str(row)
    return None


def _is_complete(row: str, parts: Sequence[Claim]) -> bool:
    told = {sorts_of(figure_of(part).unit)[row] for part in parts}
    return told >= set(lexicon.read_table("breakdowns")["complete"].get(row, ["?"]))
