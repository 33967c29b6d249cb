"""Reading a built database for the report, one named query at a time."""

from __future__ import annotations

import difflib
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
MOST_NAMED = 20
Row = dict[str, Any]


class ReportError(click.ClickException):
    """A report that can't be made; the message says why and what to do."""


def _folded(name: str) -> str:
    return " ".join(name.split()).replace(": ", ":").casefold()


def _known(name: str, known: Sequence[tuple[str, str]]) -> str:
    """The name that was probably meant; otherwise all there are, or the first of many."""
    bare = _folded(name.removeprefix(f"{name.partition(':')[0]}:"))
    of_folded = {_folded(found): found for _, found in known}
    near = difflib.get_close_matches(bare, of_folded, n=1, cutoff=0.75)
    if near:
        return f"Did you mean {of_folded[near[0]]!r}?"
    of_kind = {kind: [found for one, found in known if one == kind] for kind in KINDS}
    listed = [
        f"{kind}: {', '.join(names[:MOST_NAMED])}"
        + (f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else "")
        for kind, names in of_kind.items()
    ]
    return f"Known are {'; '.join(listed)}"


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

    def narrow(self, name: str) -> str:
        """Let all that follows see the customers of one cluster, tier or country alone.

        Args:
            name: Its name, in any case; with its kind before it (tier:High) where it is one of
                several kinds.

        Returns:
            What the page calls it.

        Raises:
            ReportError: There is none of that name, or more than one; the message names them.
        """
        kind, found = self._chosen(name)
        self.narrowed_to = kind
        self._hide_others(f"{KINDS[kind]} = {text_literal(found)}")
        return f"{found} tier" if kind == "tier" else found

    def _chosen(self, name: str) -> tuple[str, str]:
        """The one kind and name that is meant, as written or else in any case."""
        known = [
            (kind, found)
            for kind, column in KINDS.items()
            for (found,) in self._connection.execute(
                f"select distinct {column} from segments where {column} is not null order by all"
            ).fetchall()
        ]
        for written in (str, _folded):
            chosen = [
                (kind, found)
                for kind, found in known
                if written(name) in (written(found), written(f"{kind}:{found}"))
            ]
            if len(chosen) == 1:
                return chosen[0]
            if chosen:
                listed = " or ".join(f'--for "{kind}:{found}"' for kind, found in chosen)
                raise ReportError(f"{name!r} may be any of several. Say which: {listed}")
        raise ReportError(f"There is no cluster, tier or country {name!r}. {_known(name, known)}")

    def _hide_others(self, condition: str) -> None:
        """A temporary view goes before the table of its name, for this connection alone."""
        places = self._connection.execute(
            "select table_name, table_catalog, "
            "arg_min(table_schema, list_position(current_schemas(false), table_schema)) "
            "from information_schema.tables "
            "where table_catalog = current_database() and list_contains(?, table_name) "
            "group by table_name, table_catalog order by table_name",
            [OF_CUSTOMERS],
        ).fetchall()
        full = {
            table: f"{quoted_name(catalog)}.{quoted_name(schema)}.{table}"
            for table, catalog, schema in places
        }
        chosen = f"select customer_id from {full['segments']} where {condition}"
        views = [
            f"create temporary view {table} as\nselect * from {relation}\n"
            f"where customer_id in ({chosen});"
            for table, relation in full.items()
        ]
        for view in views:
            self._connection.execute(view)
        self._asked.append("\n\n".join(views))

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
