"""A web page: trafilatura finds the article in it, and offsets point into what it returns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from discrepancy.errors import InputError
from discrepancy.load.decode import decode_bytes
from discrepancy.load.metadata import read_metadata
from discrepancy.load.record import Found, Record

_DATE_SEARCH = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}
"""Declared dates only, not any date in the prose; a fixed limit instead of the clock's today."""

_EXPECTED = "an HTML page that holds an article"


def read_html(stream: BinaryIO, path: str) -> Iterator[Found]:
    """The page's article as one record.

    Raises:
        InputError: There is no article text in it.
    """
    yield read_page(stream.read(), path)


def read_page(data: bytes, path: str, *, charset: str | None = None, url: str | None = None) -> Record:
    """The article of a page, with what was said about the page outside of it.

    Args:
        data: The page.
        path: Its name for messages.
        charset: Character set that the server declared.
        url: Address that the page was fetched from.

    Raises:
        InputError: There is no article text in it.
    """
    markup, encoding = decode_bytes(data, path, markup=True, charset=charset)
    from trafilatura import bare_extraction, load_html

    # lxml refuses a decoded string that still declares an encoding.
    tree = load_html(re.sub(r"\A\s*<\?xml[^>]*\?>", "", markup))
    if tree is None:
        raise InputError(path, "a page without article text", _EXPECTED)
    stated = read_metadata(tree)
    page: Any = bare_extraction(
        tree, url=url, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATE_SEARCH)
    )
    if page is None or not (page.text or "").strip():
        raise InputError(path, "a page without article text", _EXPECTED)
    values = {
        "text": page.text,
        "title": page.title or stated.headline,
        "published": stated.published or page.date,
        "modified": stated.modified,
        "url": page.url or url,
    }
    return Record(values, site=stated.site or page.sitename, encoding=encoding)
