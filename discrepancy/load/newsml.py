"""NewsML-G2: an agency's items in XML, alone or in a news message.

Elements are looked up by local name, since the namespace differs between editions. The package
``newsmlg2`` is not used: its release 1.1 prints to standard output, parses with entities resolved,
reads no item within a news message, and cuts a note at its first inline element.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from discrepancy.errors import InputError
from discrepancy.load.markup import block_text, inline_text, local_name
from discrepancy.load.nitf import attribute, find, nitf_text, nitf_title
from discrepancy.load.record import Found, Record
from discrepancy.model import Skipped

_ITEMS = frozenset({"newsitem", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem"})


def read_newsml(root: Any, path: str, encoding: str) -> Iterator[Found]:
    """One record for each news item with a text; other items are skipped.

    Raises:
        InputError: There is no item in the document.
    """
    items = [element for element in root.iter() if local_name(element) in _ITEMS]
    if not items:
        raise InputError(path, "a news message without items", "at least one newsItem")
    for number, item in enumerate(items, 1):
        yield _read_item(item, path, encoding, number if len(items) > 1 else None)


def _read_item(item: Any, path: str, encoding: str, number: int | None) -> Found:
    meta, content = find(item, "itemmeta"), find(item, "contentmeta")
    status = _code(_child(meta, "pubstatus"))
    text, inner_title = _read_content(find(item, "contentset"))
    title = _headline(content, meta) or inner_title
    if not text and (local_name(item) != "newsitem" or (status in {None, "usable"} and not title)):
        kind = _code(_child(meta, "itemclass"))
        named = (
            f"a {local_name(item)}" if kind in {None, "text"} else f"a {local_name(item)} of class {kind!r}"
        )
        return Skipped(path, item.sourceline, f"{named} without a text in it")
    guid, version = attribute(item, "guid"), attribute(item, "version")
    created = inline_text(_child(meta, "versioncreated"))
    first = inline_text(_child(meta, "firstcreated")) or inline_text(_child(content, "contentcreated"))
    values = {
        "id": f"{guid}#{version}" if guid and version else guid,
        "source": _party(_child(content, "infosource")) or _party(_child(meta, "provider")),
        "title": title,
        "published": first or created,
        "modified": created or inline_text(_child(content, "contentmodified")),
        "text": text,
        "url": guid,
        "version": version,
        "status": status,
        "note": "\n".join(block_text(note) for note in _children(meta, "ednote")) or None,
    }
    return Record(values, item.sourceline, number, encoding=encoding)


def _read_content(content: Any) -> tuple[str, str | None]:
    """Text and headline of the first rendition that has a text: XHTML, NITF or plain."""
    for rendition in () if content is None else content:
        name = local_name(rendition)
        if name == "inlinexml":
            nitf = find(rendition, "nitf")
            body = find(rendition, "body")
            inner = body if body is not None else rendition
            text = nitf_text(nitf) if nitf is not None else block_text(inner)
            if text:
                return text, None if nitf is None else nitf_title(nitf)
        elif name == "inlinedata" and (rendition.text or "").strip():
            return rendition.text.strip(), None
    return "", None


def _headline(content: Any, meta: Any) -> str | None:
    """The headline without a role, which is the full one, else the first; else the item's title."""
    headlines = sorted(_children(content, "headline"), key=lambda element: "role" in element.attrib)
    found = headlines or _children(meta, "title")
    return (inline_text(found[0]) or None) if found else None


def _party(element: Any) -> str | None:
    """A party's name, its literal, or the end of its code ("nprov:TIDE" is TIDE)."""
    if element is None:
        return None
    return inline_text(_child(element, "name")) or attribute(element, "literal") or _code(element)


def _code(element: Any) -> str | None:
    """The concept that an element names: what stands behind the prefix of its QCode or in its URI."""
    value = attribute(element, "qcode") or attribute(element, "uri") or ""
    return value.rpartition("/")[2].rpartition(":")[2] or None


def _child(element: Any, name: str) -> Any:
    return next(iter(_children(element, name)), None)


def _children(element: Any, name: str) -> list[Any]:
    return [] if element is None else [child for child in element if local_name(child) == name]
