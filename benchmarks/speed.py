"""Articles per second for the whole check and each stage, beside the obvious way in the same run.

    python -m pytest benchmarks/speed.py
    python -m pytest benchmarks/speed.py --benchmark-timer=time.process_time   # on a busy machine

The baseline is what a first script would do: spaCy, ``quantulum3.parser.parse`` and
``dateparser.search.search_dates``, each on the full text. Nothing here asserts a time: the ratios
of one run tell more than its seconds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from discrepancy.align.slots import align_claims
from discrepancy.check import check_articles
from discrepancy.clean import mark_passages
from discrepancy.config import Config
from discrepancy.context import make_claims
from discrepancy.extract.dates import extract_dates
from discrepancy.extract.figures import extract_figures
from discrepancy.extract.names import extract_names
from discrepancy.extract.quotes import extract_quotes
from discrepancy.extract.roles import extract_roles
from discrepancy.extract.statuses import extract_statuses
from discrepancy.group import group_articles
from discrepancy.judge import judge_slots
from discrepancy.language import analyse, load_model
from discrepancy.load import load_articles
from discrepancy.model import Article, Claim, Document, Mention, Reference

Measure = Callable[[str, Callable[[Any], object], Sequence[Any]], None]
Story = list[Document]

CONFIG = Config()


@pytest.fixture(scope="session")
def documents(batches: list[list[Article]]) -> list[Story]:
    return [read(batch) for batch in batches]


@pytest.fixture(scope="session")
def stories(documents: list[Story]) -> list[list[Story]]:
    return [split(batch) for batch in documents]


def read(batch: list[Article]) -> Story:
    analysed = analyse(batch, [mark_passages(article) for article in batch], CONFIG.extract.model)
    return [
        Document(document.article, document.sentences, Reference(document.article.published))
        for document in analysed
    ]


def split(batch: Story) -> list[Story]:
    articles = [document.article for document in batch]
    passages = [mark_passages(article) for article in articles]
    return [[batch[i] for i in group] for group in group_articles(articles, passages, CONFIG.group)]


def extract(story: Story) -> list[tuple[Mention, ...]]:
    found = []
    for document, names in zip(story, extract_names(story), strict=True):
        dates = extract_dates(document)
        figures = extract_figures(document, dates)
        rest = (*extract_roles(document, names), *extract_quotes(document), *extract_statuses(document))
        found.append((*dates, *figures, *names, *rest))
    return found


def claim(story: Story) -> list[Claim]:
    pairs = zip(story, extract(story), strict=True)
    return [claim for document, mentions in pairs for claim in make_claims(document, mentions)]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:dateparser", "ignore::DeprecationWarning:quantulum3")
def test_baseline(measure: Measure, batches: list[list[Article]]) -> None:
    import quantulum3.classifier
    from dateparser.search import search_dates
    from quantulum3 import parser

    quantulum3.classifier.USE_CLF = False  # its pickled classifier fails beside today's scikit-learn
    nlp = load_model(CONFIG.extract.model)

    def run(batch: list[Article]) -> None:
        for article in batch:
            nlp(article.text)
            parser.parse(article.text)
            search_dates(article.text, languages=["en"])

    measure("baseline", run, batches)


def test_model_alone(measure: Measure, batches: list[list[Article]]) -> None:
    nlp = load_model(CONFIG.extract.model)
    measure(
        "language model alone",
        lambda batch: list(nlp.pipe([article.text for article in batch])),
        batches,
    )


def test_load(measure: Measure, batches: list[list[Article]], tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.jsonl" for number in range(len(batches))]
    for path, batch in zip(paths, batches, strict=True):
        rows = [
            {"id": a.id, "source": a.source, "title": a.title, "published": str(a.published), "text": a.text}
            for a in batch
        ]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    measure("load", lambda path: load_articles([path]), paths)


def test_clean(measure: Measure, batches: list[list[Article]]) -> None:
    measure("clean", lambda batch: [mark_passages(article) for article in batch], batches)


def test_language(measure: Measure, batches: list[list[Article]]) -> None:
    measure("language", read, batches)


def test_group(measure: Measure, documents: list[Story]) -> None:
    measure("group", split, documents)


def test_dates(measure: Measure, documents: list[Story]) -> None:
    measure("dates", lambda batch: [extract_dates(document) for document in batch], documents)


def test_figures(measure: Measure, documents: list[Story]) -> None:
    taken = [[(document, extract_dates(document)) for document in batch] for batch in documents]
    measure("figures", lambda batch: [extract_figures(document, dates) for document, dates in batch], taken)


def test_names(measure: Measure, stories: list[list[Story]]) -> None:
    measure("names", lambda batch: [extract_names(story) for story in batch], stories)


def test_roles_quotes_statuses(measure: Measure, stories: list[list[Story]]) -> None:
    named = [
        [pair for story in batch for pair in zip(story, extract_names(story), strict=True)]
        for batch in stories
    ]

    def run(batch: list[tuple[Document, tuple[Mention, ...]]]) -> None:
        for document, names in batch:
            extract_roles(document, names)
            extract_quotes(document)
            extract_statuses(document)

    measure("roles, quotes, statuses", run, named)


def test_claims(measure: Measure, stories: list[list[Story]]) -> None:
    found = [
        [pair for story in batch for pair in zip(story, extract(story), strict=True)] for batch in stories
    ]
    measure("claims", lambda batch: [make_claims(document, mentions) for document, mentions in batch], found)


def test_align_and_judge(measure: Measure, stories: list[list[Story]]) -> None:
    claims = [[claim(story) for story in batch] for batch in stories]
    measure(
        "align and judge",
        lambda batch: [
            judge_slots(align_claims(str(i), story), CONFIG.compare) for i, story in enumerate(batch)
        ],
        claims,
    )


def test_whole_check(measure: Measure, batches: list[list[Article]]) -> None:
    measure("whole check", check_articles, batches)
