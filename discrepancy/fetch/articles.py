"""What was fetched to articles: the nightly run's way to feeds and addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from discrepancy.errors import InputError
from discrepancy.fetch.feeds import follow_feed, keep_validators, read_feed_at
from discrepancy.fetch.pages import Fetched, Session, ValidatorCache, Wanted, open_session
from discrepancy.fetch.settings import FetchSettings
from discrepancy.load.article import build_article
from discrepancy.load.html import read_page
from discrepancy.load.record import Record
from discrepancy.model import Article, Skipped


def fetch_articles(
    feeds: Iterable[str] = (),
    urls: Iterable[str] = (),
    settings: FetchSettings | None = None,
    cache: ValidatorCache | None = None,
) -> Iterator[Article | Skipped]:
    """The articles that feeds link to and that stand at addresses, each address once.

    An article's id is the address asked for. Nothing comes for pages that have not changed since
    the validators in ``cache``; those are put there when the caller comes back for the next article.

    Args:
        feeds: Addresses of RSS and Atom feeds.
        urls: Addresses of pages.
        settings: Limits and manners; the defaults when None. With ``follow`` off, articles are what
            the feeds themselves hold.
        cache: Remembers validators between runs.
    """
    settings = settings or FetchSettings()
    with open_session(settings) as session:
        for feed in dict.fromkeys(feeds):
            if settings.follow:
                yield from _read_pages(follow_feed(session, feed, cache))
            else:
                yield from _read_feed(session, feed, cache)
        yield from _read_pages(session.fetch(map(Wanted, urls), cache))


def _read_pages(results: Iterable[Fetched | Skipped]) -> Iterator[Article | Skipped]:
    for result in results:
        if isinstance(result, Skipped):
            yield result
        else:
            yield from _read_page(result)


def _read_page(fetched: Fetched) -> Iterator[Article | Skipped]:
    if fetched.unchanged:
        return
    try:
        page = read_page(fetched.data, fetched.url, charset=fetched.charset, url=fetched.final)
        # What the page says of itself goes before what its feed says.
        said = {name: value for name, value in page.values.items() if value}
        yield build_article(replace(page, values={**fetched.hints, **said, "id": fetched.url}), fetched.url)
    except InputError as error:
        yield Skipped(fetched.url, None, f"{error.found}; expected {error.expected}")


def _read_feed(session: Session, url: str, cache: ValidatorCache | None) -> Iterator[Article | Skipped]:
    feed = read_feed_at(session, url, cache)
    if isinstance(feed, Skipped):
        yield feed
        return
    fetched, entries = feed
    for number, values in enumerate(entries, 1):
        link = values.get("url")
        if link and not session.claim(str(link)):
            continue
        id_ = str(link or f"{fetched.url}#{number}")
        site = values.get("site")
        record = Record({**values, "id": id_}, site=site if isinstance(site, str) else None)
        try:
            yield build_article(record, fetched.url)
        except InputError as error:
            yield Skipped(id_, None, f"{error.found}; expected {error.expected}")
    keep_validators(fetched, cache, complete=True)
