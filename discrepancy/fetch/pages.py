"""Addresses to what stands there: redirects, conditional requests, and the order kept."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

import httpx
from anyio.from_thread import BlockingPortal, start_blocking_portal

from discrepancy.fetch.robots import Robots
from discrepancy.fetch.settings import FetchSettings
from discrepancy.fetch.transport import Answer, FetchError, Transport, describe_status
from discrepancy.fetch.urls import leads_inside, parse_url, show_url
from discrepancy.model import Skipped

PAGES = frozenset({"text/html", "application/xhtml+xml"})
"""Media types of pages; what names none is looked into."""

FEEDS = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
        "text/html",
        "text/plain",
    }
)
"""Media types under which feeds are sent, the last two by mistake."""

_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.I)
_AHEAD = 4
"""Pages for each host asked at the same time that are fetched before their turn, and kept in memory."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands at an address.

    Attributes:
        url: The address asked for, without name and password.
        final: The address that answered, after redirects.
        data: The body, unpacked; empty when ``unchanged``.
        charset: Character set that the server declared, or None.
        unchanged: Whether the server says that it has not changed since the cache's validators.
        validators: What the cache keeps for the next time.
        hints: Fields of an article that the feed gave for this page.
    """

    url: str
    final: str
    data: bytes
    charset: str | None = None
    unchanged: bool = False
    validators: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, object] = field(default_factory=dict)


class ValidatorCache(Protocol):
    """Keeps what servers say for conditional requests: ``etag``, ``last_modified``, ``final``."""

    def get(self, url: str) -> Mapping[str, str] | None:
        """What was put for ``url``, or None."""

    def put(self, url: str, known: Mapping[str, str]) -> None:
        """Keep ``known`` for ``url``."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to fetch, what the feed said of it, and which media types will do."""

    url: str
    hints: Mapping[str, object] = field(default_factory=dict)
    types: frozenset[str] = PAGES
    source: str | None = None


class Session:
    """Fetches in a thread of its own, several hosts at a time; results come in the order asked for."""

    def __init__(self, settings: FetchSettings, portal: BlockingPortal, transport: Transport) -> None:
        self.settings = settings
        self._portal = portal
        self._transport = transport
        self._robots = Robots(transport, settings.user_agent, settings.max_wait)
        self._claimed: set[str] = set()

    def fetch(
        self, wanted: Iterable[Wanted], cache: ValidatorCache | None = None
    ) -> Iterator[Fetched | Skipped]:
        """Each address's content or why there is none; what was claimed before is passed over.

        An address's validators are put into the cache when the caller comes back for the next one,
        so that what is lost in a crash is fetched again.
        """
        waiting: deque[Future[Fetched | Skipped]] = deque()
        for want in wanted:
            if not self.claim(want.url):
                continue
            waiting.append(self._start(want, cache))
            if len(waiting) > _AHEAD * self.settings.hosts:
                yield from _deliver(waiting.popleft(), cache)
        while waiting:
            yield from _deliver(waiting.popleft(), cache)

    def fetch_one(self, want: Wanted, cache: ValidatorCache | None = None) -> Fetched | Skipped:
        """One address's content, claimed or not; the cache is asked and not told."""
        return self._start(want, cache).result()

    def claim(self, url: str) -> bool:
        """Whether nobody has asked for this address before, in this session."""
        shown = show_url(url)
        new = shown not in self._claimed
        self._claimed.add(shown)
        return new

    def _start(self, want: Wanted, cache: ValidatorCache | None) -> Future[Fetched | Skipped]:
        # The cache is used in the caller's thread only: databases want that.
        known = cache.get(show_url(want.url)) if cache is not None else None
        return self._portal.start_task_soon(self._fetch, want, known or {})

    async def _fetch(self, want: Wanted, known: Mapping[str, str]) -> Fetched | Skipped:
        try:
            return _make_fetched(want, await self._follow(want, known))
        except (FetchError, ValueError, OSError, httpx.HTTPError, httpx.InvalidURL) as error:
            return Skipped(show_url(want.url), None, " ".join(str(error).split()))

    async def _follow(self, want: Wanted, known: Mapping[str, str]) -> Answer:
        """The answer at the end of the redirects.

        Raises:
            FetchError: There is none, or none that is a success.
            ValueError: The address is none.
        """
        url = parse_url(want.url)
        origin = parse_url(want.source) if want.source else url
        for _ in range(self.settings.max_redirects + 1):
            if leads_inside(origin, url):
                raise FetchError(f"a link into a private network ({show_url(url)})")
            if self.settings.robots:
                await self._robots.require(url)
            conditions = _conditions(url, known)
            answer = await self._transport.ask(url, conditions, want.types)
            location = answer.headers.get("location")
            if answer.status in {301, 302, 303, 307, 308} and location:
                # A name and password go no further than the host they were given for.
                target = parse_url(str(url.copy_with(userinfo=b"").join(location)))
                same = (target.scheme, target.netloc) == (url.scheme, url.netloc)
                url = target.copy_with(userinfo=url.userinfo) if same and url.userinfo else target
                continue
            if 200 <= answer.status < 300 or (answer.status == 304 and conditions):
                return answer
            raise FetchError(describe_status(answer))
        raise FetchError(f"more than {self.settings.max_redirects} redirects")


@contextmanager
def open_session(settings: FetchSettings) -> Iterator[Session]:
    """A session; leaving it ends what is still being fetched."""
    with (
        start_blocking_portal("asyncio") as portal,
        portal.wrap_async_context_manager(Transport(settings)) as transport,
    ):
        yield Session(settings, portal, transport)


def fetch_urls(
    urls: Iterable[str], settings: FetchSettings | None = None, cache: ValidatorCache | None = None
) -> Iterator[Fetched | Skipped]:
    """What stands at each address, in the order given and each once.

    Args:
        urls: Addresses of pages.
        settings: Limits and manners; the defaults when None.
        cache: Remembers validators, so that an unchanged page is not sent again.
    """
    with open_session(settings or FetchSettings()) as session:
        yield from session.fetch(map(Wanted, urls), cache)


def _deliver(future: Future[Fetched | Skipped], cache: ValidatorCache | None) -> Iterator[Fetched | Skipped]:
    result = future.result()
    yield result
    if cache is not None and isinstance(result, Fetched) and not result.unchanged and result.validators:
        cache.put(result.url, result.validators)


def _conditions(url: httpx.URL, known: Mapping[str, str]) -> dict[str, str]:
    """Header fields that ask for a page only if it has changed, for the address that they came from."""
    if known.get("final") != show_url(url):
        return {}
    names = {"If-None-Match": "etag", "If-Modified-Since": "last_modified"}
    return {name: known[key] for name, key in names.items() if known.get(key)}


def _make_fetched(want: Wanted, answer: Answer) -> Fetched:
    final = show_url(answer.url)
    validators = {
        key: value
        for key, name in (("etag", "etag"), ("last_modified", "last-modified"))
        if (value := answer.headers.get(name))
    }
    match = _CHARSET.search(answer.headers.get("content-type", ""))
    return Fetched(
        url=show_url(want.url),
        final=final,
        data=answer.data,
        charset=match[1] if match else None,
        unchanged=answer.status == 304,
        validators={**validators, "final": final} if validators else {},
        hints=want.hints,
    )
