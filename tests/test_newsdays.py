"""The generated news days are what they are said to be, and a night of one is the same on all engines."""

from __future__ import annotations

import json
from collections import Counter
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from benchmarks.events import DAY
from benchmarks.newsdays import (
    FEWEST,
    IN_STORIES,
    MOST,
    change_day,
    correct_day,
    extend_day,
    make_day,
    story_of,
    write_folder,
)
from discrepancy.clean import mark_passages
from discrepancy.config import GroupConfig
from discrepancy.group import group_articles
from discrepancy.load import load_articles
from discrepancy.nightly import NightlySettings, run_nightly

SIZE = 600


def test_same_seed_same_day() -> None:
    assert list(make_day(SIZE, seed=3)) == list(make_day(SIZE, seed=3))


def test_other_seed_other_day() -> None:
    texts = {article.text for article in make_day(SIZE, seed=3)}
    assert texts.isdisjoint(article.text for article in make_day(SIZE, seed=4))


def test_day_begins_like_a_shorter_one() -> None:
    """It is made as it is read, so that no size needs more memory than another."""
    assert list(islice(make_day(10**9), 100)) == list(islice(make_day(SIZE), 100))


@pytest.mark.parametrize("size", [1, 2, 7, SIZE])
def test_mix(size: int) -> None:
    day = list(make_day(size))
    stories = Counter(map(story_of, day))
    told = sum(outlets for outlets in stories.values() if outlets > 1)
    assert len(day) == size
    assert abs(told - IN_STORIES * size) <= MOST
    assert all(outlets == 1 or FEWEST <= outlets <= MOST for outlets in stories.values())
    assert len({article.url for article in day}) == len({article.id for article in day}) == size


def test_reports_of_a_story() -> None:
    day = list(make_day(SIZE))
    stories = Counter(map(story_of, day))
    several = [article for article in day if stories[story_of(article)] > 1]
    texts = Counter(article.text for article in several)
    copies = sum(count - 1 for count in texts.values())
    assert 0.15 < copies / len(several) < 0.3
    words = [len(article.text.split()) for article in day]
    assert min(words) > 80
    assert max(words) < 300
    assert 150 < sum(words) / len(words) < 200


def test_next_night() -> None:
    day = list(make_day(SIZE))
    after = list(change_day(day, 0.05))
    before = {article.id: article for article in day}
    newer = [article for article in after if article.id in before and article != before[article.id]]
    new = [article for article in after if article.id not in before]
    assert set(before) <= {article.id for article in after}
    assert all(article.modified and article.url == before[article.id].url for article in newer)
    assert 0.04 < (len(newer) + len(new)) / SIZE < 0.08
    assert len({article.id for article in after}) == len(after)


def test_a_night_of_corrections() -> None:
    day = list(make_day(SIZE))
    after = list(correct_day(day, 0.1))
    corrected = [(old, new) for old, new in zip(day, after, strict=True) if old != new]
    assert 0.05 < len(corrected) / SIZE < 0.15
    for old, new in corrected:
        assert (new.id, new.url, new.title) == (old.id, old.url, old.title)
        assert new.modified
        assert len([1 for a, b in zip(old.text.split(), new.text.split(), strict=True) if a != b]) == 1


def test_a_night_after_in_which_no_story_goes_on() -> None:
    day = list(make_day(SIZE))
    after = list(extend_day(day, 0.05))
    assert after[:SIZE] == day
    assert len(after) == SIZE * 1.05
    assert len({article.id for article in after}) == len({article.url for article in after}) == len(after)


def test_files_are_read_back(tmp_path: Path) -> None:
    day = list(make_day(40))
    assert write_folder(day, tmp_path / "day") == 40
    loaded = load_articles([tmp_path / "day"])
    assert not loaded.skipped
    assert [(a.id, a.text, a.published, a.url) for a in loaded.articles] == [
        (a.id, a.text, a.published, a.url) for a in day
    ]


@pytest.mark.slow
def test_unrelated_articles_stay_apart_in_a_large_night() -> None:
    """Chance resemblances grow with the square of the articles; what is joined must not."""
    day = list(make_day(10_000))
    groups = group_articles(day, [mark_passages(article) for article in day], GroupConfig())
    joined = [group for group in groups if len(group) > 1]
    mixed = [group for group in joined if len({story_of(day[index]) for index in group}) > 1]
    assert len(mixed) <= 0.01 * len(joined)
    stories = {story for story, outlets in Counter(map(story_of, day)).items() if outlets > 1}
    assert len(joined) - len(mixed) >= 0.97 * len(stories)


@pytest.mark.slow
def test_engines_agree_on_a_day(tmp_path: Path) -> None:
    write_folder(make_day(300), tmp_path / "first")
    write_folder(change_day(make_day(300)), tmp_path / "second")
    serial, processes = (run_nights(tmp_path, engine) for engine in ("serial", "processes"))
    assert serial == processes
    assert serial[0]["counts"]["articles"] == 300
    assert serial[0]["counts"]["stories_checked"] > 10
    assert 0 < serial[1]["counts"]["stories_checked"] < serial[0]["counts"]["stories_checked"]


def run_nights(folder: Path, engine: str) -> list[dict[str, Any]]:
    """The reports of the day's night and of the next."""
    reports = []
    for number, intake in enumerate(("first", "second")):
        table = {
            "store": {"path": f"{engine}.sqlite"},
            "sources": {"paths": [intake]},
            "run": {"engine": engine, "workers": 2},
            "report": {"folder": f"reports-{engine}", "formats": ["json"]},
        }
        result = run_nightly(
            NightlySettings.from_table(table, folder), now=DAY + timedelta(days=1 + number, hours=2)
        )
        assert result.folder is not None
        reports.append(json.loads((result.folder / "report.json").read_text(encoding="utf-8")))
    return reports
