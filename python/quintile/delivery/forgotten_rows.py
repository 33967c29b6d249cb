"""A customer's rows in a database: count them, and write the database anew without them."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from quintile.delivery.partial_files import partial_folder, put_in_place
from quintile.delivery.traces import spellings_of

RAW_TEXT = "raw_text"
WITHHELD = "withheld, since customers were forgotten"
DAYS = (dt.date(1900, 1, 1), dt.date(2200, 1, 1))  # of invoices, as staging reads them


def rows_of(database: Path, customer: str) -> int:
    """How many rows of a database, over all tables, bear a customer's id or hold it in a text."""
    rows, spellings = 0, spellings_of(customer)
    with _attached(database) as connection:
        for table, columns in _tables(connection).items():
            if ids := _id_columns(columns):
                query = (
                    f"select count(*) from old.{table} where {' or '.join(map(_is_theirs, ids))}"
                )
                rows += connection.execute(query, {"customer": customer}).fetchall()[0][0]
            elif RAW_TEXT in columns:
                query = f"select {RAW_TEXT} from old.{table} where {RAW_TEXT} is not null"
                texts = connection.execute(query).fetchall()
                rows += sum(spellings.search(text) is not None for (text,) in texts)
    return rows


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
    """Write a database anew without a customer, and put it in the place of the old one.

    None of its blocks is of the old one, where freed ones keep what they held. Left out are rows by
    an id, and the marks of this customer among those by which kept clusters know their customers.
    Texts of rejected lines are withheld, all of them, as in later builds.

    Args:
        database: The file.
        customer: The id.
        alone: Whether nobody else may have it open: a build could write it meanwhile.
    """
    place = database.resolve()
    with (
        _attached(place, alone=alone) as connection,
        partial_folder(place.parent, place.name) as partial,
    ):
        if alone:
            connection.execute("checkpoint old")  # the log beside it is of the old file
            shutil.rmtree(f"{place}.tmp", ignore_errors=True)  # a killed build leaves it
        written = partial / place.name
        connection.execute(f"attach '{_quoted(written)}' as new")
        connection.execute("copy from database old to new (schema)")
        for table, columns in _tables(connection).items():
            _insert_rest(connection, table, columns, customer)
        connection.execute("checkpoint new; detach new")
        put_in_place(written, place, writable=alone)


@contextmanager
def _attached(file: Path, *, alone: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database as `old`, which nobody else can open meanwhile if `alone`."""
    with duckdb.connect() as connection:
        mode = "" if alone else " (read_only)"
        connection.execute(f"attach '{_quoted(file)}' as old{mode}")
        yield connection


def _quoted(file: Path) -> str:
    return str(file).replace("'", "''")


def _tables(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The columns of each table, whose name is quoted."""
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
    connection: duckdb.DuckDBPyConnection, table: str, columns: list[str], customer: str
) -> None:
    selected: list[str] = []
    values: dict[str, str | list[str]] = {}
    for column in columns:
        name = f'"{column}"'
        if column == "customer_marks":
            name = f"list_filter({name}, lambda mark: not list_contains($marks, mark))"
            values["marks"] = _marks(connection, table, customer)
        elif column == RAW_TEXT:
            name = f"if({name} is null, null, '{WITHHELD}')"
        selected.append(name)
    query = f"insert into new.{table} select {', '.join(selected)} from old.{table}"
    if ids := _id_columns(columns):
        query += f" where not ({' or '.join(map(_is_theirs, ids))})"
        values["customer"] = customer
    connection.execute(query, values)


def _marks(connection: duckdb.DuckDBPyConnection, table: str, customer: str) -> list[str]:
    """Theirs among the marks of a table: hashes of the id and the day of the first order."""
    first, after = DAYS
    days = (first + dt.timedelta(n) for n in range((after - first).days))
    theirs = {hashlib.md5(f"{customer} {day}".encode()).hexdigest() for day in days}
    rows = connection.execute(f"select distinct unnest(customer_marks) from old.{table}").fetchall()
    return [mark for (mark,) in rows if mark in theirs]
