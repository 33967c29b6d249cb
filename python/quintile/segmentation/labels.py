"""Label clusters by what their customers do, from figures of the clusters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

NEW = "New buyers"
LIVELY = ["Active", "Quiet", "Lapsed"]
ONE_TIME = "one-time buyers"
KINDS = ["big spenders", "regulars", "repeat buyers", ONE_TIME]
LABELS = [
    NEW,
    *[f"{lively} {kind}" for lively in LIVELY for kind in KINDS if kind != ONE_TIME],
    *[f"{lively} {ONE_TIME}" for lively in LIVELY if lively != "Active"],
]
"""One-time buyers who are no longer new are never called active."""

FACT_TYPES = {
    "median_recency_days": "float64",
    "median_tenure_days": "float64",
    "median_silence": "Float64",
    "next_active_share": "Float64",
    "median_frequency": "float64",
    "mean_monetary": "float64",
    "spend_ratio": "float64",
}
"""What `describe_clusters` finds."""

ACTIVE_WITHIN, LAPSED_BEYOND = 1.5, 4.0
"""Silence in usual intervals: up to the first customers are active, from the second on they are
lapsed, unless more is known about them."""
COMES_BACK, LONG_GONE = 0.2, 10.0
"""Share of those expected to order again at the usual interval who must do so, or the cluster is
lapsed; and the silence, in usual intervals, beyond which that share must be twice as high."""
FEWEST_JUDGED = 20
"""With fewer customers before the last period, the share who ordered in it says little."""
NEW_WITHIN = (14, 90)
"""Customers are new within twice the usual interval since the first order, within these bounds."""
REGULAR = 2.5
"""Customers with a higher median number of orders are regulars."""
BIG_SPENDER = 2.0
"""Customers whose mean spend, divided by that of all, is higher are big spenders."""
LEEWAY = 1.25
"""Figures must pass a bound by this factor to change an earlier label."""

LOWER_OR_HIGHER = [
    ("more recent", "less recent"),
    ("fewer orders", "more orders"),
    ("lower spend", "higher spend"),
]
"""Words for the lower and the higher of two centroids, by z_recency, z_frequency, z_monetary."""
FIRST_TO_LAST = [
    ("most recent", "least recent"),
    ("most orders", "fewest orders"),
    ("highest spend", "lowest spend"),
]
ORDINALS = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]


def usual_interval(customers: pd.DataFrame) -> float:
    """Return the usual days between two orders in the shop; NaN if nobody came on another day.

    Args:
        customers: `median_interval_days`, NULL for customers of one order.
    """
    intervals = customers["median_interval_days"].astype("float64")
    return float(intervals[intervals > 0].median())


def describe_clusters(
    customers: pd.DataFrame,
    members: np.ndarray,
    *,
    interval: float,
    returned: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Compute the figures by which clusters are labelled.

    Args:
        customers: One row per customer: `recency_days`, `tenure_days`, `frequency`, `monetary`, and
            `usual_interval_days` between their orders, NULL if it is not known.
        members: Shape (customers,): the cluster of each, from 0.
        interval: The usual days between two orders in the shop; NaN = not known.
        returned: One row per customer as they were before the last complete period: the `cluster`
            that they belong to, and their `next_orders` in the period. None = not known.

    Returns:
        One row per cluster, in order (columns of `FACT_TYPES`). `median_silence` is the time since
        the last order (counted from the latest order of all customers), divided by the usual
        interval of the customer or of the shop; NULL if neither is known. `next_active_share` is
        the share of `returned` who ordered; NULL below `FEWEST_JUDGED`. `spend_ratio` is mean spend
        divided by that of all; 1 if nobody paid anything.
    """
    own = customers["usual_interval_days"].astype("float64")
    usual = own.where(own > 0, interval)
    silent = customers["recency_days"] - customers["recency_days"].min()
    clusters = customers.assign(
        silence=silent / usual, monetary=customers["monetary"].astype("float64")
    ).groupby(members)
    facts = pd.DataFrame(
        {
            "median_recency_days": clusters["recency_days"].median(),
            "median_tenure_days": clusters["tenure_days"].median(),
            "median_silence": clusters["silence"].median(),
            "median_frequency": clusters["frequency"].median(),
            "mean_monetary": clusters["monetary"].mean(),
        }
    )
    overall = float(customers["monetary"].astype("float64").mean())
    facts["spend_ratio"] = facts["mean_monetary"] / overall if overall > 0 else 1.0
    facts["next_active_share"] = None
    if returned is not None:
        counted = returned.groupby("cluster")["next_orders"].agg(
            customers="count", active=lambda orders: (orders > 0).mean()
        )
        known = counted[counted["customers"] >= FEWEST_JUDGED]
        facts["next_active_share"] = known["active"].reindex(facts.index)
    return facts[list(FACT_TYPES)].astype(FACT_TYPES)


def name_clusters(
    facts: pd.DataFrame,
    *,
    interval: float,
    period_days: float | None = None,
    former: Sequence[str] | None = None,
) -> list[str]:
    """Choose a label of `LABELS` for each cluster, by its figures.

    Args:
        facts: The result of `describe_clusters`.
        interval: The usual days between two orders in the shop; NaN = not known.
        period_days: Length of the period of `next_active_share`.
        former: For each cluster, the label of the nearest cluster of the earlier model. It is kept
            unless the figures have passed a bound by a factor of `LEEWAY`.
    """
    lately = float(np.clip(2 * interval, *NEW_WITHIN)) if interval > 0 else NEW_WITHIN[1]
    would_return = 1.0
    if period_days and interval > 0:
        would_return = 1 - float(np.exp(-period_days / interval))
    return [
        _label(cluster, label or "", lately=lately, needed_share=COMES_BACK * would_return)
        for cluster, label in zip(
            facts.to_dict("records"), former or [""] * len(facts), strict=True
        )
    ]


def _label(cluster: dict[str, float], former: str, *, lately: float, needed_share: float) -> str:
    was_new = former == NEW if former else None
    if not _reaches(cluster["median_tenure_days"], lately, favoured=_not(was_new)):
        return NEW
    kind = _kind(cluster, former)
    lively = _liveliness(cluster, former, needed_share=needed_share)
    if kind == ONE_TIME and lively == "Active":
        lively = "Quiet"
    return f"{lively} {kind}"


def _kind(cluster: dict[str, float], former: str) -> str:
    was_big, was_regular = ((word in former) if former else None for word in KINDS[:2])
    if cluster["median_frequency"] < 2:
        return ONE_TIME
    if _reaches(cluster["spend_ratio"], BIG_SPENDER, favoured=was_big):
        return "big spenders"
    is_regular = _reaches(cluster["median_frequency"], REGULAR, favoured=was_regular)
    return "regulars" if is_regular else "repeat buyers"


def _liveliness(cluster: dict[str, float], former: str, *, needed_share: float) -> str:
    silence, share = cluster["median_silence"], cluster["next_active_share"]
    was_active, was_lapsed = ((word in former) if former else None for word in LIVELY[::2])
    is_silent = _reaches(silence, ACTIVE_WITHIN, favoured=_not(was_active))
    if pd.isna(share):
        is_gone = _reaches(silence, LAPSED_BEYOND, favoured=was_lapsed)
        return "Lapsed" if is_gone else "Quiet" if is_silent else "Active"
    needed = needed_share * (2 if _reaches(silence, LONG_GONE, favoured=None) else 1)
    if _reaches(share, needed, favoured=_not(was_lapsed)):
        return "Quiet" if is_silent else "Active"
    return "Lapsed" if is_silent else "Quiet"


def _not(known: bool | None) -> bool | None:
    return None if known is None else not known


def _reaches(value: float, bound: float, *, favoured: bool | None) -> bool:
    """Whether a figure reaches a bound, with leeway if it did before; an unknown figure does."""
    leeway = 1.0 if favoured is None else LEEWAY if favoured else 1 / LEEWAY
    return bool(pd.isna(value) or value * leeway > bound)


def told_apart(labels: Sequence[str], centroids: np.ndarray) -> list[str]:
    """Add a suffix to equal labels: what their clusters differ in most.

    Args:
        labels: One per cluster.
        centroids: Shape (clusters, 3): recency, frequency and monetary, standardised.

    Returns:
        The labels. Equal ones get a suffix after a comma, such as "higher spend" for two, or
        "highest spend" and "second highest spend" for more.
    """
    apart = np.array(labels, dtype=object)
    for label in set(labels):
        alike = np.flatnonzero(np.array(labels) == label)
        if len(alike) > 1:
            gaps = np.diff(np.sort(centroids[alike], axis=0), axis=0)
            axis = int(gaps.min(axis=0).argmax())
            ascending = alike[np.argsort(centroids[alike, axis], kind="stable")]
            for suffix, cluster in zip(_suffixes(len(alike), axis), ascending, strict=True):
                apart[cluster] = f"{label}, {suffix}"
    return list(apart)


def _suffixes(clusters: int, axis: int) -> list[str]:
    """Suffixes in ascending order of the centroids."""
    if clusters == 2:
        return list(LOWER_OR_HIGHER[axis])
    first, last = FIRST_TO_LAST[axis]
    between = [f"{ordinal} {first}" for ordinal in ORDINALS[: clusters - 2]]
    ranked = [first, *between, last]
    return ranked if first == "most recent" else ranked[::-1]
