"""Orders, discounts, returns and refunds come out as the rules in plain Python say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import duckdb
import pyarrow as pa
import pytest
from compiled_models import CompiledModels, memory
from hypothesis import given, settings
from hypothesis import strategies as st
from sales_rules import Line, clean

START = datetime(2024, 1, 1)
UNIT = 10_000
NUMBER = pa.decimal128(18, 4)
SCHEMA = pa.schema(
    {
        "line_id": pa.int64(),
        **dict.fromkeys(["customer_id", "invoice_id", "stock_code"], pa.string()),
        **dict.fromkeys(["quantity", "unit_price", "amount"], NUMBER),
        "invoiced_at": pa.timestamp("us"),
        "invoice_id_is_given": pa.bool_(),
    }
)
STEPS = (
    "statuses_met",
    "non_products",
    "lines_preclassified",
    "negative_lines",
    "negative_invoices",
    "refunded_amounts",
    "separate_refunds",
    "refunds_in_full",
    "amounts_left_to_refund",
    "refunds_in_parts",
    "refunds_of_refunded_orders",
    "negative_lines_classified",
    "as_of",
    "cancelled_products",
    "cancellation_ledger",
    "product_matches",
    "order_charges",
    "refunds_measured",
    "refund_ledger",
    "refund_matches",
    "cancellation_matches",
    "order_discounts",
    "line_outcomes",
    "invoice_lines",
    "invoice_totals",
    "invoice_fates",
    "orders",
    "line_changes",
    "order_events",
    "cleaning_audit",
)


class Warehouse:
    """The models of sales over a made-up stg_invoice_lines."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, models: CompiledModels):
        self._connection = connection
        self._sql = {name: models.sql(name) for name in STEPS}
        connection.execute(
            """create table stg_invoice_lines (
                line_id bigint, invoice_id varchar, customer_id varchar, stock_code varchar,
                source_file varchar, line_number bigint, description varchar, country varchar,
                status varchar,
                quantity decimal(18, 4), unit_price decimal(18, 4), amount decimal(18, 4),
                invoice_id_is_given boolean, quantity_is_given boolean default true,
                has_uci_headers boolean default false, invoiced_at timestamp
            );
            create table repeated_lines as
            select invoice_id, customer_id, amount from stg_invoice_lines;
            create table rejected_lines (line_number bigint);
            create table status_rules (status varchar, counts boolean, kind varchar);
            create table service_codes (
                code_pattern varchar, is_uci_only boolean, kind varchar
            )"""
        )
        connection.execute(
            "create table cleaning_steps as from read_csv('seeds/cleaning_steps.csv')"
        )

    def build(self, lines: list[Line]) -> None:
        rows = [
            {
                "line_id": at,
                "customer_id": line.customer,
                "invoice_id": line.invoice,
                "stock_code": line.code,
                "quantity": money(line.quantity),
                "unit_price": money(line.price),
                "amount": money(line.amount),
                "invoiced_at": line.at,
                "invoice_id_is_given": line.id_is_given,
            }
            for at, line in enumerate(lines)
        ]
        self._connection.register("rows", pa.Table.from_pylist(rows, schema=SCHEMA))
        self._connection.execute(
            "truncate stg_invoice_lines; insert into stg_invoice_lines by name from rows"
        )
        for name, sql in self._sql.items():
            self._connection.execute(f"create or replace table {name} as {sql}")

    def query(self, sql: str) -> list[tuple]:
        return self._connection.execute(sql).fetchall()


def money(ten_thousandths: int) -> Decimal:
    return Decimal(ten_thousandths) / UNIT


@pytest.fixture(scope="module")
def warehouse(compiled_models: CompiledModels) -> Iterator[Warehouse]:
    with memory() as connection:
        yield Warehouse(connection, compiled_models)


INVOICES = st.tuples(st.sampled_from("ab"), st.sampled_from("12"))
TIMES = st.integers(0, 12).map(lambda number: START + number * timedelta(hours=8))
UNITS = st.integers(1, 4).map(lambda units: units * UNIT) | st.integers(1, 3 * UNIT)
PRICES = st.sampled_from([0, 1, UNIT, 3 * UNIT, 3333])
CODES = st.sampled_from(["A", "B", "PROMO"])


@st.composite
def some_lines(draw: st.DrawFn, *, codes: st.SearchStrategy = CODES) -> list[Line]:
    """Lines of two customers, two receipt numbers that start again, and times that tie."""
    lines = []
    for _ in range(draw(st.integers(1, 14))):
        customer, invoice = draw(INVOICES)
        code, quantity, price = draw(codes), draw(UNITS), draw(PRICES)
        sign = draw(st.sampled_from([1, 1, 1, -1]))
        sign_of_price = draw(st.sampled_from([1, 1, 1, 1, -1]))
        quantity, price = sign * quantity, sign_of_price * price
        amount = round(Decimal(quantity * price) / UNIT)
        lines.append(Line(customer, invoice, code, quantity, price, amount, draw(TIMES)))
    return lines


@st.composite
def lines_with_refunds(draw: st.DrawFn) -> list[Line]:
    """Lines, and refunds without a code or without units, later than any return."""
    lines = draw(some_lines())
    for day in draw(st.lists(st.integers(5, 9), max_size=4)):
        customer, invoice = draw(INVOICES)
        at = START + timedelta(days=day)
        if draw(st.booleans()):
            amount = draw(UNITS)
            line = Line(customer, invoice, "A", UNIT, amount, amount, at)
        else:
            amount = draw(st.integers(1, 9).map(lambda units: units * UNIT) | UNITS)
            code, quantity = draw(st.sampled_from([("A", 0), (None, -UNIT), (None, 0)]))
            line = Line(customer, f"R{invoice}", code, quantity, amount, -amount, at)
        lines.append(line)
    return lines


@st.composite
def some_shops(draw: st.DrawFn) -> list[Line]:
    """Lines of several shops, whose customers have nothing to do with each other."""
    shop = some_lines() | some_lines(codes=st.none()) | lines_with_refunds()
    shops = draw(st.lists(shop, min_size=1, max_size=6))
    return [
        replace(line, customer=f"{line.customer}{number}")
        for number, lines in enumerate(shops)
        for line in lines
    ]


COUNTED = ("sale", "cancelled_sale", "cancellation", "unmatched_cancellation", "discount")
LINES = "select line_id, line_class, net_amount from invoice_lines"
ORDERS = "select customer_id, invoice_id, ordered_at, amount from orders"
KNOWN_THEN = """select customer_id, invoice_id, ordered_at, amount from order_events
    where units > 0 and changed_at < '{now}' and coalesce(replaced_at >= '{now}', true)"""


def content(line: Line) -> tuple:
    return (line.customer, line.code or "", *line.order)


def outcomes(warehouse: Warehouse, lines: list[Line]) -> Counter:
    """What became of lines, by their content: equal ones may stand for each other."""
    found = warehouse.query(LINES)
    return Counter((content(lines[at]), line_class, amount) for at, line_class, amount in found)


@settings(deadline=None, max_examples=40)
@given(lines=some_shops())
def test_lines_and_orders_are_those_of_the_rules(warehouse, lines):
    orders = clean(lines)
    warehouse.build(lines)
    assert outcomes(warehouse, lines) == Counter(
        (content(line), line.line_class, money(line.net_amount)) for line in lines
    )
    counted = [line.at for line in lines if line.line_class in COUNTED]
    last_day = max(counted or (line.at for line in lines)).date()
    assert warehouse.query("from as_of") == [(last_day + timedelta(days=1),)]
    assert sorted(warehouse.query(ORDERS)) == sorted(
        (order.customer, order.invoice, order.began, money(order.amount)) for order in orders
    )


@settings(deadline=None, max_examples=20)
@given(lines=some_shops(), data=st.data())
def test_the_order_of_lines_means_nothing(warehouse, lines, data):
    warehouse.build(lines)
    before = outcomes(warehouse, lines), sorted(warehouse.query("from orders"))
    shuffled = data.draw(st.permutations(lines))
    warehouse.build(shuffled)
    assert before == (outcomes(warehouse, shuffled), sorted(warehouse.query("from orders")))


@settings(deadline=None, max_examples=30)
@given(lines=some_shops(), days=st.integers(1, 9))
def test_what_was_known_of_orders_is_what_a_build_shows_then(warehouse, lines, days):
    now = START + timedelta(days=days)
    warehouse.build(lines)
    known = sorted(warehouse.query(KNOWN_THEN.format(now=now)))
    warehouse.build([line for line in lines if line.at < now])
    assert known == sorted(warehouse.query(ORDERS))


@settings(deadline=None, max_examples=20)
@given(lines=some_shops())
def test_the_audit_closes_from_raw_lines_to_orders(warehouse, lines):
    warehouse.build(lines)
    funnel = warehouse.query(
        """select lines_before, lines_after, amount_before, amount_after
        from cleaning_audit order by step_number"""
    )
    amount = sum(money(line.amount) for line in lines)
    assert (funnel[0][0], funnel[0][2]) == (len(lines), amount)
    assert [(row[1], row[3]) for row in funnel[:-1]] == [(row[0], row[2]) for row in funnel[1:]]
    sold = "select count(*) from invoice_lines where line_class = 'sale'"
    orders = "select coalesce(sum(amount), 0), count(distinct order_id) = count(*) from orders"
    assert [(funnel[-1][1],)] == warehouse.query(sold)
    assert [(funnel[-1][3], True)] == warehouse.query(orders)
