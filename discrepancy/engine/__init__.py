"""Where work is done: here, in worker processes or on a Dask cluster, with the same results.

Invariant: an engine gives back one outcome for every item of every chunk, in the order given,
whatever dies on the way. An item whose work fails is quarantined with its reason; an error of our
own (``DiscrepancyError``) concerns the whole run and is raised. Engines know nothing of articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Literal, Protocol, TypeAlias, TypeVar, get_args

from discrepancy.engine.outcome import Outcome
from discrepancy.errors import ConfigError

__all__ = ["ENGINES", "Engine", "EngineName", "Outcome", "open_engine"]

Item = TypeVar("Item")
Result = TypeVar("Result")

EngineName: TypeAlias = Literal["serial", "processes", "dask"]

ENGINES: tuple[EngineName, ...] = get_args(EngineName)
"""From one process on one machine to many on several."""

LIMIT = 300.0
"""Seconds that one chunk may take by default; a chunk of news articles takes a few."""


class Engine(Protocol):
    """Where ``map`` is carried out."""

    def map(
        self,
        function: Callable[[Sequence[Item]], Sequence[Result]],
        chunks: Iterable[Sequence[Item]],
        *,
        limit: float | None = None,
        workers: int | None = None,
    ) -> Iterator[tuple[Outcome[Result], ...]]:
        """``function`` applied to every chunk, in order.

        Chunks are drawn only as workers come free. To stop early but orderly, let ``chunks`` end: what
        has been drawn is finished and given back. Closing the iterator abandons it instead.

        Args:
            function: Picklable and pure: takes items, returns as many results. It may be called
                again, and with fewer of the items, when it fails or its worker dies.
            chunks: What to work on.
            limit: Seconds that one chunk may take, instead of the engine's.
            workers: Most chunks under way at once, where the work is too little for all workers.

        Yields:
            For each chunk, one outcome for each of its items.

        Raises:
            EngineError: Workers cannot be started, or are lost for good.
            DiscrepancyError: Whatever ``function`` raised of our own errors.
        """
        ...


def open_engine(
    name: str,
    *,
    workers: int = 1,
    scheduler: str = "",
    limit: float = LIMIT,
    prepare: Callable[[], Any] | None = None,
) -> AbstractContextManager[Engine]:
    """The engine called ``name``; its workers live as long as the ``with`` block.

    Args:
        name: One of ``ENGINES``.
        workers: Number of worker processes, for ``processes``.
        scheduler: Address of the Dask scheduler ("host:8786"), for ``dask``.
        limit: Seconds that one chunk may take.
        prepare: Called once in each new worker process, for what is costly to load.

    Raises:
        ConfigError: There is no such engine.
        MissingExtra: The engine is an extra that is not installed.
        EngineError: On entering: the scheduler cannot be reached.
    """
    match name:
        case "serial":
            from discrepancy.engine.serial import SerialEngine

            return SerialEngine(limit)
        case "processes":
            from discrepancy.engine.processes import ProcessEngine

            return ProcessEngine(workers, limit, prepare)
        case "dask":
            from discrepancy.engine.dask import DaskEngine

            return DaskEngine(scheduler, limit)
    raise ConfigError(f"engine {name!r} is unknown; expected one of {', '.join(ENGINES)}")
