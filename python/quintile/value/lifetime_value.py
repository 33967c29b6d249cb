"""What customers will order and spend next: three models behind one interface.

A fit reads customers as they were known at a cut-off and returns a frozen result that holds all it
learned: `PastSpend` (the baseline, one number), `PurchaseProcess` (BG/NBD with Gamma-Gamma, seven
numbers) or `BoostedTrees`. Its `predict(features, horizon_days)` gives one row per customer:
`customer_id`, `expected_orders`, `expected_spend` (net, in the currency of `monetary`) and
`purchase_probability` (0 to 1, of at least one more order), all within `horizon_days` after the
cut-off. Nothing is NULL, one-time buyers included.

Features are an Arrow table, one row per customer, without NULLs in these columns:
    customer_id: any type.
    frequency: orders so far, the first included; at least 1.
    recency_days: days since the last order, from 0.
    tenure_days: days since the first order, from recency_days.
    monetary: net spend so far; below 0 counts as 0.
`BoostedTrees` also learns from those of `EXTRA_COLUMNS` that are there; NULL means unknown in them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from sklearn.base import BaseEstimator
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from threadpoolctl import threadpool_limits

from quintile.value.buy_till_you_die import (
    BgNbd,
    FitReport,
    GammaGamma,
    fit_bg_nbd,
    fit_gamma_gamma,
)

NUMBERS = ("frequency", "recency_days", "tenure_days", "monetary")
EXTRA_COLUMNS = (
    "recent_orders",
    "recent_monetary",
    "year_ago_orders",
    "year_ago_monetary",
    "cut_off_month",
    "cancelled_orders",
    "cancelled_monetary",
)
"""Trend, season and cancellations: orders and net spend of the last 90 days, and of the same days a
year ago as are to be predicted; month (1-12) of the cut-off; orders and money cancelled so far."""
OUTCOMES = ("actual_orders", "actual_spend")
MIN_TRAINING_ROWS = 100
BATCH_ROWS = 65_536


class FittedModel(Protocol):
    """What every fitted model has.

    Attributes:
        name: Name of the model, a key of `fit_models`.
        converged: May be served; where False the predictions are finite, but worth little.
        message: "converged", or why not.
    """

    name: ClassVar[str]

    @property
    def converged(self) -> bool:  # noqa: D102 above
        ...

    @property
    def message(self) -> str:  # noqa: D102 above
        ...

    def predict(self, features: pa.Table, horizon_days: float) -> pa.Table:
        """Predict the `horizon_days` after the cut-off, row by row in the order of `features`."""
        ...


def fit_models(
    features: pa.Table,
    training: pa.Table,
    *,
    training_horizon_days: float,
    random_seed: int,
) -> dict[str, FittedModel]:
    """Fit every model for predictions from one cut-off; the order of rows does not matter.

    Args:
        features: Customers as known at the cut-off (a sample will do).
        training: Customers as known at one or several earlier cut-offs, with `actual_orders` and
            `actual_spend` of the `training_horizon_days` that followed; these days must have ended
            by the cut-off, or the trees learn the future. May have no rows.
        training_horizon_days: Days over which the outcomes of `training` were counted.
        random_seed: Seeds the trees.

    Returns:
        Name of the model to fitted model.

    Raises:
        ValueError: A column is missing or holds a value outside its range; names the column and a
            customer.
    """
    models: list[FittedModel] = [
        fit_past_spend(features),
        fit_purchase_process(features),
        fit_boosted_trees(training, horizon_days=training_horizon_days, random_seed=random_seed),
    ]
    return {model.name: model for model in models}


def served_model(fits: Mapping[str, FittedModel], chosen: str) -> tuple[FittedModel, str]:
    """Give the chosen model, or the baseline if that did not converge, and the reason in words."""
    if fits[chosen].converged:
        return fits[chosen], f"{chosen} was chosen and converged"
    return fits[PastSpend.name], f"{chosen} was chosen, but: {fits[chosen].message}"


def predict_batches(
    model: FittedModel, features: pa.RecordBatchReader, horizon_days: float
) -> pa.RecordBatchReader:
    """Predict batch by batch, so that memory does not grow with the number of customers.

    Args:
        model: A fitted model.
        features: Reader of the features. One that comes from DuckDB needs a cursor of its own: a
            connection that writes the predictions can't go on reading.
        horizon_days: Days after the cut-off to predict.

    Returns:
        Reader of the predictions, in batches of at most `BATCH_ROWS`. Reading it reads `features`.
    """

    def batches() -> Iterator[pa.RecordBatch]:
        for batch in features:
            for slice_ in pa.Table.from_batches([batch]).to_batches(max_chunksize=BATCH_ROWS):
                yield from model.predict(pa.Table.from_batches([slice_]), horizon_days).to_batches()

    schema = model.predict(features.schema.empty_table(), horizon_days).schema
    return pa.RecordBatchReader.from_batches(schema, batches())


@dataclass(frozen=True)
class PastSpend:
    """The baseline: everybody goes on as he did on average since the shop's first known order.

    Attributes:
        window_days: Days of history: the longest tenure that the fit saw, at least 1.
    """

    name: ClassVar[str] = "past_spend"
    converged: ClassVar[bool] = True
    message: ClassVar[str] = "converged"

    window_days: float

    def predict(self, features: pa.Table, horizon_days: float) -> pa.Table:
        """Scale past orders and spend by time; the probability is that of a Poisson process."""
        customers = _read(features)
        times = _checked_horizon(horizon_days) / self.window_days
        orders = customers["frequency"] * times
        return _predictions(features, orders, customers["monetary"] * times, -np.expm1(-orders))


def fit_past_spend(features: pa.Table) -> PastSpend:
    """Learn the length of the history.

    Dividing by each customer's own tenure instead would make the newest customers the best.
    """
    return PastSpend(window_days=float(_read(features)["tenure_days"].max(initial=1.0)))


@dataclass(frozen=True)
class PurchaseProcess:
    """BG/NBD for orders times Gamma-Gamma for their value, which it takes to be independent.

    Attributes:
        orders: The BG/NBD model, in days.
        values: The Gamma-Gamma model.
        orders_fit: How the fit of `orders` ended.
        values_fit: How the fit of `values` ended.
    """

    name: ClassVar[str] = "bg_nbd"

    orders: BgNbd
    values: GammaGamma
    orders_fit: FitReport
    values_fit: FitReport

    @property
    def converged(self) -> bool:
        """Both fits converged."""
        return self.orders_fit.converged and self.values_fit.converged

    @property
    def message(self) -> str:
        """Say "converged", or what did not."""
        reports = {"BG/NBD": self.orders_fit, "Gamma-Gamma": self.values_fit}
        failures = [f"{name}: {fit.message}" for name, fit in reports.items() if not fit.converged]
        return "; ".join(failures) or "converged"

    def predict(self, features: pa.Table, horizon_days: float) -> pa.Table:
        """Predict by the conditional expectations of the two models."""
        horizon, customers = _checked_horizon(horizon_days), _read(features)
        history = _purchase_history(customers)
        orders = self.orders.expected_orders(*history, horizon)
        value = self.values.expected_value(*_order_values(customers))
        return _predictions(
            features, orders, orders * value, self.orders.any_order(*history, horizon)
        )


def fit_purchase_process(features: pa.Table) -> PurchaseProcess:
    """Fit BG/NBD and Gamma-Gamma by maximum likelihood.

    Gamma-Gamma sees all orders, where its authors leave the first out: the only order of a one-time
    buyer is what is known of his spending, and is drawn to the mean of all customers.
    """
    customers = _read(features)
    orders, orders_fit = fit_bg_nbd(*_purchase_history(customers))
    values, values_fit = fit_gamma_gamma(*_order_values(customers))
    return PurchaseProcess(orders, values, orders_fit, values_fit)


@dataclass(frozen=True, eq=False)
class BoostedTrees:
    """Gradient boosting, taught by what customers did after an earlier cut-off.

    Trees don't extrapolate in time: for another horizon than `horizon_days`, orders and spend are
    scaled in proportion, and every `horizon_days` bring an order with the same probability.

    Attributes:
        columns: Learned columns among `EXTRA_COLUMNS`.
        horizon_days: Days over which the outcomes were counted.
        spend_unit: Mean net spend that was learned from; the trees predict multiples of it, so that
            the currency does not matter.
        orders: Estimator of the number of orders.
        spend: Estimator of the net spend, in `spend_unit`.
        purchase: Classifier: at least one order.
        converged: There was enough to learn from.
        message: "converged", or what was lacking; then everybody gets the mean outcome.
    """

    name: ClassVar[str] = "boosted_trees"

    columns: tuple[str, ...]
    horizon_days: float
    spend_unit: float
    orders: BaseEstimator
    spend: BaseEstimator
    purchase: BaseEstimator
    converged: bool
    message: str

    def predict(self, features: pa.Table, horizon_days: float) -> pa.Table:
        """Predict by the trees, scaled from the learned horizon to this one."""
        times = _checked_horizon(horizon_days) / self.horizon_days
        inputs = _tree_inputs(features, self.columns)
        if not len(inputs):
            return _predictions(features, *np.empty((3, 0)))
        with threadpool_limits(limits=1):
            orders = self.orders.predict(inputs) * times
            spend = self.spend.predict(inputs) * self.spend_unit * times
            chance = self.purchase.predict_proba(inputs) @ self.purchase.classes_
        return _predictions(features, orders, spend, 1 - (1 - chance) ** times)


def fit_boosted_trees(training: pa.Table, *, horizon_days: float, random_seed: int) -> BoostedTrees:
    """Fit scikit-learn's histogram gradient boosting to outcomes.

    Orders and spend are learned under Poisson loss, which finds the mean of any outcome from 0,
    many zeros included, keeps it positive, and lets big customers weigh by their spend, not its
    square. The probability has a classifier of its own, since it doesn't follow from the mean.

    Args:
        training: Features with `actual_orders` and `actual_spend` (from 0) of the `horizon_days`
            that followed. Customers may recur at several cut-offs.
        horizon_days: Days over which the outcomes were counted, above 0.
        random_seed: Seeds the estimators.

    Raises:
        ValueError: As `fit_models`.
    """
    if not horizon_days > 0:
        raise ValueError(f"horizon_days of the training must be above 0, not {horizon_days!r}")
    columns = tuple(column for column in EXTRA_COLUMNS if column in training.column_names)
    actual_orders, actual_spend = (_number(training, name, least=0) for name in OUTCOMES)
    # An exact sum, since the mean of shuffled rows would differ in its last digit.
    spend_unit = math.fsum(actual_spend) / len(actual_spend) if actual_spend.any() else 1.0
    inputs = _tree_inputs(training, columns)
    # scikit-learn can't bin a column of which nothing is known; no tree asks for a constant.
    inputs[:, np.isnan(inputs).all(axis=0)] = 0
    order = np.lexsort((actual_spend, actual_orders, *inputs.T))
    message = _lacking(actual_orders, actual_spend)
    estimators = _constants() if message else _trees(random_seed)
    outcomes: Sequence[np.ndarray] = (
        actual_orders,
        actual_spend / spend_unit,
        (actual_orders > 0).astype("int64"),
    )
    if not len(order):
        inputs, outcomes, order = np.zeros((1, inputs.shape[1])), [np.zeros(1)] * 3, np.array([0])
    # Short loops over many trees: beside other work, threads mostly wait for each other.
    with threadpool_limits(limits=1):
        orders, spend, purchase = [
            estimator.fit(inputs[order], outcome[order])
            for estimator, outcome in zip(estimators, outcomes, strict=True)
        ]
    return BoostedTrees(
        columns,
        float(horizon_days),
        spend_unit,
        orders,
        spend,
        purchase,
        not message,
        message or "converged",
    )


def _lacking(actual_orders: np.ndarray, actual_spend: np.ndarray) -> str:
    if len(actual_orders) < MIN_TRAINING_ROWS:
        return (
            f"{len(actual_orders)} customers with a known outcome; {MIN_TRAINING_ROWS} are needed"
        )
    if not (actual_orders.any() and actual_spend.any()) or (actual_orders > 0).all():
        return "nobody or everybody bought in the training's horizon"
    return ""


def _trees(random_seed: int) -> tuple[BaseEstimator, BaseEstimator, BaseEstimator]:
    # Of a few thousand customers larger trees learn noise: cross-validated deviance rose with them.
    shared = {
        "learning_rate": 0.05,
        "max_iter": 100,
        "max_leaf_nodes": 4,
        "min_samples_leaf": 50,
        "early_stopping": False,
        "random_state": random_seed,
    }
    return (
        HistGradientBoostingRegressor(loss="poisson", **shared),
        HistGradientBoostingRegressor(loss="poisson", **shared),
        HistGradientBoostingClassifier(**shared),
    )


def _constants() -> tuple[BaseEstimator, BaseEstimator, BaseEstimator]:
    return DummyRegressor(), DummyRegressor(), DummyClassifier(strategy="prior")


def _tree_inputs(features: pa.Table, extra: tuple[str, ...]) -> np.ndarray:
    """Give what trees learn from, shape (customers, columns); NaN = unknown: no gap yet, NULL."""
    customers = _read(features)
    frequency, recency, tenure, monetary = (customers[name] for name in NUMBERS)
    with np.errstate(divide="ignore", invalid="ignore"):
        gap = np.where(frequency > 1, (tenure - recency) / (frequency - 1), np.nan)
        overdue = np.where(gap > 0, recency / gap, np.nan)
    known = [_optional_number(features, name) for name in extra]
    derived = [monetary / frequency, gap, overdue]
    return np.column_stack([frequency, recency, tenure, monetary, *derived, *known])


def _purchase_history(
    customers: Mapping[str, np.ndarray],
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give BG/NBD's x, t_x and T."""
    tenure = customers["tenure_days"]
    return customers["frequency"] - 1, tenure - customers["recency_days"], tenure


def _order_values(customers: Mapping[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Give Gamma-Gamma's number of orders and their mean value."""
    return customers["frequency"], customers["monetary"] / customers["frequency"]


def _read(features: pa.Table) -> dict[str, np.ndarray]:
    """Give the columns of `NUMBERS`, checked."""
    least = {"frequency": 1.0, "recency_days": 0.0, "tenure_days": 0.0, "monetary": -np.inf}
    customers = {name: _number(features, name, least=least[name]) for name in NUMBERS}
    customers["monetary"] = np.maximum(customers["monetary"], 0.0)
    early = customers["recency_days"] > customers["tenure_days"]
    _refuse(features, "recency_days", early, "not above tenure_days", customers["recency_days"])
    return customers


def _number(table: pa.Table, name: str, *, least: float) -> np.ndarray:
    values = _optional_number(table, name)
    wanted = "a number" if least == -np.inf else f"a number of at least {least:g}"
    _refuse(table, name, ~(np.isfinite(values) & (values >= least)), wanted, values)
    return values


def _optional_number(table: pa.Table, name: str) -> np.ndarray:
    if name not in table.column_names:
        raise ValueError(f"column {name!r} is missing; there are {', '.join(table.column_names)}")
    return pc.cast(table[name], pa.float64()).to_numpy()


def _refuse(table: pa.Table, name: str, bad: np.ndarray, wanted: str, values: np.ndarray) -> None:
    if bad.any():
        row = int(bad.argmax())
        customer = table["customer_id"][row].as_py()
        raise ValueError(
            f"column {name!r} must be {wanted}; customer {customer!r} has {values[row]:g}"
        )


def _checked_horizon(horizon_days: float) -> float:
    if not 0 <= horizon_days < np.inf:
        raise ValueError(f"horizon_days must be a number from 0, not {horizon_days!r}")
    return float(horizon_days)


def _predictions(
    features: pa.Table, orders: np.ndarray, spend: np.ndarray, probability: np.ndarray
) -> pa.Table:
    return pa.table(
        {
            "customer_id": features["customer_id"],
            "expected_orders": orders,
            "expected_spend": spend,
            "purchase_probability": probability,
        }
    )
