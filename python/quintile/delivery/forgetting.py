"""Remove a customer from all that was made of the invoices, and keep him out of later builds."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
import duckdb

from quintile.delivery.exports import locked_if_there, remove_rows, rows_naming
from quintile.delivery.forgotten_list import add_to_list, read_list
from quintile.delivery.publishing import Shelf

MASK = "names a forgotten customer"
PARTIAL = ".partial-"
DAYS = (dt.date(1900, 1, 1), dt.date(2200, 1, 1))  # of invoices, as staging reads them


class ForgetError(click.ClickException):
    """The customer could not be forgotten, or not wholly; the message says what to do."""


@dataclass(frozen=True)
class Removal:
    """What was removed from a file.

    Attributes:
        file: A database, or an exported file.
        rows: Rows that named the customer, over all tables; 0 in a database that was written anew
            lest a freed block still hold them.
    """

    file: Path
    rows: int


def forget_customer(
    customer: str,
    *,
    database: Path,
    published: Path,
    exports: Path,
    listed: Path,
    key: str | None = None,
) -> list[Removal]:
    """Remove a customer from the database, from every published version and from the exports.

    First he is put on the list that keeps him out of later builds; so whenever this is broken off,
    it can be run again. A database is written anew without the rows that bear his customer_id,
    without his marks among those by which the kept clusters know their customers, and without
    rejected texts that hold his id; then it takes the place of the old one, none of whose blocks
    it shares. Sums over customers stay as they were built.

    Args:
        customer: His customer_id.
        database: The built database; it may be missing.
        published: The file that analysts open; it may be missing.
        exports: The folder of exports; it may be missing.
        listed: The file of the list of forgotten customers.
        key: By which ids in exports were hashed, where they were.

    Returns:
        Databases, then exported files, each with what was removed.

    Raises:
        BusyError: Something is published or exported at the moment.
        ForgetError: There is no such customer, or a database is open elsewhere.
    """
    shelf = Shelf(published)
    with _locked_if_there(shelf), locked_if_there(exports):
        versions = [shelf.file(version) for version in shelf.versions()]
        is_apart = database.resolve() not in [version.resolve() for version in versions]
        files = [*([database] if database.exists() and is_apart else []), *versions]
        with _said_plainly():
            rows = {file: _rows_of(file, customer) for file in files}
            known = sorted({each for file in files for each in _customers_of(file)})
        found = rows_naming(exports, customer, key=key, known=known)
        forgotten = read_list(listed)
        is_new = forgotten.hash_of(customer) not in forgotten.hashes
        if is_new and not any([*rows.values(), *(export.customers for export in found)]):
            searched = ", ".join(map(str, [*files, exports]))
            raise ForgetError(
                f"There is no customer {customer} in {searched}. Nothing was changed; ids are "
                "written as in the column customer_id."
            )
        with _said_plainly():
            add_to_list(listed, customer)
            for file in files:
                _write_anew(file, customer, alone=file == database)
        for export in found:
            if export.customers:
                remove_rows(export, customer, key=key)
    return [
        *(Removal(file, rows[file]) for file in files),
        *(Removal(export.file, export.customers) for export in found if export.customers),
    ]


@contextmanager
def _locked_if_there(shelf: Shelf) -> Iterator[None]:
    if not shelf.folder.exists():
        yield
        return
    with shelf.locked():
        yield


@contextmanager
def _said_plainly() -> Iterator[None]:
    try:
        yield
    except (OSError, duckdb.Error) as error:
        raise ForgetError(
            f"{error}. Not everything is forgotten yet: put that right and run this again."
        ) from error


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


def _rows_of(file: Path, customer: str) -> int:
    with _attached(file) as connection:
        return sum(
            connection.execute(
                f"select count(*) from old.{table} where customer_id = ?", [customer]
            ).fetchall()[0][0]
            for table, columns in _tables(connection).items()
            if "customer_id" in columns
        )


def _customers_of(file: Path) -> list[str]:
    with _attached(file) as connection:
        if '"main"."segments"' not in _tables(connection):
            return []
        rows = connection.execute("select customer_id from old.main.segments").fetchall()
    return [customer for (customer,) in rows]


def _write_anew(file: Path, customer: str, *, alone: bool) -> None:
    place = file.resolve()
    partial = place.with_name(f"{PARTIAL}{place.name}")
    leftovers = [partial, partial.with_name(f"{partial.name}.wal")]
    _remove(leftovers)
    try:
        with _attached(place, alone=alone) as connection:
            if alone:
                connection.execute("checkpoint old")  # the log beside it is of the old file
            connection.execute(f"attach '{_quoted(partial)}' as new")
            connection.execute("copy from database old to new (schema)")
            for table, columns in _tables(connection).items():
                _insert_rest(connection, table, columns, customer)
            connection.execute("checkpoint new; detach new")
            partial.chmod(place.stat().st_mode)
            with partial.open("rb") as written:
                os.fsync(written.fileno())
            partial.replace(place)
    finally:
        _remove(leftovers)


def _insert_rest(
    connection: duckdb.DuckDBPyConnection, table: str, columns: list[str], customer: str
) -> None:
    selected, values = [], {}
    for column in columns:
        name = f'"{column}"'
        if column == "customer_marks":
            name = f"list_filter({name}, lambda mark: not list_contains($marks, mark))"
            values["marks"] = _marks(connection, table, customer)
        elif column == "raw_text":
            name = f"if(contains({name}, $customer), '{MASK}', {name})"
            values["customer"] = customer
        selected.append(name)
    query = f"insert into new.{table} select {', '.join(selected)} from old.{table}"
    if "customer_id" in columns:
        query += " where customer_id is distinct from $customer"
        values["customer"] = customer
    connection.execute(query, values)


def _marks(connection: duckdb.DuckDBPyConnection, table: str, customer: str) -> list[str]:
    """His among the marks of a table: hashes of the id and the day of the first order."""
    first, after = DAYS
    days = (first + dt.timedelta(n) for n in range((after - first).days))
    his = {hashlib.md5(f"{customer} {day}".encode()).hexdigest() for day in days}
    rows = connection.execute(f"select distinct unnest(customer_marks) from old.{table}").fetchall()
    return [mark for (mark,) in rows if mark in his]


def _remove(files: list[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
