"""What workers do, with an article among it that raises, kills or hangs; workers import this."""

import os
import signal
import time
from collections.abc import Sequence

from discrepancy.config import Config
from discrepancy.model import Article
from discrepancy.nightly import work
from discrepancy.nightly.work import Bundle, Checked


def take(articles: Sequence[Article]) -> None:
    """Suffer what the articles do."""
    for article in articles:
        if "this text raises" in article.text:
            raise ValueError("a text that raises")
        if "this text kills" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "this text hangs" in article.text:
            time.sleep(600)


def analyse_chunk(articles: Sequence[Article], config: Config) -> list[bytes]:
    take(articles)
    return work.analyse_chunk(articles, config)


def check_chunk(bundles: Sequence[Bundle], config: Config) -> list[Checked]:
    for bundle in bundles:
        take(bundle.articles)
    return work.check_chunk(bundles, config)


def probe_chunk(bundles: Sequence[Bundle], config: Config) -> list[None]:
    for bundle in bundles:
        take(bundle.articles)
    return work.probe_chunk(bundles, config)


def refuse(bundles: Sequence[Bundle], config: Config) -> list[Checked]:
    raise ValueError("not tonight")
