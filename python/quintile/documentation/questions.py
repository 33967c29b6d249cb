"""Answers of docs/questions.md: each statement, with what it gives on a built database."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import duckdb

STATEMENT = re.compile(r"```sql\n(?P<sql>.*?)```\n(?:\n(?:\|[^\n]*\n)+)?", re.DOTALL)


def statements(page: str) -> list[str]:
    """The SQL statements of a page in Markdown."""
    return [found["sql"] for found in STATEMENT.finditer(page)]


def answered(page: str, connection: duckdb.DuckDBPyConnection) -> str:
    """A page whose statements are each followed by their answer.

    Args:
        page: Markdown; a table that follows a block of SQL is taken for its former answer.
        connection: A connection to a built database.

    Returns:
        The page with the answers of this database.
    """

    def with_answer(found: re.Match[str]) -> str:
        return f"```sql\n{found['sql']}```\n\n{_table(connection.sql(found['sql']))}"

    return STATEMENT.sub(with_answer, page)


def _table(answer: duckdb.DuckDBPyRelation) -> str:
    lines = [answer.columns, ["---"] * len(answer.columns)]
    lines += [[_cell(value) for value in row] for row in answer.fetchall()]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(value: Any) -> str:
    if isinstance(value, Decimal | float):
        return f"{value:.2f}".removesuffix(".00")
    return "" if value is None else str(value).replace("|", "\\|")
