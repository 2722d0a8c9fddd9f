"""Bytes to text: the encoding is found, not assumed, and what is no text is refused."""

from __future__ import annotations

import codecs
import re

from discrepancy.errors import InputError

# The 32-bit marks first: the 16-bit little-endian mark is a prefix of theirs.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"PAR1", "a Parquet file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)

_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)

_HEAD = 4096
"""Bytes within which a page declares its character set, doubled from the HTML standard's 1,024."""

_WESTERN = 0.2
"""Share of non-ASCII bytes up to which undeclared text is taken as Western. English prose has curly
quotes and a few accents (under 3 % of bytes, more in a short text), other scripts most of their bytes."""

_MARKED_BINARY = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27})


def decode_bytes(data: bytes, path: str, *, declared: bool = False) -> str:
    """``data`` as text without its byte order mark.

    Tried in turn: byte order mark, UTF-8, the charset that an HTML page declares, windows-1252 for
    text that is nearly ASCII, and last what charset-normalizer finds.

    Args:
        data: The whole file.
        path: Name of the file for messages.
        declared: Whether to believe a charset declared in markup.

    Raises:
        InputError: The data is empty or no text.
    """
    if not data:
        raise InputError(path, "an empty file", "an article")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if wide := _unmarked_utf16(data):
        return data.decode(wide, "replace")
    refuse_binary(data, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _decode_damaged(data) or (declared and _decode_declared(data)) or _decode_guessed(data, path)


def decode_line(data: bytes, path: str, line: int) -> str:
    """One line of a streamed file, by the rules of ``decode_bytes``.

    Raises:
        InputError: The line is no text.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return decode_bytes(data, path)
    except InputError as error:
        raise InputError(path, error.found, error.expected, line) from error


def refuse_binary(data: bytes, path: str) -> None:
    """Raise if ``data`` begins like a known binary format or has control characters that no text has.

    Raises:
        InputError: It does.
    """
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise InputError(path, name, "text")
    head = data[:65536]
    if len(head.translate(None, _MARKED_BINARY)) < len(head):
        raise InputError(path, "binary data (control characters)", "text")


def _unmarked_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: English text has a zero in every other byte."""
    head = data[:_HEAD]
    half = len(head) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.7 * half and not even:
        return "utf-16-le"
    if even > 0.7 * half and not odd:
        return "utf-16-be"
    return None


def _decode_damaged(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes, as left by cutting at a byte count; None if it is not that."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - broken
    return text if broken * 10 <= sound else None


def _decode_declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    name = match[1].decode("ascii").lower()
    try:
        name = codecs.lookup(name).name
        if name in {"iso8859-1", "ascii"}:  # by the HTML standard these labels mean windows-1252
            return _decode_western(data)
        return data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None


def _decode_western(data: bytes) -> str:
    """Windows-1252, whose five unassigned bytes fall back to the control characters of Latin-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _decode_guessed(data: bytes, path: str) -> str:
    ascii_only = data.translate(None, bytes(range(128, 256)))
    if len(data) - len(ascii_only) <= max(1, _WESTERN * len(data)):
        return _decode_western(data)
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise InputError(path, "bytes in no known character encoding", "text, best in UTF-8")
    return str(best)
