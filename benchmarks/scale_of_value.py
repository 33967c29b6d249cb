"""Predict the value of many made-up customers, and print the peak memory of each step.

Orders are made up in SQL; from there on, dbt runs the models of models/value, each in a process of
its own, DuckDB with a memory limit, so that what Python needs on top shows as well. Ten million
customers must fit in 2 GB.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click
import duckdb
import yaml

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
STEPS = {
    "windows, seasons, sample and examples": ["+value_training_rows", "+value_seasons"],
    "back-test of all models": ["value_model_scores"],
    "features of all customers": ["customer_value_features"],
    "predictions": ["value_predictions"],
    "next orders": ["order_gaps", "next_orders"],
    "classes, totals, cohorts and back-test tables": [
        "value_class_bounds",
        "customer_value",
        "value_backtest",
        "value_past",
        "value_totals",
        "next_order_backtest",
        "cohort_value",
    ],
}
IN_VALUE = "path:models/value"
ORDERS = """
create schema main_steps;
create table main_steps.as_of as select date '2024-01-01' as as_of_date;
create table main_steps.order_events as
with customers as (
    select
        number,
        cast(1 + 12 * power(hash(number, 1) / 18446744073709551616.0, 4) as integer) as orders,
        cast(30 + 700 * (hash(number, 2) / 18446744073709551616.0) as integer) as tenure
    from range({customers}) as numbers (number)
),
orders as (
    select
        number,
        orders,
        tenure,
        unnest(generate_series(1, orders)) as order_number
    from customers
),
orders_dated as (
    select
        number,
        order_number,
        timestamp '2024-01-01' - to_minutes(cast(
            1 + 1440 * tenure * (hash(number, order_number, 3) / 18446744073709551616.0) as bigint
        )) as ordered_at,
        cast(
            exp(2 + 3 * (hash(number, order_number, 4) / 18446744073709551616.0)) as decimal(18, 4)
        ) as amount
    from orders
)
select
    cast(number * 100 + order_number as varchar) as invoice_id,
    cast(number as varchar) as customer_id,
    cast(1 as decimal(18, 4)) as units,
    amount,
    amount as amount_change,
    1 as order_change,
    ordered_at,
    ordered_at as changed_at,
    cast(null as timestamp) as replaced_at
from orders_dated;
create table customer_rfm as select distinct customer_id from main_steps.order_events;
create table orders as from main_steps.order_events;
"""


def make_up(customers: int, database: Path, memory_limit: str) -> int:
    """Write the orders of so many customers; return their number."""
    with duckdb.connect(str(database), config={"memory_limit": memory_limit}) as connection:
        connection.execute(ORDERS.format(customers=customers))
        [(orders,)] = connection.execute("select count(*) from main_steps.order_events").fetchall()
    return orders


def write_profile(folder: Path, memory_limit: str) -> None:
    """Write the project's profile with a memory limit on DuckDB."""
    profiles = yaml.safe_load((ROOT / "profiles.yml").read_text())
    profiles["quintile"]["outputs"]["duckdb"]["settings"]["memory_limit"] = memory_limit
    (folder / "profiles.yml").write_text(yaml.safe_dump(profiles))


def run_step(folder: Path, selection: list[str]) -> tuple[float, float]:
    """Run models in a process of their own; return seconds and its peak memory in MB."""
    places = ["--profiles-dir", str(folder), "--target-path", str(folder / "target")]
    selected = [f"{model},{IN_VALUE}" for model in selection]
    command = [str(BIN / "dbt"), "run", "--select", *selected, *places]
    env = {**os.environ, "QUINTILE_DB": str(folder / "quintile.duckdb")}
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [*command, "--log-path", str(folder / "logs")],
            cwd=ROOT,
            env=env,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            output.seek(0)
            raise click.ClickException(output.read().decode())
    return time.perf_counter() - start, usage.ru_maxrss / 1024


@click.command()
@click.option("--customers", default=10_000_000, show_default=True, help="How many to make up.")
@click.option("--memory-limit", default="1GB", show_default=True, help="DuckDB's memory limit.")
def main(customers: int, memory_limit: str) -> None:
    """Predict made-up CUSTOMERS and print a table."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        orders = make_up(customers, folder / "quintile.duckdb", memory_limit)
        write_profile(folder, memory_limit)
        click.echo(
            f"| {customers:,} customers, {orders:,} orders | seconds | peak memory |\n"
            "| --- | --- | --- |"
        )
        for step, selection in STEPS.items():
            seconds, peak = run_step(folder, selection)
            click.echo(f"| {step} | {seconds:.0f} s | {peak:,.0f} MB |")
        with duckdb.connect(str(folder / "quintile.duckdb"), read_only=True) as connection:
            [(predicted, model)] = connection.execute(
                "select count(*), any_value(value_model) from customer_value"
            ).fetchall()
        click.echo(f"\n{predicted:,} customers predicted by {model}.")


if __name__ == "__main__":
    main()
