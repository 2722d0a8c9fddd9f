"""robots.txt (RFC 9309): what a site lets us read, asked once a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio
import httpx

from discrepancy.fetch.transport import FetchError, Transport

if TYPE_CHECKING:
    from protego import Protego

_LIMIT = 500 * 1024
"""Bytes of the file that are read; RFC 9309 asks for this much at least."""

_REDIRECTS = 5


class Robots:
    """The rules of every site asked so far."""

    def __init__(self, transport: Transport, user_agent: str, longest: float) -> None:
        self._transport = transport
        self._token = user_agent.replace("/", " ").split()[0]
        self._longest = longest
        self._locks: dict[httpx.URL, anyio.Lock] = {}
        self._rules: dict[httpx.URL, Protego | FetchError] = {}

    async def require(self, url: httpx.URL) -> None:
        """Raise unless the site lets us read ``url``.

        Raises:
            FetchError: It forbids that, or cannot be asked, which counts as forbidding.
        """
        robots = url.copy_with(raw_path=b"/robots.txt")
        async with self._locks.setdefault(robots, anyio.Lock()):
            if robots not in self._rules:
                self._rules[robots] = await self._ask(robots)
        rules = self._rules[robots]
        if isinstance(rules, FetchError):
            raise rules
        if not rules.can_fetch(str(url), self._token):
            raise FetchError("robots.txt forbids it")
        if delay := rules.crawl_delay(self._token):
            self._transport.slow_down(url.host, min(float(delay), self._longest))

    async def _ask(self, robots: httpx.URL) -> Protego | FetchError:
        from protego import Protego

        url = robots
        try:
            for _ in range(_REDIRECTS + 1):
                answer = await self._transport.ask(url, {})
                location = answer.headers.get("location")
                if not 300 <= answer.status < 400 or not location:
                    break
                url = url.join(location)
        except (FetchError, httpx.InvalidURL) as error:
            return FetchError(f"robots.txt cannot be read: {error}")
        if answer.status == 429 or answer.status >= 500:
            return FetchError(f"robots.txt cannot be read: status {answer.status}")
        # Any other failure means that there are no rules.
        text = answer.data[:_LIMIT].decode("utf-8", "replace") if answer.status < 300 else ""
        return Protego.parse(text)
