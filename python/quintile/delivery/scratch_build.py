"""Build and test a database with dbt, in a separate process."""

from __future__ import annotations

import os
import signal
import sys
import threading
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import click
import duckdb

from quintile import early_interruption
from quintile.database import plain_words, text_literal
from quintile.delivery.campaign_draws import campaigns_drawn, drawn_otherwise, take_over_groups
from quintile.delivery.locking import PATIENCE_SECONDS
from quintile.delivery.publishing import PublishError
from quintile.project import require_project

KEPT_TABLES = ("kmeans_fits", "model_drift", "cluster_model", "published_labels", "campaign_groups")
"""Tables that a build reads from the last build: incremental models and the last cluster_model."""


def build_with_dbt(
    database: Path, former: Path | None, *, working: Path, settings: str = "{}"
) -> None:
    """Run `dbt build` on the project in the current folder, with the clusters of the last build.

    Args:
        database: The file to build.
        former: The database of the last build, opened read-only; None at the first.
        working: The database of plain builds, opened read-only; it may be missing. The first
            publication uses it as the last build; later ones take over the groups of campaigns
            that only it has drawn.
        settings: Vars of this run, as YAML.

    Raises:
        PublishError: A model or test failed; the message names it. Or a campaign was drawn that the
            working database may have drawn otherwise, as that could not be read.
    """
    require_project()
    if former:
        carry_over(former, database)
    unread = take_over(working, former, database)
    _build(database, settings)
    before = campaigns_drawn(former) if former and unread else set()
    if unread and (drawn := campaigns_drawn(database) - before):
        raise PublishError(
            f"{unread} It may have drawn other groups of {', '.join(sorted(drawn))}, so nothing "
            "was published."
        )


def take_over(working: Path, former: Path | None, database: Path) -> str | None:
    """Have what a working database keeps, and say so; why it could not be read, if so."""
    if not working.exists() or (former and working.resolve() == former.resolve()):
        return None
    try:
        if not former:
            carry_over(working, database)
            click.echo(f"This goes on from {working}: its clusters, and groups of campaigns.")
            return None
        if taken := take_over_groups(working, former, database):
            click.echo(f"Groups taken over from {working}: {', '.join(taken)}.")
        for campaign in drawn_otherwise(former, working):
            click.echo(
                f"Campaign {campaign}: {working} has drawn other groups. Those that are published "
                "stay; export from there."
            )
    except (OSError, duckdb.Error) as error:
        return plain_words(error, database=working)
    return None


def _build(database: Path, settings: str) -> None:
    # DuckDB lets no other process write until dbt's has ended, and a crash ends only that process.
    process = get_context("spawn")
    told, tells = process.Pipe(duplex=False)
    build = process.Process(target=_run_dbt, args=(tells, str(database.resolve()), settings))
    _start_deaf(build)
    tells.close()
    hears_ctrl_c = False
    try:
        hears_ctrl_c = told.recv()
        failures = told.recv()
        build.join()
    except EOFError as error:
        raise PublishError(
            "dbt was ended from outside, perhaps for lack of memory. Nothing was published."
        ) from error
    except KeyboardInterrupt as error:
        if hears_ctrl_c:
            build.join(PATIENCE_SECONDS)  # it cancels its queries
        raise PublishError("Stopped by Ctrl-C. Nothing was published.") from error
    finally:
        build.terminate()
        build.join()
    if failures:
        listed = "\n".join(f"  {failure}" for failure in failures[:5])
        more = f"\n  and {len(failures) - 5} more, listed above" if len(failures) > 5 else ""
        raise PublishError(f"The build failed, and nothing was published:\n{listed}{more}")


def _start_deaf(process: BaseProcess) -> None:
    """Start a process that ignores Ctrl-C until it is ready: Python would print a stack trace."""
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.start()
    finally:
        signal.signal(signal.SIGINT, handler)


def carry_over(former: Path, database: Path) -> None:
    """Copy the kept tables that a database has into a new one."""
    with duckdb.connect(str(database)) as connection:
        connection.execute(f"attach {text_literal(former)} as former (read_only)")
        found = connection.execute(
            "select schema_name, table_name from duckdb_tables() "
            "where database_name = 'former' and list_contains(?, table_name)",
            [KEPT_TABLES],
        ).fetchall()
        for schema, table in found:
            connection.execute(f"create schema if not exists {schema}")
            connection.execute(f"create table {schema}.{table} as from former.{schema}.{table}")


def _run_dbt(tells: Connection, database: str, settings: str) -> None:
    """Build. Report that Ctrl-C is handled now, then each failure in a line; none if all passed."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, early_interruption.end)
    tells.send(True)
    from dbt.cli.main import dbtRunner  # noqa: PLC0415 takes seconds

    os.environ["QUINTILE_DB"] = database
    colors = [] if sys.stdout.isatty() else ["--no-use-colors"]
    command = ["build", "--exclude-resource-type", "unit_test", "--vars", settings]
    tells.send(_failures(dbtRunner().invoke([*colors, *command])))


def _failures(done: Any) -> list[str]:
    if done.success:
        return []
    if done.exception:
        return [str(done.exception)]
    return [
        f"{result.node.resource_type.value} {result.node.name} "
        f"({result.node.original_file_path}): {result.message}"
        for result in done.result
        if result.status in ("error", "fail", "runtime error")
    ]


def _end_with_parent() -> None:
    """End the build too if the publisher is killed."""
    if parent := parent_process():
        parent.join()
        os._exit(1)
