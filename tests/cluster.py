"""A Dask cluster of real processes: a scheduler, and machines with a nanny and its worker each."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


class Cluster:
    """Scheduler and nannies as subprocesses, each in a process group of its own, to be killed whole."""

    def __init__(self, folder: Path, machines: int) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        self.folder = folder
        self.scheduler = self._start("dask_scheduler", "--host", "127.0.0.1", "--port", str(port))
        self.machines = [self.add_machine() for _ in range(machines)]
        self._ask(lambda client: client.wait_for_workers(machines, timeout=60))

    def _start(self, module: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{module}", "--no-dashboard", *arguments]
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def add_machine(self) -> subprocess.Popen[bytes]:
        folder = ["--local-directory", str(self.folder)]
        return self._start("dask_worker", self.address, "--nworkers", "1", "--nthreads", "1", *folder)

    def _ask(self, question: Any) -> Any:
        from distributed import Client

        with Client(self.address, timeout=60, set_as_default=False) as client:
            return question(client)

    def worker_process(self) -> int:
        return int(next(iter(self._ask(lambda client: client.run(os.getpid)).values())))

    def kill_machine(self) -> None:
        machine = self.machines.pop()
        os.killpg(machine.pid, signal.SIGKILL)
        machine.wait()

    def kill_scheduler(self) -> None:
        self.scheduler.kill()
        self.scheduler.wait()

    def close(self) -> None:
        for process in (*self.machines, self.scheduler):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
