"""Records to Articles: every field checked once, here, so that no later stage has to."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from pathlib import PurePath
from urllib.parse import urlsplit

from discrepancy.errors import InputError
from discrepancy.load.published import parse_published
from discrepancy.load.record import Record
from discrepancy.load.status import UNPUBLISHED
from discrepancy.model import Article

_NOTHING = frozenset({"", "nan", "null", "none", "nat"})
"""How tables print a missing value."""

_STATUSES = {
    "usable": "usable",
    "canceled": "canceled",
    "cancelled": "canceled",
    "withheld": "withheld",
    "embargoed": "withheld",
}
"""IPTC's publishing statuses and what NITF calls them; other words in such a column mean other things."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def build_article(record: Record, path: str) -> Article:
    """The record's article; its id is "" where none was given.

    Raises:
        InputError: A field has the wrong type, the text is missing or blank, or the date is unreadable.
    """
    text = _read_text(record, path)
    url = _read_string(record, "url", path)
    return Article(
        id=_read_string(record, "id", path) or "",
        source=_read_string(record, "source", path) or _host(url) or record.site or stem(path),
        text=text,
        title=_read_string(record, "title", path),
        published=_read_moment(record, "published", path),
        url=url,
        story=_read_string(record, "story", path),
        version=_read_string(record, "version", path),
        modified=_read_moment(record, "modified", path),
        status=_read_status(record),
        note=_read_string(record, "note", path),
        encoding=record.encoding,
    )


def stem(path: str) -> str:
    """The file's name without its ending; standard input is called "stdin"."""
    return "stdin" if path == "-" else PurePath(path).stem


def _read_text(record: Record, path: str) -> str:
    value = record.values.get("text")
    if _is_missing(value) and _read_status(record) in UNPUBLISHED:
        return ""  # an agency cancels an item by sending it again without its text
    if _is_missing(value):
        found = 'an empty "text"' if "text" in record.values else 'no "text"'
        raise InputError(path, found, 'the article\'s body as "text"', record.line)
    if not isinstance(value, str):
        raise InputError(path, f'"text" is {_describe(value)}', "a string", record.line)
    if not value.strip() and _read_string(record, "title", path):
        return value  # archives hold such: the body was lost, and a headline is reporting too
    if not value.strip():
        found = "only blank space" if record.line is None else 'an empty "text"'
        raise InputError(path, found, "the article's body", record.line)
    # A half of a surrogate pair cannot be written out again; the mark has the same length.
    return _SURROGATE.sub("\ufffd", value)


def _read_string(record: Record, name: str, path: str) -> str | None:
    value = record.values.get(name)
    if _is_missing(value):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # a column of ids with gaps comes as floats
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise InputError(path, f'"{name}" is {_describe(value)}', "a string", record.line)
    value = _SURROGATE.sub("\ufffd", value)
    if name == "title":  # offsets point into it as it was given
        return value if value.strip() else None
    value = value.strip()
    return None if value.casefold() in _NOTHING else value


def _read_moment(record: Record, name: str, path: str) -> datetime | None:
    value = record.values.get(name)
    if _is_missing(value):
        return None
    if isinstance(value, str) and value.strip().casefold() in _NOTHING:
        return None
    if not isinstance(value, (str, date)):
        raise InputError(path, f'"{name}" is {_describe(value)}', "a date or a string", record.line)
    try:
        return parse_published(value)
    except ValueError as error:
        raise InputError(
            path,
            f'"{name}" is {str(value)[:60]!r} ({error})',
            "a date such as 2022-02-24T05:30Z",
            record.line,
        ) from error


def _read_status(record: Record) -> str | None:
    value = record.values.get("status")
    return _STATUSES.get(value.strip().casefold()) if isinstance(value, str) else None


def _is_missing(value: object) -> bool:
    # pandas' NaT is a datetime that does not equal itself, like NaN.
    return value is None or (isinstance(value, (float, datetime)) and value != value)


def _describe(value: object) -> str:
    if isinstance(value, bool):
        return f"the boolean {str(value).lower()}"
    if isinstance(value, (int, float)):
        return f"the number {value}" if math.isfinite(value) else "an infinite number"
    if isinstance(value, dict):
        return "an object"
    return "a list" if isinstance(value, (list, tuple)) else f"of type {type(value).__name__}"


def _host(url: str | None) -> str | None:
    if url is None:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None
