"""Who is told that a report is ready: a command, a webhook. Neither can spoil the run."""

from __future__ import annotations

import json
import shlex
import subprocess
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from discrepancy.nightly.settings import HookSettings

AGENT = "discrepancy-nightly"


def run_hooks(hooks: HookSettings, base: Path, table: Mapping[str, Any]) -> list[str]:
    """Tell everybody who is to be told; what went wrong, one line each.

    Args:
        hooks: Whom.
        base: Folder in which the command is started.
        table: The summary, sent as JSON.
    """
    data = json.dumps(table, ensure_ascii=False).encode("utf-8", "backslashreplace")
    failures = []
    if hooks.command:
        failures += _run_command(hooks.command, base, data, hooks.timeout)
    if hooks.webhook:
        failures += _post(hooks.webhook, data, hooks.timeout)
    return failures


def _run_command(command: str, base: Path, data: bytes, timeout: float) -> list[str]:
    try:
        ended = subprocess.run(
            shlex.split(command), input=data, cwd=base, timeout=timeout, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired:
        return [f"hook {command!r} took longer than {timeout:g} s"]
    except OSError as error:
        return [f"hook {command!r} cannot be run ({(error.strerror or str(error)).lower()})"]
    if ended.returncode:
        said = " ".join(ended.stderr.decode("utf-8", "replace").split())[:200]
        return [f"hook {command!r} ended with status {ended.returncode}{': ' if said else ''}{said}"]
    return []


def _post(address: str, data: bytes, timeout: float) -> list[str]:
    headers = {"Content-Type": "application/json", "User-Agent": AGENT}
    request = urllib.request.Request(address, data=data, headers=headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=timeout):
            return []
    except (OSError, ValueError) as error:
        # The rest of such an address often is its password.
        return [f"webhook {urlsplit(address).hostname} failed ({error})"]
