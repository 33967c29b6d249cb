"""Builds and publications that are killed at many moments: told, mended, never half published.

Hours long, so `make kill-test` alone runs them. QUINTILE_KILLS says how many moments.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import time
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path

import duckdb
import pytest
from conftest import DBT, QUINTILE, ROOT, quintile_environment
from tiny_versions import processes

from quintile.database import doubt_about
from quintile.delivery.publishing import Shelf

pytestmark = pytest.mark.kill

KILLS = int(os.environ.get("QUINTILE_KILLS", "100"))
AS_OF = """
    select distinct cast(last_ordered_at as date) + recency_days from segments
    union select cast(as_of_date as date) from as_of
"""


def as_of_dates(database: Path) -> list[dt.date]:
    """The as-of dates of which tables are; more than one in a database of two builds."""
    with duckdb.connect(str(database), read_only=True) as connection:
        return [day for (day,) in connection.execute(AS_OF).fetchall()]


def is_doubted(database: Path) -> bool:
    with duckdb.connect(str(database), read_only=True) as connection:
        return doubt_about(connection) is not None


@pytest.fixture
def run(tmp_path):
    """Start a command, kill it after some seconds, and say how long it lasted and how it ended."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()

    def run(*command: str | Path, as_of: str, seconds: float = 3600) -> tuple[float, int]:
        settings = ["--vars", json.dumps({"as_of_date": as_of})]
        began = time.monotonic()
        with (tmp_path / "output.txt").open("w") as output:
            started = subprocess.Popen(
                [*command, *settings],
                cwd=ROOT,
                env=quintile_environment(tmp_path, TMPDIR=temporary),
                stdout=output,
                stderr=output,
            )
            try:
                started.wait(seconds)
            except subprocess.TimeoutExpired:
                started.kill()
        return time.monotonic() - began, started.wait()

    return run


@pytest.fixture
def days(sample_build):
    """Two as-of dates that give other segments."""
    [(last,)] = sample_build.query("select cast(as_of_date as date) from as_of")
    return [str(last), str(last - dt.timedelta(days=60))]


def moments(lasting: float) -> list[float]:
    """Seconds after the start, spread over the whole of what takes so long."""
    return [lasting * (number + 0.5) / KILLS for number in range(KILLS)]


def left_behind(folder: Path) -> list[Path]:
    """What no command may leave: partial files, and copies of input in the temporary folder."""
    return [
        *folder.rglob(".partial-*"),
        *folder.rglob("*.partial"),
        *(folder / "temporary").iterdir(),
    ]


def test_a_build_killed_at_any_moment_is_told_and_the_next_is_green(tmp_path, run, days):
    database = tmp_path / "quintile.duckdb"
    build = [DBT, "--no-use-colors", "build"]
    _, code = run(*build, as_of=days[1])
    assert code == 0, (tmp_path / "output.txt").read_text()
    lasting, _ = run(*build, as_of=days[0])
    killed, mixed, told = 0, 0, 0
    for number, seconds in enumerate(moments(lasting)):
        old, new = days[number % 2], days[1 - number % 2]
        _, code = run(*build, as_of=new, seconds=seconds)
        killed += code == -signal.SIGKILL
        found = as_of_dates(database)
        mixed += len(found) > 1
        told += is_doubted(database)
        assert is_doubted(database) or found in ([dt.date.fromisoformat(day)] for day in (old, new))
        _, code = run(*build, as_of=new)
        assert code == 0, (tmp_path / "output.txt").read_text()
        assert as_of_dates(database) == [dt.date.fromisoformat(new)]
        assert not is_doubted(database)
        assert left_behind(tmp_path) == []
    print(f"{killed} of {KILLS} builds killed within {lasting:.0f} s: {told} told, {mixed} mixed")
    assert killed > 0.8 * KILLS


def read_all_the_while(link: Path, told: Connection, over: Event) -> None:
    """Open the published file again and again; each time it must be whole."""
    reads = 0
    while not over.wait(0.2):
        assert len(as_of_dates(link)) == 1
        assert not is_doubted(link)
        reads += 1
    told.send(reads)


@contextmanager
def readers(link: Path, count: int):
    over = processes.Event()
    pipes = [processes.Pipe(duplex=False) for _ in range(count)]
    started = [
        processes.Process(target=read_all_the_while, args=(link, told, over)) for _, told in pipes
    ]
    for reader in started:
        reader.start()
    yield
    over.set()
    for reader, (heard, _) in zip(started, pipes, strict=True):
        reader.join(60)
        assert reader.exitcode == 0
        assert heard.recv() > KILLS


def test_a_publication_killed_at_any_moment_leaves_one_whole_version(tmp_path, run, days):
    link = tmp_path / "published" / "shop.duckdb"
    publish = [QUINTILE, "publish"]
    _, code = run(*publish, as_of=days[0])
    assert code == 0, (tmp_path / "output.txt").read_text()
    lasting, _ = run(*publish, as_of=days[1])
    killed, swapped, before = 0, 0, 2
    with readers(link, 8):
        for number, seconds in enumerate(moments(lasting)):
            _, code = run(*publish, as_of=days[number % 2], seconds=seconds)
            killed += code == -signal.SIGKILL
            version = Shelf(link).current()
            assert version in (before, before + 1)
            swapped, before = swapped + version - before, version
    _, code = run(*publish, as_of=days[0])
    assert code == 0, (tmp_path / "output.txt").read_text()
    kept = {str(version) for version in Shelf(link).versions()}
    assert {path.name for path in Shelf(link).folder.iterdir()} == {*kept, ".lock"}
    assert len(kept) == 3
    assert left_behind(tmp_path) == []
    print(f"{killed} of {KILLS} publications killed within {lasting:.0f} s: {swapped} swapped")
    assert killed > 0.8 * KILLS
