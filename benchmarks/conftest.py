"""Invented articles to measure on, and the table at the end of the run.

The generator is seeded: the same seed gives the same articles on every machine and Python. It takes
its chances from ``random.Random.random`` alone, whose sequence Python guarantees.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from discrepancy.model import Article

STORIES = 10
VERSIONS = 4
ROUNDS = 3
BASELINE = "baseline"
MODEL = "language model alone"

_TIMES: pytest.StashKey[dict[str, float]] = pytest.StashKey()

_EVENTS = Path(__file__).with_name("events.toml")


def make_articles(seed: int, stories: int = STORIES, versions: int = VERSIONS) -> list[Article]:
    """Articles of about 220 words: ``versions`` of each of ``stories`` invented events."""
    chance = random.Random(seed)
    data = tomllib.loads(_EVENTS.read_text(encoding="utf-8"))
    return [
        article
        for story in range(stories)
        for article in _make_story(chance, data, f"{seed}-{story}", story, versions)
    ]


def _below(chance: random.Random, limit: int) -> int:
    return int(chance.random() * limit)


def _pick(chance: random.Random, choices: Sequence[str]) -> str:
    return choices[_below(chance, len(choices))]


def _make_facts(chance: random.Random, data: dict[str, Any]) -> dict[str, Any]:
    facts: dict[str, Any] = {name: 2 + _below(chance, 60) for name in ("hurt", "money", "share", "crews")}
    facts |= {"dead": 2 + _below(chance, 18), "hour": 1 + _below(chance, 11), "date": 1 + _below(chance, 28)}
    facts |= {
        "staff": f"{1 + _below(chance, 9)},{100 + _below(chance, 900)}",
        "year": 1950 + _below(chance, 70),
    }
    facts |= {slot: _pick(chance, data[f"{slot}s"]) for slot in ("place", "firm", "day", "month")}
    facts |= {
        slot: f"{_pick(chance, data['first'])} {_pick(chance, data['last'])}" for slot in ("person", "other")
    }
    return facts


def _make_story(
    chance: random.Random, data: dict[str, Any], key: str, story: int, versions: int
) -> Iterator[Article]:
    event = data["event"][story % len(data["event"])]
    facts = _make_facts(chance, data)
    noon = datetime(2031, 5, 12, 12, tzinfo=UTC) + timedelta(days=9 * story)
    for version in range(versions):
        lead, *rest = [_pick(chance, wordings).format(**facts) for wordings in event["facts"]]
        filler = sorted(data["filler"], key=lambda line: chance.random())[:9]
        body = [lead, *(f"{line} {filler.pop()} {filler.pop()}" for line in rest), " ".join(filler)]
        yield Article(
            id=f"{key}-{version}",
            source=data["outlets"][version % len(data["outlets"])],
            text="\n\n".join(body),
            title=_pick(chance, event["titles"]).format(**facts),
            published=noon + timedelta(hours=_below(chance, 30)),
        )


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
