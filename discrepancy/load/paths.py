"""What the user named to the files to read: folders walked, patterns expanded, each file once."""

from __future__ import annotations

import glob
import os
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from discrepancy.errors import InputError
from discrepancy.model import Skipped

STDIN = "-"

_LOCK = "~$"
"""How the names begin of files that Word keeps beside an open document."""


def expand_paths(
    paths: Sequence[str | Path], suffixes: Container[str]
) -> Iterator[str | Skipped | InputError]:
    """Every file to read, in the order named and sorted within folders and patterns.

    A file reached twice is read once. Hidden files and the locks of Word in folders are passed over.
    Files in folders whose suffix is not among ``suffixes`` come as ``Skipped``; what is wrong comes as
    an ``InputError``, so that the caller can go on.
    """
    seen: set[str] = set()
    for item in (found for path in paths for found in _expand(os.fspath(path), suffixes)):
        if isinstance(item, InputError):
            yield item
            continue
        name = item.path if isinstance(item, Skipped) else item
        real = name if name == STDIN else os.path.realpath(name)
        if real not in seen:
            seen.add(real)
            yield item


def find_suffix(path: str) -> str:
    """What a file's name ends in, in lower case; of a compressed file both endings (".warc.gz")."""
    suffixes = [suffix.lower() for suffix in Path(path).suffixes]
    return "".join(suffixes[-2:] if suffixes[-1:] == [".gz"] else suffixes[-1:])


def describe_os_error(error: OSError) -> str:
    """The operating system's complaint in lower case, without path and number."""
    return (error.strerror or type(error).__name__).lower()


def _expand(path: str, suffixes: Container[str]) -> Iterator[str | Skipped | InputError]:
    if path == STDIN:
        yield path
    elif os.path.isdir(path):
        yield from _walk_all(path, suffixes)
    elif os.path.lexists(path):
        yield path
    elif glob.has_magic(path):
        yield from _expand_pattern(path, suffixes)
    else:
        yield InputError(path, "no such file or folder", "a file, a folder, a pattern or -")


def _expand_pattern(pattern: str, suffixes: Container[str]) -> Iterator[str | Skipped | InputError]:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield InputError(pattern, "a pattern that matches nothing", "a file, a folder, a pattern or -")
    for match in matches:
        if os.path.basename(match).startswith(_LOCK):
            continue  # "*" matches the locks of Word
        if os.path.isdir(match):
            # "**" names every folder along with the files in it; those alone shall count.
            if not _covers_files(pattern):
                yield from _walk_all(match, suffixes)
        else:
            yield _choose(match, suffixes)


def _covers_files(pattern: str) -> bool:
    return "**" in pattern


def _walk_all(folder: str, suffixes: Container[str]) -> Iterator[str | Skipped | InputError]:
    some = False
    for item in _walk(folder, (), suffixes):
        some = some or not isinstance(item, Skipped)
        yield item
    if not some:
        yield InputError(folder, "a folder without files that can be read", "files to read")


def _walk(
    folder: str, above: tuple[str, ...], suffixes: Container[str]
) -> Iterator[str | Skipped | InputError]:
    real = os.path.realpath(folder)
    if real in above:
        yield InputError(folder, "a link back to a folder above it", "folders without loops")
        return
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith((".", _LOCK)))
    except OSError as error:
        yield InputError(folder, describe_os_error(error), "a readable folder")
        return
    for name in names:
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            yield from _walk(path, (*above, real), suffixes)
        else:
            yield _choose(path, suffixes)


def _choose(path: str, suffixes: Container[str]) -> str | Skipped:
    suffix = find_suffix(path)
    if suffix in suffixes:
        return path
    return Skipped(path, None, f"unknown suffix {suffix!r}" if suffix else "no suffix")
