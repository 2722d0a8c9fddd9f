"""JSON lines: one object a line, read as a stream, so that size does not matter."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from discrepancy.errors import InputError
from discrepancy.load.decode import decode_bytes, decode_line, refuse_binary
from discrepancy.load.json import describe_json_error, make_record
from discrepancy.load.record import Found

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"


def read_jsonl(stream: BinaryIO, path: str) -> Iterator[Found]:
    """One record for each line that is not blank; a broken line does not end the file.

    Raises:
        InputError: The file is binary, or holds no record.
    """
    number = 0
    some = False
    encoding, lines = _lines(stream, path)
    for number, line in enumerate(lines, 1):
        if number == 1:
            line = line.removeprefix(_UTF8_MARK)
            refuse_binary(line, path)
        if line.strip():
            some = True
            yield _parse(line, path, number, encoding)
    if not some:
        raise InputError(
            path, "an empty file" if not number else "only blank lines", "one JSON object a line"
        )


def _lines(stream: BinaryIO, path: str) -> tuple[str | None, Iterable[bytes]]:
    """Lines in UTF-8; wider encodings, named then, cannot be cut at the newline and are converted first."""
    head = stream.readline()
    if head.startswith(_WIDE_MARKS):
        text, encoding = decode_bytes(head + stream.read(), path)
        return encoding, text.encode().split(b"\n")
    return None, chain([head] if head else [], stream)


def _parse(line: bytes, path: str, number: int, converted: str | None) -> Found:
    try:
        text, encoding = decode_line(line.rstrip(b"\r\n"), path, number)
        value = json.loads(text)
    except InputError as error:
        return error
    except (ValueError, RecursionError) as error:
        return InputError(path, describe_json_error(error), "one JSON object a line", number)
    return make_record(value, path, converted or encoding, number, number)
