"""The settings of the nightly run: one TOML file, which holds those of ``check`` as well.

Paths are relative to the file's folder, so that it does not matter where a timer starts the run.
"""

from __future__ import annotations

import os
import re
import shlex
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from discrepancy.config import Config
from discrepancy.engine import ENGINES, LIMIT
from discrepancy.errors import ConfigError
from discrepancy.fetch.settings import FetchSettings
from discrepancy.model import Severity

FORMATS = ("html", "json", "markdown", "csv", "parquet")
"""What a night's report can be written as, besides its manifest."""

SEVERITIES = tuple(severity.value for severity in Severity if severity is not Severity.NONE)
"""What ``fail_on`` takes, from slight to grave."""


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """``[store]``.

    Attributes:
        path: The store's file; its folder must exist.
    """

    path: str = "discrepancy.sqlite"


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """``[sources]``: where articles come from.

    Attributes:
        paths: Files, folders and patterns.
        feeds: Addresses of RSS and Atom feeds; the pages they link to are read.
        urls: Addresses of pages.
        lists: Files that list addresses of pages, one a line.
    """

    paths: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunSettings:
    """``[run]``: how the work is done.

    Attributes:
        engine: ``serial``, ``processes`` or ``dask``.
        workers: Worker processes; 0 for as many as there are processors.
        scheduler: Address of the Dask scheduler.
        chunk: Articles that are worked on, and committed, together.
        limit: Seconds that a chunk may take before it is taken apart.
        window: Days within which articles still join stories, and stories are checked again when the
            code or the settings have changed.
        lock: File that keeps a second run away; beside the store by default.
        alone: Whether the only article of its story is checked too, against itself, as ``check`` does.
    """

    engine: str = "processes"
    workers: int = 0
    scheduler: str = ""
    chunk: int = 32
    limit: float = LIMIT
    window: float = 7.0
    lock: str = ""
    alone: bool = True


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """``[report]``.

    Attributes:
        folder: Gets a folder for each night.
        formats: What is written there: ``html``, ``json``, ``markdown``, ``csv``, ``parquet``.
        fail_on: Severity from which on a new or changed conflict makes the exit status 1, or "".
    """

    folder: str = "reports"
    formats: tuple[str, ...] = ("html", "json")
    fail_on: str = ""


@dataclass(frozen=True, slots=True)
class HookSettings:
    """``[hooks]``: who is told when a report is ready.

    Attributes:
        command: Program with arguments; gets the summary as JSON on its standard input.
        webhook: Address that gets the summary as JSON by POST.
        timeout: Seconds that either may take.
    """

    command: str = ""
    webhook: str = ""
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class NightlySettings:
    """Everything that ``discrepancy nightly`` is told by its file.

    Attributes:
        base: Folder that paths are relative to.
        fetch: ``[fetch]``: limits and manners towards servers.
        check: The settings of ``check``: ``[extract]``, ``[group]``, ``[compare]``.
    """

    base: Path = field(default_factory=Path)
    store: StoreSettings = field(default_factory=StoreSettings)
    sources: SourceSettings = field(default_factory=SourceSettings)
    run: RunSettings = field(default_factory=RunSettings)
    report: ReportSettings = field(default_factory=ReportSettings)
    fetch: FetchSettings = field(default_factory=FetchSettings)
    hooks: HookSettings = field(default_factory=HookSettings)
    check: Config = field(default_factory=Config)

    @property
    def store_path(self) -> Path:
        """The store's file."""
        return self.base / self.store.path

    @property
    def lock_path(self) -> Path:
        """The lock's file."""
        return self.base / (self.run.lock or f"{self.store.path}.lock")

    @property
    def report_folder(self) -> Path:
        """Where the nights' folders stand."""
        return self.base / self.report.folder

    @property
    def workers(self) -> int:
        """Worker processes, counted."""
        return self.run.workers or len(os.sched_getaffinity(0))

    @classmethod
    def read(cls, path: Path) -> NightlySettings:
        """Read ``path`` as TOML over the defaults.

        Raises:
            ConfigError: The file cannot be read, is not TOML, or has an unknown section or key or an
                impossible value.
        """
        try:
            text = path.read_text(encoding="utf-8")
            table = tomllib.loads(text)
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{path}: cannot be read ({error}); expected a TOML file") from error
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"{path}: not TOML ({error})") from error
        return cls.from_table(table, path.parent, _Place(str(path), text))

    @classmethod
    def from_table(cls, table: Mapping[str, Any], base: Path, place: _Place | None = None) -> NightlySettings:
        """Settings from nested dictionaries.

        Raises:
            ConfigError: An unknown section or key, or an impossible value.
        """
        place = place or _Place("config", "")
        sections: dict[str, Any] = {}
        rest: dict[str, Any] = {}
        checks = [part.name for part in fields(Config)]
        for name, values in table.items():
            if not isinstance(values, dict) or (name not in _SECTIONS and name not in checks):
                known = ", ".join([*_SECTIONS, *checks])
                raise ConfigError(f"{place.of(name)}: unknown section [{name}]; expected one of {known}")
            if name in _SECTIONS:
                sections[name] = _read_section(_SECTIONS[name], name, values, place)
            else:
                rest[name] = values
        settings = cls(base=base, check=Config.from_table(rest, place.name), **sections)
        _check_values(settings, place)
        return settings


_SECTIONS: Mapping[str, type[Any]] = {
    "store": StoreSettings,
    "sources": SourceSettings,
    "run": RunSettings,
    "report": ReportSettings,
    "fetch": FetchSettings,
    "hooks": HookSettings,
}


@dataclass(frozen=True, slots=True)
class _Place:
    """The file, to say in which line something stands."""

    name: str
    text: str

    def of(self, section: str, key: str = "") -> str:
        """File and line of a key, or of its section's heading; the file alone where neither is found."""
        here = ""
        for number, line in enumerate(self.text.splitlines(), 1):
            if heading := re.match(r"\s*\[\s*\"?([^\]\"]*?)\"?\s*\]", line):
                here = heading[1]
                if here == section and not key:
                    return f"{self.name}:{number}"
            elif here == section and key and re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", line):
                return f"{self.name}:{number}"
        return self.name


def _read_section(kind: type[Any], section: str, values: Mapping[str, Any], place: _Place) -> Any:
    defaults = {f.name: getattr(kind(), f.name) for f in fields(kind)}
    read = {}
    for key, value in values.items():
        where = f"{place.of(section, key)}: [{section}]"
        if key not in defaults:
            raise ConfigError(f"{where}: unknown key {key!r}; expected one of {', '.join(defaults)}")
        read[key] = _read_value(defaults[key], key, value, where)
    try:
        return kind(**read)
    except ConfigError as error:
        raise ConfigError(f"{place.of(section)}: [{section}]: {error}") from error


def _read_value(default: Any, key: str, value: Any, where: str) -> Any:
    """``value`` as the type of the default; a list of strings where that is a tuple."""
    if isinstance(default, tuple):
        if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
            return tuple(value)
        raise ConfigError(f"{where}: {key} = {value!r}; expected a list of strings")
    allowed = (int, float) if type(default) is float else type(default)
    if not isinstance(value, allowed) or isinstance(value, bool) != isinstance(default, bool):
        raise ConfigError(f"{where}: {key} = {value!r}; expected {_NAMES[type(default)]}")
    return value


_NAMES = {bool: "true or false", str: "a string", int: "a whole number", float: "a number"}


def _check_values(settings: NightlySettings, place: _Place) -> None:
    """Refuse values of the right type that mean nothing."""
    run, report, hooks = settings.run, settings.report, settings.hooks
    checks = (
        ("run", "engine", run.engine in ENGINES, f"one of {', '.join(ENGINES)}"),
        ("run", "workers", run.workers >= 0, "0 or more"),
        ("run", "chunk", run.chunk >= 1, "1 or more"),
        ("run", "limit", run.limit > 0, "seconds, more than 0"),
        ("run", "window", run.window > 0, "days, more than 0"),
        (
            "run",
            "scheduler",
            run.engine != "dask" or bool(run.scheduler),
            "an address, such as host:8786",
        ),
        ("store", "path", bool(settings.store.path), "a file name"),
        ("report", "folder", bool(report.folder), "a folder name"),
        ("report", "formats", set(report.formats) <= set(FORMATS), f"of {', '.join(FORMATS)}"),
        ("report", "fail_on", report.fail_on in ("", *SEVERITIES), f"one of {', '.join(SEVERITIES)}"),
        ("hooks", "webhook", _is_web(hooks.webhook), "an http or https address"),
        ("hooks", "command", _can_split(hooks.command), "a command with its quotation marks in pairs"),
        ("hooks", "timeout", hooks.timeout > 0, "seconds, more than 0"),
    )
    for section, key, fine, expected in checks:
        if not fine:
            value = getattr(getattr(settings, section), key)
            shown = list(value) if isinstance(value, tuple) else value
            raise ConfigError(
                f"{place.of(section, key)}: [{section}]: {key} = {shown!r}; expected {expected}"
            )
    if not any(getattr(settings.sources, f.name) for f in fields(SourceSettings)):
        names = ", ".join(f.name for f in fields(SourceSettings))
        raise ConfigError(f"{place.of('sources')}: [sources]: nothing to read; expected some of {names}")


def _is_web(address: str) -> bool:
    return not address or re.match(r"https?://[^/\s]", address) is not None


def _can_split(command: str) -> bool:
    try:
        shlex.split(command)
    except ValueError:
        return False
    return True
