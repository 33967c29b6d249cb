"""The first look: customers, revenue and orders, each against what was before."""

from __future__ import annotations

from quintile.report import formats
from quintile.report.database import ReportDatabase, Row
from quintile.report.exhibits import Columns, Section, tabulate

SHOWN_DAYS = 90
FIGURES = {"customers": formats.count, "revenue": formats.short_money, "orders": formats.count}
TITLES = {"customers": "Customers who bought", "revenue": "Revenue", "orders": "Orders"}
PERIODS = {
    "latest": "the last {days} days",
    "before": "the {days} days before",
    "year before": "the same days a year before",
}
COLUMNS: Columns = {
    "Days": ("period_days", formats.count),
    "Period": ("period_name", formats.text),
    "From": ("period_start", formats.day),
    "To": ("last_day", formats.day),
    "Customers who bought": ("customers", formats.count),
    "Revenue": ("revenue", formats.money),
    "Orders": ("orders", formats.count),
}
CHANGES: Columns = {
    f"Change in {name} since": (f"{name}_change", formats.change) for name in TITLES
}


def headline(tables: ReportDatabase) -> Section:
    """How many customers, how much revenue, how many orders."""
    [total] = tables.rows("totals")
    # Who is in a group or tier is there for what they did lately, so it would seem to grow or fall.
    is_comparable = tables.narrowed_to in ("", "country")
    periods = [
        row | {"period_name": _period(row["period"], row["period_days"])}
        for row in tables.rows("periods")
        if is_comparable or row["period"] == "latest"
    ]
    lengths = {row["period_days"] for row in periods}
    days = SHOWN_DAYS if SHOWN_DAYS in lengths else max(lengths, default=0)
    shown = {row["period"]: row for row in periods if row["period_days"] == days}
    first, last = formats.date(total["first_day"]), formats.date(total["last_day"])
    columns = {**COLUMNS, **(CHANGES if is_comparable else {})}
    earlier = {
        _period(period, days): shown.get(period)
        for period in PERIODS
        if shown and is_comparable and period != "latest"
    }
    return Section(
        "headline",
        "At a glance",
        f"{formats.counted(total['customers'], 'customer has', 'customers have')} spent "
        f"{formats.money(total['revenue'])} in {formats.counted(total['orders'], 'order')} "
        + (f"on {first}." if first == last else f"from {first} to {last}."),
        tables=[tabulate("The last 30, 90 and 365 days", periods, columns)] if periods else [],
        part="figures.html",
        facts={
            "period": f"{first} to {last}",
            "as_of": formats.date(total["as_of_date"]),
            "span": f"last {formats.count(days)} days" if shown else "so far",
            "figures": [
                {
                    "title": title,
                    "value": FIGURES[name](shown.get("latest", total)[name]),
                    "changes": [_change(name, period, row) for period, row in earlier.items()],
                }
                for name, title in TITLES.items()
            ],
        },
    )


def _period(period: str, days: int) -> str:
    return PERIODS[period].format(days=formats.count(days))


def _change(name: str, period: str, earlier: Row | None) -> tuple[str, str, str]:
    """A change, its direction, and what it is against; where nothing was before, that."""
    if earlier is None:
        return "", "same", f"no data of {period}"
    change = earlier[f"{name}_change"]
    if change is None:
        return FIGURES[name](earlier[name]), "same", f"in {period}"
    return formats.change(change), "down" if change < 0 else "up", f"on {period}"
