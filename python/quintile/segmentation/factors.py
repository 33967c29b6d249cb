"""Cut recency, frequency and revenue, each separately, into ordered clusters."""

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
    """Cut recency, frequency and revenue, each separately and unscaled, into ordered clusters.

    This is KMeans on one column, as in the common recipe "customer segmentation by RFM clustering",
    which uses scikit-learn's default tolerance.

    Args:
        customers: One row per customer of the sample: customer_id, recency_days, frequency and
            monetary.
        n_clusters: Clusters per factor; a factor with fewer distinct values has one for each.
        random_seed: Seeds the starts.

    Returns:
        One row per factor (`FACTORS`) and cluster (columns of `FACTOR_TYPES`), numbered from 0 by
        their centre, so a higher number is better. A value must exceed `lower_bound` to be in this
        cluster or a higher one; it is halfway between two centres, and NULL for cluster 0. Recency
        is the negative of recency_days. No rows without customers.

    Raises:
        ValueError: A value is NULL or infinite.
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
