"""NITF, the IPTC's older XML for one article, alone in a file or within NewsML-G2."""

from __future__ import annotations

from typing import Any

from discrepancy.load.markup import block_text, inline_text, local_name
from discrepancy.load.record import Record


def read_nitf(root: Any, path: str, encoding: str) -> Record:
    """The document as a record; ``root`` is its ``nitf`` element."""
    docdata = find(root, "docdata")
    identity = find(root, "doc-id")
    publication = find(root, "pubdata")
    published = _norm(root, "date.issue") or _norm(root, "date.release") or _norm(root, "story.date")
    id_, version = attribute(identity, "id-string"), attribute(find(root, "du-key"), "version")
    values = {
        "id": f"{id_}#{version}" if id_ and version else id_,
        "source": attribute(publication, "name") or attribute(identity, "regsrc"),
        "title": nitf_title(root),
        "published": published or attribute(publication, "date.publication"),
        "modified": _last_revision(root),
        "text": nitf_text(root),
        "version": version,
        "status": attribute(docdata, "management-status"),
        "note": attribute(find(root, "ed-msg"), "info"),
    }
    return Record(values, encoding=encoding)


def nitf_title(root: Any) -> str | None:
    """The headline, or the title that the head gives."""
    return inline_text(find(root, "hl1")) or inline_text(find(root, "title")) or None


def nitf_text(root: Any) -> str:
    """The lines of the body's content, or of the whole body where it is not marked off."""
    content = find(root, "body.content")
    if content is None:
        content = find(root, "body")
    return "" if content is None else block_text(content)


def find(root: Any, name: str) -> Any:
    """The first element of that local name within ``root``, or None."""
    return next((element for element in root.iter() if local_name(element) == name), None)


def attribute(element: Any, name: str) -> str | None:
    """An attribute's value; None where the element, the attribute or its content is missing."""
    return None if element is None else (element.get(name) or "").strip() or None


def _norm(root: Any, name: str) -> str | None:
    """The normalised time that an element of that name gives."""
    return attribute(find(root, name), "norm")


def _last_revision(root: Any) -> str | None:
    moments = [attribute(e, "norm") for e in root.iter() if local_name(e) == "revision-history"]
    return max((moment for moment in moments if moment), default=None)
