"""The record of a run: what went in, what it was done with, how long it took, what came out."""

from __future__ import annotations

import platform
from dataclasses import asdict
from datetime import datetime
from typing import Any

from discrepancy import __version__
from discrepancy.nightly.code import LIBRARIES, code_version, config_digest, library_version
from discrepancy.nightly.intake import Intake
from discrepancy.nightly.settings import NightlySettings
from discrepancy.nightly.summary import Summary
from discrepancy.store import Run

SCHEMA_VERSION = "1"


def make_manifest(
    run: Run,
    settings: NightlySettings,
    intake: Intake,
    summary: Summary,
    seconds: dict[str, float],
    finished_at: datetime,
) -> dict[str, Any]:
    """Everything as plain dictionaries; times in seconds, moments in ISO 8601.

    ``seconds`` are those of the last attempt: a run that was taken up again has done part before.
    """
    model = settings.check.extract.model
    libraries = {name: library_version(name) for name in (*LIBRARIES, model)}
    return {
        "schema_version": SCHEMA_VERSION,
        "run": run.number,
        "started_at": run.started_at.isoformat(),
        "finished_at": finished_at.isoformat(),
        "clock_warning": run.warning,
        "versions": {
            "discrepancy": __version__,
            "code": code_version(),
            "python": platform.python_version(),
            "platform": platform.platform(),
            **{name: version for name, version in libraries.items() if version},
        },
        "config_digest": config_digest(settings.check),
        "config": {name: asdict(part) for name, part in _sections(settings).items()},
        "inputs": [asdict(read) for read in intake.inputs],
        "counts": summary.counts,
        "seconds": seconds,
        "quarantine": [asdict(aside) for aside in summary.aside],
        "skipped": summary.as_table()["skipped"],
    }


def _sections(settings: NightlySettings) -> dict[str, Any]:
    """Every section that is no secret: a webhook's address often is its own password."""
    check = settings.check
    return {
        "store": settings.store,
        "sources": settings.sources,
        "run": settings.run,
        "report": settings.report,
        "fetch": settings.fetch,
        "extract": check.extract,
        "group": check.group,
        "compare": check.compare,
    }
