"""Standard output and standard error, as every verb uses them."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

import click

if TYPE_CHECKING:
    from discrepancy.output import OutputFile


Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with a stage's name, how much of it is done and how much there is (0: unknown)."""


class ReaderGone(Exception):
    """Standard output was closed; click would turn the plain error into status 1, "conflicts"."""


def write_out(file: OutputFile | None, data: bytes) -> None:
    """Write to the file, or to standard output where there is none.

    Raises:
        ReaderGone: Nobody reads standard output any more.
    """
    if file is not None:
        file.write(data)
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise ReaderGone from error


def tell(message: str) -> None:
    """One line on standard error, whatever the input made the message contain."""
    printable = "".join(character if character.isprintable() else " " for character in message)
    click.echo(" ".join(printable.split()), err=True)


@contextlib.contextmanager
def show_progress(quiet: bool) -> Iterator[Progress | None]:
    """Something that draws stages on standard error, or None where nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total or None)
            bar.update(tasks[stage], completed=done, total=total or None)

        yield advance
