"""Who the customers are: the clusters, what to do for each, and what they are like."""

from __future__ import annotations

from collections.abc import Iterable

from quintile.report import charts, formats
from quintile.report.colours import TIERS, of_clusters
from quintile.report.database import ReportDatabase, Row
from quintile.report.exhibits import Chart, Exhibit, Section, tabulate

METRICS = {
    "recency_days": ("Days since the last order", formats.tenths),
    "frequency": ("Number of orders", formats.tenths),
    "monetary": ("Money spent", formats.short_money),
}
QUARTILES = {
    "lower_quartile": "a quarter below",
    "median": "median",
    "upper_quartile": "a quarter above",
}


def label_tiers(tables: ReportDatabase) -> dict[str, str]:
    """The tier of each of today's clusters, the best first, whoever is shown."""
    return {
        row["cluster_label"]: row["marketing_tier"]
        for row in tables.rows("centroids", is_shown=False)
    }


def label_colours(tables: ReportDatabase, labels: Iterable[str]) -> dict[str, str]:
    """Labels with their colours, the same in every chapter; grey for those of no cluster today."""
    known, wanted = of_clusters(label_tiers(tables)), set(labels)
    of_today = {label: colour for label, colour in known.items() if label in wanted}
    return of_today | dict.fromkeys(sorted(wanted - set(known)), TIERS["Low"])


def clusters(tables: ReportDatabase) -> Section:
    """The clusters: their share, their tier, what to do now, and for how many."""
    rows = tables.rows("clusters")
    best = max(rows, key=lambda row: row["revenue"])
    shown = " shown" if tables.narrowed_to else ""
    return Section(
        "customers",
        "Who our customers are",
        f"{best['cluster_label']} are {formats.percent(best['customer_share'])} of the "
        f"customers{shown} and brought {formats.percent(best['revenue_share'])} of "
        f"{'their' if shown else 'the'} revenue. {_contacts(rows)}",
        tables=[
            tabulate(
                "The groups, and how many of them to contact",
                rows,
                {
                    "Group": ("cluster_label", formats.text),
                    "Tier": ("marketing_tier", formats.text),
                    "Customers": ("customers", formats.count),
                    "Share of customers": ("customer_share", formats.percent),
                    "Revenue": ("revenue", formats.money),
                    "Share of revenue": ("revenue_share", formats.percent),
                    "To contact": ("contacts", formats.count),
                    "Of these later than usual": ("contacts_overdue", formats.count),
                    "By": ("channel", formats.text),
                    "What to do": ("recommended_action", formats.text),
                },
            )
        ],
        part="clusters.html",
        facts={
            "clusters": [_card(row) for row in rows],
            "all": "those shown" if shown else "all",
            "the": "their" if shown else "the",
        },
    )


def _contacts(rows: list[Row]) -> str:
    contacts = sum(row["contacts"] for row in rows)
    overdue = sum(row["contacts_overdue"] for row in rows)
    if contacts == 0:
        return "Nobody is to be contacted."
    return (
        f"{formats.counted(contacts, 'customer is', 'customers are')} to be contacted; "
        f"{formats.counted(overdue, 'of them has', 'of them have')} been silent for longer than "
        "usual."
    )


def _card(row: Row) -> dict[str, str]:
    return {
        "label": row["cluster_label"],
        "tier": row["marketing_tier"],
        "action": row["recommended_action"],
        "customers": formats.count(row["customers"]),
        "noun": "customer" if row["customers"] == 1 else "customers",
        "customer_share": formats.percent(row["customer_share"]),
        "revenue_share": formats.percent(row["revenue_share"]),
        "contacts": formats.count(row["contacts"]),
        "overdue": formats.count(row["contacts_overdue"]),
        "overdue_verb": "has" if row["contacts_overdue"] == 1 else "have",
        "channel": row["channel"],
    }


def profiles(tables: ReportDatabase) -> Section:
    """What the customers of each cluster are like."""
    rows = tables.rows("cluster_profiles")
    colours = label_colours(tables, [row["cluster_label"] for row in rows])
    best = max(rows, key=lambda row: row["median_monetary"])
    return Section(
        "profiles",
        "What the groups are like",
        f"The customer in the middle of {best['cluster_label']} ordered "
        f"{formats.counted(best['median_frequency'], 'time')}, spent "
        f"{formats.money(best['median_monetary'])} and last bought "
        f"{formats.counted(best['median_recency_days'], 'day')} ago.",
        [
            Exhibit(
                "A dot is the customer in the middle of the group, the bar around it the middle "
                "half. Equal steps are equal factors. Days since the last order: further left is "
                "better; for the others, further right. The tier follows what customers like these "
                "did in the last complete period: the table has the share that ordered, and what "
                "they spent against the mean of all (lift).",
                [
                    Chart(
                        f"profile-{metric.replace('_', '-')}",
                        title,
                        "; ".join(
                            f"{row['cluster_label']}, median {printed(row[f'median_{metric}'])}"
                            for row in rows
                        ),
                        charts.quartiles(rows, metric, colours, printed),
                    )
                    for metric, (title, printed) in METRICS.items()
                ],
                tabulate(
                    "Medians, and the quartiles that hold the middle half",
                    rows,
                    {
                        "Group": ("cluster_label", formats.text),
                        "Tier": ("marketing_tier", formats.text),
                        "Customers": ("customers", formats.count),
                        "Ordered in the last period": ("next_period_active_share", formats.percent),
                        "Lift": ("next_period_lift", formats.decimal),
                        **{
                            f"{title}: {quartile}": (f"{place}_{metric}", printed)
                            for metric, (title, printed) in METRICS.items()
                            for place, quartile in QUARTILES.items()
                        },
                    },
                ),
            )
        ],
    )
