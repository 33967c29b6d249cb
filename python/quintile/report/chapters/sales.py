"""Headline figures, and what the cleaning of invoice lines removed."""

from __future__ import annotations

from quintile.report import charts, formats
from quintile.report.colours import ACCENT, RED
from quintile.report.database import ReportDatabase
from quintile.report.exhibits import Chart, Columns, Exhibit, Section, Table, tabulate


def headline(tables: ReportDatabase) -> Section:
    """How many customers, how much revenue, and who brings it."""
    [row] = tables.rows("headline")
    best = tables.rows("tiers")[0]
    period = f"{formats.date(row['first_day'])} to {formats.date(row['last_day'])}"
    as_of = formats.date(row["as_of_date"])
    return Section(
        "headline",
        "At a glance",
        f"{formats.count(row['customers'])} customers spent {formats.money(row['revenue'])} from "
        f"{period}. The {best['marketing_tier']} tier, {formats.percent(best['customer_share'])} "
        f"of them, brought {formats.percent(best['revenue_share'])} of it.",
        ["select * from segments", "select * from orders"],
        facts={
            "as_of": as_of,
            "period": period,
            "figures": [
                ("Customers", formats.count(row["customers"]), "with a net purchase"),
                ("Net revenue", formats.short(row["revenue"]), "after cancellations"),
                ("Orders", formats.count(row["orders"]), "kept"),
                ("Mean order", formats.money(row["mean_order"]), "net"),
                ("Repeat buyers", formats.percent(row["repeat_share"]), "more than one order"),
                ("Median customer", formats.money(row["median_monetary"]), "net spend"),
            ],
            "reading": "All figures are net of cancellations; money is in the currency of the "
            f"files. Everything is seen as of {as_of}: recency is counted back from that day.",
        },
    )


def cleaning(tables: ReportDatabase) -> Section:
    """What each step of the cleaning removed."""
    steps = tables.rows("cleaning_funnel")
    lines, kept = steps[0]["lines_after"], steps[-1]
    telling = [step for step in steps if step["lines_removed"] or step is steps[0]]
    largest = max(telling, key=lambda step: step["lines_removed"])
    finding = (
        f"Of {formats.count(lines)} lines, {formats.count(kept['lines_after'])} "
        f"({formats.percent(kept['lines_after'] / lines)}) are the sales behind the customers, "
        f"worth {formats.money(kept['amount_after'])}."
    )
    if largest["lines_removed"]:
        finding += (
            f" Most of the others, {formats.count(largest['lines_removed'])}, went at one step: "
            f"{largest['step']}."
        )
    summary = "; ".join(
        f"{step['step']}, {formats.count(step['lines_removed'])} removed and "
        f"{formats.count(step['lines_after'])} left"
        for step in telling
    )
    return Section(
        "cleaning",
        "Cleaning funnel",
        finding,
        ["select * from cleaning_audit order by step_number"],
        [
            Exhibit(
                "Read downwards: each bar is what a step left of the lines, its red end what it "
                "removed. Steps that removed no line stand in the table only.",
                [
                    Chart(
                        "funnel",
                        "Invoice lines, step by step",
                        summary,
                        charts.funnel(telling),
                        key={"left by the step": ACCENT, "removed by it": RED},
                    )
                ],
                tabulate(
                    "What each step removed, and what was left",
                    steps,
                    {
                        "Step": ("step", formats.text),
                        "What it removes": ("meaning", formats.text),
                        "Lines removed": ("lines_removed", formats.count),
                        "Lines left": ("lines_after", formats.count),
                        "Customers left": ("customers_after", formats.count),
                        "Amount removed": ("amount_removed", formats.money),
                        "Amount left": ("amount_after", formats.money),
                    },
                ),
            )
        ],
        [table for table in (_files(tables), _unreadable(tables), _no_products(tables)) if table],
    )


def _files(tables: ReportDatabase) -> Table | None:
    columns: Columns = {
        "File": ("source_file", formats.text),
        "Lines": ("lines_read", formats.count),
        "First day": ("first_day", formats.date),
        "Last day": ("last_day", formats.date),
    }
    if tables.without_rows(["stg_invoice_lines"]):
        return None
    return tabulate("The files that were read", tables.rows("input_files"), columns)


def _unreadable(tables: ReportDatabase) -> Table | None:
    columns: Columns = {
        "Reason": ("reason", formats.text),
        "Column": ("column_name", formats.text),
        "Lines": ("lines_rejected", formats.count),
        "For example in": ("source_file", formats.text),
        "On line": ("line_number", formats.count),
    }
    if tables.without_rows(["rejected_lines"]):
        return None
    rows = [row | row["example"] for row in tables.rows("unreadable_lines")]
    return tabulate("Lines that could not be read: the ten most frequent reasons", rows, columns)


def _no_products(tables: ReportDatabase) -> Table | None:
    columns: Columns = {
        "Code": ("stock_code", formats.text),
        "Description": ("description", formats.text),
        "Country": ("country", formats.text),
        "Lines": ("lines_set_aside", formats.count),
        "Amount": ("amount", formats.money),
    }
    if tables.without_rows(["invoice_lines"]):
        return None
    rows = tables.rows("set_aside_products")
    caption = "What was set aside as no product: the ten most frequent codes"
    return tabulate(caption, rows, columns) if rows else None
