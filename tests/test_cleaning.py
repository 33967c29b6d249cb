"""What cleaning promises: files of other shops by mapping, overlapping files, non-products."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml
from compiled_models import CompiledModels, logged, memory
from conftest import ONLY_TABLES, ROOT, Build
from hypothesis import given, settings
from hypothesis import strategies as st

from quintile.inputs.invoice_files import open_invoices

SALES = [*ONLY_TABLES, "--select", "+orders", "+cleaning_audit"]
INPUTS = (ROOT / "docs/inputs.md").read_text()


def mapping_given_for(file: str) -> dict:
    """The settings that docs/inputs.md gives for a file."""
    [settings_given] = re.findall(rf"QUINTILE_INVOICES={file} [^\n]* --vars '([^']*)'", INPUTS)
    return yaml.safe_load(settings_given)


def sales(dbt: Callable[..., Build], *command: str, **options: object) -> Build:
    build = dbt(*SALES, *command, **options)
    assert build.returncode == 0, build.output
    return build


# Any data set by mapping


def test_cdnow_by_the_commands_of_the_docs(dbt, test_data, tmp_path):
    [awk] = re.findall(r"^awk .*$", INPUTS, flags=re.M)
    shutil.copy(test_data / "cdnow_sample.txt", tmp_path)
    subprocess.run(awk, shell=True, cwd=tmp_path, check=True)
    build = sales(dbt, invoices=tmp_path / "orders.csv", settings=mapping_given_for("orders.csv"))
    assert (
        "header in line 1; no invoice ids: all lines of a customer on one day are one invoice; "
        "no stock codes: a refund undoes the latest purchases of its customer)"
    ) in build.output

    spent: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for line in (test_data / "cdnow_sample.txt").read_text().splitlines():
        _, customer, day, _, dollars = line.split()
        spent[customer, day] += Decimal(dollars)
    orders = {key: dollars for key, dollars in spent.items() if dollars > 0}
    assert build.query(
        """select lines_before, invoices_before, customers_before from cleaning_audit
        where step = 'raw'"""
    ) == [(6919, len(spent), 2357)]
    assert build.query(
        "select customer_id, strftime(ordered_at, '%Y%m%d'), amount from orders order by all"
    ) == sorted((customer, day, dollars) for (customer, day), dollars in orders.items())


GERMAN_HEADER = "Bestellnummer;Artikel;Bezeichnung;Menge;Datum;Einzelpreis;Kunde;Land;Währung"
GERMAN_LINES = [
    "1001;T-1;Teekanne, groß;2;05.01.2024 10:15;12,99;K1;Österreich;EUR",
    "1001;S-9;Stövchen;1;05.01.2024 10:15;7,50;K1;Österreich;EUR",
    "1002;W-3;Wein lose;0,750;31.01.2024 09:00;8,00;K2;Deutschland;EUR",
    "1003;B-7;Büfett;1;02.02.2024 12:00;1.234,50;K3;Deutschland;EUR",
    "1004;T-1;Teekanne, groß;-1;03.02.2024 08:00;12,99;K1;Österreich;EUR",
    "1005;B-7;Büfett;-1;04.02.2024 08:00;1.234,50;K3;Deutschland;EUR",
    "1006;S-9;Stövchen;-4;05.02.2024 08:00;7,50;K1;Österreich;EUR",
    "1007;S-9;Stövchen;1;06.02.2024 08:00;7,50;;Deutschland;EUR",
    "1008;SHIPPING;Versand;1;06.02.2024 08:00;4,90;K2;Deutschland;EUR",
    "1014;Q-1;Kissen;-1;06.02.2024 08:00;20,00;K2;Deutschland;EUR",
    "1015;T-1;Teekanne, groß;1;10.02.2024 08:00;12,99;K2;Deutschland;EUR",
    "1009;X-1;Schleife;1.000;07.02.2024 08:00;0,10;K2;Deutschland;EUR",
    "1010;X-1;Schleife;viele;07.02.2024 08:00;0,10;K2;Deutschland;EUR",
    "1011;X-1;Schleife;1;30.02.2024 08:00;0,10;K2;Deutschland;EUR",
    "1012;X-1;Schleife;1;07.02.2024 08:00;0,10;K2",
    "1013;X-1;Schleife;99999999999;07.02.2024 08:00;99999,99;K2;Deutschland;EUR",
]


def test_a_german_shop_by_the_mapping_in_readme(dbt, tmp_path):
    """Other names, semicolons, Latin-1, decimal commas, days first, returns by quantity alone."""
    file = tmp_path / "bestellungen.csv"
    file.write_bytes("\n".join([GERMAN_HEADER, *GERMAN_LINES]).encode("latin-1"))
    mapping = mapping_given_for("bestellungen.csv")
    build = sales(dbt, invoices=file, settings={**mapping, "max_rejected_share": 0.5})
    assert (
        f"{file}: dotted dates, day first; quantity with decimal commas (line 4 proves it); "
        "unit_price with decimal commas (line 2 proves it); money in EUR"
    ) in build.output
    assert (
        "Rejected 1 line, an amount of 0.10: invoiced_at: not a date from 1900 to 2199 "
        f"({file}, line 15)"
    ) in build.output

    assert build.query(
        "select invoice_id, customer_id, units, amount from orders order by all"
    ) == [
        ("1001", "K1", Decimal(1), Decimal("12.99")),
        ("1002", "K2", Decimal("0.75"), Decimal(6)),
        ("1009", "K2", Decimal(1000), Decimal(100)),
        ("1015", "K2", Decimal(1), Decimal("12.99")),
    ]
    assert build.query("select distinct ordered_at from orders order by all") == [
        (datetime(2024, 1, 5, 10, 15),),
        (datetime(2024, 1, 31, 9),),
        (datetime(2024, 2, 7, 8),),
        (datetime(2024, 2, 10, 8),),
    ]
    assert build.query(
        """select invoice_id, line_class, unmatched_quantity from invoice_lines
        where quantity < 0 order by invoice_id"""
    ) == [
        ("1004", "cancellation", 0),
        ("1005", "cancellation", 0),
        ("1006", "cancellation", 3),
        ("1014", "unmatched_cancellation", 1),
    ]
    assert build.query(
        "select line_number, column_name, raw_text, reason from rejected_lines order by line_number"
    ) == [
        (14, "quantity", "viele", "not a number of at most 14 digits before the point"),
        (15, "invoiced_at", "30.02.2024 08:00", "not a date from 1900 to 2199"),
        (16, "line", GERMAN_LINES[14], "fields: 7 instead of 9"),
        (
            17,
            "amount",
            "99999999999 x 99999,99",
            "not a number of at most 14 digits before the point",
        ),
    ]
    assert build.query(
        """select lines_before, (select count(*) from rejected_lines)
        + (select count(*) from repeated_lines) + (select count(*) from invoice_lines)
        from cleaning_audit where step = 'raw'"""
    ) == [(len(GERMAN_LINES), len(GERMAN_LINES))]
    assert build.query(
        """select step, lines_removed from cleaning_audit
        where lines_removed > 0 order by step_number"""
    ) == [
        ("rejected", 4),
        ("no customer", 1),
        ("not a product", 1),
        ("cancellation", 3),
        ("unmatched cancellation", 1),
        ("cancelled sale", 2),
    ]


# What is assumed, and how much money hangs on it

TILL_HEADER = "bon,code,quantity,at,price,buyer,state"
TILL_LINES = [
    "1,MUG,2,2024-01-01 10:00,10,walkin,wc-completed",
    "1,PROMO,1,2024-01-01 10:00,-30,walkin,wc-completed",
    "2,MUG,1,2024-01-02 10:00,10,walkin,Partially_Refunded",
    "3,POST,1,2024-01-02 10:00,5,walkin,completed",
    "3,CUP,1,2024-01-02 10:00,7,ann,eingetroffen",
    "4,CUP,-3,2024-01-03 10:00,7,ann,eingetroffen",
    "5,CUP,1,2024-01-04 10:00,7,bob,cancelled\u00a0",
    "6,CUP,1,2024-01-05 10:00,7,,completed",
    "6,CUP,1,2024-01-05 10:00,7,,completed",
    "7,LOSS,1,2024-01-05 10:00,-4,bob,completed",
    "8,CUP,1,2024-01-06 10:00,6,bob,completed",
    "2,MUG,1,2024-01-09 10:00,10,walkin,completed",
    "2,MUG,1,2024-01-10 09:00,10,walkin,completed",
    "5,CUP,1,2024-01-04 10:00,9,bob,",
    "9,CUP,1,2024-01-08 10:00,3,,completed",
    "9,CUP,1,2024-01-07 10:00,8,eve,cancelled",
    "9,CUP,1,2024-01-08 10:00,3,,completed",
]
LOGGED = [
    "Lines without a status, which take that of their order, in {file}: 1 line, 9.00 in money",
    "Status completed: 9 lines, 47.00 in money, counted as sales",
    "Status eingetroffen: 2 lines, -14.00 in money, counted as sales, as the seed order_statuses",
    "Status cancelled: 3 lines, 24.00 in money, not counted",
    "Cancelled, but not bought before in the data: 1 line, 14.00 in money",
    "Classed excluded_status: 3 lines, 24.00 in money",
    "Classed no_customer: 4 lines, 20.00 in money",
    "Classed non_product: 1 line, 5.00 in money",
    "Classed discount: 1 line, -30.00 in money",
    "Classed adjustment: 1 line, -4.00 in money",
    "Stock codes that are not products hold 3.0% of all money: POST (1 line, 5.00 in money)",
    "Invoices in which every line occurs twice: 4 lines, 20.00 in money, first in {file}, line 9.",
    "Discounts beyond what their orders are worth: 1 line, 10.00 in money",
    "Invoice ids that a customer has more than once, over a day apart: 1, counted as 2 orders",
    "Orders with lines on several days, none more than a day after the one before: 1, 20.00 in",
    "One customer has 75% of the orders, 30.00 in money, first in {file}, line 2.",
]


def test_the_log_says_what_was_assumed_and_what_money_hangs_on_it(dbt, tmp_path):
    file = tmp_path / "till.csv"
    file.write_text("\n".join([TILL_HEADER, *TILL_LINES]))
    columns = {
        "invoice_id": "bon",
        "stock_code": "code",
        "quantity": "quantity",
        "invoiced_at": "at",
        "unit_price": "price",
        "customer_id": "buyer",
        "status": "state",
    }
    build = sales(dbt, invoices=file, settings={"invoice_columns": columns})
    for line in LOGGED:
        assert line.format(file=file) in build.output
    assert "walkin" not in build.output
    assert build.query("select order_id, amount from orders order by all") == [
        ("1/walkin/2024-01-01", 0),
        ("2/walkin/2024-01-02", 10),
        ("2/walkin/2024-01-09", 20),
        ("8/bob/2024-01-06", 6),
    ]
    assert build.query(
        """select step, amount_removed from cleaning_audit
        where step in ('discount', 'discounted') order by step_number"""
    ) == [("discount", -30), ("discounted", 20)]


# Overlapping files

few_lines = st.lists(
    st.tuples(
        st.integers(1, 4).map(lambda day: datetime(2024, 1, day)),
        st.sampled_from(["1", "2"]),
        st.sampled_from(["A", "B"]),
        st.sampled_from([None, "cup"]),
        st.sampled_from([None, "17850"]),
        st.sampled_from([1, 2]),
    ),
    min_size=1,
    max_size=20,
).map(lambda lines: sorted(lines, key=lambda line: line[1]))
"""An invoice's lines stand together: a run of invoices that stands twice would count once."""
FEW_COLUMNS = ["invoiced_at", "invoice_id", "stock_code", "description", "customer_id", "quantity"]


@settings(deadline=None, max_examples=30)
@given(files=st.lists(few_lines, min_size=1, max_size=3))
def test_identical_lines_count_as_often_as_in_the_file_with_most(
    compiled_models, tmp_path_factory, files
):
    """Two files may describe a product in different words."""
    folder = tmp_path_factory.mktemp("overlap")
    for number, lines in enumerate(files):
        columns = dict(zip(FEW_COLUMNS, zip(*lines, strict=True), strict=True))
        texts = {name: pa.string() for name in ("description", "customer_id")}
        table = pa.table({name: pa.array(columns[name], texts.get(name)) for name in FEW_COLUMNS})
        pq.write_table(
            table.append_column("unit_price", [[2.5] * len(lines)]), folder / f"{number}.parquet"
        )
    expected: Counter = Counter()
    for lines in files:
        expected |= Counter((*line[:3], *line[4:]) for line in lines)
    with memory() as connection:
        compiled_models.read_files(connection, open_invoices(str(folder), workdir=folder))
        columns = [name for name in FEW_COLUMNS if name != "description"]
        rows = connection.execute(f"select {', '.join(columns)} from stg_invoice_lines").fetchall()
        repeated = connection.execute("select count(*) from repeated_lines").fetchone()
    assert Counter(rows) == expected
    assert repeated == (sum(map(len, files)) - expected.total(),)


# Customers


@pytest.mark.parametrize(
    ("ids", "logged_as"),
    [
        (["00123", "123", "123", "Ann", "ANN", "bob", "1230"], ["4, 50.00 in money. They are"]),
        (["123", "123", "0", "Ann", "anna"], []),
    ],
)
def test_customers_whose_ids_are_alike_are_logged(compiled_models, ids, logged_as):
    with memory() as connection, logged() as messages:
        connection.execute(
            "create table orders as select unnest(?) as customer_id, 10.0 as amount", [ids]
        )
        compiled_models.check("log_alike_customers", connection, orders="orders")
    assert len(messages) == len(logged_as)
    for message, words in zip(messages, logged_as, strict=True):
        assert f"only in case or in leading zeros: {words}" in message


@pytest.mark.parametrize("ids", [["Ann"], []])
def test_a_shop_without_orders_is_logged(compiled_models, ids):
    with memory() as connection, logged() as messages:
        connection.execute("create table orders as select unnest(?::varchar[]) as id", [ids])
        compiled_models.check("log_no_orders", connection, orders="orders")
    assert len(messages) == (not ids)


# Non-products

CODES = {
    "postage": ["POST", "post", "Shipping", "Frakt", "доставка", "送料"],
    "discount": ["DISCOUNT", "discount_10", "Rabatt 10%"],
    "bank fee": ["BANK CHARGES"],
    "marketplace fee": ["AMAZONFEE"],
    "sample": ["SAMPLES"],
    "voucher": ["GIFT VOUCHER"],
    "refund": ["REFUND", "refund_12"],
    "tax": ["TAX", "vat"],
    "total": ["Subtotal", "TOTAL"],
    "deposit": ["Pfand"],
    "rounding": ["Round off"],
}
CODES_OF_UCI = {
    "postage": ["DOT"],
    "carriage": ["C2", "C3"],
    "manual": ["M", "m", "ADJUST", "ADJUST2"],
    "discount": ["D"],
    "bad debt": ["B"],
    "sample": ["S"],
    "test": ["TEST001", "TEST002"],
    "voucher": ["gift_0001_10", "GIFT_0001_80", "GIFT"],
    "commission": ["CRUK"],
}
PRODUCTS = [
    "85123A",
    "15056BL",
    "47503J ",
    "SP1002",
    "PADS",
    "DCGSSBOY",
    "DCGS0003",
    "DCGSSGIRL",
    "C20713",
]
PRODUCTS_ELSEWHERE = ["TESTER-ROSE", "GIFT_BOX-RED", "XL", "SAMPLER", "AMAZON-COFFEE", "ADJUSTABLE"]


@pytest.fixture
def codes_sold(compiled_models: CompiledModels):
    """What becomes of lines with these codes: their kinds, and those that the analysis lists."""

    def classify(
        codes: list[str], *, has_uci_headers: bool = True
    ) -> tuple[dict[str, str], list[str]]:
        with memory() as connection:
            seed = connection.read_csv(f"{ROOT}/seeds/non_product_codes.csv")
            seed.create("service_codes")
            connection.execute("create table codes as select unnest(?) as stock_code", [codes])
            connection.execute(
                f"""create view stg_invoice_lines as
                select stock_code, null as description, {has_uci_headers} as has_uci_headers
                from codes;
                create view invoice_lines as
                select stock_code, 'thing' as description, 1 as amount from codes;
                create view non_products as {compiled_models.sql("non_products")}"""
            )
            kinds = connection.execute("select stock_code, kind from non_products").fetchall()
            listed = connection.execute(compiled_models.sql("unknown_codes")).fetchall()
        return dict(kinds), sorted(code for code, *_ in listed)

    return classify


def kinds_of(*codes_by_kind: dict[str, list[str]]) -> dict[str, str]:
    return {code: kind for codes in codes_by_kind for kind, some in codes.items() for code in some}


def test_codes_of_both_uci_files_that_are_no_products(codes_sold):
    expected = kinds_of(CODES, CODES_OF_UCI)
    kinds, listed = codes_sold([*expected, *PRODUCTS])
    assert kinds == expected
    assert listed == ["DCGSSBOY", "DCGSSGIRL", "PADS"]


def test_codes_of_the_uci_shop_are_products_elsewhere(codes_sold):
    codes = [*kinds_of(CODES, CODES_OF_UCI), *PRODUCTS, *PRODUCTS_ELSEWHERE]
    kinds, _ = codes_sold(codes, has_uci_headers=False)
    assert kinds == kinds_of(CODES)


def test_odd_codes_of_the_uci_file_are_known_but_for_three_products(codes_sold, test_data):
    codes = pq.read_table(test_data / "online_retail.parquet", columns=["StockCode"])["StockCode"]
    _, listed = codes_sold(codes.unique().to_pylist())
    assert listed == ["DCGSSBOY", "DCGSSGIRL", "PADS"]
