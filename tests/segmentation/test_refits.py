"""Kept clusters hold still from build to build, and are fitted again only for a reason."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from conftest import ROOT, TO_SEGMENTS, rows_of
from shops import Shop

from quintile.segmentation.refits import population_stability

LABELS = "select cluster_id, cluster_label from cluster_model order by cluster_id"
CLUSTERS = """select
    cluster_id, cluster_label, centroid_recency, centroid_frequency, centroid_monetary, recency_mean
    from cluster_model"""
AS_KNOWN_THEN = """customer_id, last_ordered_at, recency_days, frequency, monetary,
    r_score, f_score, m_score, fm_score, rfm_code, rfm_segment,
    cluster_id, cluster_label"""
LAST_DECISION = "select is_refit, reason from model_drift order by build_number desc limit 1"
NOVEMBER, DECEMBER = dt.date(2011, 11, 1), dt.date(2011, 12, 1)


@pytest.mark.slow
def test_builds_of_one_database_keep_the_model(dbt, tmp_path):
    first = dbt(*TO_SEGMENTS, settings={"as_of_date": "2025-10-01"})
    assert first.query(LAST_DECISION) == [(True, "fitted: no model was kept")]
    labels = first.query(LABELS)
    centroids = first.query(CLUSTERS)
    september = set(first.query(f"select {AS_KNOWN_THEN} from segments"))

    to_history = [*TO_SEGMENTS, "+rfm_history", "--full-refresh"]
    kept = dbt(*to_history, settings={"as_of_date": "2025-11-01"})
    [(is_refit, reason)] = kept.query(LAST_DECISION)
    assert not is_refit
    assert reason.startswith("kept: a fresh fit gives similar clusters (agreement 0.")
    at_month_end = f"select {AS_KNOWN_THEN} from rfm_history where month_end = '2025-09-30'"
    assert set(kept.query(at_month_end)) == september
    assert set(kept.query(CLUSTERS)) == set(centroids)

    refit = dbt(*TO_SEGMENTS, settings={"as_of_date": "2025-11-01", "refit": True})
    assert refit.query(LAST_DECISION) == [(True, "fitted: the var refit is true")]
    assert refit.query(LABELS) == labels
    assert set(refit.query(CLUSTERS)) != set(centroids)
    assert refit.query("select distinct fit_id from kmeans_fits") == [(3,)]

    other = tmp_path / "other.csv"
    rows_of(
        f"""copy (
            select * replace ('X' || customer_id as customer_id, unit_price * 100 as unit_price)
            from read_csv('{ROOT}/data/sample/*.csv') where customer_id is not null
        ) to '{other}'"""
    )
    shop = dbt(*TO_SEGMENTS, invoices=other, settings={"as_of_date": "2025-12-01"})
    assert shop.query(LAST_DECISION) == [(True, "fitted: the kept model is of other customers")]
    assert shop.query("select count(*) from segments where customer_id not like 'X%'") == [(0,)]


@pytest.fixture
def uci(uci_build, compiled_models) -> Shop:
    orders = uci_build.query("select customer_id, ordered_at, amount from orders order by all")
    return Shop(
        compiled_models, pd.DataFrame(orders, columns=["customer_id", "ordered_at", "amount"])
    )


def test_monthly_builds_refit_seldom_and_leave_who_did_nothing_where_they_are(uci):
    """Builds of June to December 2011; measured: no refit, 13.7% on average, 14.8% at most.

    From March on, when the shop's data are three months old, four clusters are chosen, and it is
    one refit, 22.5% and 26.6%: who does nothing for a month has doubled their silence then.
    """
    refits, changes, before = 0, [], None
    for month in range(6, 13):
        decision = uci.build(dt.date(2011, month, 1))
        refits += decision["is_refit"]
        now = uci.connection.execute(
            "select customer_id, frequency, monetary, cluster_label from segments"
        ).df()
        if before is not None:
            still = now.merge(before, on=["customer_id", "frequency", "monetary"])
            assert len(still) > 1_000
            changes.append((still["cluster_label_x"] != still["cluster_label_y"]).mean())
        before = now
    assert refits == 1  # the first
    assert np.mean(changes) < 0.15
    assert max(changes) < 0.3


def test_the_same_customers_keep_the_model(uci):
    uci.build(DECEMBER)
    [(model,)] = uci.rows("select list(cluster_model order by cluster_id) from cluster_model")
    decision = uci.build(DECEMBER)
    assert not decision["is_refit"]
    assert decision["fit_id"] == 1
    assert decision["agreement"] > 0.99
    assert decision["psi_recency"] == 0
    assert uci.rows("select list(cluster_model order by cluster_id) from cluster_model") == [
        (model,)
    ]


def test_reasons_for_a_refit(uci):
    uci.build(NOVEMBER, candidates=[4])
    november = uci.rows("select cluster_id, cluster_label from cluster_model order by all")
    for build, (as_of, settings, reason) in enumerate(
        [
            (NOVEMBER, {"refit": True}, "the var refit is true"),
            (DECEMBER, {"fit_settings": "others"}, "the features or settings of the fit"),
            (
                NOVEMBER,
                {"fit_settings": "others"},
                "the kept model is of a later as-of date",
            ),
        ],
        start=2,
    ):
        decision = uci.build(as_of, candidates=[4], **settings)
        assert decision["is_refit"]
        assert decision["fit_id"] == build
        assert reason in decision["reason"]
        again = uci.rows("select cluster_id, cluster_label from cluster_model order by all")
        assert again == november  # numbers and labels carry over


def test_drift_alone_is_no_reason_but_worse_clusters_are(uci):
    uci.build("2011-05-01", candidates=[4])
    grown = uci.build("2011-09-01", candidates=[4])
    assert grown["psi_recency"] > 0.2
    assert grown["reason"].startswith("kept: a fresh fit gives similar clusters")
    uci.connection.execute(
        """update all_orders set amount = case when hash(customer_id) % 2 = 0
            then amount * 1000 else amount end where ordered_at > '2011-01-01'"""
    )
    other = uci.build("2011-09-01", candidates=[4])
    assert other["reason"].startswith("fitted: a fresh fit gives different clusters (agreement")
    assert other["agreement"] < 0.8
    assert other["gain_of_refit"] > 0.05


def test_the_number_of_clusters_is_kept_unless_another_is_clearly_better(uci):
    """In June three clusters are best; in December four would be as good, and are not taken."""
    uci.build("2011-06-01")
    assert uci.rows("select distinct n_clusters from cluster_model") == [(3,)]
    uci.build("2011-12-10", refit=True)
    [(why,)] = uci.rows("select distinct why_this_k from cluster_model")
    assert why.startswith("chosen: kept, since no other number of clusters has a silhouette better")
    assert uci.rows("select distinct n_clusters from cluster_model") == [(3,)]


def test_the_last_period_decides_between_silhouettes_that_are_as_good(uci):
    """The whole file: three and four clusters are .002 apart with a standard error of .0026."""
    uci.build("2011-12-10")
    assert uci.rows("select distinct n_clusters from cluster_model") == [(4,)]
    assert uci.rows(
        "select cluster_label, customers from segment_profiles order by cluster_id"
    ) == [
        ("Active big spenders", 709),
        ("Active regulars", 1188),
        ("New buyers", 860),
        ("Quiet one-time buyers", 1567),
    ]


def test_population_stability_by_hand():
    """Half in each bin then, 0.7 and 0.3 now: 0.2 ln 1.4 - 0.2 ln 0.6."""
    values = np.array([0.0] * 7 + [2.0] * 3)
    drift = population_stability(values, edges=np.array([1.0]), shares=np.array([0.5, 0.5]))
    assert drift == pytest.approx(0.2 * np.log(1.4) - 0.2 * np.log(0.6))
