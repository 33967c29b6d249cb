"""Fit, judge and label clusters of customers: pure functions over a bounded sample."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

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

from quintile.segmentation.labels import (
    FACT_TYPES,
    describe_clusters,
    name_clusters,
    told_apart,
    usual_interval,
)

METRICS = ["recency", "frequency", "monetary"]
FEATURES = [f"z_{metric}" for metric in METRICS]
FEATURES_BEFORE = [f"{feature}_before" for feature in FEATURES]
CENTROIDS = [f"centroid_{metric}" for metric in METRICS]
MAX_ITERATIONS = 300
STARTS = 10
SILHOUETTE_SAMPLE = 10_000
SILHOUETTE_MEGABYTES = 16
"""Distances kept at a time for the silhouette; a gigabyte, as in scikit-learn, is slower."""

BOOTSTRAPS = 6
BOOTSTRAP_STARTS = 3
BOOTSTRAP_SAMPLE = 10_000

FIT_TYPES = {
    "n_clusters": "int32",
    "cluster_id": "int32",
    **dict.fromkeys(CENTROIDS, "float64"),
    "customers": "int64",
    **FACT_TYPES,
    "playbook_label": "str",
    "cluster_label": "str",
    "smallest_share": "float64",
    "inertia": "float64",
    "silhouette": "Float64",
    "silhouette_error": "Float64",
    "davies_bouldin": "Float64",
    "calinski_harabasz": "Float64",
    "stability": "float64",
    "iterations": "int32",
    "converged": "bool",
}


class Silhouette(NamedTuple):
    """The mean silhouette of a clustering, and the standard error of that mean."""

    mean: float | None
    error: float | None


def fit_candidates(
    customers: pd.DataFrame,
    *,
    candidates: Sequence[int],
    random_seed: int,
    period_days: int | None = None,
    former: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Fit KMeans for each candidate number of clusters, and judge and label the results.

    Args:
        customers: One row per customer of the sample: `customer_id`, the standardised features
            `z_*`, and the inputs of `describe_clusters` and `usual_interval`. With `period_days`,
            also `z_*_before` at the beginning of the last complete period, NULL for customers who
            came later, and `next_orders` in it, NULL where it is not known.
        candidates: Numbers of clusters to try. Those above the number of distinct customers are
            left out; if none remains, the number of distinct customers is tried instead.
        random_seed: Seeds starts, bootstraps and the silhouette's sample.
        period_days: Length of that period; None = the shop is too young for one.
        former: Clusters of an earlier model of the same customers: `cluster_id`, `playbook_label`
            and centroids on the current scale. A fit of as many clusters also starts from them and
            keeps their numbers; labels change only if figures have clearly changed.

    Returns:
        One row per cluster and candidate (columns of `FIT_TYPES`). Clusters are numbered by mean
        net spend (1 = highest) unless numbers carry over. Quality measures are of the whole fit;
        silhouette, Davies-Bouldin and Calinski-Harabasz are NULL where undefined (one cluster, or
        as many clusters as customers). No rows without customers.

    Raises:
        ValueError: A feature is NULL or infinite.
    """
    ordered = customers.sort_values("customer_id", ignore_index=True)
    points = finite_points(ordered, FEATURES)
    distinct = len(np.unique(points, axis=0))
    feasible = [k for k in candidates if k <= distinct] or [distinct]
    # Several threads would sum the centroids in a different order in every run.
    with threadpool_limits(limits=1):
        models = [best_fit(points, k, random_seed, former=former) for k in feasible if k]
        labels = [model.labels_ for model in models]
        silhouettes = mean_silhouettes(points, labels, random_seed=random_seed)
        fits = [
            _describe(ordered, points, model, random_seed, period_days, former).assign(
                silhouette=silhouette.mean, silhouette_error=silhouette.error
            )
            for model, silhouette in zip(models, silhouettes, strict=True)
        ]
    empty = pd.DataFrame(columns=list(FIT_TYPES))
    return pd.concat(fits or [empty], ignore_index=True)[list(FIT_TYPES)].astype(FIT_TYPES)


def _describe(
    customers: pd.DataFrame,
    points: np.ndarray,
    model: KMeans,
    seed: int,
    period_days: int | None,
    former: pd.DataFrame | None,
) -> pd.DataFrame:
    k, interval = model.n_clusters, usual_interval(customers)
    facts = describe_clusters(
        customers,
        model.labels_,
        interval=interval,
        returned=_as_before(customers, model) if period_days else None,
    )
    labels = name_clusters(
        facts,
        interval=interval,
        period_days=period_days,
        former=_former_labels(model, former),
    )
    fit = pd.DataFrame(model.cluster_centers_.round(9), columns=CENTROIDS).assign(
        customers=np.bincount(model.labels_, minlength=k),
        playbook_label=labels,
        cluster_label=told_apart(labels, model.cluster_centers_.round(9)),
    )
    fit[list(FACT_TYPES)] = facts
    return _numbered(fit, former).assign(
        n_clusters=k,
        smallest_share=fit["customers"].min() / len(points),
        inertia=model.inertia_,
        stability=bootstrap_stability(points, model.labels_, n_clusters=k, random_seed=seed),
        iterations=model.n_iter_,
        converged=model.n_iter_ < MAX_ITERATIONS,
        **_judge(points, model.labels_, k),
    )


def _former_labels(model: KMeans, former: pd.DataFrame | None) -> list[str] | None:
    if former is None or former.empty:
        return None
    nearest = nearest_centroids(model.cluster_centers_, former[CENTROIDS].to_numpy(dtype="float64"))
    return list(former["playbook_label"].to_numpy()[nearest])


def _as_before(customers: pd.DataFrame, model: KMeans) -> pd.DataFrame:
    """The cluster of each customer as they were before the last period, and orders in it."""
    known = customers.dropna(subset=FEATURES_BEFORE)
    points = known[FEATURES_BEFORE].to_numpy(dtype="float64")
    nearest = nearest_centroids(points, model.cluster_centers_.round(9))
    return pd.DataFrame({"cluster": nearest, "next_orders": known["next_orders"].to_numpy()})


def _numbered(fit: pd.DataFrame, former: pd.DataFrame | None) -> pd.DataFrame:
    ranked = fit.sort_values(["mean_monetary", *CENTROIDS], ascending=False, ignore_index=True)
    ranked["cluster_id"] = range(1, len(ranked) + 1)
    if former is not None and len(former) == len(ranked):
        distances = cdist(ranked[CENTROIDS].to_numpy(), former[CENTROIDS].to_numpy())
        _, old = linear_sum_assignment(distances.round(9))
        ranked["cluster_id"] = former["cluster_id"].to_numpy()[old]
    return ranked.sort_values("cluster_id", ignore_index=True)


def kmeans(k: int, seed: int, *, starts: int) -> KMeans:
    """Make an unfitted KMeans of k clusters with this project's settings."""
    return KMeans(k, n_init=starts, max_iter=MAX_ITERATIONS, random_state=seed)


def best_fit(
    points: np.ndarray,
    k: int,
    seed: int,
    *,
    starts: int = STARTS,
    former: pd.DataFrame | None = None,
    weights: np.ndarray | None = None,
) -> KMeans:
    """Fit KMeans from random starts and from earlier centroids, and keep the tightest fit.

    Args:
        points: Shape (customers, features).
        k: Number of clusters.
        seed: Seeds the starts.
        starts: Number of random starts.
        former: Clusters with centroids; if there are k, they are one more start.
        weights: Shape (customers,): the weight of each customer.
    """
    fits = [kmeans(k, seed, starts=starts).fit(points, sample_weight=weights)]
    if former is not None and len(former) == k:
        start = former.sort_values("cluster_id")[CENTROIDS].to_numpy(dtype="float64")
        model = KMeans(k, init=start, n_init=1, max_iter=MAX_ITERATIONS)
        fits.insert(0, model.fit(points, sample_weight=weights))
    return min(fits, key=lambda fit: fit.inertia_)


def nearest_centroids(points: np.ndarray, centroids: np.ndarray) -> np.ndarray:
    """Return, for each point of shape (customers, features), the position of its nearest centroid.

    The lower position wins a tie, as in the SQL of cluster_assignments.
    """
    return cdist(points, centroids).argmin(axis=1)


def _judge(points: np.ndarray, labels: np.ndarray, k: int) -> dict[str, float | None]:
    if not 2 <= k < len(points):
        return dict.fromkeys(["davies_bouldin", "calinski_harabasz"])
    return {
        "davies_bouldin": davies_bouldin_score(points, labels),
        "calinski_harabasz": calinski_harabasz_score(points, labels),
    }


def mean_silhouettes(
    points: np.ndarray, clusterings: Sequence[np.ndarray], *, random_seed: int
) -> list[Silhouette]:
    """Return the mean silhouette of several clusterings of the same customers, with its error.

    A customer's silhouette is (b - a) / max(a, b), where a is the mean distance to the others of
    the same cluster and b that to the customers of the nearest other cluster; 0 for a customer who
    is alone in a cluster (Rousseeuw 1987, "Silhouettes"). Distances are computed once for all
    clusterings, between at most `SILHOUETTE_SAMPLE` customers; scikit-learn's silhouette_score
    would compute them for each.

    Args:
        points: shape (customers, features).
        clusterings: the labels, shape (customers,), from 0, of each clustering.
        random_seed: seeds the sample.

    Returns:
        For each clustering, the mean (-1 to 1, higher is better) and its standard error over the
        customers; None where undefined (one cluster, or as many clusters as customers).
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


def _mean_silhouette(distance_sums: np.ndarray, members: np.ndarray) -> Silhouette:
    """From each customer's summed distances to each cluster, and the members of each cluster."""
    own, sizes = members.astype(bool), members.sum(axis=0)
    if not 2 <= np.count_nonzero(sizes) < len(members):
        return Silhouette(None, None)
    own_size = (members * sizes).sum(axis=1)
    within = distance_sums[own] / np.maximum(own_size - 1, 1)
    means = np.divide(distance_sums, sizes, out=np.full(own.shape, np.inf), where=sizes > 0)
    between = np.where(own, np.inf, means).min(axis=1)
    further = np.maximum(within, between)
    silhouettes = np.divide(between - within, further, out=np.zeros(len(own)), where=further > 0)
    silhouettes = np.where(own_size > 1, silhouettes, 0)
    error = silhouettes.std(ddof=1) / np.sqrt(len(silhouettes))
    # The last digits depend on the number of threads.
    return Silhouette(round(float(silhouettes.mean()), 9), round(float(error), 9))


def bootstrap_stability(
    points: np.ndarray, labels: np.ndarray, *, n_clusters: int, random_seed: int
) -> float:
    """Measure how stable a clustering is under refits on resampled customers.

    Each of `BOOTSTRAPS` refits uses customers drawn with replacement (at most `BOOTSTRAP_SAMPLE`),
    then assigns the original ones. A refit is the tightest fit of `BOOTSTRAP_STARTS` random starts
    and one from the clustering itself, so that it differs because of its customers, not because of
    an unlucky start. The result is the mean adjusted Rand index (Hubert and Arabie 1985) with
    `labels`: 1 = the same clusters every time, 0 = no better than chance. After Hennig (2007),
    "Cluster-wise assessment of cluster stability".

    Args:
        points: Shape (customers, features).
        labels: Shape (customers,): the clustering to measure, from 0.
        n_clusters: Its number of clusters.
        random_seed: Seeds draws and refits.
    """
    rng = np.random.default_rng(random_seed)
    size = min(len(points), BOOTSTRAP_SAMPLE)
    judged = rng.choice(len(points), size, replace=False)
    points, labels = points[judged], labels[judged]
    centroids = pd.DataFrame(points, columns=CENTROIDS).groupby(labels).mean()
    itself = centroids.rename_axis("cluster_id").reset_index()
    _, place = np.unique(points, axis=0, return_inverse=True)
    agreements = []
    for _ in range(BOOTSTRAPS):
        times_drawn = np.bincount(rng.choice(size, size), minlength=size)
        drawn = times_drawn > 0
        refit = best_fit(
            points[drawn],
            min(n_clusters, len(np.unique(place[drawn]))),
            int(rng.integers(2**31)),
            starts=BOOTSTRAP_STARTS,
            former=itself,
            weights=times_drawn[drawn],
        )
        agreements.append(adjusted_rand_score(labels, refit.predict(points)))
    return float(np.mean(agreements))


def finite_points(customers: pd.DataFrame, columns: list[str]) -> np.ndarray:
    """Return the columns as numbers, shape (customers, columns).

    Raises:
        ValueError: A value is NULL or infinite; the message names the customer.
    """
    points = customers[columns].to_numpy(dtype="float64")
    for row, column in np.argwhere(~np.isfinite(points))[:1]:
        raise ValueError(
            f"{columns[column]} of customer {customers['customer_id'].iloc[row]!r} is "
            f"{points[row, column]}, not a finite number"
        )
    return points
