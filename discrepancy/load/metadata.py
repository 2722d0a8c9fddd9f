"""What a page says of itself in markup: times with their zone, headline and outlet.

JSON-LD (schema.org) is believed first, then OpenGraph and the other names that publishing systems
write into ``meta`` elements. Broken JSON is common and costs only itself.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from discrepancy.load.published import parse_published

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
"""Names of ``meta`` elements (property, name or itemprop), the most reliable first."""

_MODIFIED = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "og:modified_time",
    "datemodified",
    "article.updated",
    "parsely-modified-date",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
)

_ASIDE = frozenset(
    [
        "itemListElement",
        "hasPart",
        "mentions",
        "relatedLink",
        "comment",
        "review",
        "isPartOf",
        "liveBlogUpdate",
        "video",
        "image",
        "author",
        "publisher",
        "potentialAction",
        "breadcrumb",
        "citation",
    ]
)
"""Keys under which other things than the page's article stand."""

_ARTICLES = frozenset({"BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report", "Article"})
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_OPENINGS = ("<!--", "//", "<![CDATA[")
_ENDINGS = (";", "]]>", "//", "-->")
"""What publishing systems put around JSON in a script, from outside to inside."""

_EARLIEST = 1990
"""Years before the Web are slips or placeholders (1970 is a computer's zero)."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the markup says; None where it does not, or nothing that can be read."""

    published: datetime | None = None
    modified: datetime | None = None
    headline: str | None = None
    site: str | None = None


def read_metadata(tree: Any) -> Metadata:
    """The metadata of a page, given as its tree."""
    named = _read_meta(tree)
    articles = _find_articles(tree, _titles(tree, named))
    return Metadata(
        published=_choose_moment(_strings(articles, "datePublished"), named, _PUBLISHED),
        modified=_choose_moment(_strings(articles, "dateModified"), named, _MODIFIED),
        headline=next(map(html.unescape, _strings(articles, "headline")), None),
        site=next(_publishers(articles), None) or next(iter(named.get("og:site_name", ())), None),
    )


def _choose_moment(
    structured: Sequence[str], named: dict[str, list[str]], names: Sequence[str]
) -> datetime | None:
    """The first moment that can be read; a bare day gives way to a time on that day named elsewhere."""
    values = [*structured, *(value for name in names for value in named.get(name, ()))]
    moments = [moment for value in values if (moment := _parse(value)) is not None]
    if not moments or moments[0].time() != time():
        return moments[0] if moments else None
    return next((m for m in moments if m.date() == moments[0].date() and m.time() != time()), moments[0])


def _parse(value: str) -> datetime | None:
    try:
        moment = parse_published(value)
    except (ValueError, OverflowError):
        return None
    return moment if moment.year >= _EARLIEST else None


def _titles(tree: Any, named: dict[str, list[str]]) -> list[str]:
    """What the page is called, in its several places."""
    headings = [" ".join(element.itertext()) for element in tree.iter("title", "h1")]
    return [_plain(title) for title in (*named.get("og:title", ()), *headings)]


def _plain(text: str) -> str:
    return " ".join(html.unescape(text).casefold().split())


def _find_articles(tree: Any, titles: Sequence[str]) -> list[dict[str, Any]]:
    """The JSON-LD nodes of the page's article, else those of the page itself.

    Where there are several, as with teasers of other articles, those come first whose headline is the
    page's title.
    """
    nodes = [node for script in tree.iter("script") if _is_json_ld(script) for node in _read_script(script)]
    articles = [node for node in nodes if any(_is_article(type_) for type_ in _types(node))]
    if len(articles) > 1:
        articles.sort(key=lambda node: not _is_called(node, titles))
    return articles or [node for node in nodes if any(type_.endswith("Page") for type_ in _types(node))]


def _is_called(node: dict[str, Any], titles: Sequence[str]) -> bool:
    headlines = [_plain(headline) for headline in _strings([node], "headline")]
    return any(title.startswith(headline) for headline in headlines if headline for title in titles)


def _is_json_ld(script: Any) -> bool:
    return (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json"


def _read_script(script: Any) -> Iterator[dict[str, Any]]:
    source = _unwrap(script.text or "")
    for text in (source, _TRAILING_COMMA.sub("", source)):
        try:
            yield from _walk(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            continue
        return
    yield from _salvage(source)


def _unwrap(source: str) -> str:
    """The script without comment marks around it."""
    source = source.strip()
    for mark in _OPENINGS:
        source = source.removeprefix(mark).lstrip()
    for mark in _ENDINGS:
        source = source.removesuffix(mark).rstrip()
    return source


def _salvage(source: str) -> Iterator[dict[str, Any]]:
    """The times in a script that is no JSON, from its first article on."""
    start = re.search(r'"@type"\s*:\s*\[?\s*"\w*(?:Article|Posting)"', source)
    if start is None:
        return
    node: dict[str, Any] = {"@type": "NewsArticle"}
    for key in ("datePublished", "dateModified", "headline"):
        if found := re.search(rf'"{key}"\s*:\s*"([^"\\]+)"', source):
            node[key] = found[1]
    yield node


def _walk(value: Any) -> Iterator[dict[str, Any]]:
    """Every node in document order, but not what only stands beside the article."""
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            yield item
            stack.extend(
                child for key, child in reversed(item.items()) if key not in _ASIDE and _holds_nodes(child)
            )
        elif isinstance(item, list):
            stack.extend(reversed(item))


def _holds_nodes(value: object) -> bool:
    return isinstance(value, (dict, list))


def _types(node: dict[str, Any]) -> list[str]:
    given = node.get("@type")
    types = given if isinstance(given, list) else [given]
    return [type_.rpartition("/")[2] for type_ in types if isinstance(type_, str)]


def _is_article(type_: str) -> bool:
    return type_ in _ARTICLES or type_.endswith("Article")


def _strings(nodes: Sequence[dict[str, Any]], key: str) -> list[str]:
    """What the nodes have under ``key``, where that is a string that says something."""
    found = []
    for node in nodes:
        value = node.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("@value")
        if isinstance(value, str) and value.strip():
            found.append(value.strip())
    return found


def _publishers(nodes: Sequence[dict[str, Any]]) -> Iterator[str]:
    for node in nodes:
        publisher = node.get("publisher")
        if isinstance(publisher, list):
            publisher = publisher[0] if publisher else None
        if isinstance(publisher, dict):
            yield from map(html.unescape, _strings([publisher], "name"))


def _read_meta(tree: Any) -> dict[str, list[str]]:
    """Content of the ``meta`` and ``time`` elements by lower-case name, in document order."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta", "time"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        value = element.get("content") or element.get("datetime")
        if name and value and value.strip():
            found.setdefault(name.strip().lower(), []).append(value.strip())
    return found
