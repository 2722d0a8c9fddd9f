"""One request at a time to a host: pauses, limits to time and size, and further attempts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

import anyio
import httpx

from discrepancy.fetch.settings import FetchSettings
from discrepancy.fetch.urls import show_url

_TRANSIENT = frozenset({429, 500, 502, 503, 504})
"""Statuses after which the same request may succeed later (RFC 9110, RFC 6585)."""

_BODILESS = frozenset({301, 302, 303, 304, 307, 308})


class FetchError(Exception):
    """An address cannot be read; the message is the reason, in one line."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered to one request, redirects not followed.

    Attributes:
        url: What was asked for.
        status: HTTP status.
        headers: Header fields; names in any case.
        data: The body, unpacked; empty where a status has none that matters.
    """

    url: httpx.URL
    status: int
    headers: httpx.Headers
    data: bytes = b""


class Transport:
    """Sends requests, never two at a time to one host; closed by leaving its context."""

    def __init__(self, settings: FetchSettings) -> None:
        self._settings = settings
        self._free = anyio.Semaphore(settings.hosts)
        self._locks: defaultdict[str, anyio.Lock] = defaultdict(anyio.Lock)
        self._next: dict[str, float] = {}
        self._delays: dict[str, float] = {}
        self._client = httpx.AsyncClient(
            timeout=None,  # one limit to the whole request instead of one to each step, see _ask_once
            headers={"User-Agent": settings.user_agent, "Accept-Encoding": "gzip, deflate"},
            follow_redirects=False,
        )

    async def __aenter__(self) -> Transport:
        await self._client.__aenter__()
        return self

    async def __aexit__(self, *problem: object) -> None:
        await self._client.aclose()

    def slow_down(self, host: str, delay: float) -> None:
        """Wait at least ``delay`` seconds between two requests to ``host`` from now on."""
        self._delays[host] = delay

    async def ask(
        self, url: httpx.URL, headers: Mapping[str, str], types: frozenset[str] | None = None
    ) -> Answer:
        """What the server answers, after further attempts where that may help.

        Args:
            url: What to ask for.
            headers: Header fields beside our own.
            types: Media types whose body is wanted; None for any.

        Raises:
            FetchError: No answer in time, one too large, of another type, or an error to the end.
        """
        async with self._locks[url.host]:
            for attempt in range(self._settings.retries + 1):
                last = attempt == self._settings.retries
                wait = self._settings.backoff * 2**attempt
                try:
                    answer = await self._ask_once(url, headers, types)
                except httpx.RequestError as error:
                    if last or isinstance(error, (httpx.UnsupportedProtocol, httpx.DecodingError)):
                        raise FetchError(_describe(error)) from error
                except TimeoutError as error:
                    if last:
                        raise FetchError(f"no answer within {self._settings.timeout:g} seconds") from error
                else:
                    if answer.status not in _TRANSIENT or last:
                        return answer
                    wait = self._asked_wait(answer, wait)
                await anyio.sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def _asked_wait(self, answer: Answer, wait: float) -> float:
        asked = read_retry_after(answer.headers)
        if asked is not None and asked > self._settings.max_wait:
            raise FetchError(f"status {answer.status}, and a wait of {asked:.0f} seconds asked for")
        return wait if asked is None else asked

    async def _ask_once(
        self, url: httpx.URL, headers: Mapping[str, str], types: frozenset[str] | None
    ) -> Answer:
        await self._pause(url)
        async with self._free:
            try:
                with anyio.fail_after(self._settings.timeout):
                    async with self._client.stream("GET", url, headers=dict(headers)) as response:
                        return await self._read(response, url, types)
            finally:
                self._next[url.host] = anyio.current_time()

    async def _pause(self, url: httpx.URL) -> None:
        if url.host in self._next:
            delay = max(self._settings.delay, self._delays.get(url.host, 0.0))
            await anyio.sleep(max(0.0, self._next[url.host] + delay - anyio.current_time()))

    async def _read(self, response: httpx.Response, url: httpx.URL, types: frozenset[str] | None) -> Answer:
        if response.status_code in _BODILESS or not response.is_success:
            return Answer(url, response.status_code, response.headers)
        kind = media_type(response.headers)
        if types is not None and kind and kind not in types:
            raise FetchError(f"content of type {kind}")
        limit = self._settings.max_bytes
        length = response.headers.get("content-length", "")
        if length.isascii() and length.isdigit() and int(length) > limit:
            raise FetchError(f"{length} bytes, more than the {limit} allowed")
        data = bytearray()
        async for chunk in response.aiter_bytes():
            data += chunk
            if len(data) > limit:
                raise FetchError(f"more than the {limit} bytes allowed")
        return Answer(url, response.status_code, response.headers, bytes(data))


def media_type(headers: httpx.Headers) -> str:
    """The media type in lower case without its parameters; "" where none is given."""
    return str(headers.get("content-type", "")).partition(";")[0].strip().lower()


def read_retry_after(headers: httpx.Headers) -> float | None:
    """Seconds that the server asks to wait: a number, or the time until a date by the server's clock."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    until, now = _date(value), _date(headers.get("date", ""))
    return max(0.0, (until - now).total_seconds()) if until and now else None


def _date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _describe(error: httpx.RequestError) -> str:
    said = " ".join(str(error).split())[:120]
    kinds = {
        httpx.RemoteProtocolError: "a broken answer",
        httpx.ReadError: "a broken answer",
        httpx.DecodingError: "content packed wrongly",
    }
    kind = kinds.get(type(error), "no connection")
    return f"{kind} ({said})" if said else kind


def describe_status(answer: Answer) -> str:
    """The status that is neither success nor a redirect, in words."""
    return f"status {answer.status} from {show_url(answer.url)}"
