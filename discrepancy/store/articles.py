"""Articles by content, and versions: where and when that content was seen.

The same source, page, content, publication time, status and note are one version, however often it
is seen. Content is title and text; everything else belongs to the version.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from discrepancy.errors import StoreError
from discrepancy.model import Article
from discrepancy.store.connection import MANY, Database
from discrepancy.store.moments import read_moment, seconds, write_moment

COLUMNS = (
    "v.id, v.key, a.hash, v.article, v.source, v.page, v.url, v.label, v.story, v.published, v.modified,"
    " v.status, v.note, v.encoding, v.seen_at, v.first_run, v.last_run"
)
FROM = "FROM versions v JOIN articles a ON a.id = v.content"


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """One version of one page, without its text.

    Attributes:
        id: Counts up in the order in which versions were first seen.
        key: What makes it a version of its own, as hexadecimal digits.
        content: Hash of title and text, as hexadecimal digits.
        article: Id of the loaded article, unique in the store: the id given, where that is free.
        page: The address, or the id given where there is none; with the source it names the page.
        label: The version as given ("v2").
        story: The story as given, which overrides grouping by content.
        seen_at: The clock when it was first seen; order is by ``first_run`` and ``id``.
        first_run: Number of the run that saw it first.
        last_run: Number of the last run that saw it: the page's current version has the highest.
    """

    id: int
    key: str
    content: str
    article: str
    source: str
    page: str
    url: str | None
    label: str | None
    story: str | None
    published: datetime | None
    modified: datetime | None
    status: str | None
    note: str | None
    encoding: str | None
    seen_at: datetime
    first_run: int
    last_run: int


def hash_content(article: Article) -> str:
    """SHA-256 of title and text, as hexadecimal digits."""
    return hashlib.sha256(_exact([article.title, article.text])).hexdigest()


def hash_version(article: Article) -> str:
    """What makes an article a version of its own, as hexadecimal digits."""
    said = map(_utf8, (article.source, _page(article), article.status, article.note))
    return _hash_said(hash_content(article), article.published, *said)


def rehash_version(version: StoredVersion) -> str:
    """The key that a stored version should have."""
    said = (version.source, version.page, version.status, version.note)
    return _hash_said(version.content, version.published, *said)


def _hash_said(content: str, published: datetime | None, *said: str | None) -> str:
    return hashlib.sha256(_exact([content, write_moment(published), *said])).hexdigest()


class Articles:
    """The tables of articles and versions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_versions(self, articles: Iterable[Article], run: int, seen_at: datetime) -> list[StoredVersion]:
        """The same as ``keep``, and read back.

        Returns:
            The version of every article, in the order given; new are those whose ``first_run`` is
            ``run``, also when a killed run is taken up again.
        """
        found: list[StoredVersion] = []
        pending = iter(articles)
        while batch := list(islice(pending, MANY)):
            with self._database.transaction():
                keys = self._keep(batch, run, seen_at)
                by_key = {version.key: version for version in self._where("v.key IN {}", set(keys))}
            found += (by_key[key.hex()] for key in keys)
        return found

    def keep(self, articles: Iterable[Article], run: int, seen_at: datetime) -> None:
        """Store what was read; what is there already only gets ``run`` as its last run."""
        pending = iter(articles)
        while batch := list(islice(pending, MANY)):
            with self._database.transaction():
                self._keep(batch, run, seen_at)

    def _keep(self, batch: Sequence[Article], run: int, seen_at: datetime) -> list[bytes]:
        """The key of each version, in the order given."""
        keys = [bytes.fromhex(hash_version(article)) for article in batch]
        distinct = dict(zip(reversed(keys), reversed(batch), strict=True))
        query = "SELECT key, id, last_run FROM versions WHERE key IN {}"
        known = {key: (number, last) for key, number, last in self._database.among(query, distinct)}
        fresh = {key: distinct[key] for key in dict.fromkeys(keys) if key not in known}
        if fresh:
            self._insert(fresh, run, seen_at)
        self._database.write_many(
            "UPDATE versions SET last_run = ? WHERE id = ?",
            [(run, number) for number, last in sorted(known.values()) if last < run],
        )
        return keys

    def _insert(self, fresh: dict[bytes, Article], run: int, seen_at: datetime) -> None:
        hashes = {key: bytes.fromhex(hash_content(article)) for key, article in fresh.items()}
        self._database.write_many(
            "INSERT OR IGNORE INTO articles (hash, content) VALUES (?, ?)",
            [(hashes[key], _pack(article)) for key, article in fresh.items()],
        )
        moment = self._database.first("SELECT moment FROM runs WHERE id = ?", (run,))
        if moment is None:
            raise StoreError(self._database.path, f"has no run {run}", "a run begun with runs.start")
        names = self._name(fresh)
        self._database.write_many(
            f"""INSERT INTO versions (content, key, article, source, page, url, label, story, published,
                modified, status, note, encoding, moment, seen_at, first_run, last_run)
            VALUES ((SELECT id FROM articles WHERE hash = ?), {", ".join("?" * 16)})""",
            [
                (hashes[key], key, names[key], *_columns(article, moment[0]), write_moment(seen_at), run, run)
                for key, article in fresh.items()
            ],
        )

    def _name(self, fresh: dict[bytes, Article]) -> dict[bytes, str]:
        """The ids given, where they are free; else with the beginning of the version's key."""
        given = {key: _utf8(article.id) or "" for key, article in fresh.items()}
        query = "SELECT article FROM versions WHERE article IN {}"
        taken = {name for (name,) in self._database.among(query, set(given.values()))}
        names = {}
        for key, name in given.items():
            names[key] = f"{name}~{key.hex()[:8]}" if name in taken else name
            taken.add(names[key])
        return names

    def _where(self, condition: str, values: Iterable[Any]) -> Iterator[StoredVersion]:
        query = f"SELECT {COLUMNS} {FROM} WHERE {condition} ORDER BY v.id"
        return self._database.decode(read_version, self._database.among(query, values))

    def versions(self, ids: Iterable[int]) -> list[StoredVersion]:
        """The versions of those ids, in the order given.

        Raises:
            StoreError: One of them is not there.
        """
        wanted = list(ids)
        found = {version.id: version for version in self._where("v.id IN {}", set(wanted))}
        return [self._known(found, id) for id in wanted]  # noqa: A001

    def load_articles(self, ids: Iterable[int]) -> list[Article]:
        """The articles of those versions, text and all, in the order given.

        Raises:
            StoreError: One of them is not there, or its content is damaged.
        """
        wanted = list(ids)
        query = f"SELECT a.content, {COLUMNS} {FROM} WHERE v.id IN {{}}"
        found = dict(self._database.decode(_read_article, self._database.among(query, set(wanted))))
        return [self._known(found, id) for id in wanted]  # noqa: A001

    def first_title(self, articles: Iterable[str]) -> str | None:
        """The title of the first of those articles, by their ids, that has one.

        Raises:
            StoreError: One of them is not there, or its content is damaged.
        """
        wanted = list(articles)
        ids = self.find_ids(wanted)
        titles = (self.load_articles([ids.get(name, 0)])[0].title for name in wanted)
        return next(filter(None, titles), None)

    def find_ids(self, articles: Iterable[str]) -> dict[str, int]:
        """The version of each article id that is in the store."""
        query = "SELECT article, id FROM versions WHERE article IN {}"
        return dict(self._database.among(query, set(articles)))

    def known(self, keys: Iterable[str]) -> set[str]:
        """Those keys of versions, see ``hash_version``, that are in the store."""
        query = "SELECT key FROM versions WHERE key IN {}"
        return {key.hex() for (key,) in self._database.among(query, map(bytes.fromhex, keys))}

    def count_seen(self, run: int) -> int:
        """How many versions that run saw first."""
        row = self._database.first("SELECT count(*) FROM versions WHERE first_run = ?", (run,))
        return int(row[0]) if row else 0

    def seen_first(self, run: int, articles: Iterable[str]) -> set[str]:
        """Those of the article ids that are of versions which that run saw first."""
        query = "SELECT article FROM versions WHERE first_run = ? AND article IN {}"
        return {name for (name,) in self._database.among(query, set(articles), [run])}

    def find_unaddressed(self, hashes: Iterable[str]) -> dict[tuple[str, str], str]:
        """For outlet and content, of those contents, the page that has it; pages with an address left out."""
        query = (
            "SELECT v.source, a.hash, v.page FROM articles a CROSS JOIN versions v ON v.content = a.id"
            " AND v.url IS NULL WHERE a.hash IN {}"
        )
        rows = self._database.among(query, map(bytes.fromhex, dict.fromkeys(hashes)))
        return {(source, content.hex()): page for source, content, page in sorted(rows, reverse=True)}

    def recent_unaddressed(self, source: str, since: datetime, most: int) -> list[StoredVersion]:
        """The newest version of each page of an outlet without an address, the last seen first.

        Only those published, or else first seen, at ``since`` or later.
        """
        query = (
            f"SELECT {COLUMNS}, max(v.id) {FROM} WHERE v.source = ? AND v.url IS NULL AND v.moment >= ?"
            " GROUP BY v.page ORDER BY v.last_run DESC, v.id DESC LIMIT ?"
        )
        rows = self._database.rows(query, (source, seconds(since), most))
        return list(self._database.decode(lambda row: read_version(row[:-1]), rows))

    def withdrawn(self) -> list[StoredVersion]:
        """The versions that their agency withholds or has cancelled, in order."""
        # Written out, so that the index on these alone is used.
        query = f"SELECT {COLUMNS} {FROM} WHERE v.status IN ('canceled', 'withheld') ORDER BY v.id"
        return list(self._database.decode(read_version, self._database.rows(query)))

    def pages(self, ids: Iterable[int]) -> dict[tuple[str, str], list[StoredVersion]]:
        """Every version of the pages (source and page) that those versions belong to, oldest first."""
        pages: dict[tuple[str, str], list[StoredVersion]] = {}
        touched = {(version.source, version.page) for version in self.versions(ids)}
        query = f"SELECT {COLUMNS} {FROM} WHERE v.source = ? AND v.page = ? ORDER BY v.id"
        for page in sorted(touched):
            pages[page] = list(self._database.decode(read_version, self._database.rows(query, page)))
        return pages

    def _known(self, found: dict[int, Any], id: int) -> Any:  # noqa: A002
        if id not in found:
            raise StoreError(self._database.path, f"has no version {id}", "one that add_versions returned")
        return found[id]


def _read_article(row: tuple[Any, ...]) -> tuple[int, Article]:
    """The version's number and its article, from its content and its row."""
    version = read_version(row[1:])
    title, text = unpack_content(row[0])
    return version.id, Article(
        id=version.article,
        source=version.source,
        text=text,
        title=title,
        published=version.published,
        url=version.url,
        story=version.story,
        version=version.label,
        modified=version.modified,
        status=version.status,
        note=version.note,
        encoding=version.encoding,
    )


def _columns(article: Article, moment: float) -> tuple[Any, ...]:
    """From ``source`` to ``moment``; ``moment`` stands in for a publication time."""
    return (
        *map(_utf8, (article.source, _page(article), article.url, article.version, article.story)),
        write_moment(article.published),
        write_moment(article.modified),
        *map(_utf8, (article.status, article.note, article.encoding)),
        seconds(article.published) if article.published else moment,
    )


def _page(article: Article) -> str:
    return article.url or article.id


def read_version(row: tuple[Any, ...]) -> StoredVersion:
    """A row of ``versions`` with its content's hash."""
    (number, key, content, article, source, page, url, label, story, published, modified,
     status, note, encoding, seen_at, first_run, last_run) = row  # fmt: skip
    return StoredVersion(
        number, key.hex(), content.hex(), article, source, page, url, label, story,
        read_moment(published), read_moment(modified), status, note, encoding,
        datetime.fromisoformat(seen_at), first_run, last_run,
    )  # fmt: skip


def _exact(values: Sequence[str | None]) -> bytes:
    """JSON in ASCII: lossless for every string, lone surrogates included, and without ambiguity."""
    return json.dumps(values, separators=(",", ":")).encode("ascii")


def _pack(article: Article) -> bytes:
    return zlib.compress(
        json.dumps([article.title, article.text], ensure_ascii=False).encode("utf-8", "surrogatepass"), 6
    )


def unpack_content(data: bytes) -> tuple[str | None, str]:
    """Title and text.

    Raises:
        ValueError: The bytes are damaged.
    """
    try:
        title, text = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    except (zlib.error, TypeError) as error:
        raise ValueError(str(error)) from error
    return title, text


def _utf8(value: str | None) -> str | None:
    """A lone surrogate, which SQLite cannot hold, as its escape."""
    return None if value is None else value.encode("utf-8", "backslashreplace").decode()
