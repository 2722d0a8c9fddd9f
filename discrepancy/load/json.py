"""A JSON document: one article, a list of articles, or an object with the list under "articles".

Records are decoded one after the other instead of all at once, which gives each its line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from json import JSONDecodeError
from typing import BinaryIO

from discrepancy.errors import InputError
from discrepancy.load.decode import decode_bytes
from discrepancy.load.ninjs import is_ninjs, read_ninjs
from discrepancy.load.record import Found, Record

_EXPECTED = 'one JSON object, a list of objects, or {"articles": [...]}'
_BLANK = re.compile(r"[ \t\n\r]*")


def read_json(stream: BinaryIO, path: str) -> Iterator[Found]:
    """The document's articles in order.

    Raises:
        InputError: The document is no JSON (with the line where it breaks) or holds no articles.
    """
    text, encoding = decode_bytes(stream.read(), path)
    try:
        yield from _records(text, path, encoding)
    except JSONDecodeError as error:
        raise InputError(path, describe_json_error(error), _EXPECTED, error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise InputError(path, describe_json_error(error), _EXPECTED) from error


def describe_json_error(error: Exception) -> str:
    """What is wrong with a JSON text, in words."""
    if isinstance(error, JSONDecodeError):
        return f"broken JSON ({error.msg.lower()} at column {error.colno})"
    if isinstance(error, RecursionError):
        return "JSON nested too deeply"
    return f"broken JSON ({error})"


def make_record(value: object, path: str, encoding: str, line: int | None, number: int | None) -> Found:
    """``value``, an article or a ninjs item, as a record; what is no JSON object is an error."""
    if is_ninjs(value):
        return read_ninjs(value, Record({}, line, number, encoding=encoding), path)
    if isinstance(value, dict):
        return Record(value, line, number, encoding=encoding)
    kinds = {list: "a list", str: "a string", bool: "a boolean", type(None): "null"}
    return InputError(path, kinds.get(type(value), "a number"), "a JSON object", line)


def _records(text: str, path: str, encoding: str) -> Iterator[Found]:
    start = _skip(text, 0)
    if start == len(text):
        raise InputError(path, "only blank space", _EXPECTED)
    if text[start] == "[":
        end = yield from _items(text, start, path, encoding)
    else:
        value, end = json.JSONDecoder().raw_decode(text, start)
        if isinstance(value, dict) and isinstance(value.get("articles"), list):
            yield from _items(text, _find_articles(text, start), path, encoding)
        else:
            yield make_record(value, path, encoding, None, None)
    if _skip(text, end) < len(text):
        raise JSONDecodeError("Extra data", text, _skip(text, end))


def _items(text: str, start: int, path: str, encoding: str) -> Generator[Found, None, int]:
    """Records of the list that opens at ``start``; returns the offset past its closing bracket."""
    decoder = json.JSONDecoder()
    at = _skip(text, start + 1)
    line, counted = 1, 0
    number = 0
    if text[at : at + 1] == "]":
        raise InputError(path, "an empty list", _EXPECTED)
    while True:
        value, end = decoder.raw_decode(text, at)
        number += 1
        line, counted = line + text.count("\n", counted, at), at
        yield make_record(value, path, encoding, line, number)
        at = _skip(text, end)
        if text[at : at + 1] == "]":
            return at + 1
        if text[at : at + 1] != ",":
            raise JSONDecodeError("Expecting ',' delimiter", text, at)
        at = _skip(text, at + 1)


def _find_articles(text: str, start: int) -> int:
    """Offset of the list under the key "articles" of the sound object that opens at ``start``."""
    decoder = json.JSONDecoder()
    found = -1
    at = _skip(text, start + 1)
    while text[at] != "}":
        key, at = decoder.raw_decode(text, at)
        value_start = _skip(text, _skip(text, at) + 1)
        if key == "articles":
            found = value_start
        _, at = decoder.raw_decode(text, value_start)
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
    return found


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at
