"""Addresses: which ones may be fetched, how they are shown, and lists of them in files."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from pathlib import Path

import httpx

from discrepancy.errors import InputError
from discrepancy.load.decode import decode_bytes
from discrepancy.load.paths import describe_os_error

_SCHEMES = frozenset({"http", "https"})


def parse_url(text: str) -> httpx.URL:
    """The address that ``text`` is, without its fragment, which is never sent.

    Raises:
        ValueError: It is none that can be fetched; the message says why.
    """
    try:
        url = httpx.URL(text.strip())
        host, scheme = url.host, url.scheme
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise ValueError("not an address") from error
    if scheme not in _SCHEMES:
        raise ValueError(f"scheme {scheme!r}, expected http or https" if scheme else "not an address")
    if not host:
        raise ValueError("an address without a host")
    return url.copy_with(fragment=None)


def show_url(url: httpx.URL | str) -> str:
    """The address as it may be printed and kept: without the name and password it may hold."""
    try:
        parsed = httpx.URL(url)
        return str(parsed.copy_with(userinfo=b"", fragment=None) if parsed.is_absolute_url else parsed)
    except (httpx.InvalidURL, ValueError, UnicodeError):
        return " ".join(str(url).split())[:200]


def leads_inside(source: httpx.URL, target: httpx.URL) -> bool:
    """Whether a public page points at a private address, as pages do that want to look behind a wall."""
    return is_private(target.host) and not is_private(source.host)


def is_private(host: str) -> bool:
    """Whether a host is, by its name or number alone, this machine or its local network."""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return False


def read_url_list(path: str | Path) -> Iterator[str]:
    """The addresses in a file, one a line; blank lines and those that begin with ``#`` are passed over.

    Raises:
        InputError: The file cannot be read, or a line is no address that can be fetched.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(str(path), describe_os_error(error), "a file with one address a line") from error
    lines = decode_bytes(data, str(path)).text.splitlines() if data else []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            parse_url(line)
        except ValueError as error:
            raise InputError(str(path), f"{line.strip()[:60]!r} ({error})", "an address", number) from error
        yield line.strip()
