"""One rule for all engines: what dies is taken apart until the culprit stands alone.

A chunk whose function raises, whose worker dies or that takes too long is split and tried again; an
item that fails alone is quarantined. A worker may be killed by somebody else, so nothing is
blamed for a death before it has happened to it alone, and twice.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Protocol, TypeAlias

from discrepancy.engine.outcome import Ended, Outcome

Function: TypeAlias = Callable[[Sequence[Any]], Sequence[Any]]
Outcomes: TypeAlias = tuple[Outcome[Any], ...]

DEATHS = 2
"""Deaths of its worker after which a lone item is blamed."""

_AHEAD = 2
"""Chunks drawn, for each worker, before the oldest is given back: bounds what is held in memory."""

_PATIENCE = 1.0
"""Seconds at most between two looks at the clock while nothing ends."""


class Crew(Protocol):
    """Workers that take attempts; a ticket stands for an attempt under way.

    Attributes:
        shared: Whether two attempts may be in one worker, so that a death blames both: suspects
            are then tried alone, and the crew itself tries an attempt again when its worker dies.
    """

    shared: bool

    def count(self) -> int:
        """How many attempts can run at once; at least 1."""

    def submit(self, function: Function, items: Sequence[Any], limit: float) -> Any:
        """Begin an attempt that may take ``limit`` seconds, and return its ticket."""

    def wait(self, tickets: Iterable[Any], seconds: float) -> Sequence[tuple[Any, Ended | None]]:
        """Tickets that ended, after at most ``seconds``; None when the attempt never began."""

    def elapsed(self, ticket: Any) -> float:
        """Seconds for which an attempt has run."""

    def abandon(self, ticket: Any) -> None:
        """Give up an attempt that runs, killing its worker if need be."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Some items of one chunk in a row, and how often their worker died."""

    chunk: int
    first: int
    items: tuple[Any, ...]
    deaths: int = 0


@dataclass(slots=True)
class _Board:
    """What is to be done, what runs and what is done."""

    source: Iterator[tuple[int, tuple[Any, ...]]]
    suspects: deque[_Part] = field(default_factory=deque)
    running: dict[Any, _Part] = field(default_factory=dict)
    done: dict[int, list[Outcome[Any] | None]] = field(default_factory=dict)

    def draw(self) -> _Part | None:
        """The next chunk, empty ones passed over."""
        for chunk, items in self.source:
            self.done[chunk] = [None] * len(items)
            if items:
                return _Part(chunk, 0, items)
        return None

    def settle(self, part: _Part, outcomes: Sequence[Outcome[Any]]) -> None:
        self.done[part.chunk][part.first : part.first + len(part.items)] = outcomes


def supervise(
    crew: Crew,
    function: Function,
    chunks: Iterable[Sequence[Any]],
    limit: float,
    workers: int | None = None,
) -> Iterator[Outcomes]:
    """The outcomes of every chunk, in order; see ``Engine.map``."""
    board = _Board((number, tuple(chunk)) for number, chunk in enumerate(chunks))
    begin = partial(crew.submit, function, limit=limit)
    following = 0
    try:
        while True:
            _fill(board, crew, begin, workers)
            while following in board.done and None not in board.done[following]:
                yield tuple(outcome for outcome in board.done.pop(following) if outcome)
                following += 1
                _fill(board, crew, begin, workers)
            if not board.running:
                return
            _collect(board, crew, limit)
    finally:
        for ticket in board.running:
            crew.abandon(ticket)


def _fill(board: _Board, crew: Crew, begin: Callable[[Sequence[Any]], Any], workers: int | None) -> None:
    """Begin as much as there are workers for: suspects first, then new chunks."""
    count = min(crew.count(), workers or crew.count())
    while len(board.running) < count:
        if board.suspects:
            if crew.shared and board.running:
                return
            part: _Part | None = board.suspects.popleft()
        elif (crew.shared and any(p.deaths for p in board.running.values())) or (
            len(board.done) >= _AHEAD * count
        ):
            return
        else:
            part = board.draw()
        if part is None:
            return
        board.running[begin(part.items)] = part


def _collect(board: _Board, crew: Crew, limit: float) -> None:
    """Wait until something ends or has run too long, and settle it."""
    left = limit - max(map(crew.elapsed, board.running))
    for ticket, ended in crew.wait(board.running, min(_PATIENCE, max(left, 0.0))):
        part = board.running.pop(ticket)
        if ended is None:
            board.suspects.appendleft(part)
        else:
            _judge(board, part, ended, crew.shared)
    for ticket in [ticket for ticket in board.running if crew.elapsed(ticket) >= limit]:
        part = board.running.pop(ticket)
        crew.abandon(ticket)
        _judge(board, part, Ended(died=f"took longer than {limit:g} s"), crew.shared)


def _judge(board: _Board, part: _Part, ended: Ended, shared: bool) -> None:
    if ended.fatal is not None:
        raise ended.fatal
    if ended.results is not None:
        board.settle(part, [Outcome(result) for result in ended.results])
    elif len(part.items) > 1:
        board.suspects.extendleft(reversed(_split(part, bool(ended.died), shared)))
    elif ended.died and part.deaths + 1 < DEATHS:
        board.suspects.appendleft(replace(part, deaths=part.deaths + 1))
    else:
        board.settle(part, [Outcome(reason=ended.raised or ended.died)])


def _split(part: _Part, died: bool, shared: bool) -> list[_Part]:
    """Halves; lone items where a death is dear because the crew repeats it before it gives up."""
    size = 1 if died and shared else (len(part.items) + 1) // 2
    deaths = 1 if died and shared else 0
    return [
        _Part(part.chunk, part.first + start, part.items[start : start + size], deaths)
        for start in range(0, len(part.items), size)
    ]
