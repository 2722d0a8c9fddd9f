"""What was computed from an article's content or a story, kept with a key, so that nothing is done twice.

The key names everything else that the result depends on: the code's version and its settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from discrepancy.errors import StoreError
from discrepancy.store.connection import Database, Row


class ContentCache:
    """One table of opaque bytes; contents are named by their hash in hexadecimal digits."""

    def __init__(self, database: Database, table: str) -> None:
        self._database = database
        self._keys = _Keys(database)
        self._table = table

    def get(self, key: str, hashes: Iterable[str]) -> dict[str, bytes]:
        """The bytes of those contents that have any."""
        self._keys.use(key)
        return {content.hex(): data for content, data in self._select("t.data", key, dict.fromkeys(hashes))}

    def missing(self, key: str, hashes: Iterable[str]) -> list[str]:
        """Those contents that have none, each once, in the order given."""
        self._keys.use(key)
        wanted = list(dict.fromkeys(hashes))
        there = {content.hex() for content, _ in self._select("1", key, wanted)}
        return [content for content in wanted if content not in there]

    def put(self, key: str, found: Mapping[str, bytes]) -> None:
        """Keep the bytes of each content.

        Raises:
            StoreError: A content is not in the store.
        """
        with self._database.transaction():
            number = self._keys.number(key)
            changed = self._database.write_many(
                f"INSERT OR REPLACE INTO {self._table} (key, content, data)"
                " SELECT ?, id, ? FROM articles WHERE hash = ?",
                [(number, data, bytes.fromhex(content)) for content, data in found.items()],
            )
            if found and changed != len(found):
                raise StoreError(
                    self._database.path,
                    f"lacks articles for {len(found) - changed} results",
                    "them to be added first",
                )

    def _select(self, column: str, key: str, hashes: Iterable[str]) -> Iterator[Row]:
        # CROSS JOIN: from the few contents asked for to their rows. SQLite, left to choose, reads all
        # rows of the key for every batch, which costs the square of a night.
        query = (
            f"SELECT a.hash, {column} FROM articles a CROSS JOIN {self._table} t ON t.content = a.id"
            " AND t.key = (SELECT id FROM keys WHERE name = ?) WHERE a.hash IN {}"
        )
        return self._database.among(query, map(bytes.fromhex, hashes), [key])


class StoryCache:
    """What was read in the articles of each story, the last state of it; see ``store.readings``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._keys = _Keys(database)

    def get(self, key: str, stories: Iterable[str]) -> dict[str, bytes]:
        """The bytes of those stories that have any."""
        self._keys.use(key)
        query = (
            "SELECT story, data FROM readings WHERE key = (SELECT id FROM keys WHERE name = ?)"
            " AND story IN {}"
        )
        return dict(self._database.among(query, dict.fromkeys(stories), [key]))

    def put(self, key: str, story: str, data: bytes) -> None:
        """Keep the bytes of a story, in place of those it has.

        Raises:
            StoreError: The story is not in the store.
        """
        with self._database.transaction():
            self._database.write(
                "INSERT OR REPLACE INTO readings (story, key, data) VALUES (?, ?, ?)",
                (story, self._keys.number(key), data),
            )

    def keep(self, stories: Iterable[str]) -> int:
        """Remove the bytes of all other stories; how many had some."""
        kept = set(stories)
        gone = [row for row in self._database.rows("SELECT story FROM readings") if row[0] not in kept]
        if gone:
            with self._database.transaction():
                self._database.write_many("DELETE FROM readings WHERE story = ?", gone)
        return len(gone)


class _Keys:
    """The table of keys."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def use(self, key: str) -> None:
        """Mark the key as used by the latest run, so that pruning leaves what still serves."""
        query = "SELECT 1 FROM keys WHERE name = ? AND last_run IS NOT (SELECT max(id) FROM runs)"
        if not self._database.read_only and self._database.first(query, (key,)):
            with self._database.transaction():
                self.number(key)

    def number(self, key: str) -> int:
        """The key's number, marked as used by the latest run."""
        self._database.write(
            "INSERT INTO keys (name, last_run) VALUES (?, (SELECT max(id) FROM runs))"
            " ON CONFLICT (name) DO UPDATE SET last_run = excluded.last_run",
            (key,),
        )
        row = self._database.first("SELECT id FROM keys WHERE name = ?", (key,))
        return int(row[0]) if row else 0
