"""The form of a text copy: a Parquet file that holds every record of a file, cells as text."""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from quintile.inputs.column_matching import InputError

RECORD_COLUMNS = {
    "source_file": pa.dictionary(pa.int32(), pa.string()),
    "line_number": pa.int64(),
    "unreadable_text": pa.string(),
    "unreadable_reason": pa.string(),
}
"""What a copy says of each record, beside its cells."""


@contextmanager
def copy_writer(target: Path, columns: Sequence[str]) -> Iterator[pq.ParquetWriter]:
    """Open a copy for writing; it takes its name only when it is complete.

    Raises:
        InputError: The folder cannot be written to, or the disk is full; nothing is left behind.
    """
    cells = dict.fromkeys(columns, pa.string())
    partial = target.with_suffix(f".{uuid.uuid4().hex}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with pq.ParquetWriter(partial, pa.schema({**cells, **RECORD_COLUMNS})) as writer:
                yield writer
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(
            f"{target.parent}: cannot write a copy of the file there ({error}). Make room, or "
            "choose another folder."
        ) from error


def readable_records(
    schema: pa.Schema,
    cells: Sequence[pa.Array],
    numbers: Sequence[int] | np.ndarray,
    *,
    source_file: str,
) -> pa.Table:
    """Put records together whose cells could be read; one row per line number."""
    files = pa.DictionaryArray.from_arrays(np.zeros(len(numbers), np.int32), [source_file])
    nothing = pa.nulls(len(numbers), pa.string())
    return pa.table([*cells, files, pa.array(numbers, pa.int64()), nothing, nothing], schema=schema)
