from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from discrepancy.errors import InputError
from discrepancy.fetch.articles import fetch_articles
from discrepancy.fetch.settings import FetchSettings
from discrepancy.fetch.urls import is_private, read_url_list, show_url
from discrepancy.model import Article, Skipped

FEED = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title>
<item><title>From the feed</title><link>/1</link><pubDate>Sun, 12 May 2024 10:00:00 GMT</pubDate>
<content:encoded>&lt;p&gt;Held in the feed.&lt;/p&gt;</content:encoded></item>
<item><title>Bare</title></item><item><category>x</category></item></channel></rss>"""
PAGE = """<html><head>{}</head><body><article><p>The mayor of Norvik resigned on Monday – “at last”.</p>
<p>Her deputy, Lee Tan, takes over until the election in September, the council said.</p></article></body>
</html>"""
XML = {"Content-Type": "application/rss+xml"}


def articles(*args: Any, **options: Any) -> list[Article]:
    return [result for result in fetch_articles(*args, **options) if isinstance(result, Article)]


def test_page_and_feed_together_make_the_article(server: Any, settings: FetchSettings) -> None:
    page = server.page("/1", PAGE.format("").encode())
    (article,) = articles([server.page("/feed", FEED.encode(), headers=XML)], settings=settings)
    assert (article.id, article.url, article.title) == (page, page, "From the feed")
    assert article.published == datetime(2024, 5, 12, 10, tzinfo=UTC)
    assert article.text.startswith("The mayor of Norvik")


def test_page_is_believed_before_its_feed(server: Any, settings: FetchSettings) -> None:
    head = '<title>Own</title><meta property="article:published_time" content="2024-05-11T09:00:00Z">'
    server.page("/1", PAGE.format(head).encode())
    (article,) = articles([server.page("/feed", FEED.encode(), headers=XML)], settings=settings)
    assert (article.title, article.published) == ("Own", datetime(2024, 5, 11, 9, tzinfo=UTC))


def test_what_the_feed_holds(server: Any, settings: FetchSettings, book: Any) -> None:
    feed = server.page("/feed", FEED.encode(), headers=XML, etag='"1"')
    results = list(fetch_articles([feed], [], replace(settings, follow=False), book))
    full, bare, empty = results
    assert isinstance(full, Article)
    assert (full.id, full.text) == (server.url("/1"), "Held in the feed.")
    assert isinstance(bare, Article)
    assert (bare.id, bare.source, bare.text, bare.title) == (f"{feed}#2", "Post", "", "Bare")
    assert isinstance(empty, Skipped)
    assert server.paths() == ["/feed"]
    assert list(fetch_articles([feed], [], replace(settings, follow=False), book)) == []


def test_every_address_is_read_once(server: Any, settings: FetchSettings) -> None:
    page = server.page("/1")
    other = server.page("/2")
    feeds = [server.page(path, FEED.encode(), headers=XML) for path in ("/f1", "/f2")]
    found = articles([*feeds, feeds[0]], [page, other, f"{other}#x"], settings)
    assert [article.id for article in found] == [page, other]
    assert sorted(server.paths()) == ["/1", "/2", "/f1", "/f2"]


def test_charset_of_the_header_counts(server: Any, settings: FetchSettings) -> None:
    body = PAGE.format('<meta charset="utf-8">').encode("cp1252")
    url = server.page("/1", body, headers={"Content-Type": "text/html; charset=ISO-8859-1"})
    (article,) = articles(urls=[url], settings=settings)
    assert "“at last”" in article.text
    assert article.encoding == "windows-1252"


def test_page_without_an_article_is_skipped(server: Any, settings: FetchSettings) -> None:
    url = server.page("/1", b"<html></html>")
    assert list(fetch_articles(urls=[url], settings=settings)) == [
        Skipped(url, None, "a page without article text; expected an HTML page that holds an article")
    ]


def test_unchanged_page_gives_nothing(server: Any, settings: FetchSettings, book: Any) -> None:
    url = server.page("/1", etag='"1"')
    assert [len(list(fetch_articles(urls=[url], settings=settings, cache=book))) for _ in range(2)] == [1, 0]


def test_list_of_addresses(tmp_path: Path) -> None:
    path = tmp_path / "pages.txt"
    path.write_text("# news\nhttps://norvik.example/1\n\n  http://norvik.example/2  \n", encoding="utf-8-sig")
    assert list(read_url_list(path)) == ["https://norvik.example/1", "http://norvik.example/2"]
    path.write_bytes(b"")
    assert list(read_url_list(path)) == []


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        pytest.param(
            "https://norvik.example/1\nnorvik.example\n", 2, "'norvik.example' (not an address)", id="word"
        ),
        pytest.param(
            "file:///etc/passwd", 1, "'file:///etc/passwd' (scheme 'file', expected http or https)", id="file"
        ),
        pytest.param("http:///x", 1, "'http:///x' (an address without a host)", id="no-host"),
        pytest.param("\x00", None, "binary data (control characters)", id="binary"),
        pytest.param(None, None, "no such file or directory", id="absent"),
    ],
)
def test_bad_list(tmp_path: Path, text: str | None, line: int | None, found: str) -> None:
    path = tmp_path / "pages.txt"
    if text is not None:
        path.write_text(text)
    with pytest.raises(InputError) as caught:
        list(read_url_list(path))
    assert (caught.value.line, caught.value.found) == (line, found)


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("169.254.169.254", True),
        ("::1", True),
        ("localhost", True),
        ("db.internal", True),
        ("norvik.example", False),
        ("93.184.216.34", False),
    ],
)
def test_private_hosts(host: str, private: bool) -> None:
    assert is_private(host) is private


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://una:secret@norvik.example/a?b#c", "http://norvik.example/a?b"),
        ("norvik", "norvik"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_shown_address(url: str, shown: str) -> None:
    assert show_url(url) == shown
