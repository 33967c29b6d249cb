"""Compare 24 month ends of history with one date: what rfm_history costs beside customer_rfm.

Invoice lines are made up by the project's generator and built by dbt up to both. Then the models'
own SQL runs again on the tables that it reads, alternating, in one process: medians of several
runs. order_events is built once for all dates, as orders is for one, and counts for neither.

    python benchmarks/scale_of_history.py --lines 100_000_000
"""

from __future__ import annotations

import os
import statistics
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
BUILD = ["build", "--select", "+rfm_history", "+segments", "--exclude-resource-type"]
WHOLE_RFM = "sum(recency_days), sum(frequency), sum(monetary), max(last_ordered_at)"
WHOLE_SCORES = (
    f"{WHOLE_RFM}, sum(r_score + f_score + m_score), max(rfm_segment), max(cluster_label)"
)
# The models of one date, those of all month ends, and the view of these, read whole.
JOBS = {
    "RFM": (["customer_rfm"], ["customer_rfm_versions"], f"select {WHOLE_RFM} from month_end_rfm"),
    "RFM, scores and segments": (
        ["customer_rfm", "rfm_thresholds", "rfm_scores", "cluster_assignments"],
        ["customer_rfm_versions", "month_end_thresholds"],
        f"select {WHOLE_RFM}, {WHOLE_SCORES} from rfm_history",
    ),
}


def build(lines: int, folder: Path) -> None:
    """Make up so many lines and build them without tests."""
    source = folder / "lines.parquet"
    generate = [sys.executable, "-m", "quintile.sample", str(source), "--lines", str(lines)]
    places = ["--target-path", str(folder / "target"), "--log-path", str(folder / "logs")]
    env = {
        **os.environ,
        "QUINTILE_DB": str(folder / "quintile.duckdb"),
        "QUINTILE_INVOICES": str(source),
    }
    for command in generate, [str(BIN / "dbt"), *BUILD, "test", "unit_test", *places]:
        done = subprocess.run(
            command, cwd=ROOT, env=env, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise click.ClickException(done.stdout + done.stderr)


def seconds(connection: duckdb.DuckDBPyConnection, statements: list[str]) -> tuple[float, float]:
    """Run statements; return wall and CPU seconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    for statement in statements:
        connection.execute(statement).fetchall()
    return time.perf_counter() - wall, time.process_time() - cpu


def measure(folder: Path, runs: int, memory_limit: str) -> list[str]:
    """Time the jobs of one date and of all month ends; return the rows of the table."""
    compiled = {path.stem: path for path in folder.glob("target/compiled/quintile/models/**/*.sql")}

    def remade(models: list[str]) -> list[str]:
        return [
            f"create or replace temp table again_{model} as {compiled[model].read_text()}"
            for model in models
        ]

    rows = []
    config = {
        "threads": 2,
        "memory_limit": memory_limit,
        "temp_directory": str(folder / "spilled"),
    }
    with duckdb.connect(
        str(folder / "quintile.duckdb"), read_only=True, config=config
    ) as connection:
        use_schemas(connection)
        [(months,)] = connection.execute("select count(*) from month_ends").fetchall()
        for job, (one_date, all_dates, read_whole) in JOBS.items():
            sides = [remade(one_date), [*remade(all_dates), read_whole]]
            spent = [[seconds(connection, side) for side in sides] for _ in range(runs)]
            (one, one_cpu), (many, many_cpu) = (
                tuple(map(statistics.median, zip(*side, strict=True)))
                for side in zip(*spent, strict=True)
            )
            rows.append(
                f"| {job} | {one:.2f} s | {months} | {many:.2f} s | {many / one:.1f} "
                f"| {many_cpu / one_cpu:.1f} |"
            )
    return rows


@click.command()
@click.option("--lines", default=10_000_000, show_default=True, help="Invoice lines to make up.")
@click.option("--runs", default=3, show_default=True, help="Runs of each side, alternating.")
@click.option("--memory-limit", default="8GB", show_default=True, help="DuckDB's, while timed.")
def main(lines: int, runs: int, memory_limit: str) -> None:
    """Print the ratio of all month ends to one date."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        build(lines, folder)
        rows = measure(folder, runs, memory_limit)
    click.echo(
        f"| {lines:,} lines | one date | month ends | all of them | ratio | ratio of CPU time |\n"
        "| --- | --- | --- | --- | --- | --- |"
    )
    click.echo("\n".join(rows))


if __name__ == "__main__":
    main()
