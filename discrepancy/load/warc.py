"""Web archives (WARC, plain or gzip): every page in them that was answered with success."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from io import StringIO
from typing import Any, BinaryIO

from discrepancy.errors import InputError
from discrepancy.load.html import read_page
from discrepancy.load.record import Found
from discrepancy.model import Skipped

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_COMPANIONS = frozenset({"warcinfo", "request", "metadata"})
_EXPECTED = "a WARC archive"
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.I)
_CHUNK = 65536
_LIMIT = 32 * 1024 * 1024
"""Bytes of one page that are unpacked at most; the largest pages have a few million."""


def read_warc(stream: BinaryIO, path: str) -> Iterator[Found]:
    """One record for each HTML response with a 2xx status, in the order of the archive.

    When a page was fetched becomes its version, never its publication time. Pages without an article
    are skipped one by one, everything else is counted in one line at the end.

    Raises:
        InputError: It is no archive, or is broken from some record on.
    """
    others: Counter[str] = Counter()
    number = pages = 0
    for number, record in _records(stream, path):
        if record.rec_type in _COMPANIONS:
            continue
        if kind := _describe(record):
            others[kind] += 1
        else:
            pages += 1
            found = _read_response(record, path, number)
            _require_whole(record, path, number)
            yield found
    if not pages and not others:
        raise InputError(path, "an archive without responses" if number else "an empty file", _EXPECTED)
    if others:
        counts = ", ".join(f"{n} {kind}" for kind, n in sorted(others.items()))
        yield Skipped(path, None, f"records that are no pages: {counts}")


def _records(stream: BinaryIO, path: str) -> Iterator[tuple[int, Any]]:
    """Every record with its number, which is what a message about it says for a line."""
    from warcio.archiveiterator import ArchiveIterator

    number = 0
    try:
        archive = ArchiveIterator(stream)
        while (record := _next(archive)) is not None:
            number += 1
            if archive.err_count:
                raise ValueError("a length that is not the record's")
            yield number, record
            _require_whole(record, path, number)
    except InputError:
        raise
    except Exception as error:  # whatever warcio, zlib and the header parsers trip over
        raise InputError(path, f"a broken archive ({_first_line(error)})", _EXPECTED, number + 1) from error


def _next(archive: Any) -> Any:
    # Of a wrong length warcio tells standard error and counts it; we say it ourselves.
    with redirect_stderr(StringIO()):
        return next(archive, None)


def _require_whole(record: Any, path: str, number: int) -> None:
    """Read the record to its end.

    Raises:
        InputError: The file ends before it.
    """
    while record.raw_stream.read(_CHUNK):
        pass
    if record.length is None or getattr(record.raw_stream, "limit", 0) > 0:
        raise InputError(path, "a broken archive (it ends within a record)", _EXPECTED, number)


def _describe(record: Any) -> str:
    """What a record is when it is no page; "" for a page."""
    if record.rec_type != "response":
        return str(record.rec_type or "without a type")
    headers = record.http_headers
    if headers is None:
        return "response without HTTP"
    status = headers.get_statuscode() or "none"
    if not status.startswith("2"):
        return f"with status {status}"
    type_ = _media_type(headers)
    return "" if type_ in _PAGES else type_ or "without a content type"


def _read_response(record: Any, path: str, number: int) -> Found:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    try:
        data = record.content_stream().read(_LIMIT + 1)
    except Exception as error:  # a body packed wrongly; the records after it may be sound
        return InputError(path, f"a broken response from {url} ({_first_line(error)})", _EXPECTED, number)
    if len(data) > _LIMIT:
        return Skipped(path, number, f"{url}: a page of more than 32 MiB")
    match = _CHARSET.search(record.http_headers.get_header("Content-Type") or "")
    try:
        page = read_page(data, path, charset=match[1] if match else None, url=url)
    except InputError as error:
        return Skipped(path, number, f"{url}: {error.found}")
    version = record.rec_headers.get_header("WARC-Date")
    return replace(page, values={**page.values, "version": version}, line=number, number=number)


def _media_type(headers: Any) -> str:
    return (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _first_line(error: Exception) -> str:
    return (str(error).strip().split("\n")[0] or type(error).__name__)[:100].lower()
