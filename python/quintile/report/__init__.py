"""The report: one HTML file that shows a built database to people who don't write SQL."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from quintile.report.database import ReportDatabase, ReportError
from quintile.report.page import render_page
from quintile.report.sections import PLANS

__all__ = ["ReportError", "write_report"]


def write_report(database: Path, out: Path, *, say: Callable[[str], None]) -> None:
    """Write the report of a built database.

    Args:
        database: The DuckDB file that `dbt build` left; it is only read.
        out: The HTML file to write, its folder made if need be. It appears whole or not at all.
        say: Receives a line for each section: made, or left out and why.

    Raises:
        ReportError: The file is missing, is no DuckDB database, is being written by a build or
            holds no segments; or the page can't be written.
    """
    with ReportDatabase(database) as tables:
        tables.require("segments", "orders", "as_of")
        sections = []
        for plan in PLANS:
            missing = tables.without_rows(plan.tables)
            if missing:
                say(f"left out: {plan.title}, without rows in {', '.join(missing)}")
            else:
                sections.append(plan.make(tables))
                say(f"made: {plan.title}")
    _write_whole(out, render_page(sections))


def _write_whole(out: Path, page: str) -> None:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=out.parent, suffix=".part", delete=False
        ) as part:
            part.write(page)
        try:
            os.replace(part.name, out)
        except OSError:
            Path(part.name).unlink()
            raise
        out.chmod(0o644)
    except OSError as error:
        raise ReportError(f"{out} can't be written: {error.strerror}.") from error
