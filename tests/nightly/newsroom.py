"""A newsroom in a folder: its articles, its settings, and its store and reports laid open for comparison.

The story is that of ``data/sample``; everything else is invented here.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from discrepancy.load import load_articles
from discrepancy.model import Article
from discrepancy.nightly.settings import NightlySettings

SAMPLE = Path(__file__).resolve().parents[2] / "data/sample"
TONIGHT = datetime(2031, 5, 6, 22, tzinfo=UTC)
ALONE = Article(
    id="alone",
    source="Orvale Gazette",
    title="Fair opens in Orvale",
    text="The Orvale spring fair opens on Sunday with 40 stalls. Mayor Tilda Brask will cut the ribbon.",
    published=datetime(2031, 5, 6, 8, tzinfo=UTC),
)


def sample() -> list[Article]:
    """Four articles on one story with four conflicts, each with an address of its own."""
    loaded = load_articles([SAMPLE]).articles
    return [replace(a, id=f"a{n}", url=f"http://news.invalid/{n}") for n, a in enumerate(loaded)]


def write_articles(path: Path, articles: Iterable[Article]) -> None:
    lines = [
        {
            "id": a.id,
            "source": a.source,
            "title": a.title,
            "text": a.text,
            "url": a.url,
            "story": a.story,
            "status": a.status,
            "note": a.note,
            "version": a.version,
            "published": a.published.isoformat() if a.published else None,
        }
        for a in articles
    ]
    text = "".join(json.dumps({k: v for k, v in line.items() if v is not None}) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8")


def make(folder: Path, articles: Sequence[Article], **sections: dict[str, Any]) -> NightlySettings:
    """A newsroom whose articles stand in ``in/first.jsonl``; ``sections`` override the settings."""
    (folder / "in").mkdir(parents=True, exist_ok=True)
    write_articles(folder / "in/first.jsonl", articles)
    return configure(folder, **sections)


def configure(folder: Path, **sections: dict[str, Any]) -> NightlySettings:
    table: dict[str, dict[str, Any]] = {
        "sources": {"paths": ["in"]},
        "run": {"engine": "serial", "chunk": 2},
        "report": {"formats": ["html", "json", "csv"]},
    }
    for name, values in sections.items():
        table[name] = {**table.get(name, {}), **values}
    (folder / "nightly.toml").write_text(
        "".join(
            f"[{name}]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items())
            for name, values in table.items()
        ),
        encoding="utf-8",
    )
    return NightlySettings.read(folder / "nightly.toml")


_EXPORTS = {
    "versions": "SELECT hex(key), article, source, page, published, first_run FROM versions ORDER BY id",
    "analyses": "SELECT hex(a.hash) FROM analyses n JOIN articles a ON a.id = n.content ORDER BY 1",
    "readings": "SELECT story, hex(data) FROM readings ORDER BY story",
    "members": "SELECT version, story, run FROM members ORDER BY version",
    "results": "SELECT hex(digest), story, run, hex(data) FROM results ORDER BY 1",
    "claims": "SELECT finding, version, kind, question, value, field, start FROM claims ORDER BY 1, 2, 5, 7",
    "findings": "SELECT story, key, kind, first_run, last_run FROM findings ORDER BY 1, 2",
    "events": "SELECT f.key, e.run, e.change, hex(e.data) FROM finding_events e JOIN findings f"
    " ON f.id = e.finding ORDER BY 1, 2",
    "quarantine": "SELECT stage, subject, reason, run FROM quarantine ORDER BY 1, 2",
}


def lay_open(settings: NightlySettings) -> dict[str, Any]:
    """Everything in the store but clocks, and the pages of every report but their manifests."""
    connection = sqlite3.connect(settings.store_path)
    try:
        tables: dict[str, Any] = {name: connection.execute(sql).fetchall() for name, sql in _EXPORTS.items()}
    finally:
        connection.close()
    pages = {
        path.relative_to(settings.report_folder).as_posix(): path.read_bytes()
        for path in sorted(settings.report_folder.rglob("*"))
        if path.is_file() and path.name != "manifest.json"
    }
    return {**tables, "pages": pages}


def report(settings: NightlySettings) -> dict[str, Any]:
    """The latest night's ``report.json``."""
    table: dict[str, Any] = json.loads((settings.report_folder / "latest/report.json").read_bytes())
    return table


def manifest(settings: NightlySettings) -> dict[str, Any]:
    """The latest night's manifest."""
    table: dict[str, Any] = json.loads((settings.report_folder / "latest/manifest.json").read_bytes())
    return table
