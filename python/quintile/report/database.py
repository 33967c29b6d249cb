"""Reading a built database for the report, one named query at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import duckdb

QUERIES = Path(__file__).parent / "queries"
Row = dict[str, Any]


class ReportError(click.ClickException):
    """A report that can't be made; the message says why and what to do."""


class ReportDatabase:
    """A built database, open for reading."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        """Look what tables there are.

        Args:
            path: The DuckDB file, for messages.
            connection: A connection to it.
        """
        self._path, self._connection = path, connection
        self._tables = {
            name
            for (name,) in self._connection.execute(
                "select table_name from information_schema.tables "
                "where table_catalog = current_database()"
            ).fetchall()
        }

    def require(self, *tables: str) -> None:
        """Make sure that tables are there.

        Args:
            tables: Their names; empty ones count.

        Raises:
            ReportError: Naming those that are missing.
        """
        missing = [table for table in tables if table not in self._tables]
        if missing:
            raise ReportError(
                f"{self._path} holds no table {', '.join(missing)}: it is no finished build of "
                "Quintile. Build it first: make build"
            )

    def without_rows(self, tables: Sequence[str]) -> list[str]:
        """Those of some tables or views that are missing or empty."""
        return [table for table in tables if not self._has_rows(table)]

    def rows(self, query: str) -> list[Row]:
        """The answer to a query.

        Args:
            query: Name of a file in `queries`, without its ending.

        Returns:
            One dictionary per row, money as Decimal, dates as date and NULL as None.
        """
        sql = (QUERIES / f"{query}.sql").read_text(encoding="utf-8")
        return self._connection.sql(sql).to_arrow_table().to_pylist()

    def _has_rows(self, table: str) -> bool:
        if table not in self._tables:
            return False
        some = self._connection.execute(f'select 1 from "{table}" limit 1').fetchall()
        return bool(some)
