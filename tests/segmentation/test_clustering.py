"""Clusters are judged by what they are, numbered by value, and named once each at the best fit."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.distance import cdist
from sklearn.metrics import davies_bouldin_score, silhouette_score

from quintile.segmentation.clustering import (
    CENTROIDS,
    FEATURES,
    SCORES,
    SILHOUETTE_SAMPLE,
    bootstrap_stability,
    fit_candidates,
    kmeans,
    match_archetypes,
    mean_silhouettes,
)

PLAYBOOK = pd.read_csv(ROOT / "seeds/segment_playbook.csv")
CENTRES = np.array([[3.0, 3.0, 3.0], [-3.0, 3.0, 0.0], [0.0, -3.0, -3.0]])


def blobs(size: int, spread: float, seed: int = 0) -> pd.DataFrame:
    """Customers around three centres, a third each; the first group spends most."""
    rng = np.random.default_rng(seed)
    group = np.arange(size) % 3
    points = CENTRES[group] + rng.normal(0, spread, (size, 3))
    customers = pd.DataFrame(points.round(9), columns=FEATURES)
    customers["customer_id"] = [f"{number:06}" for number in range(size)]
    customers["monetary"] = np.array([900.0, 10.0, 90.0])[group] + rng.random(size)
    for score in SCORES:
        customers[score] = np.array([5, 1, 3])[group]
    return customers


def fit(customers: pd.DataFrame, *candidates: int) -> pd.DataFrame:
    return fit_candidates(customers, PLAYBOOK, candidates=candidates, random_seed=7)


def test_groups_that_stand_apart_are_found_judged_and_numbered_by_value():
    fits = fit(blobs(300, 0.3), 3)
    assert list(fits["cluster_id"]) == [1, 2, 3]
    np.testing.assert_allclose(fits[CENTROIDS], CENTRES[[0, 2, 1]], atol=0.2)
    assert list(fits["mean_r_score"]) == [5, 3, 1]
    assert fits["cluster_label"].iloc[0] == "Champions"
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
        assert judged["silhouette"] == pytest.approx(silhouette_score(points, nearest))
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
            assert silhouette == pytest.approx(silhouette_score(points, labels), abs=1e-6)
        else:
            assert silhouette is None


score = st.floats(1, 5).map(lambda value: round(value, 2))


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(score, score, score), min_size=1, max_size=4).map(np.array))
def test_no_other_way_to_name_the_clusters_fits_better(mean_scores):
    few = PLAYBOOK.head(6)
    named = match_archetypes(mean_scores, few)
    assert named["cluster_label"].is_unique
    found = np.linalg.norm(mean_scores - named[SCORES].to_numpy(), axis=1).sum()
    distances = cdist(mean_scores, few[SCORES].to_numpy())
    best = min(
        distances[range(len(mean_scores)), list(order)].sum()
        for order in permutations(range(len(few)), len(mean_scores))
    )
    assert found == pytest.approx(best)


def test_more_clusters_than_archetypes_are_refused():
    with pytest.raises(ValueError, match="3 clusters, but only 2 archetypes"):
        match_archetypes(CENTRES, PLAYBOOK.head(2))
