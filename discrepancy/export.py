"""A report or extracted values as bytes, tables and files.

Times in tables are UTC, and a time given without a zone is taken as UTC there; JSON and CSV
give it as the article did.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from discrepancy.instants import in_utc
from discrepancy.model import Kind, Mention, Report, Severity, Verdict
from discrepancy.output import OutputFile
from discrepancy.report import TextFormat, render_report
from discrepancy.report.delimited import COLUMNS, write_rows
from discrepancy.report.extraction import FLAT_COLUMNS, flatten, in_reading_order, render_jsonl
from discrepancy.report.rows import report_rows
from discrepancy.report.tidy import tidy_rows

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Format: TypeAlias = TextFormat | Literal["parquet"]

SUFFIXES: dict[str, Format] = {
    ".txt": "terminal",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".json": "json",
    ".csv": "csv",
    ".parquet": "parquet",
}
"""Which format a file name asks for."""

_CATEGORIES: dict[str, list[str]] = {
    "kind": [kind.value for kind in Kind],
    "verdict": [verdict.value for verdict in Verdict],
    "severity": [severity.value for severity in Severity],
}
_TYPES = {
    "published": "datetime64[us, UTC]",
    "confidence": "float64",
    "start": "int64",
    "end": "int64",
    "odd": "bool",
}


def to_frame(report: Report) -> pd.DataFrame:
    """``report`` as a tidy table: one row per finding and claim.

    Columns: story, finding, kind, slot, verdict, severity, confidence, reason, article, source,
    published, field, start, end, text, value, odd, context, likely. Kind, verdict and severity are
    categories (the last two ordered from harmless to grave), published is UTC; the types are the
    same in an empty table.
    """
    import pandas as pd

    types: dict[str, Any] = dict.fromkeys(COLUMNS, "string") | _TYPES
    for name, values in _CATEGORIES.items():
        types[name] = pd.CategoricalDtype(values, ordered=name != "kind")
    return pd.DataFrame(_columns(report), columns=list(COLUMNS)).astype(types)


def write_csv(report: Report, path: str | Path) -> None:
    """Write one row per finding and claim to ``path`` as CSV.

    Raises:
        DiscrepancyError: The file cannot be written.
    """
    _write(report, "csv", path)


def write_json(report: Report, path: str | Path) -> None:
    """Write ``report`` to ``path`` as JSON, schema version 1.

    Raises:
        DiscrepancyError: The file cannot be written.
    """
    _write(report, "json", path)


def write_parquet(report: Report, path: str | Path) -> None:
    """Write one row per finding and claim to ``path`` as Parquet.

    Raises:
        DiscrepancyError: The file cannot be written.
    """
    _write(report, "parquet", path)


def _write(report: Report, format: Format, path: str | Path) -> None:  # noqa: A002
    with OutputFile(path) as file:
        file.write(encode_report(report, format))


def encode_report(report: Report, format: Format, *, verbose: bool = False) -> bytes:  # noqa: A002
    """``report`` in any format as the bytes of a file.

    Raises:
        ConfigError: There is no such format.
    """
    if format == "parquet":
        return _encode_parquet(report)
    return encode_text(render_report(report, format, verbose=verbose))


def encode_text(text: str) -> bytes:
    r"""``text`` as UTF-8; a lone surrogate, which UTF-8 cannot hold, as ``\ud800``.

    JSON input may carry lone surrogates, and in JSON output that spelling is their escape.
    """
    return text.encode("utf-8", "backslashreplace")


def encode_table(columns: dict[str, list[Any]], schema: pa.Schema) -> bytes:
    """``columns`` as a Parquet file with exactly the types of ``schema``."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    clean = {name: [_utf8(cell) for cell in cells] for name, cells in columns.items()}
    buffer = io.BytesIO()
    pq.write_table(pa.table(clean, schema=schema), buffer, compression="zstd")
    return buffer.getvalue()


def _utf8(cell: Any) -> Any:
    return encode_text(cell).decode() if isinstance(cell, str) else cell


def _columns(report: Report) -> dict[str, list[Any]]:
    columns = _transpose(COLUMNS, [astuple(row) for row in tidy_rows(report_rows(report))])
    columns["published"] = [moment and in_utc(moment) for moment in columns["published"]]
    return columns


def _transpose(names: Sequence[str], records: Sequence[Sequence[Any]]) -> dict[str, list[Any]]:
    return {name: [record[index] for record in records] for index, name in enumerate(names)}


def _encode_parquet(report: Report) -> bytes:
    import pyarrow as pa

    types = {
        "published": pa.timestamp("us", tz="UTC"),
        "confidence": pa.float64(),
        "start": pa.int64(),
        "end": pa.int64(),
        "odd": pa.bool_(),
    }
    return encode_table(
        _columns(report), pa.schema([(name, types.get(name, pa.string())) for name in COLUMNS])
    )


def encode_mentions(mentions: Sequence[Mention], format: Literal["jsonl", "csv", "parquet"]) -> bytes:  # noqa: A002
    """Extracted values, article by article in reading order, as the bytes of a file."""
    ordered = in_reading_order(mentions)
    if format == "jsonl":
        return encode_text(render_jsonl(ordered))
    records = [flatten(mention) for mention in ordered]
    if format == "csv":
        return encode_text(write_rows(FLAT_COLUMNS, records))
    import pyarrow as pa

    types = {"start": pa.int64(), "end": pa.int64(), "first": pa.date32(), "last": pa.date32()}
    types |= dict.fromkeys(("number", "number_to", "low", "high"), pa.float64())
    schema = pa.schema([(name, types.get(name, pa.string())) for name in FLAT_COLUMNS])
    return encode_table(_transpose(FLAT_COLUMNS, records), schema)
