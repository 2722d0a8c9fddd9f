"""What workers do, with an article among it that raises, kills or hangs; workers import this."""

import os
import signal
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from discrepancy.config import Config
from discrepancy.model import Article
from discrepancy.nightly import sources, work
from discrepancy.nightly.sources import Reading
from discrepancy.nightly.work import Bundle, Checked, Unread


def take(articles: Sequence[Article]) -> None:
    """Suffer what the articles do."""
    for article in articles:
        if "this text raises" in article.text:
            raise ValueError("a text that raises")
        if "this text kills" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "this text hangs" in article.text:
            time.sleep(600)


def analyse_chunk(items: Sequence[Unread], config: Config) -> list[bytes]:
    take([item.article for item in items])
    return work.analyse_chunk(items, config)


def check_chunk(bundles: Sequence[Bundle], config: Config) -> list[Checked]:
    for bundle in bundles:
        take(bundle.articles)
    return work.check_chunk(bundles, config)


def compare_chunk(bundles: Sequence[Bundle], config: Config) -> list[Checked]:
    for bundle in bundles:
        take(bundle.articles)
    return work.compare_chunk(bundles, config)


def probe_chunk(bundles: Sequence[Bundle], config: Config) -> list[None]:
    for bundle in bundles:
        take(bundle.articles)
    return work.probe_chunk(bundles, config)


def refuse(bundles: Sequence[Bundle], config: Config) -> list[Checked]:
    raise ValueError("not tonight")


def read_terms(articles: Sequence[Article], config: Config) -> list[bytes]:
    take(articles)
    return work.read_chunk(articles, config)


def read_files(base: Path, since: datetime | None, paths: Sequence[str]) -> list[Reading]:
    for path in paths:
        if Path(path).stem == "kills":
            os.kill(os.getpid(), signal.SIGKILL)
    return sources.read_chunk(base, since, paths)
