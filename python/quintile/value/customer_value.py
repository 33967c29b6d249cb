"""The functions behind the two Python models of models/value: judge the models, and use one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from quintile.value.blend import Blend, Fits, Rehearsal, Season, fit_models
from quintile.value.calibration import (
    ChanceCalibration,
    Spread,
    by_decile,
    learn_chances,
    learn_spread,
)
from quintile.value.evaluation import choose_model, evaluate, evaluate_probability
from quintile.value.lifetime_value import (
    OUTCOMES,
    FittedModel,
    PastSpend,
    number,
    predict_batches,
)

SCORES = pa.schema(
    {
        "cut_off": pa.date32(),
        "period_end": pa.date32(),
        "history_days": pa.int32(),
        "horizon_days": pa.int32(),
        "model": pa.string(),
        "converged": pa.bool_(),
        "message": pa.string(),
        "customers": pa.int64(),
        "mae": pa.float64(),
        "rmse": pa.float64(),
        "bias": pa.float64(),
        "spearman": pa.float64(),
        "gini": pa.float64(),
        "top_decile_share": pa.float64(),
        "auc": pa.float64(),
        "brier_score": pa.float64(),
        "calibration_gain": pa.float64(),
        "interval_coverage": pa.float64(),
        "outcome": pa.string(),
        "decile": pa.int64(),
        "decile_customers": pa.int64(),
        "mean_predicted": pa.float64(),
        "mean_actual": pa.float64(),
        "lower_ratio": pa.float64(),
        "upper_ratio": pa.float64(),
    }
)
PREDICTIONS = pa.schema(
    {
        "customer_id": pa.string(),
        "expected_orders": pa.float64(),
        "expected_spend": pa.float64(),
        "spend_p10": pa.float64(),
        "spend_p90": pa.float64(),
        "purchase_probability": pa.float64(),
        "value_model": pa.string(),
        "why_this_model": pa.string(),
    }
)


@dataclass(frozen=True)
class Doubt:
    """The uncertainty of one model's forecasts, learnt from earlier cutoffs.

    Attributes:
        spread: Of actual relative to predicted spend; None = not known.
        calibration: Of the probability; None = not known.
        gain: Mean decrease of the Brier score by calibration at earlier cutoffs.
    """

    spread: Spread | None
    calibration: ChanceCalibration | None
    gain: float

    def chances(self, raw: np.ndarray) -> np.ndarray:
        """Calibrate probabilities if that helped at earlier cutoffs."""
        if self.calibration is None or self.gain <= 0:
            return raw
        return self.calibration.apply(raw)

    def interval(self, spend: np.ndarray) -> Sequence[np.ndarray | pa.Array]:
        """Return the limits of the interval of each forecast, NULL if nothing is known."""
        if self.spread is None:
            return [pa.nulls(len(spend), pa.float64())] * 2
        return self.spread.interval(spend)


def score_models(cut_offs: pa.Table, rows: pa.Table, *, random_seed: int) -> pa.Table:
    """Judge every model at every cutoff of the back-test by the actual outcome.

    The uncertainty of a model at a cutoff is learnt only from cutoffs whose period had ended by
    then, as for the current forecast.

    Args:
        cut_offs: Rows of value_seasons.
        rows: Rows of value_training_rows, in any order.
        random_seed: Seeds the trees.

    Returns:
        One row per cutoff, model, outcome (`spend`, or `order`: whether there was one) and decile
        of its predictions, columns `SCORES`: the measures of the model, repeated over outcomes and
        deciles, and the columns of `by_decile`. No rows if the data are too short for a back-test.
        NULL if a measure is undefined.
    """
    scores = _frame([])
    for cut_off in cut_offs.filter(pc.field("is_back_test")).sort_by("cut_off").to_pylist():
        customers = _rows_of(rows, cut_off, "predict")
        if not len(customers):
            continue
        fits = _fit(rows, cut_off, random_seed=random_seed)
        scored = [_score(fits, model, customers, cut_off, scores) for model in fits.models.values()]
        scores = pd.concat([frame for frame in (scores, *scored) if len(frame)])
    return pa.Table.from_pandas(scores, schema=SCORES, preserve_index=False)


def _score(
    fits: Fits,
    model: FittedModel,
    customers: pa.Table,
    cut_off: Mapping[str, Any],
    scores: pd.DataFrame,
) -> pd.DataFrame:
    predicted = fits.forecasts[model.name]
    spend, raw = (predicted[c].to_numpy() for c in ("expected_spend", "purchase_probability"))
    orders, actual = (number(customers, outcome, least=0) for outcome in OUTCOMES)
    bought = (orders > 0).astype("float64")
    doubt = _doubt(scores, model.name, cut_off, spend, fits.rehearsal)
    area, brier = evaluate_probability(bought, doubt.chances(raw))
    judged = {name: cut_off[name] for name in SCORES.names if name in cut_off}
    judged |= {"model": model.name, "converged": model.converged, "message": model.message}
    judged |= asdict(evaluate(actual, spend)) | {"auc": area, "brier_score": brier}
    judged["calibration_gain"] = _gain(doubt.calibration, bought, raw)
    judged["interval_coverage"] = _coverage(doubt.spread, actual, spend)
    tables = {"spend": by_decile(actual, spend), "order": by_decile(bought, raw)}
    return _frame(
        judged | {"outcome": outcome} | decile
        for outcome, table in tables.items()
        for decile in table.rename(columns={"customers": "decile_customers"}).to_dict("records")
    )


def _frame(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=SCORES.names)


def _doubt(
    scores: pd.DataFrame,
    model: str,
    cut_off: Mapping[str, Any],
    spend: np.ndarray,
    rehearsal: Rehearsal,
) -> Doubt:
    """Learn from periods that had ended by a cutoff; without any, use the rehearsal's spread."""
    has_ended = [end <= cut_off["cut_off"] for end in scores["period_end"]]
    known = scores[(scores["model"] == model) & np.array(has_ended, dtype=bool)]
    known = known.drop(columns="customers").rename(columns={"decile_customers": "customers"})
    gains = known.drop_duplicates("cut_off")["calibration_gain"].dropna()
    spends = known[known["outcome"] == "spend"]
    return Doubt(
        learn_spread(
            rehearsal.deciles if spends.empty else spends,
            spend,
            is_season_known=cut_off["is_season_known"],
        ),
        learn_chances(known[known["outcome"] == "order"]),
        float(gains.mean()) if len(gains) else 0.0,
    )


def _gain(calibration: ChanceCalibration | None, bought: np.ndarray, raw: np.ndarray) -> float:
    if calibration is None:
        return np.nan
    before, after = (
        evaluate_probability(bought, chances)[1] for chances in (raw, calibration.apply(raw))
    )
    return before - after


def _coverage(spread: Spread | None, actual: np.ndarray, spend: np.ndarray) -> float:
    if spread is None:
        return np.nan
    lower, upper = spread.interval(spend)
    return float(np.mean((actual >= lower) & (actual <= upper)))


@dataclass(frozen=True)
class ServedModel:
    """The model that is used for all customers, and why; it predicts them batch by batch.

    Attributes:
        model: The fitted model.
        horizon_days: Days from now to predict.
        doubt: The uncertainty of its forecasts.
        why: Why this model, in words.
    """

    model: FittedModel
    horizon_days: float
    doubt: Doubt
    why: str

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Predict customers by their current features; batches of `PREDICTIONS`."""
        for batch in batches:
            customers = pa.RecordBatchReader.from_batches(batch.schema, [batch])
            for predicted in predict_batches(self.model, customers, self.horizon_days):
                yield self._completed(predicted)

    def _completed(self, predicted: pa.RecordBatch) -> pa.RecordBatch:
        lower, upper = self.doubt.interval(predicted["expected_spend"].to_numpy())
        columns = {name: predicted[name] for name in predicted.schema.names}
        columns |= {
            "spend_p10": lower,
            "spend_p90": upper,
            "purchase_probability": self.doubt.chances(columns["purchase_probability"].to_numpy()),
            "value_model": pa.repeat(self.model.name, len(predicted)),
            "why_this_model": pa.repeat(self.why, len(predicted)),
        }
        return pa.RecordBatch.from_pydict({name: columns[name] for name in PREDICTIONS.names}).cast(
            PREDICTIONS
        )


def serve_model(
    cut_offs: pa.Table,
    rows: pa.Table,
    scores: pa.Table,
    *,
    horizon_days: float,
    random_seed: int,
) -> ServedModel:
    """Choose a model by the back-test and fit it to the latest data.

    Args:
        cut_offs: Rows of value_seasons; the one that is not of the back-test is predicted from.
        rows: Rows of value_training_rows, in any order.
        scores: The result of `score_models`.
        horizon_days: Days from now to predict.
        random_seed: Seeds the trees.
    """
    known = scores.to_pandas()
    choice = choose_model(
        known.drop_duplicates(["model", "cut_off"]), default=Blend.name, baseline=PastSpend.name
    )
    now = cut_offs.filter(~pc.field("is_back_test")).to_pylist()
    cut_off = now[0] if now else _nowhen(horizon_days)
    fits = _fit(rows, cut_off, random_seed=random_seed)
    model, why = _first_converged(fits.models, choice.model)
    if model.name in (Blend.name, "boosted_trees") or not cut_off["is_season_known"]:
        why += f"; {_season_in_words(cut_off)}"
    spend = fits.forecasts[model.name]["expected_spend"].to_numpy()
    doubt = _doubt(known, model.name, cut_off, spend, fits.rehearsal)
    return ServedModel(model, horizon_days, doubt, choice.reason + why)


def _first_converged(fits: Mapping[str, FittedModel], chosen: str) -> tuple[FittedModel, str]:
    """Return the chosen model, else the blend, else the baseline, and why others were not used."""
    why = ""
    for name in (chosen, Blend.name):
        if fits[name].converged:
            return fits[name], why
        why = f"; {name} would be used, but: {fits[name].message}"
    return fits[PastSpend.name], why


def _season_in_words(cut_off: Mapping[str, Any]) -> str:
    if not cut_off["is_season_known"]:
        return "less than a year is known, so the coming season has not been seen"
    index = cut_off["spend_index"]
    return f"the coming season is expected to bring {index:.0%} of an average day's spend"


def _nowhen(horizon_days: float) -> dict[str, Any]:
    """Describe a cutoff that has no rows."""
    return {
        "cut_off": None,
        "horizon_days": horizon_days,
        "training_days": 0,
        "is_season_known": False,
        "order_index": 1.0,
        "spend_index": 1.0,
    }


def _rows_of(rows: pa.Table, cut_off: Mapping[str, Any], purpose: str) -> pa.Table:
    if cut_off["cut_off"] is None:
        return rows.slice(0, 0)
    is_wanted = (pc.field("cut_off") == cut_off["cut_off"]) & (pc.field("purpose") == purpose)
    return rows.filter(is_wanted).sort_by(
        [("window_number", "ascending"), ("customer_id", "ascending")]
    )


def _fit(rows: pa.Table, cut_off: Mapping[str, Any], *, random_seed: int) -> Fits:
    return fit_models(
        _rows_of(rows, cut_off, "predict"),
        _rows_of(rows, cut_off, "learn"),
        horizon_days=cut_off["horizon_days"],
        # A single day of history has nothing to learn from, so its length does not matter.
        training_horizon_days=cut_off["training_days"] or cut_off["horizon_days"],
        random_seed=random_seed,
        season=Season((cut_off["order_index"], cut_off["spend_index"]), cut_off["is_season_known"]),
    )
