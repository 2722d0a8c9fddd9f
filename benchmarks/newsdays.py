"""News days of any size, invented: stories that several outlets tell, among much that stands alone.

    python -m benchmarks.newsdays SIZE OUT.jsonl
    python -m benchmarks.newsdays SIZE OUT.jsonl --changed 0.02

Seeded: the same size and seed give the same articles on every machine and Python. One story is held
at a time, so that a day may be larger than memory.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from pathlib import Path

from benchmarks.events import DAY, make_brief, make_event, tell_event, tell_facts, tell_update
from discrepancy.model import Article

IN_STORIES = 0.4
"""Part of a day's articles that several outlets tell; the rest stand alone."""

FEWEST, MOST = 2, 12
"""Outlets of a story; few are the most frequent."""

DEVELOPS = 3
"""Outlets of the smallest story that goes on the next day."""

FILE = 1000
"""Articles in one file of a folder."""


def make_day(size: int, seed: int = 0, in_stories: float = IN_STORIES) -> Iterator[Article]:
    """The ``size`` articles of one day, story by story, with unique addresses; ids begin with the story's.

    ``in_stories`` of them are in stories of `FEWEST` to `MOST` outlets.
    """
    made = told = number = 0
    while made < size:
        key = f"{seed}.{number}"
        outlets = 1
        if size - made >= FEWEST and told <= in_stories * made:
            drawn = random.Random(f"{key}/size").random()
            outlets = min(FEWEST + int((MOST - FEWEST + 1) * drawn**2), size - made)
            told += outlets
        made += outlets
        number += 1
        event = make_event(key) if outlets > 1 else make_brief(key)
        yield from tell_event(event, outlets)


def make_giant(size: int, seed: int = 0, kind: int = 0) -> Iterator[Article]:
    """One event as ``size`` outlets tell it."""
    return tell_event(make_event(f"giant{seed}", kind=kind), size)


def change_day(articles: Iterable[Article], share: float = 0.02, seed: int = 1) -> Iterator[Article]:
    """The next night's intake: all of the day's articles, of which some have changed, and new ones.

    Of ``share``, half are pages in a newer version with a later count, a quarter are first reports
    of outlets that join, and a quarter are new articles that stand alone. News moves by stories: of
    one that goes on, half of the pages change.

    Args:
        articles: The day, story by story, as `make_day` gives it.
        share: Part of the day's articles that is changed or new.
        seed: Of the new articles; another than the day's.
    """
    seen = changed = alone = 0
    for key, story in groupby(articles, key=story_of):
        pages = list(story)
        seen += len(pages)
        going = len(pages) >= DEVELOPS and changed < 0.75 * share * seen
        moving = len(pages) // 2 if going else 0
        yield from pages[moving:]
        if going:
            develop = list(_develop(key, pages[:moving], len(pages)))
            changed += len(develop)
            yield from develop
        while alone < int(0.25 * share * seen):
            yield from tell_event(make_brief(f"{seed}.new{alone}", DAY + timedelta(days=1)), 1)
            alone += 1


def extend_day(articles: Iterable[Article], share: float = 0.02, seed: int = 1) -> Iterator[Article]:
    """The next night's intake where no story goes on: the day's pages, and a smaller day made like it.

    Args:
        articles: The day.
        share: How many articles come in addition, for each of the day's.
        seed: Of the new articles; another than the day's.
    """
    size = 0
    for article in articles:
        size += 1
        yield article
    yield from make_day(int(share * size), seed)


def correct_day(articles: Iterable[Article], share: float = 0.02, seed: int = 1) -> Iterator[Article]:
    """The next night's intake where nothing new happened: the day's pages, of some one figure corrected.

    Args:
        articles: The day.
        share: Part of the pages that are corrected, drawn one by one.
        seed: Of the draw.
    """
    for article in articles:
        chance = random.Random(f"{seed}/{article.id}/corrected")
        figures = list(re.finditer(r"\b\d+\b", article.text))
        if not figures or chance.random() >= share:
            yield article
            continue
        figure = chance.choice(figures)
        later = str(int(figure.group()) + chance.randint(1, 9))
        text = article.text[: figure.start()] + later + article.text[figure.end() :]
        yield replace(article, text=text, modified=(article.published or DAY) + timedelta(days=1))


def story_of(article: Article) -> str:
    """The key of the event that an article of a generated day tells."""
    return article.id.rsplit("-", 1)[0]


def _develop(key: str, pages: list[Article], told: int) -> Iterator[Article]:
    """A story one day on: the pages with a later count, and half as many reports by others."""
    event, chance = make_event(key), random.Random(f"{key}/next")
    for page in pages:
        told_anew = tell_update(event, 0, page.source, chance, later=4)
        yield replace(page, title=told_anew.title, text=told_anew.text, modified=told_anew.published)
    for number in range((len(pages) + 1) // 2):
        outlet = f"Late {pages[0].source}" if number == 0 else f"Late {number} {pages[0].source}"
        yield tell_facts(event, event.facts, told + number, outlet, chance, after=timedelta(hours=20))


def write_jsonl(articles: Iterable[Article], path: Path) -> int:
    """Write records as ``discrepancy check`` reads them, line by line; how many."""
    count = 0
    with path.open("w", encoding="utf-8") as stream:
        for article in articles:
            stream.write(json.dumps(as_record(article), ensure_ascii=False) + "\n")
            count += 1
    return count


def write_folder(articles: Iterable[Article], folder: Path) -> int:
    """Write files of `FILE` articles each; how many articles."""
    folder.mkdir(parents=True, exist_ok=True)
    numbered = enumerate(articles)
    return sum(
        write_jsonl((article for _, article in part), folder / f"{number:05}.jsonl")
        for number, part in groupby(numbered, key=lambda item: item[0] // FILE)
    )


def as_record(article: Article) -> dict[str, str]:
    """What the loader reads of an article, without what is unknown."""
    record = {"id": article.id, "source": article.source, "title": article.title or "", "text": article.text}
    record["url"] = article.url or ""
    moments = {"published": article.published, "modified": article.modified}
    return record | {name: moment.isoformat() for name, moment in moments.items() if moment}


def main() -> None:
    """Write a day, or what the night after it takes in."""
    parser = argparse.ArgumentParser(description="Write the articles of an invented news day.")
    parser.add_argument("size", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--changed", type=float, help="the night after, with this part changed or new")
    given = parser.parse_args()
    day = make_day(given.size, given.seed)
    if given.changed is not None:
        day = change_day(day, given.changed, given.seed + 1)
    print(write_jsonl(day, given.out), "articles")


if __name__ == "__main__":
    main()
