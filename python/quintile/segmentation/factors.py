"""Recency, frequency and revenue, each cut by itself into ordered clusters."""

from __future__ import annotations

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from quintile.segmentation.clustering import STARTS, finite_points, kmeans

FACTORS = {
    "recency": ("recency_days", -1),
    "frequency": ("frequency", 1),
    "revenue": ("monetary", 1),
}
"""Factor: its column, and -1 where less is better."""

FACTOR_TYPES = {
    "factor": "str",
    "cluster_id": "int32",
    "centre": "float64",
    "lower_bound": "float64",
    "customers": "int64",
}


def fit_factors(customers: pd.DataFrame, *, n_clusters: int, random_seed: int) -> pd.DataFrame:
    """Cut recency, frequency and revenue, each by itself and unscaled, into ordered clusters.

    KMeans on one column, as in the recipe that circulates as "customer segmentation by RFM
    clustering": scikit-learn's default tolerance is part of it.

    Args:
        customers: one row per customer of the sample: customer_id, recency_days, frequency and
            monetary.
        n_clusters: clusters per factor; a factor with fewer distinct values gets as many as those.
        random_seed: seeds the starts.

    Returns:
        One row per factor (`FACTORS`) and cluster (columns of `FACTOR_TYPES`), numbered from 0 by
        their centre, so that a higher number is better. `lower_bound` is what a value must exceed
        to be in this cluster or a higher one, halfway between two centres; NULL for cluster 0.
        Recency is counted as minus recency_days. No rows for no customers.

    Raises:
        ValueError: a value is NULL or infinite.
    """
    ordered = customers.sort_values("customer_id", ignore_index=True)
    with threadpool_limits(limits=1):
        fits = [
            _fit_factor(
                sign * finite_points(ordered, [column])[:, 0], n_clusters, random_seed
            ).assign(factor=factor)
            for factor, (column, sign) in FACTORS.items()
        ]
    return pd.concat(fits, ignore_index=True)[list(FACTOR_TYPES)].astype(FACTOR_TYPES)


def _fit_factor(values: np.ndarray, n_clusters: int, seed: int) -> pd.DataFrame:
    k = min(n_clusters, len(np.unique(values)))
    if k == 0:
        return pd.DataFrame(columns=list(FACTOR_TYPES))
    centres = np.sort(kmeans(k, seed, starts=STARTS).fit(values[:, None]).cluster_centers_[:, 0])
    cuts = ((centres[:-1] + centres[1:]) / 2).round(9)
    return pd.DataFrame(
        {
            "cluster_id": range(k),
            "centre": centres.round(9),
            "lower_bound": [None, *cuts],
            "customers": np.bincount(np.searchsorted(cuts, values), minlength=k),
        }
    )
