"""The life of a cluster model: kept from build to build, fitted anew when it no longer serves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa
from sklearn.metrics import adjusted_rand_score
from threadpoolctl import threadpool_limits

from quintile.segmentation.clustering import (
    CENTROIDS,
    FEATURES,
    STARTS,
    fit_candidates,
    kmeans,
    nearest_centroids,
)

METRICS = ["recency", "frequency", "monetary"]
MOMENTS = ["mean", "stddev"]
BINS = 10
MARKS = 200
SMALLEST_SHARE = 1e-4

DATE = pd.ArrowDtype(pa.date32())
NUMBERS = pd.ArrowDtype(pa.list_(pa.float64()))
TEXTS = pd.ArrowDtype(pa.list_(pa.string()))

DRIFT_TYPES = {
    "build_number": "int32",
    "as_of_date": DATE,
    "sampled_customers": "int64",
    "kept_fit_id": "Int32",
    **dict.fromkeys([f"psi_{metric}" for metric in METRICS], "Float64"),
    "agreement": "Float64",
    "is_refit": "bool",
    "fit_id": "Int32",
    "reason": "str",
    "fit_settings": "str",
}
KEPT_TYPES = {
    "fit_id": "int32",
    "as_of_date": DATE,
    "sampled_customers": "int64",
    "fit_settings": "str",
    **dict.fromkeys([f"{metric}_mean" for metric in METRICS], "float64"),
    **dict.fromkeys([f"{metric}_stddev" for metric in METRICS], "float64"),
    **dict.fromkeys([f"{metric}_edges" for metric in METRICS], NUMBERS),
    **dict.fromkeys([f"{metric}_shares" for metric in METRICS], NUMBERS),
    "customer_marks": TEXTS,
}


def describe_customers(sample: pd.DataFrame) -> dict[str, list]:
    """Note what later builds compare their customers with.

    Args:
        sample: one row per sampled customer: `log_*` (ln of 1 plus the metric) and
            `customer_mark` (hash of id and first order day).

    Returns:
        For each metric `<metric>_edges` (upper bounds of the first 9 of 10 bins, at the deciles)
        and `<metric>_shares` (share of customers in each bin, summing to 1), and `customer_marks`,
        those of up to `MARKS` customers.
    """
    notes: dict[str, list] = {"customer_marks": sorted(sample["customer_mark"])[:MARKS]}
    for metric in METRICS:
        values = sample[f"log_{metric}"].to_numpy(dtype="float64")
        deciles = np.quantile(values, np.arange(1, BINS) / BINS) if len(values) else np.empty(0)
        edges = np.unique(deciles)
        notes[f"{metric}_edges"] = list(edges)
        notes[f"{metric}_shares"] = list(_bin_shares(values, edges))
    return notes


def _bin_shares(values: np.ndarray, edges: np.ndarray) -> np.ndarray:
    counts = np.bincount(np.searchsorted(edges, values), minlength=len(edges) + 1)
    return counts / max(len(values), 1)


def population_stability(values: np.ndarray, *, edges: np.ndarray, shares: np.ndarray) -> float:
    """Population stability index: how far values have moved between the bins of an earlier time.

    The sum over bins of (now - then) * ln(now / then), shares below 0.0001 counted as that; 0 = not
    at all, above 0.2 = a shift by the usual rule of thumb (Siddiqi 2006, Credit Risk Scorecards).

    Args:
        values: shape (customers,), the values now.
        edges: shape (bins - 1,), upper bounds of all bins but the last.
        shares: shape (bins,), the shares then.
    """
    now = np.maximum(_bin_shares(values, edges), SMALLEST_SHARE)
    then = np.maximum(shares, SMALLEST_SHARE)
    return float(np.sum((now - then) * np.log(now / then)))


def assess_drift(
    sample: pd.DataFrame,
    kept: pd.DataFrame,
    *,
    as_of_date: date,
    build_number: int,
    fit_settings: str,
    refit: bool,
    drift_limit: float,
    min_agreement: float,
    random_seed: int,
) -> pd.DataFrame:
    """Decide whether this build keeps the model or fits anew, and say why.

    Args:
        sample: one row per sampled customer: customer_id, `customer_mark`, `log_*`, and `z_*`
            standardised with the mean and spread of now.
        kept: the clusters of the kept model, none at the first build: `fit_id`, `as_of_date`,
            `fit_settings`, centroids, scaling and what `describe_customers` noted.
        as_of_date: of this build.
        build_number: of this build, from 1.
        fit_settings: the settings that a model depends on, as text.
        refit: the var refit.
        drift_limit: population stability index of a metric above which the model is fitted anew.
        min_agreement: adjusted Rand index with a shadow refit below which it is fitted anew.
        random_seed: seeds the shadow refit.

    Returns:
        One row (columns of `DRIFT_TYPES`): the population stability index of each metric and the
        agreement, NULL where there is nothing to compare with; the decision, the fit in force
        after this build (its id is the number of the build that fitted it), and the reason.
    """
    drift: dict[str, float] = {}
    reason = None
    if sample.empty:
        reason = None
    elif kept.empty:
        reason = "no model was kept"
    elif not _same_customers(sample, kept):
        reason = "the kept model is of other customers"
    else:
        drift = _measure(sample, kept, random_seed)
        reason = _why_refit(
            drift, kept.iloc[0], as_of_date, fit_settings, refit, drift_limit, min_agreement
        )
    kept_fit_id = None if kept.empty else int(kept["fit_id"].iloc[0])
    row = {
        "build_number": build_number,
        "as_of_date": as_of_date,
        "sampled_customers": len(sample),
        "kept_fit_id": kept_fit_id,
        **drift,
        "is_refit": reason is not None,
        "fit_id": build_number if reason else kept_fit_id,
        "reason": _in_words(reason, sample),
        "fit_settings": fit_settings,
    }
    return pd.DataFrame([row], columns=list(DRIFT_TYPES)).astype(DRIFT_TYPES)


def _in_words(reason: str | None, sample: pd.DataFrame) -> str:
    if reason:
        return f"fitted: {reason}"
    if sample.empty:
        return "kept: there are no customers"
    return "kept: the customers have not drifted"


def _same_customers(sample: pd.DataFrame, kept: pd.DataFrame) -> bool:
    """Most of the customers noted at the fit must be there still, first order day and all."""
    marks = pd.Series(list(kept["customer_marks"].iloc[0]))
    return marks.isin(sample["customer_mark"]).mean() >= 0.5


def _measure(sample: pd.DataFrame, kept: pd.DataFrame, seed: int) -> dict[str, float]:
    model = kept.iloc[0]
    drift = {
        f"psi_{metric}": population_stability(
            sample[f"log_{metric}"].to_numpy(dtype="float64"),
            edges=np.asarray(model[f"{metric}_edges"]),
            shares=np.asarray(model[f"{metric}_shares"]),
        )
        for metric in METRICS
    }
    ordered = sample.sort_values("customer_id", ignore_index=True)
    points = ordered[FEATURES].to_numpy(dtype="float64")
    k = min(len(kept), len(np.unique(points, axis=0)))
    with threadpool_limits(limits=1):
        shadow = kmeans(k, seed, starts=STARTS).fit(points)
    assigned = nearest_centroids(_standardised(ordered, model), kept[CENTROIDS].to_numpy())
    return {**drift, "agreement": adjusted_rand_score(assigned, shadow.labels_)}


def _standardised(sample: pd.DataFrame, model: Mapping) -> np.ndarray:
    columns = [
        (sample[f"log_{metric}"].astype("float64") - model[f"{metric}_mean"])
        / (model[f"{metric}_stddev"] or np.inf)
        for metric in METRICS
    ]
    return np.column_stack(columns).round(9)


def _why_refit(
    drift: Mapping[str, float],
    model: Mapping,
    as_of_date: date,
    fit_settings: str,
    refit: bool,
    drift_limit: float,
    min_agreement: float,
) -> str | None:
    moved = {metric: drift[f"psi_{metric}"] for metric in METRICS}
    furthest = max(moved, key=moved.__getitem__)
    if refit:
        return "the var refit is true"
    if fit_settings != model["fit_settings"]:
        return "the features or settings of the fit have changed"
    if as_of_date < model["as_of_date"]:
        return "the kept model knows days after the as-of date"
    if moved[furthest] > drift_limit:
        return f"{furthest} has drifted beyond drift_limit"
    if drift["agreement"] < min_agreement:
        return "a shadow refit agrees with the kept model less than min_stability"
    return None


def fit_if_due(
    decision: Mapping,
    sample: pd.DataFrame,
    playbook: pd.DataFrame,
    moments: pd.DataFrame,
    kept: pd.DataFrame,
    *,
    candidates: Sequence[int],
    random_seed: int,
) -> pd.DataFrame:
    """Fit the candidates where `assess_drift` decided so, with all that later builds need.

    Args:
        decision: the row of `assess_drift`.
        sample: as there, with scores and `monetary` as `fit_candidates` needs them.
        playbook: the archetypes, as `fit_candidates` needs them.
        moments: one row: `<metric>_mean` and `<metric>_stddev`, by which `z_*` was standardised.
        kept: the clusters of the kept model, whose numbers and labels carry over if they are of
            the same customers.
        candidates: numbers of clusters to try.
        random_seed: seeds every random step.

    Returns:
        One row per cluster and candidate: columns of `KEPT_TYPES`, then of `FIT_TYPES`; no rows
        where the kept model stays.
    """
    due = sample if decision["is_refit"] else sample.head(0)
    scaling = {
        f"{m}_{moment}": moments[f"{m}_{moment}"].iloc[0] for moment in MOMENTS for m in METRICS
    }
    carried = kept if len(due) and len(kept) and _same_customers(due, kept) else kept.head(0)
    fits = fit_candidates(
        due,
        playbook,
        candidates=candidates,
        random_seed=random_seed,
        former=_on_scale(carried, scaling),
    )
    kept_columns = {
        "fit_id": decision["fit_id"],
        "as_of_date": decision["as_of_date"],
        "sampled_customers": len(sample),
        "fit_settings": decision["fit_settings"],
        **scaling,
        **describe_customers(due),
    }
    rows = pd.DataFrame([kept_columns] * len(fits), columns=list(KEPT_TYPES)).astype(KEPT_TYPES)
    return pd.concat([rows, fits], axis=1)


def _on_scale(kept: pd.DataFrame, scaling: Mapping[str, float]) -> pd.DataFrame:
    """Kept clusters with their centroids standardised by the scaling of now."""
    moved = kept[["cluster_id", "cluster_label", *CENTROIDS]].copy()
    for metric in METRICS:
        centroids = kept[f"centroid_{metric}"]
        logs = centroids * kept[f"{metric}_stddev"] + kept[f"{metric}_mean"]
        spread = scaling[f"{metric}_stddev"] or np.inf
        moved[f"centroid_{metric}"] = (logs - scaling[f"{metric}_mean"]) / spread
    return moved
