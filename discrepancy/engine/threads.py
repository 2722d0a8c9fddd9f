"""One thread for each process: more of them are started by us, as processes, or not at all."""

from __future__ import annotations

import os

_NAMES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def use_one_thread() -> None:
    """Have numpy multiply in the process's own thread, where it is not loaded and nothing else was said.

    The matrices of a story are small, and the threads that wait for a share of them do so busily: they
    took a sixth of all that checking costs.
    """
    for name in _NAMES:
        os.environ.setdefault(name, "1")
