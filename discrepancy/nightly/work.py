"""What is shipped to workers, in chunks: the language model's part and the checking of stories.

Everything that a function needs comes with its items, and what it returns is small: workers have no
store, no files and no clock.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from discrepancy.config import Config
from discrepancy.errors import EngineError
from discrepancy.model import Article, Document, Finding, Story, Verdict
from discrepancy.nightly.code import code_version

if TYPE_CHECKING:
    from discrepancy.store.readings import Readings
    from discrepancy.store.results import PackedResult

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Unread:
    """An article to be analysed, with others that have lines of it and the analysis of each."""

    article: Article
    earlier: tuple[tuple[Article, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """A story as it is sent: its articles with the analysis of each, packed, and what was read in them.

    Of a lone page nothing is kept: the little that has to be analysed is so where it is sent to.
    """

    story: str
    articles: tuple[Article, ...]
    analyses: tuple[bytes, ...] = ()
    readings: bytes = b""


@dataclass(frozen=True, slots=True)
class Checked:
    """A story as it comes back.

    Attributes:
        result: To be stored.
        conflicts: Its findings that have to be held against those of earlier nights.
        changed: Whether pages of it changed their facts.
        readings: What was read in its articles, packed.
    """

    result: PackedResult
    conflicts: tuple[Finding, ...] = ()
    changed: bool = False
    readings: bytes = b""


def ship(
    function: Callable[[Sequence[Item], Config], list[Result]], config: Config
) -> Callable[[Sequence[Item]], list[Result]]:
    """``function`` with its settings, for an engine; workers with other code refuse it."""
    return partial(_run, function, config, code_version())


def _run(
    function: Callable[[Sequence[Item], Config], list[Result]],
    config: Config,
    expected: str,
    items: Sequence[Item],
) -> list[Result]:
    if code_version() != expected:
        raise EngineError(f"a worker runs discrepancy {code_version()}; expected {expected} as here")
    return function(items, config)


def read_chunk(articles: Sequence[Article], config: Config) -> list[bytes]:
    """The packed terms of each article, by which it is grouped."""
    from discrepancy.clean import mark_passages
    from discrepancy.group import read_terms

    return [read_terms(article, mark_passages(article)).pack() for article in articles]


def analyse_chunk(items: Sequence[Unread], config: Config) -> list[bytes]:
    """The packed analysis of each article."""
    from discrepancy.check import analyse_articles
    from discrepancy.store.packing import pack_document, unpack_document

    others = {article.id: (article, data) for item in items for article, data in item.earlier}
    known = [unpack_document(data, article) for article, data in others.values()]
    articles = [item.article for item in items]
    return [pack_document(document) for document in analyse_articles(articles, config, known=known)]


def check_chunk(bundles: Sequence[Bundle], config: Config) -> list[Checked]:
    """Each story checked."""
    from discrepancy.check import check_story, date_story

    checked = []
    for bundle in bundles:
        readings = _open(bundle.readings)
        story, findings = check_story(date_story(_unpack(bundle)), config, bundle.story, readings)
        checked.append(_pack(bundle, story, findings, readings.pack()))
    return checked


def compare_chunk(bundles: Sequence[Bundle], config: Config) -> list[Checked]:
    """What each lone page changed."""
    from discrepancy.check import analyse_changes, check_page, date_story

    pages = analyse_changes([bundle.articles for bundle in bundles], config)
    return [
        _pack(bundle, check_page(date_story(documents), config, bundle.story))
        for bundle, documents in zip(bundles, pages, strict=True)
    ]


def _pack(bundle: Bundle, story: Story, findings: tuple[Finding, ...] = (), readings: bytes = b"") -> Checked:
    """With the articles as they were sent: to date them changes none that is stored."""
    from discrepancy.store.results import pack_result

    conflicts = tuple(finding for finding in findings if finding.verdict is Verdict.CONFLICT)
    result = pack_result(replace(story, articles=bundle.articles), findings)
    return Checked(result, conflicts, bool(story.changes), readings)


def _open(data: bytes) -> Readings:
    """Damaged ones are read anew; ``discrepancy store verify`` tells of them."""
    from discrepancy.store.readings import Readings

    try:
        return Readings(data)
    except ValueError:
        return Readings()


def probe_chunk(bundles: Sequence[Bundle], config: Config) -> list[None]:
    """Reads the values of each story and keeps nothing: to find out which article is at fault."""
    from discrepancy.check import analyse_articles, date_story
    from discrepancy.reading import claim_story

    for bundle in bundles:
        documents = _unpack(bundle) if bundle.analyses else analyse_articles(bundle.articles, config)
        claim_story(date_story(documents), config)
    return [None] * len(bundles)


def _unpack(bundle: Bundle) -> list[Document]:
    from discrepancy.store.packing import unpack_document

    return [
        unpack_document(data, article) for data, article in zip(bundle.analyses, bundle.articles, strict=True)
    ]
