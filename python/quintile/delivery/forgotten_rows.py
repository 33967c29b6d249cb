"""Count a customer's rows in a database, and rewrite the database without them."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

from quintile.database import text_literal
from quintile.delivery.partial_files import partial_folder, put_in_place
from quintile.delivery.traces import spellings_of

CONDITIONS = ("audience", "condition")
"""Columns of campaigns that hold SQL, which may name a customer as a text in quotes."""
RAW_TEXT, CELL_TEXT = "raw_text", "cell_text"
NOBODY = "forgotten"
WITHHELD = "withheld, since customers were forgotten"
DAYS = (dt.date(1900, 1, 1), dt.date(2200, 1, 1))  # of invoices, as staging reads them


def rows_of(database: Path, customer: str) -> int:
    """The number of rows, over all tables, with a customer's id as a value or within a text."""
    rows, spellings = 0, spellings_of(customer)
    with _attached(database) as connection:
        tables = _tables(connection)
        for table, columns in tables.items():
            if ids := _id_columns(columns):
                query = (
                    f"select count(*) from old.{table} where {' or '.join(map(_is_theirs, ids))}"
                )
                rows += connection.execute(query, {"customer": customer}).fetchall()[0][0]
            for query in _queries_of_texts(table, tables):
                texts = connection.execute(query).fetchall()
                rows += sum(spellings.search(text) is not None for (text,) in texts)
    return rows


def _queries_of_texts(table: str, tables: Mapping[str, list[str]]) -> Iterator[str]:
    """Queries for the texts of a table that could not be read, and so may contain an id."""
    if RAW_TEXT in tables[table]:
        yield f"select {RAW_TEXT} from old.{table} where {RAW_TEXT} is not null"
    if CELL_TEXT in tables[table]:
        yield f"select {CELL_TEXT} from old.{table} where not {_is_read_cell(table, tables)}"


def customers_of(database: Path) -> list[str]:
    """The ids in the segments of a database, if it has any."""
    with _attached(database) as connection:
        queries = [
            f"select customer_id from old.{table}"
            for table, columns in _tables(connection).items()
            if table.endswith('."segments"') and "customer_id" in columns
        ]
        rows = connection.execute(" union ".join(queries)).fetchall() if queries else []
    return [customer for (customer,) in rows]


def write_without(database: Path, customer: str, *, alone: bool) -> None:
    """Rewrite a database without a customer, and replace the old one.

    A new file is written, since free blocks of the old one still contain deleted rows. It leaves
    out rows with the id, and the customer's marks among those by which a kept model recognises its
    customers. All texts of rejected lines are withheld, and all texts of unreadable cells left out,
    as in later builds. Conditions of campaigns that name the customer are replaced.

    Args:
        database: The file.
        customer: The id.
        alone: Whether no other process may have it open, since a build could be writing to it.
    """
    place = database.resolve()
    with (
        _attached(place, alone=alone) as connection,
        partial_folder(place.parent, place.name) as partial,
    ):
        if alone:
            connection.execute("checkpoint old")
            # Now the old file includes its log, except what a killed build had not committed.
            Path(f"{place}.wal").unlink(missing_ok=True)
            shutil.rmtree(f"{place}.tmp", ignore_errors=True)  # left by a killed build
        written = partial / place.name
        connection.execute(f"attach {text_literal(written)} as new")
        connection.execute("copy from database old to new (schema)")
        tables = _tables(connection)
        for table in tables:
            _insert_rest(connection, tables, table, customer)
        connection.execute("checkpoint new; detach new")
        put_in_place(written, place, writable=alone)


@contextmanager
def _attached(file: Path, *, alone: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database as `old`; with `alone`, nobody else can open it in the meantime."""
    with duckdb.connect() as connection:
        mode = "" if alone else " (read_only)"
        connection.execute(f"attach {text_literal(file)} as old{mode}")
        yield connection


def _tables(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The columns of each table, by quoted table name."""
    rows = connection.execute(
        """select columns.schema_name, columns.table_name, columns.column_name
        from duckdb_columns() as columns
        inner join duckdb_tables() as tables using (database_name, schema_name, table_name)
        where columns.database_name = 'old'
        order by columns.schema_name, columns.table_name, columns.column_index"""
    ).fetchall()
    tables: dict[str, list[str]] = {}
    for schema, table, column in rows:
        tables.setdefault(f'"{schema}"."{table}"', []).append(column)
    return tables


def _id_columns(columns: list[str]) -> list[str]:
    return [column for column in columns if column.endswith("customer_id")]


def _is_theirs(column: str) -> str:
    return f'("{column}"::varchar is not distinct from $customer)'


def _insert_rest(
    connection: duckdb.DuckDBPyConnection,
    tables: Mapping[str, list[str]],
    table: str,
    customer: str,
) -> None:
    selected: list[str] = []
    values: dict[str, str | list[str]] = {}
    for column in tables[table]:
        name = f'"{column}"'
        if column == "customer_marks":
            name = f"list_filter({name}, lambda mark: not list_contains($marks, mark))"
            values["marks"] = _marks(connection, table, customer)
        elif column in CONDITIONS and "campaign" in tables[table]:
            name = f"replace({name}::varchar, $named, {text_literal(text_literal(NOBODY))})"
            values["named"] = text_literal(customer)
        elif column == RAW_TEXT:
            name = f"if({name} is null, null, '{WITHHELD}')"
        selected.append(name)
    stays = ["true"]
    if ids := _id_columns(tables[table]):
        stays.append(f"not ({' or '.join(map(_is_theirs, ids))})")
        values["customer"] = customer
    if CELL_TEXT in tables[table]:
        stays.append(_is_read_cell(table, tables))
    query = f"insert into new.{table} select {', '.join(selected)} from old.{table}"
    connection.execute(f"{query} where {' and '.join(stays)}", values)


def _is_read_cell(table: str, tables: Container[str]) -> str:
    """The rule of the macro remove_unreadable_cells. NULL = cells that a cast reads."""
    schema = table.rpartition(".")[0]
    values = f'{schema}."text_values"'
    if values not in tables:  # a killed build did not get this far
        return f"{CELL_TEXT} is null"
    has_value = "(number_value is not null or time_value is not null)"
    if table == values:
        return has_value
    read = f"select {CELL_TEXT} from old.{values} where {has_value}"
    return f"({CELL_TEXT} is null or {CELL_TEXT} in ({read}))"


def _marks(connection: duckdb.DuckDBPyConnection, table: str, customer: str) -> list[str]:
    """The customer's marks in a table: hashes of the id and the day of the first order."""
    first, after = DAYS
    days = (first + dt.timedelta(n) for n in range((after - first).days))
    theirs = {hashlib.md5(f"{customer} {day}".encode()).hexdigest() for day in days}
    rows = connection.execute(f"select distinct unnest(customer_marks) from old.{table}").fetchall()
    return [mark for (mark,) in rows if mark in theirs]
