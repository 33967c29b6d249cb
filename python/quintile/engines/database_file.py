"""Check the DuckDB file before dbt opens it, to report what is wrong with it in one line."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from quintile.database import plain_words, text_literal
from quintile.delivery.permissions import restrict, umask_of

if TYPE_CHECKING:
    from dbt.adapters.duckdb.credentials import DuckDBCredentials

NAMES_OF_DUCKDB = {"main", "temp", "system"}
"""DuckDB attaches files of these names by other names, which dbt does not know."""


def prepare(credentials: DuckDBCredentials, config: dict[str, Any]) -> None:
    """Try to open the file as dbt will, and restrict who can read it, as the folder says.

    From here on, whatever this process writes is only for the owner, or also for the group of a
    folder that shares with it: DuckDB's log and temporary files have data of the database.

    Args:
        credentials: Those of the profile.
        config: Options with which dbt opens the file.

    Raises:
        RuntimeError: Something is wrong with the file or a setting. dbt shows only the message.
    """
    if credentials.path == ":memory:" or credentials.is_motherduck or credentials.remote:
        return
    file = Path(credentials.path).resolve()
    if not file.parent.is_dir():
        raise RuntimeError(
            f"There is no folder {file.parent} for the database {credentials.path}. Create it, or "
            "set QUINTILE_DB to another place."
        )
    if credentials.path_derived_database_name(credentials.path).lower() in NAMES_OF_DUCKDB:
        raise RuntimeError(
            f"The database {credentials.path} has a name that DuckDB needs for itself. Set "
            "QUINTILE_DB to a file of another name."
        )
    os.umask(umask_of(file.parent))
    try:
        with duckdb.connect(str(file), config=config) as connection:
            _try_settings(connection, credentials.settings or {})
        if file.stat().st_uid == os.geteuid():
            restrict(file, like=file.parent)
    except (duckdb.Error, OSError) as error:
        raise RuntimeError(plain_words(error, database=file)) from error
    shutil.rmtree(f"{file}.tmp", ignore_errors=True)  # left by a killed build


def _try_settings(connection: duckdb.DuckDBPyConnection, settings: dict[str, Any]) -> None:
    for name, value in settings.items():
        try:
            connection.execute(f"set {name} = {text_literal(value)}")
        except duckdb.Error as error:
            variable = " by QUINTILE_MEMORY_LIMIT" if name == "memory_limit" else ""
            raise RuntimeError(
                f"DuckDB's {name} is set to {value!r}{variable}, which is not valid: "
                f"{plain_words(error)}"
            ) from error
