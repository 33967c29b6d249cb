"""The first look: customers, revenue and orders, each against what was before."""

from __future__ import annotations

from quintile.report import formats
from quintile.report.database import ReportDatabase, Row
from quintile.report.exhibits import Columns, Section, tabulate

SHOWN_DAYS = 90
FIGURES = {"customers": formats.count, "revenue": formats.short_money, "orders": formats.count}
TITLES = {"customers": "Customers who bought", "revenue": "Revenue", "orders": "Orders"}
CHANGES = ("_change", "_change_in_a_year")
COLUMNS: Columns = {
    "Last days": ("period_days", formats.count),
    "From": ("period_start", formats.date),
    **{
        heading: column
        for name, title in TITLES.items()
        for heading, column in {
            title: (name, formats.money if name == "revenue" else formats.count),
            f"{title}: against the days before": (f"{name}_change", formats.change),
            f"{title}: against a year before": (f"{name}_change_in_a_year", formats.change),
        }.items()
    },
}


def headline(tables: ReportDatabase) -> Section:
    """How many customers, how much revenue, how many orders."""
    [total] = tables.rows("totals")
    periods = tables.rows("periods")
    # Who is in a group or tier is there for what they did lately, so it would seem to grow or fall.
    is_comparable = tables.narrowed_to in ("", "country")
    columns = {
        title: column
        for title, column in COLUMNS.items()
        if is_comparable or not column[0].endswith(CHANGES)
    }
    [shown] = [row for row in periods if row["period_days"] == SHOWN_DAYS] or periods[-1:] or [{}]
    first, last = formats.date(total["first_day"]), formats.date(total["last_day"])
    return Section(
        "headline",
        "At a glance",
        f"{formats.count(total['customers'])} customers have spent "
        f"{formats.money(total['revenue'])} in {formats.count(total['orders'])} orders from "
        f"{first} to {last}.",
        tables=[tabulate("The last 30, 90 and 365 days", periods, columns)] if periods else [],
        part="figures.html",
        facts={
            "period": f"{first} to {last}",
            "as_of": formats.date(total["as_of_date"]),
            "days": formats.count(shown.get("period_days")),
            "figures": [_figure(name, shown, is_comparable=is_comparable) for name in FIGURES]
            if shown
            else [],
        },
    )


def _figure(name: str, period: Row, *, is_comparable: bool) -> dict[str, object]:
    days = formats.count(period["period_days"])
    compared = {
        f"on the {days} days before": period[f"{name}_change"],
        "on the same days a year before": period[f"{name}_change_in_a_year"],
    }
    return {
        "title": TITLES[name],
        "value": FIGURES[name](period[name]),
        "changes": [
            (formats.change(value), "down" if value < 0 else "up", words)
            for words, value in compared.items()
            if value is not None and is_comparable
        ],
    }
