"""The life cycle of a cluster model: it is kept from build to build, and refitted when needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from sklearn.metrics import adjusted_rand_score
from threadpoolctl import threadpool_limits

from quintile.segmentation.clustering import (
    CENTROIDS,
    FEATURES,
    METRICS,
    best_fit,
    fit_candidates,
    nearest_centroids,
)
from quintile.segmentation.cut_off_fits import fit_candidates_then
from quintile.segmentation.kept_model import (
    FITS_TYPES,
    LOG_TYPES,
    SCALING,
    bin_shares,
    describe_customers,
    find_damage,
)

SHADOW_STARTS = 4
SMALLEST_SHARE = 1e-4
WORTH_A_REFIT = 0.05
"""How much tighter a fresh fit must be, with one customer per cluster allowed for: fits that are
about as tight differ by luck, and each centroid of a fresh fit adapts to about one customer."""
JUDGED_BY_REVENUE = 5_000
"""Maximum number of customers by whom a k is judged on the last period's revenue."""
FEWEST_A_CLUSTER = 10
"""With fewer customers per cluster before the last period, its revenue says little about a k."""


@dataclass(frozen=True)
class LastBuild:
    """Tables of the last build; without rows at the first.

    Attributes:
        fits: kmeans_fits.
        model: cluster_model.
        log: model_drift.
    """

    fits: pd.DataFrame
    model: pd.DataFrame
    log: pd.DataFrame

    @property
    def damage(self) -> str | None:
        """What is wrong with them; None if nothing is."""
        return find_damage(self.fits, self.model, self.log)

    @property
    def clusters(self) -> pd.DataFrame:
        """The clusters in use with all that their fit stored; none if they are damaged."""
        if self.damage or self.fits.empty or self.model.empty:
            return pd.DataFrame(columns=list(FITS_TYPES))
        in_force = self.fits["n_clusters"] == self.model["n_clusters"].iloc[0]
        return self.fits[in_force].reset_index(drop=True)

    @property
    def next_build_number(self) -> int:
        """One more than the highest number in the log and the fits."""
        named = [
            pd.to_numeric(table[column], errors="coerce").max()
            for table, column in [(self.log, "build_number"), (self.fits, "fit_id")]
            if column in table
        ]
        return int(np.nan_to_num(np.array([0, *named], dtype="float64"), posinf=0).max()) + 1


def population_stability(values: np.ndarray, *, edges: np.ndarray, shares: np.ndarray) -> float:
    """Population stability index: how far values have moved between the bins of an earlier time.

    The sum over bins of (now - then) * ln(now / then), with shares of at least 0.0001. 0 = no
    change, above 0.2 = a shift, by the usual rule of thumb (Siddiqi 2006, Credit Risk Scorecards).

    Args:
        values: Shape (customers,), the values now.
        edges: Shape (bins - 1,), upper bounds of all bins but the last.
        shares: Shape (bins,), the shares then.
    """
    now = np.maximum(bin_shares(values, edges), SMALLEST_SHARE)
    then = np.maximum(shares, SMALLEST_SHARE)
    return float(np.sum((now - then) * np.log(now / then)))


def decide(
    sample: pd.DataFrame,
    scaling: Mapping[str, float],
    last: LastBuild,
    *,
    as_of_date: date,
    fit_settings: str,
    refit: bool,
    min_agreement: float,
    random_seed: int,
) -> pd.DataFrame:
    """Decide whether this build keeps the model or refits, and add the decision to the log.

    A refit is made if there is no usable model of these customers, if the user or changed settings
    ask for it, or if a fresh fit gives different clusters and is tighter by `WORTH_A_REFIT`. Drift
    of the customers is reported, but does not cause a refit.

    Args:
        sample: One row per sampled customer: customer_id, `customer_mark`, `log_*`, and `z_*`
            standardised by `scaling`.
        scaling: `<metric>_mean` and `<metric>_stddev` of the logarithms of all customers.
        last: Tables of the last build.
        as_of_date: As-of date of this build.
        fit_settings: The settings that a model depends on, as text.
        refit: The var refit.
        min_agreement: Below this adjusted Rand index, a fresh fit counts as different.
        random_seed: Seeds the fresh fit.

    Returns:
        One row per build, the last for this one (columns of `LOG_TYPES`): the population stability
        index of each metric, the agreement, and how much tighter the fresh fit is (NULL if there is
        nothing to compare with); the decision, the fit in use after this build (its id is the
        number of the build that made it), and the reason. A damaged log starts again.
    """
    kept, build_number = last.clusters, last.next_build_number
    measured: dict[str, float] = {}
    reason = None
    if last.damage:
        reason = f"the kept model is damaged ({last.damage})"
    elif kept.empty:
        reason = "no model was kept"
    elif not _same_customers(sample, kept):
        reason = "the kept model is of other customers"
    elif len(sample):
        measured = _measure(sample, scaling, kept, random_seed)
        worth = WORTH_A_REFIT + len(kept) / len(sample)
        is_worth = measured["agreement"] < min_agreement and measured["gain_of_refit"] >= worth
        reason = _why_refit(measured, kept.iloc[0], as_of_date, fit_settings, refit, is_worth)
    is_refit = reason is not None and len(sample) > 0
    kept_fit_id = None if kept.empty else int(kept["fit_id"].iloc[0])
    row = {
        "build_number": build_number,
        "as_of_date": as_of_date,
        "sampled_customers": len(sample),
        "kept_fit_id": kept_fit_id,
        **measured,
        "is_refit": is_refit,
        "fit_id": build_number if is_refit else kept_fit_id,
        "reason": _in_words(reason, measured, sample, min_agreement),
        "fit_settings": fit_settings,
    }
    log = last.log if len(last.log) and not last.damage else pd.DataFrame(columns=list(LOG_TYPES))
    decision = pd.DataFrame([row], columns=list(LOG_TYPES)).astype(LOG_TYPES)
    return pd.concat([log.astype(LOG_TYPES), decision], ignore_index=True)[list(LOG_TYPES)]


def _in_words(
    reason: str | None, measured: Mapping, sample: pd.DataFrame, min_agreement: float
) -> str:
    if sample.empty:
        return "kept: there are no customers"
    if reason:
        return f"fitted: {reason}"
    agreement = f"{measured['agreement']:.2f}"
    if measured["agreement"] >= min_agreement:
        return f"kept: a fresh fit gives similar clusters (agreement {agreement})"
    return (
        f"kept: a fresh fit gives different clusters (agreement {agreement}), but is only "
        f"{measured['gain_of_refit']:.0%} tighter"
    )


def _same_customers(sample: pd.DataFrame, kept: pd.DataFrame) -> bool:
    """Most of the customers recorded at the fit must still exist, with the same first order day."""
    marks = pd.Series(list(kept["customer_marks"].iloc[0]))
    return sample.empty or marks.isin(sample["customer_mark"]).mean() >= 0.5


def _measure(
    sample: pd.DataFrame, scaling: Mapping[str, float], kept: pd.DataFrame, seed: int
) -> dict[str, float]:
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
    moved = _on_scale(kept, scaling)
    with threadpool_limits(limits=1):
        fresh = best_fit(points, k, seed, starts=SHADOW_STARTS, former=moved)
    assigned = nearest_centroids(_standardised(ordered, model), kept[CENTROIDS].to_numpy())
    spread = pd.DataFrame(points).groupby(assigned).transform("mean").to_numpy()
    return {
        **drift,
        "agreement": adjusted_rand_score(assigned, fresh.labels_),
        "gain_of_refit": _gain(float(((points - spread) ** 2).sum()), fresh.inertia_),
    }


def _gain(inertia: float, fresh: float) -> float:
    """How much tighter the fresh fit is, at least 0; 0 where both are perfect."""
    return max(inertia / fresh - 1, 0.0) if fresh > 1e-9 else float(inertia > 1e-9)


def _standardised(sample: pd.DataFrame, model: Mapping) -> np.ndarray:
    columns = [
        (sample[f"log_{metric}"].astype("float64") - model[f"{metric}_mean"])
        / (model[f"{metric}_stddev"] or np.inf)
        for metric in METRICS
    ]
    return np.column_stack(columns).round(9)


def _on_scale(kept: pd.DataFrame, scaling: Mapping[str, float]) -> pd.DataFrame:
    """Kept clusters with centroids standardised by the current scaling."""
    moved = kept[["cluster_id", "playbook_label", *CENTROIDS]].copy()
    for metric in METRICS:
        centroids = kept[f"centroid_{metric}"]
        logs = centroids * kept[f"{metric}_stddev"] + kept[f"{metric}_mean"]
        spread = scaling[f"{metric}_stddev"] or np.inf
        moved[f"centroid_{metric}"] = (logs - scaling[f"{metric}_mean"]) / spread
    return moved


def _why_refit(
    measured: Mapping[str, float],
    model: Mapping,
    as_of_date: date,
    fit_settings: str,
    refit: bool,
    is_worth: bool,
) -> str | None:
    if refit:
        return "the var refit is true"
    if fit_settings != model["fit_settings"]:
        return "the features or settings of the fit have changed"
    if as_of_date < model["as_of_date"]:
        return "the kept model is of a later as-of date"
    if is_worth:
        return (
            "a fresh fit gives different clusters (agreement "
            f"{measured['agreement']:.2f}) and is {measured['gain_of_refit']:.0%} tighter"
        )
    return None


def fit_if_due(
    decision: Mapping,
    sample: pd.DataFrame,
    scaling: Mapping[str, float],
    last: LastBuild,
    *,
    candidates: Sequence[int],
    period_days: int,
    random_seed: int,
) -> pd.DataFrame:
    """Fit the candidates if `decide` said so, with all that later builds need.

    Args:
        decision: The last row of the result of `decide`.
        sample: As in `decide`, with the columns that `fit_candidates` needs, and
            `recency_days_before`, `frequency_before`, `monetary_before` and `next_revenue`.
        scaling: As in `decide`.
        last: As in `decide`. If it is of the same customers, the number of clusters and their
            numbers carry over.
        candidates: Numbers of clusters to try.
        period_days: Length of the last complete period; 0 = the shop is too young for one.
        random_seed: Seeds every random step.

    Returns:
        One row per cluster and candidate (columns of `FITS_TYPES`); those of the last build if
        they are kept.
    """
    if not decision["is_refit"]:
        is_whole = len(last.fits) and not last.damage
        kept = last.fits if is_whole else pd.DataFrame(columns=list(FITS_TYPES))
        return kept[list(FITS_TYPES)].astype(FITS_TYPES)
    former = last.clusters
    if len(former) and not _same_customers(sample, former):
        former = former.head(0)
    fits = fit_candidates(
        sample,
        candidates=candidates,
        random_seed=random_seed,
        period_days=period_days,
        former=_on_scale(former, scaling),
    )
    ginis = _next_period_ginis(sample, candidates, period_days, random_seed)
    noted = {
        "fit_id": decision["fit_id"],
        "as_of_date": decision["as_of_date"],
        "sampled_customers": len(sample),
        "fit_settings": decision["fit_settings"],
        "kept_n_clusters": len(former) or None,
        **{name: scaling[name] for name in SCALING},
        **describe_customers(sample),
    }
    rows = pd.DataFrame([noted] * len(fits), columns=list(noted))
    whole = pd.concat([rows, fits], axis=1)
    whole["next_period_gini"] = fits["n_clusters"].map(ginis)
    return whole[list(FITS_TYPES)].astype(FITS_TYPES)


def _next_period_ginis(
    sample: pd.DataFrame, candidates: Sequence[int], period_days: int, seed: int
) -> dict[int, float]:
    """How well clusters fitted before the last period rank the revenue of that period, by k."""
    before = {f"{column}_before": column for column in ["recency_days", "frequency", "monetary"]}
    known = sample.dropna(subset=list(before))[["customer_id", *before, "next_revenue"]]
    judged = [k for k in candidates if len(known) >= FEWEST_A_CLUSTER * k]
    if not period_days or not judged:
        return {}
    drawn = known.sort_values("customer_id").sample(
        min(len(known), JUDGED_BY_REVENUE), random_state=seed
    )
    fits = fit_candidates_then(drawn.rename(columns=before), candidates=judged, random_seed=seed)
    return fits.groupby("n_clusters")["next_gini"].first().to_dict()
