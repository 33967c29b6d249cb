"""Reading a built database for the report, one named query at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import click
import duckdb

QUERIES = Path(__file__).parent / "queries"
MAGIC = b"DUCK"  # bytes 9 to 12 of every DuckDB file
Row = dict[str, Any]


class ReportError(click.ClickException):
    """A report that can't be made; the message says why and what to do."""


class ReportDatabase:
    """A DuckDB file, open for reading only; a context manager."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Args:
            path: The DuckDB file.

        Raises:
            ReportError: It is missing, is no database, or can't be opened.
        """
        self._path = path
        if not path.is_file():
            raise ReportError(f"There is no database {path}. Build it first: make build")
        try:
            with path.open("rb") as file:
                if file.read(12)[8:] != MAGIC:
                    raise ReportError(
                        f"{path} is no DuckDB database. Name the file that make build left."
                    )
            self._connection = duckdb.connect(str(path), read_only=True)
        except (OSError, duckdb.Error) as error:
            raise ReportError(f"{path} can't be opened: {_why(str(error))}") from error
        self._tables = {
            name
            for (name,) in self._connection.execute(
                "select table_name from information_schema.tables where table_schema = 'main'"
            ).fetchall()
        }

    def __enter__(self) -> ReportDatabase:
        """Return the database itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self._connection.close()

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


def _why(message: str) -> str:
    if "lock" in message:
        return "a build is writing it. Try again when it has ended."
    return message.splitlines()[0]
