"""Signals that ask the run to leave: the chunk under way is finished and committed first."""

from __future__ import annotations

import signal
import threading
from types import FrameType, TracebackType

from discrepancy.errors import DiscrepancyError

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupted(DiscrepancyError):
    """The run was asked to leave; the next one goes on from here."""


class Interruption:
    """Listens for SIGINT and SIGTERM inside its ``with`` block.

    A second SIGINT, from somebody who will not wait, ends the run at once; a second SIGTERM is the
    same wish again, for services send it to every process and wrappers pass it on. Outside of the
    main thread nothing is listened for, since signals arrive there only.
    """

    def __init__(self) -> None:
        self.asked = ""
        self._before: dict[int, object] = {}

    def check(self) -> None:
        """Leave if that was asked.

        Raises:
            Interrupted: It was.
        """
        if self.asked:
            raise Interrupted(f"interrupted by {self.asked}; run again to go on")

    def __enter__(self) -> Interruption:
        if threading.current_thread() is threading.main_thread():
            for number in SIGNALS:
                self._before[number] = signal.signal(number, self._ask)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]

    def _ask(self, number: int, frame: FrameType | None) -> None:
        if self.asked and number == signal.SIGINT:
            raise KeyboardInterrupt
        self.asked = signal.Signals(number).name
