"""The report: one HTML file that shows a built database to people who don't write SQL."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import duckdb

from quintile.database import doubt_about, opened, plain_words
from quintile.report.database import ReportDatabase, ReportError
from quintile.report.exhibits import Section
from quintile.report.formats import written_as
from quintile.report.page import render_page
from quintile.report.sections import PLANS

__all__ = ["ReportError", "write_report"]


def write_report(
    database: Path,
    out: Path,
    *,
    say: Callable[[str], None],
    only: str | None = None,
    unfinished: bool = False,
    schema: str | None = None,
) -> None:
    """Write the report of a built database.

    Args:
        database: The DuckDB file that `dbt build` left; it is only read.
        out: The HTML file to write, its folder made if need be. It appears whole or not at all.
        say: Receives a line for each section: made, or left out and why.
        only: A cluster, tier or country whose customers alone are shown; kind:name where one name
            is of several kinds.
        unfinished: Whether tables of different builds will do; the page says so.
        schema: The target schema that is meant, where the database holds several builds.

    Raises:
        DatabaseError: The database can't be read, or is half built.
        ReportError: It holds no segments, or the page can't be written.
    """
    try:
        with opened(database, unfinished=unfinished, schema=schema) as connection:
            tables = ReportDatabase(database, connection)
            tables.require("segments", "orders", "build_settings")
            shown = None if only is None else tables.narrow(only)
            [settings] = tables.rows("build_settings", is_shown=False)
            with written_as(settings["report_locale"], currency=settings["currency_symbol"]):
                page = render_page(
                    _sections(tables, say), only=shown, doubt=doubt_about(connection)
                )
    except duckdb.Error as error:
        raise ReportError(plain_words(error, database=database)) from error
    _write_whole(out, page)


def _sections(tables: ReportDatabase, say: Callable[[str], None]) -> list[Section]:
    sections = []
    for plan in PLANS:
        if tables.narrowed_to and tables.narrowed_to not in plan.kinds:
            say(f"left out: {plan.title}, as it is about all customers")
        elif missing := tables.without_rows(plan.tables):
            say(f"left out: {plan.title}, without rows in {', '.join(missing)}")
        elif section := plan.make(tables):
            sections.append(replace(section, queries=tables.asked()))
            say(f"made: {plan.title}")
        else:
            tables.asked()
            say(f"left out: {plan.title}, as there is nothing to show yet")
    return sections


def _write_whole(out: Path, page: str) -> None:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".partial-") as folder:
            part = Path(folder) / out.name
            part.write_text(page, encoding="utf-8")
            part.chmod(0o644)
            part.replace(out)
    except OSError as error:
        raise ReportError(f"{out} can't be written: {plain_words(error)}") from error
