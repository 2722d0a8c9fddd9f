"""A night's folder: an index of what changed, a page for each story concerned, tables for programs.

It is written beside its place and then put there whole; an earlier night's is never touched.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from discrepancy.errors import DiscrepancyError
from discrepancy.export import encode_report
from discrepancy.model import Report
from discrepancy.nightly.summary import ORDER, Summary
from discrepancy.report.document import document
from discrepancy.report.rows import as_sentence, capital, count_of, report_rows

if TYPE_CHECKING:
    from jinja2 import Template

LATEST = "latest"
"""Name of the link to the last night's folder."""

_TABLES = {"markdown": "report.md", "csv": "report.csv", "parquet": "report.parquet"}


def name_folder(summary: Summary) -> str:
    """The night's folder: day and run number, so that they sort and never collide."""
    return f"{summary.date}-run-{summary.run:04}"


def prepare_folder(folder: Path) -> None:
    """Make sure that reports can be written before any work is done.

    Raises:
        DiscrepancyError: They cannot.
    """
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".probe"
        probe.touch()
        probe.unlink()


def write_report(
    folder: Path, summary: Summary, formats: tuple[str, ...], manifest: Mapping[str, Any]
) -> Path:
    """Write the night's folder into ``folder``, replacing one that the same run has left.

    Raises:
        DiscrepancyError: It cannot be written; what stood there before is still there.
    """
    place = folder / name_folder(summary)
    draft = folder / f".{place.name}.part"
    with _told(place):
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        for name, data in _pages(summary, formats):
            path = draft / name
            path.parent.mkdir(exist_ok=True)
            _write(path, data)
        _write(draft / "manifest.json", _json(manifest))
        if place.exists():
            shutil.rmtree(place)
        draft.rename(place)
        _link(folder / LATEST, place.name)
    return place


def write_manifest(place: Path, manifest: Mapping[str, Any]) -> None:
    """Write the manifest of a night anew, whole or not at all.

    Raises:
        DiscrepancyError: It cannot be written.
    """
    with _told(place):
        draft = place / ".manifest.part"
        _write(draft, _json(manifest))
        draft.replace(place / "manifest.json")


def _pages(summary: Summary, formats: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    rows = report_rows(summary.report)
    if "html" in formats:
        pages = {story.id: f"stories/{number:04}.html" for number, story in enumerate(rows.stories, 1)}
        page = _template().render(summary=summary, rows=rows, pages=pages, order=[c.value for c in ORDER])
        yield "index.html", page.lstrip().encode()
        by_id = {story.id: story for story in summary.report.stories}
        for id, name in pages.items():  # noqa: A001
            story = by_id[id]
            yield name, encode_report(Report((story,), summary.report.of(story)), "html")
    if "json" in formats:
        yield "report.json", _json({**summary.as_table(), "report": document(rows)})
    for form, name in _TABLES.items():
        if form in formats:
            yield name, encode_report(summary.report, form)  # type: ignore[arg-type]


def _json(table: Mapping[str, Any]) -> bytes:
    # Indented, it would take ten times as long; these are for programs.
    return (json.dumps(table, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _link(link: Path, target: str) -> None:
    """Point ``latest`` to the new folder, where the file system has links and nothing else has the name."""
    if link.exists() and not link.is_symlink():
        return
    draft = link.with_name(f".{link.name}.part")
    draft.unlink(missing_ok=True)
    try:
        draft.symlink_to(target, target_is_directory=True)
    except (OSError, NotImplementedError):
        return
    draft.replace(link)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DiscrepancyError(
            f"{path}: the report cannot be written ({reason}); expected a writable folder with free space; "
            "what was found is in the store, run again to write it"
        ) from error


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(as_sentence=as_sentence, capital=capital, count_of=count_of)
    source = files("discrepancy.nightly").joinpath("index.html").read_text(encoding="utf-8")
    return environment.from_string(source)
