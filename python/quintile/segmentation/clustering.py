"""Fitting, judging and naming clusters of customers: pure functions over a bounded sample."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist
from sklearn import config_context
from sklearn.cluster import KMeans
from sklearn.metrics import (
    adjusted_rand_score,
    calinski_harabasz_score,
    davies_bouldin_score,
    pairwise_distances_chunked,
)
from threadpoolctl import threadpool_limits

FEATURES = ["z_recency", "z_frequency", "z_monetary"]
SCORES = ["r_score", "f_score", "m_score"]
CENTROIDS = ["centroid_recency", "centroid_frequency", "centroid_monetary"]
MAX_ITERATIONS = 300
STARTS = 10
SILHOUETTE_SAMPLE = 10_000
SILHOUETTE_MEGABYTES = 16
"""Distances that the silhouette holds at a time; scikit-learn's gigabyte is slower as well."""

BOOTSTRAPS = 10
BOOTSTRAP_SAMPLE = 10_000

FIT_TYPES = {
    "n_clusters": "int32",
    "cluster_id": "int32",
    **dict.fromkeys(CENTROIDS, "float64"),
    "customers": "int64",
    **dict.fromkeys([f"mean_{score}" for score in SCORES], "float64"),
    "cluster_label": "str",
    "marketing_tier": "str",
    "smallest_share": "float64",
    "inertia": "float64",
    "silhouette": "Float64",
    "davies_bouldin": "Float64",
    "calinski_harabasz": "Float64",
    "stability": "float64",
    "iterations": "int32",
    "converged": "bool",
}

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


def fit_candidates(
    customers: pd.DataFrame,
    playbook: pd.DataFrame,
    *,
    candidates: Sequence[int],
    random_seed: int,
    former: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Fit KMeans for each candidate number of clusters, and judge and name what comes out.

    Args:
        customers: one row per customer of the sample: customer_id, the standardised features
            `z_*`, the scores `r_score`, `f_score`, `m_score` (1-5) and `monetary` (net spend).
        playbook: one row per archetype: cluster_label, marketing_tier and its place in score
            space (`r_score`, `f_score`, `m_score`).
        candidates: numbers of clusters to try. Those beyond the number of distinct customers are
            left out; if none remains, the number of distinct customers is tried instead.
        random_seed: seeds starts, bootstraps and the silhouette's sample.
        former: the clusters of an earlier model of the same customers: cluster_id, cluster_label
            and centroids on the scale of now; their labels carry over to the nearest new clusters,
            and so do their numbers where there are as many.

    Returns:
        One row per cluster and candidate (columns of `FIT_TYPES`), clusters numbered by mean net
        spend (1 = highest) unless numbers carry over. Judgements are those of the whole fit:
        silhouette, Davies-Bouldin and Calinski-Harabasz are NULL where undefined (one cluster, or
        as many as customers). No rows for no customers.

    Raises:
        ValueError: more clusters than archetypes to name them by, or a feature is NULL or infinite.
    """
    ordered = customers.sort_values("customer_id", ignore_index=True)
    points = _finite(ordered, FEATURES)
    distinct = len(np.unique(points, axis=0))
    feasible = [k for k in candidates if k <= distinct] or [distinct]
    # Several threads would add up the centroids in another order at every run.
    with threadpool_limits(limits=1):
        models = [kmeans(k, random_seed, starts=STARTS).fit(points) for k in feasible if k]
        labels = [model.labels_ for model in models]
        silhouettes = mean_silhouettes(points, labels, random_seed=random_seed)
        fits = [
            _describe(ordered, points, playbook, model, random_seed, former).assign(
                silhouette=score
            )
            for model, score in zip(models, silhouettes, strict=True)
        ]
    empty = pd.DataFrame(columns=list(FIT_TYPES))
    return pd.concat(fits or [empty], ignore_index=True)[list(FIT_TYPES)].astype(FIT_TYPES)


def _describe(
    customers: pd.DataFrame,
    points: np.ndarray,
    playbook: pd.DataFrame,
    model: KMeans,
    seed: int,
    former: pd.DataFrame | None,
) -> pd.DataFrame:
    k = model.n_clusters
    clusters = customers.groupby(model.labels_)
    fit = pd.DataFrame(model.cluster_centers_.round(9), columns=CENTROIDS)
    fit["customers"] = clusters.size()
    fit[[f"mean_{score}" for score in SCORES]] = clusters[SCORES].mean()
    fit["mean_monetary"] = clusters["monetary"].mean()
    fit = fit.sort_values(["mean_monetary", *CENTROIDS], ascending=False, ignore_index=True)
    fit["cluster_id"] = range(1, k + 1)
    fit["cluster_label"] = None
    if former is not None and len(former):
        fit = _carry_over(fit, former[former["cluster_label"].isin(playbook["cluster_label"])])
    unnamed = fit["cluster_label"].isna()
    free = playbook[~playbook["cluster_label"].isin(fit["cluster_label"])]
    mean_scores = fit.loc[unnamed, [f"mean_{score}" for score in SCORES]].to_numpy()
    fit.loc[unnamed, "cluster_label"] = match_archetypes(mean_scores, free)["cluster_label"].array
    return fit.assign(
        n_clusters=k,
        marketing_tier=fit["cluster_label"].map(
            playbook.set_index("cluster_label")["marketing_tier"]
        ),
        smallest_share=fit["customers"].min() / len(points),
        inertia=model.inertia_,
        stability=bootstrap_stability(points, model.labels_, n_clusters=k, random_seed=seed),
        iterations=model.n_iter_,
        converged=model.n_iter_ < MAX_ITERATIONS,
        **_judge(points, model.labels_, k),
    )


def kmeans(k: int, seed: int, *, starts: int) -> KMeans:
    """Make an unfitted KMeans of k clusters as this project fits it."""
    return KMeans(k, n_init=starts, max_iter=MAX_ITERATIONS, random_state=seed)


def nearest_centroids(points: np.ndarray, centroids: np.ndarray) -> np.ndarray:
    """Give each point, shape (customers, features), the position of its nearest centroid.

    The lower position on a tie, as in the SQL of cluster_assignments.
    """
    return cdist(points, centroids).argmin(axis=1)


def _carry_over(fit: pd.DataFrame, former: pd.DataFrame) -> pd.DataFrame:
    distances = cdist(fit[CENTROIDS].to_numpy(), former[CENTROIDS].to_numpy())
    new, old = linear_sum_assignment(distances.round(9))
    fit.loc[new, "cluster_label"] = former["cluster_label"].to_numpy()[old]
    if len(fit) == len(former):
        fit["cluster_id"] = former["cluster_id"].to_numpy()[old]
    return fit.sort_values("cluster_id", ignore_index=True)


def _judge(points: np.ndarray, labels: np.ndarray, k: int) -> dict[str, float | None]:
    if not 2 <= k < len(points):
        return dict.fromkeys(["davies_bouldin", "calinski_harabasz"])
    return {
        "davies_bouldin": davies_bouldin_score(points, labels),
        "calinski_harabasz": calinski_harabasz_score(points, labels),
    }


def mean_silhouettes(
    points: np.ndarray, clusterings: Sequence[np.ndarray], *, random_seed: int
) -> list[float | None]:
    """Give the mean silhouette of several clusterings of the same customers.

    A customer's silhouette is (b - a) / max(a, b), a being the mean distance to the others of the
    own cluster and b that to the customers of the nearest other one; 0 for a customer alone
    (Rousseeuw 1987, "Silhouettes"). Distances are computed once for all clusterings, where
    scikit-learn's silhouette_score would do so for each, between at most `SILHOUETTE_SAMPLE`
    customers.

    Args:
        points: shape (customers, features).
        clusterings: the labels, shape (customers,), from 0, of each clustering.
        random_seed: seeds the sample.

    Returns:
        One number a clustering, -1 to 1, higher is better; None where it is undefined, with one
        cluster or as many as customers.
    """
    size = min(len(points), SILHOUETTE_SAMPLE)
    judged = np.random.default_rng(random_seed).choice(len(points), size, replace=False)
    members = [np.eye(labels.max() + 1)[labels[judged]] for labels in clusterings]
    if not members:
        return []
    together = np.hstack(members)
    with config_context(working_memory=SILHOUETTE_MEGABYTES):
        chunks = pairwise_distances_chunked(
            points[judged], reduce_func=lambda distances, _: distances @ together
        )
        distance_sums = np.vstack(list(chunks))
    bounds = np.cumsum([clusters.shape[1] for clusters in members])[:-1]
    return [
        _mean_silhouette(sums, clusters)
        for sums, clusters in zip(np.hsplit(distance_sums, bounds), members, strict=True)
    ]


def _mean_silhouette(distance_sums: np.ndarray, members: np.ndarray) -> float | None:
    """From the summed distances of each customer to each cluster, and who is a member of which."""
    own, sizes = members.astype(bool), members.sum(axis=0)
    if not 2 <= np.count_nonzero(sizes) < len(members):
        return None
    own_size = (members * sizes).sum(axis=1)
    within = distance_sums[own] / np.maximum(own_size - 1, 1)
    means = np.divide(distance_sums, sizes, out=np.full(own.shape, np.inf), where=sizes > 0)
    between = np.where(own, np.inf, means).min(axis=1)
    further = np.maximum(within, between)
    silhouettes = np.divide(between - within, further, out=np.zeros(len(own)), where=further > 0)
    return float(np.where(own_size > 1, silhouettes, 0).mean())


def match_archetypes(mean_scores: np.ndarray, playbook: pd.DataFrame) -> pd.DataFrame:
    """Give each cluster an archetype of its own, at the least summed distance in score space.

    Args:
        mean_scores: shape (clusters, 3): mean R, F and M score of each cluster, 1-5, 5 best.
        playbook: one row per archetype, with its place in `r_score`, `f_score`, `m_score`.

    Returns:
        The archetype's row for each cluster, in the order of the clusters; no row twice.

    Raises:
        ValueError: more clusters than archetypes.
    """
    if len(mean_scores) > len(playbook):
        raise ValueError(f"{len(mean_scores)} clusters, but only {len(playbook)} archetypes")
    archetypes = playbook.sort_values("cluster_label", ignore_index=True)
    distances = cdist(mean_scores, archetypes[SCORES].to_numpy(dtype="float64"))
    _, chosen = linear_sum_assignment(distances.round(9))
    return archetypes.iloc[chosen]


def bootstrap_stability(
    points: np.ndarray, labels: np.ndarray, *, n_clusters: int, random_seed: int
) -> float:
    """Measure how well a clustering survives refits on resampled customers.

    Each of `BOOTSTRAPS` refits sees customers drawn with replacement (at most `BOOTSTRAP_SAMPLE`),
    then assigns the original ones. The mean adjusted Rand index (Hubert and Arabie 1985) with
    `labels` is returned: 1 = the same clusters every time, 0 = no better than chance. After
    Hennig (2007), "Cluster-wise assessment of cluster stability".

    Args:
        points: shape (customers, features).
        labels: shape (customers,): the clustering in question.
        n_clusters: its number of clusters.
        random_seed: seeds draws and refits.
    """
    rng = np.random.default_rng(random_seed)
    size = min(len(points), BOOTSTRAP_SAMPLE)
    judged = rng.choice(len(points), size, replace=False)
    points, labels = points[judged], labels[judged]
    _, place = np.unique(points, axis=0, return_inverse=True)
    agreements = []
    for _ in range(BOOTSTRAPS):
        drawn = rng.choice(size, size)
        k = min(n_clusters, len(np.unique(place[drawn])))
        refit = kmeans(k, int(rng.integers(2**31)), starts=1).fit(points[drawn])
        agreements.append(adjusted_rand_score(labels, refit.predict(points)))
    return float(np.mean(agreements))


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
            _fit_factor(sign * _finite(ordered, [column])[:, 0], n_clusters, random_seed).assign(
                factor=factor
            )
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


def _finite(customers: pd.DataFrame, columns: list[str]) -> np.ndarray:
    """The columns as numbers, shape (customers, columns)."""
    points = customers[columns].to_numpy(dtype="float64")
    for row, column in np.argwhere(~np.isfinite(points))[:1]:
        raise ValueError(
            f"{columns[column]} of customer {customers['customer_id'].iloc[row]!r} is "
            f"{points[row, column]}, not a finite number"
        )
    return points
