"""The nightly run: everything that a newsroom took in, checked unattended.

``take in → store versions → group → analyse → check → record → report → tell``

Invariant: every step commits what it has done and does nothing twice. A run that ends early, however
it ends, is taken up by the next, and what comes out is the same as if it had not been disturbed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, TypeAlias

from discrepancy.engine import Engine, open_engine
from discrepancy.errors import DiscrepancyError
from discrepancy.nightly.code import code_version, config_digest
from discrepancy.nightly.grouping import group_versions
from discrepancy.nightly.hooks import run_hooks
from discrepancy.nightly.intake import Intake, take_in
from discrepancy.nightly.interrupt import Interrupted, Interruption
from discrepancy.nightly.manifest import make_manifest
from discrepancy.nightly.night import Night
from discrepancy.nightly.plan import CHECK, Plan, plan_stories, read_bad
from discrepancy.nightly.report import prepare_folder, write_manifest, write_report
from discrepancy.nightly.settings import NightlySettings
from discrepancy.nightly.stages import analyse_stories, check_stories, record_known
from discrepancy.nightly.summary import Summary, is_as_grave, summarise
from discrepancy.nightly.telling import Progress, Teller
from discrepancy.store import Run, Store

__all__ = ["Interrupted", "Locked", "NightlyResult", "NightlySettings", "run_nightly"]

Clock: TypeAlias = Callable[[], datetime]
Status: TypeAlias = Literal["done", "partial", "unchanged"]


class Locked(DiscrepancyError):
    """Another run holds the lock."""


@dataclass(frozen=True, slots=True)
class NightlyResult:
    """How a run ended.

    Attributes:
        status: ``done``; ``partial`` when something is in quarantine; ``unchanged`` when there was
            nothing new, so that the last report still holds.
        counts: Numbers by name, those of the last report where nothing was new.
        worst: Gravest severity among its new, changed and reopened conflicts.
        folder: The report that holds, if any.
    """

    run: int
    status: Status
    counts: dict[str, int]
    worst: str
    folder: Path | None

    def reaches(self, severity: str) -> bool:
        """Whether a new or changed conflict is as grave as ``severity``."""
        return is_as_grave(self.worst, severity)


def run_nightly(
    settings: NightlySettings,
    *,
    since: datetime | None = None,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> NightlyResult:
    """Check all that came in since the last run, and write what is new, changed and resolved.

    Args:
        settings: What to read, where to keep it, how to work.
        since: Articles that were published and changed before are left out.
        now: The clock; only ever recorded, order is by run number.
        progress: Told how far the work is.

    Raises:
        Locked: Another run is under way.
        Interrupted: SIGINT or SIGTERM came; what was under way is committed.
        StoreError: The store cannot be used.
        EngineError: Workers cannot be started, or were lost.
        DiscrepancyError: The report cannot be written.
    """
    now = now or datetime.now(UTC)
    clock = _make_clock(now)
    teller = Teller(progress) if progress else Teller()
    with _locked(settings.lock_path), Interruption() as stop, Store.open(settings.store_path) as store:
        prepare_folder(settings.report_folder)
        run = store.runs.unfinished() or store.runs.start(code_version(), config_digest(settings.check), now)
        teller.info("run started", run=run.number, code=code_version(), engine=settings.run.engine)
        if run.warning:
            teller.warn(run.warning)
        with _open_local(settings) as local:
            night = Night(store, run, settings, local, teller, stop, now)
            with teller.stage("read") as details:
                intake = take_in(night, since)
                details |= {"articles": intake.articles, "skipped": len(intake.skipped)}
            for skipped in intake.skipped:
                teller.warn("not read", path=skipped.path, line=skipped.line, reason=skipped.reason)
            with teller.stage("group") as details:
                details["articles"] = group_versions(night)
            stop.check()
            plans = _check(night)
        stop.check()
        return _conclude(store, run, settings, intake, plans, teller, clock)


def _check(night: Night) -> list[Plan]:
    """Have everything checked that was not, and return how the stories stand then."""
    store, run, settings, teller = night.store, night.run, night.settings, night.teller
    plans, bad = plan_stories(store, run, settings), read_bad(store, settings)
    todo = _pending(store, plans)
    if todo:
        with _open_engine(night) as engine:
            night = replace(night, engine=engine)
            with teller.stage("analyse") as details:
                details["articles"] = analyse_stories(night, todo)
            if bad != (bad := read_bad(store, settings)):
                plans = plan_stories(store, run, settings)
            with teller.stage("check") as details:
                details["stories"] = check_stories(night, _pending(store, plans))
            if bad != read_bad(store, settings):
                plans = plan_stories(store, run, settings)
    record_known(night, plans)
    return plans


def _open_local(settings: NightlySettings) -> AbstractContextManager[Engine]:
    """Where files are opened and texts are grouped: on this machine, for no other need have them."""
    name = "serial" if settings.run.engine == "serial" else "processes"
    return open_engine(name, workers=settings.workers, limit=settings.run.limit)


def _open_engine(night: Night) -> AbstractContextManager[Engine]:
    """Where articles are analysed and stories checked: here too, unless there is a cluster."""
    run = night.settings.run
    if run.engine != "dask":
        return nullcontext(night.engine)
    return open_engine(run.engine, scheduler=run.scheduler, limit=run.limit)


def _pending(store: Store, plans: Sequence[Plan]) -> list[Plan]:
    """The plans without a result, those in quarantine left out."""
    missing = set(store.results.missing(plan.digest for plan in plans if plan.digest))
    aside = {(entry.key, entry.subject) for entry in store.quarantine.all() if entry.stage == CHECK}
    return [plan for plan in plans if plan.digest in missing and (plan.digest, plan.story) not in aside]


def _conclude(
    store: Store,
    run: Run,
    settings: NightlySettings,
    intake: Intake,
    plans: Sequence[Plan],
    teller: Teller,
    clock: Clock,
) -> NightlyResult:
    """Write the report and tell about it, unless nothing is new and the last one still holds."""
    with teller.stage("report") as details:
        summary = summarise(store, run, intake, plans, settings.run.window)
        last = _last_report(store, settings)
        if last is not None and _is_same(summary, last):
            store.runs.finish(run.number, "unchanged", {}, clock())
            details["unchanged_since"] = last.run
            return replace(last, status="unchanged")
        manifest = make_manifest(run, settings, intake, summary, teller.seconds, clock())
        folder = write_report(
            settings.report_folder, summary, store.results.get, settings.report.formats, manifest
        )
        details |= {"folder": str(folder), **summary.counts}
    with teller.stage("tell"):
        table = {**summary.as_table(), "folder": str(folder)}
        for failure in run_hooks(settings.hooks, settings.base, table):
            teller.warn(failure)
    write_manifest(folder, make_manifest(run, settings, intake, summary, teller.seconds, clock()))
    status: Status = "partial" if summary.aside else "done"
    ended = {"counts": summary.counts, "worst": summary.worst, "folder": folder.name}
    store.runs.finish(run.number, status, ended, clock())
    return NightlyResult(run.number, status, summary.counts, summary.worst, folder)


def _last_report(store: Store, settings: NightlySettings) -> NightlyResult | None:
    """The last run that wrote a report, where it still stands."""
    runs = [run for status in ("done", "partial") if (run := store.runs.latest(status)) is not None]
    if not runs:
        return None
    run = max(runs, key=lambda run: run.number)
    folder = settings.report_folder / run.counts["folder"]
    if not folder.is_dir():
        return None
    return NightlyResult(run.number, "done", run.counts["counts"], run.counts["worst"], folder)


def _is_same(summary: Summary, last: NightlyResult) -> bool:
    """Whether the last report says all there is."""
    new = ("new_versions", "stories_checked")
    old = ("open", "quarantined")
    return (
        not summary.changes
        and not any(summary.counts[name] for name in new)
        and all(summary.counts[name] == last.counts[name] for name in old)
    )


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    if not path.parent.is_dir():
        raise DiscrepancyError(f"{path}: there is no folder {path.parent}; expected an existing folder")
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise Locked(f"{path}: another run holds the lock; expected it to end first") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DiscrepancyError(f"{path}: cannot be locked ({reason}); expected a writable folder") from error
    try:
        yield
    finally:
        lock.release()


def _make_clock(now: datetime) -> Clock:
    """The given time, going on."""
    begun = time.monotonic()
    return lambda: now + timedelta(seconds=time.monotonic() - begun)
