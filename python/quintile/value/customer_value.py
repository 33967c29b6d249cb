"""From the tables of models/value to its two Python models: judge the models, then serve one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from quintile.value.evaluation import Choice, calibration, choose_model, evaluate
from quintile.value.lifetime_value import (
    FittedModel,
    PastSpend,
    fit_models,
    predict_batches,
    served_model,
)

TRIALS = pa.schema(
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
        "decile": pa.int64(),
        "decile_customers": pa.int64(),
        "mean_predicted": pa.float64(),
        "mean_actual": pa.float64(),
    }
)
PREDICTIONS = pa.schema(
    {
        "customer_id": pa.string(),
        "expected_orders": pa.float64(),
        "expected_spend": pa.float64(),
        "purchase_probability": pa.float64(),
        "value_model": pa.string(),
        "why_this_model": pa.string(),
    }
)


def try_models(cut_offs: pa.Table, examples: pa.Table, *, random_seed: int) -> pa.Table:
    """Judge every model at every cut-off of the back-test by the net spend that followed.

    Args:
        cut_offs: Rows of value_cut_offs.
        examples: Rows of value_training_rows, in any order.
        random_seed: Seeds the trees.

    Returns:
        One row per cut-off, model and decile of its predictions, columns `TRIALS`: what `evaluate`
        gives, repeated over the deciles, and what `calibration` gives. No rows where the data are
        too short for a back-test. NULL where a figure is undefined.
    """
    rows = []
    for cut_off in cut_offs.filter(pc.field("is_back_test")).sort_by("cut_off").to_pylist():
        customers = _examples(examples, cut_off, "predict")
        if not len(customers):
            continue
        named = {name: cut_off[name] for name in TRIALS.names if name in cut_off}
        actual = pc.cast(customers["actual_spend"], pa.float64()).to_numpy()
        for name, fit in _fit(examples, cut_off, random_seed=random_seed).items():
            predicted = fit.predict(customers, cut_off["horizon_days"])["expected_spend"].to_numpy()
            judged = {"model": name, "converged": fit.converged, "message": fit.message}
            judged |= asdict(evaluate(actual, predicted))
            deciles = calibration(actual, predicted).rename(
                columns={"customers": "decile_customers"}
            )
            rows += [named | judged | decile for decile in deciles.to_dict("records")]
    frame = pd.DataFrame(rows, columns=TRIALS.names)
    return pa.Table.from_pandas(frame, schema=TRIALS, preserve_index=False)


@dataclass(frozen=True)
class ServedModel:
    """The model that serves all customers, and why; it predicts them batch by batch.

    Attributes:
        model: The fitted model.
        horizon_days: Days from now to predict.
        why: Why this model, in words.
    """

    model: FittedModel
    horizon_days: float
    why: str

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Predict customers by their features as of now; batches of `PREDICTIONS`."""
        texts = (self.model.name, self.why)
        for batch in batches:
            customers = pa.RecordBatchReader.from_batches(batch.schema, [batch])
            for predicted in predict_batches(self.model, customers, self.horizon_days):
                constants = [pa.repeat(text, len(predicted)) for text in texts]
                columns = [*predicted.columns, *constants]
                yield pa.RecordBatch.from_arrays(columns, PREDICTIONS.names).cast(PREDICTIONS)


def serve_model(
    cut_offs: pa.Table,
    examples: pa.Table,
    trials: pa.Table,
    *,
    horizon_days: float,
    random_seed: int,
) -> ServedModel:
    """Choose a model by the back-test and fit it to the latest data.

    Args:
        cut_offs: Rows of value_cut_offs; the one that is no back-test is predicted from.
        examples: Rows of value_training_rows, in any order.
        trials: What `try_models` gave.
        horizon_days: Days from now to predict.
        random_seed: Seeds the trees.
    """
    now = cut_offs.filter(~pc.field("is_back_test")).to_pylist()
    choice = _choose(trials)
    if now:
        fits = _fit(examples, now[0], random_seed=random_seed)
    else:
        nobody = examples.slice(0, 0)
        fits = fit_models(nobody, nobody, training_horizon_days=horizon_days, random_seed=0)
    model, outcome = served_model(fits, choice.model)
    why = choice.reason if model.name == choice.model else f"{choice.reason}; {outcome}"
    return ServedModel(model, horizon_days, why)


def _examples(examples: pa.Table, cut_off: dict, purpose: str) -> pa.Table:
    is_wanted = (pc.field("cut_off") == cut_off["cut_off"]) & (pc.field("purpose") == purpose)
    return examples.filter(is_wanted).sort_by("customer_id")


def _fit(examples: pa.Table, cut_off: dict, *, random_seed: int) -> dict[str, FittedModel]:
    return fit_models(
        _examples(examples, cut_off, "predict"),
        _examples(examples, cut_off, "learn"),
        # A single day of history has nothing to learn from, so that its length does not matter.
        training_horizon_days=cut_off["training_days"] or cut_off["horizon_days"],
        random_seed=random_seed,
    )


def _choose(trials: pa.Table) -> Choice:
    names = ["model", "cut_off", "converged", "bias", "gini"]
    backtest = trials.select(names).to_pandas().drop_duplicates()
    if backtest.empty:
        return Choice(PastSpend.name, "the data are too short for a back-test: the baseline")
    return choose_model(backtest, baseline=PastSpend.name)
