"""What a reader hands over: raw values with the place they came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, TypeAlias

from discrepancy.errors import InputError
from discrepancy.model import Skipped

FIELDS = (
    "id",
    "source",
    "title",
    "published",
    "text",
    "url",
    "story",
    "version",
    "modified",
    "status",
    "note",
)
"""What a record may say of an article; everything else in it is passed over."""


@dataclass(frozen=True, slots=True)
class Record:
    """One article as it stands in a file, before its values are checked.

    Attributes:
        values: Field names to values as the format gave them.
        line: One-based line (or row) for messages; None where the file is one article.
        number: Position in the file that makes its default id; None where the file is one article.
        site: Name that the page gives to its outlet, used when neither source nor address is known.
        encoding: Character set that the text was read in, where it had to be decoded.
    """

    values: Mapping[str, object] = field(default_factory=dict)
    line: int | None = None
    number: int | None = None
    site: str | None = None
    encoding: str | None = None


Found: TypeAlias = Record | Skipped | InputError
"""A record, or something that is by its nature no article, or a record that is broken."""

Reader: TypeAlias = Callable[[BinaryIO, str], Iterator[Found]]
"""Reads an open file, given with the name to call it by in messages.

A reader yields an ``InputError`` for a record that is broken while the rest of the file is sound, and
raises one when nothing more can be read.
"""
