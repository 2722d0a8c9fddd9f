"""Extracted values as records: nested for JSON lines, flat for tables.

A duration is a ``figure`` that also carries a ``date`` object of type DURATION. Places are names
of type PLACE. Quotations, roles, statuses and directions take part in checking but are not listed here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from discrepancy.model import Date, Figure, Kind, Mention, Name, Phrase

LISTED = (Kind.DATE, Kind.FIGURE, Kind.NUMBER, Kind.NAME, Kind.PLACE)
"""The kinds that are listed; a place is listed as a name."""


def in_reading_order(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions of the listed kinds: articles in the order first seen, title first, then by start."""
    kept = [m for m in mentions if m.kind in LISTED and not isinstance(m.value, Phrase)]
    place = {article: index for index, article in enumerate(dict.fromkeys(m.article_id for m in kept))}
    return sorted(kept, key=lambda m: (place[m.article_id], m.field == "text", m.start, m.end, m.kind))


def render_jsonl(mentions: Iterable[Mention]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(record(mention), ensure_ascii=False) + "\n" for mention in mentions)


def record(mention: Mention) -> dict[str, Any]:
    """A mention as a nested dictionary with one of ``date``, ``figure`` or ``name``."""
    return {
        "article": mention.article_id,
        "source": mention.source,
        "field": mention.field,
        "zone": mention.zone.value,
        "kind": _kind(mention),
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "value": mention.value.normal,
    } | _value(mention)


def _kind(mention: Mention) -> str:
    return (Kind.NAME if mention.kind is Kind.PLACE else mention.kind).value


def _value(mention: Mention) -> dict[str, Any]:
    match mention.value:
        case Date() as value:
            return {"date": _date(value.timex, value.type, value.first, value.last)}
        case Figure() as value:
            number = value.number
            figure = {
                "number": [_number(n) for n in number] if isinstance(number, tuple) else _number(number),
                "modifier": value.modifier,
                "unit": value.unit,
                "low": _number(value.low),
                "high": _number(value.high),
                "measure": value.measure,
                "change": value.change or None,
            }
            duration = {"date": _date(value.timex, "DURATION", None, None)} if value.timex else {}
            return {"figure": figure} | duration
        case Name() as value:
            return {"name": {"type": value.type, "canonical": value.canonical}}
    return {}


def _date(timex: str, kind: str, first: date | None, last: date | None) -> dict[str, str | None]:
    return {
        "timex": timex,
        "type": kind,
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
    }


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


@dataclass(frozen=True, slots=True)
class FlatRow:
    """A mention in columns; those of other kinds are None. ``number_to`` is the second of a range."""

    article: str
    source: str
    field: str
    zone: str
    kind: str
    start: int
    end: int
    text: str
    value: str
    timex: str | None = None
    type: str | None = None
    first: date | None = None
    last: date | None = None
    number: float | None = None
    number_to: float | None = None
    modifier: str | None = None
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    measure: str | None = None
    canonical: str | None = None
    change: str | None = None


FLAT_COLUMNS = tuple(field.name for field in fields(FlatRow))


def flatten(mention: Mention) -> Sequence[Any]:
    """A mention as one row of ``FLAT_COLUMNS``."""
    nested = record(mention)
    common = {name: nested[name] for name in FLAT_COLUMNS[:9]}
    return astuple(FlatRow(**common, **_flat(mention)))


def _flat(mention: Mention) -> dict[str, Any]:
    match mention.value:
        case Date() as value:
            return {"timex": value.timex, "type": value.type, "first": value.first, "last": value.last}
        case Figure() as value:
            low, high = value.number if isinstance(value.number, tuple) else (value.number, None)
            return {
                "timex": value.timex,
                "type": "DURATION" if value.timex else None,
                "number": _number(low),
                "number_to": _number(high),
                "modifier": value.modifier,
                "unit": value.unit,
                "low": _number(value.low),
                "high": _number(value.high),
                "measure": value.measure,
                "change": value.change or None,
            }
        case Name() as value:
            return {"type": value.type, "canonical": value.canonical}
    return {}
