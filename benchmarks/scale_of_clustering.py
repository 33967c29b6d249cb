"""Time the clustering of few and of many customers: the Python step, and the assignment in SQL.

Python must see the bounded sample whatever the number of customers, and SQL must stay below a
microsecond per customer and cluster. Customers are made up; from customer_rfm on, dbt runs the
models of the project. Ten million customers take a few minutes.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click
import duckdb

from quintile.database import use_schemas

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
SEEDS = ["segment_playbook", "rfm_segments"]
MODELS = ["segment_grid", "playbook", "previous_fits", "previous_cluster_model"]
MODELS += ["previous_decisions", "last_period"]
MODELS += ["last_period_customers", "customer_habits", "customer_rfm+,+segments"]

CUSTOMERS = """
create schema main_steps;
create table main_steps.as_of as select date '2024-01-01' as as_of_date;
create table customer_rfm as
with draws as (
    select
        number,
        hash(number, 1) / 18446744073709551616.0 as r,
        hash(number, 2) / 18446744073709551616.0 as f,
        hash(number, 3) / 18446744073709551616.0 as m
    from range({customers}) as numbers (number)
),
metrics as (
    select
        number,
        cast(1 + 700 * r * r as integer) as recency_days,
        cast(1 + 60 * power(f, 6) as integer) as frequency,
        cast(exp(2 + 3 * f + 3 * m) as decimal(18, 4)) as monetary
    from draws
)
select
    cast(number as varchar) as customer_id,
    timestamp '2021-01-01' as first_ordered_at,
    timestamp '2024-01-01' - to_days(recency_days) as last_ordered_at,
    recency_days,
    frequency,
    monetary,
    1095 as tenure_days
from metrics;
create table orders as
select customer_id, first_ordered_at as ordered_at, '1' as invoice_id, 1 as units, 1 as amount
from customer_rfm
union all
select customer_id, last_ordered_at, '2', 1, monetary from customer_rfm;
create table main_steps.order_events as
select *, ordered_at as changed_at, cast(null as timestamp) as replaced_at from orders;
create table main_steps.customer_countries (customer_id varchar, country varchar)
"""


def run_dbt(folder: Path, *command: str) -> dict[str, float]:
    """Run dbt and return the seconds of each node."""
    target = folder / "target"
    places = ["--target-path", str(target), "--log-path", str(folder / "logs")]
    done = subprocess.run(
        [str(BIN / "dbt"), *command, *places],
        cwd=ROOT,
        env={**os.environ, "QUINTILE_DB": str(folder / "quintile.duckdb")},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise click.ClickException(done.stdout)
    nodes = json.loads((target / "run_results.json").read_text())["results"]
    return {node["unique_id"].split(".")[2]: node["execution_time"] for node in nodes}


def fit(folder: Path) -> None:
    """Fit as the Python models do, in a process of its own, and print seconds and peak bytes."""
    from quintile.segmentation.clustering import fit_candidates  # noqa: PLC0415
    from quintile.segmentation.factors import fit_factors  # noqa: PLC0415

    start = time.perf_counter()
    file = str(folder / "cluster_sample.parquet")
    sample = duckdb.read_parquet(file).to_arrow_table().to_pandas()
    fit_candidates(sample, candidates=range(3, 9), random_seed=1)
    fit_factors(sample, n_clusters=4, random_seed=1)
    # Linux: getrusage would count the memory of the parent at the time of the fork as well.
    status = Path("/proc/self/status").read_text()
    [kibibytes] = re.findall(r"^VmHWM:\s*(\d+) kB", status, re.MULTILINE)
    print(json.dumps([len(sample), time.perf_counter() - start, int(kibibytes) * 1024]))


def measure(customers: int, folder: Path) -> str:
    """Cluster so many customers; return a row of the table."""
    database = folder / "quintile.duckdb"
    with duckdb.connect(str(database)) as connection:
        connection.execute(CUSTOMERS.format(customers=customers))
    run_dbt(folder, "seed", "--select", *SEEDS)
    seconds = run_dbt(folder, "run", "--exclude", "customer_rfm", "--select", *MODELS)
    [assignment] = folder.glob("target/compiled/quintile/models/**/cluster_assignments.sql")
    with duckdb.connect(str(database), read_only=True, config={"threads": 2}) as connection:
        use_schemas(connection)
        [(clusters,)] = connection.execute("select count(*) from cluster_model").fetchall()
        start = time.perf_counter()
        connection.execute(f"create temp table assigned as {assignment.read_text()}")
        assign = time.perf_counter() - start
        connection.table("cluster_sample").write_parquet(str(folder / "cluster_sample.parquet"))
    fitted = subprocess.run(
        [sys.executable, __file__, "--fit", str(folder)], capture_output=True, check=True
    )
    sampled, fit_seconds, peak = json.loads(fitted.stdout)
    return (
        f"| {customers:,} | {sampled:,} | {fit_seconds:.1f} s | {peak / 1e6:.0f} MB "
        f"| {seconds['cluster_sample']:.1f} s | {assign:.2f} s | {clusters} "
        f"| {assign / customers / clusters * 1e6:.3f} µs | {seconds['segments']:.1f} s |"
    )


@click.command()
@click.argument("sizes", type=int, nargs=-1)
@click.option("--fit", "folder", type=click.Path(exists=True, path_type=Path), hidden=True)
def main(sizes: tuple[int, ...], folder: Path | None) -> None:
    """Compare SIZES, numbers of customers; 100000 and 10000000 where none is given."""
    if folder:
        fit(folder)
        return
    click.echo(
        "| customers | Python sees | fits in Python | peak memory of that | drawing the sample "
        "| assignment in SQL | clusters | per customer and cluster | segments, each checked |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    )
    for customers in sizes or (100_000, 10_000_000):
        with tempfile.TemporaryDirectory() as place:
            click.echo(measure(customers, Path(place)))


if __name__ == "__main__":
    main()
