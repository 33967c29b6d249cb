"""Totals of orders among the amounts of lines: refused if proven, logged if they may be."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest
from compiled_models import CompiledModels, logged
from dbt.exceptions import CompilationError

Lines = list[tuple[str, str | None, int, float, float]]
"""Invoice, stock code, quantity, unit price and amount."""


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        opened.execute("""create table given (invoice_id text, stock_code text,
            quantity decimal(18, 4), unit_price decimal(18, 4), amount decimal(18, 4))""")
        yield opened


def check(
    models: CompiledModels,
    connection: duckdb.DuckDBPyConnection,
    lines: Lines,
    macro: str = "check_order_totals",
) -> list[str]:
    """What is logged about lines of one file."""
    connection.executemany("insert into given values (?, ?, ?, ?, ?)", lines)
    connection.execute("""create table parsed_invoice_lines as
        select *, 'shop.csv' as source_file, rowid + 2 as line_number, 'c' as customer_id,
        timestamp '2024-01-05 10:00' as invoiced_at, true as invoice_id_is_given,
        null::varchar as problem_column, rowid as line_id from given""")
    with logged() as messages:
        models.check(macro, connection, lines="parsed_invoice_lines")
    return messages


def test_totals_that_quantity_and_price_prove_are_refused(compiled_models, connection):
    lines = [("1", "a", 1, 10, 60), ("1", "b", 2, 15, 60), ("1", "c", 4, 5, 60)]
    lines += [("2", "a", 1, 10, 20), ("2", "b", 2, 5, 20), ("3", "a", 1, 10, 10)]
    message = r"first in shop\.csv, line 2\..* 220\.00 in money rather than 80\.00"
    with pytest.raises(CompilationError, match=message):
        check(compiled_models, connection, lines)


def test_one_order_whose_total_is_proven_is_logged(compiled_models, connection):
    lines = [("1", "a", 1, 5, 20), ("1", "b", 1, 15, 20), ("2", "a", 1, 5, 5)]
    [message] = check(compiled_models, connection, lines)
    assert "total of the order: 1 of 1 with several lines" in message


def test_rows_with_the_total_of_their_order_are_logged(compiled_models, connection):
    lines = [("1", None, 3, 10, 30), ("1", "a", 1, 10, 10), ("1", "b", 2, 10, 20)]
    lines += [("2", "a", 1, 10, 10), ("2", "b", 1, 7, 7), ("2", "TOTAL", 1, 17, 17)]
    lines += [("3", "a", 1, 10, 10)]
    [message] = check(compiled_models, connection, lines)
    assert "one line has the amount of all others together" in message
    assert "2 of 2 with three lines or more, first in shop.csv, line 2." in message
    assert "94.00 in money rather than 47.00" in message


def by_price(prices: dict[tuple[str, int], float]) -> Lines:
    """Lines of their own orders, by product and quantity."""
    return [
        (f"{at}", code, quantity, price, quantity * price)
        for at, ((code, quantity), price) in enumerate(prices.items())
    ]


def test_prices_that_grow_with_the_quantity_are_logged(compiled_models, connection):
    prices = {("a", 1): 5, ("a", 10): 50, ("b", 2): 9.99, ("b", 3): 14.98, ("c", 7): 7}
    lines = by_price(prices)
    [message] = check(compiled_models, connection, lines, macro="log_prices_of_lines")
    assert "2 of 2 sold in several quantities, first in shop.csv, line 2." in message
    assert "569.92 in money rather than 79.97. If" in message


@pytest.mark.parametrize(
    "prices",
    [
        {("a", 1): 5, ("a", 10): 5, ("b", 1): 9, ("b", 2): 18},
        {("a", 1): 5, ("a", 10): 4.5, ("b", 1): 9, ("b", 20): 8},
        {("a", 2): 5, ("b", 4): 10, ("c", 8): 20},
        {("a", 1): 5, ("a", 10): 50},
    ],
    ids=["of pieces", "less for many", "one quantity each", "one product"],
)
def test_prices_of_pieces_are_not_logged(compiled_models, connection, prices):
    lines = by_price(prices)
    assert check(compiled_models, connection, lines, macro="log_prices_of_lines") == []


def test_equal_amounts_in_most_orders_are_logged(compiled_models, connection):
    lines = [("1", "a", 1, 30, 30), ("1", "b", 1, 30, 30), ("2", "a", 1, 10, 10)]
    lines += [("3", "a", 1, 25, 25), ("3", "b", 1, 25, 25), ("3", "c", 1, 25, 25)]
    lines += [(f"{order}", code, 1, 7, 7) for order in (4, 5) for code in "ab"]
    lines += [("6", "a", 1, 3, 3), ("6", "b", 1, 4, 4)]
    [message] = check(compiled_models, connection, lines)
    assert "all lines have the same amount" in message
    assert "4 of 5 with several lines" in message
    assert "170.00 in money rather than 72.00" in message


@pytest.mark.parametrize(
    "lines",
    [
        # Every line is of one price, as at a shop where everything costs a pound.
        [("1", "a", 1, 1, 1), ("1", "b", 1, 1, 1), ("2", "a", 1, 1, 1), ("2", "b", 1, 1, 1)],
        # One cent, which is as much as rounding allows.
        [(order, code, 1, 0.01, 0.01) for order in "123" for code in "ab"],
        # Prices of one piece, of goods that are sold in pairs.
        [(order, code, 1, 5, 10) for order in "123" for code in "ab"],
        # One order of equal amounts.
        [("1", "a", 1, 30, 30), ("1", "b", 1, 30, 30), ("2", "a", 1, 10, 10)],
        # One order of two has other amounts.
        [("1", "a", 1, 3, 3), ("1", "b", 1, 3, 3), ("2", "a", 1, 4, 4), ("2", "b", 1, 5, 5)],
        # One order of two has a line that is the sum of the others.
        [
            *[("1", "a", 1, 3, 3), ("1", "b", 1, 4, 4), ("1", "c", 1, 7, 7)],
            *[("2", "a", 1, 3, 3), ("2", "b", 1, 4, 4), ("2", "c", 1, 8, 8)],
        ],
    ],
)
def test_amounts_of_lines_are_no_totals(compiled_models, connection, lines):
    assert check(compiled_models, connection, lines) == []
