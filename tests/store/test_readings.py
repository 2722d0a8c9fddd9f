"""Claims from one night to the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from discrepancy.check import analyse_articles, check_story, date_story
from discrepancy.config import Config
from discrepancy.model import Article
from discrepancy.store.codec import dump
from discrepancy.store.readings import Readings

TUESDAY = datetime(2031, 5, 6, 8, tzinfo=UTC)
TEXTS = (
    "The ferry Solvind ran aground off Karsholm on Monday with 214 aboard. Captain Ida Brekke was unhurt.",
    "A ferry, the Solvind, ran aground off Karsholm with 241 aboard. Its captain, Ida Brekke, was unhurt.",
    "The Solvind struck rocks off Karsholm. It had 214 aboard and leaked 40 tonnes of diesel, police said.",
)


def make_articles(*texts: str) -> list[Article]:
    return [
        Article(f"a{number}", f"Outlet {number}", text, None, TUESDAY) for number, text in enumerate(texts)
    ]


def check(articles: list[Article], readings: Readings | None) -> object:
    documents = date_story(analyse_articles(articles, Config()))
    return check_story(documents, Config(), "story", readings)


def test_a_story_checked_from_readings_is_the_same() -> None:
    articles = make_articles(*TEXTS)
    first = Readings()
    expected = check(articles, first)
    second = Readings(first.pack())
    assert check(articles, second) == expected == check(articles, None)
    assert second.pack() == first.pack()


@pytest.mark.parametrize(
    ("change", "read"),
    [
        pytest.param({}, 0, id="nothing"),
        pytest.param({"text": TEXTS[1].replace("241", "224")}, 1, id="its text"),
        pytest.param({"source": "Harbour Post"}, 1, id="its outlet"),
        pytest.param({"published": TUESDAY.replace(day=1)}, 1, id="its day"),
    ],
)
def test_only_what_changed_is_read_again(change: dict[str, object], read: int) -> None:
    articles = make_articles(*TEXTS)
    first = Readings()
    check(articles, first)
    second = Readings(first.pack())
    known = set(second)
    changed = [articles[0], replace(articles[1], **change), articles[2]]
    assert check(changed, second) == check(changed, None)
    assert len(set(second) - known) == read


def test_a_name_that_another_article_explains_is_read_again() -> None:
    texts = ("Brekke was unhurt when the Solvind ran aground.", "The captain is Ida Brekke, police said.")
    first = Readings()
    check(make_articles(texts[0]), first)
    second = Readings(first.pack())
    assert check(make_articles(*texts), second) == check(make_articles(*texts), None)


def test_what_is_not_asked_for_is_forgotten() -> None:
    readings = Readings()
    readings["a"] = readings["b"] = ()
    later = Readings(readings.pack())
    assert (sorted(later), later["a"], "c" in later) == (["a", "b"], (), False)
    assert list(Readings(later.pack())) == ["a"]


def test_what_earlier_code_wrote_is_passed_over() -> None:
    assert list(Readings(dump({"a": []}))) == []


@pytest.mark.parametrize("data", [b"x", Readings().pack()[:-3]], ids=["no readings", "cut off"])
def test_damage_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match="decompressing"):
        Readings(data)
