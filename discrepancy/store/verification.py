"""Whether everything in a store is whole: the file, its references, and what the bytes in it mean."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from discrepancy.errors import StoreError
from discrepancy.model import Article
from discrepancy.store.articles import (
    COLUMNS,
    FROM,
    hash_content,
    read_version,
    rehash_version,
    unpack_content,
)
from discrepancy.store.codec import decode_finding, decode_result
from discrepancy.store.connection import Database
from discrepancy.store.findings import digest_finding
from discrepancy.store.packing import unpack_document
from discrepancy.store.readings import Readings
from discrepancy.store.results import claim_rows, number_rows


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the store that is not as it should be.

    Attributes:
        table: Where.
        row: Which, in words.
        found: What is wrong with it.
    """

    table: str
    row: str
    found: str

    def __str__(self) -> str:
        return f"{self.table}: {self.row}: {self.found}"


def find_problems(database: Database) -> Iterator[Problem]:
    """Everything that is wrong; all parts are looked at, also when one of them cannot be read.

    Every analysis is unpacked and every result decoded: about 2 ms for each article.
    """
    checks: tuple[tuple[str, Callable[[Database], Iterator[Problem]]], ...] = (
        ("file", _check_file),
        ("articles", _check_articles),
        ("versions", _check_versions),
        ("analyses", _check_analyses),
        ("results", _check_results),
        ("readings", _check_readings),
        ("finding_events", _check_events),
        ("runs", _check_runs),
    )
    for table, check in checks:
        try:
            with database.snapshot():
                yield from check(database)
        except StoreError as error:
            yield Problem(table, "all", error.found)
        except (ValueError, TypeError) as error:
            yield Problem(table, "all", f"cannot be read ({error})")


def _check_file(database: Database) -> Iterator[Problem]:
    for (found,) in database.rows("PRAGMA integrity_check"):
        if found != "ok":
            yield Problem("file", "structure", found.replace("\n", "; "))
    for table, row, parent, _ in database.rows("PRAGMA foreign_key_check"):
        yield Problem(table, f"row {row}", f"refers to a row of {parent} that is not there")


def _check_articles(database: Database) -> Iterator[Problem]:
    for number, key, content in database.stream("SELECT id, hash, content FROM articles ORDER BY id"):
        try:
            title, text = unpack_content(content)
        except ValueError as error:
            yield Problem("articles", f"row {number}", f"cannot be read ({error})")
            continue
        if hash_content(Article("", "", text, title)) != key.hex():
            yield Problem("articles", f"row {number}", "its content does not have its hash")
    for (number,) in database.rows(
        "SELECT id FROM articles WHERE id NOT IN (SELECT content FROM versions) ORDER BY id"
    ):
        yield Problem("articles", f"row {number}", "belongs to no version")


def _check_versions(database: Database) -> Iterator[Problem]:
    rows = database.stream(f"SELECT {COLUMNS} {FROM} ORDER BY v.id")
    for version in database.decode(read_version, rows):
        if rehash_version(version) != version.key:
            yield Problem("versions", f"row {version.id}", "what it says does not have its key")


def _check_analyses(database: Database) -> Iterator[Problem]:
    query = """SELECT t.rowid, t.data, a.content FROM analyses t JOIN articles a ON a.id = t.content
        ORDER BY t.rowid"""
    for number, data, content in database.stream(query):
        try:
            title, text = unpack_content(content)
            unpack_document(data, Article("", "", text, title))
        except ValueError as error:
            yield Problem("analyses", f"row {number}", f"cannot be unpacked ({error})")


def _check_results(database: Database) -> Iterator[Problem]:
    ids: dict[str, int] = dict(database.rows("SELECT article, id FROM versions"))
    latest = {number for (number,) in database.rows("SELECT max(id) FROM results GROUP BY story")}
    query = "SELECT id, story, data FROM results ORDER BY id"
    for number, story_id, data in database.stream(query):
        row = f"row {number} (story {story_id})"
        try:
            story, articles, findings = decode_result(data)
        except ValueError as error:
            yield Problem("results", row, f"cannot be decoded ({error})")
            continue
        if story.id != story_id:
            yield Problem("results", row, f"is of story {story.id}")
        if lost := [name for name in articles if name not in ids]:
            yield Problem("results", row, f"lacks article {lost[0]}")
        elif number in latest and number_rows(claim_rows(findings), ids) != database.rows(_CLAIMS, (number,)):
            yield Problem("claims", f"those of result {number}", "are not those of its findings")


def _check_readings(database: Database) -> Iterator[Problem]:
    for story, data in database.stream("SELECT story, data FROM readings ORDER BY story"):
        try:
            deque(Readings(data).values(), maxlen=0)
        except (ValueError, KeyError) as error:
            yield Problem("readings", f"story {story}", f"cannot be decoded ({error})")


_CLAIMS = """SELECT finding, version, kind, question, value, field, start, "end", text FROM claims
    WHERE result = ? AND finding IS NOT NULL ORDER BY rowid"""


def _check_events(database: Database) -> Iterator[Problem]:
    query = "SELECT finding, run, digest, data FROM finding_events ORDER BY finding, run"
    for number, run, digest, data in database.stream(query):
        row = f"finding {number} in run {run}"
        try:
            finding = decode_finding(data)
        except ValueError as error:
            yield Problem("finding_events", row, f"cannot be decoded ({error})")
            continue
        if digest_finding(finding) != digest:
            yield Problem("finding_events", row, "its facts do not have its digest")


def _check_runs(database: Database) -> Iterator[Problem]:
    latest = float("-inf")
    for number, moment, counts in database.rows("SELECT id, moment, counts FROM runs ORDER BY id"):
        if moment < latest:
            yield Problem("runs", f"run {number}", "counts as earlier than the run before it")
        latest = max(latest, moment)
        try:
            json.loads(counts or "{}")
        except ValueError as error:
            yield Problem("runs", f"run {number}", f"its counts are no JSON ({error})")
