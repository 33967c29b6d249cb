"""The sections of the report in their order, and the tables that each needs.

To add one, write a function that makes it into a module of `chapters`, its query into `queries`,
and a line here. What charts and tables can't show goes into a template of its own in `page`.
"""

from quintile.report.chapters import (
    campaigns,
    changes,
    clusters,
    forecast,
    glance,
    grid,
    markets,
    quality,
    trial,
)
from quintile.report.database import KINDS
from quintile.report.exhibits import Plan
from quintile.report.scoring import TABLES

ANY = frozenset(KINDS)
OF_CLUSTERS = ANY - {"country"}
KNOWN = ("customer_rfm", "build_settings")
"""What says from when to when the shop is known."""
HISTORY = ("rfm_history", "segment_grid")

PLANS = [
    Plan("At a glance", ("segments", "orders", *KNOWN), glance.headline, ANY),
    Plan("Who our customers are", ("segments",), clusters.clusters, ANY),
    Plan("What changed this month", (*HISTORY, *KNOWN), changes.changes, ANY),
    Plan("Month by month", ("orders", *KNOWN), changes.months, ANY),
    Plan("How the groups have grown", ("rfm_history",), changes.sizes, ANY),
    Plan(
        "What the groups are like",
        ("segments", "segment_profiles"),
        clusters.profiles,
        OF_CLUSTERS,
    ),
    Plan("Who came back", ("cohort_value",), changes.cohorts),
    Plan("Countries", ("orders",), markets.countries, OF_CLUSTERS),
    Plan(
        "What each group prefers to buy",
        ("segment_products", "segments"),
        markets.products,
        OF_CLUSTERS,
    ),
    Plan("What campaigns brought", ("campaign_results",), campaigns.campaigns),
    Plan("What comes next", ("customer_value", "segments"), forecast.forecast, ANY),
    Plan(
        "How recent, how often, how much",
        ("segments", "segment_grid", "rfm_segment_advice"),
        grid.grid,
        ANY,
    ),
    Plan("Try a customer", ("segments", *TABLES), trial.form),
    Plan(
        "Did groups do what they promised?",
        ("segment_backtest", "segments", "segment_profiles", "segment_grid"),
        quality.backtest,
    ),
    Plan(
        "Would other customers give the same groups?",
        ("cluster_candidates", "cluster_model"),
        quality.number_of_clusters,
    ),
    Plan(
        "How right were forecasts?",
        ("value_backtest", "value_calibration", "customer_value"),
        quality.forecasts,
    ),
    Plan("What was counted, and what was not", ("cleaning_audit",), quality.cleaning),
    Plan("What the words mean", ("segments",), quality.glossary, ANY),
]
