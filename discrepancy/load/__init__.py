"""Paths and streams to Articles, one module per format; the only stage that validates input.

Nothing is lost silently: every record given is an article, an error, or listed as skipped.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from discrepancy.errors import InputError
from discrepancy.load.article import build_article, stem
from discrepancy.load.csv import read_csv, read_tsv
from discrepancy.load.docx import read_docx
from discrepancy.load.html import read_html
from discrepancy.load.json import read_json
from discrepancy.load.jsonl import read_jsonl
from discrepancy.load.parquet import read_parquet
from discrepancy.load.paths import STDIN, describe_os_error, expand_paths, find_suffix
from discrepancy.load.record import Reader, Record
from discrepancy.load.sniff import sniff_suffix
from discrepancy.load.status import set_aside
from discrepancy.load.text import read_text
from discrepancy.load.warc import read_warc
from discrepancy.load.xml import read_xml
from discrepancy.model import Article, Skipped

__all__ = ["READERS", "Loaded", "load_articles", "set_aside"]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_text,
        ".html": read_html,
        ".htm": read_html,
        ".jsonl": read_jsonl,
        ".ndjson": read_jsonl,
        ".json": read_json,
        ".csv": read_csv,
        ".tsv": read_tsv,
        ".parquet": read_parquet,
        ".docx": read_docx,
        ".xml": read_xml,
        ".nitf": read_xml,
        ".rss": read_xml,
        ".atom": read_xml,
        ".warc": read_warc,
        ".warc.gz": read_warc,
    }
)
"""Which function reads files of which suffix (lower case)."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and what was given but could not be.

    Attributes:
        unnamed: Ids that were made of a record's place in its file, for want of one.
    """

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    unnamed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Read:
    """An article with the place it was read from."""

    article: Article
    path: str
    line: int | None = None
    number: int | None = None


def load_articles(
    paths: Sequence[str | Path],
    *,
    keep_going: bool = False,
    stdin: BinaryIO | None = None,
    base: Path | None = None,
) -> Loaded:
    """Read every article in the files, folders and patterns named.

    Args:
        paths: Files, folders (searched with their subfolders), patterns, or "-" for standard input,
            whose format is told by its beginning.
        keep_going: Skip and list what is broken instead of raising.
        stdin: What to read for "-"; the process's standard input by default.
        base: Articles without an id are named by their path from this folder, the same in every run;
            by default by the shortest name that tells them apart.

    Raises:
        InputError: The first thing that is wrong, unless ``keep_going``.
    """
    read: list[_Read] = []
    skipped: list[Skipped] = []
    places: dict[str, str] = {}
    for item in _read_all(paths, stdin):
        if isinstance(item, _Read):
            item = _check_id(item, places)
        if isinstance(item, _Read):
            read.append(item)
        elif isinstance(item, Skipped):
            skipped.append(item)
        elif keep_going:
            skipped.append(Skipped(item.path, item.line, f"{item.found}; expected {item.expected}"))
        else:
            raise item
    articles = tuple(_name_all(read, set(places), base))
    numbered = zip(articles, read, strict=True)
    unnamed = frozenset(a.id for a, item in numbered if item.number is not None and not item.article.id)
    return Loaded(articles, tuple(skipped), unnamed)


def _read_all(paths: Sequence[str | Path], stdin: BinaryIO | None) -> Iterator[_Read | Skipped | InputError]:
    for item in expand_paths(paths, READERS):
        if isinstance(item, (Skipped, InputError)):
            yield item
            continue
        try:
            with _open(item, stdin) as stream:
                yield from _read_file(stream, item)
        except InputError as error:
            yield error
        except OSError as error:
            yield InputError(item, describe_os_error(error), "a readable file")


def _open(path: str, stdin: BinaryIO | None) -> BinaryIO:
    if path != STDIN:
        return Path(path).open("rb")
    return io.BytesIO((stdin or sys.stdin.buffer).read())


def _read_file(stream: BinaryIO, path: str) -> Iterator[_Read | Skipped | InputError]:
    for record in _find_reader(stream, path)(stream, path):
        if isinstance(record, Record):
            try:
                yield _Read(build_article(record, path), path, record.line, record.number)
            except InputError as error:
                yield error
        else:
            yield record


def _find_reader(stream: BinaryIO, path: str) -> Reader:
    """The reader for the suffix; what has no suffix, like standard input, is looked into."""
    suffix = "" if path == STDIN else find_suffix(path)
    if not suffix:
        head = stream.read(65536)
        stream.seek(0)
        suffix = sniff_suffix(head, path)
    if suffix not in READERS:
        raise InputError(path, f"unknown suffix {suffix!r}", f"one of {' '.join(READERS)}")
    return READERS[suffix]


def _check_id(item: _Read, places: dict[str, str]) -> _Read | InputError:
    """``item``, or an error when its given id was given before; ``places`` remembers where.

    A further version of a page may come under the page's own id and has its version added to it.
    """
    id_, version = item.article.id, item.article.version
    if not id_:
        return item
    here = item.path if item.line is None else f"{item.path}:{item.line}"
    if id_ in places and version and f"{id_}#{version}" not in places:
        id_ = f"{id_}#{version}"
        item = replace(item, article=replace(item.article, id=id_))
    if id_ in places:
        found = f"the id {id_!r} that {places[id_]} has too"
        return InputError(item.path, found, "ids unique within a run", item.line)
    places[id_] = here
    return item


def _name_all(read: Sequence[_Read], taken: set[str], base: Path | None) -> Iterator[Article]:
    """The articles; those without an id are named after their file, longer where names collide."""
    for item in read:
        article = item.article
        if not article.id:
            article = replace(article, id=_name(item, taken, base))
            taken.add(article.id)
        yield article


def _name(item: _Read, taken: set[str], base: Path | None) -> str:
    end = "" if item.number is None else f":{item.number}"
    path = os.path.normpath(item.path) if base is None else os.path.relpath(item.path, base)
    long = Path(path).as_posix() + end
    short = stem(item.path) + end if base is None else long
    candidates = (short, long, *(f"{long}#{n}" for n in range(2, len(taken) + 3)))
    return next(name for name in candidates if name not in taken)
