"""Worker processes on this machine, each in a pool of its own: when one dies, it is known what it did.

Workers are spawned, not forked: the language model and its threads do not survive a fork. They are
deaf to SIGINT and SIGTERM, which reach all processes of a terminal or a service, so that a chunk
under way can be finished; a worker that loses its parent ends by itself.
"""

from __future__ import annotations

import atexit
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process
from types import TracebackType
from typing import Any, TypeVar

from discrepancy.engine.footprint import collect_seldom, use_one_thread
from discrepancy.engine.outcome import Ended, Outcome, attempt
from discrepancy.engine.supervise import Function, supervise
from discrepancy.errors import DiscrepancyError, EngineError

Item = TypeVar("Item")
Result = TypeVar("Result")

STARTS = 3
"""Deaths while starting, in a row, after which it is not a mishap."""

RENEWED = 20_000
"""Items after which a worker is replaced: it grows by some 7 kB with each, so that two had 1.6 GB in a
night of 100,000 articles. Starting one takes 3 s."""


class ProcessEngine:
    """A fixed number of worker processes, started when first needed."""

    shared = False

    def __init__(self, workers: int, limit: float, prepare: Callable[[], Any] | None = None) -> None:
        self._limit = limit
        self._idle = [_Worker(prepare) for _ in range(max(workers, 1))]
        self._count = len(self._idle)
        self._busy: dict[Future[Ended], _Worker] = {}
        self._failed_starts = 0

    def __enter__(self) -> ProcessEngine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._busy.values():
            worker.kill()
        # All at once: each takes a while to give its memory back.
        closing = [threading.Thread(target=worker.close) for worker in self._idle]
        for thread in closing:
            thread.start()
        for thread in closing:
            thread.join()

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
        """One attempt for each worker."""
        return self._count

    def submit(self, function: Function, items: Sequence[Any], limit: float) -> Future[Ended]:
        """Hand an attempt to an idle worker, one that has started where there is one."""
        worker = self._idle.pop()
        ticket = worker.submit(function, items)
        self._busy[ticket] = worker
        return ticket

    def wait(
        self, tickets: Iterable[Future[Ended]], seconds: float
    ) -> Sequence[tuple[Future[Ended], Ended | None]]:
        """The attempts that ended; None for one whose worker died before it was ready."""
        ended = wait(tickets, timeout=seconds, return_when=FIRST_COMPLETED).done
        return [(ticket, self._end(ticket)) for ticket in ended]

    def _end(self, ticket: Future[Ended]) -> Ended | None:
        worker = self._busy.pop(ticket)
        self._idle.append(worker)
        error = ticket.exception()
        if not worker.is_ready():
            worker.kill()
            self._failed_starts += 1
            if self._failed_starts >= STARTS:
                return Ended(fatal=EngineError("worker processes die while they start; expected them to run"))
            return None
        self._failed_starts = 0
        if error is None:
            return ticket.result()
        if isinstance(error, BrokenProcessPool):
            worker.kill()
            return Ended(died="killed its worker process")
        return Ended(raised=f"{type(error).__name__}: {error}")

    def elapsed(self, ticket: Future[Ended]) -> float:
        """Seconds since the attempt was handed over, those in which its worker started not counted."""
        return self._busy[ticket].elapsed()

    def abandon(self, ticket: Future[Ended]) -> None:
        """Kill the worker; a new one is started when needed."""
        worker = self._busy.pop(ticket, None)
        if worker is not None:
            worker.kill()
            self._idle.append(worker)


class _Worker:
    """One process at a time, replaced when it has died."""

    def __init__(self, prepare: Callable[[], Any] | None) -> None:
        self._prepare = prepare
        self._pool: ProcessPoolExecutor | None = None
        self._started: Future[int] | None = None
        self._since = 0.0
        self._items = 0

    def submit(self, function: Function, items: Sequence[Any]) -> Future[Ended]:
        if self._items >= RENEWED:
            self.close()
        # Children inherit the mask, and are deaf from their first moment on.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
        try:
            if self._pool is None:
                self._items = 0
                self._pool = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
                self._started = self._pool.submit(_begin, self._prepare)
                self._started.add_done_callback(self._reset_clock)
            self._reset_clock()
            self._items += len(items)
            return self._pool.submit(attempt, function, items)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _reset_clock(self, _: object = None) -> None:
        self._since = time.monotonic()

    def elapsed(self) -> float:
        """Seconds since the last attempt could begin."""
        return time.monotonic() - self._since if self._started and self._started.done() else 0.0

    def is_ready(self) -> bool:
        """Whether the process came up.

        Raises:
            DiscrepancyError: Its preparation failed.
        """
        started = self._started
        if started is None or not started.done() or isinstance(started.exception(), BrokenProcessPool):
            return False
        error = started.exception()
        if isinstance(error, DiscrepancyError):
            raise error
        if error is not None:
            raise EngineError(f"a worker process cannot start ({type(error).__name__}: {error})") from error
        return True

    def kill(self) -> None:
        """End the process at once, if there is one."""
        pool, started = self._pool, self._started
        self._pool = self._started = None
        if pool is None:
            return
        if started and started.done() and started.exception() is None:
            # Gone already where it died by itself.
            _kill(started.result())
        pool.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """End the process when it has done what it does."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._started = None


def _kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return


def _begin(prepare: Callable[[], Any] | None) -> int:
    """First thing done in a worker: see that it does not outlive its parent, then prepare."""
    # It has nothing to put in order when it ends: to free a language model piece by piece takes a third
    # of a second.
    atexit.register(os._exit, 0)
    use_one_thread()
    collect_seldom()
    threading.Thread(target=_follow_parent, daemon=True).start()
    if prepare is not None:
        prepare()
    return os.getpid()


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
