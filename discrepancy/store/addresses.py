"""What servers said of an address when it was last fetched, for conditional requests."""

from __future__ import annotations

import json
from collections.abc import Mapping

from discrepancy.store.connection import Database


class Addresses:
    """The table of addresses; each has a few named strings, such as ETag and Last-Modified."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, url: str) -> dict[str, str] | None:
        """What is known of ``url``, or None."""
        row = self._database.first("SELECT data FROM addresses WHERE url = ?", (url,))
        return json.loads(row[0]) if row else None

    def put(self, url: str, known: Mapping[str, str]) -> None:
        """Keep what is known of ``url``, in place of what was."""
        with self._database.transaction():
            self._database.write(
                "INSERT OR REPLACE INTO addresses (url, data, run) VALUES (?, ?, (SELECT max(id) FROM runs))",
                (url, json.dumps(dict(known), sort_keys=True).encode("ascii")),
            )
