"""Uncertainty learnt from earlier cutoffs: intervals, and calibrated probabilities.

Both learn from the deciles of forecasts whose outcome is known (one row per cutoff and decile), and
are applied to later forecasts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import expit, logit
from scipy.stats import rankdata
from sklearn.linear_model import LogisticRegression

DECILES = 10
HELD = 0.8
"""Share of the customers of a decile that an interval should contain."""
TAILS = (0.2, 0.19, 0.18, 0.17, 0.16, 0.15, 0.14, 0.13, 0.12, 0.11, 0.1)
TINY = 1e-9
UNSEEN = 0.1
"""An unseen season widens an interval at either end by this much, in logarithms."""
EDGE = 0.001
"""Probabilities are clipped to at least this distance from 0 and 1."""


def deciles(values: np.ndarray) -> np.ndarray:
    """Return each value's decile, 1 to 10, 10 = highest; equal values share one."""
    return np.ceil(rankdata(values) * DECILES / max(len(values), 1)).astype("int64")


def by_decile(actual: np.ndarray, predicted: np.ndarray) -> pd.DataFrame:
    """Compare predictions and outcomes by decile of the prediction.

    Args:
        actual: Shape (customers,): outcome; 0 for nothing.
        predicted: Shape (customers,): the prediction of it.

    Returns:
        One row per decile that has customers, ascending: `decile`, `customers`, `mean_predicted`,
        `mean_actual`, `lower_ratio` and `upper_ratio` (see `interval_ratios`).
    """
    table = pd.DataFrame({"decile": deciles(predicted), "predicted": predicted, "actual": actual})
    rows = []
    for decile, customers in table.groupby("decile"):
        lower, upper = interval_ratios(
            customers["actual"].to_numpy(), customers["predicted"].to_numpy()
        )
        rows.append(
            {
                "decile": decile,
                "customers": len(customers),
                "mean_predicted": customers["predicted"].mean(),
                "mean_actual": customers["actual"].mean(),
                "lower_ratio": lower,
                "upper_ratio": upper,
            }
        )
    return pd.DataFrame(rows)


def interval_ratios(actual: np.ndarray, predicted: np.ndarray) -> tuple[float, float]:
    """Return the quantiles of actual / predicted between which `HELD` of the customers lie.

    They cut off a tenth at either end. If many spent nothing, the lower one is 0 and cuts off
    nobody, so the upper one cuts off up to a fifth instead. The prediction is always between them.
    """
    ratios = np.divide(actual, predicted, out=np.ones_like(actual), where=predicted > 0)
    ratios.sort()
    for tail in TAILS:
        cut_off = int(tail * len(ratios) + TINY)
        lower, upper = ratios[cut_off], ratios[len(ratios) - 1 - cut_off]
        if np.mean((ratios >= lower) & (ratios <= upper)) >= HELD - TINY:
            break
    return min(float(lower), 1.0), max(float(upper), 1.0)


@dataclass(frozen=True)
class Spread:
    """How far actual spend lay from predicted spend, by decile of the prediction.

    Attributes:
        bounds: Nine cut points between the deciles of the current predictions.
        lower: By decile, the factor of a prediction for the lower limit of its interval.
        upper: By decile, the factor for the upper limit.
    """

    bounds: np.ndarray
    lower: np.ndarray
    upper: np.ndarray

    def interval(self, predicted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the limits of the interval of each prediction."""
        decile = np.searchsorted(self.bounds, predicted, side="left")
        return predicted * self.lower[decile], predicted * self.upper[decile]


def learn_spread(
    earlier: pd.DataFrame, predicted: np.ndarray, *, is_season_known: bool
) -> Spread | None:
    """Learn from earlier cutoffs, each weighted by its number of customers.

    Args:
        earlier: Rows of `by_decile`, of one or several cutoffs. A decile that no cutoff has
            (since many predictions were equal) is interpolated between its neighbours.
        predicted: Predictions to apply it to, or a sample of them; they give the deciles' bounds.
        is_season_known: If not, both limits are moved out by `UNSEEN`.

    Returns:
        The spread, or None if nothing is known.
    """
    if earlier.empty or not len(predicted):
        return None
    weighted = {
        end: earlier["customers"].mul(earlier[end]).groupby(earlier["decile"]).sum()
        / earlier["customers"].groupby(earlier["decile"]).sum()
        for end in ("lower_ratio", "upper_ratio")
    }
    places = np.arange(1, DECILES + 1)
    lower, upper = (
        np.interp(places, ratios.index, ratios.to_numpy()) for ratios in weighted.values()
    )
    further = 1.0 if is_season_known else np.exp(UNSEEN)
    return Spread(np.quantile(predicted, places[:-1] / DECILES), lower / further, upper * further)


@dataclass(frozen=True)
class ChanceCalibration:
    """A straight line from predicted to actual log odds (Platt 1999).

    Attributes:
        slope: Slope of the line.
        intercept: Intercept of the line.
    """

    slope: float
    intercept: float

    def apply(self, chances: np.ndarray) -> np.ndarray:
        """Return calibrated probabilities."""
        odds = logit(np.clip(chances, EDGE, 1 - EDGE))
        return expit(self.intercept + self.slope * odds)


def learn_chances(earlier: pd.DataFrame) -> ChanceCalibration | None:
    """Learn from earlier cutoffs: mean probability and share of buyers, by decile.

    Args:
        earlier: Rows of `by_decile` of one or several cutoffs, outcomes 1 (an order) and 0.

    Returns:
        The calibration, or None if nothing is known or if it would reverse the ranking.
    """
    buyers = earlier["customers"] * earlier["mean_actual"]
    if earlier.empty or not 0 < buyers.sum() < earlier["customers"].sum():
        return None
    odds = logit(earlier["mean_predicted"].clip(EDGE, 1 - EDGE)).to_numpy()
    fitted = LogisticRegression(C=np.inf).fit(
        np.tile(odds, 2)[:, None],
        np.repeat([1, 0], len(odds)),
        np.concatenate([buyers, earlier["customers"] - buyers]),
    )
    slope, intercept = float(fitted.coef_[0, 0]), float(fitted.intercept_[0])
    return ChanceCalibration(slope, intercept) if slope > 0 else None
