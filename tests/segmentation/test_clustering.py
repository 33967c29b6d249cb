"""Clusters are judged by what they are, numbered by value, and named once each at the best fit."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.distance import cdist
from sklearn.metrics import davies_bouldin_score, silhouette_samples, silhouette_score

from quintile.segmentation.clustering import (
    CENTROIDS,
    FEATURES,
    SILHOUETTE_SAMPLE,
    bootstrap_stability,
    fit_candidates,
    kmeans,
    mean_silhouettes,
)

CENTRES = np.array([[3.0, 3.0, 3.0], [-3.0, 3.0, 0.0], [0.0, -3.0, -3.0]])


def blobs(size: int, spread: float, seed: int = 0) -> pd.DataFrame:
    """Customers around three centres, a third each; the first group spends most."""
    rng = np.random.default_rng(seed)
    group = np.arange(size) % 3
    points = CENTRES[group] + rng.normal(0, spread, (size, 3))
    customers = pd.DataFrame(points.round(9), columns=FEATURES)
    customers["customer_id"] = [f"{number:06}" for number in range(size)]
    customers["monetary"] = np.array([900.0, 10.0, 90.0])[group] + rng.random(size)
    customers["recency_days"] = np.array([5, 300, 60])[group]
    customers["frequency"] = np.array([20, 1, 3])[group]
    return customers.assign(
        tenure_days=400,
        median_interval_days=20.0,
        usual_interval_days=np.where(group == 1, np.nan, 20),
    )


def fit(customers: pd.DataFrame, *candidates: int) -> pd.DataFrame:
    return fit_candidates(customers, candidates=candidates, random_seed=7)


def test_groups_that_stand_apart_are_found_judged_and_numbered_by_value():
    fits = fit(blobs(300, 0.3), 3)
    assert list(fits["cluster_id"]) == [1, 2, 3]
    np.testing.assert_allclose(fits[CENTROIDS], CENTRES[[0, 2, 1]], atol=0.2)
    assert list(fits["cluster_label"]) == [
        "Active big spenders",
        "Quiet regulars",
        "Lapsed one-time buyers",
    ]
    assert list(fits["customers"]) == [100, 100, 100]
    assert (fits["smallest_share"] == 1 / 3).all()
    assert (fits["silhouette"] > 0.85).all()
    assert (fits["stability"] == 1).all()
    assert fits["converged"].all()


def test_judgements_are_those_of_the_clusters_that_come_out():
    """Recomputed from the centroids alone, every customer at the nearest."""
    customers = blobs(900, 2.0)
    points = customers[FEATURES].to_numpy()
    for k, clusters in fit(customers, 3, 5).groupby("n_clusters"):
        distances = cdist(points, clusters[CENTROIDS].to_numpy())
        nearest = distances.argmin(axis=1)
        judged = clusters.iloc[0]
        assert list(clusters["customers"]) == list(np.bincount(nearest, minlength=k))
        assert judged["smallest_share"] == np.bincount(nearest).min() / len(customers)
        assert judged["inertia"] == pytest.approx((distances.min(axis=1) ** 2).sum())
        silhouettes = silhouette_samples(points, nearest)
        assert judged["silhouette"] == pytest.approx(silhouettes.mean())
        assert judged["silhouette_error"] == pytest.approx(silhouettes.std(ddof=1) / 30)
        assert judged["davies_bouldin"] == pytest.approx(davies_bouldin_score(points, nearest))


def test_a_cloud_cut_in_pieces_is_less_stable_than_groups():
    rng = np.random.default_rng(3)
    cloud = rng.normal(size=(400, 3))
    labels = kmeans(6, 0, starts=1).fit(cloud).labels_
    assert bootstrap_stability(cloud, labels, n_clusters=6, random_seed=1) < 0.8
    shuffled = rng.permutation(labels)
    assert abs(bootstrap_stability(cloud, shuffled, n_clusters=6, random_seed=1)) < 0.05


def test_above_ten_thousand_customers_the_silhouette_is_that_of_a_seeded_sample():
    customers = blobs(SILHOUETTE_SAMPLE + 2_000, 1.5)
    first, again = fit(customers, 3), fit(customers.sample(frac=1, random_state=1), 3)
    pd.testing.assert_frame_equal(first, again)
    points = customers[FEATURES].to_numpy()
    nearest = cdist(points, first[CENTROIDS].to_numpy()).argmin(axis=1)
    whole = silhouette_score(points, nearest)
    assert first["silhouette"].iloc[0] == pytest.approx(whole, abs=0.01)
    assert first["silhouette"].iloc[0] != whole


@settings(deadline=None)
@given(st.data())
def test_silhouettes_of_several_clusterings_are_those_of_scikit_learn(data):
    """Customers at one place, alone in a cluster, or all in one included."""
    size = data.draw(st.integers(3, 30))
    places = st.lists(st.integers(-3, 3), min_size=3, max_size=3)
    points = np.array(data.draw(st.lists(places, min_size=size, max_size=size)), dtype="float64")
    clusterings = [
        np.unique(
            data.draw(st.lists(st.integers(0, 4), min_size=size, max_size=size)),
            return_inverse=True,
        )[1]
        for _ in range(3)
    ]
    found = mean_silhouettes(points, clusterings, random_seed=0)
    for labels, silhouette in zip(clusterings, found, strict=True):
        if 2 <= labels.max() + 1 < size:
            assert silhouette.mean == pytest.approx(silhouette_score(points, labels), abs=1e-6)
        else:
            assert silhouette == (None, None)


def test_a_fit_that_replaces_another_starts_from_its_clusters_and_keeps_their_numbers():
    """Spend has turned round since: by value, the numbers would be the other way about."""
    customers = blobs(300, 0.3)
    former = fit(customers, 3)
    richer = customers.assign(monetary=1000 - customers["monetary"])
    again = fit_candidates(richer, candidates=[3], random_seed=7, former=former)
    np.testing.assert_allclose(again[CENTROIDS], former[CENTROIDS], atol=1e-9)
    assert list(again["mean_monetary"]) == sorted(again["mean_monetary"])
    assert list(fit(richer, 3)["mean_monetary"]) == sorted(again["mean_monetary"], reverse=True)


def test_clusters_are_named_by_what_such_customers_did_in_the_last_period():
    """The first third came back, the others did not; nobody of the second was there before."""
    customers = blobs(300, 0.3)
    group = np.arange(len(customers)) % 3
    before = customers[FEATURES].where(pd.Series(group != 1), np.nan).to_numpy()
    known = customers.assign(
        **{f"{feature}_before": before[:, at] for at, feature in enumerate(FEATURES)},
        next_orders=np.where(group == 0, 2.0, 0.0),
    )
    fits = fit_candidates(known, candidates=[3], random_seed=7, period_days=180)
    assert list(fits["next_active_share"].fillna(-1)) == [1, 0, -1]
    assert fits["cluster_label"].is_unique
