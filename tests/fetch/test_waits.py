"""How long is waited and when, with a clock that only notes it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from discrepancy.fetch.pages import fetch_urls
from discrepancy.fetch.settings import FetchSettings

HTML = {"Content-Type": "text/html"}


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    noted: list[float] = []

    async def note(seconds: float) -> None:
        if seconds:
            noted.append(seconds)

    monkeypatch.setattr("discrepancy.fetch.transport.anyio.sleep", note)
    return noted


def rounded(waits: list[float]) -> list[int]:
    """In whole seconds, upwards: what the requests themselves took has been taken off."""
    return [int(-(-wait // 1)) for wait in waits]


def test_pause_between_requests_to_a_host(server: Any, settings: FetchSettings, waits: list[float]) -> None:
    urls = [server.page("/a"), server.page("/b"), server.url("/a", host="localhost")]
    assert len(list(fetch_urls(urls, replace(settings, delay=600.0)))) == 3
    # Before each page of the first host, and before the page of the second: robots.txt was asked there.
    assert rounded(waits) == [600, 600, 600]


@pytest.mark.parametrize(
    ("rules", "wait"),
    [
        pytest.param("User-agent: *\nCrawl-delay: 300", 300, id="longer"),
        pytest.param("User-agent: *\nCrawl-delay: 3", 60, id="shorter-than-ours"),
        pytest.param("User-agent: *\nCrawl-delay: 86400", 900, id="beyond-the-longest"),
        pytest.param("User-agent: *\nCrawl-delay: slow", 60, id="no-number"),
        pytest.param("User-agent: other\nCrawl-delay: 300", 60, id="for-others"),
    ],
)
def test_pause_that_robots_txt_asks_for(
    server: Any, settings: FetchSettings, make_reply: Any, waits: list[float], rules: str, wait: int
) -> None:
    server.tell("/robots.txt", make_reply(body=rules.encode()))
    list(fetch_urls([server.page("/a")], replace(settings, delay=60.0, max_wait=900.0)))
    assert rounded(waits) == [wait]


def test_wait_doubles_with_every_attempt(
    server: Any, settings: FetchSettings, make_reply: Any, waits: list[float]
) -> None:
    url = server.tell("/a", make_reply(503))
    list(fetch_urls([url], replace(settings, backoff=10.0, retries=3)))
    assert waits == [10.0, 20.0, 40.0]


def test_wait_that_the_server_asks_for_counts_instead(
    server: Any, settings: FetchSettings, make_reply: Any, waits: list[float]
) -> None:
    url = server.tell(
        "/a", make_reply(429, headers={"Retry-After": "42"}), make_reply(body=b"x", headers=HTML)
    )
    list(fetch_urls([url], replace(settings, backoff=10.0, max_wait=60.0)))
    assert waits == [42.0]
