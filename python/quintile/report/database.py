"""Reading a built database for the report, one named query at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import duckdb

from quintile.database import quoted_name, text_literal

QUERIES = Path(__file__).parent / "queries"
KINDS = {"cluster": "cluster_label", "tier": "marketing_tier", "country": "country"}
"""What a report can be narrowed to, with the column of `segments` that names it."""
OF_CUSTOMERS = ["segments", "orders", "customer_value", "rfm_history"]
Row = dict[str, Any]


class ReportError(click.ClickException):
    """A report that can't be made; the message says why and what to do."""


class ReportDatabase:
    """A built database, open for reading.

    Attributes:
        narrowed_to: What the customers are narrowed to, one of KINDS; empty for all customers.
    """

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        """Look what tables there are.

        Args:
            path: The DuckDB file, for messages.
            connection: A connection to it.
        """
        self._path, self._connection = path, connection
        self._asked: list[str] = []
        self.narrowed_to = ""
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

    def narrow(self, name: str) -> None:
        """Let all that follows see the customers of one cluster, tier or country alone.

        Args:
            name: Its name; a cluster goes before a tier, and a tier before a country.

        Raises:
            ReportError: There is none of that name; the message names all there are.
        """
        known: dict[str, list[str]] = {}
        for kind, column in KINDS.items():
            names = self._connection.execute(
                f"select distinct {column} from segments where {column} is not null order by all"
            ).fetchall()
            known[kind] = [found for (found,) in names]
        kinds = [kind for kind, names in known.items() if name in names]
        if not kinds:
            listed = "; ".join(f"{kind}: {', '.join(names)}" for kind, names in known.items())
            raise ReportError(f"There is no cluster, tier or country {name!r}. Known are {listed}")
        self.narrowed_to = kinds[0]
        self._hide_others(f"{KINDS[kinds[0]]} = {text_literal(name)}")

    def _hide_others(self, condition: str) -> None:
        """A temporary view goes before the table of its name, for this connection alone."""
        places = self._connection.execute(
            "select table_name, table_catalog, "
            "arg_min(table_schema, list_position(current_schemas(false), table_schema)) "
            "from information_schema.tables "
            "where table_catalog = current_database() and list_contains(?, table_name) "
            "group by table_name, table_catalog",
            [OF_CUSTOMERS],
        ).fetchall()
        full = {
            table: f"{quoted_name(catalog)}.{quoted_name(schema)}.{table}"
            for table, catalog, schema in places
        }
        chosen = f"select customer_id from {full['segments']} where {condition}"
        for table, relation in full.items():
            self._connection.execute(
                f"create temporary view {table} as select * from {relation} "
                f"where customer_id in ({chosen})"
            )

    def without_rows(self, tables: Sequence[str]) -> list[str]:
        """Those of some tables or views that are missing or empty."""
        return [table for table in tables if not self._has_rows(table)]

    def rows(self, query: str, *, is_shown: bool = True) -> list[Row]:
        """The answer to a query.

        Args:
            query: Name of a file in `queries`, without its ending.
            is_shown: Whether the page shows the statement, as it gives figures.

        Returns:
            One dictionary per row, money as Decimal, dates as date and NULL as None.
        """
        sql = (QUERIES / f"{query}.sql").read_text(encoding="utf-8")
        if is_shown and sql not in self._asked:
            self._asked.append(sql)
        return self._connection.sql(sql).to_arrow_table().to_pylist()

    def asked(self) -> list[str]:
        """The statements whose answers were shown since this was last called."""
        asked, self._asked = self._asked, []
        return asked

    def _has_rows(self, table: str) -> bool:
        if table not in self._tables:
            return False
        some = self._connection.execute(f'select 1 from "{table}" limit 1').fetchall()
        return bool(some)
