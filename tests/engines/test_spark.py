"""Apache Spark gives the tables that DuckDB gives: a master and two workers on this machine.

They are started by PySpark's own scripts, so the tests need Java 17 and the group `spark`.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import DBT, ONLY_TABLES, PLACES, ROOT, Build, build_tables, connect

from quintile.inputs.column_matching import InputError
from quintile.inputs.invoice_files import open_invoices

if TYPE_CHECKING:
    from spark_cluster import Cluster

pytestmark = pytest.mark.spark

UCI_TABLES = [*ONLY_TABLES, "--select", "+segments", "+cleaning_audit"]
KILLED_AT = "START sql table model quintile.customer_rfm"


@dataclass(frozen=True)
class SparkBuild:
    """A run of dbt on Spark and the folder with its tables."""

    folder: Path
    output: str

    def tables(self) -> list[str]:
        folders = (self.folder / "spark/warehouse").glob("quintile*.db/*")
        return sorted(folder.name for folder in folders)

    def has_files(self, table: str) -> bool:
        return any((self.folder / "spark/warehouse").glob(f"quintile*.db/{table}/**/*.parquet"))

    def source(self, table: str) -> str:
        files = self.folder / f"spark/warehouse/quintile*.db/{table}/**/*.parquet"
        return f"read_parquet('{files}', hive_partitioning = true)"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory) -> Iterator[Cluster]:
    """A master and one worker."""
    from spark_cluster import running_cluster

    with running_cluster(tmp_path_factory.mktemp("cluster")) as running:
        running.start_worker()
        yield running


def build_on_spark(
    cluster: Cluster,
    folder: Path,
    *command: str,
    invoices: str | Path,
    at: str | None = None,
    then: Callable[[], None] | None = None,
) -> SparkBuild:
    """Run dbt; when its log says `at`, call `then`."""
    (folder / "spark").mkdir(exist_ok=True)
    places = ["--target-path", str(folder / "target"), "--log-path", str(folder / "logs")]
    lines = []
    with subprocess.Popen(
        [str(DBT), "--no-use-colors", *command, *places, "--target", "spark"],
        cwd=ROOT,
        env={
            **cluster.environment,
            "QUINTILE_INVOICES": str(invoices),
            "QUINTILE_SPARK_DIR": str(folder / "spark"),
            "QUINTILE_SPARK_PARTITIONS": "2",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as running:
        for line in running.stdout:
            lines.append(line)
            if at and then and at in line:
                then()
                at = None
    output = "".join(lines)
    assert running.returncode == 0, output
    assert not at or not then, f"the log never said {at!r}: {output}"
    return SparkBuild(folder, output)


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Build:
    return build_tables(tmp_path_factory.mktemp("sample"), *ONLY_TABLES)


@pytest.fixture(scope="module")
def sample_on_spark(cluster, tmp_path_factory) -> SparkBuild:
    """Built while one of two workers is killed in the middle."""
    from spark_cluster import kill

    doomed = cluster.start_worker()
    folder = tmp_path_factory.mktemp("spark_sample")
    return build_on_spark(
        cluster,
        folder,
        *ONLY_TABLES,
        invoices="data/sample",
        at=KILLED_AT,
        then=lambda: kill(doomed),
    )


@pytest.fixture(scope="module")
def uci(test_data, tmp_path_factory) -> Build:
    file = test_data / "online_retail.parquet"
    return build_tables(tmp_path_factory.mktemp("uci"), *UCI_TABLES, invoices=file)


@pytest.fixture(scope="module")
def uci_on_spark(cluster, test_data, tmp_path_factory) -> Iterator[SparkBuild]:
    from spark_cluster import kill

    second = cluster.start_worker()
    yield build_on_spark(
        cluster,
        tmp_path_factory.mktemp("spark_uci"),
        *UCI_TABLES,
        invoices=test_data / "online_retail.parquet",
    )
    kill(second)


def test_a_worker_killed_in_the_middle_changes_no_table(sample, sample_on_spark):
    assert_equal_tables(sample, sample_on_spark)


def test_the_uci_file_gives_equal_tables(uci, uci_on_spark):
    assert_equal_tables(uci, uci_on_spark)


def test_the_log_names_the_same_money(uci, uci_on_spark):
    """Hooks run after models there too: without them nothing would be checked or said."""
    said = [
        {line.split(", first in ")[0] for line in re.findall(r"\d  (.* in money.*)", build.output)}
        for build in (uci, uci_on_spark)
    ]
    assert len(said[0]) > 3
    assert said[1] == said[0]


def assert_equal_tables(expected: Build, found: SparkBuild) -> None:
    """Rows are equal, of doubles the least, largest and sum of a column to six digits."""
    with connect(expected.database, read_only=True) as connection:
        connection.execute("set TimeZone = 'UTC'")
        tables = dict(
            connection.execute(
                "select table_name, estimated_size from duckdb_tables() "
                # The state of a build is kept only where a customer can be scored between builds.
                "where table_name != 'unfinished_tables' order by all"
            ).fetchall()
        )
        assert len(tables) > 20
        assert set(found.tables()) == set(tables)
        different = []
        for table in tables:
            if not found.has_files(table):  # an empty seed leaves none
                assert connection.execute(f"select count(*) from {table}").fetchone() == (0,)
                continue
            columns = connection.execute(f"describe {table}").fetchall()
            exact = [
                f"cast(cast({name} as {kind}) as varchar)"
                for name, kind, *_ in columns
                if name not in PLACES and "DOUBLE" not in kind
            ]
            numbers = [
                f"coalesce({function}({name}), 0)"
                for name, kind, *_ in columns
                if kind == "DOUBLE"
                for function in ("count", "min", "max", "sum")
            ]
            rows, sums = [], []
            for source in (table, found.source(table)):
                query = f"select {', '.join([*exact, 'count(*)'])} from {source} group by all"
                rows.append(set(connection.execute(query).fetchall()))
                if numbers:
                    query = f"select {', '.join(numbers)} from {source}"
                    sums.append(connection.execute(query).fetchone())
                    connection.fetchall()
            if rows[0] != rows[1]:
                examples = sorted(rows[0] - rows[1])[:2], sorted(rows[1] - rows[0])[:2]
                different.append((table, len(rows[0] - rows[1]), *examples))
            if numbers and sums[0] != pytest.approx(sums[1], rel=1e-6, abs=1e-6):
                different.append((table, numbers, *sums))
    assert not different, different


def test_centroids_and_segments_of_the_uci_file(uci, uci_on_spark):
    """The published promise, customer by customer: nothing summed, nothing left out."""
    centroids, segments = (uci_on_spark.source(name) for name in ("kmeans_fits", "segments"))
    with connect(uci.database, read_only=True) as connection:
        fits = connection.execute(
            f"""select count(*), max(greatest(
                abs(one.centroid_recency - other.centroid_recency),
                abs(one.centroid_frequency - other.centroid_frequency),
                abs(one.centroid_monetary - other.centroid_monetary)))
            from kmeans_fits as one inner join {centroids} as other
                using (fit_id, n_clusters, cluster_id)"""
        ).fetchall()
        customers = connection.execute(
            f"""select count(*), max(abs(one.centroid_distance - other.centroid_distance))
            from segments as one inner join {segments} as other using (
                customer_id, recency_days, frequency, monetary, r_score, f_score, m_score,
                rfm_segment, cluster_id, cluster_label, marketing_tier, recommended_action)"""
        ).fetchall()
        [(clusters,)] = connection.execute("select count(*) from kmeans_fits").fetchall()
        [(expected,)] = connection.execute("select count(*) from segments").fetchall()
    assert fits[0][0] == clusters
    assert fits[0][1] < 1e-6
    assert customers[0][0] == expected > 4000
    assert customers[0][1] < 1e-6


def test_score_customer_answers_as_on_duckdb(cluster, sample, sample_on_spark):
    """Numbers of any type, and what is no number from 0 up."""
    questions = ["10, 5, 1000", "1, 1, 0.5", "400.00001, 2, 99.99996", "null, 1, 1", "-1, 1, 1"]
    questions += ["'many', 1, 1", "1e14, 1, 1", "99999999999999.9999, 3, 3"]
    union = " union all ".join(
        f"select {number} as number, {{schema}}.score_customer({question}) as answer"
        for number, question in enumerate(questions)
    )
    fields = ["rfm_code", "rfm_segment", "cluster_id", "cluster_label", "marketing_tier", "r_score"]
    query = f"select number, {', '.join(f'answer.{name}' for name in fields)} from ({union})"
    expected = sample.query(query.format(schema="main") + " order by number")
    command = ["show", "--inline", query.format(schema="quintile"), "--output", "json"]
    shown = build_on_spark(
        cluster, sample_on_spark.folder, *command, "--limit", "20", invoices="data/sample"
    ).output
    [text] = re.findall(r"\{\s*\"node\".*\}", shown, flags=re.S) or [shown[shown.index("{") :]]
    rows = json.loads(text)["show"]
    found = sorted((row["number"], *(row[name] for name in fields)) for row in rows)
    assert [tuple(map(str, row)) for row in found] == [tuple(map(str, row)) for row in expected]


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """A session of its own process would take a minute: one in this one, for small files."""
    from pyspark.sql import SparkSession

    folder = tmp_path_factory.mktemp("session")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    made = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.warehouse.dir", str(folder))
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    yield made
    made.stop()


def opened(session, spec: str | Path, **options: object) -> dict[str, list[dict]]:
    from quintile.inputs.spark_files import SparkFiles

    return SparkFiles(session, name="lines").describe(
        open_invoices, str(spec), workdir=Path(), **options
    )


def test_text_is_read_as_on_duckdb(session, tmp_path):
    """Two encodings and delimiters, a preamble, quoted line breaks, stray quotes, short lines."""
    header = "InvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID;Country"
    lines = ['1;A;"groß, ""rot""\nund rund";2;13.1.2024 10:15;12,99;K1;Österreich', "2;B;zu kurz"]
    lines += ["", '3;C;"nie zu;3;14.1.2024 8:05;1.234,50;K2;', '4;"D;nie zu;3;14.1.2024;1;K2;']
    (tmp_path / "a.csv").write_bytes("\n".join(["Bericht", "", header, *lines]).encode("cp1252"))
    (tmp_path / "b.csv").write_bytes("\r\n".join([header, *lines, ""]).encode("utf-16"))
    with gzip.open(tmp_path / "c.csv.gz", "wt") as file:
        file.write("\n".join([header, *lines]).replace(";", "\t"))
    on_spark = opened(session, tmp_path)
    on_duckdb = open_invoices(str(tmp_path), workdir=tmp_path / "text_copies")
    [view] = {group["view"] for group in on_spark["groups"]}
    columns = [*on_duckdb[0].columns, "line_number", "unreadable_text", "unreadable_reason"]
    rows = session.table(view).orderBy("line_id").select(*columns, "line_id", "source_file")
    found = [row.asDict() for row in rows.collect()]
    expected = []
    for number, (file, other) in enumerate(zip(on_duckdb, on_spark["files"], strict=True), 1):
        assert other["understood"] == file.understood
        copy = pq.read_table(file.parquet).sort_by("line_number").to_pylist()
        for row in copy:
            row["source_file"] = f"file:{row['source_file']}"
            row["line_id"] = number * 10**12 + row["line_number"]
        expected += copy
    assert found == [{name: row[name] for name in found[0]} for row in expected]


def test_columns_in_the_path_of_parquet_are_text(session, tmp_path):
    for month in ("01", "2"):
        path = tmp_path / f"year=2024/month={month}/a.parquet"
        path.parent.mkdir(parents=True)
        pq.write_table(pa.table({"customer_id": ["A"], "invoiced_at": ["x"], "amount": [5]}), path)
    mapping = {"stock_code": "month"}
    [group] = opened(session, tmp_path, invoice_columns=mapping)["groups"]
    rows = session.table(group["view"]).orderBy("line_id").select("stock_code", "line_number")
    assert [tuple(row) for row in rows.collect()] == [("01", 2), ("2", 2)]
    assert dict(zip(group["columns"], group["types"], strict=True))["stock_code"] == "string"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no file with lines"),
        (b"customer_id,amount\n1,2\n", "no column for invoiced_at"),
        (b"customer_id,invoiced_at,amount\n", "a header, but no lines"),
    ],
)
def test_a_text_that_does_not_fit_is_named(session, tmp_path, content, message):
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(InputError, match=rf"a\.csv: {message}"):
        opened(session, tmp_path / "a.csv")


def test_a_workbook_is_refused_with_what_to_do(session, tmp_path):
    (tmp_path / "book.xlsx").write_bytes(b"PK")
    with pytest.raises(InputError, match=r"book\.xlsx: Spark reads no workbooks. Save the sheets"):
        opened(session, tmp_path / "book.xlsx")


def test_files_that_are_not_there_are_named(session, tmp_path):
    with pytest.raises(InputError, match=r"none\.csv: no such file"):
        opened(session, tmp_path / "none.csv")


def test_another_dbt_spark_is_refused_rather_than_patched(monkeypatch):
    from dbt.adapters.spark import SparkAdapter
    from dbt_common.exceptions import DbtRuntimeError

    from quintile.engines import spark_session

    before = SparkAdapter.python_submission_helpers
    monkeypatch.setattr(spark_session, "version", "1.12.0")
    with pytest.raises(DbtRuntimeError, match=r"with dbt-spark 1\.11\.\*, but this is 1\.12\.0"):
        spark_session.extend_adapter()
    assert SparkAdapter.python_submission_helpers is before
