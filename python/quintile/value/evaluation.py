"""How good predictions of customer value were, and which model to serve."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import rankdata, spearmanr

MAX_BIAS = 0.10
DECILES = 10


@dataclass(frozen=True)
class Evaluation:
    """Judgement on one model's predictions, one value per customer, against what happened.

    NaN where undefined: `bias`, `gini` and `top_decile_share` where nobody spent anything (`gini`
    also where all spent the same), `spearman` where all predictions or all outcomes are equal.

    Attributes:
        customers: Number of customers.
        mae: Mean absolute error, in the unit of the outcome.
        rmse: Root mean squared error, in the unit of the outcome.
        bias: Sum of predictions over sum of outcomes, less 1; 0.1 = predicted 10% too much.
        spearman: Rank correlation, -1 to 1, equal values sharing their mean rank.
        gini: Normalised Gini coefficient: 1 = customers ranked as their outcomes, 0 = by chance.
        top_decile_share: Share of the outcome that the predicted top 10% of customers made.
    """

    customers: int
    mae: float
    rmse: float
    bias: float
    spearman: float
    gini: float
    top_decile_share: float


def evaluate(actual: np.ndarray, predicted: np.ndarray) -> Evaluation:
    """Judge predictions; neither the order of customers nor that of equal predictions matters.

    Args:
        actual: Shape (customers,): outcome, such as the net spend in the horizon; 0 for nothing.
        predicted: Shape (customers,): what was predicted for it.

    Raises:
        ValueError: No customers, unequal lengths, or a value that is not finite.
    """
    actual, predicted = _checked(actual, predicted)
    error, total = predicted - actual, actual.sum()
    perfect = _gini(actual, actual) if total > 0 and np.ptp(actual) > 0 else np.nan
    return Evaluation(
        customers=len(actual),
        mae=float(np.abs(error).mean()),
        rmse=float(np.sqrt(np.square(error).mean())),
        bias=float(predicted.sum() / total - 1) if total > 0 else np.nan,
        spearman=_spearman(actual, predicted),
        gini=_gini(actual, predicted) / perfect if total > 0 else np.nan,
        top_decile_share=_top_sum(actual, predicted) / float(total) if total > 0 else np.nan,
    )


def calibration(actual: np.ndarray, predicted: np.ndarray) -> pd.DataFrame:
    """Compare predictions and outcomes by decile of the prediction.

    Equal predictions share a decile, that of their mean rank, so that deciles may differ in size
    and some may be missing.

    Args:
        actual: As in `evaluate`.
        predicted: As in `evaluate`.

    Returns:
        One row per decile, ascending: `decile` (1-10, 10 = highest predictions), `customers`,
        `mean_predicted`, `mean_actual`.

    Raises:
        ValueError: As `evaluate`.
    """
    actual, predicted = _checked(actual, predicted)
    decile = np.ceil(rankdata(predicted) * DECILES / len(predicted)).astype("int64")
    table = pd.DataFrame({"decile": decile, "predicted": predicted, "actual": actual})
    return table.groupby("decile", as_index=False).agg(
        customers=("actual", "size"),
        mean_predicted=("predicted", "mean"),
        mean_actual=("actual", "mean"),
    )


@dataclass(frozen=True)
class Choice:
    """The model to serve.

    Attributes:
        model: Its name.
        reason: Why, in words.
    """

    model: str
    reason: str


def choose_model(backtest: pd.DataFrame, *, baseline: str, max_bias: float = MAX_BIAS) -> Choice:
    """Choose the model to serve by all cut-offs but the latest, which is left to judge the choice.

    The best mean Gini wins among the models that converged at every earlier cut-off with a bias
    within `max_bias` at each. If there is none, the one whose worst bias is smallest is served; if
    there are no earlier cut-offs, the baseline. Ties go to the baseline, then by name.

    Args:
        backtest: One row per model and cut-off: `model`, `cut_off`, `converged`, `bias`, `gini`.
        baseline: Name of the baseline.
        max_bias: Largest bias, up or down, as a share of the outcome; from 0.

    Raises:
        ValueError: `max_bias` is below 0, or `baseline` is not in the back-test.
    """
    if not max_bias >= 0:
        raise ValueError(f"max_bias must be from 0, not {max_bias!r}")
    if baseline not in set(backtest["model"]):
        raise ValueError(f"baseline {baseline!r} is not among the models of the back-test")
    earlier = backtest[backtest["cut_off"] < backtest["cut_off"].max()]
    models = _record(earlier, baseline)
    if models.empty:
        return Choice(baseline, "no earlier cut-off at which a model could be chosen: the baseline")
    within = models[models["worst_bias"] <= max_bias]
    if within.empty:
        best = models.sort_values(["worst_bias", "is_other", "model"]).iloc[0]
        return Choice(
            best["model"],
            f"no model was within {max_bias:.0%} bias at the earlier cut-offs: "
            f"the least biased, {best['worst_bias']:.1%} at worst",
        )
    best = within.sort_values(["gini", "is_other", "model"], ascending=[False, True, True]).iloc[0]
    return Choice(
        best["model"],
        f"best Gini ({best['gini']:.3f}) within {max_bias:.0%} bias at the earlier cut-offs",
    )


def _record(earlier: pd.DataFrame, baseline: str) -> pd.DataFrame:
    """Sum up each model that converged with a known bias and Gini at every earlier cut-off."""
    models = earlier.assign(
        worst_bias=earlier["bias"].abs(),
        usable=earlier["converged"].astype(bool) & earlier[["bias", "gini"]].notna().all(axis=1),
    )
    summed = models.groupby("model", as_index=False).agg(
        worst_bias=("worst_bias", "max"), gini=("gini", "mean"), usable=("usable", "all")
    )
    return summed.assign(is_other=summed["model"] != baseline)[summed["usable"]]


def _checked(actual: np.ndarray, predicted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    actual, predicted = (np.asarray(values, dtype="float64") for values in (actual, predicted))
    if len(actual) != len(predicted) or not len(actual):
        raise ValueError(f"{len(actual)} outcomes for {len(predicted)} predictions")
    for name, values in {"actual": actual, "predicted": predicted}.items():
        if not np.isfinite(values).all():
            raise ValueError(f"{name} holds {values[~np.isfinite(values)][0]}; it must be finite")
    return actual, predicted


def _gini(outcome: np.ndarray, score: np.ndarray) -> float:
    """Twice the area between the diagonal and the outcome's cumulative share by rising score."""
    count = len(outcome)
    return float(2 * (outcome @ rankdata(score)) / (count * outcome.sum()) - (count + 1) / count)


def _spearman(actual: np.ndarray, predicted: np.ndarray) -> float:
    if np.ptp(actual) == 0 or np.ptp(predicted) == 0:
        return np.nan
    return float(spearmanr(actual, predicted).statistic)


def _top_sum(actual: np.ndarray, predicted: np.ndarray) -> float:
    """Sum the outcomes of the top tenth; of those level at its border, the share that fits."""
    places = len(actual) / DECILES
    border = np.sort(predicted)[::-1][int(np.ceil(places)) - 1]
    above, level = predicted > border, predicted == border
    fits = (places - above.sum()) / level.sum()
    return float(actual[above].sum() + fits * actual[level].sum())
