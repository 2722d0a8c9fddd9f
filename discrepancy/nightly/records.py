"""Which page a record is of that gives neither an address nor an id, as in a dump written anew every night.

Its place in the file says nothing: a row put in at the top moves all others. In this order it is told by

1. the same outlet with the same title and text: the page as it was;
2. the same outlet and headline, of texts alike enough to be versions of one page;
3. the same outlet and all but the same text, with at least one sentence unchanged;
4. else it is a page of its own.

For 2 and 3 only pages seen within the window count that the file no longer has as they were, for what
still stands in it was not replaced. The one seen last is taken.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from discrepancy.model import Article
from discrepancy.store import Store, StoredVersion, hash_content
from discrepancy.versions import shared_words

ALIKE = 0.25
"""Part of the shorter text's distinct words that versions under one headline share, as at one address."""

NEARLY_SAME = 0.6
"""The same of the longer text, under another headline: a page that was corrected, not another report."""

RECENT = 10_000
"""Pages of one outlet that are looked at, the last ones."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_SHORTEST = 30
"""Characters of a sentence that is one text's own; shorter ones are headings and formulas."""

_DIGITS = 12


def name_records(
    store: Store | None, articles: Sequence[Article], unnamed: Iterable[str], since: datetime
) -> tuple[Article, ...]:
    """``articles`` of one file with those ``unnamed`` renamed after the page that each is of.

    Args:
        store: What was read on earlier nights, if anything.
        articles: As they were loaded.
        unnamed: Ids that were made of a record's place in its file.
        since: Beginning of the window.
    """
    made = frozenset(unnamed)
    places = [place for place, article in enumerate(articles) if article.id in made and not article.url]
    if not places:
        return tuple(articles)
    contents = {place: hash_content(articles[place]) for place in places}
    known = store.articles.find_unaddressed(contents.values()) if store else {}
    names = {place: known.get((articles[place].source, contents[place]), "") for place in places}
    left = [place for place in places if not names[place]]
    if store and left:
        pools = _Pools(store, since, frozenset(filter(None, names.values())))
        names |= {place: pools.take(articles[place]) for place in left}
    named = list(articles)
    for place, name in names.items():
        named[place] = replace(articles[place], id=name or _name_page(articles[place], contents[place]))
    return tuple(named)


def _name_page(article: Article, content: str) -> str:
    """An id for a new page: its file, and what is its own."""
    said = f"{article.source}\n{content}".encode("utf-8", "backslashreplace")
    return f"{article.id.rpartition(':')[0]}:{hashlib.sha256(said).hexdigest()[:_DIGITS]}"


@dataclass(frozen=True, slots=True, eq=False)
class _Candidate:
    page: str
    article: Article


class _Pools:
    """For each outlet the pages that a record may be a new version of; each is given away once."""

    def __init__(self, store: Store, since: datetime, present: frozenset[str]) -> None:
        self._store = store
        self._since = since
        self._present = present
        self._pools: dict[str, _Pool] = {}

    def take(self, article: Article) -> str:
        """The page that ``article`` is a new version of, or ""."""
        if article.source not in self._pools:
            versions = self._store.articles.recent_unaddressed(article.source, self._since, RECENT)
            self._pools[article.source] = _Pool(self._load(versions))
        return self._pools[article.source].take(article)

    def _load(self, versions: Iterable[StoredVersion]) -> Iterator[_Candidate]:
        gone = [version for version in versions if version.page not in self._present]
        articles = self._store.articles.load_articles(version.id for version in gone)
        for version, article in zip(gone, articles, strict=True):
            yield _Candidate(version.page, article)


class _Pool:
    def __init__(self, candidates: Iterable[_Candidate]) -> None:
        self._by_title: dict[str, list[_Candidate]] = {}
        self._by_sentence: dict[str, list[_Candidate]] = {}
        self._taken: set[str] = set()
        for candidate in candidates:
            if title := _fold(candidate.article.title):
                self._by_title.setdefault(title, []).append(candidate)
            for sentence in _sentences(candidate.article):
                self._by_sentence.setdefault(sentence, []).append(candidate)

    def take(self, article: Article) -> str:
        same_title = self._by_title.get(_fold(article.title), [])
        page = self._choose(article, same_title, ALIKE, min)
        if not page:
            sharing = (c for sentence in _sentences(article) for c in self._by_sentence.get(sentence, ()))
            page = self._choose(article, dict.fromkeys(sharing), NEARLY_SAME, max)
        self._taken.add(page)
        return page

    def _choose(
        self, article: Article, candidates: Iterable[_Candidate], limit: float, of: Callable[[int, int], int]
    ) -> str:
        """The page whose text is most alike, of several the one seen last, or ""."""
        best, chosen = limit, ""
        for candidate in candidates:
            if candidate.page not in self._taken:
                alike = shared_words(candidate.article, article, of)
                if alike > best or (not chosen and alike >= best):
                    best, chosen = alike, candidate.page
        return chosen


def _fold(title: str | None) -> str:
    return " ".join((title or "").casefold().split())


def _sentences(article: Article) -> set[str]:
    return {part for part in _SENTENCE.split(article.text) if len(part) >= _SHORTEST}
