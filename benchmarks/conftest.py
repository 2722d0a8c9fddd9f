"""Invented articles to measure on, and the table at the end of the run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.events import DAY, make_event, tell_apart
from discrepancy.model import Article

STORIES = 10
VERSIONS = 4
ROUNDS = 3
BASELINE = "baseline"
MODEL = "language model alone"

_TIMES: pytest.StashKey[dict[str, float]] = pytest.StashKey()


def make_articles(seed: int, stories: int = STORIES, versions: int = VERSIONS) -> list[Article]:
    """Articles of about 180 words, none a copy: ``versions`` of each of ``stories`` invented events."""
    return [
        article
        for story in range(stories)
        for article in tell_apart(
            make_event(f"{seed}.{story}", DAY + timedelta(days=9 * story), story), versions
        )
    ]


@pytest.fixture(scope="session")
def batches() -> list[list[Article]]:
    """One batch of fresh articles for each round and one to warm up on, so that no cache helps."""
    return [make_articles(seed) for seed in range(ROUNDS + 1)]


@pytest.fixture
def measure(
    benchmark: BenchmarkFixture, request: pytest.FixtureRequest
) -> Callable[[str, Callable[[Any], object], Sequence[Any]], None]:
    """Time a stage on one prepared input for each round; the first warms up and is not counted."""

    def run(stage: str, function: Callable[[Any], object], inputs: Sequence[Any]) -> None:
        function(inputs[0])
        waiting = iter(inputs[1:])
        benchmark.extra_info["articles"] = STORIES * VERSIONS
        benchmark.pedantic(function, setup=lambda: ((next(waiting),), {}), rounds=ROUNDS)
        if benchmark.stats is not None:  # None under --benchmark-disable
            times = request.config.stash.setdefault(_TIMES, {})
            times[stage] = benchmark.stats.stats.median / (STORIES * VERSIONS)

    return run


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The table: articles a second, and how many times as fast as the baseline and the model."""
    times = config.stash.get(_TIMES, {})
    if not times:
        return
    terminalreporter.section("articles per second (median of fresh batches)")
    terminalreporter.write_line(
        f"{'stage':<28}{'ms/article':>12}{'articles/s':>12}{'x baseline':>12}{'x model':>10}"
    )
    for stage, seconds in times.items():
        ratios = "".join(
            f"{times[other] / seconds:>{width}.2f}" if other in times else f"{'':>{width}}"
            for other, width in ((BASELINE, 12), (MODEL, 10))
        )
        terminalreporter.write_line(f"{stage:<28}{seconds * 1000:>12.2f}{1 / seconds:>12.1f}{ratios}")
