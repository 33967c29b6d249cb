"""Clusters are called by what they do, and by what they were called before while that holds."""

from __future__ import annotations

import csv

import numpy as np
import pandas as pd
import pytest
from conftest import ROOT

from quintile.segmentation.labels import (
    LABELS,
    describe_clusters,
    name_clusters,
    told_apart,
    usual_interval,
)

MOST_CLUSTERS = 11
LIVELY = {
    "median_recency_days": 20.0,
    "median_tenure_days": 400.0,
    "median_silence": 0.5,
    "next_active_share": 0.8,
    "median_frequency": 5.0,
    "mean_monetary": 100.0,
    "spend_ratio": 1.0,
}


def label(*, former: str | None = None, interval: float = 30, **changes: float | None) -> str:
    facts = pd.DataFrame([LIVELY | changes])
    given = None if former is None else [former]
    [name] = name_clusters(facts, interval=interval, period_days=180, former=given)
    return name


def seed(name: str) -> list[dict[str, str]]:
    with (ROOT / f"seeds/{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_playbook_has_an_action_for_every_label_and_no_other():
    assert sorted(row["cluster_label"] for row in seed("segment_playbook")) == sorted(LABELS)


def test_no_label_is_a_segment_of_the_grid():
    grid = {row["rfm_segment"].casefold() for row in seed("rfm_segments")}
    assert not grid & {label.casefold() for label in LABELS}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "Active regulars"),
        ({"median_frequency": 2}, "Active repeat buyers"),
        ({"spend_ratio": 3.9}, "Active big spenders"),
        # Silent for longer than usual, but many came back.
        ({"median_silence": 3.9, "next_active_share": 0.5}, "Quiet regulars"),
        ({"median_silence": 3.9, "next_active_share": 0.1}, "Lapsed regulars"),
        # A third come back even after 12 usual intervals: too few to wait for.
        ({"median_silence": 12, "next_active_share": 0.33}, "Lapsed regulars"),
        ({"median_silence": 12, "next_active_share": 0.55}, "Quiet regulars"),
        # Nobody knows whether they come back.
        ({"median_silence": 3, "next_active_share": None}, "Quiet regulars"),
        ({"median_silence": 5, "next_active_share": None}, "Lapsed regulars"),
        # Within their rhythm, but such customers hardly came back.
        ({"next_active_share": 0.05}, "Quiet regulars"),
        # One order is one-time however much was spent, and new only lately.
        ({"median_frequency": 1, "median_tenure_days": 20}, "New buyers"),
        ({"median_frequency": 1, "spend_ratio": 4}, "Quiet one-time buyers"),
        (
            {"median_frequency": 1, "median_silence": 6, "next_active_share": 0.03},
            "Lapsed one-time buyers",
        ),
        ({"median_frequency": 1, "median_silence": None, "next_active_share": 0}, LABELS[-1]),
    ],
)
def test_figures_speak_for_a_label(facts, expected):
    assert label(**facts) == expected


def test_new_is_within_twice_the_usual_interval_and_90_days_at_most():
    new = {"median_frequency": 1, "median_tenure_days": 50}
    assert label(**new, interval=30) == "New buyers"
    assert label(**new, interval=7) != "New buyers"
    assert label(**new, interval=float("nan")) == "New buyers"
    assert label(median_frequency=1, median_tenure_days=100, interval=200) != "New buyers"


def test_in_a_short_period_fewer_have_to_come_back():
    """Of customers who order every 90 days, a third would in 30 days; in 180 days, 86%."""
    facts = pd.DataFrame([LIVELY | {"median_silence": 3, "next_active_share": 0.1}])
    assert name_clusters(facts, interval=90, period_days=30) == ["Quiet regulars"]
    assert name_clusters(facts, interval=90, period_days=180) == ["Lapsed regulars"]


def test_a_label_stays_near_a_bound_and_goes_beyond():
    assert label(median_frequency=3, former="Active repeat buyers") == "Active repeat buyers"
    assert label(median_frequency=4, former="Active repeat buyers") == "Active regulars"
    assert label(median_silence=1.7, former="Active regulars") == "Active regulars"
    assert label(median_silence=1.7, former="Quiet regulars") == "Quiet regulars"
    assert label(median_silence=1.3, former="Quiet regulars") == "Quiet regulars"
    assert label(median_silence=1.3) == "Active regulars"
    assert label(spend_ratio=1.7, former="Active big spenders") == "Active big spenders"
    assert label(median_frequency=1, former="Active regulars") == "Quiet one-time buyers"


def test_two_of_a_kind_are_told_apart_by_what_differs_most():
    centroids = np.array([[0.0, 1.0, 2.0], [0.1, 1.5, 3.0], [0.0, 0.0, 0.0]])
    labels = ["Active regulars", "Active regulars", "New buyers"]
    assert told_apart(labels, centroids) == [
        "Active regulars, lower spend",
        "Active regulars, higher spend",
        "New buyers",
    ]
    assert told_apart(labels, centroids[:, [2, 0, 1]])[:2] == [
        "Active regulars, more recent",
        "Active regulars, less recent",
    ]


def test_what_tells_three_apart_tells_any_two_of_them_apart():
    """Two have one order each, and the third many; in recency all differ."""
    centroids = np.array([[0.0, -0.5, 0.0], [1.0, -0.5, 0.1], [0.5, 2.0, 0.2]])
    assert told_apart(["New buyers"] * 3, centroids) == [
        "New buyers, most recent",
        "New buyers, least recent",
        "New buyers, second most recent",
    ]


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_as_many_as_there_can_be_are_told_apart(axis):
    centroids = np.zeros((MOST_CLUSTERS, 3))
    centroids[:, axis] = range(MOST_CLUSTERS)
    labels = told_apart(["New buyers"] * MOST_CLUSTERS, centroids)
    assert len(set(labels)) == MOST_CLUSTERS
    first, last = [
        ("most recent", "least recent"),
        ("fewest orders", "most orders"),
        ("lowest spend", "highest spend"),
    ][axis]
    assert (labels[0], labels[-1]) == (f"New buyers, {first}", f"New buyers, {last}")


def test_facts_of_clusters_by_hand():
    """Silence counts from the last order of all, 5 days ago: 0, 10, 20 and 95 days.

    The first waits 5 days as a rule and the others as long as the shop, 10. Of the first cluster as
    it stood before, nineteen are too few to tell; of twenty of the second, five came back.
    """
    customers = pd.DataFrame(
        {
            "recency_days": [5, 15, 25, 100],
            "tenure_days": [50, 60, 25, 100],
            "frequency": [6, 4, 1, 1],
            "monetary": [10.0, 20.0, 30.0, 140.0],
            "usual_interval_days": [5, None, None, None],
            "median_interval_days": [5, 15, None, 0],
        }
    )
    assert usual_interval(customers) == 10
    returned = pd.DataFrame(
        {"cluster": [0] * 19 + [1] * 20, "next_orders": [3] * 19 + [1] * 5 + [0] * 15}
    )
    facts = describe_clusters(
        customers, np.array([0, 0, 1, 1]), interval=10, returned=returned
    ).to_dict("records")
    assert facts[0] == {
        "median_recency_days": 10,
        "median_tenure_days": 55,
        "median_silence": 0.5,
        "next_active_share": None,
        "median_frequency": 5,
        "mean_monetary": 15,
        "spend_ratio": 0.3,
    }
    assert facts[1]["median_silence"] == (2 + 9.5) / 2
    assert facts[1]["next_active_share"] == 0.25
