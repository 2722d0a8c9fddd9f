"""The publication date: ISO 8601, RFC 2822, or an unambiguous date in English words or figures."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

_ISO = re.compile(r"\d{4}-?\d\d-?\d\d(?!\d)|\d{4}-?W\d\d")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def parse_published(value: str | date) -> datetime:
    """The moment that ``value`` gives: naive when it names no zone, midnight when it names no time.

    Zones become fixed offsets, which compare and travel between processes without their database.

    Raises:
        ValueError: It is no date, lacks day, month or year, or can be read in two ways.
    """
    if isinstance(value, datetime):
        # A pandas timestamp has nanoseconds and its own arithmetic.
        to_plain = getattr(value, "to_pydatetime", None)
        return _fix_zone(to_plain(warn=False) if to_plain else value)
    if isinstance(value, date):
        return datetime.combine(value, time())
    text = " ".join(value.split())
    moment = _parse_iso(text) or _parse_mail(text) or _parse_words(text)
    if moment is None:
        raise ValueError("not a date")
    return _fix_zone(moment)


def _parse_iso(text: str) -> datetime | None:
    if not _ISO.match(text):
        return None
    # "2022-02-24 05:30:00 +0000" as feeds and databases print it; the parser wants no space there.
    text = re.sub(r"\s*(?:UTC|GMT)$", "Z", text)
    text = re.sub(r"(?<=\d) (?=[+-]\d\d:?\d\d$)", "", text)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _parse_mail(text: str) -> datetime | None:
    if not re.match(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d?:\d\d", text):
        return None
    try:
        return parsedate_to_datetime(text)
    except ValueError:
        return None


def _parse_words(text: str) -> datetime | None:
    """What dateparser reads; both orders of day and month must give the same."""
    if not _YEAR.search(text):  # it would supply this year from the clock
        return None
    readings = {reading for order in ("DMY", "MDY") if (reading := _read(text, order)) is not None}
    if len(readings) > 1:
        raise ValueError("day and month can be either way round")
    return readings.pop() if readings else None


def _read(text: str, order: str) -> datetime | None:
    found = _parser(order).get_date_data(text)
    if found.date_obj is None or found.period not in {"day", "time"}:
        return None
    moment: datetime = found.date_obj
    return moment


@cache
def _parser(order: str) -> Any:
    from dateparser.date import DateDataParser

    settings = {
        "DATE_ORDER": order,
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RETURN_TIME_AS_PERIOD": True,
    }
    return DateDataParser(languages=["en"], settings=settings)


def _fix_zone(moment: datetime) -> datetime:
    offset = moment.utcoffset()
    if offset is None:
        return moment.replace(tzinfo=None)
    minutes = timedelta(minutes=round(offset / timedelta(minutes=1)))
    return moment.replace(tzinfo=timezone(minutes))
