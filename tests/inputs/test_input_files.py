"""Files are found wherever a folder holds them, and read together where they are alike."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from compiled_models import CompiledModels, memory

from quintile.inputs.input_files import like_files
from quintile.inputs.invoice_files import InputError, open_invoices

KINDS = {
    "Order Status": "status", "financial_status": "status",
    "Cancelled at": "cancellation", "IsVoided": "cancellation", "storniert": "cancellation",
    "PaymentState": "status", "state": None,
    "Shipping State": None, "currency": "currency", "Currency Code": "currency",
    "Währung": "currency", "Discount Amount": "discount", "COUPON": "discount",
    "Promo code": "discount", "Rabatt %": "discount", "Refunded Amount": "refund",
    "Storno": "cancellation", "Annulé": "cancellation",
    "Divisa": "currency", "Gutschrift": "refund",
    "qty_returned": "refund", "Rückerstattung": "refund", "Refund Status": "refund",
    "Line Type": "kind", "Belegart": "kind", "is_return": "kind", "Voucher Type": "kind",
    "Voucher Amount": "discount", "Line Total": "amount", "Betrag": "amount",
    "Category": None, "Product Type": None, "Payment Type": None, "order_total": None,
    "Estado": "status", "Stato dell'ordine": "status", "Stage": "status", "customer_state": None,
    "D/C": "kind", "Return": "kind", "return_qty": "refund", "disc%": "discount",
    "RETAIL_DISC": "discount", "Discovered": None, "Curr.": "currency", "Moeda": "currency",
    "cursor": None, "Value": "amount", "Valor Total": "amount", "Lifetime Value": None,
    "Статус": "status", "Тип документа": "kind", "Валюта": "currency", "Отменён": "cancellation",
    "Stav objednávky": "status", "Měna": "currency", "Sleva": "discount", "Typ dokladu": "kind",
    "Waluta": "currency", "Zwrot": "refund", "Sipariş Durumu": "status", "İNDİRİM": "discount",
    "Pénznem": "currency", "Tila": "status", "Stato ordine": "status", "Situação": "status",
    "订单状态": "status", "币种": "currency", "優惠金額": "discount",
    "キャンセル日": "cancellation",
    "통화": "currency", "κατάσταση": "status", "WKZ Umsatz": "currency", "Vch Type": "kind",
    "Soll/Haben-Kennzeichen": "kind", "Покупатель": None, "顧客": None, "Комиссия": None,
    "Stavební díl": None,
    "customer_id": None, "Turnover": None, "email": None, "": None,
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


def write_csv(path: Path, customer: str, amount: str = "amount") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"customer_id,invoiced_at,{amount}\n{customer},2010-12-01,5\n")


def write_parquet(path: Path, **cells: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    row = {"customer_id": "A", "invoiced_at": datetime(2010, 12, 1), "amount": 5.0} | cells
    pq.write_table(pa.Table.from_pylist([row]), path)


def rows_of(compiled_models: CompiledModels, spec: Path, **options: object) -> list[tuple]:
    """Customer, file below the folder and id of each line, as a model reads them."""
    files = open_invoices(str(spec), workdir=spec.parent / "copies", **options)
    with memory() as connection:
        compiled_models.read_files(connection, files)
        query = "select customer_id, source_file, line_id from parsed_invoice_lines order by 1"
        return [
            (customer, str(Path(file).relative_to(spec)), line_id)
            for customer, file, line_id in connection.execute(query).fetchall()
        ]


def test_files_that_are_alike_are_read_by_one_statement(folder, compiled_models):
    for name, amount in (("a", "amount"), ("b", "amount"), ("c", "amount")):
        write_csv(folder / f"{name}.csv", name, amount)
    write_parquet(folder / "d.parquet", customer_id="d")
    write_parquet(folder / "e.parquet", customer_id="e")
    write_parquet(folder / "f.parquet", customer_id="f", amount=5)
    files = open_invoices(str(folder), workdir=folder.parent / "copies")
    assert [len(group["parquet"]) for group in like_files(files)] == [3, 2, 1]
    assert rows_of(compiled_models, folder) == [
        (name, f"{name}.{'csv' if name < 'd' else 'parquet'}", number * 10**12 + 2)
        for number, name in enumerate("abcdef", start=1)
    ]


def test_groups_know_the_names_in_the_files(folder):
    write_csv(folder / "a.csv", "A", "Amount ")
    write_csv(folder / "b.csv", "B", "AMOUNT")
    groups = like_files(open_invoices(str(folder), workdir=folder / "copies"))
    assert [group["source_columns"]["amount"] for group in groups] == ["Amount", "AMOUNT"]
    assert [group["columns"]["amount"] for group in groups] == ["amount", "amount"]


def test_files_in_folders_below_are_found_but_not_what_programs_keep_there(folder):
    found = ["2024/01/a.csv", "2024/02/a.csv", "a.csv", "b c/d.csv"]
    for name in (*found, ".hidden/a.csv", "_delta_log/a.csv", "2024/.a.csv", "2024/~$a.csv"):
        write_csv(folder / name, "A")
    files = open_invoices(str(folder), workdir=folder.parent / "copies")
    assert [str(Path(file.source_file).relative_to(folder)) for file in files] == found


@pytest.mark.parametrize("month", ["1", "01"])
def test_columns_in_the_path_are_columns(folder, compiled_models, month):
    for name in ("a", "b"):
        path = folder / f"country=United Kingdom/month={month}/{name}.parquet"
        write_parquet(path, customer_id=name)
    write_parquet(folder / "country=France/month=12/c.parquet", customer_id="c")
    mapping = {"country": "country", "stock_code": "month"}
    files = open_invoices(str(folder), workdir=folder.parent / "copies", invoice_columns=mapping)
    with memory() as connection:
        compiled_models.read_files(connection, files)
        query = "select customer_id, country, stock_code from parsed_invoice_lines order by 1"
        assert connection.execute(query).fetchall() == [
            ("a", "United Kingdom", month),
            ("b", "United Kingdom", month),
            ("c", "France", "12"),
        ]


def test_columns_in_the_path_that_are_not_needed_are_left_alone(folder, compiled_models):
    write_parquet(folder / "year=2024/a.parquet", customer_id="a")
    write_parquet(folder / "month=12/b.parquet", customer_id="b")
    write_parquet(folder / "amount=7/c.parquet", customer_id="c")
    rows = rows_of(compiled_models, folder)
    assert [customer for customer, *_ in rows] == ["a", "b", "c"]


def test_a_folder_that_is_missing_or_empty_is_named(folder):
    for spec in (folder / "none", folder / "none" / "*.csv", folder):
        with pytest.raises(InputError, match=re.escape(f"{spec}: no ")):
            open_invoices(str(spec), workdir=folder.parent / "copies")


def test_files_without_lines_beside_some_that_have_are_passed_over(folder):
    write_csv(folder / "b.csv", "B")
    (folder / "a.csv").write_text("customer_id,invoiced_at,amount\n")
    (folder / "d.csv").write_text("\n")
    write_parquet(folder / "c.parquet")
    empty = pq.read_table(folder / "c.parquet").slice(0, 0)
    pq.write_table(empty, folder / "c.parquet")
    (file,) = open_invoices(str(folder), workdir=folder.parent / "copies")
    assert file.source_file == str(folder / "b.csv")
    assert [problem.split(". ")[0] for problem in file.understood["passed_over"]] == [
        f"{folder}/a.csv: a header, but no lines",
        f"{folder}/c.parquet: columns, but no lines",
        f"{folder}/d.csv: the file is empty",
    ]
    (folder / "b.csv").unlink()
    with pytest.raises(InputError, match=r"a\.csv: a header, but no lines"):
        open_invoices(str(folder), workdir=folder.parent / "copies")


# What the log says


def test_columns_that_may_change_the_figures_are_known_by_their_names(compiled_models):
    found = {name: compiled_models.macro("kind_of_column", name=name) for name in KINDS}
    assert found == KINDS


ZONED = ["timestamp[us, tz=UTC]", "timestamp with time zone", "TIMESTAMPTZ_NS"]


def test_the_log_says_that_times_of_a_type_with_a_zone_are_turned(compiled_models):
    notes = {
        types: compiled_models.macro(
            "notes_on_columns",
            columns=dict.fromkeys(["invoice_id", "stock_code", "quantity", "invoiced_at"]),
            types={"invoiced_at": types},
        )
        for types in (*ZONED, "timestamp", "string")
    }
    turned = ["times converted from their zones to UTC"]
    assert [*notes.values()] == [turned] * len(ZONED) + [[], []]


def test_the_log_says_what_was_understood(dbt, folder):
    lines = ["Report;;", "", "id;Day;Total;Währung;State", "K1;2024-01-01;5;EUR;NY"]
    lines += ['K2;2024-01-02;7;EUR;"NY', lines[2], lines[2], ";;;;"]
    (folder / "none.csv").write_text("id,Day,Total\n")
    (folder / "shop.csv").write_bytes("\r\n".join(lines).encode("cp1252"))
    mapping = {"customer_id": "id", "invoiced_at": "Day", "amount": "Total"}
    run = dbt("run-operation", "log_inputs", invoices=folder, settings={"invoice_columns": mapping})
    assert run.returncode == 0, run.output
    path = folder / "shop.csv"
    assert (
        f"Reading {path} (cp1252, assumed as it is not valid utf-8 (byte 0xE4 at offset 26, "
        "line 3); semicolons; header in line 3; quotes read as plain characters in 1 line; "
        "the header repeated in 2 lines, first in line 6; "
        "nothing but delimiters or dashes in line 8; " in run.output
    )
    assert f"{path}: the column Währung is not read. All amounts are taken to be" in run.output
    assert f"Skipping a file, {folder}/none.csv: a header, but no lines" in run.output
    assert "State" not in run.output
