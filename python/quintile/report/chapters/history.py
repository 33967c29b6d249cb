"""Who moved between segments, and what segments did after they were named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from quintile.report import charts, formats
from quintile.report.chapters.rfm import segment_colours
from quintile.report.chapters.segmentation import label_colours
from quintile.report.colours import CAME, TIERS, WENT
from quintile.report.database import ReportDatabase, Row
from quintile.report.exhibits import Chart, Columns, Exhibit, Section, tabulate

KINDS = {
    "cluster_label": "clusters",
    "rfm_segment": "rule-based segments",
    "spend_decile": "deciles of past spend",
}
MOVEMENT_COLUMNS: Columns = {
    "From": ("from_segment", formats.text),
    "To": ("to_segment", formats.text),
    "Customers": ("customers", formats.count),
    "Share of the segment left": ("share", formats.percent),
    "Their net spend": ("revenue_moved", formats.money),
}


def movements(tables: ReportDatabase) -> Section:
    """Who moved between segments from month to month."""
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
    return Section(
        "movements",
        "Movements between months",
        _summary(latest, of_month[latest]),
        ["select * from segment_migrations order by month_end desc, customers desc"],
        [
            Exhibit(
                "Left is where customers stood at the end of the month before, right where they "
                "stand at the end of this one; a band is as wide as the customers in it. New are "
                "first-time customers, Lapsed those whose every order was cancelled since.",
                [
                    Chart(
                        "movements",
                        "From one month end to the next",
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
                ],
                tabulate("The movements of the month", of_month[latest], MOVEMENT_COLUMNS),
                choice="Month",
            )
        ],
    )


def _summary(month: dt.date, moves: Sequence[Row]) -> str:
    moved = [row for row in moves if row["from_segment"] != row["to_segment"]]
    movers = sum(row["customers"] for row in moved)
    stayed = sum(row["customers"] for row in moves) - movers
    summary = (
        f"In {formats.month(month)}, {formats.count(stayed)} customers stayed in their segment"
    )
    if not moved:
        return f"{summary} and nobody moved."
    return (
        f"{summary} and {formats.count(movers)} came or moved, most often "
        f"({formats.count(moved[0]['customers'])}) from {moved[0]['from_segment']} to "
        f"{moved[0]['to_segment']}."
    )


def backtest(tables: ReportDatabase) -> Section:
    """What segments did after they were named."""
    rows = tables.rows("backtest")
    of_kind = {kind: [row for row in rows if row["segmentation"] == kind] for kind in KINDS}
    of_kind = {kind: outcomes for kind, outcomes in of_kind.items() if outcomes}
    colours = {
        "cluster_label": {row["segment"]: TIERS["Low"] for row in rows} | label_colours(tables),
        "rfm_segment": segment_colours(
            tables, [row["segment"] for row in of_kind.get("rfm_segment", [])]
        ),
        "spend_decile": {row["segment"]: TIERS["Low"] for row in rows},
    }
    outcomes = next(iter(of_kind.values()))
    best, worst = outcomes[0], outcomes[-1]
    return Section(
        "backtest",
        "Back-test of the segments",
        f"Of {best['segment']}, {formats.percent(best['active_share'])} ordered again in the "
        f"period after they were named; of {worst['segment']}, "
        f"{formats.percent(worst['active_share'])}.{_ranking(tables)}",
        [
            "select * from segment_backtest order by month_end, segmentation, segment",
            "select * from segment_gini order by month_end, segmentation",
        ],
        [_outcomes(kind, rows, colours[kind]) for kind, rows in of_kind.items()],
    )


def _outcomes(kind: str, rows: Sequence[Row], colours: dict[str, str]) -> Exhibit:
    return Exhibit(
        f"A dot is the share of the customers of {KINDS[kind]} who ordered in the period after a "
        "month end, over all month ends whose period has passed; the bar spans the middle half of "
        "those month ends. A segment earns its name where its dot stands apart.",
        [
            Chart(
                f"active-{kind.replace('_', '-')}",
                f"Ordered again, by {KINDS[kind]}",
                "; ".join(
                    f"{row['segment']}, {formats.percent(row['active_share'])}" for row in rows
                ),
                charts.active_shares(rows, colours),
            )
        ],
        tabulate(
            f"After they were named, by {KINDS[kind]}",
            rows,
            {
                "Segment": ("segment", formats.text),
                "Month ends": ("cut_offs", formats.count),
                "Customers, summed": ("customers", formats.count),
                "Ordered again": ("active_share", formats.percent),
                "A quarter below": ("lower_quartile", formats.percent),
                "A quarter above": ("upper_quartile", formats.percent),
                "Spent per customer": ("revenue_per_customer", formats.money),
                "Share of revenue": ("revenue_share", formats.percent),
            },
        ),
    )


def _ranking(tables: ReportDatabase) -> str:
    ginis = [] if tables.without_rows(["segment_gini"]) else tables.rows("ranking")
    if len(ginis) < len(KINDS):
        return ""
    best, *others = ((KINDS[row["segmentation"]], row["normalised_gini"]) for row in ginis)
    against = " and ".join(f"{formats.decimal(gini)} for {kind}" for kind, gini in others)
    return (
        f" Ranked by what their segment spent an earlier time, {best[0]} find the next spenders "
        f"best: a normalised Gini of {formats.decimal(best[1])} (1 = as good as knowing) against "
        f"{against}. Segments are for acting, not for ranking."
    )
