"""The clusters: what they are like, how to score by them, and why there are so many."""

from __future__ import annotations

from decimal import Decimal

from quintile.report import charts, formats
from quintile.report.colours import ACCENT, BLUE, TIERS
from quintile.report.database import ReportDatabase
from quintile.report.exhibits import Chart, Exhibit, Section, tabulate
from quintile.report.scoring import scoring_model

METRICS = {
    "recency_days": "Recency, days",
    "frequency": "Frequency, orders",
    "monetary": "Monetary, net spend",
}
QUARTILES = {
    "lower_quartile": "a quarter below",
    "median": "median",
    "upper_quartile": "a quarter above",
}


def label_colours(tables: ReportDatabase) -> dict[str, str]:
    """Cluster labels with the colour of their tier."""
    return {
        row["cluster_label"]: TIERS[row["marketing_tier"]]
        for row in tables.rows("cluster_profiles")
    }


def profiles(tables: ReportDatabase) -> Section:
    """What the clusters are like, and what to do with them."""
    clusters = tables.rows("cluster_profiles")
    colours = label_colours(tables)
    best = max(clusters, key=lambda row: row["median_monetary"])
    return Section(
        "profiles",
        "Cluster profiles",
        f"The median customer of {best['cluster_label']} ordered "
        f"{formats.tenths(best['median_frequency'])} times, spent "
        f"{formats.money(best['median_monetary'])} and last bought "
        f"{formats.tenths(best['median_recency_days'])} days ago.",
        ["select * from segment_profiles order by cluster_id"],
        [
            Exhibit(
                "Act on the labels of the clusters, which say what their customers do. The "
                "segments of the grid explain. A tier follows what customers like these did in "
                "the last complete period: the table has the share that ordered (active share) "
                "and what they spent by the mean of all (lift). A dot is the median customer of "
                "the cluster, the bar around it its middle half. Axes are logarithmic: equal "
                "steps are equal factors. Recency is counted in days since the last order, so "
                "further left is better; for the others, further right.",
                [
                    Chart(
                        f"profile-{metric.replace('_', '-')}",
                        title,
                        "; ".join(
                            f"{row['cluster_label']}, median "
                            + formats.tenths(row[f"median_{metric}"])
                            for row in clusters
                        ),
                        charts.quartiles(clusters, metric, colours),
                    )
                    for metric, title in METRICS.items()
                ],
                tabulate(
                    "The clusters: medians, and the quartiles that hold the middle half",
                    clusters,
                    {
                        "Cluster": ("cluster_id", formats.count),
                        "Label": ("cluster_label", formats.text),
                        "Tier": ("marketing_tier", formats.text),
                        "Customers": ("customers", formats.count),
                        "Net revenue": ("revenue", formats.money),
                        "Share of revenue": ("revenue_share", formats.percent),
                        "Active share": ("next_period_active_share", formats.percent),
                        "Lift": ("next_period_lift", formats.decimal),
                        **{
                            f"{title}: {quartile}": (f"{place}_{metric}", formats.tenths)
                            for metric, title in METRICS.items()
                            for place, quartile in QUARTILES.items()
                        },
                    },
                ),
            )
        ],
        facts={
            "clusters": [
                {
                    "label": row["cluster_label"],
                    "tier": row["marketing_tier"],
                    "action": row["recommended_action"],
                    "customers": formats.count(row["customers"]),
                    "customer_share": formats.percent(row["customer_share"]),
                    "revenue_share": formats.percent(row["revenue_share"]),
                }
                for row in clusters
            ]
        },
    )


def form(tables: ReportDatabase) -> Section:
    """The form that scores a customer; it starts with the median of each metric."""
    [median] = tables.rows("median_customer")
    start = {name: f"{Decimal(value).normalize():f}" for name, value in median.items()}
    return Section(
        "try",
        "Try a customer",
        "Type three numbers and see where such a customer belongs. The page computes it itself, "
        "from the cut points and centroids of this build; nothing leaves your computer.",
        [f"select * from score_customer({', '.join(start.values())})"],
        facts={"model": scoring_model(tables), "start": start},
    )


def number_of_clusters(tables: ReportDatabase) -> Section:
    """Why there are as many clusters as there are."""
    fits = tables.rows("why_this_k")
    summary = "; ".join(
        f"k {fit['n_clusters']}, silhouette {formats.decimal(fit['silhouette'])} and stability "
        f"{formats.decimal(fit['stability'])}" + (", chosen" if fit["is_chosen"] else "")
        for fit in fits
    )
    return Section(
        "number-of-clusters",
        "Why this many clusters",
        " ".join(
            f"{fit['n_clusters']} clusters: {fit['why_this_k']} (silhouette "
            f"{formats.decimal(fit['silhouette'])}, stability {formats.decimal(fit['stability'])})."
            for fit in fits
            if fit["is_chosen"]
        ),
        ["select * from cluster_candidates order by n_clusters"],
        [
            Exhibit(
                "Higher is better for both. Silhouette says how well the clusters are separated; "
                "stability, how far refits on resampled customers agree (1 = the same clusters "
                "every time). The shaded k was chosen.",
                [
                    Chart(
                        "candidates",
                        "Silhouette and stability by k",
                        summary,
                        charts.number_of_clusters(fits),
                        key={"silhouette": ACCENT, "stability": BLUE},
                    )
                ],
                tabulate(
                    "The fits that were tried",
                    fits,
                    {
                        "k": ("n_clusters", formats.count),
                        "Why, or why not": ("verdict", formats.text),
                        "Silhouette": ("silhouette", formats.decimal),
                        "Stability": ("stability", formats.decimal),
                        "Smallest cluster": ("smallest_share", formats.percent),
                    },
                ),
            )
        ],
    )
