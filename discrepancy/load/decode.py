"""Bytes to text: the encoding is found and named, not assumed, and what is no text is refused."""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import Any, NamedTuple

from discrepancy.errors import InputError

# The 32-bit marks first: the 16-bit little-endian mark is a prefix of theirs.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
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


class Decoded(NamedTuple):
    """Text with the name of the character set that it was read in, as the Encoding standard calls it."""

    text: str
    encoding: str


def decode_bytes(data: bytes, path: str, *, markup: bool = False, charset: str | None = None) -> Decoded:
    """``data`` as text without its byte order mark.

    Tried in turn: byte order mark, the charset declared outside (an HTTP header) or in the markup,
    UTF-8, windows-1252 for text that is nearly ASCII, and last what charset-normalizer finds. A
    declaration that the bytes contradict is passed over.

    Args:
        data: The whole file.
        path: Name of the file for messages.
        markup: Whether to look for a charset declared in HTML or XML.
        charset: What was declared outside the data.

    Raises:
        InputError: The data is empty or no text.
    """
    if not data:
        raise InputError(path, "an empty file", "an article")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, "replace"), name)
    if wide := _unmarked_utf16(data):
        return Decoded(data.decode(wide, "replace"), wide)
    refuse_binary(data, path)
    for label in (charset, _find_declared(data) if markup else None):
        if label and (decoded := _decode_declared(data, label)):
            return decoded
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_damaged(data) or _decode_guessed(data, path)


def decode_line(data: bytes, path: str, line: int) -> Decoded:
    """One line of a streamed file, by the rules of ``decode_bytes``.

    Raises:
        InputError: The line is no text.
    """
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
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
        return "utf-16le"
    if even > 0.7 * half and not odd:
        return "utf-16be"
    return None


def _find_declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    label = match[1].decode("ascii", "replace")
    # What could be read as ASCII up to here is not UTF-16, whatever it says (so the HTML standard).
    return None if label.lower().startswith("utf-16") else label


def _decode_declared(data: bytes, label: str) -> Decoded | None:
    """``data`` in the charset of that label, None if there is none such or the bytes contradict it."""
    encoding = _lookup(label)
    if encoding is None or encoding.name in {"replacement", "x-user-defined"}:
        return None
    # Sequences of UTF-8 are legal in a single-byte charset but never words there.
    if _is_single_byte(encoding.codec_info.name) and (decoded := _decode_multibyte(data)):
        return decoded
    if encoding.name == "windows-1252":
        return Decoded(_decode_western(data), encoding.name)
    try:
        text, _ = encoding.codec_info.decode(data, "strict")
    except UnicodeDecodeError:
        return None
    return Decoded(text, encoding.name)


@cache
def _is_single_byte(codec: str) -> bool:
    return len(bytes(range(128, 256)).decode(codec, "replace")) == 128


def _decode_multibyte(data: bytes) -> Decoded | None:
    """UTF-8 if the bytes are such and more than ASCII."""
    if data.isascii():
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _decode_damaged(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, as left by cutting at a byte count; None if it is not that."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - broken
    return Decoded(text, "utf-8") if broken * 10 <= sound else None


def _decode_western(data: bytes) -> str:
    """Windows-1252, whose five unassigned bytes fall back to the control characters of Latin-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _decode_guessed(data: bytes, path: str) -> Decoded:
    ascii_only = data.translate(None, bytes(range(128, 256)))
    if len(data) - len(ascii_only) <= max(1, _WESTERN * len(data)):
        return Decoded(_decode_western(data), "windows-1252")
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise InputError(path, "bytes in no known character encoding", "text, best in UTF-8")
    return Decoded(str(best), _standard_name(best.encoding))


def _standard_name(codec: str) -> str:
    encoding = _lookup(codec)
    return str(encoding.name) if encoding else codec


def _lookup(label: str) -> Any:
    """What the Encoding standard means by a label ("iso-8859-1" is windows-1252), or None."""
    import webencodings

    if encoding := webencodings.lookup(label):
        return encoding
    try:
        return webencodings.lookup(codecs.lookup(label).name)  # a name of Python's, such as "latin-1"
    except (LookupError, ValueError):
        return None
