"""Word documents: paragraphs and rows of tables in their order, with the document's own properties."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from discrepancy.errors import InputError
from discrepancy.load.record import Found, Record

_EXPECTED = "a Word document (.docx)"
_LIMIT = 64 * 1024 * 1024
"""Bytes of XML that are unpacked at most; a book has one or two million."""

_TEMPLATE_STAMP = datetime(2013, 12, 23, 23, 15)
"""When python-docx's empty document was made; every document written with it says so until told better."""

_BREAKS = frozenset({"tab", "br", "cr", "ptab"})
_ABSENT = frozenset({"moveFrom", "del", "Fallback", "pict", "txbxContent"})
"""What the reader of a page does not see there: text moved or struck out, and boxes beside the text."""


def read_docx(stream: BinaryIO, path: str) -> Iterator[Found]:
    """The document as one record; its title is the property of that name, else the first heading.

    Raises:
        InputError: It is no Word document, is damaged, or would unpack to more than 64 MiB.
    """
    data = stream.read()
    if not data:
        raise InputError(path, "an empty file", _EXPECTED)
    _check_parts(data, path)
    try:
        record = _read(data)
    except Exception as error:  # whatever python-docx trips over in a damaged package
        raise InputError(path, f"a damaged document ({_first_line(error)})", _EXPECTED) from error
    yield record


def _read(data: bytes) -> Record:
    import docx

    document = docx.Document(BytesIO(data))
    properties = document.core_properties
    lines = list(_lines(document))
    title = (properties.title or "").strip() or next((text for text, heading in lines if heading), None)
    if lines and lines[0][0] == title:  # the headline above the text; it is checked as the title
        del lines[0]
    return Record(
        {
            "text": "\n".join(text for text, _ in lines),
            "title": title,
            "published": _moment(properties, "created"),
            "modified": _moment(properties, "modified"),
        }
    )


def _check_parts(data: bytes, path: str) -> None:
    """Refuse what is no package, unpacks to too much, or has a document type, which none may have.

    Raises:
        InputError: It is one of these.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = [part for part in package.infolist() if part.filename.endswith((".xml", ".rels"))]
            if sum(part.file_size for part in parts) > _LIMIT:
                raise InputError(path, "more than 64 MiB of unpacked text", _EXPECTED)
            for part in parts:
                if b"<!DOCTYPE" in package.read(part):
                    raise InputError(path, f"a document type declared in {part.filename}", _EXPECTED)
    except (BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise InputError(path, f"no readable package ({_first_line(error)})", _EXPECTED) from error
    except Exception as error:  # zlib.error and lzma.LZMAError have no common base
        if isinstance(error, InputError):
            raise
        raise InputError(path, f"no readable package ({_first_line(error)})", _EXPECTED) from error


def _lines(document: Any) -> Iterator[tuple[str, bool]]:
    """Each paragraph or table row that has a text, and whether it is a heading."""
    headings = {
        style.style_id for style in document.styles if (style.name or "").startswith(("Heading", "Title"))
    }
    rows: set[Any] = set()
    for paragraph in document.element.body.iter("{*}p"):
        if _is_absent(paragraph):
            continue
        row = next(paragraph.iterancestors("{*}tr"), None)
        if row is None:
            text = _text(paragraph)
        elif row in rows:
            continue
        else:
            rows.add(row)
            text = " | ".join(filter(None, (_cell(cell) for cell in row.iterfind("{*}tc"))))
        if text:
            yield text, row is None and paragraph.style in headings


def _cell(cell: Any) -> str:
    return " ".join(filter(None, (_text(p) for p in cell.iter("{*}p") if not _is_absent(p))))


def _text(paragraph: Any) -> str:
    """All text of a paragraph, that of tracked insertions, links and fields included."""
    pieces: list[str] = []
    for element in paragraph.iter():
        name = _name(element)
        if name == "t" and element.text and not _is_absent(element, paragraph):
            pieces.append(element.text)
        elif name in _BREAKS:
            pieces.append(" ")
        elif name == "noBreakHyphen":
            pieces.append("-")
    return " ".join("".join(pieces).split())


def _is_absent(element: Any, root: Any = None) -> bool:
    for ancestor in element.iterancestors():
        if ancestor is root:
            return False
        if _name(ancestor) in _ABSENT:
            return True
    return False


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _moment(properties: Any, name: str) -> datetime | None:
    moment = getattr(properties, name)
    if not isinstance(moment, datetime) or moment.replace(tzinfo=None) == _TEMPLATE_STAMP:
        return None
    return moment


def _first_line(error: Exception) -> str:
    return (str(error).strip().split("\n")[0] or type(error).__name__)[:100].lower()
