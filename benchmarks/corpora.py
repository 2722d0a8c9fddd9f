"""Readers of the development sets: whatever the format, texts with the values that they should give.

``data/dev`` is this project's own. The others are read from ``--shared`` where that is present;
each reader says what of its set cannot be compared.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.scoring import Number, Quantity, Span

_UNITS = {
    "": "-",
    "dimensionless": "-",
    "percent": "percentage",
    "united states dollar": "dollar",
    "chinese yuan": "yuan",
    "japanese yen": "yen",
    "british pound": "pound sterling",
    "mexican peso": "peso",
    "indian rupee": "rupee",
    "metric ton": "tonne",
    "c": "degree celsius",
    "f": "degree fahrenheit",
    "pound-mass": "pound",
}
"""Names that data sets and libraries use for what others call otherwise."""
_SPELLING = (("metre", "meter"), ("litre", "liter"))
_YEAR = range(1500, 2101)
_DURATION = re.compile(r"P\d.*|PT\d.*")
_CALENDAR = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_INTERVAL = re.compile(r"([\[(])([^,]*),([^,]*)([\])])")


@dataclass(frozen=True, slots=True)
class Text:
    """A text with what is to be found in it; a kind that is not labelled is None.

    Attributes:
        stop: Nothing is labelled from here on.
        ignored: Labelled, but not to be found: what overlaps these does not count.
    """

    id: str
    text: str
    published: datetime | None = None
    quantities: tuple[Quantity, ...] | None = None
    figures: tuple[Span, ...] | None = None
    dates: tuple[Span, ...] | None = None
    people: tuple[Span, ...] | None = None
    stop: int | None = None
    ignored: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two written forms, and whether they name one person."""

    left: str
    right: str
    same: bool


@dataclass(frozen=True, slots=True)
class TextSet:
    """A set of texts: how it is read and what to know about its scores.

    Attributes:
        recall_only: Not everything is labelled, so that precision cannot be told.
        mixed: Figures and dates are labelled as one.
        skip_years: Bare years may be numbers or dates and do not count.
    """

    name: str
    path: str
    read: Callable[[Path], list[Text]]
    recall_only: bool = False
    mixed: bool = False
    skip_years: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class PairSet:
    """A set of pairs of names; with ``recall_only`` every pair is one person."""

    name: str
    path: str
    recall_only: bool = False
    note: str = ""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def name_unit(unit: str) -> str:
    """One name for a unit that data sets and libraries call by several."""
    name = unit.lower()
    for british, american in _SPELLING:
        name = name.replace(british, american)
    return _UNITS.get(name, name)


def read_pairs(path: Path) -> list[Pair]:
    """Pairs of names with ``name1``, ``name2`` and ``match``."""
    return [Pair(row["name1"], row["name2"], row["match"]) for row in rows(path)]


def read_dev_quantities(path: Path) -> list[Text]:
    """This project's own sentences with quantities."""
    return [
        Text(row["id"], row["text"], quantities=tuple(_quantity(g) for g in row["gold"]))
        for row in rows(path)
    ]


def read_dev_dates(path: Path) -> list[Text]:
    """This project's own sentences with dates."""
    return [
        Text(row["id"], row["text"], _moment(row["dct"]), dates=tuple(_span(g) for g in row["gold"]))
        for row in rows(path)
    ]


def read_dev_names(path: Path) -> list[Text]:
    """This project's own sentences with persons' names."""
    return [
        Text(row["id"], row["text"], people=tuple(_span(g, None) for g in row["gold"])) for row in rows(path)
    ]


def _quantity(gold: dict[str, Any]) -> Quantity:
    value = gold["value"]
    return Quantity(
        tuple(value) if isinstance(value, list) else value, gold["modifier"], name_unit(gold["unit"])
    )


def _span(gold: dict[str, Any], value: str | None = "value") -> Span:
    return Span(gold["start"], gold["end"], gold.get(value) if value else None)


def _moment(day: str | None) -> datetime | None:
    return datetime.fromisoformat(day) if day else None


def read_meantime(path: Path) -> list[Text]:
    """News of which the opening sentences are labelled; figures have spans only, no values.

    The publication date's own line does not count. A person's span takes in what stands before the
    name ("the analyst Ann Roe"), so few can be exact.
    """
    texts = []
    for row in rows(path):
        gold = row["gold"]
        times = [g for g in gold if g["kind"] == "TIMEX3"]
        own = [g for g in times if g["fid"] == "CREATION_TIME"]
        people = [g for g in gold if g["kind"] == "ENTITY_MENTION" and g["type"] == "PER"]
        texts.append(
            Text(
                id=row["id"],
                text=row["text"],
                published=_moment(row["dct"]),
                figures=tuple(_span(g, None) for g in gold if g["kind"] == "VALUE"),
                dates=tuple(_span(g) for g in times if g not in own),
                people=tuple(_span(g, None) for g in people),
                stop=max(g["end"] for g in gold),
                ignored=tuple(_span(g) for g in own),
            )
        )
    return texts


def read_wikiwars(path: Path) -> list[Text]:
    """Long histories with TIMEX values; values that the annotators left empty are not compared."""
    return [
        Text(
            id=row["id"],
            text=row["text"],
            published=_moment(row["dct"]),
            dates=tuple(
                Span(g["start"], g["end"], g["value"] if g["value"] not in (None, "null") else None)
                for g in row["gold"]
            ),
        )
        for row in rows(path)
    ]


def read_recognizers_dates(path: Path) -> list[Text]:
    """Only the cases that label every expression; the others label one sort in each.

    Values are compared where they are explicit: years, months, days and durations. Ranges, times and days
    without a year follow a dialogue assistant's notation.
    """
    return [
        Text(
            id=row["id"],
            text=row["text"],
            published=_moment(row["ref"]),
            dates=tuple(Span(g["start"], g["end"], _explicit(g)) for g in row["gold"]),
        )
        for row in rows(path)
        if "datetimemodel" in row["id"]
    ]


def _explicit(gold: dict[str, Any]) -> str | None:
    values = gold["resolution"].get("values", [])
    timex = str(values[0].get("timex", "")) if values else ""
    return timex if _CALENDAR.fullmatch(timex) or _DURATION.fullmatch(timex) else None


def read_recognizers_quantities(path: Path) -> list[Text]:
    """Each case labels one sort of quantity, so that only recall can be told.

    Relative ordinals ("the last") are no quantities and left out; plain numbers have no unit there.
    """
    return [
        Text(
            id=row["id"],
            text=row["text"],
            quantities=tuple(
                _resolve(g["type"], g["resolution"]) for g in row["gold"] if g["type"] != "ordinal.relative"
            ),
        )
        for row in rows(path)
    ]


def _resolve(sort: str, resolution: dict[str, Any]) -> Quantity:
    value, unit = str(resolution["value"]), str(resolution.get("unit", ""))
    if sort == "numberrange":
        return _interval(value)
    if sort == "percentage":
        return Quantity(_number(value.removesuffix("%")), unit="percentage")
    if (sort, unit) == ("currency", "Pound"):
        unit = "pound sterling"
    return Quantity(_number(value), unit=name_unit(unit))


def _interval(text: str) -> Quantity:
    parts = _INTERVAL.fullmatch(text)
    if parts is None:
        return Quantity(_number(text))
    low, high = parts[2], parts[3]
    if not low or not high:
        return Quantity(_number(low or high), ">" if low else "<")
    return Quantity((_number(low), _number(high)))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")


def read_quantulum_cases(path: Path) -> list[Text]:
    """A library's own test cases: ranges are told as middle and spread, modifiers not at all.

    Bare years count as numbers there and are dates here, so they do not count (``skip_years``).
    """
    return [
        Text(
            id=row["id"],
            text=row["text"],
            quantities=tuple(_middle(g) for g in row["gold"]),
        )
        for row in rows(path)
    ]


def _middle(gold: dict[str, Any]) -> Quantity:
    return Quantity(spread(gold["value"], gold["uncertainty"]), unit=name_unit(gold["unit"]))


def is_year(quantity: Quantity) -> bool:
    """Whether a quantity may just as well be a year."""
    return quantity.unit == "-" and not isinstance(quantity.value, tuple) and quantity.value in _YEAR


def spread(value: float, uncertainty: float | None) -> Number:
    """A range given by its middle; a slight uncertainty is one of measurement, no range."""
    if not uncertainty or abs(uncertainty) < 0.01 * abs(value):
        return value
    return (value - uncertainty, value + uncertainty)


def read_illinois(path: Path) -> list[Text]:
    """Spans of quantities, ratios, ranges and dates in one; predicted dates and figures both count."""
    return [
        Text(id=row["id"], text=row["text"], figures=tuple(_span(g, None) for g in row["gold"]))
        for row in rows(path)
    ]


OWN_TEXTS = (
    TextSet("dev/quantities", "data/dev/quantities.jsonl", read_dev_quantities),
    TextSet("dev/dates", "data/dev/dates.jsonl", read_dev_dates),
    TextSet("dev/names", "data/dev/names.jsonl", read_dev_names),
)
OWN_PAIRS = (PairSet("dev/name_pairs", "data/dev/name_pairs.jsonl"),)
SHARED_TEXTS = (
    TextSet(
        "meantime",
        "extraction/meantime.jsonl",
        read_meantime,
        note="figures by span only; persons' spans take in offices before the name; opening sentences only",
    ),
    TextSet("wikiwars", "extraction/wikiwars.jsonl", read_wikiwars, note="narrative, not news"),
    TextSet(
        "recognizers_dates",
        "extraction/recognizers_dates.jsonl",
        read_recognizers_dates,
        note="values compared for years, months, days and durations only; a dialogue assistant's spans",
    ),
    TextSet(
        "recognizers_quantities",
        "extraction/recognizers_quantities.jsonl",
        read_recognizers_quantities,
        recall_only=True,
        note="each case labels one sort of quantity: recall only; plain numbers have no unit",
    ),
    TextSet(
        "quantulum3_cases",
        "extraction/quantulum3_cases.jsonl",
        read_quantulum_cases,
        skip_years=True,
        note="no modifiers; bare years left out; science and rarities, not news",
    ),
    TextSet(
        "illinois_train",
        "extraction/illinois_train.jsonl",
        read_illinois,
        mixed=True,
        note="figures and dates in one, by span only",
    ),
)
SHARED_PAIRS = (
    PairSet("person_pairs", "extraction/person_pairs.jsonl", note="machine-made, noisy, many scripts"),
    PairSet(
        "given_name_variants",
        "extraction/given_name_variants.jsonl",
        recall_only=True,
        note="all positive: recall only",
    ),
)
