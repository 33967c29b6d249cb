"""Compare Quintile's value models with `lifetimes` on CDNOW, and score many customers by batches.

    PYTHONPATH=python:tests/value QUINTILE_TEST_DATA=... python benchmarks/lifetime_value.py \
        --peer value_venv/bin/python --customers 10_000_000

The peer has a Python of its own (`pip install lifetimes==0.11.3`) and is left out without one.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from value_data import cdnow_orders, customers_as_of

from quintile.value.blend import Fits, fit_models
from quintile.value.boosted_trees import fit_boosted_trees
from quintile.value.evaluation import evaluate
from quintile.value.lifetime_value import (
    fit_past_spend,
    fit_purchase_process,
    predict_batches,
)

CUT_OFF, HORIZON = date(1997, 9, 30), 273
TRAINING_CUT_OFF, TRAINING_HORIZON = date(1997, 5, 15), 138
RUNS = 9
REPEATS = """
select
    customer_id,
    count(*) - 1 as repeats,
    max(ordered_on) - min(ordered_on) as last,
    date '1997-09-30' - min(ordered_on) as tenure,
    coalesce((sum(amount) - arg_min(amount, ordered_on)) / nullif(count(*) - 1, 0), 0) as mean_value
from orders
where ordered_on <= date '1997-09-30'
group by customer_id
order by customer_id
"""
MANY = """
select
    number as customer_id,
    1 + floor(-3 * ln(1 - random()))::integer as frequency,
    floor(tenure * random())::integer as recency_days,
    tenure as tenure_days,
    round(20 * exp(4 * random()), 2) as monetary
from (select range as number, floor(730 * random())::integer as tenure from range({customers}))
"""


def compare(peer: str | None) -> None:
    """Print a table: models fitted on 39 weeks of CDNOW, judged by the spend of the next 39.

    The blend's time is that of all models together.
    """
    customers = customers_as_of(cdnow_orders(), CUT_OFF, horizon_days=HORIZON)
    training = customers_as_of(cdnow_orders(), TRAINING_CUT_OFF, horizon_days=TRAINING_HORIZON)
    days = {"horizon_days": HORIZON, "training_horizon_days": TRAINING_HORIZON}

    def fit_blend() -> Fits:
        return fit_models(customers, training, random_seed=1, **days)

    forecasts = fit_blend().forecasts
    fits = {
        "past_spend": lambda: fit_past_spend(customers),
        "bg_nbd": lambda: fit_purchase_process(customers),
        "boosted_trees": lambda: fit_boosted_trees(
            training, horizon_days=TRAINING_HORIZON, random_seed=1
        ),
        "blend": fit_blend,
    }
    print("| CDNOW, 39 + 39 weeks | fit ms | orders of 1882 | MAE | RMSE | bias | Gini | top 10% |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for name, fit in fits.items():
        columns = (forecasts[name][c].to_numpy() for c in ("expected_orders", "expected_spend"))
        report(name, best_seconds(fit), customers, *columns)
    if peer:
        repeats = duckdb.from_arrow(cdnow_orders()).query("orders", REPEATS).df()
        answer = subprocess.run(
            [
                peer,
                str(Path(__file__).with_name("lifetime_value_peer.py")),
                str(HORIZON),
                str(RUNS),
            ],
            input=json.dumps(repeats.to_dict("list")),
            capture_output=True,
            text=True,
            check=True,
        )
        found = json.loads(answer.stdout)
        columns = (np.array(found[c]) for c in ("expected_orders", "expected_spend"))
        report("lifetimes 0.11.3", found["seconds"], customers, *columns)


def best_seconds(fit: Callable[[], object]) -> float:
    """Time a fit: the best of RUNS, which other work on the machine disturbs least."""

    def seconds() -> float:
        start = time.perf_counter()
        fit()
        return time.perf_counter() - start

    return min(seconds() for _ in range(RUNS))


def report(
    name: str, seconds: float, customers: pa.Table, orders: np.ndarray, spend: np.ndarray
) -> None:
    """Print the row of one model."""
    judged = evaluate(customers["actual_spend"].to_numpy(), spend)
    print(
        f"| {name} | {seconds * 1000:.1f} | {orders.sum():.0f} | {judged.mae:.2f} "
        f"| {judged.rmse:.2f} | {judged.bias:+.1%} | {judged.gini:.3f} "
        f"| {judged.top_decile_share:.1%} |"
    )


def score_many(customers: int) -> None:
    """Predict by BG/NBD and Gamma-Gamma from a DuckDB query to a Parquet file."""
    model = fit_purchase_process(customers_as_of(cdnow_orders(), CUT_OFF))
    before = peak_mib()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        connection.execute("set memory_limit = '512MB'")
        features = connection.sql(MANY.format(customers=customers)).to_arrow_reader()
        predictions = predict_batches(model, features, 180)
        with pq.ParquetWriter(Path(folder) / "value.parquet", predictions.schema) as writer:
            for batch in predictions:
                writer.write_batch(batch)
    print(
        f"{customers:,} customers scored in {time.perf_counter() - start:.1f} s, "
        f"peak memory {peak_mib():,.0f} MiB ({before:,.0f} MiB before)"
    )


def peak_mib() -> float:
    """Give the most memory that this process has used, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", help="a Python that has lifetimes")
    parser.add_argument("--customers", type=int, default=0, help="customers to score by batches")
    options = parser.parse_args()
    compare(options.peer)
    if options.customers:
        score_many(options.customers)
