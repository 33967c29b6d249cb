"""The work of a Spark task: copy text files with the same reader as on DuckDB."""

import dataclasses
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from quintile.inputs.column_matching import KNOWN_NAMES, InputError, NoLinesError
from quintile.inputs.csv_to_parquet import csv_to_parquet
from quintile.inputs.customer_files import COLUMNS
from quintile.inputs.input_files import MatchIn
from quintile.inputs.text_copies import Source, facts_of

SCHEMA = pa.schema(
    {
        **dict.fromkeys([*KNOWN_NAMES, *COLUMNS], pa.string()),
        "source_file": pa.string(),
        "line_number": pa.int64(),
        "unreadable_text": pa.string(),
        "unreadable_reason": pa.string(),
        "facts": pa.string(),
    }
)
"""A row for every line of a file, and one row with `facts`: `columns` and `understood`, or `error`
and `is_empty`, whether the error is that there are no lines."""


def copy_texts(
    batches: Iterable[pa.RecordBatch], *, match: MatchIn, encoding: str
) -> Iterator[pa.RecordBatch]:
    """Copy text files.

    They are first written to the local disk, since their format may show only at their end.

    Args:
        batches: Lines of one file after the other, in order: `uri` of the file, and `line`, the
            bytes before a line feed.
        match: Finds the canonical columns in a header.
        encoding: As in `csv_to_parquet`.

    Yields:
        Batches of `SCHEMA`.
    """
    # Spark removes its local folders even if a task is killed.
    spill = os.environ.get("SPARK_LOCAL_DIRS", "").split(",")[0] or None
    with tempfile.TemporaryDirectory(prefix="quintile-", dir=spill) as folder:
        path = Path(folder, "text")
        for uri, lines in groupby(_lines(batches), key=itemgetter(0)):
            _write(path, (line for _, line in lines))
            source = dataclasses.replace(Source.of(path), name=uri)
            try:
                yield from _copied(source, match=match, encoding=encoding)
            except InputError as error:
                is_empty = isinstance(error, NoLinesError)
                yield _row_of_facts(uri, {"error": str(error), "is_empty": is_empty})


def _lines(batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[str, bytes]]:
    for batch in batches:
        uris, lines = batch.column("uri").to_pylist(), batch.column("line").to_pylist()
        yield from zip(uris, lines, strict=True)


def _write(path: Path, lines: Iterable[bytes]) -> None:
    """Write a file as it was. A line feed at the end is kept only for UTF-16, which needs it."""
    with path.open("wb") as file:
        for number, line in enumerate(lines):
            if number:
                file.write(b"\n")
            file.write(line)
        if file.tell() % 2:
            file.write(b"\n")


def _copied(source: Source, *, match: MatchIn, encoding: str) -> Iterator[pa.RecordBatch]:
    copy = Path(source.path).with_suffix(".parquet")
    copy.unlink(missing_ok=True)
    matched = partial(match, where=source.name)
    facts = facts_of(copy, partial(csv_to_parquet, source, copy, match=matched, encoding=encoding))
    for batch in pq.ParquetFile(copy).iter_batches():
        yield pa.RecordBatch.from_arrays(
            [
                batch.column(field.name).cast(field.type)
                if field.name in batch.schema.names
                else pa.nulls(len(batch), field.type)
                for field in SCHEMA
            ],
            schema=SCHEMA,
        )
    yield _row_of_facts(
        source.name, {"columns": facts.columns, "understood": dict(facts.understood)}
    )


def _row_of_facts(uri: str, facts: Mapping[str, Any]) -> pa.RecordBatch:
    row = {"source_file": uri, "facts": json.dumps(facts)}
    return pa.RecordBatch.from_pylist([row], schema=SCHEMA)
