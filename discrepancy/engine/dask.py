"""Futures on a Dask cluster, which may span machines; an extra.

Only what ``map`` is given travels, as opaque bytes. The scheduler repeats an attempt whose worker dies
until it holds it to be the culprit (``distributed.scheduler.allowed-failures``, 3 by default); a
scheduler that goes away is waited for, and then the run ends with what it has.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import pickle
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import count
from queue import Empty, Queue
from threading import Lock
from types import TracebackType
from typing import Any, TypeVar
from uuid import uuid4

from discrepancy.engine.outcome import Ended, Outcome, attempt
from discrepancy.engine.supervise import Function, supervise
from discrepancy.errors import ConfigError, EngineError, MissingExtra

Item = TypeVar("Item")
Result = TypeVar("Result")

CONNECT = 20.0
"""Seconds in which a scheduler has to answer, and after which one that went away is given up."""

ABSENCE = 60.0
"""Seconds without a single worker after which a cluster is given up; a nanny takes a few."""

_LOGGERS = ("distributed", "distributed.client")


class DaskEngine:
    """The cluster of one scheduler; as many attempts at once as it has worker processes."""

    shared = True

    def __init__(self, scheduler: str, limit: float) -> None:
        if not scheduler:
            raise ConfigError("engine 'dask' without scheduler; expected its address, such as host:8786")
        self._scheduler = scheduler
        self._limit = limit
        self._client: Any = None
        self._ended: Queue[Any] = Queue()
        self._running: set[Any] = set()
        self._begun: dict[str, float] = {}
        self._names = count()
        self._topic = f"discrepancy-{uuid4().hex}"
        self._workers = (0, 0.0)
        self._seen = time.monotonic()
        self._levels: dict[str, int] = {}

    def __enter__(self) -> DaskEngine:
        try:
            import distributed  # noqa: F401
        except ImportError as error:
            raise MissingExtra(
                "engine 'dask' is not installed; expected the extra: pip install 'discrepancy[dask]'"
            ) from error
        # What it would log on a lost scheduler is said by our own error, in one line.
        for name in _LOGGERS:
            self._levels[name] = logging.getLogger(name).level
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self._connect()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._disconnect()
        for name, level in self._levels.items():
            logging.getLogger(name).setLevel(level)

    def map(
        self,
        function: Callable[[Sequence[Item]], Sequence[Result]],
        chunks: Iterable[Sequence[Item]],
        *,
        limit: float | None = None,
        workers: int | None = None,
    ) -> Iterator[tuple[Outcome[Result], ...]]:
        """See ``Engine.map``."""
        return supervise(self, function, chunks, limit or self._limit, workers)

    def count(self) -> int:
        """One attempt for each worker process; at least one, which waits for a worker to come."""
        known, when = self._workers
        now = time.monotonic()
        if now - when >= 1:
            known = self._count_workers()
            self._workers = (known, now)
            if known:
                self._seen = now
            elif now - self._seen > ABSENCE:
                raise EngineError(f"{self._scheduler}: no workers for {ABSENCE:g} s; expected at least one")
        return max(known, 1)

    def _count_workers(self) -> int:
        try:
            return len(self._client.nthreads())
        except Exception:
            # Whatever a broken connection raises; ``wait`` finds out whether it is broken.
            return 0

    def submit(self, function: Function, items: Sequence[Any], limit: float) -> Any:
        """Send an attempt to the scheduler."""
        payload = pickle.dumps((function, tuple(items)))
        key = f"{self._topic}-{next(self._names)}"
        ticket = None
        while ticket is None:
            try:
                ticket = self._client.submit(_attempt, payload, limit, self._topic, key, key=key, pure=False)
            except Exception:
                self._reconnect()
        ticket.add_done_callback(self._ended.put)
        self._running.add(ticket)
        return ticket

    def wait(self, tickets: Iterable[Any], seconds: float) -> Sequence[tuple[Any, Ended | None]]:
        """The attempts that ended; None for those that the scheduler took with it."""
        try:
            ticket = self._ended.get(timeout=seconds)
        except Empty:
            ticket = None
        if self._client.status != "running":
            self._reconnect()
            lost = list(tickets)
            self._running.clear()
            return [(ticket, None) for ticket in lost]
        if ticket not in self._running:
            self.count()
            return []
        ended = self._end(ticket)
        self._forget(ticket)
        return [(ticket, ended)]

    def _end(self, ticket: Any) -> Ended | None:
        from distributed.scheduler import KilledWorker

        if ticket.status == "cancelled":
            return None
        error = ticket.exception()
        if error is None:
            ended: Ended = ticket.result()
            return ended
        if isinstance(error, KilledWorker):
            return Ended(died="killed its worker process")
        found = f"{self._scheduler}: its workers cannot do the work ({type(error).__name__}: {error})"
        return Ended(fatal=EngineError(f"{found}; expected this version of discrepancy on them"))

    def _forget(self, ticket: Any) -> None:
        self._running.discard(ticket)
        self._begun.pop(ticket.key, None)

    def elapsed(self, ticket: Any) -> float:
        """Seconds since a worker said that it began."""
        begun = self._begun.get(ticket.key)
        return 0.0 if begun is None else time.monotonic() - begun

    def abandon(self, ticket: Any) -> None:
        """Make the scheduler forget the attempt; its worker ends itself at the time limit."""
        self._forget(ticket)
        if self._client is not None and self._client.status == "running":
            ticket.cancel(force=True)

    def _connect(self) -> None:
        import distributed

        client: Any = distributed.Client
        try:
            self._client = client(self._scheduler, timeout=CONNECT, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise EngineError(
                f"{self._scheduler}: no scheduler answers ({type(error).__name__}); expected a Dask scheduler"
            ) from error
        self._client.subscribe_topic(self._topic, self._note_begin)
        self._seen = time.monotonic()

    def _note_begin(self, event: tuple[float, str]) -> None:
        # Their clocks may differ from ours.
        self._begun[event[1]] = time.monotonic()

    def _disconnect(self) -> None:
        if self._client is not None:
            self._client.close(timeout=2)
            self._client = None

    def _reconnect(self) -> None:
        self._disconnect()
        try:
            self._connect()
        except EngineError as error:
            raise EngineError(
                f"{self._scheduler}: the scheduler is gone; expected it to run until the end"
            ) from error


@cache
def _turn() -> Lock:
    """One attempt at a time in a worker: the time limit below is one for the whole process."""
    return Lock()


def _attempt(payload: bytes, limit: float, topic: str, name: str) -> Ended:
    """Runs in a worker, which ends itself when it takes too long: nobody can reach it from outside."""
    import distributed

    worker: Any = distributed.get_worker
    with _turn(), open(os.devnull, "w") as nowhere:
        faulthandler.dump_traceback_later(limit + 1, exit=True, file=nowhere)
        worker().log_event(topic, name)
        try:
            function, items = pickle.loads(payload)
            return attempt(function, items)
        finally:
            faulthandler.cancel_dump_traceback_later()
