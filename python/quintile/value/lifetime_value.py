"""Forecasts of orders and spend: the interface of all models, and two of them.

A fit uses customers as they were known at a cutoff, and returns an immutable result with all that
it learned: `PastSpend` (the baseline, one number) and `PurchaseProcess` (BG/NBD with Gamma-Gamma,
seven numbers) here, `BoostedTrees` and `Blend` in their own modules. Its
`predict(features, horizon_days)` returns one row per customer: `customer_id`, `expected_orders`,
`expected_spend` (net, in the currency of `monetary`) and `purchase_probability` (0 to 1, of at
least one more order), all within `horizon_days` after the cutoff. Nothing is NULL, also for
one-time buyers.

Features are an Arrow table, one row per customer, without NULLs in these columns:
    customer_id: any type.
    frequency: orders so far, including the first; at least 1.
    recency_days: days since the last order, from 0.
    tenure_days: days since the first order, from recency_days.
    monetary: net spend so far; below 0 counts as 0.
Trees and blend use more columns, listed in their modules.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from quintile.value.buy_till_you_die import (
    BgNbd,
    FitReport,
    GammaGamma,
    fit_bg_nbd,
    fit_gamma_gamma,
)

NUMBERS = ("frequency", "recency_days", "tenure_days", "monetary")
MEASURES = ("expected_orders", "expected_spend")
OUTCOMES = ("actual_orders", "actual_spend")
"""Outcomes of `MEASURES`, in the same order."""
BATCH_ROWS = 65_536
FEWEST_DAYS = 30.0
"""Minimum days of history from which past spend is scaled to longer periods."""


class FittedModel(Protocol):
    """The interface of every fitted model.

    Attributes:
        name: Name of the model, a key of `fit_models`.
        converged: Whether it may be used; if not, predictions are finite, but not reliable.
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
        """Predict the `horizon_days` after the cutoff, row by row in the order of `features`."""
        ...


def predict_batches(
    model: FittedModel, features: pa.RecordBatchReader, horizon_days: float
) -> pa.RecordBatchReader:
    """Predict batch by batch, so that memory does not grow with the number of customers.

    Args:
        model: A fitted model.
        features: Reader of the features. If it comes from DuckDB, it needs a separate cursor, since
            a connection that writes the predictions can't continue to read.
        horizon_days: Days after the cutoff to predict.

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
    """The baseline: all customers go on as they did on average since the shop's first known order.

    Attributes:
        window_days: Days of history: the longest tenure of the fitted customers, at least 1.
    """

    name: ClassVar[str] = "past_spend"
    converged: ClassVar[bool] = True
    message: ClassVar[str] = "converged"

    window_days: float

    def predict(self, features: pa.Table, horizon_days: float) -> pa.Table:
        """Scale past orders and spend by time; the probability is that of a Poisson process.

        A history shorter than `FEWEST_DAYS` counts as that, or as the days to predict if these are
        fewer: on its first day, a shop would otherwise expect an order per customer and day.
        """
        customers = read_customers(features)
        days = checked_horizon(horizon_days)
        times = days / max(self.window_days, min(FEWEST_DAYS, days))
        orders = customers["frequency"] * times
        return predictions_table(
            features, orders, customers["monetary"] * times, -np.expm1(-orders)
        )


def fit_past_spend(features: pa.Table) -> PastSpend:
    """Find the length of the history.

    Dividing by each customer's own tenure instead would rank the newest customers highest.
    """
    return PastSpend(window_days=float(read_customers(features)["tenure_days"].max(initial=1.0)))


@dataclass(frozen=True)
class PurchaseProcess:
    """BG/NBD for orders times Gamma-Gamma for their value; the two are assumed independent.

    Attributes:
        orders: The BG/NBD model, in days.
        values: The Gamma-Gamma model.
        orders_fit: Result of the fit of `orders`.
        values_fit: Result of the fit of `values`.
    """

    name: ClassVar[str] = "bg_nbd"

    orders: BgNbd
    values: GammaGamma
    orders_fit: FitReport
    values_fit: FitReport

    @property
    def converged(self) -> bool:
        """Whether both fits converged."""
        return self.orders_fit.converged and self.values_fit.converged

    @property
    def message(self) -> str:
        """Say "converged", or what did not converge."""
        reports = {"BG/NBD": self.orders_fit, "Gamma-Gamma": self.values_fit}
        failures = [f"{name}: {fit.message}" for name, fit in reports.items() if not fit.converged]
        return "; ".join(failures) or "converged"

    def predict(self, features: pa.Table, horizon_days: float) -> pa.Table:
        """Predict by the conditional expectations of the two models."""
        horizon, customers = checked_horizon(horizon_days), read_customers(features)
        history = _purchase_history(customers)
        orders = self.orders.expected_orders(*history, horizon)
        value = self.values.expected_value(*_order_values(customers))
        return predictions_table(
            features, orders, orders * value, self.orders.any_order(*history, horizon)
        )


def fit_purchase_process(features: pa.Table) -> PurchaseProcess:
    """Fit BG/NBD and Gamma-Gamma by maximum likelihood.

    Gamma-Gamma uses all orders, where its authors leave out the first: for one-time buyers it is
    all that is known of their spending, and it is shrunk towards the mean of all customers.
    """
    customers = read_customers(features)
    orders, orders_fit = fit_bg_nbd(*_purchase_history(customers))
    values, values_fit = fit_gamma_gamma(*_order_values(customers))
    return PurchaseProcess(orders, values, orders_fit, values_fit)


def _purchase_history(
    customers: Mapping[str, np.ndarray],
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return x, t_x and T of BG/NBD."""
    tenure = customers["tenure_days"]
    return customers["frequency"] - 1, tenure - customers["recency_days"], tenure


def _order_values(customers: Mapping[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Return number of orders and their mean value, for Gamma-Gamma."""
    return customers["frequency"], customers["monetary"] / customers["frequency"]


def read_customers(features: pa.Table) -> dict[str, np.ndarray]:
    """Return the columns of `NUMBERS`, checked."""
    least = {"frequency": 1.0, "recency_days": 0.0, "tenure_days": 0.0, "monetary": -np.inf}
    customers = {name: number(features, name, least=least[name]) for name in NUMBERS}
    customers["monetary"] = np.maximum(customers["monetary"], 0.0)
    early = customers["recency_days"] > customers["tenure_days"]
    _refuse(features, "recency_days", early, "not above tenure_days", customers["recency_days"])
    return customers


def number(table: pa.Table, name: str, *, least: float) -> np.ndarray:
    """Return a column in which every value is a number of at least `least`."""
    values = optional_number(table, name)
    wanted = "a number" if least == -np.inf else f"a number of at least {least:g}"
    _refuse(table, name, ~(np.isfinite(values) & (values >= least)), wanted, values)
    return values


def optional_number(table: pa.Table, name: str) -> np.ndarray:
    """Return a column of numbers; NaN = NULL."""
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


def checked_horizon(horizon_days: float) -> float:
    """Refuse a horizon that is not a number from 0."""
    if not 0 <= horizon_days < np.inf:
        raise ValueError(f"horizon_days must be a number from 0, not {horizon_days!r}")
    return float(horizon_days)


def predictions_table(
    features: pa.Table, orders: np.ndarray, spend: np.ndarray, probability: np.ndarray
) -> pa.Table:
    """Combine predictions with the ids of their customers."""
    return pa.table(
        {
            "customer_id": features["customer_id"],
            "expected_orders": orders,
            "expected_spend": spend,
            "purchase_probability": probability,
        }
    )


def exact_mean(values: np.ndarray) -> float:
    """Return the mean, 0 without values. Exact, since row order would change the last digits."""
    return math.fsum(values) / len(values) if len(values) else 0.0
