"""Files of segments for mailing tools: CSV that no spreadsheet runs, and Parquet."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import duckdb
import pyarrow as pa

from quintile.locking import LOCK, locked
from quintile.pseudonyms import hashed_ids

COLUMNS = {"tier": "marketing_tier", "label": "cluster_label"}
FORMATS = ("csv", "parquet")
PARTIAL = ".partial-"
RUN_BY_SPREADSHEETS = r"^[=+@\t\r\n\-\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}]"
"""How a cell begins that a spreadsheet may take for a formula (OWASP, CSV Injection); the last four
are the full-width forms of = + - @."""


class ExportError(click.ClickException):
    """The segments could not be exported; the message says why and what to do."""


@dataclass(frozen=True)
class Export:
    """A file that was written.

    Attributes:
        file: Where it is.
        customers: Its rows, one a customer.
    """

    file: Path
    customers: int


def export_segments(
    database: Path,
    into: Path,
    *,
    by: str = "tier",
    formats: Sequence[str] = FORMATS,
    key: str | None = None,
) -> list[Export]:
    """Write the customers of each tier or label to a file of their own.

    A file has all columns of `segments`, ordered by customer_id. In CSV, a text cell that a
    spreadsheet might run begins with an apostrophe; numbers and dates stay as they are. Parquet
    holds the values themselves. Each file is replaced in one step, and those of tiers or labels
    that are no more are removed. Only the owner may read them.

    Args:
        database: A built or published database, which is only read.
        into: The folder of the files; it is made where missing.
        by: 'tier' or 'label'.
        formats: Any of 'csv' and 'parquet'.
        key: Where given, customer_id becomes the hexadecimal HMAC-SHA256 of the id by this key.

    Returns:
        The files in the order of their names.

    Raises:
        BusyError: Another export into the folder is at work.
        ExportError: The database, the folder or the disk is not as it should be.
    """
    with _said_plainly(database, into):
        _open_folder(into)
        at_work = f"Another quintile export or forget is at work in {into}"
        with locked(into, at_work=at_work), _opened(database) as connection:
            remove_partial_files(into)
            with TemporaryDirectory(prefix=PARTIAL, dir=into) as folder:
                _prepare(connection, key)
                written = _write(connection, Path(folder), by, formats)
                for export in written:
                    put_in_place(export.file, into / export.file.name)
            names = {export.file.name for export in written}
            for former in exported_files(into, by):
                if former.name not in names:
                    former.unlink()
    return [Export(into / export.file.name, export.customers) for export in written]


def exported_files(folder: Path, by: str | None = None) -> list[Path]:
    """The files in a folder that exports have written, of tiers, of labels or of both."""
    pattern = rf"segments_({by or '|'.join(COLUMNS)})_.*[.]({'|'.join(FORMATS)})"
    return sorted(path for path in folder.glob("*") if re.fullmatch(pattern, path.name))


def put_in_place(written: Path, target: Path) -> None:
    """Give a complete file its name in one step, for its owner alone."""
    written.chmod(0o600)
    with written.open("rb") as file:
        os.fsync(file.fileno())
    written.replace(target)


def remove_partial_files(folder: Path) -> None:
    """Remove what an export that was stopped has left in a folder that is locked."""
    for partial in folder.glob(f"{PARTIAL}*"):
        for file in partial.iterdir():
            file.unlink()
        partial.rmdir()


@contextmanager
def _said_plainly(database: Path, into: Path) -> Iterator[None]:
    try:
        yield
    except duckdb.CatalogException as error:
        raise ExportError(
            f"{database} has no table segments. Build it with dbt build, or name another file."
        ) from error
    except (OSError, duckdb.Error) as error:
        raise ExportError(
            f"Cannot export {database} into {into}: {error}. Files that are there are whole."
        ) from error


def _open_folder(into: Path) -> None:
    if not into.exists():
        into.mkdir(parents=True, mode=0o700)
    if into.stat().st_mode & 0o077:
        others = {path.name for path in into.iterdir()} - {LOCK}
        if others - {path.name for path in exported_files(into)}:
            raise ExportError(
                f"{into} is open to others and holds files of other kinds. Name a folder for "
                f"exports alone, or close it: chmod 700 {into}"
            )
        into.chmod(0o700)


@contextmanager
def _opened(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    if not database.exists():
        raise ExportError(f"There is no database {database}. Build it, or name another file.")
    with duckdb.connect(str(database), read_only=True) as connection:
        yield connection


def _prepare(connection: duckdb.DuckDBPyConnection, key: str | None) -> None:
    """Make the view `exported`: segments, with ids hashed where there is a key."""
    if key is None:
        connection.execute("create temp view exported as from segments")
        return
    ids = [row[0] for row in connection.execute("select customer_id from segments").fetchall()]
    hashes = hashed_ids(ids, key)
    connection.register("hashes", pa.table({"plain": [*hashes], "hashed": [*hashes.values()]}))
    connection.execute(
        "create temp view exported as select segments.* replace (hashes.hashed as customer_id) "
        "from segments join hashes on segments.customer_id = hashes.plain"
    )


def _write(
    connection: duckdb.DuckDBPyConnection, folder: Path, by: str, formats: Sequence[str]
) -> list[Export]:
    column = COLUMNS[by]
    groups = connection.execute(
        f"select {column}, count(*) from exported group by all order by all"
    ).fetchall()
    if not groups:
        raise ExportError("There are no customers in segments, so there is nothing to export.")
    columns = connection.execute("describe exported").fetchall()
    texts = [name for name, kind, *_ in columns if kind == "VARCHAR"]
    safe = ", ".join(f"{_neutralised(text)} as {text}" for text in texts)
    forms = {
        "csv": (f"* replace ({safe})", f"format csv, header, force_quote ({', '.join(texts)})"),
        "parquet": ("*", "format parquet"),
    }
    written = []
    for value, customers in groups:
        for form in formats:
            selected, options = forms[form]
            query = f"select {selected} from exported where {column} = $1 order by customer_id"
            file = _free_name(folder, f"segments_{by}_{_slug(value)}", form)
            connection.execute(f"copy ({query}) to $2 ({options})", [value, str(file)])
            written.append(Export(file, customers))
    return written


def _neutralised(text: str) -> str:
    return f"if(regexp_matches({text}, '{RUN_BY_SPREADSHEETS}'), chr(39) || {text}, {text})"


def _slug(value: str) -> str:
    return re.sub(r"\W+", "-", value.lower()).strip("-")


def _free_name(folder: Path, stem: str, form: str) -> Path:
    """The file name of a tier or label; names that differ in punctuation alone get a number."""
    number, file = 1, folder / f"{stem}.{form}"
    while file.exists():
        number += 1
        file = folder / f"{stem}-{number}.{form}"
    return file
