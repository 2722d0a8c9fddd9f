"""JSON lines: one object a line, read as a stream, so that size does not matter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from discrepancy.errors import InputError
from discrepancy.load.decode import decode_bytes, decode_line, refuse_binary
from discrepancy.load.json import describe_json_error, require_object
from discrepancy.load.record import Record

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"


def read_jsonl(stream: BinaryIO, path: str) -> Iterator[Record | InputError]:
    """One record for each line that is not blank; a broken line does not end the file.

    Raises:
        InputError: The file is binary, or holds no record.
    """
    number = 0
    some = False
    for number, line in enumerate(_lines(stream, path), 1):
        if number == 1:
            line = line.removeprefix(_UTF8_MARK)
            refuse_binary(line, path)
        if line.strip():
            some = True
            yield _parse(line, path, number)
    if not some:
        raise InputError(
            path, "an empty file" if not number else "only blank lines", "one JSON object a line"
        )


def _lines(stream: BinaryIO, path: str) -> Iterator[bytes]:
    """Lines in UTF-8; wider encodings cannot be cut at the newline byte and are converted first."""
    head = stream.readline()
    if head.startswith(_WIDE_MARKS):
        yield from decode_bytes(head + stream.read(), path).encode().split(b"\n")
        return
    if head:
        yield head
    yield from stream


def _parse(line: bytes, path: str, number: int) -> Record | InputError:
    try:
        value = json.loads(decode_line(line.rstrip(b"\r\n"), path, number))
    except InputError as error:
        return error
    except (ValueError, RecursionError) as error:
        return InputError(path, describe_json_error(error), "one JSON object a line", number)
    return require_object(value, path, number, number)
