"""Where customers live, and what each cluster prefers to buy."""

from __future__ import annotations

from quintile.report import charts, formats
from quintile.report.chapters.clusters import label_colours
from quintile.report.colours import ACCENT
from quintile.report.database import ReportDatabase, Row
from quintile.report.exhibits import Chart, Exhibit, Section, tabulate


def countries(tables: ReportDatabase) -> Section | None:
    """Customers and revenue by country."""
    rows = tables.rows("countries")
    named = [row for row in rows if row["country"] != "not given"]
    if not named or len(rows) == 1:
        return None
    home = rows[0]
    return Section(
        "countries",
        "Countries",
        f"{home['country']} brings {formats.percent(home['revenue_share'])} of the revenue, from "
        f"{formats.percent(home['customer_share'])} of the customers.",
        [
            Exhibit(
                "Compare the two bars of a country: where the right one is longer, its customers "
                "spend more than the average one. At most twelve countries are shown.",
                [
                    charts.shares_chart(
                        "countries",
                        "Share of customers and of revenue, by country",
                        [row["country"] for row in rows],
                        {row["country"]: ACCENT for row in rows},
                        ("Customers", [row["customer_share"] for row in rows]),
                        ("Revenue", [row["revenue_share"] for row in rows]),
                    )
                ],
                tabulate(
                    "By country",
                    rows,
                    {
                        "Country": ("country", formats.text),
                        "Customers": ("customers", formats.count),
                        "Orders": ("orders", formats.count),
                        "Revenue": ("revenue", formats.money),
                        "Share of revenue": ("revenue_share", formats.percent),
                        "Mean order": ("mean_order", formats.money),
                    },
                ),
            )
        ],
    )


def products(tables: ReportDatabase) -> Section | None:
    """What each cluster buys more than others."""
    rows = tables.rows("products")
    if not rows:
        return None
    colours = label_colours(tables, [row["cluster_label"] for row in rows])
    names = [_product(row) for row in rows]
    most = max(rows, key=lambda row: row["lift"])
    return Section(
        "products",
        "What each group prefers to buy",
        f"{_product(most)} takes {formats.tenths(most['lift'])} times as much of the basket of "
        f"{most['cluster_label']} as of everybody's.",
        [
            Exhibit(
                "A basket is all that the customers of a group ever bought, each customer counting "
                "once for a product; so a bar says what they prefer, not how much they buy. Shown "
                "are at most five products a group whose preference chance hardly explains.",
                [
                    Chart(
                        "products",
                        "Times as much as in everybody's basket",
                        "; ".join(
                            f"{row['cluster_label']}, {name}: {formats.tenths(row['lift'])} times"
                            for row, name in zip(rows, names, strict=True)
                        ),
                        charts.lifts(rows, names, colours),
                        key=colours,
                    )
                ],
                tabulate(
                    "The products that groups prefer",
                    rows,
                    {
                        "Group": ("cluster_label", formats.text),
                        "Product": ("description", formats.text),
                        "Code": ("stock_code", formats.text),
                        "Customers": ("customers", formats.count),
                        "Revenue": ("revenue", formats.money),
                        "Share of their basket": ("basket_share", formats.percent),
                        "Share of everybody's": ("basket_share_of_all", formats.percent),
                        "Times as much": ("lift", formats.decimal),
                        "At least": ("lift_low", formats.decimal),
                    },
                ),
            )
        ],
    )


def _product(row: Row) -> str:
    """A name for charts and sentences; catalogues in capitals are hard to read."""
    name = formats.shortened(row["description"] or "") or row["stock_code"]
    return name.capitalize() if name.isupper() else name
