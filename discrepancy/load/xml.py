"""XML documents: NewsML-G2, NITF, RSS and Atom, told apart by their root element.

Nothing outside the document is ever read: no DTD is loaded, no entity resolved, and a document that
declares entities of its own is refused, since no news format needs them and attacks do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from discrepancy.errors import InputError
from discrepancy.load.decode import Decoded, decode_bytes
from discrepancy.load.feed import read_feed
from discrepancy.load.html import read_page
from discrepancy.load.newsml import read_newsml
from discrepancy.load.nitf import read_nitf
from discrepancy.load.record import Found

ROOTS = frozenset(
    [
        "newsitem",
        "newsmessage",
        "packageitem",
        "conceptitem",
        "knowledgeitem",
        "planningitem",
        "catalogitem",
        "nitf",
        "rss",
        "rdf",
        "feed",
    ]
)
"""Names of root elements that are read, in lower case and without a namespace prefix."""

FEED_ROOTS = frozenset({"rss", "rdf", "feed"})
"""Those of them that are feeds."""

_EXPECTED = "NewsML-G2, NITF, RSS or Atom"
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_PROLOG = re.compile(
    r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s[^\[>]*(?:\[.*?\]\s*)?>)*+<(?:[\w.-]++:)?([\w.-]++)",
    re.I | re.S,
)
"""What may stand before the root element. Atomic, since comments in a row could be cut in many ways."""


def read_xml(stream: BinaryIO, path: str) -> Iterator[Found]:
    """The document's items, one record each.

    Raises:
        InputError: It is no XML (with the line where it breaks), declares entities, or is of
            another kind than those above.
    """
    data = stream.read()
    decoded = decode_bytes(data, path, markup=True)
    root = find_root(decoded.text)
    if root == "html":
        yield read_page(data, path)
        return
    if root not in ROOTS:
        found = "no XML element" if root is None else f"an XML document with the root <{root}>"
        raise InputError(path, found, _EXPECTED)
    refuse_entities(decoded.text, path)
    if root in FEED_ROOTS:
        yield from read_feed(decoded, path)
    elif root == "nitf":
        yield read_nitf(parse_xml(decoded, path), path, decoded.encoding)
    else:
        yield from read_newsml(parse_xml(decoded, path), path, decoded.encoding)


def find_root(text: str) -> str | None:
    """Name of the root element, in lower case and without its prefix; None if there is none."""
    match = _PROLOG.match(text)
    return match[1].lower() if match else None


def refuse_entities(text: str, path: str) -> None:
    """Raise if the document declares entities.

    Raises:
        InputError: It does.
    """
    match = _PROLOG.match(text)
    if match and "<!ENTITY" in match[0].upper():
        raise InputError(path, "an XML document that declares entities", "one without")


def parse_xml(decoded: Decoded, path: str) -> Any:
    """The root element, read from the text alone.

    Raises:
        InputError: The document is broken; with the line.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        # lxml refuses a decoded string that still declares an encoding.
        return etree.fromstring(_DECLARATION.sub("", decoded.text), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        found = f"broken XML ({str(error).split(', line ')[0][:100].lower()})"
        raise InputError(path, found, _EXPECTED, getattr(error, "lineno", None)) from error
