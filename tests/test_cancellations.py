"""Cancellations undo purchases as a stack in Python does, whatever lines there may be."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import NamedTuple

import pyarrow as pa
import pytest
from compiled_models import CompiledModels, memory
from hypothesis import given, settings
from hypothesis import strategies as st

START = datetime(2024, 1, 1)
PRODUCTS = [
    (Decimal(price), customer, code)
    for price, customer, code in [
        (1, "1", "A"),
        (1, "1", "A"),
        (2, "1", "A"),
        (1, "2", "A"),
        (1, "1", "B"),
    ]
]
UNITS = st.integers(1, 6).map(Decimal) | st.decimals("0.0001", 9, places=4)


NUMBER = pa.decimal128(18, 4)
SCHEMA = pa.schema(
    {
        **dict.fromkeys(["customer_id", "stock_code", "product", "invoice_id"], pa.string()),
        **dict.fromkeys(["quantity", "unit_price", "amount"], NUMBER),
        "invoiced_at": pa.timestamp("us"),
        "is_cancellation": pa.bool_(),
        "line_id": pa.int64(),
    }
)


class Line(NamedTuple):
    """A purchase, or a cancellation: its quantity is below 0. Tuples sort as the stack is piled."""

    invoiced_at: datetime
    is_cancellation: bool
    invoice_id: str
    quantity: Decimal
    unit_price: Decimal
    customer_id: str
    stock_code: str

    @property
    def units(self) -> Decimal:
        return abs(self.quantity)

    @property
    def stack(self) -> tuple[str, str]:
        return self.customer_id, self.stock_code


class Match(NamedTuple):
    cancellation: int
    purchase: int
    units: Decimal
    unmatched: Decimal


@st.composite
def some_lines(draw: st.DrawFn) -> list[Line]:
    """Lines of few customers, products, hours and invoices, so that much of it ties."""
    rows = draw(
        st.lists(
            st.tuples(
                st.integers(0, 6),
                st.booleans(),
                st.integers(1, 3),
                UNITS,
                st.sampled_from(PRODUCTS),
            ),
            min_size=1,
            max_size=25,
        )
    )
    return [
        Line(
            START + timedelta(hours=hour),
            is_cancellation,
            f"{invoice}",
            -units if is_cancellation else units,
            *product,
        )
        for hour, is_cancellation, invoice, units, product in rows
    ]


MODELS = (
    "cancelled_products",
    "cancellation_ledger",
    "product_matches",
    "order_charges",
    "refunds_measured",
    "refund_ledger",
    "refund_matches",
    "cancellation_matches",
)


@pytest.fixture(scope="module")
def warehouse(compiled_models: CompiledModels) -> Iterator[Callable[[pa.Table], list[tuple]]]:
    """The models of matching, to be built on lines."""
    models = {name: compiled_models.sql(name) for name in MODELS}
    with memory() as connection:

        def build(rows: pa.Table) -> list[tuple]:
            connection.register("rows", rows)
            connection.execute(
                """create or replace table lines_preclassified as
                select
                    *, cast(null as varchar) as description, cast(null as varchar) as country,
                    'sale' as preliminary_class
                from rows where not is_cancellation;
                create or replace table negative_lines_classified as
                select
                    *, cast(null as varchar) as description, cast(null as varchar) as country,
                    true as is_told_in_units, 'cancellation' as line_class
                from rows where is_cancellation"""
            )
            for name, sql in models.items():
                connection.execute(f"create or replace table {name} as {sql}")
            return connection.execute(
                """select
                    cancellation_line_id, purchase_line_id, quantity_undone, unmatched_quantity
                from cancellation_matches order by all"""
            ).fetchall()

        yield build


def match(warehouse, rows: list[Line]) -> list[Match]:
    """What the SQL matches; a line is named by its place in the list."""
    table = pa.Table.from_pylist(
        [
            {
                **row._asdict(),
                "line_id": at,
                "product": row.stock_code,
                "amount": row.quantity * row.unit_price,
            }
            for at, row in enumerate(rows)
        ],
        schema=SCHEMA,
    )
    return [Match(*row) for row in warehouse(table)]


def match_by_stack(rows: list[Line]) -> list[Match]:
    """The reference: a stack of purchases for each customer and product, the latest on top."""
    stacks: dict[tuple, list[tuple[int, Decimal]]] = defaultdict(list)
    matches = []
    for at in sorted(range(len(rows)), key=lambda at: rows[at][:5]):
        stack, left, taken = stacks[rows[at].stack], rows[at].units, []
        if not rows[at].is_cancellation:
            stack.append((at, left))
            continue
        while left and stack:
            purchase, held = stack.pop()
            taken.append((purchase, min(left, held)))
            if held > left:
                stack.append((purchase, held - left))
            left -= taken[-1][1]
        matches += [Match(at, purchase, units, left) for purchase, units in taken]
    return matches


def by_content(rows: list[Line], matches: list[Match]) -> Counter:
    """Matches with the lines in place of their numbers, as equal lines may stand for each other."""
    return Counter(
        (rows[found.cancellation], rows[found.purchase], found.units, found.unmatched)
        for found in matches
    )


@settings(deadline=None, max_examples=60)
@given(rows=some_lines())
def test_matches_are_those_of_a_stack(warehouse, rows):
    assert by_content(rows, match(warehouse, rows)) == by_content(rows, match_by_stack(rows))


@settings(deadline=None, max_examples=30)
@given(rows=some_lines())
def test_units_are_conserved_and_no_purchase_goes_below_zero(warehouse, rows):
    undone: Counter[int] = Counter()
    for found in match(warehouse, rows):
        cancellation, purchase = rows[found.cancellation], rows[found.purchase]
        assert cancellation.is_cancellation
        assert not purchase.is_cancellation
        assert cancellation.stack == purchase.stack
        assert purchase.invoiced_at <= cancellation.invoiced_at
        undone[found.cancellation] += found.units
        undone[found.purchase] += found.units
        unmatched = cancellation.units - found.unmatched
        assert found.units <= unmatched
    for at, row in enumerate(rows):
        assert undone[at] <= row.units


@settings(deadline=None, max_examples=30)
@given(rows=some_lines(), hours=st.integers(0, 6))
def test_later_lines_never_change_earlier_matches(warehouse, rows, hours):
    now = START + timedelta(hours=hours)
    earlier = [row for row in rows if row.invoiced_at <= now]
    later = [row for row in rows if row.invoiced_at > now]
    before = match(warehouse, earlier) if earlier else []
    after = match(warehouse, earlier + later)
    assert before == [found for found in after if found.cancellation < len(earlier)]


@settings(deadline=None, max_examples=30)
@given(rows=some_lines(), data=st.data())
def test_the_order_of_lines_means_nothing(warehouse, rows, data):
    shuffled = data.draw(st.permutations(rows))
    assert by_content(shuffled, match(warehouse, shuffled)) == by_content(
        rows, match(warehouse, rows)
    )


def test_a_customer_who_stands_for_many_is_matched_in_seconds(warehouse):
    """Guests often share one customer id: 100,000 lines of one product are one stack."""
    draw = Random(1)
    rows = [
        Line(
            START + timedelta(minutes=at),
            is_cancellation := draw.random() < 0.02,
            str(at),
            Decimal(draw.randint(1, 12) * (-1 if is_cancellation else 1)),
            *PRODUCTS[0],
        )
        for at in range(100_000)
    ]
    started = time.process_time()
    matches = match(warehouse, rows)
    assert time.process_time() - started < 20
    assert matches == sorted(match_by_stack(rows))
