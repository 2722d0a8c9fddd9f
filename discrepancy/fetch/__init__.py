"""Pages and feeds from the Web, fetched politely; only the nightly run uses this, a check never does.

One connection to a host at a time and a pause between two requests, robots.txt obeyed, conditional
requests, a limit to time and size. Whatever goes wrong with one address is listed as skipped and
never keeps another from being read.
"""

from __future__ import annotations

from discrepancy.fetch.articles import fetch_articles
from discrepancy.fetch.feeds import fetch_feed
from discrepancy.fetch.pages import Fetched, ValidatorCache, fetch_urls
from discrepancy.fetch.settings import FetchSettings
from discrepancy.fetch.urls import read_url_list

__all__ = [
    "FetchSettings",
    "Fetched",
    "ValidatorCache",
    "fetch_articles",
    "fetch_feed",
    "fetch_urls",
    "read_url_list",
]
