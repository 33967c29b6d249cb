"""The blend of all models, and its level, which the trees share.

The level is how much all customers spend together, the ranking is who spends it. The level is
estimated best by past spend, BG/NBD, and what customers did after their first order; the ranking by
all models together. If a year is known, the level follows the season.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from quintile.value.boosted_trees import RECENT_DAYS, fit_boosted_trees
from quintile.value.calibration import by_decile
from quintile.value.lifetime_value import (
    MEASURES,
    OUTCOMES,
    FittedModel,
    checked_horizon,
    exact_mean,
    fit_past_spend,
    fit_purchase_process,
    number,
    optional_number,
    predictions_table,
)

DOUBT = 0.1
"""Minimum variance of the log of predicted over actual; a level never counts as more exact."""
LUCK, LUCK_OF_ONE = 0.5, 5.0
"""Variance of the same that is explained by luck and by another season, and the part that a single
buyer adds. Errors beyond it are expected to happen again, and are corrected."""
FLOOR = 0.002
"""Share of the mean that is added before the logarithm, so that a single zero does not decide."""
LOOK_BACKS = tuple(days for days in RECENT_DAYS if days > 30)


@dataclass(frozen=True)
class Season:
    """Orders and spend of the days to predict, relative to an average day of the year.

    Attributes:
        indexes: For each of `MEASURES`, 1 = an average day.
        is_known: Whether a year is known; if not, the indexes are 1.
    """

    indexes: tuple[float, float] = (1.0, 1.0)
    is_known: bool = False


@dataclass(frozen=True)
class RecentSpend:
    """Assumes that customers go on as recently, and as at the same time a year ago.

    Attributes:
        window_days: Days of history, at least 1.
        season_days: Days of a year ago that are known; 0 = none.
    """

    window_days: float
    season_days: float

    def predict(self, features: pa.Table, horizon_days: float) -> dict[str, np.ndarray]:
        """Scale the mean rate over all look-back periods by time, for each of `MEASURES`."""
        names = zip(MEASURES, ("frequency", "monetary"), ("orders", "monetary"), strict=True)
        return {
            measure: horizon_days * np.mean(list(self._rates(features, in_all, of_late)), axis=0)
            for measure, in_all, of_late in names
        }

    def _rates(self, features: pa.Table, in_all: str, of_late: str) -> Iterator[np.ndarray]:
        days_by_column = {in_all: self.window_days} | {
            f"{of_late}_{days}_days": min(days, self.window_days) for days in LOOK_BACKS
        }
        if self.season_days:
            days_by_column[f"year_ago_{of_late}"] = self.season_days
        for column, days in days_by_column.items():
            yield np.maximum(number(features, column, least=-np.inf), 0) / days


def fit_recent_spend(features: pa.Table, *, season_days: float) -> RecentSpend:
    """Find how much of the past is known.

    Args:
        features: Customers as known at the cutoff.
        season_days: Number of days for which orders of a year ago were counted.
    """
    is_known = bool(np.isfinite(optional_number(features, "year_ago_orders")).all())
    window_days = fit_past_spend(features).window_days
    return RecentSpend(window_days, season_days if is_known and len(features) else 0.0)


@dataclass(frozen=True, eq=False)
class Rehearsal:
    """The errors of a forecast made at the latest training date, whose outcome is known.

    Attributes:
        errors: By measure, log(predicted / actual) of the total, for each of `_estimates`. NaN if
            there was no estimate; zeros, which prefer none of them, if nobody ordered.
        buyers: Number of customers who ordered.
        deciles: The blend without trees compared with actual spend, in the form of `by_decile`.
    """

    errors: dict[str, np.ndarray]
    buyers: int
    deciles: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Blend:
    """The mean of the logarithms of all models' forecasts, each scaled to the same mean.

    Attributes:
        horizon_days: Days that the levels are for; other horizons are scaled in proportion.
        recent: The recent spend, a part that is not a model of its own.
        parts: Past spend first, then BG/NBD and trees, if they converged.
        units: By measure, the mean prediction of each part, `recent` last.
        levels: By measure, the value of a blended forecast of 1.
        season: The season of the days to predict, by which the parts' probabilities are adjusted.
        message: "converged", or why not.
    """

    name: ClassVar[str] = "blend"

    horizon_days: float
    recent: RecentSpend
    parts: tuple[FittedModel, ...]
    units: dict[str, list[float]]
    levels: dict[str, float]
    season: Season
    message: str

    @property
    def converged(self) -> bool:
        """Whether BG/NBD or the trees converged."""
        return self.message == "converged"

    def predict(self, features: pa.Table, horizon_days: float) -> pa.Table:
        """Blend the parts' predictions; the probability is the mean of BG/NBD and the trees."""
        times = checked_horizon(horizon_days) / self.horizon_days
        forecasts = [part.predict(features, self.horizon_days) for part in self.parts]
        blended = self.blend(features, forecasts)
        orders, spend = (blended[measure].to_numpy() * times for measure in MEASURES)
        chances = 1 - (1 - blended["purchase_probability"].to_numpy()) ** times
        return predictions_table(features, orders, spend, chances)

    def blend(self, features: pa.Table, forecasts: Sequence[pa.Table]) -> pa.Table:
        """Blend forecasts of `parts`, in this order, for `horizon_days`."""
        parts = _by_measure(self.recent, features, forecasts, self.horizon_days)
        orders, spend = (
            _log_mean(parts[measure], self.units[measure]) * self.levels[measure]
            for measure in MEASURES
        )
        better = forecasts[1:] or forecasts
        chances = [table["purchase_probability"].to_numpy() for table in better]
        chance = 1 - (1 - np.mean(chances, axis=0)) ** self.season.indexes[0]
        return predictions_table(features, orders, spend, chance)


@dataclass(frozen=True)
class Fits:
    """All models, fitted at one cutoff.

    Attributes:
        models: By name.
        forecasts: By name, the predictions for the customers that the model was fitted to.
        rehearsal: The errors of an earlier forecast.
    """

    models: dict[str, FittedModel]
    forecasts: dict[str, pa.Table]
    rehearsal: Rehearsal


def fit_models(
    features: pa.Table,
    training: pa.Table,
    *,
    horizon_days: float,
    training_horizon_days: float,
    random_seed: int,
    season: Season | None = None,
) -> Fits:
    """Fit every model for predictions from one cutoff; the order of rows does not matter.

    Args:
        features: Customers as known at the cutoff, all or a sample.
        training: Customers as known at one or several earlier dates (`window_number`, higher for
            later dates), with `actual_orders` and `actual_spend` of the `training_horizon_days`
            that followed. These days must have ended by the cutoff, or the models would learn from
            the future. May have no rows.
        horizon_days: Days after the cutoff to predict.
        training_horizon_days: Days over which the outcomes of `training` were counted.
        random_seed: Seeds the trees.
        season: The season of the days to predict; None = not known.

    Raises:
        ValueError: A column is missing or has a value outside its range; the message names the
            column and a customer.
    """
    past, process = fit_past_spend(features), fit_purchase_process(features)
    trees = fit_boosted_trees(training, horizon_days=training_horizon_days, random_seed=random_seed)
    rehearsal = _rehearse(training, training_horizon_days)
    forecasts = [model.predict(features, horizon_days) for model in (past, process, trees)]
    season = season or Season()
    estimates = _estimates(features, forecasts[:2], process.converged, horizon_days)
    means = _level(estimates, rehearsal, season)
    if trees.converged:
        factors = _factors(forecasts[2], means)
        trees, forecasts[2] = trees.scaled(factors, horizon_days), _scaled(forecasts[2], factors)
    models: list[FittedModel] = [past, process, trees]
    recent = fit_recent_spend(features, season_days=training_horizon_days)
    blend, blended = _fit_blend(recent, models, features, forecasts, means, season, horizon_days)
    names = [model.name for model in (*models, blend)]
    return Fits(
        dict(zip(names, (*models, blend), strict=True)),
        dict(zip(names, (*forecasts, blended), strict=True)),
        rehearsal,
    )


def _fit_blend(
    recent: RecentSpend,
    models: Sequence[FittedModel],
    features: pa.Table,
    forecasts: Sequence[pa.Table],
    means: Mapping[str, float],
    season: Season,
    horizon_days: float,
) -> tuple[Blend, pa.Table]:
    """Return the blend, and its predictions for `features`, from the forecasts of all models."""
    used = [place for place, model in enumerate(models) if model.converged]
    taken = [forecasts[place] for place in used]
    amounts = _by_measure(recent, features, taken, horizon_days)
    unscaled = Blend(
        horizon_days,
        recent,
        tuple(models[place] for place in used),
        {measure: [exact_mean(part) or 1.0 for part in amounts[measure]] for measure in MEASURES},
        dict.fromkeys(MEASURES, 1.0),
        season,
        _lacking(models[1:]),
    )
    blended = unscaled.blend(features, taken)
    levels = _factors(blended, means)
    return replace(unscaled, levels=levels), _scaled(blended, levels)


def _lacking(models: Sequence[FittedModel]) -> str:
    """Return "converged" if at least one of the models did, else the reasons."""
    if any(model.converged for model in models):
        return "converged"
    reasons = " and ".join(f"{model.name} ({model.message})" for model in models)
    return f"none converged of {reasons}"


def _rehearse(training: pa.Table, horizon_days: float) -> Rehearsal:
    """Forecast from the latest date in `training`, using nothing after it."""
    if not len(training):
        return Rehearsal(dict.fromkeys(MEASURES, np.zeros(3)), 0, pd.DataFrame())
    latest = training.filter(pc.equal(training["window_number"], pc.max(training["window_number"])))
    past, process = fit_past_spend(latest), fit_purchase_process(latest)
    forecasts = [model.predict(latest, horizon_days) for model in (past, process)]
    estimates = _estimates(latest, forecasts, process.converged, horizon_days)
    orders, spend = (number(latest, outcome, least=0) for outcome in OUTCOMES)
    errors = {
        measure: _errors(estimates[measure], actual)
        for measure, actual in zip(MEASURES, (orders, spend), strict=True)
    }
    rehearsal = Rehearsal(errors, int(np.count_nonzero(orders)), pd.DataFrame())
    recent = fit_recent_spend(latest, season_days=horizon_days)
    models: list[FittedModel] = [past, process]
    means = _level(estimates, rehearsal, Season())
    _, blended = _fit_blend(recent, models, latest, forecasts, means, Season(), horizon_days)
    return replace(rehearsal, deciles=by_decile(spend, blended["expected_spend"].to_numpy()))


def _errors(estimates: np.ndarray, actual: np.ndarray) -> np.ndarray:
    happened = exact_mean(actual)
    if happened <= 0 or np.isnan(estimates).all():
        return np.zeros(len(estimates))
    return np.log(estimates / happened)


def _estimates(
    features: pa.Table, forecasts: Sequence[pa.Table], process_converged: bool, horizon_days: float
) -> dict[str, np.ndarray]:
    """Estimate the mean per customer in three ways, by measure; NaN where a way gives no estimate.

    The estimates are past spend, BG/NBD (both in `forecasts`), and the rate of orders after the
    first. Past spend assumes that first orders recur, which is far too many if most buy once.
    """
    rates = _rates_after_the_first(features)
    estimates = {}
    for measure in MEASURES:
        past, process = (exact_mean(table[measure].to_numpy()) for table in forecasts)
        found = np.array([past, process if process_converged else np.nan, rates[measure]])
        found[2] *= horizon_days
        estimates[measure] = np.where(found > 0, found, np.nan)
    return estimates


def _rates_after_the_first(features: pa.Table) -> dict[str, float]:
    """Return orders and spend per customer and day since the first order, which does not count.

    One order of average value is added, since a young shop would otherwise expect no repeat orders.
    """
    orders, spend, days = (
        number(features, column, least=-np.inf)
        for column in ("frequency", "monetary", "tenure_days")
    )
    known = max(float(days.sum()), 1.0)
    repeats = exact_mean(orders - 1) * len(orders) + 1
    repeated = exact_mean(spend * (orders - 1) / orders) * len(orders) + exact_mean(spend / orders)
    return dict(zip(MEASURES, (repeats / known, repeated / known), strict=True))


def _level(
    estimates: Mapping[str, np.ndarray], rehearsal: Rehearsal, season: Season
) -> dict[str, float]:
    """Return the expected mean per customer, by measure.

    It is the weighted geometric mean of the estimates, times the seasonal index. Each estimate is
    corrected by its error in the rehearsal, as far as that was more than luck. Its weight is
    1 / (`DOUBT` + squared error); without an error of its own it gets that of the worst.
    """
    means = dict.fromkeys(MEASURES, 0.0)
    luck = LUCK + LUCK_OF_ONE / max(rehearsal.buyers, 1)
    for measure, index in zip(MEASURES, season.indexes, strict=True):
        found, errors = estimates[measure], rehearsal.errors[measure]
        squared = np.square(errors)
        logs = np.log(found) - np.nan_to_num(errors * squared / (squared + luck))
        weights = 1 / (DOUBT + np.where(np.isnan(squared), np.nanmax(squared), squared))
        used = ~np.isnan(found)
        if used.any():
            mean = np.exp(np.average(logs[used], weights=weights[used]))
            means[measure] = float(mean) * index
    return means


def _factors(forecast: pa.Table, means: Mapping[str, float]) -> dict[str, float]:
    """Return the factors by which a forecast must be multiplied to have the given means."""
    return {
        measure: mean / (exact_mean(forecast[measure].to_numpy()) or 1.0)
        for measure, mean in means.items()
    }


def _scaled(forecast: pa.Table, factors: Mapping[str, float]) -> pa.Table:
    for measure, factor in factors.items():
        place = forecast.column_names.index(measure)
        forecast = forecast.set_column(place, measure, pc.multiply(forecast[measure], factor))
    return forecast


def _by_measure(
    recent: RecentSpend, features: pa.Table, forecasts: Sequence[pa.Table], horizon_days: float
) -> dict[str, list[np.ndarray]]:
    """Return the parts of a blend: the forecasts, and that of `recent`."""
    of_late = recent.predict(features, horizon_days)
    return {
        measure: [*(table[measure].to_numpy() for table in forecasts), of_late[measure]]
        for measure in MEASURES
    }


def _log_mean(parts: Sequence[np.ndarray], units: Sequence[float]) -> np.ndarray:
    logs = [np.log(part / unit + FLOOR) for part, unit in zip(parts, units, strict=True)]
    return np.maximum(np.exp(np.mean(logs, axis=0)) - FLOOR, 0.0)
