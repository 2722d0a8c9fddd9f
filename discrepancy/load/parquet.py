"""Parquet tables, read batch by batch and only the columns that an article has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from discrepancy.errors import InputError
from discrepancy.load.record import FIELDS, Found, Record

_EXPECTED = "a Parquet table"
_BATCH = 1024
"""Rows held in memory at once; articles are a few kilobytes each."""


def read_parquet(stream: BinaryIO, path: str) -> Iterator[Found]:
    """One record for each row, numbered from 1.

    Raises:
        InputError: The file is no Parquet table, is broken, or has no ``text`` column or no rows.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        table = pq.ParquetFile(stream)
        names = table.schema_arrow.names
        columns = [name for name in names if name in FIELDS]
        if "text" not in columns:
            found = ", ".join(repr(name) for name in names[:8])
            raise InputError(path, f"the columns {found[:120]}", 'a column named "text"')
        for batch in table.iter_batches(batch_size=_BATCH, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield Record(row, number, number)
    except (pa.ArrowException, OSError, ValueError) as error:  # the last where a column holds no UTF-8
        first = str(error).strip().split("\n")[0][:120]
        raise InputError(path, f"a broken file ({first})", _EXPECTED) from error
    if not number:
        raise InputError(path, "a table without rows", "at least one row")
