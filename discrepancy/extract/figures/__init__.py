"""Figures: every quantity of a document with the range of numbers its words allow.

A line is read from left to right. Each number is tried as score, quantity with unit, age and
count in this order, the first reading that fits wins; regular expressions and dictionaries do the
work, the language model's analysis only tells which noun a number counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from discrepancy.extract.figures import durations
from discrepancy.extract.figures.ages import find_decades, read_age
from discrepancy.extract.figures.changes import mark_changes
from discrepancy.extract.figures.counts import find_noughts, read_count, read_frequency
from discrepancy.extract.figures.line import Line, find_models, open_line
from discrepancy.extract.figures.ordinals import read_ordinal
from discrepancy.extract.figures.quantities import read_quantity, resolve_suffix
from discrepancy.extract.figures.scores import read_score
from discrepancy.extract.figures.spot import COUNTING, Spot, hedged
from discrepancy.extract.figures.units import Unit
from discrepancy.extract.numerals import Numeral, find_numerals
from discrepancy.model import Document, Figure, Kind, Mention

__all__ = ["extract_figures"]

_TO = re.compile(r" (?:to|or) | ?[-–] ?")
# Quantities that no numeral announces: "no deaths", "in her sixties", "more than a week".
_WORDED = re.compile(r"\b(?:[Nn]o(?:body|ne)?|in (?:his|her|their)|an? [a-z]+)\b")
_AGAINST = frozenset(
    f"{comma} {words} "
    for comma in ("", ",")
    for words in ("against", "versus", "vs.", "compared with", "compared to", "as against", "to", "from")
)
"""What stands between two shares of which only the first has its unit printed."""
_OF_ALL = re.compile(
    r" (?:out )?of (?:all |some |about )?(?:the |its |their |his |her |our |those |these |the [\w-]+'s )?"
    r"(?:last |first |past |next |final |remaining |original )?"
)
_JOINTS = (" to ", " and ", " or ")
_CLOSING = frozenset({"PUNCT", "CCONJ", "ADP", "SCONJ", "PART"})
"""Parts of speech that stand behind a quantity and are not counted."""
_FROM = re.compile(r"(?i)\bfrom (?:about |around |some )?$")


def extract_figures(
    document: Document, taken: Sequence[Mention] = (), approximate: float = 0.1
) -> tuple[Mention, ...]:
    """Every quantity of a document, in order of sentence and start.

    Args:
        document: The analysed article.
        taken: Mentions of dates; nothing that overlaps one is emitted.
        approximate: Relative half-width of "about 40".

    Returns:
        Mentions of kind NUMBER (counts, ages, ordinals, scores, shares) and FIGURE (with a unit).
    """
    dates: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for mention in taken:
        dates[mention.field].append((mention.start, mention.end))
    band = Decimal(str(approximate))
    models = find_models(document.article.text)
    found: list[Mention] = []
    for sentence in document.sentences:
        if not document.asks(sentence.index):
            continue
        numerals = find_numerals(sentence.text)
        if not numerals and not _WORDED.search(sentence.text):
            continue
        line = open_line(sentence, document.article.text, dates[sentence.field], band, models)
        for spot in _read(line, numerals):
            kind = Kind.NUMBER if spot.figure.measure in COUNTING else Kind.FIGURE
            start, end = sentence.start + spot.start, sentence.start + spot.end
            found.append(document.mention(sentence, start, end, kind, spot.figure))
    return tuple(found)


def _read(line: Line, numerals: Sequence[Numeral]) -> list[Spot]:
    """The spots of a line, in order and free of overlaps."""
    fixed = [*_races(line), *find_decades(line), *find_noughts(line)]
    spots = [*fixed, *_numerals(line, numerals, fixed), *_articles(line)]
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda s: (s.start, -s.end)):
        free = not kept or spot.start >= kept[-1].end
        if free and not line.is_barred(spot.start, spot.end):
            kept.append(spot)
    return mark_changes(line, _take_percents(line, _take_nouns(line, _lend_nouns(line, _merge(line, kept)))))


def _lend_nouns(line: Line, spots: list[Spot]) -> list[Spot]:
    """Give "12" its noun in "12 and 14 people", "12 of the 14 people": it is printed once, at the end."""
    for index in range(len(spots) - 2, -1, -1):
        spot, following = spots[index], spots[index + 1]
        if spot.figure.measure not in ("count", "ratio") or spot.figure.unit:
            continue
        if following.figure.measure != "count":
            continue
        gap = line.text[spot.end : following.start]
        joined = gap in _JOINTS and (gap != " to " or _is_below(spot, following))
        shared = _OF_ALL.fullmatch(gap) and " in " not in line.text[spot.start : spot.end]
        if shared or (joined and spot.figure.measure == "count"):
            spots[index] = replace(spot, figure=replace(spot.figure, unit=following.figure.unit))
    return spots


def _take_nouns(line: Line, spots: list[Spot]) -> list[Spot]:
    """Give "3,200 of them" the noun of the count before it: "11,000 hours, 3,200 of them at night"."""
    for index in range(1, len(spots)):
        spot, before = spots[index].figure, spots[index - 1].figure
        part = line.text.startswith((" of them", " of whom", " of which"), spots[index].end)
        if part and spot.measure == before.measure == "count" and not spot.unit:
            spots[index] = replace(spots[index], figure=replace(spot, unit=before.unit))
    return spots


def _take_percents(line: Line, spots: list[Spot]) -> list[Spot]:
    """Give "38.9" the unit of the share before it: "61.1 percent against 38.9"."""
    for index in range(1, len(spots)):
        spot, before = spots[index].figure, spots[index - 1].figure
        gap = line.text[spots[index - 1].end : spots[index].start]
        if before.measure == "percent" and spot.measure == "count" and not spot.unit and gap in _AGAINST:
            shared = replace(spot, unit=before.unit, measure=before.measure)
            spots[index] = replace(spots[index], figure=shared)
    return spots


def _is_below(left: Spot, right: Spot) -> bool:
    a, b = left.figure.number, right.figure.number
    return not isinstance(a, tuple) and not isinstance(b, tuple) and a < b


def _races(line: Line) -> Iterator[Spot]:
    for numeral in durations.find_races(line.text):
        timex = durations.race_timex(numeral.low)
        yield hedged(line, numeral, numeral.start, numeral.end, "second", "duration", timex)


def _numerals(line: Line, found: Sequence[Numeral], fixed: Sequence[Spot]) -> Iterator[Spot]:
    numerals = [
        n
        for n in found
        if not line.is_barred(n.start, n.end) and not any(n.start < s.end and s.start < n.end for s in fixed)
    ]
    index = 0
    while index < len(numerals):
        spot, index = _spot(line, numerals, index)
        if spot is not None:
            yield spot


def _spot(line: Line, numerals: Sequence[Numeral], index: int) -> tuple[Spot | None, int]:
    """The reading of the number of that index, and the index of the next unread one."""
    numeral = numerals[index]
    following = numerals[index + 1] if index + 1 < len(numerals) else None
    if numeral.form == "ordinal":
        return (None if _is_glued(line, numeral.start) else read_ordinal(line, numeral)), index + 1
    score = read_score(line, numeral, following)
    if score is not None:
        return score, index + (1 if numeral.is_range else 2)
    age = read_age(line, numeral)
    if age is not None:
        return age, index + 1
    numeral = resolve_suffix(line, numeral)
    quantity = read_quantity(line, numeral)
    if quantity is None:
        quantity = _shared(line, numeral, following)
    if quantity is not None:
        if _is_glued(line, quantity[0].start):
            return None, index + 1
        return _composite(line, numerals, index, *quantity)
    if _is_glued(line, numeral.start):
        return None, index + 1
    return read_frequency(line, numeral) or read_count(line, numeral), index + 1


def _is_glued(line: Line, start: int) -> bool:
    """Whether the number is the tail of a word ("A320", "mid-40s", "2010/11")."""
    before = line.text[max(0, start - 2) : start]
    if not before or before[-1] in " (":
        return False
    if before[-1] == "-":
        return before[:1].isupper() or before[:1].isdigit()
    return before[-1].isalnum() or (before[-1] in "/:_.'^" and before[:1].isalnum())


def _shared(line: Line, numeral: Numeral, following: Numeral | None) -> tuple[Spot, Numeral, Unit] | None:
    """The unit of "61" in "from 61 to 78 percent", "61 and 78 percent": it is printed once, at the end."""
    gap = line.text[numeral.end : following.start] if following is not None else ""
    if following is None or gap not in _JOINTS or numeral.is_range or following.is_range:
        return None
    if gap == " to " and not _FROM.search(line.text, 0, numeral.start):
        return None
    second = read_quantity(line, resolve_suffix(line, following))
    if second is None or second[0].start < following.start:
        return None
    unit = replace(second[2], end=numeral.end)
    if second[1].scale > 1 and numeral.scale == 1 and numeral.low < second[1].scale:
        numeral = numeral.times(second[1].scale)
    timex = durations.timex(numeral.low, unit.name) if unit.measure == "duration" else None
    return hedged(line, numeral, numeral.start, numeral.end, unit.name, unit.measure, timex), numeral, unit


def _composite(
    line: Line, numerals: Sequence[Numeral], index: int, spot: Spot, numeral: Numeral, unit: Unit
) -> tuple[Spot, int]:
    """One quantity of several parts ("4 hours 21 minutes 8 seconds") where such parts follow."""
    parts = [(numeral.low, unit)]
    last = spot
    index += 1
    # "One-year and six-month notes" are two sorts of notes.
    joined = line.text[numeral.end : numeral.end + 1] == "-"
    inches = numerals[index] if index < len(numerals) and unit.name == "foot" else None
    if inches is not None and line.text[unit.end : inches.start] == "-" and inches.high < 12:
        # "a 5-foot-10 guard"
        parts.append((inches.low, Unit("inch", unit.measure, inches.end)))
        last = replace(spot, start=inches.start, end=inches.end)
        return _joined(line, spot, last, parts, numeral), index + 1
    # A sign before the number ("$3 and 50 cents") opens no quantity of several parts.
    while len(numeral.numbers) == 1 and unit.end > numeral.end and index < len(numerals):
        more = durations.add_part_of_second(line.text, parts[-1][1], numerals[index])
        if more is not None:
            # "12 seconds and 30 hundredths"
            value, step, unit = more
            parts[-1] = (parts[-1][0] + value, unit)
            last = replace(last, end=unit.end, figure=replace(last.figure, step=step))
            return _joined(line, spot, last, parts, numeral), index + 1
        following = read_quantity(line, numerals[index]) or _unsaid(line, parts[-1][1], numerals[index])
        if following is None or not durations.may_follow(parts[-1][1], following[2]):
            break
        if joined and " and " in line.text[parts[-1][1].end : numerals[index].start]:
            break
        if not durations.is_link(line.text, parts[-1][1].end, numerals[index].start, unit.measure):
            break
        parts.append((following[1].low, following[2]))
        last = following[0]
        index += 1
    if len(parts) == 1:
        return spot, index
    return _joined(line, spot, last, parts, numeral), index


def _unsaid(line: Line, before: Unit, numeral: Numeral) -> tuple[Spot, Numeral, Unit] | None:
    """The last part of "1 minute 48", whose unit is left out at the end of a clause."""
    unit = durations.unsaid_unit(line.text, before, numeral)
    behind = line.after(numeral.end)
    if unit is None or (behind is not None and behind.pos not in _CLOSING):
        return None
    spot = hedged(line, numeral, numeral.start, numeral.end, unit.name, unit.measure)
    return spot, numeral, unit


def _joined(line: Line, first: Spot, last: Spot, parts: list[tuple[Decimal, Unit]], numeral: Numeral) -> Spot:
    value, unit = durations.combine(parts)
    whole = Numeral(numeral.start, last.end, (value,), value, value, last.figure.step, "digits")
    measure = first.figure.measure
    return hedged(line, whole, numeral.start, last.end, unit, measure, durations.composite_timex(parts))


def _articles(line: Line) -> Iterator[Spot]:
    """Read "an hour and a half", "more than a week", "an hour and 50 minutes"."""
    for numeral, unit, mixed in durations.find_articles(line.text):
        timex = durations.timex(numeral.low, unit.name) if unit.measure == "duration" else None
        spot = hedged(line, numeral, numeral.start, unit.end, unit.name, unit.measure, timex)
        rest = [n for n in find_numerals(line.text[unit.end : unit.end + 20]) if n.start <= 6]
        if unit.measure == "duration" and rest:
            moved = replace(rest[0], start=rest[0].start + unit.end, end=rest[0].end + unit.end)
            following = read_quantity(line, moved)
            linked = durations.is_link(line.text, unit.end, moved.start, unit.measure)
            if following and linked and durations.may_follow(unit, following[2]):
                yield _joined(
                    line, spot, following[0], [(Decimal(1), unit), (following[1].low, following[2])], numeral
                )
                continue
        if mixed or spot.figure.modifier != "=":
            yield spot


def _merge(line: Line, spots: list[Spot]) -> list[Spot]:
    """Two quantities that print a range joined: "45 minutes to 90 minutes", "$12m to $20m"."""
    merged: list[Spot] = []
    for spot in spots:
        if merged and _is_range(line, merged[-1], spot):
            merged[-1] = _span(merged[-1], spot)
        else:
            merged.append(spot)
    return merged


def _is_range(line: Line, left: Spot, right: Spot) -> bool:
    a, b = left.figure, right.figure
    # "£1.1m-£1.4m a year": the rate is printed once, at the end.
    rated = b.unit.startswith(f"{a.unit} per ")
    if (a.unit != b.unit and not rated) or a.measure != b.measure or a.measure in COUNTING:
        return False
    if (
        isinstance(a.number, tuple)
        or isinstance(b.number, tuple)
        or b.modifier != "="
        or a.number >= b.number
    ):
        return False
    gap = line.text[left.end : right.start]
    if gap == " and ":
        return line.text[: left.start].lower().endswith("between ")
    if not _TO.fullmatch(gap):
        return False
    if gap == " to " and re.search(r"(?i)\b(?:by|up|down) $", line.text[: left.start]):
        return False
    return not _FROM.search(line.text, 0, left.start) or line.text[: left.start].lower().endswith(
        "ranging from "
    )


def _span(left: Spot, right: Spot) -> Spot:
    a, b = left.figure, right.figure
    assert not isinstance(a.number, tuple)
    assert not isinstance(b.number, tuple)
    step = min(a.step, b.step)
    return Spot(
        left.start,
        right.end,
        Figure((a.number, b.number), a.modifier, b.unit, a.low, b.high, a.measure, step),
    )
