from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from discrepancy.fetch.feeds import fetch_feed
from discrepancy.fetch.pages import Fetched
from discrepancy.fetch.settings import FetchSettings
from discrepancy.model import Skipped

RSS = """<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>Norvik “Post”</title>
{items}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/news/"><title>Post</title>{items}</feed>"""
XML = {"Content-Type": "application/rss+xml"}


def rss(*links: str, encoding: str = "utf-8") -> bytes:
    items = "".join(
        f"<item><title>Page {n}</title><link>{link}</link>"
        f"<pubDate>Sun, 12 May 2024 10:0{n}:00 GMT</pubDate></item>"
        for n, link in enumerate(links)
    )
    return RSS.format(encoding=encoding, items=items).encode(encoding)


def fetched(results: list[Fetched | Skipped]) -> list[Fetched]:
    assert [r for r in results if isinstance(r, Skipped)] == []
    return [r for r in results if isinstance(r, Fetched)]


def test_pages_of_a_feed_in_its_order(server: Any, settings: FetchSettings) -> None:
    for path in ("/1", "/2", "/news/3"):
        server.page(path, path.encode())
    feed = server.page("/news/feed", rss("/2", server.url("/1"), "3", "3#more"), headers=XML)
    pages = fetched(list(fetch_feed(feed, settings)))
    assert [page.data for page in pages] == [b"/2", b"/1", b"/news/3"]
    assert pages[0].hints == {
        "title": "Page 0",
        "published": datetime(2024, 5, 12, 10, 0, tzinfo=UTC),
        "modified": None,
    }


def test_links_of_atom_are_counted_from_its_base(server: Any, settings: FetchSettings) -> None:
    server.page("/news/1", b"one")
    feed = server.page(
        "/feed", ATOM.format(items='<entry><title>One</title><link href="1"/></entry>').encode(), headers=XML
    )
    assert [page.data for page in fetched(list(fetch_feed(feed, settings)))] == [b"one"]


def test_links_are_counted_from_where_a_redirect_led(
    server: Any, settings: FetchSettings, make_reply: Any
) -> None:
    server.page("/news/1", b"one")
    server.page("/news/feed", rss("1"), headers=XML)
    feed = server.tell("/feed", make_reply(301, headers={"Location": "/news/feed"}))
    assert [page.data for page in fetched(list(fetch_feed(feed, settings)))] == [b"one"]


@pytest.mark.parametrize("type_", ["text/xml; charset=utf-8", "text/html", "application/rss+xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_encoding_and_type_of_a_feed(server: Any, settings: FetchSettings, type_: str, encoding: str) -> None:
    server.page("/1")
    feed = server.page("/feed", rss("/1", encoding=encoding), headers={"Content-Type": type_})
    assert len(fetched(list(fetch_feed(feed, settings)))) == 1


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param(b"<html><body>Welcome</body></html>", "no feed; expected RSS or Atom", id="page"),
        pytest.param(b"", "an empty file; expected an article", id="empty"),
        pytest.param(b"<rss><channel>", "a broken feed; expected RSS or Atom", id="broken"),
        pytest.param(
            b"<!DOCTYPE rss [<!ENTITY x 'y'>]><rss/>",
            "an XML document that declares entities; expected one without",
            id="entities",
        ),
    ],
)
def test_what_is_no_feed(server: Any, settings: FetchSettings, body: bytes, reason: str) -> None:
    feed = server.page("/feed", body, headers=XML)
    assert list(fetch_feed(feed, settings)) == [Skipped(feed, None, reason)]


def test_feed_that_cannot_be_fetched(server: Any, settings: FetchSettings) -> None:
    (result,) = fetch_feed(server.page("/feed", status=410), settings)
    assert isinstance(result, Skipped)
    assert result.reason.startswith("status 410")


def test_empty_feed_is_no_failure(server: Any, settings: FetchSettings) -> None:
    assert list(fetch_feed(server.page("/feed", rss(), headers=XML), settings)) == []


def test_entry_without_a_link_is_told(server: Any, settings: FetchSettings) -> None:
    server.page("/1")
    body = rss("/1").replace(b"<item>", b"<item><title>Bare</title></item><item>")
    _, told = fetch_feed(feed := server.page("/feed", body, headers=XML), settings)
    assert told == Skipped(feed, 1, "an entry without a link")


def test_unchanged_feed_is_not_followed(server: Any, settings: FetchSettings, book: Any) -> None:
    server.page("/1")
    feed = server.page("/feed", rss("/1"), headers=XML, etag='"1"')
    assert len(list(fetch_feed(feed, settings, book))) == 1
    assert list(fetch_feed(feed, settings, book)) == []
    assert server.paths() == ["/feed", "/1", "/feed"]


def test_feed_counts_as_unread_until_every_page_has_come(
    server: Any, settings: FetchSettings, book: Any, make_reply: Any
) -> None:
    server.page("/1", etag='"a"')
    server.tell("/2", make_reply(404), make_reply(body=b"two", headers={"Content-Type": "text/html"}))
    feed = server.page("/feed", rss("/1", "/2"), headers=XML, etag='"1"')
    first, second = (list(fetch_feed(feed, settings, book)) for _ in range(2))
    assert [type(r) for r in first] == [Fetched, Skipped]
    assert [(r.unchanged, r.data) for r in fetched(second)] == [(True, b""), (False, b"two")]
    assert list(fetch_feed(feed, settings, book)) == []


def test_link_into_a_private_network(server: Any, settings: FetchSettings) -> None:
    from discrepancy.fetch.pages import Wanted, open_session

    secret = server.page("/secret")
    with open_session(settings) as session:
        result = session.fetch_one(Wanted(secret, source="https://norvik.example/feed"))
    assert result == Skipped(secret, None, f"a link into a private network ({secret})")
    assert server.asked == []
