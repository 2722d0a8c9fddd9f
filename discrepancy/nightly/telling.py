"""What a run tells while it works: a log of events, and how far it is."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeAlias

LOGGER = "discrepancy.nightly"
"""Name of the logger; its records carry their details in ``details``."""

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with the stage's name, how much of it is done and how much there is (0: unknown)."""


def _show_nobody(stage: str, done: int, total: int) -> None:
    """Progress for callers that want none."""


@dataclass(slots=True)
class Teller:
    """Events to the log, progress to whoever watches, and what each stage took.

    Attributes:
        seconds: For each stage how long it took, for the manifest.
    """

    progress: Progress = _show_nobody
    seconds: dict[str, float] = field(default_factory=dict)

    def info(self, event: str, **details: object) -> None:
        """Log what happened."""
        logging.getLogger(LOGGER).info(event, extra={"details": details})

    def warn(self, event: str, **details: object) -> None:
        """Log what somebody should look at."""
        logging.getLogger(LOGGER).warning(event, extra={"details": details})

    @contextmanager
    def stage(self, name: str) -> Iterator[dict[str, object]]:
        """Time a stage and log its end, with what is put into the dictionary."""
        begun = time.monotonic()
        details: dict[str, object] = {}
        try:
            yield details
        finally:
            seconds = round(time.monotonic() - begun, 3)
            self.seconds[name] = round(self.seconds.get(name, 0.0) + seconds, 3)
        self.info(f"{name} done", seconds=seconds, **details)


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, event and its details."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"time": moment, "level": record.levelname.lower(), "event": record.getMessage()}
        return json.dumps({**line, **getattr(record, "details", {})}, ensure_ascii=False, default=str)
