"""Remove a customer from everything made of the invoices, and keep them out of later builds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
import duckdb
from filelock import Timeout

from quintile.database import plain_words
from quintile.delivery.exports import Export, locked_folder, remove_rows, rows_naming
from quintile.delivery.forgotten_list import ForgottenList, add_to_list, locked_list, read_list
from quintile.delivery.forgotten_rows import customers_of, rows_of, write_without
from quintile.delivery.locking import BusyError
from quintile.delivery.publishing import Shelf
from quintile.delivery.traces import lines_naming, remove_lines, spellings_of, text_files
from quintile.inputs.text_copies import COPIES_FOLDER, remove_all

NOTHING_YET, PARTLY = "Nothing was changed", "Not everything is forgotten yet"


class ForgetError(click.ClickException):
    """The customer could not be forgotten, or not completely; the message says what to do."""


@dataclass(frozen=True)
class Places:
    """Where a customer may be; every place may be missing.

    Attributes:
        database: The built database.
        published: The file that analysts open; all its versions are searched.
        exports: The folder of exported files.
        logs: The folder of dbt's logs.
        target: dbt's target folder: compiled SQL, results of runs, the report.
    """

    database: Path
    published: Path
    exports: Path
    logs: Path
    target: Path


@dataclass(frozen=True)
class Search:
    """What was found and removed in one place.

    Attributes:
        place: A database, or a folder.
        files: Number of files searched.
        found: Number of rows, lines or files that named the customer. 0 for a database that was
            rewritten only because a free block might still contain them.
        unit: What `found` counts.
        changed: The files of a folder that named the customer.
    """

    place: Path
    files: int
    found: int
    unit: str
    changed: tuple[Path, ...] = ()


def forget_customer(
    customer: str, places: Places, *, listed: Path, key: str | None = None
) -> list[Search]:
    """Remove a customer from databases, exports, logs and dbt's target folder.

    Copies of invoice files are removed completely; the next build makes them again.

    First the customer is put on the list that keeps them out of later builds, so an interrupted run
    can be repeated. Databases and exported files are rewritten and replaced in one step. Logs lose
    the lines, and the target folder the files, that contain the id. Sums over customers are not
    changed.

    Args:
        customer: The id, as in the column customer_id.
        places: Where to search.
        listed: The file of the list of forgotten customers.
        key: The key with which ids in exports were hashed, if they were.

    Returns:
        What was searched, and what was found there.

    Raises:
        BusyError: A publish, export or forget is running.
        ForgetError: There is no such customer, or a database is damaged or open elsewhere.
        ListError: The list is damaged, or its folder cannot be written.
    """
    _check_id(customer)
    shelf = Shelf(places.published)
    with locked_list(listed), shelf.locked(), locked_folder(places.exports):
        forgotten = read_list(listed)
        databases = _databases(places.database, shelf)
        rows, known = _rows_in(databases, customer)
        exports = rows_naming(places.exports, customer, key=key, known=known)
        if not any([*rows.values(), *(export.customers for export in exports)]):
            _check_forgotten(forgotten, customer, [*databases, places.exports])
        with _said_plainly(listed, PARTLY):
            add_to_list(listed, customer)
        # By now, every build that read the list earlier has made its database.
        for database in _databases(places.database, shelf):
            with _said_plainly(database, PARTLY):
                write_without(database, customer, alone=database == places.database)
        for export in exports:
            if export.customers:
                remove_rows(export, customer, key=key)
        return [
            *(Search(database, 1, found, "row") for database, found in rows.items()),
            _exports_searched(places.exports, exports),
            _without_copies(places.target / COPIES_FOLDER),
            _without_lines(places.logs, customer),
            _without_files(places.target, customer),
        ]


def _check_id(customer: str) -> None:
    """Refuse an id that no customer can have: every text contains an empty one."""
    try:
        customer.encode()
    except UnicodeEncodeError as error:
        raise ForgetError("This id is not valid UTF-8. Nothing was changed.") from error
    if not customer.strip():
        raise ForgetError("This id is empty. Nothing was changed.")


def _databases(database: Path, shelf: Shelf) -> list[Path]:
    versions = [shelf.file(version) for version in shelf.versions()]
    is_apart = database.resolve() not in [version.resolve() for version in versions]
    return [*([database] if database.exists() and is_apart else []), *versions]


def _check_forgotten(forgotten: ForgottenList, customer: str, searched: Sequence[Path]) -> None:
    if forgotten.hash_of(customer) not in forgotten.hashes:
        raise ForgetError(
            f"There is no customer {customer} in {', '.join(map(str, searched))}. Nothing was "
            "changed. Write the id as in the column customer_id."
        )


def _rows_in(databases: Sequence[Path], customer: str) -> tuple[dict[Path, int], list[str]]:
    """The number of rows of each database that name a customer, and the ids of all customers."""
    rows: dict[Path, int] = {}
    known: set[str] = set()
    for database in databases:
        with _said_plainly(database, NOTHING_YET):
            rows[database] = rows_of(database, customer)
            known.update(customers_of(database))
    return rows, sorted(known)


@contextmanager
def _said_plainly(place: Path, state: str) -> Iterator[None]:
    try:
        yield
    except (OSError, duckdb.Error) as error:
        raise ForgetError(
            f"{plain_words(error, database=place)} {state}. Correct that, then run this again."
        ) from error


def _exports_searched(folder: Path, exports: Sequence[Export]) -> Search:
    changed = tuple(export.file for export in exports if export.customers)
    rows = sum(export.customers for export in exports)
    return Search(folder, len(exports), rows, "row", changed)


def _without_copies(folder: Path) -> Search:
    with _said_plainly(folder, PARTLY):
        try:
            copies = remove_all(folder)
        except Timeout as error:
            raise BusyError(
                f"A build reads copies of invoice files in {folder}. {PARTLY}. When it has ended, "
                "run this again."
            ) from error
    return Search(folder, copies, copies, "file")


def _without_lines(folder: Path, customer: str) -> Search:
    spellings = spellings_of(customer)
    with _said_plainly(folder, PARTLY):
        files = text_files(folder)
        lines = {file: found for file in files if (found := lines_naming(file, spellings))}
        for file in lines:
            remove_lines(file, spellings)
    return Search(folder, len(files), sum(lines.values()), "line", tuple(lines))


def _without_files(folder: Path, customer: str) -> Search:
    spellings = spellings_of(customer)
    with _said_plainly(folder, PARTLY):
        files = text_files(folder)
        changed = [file for file in files if lines_naming(file, spellings)]
        for file in changed:
            file.unlink()
    return Search(folder, len(files), len(changed), "file", tuple(changed))
