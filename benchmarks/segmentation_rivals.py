"""Compare clusters with a Gaussian mixture, the RFM grid and deciles of spend, by two measures.

    python benchmarks/segmentation_rivals.py shop.duckdb

The database is one that was built, with data of at least twice value_horizon_days. Stability is the
mean adjusted Rand index between the segments of all customers and those that a fit on customers
drawn with replacement gives them (Hennig 2007); the normalised Gini coefficient says how well
customers are ranked, by what their segment spent after an earlier cutoff, as they spend next.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Iterable
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
from sklearn.metrics import adjusted_rand_score
from sklearn.mixture import GaussianMixture
from threadpoolctl import threadpool_limits

from quintile.database import use_schemas
from quintile.segmentation.clustering import kmeans, mean_silhouettes
from quintile.value.evaluation import evaluate

Assign = Callable[[pd.DataFrame], np.ndarray]
Fit = Callable[[pd.DataFrame], Assign]

METRICS, SIGNS = ["recency_days", "frequency", "monetary"], [-1, 1, 1]
CANDIDATES = range(3, 9)
SEED, STARTS, BOOTSTRAPS = 20111209, 4, 10
NAMES = Path(__file__).parent.parent / "seeds" / "rfm_segments.csv"


def standardised(customers: pd.DataFrame) -> Callable[[pd.DataFrame], np.ndarray]:
    """Learn mean and spread of the metrics' ln(1 + x), to give any customers as points."""
    logs = np.log1p(customers[METRICS].to_numpy(dtype="float64"))
    means, spreads = logs.mean(axis=0), logs.std(axis=0)
    scale = np.where(spreads > 0, spreads, np.inf)
    return lambda others: (np.log1p(others[METRICS].to_numpy(dtype="float64")) - means) / scale


def clusters(customers: pd.DataFrame) -> Assign:
    """Fit KMeans, with the number of clusters of the best silhouette."""
    points_of = standardised(customers)
    points = points_of(customers)
    models = [kmeans(k, SEED, starts=STARTS).fit(points) for k in CANDIDATES]
    silhouettes = mean_silhouettes(points, [model.labels_ for model in models], random_seed=SEED)
    _, best = max(zip(silhouettes, models, strict=True), key=lambda fit: fit[0].mean or -1)
    return lambda others: best.predict(points_of(others))


def mixture(customers: pd.DataFrame) -> Assign:
    """Fit a Gaussian mixture, with the number of components of the lowest BIC."""
    points_of = standardised(customers)
    points = points_of(customers)
    models = [
        GaussianMixture(k, n_init=STARTS, reg_covar=1e-3, random_state=SEED).fit(points)
        for k in CANDIDATES
    ]
    best = min(models, key=lambda model: model.bic(points))
    return lambda others: best.predict(points_of(others))


def grid(customers: pd.DataFrame) -> Assign:
    """Cut each metric at its quintiles, and name the cells of the grid as the seed does."""
    cuts = [np.quantile(values, [0.2, 0.4, 0.6, 0.8]) for values in better_is_higher(customers)]
    with NAMES.open(encoding="utf-8") as file:
        names = {
            (int(row["r_score"]), int(row["fm_score"])): row["rfm_segment"]
            for row in csv.DictReader(file)
        }

    def assign(others: pd.DataFrame) -> np.ndarray:
        values = zip(cuts, better_is_higher(others), strict=True)
        r, f, m = (1 + np.searchsorted(bounds, value) for bounds, value in values)
        return np.array([names[cell] for cell in zip(r, (f + m + 1) // 2, strict=True)])

    return assign


def better_is_higher(customers: pd.DataFrame) -> list[np.ndarray]:
    return [
        sign * customers[metric].to_numpy() for metric, sign in zip(METRICS, SIGNS, strict=True)
    ]


def deciles(customers: pd.DataFrame) -> Assign:
    """Cut past spend at its deciles."""
    cuts = np.quantile(customers["monetary"], np.arange(1, 10) / 10)
    return lambda others: np.searchsorted(cuts, others["monetary"].to_numpy())


RIVALS: dict[str, Fit] = {
    "Clusters (KMeans)": clusters,
    "Gaussian mixture": mixture,
    "RFM grid": grid,
    "Deciles of spend": deciles,
}
CUT_AGAIN = {grid, deciles}
"""Ranks among the customers of a date: they are cut at every date, where a fit is kept."""


def stability(fit: Fit, customers: pd.DataFrame) -> float:
    """Mean adjusted Rand index with fits on customers drawn with replacement; 1 = the same."""
    assigned = fit(customers)(customers)
    rng = np.random.default_rng(SEED)
    drawn = (rng.choice(len(customers), len(customers)) for _ in range(BOOTSTRAPS))
    refits = (fit(customers.iloc[rows])(customers) for rows in drawn)
    return float(np.mean([adjusted_rand_score(assigned, refit) for refit in refits]))


def next_gini(fit: Fit, learnt: pd.DataFrame, judged: pd.DataFrame) -> float:
    """Normalised Gini of `next_revenue`, customers ranked by what their segment spent earlier."""
    then = fit(learnt)
    now = fit(judged) if fit in CUT_AGAIN else then
    means = learnt.groupby(then(learnt))["next_revenue"].mean()
    expected = means.reindex(now(judged)).fillna(0).to_numpy()
    return evaluate(judged["next_revenue"].to_numpy(), expected).gini


def compare(pairs: Iterable[tuple[pd.DataFrame, pd.DataFrame]]) -> pd.DataFrame:
    """Judge every rival on pairs of cutoffs: the customers to learn from and those to judge by.

    Args:
        pairs: Of each cutoff one row per customer: `recency_days`, `frequency`, `monetary` and
            `next_revenue`, the net revenue of the period after it.

    Returns:
        One row per rival: means over the pairs of `segments`, `stability` and `gini`.
    """
    with threadpool_limits(limits=1):
        rows = [
            (name, len(np.unique(fit(learnt)(learnt))), stability(fit, learnt), gini)
            for learnt, judged in pairs
            for name, fit in RIVALS.items()
            for gini in [next_gini(fit, learnt, judged)]
        ]
    found = pd.DataFrame(rows, columns=["rival", "segments", "stability", "gini"])
    return found.groupby("rival", sort=False).mean().sort_values("gini", ascending=False)


def pairs_of(database: str) -> Iterable[tuple[pd.DataFrame, pd.DataFrame]]:
    """Read the customers of each cutoff that is judged, and of the one it is learnt at."""
    with duckdb.connect(database, read_only=True) as connection:
        use_schemas(connection)
        sample = connection.sql(
            """select month_end, recency_days, frequency, monetary::double as monetary,
                next_revenue::double as next_revenue
            from backtest_sample order by month_end, customer_id"""
        ).df()
        judged = connection.sql(
            "select month_end, learnt_at from cut_offs where learnt_at is not null order by 1"
        ).df()
    for cut_off in judged.itertuples():
        yield (
            sample[sample["month_end"] == cut_off.learnt_at],
            sample[sample["month_end"] == cut_off.month_end],
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", help="a built database")
    table = compare(pairs_of(parser.parse_args().database))
    print("| segmentation | segments | stability | normalised Gini of the next period |")
    print("| --- | --- | --- | --- |")
    for rival in table.itertuples():
        print(
            f"| {rival.Index} | {rival.segments:.1f} | {rival.stability:.2f} | {rival.gini:.3f} |"
        )
