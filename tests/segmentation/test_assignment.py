"""The assignment in SQL, as dbt compiled it, against scikit-learn's own."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

from quintile.segmentation.clustering import (
    CENTROIDS,
    FEATURES,
    MAX_ITERATIONS,
    STARTS,
    fit_candidates,
)

MOST_CLUSTERS = 8
coarse = st.integers(-4, 4).map(lambda halves: halves / 2)
fine = st.floats(-6, 6).map(lambda value: round(value, 9))
constant = st.just(0.0)


@st.composite
def point_sets(draw) -> np.ndarray:
    """Features of 1 to 40 customers: fine ones, coarse ones that tie, and constant ones."""
    columns = [draw(st.sampled_from([fine, coarse, constant])) for _ in FEATURES]
    return np.array(draw(st.lists(st.tuples(*columns), min_size=1, max_size=40)))


@pytest.fixture(scope="module")
def warehouse(sample_build) -> Iterator[duckdb.DuckDBPyConnection]:
    """Empty cluster_features and cluster_model, with the compiled cluster_assignments on top."""
    with duckdb.connect() as connection:
        connection.execute("attach ':memory:' as quintile; use quintile")
        for table in ["cluster_features", "cluster_model"]:
            [(columns,)] = sample_build.query(
                "select string_agg(column_name || ' ' || data_type) "
                f"from information_schema.columns where table_name = '{table}'"
            )
            connection.execute(f"create table {table} ({columns})")
        connection.execute(
            f"create view cluster_assignments as {sample_build.compiled('cluster_assignments')}"
        )
        yield connection


def sampled(points: np.ndarray) -> pd.DataFrame:
    frame = pd.DataFrame(points, columns=FEATURES)
    ids = [f"{number:04}" for number in range(len(points))]
    facts = {"recency_days": 1, "tenure_days": 9, "frequency": 1, "median_interval_days": None}
    return frame.assign(
        customer_id=ids, **facts, usual_interval_days=None, monetary=range(len(points))
    )


def assign(connection, customers: pd.DataFrame, fits: pd.DataFrame) -> np.ndarray:
    connection.register("sample", customers)
    connection.register("fits", fits)
    connection.execute("truncate cluster_features; truncate cluster_model")
    features = ", ".join(["customer_id", *FEATURES])
    connection.execute(f"insert into cluster_features by name select {features} from sample")
    centroids = ", ".join(["cluster_id", *CENTROIDS])
    connection.execute(f"insert into cluster_model by name select {centroids} from fits")
    rows = connection.execute("select cluster_id from cluster_assignments order by customer_id")
    return rows.fetchnumpy()["cluster_id"].astype(int)


@settings(deadline=None, max_examples=100)
@given(points=point_sets(), k=st.integers(1, MOST_CLUSTERS), seed=st.integers(0, 2**32 - 1))
@example(points=np.zeros((1, 3)), k=5, seed=0)
@example(points=np.zeros((20, 3)), k=3, seed=0)
@example(points=np.repeat(np.eye(3), 5, axis=0), k=8, seed=0)
@example(points=np.array([[-1.0, 0, 0], [0, 0, 0], [1, 0, 0]]), k=2, seed=0)
def test_every_customer_is_where_kmeans_predicts_him(warehouse, points, k, seed):
    customers = sampled(points)
    fits = fit_candidates(customers, candidates=[k], random_seed=seed)
    clusters = min(k, len(np.unique(points, axis=0)))
    assert list(fits["cluster_id"]) == list(range(1, clusters + 1))

    with threadpool_limits(limits=1):
        kmeans = KMeans(clusters, n_init=STARTS, max_iter=MAX_ITERATIONS, random_state=seed)
        predicted = kmeans.fit(points).cluster_centers_[kmeans.predict(points)]
    centroids = fits[CENTROIDS].to_numpy()
    found = assign(warehouse, customers, fits)

    to_found = np.linalg.norm(points - centroids[found - 1], axis=1)
    to_predicted = np.linalg.norm(points - predicted, axis=1)
    is_same = np.isclose(centroids[found - 1], predicted, rtol=0, atol=1e-8).all(axis=1)
    is_tie = np.isclose(to_found, to_predicted, rtol=0, atol=1e-8)
    assert (is_same | is_tie).all()


@settings(deadline=None, max_examples=200)
@given(
    points=st.lists(st.tuples(coarse, coarse, coarse), min_size=1, max_size=40).map(np.array),
    centroids=st.lists(
        st.tuples(coarse, coarse, coarse), min_size=1, max_size=MOST_CLUSTERS, unique=True
    ).map(np.array),
)
def test_a_tie_goes_to_the_lower_id_as_in_kmeans(warehouse, points, centroids):
    """On a coarse grid, where customers lie halfway and scikit-learn's arithmetic is exact."""
    kmeans = KMeans(len(centroids), n_init=1, random_state=0).fit(centroids)
    kmeans.cluster_centers_ = centroids
    fits = pd.DataFrame(centroids, columns=CENTROIDS)
    fits["cluster_id"] = range(1, len(centroids) + 1)
    found = assign(warehouse, sampled(points), fits)
    assert list(found) == list(kmeans.predict(points) + 1)


@pytest.mark.parametrize("bad", [np.inf, -np.inf, np.nan])
def test_what_is_not_finite_is_refused_by_name(bad):
    customers = sampled(np.eye(3))
    customers.loc[1, "z_frequency"] = bad
    with pytest.raises(ValueError, match=rf"z_frequency of customer '0001' is {bad}"):
        fit_candidates(customers, candidates=[2], random_seed=0)
