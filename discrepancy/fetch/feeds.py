"""Feeds to the pages they link to, or to what they hold themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from discrepancy.errors import InputError
from discrepancy.fetch.pages import FEEDS, Fetched, Session, ValidatorCache, Wanted, open_session
from discrepancy.fetch.settings import FetchSettings
from discrepancy.load.decode import decode_bytes
from discrepancy.load.feed import entry_values, parse_feed
from discrepancy.load.xml import FEED_ROOTS, find_root, refuse_entities
from discrepancy.model import Skipped


def fetch_feed(
    url: str, settings: FetchSettings | None = None, cache: ValidatorCache | None = None
) -> Iterator[Fetched | Skipped]:
    """The pages that a feed links to, in its order; nothing where it has not changed.

    What the feed says of a page is in its ``hints``. The feed counts as unread until every one of
    its pages was delivered, so that those that failed are tried again the next time.

    Args:
        url: Address of an RSS or Atom feed.
        settings: Limits and manners; the defaults when None.
        cache: Remembers validators of feed and pages.
    """
    with open_session(settings or FetchSettings()) as session:
        yield from follow_feed(session, url, cache)


def follow_feed(session: Session, url: str, cache: ValidatorCache | None) -> Iterator[Fetched | Skipped]:
    """As ``fetch_feed``, in a session that is open."""
    feed = read_feed_at(session, url, cache)
    if isinstance(feed, Skipped):
        yield feed
        return
    fetched, entries = feed
    complete = True
    for result in session.fetch(_wanted(fetched, entries), cache):
        complete = complete and isinstance(result, Fetched)
        yield result
    keep_validators(fetched, cache, complete)
    for number, values in enumerate(entries, 1):
        if not values.get("url"):
            yield Skipped(fetched.url, number, "an entry without a link")


def read_feed_at(
    session: Session, url: str, cache: ValidatorCache | None
) -> tuple[Fetched, list[Mapping[str, object]]] | Skipped:
    """The feed and the fields that its entries give; no entries where it has not changed."""
    fetched = session.fetch_one(Wanted(url, types=FEEDS), cache)
    if isinstance(fetched, Skipped) or fetched.unchanged:
        return fetched if isinstance(fetched, Skipped) else (fetched, [])
    try:
        feed = _parse(fetched)
    except InputError as error:
        return Skipped(fetched.url, error.line, f"{error.found}; expected {error.expected}")
    site = feed.feed.get("title")
    return fetched, [{**entry_values(entry), "site": site} for entry in feed.entries]


def keep_validators(fetched: Fetched, cache: ValidatorCache | None, complete: bool) -> None:
    """Let the cache remember a feed whose entries were all dealt with."""
    if cache is not None and complete and fetched.validators and not fetched.unchanged:
        cache.put(fetched.url, fetched.validators)


def _parse(fetched: Fetched) -> Any:
    """What feedparser makes of it.

    Raises:
        InputError: It is no feed, or has no entries.
    """
    decoded = decode_bytes(fetched.data, fetched.url, markup=True, charset=fetched.charset)
    if find_root(decoded.text) not in FEED_ROOTS:
        raise InputError(fetched.url, "no feed", "RSS or Atom")
    refuse_entities(decoded.text, fetched.url)
    feed = parse_feed(decoded.text, fetched.final)
    if feed.bozo and not feed.entries:
        raise InputError(fetched.url, "a broken feed", "RSS or Atom")
    return feed


def _wanted(feed: Fetched, entries: list[Mapping[str, object]]) -> Iterator[Wanted]:
    for values in entries:
        link = values.get("url")
        if isinstance(link, str) and link:
            hints = {name: values[name] for name in ("title", "published", "modified")}
            yield Wanted(link, hints, source=feed.final)
