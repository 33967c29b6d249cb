"""Open a built database, and say plainly what is wrong with it or with the disk that it is on."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import duckdb

ALWAYS_BUILT = ("cleaning_audit", "cluster_model", "rfm_scores", "rfm_thresholds", "segments")
"""Tables by which the schemas of Quintile are known among those of a warehouse."""
MAGIC = b"DUCK"  # bytes 9 to 12 of every DuckDB file
ROOM = "Make room on the disk, or name another folder, and run this again."
LOCK = re.compile(
    r"Could not set lock on file .(?P<file>[^\"]*).: .*held in (?P<by>.*) \(PID (?P<pid>\d+)"
)
DAMAGED = re.compile(r"Corrupt|Could not read enough bytes|replaying WAL|Failed to load|INTERNAL")
NO_DATABASE = "{database} is no DuckDB database. Name the file that make build left."
NO_ROOM = re.compile(r"No space left|File too large|quota exceeded|max_temp_directory_size", re.I)


class DatabaseError(click.ClickException):
    """A database that can't be read, or not as it is; the message says why and what to do."""


@contextmanager
def opened(
    database: Path, *, unfinished: bool, needs: str = "%", schema: str | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a built database for reading.

    Args:
        database: The file.
        unfinished: Whether tables of an unfinished build will do.
        needs: The table that matters, as a pattern of `like`; all by default.
        schema: The target schema of the build that is meant, where the file holds several.

    Raises:
        DatabaseError: It is missing, damaged or open for writing elsewhere, or no database; or its
            tables are of different builds, or of several targets.
    """
    if not database.exists():
        raise DatabaseError(f"There is no database {database}. Build it first: make build")
    try:
        with database.open("rb") as file:
            if file.read(12)[8:] != MAGIC:  # DuckDB would look for an extension that reads it
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
                f"{database} is half built: {doubt}. Finish it with make build, or take what is "
                "there: --unfinished"
            )
        yield connection


def use_schemas(connection: duckdb.DuckDBPyConnection, chosen: str | None = None) -> list[str]:
    """Find tables without naming their schema: steps have one of their own, a host project others.

    The schema that holds most of Quintile's tables is searched first, as another may hold a table
    of the same name.

    Args:
        connection: A connection to the database.
        chosen: The schema to search before all, and that of its steps next.

    Returns:
        The schemas that hold the same of Quintile's tables as the one searched first without a
        choice: more than one where several targets were built into the file.
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
    """A text in SQL, where a statement takes no parameter."""
    return "'" + str(text).replace("'", "''") + "'"


def quoted_name(name: str) -> str:
    """A name in SQL, whatever it holds."""
    return '"' + name.replace('"', '""') + '"'


def doubt_about(connection: duckdb.DuckDBPyConnection, needs: str = "%") -> str | None:
    """Why tables of a database may be of different builds; None where they are of one."""
    found = connection.execute(
        "select 1 from duckdb_tables() where database_name = current_database() "
        "and table_name = 'unfinished_tables'"
    ).fetchall()
    if not found:
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
    """What an error of DuckDB or of the system says, in a line: what is wrong, and what to do.

    Args:
        error: The error.
        database: The file that was read or written, where its name is not in the error.
    """
    if isinstance(error, OSError):
        return _of_system(error)
    said = str(error).splitlines()[0]
    if lock := LOCK.search(said):
        program = Path(lock["by"]).name
        return (
            f"{lock['file']} is open in another process ({program}, PID {lock['pid']}): a build "
            "that is at work, or a session. Try again when it has ended."
        )
    if NO_ROOM.search(said):
        return f"{_without_kind(said)} {ROOM}"
    if "not a valid DuckDB" in said:
        return NO_DATABASE.format(database=database)
    if DAMAGED.search(said):
        return (
            f"{database} is damaged ({_without_kind(said)}). Put a copy of it back, or remove it "
            "and build it again: make build"
        )
    return _without_kind(said)


def _of_system(error: OSError) -> str:
    said = error.strerror or str(error)
    named = f"{error.filename}: {said}" if error.filename else said
    no_room = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return f"{named}. {ROOM}" if no_room else f"{named}."


def _without_kind(said: str) -> str:
    """Leave out what kind of error DuckDB takes it for, and where its manual speaks of it."""
    said = re.sub(r"^(\w+ )*Error: ", "", said).partition(" See also http")[0].rstrip(".!")
    return f"{said}."
