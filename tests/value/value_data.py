"""Customers for tests and benchmarks of value: public data as of a day, and simulated ones."""

import os
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from quintile.value.boosted_trees import RECENT_DAYS

CUSTOMERS = """
with
customers as (
    select
        customer_id,
        count(*) as frequency,
        $as_of - max(ordered_on) as recency_days,
        $as_of - min(ordered_on) as tenure_days,
        cast(sum(amount) as double) as monetary,
        {recent},
        cast(null as integer) as year_ago_orders,
        cast(null as double) as year_ago_monetary,
        0 as cancelled_orders,
        0.0 as cancelled_monetary
    from orders
    where ordered_on <= $as_of
    group by customer_id
),

outcomes as (
    select
        customer_id,
        count(*) as actual_orders,
        sum(amount) as actual_spend
    from orders
    where ordered_on > $as_of and ordered_on <= $until
    group by customer_id
)

select
    customers.*,
    1 as window_number,
    coalesce(outcomes.actual_orders, 0) as actual_orders,
    cast(coalesce(outcomes.actual_spend, 0) as double) as actual_spend
from customers
left join outcomes using (customer_id)
order by customer_id
"""
RECENT = """
        count(*) filter (where ordered_on > $as_of - {days}) as orders_{days}_days,
        coalesce(cast(sum(amount) filter (where ordered_on > $as_of - {days}) as double), 0)
            as monetary_{days}_days"""


def public_file(name: str) -> str:
    folder = os.environ.get("QUINTILE_TEST_DATA")
    if not folder:
        pytest.skip("QUINTILE_TEST_DATA, the folder of public data sets, is not set")
    return str(Path(folder) / name)


@cache
def cdnow_orders() -> pa.Table:
    """Purchase days of the CDNOW sample, days of zero dollars included."""
    names = ["master_id", "customer_id", "ordered_on", "units", "amount"]
    lines = pd.read_csv(public_file("cdnow_sample.txt"), sep=r"\s+", names=names)
    query = """
        select
            customer_id,
            strptime(ordered_on::varchar, '%Y%m%d')::date as ordered_on,
            sum(amount) as amount
        from lines
        group by all
    """
    with duckdb.connect() as connection:
        connection.register("lines", lines)
        return connection.sql(query).to_arrow_table()


@cache
def online_retail_orders(grain: str = "invoice") -> pa.Table:
    """UCI Online Retail by invoice or by day; cancellations and unknown customers left out."""
    file, grouping = public_file("online_retail.parquet"), {"invoice": "InvoiceNo", "day": "null"}
    query = f"""
        select
            CustomerID::bigint as customer_id,
            InvoiceDate::date as ordered_on,
            sum(Quantity * UnitPrice) as amount
        from read_parquet('{file}')
        where Quantity > 0 and UnitPrice > 0 and CustomerID is not null
        group by customer_id, ordered_on, {grouping[grain]}
    """
    with duckdb.connect() as connection:
        return connection.sql(query).to_arrow_table()


def customers_as_of(orders: pa.Table, as_of: date, *, horizon_days: int = 0) -> pa.Table:
    """Customers as known at the end of a day, and what they did in the days that followed."""
    with duckdb.connect() as connection:
        connection.register("orders", orders)
        dates = {"as_of": as_of, "until": as_of + timedelta(days=horizon_days)}
        recent = ",".join(RECENT.format(days=days) for days in RECENT_DAYS)
        query = CUSTOMERS.format(recent=recent)
        return connection.sql(query, params=dates).to_arrow_table()


def simulate(model, size, horizon, seed=0):
    """Customers who do what BG/NBD says: x, t_x, T, and orders in the horizon after T."""
    rng = np.random.default_rng(seed)
    rates = rng.gamma(model.r, 1 / model.alpha, size)
    stops = rng.beta(model.a, model.b, size)
    tenure = rng.uniform(20, 300, size)
    repeats, later, last, clock = np.zeros(size), np.zeros(size), np.zeros(size), np.zeros(size)
    alive = np.full(size, True)
    while alive.any():
        clock += np.where(alive, rng.exponential(1 / rates), np.inf)
        early, late = clock <= tenure, (clock > tenure) & (clock <= tenure + horizon)
        repeats += early
        later += late
        last = np.where(early, clock, last)
        alive = (early | late) & (rng.random(size) >= stops)
    return repeats, last, tenure, later
