"""Gradient boosting, trained on what customers did after earlier dates.

Besides the columns of `lifetime_value`, trees use those of `TREND` and `SEASON`:
    orders_90_days, monetary_90_days: orders and net spend of the last 90 days, and so on.
    year_ago_orders, year_ago_monetary: those of the same days a year ago; NULL = not known.
    cancelled_orders, cancelled_monetary: orders and money cancelled so far.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np
import pyarrow as pa
from sklearn.base import BaseEstimator
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from threadpoolctl import threadpool_limits

from quintile.value.lifetime_value import (
    MEASURES,
    NUMBERS,
    OUTCOMES,
    checked_horizon,
    exact_mean,
    number,
    optional_number,
    predictions_table,
    read_customers,
)

RECENT_DAYS = (30, 90, 180, 365)
TREND = tuple(f"{what}_{days}_days" for days in RECENT_DAYS for what in ("orders", "monetary"))
SEASON = ("year_ago_orders", "year_ago_monetary", "cancelled_orders", "cancelled_monetary")
MIN_TRAINING_ROWS = 100


@dataclass(frozen=True, eq=False)
class BoostedTrees:
    """Boosted trees, which rank customers; the level of their spend is set from outside.

    Attributes:
        horizon_days: Days that the levels are for; other horizons are scaled in proportion.
        lesson_days: Days over which the outcomes were counted; each such period has the same
            probability of an order.
        levels: By measure, the value of a prediction of 1.
        orders: Estimator of the square root of the number of orders, as a multiple of the mean.
        spend: Estimator of the square root of the net spend, as a multiple of the mean.
        purchase: Classifier: at least one order.
        converged: Whether there was enough to learn from.
        message: "converged", or what was lacking; then all customers get the mean outcome.
    """

    name: ClassVar[str] = "boosted_trees"

    horizon_days: float
    lesson_days: float
    levels: dict[str, float]
    orders: BaseEstimator
    spend: BaseEstimator
    purchase: BaseEstimator
    converged: bool
    message: str

    def predict(self, features: pa.Table, horizon_days: float) -> pa.Table:
        """Predict by the trees, scaled from the learned horizon to this one."""
        times = checked_horizon(horizon_days) / self.horizon_days
        inputs = _inputs(features)
        if not len(inputs):
            return predictions_table(features, *np.empty((3, 0)))
        with threadpool_limits(limits=1):
            orders = np.maximum(self.orders.predict(inputs), 0) ** 2
            spend = np.maximum(self.spend.predict(inputs), 0) ** 2
            chance = self.purchase.predict_proba(inputs) @ self.purchase.classes_
        orders, spend = orders * self.levels[MEASURES[0]], spend * self.levels[MEASURES[1]]
        chance = 1 - (1 - chance) ** (checked_horizon(horizon_days) / self.lesson_days)
        return predictions_table(features, orders * times, spend * times, chance)

    def scaled(self, factors: Mapping[str, float], horizon_days: float) -> BoostedTrees:
        """Return the same trees at other levels.

        Args:
            factors: By measure, the factor for predictions of `horizon_days`.
            horizon_days: Days that the new levels are for.
        """
        times = horizon_days / self.horizon_days
        levels = {name: level * times * factors[name] for name, level in self.levels.items()}
        return replace(self, horizon_days=horizon_days, levels=levels)


def fit_boosted_trees(training: pa.Table, *, horizon_days: float, random_seed: int) -> BoostedTrees:
    """Fit scikit-learn's histogram gradient boosting to outcomes.

    An outcome is learned as a multiple of the mean of its window, since that mean depends on the
    season and not on the customers. It is learned as a square root, since some customers spend a
    thousand times the mean. The probability has its own classifier, since it doesn't follow from
    the mean.

    Args:
        training: Features with `actual_orders` and `actual_spend` (from 0) of the `horizon_days`
            that followed, and `window_number`, which identifies the date. May have no rows.
        horizon_days: Days over which the outcomes were counted, above 0.
        random_seed: Seeds the estimators.

    Raises:
        ValueError: A column is missing or has a value outside its range; the message names the
            column and a customer.
    """
    if not horizon_days > 0:
        raise ValueError(f"horizon_days of the training must be above 0, not {horizon_days!r}")
    outcomes = {name: number(training, name, least=0) for name in OUTCOMES}
    windows = number(training, "window_number", least=0)
    inputs = _inputs(training)
    # scikit-learn can't bin a column without any known value; trees ignore a constant.
    inputs[:, np.isnan(inputs).all(axis=0)] = 0
    roots = [np.sqrt(_multiples_of_mean(outcome, windows)) for outcome in outcomes.values()]
    bought = (outcomes["actual_orders"] > 0).astype("int64")
    message = _lacking(*outcomes.values())
    estimators = _constants() if message else _trees(random_seed)
    order = np.lexsort((*roots, *inputs.T))
    targets = [*roots, bought]
    if not len(order):
        inputs, targets, order = np.zeros((1, inputs.shape[1])), [np.zeros(1)] * 3, np.array([0])
    # The loops over many trees are short, so that threads would mostly wait for each other.
    with threadpool_limits(limits=1):
        orders, spend, purchase = [
            estimator.fit(inputs[order], target[order])
            for estimator, target in zip(estimators, targets, strict=True)
        ]
    levels = dict(zip(MEASURES, map(exact_mean, outcomes.values()), strict=True))
    days = float(horizon_days)
    return BoostedTrees(
        days, days, levels, orders, spend, purchase, not message, message or "converged"
    )


def _multiples_of_mean(outcome: np.ndarray, windows: np.ndarray) -> np.ndarray:
    multiples = np.zeros(len(outcome))
    for window in np.unique(windows):
        here = windows == window
        multiples[here] = outcome[here] / (exact_mean(outcome[here]) or 1.0)
    return multiples


def _lacking(actual_orders: np.ndarray, actual_spend: np.ndarray) -> str:
    if len(actual_orders) < MIN_TRAINING_ROWS:
        return (
            f"{len(actual_orders)} customers with a known outcome; {MIN_TRAINING_ROWS} are needed"
        )
    if not (actual_orders.any() and actual_spend.any()) or (actual_orders > 0).all():
        return "nobody or everybody bought in the training's horizon"
    return ""


def _trees(random_seed: int) -> tuple[BaseEstimator, BaseEstimator, BaseEstimator]:
    # With a few thousand customers, larger trees learn noise: cross-validated deviance rose.
    shared = {
        "learning_rate": 0.05,
        "max_iter": 100,
        "max_leaf_nodes": 4,
        "min_samples_leaf": 50,
        "early_stopping": False,
        "random_state": random_seed,
    }
    return (
        HistGradientBoostingRegressor(**shared),
        HistGradientBoostingRegressor(**shared),
        HistGradientBoostingClassifier(**shared),
    )


def _constants() -> tuple[BaseEstimator, BaseEstimator, BaseEstimator]:
    return DummyRegressor(), DummyRegressor(), DummyClassifier(strategy="prior")


def _inputs(features: pa.Table) -> np.ndarray:
    """Return the trees' inputs, shape (customers, columns); NaN = unknown (no gap yet, or NULL)."""
    customers = read_customers(features)
    frequency, recency, tenure, monetary = (customers[name] for name in NUMBERS)
    with np.errstate(divide="ignore", invalid="ignore"):
        gap = np.where(frequency > 1, (tenure - recency) / (frequency - 1), np.nan)
        overdue = np.where(gap > 0, recency / gap, np.nan)
    known = [optional_number(features, name) for name in (*TREND, *SEASON)]
    derived = [monetary / frequency, gap, overdue]
    return np.column_stack([frequency, recency, tenure, monetary, *derived, *known])
