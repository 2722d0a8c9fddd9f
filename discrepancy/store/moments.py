"""Times as text and as seconds; a time without a zone is taken as UTC where times are ordered."""

from __future__ import annotations

from datetime import UTC, datetime

from discrepancy.instants import in_utc


def write_moment(moment: datetime | None) -> str | None:
    """ISO 8601 with the zone that was given, if any."""
    return None if moment is None else moment.isoformat()


def read_moment(text: str | None) -> datetime | None:
    """What ``write_moment`` wrote."""
    return None if text is None else datetime.fromisoformat(text)


def seconds(moment: datetime) -> float:
    """Seconds since 1970 UTC."""
    return in_utc(moment).timestamp()


def from_seconds(value: float) -> datetime:
    """The time, UTC."""
    return datetime.fromtimestamp(value, UTC)
