"""What a nightly run writes, without the stages behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from discrepancy.model import Document, Finding, Report
from discrepancy.store import Run, Store, StoredVersion, digest_story
from discrepancy.store.packing import pack_document
from discrepancy.store.readings import Readings
from tests import factory

NIGHT = datetime(2031, 5, 7, 2, tzinfo=UTC)
"""The clock of the first run."""

KEY = "code 1, settings 1"


def two_stories() -> Report:
    """A story of three articles with findings, and one of a single article."""
    made = factory.report()
    return replace(made, stories=made.stories[:2])


def fill(store: Store, at: datetime, report: Report | None = None) -> Run:
    """One run over the stories of ``report``, from taking in to recording findings."""
    run = store.runs.start("code 1", "settings 1", at)
    work(store, run, at, report or two_stories())
    return store.runs.finish(run.number, "done", {}, at)


def work(store: Store, run: Run, at: datetime, report: Report) -> None:
    """All that a run does between its start and its end."""
    for story in report.stories:
        versions = store.articles.add_versions(story.articles, run.number, at)
        store.stories.assign(story.id, [version.id for version in versions], run.number)
        store.terms.put(KEY, {version.content: b"terms" for version in versions})
        store.analyses.put(KEY, analyses(store, versions))
        digest = digest_story(store.stories.members(story.id), KEY)
        loaded = tuple(store.articles.load_articles(version.id for version in versions))
        names = {article.source: article.id for article in loaded}
        found = [rename(f, names) for f in report.findings if f.slot.story_id == story.id]
        store.results.put(digest, replace(story, articles=loaded), found, run.number)
        store.readings.put(KEY, story.id, Readings().pack())
        store.findings.record(run.number, story.id, found, at)
    store.runs.note(run.number, "idf", b"frequencies")


def rename(finding: Finding, names: dict[str, str]) -> Finding:
    """``finding`` about the articles of those names, by their outlets."""
    claims = tuple(
        replace(c, mention=replace(c.mention, article_id=names[c.mention.source]))
        for c in finding.slot.claims
    )
    return replace(finding, slot=replace(finding.slot, claims=claims))


def analyses(store: Store, versions: Sequence[StoredVersion]) -> dict[str, bytes]:
    """An analysis without any sentence for each article."""
    articles = store.articles.load_articles(version.id for version in versions)
    return {
        version.content: pack_document(Document(article, ()))
        for version, article in zip(versions, articles, strict=True)
    }
