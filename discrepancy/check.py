"""The straight line from articles to a report: clean → analyse → group → extract → align → judge."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice, pairwise
from typing import TypeAlias

from discrepancy.align.descriptions import is_description
from discrepancy.align.slots import align_claims
from discrepancy.briefs import align_briefs
from discrepancy.clean import mark_passages
from discrepancy.config import Config
from discrepancy.extract.dates import find_rates, infer_reference, split_ends
from discrepancy.group import group_articles
from discrepancy.judge import judge_slots
from discrepancy.language import analyse
from discrepancy.load.status import set_aside
from discrepancy.model import (
    Article,
    Change,
    Claim,
    Document,
    Finding,
    Mention,
    Passage,
    Reference,
    Report,
    Skipped,
    Story,
    Zone,
)
from discrepancy.origins import trace_origins
from discrepancy.reading import Known, Reader, extract_story
from discrepancy.versions import (
    Edition,
    compare_versions,
    find_pages,
    find_stale,
    find_versions,
    focus_changes,
    select_passages,
    trace_history,
)

_BRACKETED = re.compile(r"\s*\[(?:published |updated )?(\d{4}-\d\d-\d\d)\]", re.I)
"""A day in brackets with which a text begins: "[2031-05-06] The bridge..." """

_STAMP_LINES = 6
"""Byline sentences looked at for a printed date; pages have few, and later ones belong to other pieces."""

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with the stage's name, how much of it is done and how much there is."""


def check_articles(
    articles: Sequence[Article],
    config: Config | None = None,
    *,
    skipped: Sequence[Skipped] = (),
    progress: Progress | None = None,
) -> Report:
    """Find where articles that tell one story cannot all be true.

    Args:
        articles: What to check; articles without a ``story`` are grouped by content. Those that their
            agency withholds or has cancelled are listed as skipped.
        config: Settings; the defaults when None.
        skipped: What could not be loaded, to be listed in the report.
        progress: Told how far the work is.

    Raises:
        MissingExtra: The configured language model is not installed.
    """
    config = config or Config()
    tell = progress or _tell_nobody
    stories: list[Story] = []
    findings: list[Finding] = []
    usable, unpublished = set_aside(articles)
    groups = read_stories(usable, config, tell)
    for done, documents in enumerate(groups):
        tell("check", done, len(groups))
        story, found = check_story(documents, config, documents[0].article.story or f"story-{done + 1}")
        stories.append(story)
        findings += found
    tell("check", len(groups), len(groups))
    return Report(tuple(stories), tuple(findings), (*skipped, *unpublished))


def check_story(
    documents: Sequence[Document], config: Config, story_id: str, known: Known | None = None
) -> tuple[Story, tuple[Finding, ...]]:
    """One story and what its ``documents``, dated by ``date_story``, say against each other or themselves.

    Of a page with several versions the newest takes part; the older ones give its changes and the
    history of the values that are contested.

    Args:
        documents: The story's articles and their versions.
        config: Settings.
        story_id: The story.
        known: Claims read before with the same code and settings.
    """
    known = {} if known is None else known
    reader = Reader(config, known)
    pages = find_pages(documents)
    current = [page[-1] for page in pages]
    story = _make_story(documents, story_id, pages)
    claims = reader.read(current)
    slots = align_claims(story_id, claims)
    slots = align_briefs(story_id, current, claims, slots, config.compare.certainty)
    findings = judge_slots(slots, config.compare, story.descents)
    if not story.pages:
        return story, findings
    editions = _compare_pages(pages, reader, claims, findings)
    changes = tuple(change for edition in editions for change in edition.changes)
    pairs = [pair for edition in editions for pair in edition.pairs]
    stale = find_stale(changes, findings, story.articles, story.descents)
    return (
        replace(story, changes=(*changes, *stale)),
        tuple(_trace(finding, pairs) for finding in findings),
    )


def check_page(documents: Sequence[Document], config: Config, story_id: str) -> Story:
    """A story that one page alone tells, with what the page changed; it is not held against itself.

    Args:
        documents: The page's versions, dated by ``date_story``; ``analyse_changes`` is enough.
        config: Settings.
        story_id: The story.
    """
    pages = find_pages(documents)
    return replace(_make_story(documents, story_id, pages), changes=page_changes(pages, config))


def page_changes(pages: Sequence[Sequence[Document]], config: Config) -> tuple[Change, ...]:
    """What each page changed from version to version, without regard to other pages.

    Args:
        pages: For each page its versions, the oldest first; see ``discrepancy.versions.find_pages``.
        config: Settings.
    """
    changes: list[Change] = []
    for page in pages:
        focused = focus_changes(page)
        for edition in _compare_versions(focused, Reader(config).read(focused)):
            changes += edition.changes
    return tuple(changes)


def _compare_pages(
    pages: Sequence[Sequence[Document]],
    reader: Reader,
    claims: Sequence[Claim],
    findings: Sequence[Finding],
) -> list[Edition]:
    """Each page's versions, the oldest first, held against the next, with the pairs of contested values.

    Earlier versions are read in the company of the story, as they were while they were current.

    Args:
        pages: For each page its versions.
        reader: Has read the current ones.
        claims: What it found.
        findings: What has to have a history.
    """
    contested = (finding for finding in findings if finding.verdict.is_contested)
    shown = [(c.mention.article_id, c.mention.sentence) for f in contested for c in f.slot.claims]
    focused = [focus_changes(page, shown) for page in pages if len(page) > 1]
    older = [version for page in focused for version in page[:-1]]
    known = {version.article.id for version in older}
    told = (*claims, *reader.read([*(page[-1] for page in pages), *older], known))
    return [edition for page in focused for edition in _compare_versions(page, told)]


def _compare_versions(page: Sequence[Document], claims: Sequence[Claim]) -> Iterator[Edition]:
    """Each version of a page, the oldest first, held against the next by what is asked for of ``claims``."""
    said: dict[str, list[Claim]] = {version.article.id: [] for version in page}
    asked = {version.article.id: version for version in page}
    for claim in claims:
        version = asked.get(claim.mention.article_id)
        if version is not None and version.asks(claim.mention.sentence) and not is_description(claim):
            said[version.article.id].append(claim)
    for older, newer in pairwise(page):
        yield compare_versions(older, newer, said[older.article.id], said[newer.article.id])


def _trace(finding: Finding, pairs: Sequence[tuple[Claim, Claim]]) -> Finding:
    """The finding with the history of its values, where they are contested."""
    return (
        replace(finding, history=trace_history(finding, pairs)) if finding.verdict.is_contested else finding
    )


def extract_claims(
    articles: Sequence[Article], config: Config | None = None, *, progress: Progress | None = None
) -> tuple[Mention, ...]:
    """Every typed value of ``articles``, in order of article, field (title first) and start.

    A period printed by its ends ("4 and 5 May") is listed as two dates, and the time of a rate
    ("15 a year") beside the quantity.

    Raises:
        MissingExtra: The configured language model is not installed.
    """
    config = config or Config()
    tell = progress or _tell_nobody
    found: dict[str, tuple[Mention, ...]] = {}
    groups = read_stories(articles, config, tell)
    for done, documents in enumerate(groups):
        tell("extract", done, len(groups))
        for document, mentions in zip(documents, extract_story(documents, config), strict=True):
            ends = [end for mention in mentions for end in split_ends(mention)]
            found[document.article.id] = (*ends, *find_rates(document, mentions))
    tell("extract", len(groups), len(groups))
    order = {"title": 0, "text": 1}
    return tuple(
        mention
        for article in articles
        for mention in sorted(found[article.id], key=lambda m: (order[m.field], m.start, m.end, m.kind))
    )


def read_stories(articles: Sequence[Article], config: Config, tell: Progress) -> list[list[Document]]:
    """Analyse and group ``articles``; every document knows the day from which it is to be read."""
    documents = analyse_articles(articles, config, tell)
    pages = find_pages(documents)
    newest = [page[-1].article for page in pages]
    groups = group_articles(newest, [mark_passages(article) for article in newest], config.group)
    return [date_story([document for i in group for document in pages[i]]) for group in groups]


def analyse_articles(
    articles: Sequence[Article],
    config: Config,
    progress: Progress | None = None,
    known: Sequence[Document] = (),
) -> list[Document]:
    """Each of ``articles`` with its zones marked and its sentences analysed, in the order given.

    Args:
        articles: What to analyse.
        config: Names the language model.
        progress: Told how far the work is.
        known: Documents from earlier calls, such as other versions of the articles: paragraphs that
            stand in them word for word are not parsed again.

    Raises:
        MissingExtra: The configured language model is not installed.
    """
    tell = progress or _tell_nobody
    passages = [mark_passages(article) for article in articles]
    total = sum(map(len, passages))
    done = 0

    def count(more: int) -> None:
        nonlocal done
        done += more
        tell("read", done, total)

    earlier = [(document, mark_passages(document.article)) for document in known]
    return analyse(articles, passages, config.extract.model, count, earlier)


def analyse_changes(pages: Sequence[Sequence[Article]], config: Config) -> list[list[Document]]:
    """Of each page's versions what tells them apart, analysed: their other sentences are left out.

    Args:
        pages: For each page its versions.
        config: Names the language model.

    Raises:
        MissingExtra: The configured language model is not installed.
    """
    articles = [article for page in pages for article in page]
    passages = [selected for page in pages for selected in _select_changes(page)]
    documents = iter(analyse(articles, passages, config.extract.model))
    return [list(islice(documents, len(page))) for page in pages]


def _select_changes(versions: Sequence[Article]) -> list[tuple[Passage, ...]]:
    """What is read of each version; what stands at an address may have been replaced by another text."""
    found: list[tuple[Passage, ...]] = [()] * len(versions)
    for text in find_versions(versions):
        chosen = [versions[index] for index in text]
        selected = select_passages(chosen, [mark_passages(version) for version in chosen])
        for index, passages in zip(text, selected, strict=True):
            found[index] = passages
    return found


def date_story(documents: Sequence[Document]) -> list[Document]:
    """Give each document its publication time, or the one that its story implies."""
    documents = [_take_stamp(document) for document in documents]
    published = [document.article.published or _read_stamp(document) for document in documents]
    inferred = None
    if None in published:
        inferred = infer_reference([document.article.text for document in documents], published)
    return [
        replace(document, reference=_reference(document.article, moment or inferred))
        for document, moment in zip(documents, published, strict=True)
    ]


def _take_stamp(document: Document) -> Document:
    """The document, published on the day that its text prints in brackets before all else, if any does."""
    stamp = _BRACKETED.match(document.article.text) if document.article.published is None else None
    if stamp is None:
        return document
    try:
        day = datetime.fromisoformat(stamp[1])
    except ValueError:
        return document
    return replace(document, article=replace(document.article, published=day))


def _read_stamp(document: Document) -> datetime | None:
    """The day that the page itself prints beside its byline ("Published 12 March 2024")."""
    lines = [s.text for s in document.sentences if s.zone is Zone.BYLINE and s.field == "text"]
    return infer_reference(lines[:_STAMP_LINES], [None] * len(lines[:_STAMP_LINES])) if lines else None


def _reference(article: Article, moment: datetime | None) -> Reference:
    """Local wall-clock time: a report's "Tuesday" is the Tuesday of its own zone."""
    return Reference(
        moment and moment.replace(tzinfo=None), inferred=article.published is None and moment is not None
    )


def _make_story(documents: Sequence[Document], story_id: str, pages: Sequence[Sequence[Document]]) -> Story:
    return Story(
        id=story_id,
        articles=tuple(document.article for document in documents),
        inferred=tuple(
            (document.article.id, reference.moment.date())
            for document in documents
            if (reference := document.reference).inferred and reference.moment
        ),
        descents=trace_origins([_first_published(page) for page in pages]),
        pages=tuple(tuple(document.article.id for document in page) for page in pages if len(page) > 1),
    )


def _first_published(page: Sequence[Document]) -> Document:
    """A page as it is now, published when it first was: copies follow its first version."""
    moments = [document.article.published for document in page if document.article.published]
    newest = page[-1]
    return replace(newest, article=replace(newest.article, published=moments[0])) if moments else newest


def _tell_nobody(stage: str, done: int, total: int) -> None:
    """Progress for callers that want none."""
