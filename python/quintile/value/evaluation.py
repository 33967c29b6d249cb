"""Evaluate predictions of customer value, and choose the model to use."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import rankdata, spearmanr

MIN_CUT_OFFS = 2
TOP = 10
"""The top customers are the top tenth."""


@dataclass(frozen=True)
class Evaluation:
    """Measures of one model's predictions, one value per customer, compared with the outcome.

    NaN if undefined: `bias`, `gini` and `top_decile_share` if nobody spent anything (`gini` also if
    all spent the same), `spearman` if all predictions or all outcomes are equal.

    Attributes:
        customers: Number of customers.
        mae: Mean absolute error, in the unit of the outcome.
        rmse: Root mean squared error, in the unit of the outcome.
        bias: Sum of predictions / sum of outcomes, minus 1; 0.1 = predicted 10% too much.
        spearman: Rank correlation, -1 to 1, with mean ranks for equal values.
        gini: Normalised Gini coefficient: 1 = ranked as the outcomes, 0 = no better than chance.
        top_decile_share: Share of the outcome from the predicted top 10% of customers.
    """

    customers: int
    mae: float
    rmse: float
    bias: float
    spearman: float
    gini: float
    top_decile_share: float


def evaluate(actual: np.ndarray, predicted: np.ndarray) -> Evaluation:
    """Evaluate predictions; the order of customers, and of equal predictions, does not matter.

    Args:
        actual: Shape (customers,): outcome, such as the net spend in the horizon; 0 for nothing.
        predicted: Shape (customers,): the prediction of it.

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


def evaluate_probability(bought: np.ndarray, probability: np.ndarray) -> tuple[float, float]:
    """Evaluate the probability to order.

    Args:
        bought: Shape (customers,): whether there was an order.
        probability: Shape (customers,): the predicted probability.

    Returns:
        The area under the ROC curve (1 = every buyer had a higher probability than every other
        customer, 0.5 = no better than chance; NaN if nobody or everybody bought) and the Brier
        score, the mean squared error (0 is best).
    """
    bought, probability = _checked(bought, probability)
    buyers = bought.sum()
    others = len(bought) - buyers
    area = (rankdata(probability) @ bought - buyers * (buyers + 1) / 2) / (
        buyers * others or np.nan
    )
    return float(area), float(np.square(probability - bought).mean())


@dataclass(frozen=True)
class Choice:
    """The model to use.

    Attributes:
        model: Its name.
        reason: Why, in words.
    """

    model: str
    reason: str


def choose_model(backtest: pd.DataFrame, *, default: str, baseline: str) -> Choice:
    """Choose a model by all cutoffs but the latest, which is left to evaluate the choice.

    The default is used unless a single model was nearer at every earlier cutoff, that is, it
    converged and its mean absolute error was smaller. One earlier cutoff is not enough. Of several
    such models, the one with the smallest mean error relative to the default is used.

    Args:
        backtest: One row per model and cutoff: `model`, `cut_off`, `converged`, `mae`. Without
            rows the baseline is used, since nothing is proven.
        default: Name of the model that others have to beat.
        baseline: Name of the baseline.
    """
    if backtest.empty:
        return Choice(baseline, "the data are too short for a back-test, so the baseline is used")
    earlier = backtest[backtest["cut_off"] < backtest["cut_off"].max()]
    cut_offs = earlier["cut_off"].nunique()
    if cut_offs < MIN_CUT_OFFS:
        return Choice(
            default,
            f"no single model can have been nearer at {MIN_CUT_OFFS} earlier cutoffs, since "
            f"there {_are(cut_offs)}",
        )
    ratios = _error_ratios(earlier, default)
    nearer = ratios[(ratios < 1).all(axis=1)].mean(axis=1)
    if nearer.empty:
        return Choice(
            default,
            f"no single model was nearer than {default} (mean absolute error) at each of the "
            f"{cut_offs} earlier cutoffs",
        )
    best = min(nearer.index, key=lambda model: (nearer[model], model))
    return Choice(
        best,
        f"nearer than {default} at each of the {cut_offs} earlier cutoffs "
        f"(mean absolute error {1 - nearer[best]:.1%} smaller)",
    )


def _are(count: int) -> str:
    return {0: "are none", 1: "is only one"}.get(count, f"are {count}")


def _error_ratios(earlier: pd.DataFrame, default: str) -> pd.DataFrame:
    """Each model's error relative to the default at each cutoff; NaN = not converged."""
    errors = earlier.pivot(index="model", columns="cut_off", values="mae")
    converged = earlier.pivot(index="model", columns="cut_off", values="converged").astype(bool)
    return errors.where(converged) / errors.loc[default]


def _checked(actual: np.ndarray, predicted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    actual, predicted = (np.asarray(values, dtype="float64") for values in (actual, predicted))
    if len(actual) != len(predicted) or not len(actual):
        raise ValueError(f"{len(actual)} outcomes for {len(predicted)} predictions")
    for name, values in {"actual": actual, "predicted": predicted}.items():
        if not np.isfinite(values).all():
            raise ValueError(
                f"{name} has the value {values[~np.isfinite(values)][0]}, which is not finite"
            )
    return actual, predicted


def _gini(outcome: np.ndarray, score: np.ndarray) -> float:
    """Twice the area between the diagonal and the Lorenz curve of the outcome, by rising score."""
    count = len(outcome)
    return float(2 * (outcome @ rankdata(score)) / (count * outcome.sum()) - (count + 1) / count)


def _spearman(actual: np.ndarray, predicted: np.ndarray) -> float:
    if np.ptp(actual) == 0 or np.ptp(predicted) == 0:
        return np.nan
    return float(spearmanr(actual, predicted).statistic)


def _top_sum(actual: np.ndarray, predicted: np.ndarray) -> float:
    """Sum the outcomes of the top tenth; customers tied at its border count in part."""
    places = len(actual) / TOP
    border = np.sort(predicted)[::-1][int(np.ceil(places)) - 1]
    above, level = predicted > border, predicted == border
    fits = (places - above.sum()) / level.sum()
    return float(actual[above].sum() + fits * actual[level].sum())
