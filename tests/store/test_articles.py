"""Articles are kept by content, versions by what makes them one; storing twice changes nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discrepancy.errors import StoreError
from discrepancy.model import Article
from discrepancy.store import Store, hash_content, hash_version
from tests.factory import article
from tests.store.nights import NIGHT

FIRST = Article(
    "ferry-1", "Coast Press", "A ferry ran aground.", "Ferry aground", NIGHT, "https://coast.example/1"
)


@pytest.fixture
def run(store):
    return store.runs.start("code 1", "settings 1", NIGHT).number


def rows(store, table):
    return store.database.first(f"SELECT count(*) FROM {table}")[0]


@pytest.mark.parametrize(
    ("changes", "contents", "versions", "pages"),
    [
        pytest.param({}, 1, 1, 1, id="the same again"),
        pytest.param({"id": "other"}, 1, 1, 1, id="another id on the same page"),
        pytest.param({"modified": NIGHT}, 1, 1, 1, id="only touched"),
        pytest.param({"version": "v2"}, 1, 1, 1, id="only another label"),
        pytest.param({"encoding": "cp1252"}, 1, 1, 1, id="only other bytes"),
        pytest.param({"text": "A ferry sank."}, 2, 2, 1, id="another text"),
        pytest.param({"title": None}, 2, 2, 1, id="without its title"),
        pytest.param({"published": NIGHT + timedelta(hours=1)}, 1, 2, 1, id="republished"),
        pytest.param({"published": None}, 1, 2, 1, id="undated"),
        pytest.param({"status": "canceled"}, 1, 2, 1, id="withdrawn by its agency"),
        pytest.param({"note": "Corrects paragraph 2"}, 1, 2, 1, id="with a note"),
        pytest.param({"url": "https://coast.example/2"}, 1, 2, 2, id="another page"),
        pytest.param({"source": "Port Wire"}, 1, 2, 2, id="another outlet"),
        pytest.param({"url": None}, 1, 2, 2, id="without an address"),
    ],
)
def test_what_is_a_version_of_its_own(store, run, changes, contents, versions, pages):
    found = store.articles.add_versions([FIRST, replace(FIRST, **changes)], run, NIGHT)
    assert (rows(store, "articles"), rows(store, "versions")) == (contents, versions)
    assert len({version.id for version in found}) == versions
    assert len(store.articles.pages(version.id for version in found)) == pages


def test_hashes_tell_fields_apart():
    assert hash_content(article("a", "x", title="y")) != hash_content(article("a", "y", title="x"))
    assert hash_content(article("a", "", title="x")) != hash_content(article("a", "x", title=None))
    left, right = replace(FIRST, source="ab", url="c"), replace(FIRST, source="a", url="bc")
    assert hash_version(left) != hash_version(right)


def test_running_twice_changes_nothing(store, run):
    articles = [replace(FIRST, id=str(n), url=None, text=f"Text {n}.") for n in range(1200)]
    first = store.articles.add_versions(iter(articles), run, NIGHT)
    before = store.database.rows("SELECT * FROM versions")
    assert store.articles.add_versions(articles, run, NIGHT + timedelta(hours=1)) == first
    assert store.database.rows("SELECT * FROM versions") == before
    assert [version.id for version in first] == list(range(1, 1201))


def test_a_later_run_sees_old_versions_as_old(store, run):
    store.articles.add_versions([FIRST], run, NIGHT)
    later = store.runs.start("code 1", "settings 1", NIGHT + timedelta(days=1)).number
    second = replace(FIRST, text="A ferry sank.")
    found = store.articles.add_versions([FIRST, second], later, NIGHT + timedelta(days=1))
    assert [(v.first_run, v.last_run) for v in found] == [(run, later), (later, later)]
    assert store.articles.seen_first(later, [version.article for version in found]) == {found[1].article}
    assert [store.articles.count_seen(night) for night in (run, later, 99)] == [1, 1, 0]


def test_a_text_that_comes_back_is_the_pages_current_one_again(store):
    texts = ["A ferry ran aground.", "A ferry sank.", "A ferry ran aground."]
    for night, text in enumerate(texts):
        run = store.runs.start("code 1", "settings 1", NIGHT + timedelta(days=night)).number
        [version] = store.articles.add_versions([replace(FIRST, text=text)], run, NIGHT)
    [page] = store.articles.pages([version.id]).values()
    assert [(v.first_run, v.last_run) for v in page] == [(1, 3), (2, 2)]


def test_ids_given_twice_are_told_apart_and_stay(store, run):
    pair = [FIRST, replace(FIRST, url="https://coast.example/2"), replace(FIRST, source="Port Wire")]
    found = store.articles.add_versions(pair, run, NIGHT)
    names = [version.article for version in found]
    assert names[0] == "ferry-1"
    assert len(set(names)) == 3
    assert all(name.startswith("ferry-1~") for name in names[1:])
    assert [v.article for v in store.articles.add_versions(reversed(pair), run, NIGHT)] == names[::-1]


def test_a_resumed_run_stores_what_an_undisturbed_one_does(tmp_path):
    articles = [replace(FIRST, id=str(n % 40), url=None, text=f"Text {n % 70}.") for n in range(100)]
    stores = []
    for name, parts in (("whole", [articles]), ("resumed", [articles[:37], articles])):
        with Store.open(tmp_path / name) as store:
            run = store.runs.start("code 1", "settings 1", NIGHT).number
            for part in parts:
                store.articles.add_versions(part, run, NIGHT)
            stores.append(store.database.rows("SELECT * FROM versions"))
    assert stores[0] == stores[1]


OFFSET = timezone(timedelta(hours=-5))
texts = st.text(st.characters(codec=None), max_size=20)
moments = st.none() | st.datetimes(timezones=st.sampled_from([None, UTC, OFFSET]))
articles = st.builds(
    Article,
    id=st.text(max_size=5),
    source=st.text(max_size=5),
    text=texts,
    title=st.none() | texts,
    published=moments,
    url=st.none() | st.text(max_size=9),
    story=st.none() | st.text(max_size=5),
    version=st.none() | st.text(max_size=5),
    modified=moments,
    status=st.none() | st.text(max_size=5),
    note=st.none() | st.text(max_size=5),
    encoding=st.none() | st.text(max_size=5),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles)
def test_any_article_round_trips(store, given_article):
    run = store.runs.start("code", "settings", NIGHT).number
    [version] = store.articles.add_versions([given_article], run, NIGHT)
    [loaded] = store.articles.load_articles([version.id])
    first = version.first_run == run
    if first:
        assert loaded == replace(given_article, id=version.article)
    assert (loaded.text, loaded.title) == (given_article.text, given_article.title)
    assert version.content == hash_content(given_article)


def test_half_a_character_where_sqlite_can_hold_none(store, run):
    odd = replace(FIRST, text="half \ud83d", title="\udc00", source="S\ud83d", id="i\ud83d", note="\udfff")
    [version] = store.articles.add_versions([odd], run, NIGHT)
    [loaded] = store.articles.load_articles([version.id])
    assert (loaded.text, loaded.title, loaded.source) == (odd.text, odd.title, "S\\ud83d")
    assert list(store.verify()) == []


def test_articles_come_in_the_order_asked_for(store, run):
    found = store.articles.add_versions(
        [replace(FIRST, id=name, url=None, text=name) for name in "abc"], run, NIGHT
    )
    asked = [found[2].id, found[0].id, found[2].id]
    assert [loaded.text for loaded in store.articles.load_articles(asked)] == ["c", "a", "c"]
    assert [version.article for version in store.articles.versions(asked)] == ["c", "a", "c"]


def test_what_is_not_there_is_told(store, run):
    with pytest.raises(StoreError, match="has no version 9; expected"):
        store.articles.load_articles([9])
    with pytest.raises(StoreError, match="has no run 99"):
        store.articles.add_versions([FIRST], 99, NIGHT)
    assert rows(store, "versions") == 0


def test_without_a_publication_time_the_run_counts(store, run):
    dated = replace(FIRST, published=datetime(2031, 1, 1, tzinfo=UTC))
    undated = replace(FIRST, published=None, url="https://coast.example/3")
    found = store.articles.add_versions([dated, undated], run, NIGHT)
    store.stories.assign("s", [version.id for version in found], run)
    recent = store.stories.recent(NIGHT - timedelta(days=4))
    assert [(story, version.page) for story, version in recent] == [("s", "https://coast.example/3")]
    assert len(store.stories.recent(datetime(2030, 12, 31, tzinfo=UTC), NIGHT)) == 2
    assert len(store.stories.recent(datetime(2030, 12, 31), datetime(2031, 1, 2))) == 1
