"""Open a built database, and say plainly what is wrong with it or with its disk."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import duckdb

ALWAYS_BUILT = ("cleaning_audit", "cluster_model", "rfm_scores", "rfm_thresholds", "segments")
"""Tables by which Quintile's schemas are recognised among those of a warehouse."""
MAGIC = b"DUCK"  # bytes 9 to 12 of every DuckDB file
ROOM = "Make room on the disk, or name another folder, and run this again."
LOCK = re.compile(
    r"Could not set lock on file .(?P<file>[^\"]*).: .*held in (?P<by>.*) \(PID (?P<pid>\d+)"
)
DAMAGED = re.compile(r"Corrupt|Could not read enough bytes|replaying WAL|Failed to load|INTERNAL")
NO_DATABASE = "{database} is not a DuckDB database. Name the file that make build wrote."
NO_ROOM = re.compile(r"No space left|File too large|quota exceeded|max_temp_directory_size", re.I)


class DatabaseError(click.ClickException):
    """A database that can't be read, or not in its state; the message says why and what to do."""


@contextmanager
def opened(
    database: Path, *, unfinished: bool, needs: str = "%", schema: str | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a built database for reading.

    Args:
        database: The file.
        unfinished: Whether tables of an unfinished build are accepted.
        needs: The table that is needed, as a pattern of `like`; all by default.
        schema: The target schema of the build that is meant, if the file has several.

    Raises:
        DatabaseError: It is missing, damaged, not a database or open for writing elsewhere, or its
            tables are of different builds or of several targets.
    """
    if not database.exists():
        raise DatabaseError(f"There is no database {database}. Build it first: make build")
    try:
        with database.open("rb") as file:
            if file.read(12)[8:] != MAGIC:  # else DuckDB looks for an extension to read the file
                raise DatabaseError(NO_DATABASE.format(database=database))
        connection = duckdb.connect(str(database), read_only=True)
    except (OSError, duckdb.Error) as error:
        raise DatabaseError(plain_words(error, database=database)) from error
    with connection:
        homes = use_schemas(connection, schema)
        if (schema and schema not in homes) or (not schema and len(homes) > 1):
            known = " and ".join(homes)
            raise DatabaseError(
                f"{database} holds tables of Quintile in {known}. Say whose: --schema {homes[0]}"
                if homes
                else f"{database} holds no tables of Quintile. Build it first: make build"
            )
        doubt = doubt_about(connection, needs)
        if doubt and not unfinished:
            raise DatabaseError(
                f"{database} is half built: {doubt}. Finish it with make build, or use it as it "
                "is: --unfinished"
            )
        yield connection


def use_schemas(connection: duckdb.DuckDBPyConnection, chosen: str | None = None) -> list[str]:
    """Find tables without their schema, since steps and host projects have schemas of their own.

    The schema with most of Quintile's tables is searched first, as another may have a table of the
    same name.

    Args:
        connection: A connection to the database.
        chosen: The schema to search first, and that of its steps next.

    Returns:
        The schemas that have the same of Quintile's tables as the one searched first without a
        choice: more than one if several targets were built into the file.
    """
    found = connection.execute(
        "select database_name, schema_name, "
        "list_sort(list(table_name) filter (list_contains($1, table_name))) as held "
        "from duckdb_tables() where database_name = current_database() group by all "
        "order by coalesce(len(held), 0) desc, schema_name",
        [ALWAYS_BUILT],
    ).fetchall()
    homes = [schema for _, schema, held in found if held and held == found[0][2]]
    if chosen in homes:
        found.sort(key=lambda row: (row[1] != chosen, row[1] != f"{chosen}_steps"))
    if found:
        path = ",".join(".".join(map(quoted_name, names)) for *names, _ in found)
        connection.execute(f"set search_path = {text_literal(path)}")
    return homes


def text_literal(text: object) -> str:
    """A text as an SQL literal, where a statement takes no parameter."""
    return "'" + str(text).replace("'", "''") + "'"


def quoted_name(name: str) -> str:
    """A name as a quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def has_table(connection: duckdb.DuckDBPyConnection, table: str) -> bool:
    """Whether the open database has a table of that name, in any schema."""
    found = connection.execute(
        "select 1 from duckdb_tables() where database_name = current_database() "
        "and table_name = $1",
        [table],
    ).fetchall()
    return bool(found)


def doubt_about(connection: duckdb.DuckDBPyConnection, needs: str = "%") -> str | None:
    """Why tables of a database may be of different builds; None if they are of one build."""
    if not has_table(connection, "unfinished_tables"):
        return None
    rows = connection.execute(
        "select table_name, min(reason) from unfinished_tables where table_name like ? "
        "group by table_name "
        "order by min(cause) = 'inherited', table_name <> 'segments', table_name",
        [needs],
    ).fetchall()
    if not rows:
        return None
    (table, reason), *others = rows
    return f"{table} ({reason})" + (f" and {len(others)} more" if others else "")


def plain_words(error: duckdb.Error | OSError, *, database: Path | None = None) -> str:
    """Say in one line what an error of DuckDB or of the system means, and what to do.

    Args:
        error: The error.
        database: The file that was read or written, in case the error does not name it.
    """
    if isinstance(error, OSError):
        return _of_system(error)
    said = str(error).splitlines()[0]
    if lock := LOCK.search(said):
        program = Path(lock["by"]).name
        return (
            f"{lock['file']} is open in another process ({program}, PID {lock['pid']}): a running "
            "build, or a session. Try again when it has ended."
        )
    if NO_ROOM.search(said):
        return f"{_without_kind(said)} {ROOM}"
    if "not a valid DuckDB" in said:
        return NO_DATABASE.format(database=database)
    if DAMAGED.search(said):
        return (
            f"{database} is damaged ({_without_kind(said)}). Restore a copy of it, or remove it "
            "and build it again: make build"
        )
    return _without_kind(said)


def _of_system(error: OSError) -> str:
    said = error.strerror or str(error)
    named = f"{error.filename}: {said}" if error.filename else said
    no_room = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return f"{named}. {ROOM}" if no_room else f"{named}."


def _without_kind(said: str) -> str:
    """Leave out the kind of the error, and the link to DuckDB's manual."""
    said = re.sub(r"^(\w+ )*Error: ", "", said).partition(" See also http")[0].rstrip(".!")
    return f"{said}."
