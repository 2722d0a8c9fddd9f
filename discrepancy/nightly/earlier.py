"""What was analysed on earlier nights and stands in tonight's articles too: it is not parsed again.

Outlets run one agency's text, and most of a page stays from version to version. Looked for within the
story, line by line, so that an analysis is only read where it serves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from discrepancy.model import Article
from discrepancy.nightly.plan import Plan, page_of
from discrepancy.store import Store, StoredVersion

SHORTEST = 40
"""Characters of a line that is worth looking for; shorter ones are headings and bylines."""

WITNESSES = 50
"""Articles of a story, the last ones, that are looked at for one of tonight's."""


def find_earlier(plans: Iterable[Plan], todo: frozenset[str]) -> dict[str, tuple[StoredVersion, ...]]:
    """For each content of ``todo`` the versions of its story that are analysed: its page's, then the last."""
    found: dict[str, tuple[StoredVersion, ...]] = {}
    for plan in plans:
        known = [version for version in plan.members if version.content not in todo]
        if not known:
            continue
        newest = {page_of(version): version for version in known}
        last = tuple(reversed(known[-WITNESSES:]))
        for version in plan.members:
            if version.content in todo and version.content not in found:
                own = newest.get(page_of(version))
                found[version.content] = (own, *last) if own else last
    return found


class Earlier:
    """Loads what tonight's articles have in common with others, a chunk at a time."""

    def __init__(self, store: Store, key: str, versions: Mapping[str, Sequence[StoredVersion]]) -> None:
        self._store = store
        self._key = key
        self._versions = versions

    def load(
        self, contents: Sequence[str], articles: Sequence[Article]
    ) -> list[tuple[tuple[Article, bytes], ...]]:
        """For each article the others that have lines of it, each with its packed analysis."""
        wanted = {version.id: version for content in contents for version in self._versions.get(content, ())}
        others = dict(zip(wanted, self._store.articles.load_articles(wanted), strict=True))
        lines = {number: _lines(other) for number, other in others.items()}
        chosen = [
            self._choose(_lines(article), self._versions.get(content, ()), lines)
            for content, article in zip(contents, articles, strict=True)
        ]
        packed = self._store.analyses.get(self._key, (v.content for some in chosen for v in some))
        return [
            tuple((others[v.id], packed[v.content]) for v in some if v.content in packed) for some in chosen
        ]

    def _choose(
        self, missing: set[str], versions: Sequence[StoredVersion], lines: Mapping[int, set[str]]
    ) -> list[StoredVersion]:
        """As few as have, one after another, lines that those before have not."""
        chosen = []
        for version in versions:
            if missing & lines[version.id]:
                chosen.append(version)
                missing = missing - lines[version.id]
        return chosen


def _lines(article: Article) -> set[str]:
    return {line for part in article.text.splitlines() if len(line := part.strip()) >= SHORTEST}
