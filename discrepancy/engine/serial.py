"""Everything in the process that asks for it: no recovery from what kills a process."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import FrameType, TracebackType
from typing import Any, TypeVar

from discrepancy.engine.outcome import Ended, Outcome, attempt
from discrepancy.engine.supervise import Function, supervise

Item = TypeVar("Item")
Result = TypeVar("Result")


class _TooLong(BaseException):
    """Raised by the alarm; no ``except Exception`` on its way may take it for its own."""


@dataclass(frozen=True, slots=True, eq=False)
class _Ticket:
    function: Function
    items: Sequence[Any]
    limit: float


class SerialEngine:
    """Works here and now. Its time limit needs the main thread, as every alarm does."""

    shared = False

    def __init__(self, limit: float) -> None:
        self._limit = limit

    def __enter__(self) -> SerialEngine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to close."""

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
        """One at a time."""
        return 1

    def submit(self, function: Function, items: Sequence[Any], limit: float) -> _Ticket:
        """An attempt that is made when it is waited for: what ended before is given back first."""
        return _Ticket(function, items, limit)

    def wait(self, tickets: Iterable[_Ticket], seconds: float) -> Sequence[tuple[_Ticket, Ended | None]]:
        """Make the attempts."""
        return [(ticket, self._attempt(ticket)) for ticket in tickets]

    def elapsed(self, ticket: _Ticket) -> float:
        """Nothing: what is not waited for does not run."""
        return 0.0

    def abandon(self, ticket: _Ticket) -> None:
        """Nothing runs on."""

    def _attempt(self, ticket: _Ticket) -> Ended:
        if threading.current_thread() is not threading.main_thread():
            return attempt(ticket.function, ticket.items)

        def ring(number: int, frame: FrameType | None) -> None:
            raise _TooLong

        before = signal.signal(signal.SIGALRM, ring)
        signal.setitimer(signal.ITIMER_REAL, ticket.limit)
        try:
            return attempt(ticket.function, ticket.items)
        except _TooLong:
            return Ended(died=f"took longer than {ticket.limit:g} s")
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
