"""RSS and Atom documents: each entry with what the feed itself holds of it."""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from discrepancy.errors import InputError
from discrepancy.load.decode import Decoded
from discrepancy.load.markup import markup_text
from discrepancy.load.published import parse_published
from discrepancy.load.record import Found, Record
from discrepancy.model import Skipped

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def read_feed(decoded: Decoded, path: str, base: str | None = None) -> Iterator[Found]:
    """One record for each entry: its full content where the feed has it, else its summary.

    Args:
        decoded: The document.
        path: Its name for messages.
        base: Address from which relative links are counted.

    Raises:
        InputError: There is no entry in it.
    """
    feed = parse_feed(decoded.text, base)
    number = 0
    for number, entry in enumerate(feed.entries, 1):
        yield Record(
            entry_values(entry), number=number, site=feed.feed.get("title"), encoding=decoded.encoding
        )
    error = feed.get("bozo_exception")
    # feedparser puts a declaration of its own on a line before the document.
    line = error.getLineNumber() - 1 if hasattr(error, "getLineNumber") else None
    if number == 0:
        found = "a feed without entries" if error is None else f"a broken feed ({_describe(error)})"
        raise InputError(path, found, "RSS or Atom with entries", line)
    if line is not None:
        yield Skipped(path, line, f"broken XML ({_describe(error)}); entries are read as far as they go")


def parse_feed(text: str, base: str | None = None) -> Any:
    """What feedparser makes of the document; nothing is fetched, and entities are not expanded."""
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8"}
    if base:
        headers["content-location"] = base
    data = io.BytesIO(_DECLARATION.sub("", text).encode("utf-8", "replace"))
    return feedparser.parse(data, response_headers=headers, sanitize_html=False)


def entry_values(entry: Any) -> dict[str, object]:
    """The fields of an article that a feed's entry gives."""
    return {
        "text": _text(entry),
        "title": markup_text(entry.get("title", "")) or None,
        "published": _moment(entry, "published") or _moment(entry, "updated"),
        "modified": _moment(entry, "updated"),
        "url": entry.get("link"),
    }


def has_content(entry: Any) -> bool:
    """Whether the feed holds an entry's full content and not only its summary."""
    return any(content.get("value", "").strip() for content in entry.get("content", ()))


def _text(entry: Any) -> str:
    for content in (*entry.get("content", ()), entry.get("summary_detail") or {}):
        value = content.get("value", "")
        if value.strip():
            return value if content.get("type") == "text/plain" else markup_text(value)
    return ""


def _moment(entry: Any, name: str) -> datetime | None:
    """A time with its zone as it is printed, or in UTC as feedparser understands it; None if neither."""
    # By item, not get(): feedparser answers "updated" with "published", and warns.
    printed = dict.get(entry, name)
    try:
        return parse_published(printed) if printed else None
    except ValueError:
        parsed = dict.get(entry, f"{name}_parsed")
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None


def _describe(error: Any) -> str:
    return " ".join(str(getattr(error, "getMessage", lambda: error)()).split())[:100]
