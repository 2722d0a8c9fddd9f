"""Numbers with a unit: money, shares in percent, durations, physical quantities."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from discrepancy.extract.figures import durations, hedges, money
from discrepancy.extract.figures.line import Line
from discrepancy.extract.figures.rare import match_rare_unit
from discrepancy.extract.figures.spot import Spot, hedged
from discrepancy.extract.figures.units import Unit, match_unit, with_rate
from discrepancy.extract.numerals import Numeral
from discrepancy.lexicon import read_table

_OF = re.compile(r"(?: of)? an? | of (?:a |an )?|-")
_MINUS = re.compile(r"(?:^|[\s(])-$")
_MAGNITUDE = re.compile(r"(?i)\bmagnitude(?: of)?(?: about| around)?[ -]$")
# "one day" is a length of time after these and "some day" elsewhere.
_SPAN = re.compile(r"(?i)\b(?:in|for|within|after|just|only|by|than|least|over|a|lasted|lasting|of) $")
_POINT = re.compile(r"[ -]points?\b")
_GAP = re.compile(
    r" (?:back|behind|ahead|in front|adrift|clear|slower|faster|quicker|off the|down on|later|after|penalty"
    r"|gap|lead)\b"
)
_WORD = re.compile(r"[a-z]+")
_PENCE = re.compile(r"([pc])(?![\w.]*\w)")


def resolve_suffix(line: Line, numeral: Numeral) -> Numeral:
    """``numeral`` with "m", "k" and the like read as a scale where they are one.

    "3.5m people" and "£3.5m" count millions; "the 3.5m wall" measures metres.
    """
    if not numeral.suffix:
        return numeral
    text, stop = line.text, numeral.stop
    paid = money.match_before(text, numeral, line.document) or money.match_after(text, stop, line.document)
    if paid:
        return numeral.expand()
    if numeral.suffix in "bB":
        return numeral.expand() if _is_plural_next(line, stop) else numeral
    if numeral.suffix in "kKM":
        return numeral.expand() if text[stop : stop + 1] != "²" else numeral
    unit = match_unit(text, stop) if text[stop : stop + 1] == " " else None
    if unit is not None and unit.measure not in ("duration", "temperature"):
        return numeral.expand()
    return numeral.expand() if numeral.suffix == "m" and _is_plural_next(line, stop) else numeral


def _is_plural_next(line: Line, at: int) -> bool:
    if line.text[at : at + 1] != " ":
        return False
    index = line.token_from(at)
    first, second = line.token(index), line.token(index + 1)
    if first is None:
        return False
    return first.tag == "NNS" or (first.pos in ("ADJ", "NOUN") and second is not None and second.tag == "NNS")


def read_quantity(line: Line, numeral: Numeral) -> tuple[Spot, Numeral, Unit] | None:
    """The quantity with a unit that a number states, or None when it has none."""
    paid = money.match_before(line.text, numeral, line.document)
    if paid:
        return _money_before(line, numeral, *paid)
    at = hedges.skip_after(line.text, numeral.end)
    if numeral.form in ("vague", "fraction") or line.text[:at].endswith(("couple", "illions", "illiards")):
        link = _OF.match(line.text, at)
        at = link.end() - (1 if link and link[0] == "-" else 0) if link else at
        at = at - 1 if link and line.text[at - 1] == " " else at
    paid = _money_after(line, numeral, at)
    if paid:
        numeral = sign_numeral(line, numeral)
        return _finish(line, numeral, numeral.start, with_rate(line.text, Unit(paid[0], "money", paid[1])))
    unit = _unit_after(line, numeral, at)
    if unit is None:
        return _magnitude(line, numeral)
    return _finish(line, sign_numeral(line, numeral), numeral.start, unit)


def _money_before(line: Line, numeral: Numeral, name: str, start: int) -> tuple[Spot, Numeral, Unit]:
    text = line.text
    if scaled := money.scale_after(text, numeral.end):
        numeral = replace(numeral.times(Decimal(scaled[0])), end=scaled[1])
    end = numeral.end
    spelled = money.match_after(text, end, line.document)
    if spelled:
        name, end = (spelled[0] if name == "dollar" else name), spelled[1]
    elif name == "dollar":
        owner = money.match_nationality(text, end)
        if owner:
            name, end = owner
    numeral = sign_numeral(line, numeral, start)
    unit = with_rate(text, Unit(name, "money", end))
    return _finish(line, numeral, start, unit)


def _money_after(line: Line, numeral: Numeral, at: int) -> tuple[str, int] | None:
    text = line.text
    tight = _PENCE.match(text, numeral.end) if numeral.form == "digits" else None
    if tight:
        return ("penny" if tight[1] == "p" else "cent"), tight.end()
    match = re.compile(r"[ -](?:British )?pounds?\b(?! per square| of thrust)").match(text, at)
    if match and (numeral.scale >= 10**6 or money.is_money_pound(text, line.document)):
        return "pound sterling", match.end()
    return money.match_after(text, at, line.document)


def _unit_after(line: Line, numeral: Numeral, at: int) -> Unit | None:
    text = line.text
    unit = match_unit(text, at)
    point = _POINT.match(text, at)
    if unit is None and point and (numeral.form == "fraction" or "margin of error" in text):
        # "A quarter point", "a margin of error of 3 points": nothing else is told in such points.
        return Unit("percentage point", "point", point.end())
    if unit is not None and text[at : unit.end].strip(" -") in read_table("units")["small"]["signs"]:
        unit = _read_small(line, unit)
    if unit is None:
        match = re.compile(r"[ -]pounds?\b").match(text, at)
        return with_rate(text, Unit("pound", "mass", match.end())) if match else match_rare_unit(text, at)
    word = text[at : unit.end].strip(" -").lower()
    singular = word in ("second", "foot", "degree", "minute", "hour", "day") and text[at : at + 1] == " "
    # "the 30 second-hand cars": a singular after a space is an ordinal or half of a compound.
    if singular and numeral.low != 1 and (word == "second" or text[unit.end : unit.end + 1] == "-"):
        return None
    if (
        word == "day"
        and text[numeral.start : at].lower() == "one"
        and not _SPAN.search(text[: numeral.start])
    ):
        return None
    if unit.measure == "temperature" and abs(numeral.high) >= 10_000 and numeral.scale == 1:
        return None
    if text[at : unit.end] == "s" and not _is_gap(text, numeral, unit.end):
        return None
    if unit.name == "degree" and word.startswith("degree") and _is_taught(line, unit.end, word):
        return None
    if unit.name == "degree":
        return Unit("degree", "temperature", unit.end)
    return unit


def _is_gap(text: str, numeral: Numeral, end: int) -> bool:
    """Whether "14.3s" are seconds: a fraction, or what somebody is behind by; "the 30s" are none."""
    fraction = "." in text[numeral.start : numeral.end]
    return fraction or bool(_GAP.match(text, end)) or text[: numeral.start].endswith("+")


def _is_taught(line: Line, end: int, word: str) -> bool:
    """Whether degrees are those of a university: "nine degree courses", "sold 128 degrees" of a college."""
    table = read_table("units")["degree"]
    following = re.match(r" ([a-z]+)", line.text[end:])
    if word == "degree" and following and following[1] in table["taught"]:
        return True
    said = set(_WORD.findall(line.text.lower()))
    if not said.isdisjoint(table["measured"]):
        return False
    return len(set(_WORD.findall(line.document.lower())) & set(table["taught"])) > 1


def _read_small(line: Line, unit: Unit) -> Unit:
    """A sign of two units, the small one where what the article tells of is small: "a 28nm chip"."""
    table = read_table("units")["small"]
    told, large = set(_WORD.findall(line.document.lower())), set(_WORD.findall(line.text.lower()))
    if told.isdisjoint(table["words"]) or not large.isdisjoint(table["large"]):
        return unit
    return replace(unit, name=table["units"][unit.name])


def sign_numeral(line: Line, numeral: Numeral, start: int | None = None) -> Numeral:
    """``numeral`` with the minus sign before it taken in.

    Args:
        line: The sentence.
        numeral: The number.
        start: Where its currency sign begins, if it has one.
    """
    at = numeral.start if start is None else start
    if numeral.low < 0 or not _MINUS.search(line.text, max(0, at - 2), at):
        return numeral
    return replace(
        numeral.times(Decimal(-1)), start=numeral.start - 1, step=numeral.step, scale=numeral.scale
    )


def _magnitude(line: Line, numeral: Numeral) -> tuple[Spot, Numeral, Unit] | None:
    """Read "magnitude 7.8", "7.8-magnitude"."""
    text = line.text
    after = re.compile(r"[ -]magnitude\b").match(text, numeral.end)
    if numeral.high > 12 or not (after or _MAGNITUDE.search(text, max(0, numeral.start - 24), numeral.start)):
        return None
    unit = Unit("magnitude", "magnitude", after.end() if after else numeral.end)
    return _finish(line, numeral, numeral.start, unit)


def _finish(line: Line, numeral: Numeral, start: int, unit: Unit) -> tuple[Spot, Numeral, Unit]:
    timex = None
    if unit.measure == "duration":
        timex = unit.timex.replace("T", "PTX") if "T" in unit.timex else f"PX{unit.timex or 'X'}"
        timex = timex if numeral.form == "vague" else None
        if len(numeral.numbers) == 1:
            timex = durations.timex(numeral.numbers[0], unit.name)
    start = min(start, numeral.start)
    return hedged(line, numeral, start, unit.end, unit.name, unit.measure, timex), numeral, unit
