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


def check(models: CompiledModels, connection: duckdb.DuckDBPyConnection, lines: Lines) -> list[str]:
    """What is logged about lines of one file."""
    connection.executemany("insert into given values (?, ?, ?, ?, ?)", lines)
    connection.execute("""create table parsed_invoice_lines as
        select *, 'shop.csv' as source_file, rowid + 2 as line_number, 'c' as customer_id,
        timestamp '2024-01-05 10:00' as invoiced_at, true as invoice_id_is_given,
        null::varchar as problem_column from given""")
    with logged() as messages:
        models.check("check_order_totals", connection, lines="parsed_invoice_lines")
    return messages


def test_totals_that_quantity_and_price_prove_are_refused(compiled_models, connection):
    lines = [("1", "a", 1, 10, 60), ("1", "b", 2, 15, 60), ("1", "c", 4, 5, 60)]
    lines += [("2", "a", 1, 10, 20), ("2", "b", 2, 5, 20), ("3", "a", 1, 10, 10)]
    message = r"shop\.csv, line 2: .* total of the order .* 220\.00 in money rather than 80\.00"
    with pytest.raises(CompilationError, match=message):
        check(compiled_models, connection, lines)


def test_rows_with_the_total_of_their_order_are_refused(compiled_models, connection):
    lines = [("1", None, 3, 10, 30), ("1", "a", 1, 10, 10), ("1", "b", 2, 10, 20)]
    lines += [("2", None, 1, 10, 10), ("2", "a", 1, 10, 10)]
    message = r"in 2 of 2 invoices .* 80\.00 in money rather than 40\.00"
    with pytest.raises(CompilationError, match=message):
        check(compiled_models, connection, lines)


def test_equal_amounts_in_each_order_are_logged(compiled_models, connection):
    lines = [("1", "a", 1, 30, 30), ("1", "b", 1, 30, 30), ("2", "a", 1, 10, 10)]
    lines += [("3", "a", 1, 25, 25), ("3", "b", 1, 25, 25), ("3", "c", 1, 25, 25)]
    [message] = check(compiled_models, connection, lines)
    assert "in each of 2 invoices of several lines" in message
    assert "135.00 in money rather than 55.00" in message


@pytest.mark.parametrize(
    "lines",
    [
        # Every line is of one price, as at a shop where everything costs a pound.
        [("1", "a", 1, 1, 1), ("1", "b", 1, 1, 1), ("2", "a", 1, 1, 1), ("2", "b", 1, 1, 1)],
        # One order of equal amounts.
        [("1", "a", 1, 30, 30), ("1", "b", 1, 30, 30), ("2", "a", 1, 10, 10)],
        # One order of several has other amounts.
        [("1", "a", 1, 3, 3), ("1", "b", 1, 3, 3), ("2", "a", 1, 4, 4), ("2", "b", 1, 5, 5)],
        # A gift wrap without a code beside one product of the same price.
        [("1", "a", 1, 3, 3), ("1", None, 1, 3, 3), ("2", "a", 1, 4, 4), ("2", "b", 1, 5, 5)],
    ],
)
def test_amounts_of_lines_are_no_totals(compiled_models, connection, lines):
    assert check(compiled_models, connection, lines) == []
