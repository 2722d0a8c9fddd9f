"""Rows as CSV (RFC 4180 quoting, line feeds, UTF-8): one row per finding and claim."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields
from datetime import date

from discrepancy.report.rows import ReportRows
from discrepancy.report.tidy import TidyRow, tidy_rows

COLUMNS = tuple(field.name for field in fields(TidyRow))


def render_csv(rows: ReportRows) -> str:
    """All claims of all findings under a header line."""
    return write_rows(COLUMNS, (astuple(row) for row in tidy_rows(rows)))


def write_rows(header: Sequence[str], records: Iterable[Sequence[object]]) -> str:
    """``records`` as CSV; times in ISO 8601, truth values in lower case, None as nothing."""
    sink = _Sink()
    # Ending rows in both characters makes the writer quote cells that hold either of them.
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in record] for record in records)
    return "".join(sink.rows)


class _Sink:
    """Rows as written, each with the line feed alone at its end that Unix tools expect."""

    def __init__(self) -> None:
        self.rows: list[str] = []

    def write(self, row: str) -> None:
        self.rows.append(row.removesuffix("\r\n") + "\n")


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else value
