"""A nightly run that kills itself at its nth write to the store: ``python -m tests.nightly.killed``."""

import os
import signal
import sys
from pathlib import Path

from discrepancy.nightly import run_nightly
from discrepancy.nightly.settings import NightlySettings
from discrepancy.store.connection import Database
from tests.nightly.newsroom import TONIGHT


def main(config: str, left: int) -> None:
    write = Database.write

    def write_or_die(self, sql, values=()):
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return write(self, sql, values)

    Database.write = write_or_die
    run_nightly(NightlySettings.read(Path(config)), now=TONIGHT)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
