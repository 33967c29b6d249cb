"""Time `dbt build` without tests against the same job in pandas, and print the README's table.

Runs alternate in one session; times are medians, memory is the highest peak of any run.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

import click

# What the baseline does: from the files to segments, with the funnel and the profiles.
WITHOUT_TESTS = ["--exclude-resource-type", "test", "unit_test"]
SAME_JOB = ["+segment_profiles", "+cleaning_audit"]
ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


def measure(command: list[str], env: dict[str, str]) -> dict[str, float]:
    """Wall and CPU seconds and peak resident memory (MB) of one command."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **env}, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if status:
            output.seek(0)
            raise click.ClickException(f"{' '.join(command)} failed:\n{output.read().decode()}")
    cpu = usage.ru_utime + usage.ru_stime
    return {"wall": wall, "cpu": cpu, "memory": usage.ru_maxrss / 1024}


def run_quintile(source: Path, folder: Path) -> dict[str, float]:
    target = folder / "target"
    options = ["--target-path", str(target), "--log-path", str(folder / "logs")]
    figures = measure(
        [str(BIN / "dbt"), "build", "--select", *SAME_JOB, *WITHOUT_TESTS, *options],
        {"QUINTILE_INVOICES": str(source), "QUINTILE_DB": str(folder / "quintile.duckdb")},
    )
    results = json.loads((target / "run_results.json").read_text())["results"]
    steps = [step for result in results for step in result["timing"]]
    started = min(datetime.fromisoformat(step["started_at"]) for step in steps)
    completed = max(datetime.fromisoformat(step["completed_at"]) for step in steps)
    return {**figures, "work": (completed - started).total_seconds()}


def run_pandas(source: Path, folder: Path) -> dict[str, float]:
    script = str(ROOT / "benchmarks/pandas_baseline.py")
    figures = measure([sys.executable, script, str(source), str(folder)], {})
    return {**figures, "work": figures["wall"]}


@click.command()
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option("--runs", default=3, show_default=True, help="Runs of each, alternating.")
def main(source: Path, runs: int) -> None:
    """Compare on SOURCE, a Parquet file of invoice lines."""
    contestants = {"dbt build": run_quintile, "pandas": run_pandas}
    figures: dict[str, list[dict[str, float]]] = {name: [] for name in contestants}
    for _ in range(runs):
        for name, run in contestants.items():
            with tempfile.TemporaryDirectory() as folder:
                figures[name].append(run(source.resolve(), Path(folder)))
                click.echo(f"{name}: {figures[name][-1]}", err=True)
    median = {
        name: {key: statistics.median(run[key] for run in results) for key in results[0]}
        for name, results in figures.items()
    }
    ours, theirs = median["dbt build"], median["pandas"]
    click.echo(f"pandas / dbt build, SQL and fitting: {theirs['work'] / ours['work']:.2f}")
    click.echo(f"start-up of dbt, apart: {ours['wall'] - ours['work']:.1f} s")
    click.echo()
    click.echo("|  | SQL and fitting | whole process | CPU | peak memory |")
    click.echo("| --- | --- | --- | --- | --- |")
    for name, row in median.items():
        times = " | ".join(f"{row[key]:.1f} s" for key in ["work", "wall", "cpu"])
        peak = max(run["memory"] for run in figures[name])
        click.echo(f"| {name} | {times} | {peak:.0f} MB |")


if __name__ == "__main__":
    main()
