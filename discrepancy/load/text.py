"""A plain-text scrape: one file is one article, kept to the character."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from discrepancy.load.decode import decode_bytes
from discrepancy.load.record import Found, Record


def read_text(stream: BinaryIO, path: str) -> Iterator[Found]:
    """The file as one record; only a byte order mark is removed."""
    text, encoding = decode_bytes(stream.read(), path)
    yield Record({"text": text}, encoding=encoding)
