"""Builds and publications that are killed at many moments: told, mended, never half published.

An hour long, so `make kill-test` alone runs them. QUINTILE_KILLS says how many moments, half of a
build and half of a publication. They come in no order, and each says what was found so far, so that
a run that is broken off has its figures too.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import signal
import subprocess
import time
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from conftest import DBT, QUINTILE, ROOT, connect, quintile_environment
from tiny_versions import processes

from quintile.database import doubt_about
from quintile.delivery.publishing import Shelf

pytestmark = pytest.mark.kill

KILLS = max(int(os.environ.get("QUINTILE_KILLS", "100")) // 2, 2)
AS_OF = """
    select distinct cast(last_ordered_at as date) + recency_days from segments
    union select cast(as_of_date as date) from as_of
"""


def as_of_dates(database: Path) -> list[dt.date]:
    """The as-of dates of which tables are; more than one in a database of two builds."""
    with connect(database, read_only=True) as connection:
        return [day for (day,) in connection.execute(AS_OF).fetchall()]


def is_doubted(database: Path) -> bool:
    with connect(database, read_only=True) as connection:
        return doubt_about(connection) is not None


@pytest.fixture
def run(tmp_path):
    """Run a command, kill it when it has said so many lines, and tell its exit code and lines."""
    temporary, said = tmp_path / "temporary", tmp_path / "output.txt"
    temporary.mkdir()
    chance = random.Random(5)

    def run(*command: str | Path, as_of: str, until: int | None = None) -> tuple[int, int]:
        settings = ["--vars", json.dumps({"as_of_date": as_of})]
        # dbt parses everything again when its vars change, so each date has a folder of its own.
        target = tmp_path / f"target_{as_of}"
        with said.open("w") as output:
            started = subprocess.Popen(
                [*command, *settings],
                cwd=ROOT,
                env=quintile_environment(tmp_path, TMPDIR=temporary, DBT_TARGET_PATH=target),
                stdout=output,
                stderr=output,
            )
            try:
                while started.poll() is None:
                    if until is not None and len(said.read_text().splitlines()) >= until:
                        time.sleep(chance.uniform(0, 0.3))
                        started.kill()
                    time.sleep(0.02)
            finally:
                started.kill()
        return started.wait(), len(said.read_text().splitlines())

    return run


def days_of(database: Path) -> list[str]:
    """Two as-of dates that give other segments: that of a database, and one before."""
    [last] = as_of_dates(database)
    return [str(last), str(last - dt.timedelta(days=60))]


def moments(lines: int) -> list[int]:
    """Numbers of lines, from none to all that a command says, which dbt does at every node."""
    spread = [round(lines * number / (KILLS - 1)) for number in range(KILLS)]
    return random.Random(17).sample(spread, KILLS)


def left_behind(folder: Path) -> list[Path]:
    """What no command may leave: partial files, and copies of input in the temporary folder.

    dbt-duckdb writes the code of a Python model there, and a killed process leaves that.
    """
    return [
        *folder.rglob(".partial-*"),
        *folder.rglob("*.partial"),
        *(file for file in (folder / "temporary").iterdir() if file.suffix != ".py"),
    ]


def test_a_build_killed_at_any_moment_is_told_and_the_next_is_green(tmp_path, run):
    database = tmp_path / "quintile.duckdb"
    build = [DBT, "--no-use-colors", "build", "--exclude-resource-type", "unit_test"]
    code, _ = run(*build, as_of="auto")
    assert code == 0, (tmp_path / "output.txt").read_text()
    days = [*reversed(days_of(database))]
    _, lines = run(*build, as_of=days[0])
    killed, mixed, told = 0, 0, 0
    for number, until in enumerate(moments(lines)):
        old, new = days[number % 2], days[1 - number % 2]
        code, _ = run(*build, as_of=new, until=until)
        killed += code == -signal.SIGKILL
        found = as_of_dates(database)
        mixed += len(found) > 1
        told += is_doubted(database)
        assert is_doubted(database) or found in ([dt.date.fromisoformat(day)] for day in (old, new))
        code, _ = run(*build, as_of=new)
        assert code == 0, (tmp_path / "output.txt").read_text()
        assert as_of_dates(database) == [dt.date.fromisoformat(new)]
        assert not is_doubted(database)
        assert left_behind(tmp_path) == []
        print(f"{killed} builds killed: {told} told, {mixed} of which had tables of two builds")
    assert killed > 0.8 * KILLS - 1


def read_all_the_while(link: Path, told: Connection, over: Event) -> None:
    """Open the published file again and again; each time it must be whole."""
    reads = 0
    while not over.wait(1):
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
    try:
        yield
    finally:
        over.set()
        for reader in started:
            reader.join(60)
        assert [reader.exitcode for reader in started] == [0] * count
        reads = [heard.recv() for heard, _ in pipes]
        print(f"{sum(reads)} reads, each of one whole version")
        assert min(reads) > 0


def test_a_publication_killed_at_any_moment_leaves_one_whole_version(tmp_path, run):
    link = tmp_path / "published" / "shop.duckdb"
    publish = [QUINTILE, "publish"]
    code, _ = run(*publish, as_of="auto")
    assert code == 0, (tmp_path / "output.txt").read_text()
    days = days_of(link)
    _, lines = run(*publish, as_of=days[1])
    killed, swapped, before = 0, 0, 2
    with readers(link, 8):
        for number, until in enumerate(moments(lines)):
            code, _ = run(*publish, as_of=days[number % 2], until=until)
            killed += code == -signal.SIGKILL
            version = Shelf(link).current()
            assert version in (before, before + 1)
            swapped, before = swapped + version - before, version
            print(f"{killed} publications killed: {swapped} published, all others as before")
    code, _ = run(*publish, as_of=days[0])
    assert code == 0, (tmp_path / "output.txt").read_text()
    kept = {str(version) for version in Shelf(link).versions()}
    assert {path.name for path in Shelf(link).folder.iterdir()} == {*kept, ".lock"}
    assert len(kept) == 3
    assert left_behind(tmp_path) == []
    assert killed > 0.8 * KILLS - 1
