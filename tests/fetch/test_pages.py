from __future__ import annotations

import gzip
import re
import zlib
from dataclasses import replace
from typing import Any

import httpx
import pytest

from discrepancy.errors import ConfigError
from discrepancy.fetch.pages import Fetched, fetch_urls
from discrepancy.fetch.settings import FetchSettings
from discrepancy.fetch.transport import read_retry_after
from discrepancy.model import Skipped

HTML = {"Content-Type": "text/html; charset=utf-8"}


def one(url: str, settings: FetchSettings, cache: Any = None) -> Fetched | Skipped:
    (result,) = fetch_urls([url], settings, cache)
    return result


def test_page_is_fetched_with_our_name(server: Any, settings: FetchSettings) -> None:
    url = server.page("/a")
    fetched = one(url, replace(settings, user_agent="norvik-bot/1.0 (desk@norvik.example)"))
    assert isinstance(fetched, Fetched)
    assert (fetched.url, fetched.final, fetched.charset) == (url, url, "utf-8")
    assert b"Lee Tan" in fetched.data
    assert [a.path for a in server.asked] == ["/robots.txt", "/a"]
    assert {a.headers["User-Agent"] for a in server.asked} == {"norvik-bot/1.0 (desk@norvik.example)"}


def test_order_is_kept_and_each_address_asked_once(server: Any, settings: FetchSettings) -> None:
    urls = [server.page(f"/{n}", f"page {n}".encode()) for n in range(40)]
    asked = [*urls, urls[3], f"{urls[4]}#top", "ftp://norvik.example/x", server.url("/none")]
    results = list(fetch_urls(asked, settings))
    assert [r.data for r in results[:40] if isinstance(r, Fetched)] == [b"page %d" % n for n in range(40)]
    assert [r.reason for r in results[40:] if isinstance(r, Skipped)] == [
        "scheme 'ftp', expected http or https",
        f"status 404 from {server.url('/none')}",
    ]
    assert len(results) == 42
    assert sorted(server.paths()) == sorted([*(f"/{n}" for n in range(40)), "/none"])


def test_one_connection_to_a_host(server: Any, settings: FetchSettings) -> None:
    urls = [server.page(f"/{n}", pause=0.02) for n in range(6)]
    assert all(isinstance(r, Fetched) for r in fetch_urls(urls, settings))
    assert server.most_open == 1


def test_hosts_are_asked_at_the_same_time(server: Any, settings: FetchSettings) -> None:
    # Both names are this machine, but two hosts; each waits until the other has been asked.
    urls = [server.page("/a", pause=0.4), server.url("/a", host="localhost")]
    assert all(isinstance(r, Fetched) for r in fetch_urls(urls, replace(settings, robots=False)))
    assert server.most_open == 2


@pytest.mark.parametrize(
    ("options", "change", "reason"),
    [
        pytest.param({"pause": 30.0}, {"timeout": 1.5}, "no answer within 1.5 seconds", id="slow-to-answer"),
        pytest.param(
            {"pause": 0.1, "pieces": 1000},
            {"timeout": 0.5},
            "no answer within 0.5 seconds",
            id="drop-by-drop",
        ),
        pytest.param(
            {}, {"max_bytes": 20}, r"\d+ bytes, more than the 20 allowed", id="large-by-its-own-word"
        ),
        pytest.param(
            {"body": gzip.compress(b" " * 500_000), "headers": HTML | {"Content-Encoding": "gzip"}},
            {"max_bytes": 10_000},
            "more than the 10000 bytes allowed",
            id="large-when-unpacked",
        ),
        pytest.param({"length": 5000}, {}, r"a broken answer \(.*\)", id="cut-off"),
        pytest.param(
            {"body": b"\x1f\x8b no", "headers": HTML | {"Content-Encoding": "gzip"}},
            {},
            r"content packed wrongly \(.*\)",
            id="no-gzip",
        ),
        pytest.param({"headers": {"Content-Type": "image/png"}}, {}, "content of type image/png", id="image"),
        pytest.param({"status": 500}, {}, r"status 500 from http://127.0.0.1:\d+/a", id="error"),
        pytest.param({"status": 403}, {}, r"status 403 from http://127.0.0.1:\d+/a", id="forbidden"),
        pytest.param(
            {"status": 304}, {}, r"status 304 from http://127.0.0.1:\d+/a", id="not-modified-unasked"
        ),
        pytest.param(
            {"status": 302}, {}, r"status 302 from http://127.0.0.1:\d+/a", id="redirect-to-nowhere"
        ),
        pytest.param(
            {"status": 302, "headers": {"Location": "file:///etc/passwd"}},
            {},
            "scheme 'file', expected http or https",
            id="redirect-to-a-file",
        ),
        pytest.param({"status": 301, "headers": {"Location": "/a"}}, {}, "more than 5 redirects", id="loop"),
        pytest.param(
            {"status": 301, "headers": {"Location": "http://[::bad/"}},
            {},
            r"a broken answer \(Invalid URL .*\)",
            id="bad-location",
        ),
    ],
)
def test_failure_is_one_line_and_does_not_stop_the_rest(
    server: Any, settings: FetchSettings, options: dict[str, Any], change: dict[str, Any], reason: str
) -> None:
    bad, good = server.page("/a", **options), server.page("/b", b"good")
    failed, fetched = fetch_urls([bad, good], replace(settings, retries=0, **change))
    assert isinstance(failed, Skipped)
    assert failed.path == bad
    assert re.fullmatch(reason, failed.reason), failed.reason
    assert isinstance(fetched, Fetched) or "max_bytes" in change


@pytest.mark.parametrize(
    "address",
    [
        "",
        "norvik",
        "http://",
        "javascript:alert(1)",
        "http://a b/",
        "http://[::1",
        "http://\u2603.\u0001/",
        "/x",
    ],
)
def test_what_is_no_address(address: str, settings: FetchSettings) -> None:
    result = one(address, settings)
    assert isinstance(result, Skipped)
    assert "\n" not in result.reason


def test_nobody_listens(server: Any, settings: FetchSettings) -> None:
    server.server_close()
    result = one(server.url("/a"), settings)
    assert isinstance(result, Skipped)
    assert result.reason.startswith("robots.txt cannot be read: no connection")


class TestFurtherAttempts:
    @pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
    def test_help_where_the_trouble_passes(
        self, server: Any, settings: FetchSettings, make_reply: Any, status: int
    ) -> None:
        url = server.tell("/a", make_reply(status), make_reply(status), make_reply(body=b"x", headers=HTML))
        assert isinstance(one(url, settings), Fetched)
        assert server.paths() == ["/a"] * 3

    def test_come_to_an_end(self, server: Any, settings: FetchSettings, make_reply: Any) -> None:
        assert isinstance(one(server.tell("/a", make_reply(503)), settings), Skipped)
        assert server.paths() == ["/a"] * 3

    def test_are_no_use_when_refused(self, server: Any, settings: FetchSettings, make_reply: Any) -> None:
        assert isinstance(one(server.tell("/a", make_reply(404)), settings), Skipped)
        assert server.paths() == ["/a"]

    def test_after_a_body_that_breaks_off(
        self, server: Any, settings: FetchSettings, make_reply: Any
    ) -> None:
        cut = make_reply(body=b"begin", headers=HTML, length=50)
        fetched = one(server.tell("/a", cut, make_reply(body=b"whole", headers=HTML)), settings)
        assert isinstance(fetched, Fetched)
        assert fetched.data == b"whole"

    def test_wait_as_long_as_the_server_asks(
        self, server: Any, settings: FetchSettings, make_reply: Any
    ) -> None:
        again = make_reply(429, headers={"Retry-After": "0"})
        url = server.tell("/a", again, make_reply(body=b"x", headers=HTML))
        assert isinstance(one(url, replace(settings, backoff=3600.0)), Fetched)

    def test_are_given_up_when_the_wait_is_too_long(
        self, server: Any, settings: FetchSettings, make_reply: Any
    ) -> None:
        result = one(server.tell("/a", make_reply(503, headers={"Retry-After": "3600"})), settings)
        assert isinstance(result, Skipped)
        assert result.reason == "status 503, and a wait of 3600 seconds asked for"
        assert server.paths() == ["/a"]


@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        pytest.param({"Retry-After": "120"}, 120.0, id="seconds"),
        pytest.param(
            {"Retry-After": "Sun, 12 May 2024 10:01:00 GMT", "Date": "Sun, 12 May 2024 10:00:00 GMT"},
            60.0,
            id="date",
        ),
        pytest.param(
            {"Retry-After": "Sun, 12 May 2024 10:00:00 GMT", "Date": "Sun, 12 May 2024 10:01:00 GMT"},
            0.0,
            id="past",
        ),
        pytest.param({"Retry-After": "soon"}, None, id="words"),
        pytest.param({"Retry-After": "Sun, 12 May 2024 10:01:00 GMT"}, None, id="no-clock"),
        pytest.param({}, None, id="absent"),
    ],
)
def test_retry_after(fields: dict[str, str], seconds: float | None) -> None:
    assert read_retry_after(httpx.Headers(fields)) == seconds


class TestConditions:
    def test_unchanged_page_is_not_sent_again(self, server: Any, settings: FetchSettings, book: Any) -> None:
        url = server.page("/a", etag='"1"')
        first, second = one(url, settings, book), one(url, settings, book)
        assert isinstance(first, Fetched)
        assert isinstance(second, Fetched)
        assert (first.unchanged, second.unchanged, second.data) == (False, True, b"")
        assert book == {url: {"etag": '"1"', "final": url}}

    def test_last_modified_is_sent_back(self, server: Any, settings: FetchSettings, book: Any) -> None:
        stamp = "Sun, 12 May 2024 10:00:00 GMT"
        url = server.page("/a", headers={"Last-Modified": stamp})
        one(url, settings, book)
        one(url, settings, book)
        assert [a.headers.get("If-Modified-Since") for a in server.asked if a.path == "/a"] == [None, stamp]

    def test_redirected_page_is_asked_where_it_is(
        self, server: Any, settings: FetchSettings, book: Any, make_reply: Any
    ) -> None:
        final = server.page("/b", etag='"1"')
        url = server.tell("/a", make_reply(301, headers={"Location": "/b"}))
        assert isinstance(first := one(url, settings, book), Fetched)
        assert first.final == final
        assert isinstance(second := one(url, settings, book), Fetched)
        assert second.unchanged
        assert [a.headers.get("If-None-Match") for a in server.asked if a.path == "/a"] == [None, None]

    def test_page_that_the_caller_did_not_finish_is_fetched_again(
        self, server: Any, settings: FetchSettings, book: Any
    ) -> None:
        urls = [server.page(f"/{n}", etag='"1"') for n in range(3)]
        results = fetch_urls(urls, settings, book)
        next(results)
        next(results)
        results.close()  # type: ignore[attr-defined]
        assert list(book) == urls[:1]

    def test_failure_is_not_remembered(self, server: Any, settings: FetchSettings, book: Any) -> None:
        one(server.page("/a", status=404, etag='"1"'), settings, book)
        assert book == {}


class TestRobots:
    RULES = b"User-agent: *\nDisallow: /private\n\nUser-agent: norvik-bot\nDisallow: /\nAllow: /open"

    @pytest.mark.parametrize(
        ("agent", "path", "allowed"),
        [
            pytest.param("discrepancy", "/a", True, id="allowed"),
            pytest.param("discrepancy", "/private/a", False, id="forbidden"),
            pytest.param("norvik-bot/2.0 (x)", "/a", False, id="by-name"),
            pytest.param("norvik-bot/2.0 (x)", "/open/a", True, id="by-name-allowed"),
        ],
    )
    def test_are_obeyed(
        self, server: Any, settings: FetchSettings, make_reply: Any, agent: str, path: str, allowed: bool
    ) -> None:
        server.tell("/robots.txt", make_reply(body=self.RULES))
        result = one(server.page(path), replace(settings, user_agent=agent))
        assert isinstance(result, Fetched) is allowed
        assert server.paths() == ([path] if allowed else [])
        if isinstance(result, Skipped):
            assert result.reason == "robots.txt forbids it"

    def test_hold_behind_a_redirect(self, server: Any, settings: FetchSettings, make_reply: Any) -> None:
        server.tell("/robots.txt", make_reply(body=self.RULES))
        server.page("/private")
        result = one(server.tell("/a", make_reply(302, headers={"Location": "/private"})), settings)
        assert isinstance(result, Skipped)
        assert server.paths() == ["/a"]

    def test_are_asked_once(self, server: Any, settings: FetchSettings) -> None:
        list(fetch_urls([server.page("/a"), server.page("/b")], settings))
        assert [a.path for a in server.asked] == ["/robots.txt", "/a", "/b"]

    def test_that_cannot_be_read_forbid(self, server: Any, settings: FetchSettings, make_reply: Any) -> None:
        server.tell("/robots.txt", make_reply(503))
        results = list(fetch_urls([server.page("/a"), server.page("/b")], settings))
        assert {r.reason for r in results if isinstance(r, Skipped)} == {
            "robots.txt cannot be read: status 503"
        }
        assert server.paths() == []

    def test_that_are_elsewhere_are_looked_for_there(
        self, server: Any, settings: FetchSettings, make_reply: Any
    ) -> None:
        server.tell("/robots.txt", make_reply(301, headers={"Location": "/rules"}))
        server.tell("/rules", make_reply(body=self.RULES))
        assert isinstance(one(server.page("/private"), settings), Skipped)

    def test_need_not_be_obeyed(self, server: Any, settings: FetchSettings, make_reply: Any) -> None:
        server.tell("/robots.txt", make_reply(body=b"User-agent: *\nDisallow: /"))
        assert isinstance(one(server.page("/a"), replace(settings, robots=False)), Fetched)
        assert [a.path for a in server.asked] == ["/a"]


class TestCredentials:
    def test_go_to_their_host_only(self, server: Any, settings: FetchSettings, make_reply: Any) -> None:
        server.page("/c")
        server.tell("/b", make_reply(302, headers={"Location": server.url("/c", host="localhost")}))
        server.tell("/a", make_reply(302, headers={"Location": "/b"}))
        url = server.url("/a").replace("//", "//una:secret@")
        fetched = one(url, settings)
        assert isinstance(fetched, Fetched)
        sent = {a.path: "Authorization" in a.headers for a in server.asked if a.path != "/robots.txt"}
        assert sent == {"/a": True, "/b": True, "/c": False}
        assert "secret" not in fetched.url + fetched.final

    def test_are_never_shown(self, server: Any, settings: FetchSettings) -> None:
        result = one(server.url("/none").replace("//", "//una:secret@"), settings)
        assert isinstance(result, Skipped)
        assert "secret" not in result.path + result.reason


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_packed_page(server: Any, settings: FetchSettings, packing: str) -> None:
    data = gzip.compress(b"<p>x") if packing == "gzip" else zlib.compress(b"<p>x")
    fetched = one(server.page("/a", data, headers={"Content-Encoding": packing}), settings)
    assert isinstance(fetched, Fetched)
    assert fetched.data == b"<p>x"


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        pytest.param({"timeout": 0}, "timeout", id="no-time"),
        pytest.param({"delay": -1}, "delay", id="negative"),
        pytest.param({"hosts": 0}, "hosts", id="no-hosts"),
        pytest.param({"user_agent": " "}, "user_agent", id="no-name"),
        pytest.param({"user_agent": "a\nb"}, "user_agent", id="two-lines"),
    ],
)
def test_settings_that_make_no_sense(changes: dict[str, Any], named: str) -> None:
    with pytest.raises(ConfigError, match=named):
        FetchSettings(**changes)
