"""Clusters as they would have been fitted at earlier cutoffs, from what was known then."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

from quintile.segmentation.clustering import kmeans, mean_silhouettes, nearest_centroids
from quintile.segmentation.labels import (
    describe_clusters,
    name_clusters,
    told_apart,
    usual_interval,
)
from quintile.value.evaluation import evaluate

METRICS = {"recency": "recency_days", "frequency": "frequency", "monetary": "monetary"}
CENTROIDS = [f"centroid_{metric}" for metric in METRICS]
STARTS = 4
THEN_TYPES = {
    "n_clusters": "int32",
    "cluster_id": "int32",
    **{f"{metric}_mean": "float64" for metric in METRICS},
    **{f"{metric}_stddev": "float64" for metric in METRICS},
    **dict.fromkeys(CENTROIDS, "float64"),
    "customers": "int64",
    "silhouette": "Float64",
    "next_gini": "Float64",
}
CUT_OFF_TYPES = {
    "fitted_at": pd.ArrowDtype(pa.date32()),
    **THEN_TYPES,
    "cluster_label": "str",
}
FEWEST_ORDERS = 3
"""Below it, a customer has no usual interval of their own."""


def fit_at_cut_offs(
    sample: pd.DataFrame,
    cut_offs: pd.DataFrame,
    *,
    candidates: Sequence[int],
    min_cluster_share: float,
    random_seed: int,
) -> pd.DataFrame:
    """Fit clusters at each cutoff on its customers only, and keep the best number of clusters.

    Args:
        sample: One row per cutoff (`month_end`) and sampled customer, with the columns of
            `fit_candidates_then`, and `tenure_days` since the first order.
        cut_offs: One row per cutoff, with `is_fitted` where clusters are wanted.
        candidates: Numbers of clusters to try.
        min_cluster_share: A number of clusters is not chosen if its smallest has a lower share.
        random_seed: Seeds every random step.

    Returns:
        One row per cutoff and cluster (columns of `CUT_OFF_TYPES`) of the candidate with the best
        silhouette whose smallest cluster is large enough, labelled by what was known then.
    """
    fits = [pd.DataFrame(columns=list(CUT_OFF_TYPES))]
    wanted = cut_offs.loc[cut_offs["is_fitted"].astype(bool), "month_end"]
    for fitted_at, customers in sample[sample["month_end"].isin(wanted)].groupby("month_end"):
        tried = fit_candidates_then(customers, candidates=candidates, random_seed=random_seed)
        chosen = _choose(tried, len(customers), min_cluster_share)
        labels = _labels(customers, chosen)
        fits.append(chosen.assign(fitted_at=fitted_at, cluster_label=labels))
    return pd.concat(fits, ignore_index=True)[list(CUT_OFF_TYPES)].astype(CUT_OFF_TYPES)


def fit_as_known_on(
    sample: pd.DataFrame,
    *,
    candidates: Sequence[int],
    min_cluster_share: float,
    random_seed: int,
) -> pd.DataFrame:
    """Fit clusters on each day on which campaigns start, on the customers known then.

    Args:
        sample: One row per day (`known_on`) and sampled customer: `customer_id`, `recency_days`,
            `frequency`, `monetary` and `tenure_days`.
        candidates: Numbers of clusters to try.
        min_cluster_share: A number of clusters is not chosen if its smallest has a lower share.
        random_seed: Seeds every random step.

    Returns:
        As `fit_at_cut_offs`, but `next_gini` is NULL, since later spend is not known.
    """
    customers = sample.rename(columns={"known_on": "month_end"}).assign(next_revenue=0.0)
    days = customers[["month_end"]].drop_duplicates().assign(is_fitted=True)
    return fit_at_cut_offs(
        customers,
        days,
        candidates=candidates,
        min_cluster_share=min_cluster_share,
        random_seed=random_seed,
    )


def _labels(customers: pd.DataFrame, clusters: pd.DataFrame) -> list[str]:
    """Label clusters by figures at the cutoff, with mean intervals between orders."""
    scaling = clusters.iloc[0]
    logs = np.log1p(customers[list(METRICS.values())].to_numpy(dtype="float64"))
    means = scaling[[f"{metric}_mean" for metric in METRICS]].to_numpy(dtype="float64")
    stddevs = scaling[[f"{metric}_stddev" for metric in METRICS]].to_numpy(dtype="float64")
    centroids = clusters[CENTROIDS].to_numpy(dtype="float64")
    members = nearest_centroids((logs - means) / np.where(stddevs > 0, stddevs, np.inf), centroids)
    orders, buying_days = (
        customers["frequency"],
        customers["tenure_days"] - customers["recency_days"],
    )
    intervals = (buying_days / (orders - 1)).where(orders > 1)
    known = customers.assign(
        median_interval_days=intervals, usual_interval_days=intervals.where(orders >= FEWEST_ORDERS)
    )
    interval = usual_interval(known)
    facts = describe_clusters(known, members, interval=interval).reindex(range(len(clusters)))
    return told_apart(name_clusters(facts, interval=interval), centroids)


def _choose(tried: pd.DataFrame, customers: int, min_cluster_share: float) -> pd.DataFrame:
    judged = tried.groupby("n_clusters").agg(
        smallest=("customers", "min"), silhouette=("silhouette", "first")
    )
    large_enough = judged["smallest"] >= min_cluster_share * customers
    ranked = judged.assign(large_enough=large_enough).sort_values(
        ["large_enough", "silhouette"], ascending=False, kind="stable"
    )
    return tried[tried["n_clusters"] == ranked.index[0]]


def fit_candidates_then(
    customers: pd.DataFrame, *, candidates: Sequence[int], random_seed: int
) -> pd.DataFrame:
    """Fit KMeans for each candidate on the customers of one cutoff, and measure what came next.

    Args:
        customers: One row per customer at the cutoff: `customer_id`, `recency_days`, `frequency`,
            `monetary`, all as known then, and `next_revenue`, the net revenue of the period after
            it, which is not used for fitting.
        candidates: Numbers of clusters to try. Those above the number of distinct customers are
            left out; if none remains, the number of distinct customers is tried.
        random_seed: Seeds starts and the silhouette's sample.

    Returns:
        One row per candidate and cluster (columns of `THEN_TYPES`), numbered by mean net spend up
        to the cutoff (1 = highest): mean and standard deviation of ln(1 + x) of the metrics,
        centroids standardised by them, and for the whole fit the silhouette and `next_gini`. That
        is the normalised Gini coefficient of the next period's revenue, with clusters ranked by
        what their customers went on to spend (1 = ranked as they spent); NULL if nobody spent.
    """
    money = {"monetary": "float64", "next_revenue": "float64"}
    ordered = customers.sort_values("customer_id", ignore_index=True).astype(money)
    logs = np.log1p(ordered[list(METRICS.values())].to_numpy(dtype="float64"))
    means, stddevs = logs.mean(axis=0), logs.std(axis=0) * (np.ptp(logs, axis=0) > 0)
    points = ((logs - means) / np.where(stddevs > 0, stddevs, np.inf)).round(9)
    distinct = len(np.unique(points, axis=0))
    feasible = [k for k in candidates if k <= distinct] or [distinct]
    scaling = {
        **dict(zip([f"{metric}_mean" for metric in METRICS], means, strict=True)),
        **dict(zip([f"{metric}_stddev" for metric in METRICS], stddevs, strict=True)),
    }
    # Several threads would sum the centroids in a different order in every run.
    with threadpool_limits(limits=1):
        models = [kmeans(k, random_seed, starts=STARTS).fit(points) for k in feasible]
        labels = [model.labels_ for model in models]
        silhouettes = mean_silhouettes(points, labels, random_seed=random_seed)
    fits = [
        _describe(ordered, model).assign(silhouette=silhouette.mean, **scaling)
        for model, silhouette in zip(models, silhouettes, strict=True)
    ]
    return pd.concat(fits, ignore_index=True)[list(THEN_TYPES)].astype(THEN_TYPES)


def _describe(customers: pd.DataFrame, model: KMeans) -> pd.DataFrame:
    clusters = customers.groupby(model.labels_)
    fit = pd.DataFrame(model.cluster_centers_.round(9), columns=CENTROIDS)
    fit["customers"] = clusters.size()
    fit["mean_monetary"] = clusters["monetary"].mean()
    fit = fit.sort_values(["mean_monetary", *CENTROIDS], ascending=False, ignore_index=True)
    spent = customers["next_revenue"].to_numpy()
    went_on_to_spend = clusters["next_revenue"].transform("mean").to_numpy()
    gini = evaluate(spent, went_on_to_spend).gini
    return fit.assign(
        n_clusters=model.n_clusters,
        cluster_id=range(1, len(fit) + 1),
        next_gini=None if np.isnan(gini) else gini,
    )
