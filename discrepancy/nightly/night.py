"""What all stages of one run share."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, TypeVar

from discrepancy.config import Config
from discrepancy.engine import Engine, Outcome
from discrepancy.model import Article
from discrepancy.nightly.interrupt import Interruption
from discrepancy.nightly.settings import NightlySettings
from discrepancy.nightly.telling import Teller
from discrepancy.nightly.work import ship
from discrepancy.store import Run, Store

WORTH_A_WORKER = 500
"""Articles to be analysed from which another worker is worth its start, which takes as long as some
hundred; reading terms and checking take half as long or less."""

Job = TypeVar("Job")
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Night:
    """One run under way.

    Attributes:
        now: The clock when it started, or was taken up again.
    """

    store: Store
    run: Run
    settings: NightlySettings
    engine: Engine
    teller: Teller
    stop: Interruption
    now: datetime

    def work(
        self,
        stage: str,
        function: Callable[[Sequence[Item], Config], list[Any]],
        chunks: Sequence[Sequence[Job]],
        load: Callable[[Sequence[Job]], Sequence[Item]],
        commit: Callable[[Job, Item, Outcome[Any]], None],
        weigh: Callable[[Job], float] = lambda job: 1.0,
    ) -> None:
        """Have every chunk worked on, and commit it as it comes back.

        Args:
            stage: Its name, for whoever watches.
            function: What workers do.
            chunks: What is to be done.
            load: Makes the items that are sent out of a chunk; called when a worker is free.
            commit: Stores what became of one item, inside a transaction for the chunk.
            weigh: How many articles to be analysed a job takes as long as.

        Raises:
            Interrupted: A signal came; what was under way is committed.
        """
        drawn: deque[tuple[Sequence[Job], Sequence[Item]]] = deque()

        def draw() -> Iterator[Sequence[Item]]:
            for chunk in chunks:
                if self.stop.asked:
                    return
                drawn.append((chunk, load(chunk)))
                yield drawn[-1][1]

        total, done = sum(map(len, chunks)), 0
        work = ship(function, self.settings.check)
        weight = sum(map(weigh, chain.from_iterable(chunks)))
        for outcomes in self.engine.map(work, draw(), workers=math.ceil(weight / WORTH_A_WORKER)):
            chunk, items = drawn.popleft()
            with self.store.transaction():
                for job, item, outcome in zip(chunk, items, outcomes, strict=True):
                    commit(job, item, outcome)
            done += len(chunk)
            self.teller.progress(stage, done, total)
        self.stop.check()

    def set_aside(
        self, key: str, stage: str, subject: str, reason: str, article: Article | None = None
    ) -> None:
        """Put an article's content or a story into quarantine, and say so."""
        self.store.quarantine.add(key, stage, subject, reason, self.run.number)
        named = {"article": article.id, "source": article.source} if article else {"story": subject}
        self.teller.warn("set aside", stage=stage, reason=reason, **named)
