"""What campaigns brought: who was treated against who was held back."""

from __future__ import annotations

from quintile.report import charts, formats
from quintile.report.colours import ACCENT
from quintile.report.database import ReportDatabase, Row
from quintile.report.exhibits import Chart, Columns, Exhibit, Section, Table, tabulate

COLUMNS: Columns = {
    "Campaign": ("campaign", formats.text),
    "From": ("starts_on", formats.day),
    "To": ("ends_on", formats.day),
    "Treated": ("treated_customers", formats.count),
    "Held back": ("control_customers", formats.count),
    "Treated who ordered": ("treated_active_share", formats.percent),
    "Held back who ordered": ("control_active_share", formats.percent),
    "More spent by each treated": ("spend_difference", formats.money),
    "At least": ("spend_low", formats.money),
    "At most": ("spend_high", formats.money),
    "Brought in all": ("incremental_revenue", formats.money),
    "In all, at least": ("incremental_revenue_low", formats.money),
    "In all, at most": ("incremental_revenue_high", formats.money),
    "Verdict": ("verdict", formats.text),
}


def campaigns(tables: ReportDatabase) -> Section:
    """Each campaign with the difference that it made, as far as that is known."""
    rows = tables.rows("campaigns")
    latest = rows[0]
    judged = [row for row in rows if row["spend_low"] is not None]
    table = tabulate("Each campaign, the latest first", rows, COLUMNS)
    return Section(
        "campaigns",
        "What campaigns brought",
        f"{latest['campaign']}, which started on {formats.date(latest['starts_on'])}: "
        f"{latest['verdict'].rstrip('.')}.",
        [_differences(judged, table)] if judged else [],
        [] if judged else [table],
    )


def _differences(rows: list[Row], table: Table) -> Exhibit:
    return Exhibit(
        "A dot is what each treated customer spent more than each who was held back, the bar its "
        "95% interval. Where the bar reaches across 0, it is not clear that the campaign did "
        "anything. Campaigns that are not over are in the table only.",
        [
            Chart(
                "campaigns",
                "Difference in spend per customer",
                "; ".join(
                    f"{row['campaign']}, {formats.money(row['spend_difference'])}" for row in rows
                ),
                charts.differences(rows, ACCENT),
            )
        ],
        table,
    )
