"""Standard output and standard error, as every verb uses them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from discrepancy.output import OutputFile


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
