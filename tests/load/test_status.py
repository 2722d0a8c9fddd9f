from __future__ import annotations

import pytest

from discrepancy.check import check_articles
from discrepancy.load.status import set_aside
from discrepancy.model import Article


def item(id_: str, status: str | None = None, url: str | None = "urn:x:1", **fields: str) -> Article:
    return Article(id_, fields.pop("source", "Tidewire"), "The mayor quit.", url=url, status=status, **fields)


@pytest.mark.parametrize(
    ("articles", "reasons"),
    [
        pytest.param([item("a"), item("b", "usable")], {}, id="usable"),
        pytest.param(
            [item("a", "withheld", note="Hold\nuntil noon"), item("b")],
            {"a": "withheld by the agency: Hold until noon"},
            id="withheld",
        ),
        pytest.param(
            [item("a", "canceled", None), item("b", url=None)], {"a": "canceled by the agency"}, id="no-url"
        ),
        pytest.param(
            [item("a"), item("b", "canceled", note="Wrong man"), item("c", url="urn:x:2")],
            {"a": "canceled by the agency in b: Wrong man", "b": "canceled by the agency: Wrong man"},
            id="earlier-version",
        ),
        pytest.param(
            [item("a", source="Norvik Post"), item("b", "canceled")],
            {"b": "canceled by the agency"},
            id="other-source",
        ),
    ],
)
def test_set_aside(articles: list[Article], reasons: dict[str, str]) -> None:
    usable, skipped = set_aside(articles)
    assert {s.path: s.reason for s in skipped} == reasons
    assert [a.id for a in usable] == [a.id for a in articles if a.id not in reasons]


def test_check_lists_what_the_agency_took_back() -> None:
    killed = [item("a"), item("b", "canceled", note="Wrong man"), item("c", "withheld", "urn:x:2")]
    report = check_articles([*killed, item("d", url="urn:x:3")])
    assert [[a.id for a in story.articles] for story in report.stories] == [["d"]]
    assert [s.path for s in report.skipped] == ["a", "b", "c"]
