"""The grid of scores, what its names mean, and a word of advice for each."""

from __future__ import annotations

from collections.abc import Iterable

from quintile.report import charts, formats
from quintile.report.colours import TIERS, by_rank
from quintile.report.database import ReportDatabase
from quintile.report.exhibits import Chart, Exhibit, Section, tabulate

SHARES = {
    "Customers": ("customers", formats.count),
    "Share of customers": ("customer_share", formats.percent),
    "Revenue": ("revenue", formats.money),
    "Share of revenue": ("revenue_share", formats.percent),
}


def segment_colours(tables: ReportDatabase, names: Iterable[str]) -> dict[str, str]:
    """Segments from best to worst with their colours, the same in every chapter."""
    known = [row["rfm_segment"] for row in tables.rows("segment_names", is_shown=False)]
    return by_rank([*known, *sorted(set(names) - set(known))])


def grid(tables: ReportDatabase) -> Section:
    """Where customers are in the grid, and what to do with each name."""
    names = tables.rows("segments")
    colours = segment_colours(tables, [row["rfm_segment"] for row in names])
    names.sort(key=lambda row: list(colours).index(row["rfm_segment"]))
    best = max(names, key=lambda row: row["revenue"])
    return Section(
        "grid",
        "How recent, how often, how much",
        f"{best['rfm_segment']} bring the most: {formats.percent(best['customer_share'])} of the "
        f"customers and {formats.percent(best['revenue_share'])} of the revenue.",
        [
            _cells(tables),
            Exhibit(
                "The names explain where a customer stands, best first. To act, go by the groups "
                "above, which say what their customers do.",
                [
                    charts.shares_chart(
                        "segment-shares",
                        "Share of customers and of revenue, by name",
                        [row["rfm_segment"] for row in names],
                        colours,
                        ("Customers", [row["customer_share"] for row in names]),
                        ("Revenue", [row["revenue_share"] for row in names]),
                    )
                ],
                tabulate(
                    "The names, what they mean, and advice",
                    names,
                    {
                        "Name": ("rfm_segment", formats.text),
                        **SHARES,
                        "Meaning": ("meaning", formats.text),
                        "Advice": ("advice", formats.text),
                    },
                ),
            ),
            *_tiers(tables),
        ],
        part="advice.html",
        facts={
            "names": [
                {
                    "name": row["rfm_segment"],
                    "customers": formats.count(row["customers"]),
                    "meaning": row["meaning"],
                    "advice": row["advice"],
                    "colour": colours[row["rfm_segment"]],
                }
                for row in names
                if row["advice"]
            ]
        },
    )


def _cells(tables: ReportDatabase) -> Exhibit:
    cells = tables.rows("heat_map")
    summary = "; ".join(
        f"R {cell['r_score']}, FM {cell['fm_score']}, {cell['rfm_segment']}: "
        f"{formats.count(cell['customers'])}"
        for cell in cells
    )
    return Exhibit(
        "Up is more recent, right is more often and more money; the darker a cell, the more "
        "customers it holds. Each score cuts the customers into fifths; FM is the mean of F and "
        "M, rounded up.",
        [
            Chart(
                "grid",
                "Customers by recency (R) and by orders and money (FM)",
                summary,
                charts.grid(cells),
                narrow={
                    "height": 400,
                    "font": {"size": 9.5},
                    "yaxis": {"title": {"text": ""}},
                    "margin": {"l": 0, "r": 0},
                },
            )
        ],
        tabulate(
            "Customers and spend in each cell",
            cells,
            {
                "R score": ("r_score", formats.count),
                "FM score": ("fm_score", formats.count),
                "Name": ("rfm_segment", formats.text),
                "Customers": ("customers", formats.count),
                "Spend": ("revenue", formats.money),
            },
        ),
    )


def _tiers(tables: ReportDatabase) -> list[Exhibit]:
    tiers = tables.rows("tiers")
    if len(tiers) == 1:
        return []
    return [
        Exhibit(
            "Compare the two bars of a tier: where the right one is longer, its customers spend "
            "more than the average one. Tiers come from the groups, by what such customers brought "
            "in the last complete period.",
            [
                charts.shares_chart(
                    "tiers",
                    "Share of customers and of revenue, by tier",
                    [row["marketing_tier"] for row in tiers],
                    TIERS,
                    ("Customers", [row["customer_share"] for row in tiers]),
                    ("Revenue", [row["revenue_share"] for row in tiers]),
                )
            ],
            tabulate("By tier", tiers, {"Tier": ("marketing_tier", formats.text), **SHARES}),
        )
    ]
