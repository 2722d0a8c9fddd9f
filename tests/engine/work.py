"""Functions that worker processes import: harmless ones, and such as kill, hang or raise."""

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

from discrepancy.errors import ConfigError


def double(items: Sequence[int]) -> list[int]:
    return [2 * item for item in items]


def poison(items: Sequence[int]) -> list[int]:
    """Raises on 13, kills its process on 23, hangs on 33."""
    for item in items:
        if item == 13:
            raise ValueError(f"{item} is bad luck")
        if item == 23:
            os.kill(os.getpid(), signal.SIGKILL)
        if item == 33:
            time.sleep(600)
    return double(items)


def unlucky(items: Sequence[int]) -> list[int]:
    """Raises on 13, hangs on 33: what every engine survives."""
    return poison([item for item in items if item != 23]) if 23 not in items else double(items)


def fall_once(items: Sequence[tuple[str, int]]) -> list[int]:
    """Killed, as by somebody else, the first time that an item is met; ``str`` is a folder of marks."""
    for folder, item in items:
        mark = Path(folder) / str(item)
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return [2 * item for _, item in items]


def slow(items: Sequence[int]) -> list[int]:
    time.sleep(0.3)
    return double(items)


def tell_process(items: Sequence[int]) -> list[int]:
    return [os.getpid()] * len(items)


def misconfigured(items: Sequence[int]) -> list[int]:
    raise ConfigError("no such model")


def forget_one(items: Sequence[int]) -> list[int]:
    return double(items)[1:]


def raise_odd_error(items: Sequence[int]) -> list[int]:
    class UnpicklableError(Exception):
        def __init__(self, one: int, two: int) -> None:
            super().__init__("it broke\nin two lines")

    raise UnpicklableError(1, 2)


def count_threads(numbers: Sequence[int]) -> list[int]:
    """How many threads the process has once it has multiplied matrices large enough to be shared out."""
    import numpy as np

    matrix = np.ones((400, 400))
    return [len(os.listdir("/proc/self/task")) * bool((matrix @ matrix).any()) for _ in numbers]


def fail_to_prepare() -> None:
    raise ConfigError("cannot prepare")


def die() -> None:
    os._exit(1)
