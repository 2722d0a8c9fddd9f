"""Which articles are versions of one page, and in which order they were put out.

Invariant: the newest version is the page's current claim. One page is one source with one vote,
however often it was changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from discrepancy.instants import in_utc
from discrepancy.model import Article, Document

SAME_TEXT = 0.25
"""Part of the shorter text's distinct words that two versions share; less is another text at the same
address, as on a front page or a live ticker's."""

_REMEMBERED = 256
"""Texts whose words are remembered: versions of one page are held together when it is grouped, read and
compared, one after another."""

_TRACKING = re.compile(r"utm_|fbclid|gclid|cmpid|ito$|ref$|source$", re.I)
_LABELLED = re.compile(r"~[0-9a-f]{8}$")
_WORD = re.compile(r"\w{4,}")


def find_pages(documents: Sequence[Document]) -> list[list[Document]]:
    """The documents page by page, each page's oldest version first, pages in the order given."""
    pages = find_versions([document.article for document in documents])
    return [[documents[i] for i in page] for page in pages]


def find_versions(articles: Sequence[Article]) -> list[list[int]]:
    """Indexes of the articles page by page, each page's oldest version first, pages in the order given.

    Versions have one source and one address; without an address, one id up to the version in it.
    """
    pages: list[list[int]] = []
    known: dict[tuple[str, str], list[list[int]]] = {}
    for index in sorted(range(len(articles)), key=lambda i: _time_order(articles[i], i)):
        key = _page_key(articles[index])
        versions = known.setdefault(key, [])
        page = next((page for page in versions if _is_same_text(articles[page[-1]], articles[index])), None)
        if page is None:
            page = []
            versions.append(page)
            pages.append(page)
        page.append(index)
    return sorted(pages, key=min)


def moment_of(article: Article) -> datetime | None:
    """When this version came out, as far as it says; without a zone taken as UTC."""
    moment = article.modified or article.published
    return None if moment is None else in_utc(moment)


def _time_order(article: Article, index: int) -> tuple[bool, datetime, tuple[int, ...], int]:
    moment = moment_of(article)
    label = tuple(int(digits) for digits in re.findall(r"\d+", article.version or ""))
    return moment is None, moment or datetime.min.replace(tzinfo=UTC), label, index


def _page_key(article: Article) -> tuple[str, str]:
    if article.url:
        return article.source.casefold(), _address(article.url)
    stem = _LABELLED.sub("", article.id)
    if article.version:
        stem = stem.removesuffix(f"#{article.version}")
    return article.source.casefold(), f"id:{stem}"


def _address(url: str) -> str:
    """The address without what leads to the same page: scheme, "www.", fragment and tracking."""
    parts = urlsplit(url.strip())
    query = urlencode([pair for pair in parse_qsl(parts.query) if not _TRACKING.match(pair[0])])
    return f"{parts.netloc.casefold().removeprefix('www.')}{parts.path.rstrip('/')}?{query}"


def _is_same_text(older: Article, newer: Article) -> bool:
    return shared_words(older, newer) >= SAME_TEXT


def shared_words(older: Article, newer: Article, of: Callable[[int, int], int] = min) -> float:
    """Part of one text's distinct words of four letters or more that the other has too.

    Args:
        older: One version.
        newer: The other.
        of: The shorter text (``min``), which has all where it has none: a text that was taken out is
            still its page's; or the longer one (``max``).
    """
    left, right = _words(older.text), _words(newer.text)
    words = of(len(left), len(right))
    return len(left & right) / words if words else 1.0


@lru_cache(maxsize=_REMEMBERED)
def _words(text: str) -> frozenset[str]:
    return frozenset(map(str.casefold, _WORD.findall(text)))
