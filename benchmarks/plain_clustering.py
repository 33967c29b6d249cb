"""Clusters by plain calls of scikit-learn, as a notebook makes them, for two of the baselines.

Stability and names are measures of the project's own, so its functions give these.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score

from quintile.clustering import (
    CENTROIDS,
    FEATURES,
    SCORES,
    bootstrap_stability,
    match_archetypes,
)

ROOT = Path(__file__).parent.parent
FIT_SAMPLE_SIZE = 50_000
SILHOUETTE_SAMPLE = 10_000
RANDOM_SEED = 20111209


def fit_clusters(sample: pd.DataFrame) -> pd.DataFrame:
    """Give the centroids of the chosen model, numbered by value, with what the playbook says.

    Args:
        sample: one row per customer, with features, scores and monetary.
    """
    model = choose_model(sample[FEATURES].to_numpy())
    clusters = pd.DataFrame(model.cluster_centers_, columns=CENTROIDS)
    means = sample.groupby(model.labels_)[[*SCORES, "monetary"]].mean()
    by_value = means["monetary"].sort_values(ascending=False).index
    clusters = clusters.loc[by_value].assign(cluster_id=range(1, len(clusters) + 1))
    playbook = pd.read_csv(ROOT / "seeds/segment_playbook.csv")
    names = match_archetypes(means.loc[by_value, SCORES].to_numpy(), playbook)
    for column in ["cluster_label", "marketing_tier", "recommended_action"]:
        clusters[column] = names[column].to_numpy()
    return clusters


def choose_model(points: np.ndarray) -> KMeans:
    """Fit 3 to 8 clusters and choose by silhouette among those that are large and stable enough."""
    best, chosen = -1.0, None
    for k in range(3, 9):
        model = KMeans(k, n_init=10, random_state=RANDOM_SEED).fit(points)
        some = SILHOUETTE_SAMPLE if len(points) > SILHOUETTE_SAMPLE else None
        silhouette = silhouette_score(
            points, model.labels_, sample_size=some, random_state=RANDOM_SEED
        )
        stability = bootstrap_stability(
            points, model.labels_, n_clusters=k, random_seed=RANDOM_SEED
        )
        smallest_share = np.bincount(model.labels_).min() / len(points)
        davies_bouldin = davies_bouldin_score(points, model.labels_)
        calinski_harabasz = calinski_harabasz_score(points, model.labels_)
        print(
            f"{k} clusters: silhouette {silhouette:.3f}, stability {stability:.3f}, "
            f"Davies-Bouldin {davies_bouldin:.3f}, Calinski-Harabasz {calinski_harabasz:,.0f}",
            file=sys.stderr,
        )
        qualified = model.n_iter_ < model.max_iter and smallest_share >= 0.02 and stability >= 0.8
        if qualified and silhouette > best:
            best, chosen = silhouette, model
    return chosen
