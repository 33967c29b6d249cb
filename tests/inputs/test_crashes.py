"""However a file is damaged, one clear line comes out, in bounded memory, and the process ends."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import ONLY_TABLES, ROOT, connect

from quintile.database import doubt_about
from quintile.inputs.text_copies import Source

NAMES = ["a.csv.gz", "a.xlsx", "a.parquet"]
HEADER = "customer_id,invoiced_at,amount"
REPLACE = """
import os, sys
from dbt.cli.main import dbtRunner

model, new, old, *command = sys.argv[1:]

def replace(event):
    if event.info.name == "LogStartLine" and model in event.info.msg and os.path.exists(new):
        os.replace(new, old)

sys.exit(not dbtRunner(callbacks=[replace]).invoke(command).success)
"""
OPEN = """
import resource, sys
from pathlib import Path
from quintile.inputs.invoice_files import InputError, open_invoices

try:
    files = open_invoices(sys.argv[1], workdir=Path(sys.argv[2]))
    print(len(files))
except InputError as error:
    print(error)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def opened(path: Path) -> tuple[str, int]:
    """What comes out in a process of its own, and its memory in megabytes."""
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(path), str(path.parent / "text_copies")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    *said, memory = done.stdout.splitlines()
    return "\n".join(said), int(memory) >> 10


@pytest.fixture(scope="module")
def usual_memory(tmp_path_factory) -> int:
    path = tmp_path_factory.mktemp("usual") / "a.csv"
    path.write_text(f"{HEADER}\n1,2024-01-01,5\n")
    return opened(path)[1]


@pytest.mark.parametrize(
    ("start", "piece", "end"),
    [
        (f'{HEADER}\n1,2024-01-01,5\n2,"', "x", ""),
        (f"{HEADER}\n1,2024-01-01,5\n2,", "x", ",5\n"),
        (f'{HEADER}\n1,2024-01-01,5\n2,"', ',""', '",5\n'),
    ],
)
def test_a_cell_of_300_megabytes_is_refused_in_little_memory(
    tmp_path, usual_memory, start, piece, end
):
    with gzip.open(tmp_path / "a.csv.gz", "wb", compresslevel=1) as file:
        file.write(start.encode())
        for _ in range(300):
            file.write(piece.encode() * ((1 << 20) // len(piece)))
        file.write(end.encode())
    said, memory = opened(tmp_path / "a.csv.gz")
    assert said.startswith(f"{tmp_path}/a.csv.gz: line 3 is longer than 4,194,304 bytes.")
    assert "\n" not in said
    assert memory < usual_memory + 100


def test_a_cell_at_the_end_of_a_sheet_is_refused_in_little_memory(tmp_path, usual_memory):
    book = openpyxl.Workbook()
    for row in (HEADER.split(","), ["1", "2024-01-01", "5"]):
        book.active.append(row)
    book.active["XFD1048576"] = 0
    book.save(tmp_path / "a.xlsx")
    said, memory = opened(tmp_path / "a.xlsx")
    assert "because of cell XFD1048576. Delete the cells that stand far from the lines." in said
    assert memory < usual_memory + 100


@pytest.mark.parametrize(
    ("name", "place", "damage"),
    [
        *[(name, place, "cut") for name in NAMES for place in (0.2, 0.5, 0.9)],
        *[(name, place, "garbled") for name in NAMES[:2] for place in (0.2, 0.5, 0.9)],
        ("a.parquet", 0.99, "garbled"),
    ],
)
def test_a_damaged_file_is_one_line(tmp_path, name, place, damage):
    path = tmp_path / name
    rows = [
        (f"{number}", f"2024-01-{1 + number % 28:02}", f"{number % 97}") for number in range(999)
    ]
    if name.endswith("gz"):
        text = "\n".join([HEADER, *map(",".join, rows)])
        path.write_bytes(gzip.compress(text.encode()))
    elif name.endswith("xlsx"):
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("Lines")
        for row in (HEADER.split(","), *rows):
            sheet.append(row)
        book.save(path)
    else:
        columns = dict(zip(HEADER.split(","), map(list, zip(*rows, strict=True)), strict=True))
        pq.write_table(pa.table(columns), path, compression="zstd")
    content = path.read_bytes()
    at = int(len(content) * place)
    rest = b"" if damage == "cut" else b"\xff" * 60 + content[at + 60 :]
    path.write_bytes(content[:at] + rest)
    said, _ = opened(path)
    assert said.startswith(f"{path}")
    assert "\n" not in said


def test_dbt_ends_with_the_message(dbt, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f'{HEADER}\n1,2024-01-01,5\n2,"' + "x" * 30_000_000)
    build = dbt(*ONLY_TABLES, invoices=path)
    assert build.returncode in (1, 2)
    assert f"{path}: line 3 is longer than 4,194,304 bytes." in build.output
    assert "Traceback" not in build.output


@pytest.fixture
def parquet(tmp_path: Path) -> Path:
    days = [f"2024-01-{1 + number % 28:02}" for number in range(9999)]
    ids = [f"K{number}" for number in range(9999)]
    table = pa.table({"customer_id": ids, "invoiced_at": days, "amount": [5.0] * 9999})
    pq.write_table(table, tmp_path / "a.parquet", compression="zstd")
    return tmp_path / "a.parquet"


def test_a_parquet_file_with_damaged_pages_is_named(dbt, parquet):
    shutil.copy(parquet, parquet.with_name("b.parquet"))
    content = parquet.read_bytes()
    parquet.write_bytes(content[:5] + b"\xff" * 300 + content[305:])
    build = dbt("run", "--select", "parsed_invoice_lines", invoices=parquet.parent)
    assert build.returncode != 0
    assert f"{parquet}: a damaged Parquet file (" in build.output
    assert "b.parquet: a damaged" not in build.output
    assert "Traceback" not in build.output


def test_a_parquet_file_that_is_replaced_during_a_run_stops_it(parquet):
    """The plugin as dbt-duckdb sets it up, asked before and after."""
    from quintile.engines.duckdb_plugin import Plugin

    with duckdb.connect() as connection:
        plugin = Plugin(name="files", plugin_config={})
        plugin.configure_connection(connection)
        plugin._in_place.append(Source.of(parquet))
        ask = "select changed_files('', '')"
        assert connection.execute(ask).fetchall() == [("{}",)]
        pq.write_table(pq.read_table(parquet).slice(1), parquet)
        [(answer,)] = connection.execute(ask).fetchall()
    assert json.loads(answer)["error"].startswith(f"{parquet}: changed while it was read.")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("model", "variable"),
    [("rejected_lines", "QUINTILE_INVOICES"), ("scored_customers", "QUINTILE_CUSTOMERS_TO_SCORE")],
)
def test_the_last_model_that_reads_a_parquet_file_looks_whether_it_changed(
    sample_build, tmp_path, model, variable
):
    numbers = {name: [1, 2] for name in ("recency_days", "frequency", "monetary")}
    columns = {"customer_id": ["a", "b"], "invoiced_at": ["2024-01-01", "soon"], "amount": [5, 6]}
    table = pa.table({**columns, **numbers})
    old, new = tmp_path / "a.parquet", tmp_path / "new.parquet"
    pq.write_table(table, old)
    pq.write_table(table.slice(1), new)
    database = shutil.copy(sample_build.database, tmp_path / "quintile.duckdb")
    selected = ["--select", "+rejected_lines" if model == "rejected_lines" else model]
    places = ["--target-path", tmp_path / "target", "--log-path", tmp_path / "logs"]
    options = [*places, "--vars", "{max_rejected_share: 1}"]
    done = subprocess.run(
        [sys.executable, "-c", REPLACE, model, new, old, "run", *selected, *options],
        cwd=ROOT,
        env={**os.environ, "QUINTILE_DB": str(database), variable: str(old)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not new.exists()
    assert done.returncode == 1
    assert f"{old}: changed while it was read. Build again when it is complete." in done.stdout
    with connect(database, read_only=True) as connection:
        doubt = doubt_about(connection, model)
    assert doubt == f"{model} (building it failed)"
