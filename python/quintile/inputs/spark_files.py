"""Open input files with Spark, wherever its cluster stores them, as temporary views of lines.

The Parquet files of one path, folder or glob are read in place and must have the same columns. A
text file is copied to Parquet by one task, so that both engines find the same records.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pyarrow as pa
from py4j.protocol import Py4JJavaError
from pyspark.errors import AnalysisException, PySparkException
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as f

from quintile.inputs.column_matching import (
    InputError,
    NoLinesError,
    other_names,
    source_names,
)
from quintile.inputs.input_files import (
    CSV_EXTENSIONS,
    EXTENSIONS,
    InputFile,
    MatchIn,
    note_passed_over,
    split_spec,
)
from quintile.inputs.spark_tasks import SCHEMA, copy_texts

ONE_TASK_A_FILE = {
    "spark.sql.files.maxPartitionBytes": str(1 << 40),
    "spark.sql.files.openCostInBytes": str(1 << 40),
}
PARTITIONS_AS_TEXT = {"spark.sql.sources.partitionColumnTypeInference.enabled": "false"}


class SparkFiles:
    """Opens files for one session.

    Args:
        session: The SparkSession.
        name: Prefix of the views' names.
    """

    def __init__(self, session: SparkSession, *, name: str):
        self._session = session
        self._name = name
        self._numbers = count(1)
        self._view_numbers = count(1)

    def describe(
        self, opener: Callable[..., list[InputFile]], spec: str, **options: Any
    ) -> dict[str, list[dict[str, Any]]]:
        """Open files with `opener`, open_invoices or open_customers.

        Returns:
            Its result as `files`, and `groups`, the files of one view. Each group has a `view` with
            the canonical columns, `source_file` (a URI), `line_number`, `line_id` (number of the
            file x 10^12 + `line_number`), `unreadable_text` and `unreadable_reason`, NULL for a
            readable record.
        """
        files = [vars(file) for file in opener(spec, opener=self._open, **options)]
        groups = {file["parquet"]: {**file, "view": file["parquet"]} for file in files}
        return {"files": files, "groups": [*groups.values()]}

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
        """Open all files; `parquet` of each is the name of its view."""
        del workdir, options
        opened: list[InputFile] = []
        problems: list[NoLinesError] = []
        for pattern in split_spec(spec, setting=setting):
            paths = self._list(pattern, setting)
            parquet = [path for path in paths if path.lower().endswith(".parquet")]
            texts = [path for path in paths if path.lower().endswith(CSV_EXTENSIONS)]
            if parquet:
                try:
                    opened.append(self._open_parquet(pattern, parquet, match))
                except NoLinesError as problem:
                    problems.append(problem)
            if texts:
                files, empty = self._open_texts(pattern, texts, match, encoding)
                opened += files
                problems += empty
        note_passed_over(opened, problems)
        return opened

    def _list(self, pattern: str, setting: str) -> list[str]:
        listing = self._session.read.format("binaryFile").option("recursiveFileLookup", "true")
        try:
            listed = listing.load(pattern).select("path").collect()
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
            raise InputError(
                f"{pattern}: no file with lines that can be read ({', '.join(EXTENSIONS)})."
            )
        return read

    def _open_parquet(self, pattern: str, paths: Sequence[str], match: MatchIn) -> InputFile:
        # Folders such as year=2024/month=1/ are columns, from the first of them on.
        [base, *partitions] = re.split(r"(?=[^/]+=[^/]*/)", paths[0], maxsplit=1)
        with self._settings(PARTITIONS_AS_TEXT), _reading(pattern):
            reader = self._session.read.options(basePath=base) if partitions else self._session.read
            rows = reader.parquet(*paths)
            if rows.isEmpty():
                raise NoLinesError(f"{pattern}: columns, but no lines. Remove the file or fill it.")
        matched = match(rows.columns, where=pattern)
        columns = {name: rows.columns[at] for name, at in matched.items()}
        lines = rows.select(
            *(_column(column).alias(name) for name, column in columns.items()),
            f.col("_metadata.file_path").alias("source_file"),
            (f.col("_metadata.row_index") + 2).alias("line_number"),
            f.lit(None).cast("string").alias("unreadable_text"),
            f.lit(None).cast("string").alias("unreadable_reason"),
        )
        return InputFile(
            source_file=pattern,
            parquet=self._make_view(lines, columns, rows.inputFiles()),
            columns={name: name for name in columns},
            converted=True,
            types=tuple(lines.schema[name].dataType.simpleString() for name in columns),
            source_columns=source_names(rows.columns, matched),
            partitions=(),
            understood={"other_columns": other_names(rows.columns, matched)},
        )

    def _open_texts(
        self, pattern: str, paths: Sequence[str], match: MatchIn, encoding: str
    ) -> tuple[list[InputFile], list[NoLinesError]]:
        """Open text files that have lines, and report which have none."""
        copied = self._copy_texts(pattern, paths, match, encoding)
        rows = copied.where("facts is not null").select("source_file", "facts").collect()
        known = {row["source_file"]: json.loads(row["facts"]) for row in rows}
        failed = [facts for _, facts in sorted(known.items()) if "error" in facts]
        if errors := [facts["error"] for facts in failed if not facts["is_empty"]]:
            raise InputError(errors[0])
        alike: dict[str, list[str]] = defaultdict(list)
        for uri, facts in sorted(known.items()):
            if "error" in facts:
                continue
            alike[repr((facts["columns"], facts["understood"]["source_columns"]))].append(uri)
        files = []
        for uris in alike.values():
            columns = known[uris[0]]["columns"]
            lines = copied.where(f.col("line_number").isNotNull() & f.col("source_file").isin(uris))
            view = self._make_view(lines, columns, uris)
            files += [
                InputFile(
                    source_file=uri,
                    parquet=view,
                    columns={name: name for name in columns},
                    converted=True,
                    types=("string",) * len(columns),
                    source_columns=known[uri]["understood"]["source_columns"],
                    partitions=(),
                    understood=known[uri]["understood"],
                )
                for uri in uris
            ]
        empty = [NoLinesError(facts["error"]) for facts in failed]
        return sorted(files, key=lambda file: file.source_file), empty

    def _copy_texts(
        self, pattern: str, paths: Sequence[str], match: MatchIn, encoding: str
    ) -> DataFrame:
        def task(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            return copy_texts(batches, match=match, encoding=encoding)

        warehouse = self._session.conf.get("spark.sql.warehouse.dir")
        name = hashlib.sha256("\n".join(paths).encode()).hexdigest()[:16]
        copy = f"{warehouse}/quintile_copies/{name}"
        # Bytes between line feeds, in any encoding.
        lines = self._session.read.options(lineSep="\n").text([*paths])
        schema = self._session.createDataFrame(SCHEMA.empty_table()).schema
        with self._settings(ONE_TASK_A_FILE), _reading(pattern):
            lines.select(
                f.col("_metadata.file_path").alias("uri"),
                f.col("value").cast("binary").alias("line"),
            ).mapInArrow(task, schema).write.mode("overwrite").parquet(copy)
        return self._session.read.parquet(copy)

    def _make_view(self, lines: DataFrame, columns: Iterable[str], uris: Sequence[str]) -> str:
        """Number the files and their lines."""
        found = sorted({_short_uri(uri) for uri in uris})
        numbers = pa.table({"uri": found, "number": [next(self._numbers) for _ in found]})
        view = f"{self._name}_{next(self._view_numbers)}"
        uri = f.regexp_replace("source_file", "^file:/+", "file:/")
        numbered = f.broadcast(self._session.createDataFrame(numbers))
        lines.withColumn("uri", uri).join(numbered, "uri", "left").select(
            *columns,
            "source_file",
            "line_number",
            (f.col("number") * 10**12 + f.col("line_number")).alias("line_id"),
            "unreadable_text",
            "unreadable_reason",
        ).createOrReplaceTempView(view)
        return view

    @contextmanager
    def _settings(self, settings: Mapping[str, str]) -> Iterator[None]:
        before = {name: self._session.conf.get(name) for name in settings}
        try:
            for name, value in settings.items():
                self._session.conf.set(name, value)
            yield
        finally:
            for name, value in before.items():
                self._session.conf.set(name, value)


def _column(name: str) -> Column:
    return f.col(f"`{name.replace('`', '``')}`")


def _short_uri(uri: str) -> str:
    """Spark writes the URI of a local file sometimes with one slash and sometimes with three."""
    return re.sub("^file:/+", "file:/", uri)


@contextmanager
def _reading(pattern: str) -> Iterator[None]:
    try:
        yield
    except (PySparkException, Py4JJavaError) as error:
        reason = " ".join(str(error).split())[:300]
        raise InputError(f"{pattern}: Spark cannot read it ({reason}).") from error
