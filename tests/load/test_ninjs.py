from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from discrepancy.errors import InputError
from discrepancy.load import load_articles
from discrepancy.load.ninjs import is_ninjs
from discrepancy.model import Article

CEST = timezone(timedelta(hours=2))
V1 = {
    "uri": "http://tidewire.example/items/7",
    "type": "text",
    "version": "3",
    "firstcreated": "2024-05-12T08:30:00+02:00",
    "versioncreated": "2024-05-12T12:30:00+02:00",
    "pubstatus": "usable",
    "ednote": "Corrects age",
    "infosource": [{"name": "Tidewire"}],
    "headline": "Mayor quits",
    "body_xhtml": "<h2>Norvik</h2><p>The mayor <b>resigned</b>.</p><p>Lee&nbsp;Tan takes over.</p>",
}
V2 = {
    "uri": "http://tidewire.example/items/7",
    "standard": {"name": "ninjs", "version": "2.0"},
    "version": "3",
    "firstcreated": "2024-05-12T08:30:00+02:00",
    "versioncreated": "2024-05-12T12:30:00+02:00",
    "pubstatus": "usable",
    "ednote": "Corrects age",
    "infosources": [{"role": "x", "name": "Tidewire"}],
    "headlines": [{"role": "short", "value": "Mayor"}, {"role": "main", "value": "Mayor quits"}],
    "bodies": [
        {"role": "summary", "contenttype": "text/plain", "value": "No"},
        {
            "role": "main",
            "contenttype": "text/html",
            "value": "<p>Norvik</p><p>The mayor resigned.<br>Lee Tan takes over.",
        },
    ],
}
V3 = {
    "uri": "http://tidewire.example/items/7",
    "version": 3,
    "firstCreated": "2024-05-12T08:30:00+02:00",
    "versionCreated": "2024-05-12T12:30:00+02:00",
    "pubStatus": "usable",
    "edNote": "Corrects age",
    "infoSources": [{"uri": "x", "literal": "Tidewire"}],
    "headlines": [{"value": "Mayor quits"}],
    "bodies": [{"contentType": "text/plain", "value": "Norvik\nThe mayor resigned.\nLee Tan takes over."}],
}
ARTICLE = Article(
    id="http://tidewire.example/items/7#3",
    source="Tidewire",
    text="Norvik\nThe mayor resigned.\nLee Tan takes over.",
    title="Mayor quits",
    published=datetime(2024, 5, 12, 8, 30, tzinfo=CEST),
    url="http://tidewire.example/items/7",
    version="3",
    modified=datetime(2024, 5, 12, 12, 30, tzinfo=CEST),
    status="usable",
    note="Corrects age",
    encoding="utf-8",
)


def load(folder: Path, *items: dict[str, Any], name: str = "item.json") -> list[Article]:
    path = folder / name
    lines = name.endswith("l")
    path.write_text("\n".join(json.dumps(item, indent=None if lines else 1) for item in items))
    return list(load_articles([path]).articles)


@pytest.mark.parametrize("item", [V1, V2, V3], ids=["version-1", "version-2", "version-3"])
@pytest.mark.parametrize("name", ["item.json", "items.jsonl"])
def test_every_property_is_read(tmp_path: Path, item: dict[str, Any], name: str) -> None:
    assert load(tmp_path, item, name=name) == [ARTICLE]


def test_items_and_articles_may_stand_together(tmp_path: Path) -> None:
    second = V1 | {"version": "4", "body_text": "The mayor stays.", "copyrightholder": "x"}
    own = {"id": "own", "text": "The mayor goes.", "uri": "x", "headline": "no"}
    articles = load(tmp_path, V1, second, own, name="items.jsonl")
    assert [a.id for a in articles] == [ARTICLE.id, "http://tidewire.example/items/7#4", "own"]
    assert [a.text for a in articles[1:]] == ["The mayor stays.", "The mayor goes."]
    assert articles[2].title is None


def test_versions_are_told_apart_when_time_is_all_there_is(tmp_path: Path) -> None:
    (article,) = load(tmp_path, {"uri": "x:1", "versioncreated": "2024-05-12T12:30:00Z", "body_text": "Yes."})
    assert (article.id, article.version) == ("x:1", None)
    assert article.published == article.modified


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_a_canceled_item_needs_no_text(tmp_path: Path, status: str) -> None:
    (article,) = load(tmp_path, {"uri": "x:1", "pubstatus": status, "ednote": "KILL: wrong man"})
    assert (article.status, article.note, article.text) == (status, "KILL: wrong man", "")


def test_picture_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "item.json"
    path.write_text(json.dumps({"uri": "x:1", "type": "picture", "headline": "Mayor", "pubstatus": "usable"}))
    loaded = load_articles([path])
    assert loaded.articles == ()
    assert [s.reason for s in loaded.skipped] == ["a ninjs item of type 'picture' without a text"]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param({"body_xhtml": ""}, None, id="headline-alone"),
        pytest.param({"versioncreated": "soon"}, "\"modified\" is 'soon'", id="time"),
        pytest.param({"headline": 3.5}, '"title" is the number 3.5', id="headline"),
        pytest.param({"body_xhtml": 3}, '"text" is the number 3', id="body"),
        pytest.param({"headline": "", "body_xhtml": "<p> </p>"}, "only blank space", id="nothing"),
    ],
)
def test_broken_item(tmp_path: Path, change: dict[str, Any], found: str | None) -> None:
    if found is None:
        (article,) = load(tmp_path, V1 | change)
        assert (article.title, article.text) == ("Mayor quits", "")
        return
    with pytest.raises(InputError) as caught:
        load(tmp_path, V1 | change)
    assert caught.value.found.startswith(found)


@pytest.mark.parametrize(
    ("value", "is_item"),
    [
        pytest.param({"uri": "x", "pubStatus": "usable"}, True, id="item"),
        pytest.param({"uri": "x", "text": "y", "headline": "z"}, False, id="article"),
        pytest.param({"uri": "x", "title": "y"}, False, id="other"),
        pytest.param({"uri": 3, "headline": "y"}, False, id="number"),
        pytest.param([], False, id="list"),
    ],
)
def test_recognised(value: object, is_item: bool) -> None:
    assert is_ninjs(value) is is_item
