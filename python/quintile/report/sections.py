"""The sections of the report in their order, and the tables that each needs."""

from quintile.report.chapters import history, rfm, sales, segmentation, value
from quintile.report.exhibits import Plan
from quintile.report.scoring import TABLES

PLANS = [
    Plan("At a glance", ("segments", "orders", "as_of"), sales.headline),
    Plan("Cleaning funnel", ("cleaning_audit",), sales.cleaning),
    Plan("Recency and value grid", ("segments", "segment_grid"), rfm.grid),
    Plan("Segments and tiers", ("segments", "segment_grid"), rfm.segments),
    Plan("Cluster profiles", ("segments", "segment_profiles"), segmentation.profiles),
    Plan("Try a customer", ("segments", *TABLES), segmentation.form),
    Plan(
        "Why this many clusters",
        ("cluster_candidates", "cluster_model"),
        segmentation.number_of_clusters,
    ),
    Plan("Movements between months", ("segment_migrations", "segment_grid"), history.movements),
    Plan(
        "Back-test of the segments",
        ("segment_backtest", "segments", "segment_profiles", "segment_grid"),
        history.backtest,
    ),
    Plan("Lifetime value", ("customer_value",), value.value),
]
