"""What a run would do, without writing anything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from discrepancy.engine import open_engine
from discrepancy.model import Skipped
from discrepancy.nightly.intake import recall_inputs
from discrepancy.nightly.interrupt import Interruption
from discrepancy.nightly.records import name_records
from discrepancy.nightly.settings import NightlySettings
from discrepancy.nightly.sources import read_files
from discrepancy.store import Store, hash_version


def rehearse(settings: NightlySettings, since: datetime | None = None) -> list[str]:
    """One line for everything that a run would begin with; feeds and addresses are not fetched.

    Raises:
        StoreError: There is a store that cannot be used.
    """
    store = Store.open(settings.store_path, read_only=True) if settings.store_path.exists() else None
    try:
        known = recall_inputs(store) if store else {}
        begin = datetime.now(UTC) - timedelta(days=settings.run.window)
        files = unchanged = articles = left_out = 0
        keys = set()
        skipped: list[Skipped] = []
        with open_engine("serial") as engine:
            for reading in read_files(settings, since, known, engine, Interruption()):
                files += bool(reading.input.path)
                unchanged += reading.input.unchanged
                articles += len(reading.articles)
                left_out += reading.input.left_out
                named = name_records(store, reading.articles, reading.unnamed, begin)
                keys |= {hash_version(article) for article in named}
                skipped += reading.skipped
        there = store.articles.known(keys) if store else set()
        run = store.runs.unfinished() if store else None
    finally:
        if store:
            store.close()
    sources = settings.sources
    lines = [
        f"store: {settings.store_path}{'' if store else ' (to be made)'}",
        *([f"to be gone on with: run {run.number}"] if run else []),
        f"files: {files}, of which {unchanged} as they were",
        f"articles in the others: {articles}, of which {len(keys - there)} new"
        + (f"; {left_out} older ones left out" if left_out else ""),
    ]
    others = {"feeds": sources.feeds, "addresses": sources.urls, "lists of addresses": sources.lists}
    lines += [f"{name}: {len(given)}, not fetched" for name, given in others.items() if given]
    lines += [f"not read: {s.path}{f':{s.line}' if s.line else ''}: {s.reason}" for s in skipped]
    return lines
