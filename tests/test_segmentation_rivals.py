"""The rivals of the clusters are judged by what they are said to be judged by."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import segmentation_rivals
from segmentation_rivals import RIVALS, compare, deciles, grid, next_gini, pairs_of, stability
from threadpoolctl import threadpool_limits


@pytest.fixture(autouse=True)
def few_fits(monkeypatch):
    monkeypatch.setattr(segmentation_rivals, "CANDIDATES", [3, 4])
    monkeypatch.setattr(segmentation_rivals, "BOOTSTRAPS", 2)
    with threadpool_limits(limits=1):
        yield


def customers(seed: int, each: int = 60) -> pd.DataFrame:
    """Three kinds far apart: the best spend 90 each next, the middle ones 10, the last nothing."""
    rng = np.random.default_rng(seed)
    kinds = np.array([[3, 60, 9000], [40, 8, 600], [400, 1, 20]])
    metrics = np.repeat(kinds, each, axis=0) * rng.uniform(0.9, 1.1, (3 * each, 3))
    rows = pd.DataFrame(metrics, columns=["recency_days", "frequency", "monetary"])
    return rows.assign(next_revenue=np.repeat([90.0, 10.0, 0.0], each))


@pytest.mark.parametrize("rival", ["Clusters (KMeans)", "Gaussian mixture"])
def test_kinds_far_apart_are_found_stable_and_ranked_as_they_spend(rival):
    learnt, judged = customers(1), customers(2)
    assert stability(RIVALS[rival], learnt) > 0.5
    assert next_gini(RIVALS[rival], learnt, judged) == pytest.approx(1)


def test_money_that_nobody_could_foresee_is_ranked_by_chance():
    learnt, judged = customers(1), customers(2)
    shuffled = judged.assign(next_revenue=np.tile([30.0, 0.0], len(judged) // 2))
    for fit in RIVALS.values():
        assert abs(next_gini(fit, learnt, shuffled)) < 0.1


def test_the_grid_and_the_deciles_are_those_of_the_project(sample_build):
    rows = sample_build.query(
        """select month_end, recency_days, frequency, monetary::double, rfm_segment
        from backtest_sample"""
    )
    columns = ["month_end", "recency_days", "frequency", "monetary", "rfm_segment"]
    for _, known in pd.DataFrame(rows, columns=columns).groupby("month_end"):
        assert (grid(known)(known) == known["rfm_segment"]).mean() > 0.9  # but for ties at the top
        sizes = np.bincount(deciles(known)(known))
        assert len(sizes) == 10
        assert sizes.max() - sizes.min() <= 0.02 * len(known) + 2


def test_deciles_rank_as_segment_gini_says(sample_build):
    [(expected,)] = sample_build.query(
        "select avg(normalised_gini) from segment_gini where segmentation = 'spend_decile'"
    )
    pairs = pairs_of(str(sample_build.database))
    found = np.mean([next_gini(deciles, learnt, judged) for learnt, judged in pairs])
    assert found == pytest.approx(expected, abs=1e-6)


def test_every_rival_is_compared():
    table = compare([(customers(1, each=30), customers(2, each=30))])
    assert set(table.index) == set(RIVALS)
    assert table["stability"].between(-0.5, 1.000001).all()
    assert table["gini"].is_monotonic_decreasing
