"""How a process runs: in one thread, more being started by us, as processes; and seldom tidying up."""

from __future__ import annotations

import gc
import os

_NAMES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def use_one_thread() -> None:
    """Have numpy multiply in the process's own thread, where it is not loaded and nothing else was said.

    The matrices of a story are small, and the threads that wait for a share of them do so busily: they
    took a sixth of all that checking costs.
    """
    for name in _NAMES:
        os.environ.setdefault(name, "1")


def collect_seldom() -> None:
    """Have Python look for unreachable cycles once in 50,000 objects and not in 700.

    Analysed texts are many small objects, all reachable and without cycles: looking through them again
    and again took a tenth of the time.
    """
    gc.set_threshold(50_000, 20, 100)
