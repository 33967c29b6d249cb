"""The model scored_customers: files of customers from outside, scored like those of the build."""

from __future__ import annotations

import shutil

import duckdb
import openpyxl
import pytest
from conftest import run_dbt
from test_score_customer import COLUMNS

from quintile.inputs.column_matching import InputError
from quintile.inputs.customer_files import open_customers

SETTING = "QUINTILE_CUSTOMERS_TO_SCORE"
CUSTOMERS = ["customer_id", "recency_days", "frequency", "monetary"]
BAD_LINES = """\
Customer ID;Recency Days;FREQUENCY;monetary;remark
 7.0; 10 ;5.0;1000.00004;good
;0;0;0;no id
a;ten;5;1000;
b;10;-5;1000;
c;10;5;;
d;10;5;1e20;
e;10;5;inf;
f;10;5
"""


@pytest.fixture(scope="module")
def scored(sample_build, tmp_path_factory):
    """The sample's own customers in every format, and bad lines, scored in one run."""
    folder = tmp_path_factory.mktemp("scored")
    shutil.copy(sample_build.database, folder)
    files = folder / "files"
    files.mkdir()
    own = f"select {', '.join(CUSTOMERS)} from built.segments"
    with duckdb.connect() as connection:
        connection.execute(f"attach '{sample_build.database}' as built (read_only)")
        for name in ["a.csv", "b.csv.gz", "c.parquet"]:
            connection.execute(f"copy ({own}) to '{files / name}'")
        customers = connection.execute(own).fetchall()
    book = openpyxl.Workbook()
    for row in [CUSTOMERS, *customers]:
        book.active.append(row)
    book.save(files / "d.xlsx")
    (files / "e.csv").write_text(BAD_LINES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(files))
        build = run_dbt(folder, "build", "--select", "scored_customers")
    assert build.returncode == 0, build.output
    return build


@pytest.mark.parametrize("name", ["a.csv", "b.csv.gz", "c.parquet", "d.xlsx[Sheet]"])
def test_customers_of_segments_get_their_own_row_from_any_format(scored, sample_build, name):
    columns = ", ".join([*CUSTOMERS, *COLUMNS])
    own = sample_build.query(f"select {columns} from segments order by customer_id")
    assert own == scored.query(
        f"select {columns} from scored_customers where source_file like '%/{name}' "
        "and problem is null order by customer_id"
    )


def test_a_bad_line_stays_with_the_reason(scored):
    found = scored.query(
        "select line_number, customer_id, problem from scored_customers "
        "where source_file like '%/e.csv' order by line_number"
    )
    number = "is not a number from 0 to below 10^14"
    assert found == [
        (2, "7", None),
        (3, None, None),
        (4, "a", f"recency_days {number}"),
        (5, "b", f"frequency {number}"),
        (6, "c", "monetary is empty"),
        (7, "d", f"monetary {number}"),
        (8, "e", f"monetary {number}"),
        (9, None, "fields: 3 instead of 5"),
    ]
    answers = " or ".join(f"{column} is not null" for column in COLUMNS)
    assert scored.query(
        f"select count(*) from scored_customers where problem is not null and ({answers})"
    ) == [(0,)]


def test_numbers_are_rounded_as_score_customer_rounds_them(scored):
    [row] = scored.query(
        f"select struct_pack({', '.join(COLUMNS)}) = score_customer(10, 5, 1000), monetary "
        "from scored_customers where source_file like '%/e.csv' and line_number = 2"
    )
    assert row == (True, 1000)


def test_without_the_variable_there_are_no_rows_but_all_columns(scored, sample_build):
    columns = "select column_name, data_type from information_schema.columns where table_name = "
    assert sample_build.query("select count(*) from scored_customers") == [(0,)]
    assert sample_build.query(f"{columns} 'scored_customers'") == scored.query(
        f"{columns} 'scored_customers'"
    )


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("customer_id,recency_days,orders", "no column for frequency, monetary. Columns found: 'c"),
        (
            "customer_id,recency_days,frequency,monetary,Monetary",
            "2 columns for monetary. Columns found:",
        ),
    ],
)
def test_a_missing_or_repeated_column_is_named(tmp_path, header, message):
    file = tmp_path / "crm.csv"
    file.write_text(f"{header}\n1,2,3,4,5\n")
    with pytest.raises(InputError) as error:
        open_customers(str(file), workdir=tmp_path / "copies")
    assert f"{file}: {message}" in str(error.value)


@pytest.mark.parametrize("name", ["nowhere.csv", "crm.csv"])
def test_a_missing_file_or_column_stops_before_a_table_is_built(dbt, tmp_path, monkeypatch, name):
    (tmp_path / "crm.csv").write_text("customer_id,recency_days,frequency\n1,2,3\n")
    monkeypatch.setenv(SETTING, str(tmp_path / name))
    build = dbt("build")
    assert build.returncode != 0
    problem = {"nowhere.csv": "no such file", "crm.csv": "no column for monetary"}[name]
    assert f"{tmp_path / name}: {problem}" in build.output
    assert SETTING in build.output
    assert "Traceback" not in build.output
    assert build.query("select count(*) from duckdb_tables()") == [(0,)]
