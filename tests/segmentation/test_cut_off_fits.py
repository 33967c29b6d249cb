"""Clusters of an earlier cutoff know what was known then, and the next period judges them."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from quintile.segmentation.cut_off_fits import METRICS, fit_at_cut_offs, fit_candidates_then

JANUARY, MARCH = dt.date(2011, 1, 31), dt.date(2011, 3, 31)
# Recency, frequency and spend of three kinds of customers that no one would mix up.
KINDS = np.array([[5, 40, 9000], [30, 5, 400], [300, 1, 20]])


def customers_of(kinds: np.ndarray, *, each: int = 40, seed: int = 1) -> pd.DataFrame:
    """Customers near each kind; the first kind goes on to spend 10 each, the others nothing."""
    rng = np.random.default_rng(seed)
    metrics = np.repeat(kinds, each, axis=0) * rng.uniform(0.8, 1.2, (each * len(kinds), 3))
    rows = pd.DataFrame(metrics, columns=list(METRICS.values()))
    return rows.assign(
        tenure_days=rows["recency_days"] + 10 * (rows["frequency"] - 1),  # an order every ten days
        customer_id=[f"c{n:03}" for n in range(len(rows))],
        month_end=JANUARY,
        next_revenue=np.repeat([10.0, *[0.0] * (len(kinds) - 1)], each),
    )


def fit(customers: pd.DataFrame, **options) -> pd.DataFrame:
    return fit_candidates_then(customers, **{"candidates": [2, 3, 4], "random_seed": 1} | options)


def test_the_kinds_of_customers_are_found_and_their_centroids_are_on_the_scale_of_then():
    fits = fit(customers_of(KINDS))
    best = fits[fits["silhouette"] == fits["silhouette"].max()]
    assert best["customers"].tolist() == [40, 40, 40]
    for metric, column in enumerate(METRICS):
        logs = best[f"centroid_{column}"] * best[f"{column}_stddev"] + best[f"{column}_mean"]
        assert np.expm1(logs.to_numpy()) == pytest.approx(KINDS[:, metric], rel=0.1)


def test_the_next_period_judges_and_moves_nothing():
    customers = customers_of(KINDS)
    nobody = customers.assign(next_revenue=0.0)
    # Dealt out evenly within each kind, the money says nothing of the kinds.
    by_chance = customers.assign(next_revenue=np.tile([10.0, 0.0], len(customers) // 2))
    fits = [fit(each, candidates=[3]) for each in (customers, nobody, by_chance)]
    assert fits[0]["next_gini"].tolist() == pytest.approx([1.0] * 3)
    assert fits[1]["next_gini"].isna().all()
    assert fits[2]["next_gini"].tolist() == pytest.approx([0.0] * 3)
    for other in fits[1:]:
        pd.testing.assert_frame_equal(
            fits[0].drop(columns="next_gini"), other.drop(columns="next_gini")
        )


def test_more_clusters_rank_no_worse_when_one_kind_hides_two():
    """Of the lapsed, those with much past spend come back: three clusters tell them, two do not."""
    kinds = np.array([[5, 40, 9000], [300, 1, 2000], [300, 1, 20]])
    customers = customers_of(kinds).assign(next_revenue=np.repeat([10.0, 5.0, 0.0], 40))
    ginis = fit(customers).groupby("n_clusters")["next_gini"].first()
    assert ginis[3] == pytest.approx(1)
    assert ginis[2] < 0.9


def test_clusters_are_named_by_what_they_had_done():
    """Silences of 0, 2.6 and 30 times the usual ten days; 2.9, .1 and .01 times the mean spend."""
    cut_offs = pd.DataFrame({"month_end": [JANUARY], "is_fitted": [True]})
    options = {"candidates": [3], "min_cluster_share": 0.02, "random_seed": 1}
    fits = fit_at_cut_offs(customers_of(KINDS), cut_offs, **options)
    assert fits["cluster_label"].tolist() == [
        "Active big spenders",
        "Quiet regulars",
        "Lapsed one-time buyers",
    ]


def test_neither_row_order_nor_other_cut_offs_matter():
    customers = customers_of(KINDS)
    later = customers_of(KINDS[::-1], seed=2).assign(month_end=MARCH)
    cut_offs = pd.DataFrame({"month_end": [JANUARY, MARCH], "is_fitted": [True, False]})
    options = {"candidates": [2, 3, 4], "min_cluster_share": 0.02, "random_seed": 1}
    alone = fit_at_cut_offs(customers, cut_offs, **options)
    together = pd.concat([later, customers.sample(frac=1, random_state=1)], ignore_index=True)
    pd.testing.assert_frame_equal(alone, fit_at_cut_offs(together, cut_offs, **options))
    assert alone["fitted_at"].tolist() == [JANUARY] * 3


@pytest.mark.parametrize(("min_cluster_share", "smallest"), [(0, 1), (0.02, 40)])
def test_a_number_of_clusters_with_a_tiny_one_is_not_chosen(min_cluster_share, smallest):
    customers = customers_of(KINDS)
    outlier = customers.head(1).assign(customer_id="whale", frequency=10**7, monetary=1e12)
    fits = fit_at_cut_offs(
        pd.concat([customers, outlier], ignore_index=True),
        pd.DataFrame({"month_end": [JANUARY], "is_fitted": [True]}),
        candidates=[2, 3, 4, 5],
        min_cluster_share=min_cluster_share,
        random_seed=1,
    )
    assert fits["customers"].min() == smallest


@pytest.mark.parametrize("customers", [1, 2, 3])
def test_few_customers_are_as_many_clusters_at_most(customers):
    fits = fit(customers_of(KINDS, each=1).head(customers), candidates=[3, 4])
    assert fits["n_clusters"].unique().tolist() == [customers]
    assert fits["silhouette"].isna().all()


def test_no_customers_are_no_fits():
    cut_offs = pd.DataFrame({"month_end": [JANUARY], "is_fitted": [True]})
    nobody = customers_of(KINDS).head(0)
    fits = fit_at_cut_offs(nobody, cut_offs, candidates=[3], min_cluster_share=0.02, random_seed=1)
    assert fits.empty
