"""Build on Spark with some workers, and print what each model shuffles.

    .venv-spark/bin/python benchmarks/scale_of_spark.py --lines 1000000 --workers 2

Workers have one core and 1 GB each. Seconds are of the models alone; bytes are those that the tasks
wrote for others to read, from Spark's event log.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import click
from spark_cluster import Cluster, running_cluster

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
MODELS = ["--select", "+segments"]
MADE = r"CreateDataSourceTableAsSelectCommand\nArguments: `spark_catalog`.`quintile`.`(\w+)`"


def run_dbt(cluster: Cluster, folder: Path, invoices: Path, *command: str) -> None:
    environment = {
        **cluster.environment,
        "QUINTILE_INVOICES": str(invoices),
        "QUINTILE_SPARK_DIR": str(folder / "spark"),
    }
    places = ["--target-path", str(folder / "target"), "--log-path", str(folder / "logs")]
    dbt = [str(BIN / "dbt"), "--quiet", *command, *places, "--target", "spark"]
    subprocess.run(dbt, cwd=ROOT, env=environment, check=True)


def seconds_of_models(folder: Path) -> dict[str, float]:
    results = json.loads((folder / "target/run_results.json").read_text())["results"]
    return {
        result["unique_id"].split(".")[-1]: result["execution_time"]
        for result in results
        if result["unique_id"].startswith("model.")
    }


def shuffled_bytes(events: Path) -> Counter[str]:
    """Bytes by the table that a query made; '' for all other queries."""
    table_of_query, query_of_stage = {}, {}
    shuffled: Counter[str] = Counter()
    for file in sorted(events.rglob("events_*")):
        for line in file.read_text().splitlines():
            event = json.loads(line)
            kind = event["Event"].rsplit(".", 1)[-1]
            if kind == "SparkListenerSQLExecutionStart":
                found = re.search(MADE, event["physicalPlanDescription"])
                root = table_of_query.get(event["rootExecutionId"], "")
                table_of_query[event["executionId"]] = found.group(1) if found else root
            elif kind == "SparkListenerJobStart":
                query = event["Properties"].get("spark.sql.execution.id", -1)
                query_of_stage |= dict.fromkeys(event["Stage IDs"], int(query))
            elif kind == "SparkListenerTaskEnd" and event.get("Task Metrics"):
                table = table_of_query.get(query_of_stage.get(event["Stage ID"]), "")
                metrics = event["Task Metrics"]["Shuffle Write Metrics"]
                shuffled[table] += metrics["Shuffle Bytes Written"]
    return shuffled


@click.command()
@click.option("--lines", default=1_000_000, help="Lines of the made-up shop.")
@click.option("--workers", default=2, help="Workers of one core.")
def main(lines: int, workers: int) -> None:
    """Measure one build up to segments."""
    with tempfile.TemporaryDirectory(prefix="quintile-") as scratch:
        folder = Path(scratch)
        events, invoices = folder / "events", folder / "invoices.parquet"
        events.mkdir()
        (folder / "spark").mkdir()
        sample = [sys.executable, "-m", "quintile.sample", str(invoices)]
        subprocess.run([*sample, "--lines", str(lines)], cwd=ROOT, check=True)
        settings = f"spark.eventLog.enabled true\nspark.eventLog.dir file://{events}\n"
        settings += "spark.eventLog.compress false\n"
        with running_cluster(folder, settings) as cluster:
            for _ in range(workers):
                cluster.start_worker()
            run_dbt(cluster, folder, invoices, "seed")
            run_dbt(cluster, folder, invoices, "run", *MODELS)
        seconds, shuffled = seconds_of_models(folder), shuffled_bytes(events)
    print(f"{lines:,} lines, {workers} workers: {sum(seconds.values()):.0f} s of models")
    for model in sorted(seconds, key=lambda name: -shuffled[name]):
        print(f"{model:24} {seconds[model]:8.1f} s {shuffled[model] / 1e6:10.2f} MB shuffled")
    print(f"{'other queries':24} {'':10} {shuffled[''] / 1e6:10.2f} MB shuffled")


if __name__ == "__main__":
    main()
