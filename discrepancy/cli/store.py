"""``discrepancy store``: looking after the file that the nightly run keeps."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from discrepancy.cli.streams import write_out
from discrepancy.errors import DiscrepancyError

if TYPE_CHECKING:
    from discrepancy.store import Store, Summary

STATES = ("open", "confirmed", "dismissed", "corrected")
_DATES = ["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
_STORE = click.argument("file", metavar="STORE")


@click.group("store")
def store_verbs() -> None:
    """Look after the STORE, the file in which `discrepancy nightly` keeps what it took in and found.

    Exit status: 0 done, 1 verify found problems, 2 bad input or failure.
    """


@store_verbs.command()
@_STORE
def info(file: str) -> None:
    """Say what is in STORE and how much room it takes."""
    from discrepancy.store import Store

    with Store.open(file, read_only=True) as store:
        _print(_describe(store, store.summary()))


@store_verbs.command()
@_STORE
def verify(file: str) -> int:
    """Look whether everything in STORE is whole; each problem is one line. Takes 2 ms an article."""
    from discrepancy.store import Store

    with Store.open(file, read_only=True) as store:
        found = 0
        for problem in store.verify():
            found += 1
            _print([str(problem)])
        _print([f"{file}: {found or 'no'} problem{'s' * (found != 1)}"])
    return int(found > 0)


@store_verbs.command()
@_STORE
def vacuum(file: str) -> None:
    """Give the room of what was removed from STORE back to the disk."""
    from discrepancy.store import Store

    with Store.open(file, create=False) as store:
        before, after = store.vacuum()
    _print([f"{_size(before)} before, {_size(after)} now"])


@store_verbs.command()
@_STORE
@click.option(
    "--before", type=click.DateTime(_DATES), metavar="DATE", help="Remove what was last seen before (UTC)."
)
@click.option(
    "--older-than",
    type=click.IntRange(0, 36500),
    metavar="DAYS",
    help="The same, in days before the last run (or before now, if that is earlier).",
)
def prune(file: str, before: datetime | None, older_than: int | None) -> None:
    """Remove from STORE the stories that no run has seen for long, but none with a triaged finding."""
    if (before is None) == (older_than is None):
        raise click.UsageError("expected either --before DATE or --older-than DAYS")
    from discrepancy.store import Store

    with Store.open(file, create=False) as store:
        gone = store.prune(_limit(store, before, older_than))
    removed = ", ".join(f"{number:,} of {table}" for table, number in gone.items() if number)
    _print([f"removed {removed}; vacuum gives their room back" if removed else "nothing is that old"])


@store_verbs.command()
@_STORE
@click.argument("folder")
def export(file: str, folder: str) -> None:
    """Write the tables of STORE into FOLDER as Parquet files."""
    from discrepancy.store import Store

    with Store.open(file, read_only=True) as store:
        _print([str(path) for path in store.export(folder)])


@store_verbs.command()
@_STORE
def findings(file: str) -> None:
    """List the findings of STORE that are not resolved: story, key, severity, state and question."""
    from discrepancy.store import Store

    with Store.open(file, read_only=True) as store:
        _print(
            "\t".join((known.story, known.key, known.finding.severity, known.state, known.finding.slot.label))
            for known in store.findings.open()
        )


@store_verbs.command()
@_STORE
@click.argument("finding")
@click.argument("state", type=click.Choice(STATES))
@click.option("--comment", default="", metavar="TEXT", help="Why.")
@click.option("--by", metavar="NAME", help="Who says so; by default whoever is logged in.")
@click.option("--story", metavar="ID", help="The story, where several have a finding of that id.")
def triage(file: str, finding: str, state: str, comment: str, by: str | None, story: str | None) -> None:
    """Write into STORE that FINDING (an id from a report, or its beginning) is in that STATE.

    A finding that is dismissed or corrected is opened again when its facts change.
    """
    from discrepancy.store import State, Store

    with Store.open(file, create=False) as store:
        found = [entry for entry in store.findings.find(finding) if story in (None, entry[0])]
        story_id, key, label = _only(found, finding, file)
        store.findings.triage(story_id, key, State(state), by or _user(), comment, read_clock())
    _print([f"{state}: {label} ({key}, story {story_id})"])


def read_clock() -> datetime:
    """The time now; the one place where these verbs ask for it."""
    return datetime.now(UTC)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container without user names
        return "somebody"


def _only(found: Sequence[tuple[str, str, str]], finding: str, file: str) -> tuple[str, str, str]:
    if not found:
        raise DiscrepancyError(f"{file}: no finding {finding!r}; expected an id of a nightly report")
    if len(found) > 1:
        some = ", ".join(f"{key} in {story}" for story, key, _ in found[:3])
        raise DiscrepancyError(f"{file}: {len(found)} findings begin like {finding!r} ({some}); expected one")
    return found[0]


def _limit(store: Store, before: datetime | None, older_than: int | None) -> datetime:
    now = read_clock()
    if before is not None:
        before = before.replace(tzinfo=UTC)
        if before > now:
            raise click.UsageError(f"--before {before:%Y-%m-%d} is still to come; expected a day in the past")
        return before
    last = store.runs.latest()
    # A clock that jumped ahead must not make everything old.
    return min(now, last.moment if last else now) - timedelta(days=older_than or 0)


def _describe(store: Store, summary: Summary) -> list[str]:
    lines = [f"{store.path}: {_size(summary.bytes)}, schema step {summary.step}"]
    if last := store.runs.latest():
        lines.append(
            f"last run: {last.number}, {last.started_at.isoformat(timespec='seconds')}, {last.status}"
        )
        lines += [last.warning] if last.warning else []
    states = ", ".join(f"{number} {state}" for state, number in summary.findings.items())
    lines.append(f"findings not resolved: {states or 'none'}")
    lines += [
        f"{table.name:<15}{table.rows:>10,}{'' if table.bytes is None else _size(table.bytes):>12}"
        for table in summary.tables
    ]
    return lines


def _size(number: int) -> str:
    return f"{number / 2**20:,.1f} MiB"


def _print(lines: Iterable[str]) -> None:
    write_out(None, "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))
