"""The grid of scores, and what its segments and the tiers are worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quintile.report import charts, formats
from quintile.report.colours import TIERS, by_rank
from quintile.report.database import ReportDatabase
from quintile.report.exhibits import Chart, Exhibit, Section, tabulate


def segment_colours(tables: ReportDatabase, names: Iterable[str]) -> dict[str, str]:
    """Segments from best to worst with their colours, the same in every chapter."""
    known = [row["rfm_segment"] for row in tables.rows("segment_names")]
    return by_rank([*known, *sorted(set(names) - set(known))])


def grid(tables: ReportDatabase) -> Section:
    """Where customers stand in the R x FM grid."""
    cells = tables.rows("heat_map")
    fullest = max(cells, key=lambda cell: cell["customers"])
    share = fullest["customers"] / sum(cell["customers"] for cell in cells)
    summary = "; ".join(
        f"R {cell['r_score']}, FM {cell['fm_score']}, {cell['rfm_segment']}: "
        f"{formats.count(cell['customers'])}"
        for cell in cells
    )
    return Section(
        "grid",
        "Recency and value grid",
        f"The fullest cell is R {fullest['r_score']}, FM {fullest['fm_score']} "
        f"({fullest['rfm_segment']}), with {formats.count(fullest['customers'])} customers, "
        f"{formats.percent(share)} of all.",
        ["select r_score, fm_score, rfm_segment, count(*) from segments group by all"],
        [
            Exhibit(
                "Up is more recent, right is more often and more money; the darker a cell, the "
                "more customers it holds. Each score cuts the customers into fifths; FM is the "
                "mean of F and M, rounded up.",
                [
                    Chart(
                        "grid",
                        "Customers by R and FM score",
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
                    "Customers and net spend in each cell",
                    cells,
                    {
                        "R score": ("r_score", formats.count),
                        "FM score": ("fm_score", formats.count),
                        "Segment": ("rfm_segment", formats.text),
                        "Customers": ("customers", formats.count),
                        "Net spend": ("revenue", formats.money),
                    },
                ),
            )
        ],
    )


def segments(tables: ReportDatabase) -> Section:
    """Customers and revenue of tiers and segments."""
    tiers, names = tables.rows("tiers"), tables.rows("segments")
    colours = segment_colours(tables, [row["rfm_segment"] for row in names])
    names.sort(key=lambda row: list(colours).index(row["rfm_segment"]))
    best = max(names, key=lambda row: row["revenue"])
    columns = {
        "Customers": ("customers", formats.count),
        "Share of customers": ("customer_share", formats.percent),
        "Net revenue": ("revenue", formats.money),
        "Share of revenue": ("revenue_share", formats.percent),
    }
    return Section(
        "segments",
        "Segments and tiers",
        f"{best['rfm_segment']} bring the most: {formats.percent(best['customer_share'])} of the "
        f"customers and {formats.percent(best['revenue_share'])} of the net revenue.",
        [
            "select marketing_tier, count(*), sum(monetary) from segments group by all",
            "select rfm_segment, count(*), sum(monetary) from segments group by all",
        ],
        [
            Exhibit(
                "Compare the two bars of a tier: where the right one is longer, its customers "
                "spend more than the average one. Tiers come from the clusters, by what such "
                "customers brought in the last complete period.",
                [
                    shares_chart(
                        "tiers",
                        "Share of customers and of revenue, by tier",
                        [row["marketing_tier"] for row in tiers],
                        TIERS,
                        ("Customers", [row["customer_share"] for row in tiers]),
                        ("Revenue", [row["revenue_share"] for row in tiers]),
                    )
                ],
                tabulate("By tier", tiers, {"Tier": ("marketing_tier", formats.text), **columns}),
            ),
            Exhibit(
                "The same for the segments of the grid, best scores first: they explain, and the "
                "labels of the clusters are to act on.",
                [
                    shares_chart(
                        "segment-shares",
                        "Share of customers and of revenue, by segment",
                        [row["rfm_segment"] for row in names],
                        colours,
                        ("Customers", [row["customer_share"] for row in names]),
                        ("Revenue", [row["revenue_share"] for row in names]),
                    )
                ],
                tabulate(
                    "By segment", names, {"Segment": ("rfm_segment", formats.text), **columns}
                ),
            ),
        ],
    )


def shares_chart(
    chart_id: str,
    title: str,
    names: Sequence[str],
    colours: dict[str, str],
    left: tuple[str, Sequence[float]],
    right: tuple[str, Sequence[float | None]],
) -> Chart:
    """Two shares of each name beside each other: what they are of, and the shares."""
    summary = "; ".join(
        f"{name}, {formats.percent(one)} of {left[0].lower()} and {formats.percent(other)} of "
        f"{right[0].lower()}"
        for name, one, other in zip(names, left[1], right[1], strict=True)
    )
    known = right[0], [float(share or 0) for share in right[1]]
    return Chart(chart_id, title, summary, charts.two_measures(names, colours, left, known))
