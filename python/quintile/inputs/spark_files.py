"""Open input files with Spark, wherever its cluster keeps them: temporary views of lines.

The Parquet files of one path, folder or glob are read in place and have the same columns. A CSV
file is copied to Parquet, as on DuckDB, so that its lines keep their ids; as quoted line breaks are
allowed, one task reads the whole file.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyspark.errors import AnalysisException
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as f
from pyspark.sql.types import (
    DoubleType,
    FloatType,
    StringType,
    StructField,
    StructType,
)

from quintile.inputs.column_matching import InputError
from quintile.inputs.csv_layout import DELIMITERS
from quintile.inputs.input_files import CSV_EXTENSIONS, EXTENSIONS, InputFile, MatchIn, split_spec
from quintile.inputs.text_encoding import ENCODINGS

CHARSETS = {"utf-8": "UTF-8", "cp1252": "windows-1252", "latin-1": "ISO-8859-1", "utf-16": "UTF-16"}
HEAD_LINES = 20
"""Lines of text in which the header must end."""

MOST_SHAPES = 100_000
"""The most texts that are looked at to tell how dates and numbers are written."""

IDS = ("invoice_id", "stock_code", "customer_id")
DIGITS_ALIKE = "regexp_replace(value, '[0-9]', '9')"
DATE_START = "regexp_extract(value, '^([0-9]{1,4}[-/.][0-9]{1,2}|[0-9]{6})', 1)"
NUMBER_SHAPE = DIGITS_ALIKE.replace("value", "regexp_replace(value, '^([-+]?)0', '$1o')")
SHAPES = {
    "invoiced_at": f"concat({DATE_START}, ' ', {DIGITS_ALIKE})",
    "quantity": NUMBER_SHAPE,
    "unit_price": NUMBER_SHAPE,
    "amount": NUMBER_SHAPE,
    "currency": "upper(value)",
}
"""What texts have in common that tell the same of how dates and numbers are written."""


class SparkFiles:
    """Opens files for one session.

    Args:
        session: The SparkSession.
        name: The start of the names of the views.
    """

    def __init__(self, session: SparkSession, *, name: str):
        self._session = session
        self._name = name
        self._numbers = count(1)
        self._views: dict[str, str] = {}

    def describe(
        self, opener: Callable[..., list[InputFile]], spec: str, **options: Any
    ) -> dict[str, list[dict[str, Any]]]:
        """Open files with `opener`, open_invoices or open_customers.

        Returns:
            What it returned, as `files` and as `groups`, and beside it `view`: the canonical
            columns, `source_file` (a URI), `line_number` (the record in its file, from 2),
            `line_id` (number of the file x 10^12 + `line_number`), `unreadable_text` and
            `unreadable_reason`, NULL for a readable record.
        """
        files = opener(spec, opener=self._open, **options)
        described = [{**asdict(file), "view": self._views[file.parquet]} for file in files]
        return {"files": described, "groups": described}

    def _open(
        self,
        spec: str,
        *,
        setting: str,
        workdir: Path,
        match: MatchIn,
        encoding: str,
        options: object,
    ) -> list[InputFile]:
        """Open all files; `parquet` of each holds the texts that tell how it is written."""
        del options
        opened = []
        for pattern in split_spec(spec, setting=setting):
            paths = self._list(pattern, setting)
            parquet = [path for path in paths if path.lower().endswith(".parquet")]
            if parquet:
                opened.append(self._open_parquet(pattern, parquet, workdir, match))
            for path in paths:
                if path.lower().endswith(CSV_EXTENSIONS):
                    opened.append(self._open_csv(path, workdir, match, encoding))
        return opened

    def _list(self, pattern: str, setting: str) -> list[str]:
        try:
            listed = self._session.read.format("binaryFile").load(pattern).select("path").collect()
        except AnalysisException as error:
            raise InputError(
                f"{pattern}: no such file ({error.getCondition()}). Set {setting} to a file, a "
                "folder or a glob that every machine of the cluster can read."
            ) from error
        paths = sorted({row["path"] for row in listed})
        workbooks = [path for path in paths if path.lower().endswith(".xlsx")]
        if workbooks:
            raise InputError(
                f"{workbooks[0]}: Spark reads no workbooks. Save the sheets as CSV first."
            )
        read = [path for path in paths if path.lower().endswith(EXTENSIONS)]
        if not read:
            raise InputError(f"{pattern}: no file that can be read ({', '.join(EXTENSIONS)}).")
        return read

    def _open_parquet(
        self, pattern: str, paths: Sequence[str], workdir: Path, match: MatchIn
    ) -> InputFile:
        rows = self._session.read.parquet(*paths)
        matched = match(rows.columns, where=pattern)
        columns = {name: rows.columns[at] for name, at in matched.items()}
        lines = rows.select(
            *(_readable(rows, column, name) for name, column in columns.items()),
            f.col("_metadata.file_path").alias("source_file"),
            f.lit(None).cast("string").alias("unreadable_text"),
            f.lit(None).cast("string").alias("unreadable_reason"),
            f.col("_metadata.file_path").alias("uri"),
            f.col("_metadata.row_index").alias("row"),
        )
        return self._describe(lines, rows.inputFiles(), columns, pattern, workdir)

    def _open_csv(self, path: str, workdir: Path, match: MatchIn, encoding: str) -> InputFile:
        encoding = self._find_encoding(path, encoding)
        names, delimiter = self._read_header(path, encoding, partial(match, where=path))
        matched = match(names, where=path)
        cells = [StructField(str(at), StringType()) for at in range(len(names))]
        # Spark counts the fields of a line only where it reads them all.
        rows = self._session.read.options(
            header=True,
            sep=delimiter,
            quote='"',
            escape='"',
            multiLine=True,
            encoding=CHARSETS[encoding],
            columnPruning=False,
            columnNameOfCorruptRecord="unreadable_text",
        ).csv(path, StructType([*cells, StructField("unreadable_text", StringType())]))
        readable = f.col("unreadable_text").isNull()
        lines = rows.select(
            *(
                f.when(readable & (f.col(str(at)) != ""), f.col(str(at))).alias(name)
                for name, at in matched.items()
            ),
            f.col("_metadata.file_path").alias("source_file"),
            "unreadable_text",
            f.when(~readable, f"fields: not {len(names)}").alias("unreadable_reason"),
        )
        warehouse = self._session.conf.get("spark.sql.warehouse.dir")
        copy = f"{warehouse}/quintile_copies/{hashlib.sha256(path.encode()).hexdigest()[:16]}"
        lines.write.mode("overwrite").parquet(copy)
        copied = self._session.read.parquet(copy)
        copied_lines = copied.select(
            "*",
            f.col("_metadata.file_path").alias("uri"),
            f.col("_metadata.row_index").alias("row"),
        )
        return self._describe(copied_lines, copied.inputFiles(), matched, path, workdir)

    def _find_encoding(self, path: str, encoding: str) -> str:
        lines = self._session.read.text(path)
        start = lines.select(f.hex("value")).head()
        if start is None:
            raise InputError(f"{path}: the file is empty. Remove it or fill it.")
        marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
        if encoding == "auto" and bytes.fromhex(start[0]).startswith(marks):
            return "utf-16"
        if encoding not in ("auto", "utf-8"):
            return encoding
        if lines.where(~f.is_valid_utf8("value")).isEmpty():
            return "utf-8"
        if encoding == "auto":
            return "latin-1"
        raise InputError(
            f"{path}: not valid {encoding}. Set the var file_encoding to {', '.join(ENCODINGS)} or "
            "auto."
        )

    def _read_header(
        self, path: str, encoding: str, match: Callable[[Sequence[str]], dict[str, int]]
    ) -> tuple[list[str], str]:
        """Read the names in the header, and the delimiter with which the columns are found."""
        rows = self._session.read.text(path).select(f.hex("value")).head(HEAD_LINES)
        binary = b"\n".join(bytes.fromhex(row[0]) for row in rows)
        head = binary.decode(encoding, errors="ignore").lstrip("\ufeff")
        problems = []
        for delimiter in DELIMITERS:
            lines = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
            header = next((row for row in lines if row), [])
            try:
                match(header)
            except InputError as error:
                problems.append((-len(header), error))
            else:
                return header, delimiter
        raise min(problems, key=lambda problem: problem[0])[1]

    def _describe(
        self,
        lines: DataFrame,
        uris: Sequence[str],
        columns: Iterable[str],
        source_file: str,
        workdir: Path,
    ) -> InputFile:
        """Make the view, and write the texts that tell how dates and numbers are written."""
        # Spark writes the same local file with one slash here and with three there.
        found = sorted(re.sub("^file:/+", "file:/", uri) for uri in uris)
        numbers = pa.table({"uri": found, "number": [next(self._numbers) for _ in found]})
        view = f"{self._name}_{len(self._views) + 1}"
        lines.join(f.broadcast(self._session.createDataFrame(numbers)), "uri", "left").select(
            *columns,
            "source_file",
            (f.col("row") + 2).alias("line_number"),
            (f.col("number") * 10**12 + f.col("row") + 2).alias("line_id"),
            "unreadable_text",
            "unreadable_reason",
        ).createOrReplaceTempView(view)
        if lines.isEmpty():
            raise InputError(f"{source_file}: columns, but no lines. Remove the file or fill it.")
        parquet = workdir / f"{view}.parquet"
        pq.write_table(_telling_texts(lines.select(*columns)), parquet)
        self._views[str(parquet)] = view
        types = tuple(lines.schema[name].dataType.simpleString() for name in columns)
        names = {name: name for name in columns}
        return InputFile(
            source_file,
            str(parquet),
            names,
            converted=True,
            types=types,
            source_columns=names,
            partitions=(),
            understood={},
        )


def _readable(rows: DataFrame, column: str, name: str) -> Column:
    """An id that a spreadsheet made a double is not printed as 1.234E7."""
    value = f.col(f"`{column.replace('`', '``')}`")
    if name in IDS and isinstance(rows.schema[column].dataType, DoubleType | FloatType):
        whole = (value == f.floor(value)) & (f.abs(value) < 10**15)
        value = f.when(whole, value.cast("bigint").cast("string")).otherwise(value.cast("string"))
    return value.alias(name)


def _telling_texts(lines: DataFrame) -> pa.Table:
    """Of each text column that has to be understood, a text of every shape; others are empty.

    Columns have their type in Arrow, so that typed ones are known for what they are.
    """
    texts = [
        field.name
        for field in lines.schema
        if field.name in SHAPES and isinstance(field.dataType, StringType)
    ]
    found: dict[str, list[str]] = {name: [] for name in texts}
    for name in texts:
        shapes = (
            lines.select(f.trim(name).alias("value"))
            .where("value != ''")
            .groupBy(f.expr(SHAPES[name]).alias("shape"))
            .agg(f.min("value").alias("example"), f.count("*").alias("lines"))
            .orderBy(f.desc("lines"), "shape")
            .limit(MOST_SHAPES)
        )
        found[name] = [row["example"] for row in shapes.collect()]
    longest = max(map(len, found.values()), default=0)
    columns = {}
    for field in lines.limit(0).toArrow().schema:
        values = found.get(field.name, [])
        columns[field.name] = pa.array(values + [None] * (longest - len(values)), field.type)
    return pa.table(columns)
