"""How politely to fetch."""

from __future__ import annotations

from dataclasses import dataclass, fields

from discrepancy.errors import ConfigError

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """Limits and manners; the defaults suit a nightly run.

    Attributes:
        user_agent: What we call ourselves; its first word is looked up in robots.txt. Newsrooms add
            an address here at which they can be reached.
        timeout: Seconds that one request may take from connecting to the last byte.
        max_bytes: Bytes that a page may have, unpacked.
        max_redirects: Redirects followed for one address.
        retries: Further attempts after a server's error or a broken connection.
        backoff: Seconds before the first of them, doubled each time.
        max_wait: Longest wait in seconds that a server may ask for; it is given up beyond that.
        delay: Seconds between two requests to one host; a longer one in robots.txt counts instead.
        hosts: Hosts that are asked at the same time.
        robots: Whether to obey robots.txt.
        follow: Whether to read the pages that a feed links to; else what the feed itself holds.

    Raises:
        ConfigError: A number is negative, or nothing could be fetched with it.
    """

    user_agent: str = "discrepancy"
    timeout: float = 30.0
    max_bytes: int = 8 * _MEBIBYTE
    max_redirects: int = 5
    retries: int = 3
    backoff: float = 1.0
    max_wait: float = 60.0
    delay: float = 1.0
    hosts: int = 8
    robots: bool = True
    follow: bool = True

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            least = 1 if field.name in {"max_bytes", "hosts"} else 0
            if isinstance(value, (int, float)) and value < least:
                raise ConfigError(f"{field.name} = {value!r}; expected {least} or more")
        if not self.timeout:
            raise ConfigError("timeout = 0; expected seconds, more than 0")
        agent = self.user_agent
        if not (agent.strip() and agent.isascii() and agent.isprintable()):
            raise ConfigError(f"user_agent = {agent!r}; expected a name in ASCII")
