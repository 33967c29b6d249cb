"""A task of Spark copies text files as they are copied on DuckDB, without a cluster here."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from quintile.inputs.column_matching import match_columns
from quintile.inputs.invoice_files import open_invoices
from quintile.inputs.spark_tasks import SCHEMA, copy_texts

TEXT = (
    "Report;;\r\n\r\nInvoiceNo;InvoiceDate;CustomerID;amount;remark\r\n"
    '1;2024-01-05;K1;5;"zwei\r\nZeilen; ""mit"" €"\r\n2;2024-01-06;"K2;6;x\r\n3;2024-01-07\r\n'
)
COLUMNS = ["invoice_id", "invoiced_at", "customer_id", "amount", "unit_price"]
PLACES = ["line_number", "unreadable_text", "unreadable_reason"]


def batches_of(files: dict[str, bytes], *, rows: int) -> list[pa.RecordBatch]:
    """Bytes between line feeds, as Spark reads text: it says not whether the last one has one."""
    lines = [
        (uri, line)
        for uri, content in files.items()
        for line in content.removesuffix(b"\n").split(b"\n")
    ]
    table = pa.table(
        {"uri": [uri for uri, _ in lines], "line": [line for _, line in lines]},
        schema=pa.schema({"uri": pa.string(), "line": pa.binary()}),
    )
    return table.to_batches(max_chunksize=rows)


def copied(files: dict[str, bytes], *, rows: int = 1000) -> list[dict]:
    match = partial(match_columns, invoice_columns={})
    batches = list(copy_texts(batches_of(files, rows=rows), match=match, encoding="auto"))
    assert all(batch.schema == SCHEMA for batch in batches)
    return pa.Table.from_batches(batches, SCHEMA).to_pylist()


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["", "\r\n", "\n"])
@pytest.mark.parametrize("rows", [1, 3, 1000])
def test_a_text_is_read_as_on_duckdb(tmp_path: Path, encoding, end, rows):
    content = (TEXT.removesuffix("\r\n") + end).encode(encoding)
    (tmp_path / "a.csv").write_bytes(content)
    (file,) = open_invoices(f"{tmp_path}/a.csv", workdir=tmp_path / "copies")
    expected = pq.read_table(file.parquet).to_pylist()
    *found, facts = copied({"file:/a.csv": content}, rows=rows)
    understood = json.loads(facts["facts"])
    assert understood["columns"] == list(file.columns)
    assert understood["understood"] == file.understood
    assert [[row[name] for name in PLACES] for row in found] == [
        [row[name] for name in PLACES] for row in expected
    ]
    for name in COLUMNS:
        assert [row[name] for row in found] == [row.get(name) for row in expected]


def test_one_task_may_copy_several_files():
    files = {f"file:/{name}.csv": TEXT.replace("K1", name).encode() for name in "abc"}
    files["file:/b.csv"] = b"customer_id,amount\n1,2\n"
    files["file:/d.csv"] = b"InvoiceDate;CustomerID;amount\n"
    rows = copied(files, rows=2)
    facts = {row["source_file"]: json.loads(row["facts"]) for row in rows if row["facts"]}
    assert list(facts) == list(files)
    assert facts["file:/b.csv"]["error"].startswith("file:/b.csv: no column for invoiced_at")
    assert [facts[name].get("is_empty") for name in files] == [None, False, None, True]
    lines = [(row["source_file"], row["customer_id"]) for row in rows if row["line_number"] == 4]
    assert lines == [("file:/a.csv", "a"), ("file:/c.csv", "c")]
