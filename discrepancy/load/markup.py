"""Elements of HTML, NITF and the like to lines of text: one line for each paragraph, heading or row."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

_BREAKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "block",
        "br",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "fn",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hl1",
        "hl2",
        "hr",
        "li",
        "main",
        "nav",
        "note",
        "ol",
        "p",
        "pre",
        "q",
        "section",
        "table",
        "tbody",
        "tr",
        "ul",
        "body.content",
        "body.head",
        "body.end",
        "hedline",
        "byline",
        "dateline",
        "abstract",
    ]
)
_CELLS = frozenset({"td", "th"})
_SILENT = frozenset({"script", "style", "head", "template", "noscript", "media", "figure", "object", "svg"})
"""What holds no sentence of the article: NITF's media and HTML's figure are pictures with captions."""


def parse_markup(markup: str) -> Any:
    """The tree of a piece of HTML, however broken; None where there is nothing in it."""
    from lxml import etree
    from lxml import html as lxml_html

    try:
        return lxml_html.fragment_fromstring(_without_nul(markup), create_parent="div")
    except (etree.ParserError, ValueError):
        return None


def markup_text(markup: str) -> str:
    """The lines of a piece of HTML, joined by line breaks."""
    tree = parse_markup(markup)
    return "" if tree is None else block_text(tree)


def block_text(element: Any) -> str:
    """The lines of an element, without those of pictures and scripts; white space is collapsed."""
    lines = "".join(_pieces(element)).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def inline_text(element: Any) -> str:
    """An element's whole text on one line; "" for None."""
    return "" if element is None else " ".join("".join(_pieces(element)).split())


def local_name(element: Any) -> str:
    """An element's name in lower case without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _pieces(element: Any) -> Iterator[str]:
    r"""Text in document order; "\\n" where a line ends. A stack, since pages nest deeper than Python."""
    stack: list[Any] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
            continue
        if item is not element and item.tail:
            stack.append(_collapse(item.tail))
        name = local_name(item)
        if not name:
            yield _entity(item)
        elif name not in _SILENT or item is element:
            end = "\n" if name in _BREAKS else " | " if name in _CELLS and item.getnext() is not None else ""
            stack.append(end)
            stack.extend(reversed(item))
            stack.append(_collapse(item.text or ""))
            yield "\n" if name in _BREAKS else ""


def _collapse(text: str) -> str:
    # A line break in the source is white space; only elements end a line.
    return re.sub(r"[\t\n\r\f\v ]+", " ", text)


def _entity(item: Any) -> str:
    """A reference that nothing declares ("&mdash;" in NITF, whose DTD is not read)."""
    name = getattr(item, "name", None)
    return html.unescape(f"&{name};") if name and item.text.startswith("&") else ""


def _without_nul(markup: str) -> str:
    return markup.replace("\x00", "")
