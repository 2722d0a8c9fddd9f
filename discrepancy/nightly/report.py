"""A night's folder: an index of what changed, a page for each story concerned, tables for programs.

It is written beside its place and then put there whole; an earlier night's is never touched. One story
is held at a time, so that a night may be larger than memory.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from discrepancy.errors import DiscrepancyError
from discrepancy.export import encode_report, encode_text
from discrepancy.model import Report
from discrepancy.nightly.summary import ORDER, Summary
from discrepancy.report.document import stream_document
from discrepancy.report.html import render_html
from discrepancy.report.rows import StoryRow, report_rows
from discrepancy.report.templates import read_template
from discrepancy.store import StoryResult

if TYPE_CHECKING:
    from jinja2 import Template

LATEST = "latest"
"""Name of the link to the last night's folder."""

Load: TypeAlias = Callable[[str], StoryResult | None]
"""Gives the result of a digest, as `discrepancy.store.Results.get`."""

_TABLES = {"markdown": "report.md", "csv": "report.csv", "parquet": "report.parquet"}
"""What is written from all stories at once."""


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
    folder: Path, summary: Summary, load: Load, formats: tuple[str, ...], manifest: Mapping[str, Any]
) -> Path:
    """Write the night's folder into ``folder``, replacing one that the same run has left.

    Args:
        folder: Where the folders of all nights are.
        summary: What the night was about.
        load: Gives the results of its stories.
        formats: As in ``[report]``.
        manifest: See ``discrepancy.nightly.manifest``.

    Raises:
        DiscrepancyError: It cannot be written; what stood there before is still there.
    """
    place = folder / name_folder(summary)
    draft = folder / f".{place.name}.part"
    with _told(place):
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        _write_all(draft, summary, load, formats)
        (draft / "manifest.json").write_bytes(_json(manifest))
        _sync(draft)
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
        draft.write_bytes(_json(manifest))
        _sync(draft)
        draft.replace(place / "manifest.json")


def _write_all(draft: Path, summary: Summary, load: Load, formats: tuple[str, ...]) -> None:
    names = {story.story: f"stories/{number:04}.html" for number, story in enumerate(summary.stories, 1)}
    pages = names if "html" in formats else {}
    if pages:
        (draft / "stories").mkdir()
    if "html" in formats:
        page = _template().render(summary=summary, pages=pages, order=[c.value for c in ORDER])
        (draft / "index.html").write_bytes(page.lstrip().encode())
    stories = _write_pages(draft, summary, load, pages)
    if "json" in formats:
        with (draft / "report.json").open("wb") as stream:
            for part in _stream(summary, stories):
                stream.write(encode_text(part))
    # What is left, where there is no JSON to draw them.
    deque(stories, maxlen=0)
    for form, name in _TABLES.items():
        if form in formats:
            (draft / name).write_bytes(encode_report(_load_all(summary, load), form))  # type: ignore[arg-type]


def _write_pages(draft: Path, summary: Summary, load: Load, pages: Mapping[str, str]) -> Iterator[StoryRow]:
    """Every story as rows, each with its page written."""
    for outline in summary.stories:
        result = load(outline.digest)
        if result is not None:
            rows = report_rows(Report((result.story,), result.findings))
            if outline.story in pages:
                (draft / pages[outline.story]).write_bytes(encode_text(render_html(rows)))
            yield from rows.stories


def _stream(summary: Summary, stories: Iterator[StoryRow]) -> Iterator[str]:
    counts = {
        "articles": sum(story.articles for story in summary.stories),
        "stories": len(summary.stories),
        "conflicts": sum(story.conflicts for story in summary.stories),
    }
    yield json.dumps(summary.as_table(), ensure_ascii=False)[:-1] + ', "report": '
    yield from stream_document(counts, stories, summary.skipped)
    yield "}\n"


def _load_all(summary: Summary, load: Load) -> Report:
    results = [result for outline in summary.stories if (result := load(outline.digest)) is not None]
    return Report(
        tuple(result.story for result in results),
        tuple(finding for result in results for finding in result.findings),
        summary.skipped,
    )


def _json(table: Mapping[str, Any]) -> bytes:
    # Indented, it would take ten times as long; these are for programs.
    return (json.dumps(table, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def _sync(path: Path) -> None:
    """Have a file, or all files of a folder, on the disk.

    After all are written: one by one, each would wait for the disk by itself.
    """
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    for file in files:
        with file.open("rb") as stream:
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
    return read_template("discrepancy.nightly", "index.html")
