"""What checking a story found, kept by a digest of its members, the code version and the settings.

A stored result holds everything that a report shows; claims are rows besides, to be asked with SQL.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from discrepancy.errors import StoreError
from discrepancy.model import Change, Claim, Finding, Story, Verdict
from discrepancy.store.articles import Articles, StoredVersion
from discrepancy.store.codec import decode_outline, decode_result, encode_result
from discrepancy.store.connection import Database, Row


@dataclass(frozen=True, slots=True)
class StoryResult:
    """A checked story with its articles, as a report takes it.

    Attributes:
        digest: What it was computed from, as hexadecimal digits.
        run: The run that computed it.
    """

    digest: str
    run: int
    story: Story
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """What a list of stories shows of a result.

    Attributes:
        digest: What it was computed from, as hexadecimal digits.
        headline: The first title among its articles, else the story's id.
        articles: How many it has.
        conflicts: How many of its findings are conflicts.
        changes: What its pages changed.
    """

    digest: str
    story: str
    headline: str
    articles: int
    conflicts: int
    changes: tuple[Change, ...]


ClaimRow: TypeAlias = tuple[str | None, str, str, str, str, str, int, int, str]
"""Finding or None, article, kind, question, value, field, start, end and text of a claim."""


@dataclass(frozen=True, slots=True)
class PackedResult:
    """A result as it is stored, made where the story was checked: as objects it takes longer to be sent.

    Attributes:
        story: The story's id.
        articles: Ids of its articles.
        data: The story and its findings, encoded.
        rows: Its claims.
    """

    story: str
    articles: tuple[str, ...]
    data: bytes
    rows: tuple[ClaimRow, ...]


def digest_story(members: Iterable[StoredVersion], key: str) -> str:
    """What a story's result depends on: its members in any order, and the code version with settings."""
    parts = [key, *sorted(member.key for member in members)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


class Results:
    """The tables of results and claims."""

    def __init__(self, database: Database, articles: Articles) -> None:
        self._database = database
        self._articles = articles

    def get(self, digest: str) -> StoryResult | None:
        """The result of that digest with its articles, or None."""
        return self._read("WHERE digest = ?", bytes.fromhex(digest))

    def outline(self, digest: str) -> Outline | None:
        """The result of that digest without its findings, which are most of it, or None."""
        rows = self._database.rows(
            "SELECT digest, data FROM results WHERE digest = ?", (bytes.fromhex(digest),)
        )
        return next(self._database.decode(self._outline, rows), None)

    def latest(self, story: str) -> StoryResult | None:
        """The story's latest result, or None."""
        return self._read("WHERE story = ? ORDER BY run DESC, id DESC LIMIT 1", story)

    def latest_digest(self, story: str) -> str | None:
        """The digest of the story's latest result, or None."""
        query = "SELECT digest FROM results WHERE story = ? ORDER BY run DESC, id DESC LIMIT 1"
        row = self._database.first(query, (story,))
        return row[0].hex() if row else None

    def computed_in(self, run: int) -> list[str]:
        """Stories that were checked in that run, in order of their ids."""
        query = "SELECT DISTINCT story FROM results WHERE run = ? ORDER BY story"
        return [story for (story,) in self._database.rows(query, (run,))]

    def missing(self, digests: Iterable[str]) -> list[str]:
        """Those digests that have no result, each once, in the order given."""
        wanted = list(dict.fromkeys(digests))
        rows = self._database.among(
            "SELECT digest FROM results WHERE digest IN {}", map(bytes.fromhex, wanted)
        )
        there = {digest.hex() for (digest,) in rows}
        return [digest for digest in wanted if digest not in there]

    def put(
        self, digest: str, story: Story, findings: Sequence[Finding], run: int, claims: Iterable[Claim] = ()
    ) -> None:
        """Keep a story's result as its latest, in place of one with the same digest.

        Args:
            digest: See ``digest_story``.
            story: With its articles, as ``load_articles`` gave them.
            findings: All of them, also those that are no conflict.
            run: The run that computed it.
            claims: Every value of the story; those that stand in no finding become rows as well.

        Raises:
            StoreError: The story or one of its articles is not in the store.
        """
        self.put_packed(digest, pack_result(story, findings, claims), run)

    def put_packed(self, digest: str, result: PackedResult, run: int) -> None:
        """The same for a result that is packed already.

        Raises:
            StoreError: The story or one of its articles is not in the store.
        """
        named = (*result.articles, *(row[1] for row in result.rows))
        ids = self._articles.find_ids(named)
        lost = [name for name in named if name not in ids]
        if lost:
            raise StoreError(self._database.path, f"lacks article {lost[0]!r}", "articles of load_articles")
        latest = "SELECT digest, data FROM results WHERE story = ? ORDER BY run DESC, id DESC LIMIT 1"
        if self._database.first(latest, (result.story,)) == (bytes.fromhex(digest), result.data):
            return
        with self._database.transaction():
            self._database.write("DELETE FROM results WHERE digest = ?", (bytes.fromhex(digest),))
            # The rows are those of the latest result; earlier ones stay whole in their data.
            self._database.write(
                "DELETE FROM claims WHERE result IN (SELECT id FROM results WHERE story = ?)", (result.story,)
            )
            number = self._database.insert(
                "INSERT INTO results (digest, story, run, data) VALUES (?, ?, ?, ?)",
                (bytes.fromhex(digest), result.story, run, result.data),
            )
            self._database.write_many(
                "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(number, *row) for row in number_rows(result.rows, ids)],
            )

    def _read(self, condition: str, value: object) -> StoryResult | None:
        rows = self._database.rows(f"SELECT digest, run, data FROM results {condition}", (value,))
        return next(self._database.decode(self._restore, rows), None)

    def _restore(self, row: Row) -> StoryResult:
        story, names, findings = decode_result(row[2])
        ids = self._articles.find_ids(names)
        articles = self._articles.load_articles(ids[name] for name in names)
        return StoryResult(row[0].hex(), row[1], replace(story, articles=tuple(articles)), findings)

    def _outline(self, row: Row) -> Outline:
        story, names, verdicts = decode_outline(row[1])
        headline = self._articles.first_title(names) or story.id
        conflicts = verdicts.count(Verdict.CONFLICT.value)
        return Outline(row[0].hex(), story.id, headline, len(names), conflicts, story.changes)


def pack_result(story: Story, findings: Sequence[Finding], claims: Iterable[Claim] = ()) -> PackedResult:
    """What ``Results.put_packed`` takes; the arguments are those of ``Results.put``."""
    return PackedResult(
        story.id,
        tuple(article.id for article in story.articles),
        encode_result(story, findings),
        claim_rows(findings, claims),
    )


def claim_rows(findings: Sequence[Finding], claims: Iterable[Claim] = ()) -> tuple[ClaimRow, ...]:
    """The rows of claims: those of the findings, then the others of ``claims``."""
    rows = [
        _claim_row(finding.id, claim, finding.slot.label, value)
        for finding in findings
        for claim, value in zip(finding.slot.claims, finding.values, strict=True)
    ]
    if rest := list(claims):
        shown = {claim for finding in findings for claim in finding.slot.claims}
        rows += [_claim_row(None, c, c.key.question, c.mention.value.normal) for c in rest if c not in shown]
    return tuple(rows)


def number_rows(rows: Iterable[ClaimRow], ids: Mapping[str, int]) -> list[Row]:
    """The rows as the table has them, with the number of each version in place of its article's id."""
    return [(finding, ids[article], *rest) for finding, article, *rest in rows]


def _claim_row(finding: str | None, claim: Claim, question: str, value: str) -> ClaimRow:
    mention = claim.mention
    place = (mention.field, mention.start, mention.end, mention.text)
    return (finding, mention.article_id, mention.kind.value, question, value, *place)
