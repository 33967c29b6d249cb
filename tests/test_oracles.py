"""Figures that others published, reproduced from the same data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from conftest import TO_SCORES, build_tables
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

BEST = "select count(*) from rfm_scores where rfm_code = '555'"
STEPS_PUBLISHED = {
    "raw": (541_909, 25_900, 4_372, "9747747.93"),
    "no customer": (406_829, 22_190, 4_372, "8300065.81"),
    "cancellation": (397_924, 18_536, 4_339, "8911407.90"),
    "invalid price": (397_884, 18_532, 4_338, "8911407.90"),
}


@pytest.mark.parametrize("step", STEPS_PUBLISHED)
def test_the_published_funnel_of_the_uci_file(published_build, step):
    [(*counts, amount)] = published_build.query(
        f"""select lines_after, invoices_after, customers_after, amount_after
        from cleaning_audit where step = '{step}'"""
    )
    *counts_published, amount_published = STEPS_PUBLISHED[step]
    assert counts == counts_published
    assert round(amount, 2) == Decimal(amount_published)


def test_the_published_rfm_of_the_uci_file(published_build):
    assert published_build.query("select as_of_date from as_of") == [(date(2011, 12, 10),)]
    assert published_build.query(
        "select sum(recency_days), sum(frequency), round(sum(monetary), 2) from customer_rfm"
    ) == [(403_692, 18_532, Decimal("8911407.90"))]


@pytest.mark.parametrize(
    ("score", "customers"),
    [
        ("r_score", [869, 889, 866, 846, 868]),
        ("f_score", [1493, 835, 508, 802, 700]),
        ("m_score", [868, 867, 868, 867, 868]),
    ],
)
def test_customers_by_score_of_the_uci_file(published_build, score, customers):
    rows = published_build.query(
        f"select {score}, count(*) from rfm_scores group by {score} order by {score}"
    )
    assert rows == list(enumerate(customers, start=1))


def test_best_customers_of_the_uci_file(published_build):
    assert published_build.query(BEST) == [(324,)]


def test_a_cancelled_order_makes_nobody_a_champion(uci_build, published_build):
    spend = """select customer_id, monetary from customer_rfm
        where customer_id in ('12346', '16446') order by customer_id"""
    assert published_build.query(spend) == [
        ("12346", Decimal("77183.60")),
        ("16446", Decimal("168472.50")),
    ]
    assert uci_build.query(spend) == [("16446", Decimal("2.90"))]


@pytest.fixture(scope="module")
def rfm_package_build(test_data, tmp_path_factory):
    return build_tables(
        tmp_path_factory.mktemp("rfm_package"),
        *TO_SCORES,
        invoices=test_data / "rfm_data_orders.csv",
        settings={
            "as_of_date": "2006-12-31",
            "invoice_columns": {
                "invoice_id": "order_no",
                "invoiced_at": "order_date",
                "amount": "revenue",
            },
        },
    )


def test_the_orders_of_the_r_package_rfm(rfm_package_build):
    assert rfm_package_build.query(
        "select sum(frequency), count(*), sum(monetary) from customer_rfm"
    ) == [(4906, 995, 464158)]


@pytest.mark.parametrize(
    ("metric", "cut_points"),
    [
        ("frequency", ["3", "4", "5", "7"]),
        ("monetary", ["254.8", "381", "505.4", "665"]),
        ("recency", ["-481", "-296.4", "-180", "-114"]),
    ],
)
def test_the_cut_points_of_the_r_package_rfm(rfm_package_build, metric, cut_points):
    rows = rfm_package_build.query(
        f"select lower_bound from rfm_thresholds where metric = '{metric}' order by score"
    )
    assert rows == [(Decimal(cut_point),) for cut_point in cut_points]


@pytest.mark.parametrize(
    ("score", "customers"),
    [
        ("r_score", [200, 198, 202, 199, 196]),
        ("f_score", [268, 187, 176, 244, 120]),
        ("m_score", [199, 201, 197, 203, 195]),
    ],
)
def test_the_scores_of_the_r_package_rfm(rfm_package_build, score, customers):
    rows = rfm_package_build.query(
        f"select {score}, count(*) from rfm_scores group by {score} order by {score}"
    )
    assert rows == list(enumerate(customers, start=1))
    assert rfm_package_build.query(BEST) == [(35,)]


def test_raw_values_split_off_eight_customers_and_the_model_does_not(published_build, uci_build):
    """Silhouette over unscaled values, the usual recipe, likes two clusters best."""
    rows = published_build.query(
        "select recency_days, frequency, cast(monetary as double) from customer_rfm order by all"
    )
    points = np.array(rows, dtype=float)
    fits = {k: KMeans(k, n_init=10, random_state=1).fit(points).labels_ for k in (2, 3, 4)}
    best = max(fits, key=lambda k: silhouette_score(points, fits[k]))
    assert sorted(np.bincount(fits[best])) == [8, 4_330]
    assert uci_build.query("select min(customer_share) > 0.02 from segment_profiles") == [(True,)]
