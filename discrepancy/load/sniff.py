"""The format of data without a file name, told by how it begins."""

from __future__ import annotations

import json
import re

from discrepancy.load.csv import find_separator
from discrepancy.load.decode import decode_bytes
from discrepancy.load.record import FIELDS
from discrepancy.load.xml import ROOTS, find_root

_HEAD = 65536

_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_ZIP = b"PK\x03\x04"
_LIST = re.compile(r"\s*\[\s*[{\]]")
_OBJECT = re.compile(r'\s*\{\s*["}]')


def sniff_suffix(data: bytes, path: str) -> str:
    """Suffix of the format that ``data`` is in, plain text when it is no other.

    Raises:
        InputError: The data is empty or binary.
    """
    if data.startswith(b"PAR1"):
        return ".parquet"
    if data.startswith(_ZIP):
        return ".docx"
    if data.startswith((b"WARC/", b"\x1f\x8b")):
        return ".warc"
    head = decode_bytes(data[:_HEAD], path, markup=True).text
    if _MARKUP.match(head):
        return ".html"
    if find_root(head) in ROOTS:
        return ".xml"
    if _LIST.match(head):
        return ".json"
    if _OBJECT.match(head):
        return ".jsonl" if _is_line_of_json(head) else ".json"
    first = head.lstrip().split("\n", 1)[0].strip()
    return ".csv" if _is_header(first) else ".txt"


def _is_line_of_json(head: str) -> bool:
    """Whether the first line is an object by itself; a cut-off line counts, a document is indented."""
    line = head.lstrip().split("\n", 1)[0]
    if len(line) >= _HEAD // 2:
        return True
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return '":' in line and not line.rstrip().endswith((",", "{", "["))
    return not (isinstance(value, dict) and "articles" in value and "text" not in value)


def _is_header(line: str) -> bool:
    """Whether the line is a header: "text" and another field's name set off by one separator."""
    names = {name.strip(' "').casefold() for name in line.split(find_separator(line))}
    return "text" in names and len(names & set(FIELDS)) > 1
