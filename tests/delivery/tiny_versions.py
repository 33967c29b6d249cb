"""A database of a few rows that says of every row which version it is, for tests of publishing."""

from __future__ import annotations

import os
import resource
import signal
import sys
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path

import duckdb

from quintile.delivery.locking import BusyError
from quintile.delivery.publishing import PublishError, publish_version

processes = get_context("forkserver")
processes.set_forkserver_preload(["pytest", "tiny_versions", "quintile.delivery.forgetting"])

ROWS = 1000
STEPS = {
    "os.mkdir",
    "os.rename",
    "os.chmod",
    "os.symlink",
    "os.remove",
    "os.rmdir",
    "shutil.rmtree",
}


def build_tiny(database: Path, former: Path | None) -> None:
    """A table of another size in each version, and a view on it; versions count on from 1."""
    version = 1
    with duckdb.connect(str(database)) as connection:
        if former:
            version += read_attached(connection, former)
        connection.execute(
            f"create table rows as select {version} as version, range as row_number, "
            f"md5(range::varchar) as noise from range({ROWS + version})"
        )
        connection.execute("create view rows_seen as select * from main.rows")


def read_tiny(database: Path) -> int:
    """The version of a database, which must be whole."""
    with duckdb.connect(str(database), read_only=True) as connection:
        return read_session(connection)


def read_attached(connection: duckdb.DuckDBPyConnection, database: Path) -> int:
    """The version of a database that is attached for one look."""
    connection.execute(f"attach '{database}' as briefly (read_only)")
    version = read_session(connection, "briefly.")
    connection.execute("detach briefly")
    return version


def read_session(connection: duckdb.DuckDBPyConnection, prefix: str = "") -> int:
    """The version that a session reads."""
    [(first, last, rows, noises)] = connection.execute(
        f"select min(version), max(version), count(*), count(distinct noise) from {prefix}rows_seen"
    ).fetchall()
    assert (first, rows, noises) == (last, ROWS + last, ROWS + last)
    return last


def publish_tiny(
    link: Path, told: Connection | None = None, *, step: int = 0, largest_file: int = 0
) -> None:
    """Publish in a process of its own, which ends with the exit code of the command.

    It tells `told` when the database is built; kills itself before the step of that number that
    changes a file name or a mode; and may not write a file of more bytes than `largest_file`.
    """
    if largest_file:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    def build(database: Path, former: Path | None) -> None:
        build_tiny(database, former)
        if told:
            told.send("built")

    kill_at(step)
    try:
        publish_version(link, build, keep=3)
    except (PublishError, BusyError) as error:
        if told:
            told.send(error.message)
        sys.exit(error.exit_code)


def kill_at(step: int) -> None:
    """Kill this process before its step of that number (from 1) that changes a name or a mode."""
    steps = 0

    def count(event: str, _: tuple) -> None:
        nonlocal steps
        steps += event in STEPS
        if steps == step and event in STEPS:
            os.kill(os.getpid(), signal.SIGKILL)

    if step:
        sys.addaudithook(count)


def read_all_the_while(link: Path, told: Connection, over: Event) -> None:
    """Attach the published file again and again, beside a session that stays; report at the end."""
    reads, latest = 0, 0
    with duckdb.connect() as connection:
        connection.execute(f"attach '{link}' as held (read_only)")
        own = read_session(connection, "held.")
        while not over.wait(0.05):
            version = read_attached(connection, link)
            assert version >= latest, f"version {version} after {latest}"
            assert read_session(connection, "held.") == own
            latest, reads = version, reads + 1
    told.send(reads)
