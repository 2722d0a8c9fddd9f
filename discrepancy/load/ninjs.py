"""IPTC ninjs: an agency's item as a JSON object, versions 1 to 3 of the standard.

Names are compared in lower case, since version 3 writes ``versionCreated`` what was ``versioncreated``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeGuard

from discrepancy.load.markup import markup_text
from discrepancy.load.record import Found, Record
from discrepancy.model import Skipped

_SIGNS = frozenset(
    [
        "versioncreated",
        "firstcreated",
        "pubstatus",
        "ednote",
        "headline",
        "headlines",
        "bodies",
        "representationtype",
        "body_text",
        "body_html",
        "body_xhtml",
    ]
)
"""Properties of which an item has one at least beside its ``uri``."""

_BODIES = ("body_text", "body_xhtml", "body_html")
_MAIN = ("main", "")
"""Roles of the headline and the body that an item is read for, where it has several."""


def is_ninjs(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is a ninjs item and not an article of our own."""
    if not isinstance(value, dict) or "text" in value or not isinstance(value.get("uri"), str):
        return False
    return any(name.lower() in _SIGNS for name in value)


def read_ninjs(item: Mapping[str, Any], place: Record, path: str) -> Found:
    """The item as a record at ``place``; a picture or a package without a text is skipped."""
    fields = {name.lower(): value for name, value in item.items() if value is not None}
    title, text = _headline(fields), _body(fields)
    type_ = fields.get("type", "text")
    if not text and isinstance(type_, str) and type_ != "text":
        return Skipped(path, place.line or place.number, f"a ninjs item of type {type_!r} without a text")
    version = fields.get("version")
    created = fields.get("versioncreated")
    values = {
        "id": _versioned(fields["uri"], version),
        "source": _source(fields),
        "title": title,
        "published": fields.get("firstcreated") or fields.get("contentcreated") or created,
        "modified": created or fields.get("contentmodified"),
        "text": text,
        "url": fields["uri"],
        "version": version,
        "status": fields.get("pubstatus"),
        "note": fields.get("ednote"),
    }
    return replace(place, values=values)


def _versioned(uri: str, version: object) -> str:
    """An id for this version alone: an agency sends the same item again and again."""
    return f"{uri}#{version}" if isinstance(version, (str, int)) and str(version) else uri


def _headline(fields: Mapping[str, Any]) -> object:
    if fields.get("headline"):
        return fields["headline"]
    return next((entry.get("value") for entry in _by_role(fields.get("headlines"))), None)


def _body(fields: Mapping[str, Any]) -> object:
    for name in (*_BODIES, *sorted(name for name in fields if name.startswith("body_"))):
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return value if name == "body_text" or "html" not in name else markup_text(value)
    for entry in _by_role(fields.get("bodies")):
        value = entry.get("value")
        if isinstance(value, str) and value.strip():
            kind = str(entry.get("contenttype", ""))
            return markup_text(value) if "html" in kind or "xml" in kind else value
    return next((fields[name] for name in _BODIES if name in fields), None)


def _by_role(entries: object) -> list[dict[str, Any]]:
    """The entries of a list that is given by role, the main one first."""
    if not isinstance(entries, list):
        return []
    lowered = [{k.lower(): v for k, v in entry.items()} for entry in entries if isinstance(entry, dict)]
    return sorted(lowered, key=lambda entry: str(entry.get("role", "")).lower() not in _MAIN)


def _source(fields: Mapping[str, Any]) -> object:
    """Who the item comes from: the source of information named in it, else who holds the rights."""
    for name in ("infosource", "infosources"):
        entries = fields.get(name)
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and (found := _first(entry, ("name", "literal"))):
                return found
    return _first(fields, ("source", "provider", "copyrightholder"))


def _first(values: Mapping[str, Any], names: Iterable[str]) -> str | None:
    found = (values.get(name) for name in names)
    return next((value for value in found if isinstance(value, str) and value.strip()), None)
