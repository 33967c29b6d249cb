"""What a fit stores for later builds, and whether it is still undamaged when they use it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pyarrow as pa

from quintile.segmentation.clustering import CENTROIDS, FIT_TYPES, METRICS

BINS = 10
MARKS = 200

DATE = pd.ArrowDtype(pa.date32())
NUMBERS = pd.ArrowDtype(pa.list_(pa.float64()))
TEXTS = pd.ArrowDtype(pa.list_(pa.string()))

SCALING = [f"{metric}_{moment}" for moment in ("mean", "stddev") for metric in METRICS]
FITS_TYPES = {
    "fit_id": "int32",
    "as_of_date": DATE,
    "sampled_customers": "int64",
    "fit_settings": "str",
    "kept_n_clusters": "Int32",
    **dict.fromkeys(SCALING, "float64"),
    **dict.fromkeys([f"{metric}_edges" for metric in METRICS], NUMBERS),
    **dict.fromkeys([f"{metric}_shares" for metric in METRICS], NUMBERS),
    "customer_marks": TEXTS,
    **FIT_TYPES,
    "next_period_gini": "Float64",
}
"""The columns of kmeans_fits."""

MODEL_TYPES = {
    **{column: FITS_TYPES[column] for column in ["fit_id", "as_of_date", "n_clusters"]},
    **{column: FITS_TYPES[column] for column in ["cluster_id", "cluster_label", "playbook_label"]},
    **{column: FITS_TYPES[column] for column in [*CENTROIDS, *SCALING]},
    **{column: FITS_TYPES[column] for column in ["median_silence", "next_active_share"]},
    "spend_ratio": FITS_TYPES["spend_ratio"],
    "marketing_tier": "str",
    "why_this_k": "str",
    "next_period_lift": "float64",
    "next_period_active_share": "Float64",
    "next_period_customers": "int64",
    "lift_basis": "str",
}
"""The columns of cluster_model."""

LOG_TYPES = {
    "build_number": "int32",
    "as_of_date": DATE,
    "sampled_customers": "int64",
    "kept_fit_id": "Int32",
    **dict.fromkeys([f"psi_{metric}" for metric in METRICS], "Float64"),
    "agreement": "Float64",
    "gain_of_refit": "Float64",
    "is_refit": "bool",
    "fit_id": "Int32",
    "reason": "str",
    "fit_settings": "str",
}
"""The columns of model_drift."""


def describe_customers(sample: pd.DataFrame) -> dict[str, list]:
    """Describe the customers, so that later builds can compare theirs.

    Args:
        sample: One row per sampled customer: `log_*` (ln of 1 plus the metric) and
            `customer_mark` (hash of id and first order day).

        For each metric `<metric>_edges` (upper bounds of the first 9 of 10 bins, at the deciles)
        and `<metric>_shares` (share of customers in each bin, summing to 1), and `customer_marks`,
        the marks of up to `MARKS` customers.
    """
    notes: dict[str, list] = {"customer_marks": sorted(sample["customer_mark"])[:MARKS]}
    for metric in METRICS:
        values = sample[f"log_{metric}"].to_numpy(dtype="float64")
        quantiles = np.quantile(values, np.arange(1, BINS) / BINS) if len(values) else np.empty(0)
        edges = np.unique(quantiles)
        notes[f"{metric}_edges"] = list(edges)
        notes[f"{metric}_shares"] = list(bin_shares(values, edges))
    return notes


def bin_shares(values: np.ndarray, edges: Sequence[float] | np.ndarray) -> np.ndarray:
    """Share of the values in each bin, given the upper bounds of all bins but the last."""
    counts = np.bincount(np.searchsorted(edges, values), minlength=len(edges) + 1)
    return counts / max(len(values), 1)


def find_damage(fits: pd.DataFrame, model: pd.DataFrame, log: pd.DataFrame) -> str | None:
    """Find damage in the tables of the last build.

    Args:
        fits: kmeans_fits as the last build left it; no rows if there was none.
        model: cluster_model as the last build left it.
        log: model_drift as the last build left it.

    Returns:
        What is wrong, with the name of the table and column; None if nothing is, or if there was
        no build before.
    """
    if fits.empty and model.empty:
        return None
    tables = {
        "kmeans_fits": (fits, FITS_TYPES),
        "cluster_model": (model, MODEL_TYPES),
        "model_drift": (log, LOG_TYPES),
    }
    for table, (rows, types) in tables.items():
        if amiss := _columns_amiss(table, rows, types) or _values_amiss(table, rows, types):
            return amiss
    return _lists_amiss(fits) or _clusters_amiss(fits, model)


def _columns_amiss(table: str, rows: pd.DataFrame, types: dict) -> str | None:
    if rows.empty:
        return f"{table} has no rows"
    for column in sorted(set(types) - set(rows.columns)):
        return f"{table} has no column {column}"
    for column in sorted(set(rows.columns) - set(types)):
        return f"{table} has a column {column} that does not belong to it"
    return None


def _values_amiss(table: str, rows: pd.DataFrame, types: dict) -> str | None:
    for column, dtype in types.items():
        values = rows[column]
        may_be_null = str(dtype) in ("Int32", "Float64")
        if values.isna().any() and not may_be_null:
            return f"{column} of {table} has a value that is NULL or not a number"
        if str(dtype).lower().startswith(("int", "float")):
            numbers = pd.to_numeric(values, errors="coerce").astype("float64")
            is_amiss = np.isinf(numbers) | (numbers.isna() & values.notna())
            if is_amiss.any():
                return f"{column} of {table} has a value that is not a finite number"
    return None


def _lists_amiss(fits: pd.DataFrame) -> str | None:
    for metric in METRICS:
        for edges, shares in zip(fits[f"{metric}_edges"], fits[f"{metric}_shares"], strict=True):
            numbers = np.array([*edges, *shares], dtype="float64")
            if len(shares) != len(edges) + 1 or not np.isfinite(numbers).all():
                return f"{metric}_edges and {metric}_shares of kmeans_fits do not match"
    return None


def _clusters_amiss(fits: pd.DataFrame, model: pd.DataFrame) -> str | None:
    for n_clusters, clusters in fits.groupby("n_clusters"):
        if sorted(clusters["cluster_id"]) != list(range(1, int(n_clusters) + 1)):
            return f"kmeans_fits does not have each of {n_clusters} clusters once"
    keys = ["fit_id", "n_clusters", "cluster_id"]
    both = model.merge(fits, on=keys, suffixes=("", "_of_fit"))
    same = [(both[c] == both[f"{c}_of_fit"]).all() for c in [*CENTROIDS, *SCALING, "cluster_label"]]
    whole = len(both) == len(model) and set(model["n_clusters"]) == {len(model)}
    return None if whole and all(same) else "cluster_model is not one of the fits in kmeans_fits"
