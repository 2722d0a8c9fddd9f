"""A page that no other outlet's joins and that is not held against itself: only what it changed is read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from discrepancy.model import Article
from discrepancy.nightly import run_nightly, stages
from tests.nightly import newsroom, poison
from tests.nightly.newsroom import TONIGHT, configure, lay_open, manifest, report, write_articles

pytestmark = pytest.mark.slow

LINES = (
    "The lighthouse of Quillan Head will be sold in the autumn, its keeper Ines Averell said on Monday.",
    "Twelve people live there: seven guests and four keepers.",
    "The tower was built in 1871 and stands 43 metres high.",
    "A road was laid out to it only a century later.",
)
PAGE = Article(
    id="lighthouse",
    source="Quillan Mail",
    title="Lighthouse for sale",
    text="\n\n".join(LINES),
    published=datetime(2031, 5, 6, 8, tzinfo=UTC),
    url="http://news.invalid/lighthouse",
)
EDITED = replace(
    PAGE, id="edited", text=PAGE.text.replace("1871", "1817"), published=PAGE.published + timedelta(hours=9)
)


def make(folder, articles, run=None):
    """A newsroom that holds no page against itself."""
    return newsroom.make(folder, articles, run={"alone": False, **(run or {})})


def put_out(folder, *articles):
    write_articles(folder / "in/second.jsonl", articles)


def test_what_it_changed_is_told_and_nothing_else_is_parsed_or_kept(parsed, tmp_path):
    settings = make(tmp_path, [PAGE])
    run_nightly(settings, now=TONIGHT)
    put_out(tmp_path, EDITED)
    result = run_nightly(settings, now=TONIGHT)
    assert (result.counts["stories_checked"], result.counts["pages_changed"], result.counts["new"]) == (
        1,
        1,
        0,
    )
    (change,) = report(settings)["pages"]
    assert (change["before"]["text"], change["after"]["text"]) == ("1871", "1817")
    assert change["revision"] == "stealth edit"
    assert sorted(parsed) == sorted([LINES[1], LINES[2], LINES[2].replace("1871", "1817")])
    kept = lay_open(settings)
    assert kept["analyses"] == kept["readings"] == []


def test_it_is_held_against_itself_where_that_is_wanted_then(tmp_path):
    settings = make(tmp_path, [PAGE])
    run_nightly(settings, now=TONIGHT)
    put_out(tmp_path, EDITED)
    assert run_nightly(settings, now=TONIGHT).counts["new"] == 0
    wanted = configure(tmp_path, run={"alone": True})
    result = run_nightly(wanted, now=TONIGHT)
    assert (result.counts["stories_checked"], result.counts["new"]) == (1, 1)
    (row,) = report(wanted)["changes"]
    assert {said["text"] for said in row["values"]} >= {"Twelve"}


def test_once_another_outlet_joins_all_is_read_as_if_it_had_been_there_first(tmp_path):
    other = replace(
        PAGE,
        id="other",
        source="Quillan Post",
        url="http://post.invalid/1",
        text="\n\n".join([LINES[2], *LINES[:2]]).replace("43 metres", "34 metres"),
        published=EDITED.published + timedelta(hours=1),
    )
    articles = [replace(article, story="sale") for article in (PAGE, EDITED, other)]
    later = make(tmp_path / "later", articles[:1])
    run_nightly(later, now=TONIGHT)
    for article in articles[1:]:
        put_out(tmp_path / "later", article)
        run_nightly(later, now=TONIGHT)
    at_once = make(tmp_path / "at once", articles)
    run_nightly(at_once, now=TONIGHT)
    (whole,) = lay_open(at_once)["results"]
    grown = lay_open(later)
    assert {digest: data for digest, _, _, data in grown["results"]}[whole[0]] == whole[3]
    assert grown["readings"] == lay_open(at_once)["readings"]


def test_an_edited_page_that_does_harm_is_named(monkeypatch, tmp_path):
    for name in ("compare_chunk", "probe_chunk"):
        monkeypatch.setattr(stages, name, getattr(poison, name))
    settings = make(tmp_path, [PAGE])
    run_nightly(settings, now=TONIGHT)
    put_out(tmp_path, replace(EDITED, text=f"{EDITED.text} It is said that this text raises."))
    assert run_nightly(settings, now=TONIGHT).status == "partial"
    (aside,) = report(settings)["quarantine"]
    assert (aside["stage"], aside["name"], aside["reason"]) == (
        "extract",
        "edited",
        "ValueError: a text that raises",
    )
    assert run_nightly(settings, now=TONIGHT).status == "unchanged"


def test_workers_tell_the_same(tmp_path):
    found = []
    for engine in ("serial", "processes"):
        settings = make(tmp_path / engine, [PAGE], run={"engine": engine, "workers": 1})
        run_nightly(settings, now=TONIGHT)
        put_out(tmp_path / engine, EDITED)
        run_nightly(settings, now=TONIGHT)
        assert not manifest(settings)["quarantine"]
        found.append(lay_open(settings))
    assert found[0] == found[1]
