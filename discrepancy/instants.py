"""Times of publication as instants that can be ordered, whatever zone each outlet writes."""

from __future__ import annotations

from datetime import UTC, datetime


def in_utc(moment: datetime) -> datetime:
    """The same instant in UTC; a time without a zone is taken as UTC, as most wires write it."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
