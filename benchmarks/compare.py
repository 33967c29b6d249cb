"""Time the build against its limit and its peers on generated invoices, and print tables.

Runs of a size alternate in one session; times are medians, memory is the highest peak of any run.
Who runs out of memory or time is reported so, and spared the rest. Peers that are installed in
environments of their own (`make bench-peers`) take part; the others are named as missing.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

import click
import duckdb
from empty_project import count_nodes, write_empty_project

from quintile.inputs.column_matching import match_columns

ROOT = Path(__file__).parent.parent
HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
PEERS = ROOT / ".venv-bench"
WITHOUT_TESTS = ["--exclude-resource-type", "test", "unit_test"]
# What the baselines do: from the files to segments, with the funnel and the profiles.
SAME_JOB = ["--select", "+segment_profiles", "+cleaning_audit"]
RFM_ONLY = ["customer_rfm", "rfm_thresholds", "rfm_scores"]
SECONDS_BETWEEN_LOOKS = 0.2


class OutOfBoundsError(Exception):
    """A contestant took more memory or time than it was given."""


@dataclass(frozen=True)
class Bounds:
    """What a run may take: seconds, and bytes of resident memory."""

    seconds: float
    memory: float


@dataclass
class Contestant:
    """Somebody who does the job: how, and the figures of each run."""

    name: str
    run: Callable[[Path, Path, Bounds], dict[str, float]]
    figures: list[dict[str, float]] = field(default_factory=list)
    verdict: str = ""

    def row(self, reference: Contestant) -> str:
        """Give the row of the table, or why there is none."""
        if self.verdict:
            return f"| {self.name} | {self.verdict} |  |  |  |  |"
        ratio = f"{self.ratio(reference):.2f}" if reference.figures else ""
        times = " | ".join(f"{self.median(key):.1f} s" for key in ["work", "wall", "cpu"])
        peak = max(run["memory"] for run in self.figures)
        return f"| {self.name} | {ratio} | {times} | {peak / 1e6:,.0f} MB |"

    def ratio(self, reference: Contestant) -> float:
        """Divide the time of the work by that of another."""
        return self.median("work") / reference.median("work")

    def median(self, key: str) -> float:
        """Give the median of one figure over the runs."""
        return statistics.median(run[key] for run in self.figures)


def measure(command: list[str], bounds: Bounds, env: dict[str, str]) -> tuple[dict, str]:
    """Wall and CPU seconds and peak resident bytes of one command, and what it printed."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **env}, stdout=output, stderr=subprocess.STDOUT
        )
        crossed = ""
        while True:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            wall = time.perf_counter() - start
            if ended:
                break
            if not crossed and resident_bytes(process.pid) > bounds.memory:
                crossed = f"out of memory ({bounds.memory / 1e9:.0f} GB)"
            if not crossed and wall > bounds.seconds:
                crossed = f"out of time ({bounds.seconds / 60:.0f} minutes)"
            if crossed:
                process.kill()
            time.sleep(SECONDS_BETWEEN_LOOKS)
        output.seek(0)
        printed = output.read().decode(errors="replace")
    if crossed:
        raise OutOfBoundsError(crossed)
    if status:
        raise click.ClickException(f"{' '.join(command)} failed:\n{printed}")
    cpu = usage.ru_utime + usage.ru_stime
    return {"wall": wall, "cpu": cpu, "memory": usage.ru_maxrss * 1024}, printed


def resident_bytes(pid: int) -> int:
    """Resident memory of a process now; 0 where the system does not tell (it is Linux's /proc)."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def run_dbt(source: Path, folder: Path, bounds: Bounds, *command: str) -> dict[str, float]:
    """Run dbt; its work is from the first node's start to the last one's end."""
    places = ["--target-path", str(folder / "target"), "--log-path", str(folder / "logs")]
    figures, printed = measure(
        [sys.executable, str(HERE / "timed_dbt.py"), *command, *places],
        bounds,
        {"QUINTILE_INVOICES": str(source), "QUINTILE_DB": str(folder / "quintile.duckdb")},
    )
    in_steps, work = map(float, printed.split()[-2:])
    return {**figures, "in_steps": in_steps, "work": work}


def build(source: Path, folder: Path, bounds: Bounds) -> dict[str, float]:
    return run_dbt(source, folder, bounds, "build", *WITHOUT_TESTS, *SAME_JOB)


def build_whole(source: Path, folder: Path, bounds: Bounds) -> dict[str, float]:
    """Build all models and run all data tests, as `make build` does."""
    return run_dbt(source, folder, bounds, "build", "--exclude-resource-type", "unit_test")


def score_orders(_: Path, folder: Path, bounds: Bounds) -> dict[str, float]:
    """Score the orders of an earlier build, in place; no invoices are read."""
    return run_dbt(ROOT / "data/sample", folder, bounds, "run", "--select", *RFM_ONLY)


def script(name: str, python: Path, output: str = "") -> Callable:
    """Run a script of this folder; the last line that it prints are its seconds without imports."""

    def run(source: Path, folder: Path, bounds: Bounds) -> dict[str, float]:
        command = [str(python), str(HERE / name), str(source), str(folder / output)]
        figures, printed = measure(command, bounds, {"PYTHONPATH": str(ROOT / "python")})
        return {**figures, "work": float(printed.split()[-1])}

    return run


def peer(name: str) -> Path:
    return PEERS / name / "bin/python"


def alternate(
    contestants: list[Contestant], source: Path, folder: Path, bounds: Bounds, runs: int
) -> None:
    """Let everybody run in turn, each in a fresh folder of its own unless it has to stay."""
    for _ in range(runs):
        for contestant in contestants:
            if contestant.verdict:
                continue
            place = folder / contestant.name.replace(" ", "_").replace("/", "_")
            for old in [place / "quintile.duckdb", place / "limit.duckdb"]:
                if contestant.run is not score_orders:
                    old.unlink(missing_ok=True)
            place.mkdir(exist_ok=True)
            try:
                contestant.figures.append(contestant.run(source, place, bounds))
                click.echo(f"{contestant.name}: {contestant.figures[-1]}", err=True)
            except OutOfBoundsError as error:
                contestant.verdict = str(error)
                click.echo(f"{contestant.name}: {error}", err=True)


def aside(work: Callable[..., None], *arguments: Path) -> None:
    """Work in another process: whoever is started next begins with the peak memory of this one."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        other.submit(work, *arguments).result()


def check_equal(ours: Path, limit: Path) -> None:
    """Stop unless both databases hold the same funnel, orders and segments."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{ours}' as ours (read_only)")
        connection.execute(f"attach '{limit}' as theirs (read_only)")
        for table in ["cleaning_audit", "orders", "cancellation_matches", "segments"]:
            shared = connection.execute(
                """select column_name from duckdb_columns()
                where table_name = ? and database_name = 'ours' and column_name != 'meaning'""",
                [table],
            ).fetchall()
            columns = ", ".join(
                f"round({name}, 8)" if name in ("centroid_distance", "assignment_margin") else name
                for (name,) in shared
            )
            [(rows, misfits)] = connection.execute(
                f"""select (select count(*) from ours.{table}), count(*) from (
                    (select {columns} from ours.{table} except select {columns} from theirs.{table})
                    union all
                    (select {columns} from theirs.{table} except select {columns} from ours.{table})
                )"""
            ).fetchall()
            if misfits or not rows:
                raise click.ClickException(f"{table}: {misfits} rows differ from the limit's")


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        models = [
            line for line in cpuinfo.read_text().splitlines() if line.startswith("model name")
        ]
        model = models[0].split(":")[1].strip() if models else model
    versions = f"Python {platform.python_version()}, DuckDB {duckdb.__version__}"
    return (
        f"{os.cpu_count()} cores ({model}), {memory:.0f} GB, {platform.system()}, {versions}, "
        f"{datetime.now():%Y-%m-%d}"
    )


def print_table(title: str, contestants: list[Contestant], reference: Contestant) -> None:
    taking_part = [one for one in contestants if one.figures or one.verdict]
    click.echo(f"\n| {title} | ratio | work | whole process | CPU | peak memory |")
    click.echo("| --- | --- | --- | --- | --- | --- |")
    for contestant in taking_part:
        click.echo(contestant.row(reference))


def print_summary(by_lines: dict[int, list[Contestant]]) -> None:
    """Print one table over several sizes: ratio to the first contestant of each, and seconds."""
    rows: dict[str, dict[int, str]] = {}
    for lines, contestants in by_lines.items():
        for one in contestants:
            if one.verdict:
                rows.setdefault(one.name, {})[lines] = one.verdict
            elif one.figures:
                cell = f"{one.ratio(contestants[0]):.2f} ({one.median('work'):.1f} s)"
                rows.setdefault(one.name, {})[lines] = cell
    click.echo(f"\n| ratio (work) | {' | '.join(f'{lines:,} lines' for lines in by_lines)} |")
    click.echo(f"| --- |{' --- |' * len(by_lines)}")
    for name, cells in rows.items():
        click.echo(f"| {name} | {' | '.join(cells.get(lines, '') for lines in by_lines)} |")


def compare(
    source: Path, title: str, bounds: Bounds, runs: int, failed: set[str]
) -> tuple[list[Contestant], list[Contestant]]:
    """Run everybody on one file and print its tables; return who did the job, and RFM alone."""
    ours = Contestant("dbt build", build)
    whole = Contestant("dbt build of everything, with data tests", build_whole)
    limit = Contestant(
        "limit: one DuckDB script", script("duckdb_limit.py", BIN / "python", "limit.duckdb")
    )
    peers = [
        Contestant("pandas, scikit-learn", script("pandas_baseline.py", BIN / "python")),
        Contestant("Polars, scikit-learn", script("polars_baseline.py", peer("polars"))),
    ]
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / "target") as place:
        folder = Path(place)
        job = [ours, whole, limit, *(one for one in peers if one.name not in failed)]
        alternate([one for one in job if is_there(one)], source, folder, bounds, runs)
        print_table(title, job, ours)
        if ours.verdict:
            raise click.ClickException(f"dbt build: {ours.verdict}")
        click.echo(f"\nStart-up of dbt, apart: {ours.median('wall') - ours.median('work'):.1f} s")
        compare_steps(ours, [one for one in job if one not in (ours, whole)])
        database = folder / "dbt_build/quintile.duckdb"
        if not limit.verdict:
            aside(check_equal, database, folder / "limit:_one_DuckDB_script/limit.duckdb")
            click.echo("The limit's funnel, orders, matches and segments are equal.")
        scores = rfm_and_scores(database, folder, bounds, runs, failed)
        print_table("RFM and scores of orders alone", scores, scores[0])
        failed |= {one.name for one in [*job, *scores] if one.verdict}
    return job, scores


def compare_steps(ours: Contestant, others: list[Contestant]) -> None:
    """Say what SQL and fitting take, dbt's own work on each node left out, beside the scripts."""
    in_steps = ours.median("in_steps")
    click.echo(f"SQL and fitting, summed over the nodes of dbt build: {in_steps:.1f} s")
    for other in others:
        if other.figures:
            click.echo(f"{other.name} / that: {other.median('work') / in_steps:.2f}")


def canonical(source: Path) -> Path:
    """Copy a Parquet file under the canonical names, ids as text: the limit knows no others."""
    file = ROOT / "target" / f"bench_{source.name}"
    with duckdb.connect() as connection:
        lines = connection.read_parquet(str(source))
        columns = match_columns(lines.columns, invoice_columns={}, where=str(source))
        types = dict.fromkeys(["invoice_id", "stock_code", "customer_id"], "varchar")
        renamed = (
            f'cast("{lines.columns[at]}" as {types.get(name, lines.types[at])}) as {name}'
            for name, at in columns.items()
        )
        lines.project(", ".join(renamed)).write_parquet(str(file))
    return file


def compare_sample(bounds: Bounds, runs: int) -> None:
    """Time warm builds of the sample with all tests, and of a project that does nothing."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / "target") as place:
        folder = Path(place)
        run_dbt(ROOT / "data/sample", folder, bounds, "build")
        empty = folder / "empty"
        write_empty_project(empty, count_nodes(folder / "target/manifest.json"))

        def build_sample(source: Path, _: Path, bounds: Bounds) -> dict[str, float]:
            return run_dbt(source, folder, bounds, "build")

        def build_empty(source: Path, _: Path, bounds: Bounds) -> dict[str, float]:
            places = ["--project-dir", str(empty), "--profiles-dir", str(empty)]
            return run_dbt(source, empty, bounds, "build", *places)

        contestants = [
            Contestant("empty project of as many nodes", build_empty),
            Contestant("the sample, tests included", build_sample),
        ]
        build_empty(folder, folder, bounds)
        alternate(contestants, ROOT / "data/sample", folder, bounds, runs)
    print_table("Warm dbt build", contestants, contestants[0])


def write_orders(database: Path, orders: Path) -> None:
    """Write our orders under the names that the peers know."""
    with duckdb.connect(str(database), read_only=True) as connection:
        connection.execute(
            f"""copy (
                select customer_id, invoice_id as transaction_id, ordered_at as transaction_date,
                    cast(amount as double) as unit_spend
                from orders
            ) to '{orders}'"""
        )


def rfm_and_scores(
    database: Path, folder: Path, bounds: Bounds, runs: int, failed: set[str]
) -> list[Contestant]:
    """Score our orders by our models, in place, and by the peers, from Parquet."""
    orders = folder / "orders.parquet"
    aside(write_orders, database, orders)
    database.parent.rename(folder / "customer_rfm,_rfm_thresholds,_rfm_scores")
    contestants = [
        Contestant("customer_rfm, rfm_thresholds, rfm_scores", score_orders),
        Contestant(
            "openretailscience", script("openretailscience_peer.py", peer("openretailscience"))
        ),
        Contestant("pymc-marketing", script("pymc_marketing_peer.py", peer("pymc-marketing"))),
    ]
    contestants = [one for one in contestants if one.name not in failed and is_there(one)]
    alternate(contestants, orders, folder, bounds, runs)
    return contestants


def is_there(contestant: Contestant) -> bool:
    """Say whether a contestant's environment is installed."""
    name = {"Polars, scikit-learn": "polars"}.get(contestant.name, contestant.name)
    if name not in ("polars", "openretailscience", "pymc-marketing") or peer(name).exists():
        return True
    click.echo(f"{contestant.name} is not installed: make bench-peers", err=True)
    return False


def generated(lines: int) -> Path:
    """Make the invoices of a size once, with the project's generator."""
    file = ROOT / "target" / f"bench_{lines}.parquet"
    if not file.exists():
        command = [sys.executable, "-m", "quintile.sample", file, "--lines", str(lines)]
        subprocess.run(command, check=True, stdout=sys.stderr)
    return file


@click.command()
@click.argument("sizes", type=click.IntRange(min=10_000), nargs=-1)
@click.option(
    "--source", type=click.Path(exists=True, path_type=Path), help="A Parquet file instead."
)
@click.option("--runs", default=3, show_default=True, help="Runs of each, alternating.")
@click.option("--memory", default=8.0, show_default=True, help="GB that a run may take.")
@click.option("--minutes", default=60.0, show_default=True, help="Minutes that a run may take.")
def main(
    sizes: tuple[int, ...], source: Path | None, runs: int, memory: float, minutes: float
) -> None:
    """Compare on generated invoices of SIZES lines: 1, 10 and 100 million where none is given."""
    bounds = Bounds(seconds=60 * minutes, memory=memory * 1e9)
    (ROOT / "target").mkdir(exist_ok=True)
    click.echo(f"{machine()}; medians of {runs} runs, alternating; ratio: to dbt build")
    failed: set[str] = set()
    if source:
        compare(canonical(source), source.name, bounds, runs, failed)
        return
    jobs, scores = {}, {}
    for lines in sizes or (1_000_000, 10_000_000, 100_000_000):
        title = f"{lines:,} lines"
        jobs[lines], scores[lines] = compare(generated(lines), title, bounds, runs, failed)
    print_summary(jobs)
    print_summary(scores)
    print_growth({lines: job[0].median("work") for lines, job in jobs.items()})
    compare_sample(bounds, runs)


def print_growth(seconds: dict[int, float]) -> None:
    """Say how the time of our models grows, and where a billion lines would be."""
    if len(seconds) < 2:
        return
    (fewer, before), (more, after) = sorted(seconds.items())[-2:]
    click.echo(f"\n{more / fewer:.0f} times the lines take {after / before:.1f} times as long.")
    slope = (after - before) / (more - fewer)
    billion = after + slope * (1_000_000_000 - more)
    click.echo(f"A billion lines, extrapolated along that line: {billion / 60:.0f} minutes.")


if __name__ == "__main__":
    main()
