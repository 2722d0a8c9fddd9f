"""``discrepancy nightly``: one unattended run, its log and its exit status."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from discrepancy.cli.streams import show_progress, tell, write_out
from discrepancy.errors import DiscrepancyError

if TYPE_CHECKING:
    from discrepancy.nightly import NightlyResult, NightlySettings

ENGINES = ("serial", "processes", "dask")
SEVERITIES = ("correct", "refile", "withdraw")
DONE, FOUND, FAILED, PARTIAL, LOCKED, INTERRUPTED = 0, 1, 2, 3, 75, 130
_DATES = ["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]


@click.command("nightly")
@click.argument("config_path", metavar="CONFIG")
@click.option("--dry-run", is_flag=True, help="Say what would be read, and write nothing.")
@click.option("--since", type=click.DateTime(_DATES), metavar="DATE", help="Leave out what is older (UTC).")
@click.option("--engine", type=click.Choice(ENGINES), help="Where the work is done, instead of [run] engine.")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Worker processes.")
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="Exit with 1 when a new or changed conflict is as grave."
)
@click.option("--quiet", is_flag=True, help="Log only what somebody should look at; no summary.")
@click.option("--verbose", is_flag=True, help="Show tracebacks of internal errors.")
def nightly(
    config_path: str,
    dry_run: bool,
    since: datetime | None,
    engine: str | None,
    workers: int | None,
    fail_on: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Check all that came in since the last run, as the TOML file CONFIG says.

    A run that was stopped or killed is gone on with. Exit status: 0 done, 1 as --fail-on says, 2 bad
    input or failure, 3 done but for what is in quarantine, 75 another run is under way, 130 interrupted.
    """
    from discrepancy.nightly import Interrupted, Locked, NightlySettings, run_nightly
    from discrepancy.nightly.rehearsal import rehearse

    settings = _override(NightlySettings.read(Path(config_path)), engine, workers, fail_on)
    start = since.replace(tzinfo=UTC) if since else None
    if dry_run:
        _print(rehearse(settings, start))
        return DONE
    with _logging(quiet), show_progress(quiet) as progress:
        log = logging.getLogger("discrepancy.nightly")
        try:
            result = run_nightly(settings, since=start, progress=progress)
        except Locked as error:
            log.error(str(error))
            return LOCKED
        except Interrupted as error:
            log.error(str(error))
            return INTERRUPTED
        except DiscrepancyError as error:
            log.error(str(error))
            return FAILED
    if not quiet:
        _print(_describe(result))
    if result.reaches(settings.report.fail_on):
        return FOUND
    return PARTIAL if result.counts["quarantined"] else DONE


def _override(
    settings: NightlySettings, engine: str | None, workers: int | None, fail_on: str | None
) -> NightlySettings:
    """Flags over the file."""
    if engine == "dask" and not settings.run.scheduler:
        raise click.UsageError(
            "--engine dask needs the scheduler's address; expected [run] scheduler in CONFIG"
        )
    run = replace(settings.run, engine=engine or settings.run.engine, workers=workers or settings.run.workers)
    report = replace(settings.report, fail_on=fail_on or settings.report.fail_on)
    return replace(settings, run=run, report=report)


def _describe(result: NightlyResult) -> list[str]:
    from discrepancy.report.rows import count_of

    counts = result.counts
    if result.status == "unchanged":
        return [f"nothing new since run {result.run}: {result.folder}"]
    changed = counts["changed"] + counts["reopened"]
    lines = [
        f"run {result.run}: {counts['new']} new, {changed} changed, {counts['resolved']} resolved; "
        f"{counts['open']} open; {count_of(counts['articles'], 'article', 'articles')}, "
        f"{count_of(counts['new_versions'], 'new version', 'new versions')}, "
        f"{count_of(counts['stories_checked'], 'story', 'stories')} checked"
    ]
    if counts["quarantined"] or counts["skipped"]:
        lines.append(f"{counts['quarantined']} in quarantine, {counts['skipped']} not read")
    return [*lines, f"report: {result.folder}"]


def _print(lines: list[str]) -> None:
    write_out(None, "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))


class _LineHandler(logging.Handler):
    """For people: what somebody should look at, one line each."""

    def emit(self, record: logging.LogRecord) -> None:
        details = getattr(record, "details", {})
        shown = "".join(f", {name} {value}" for name, value in details.items() if value is not None)
        kind = "error" if record.levelno >= logging.ERROR else "warning"
        tell(f"{kind}: {record.getMessage()}{shown}")


@contextlib.contextmanager
def _logging(quiet: bool) -> Iterator[None]:
    """JSON lines on standard error for machines; on a terminal only warnings, as lines."""
    from discrepancy.nightly.telling import JsonFormatter

    log = logging.getLogger("discrepancy.nightly")
    watched = sys.stderr.isatty()
    handler: logging.Handler = _LineHandler() if watched else logging.StreamHandler()
    handler.setFormatter(JsonFormatter())
    before = log.level, log.propagate
    log.setLevel(logging.WARNING if quiet or watched else logging.INFO)
    log.propagate = False
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.level, log.propagate = before
