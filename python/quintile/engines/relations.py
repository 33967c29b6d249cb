"""Read and write the tables of dbt Python models: DuckDB relations, or Spark DataFrames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

import pyarrow as pa

# dbt runs Python models in threads. scikit-learn's modules import each other, so two threads must
# not import them at once. Every model imports this module first, and waits for it.
import sklearn.cluster
import sklearn.dummy
import sklearn.ensemble
import sklearn.linear_model
import sklearn.metrics  # noqa: F401
from duckdb import DuckDBPyRelation

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    Relation: TypeAlias = DuckDBPyRelation | DataFrame


def arrow_table(relation: Relation) -> pa.Table:
    """Read all rows of what dbt.ref or session.sql returns; on Spark they go to the driver."""
    if isinstance(relation, DuckDBPyRelation):
        return relation.to_arrow_table()
    return relation.toArrow()


def map_batches(
    relation: Relation,
    function: Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]],
    schema: pa.Schema,
) -> pa.RecordBatchReader | DataFrame:
    """Apply a function to the rows in batches, when the result is read.

    DuckDB streams the batches through this process. On Spark, each executor takes a part of them.

    Args:
        relation: The rows.
        function: From batches to batches; it is pickled for Spark's executors.
        schema: Schema of the resulting batches.
    """
    if isinstance(relation, DuckDBPyRelation):
        return pa.RecordBatchReader.from_batches(schema, function(relation.to_arrow_reader()))
    empty = relation.sparkSession.createDataFrame(schema.empty_table())
    return relation.mapInArrow(function, empty.schema)


def write_spark_table(
    session: Any, rows: Any, name: str, *, file_format: str, partition_by: str | None
) -> None:
    """Write the result of a Python model as a Spark table; a table of that name is replaced.

    Args:
        session: The SparkSession.
        rows: A Spark DataFrame, an Arrow table, or a pandas DataFrame.
        name: The table.
        file_format: As in the config of the model.
        partition_by: A column to partition by, or None.
    """
    if not isinstance(rows, pa.Table) and not hasattr(rows, "mapInArrow"):
        rows = pa.Table.from_pandas(rows, preserve_index=False)
    frame = session.createDataFrame(rows) if isinstance(rows, pa.Table) else rows
    writer = frame.write.mode("overwrite").format(file_format)
    if partition_by:
        writer = writer.partitionBy(partition_by)
    writer.saveAsTable(name)
