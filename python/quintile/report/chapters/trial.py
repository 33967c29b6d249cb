"""The form that scores a customer."""

from __future__ import annotations

from decimal import Decimal

from quintile.report import formats
from quintile.report.database import ReportDatabase
from quintile.report.exhibits import Section
from quintile.report.scoring import scoring_model


def form(tables: ReportDatabase) -> Section:
    """The form; it starts with the median of each metric."""
    [median] = tables.rows("first_guess", is_shown=False)
    start = {name: f"{Decimal(value).normalize():f}" for name, value in median.items()}
    decimal = formats.custom()["decimal"]
    return Section(
        "try",
        "Try a customer",
        "Type three numbers, or paste a row of a spreadsheet, and see where such a customer "
        "belongs and why. The page computes it itself; nothing leaves your computer.",
        part="form.html",
        facts={
            "model": scoring_model(tables) | {"custom": formats.custom()},
            "start": {name: value.replace(".", decimal) for name, value in start.items()},
            "query": f"select * from score_customer({', '.join(start.values())})",
        },
    )
