"""A table as input gives the tables that its lines as a file give; what it lacks is named."""

from __future__ import annotations

import pytest
from conftest import ONLY_TABLES, build_tables, connect

from quintile.inputs.column_matching import InputError, match_columns

AS_IN_THE_FILE = [
    "orders",
    "customer_rfm",
    "rfm_scores",
    "rfm_thresholds",
    "cleaning_audit",
    "segments",
]


@pytest.fixture(scope="module")
def from_a_table(tmp_path_factory):
    """The sample as a table, lines shuffled, some columns typed; and files that are not there."""
    folder = tmp_path_factory.mktemp("table")
    with connect(folder / "quintile.duckdb") as connection:
        connection.execute(
            """create table "Order Lines" as
            select * replace (
                cast(quantity as integer) as quantity,
                cast(unit_price as double) as unit_price,
                invoiced_at || ':00 UTC' as invoiced_at
            )
            from read_csv('data/sample/invoices.csv', all_varchar = true) order by random()"""
        )
    return build_tables(
        folder,
        *ONLY_TABLES,
        "--select",
        "+segments",
        "+cleaning_audit",
        invoices=folder / "nowhere.csv",
        settings={"invoices_relation": 'quintile.main."Order Lines"'},
    )


def test_a_table_gives_the_tables_of_its_lines_as_a_file(from_a_table, sample_build):
    assert "Reading quintile.main.Order Lines (QUINTILE_INVOICES is set too" in from_a_table.output
    for table in AS_IN_THE_FILE:
        query = f"select * from {table} order by all"
        assert from_a_table.query(query) == sample_build.query(query), table


def test_lines_of_a_table_have_no_places_and_stable_ids(from_a_table):
    lines = "select line_id, line_number, source_file from parsed_invoice_lines"
    assert from_a_table.query(f"select distinct line_number, source_file from ({lines})") == [
        (None, "quintile.main.Order Lines")
    ]
    assert from_a_table.query(f"select count(*) - count(distinct line_id) from ({lines})") == [(0,)]


LINE = "'1' as invoice_id, 2 as quantity, date '2024-01-05' as invoiced_at, 3 as unit_price"


def test_ids_of_lines_depend_on_content_alone(compiled_models):
    def ids(query: str) -> set[int]:
        with compiled_models.connected():
            compiled_models.execute(f"create or replace temp table shop_lines as {query}")
            sql = compiled_models.macro("read_relation", relation="shop_lines")
            rows = compiled_models.execute(f"select line_id from ({sql}) as lines")
            return {line_id for (line_id,) in rows}

    a, b = f"select {LINE}, 'A' as customer_id", f"select {LINE}, 'B' as customer_id"
    of_a, of_both = ids(a), ids(f"{b} union all {a} union all {a}")
    assert len(of_both) == 3
    assert of_a < of_both
    assert ids(b) < of_both


def test_columns_of_a_table_are_matched_with_their_types(compiled_models):
    with compiled_models.connected():
        compiled_models.execute(
            f"create or replace temp table shop_lines as select {LINE}, 'A' as customerid"
        )
        matched = compiled_models.macro("matched_relation", relation="shop_lines")
    assert (matched["name"], matched.get("problem")) == ("shop_lines", None)
    assert matched["columns"]["customer_id"] == "customerid"
    assert matched["types"]["invoiced_at"] == "DATE"
    assert "amount" not in matched["columns"]


def test_names_of_columns_may_have_quotes(compiled_models):
    with compiled_models.connected():
        compiled_models.execute(
            """create or replace temp table shop_lines as select 'A' as "The ""Customer"" #\""""
        )
        cell = compiled_models.macro("quoted", name='The "Customer" #')
        assert compiled_models.execute(f"select {cell} from shop_lines") == [("A",)]


@pytest.mark.parametrize(
    ("relation", "message"),
    [
        ("main.nowhere", "names main.nowhere, but there is no such table or view"),
        ("shop_lines", "names shop_lines, which has columns, but no lines"),
        ('"shop_lines"', "names shop_lines, which has columns, but no lines"),
    ],
)
def test_a_table_that_cannot_be_read_is_named(compiled_models, relation, message):
    with compiled_models.connected():
        compiled_models.execute(
            "create or replace temp table shop_lines as select 1 as x where false"
        )
        assert message in compiled_models.macro("problem_of_relation", relation=relation)


@pytest.mark.parametrize(
    ("relation", "parts"),
    [
        ("shop.main.order_lines", ["shop", "main", "order_lines"]),
        ('"my shop"."main"."Order ""Lines"""', ["my shop", "main", 'Order "Lines"']),
        ("`shop`.order_lines", ["shop", "order_lines"]),
        ('(select * from "a"."b"."c" where false limit 0) _dbt_limit_subq_c', ["a", "b", "c"]),
    ],
)
def test_names_of_tables_are_taken_apart(compiled_models, relation, parts):
    assert compiled_models.macro("parts_of_name", relation=relation) == parts


UCI = ["InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "Customer ID", "Land"]


@pytest.mark.parametrize(
    ("names", "mapping"),
    [
        (UCI, {}),
        (UCI, {"country": " Land"}),
        (UCI, {"country": "Staat"}),
        (UCI, {"country": "LAND"}),
        ([*UCI, "land"], {"country": "LAND"}),
        (UCI, {"client": "Land"}),
        ([*UCI, "amount"], {}),
        ([*UCI, "Total"], {"amount": "Total"}),
        ([*UCI, "customer_id"], {}),
        ([*UCI, "customer_id"], {"customer_id": "Land"}),
        (["A", "It's"], {}),
        ([], {}),
        (["day", "amount", "customer_id"], {"invoiced_at": "day"}),
    ],
)
def test_columns_are_matched_as_those_of_files(compiled_models, names, mapping):
    found = compiled_models.macro(
        "match_columns", names=names, invoice_columns=mapping, where="here"
    )
    if "client" in mapping:
        assert (
            "maps 'client', but the columns to map are invoice_id, stock_code" in found["problem"]
        )
        return
    assert found == found_in_a_file(names, mapping)


def found_in_a_file(names, mapping):
    try:
        matched = match_columns(names, invoice_columns=mapping, where="here")
    except InputError as error:
        return {"problem": str(error)}
    return {"columns": {name: names[at] for name, at in matched.items()}}
