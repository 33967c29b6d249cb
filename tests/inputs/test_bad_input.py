"""Bad input stops before a table is built, with one message that says what to do."""

from __future__ import annotations

import pytest
from conftest import ONLY_TABLES, TO_SEGMENTS, connect

HEADER = "invoice_id,stock_code,description,quantity,invoiced_at,unit_price,customer_id,country\n"


def tables(database) -> list[str]:
    if not database.exists():
        return []
    with connect(database, read_only=True) as connection:
        return connection.execute("select table_name from duckdb_tables()").fetchall()


def lines(customers: int) -> str:
    return HEADER + "".join(
        f"{1000 + n},A{n},thing,{n + 1},2024-0{1 + n % 9}-15 10:00:00,{n + 2}.50,{n},UK\n"
        for n in range(customers)
    )


@pytest.mark.parametrize(
    ("invoices", "settings", "message"),
    [
        ("nowhere/*.csv", {}, "nowhere/*.csv: no such file"),
        ("data/sample", {"cluster_range": [2, 40]}, "The var cluster_range is [2, 40]; it must"),
        ("data/sample", {"cluster_range": 3}, "The var cluster_range is 3; it must"),
        ("data/sample", {"n_clusters": "abc"}, "The var n_clusters is 'abc'; it must"),
        (
            "data/sample",
            {"clusters_per_factor": "x"},
            "The var clusters_per_factor is 'x'; it must",
        ),
        ("data/sample", {"cancellation_pattern": "(?=C)"}, "regular expression that duckdb knows"),
        ("data/sample", {"time_zone": "Mars/Olympus"}, "must be a time zone that duckdb knows"),
        ("data/sample", {"clusters_per_factor": 2}, "nobody scores above 3"),
        ("data/sample", {"products_onyl": True}, "Did you mean products_only?"),
    ],
)
def test_nothing_is_built(dbt, invoices, settings, message):
    build = dbt("build", invoices=invoices, settings=settings)
    assert build.returncode != 0
    assert message in build.output
    assert "Traceback" not in build.output
    assert tables(build.database) == []


def test_a_missing_column_is_named(dbt, tmp_path):
    file = tmp_path / "shop.csv"
    file.write_text("InvoiceNo,Quantity,InvoiceDate,CustomerID\n1,2,2024-01-01,3\n")
    build = dbt("build", invoices=file)
    assert build.returncode != 0
    found = "Columns found: 'InvoiceNo', 'Quantity', 'InvoiceDate', 'CustomerID'"
    assert f"{file}: no column for unit_price. {found}" in build.output
    assert tables(build.database) == []


def test_too_many_unreadable_lines_stop_the_build_and_are_kept(dbt, tmp_path):
    file = tmp_path / "shop.csv"
    file.write_text(lines(20) + "9,A,thing,plenty,2024-01-01,1.00,7,UK\n")
    build = dbt(*TO_SEGMENTS, invoices=file)
    assert build.returncode != 0
    assert "1 of 21 lines could not be read, more than max_rejected_share (0.01)" in build.output
    assert f"For example {file}, line 22, quantity: not a number" in build.output
    assert "plenty" not in build.output
    assert build.query("select line_number, column_name, raw_text from rejected_lines") == [
        (22, "quantity", "plenty")
    ]
    assert build.query("select count(*) from duckdb_tables() where table_name = 'orders'") == [(0,)]


def test_sums_beyond_14_digits_stop_the_build(dbt, tmp_path):
    file = tmp_path / "shop.csv"
    file.write_text(lines(20) + 2 * "9,A,thing,6,2024-01-01,9999999999999,7,UK\n")
    build = dbt(*TO_SEGMENTS, invoices=file)
    assert build.returncode != 0
    assert "The column amount adds up to more than 14 digits before the point." in build.output
    assert f"The largest is in {file}, line 22. Correct the files" in build.output
    assert "Traceback" not in build.output


def test_more_clusters_than_different_customers_stop_before_the_fit(dbt, tmp_path):
    file = tmp_path / "shop.csv"
    file.write_text(lines(4))
    build = dbt(*TO_SEGMENTS, invoices=file, settings={"n_clusters": 5})
    assert build.returncode != 0
    assert "n_clusters is 5, but there are only 4 distinct customers" in build.output
    assert "Traceback" not in build.output


@pytest.mark.slow
@pytest.mark.parametrize(("customers", "clusters"), [(1, 1), (2, 2)])
def test_few_customers_build_with_fewer_clusters(dbt, tmp_path, customers, clusters):
    file = tmp_path / "shop.csv"
    file.write_text(lines(customers))
    build = dbt("build", invoices=file)
    assert build.returncode == 0, build.output
    assert build.query("select count(*) from segments") == [(customers,)]
    [(k, why)] = build.query("select distinct n_clusters, why_this_k from cluster_model")
    assert k == clusters
    assert "too few distinct customers" in why


def test_empty_tables_pass_through(dbt):
    build = dbt(*ONLY_TABLES, "--empty")
    assert build.returncode == 0, build.output
    assert build.query("select count(*) from segments") == [(0,)]
