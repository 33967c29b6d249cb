"""Build and test a database with dbt, in a process of its own."""

from __future__ import annotations

import os
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Any

import duckdb

from quintile.delivery.publishing import PublishError
from quintile.project import require_project

KEPT_TABLES = ("kmeans_fits", "model_drift", "cluster_model", "published_labels")
"""What a build reads of the last build: the incremental models and the last cluster_model."""


def build_with_dbt(database: Path, former: Path | None, *, settings: str = "{}") -> None:
    """Run `dbt build` on the project in the current folder, with the clusters of the build before.

    Args:
        database: The file to build.
        former: The database of the build before, which is only read; None at the first.
        settings: Vars of this run, as YAML.

    Raises:
        PublishError: A model or test failed; the message names it.
    """
    require_project()
    if former:
        carry_over(former, database)
    # DuckDB lets no other process write until dbt's has ended; a crash in it ends no more than it.
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=_end_with_parent) as pool:
        try:
            failures = pool.submit(_run_dbt, str(database.resolve()), settings).result()
        except BrokenProcessPool as error:
            raise PublishError(
                "dbt was ended from outside, perhaps for want of memory. Nothing was published."
            ) from error
    if failures:
        listed = "\n".join(f"  {failure}" for failure in failures[:5])
        more = f"\n  and {len(failures) - 5} more, listed above" if len(failures) > 5 else ""
        raise PublishError(f"The build failed, and nothing was published:\n{listed}{more}")


def carry_over(former: Path, database: Path) -> None:
    """Copy the kept tables of a database, those that it has, into a new one."""
    with duckdb.connect(str(database)) as connection:
        path = str(former).replace("'", "''")
        connection.execute(f"attach '{path}' as former (read_only)")
        found = connection.execute(
            "select table_name from duckdb_tables() where database_name = 'former' "
            "and schema_name = 'main' and list_contains(?, table_name)",
            [KEPT_TABLES],
        ).fetchall()
        for (table,) in found:
            connection.execute(f"create table {table} as from former.{table}")


def _end_with_parent() -> None:
    """Leave no build behind when the publisher is killed."""

    def watch() -> None:
        if parent := parent_process():
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _run_dbt(database: str, settings: str) -> list[str]:
    """What failed, a line each; nothing where all passed."""
    from dbt.cli.main import dbtRunner  # noqa: PLC0415 takes seconds

    os.environ["QUINTILE_DB"] = database
    colors = [] if sys.stdout.isatty() else ["--no-use-colors"]
    done = dbtRunner().invoke([*colors, "build", "--vars", settings])
    if done.success:
        return []
    if done.exception:
        return [str(done.exception)]
    results: Any = done.result
    return [
        f"{result.node.resource_type.value} {result.node.name} "
        f"({result.node.original_file_path}): {result.message}"
        for result in results
        if result.status in ("error", "fail", "runtime error")
    ]
