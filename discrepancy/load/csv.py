"""Tables in text: comma, semicolon or tab separated, with a header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from discrepancy.errors import InputError
from discrepancy.load.decode import decode_bytes
from discrepancy.load.record import Found, Record

if TYPE_CHECKING:
    from _csv import Reader as _Rows

_HEADER = 'a header line with a column named "text"'


def read_csv(stream: BinaryIO, path: str) -> Iterator[Found]:
    """One record for each row; the separator is taken from the header.

    Raises:
        InputError: The header has no ``text`` column, or a quotation is never closed.
    """
    yield from _read_table(stream, path, separator=None)


def read_tsv(stream: BinaryIO, path: str) -> Iterator[Found]:
    """One record for each row of a tab-separated table.

    Raises:
        InputError: As ``read_csv``.
    """
    yield from _read_table(stream, path, separator="\t")


def find_separator(header: str) -> str:
    """The separator of a header line: the one that sets off a field called ``text``, else a comma."""
    for separator in ",;\t|":
        fields = [name.strip(' "').casefold() for name in header.split(separator)]
        if len(fields) > 1 and "text" in fields:
            return separator
    return ","


def _read_table(stream: BinaryIO, path: str, separator: str | None) -> Iterator[Found]:
    text, encoding = decode_bytes(stream.read(), path)
    first = text.lstrip("\r\n").split("\n", 1)[0]
    # The library's limit of 128 KiB a field is below a long article; a field is no longer than its file.
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    rows = csv.reader(
        io.StringIO(text, newline=""), delimiter=separator or find_separator(first), strict=True
    )
    yield from _records(rows, path, encoding)


def _records(rows: _Rows, path: str, encoding: str) -> Iterator[Found]:
    header: list[str] | None = None
    empty = True
    line = 1
    while (row := _next_row(rows, path, line)) is not None:
        here, line = line, rows.line_num + 1
        if not any(cell.strip() for cell in row):
            continue
        if header is None:
            header = _read_header(row, path, here)
            continue
        empty = False
        if len(row) > len(header):
            yield InputError(path, f"{len(row)} columns", f"the {len(header)} columns of the header", here)
            continue
        yield Record(dict(zip(header, row, strict=False)), here, here, encoding=encoding)
    if header is None or empty:
        found = "only blank lines" if header is None else "a header without rows"
        raise InputError(path, found, "a table with a header and rows")


def _next_row(rows: _Rows, path: str, line: int) -> list[str] | None:
    try:
        return next(rows, None)
    except csv.Error as error:
        raise InputError(path, f"a broken row ({error})", "quotation marks in pairs", line) from error


def _read_header(row: list[str], path: str, line: int) -> list[str]:
    header = [name.strip().casefold() for name in row]
    if "text" not in header:
        names = ", ".join(repr(name) for name in row[:8])
        raise InputError(path, f"the columns {names[:120]}", _HEADER, line)
    if header.count("text") > 1:
        raise InputError(path, 'two columns named "text"', "one", line)
    return header
