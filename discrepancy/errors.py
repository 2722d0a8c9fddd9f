"""The exception tree: one base, so that a caller can catch everything of ours at once.

::

    DiscrepancyError
    ├── InputError      what was given cannot be read: file, line, found, expected
    ├── ConfigError     a configuration file or flag says what it must not
    ├── StoreError      the nightly store cannot be opened, read or written: file, found, expected
    ├── EngineError     workers cannot be started, or were lost for good
    └── MissingExtra    an optional part is not installed; the message names the command

The command line turns each of them into one line on standard error and exit status 2.
"""

from __future__ import annotations

from pathlib import Path


class DiscrepancyError(Exception):
    """Base class of every error this package raises on purpose."""


class InputError(DiscrepancyError):
    """An input cannot be read as what it claims to be.

    Attributes:
        path: The file as the user named it ("-" for standard input).
        line: One-based line, or record number in formats without lines; None for the whole file.
        found: What stands there, quoted where that helps.
        expected: What should stand there instead.
    """

    def __init__(self, path: str, found: str, expected: str, line: int | None = None) -> None:
        self.path = path
        self.line = line
        self.found = found
        self.expected = expected
        where = path if line is None else f"{path}:{line}"
        super().__init__(f"{where}: {found}; expected {expected}")

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str, int | None]]:
        # The default would hand the finished message to __init__ when an engine ships the error.
        return type(self), (self.path, self.found, self.expected, self.line)


class ConfigError(DiscrepancyError):
    """A configuration key or value is unknown or out of range."""


class StoreError(DiscrepancyError):
    """The store cannot be opened, read or written; what was committed before is still there.

    Attributes:
        path: The store's file.
        found: What is wrong with it.
        expected: What it needs.
    """

    def __init__(self, path: str | Path, found: str, expected: str) -> None:
        self.path = str(path)
        self.found = found
        self.expected = expected
        super().__init__(f"{self.path}: {found}; expected {expected}")

    def __reduce__(self) -> tuple[type[StoreError], tuple[str, str, str]]:
        return type(self), (self.path, self.found, self.expected)


class EngineError(DiscrepancyError):
    """Worker processes or a cluster cannot be started, or were lost for good."""


class MissingExtra(DiscrepancyError):
    """A part that is installed on demand is absent; the message gives the command that adds it."""
