"""What changed: who came, rose, slipped and left in the latest month, and how groups have grown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from quintile.report import charts, formats
from quintile.report.chapters.clusters import label_colours
from quintile.report.chapters.grid import segment_colours
from quintile.report.colours import ACCENT, CAME, SOFT, WENT
from quintile.report.database import ReportDatabase, Row
from quintile.report.exhibits import Chart, Columns, Exhibit, Section, tabulate

CHANGES = {
    "new": ("New", "first order in this month"),
    "back": ("Came back", "ordered after a long silence"),
    "up": ("Moved up", "to a better name in the grid"),
    "down": ("Slipped", "to a lower name in the grid"),
    "lost": ("Lost", "silent for {days} by now"),
    "same": ("Unchanged", "same name as a month before"),
}
MOVEMENT_COLUMNS: Columns = {
    "From": ("from_segment", formats.text),
    "To": ("to_segment", formats.text),
    "Customers": ("customers", formats.count),
    "Share of the segment left": ("share", formats.percent),
    "Their spend so far": ("revenue_moved", formats.money),
}


def changes(tables: ReportDatabase) -> Section | None:
    """Who is new, back, up, down and lost in the latest month that has ended."""
    rows = tables.rows("changes")
    if not rows:
        return None
    found = {row["movement"]: row for row in rows}
    [settings] = tables.rows("build_settings", is_shown=False)
    days = formats.counted(settings["value_horizon_days"], "day")
    nobody = {"customers": 0, "revenue": 0, "spent": 0, "month_end": rows[0]["month_end"]}
    named = [
        found.get(change, nobody) | {"name": name, "meaning": meaning.format(days=days)}
        for change, (name, meaning) in CHANGES.items()
    ]
    new, lost = found.get("new", nobody), found.get("lost", nobody)
    return Section(
        "changes",
        "What changed this month",
        f"Customers new in {formats.month(rows[0]['month_end'])}: "
        f"{_people(new, 'who spent', 'spent')}. Lost: {_people(lost, 'who had spent', 'revenue')}.",
        [] if tables.narrowed_to else _movements(tables),
        [
            tabulate(
                f"Who changed in {formats.month(rows[0]['month_end'])}, and their money",
                named,
                {
                    "Change": ("name", formats.text),
                    "Meaning": ("meaning", formats.text),
                    "Customers": ("customers", formats.count),
                    "They have spent so far": ("revenue", formats.money),
                    "Of this in the month": ("spent", formats.money),
                },
            )
        ],
        part="changes.html",
        facts={
            "changes": [
                {
                    "name": row["name"],
                    "meaning": row["meaning"],
                    "customers": formats.count(row["customers"]),
                    "revenue": formats.short_money(row["revenue"]),
                }
                for row in named[:-1]
            ]
        },
    )


def _people(row: Row, spent: str, column: str) -> str:
    if row["customers"] == 0:
        return "none"
    return f"{formats.count(row['customers'])}, {spent} {formats.money(row[column])}"


def _movements(tables: ReportDatabase) -> list[Exhibit]:
    if tables.without_rows(["segment_migrations"]):
        return []
    rows = tables.rows("movements")
    months = sorted({row["month_end"] for row in rows}, reverse=True)
    of_month = {month: [row for row in rows if row["month_end"] == month] for month in months}
    names = {row[column] for row in rows for column in ("from_segment", "to_segment")}
    stable = segment_colours(tables, names - {"New", "Lapsed"})
    colours = {"New": CAME} | stable | {"Lapsed": WENT}
    figures = {
        month: charts.movements(moves, list(colours), colours) for month, moves in of_month.items()
    }
    latest = months[0]
    chart = Chart(
        "movements",
        "From one month end to the next, by the names of the grid",
        _summary(latest, of_month[latest]),
        figures[latest],
        narrow={"font": {"size": 10}},
        choices=[
            {
                "name": formats.month(month),
                "trace": figures[month]["data"][0],
                "summary": _summary(month, moves),
                "rows": tabulate("", moves, MOVEMENT_COLUMNS).rows,
            }
            for month, moves in of_month.items()
        ],
    )
    return [
        Exhibit(
            "Left is where customers stood at the end of the month before, right where they stand "
            "at the end of this one; a band is as wide as the customers in it. New are first-time "
            "customers, Lapsed those whose every order was cancelled since.",
            [chart],
            tabulate("The movements of the month", of_month[latest], MOVEMENT_COLUMNS),
            choice="Month of the chart and its table",
        )
    ]


def _summary(month: dt.date, moves: Sequence[Row]) -> str:
    moved = [row for row in moves if row["from_segment"] != row["to_segment"]]
    movers = sum(row["customers"] for row in moved)
    stayed = sum(row["customers"] for row in moves) - movers
    summary = f"In {formats.month(month)}, {formats.counted(stayed, 'customer')} kept their name"
    if not moved:
        return f"{summary} and nobody moved."
    return (
        f"{summary} and {formats.count(movers)} came or moved, most often "
        f"({formats.count(moved[0]['customers'])}) from {moved[0]['from_segment']} to "
        f"{moved[0]['to_segment']}."
    )


def months(tables: ReportDatabase) -> Section:
    """Revenue and customers of each month."""
    rows = tables.rows("months")
    whole = [row for row in rows if row["is_complete"]] or rows
    best = max(whole, key=lambda row: row["revenue"])
    titles = {"revenue": "Revenue by month", "customers": "Customers by month"}
    keys = {"customers": {"new in the month": ACCENT, "bought before": SOFT}}
    return Section(
        "months",
        "Month by month",
        f"The best month was {formats.month(best['month_start'])}, with "
        f"{formats.money(best['revenue'])} from {formats.counted(best['customers'], 'customer')}.",
        [
            Exhibit(
                "Customers count once in each month in which they ordered. The last bar is a part "
                "of a month where the data end within it."
                if not rows[-1]["is_complete"]
                else "Customers count once in each month in which they ordered.",
                [
                    Chart(
                        f"months-{name}",
                        title,
                        "; ".join(
                            f"{formats.month(row['month_start'])}, "
                            + (formats.money if name == "revenue" else formats.count)(row[name])
                            for row in rows
                        ),
                        charts.months(rows, name),
                        key=keys.get(name, {}),
                        narrow=charts.fewer_months([row["month_start"] for row in rows]),
                    )
                    for name, title in titles.items()
                ],
                tabulate(
                    "Each month",
                    rows,
                    {
                        "Month": ("month_start", formats.month),
                        "Revenue": ("revenue", formats.money),
                        "Orders": ("orders", formats.count),
                        "Mean order": ("mean_order", formats.money),
                        "Customers": ("customers", formats.count),
                        "New customers": ("new_customers", formats.count),
                    },
                ),
            )
        ],
    )


def sizes(tables: ReportDatabase) -> Section:
    """How many customers each cluster held at each month end."""
    rows = tables.rows("cluster_sizes")
    colours = label_colours(tables, [row["cluster_label"] for row in rows])
    latest = [row for row in rows if row["month_end"] == rows[-1]["month_end"]]
    largest = max(latest, key=lambda row: row["customers"])
    summary = "; ".join(
        f"{row['cluster_label']}, {formats.count(row['customers'])} at the end of "
        f"{formats.month(row['month_end'])}"
        for row in latest
    )
    return Section(
        "sizes",
        "How the groups have grown",
        f"At the end of {formats.month(largest['month_end'])}, {largest['cluster_label']} are the "
        f"largest group: {formats.counted(largest['customers'], 'customer')}, "
        f"{formats.percent(largest['customer_share'])} of all.",
        [
            Exhibit(
                "Everybody who had ever bought by the end of the month is counted. The groups are "
                "those of today, looking back: a customer is placed by what was known then.",
                [
                    Chart(
                        "sizes",
                        "Customers in each group at month ends",
                        summary,
                        charts.sizes(rows, colours),
                        key=colours,
                        narrow=charts.fewer_months(sorted({row["month_end"] for row in rows})),
                    )
                ],
                tabulate(
                    "Customers and their spend so far, at each month end",
                    rows,
                    {
                        "Month end": ("month_end", formats.day),
                        "Group": ("cluster_label", formats.text),
                        "Customers": ("customers", formats.count),
                        "Share": ("customer_share", formats.percent),
                        "Their spend so far": ("revenue", formats.money),
                    },
                ),
            )
        ],
    )


def cohorts(tables: ReportDatabase) -> Section | None:
    """Who came back in which month after their first."""
    rows = tables.rows("cohorts")
    later = [row for row in rows if row["months_since"] > 0]
    if not later:
        return None
    first = [row for row in later if row["months_since"] == 1]
    back = sum(row["active_share"] * row["customers"] for row in first)
    share = back / sum(row["customers"] for row in first)
    return Section(
        "cohorts",
        "Who came back",
        f"Of new customers, {formats.percent(share)} order again in the month after their first.",
        [
            Exhibit(
                "A row holds the customers who first bought in that month, a column the months "
                "since then; the darker, the more of them ordered in that month. Months that have "
                "not ended are left out.",
                [
                    Chart(
                        "cohorts",
                        "Share of each month's newcomers who ordered again",
                        "; ".join(
                            f"newcomers of {formats.month(row['cohort_month'])}, "
                            f"{formats.percent(row['active_share'])} a month later"
                            for row in first
                        ),
                        charts.cohorts(later),
                        narrow={"font": {"size": 9.5}},
                    )
                ],
                tabulate(
                    "Newcomers by month, and what became of them",
                    rows,
                    {
                        "Came in": ("cohort_month", formats.month),
                        "Months since": ("months_since", formats.count),
                        "Customers": ("customers", formats.count),
                        "Ordered in that month": ("active_share", formats.percent),
                        "Spent each up to then": ("cumulated_spend_per_customer", formats.money),
                    },
                ),
            )
        ],
    )
