"""Groups of campaigns in two databases: take over what one of them lacks, and tell them apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from quintile.database import quoted_name, text_literal

GROUPS = "campaign_groups"


def campaigns_drawn(database: Path) -> set[str]:
    """The campaigns whose groups a database holds."""
    with _attached(base=database) as connection:
        if not (groups := _table(connection, "base", GROUPS)):
            return set()
        rows = connection.execute(f"select distinct campaign from {groups}").fetchall()
    return {campaign for (campaign,) in rows}


def drawn_otherwise(database: Path, other: Path) -> list[str]:
    """The campaigns of which two databases hold different groups."""
    with _attached(base=database, other=other) as connection:
        groups = [_table(connection, place, GROUPS) for place in ("base", "other")]
        if None in groups:
            return []
        here, there = (f"select campaign, customer_id, campaign_group from {one}" for one in groups)
        rows = connection.execute(
            f"""with here as ({here}), there as ({there})
            select distinct campaign
            from ((from here except from there) union all (from there except from here))
            where campaign in (select campaign from here)
                and campaign in (select campaign from there)
            order by campaign"""
        ).fetchall()
    return [campaign for (campaign,) in rows]


def take_over_groups(working: Path, former: Path, database: Path) -> list[str]:
    """Add the groups that a working database has drawn of campaigns that the former version lacks.

    Those of another shop stay where they are: half of the customers of a group at least must be
    customers of the former version too, with the same first day.

    Args:
        working: The working database, which is only read.
        former: The published version, which is only read.
        database: A new database, with the tables that it keeps of the former version.

    Returns:
        The campaigns.
    """
    with _attached(base=former, other=working) as connection:
        known, customers, drawn = (
            _table(connection, place, table)
            for place, table in [("base", "segments"), ("other", "segments"), ("other", GROUPS)]
        )
        if not (known and customers and drawn):
            return []
        connection.execute(f"attach {text_literal(database)} as new")
        groups = _table(connection, "new", GROUPS)
        if not groups:
            groups = drawn.replace("other.", "new.", 1)
            connection.execute(
                f"create schema if not exists {groups.rpartition('.')[0]};"
                f"create table {groups} as from {drawn} limit 0"
            )
        rows = connection.execute(
            f"""select members.campaign from {drawn} as members
            left join {customers} as customers on members.customer_id = customers.customer_id
            left join {known} as known
                on customers.customer_id = known.customer_id
                    and customers.first_ordered_at::date = known.first_ordered_at::date
            where members.campaign not in (select campaign from {groups})
            group by members.campaign
            having count(known.customer_id) >= count(*) / 2
            order by members.campaign"""
        ).fetchall()
        campaigns = [campaign for (campaign,) in rows]
        connection.execute(
            f"insert into {groups} by name from {drawn} where list_contains($1, campaign)",
            [campaigns],
        )
    return campaigns


@contextmanager
def _attached(**files: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to databases by other names, which are only read."""
    with duckdb.connect() as connection:
        for name, file in files.items():
            connection.execute(f"attach {text_literal(file)} as {name} (read_only)")
        yield connection


def _table(connection: duckdb.DuckDBPyConnection, place: str, table: str) -> str | None:
    """The full name of a table in an attached database; None where it has none."""
    rows = connection.execute(
        "select schema_name from duckdb_tables() where database_name = $1 and table_name = $2 "
        "order by schema_name limit 1",
        [place, table],
    ).fetchall()
    return f"{place}.{quoted_name(rows[0][0])}.{table}" if rows else None
