"""What customers are expected to spend, beside what really came before."""

from __future__ import annotations

from quintile.report import charts, formats
from quintile.report.chapters.clusters import label_colours
from quintile.report.colours import TIERS
from quintile.report.database import ReportDatabase, Row
from quintile.report.exhibits import Chart, Exhibit, Section, tabulate

CLASSES = dict(zip("ABC", TIERS.values(), strict=True))


def forecast(tables: ReportDatabase) -> Section:
    """Expected spend in all, by cluster and by class."""
    groups, classes = tables.rows("cluster_value"), tables.rows("expected_value")
    whole = not tables.narrowed_to and not tables.without_rows(["value_totals"])
    return Section(
        "forecast",
        "What comes next",
        _finding(tables, classes, is_whole=whole),
        [
            *([_beside_the_past(tables)] if whole else []),
            *([_groups(tables, groups)] if len(groups) > 1 else []),
            _classes(classes),
        ],
    )


def _finding(tables: ReportDatabase, classes: list[Row], *, is_whole: bool) -> str:
    [settings] = tables.rows("build_settings", is_shown=False)
    total = sum(row["expected_spend"] for row in classes)
    best = classes[0]
    interval = ""
    if is_whole:
        [row] = tables.rows("value_totals")
        low, high = formats.money(row["spend_p10"]), formats.money(row["spend_p90"])
        interval = f", most likely between {low} and {high}"
    share = ""
    if total > 0:
        share = (
            f"; {formats.percent(best['spend_share'])} of it comes from "
            f"{formats.count(best['customers'])} of them"
        )
    return (
        f"In the next {formats.counted(settings['value_horizon_days'], 'day')}, today's customers "
        f"are expected to spend {formats.money(total)}{interval}{share}."
    )


def _beside_the_past(tables: ReportDatabase) -> Exhibit:
    [row] = tables.rows("value_totals")
    days = formats.counted(row["period_days"], "day")
    bars = [
        {"period": "the same days a year before", "spend": row["spend_year_before"], "is_past": 1},
        {"period": f"the last {days}", "spend": row["spend_last_period"], "is_past": 1},
        {"period": f"the next {days}", "spend": row["expected_spend"], "is_past": 0},
    ]
    bars = [
        bar | {"low": None, "high": None} if bar["is_past"] else bar | _ends(row)
        for bar in bars
        if bar["spend"] is not None
    ]
    return Exhibit(
        "The line on the last bar is the 80% interval. What came before holds customers who were "
        f"new then; the forecast is of today's customers alone. {row['note']}",
        [
            Chart(
                "expected-in-all",
                "Forecast beside what really came",
                "; ".join(f"{bar['period']}, {formats.money(bar['spend'])}" for bar in bars),
                charts.forecast(bars),
            )
        ],
        tabulate(
            "Forecast and past",
            bars,
            {
                "Period": ("period", formats.text),
                "Revenue": ("spend", formats.money),
                "At least": ("low", formats.money),
                "At most": ("high", formats.money),
            },
        ),
    )


def _ends(row: Row) -> Row:
    return {"low": row["spend_p10"], "high": row["spend_p90"]}


def _groups(tables: ReportDatabase, rows: list[Row]) -> Exhibit:
    return Exhibit(
        "What each group is worth in the next period: where the right bar is longer, its customers "
        "are expected to spend more than the average one.",
        [
            charts.shares_chart(
                "expected-by-group",
                "Share of customers and of expected spend, by group",
                [row["cluster_label"] for row in rows],
                label_colours(tables, [row["cluster_label"] for row in rows]),
                ("Customers", [row["customer_share"] for row in rows]),
                ("Expected spend", [row["spend_share"] for row in rows]),
            )
        ],
        tabulate(
            "Expected by group",
            rows,
            {
                "Group": ("cluster_label", formats.text),
                "Customers": ("customers", formats.count),
                "Expected spend": ("expected_spend", formats.money),
                "Share": ("spend_share", formats.percent),
                "Mean probability of an order": ("purchase_probability", formats.percent),
            },
        ),
    )


def _classes(rows: list[Row]) -> Exhibit:
    return Exhibit(
        "Class A are the customers who make up the first 80% of the expected spend, B the next "
        "15%, C the rest: what is lost with one customer of A weighs most.",
        [
            charts.shares_chart(
                "expected",
                "Share of customers and of expected spend, by class",
                [row["abc_class"] for row in rows],
                CLASSES,
                ("Customers", [row["customer_share"] for row in rows]),
                ("Expected spend", [row["spend_share"] for row in rows]),
            )
        ],
        tabulate(
            "Expected by class",
            rows,
            {
                "Class": ("abc_class", formats.text),
                "Customers": ("customers", formats.count),
                "Expected spend": ("expected_spend", formats.money),
                "Share": ("spend_share", formats.percent),
                "Mean probability of an order": ("purchase_probability", formats.percent),
            },
        ),
    )
