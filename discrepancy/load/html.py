"""A web page: trafilatura finds the article in it, and offsets point into what it returns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from discrepancy.errors import InputError
from discrepancy.load.decode import decode_bytes
from discrepancy.load.record import Record

# htmldate finds the day only; where the page states the moment, updates within a day can be told apart.
_PUBLISHED = (
    re.compile(r"""<meta[^>]+article:published_time["'][^>]+content=["']([^"']+)""", re.I),
    re.compile(r"""<meta[^>]+content=["']([^"']+)["'][^>]+article:published_time""", re.I),
    re.compile(r'''"datePublished"\s*:\s*"([^"]+)"'''),
)

_DATE_SEARCH = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}
"""Declared dates only, not any date in the prose; a fixed limit instead of the clock's today."""


def read_html(stream: BinaryIO, path: str) -> Iterator[Record | InputError]:
    """The page's article as one record.

    Raises:
        InputError: There is no article text in it.
    """
    markup = decode_bytes(stream.read(), path, declared=True)
    from trafilatura import bare_extraction

    page: Any = bare_extraction(
        _without_declaration(markup),
        with_metadata=True,
        include_comments=False,
        date_extraction_params=dict(_DATE_SEARCH),
    )
    if page is None or not (page.text or "").strip():
        raise InputError(path, "a page without article text", "an HTML page that holds an article")
    yield Record(
        {"text": page.text, "title": page.title, "published": _moment(markup, page.date), "url": page.url},
        site=page.sitename,
    )


def _without_declaration(markup: str) -> str:
    # lxml refuses a decoded string that still declares an encoding.
    return re.sub(r"\A\s*<\?xml[^>]*\?>", "", markup)


def _moment(markup: str, day: str | None) -> str | None:
    """The stated moment of publication if it agrees with the day found, else the day."""
    for pattern in _PUBLISHED:
        match = pattern.search(markup)
        if match and (day is None or match[1].startswith(day)) and re.match(r"\d{4}-\d\d-\d\dT\d", match[1]):
            return match[1]
    return day
