"""Every command of README and docs runs as it stands there, dbt's own tests included."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import openpyxl
import pyarrow.csv
import pytest
from conftest import ROOT, Build

from quintile.delivery.publishing import publish_version
from quintile.sample import odd_shop

INPUTS = (ROOT / "docs/inputs.md").read_text()
BLOCK = re.compile(r"^```(sh|sql)\n(.*?)^```$", re.M | re.S)
NOT_RUN = {
    "make test": "it runs this test",
    "make slow-test": "it runs this test",
    "make kill-test": "an hour or two",
    "make bench": "an hour or two",
    "make spark-test": "CI runs it",
    "spark://": "the cluster is the reader's",
    "chgrp": "the group is the reader's",
}
DUCKDB = """#!{python}
import sys, duckdb
duckdb.connect(sys.argv[2], read_only=sys.argv[1] == "-readonly").sql(sys.argv[3]).show()
"""
BUILT_ASIDE = shutil.ignore_patterns(".*", "target", "logs", "published", "exports", "*.duckdb")


def commands_of(page: Path) -> list[tuple[str, str]]:
    """The blocks of a page and their language, without the lines that cannot be run."""
    return [
        (
            language,
            "".join(
                line
                for line in block.splitlines(keepends=True)
                if not any(command in line for command in NOT_RUN)
            ),
        )
        for language, block in BLOCK.findall(page.read_text())
    ]


PAGES = [
    pytest.param(page, id=page.name, marks=() if page.name == "README.md" else pytest.mark.slow)
    for page in (ROOT / "README.md", *ROOT.glob("docs/*.md"))
    if any(block.strip() for _, block in commands_of(page))
]


def write_inputs(folder: Path) -> None:
    """The files that the commands name."""
    shop = odd_shop("wholesale")
    (folder / "shop").mkdir()
    half = len(shop) // 2
    pyarrow.csv.write_csv(shop.slice(half), folder / "shop/2024.csv")
    (folder / "old").mkdir()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (shop.column_names, *zip(*shop.slice(0, half).to_pydict().values(), strict=True)):
        sheet.append(row)
    book.save(folder / "old/2023.xlsx")
    cdnow = [*cdnow_lines()]
    (folder / "cdnow_sample.txt").write_text("".join(cdnow))
    orders = (",".join(line.split()[i] for i in (1, 2, 4)) for line in cdnow)
    (folder / "orders.csv").write_text("\n".join(["client,day,total", *orders]))
    german = "\n".join([*re.findall(r"^# (\S+;.*)$", INPUTS, re.M), *german_lines()])
    (folder / "bestellungen.csv").write_text(german, encoding="latin-1")


def cdnow_lines() -> Iterator[str]:
    for number in range(60):
        for at in range(1, 2 + number % 5):
            day = f"1997{at:02}{1 + number % 28:02}"
            yield f" {number:05} {number:4} {day} {at:2} {9.5 + number:6.2f}\n"


def german_lines() -> Iterator[str]:
    for number in range(200):
        day = f"{1 + number % 28:02}.{1 + number % 9:02}.2024 10:15"
        product = f"T-{number % 7};Teekanne, groß;{1 + number % 3}"
        yield f"{2000 + number};{product};{day};{5 + number % 7},50;K{number % 23};Österreich;EUR"


@pytest.fixture
def project(sample_build: Build, tmp_path: Path) -> Path:
    """A clone in which the sample was built and published."""
    folder = tmp_path / "quintile"
    shutil.copytree(ROOT, folder, ignore=BUILT_ASIDE)
    (folder / ".venv").symlink_to(sys.prefix)
    shutil.copy(sample_build.database, folder / "quintile.duckdb")
    link = folder / "published/quintile.duckdb"
    publish_version(link, lambda new, _: shutil.copy(sample_build.database, new), keep=3)
    write_inputs(folder)
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Nothing set that moves what Quintile reads and writes, and DuckDB's own command line."""
    command = tmp_path / "bin/duckdb"
    command.parent.mkdir()
    command.write_text(DUCKDB.format(python=sys.executable))
    command.chmod(0o700)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QUINTILE_")}
    return {**kept, "PATH": f"{command.parent}:{os.environ['PATH']}"}


@pytest.mark.parametrize("page", PAGES)
def test_commands_run_as_they_stand(page, project, environment, monkeypatch):
    monkeypatch.chdir(project)
    for language, block in commands_of(page):
        if language == "sql":
            run_sql(block)
            continue
        done = subprocess.run(
            ["bash", "-euc", block],
            env=environment,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        assert done.returncode == 0, f"{block}\n{done.stdout[-3000:]}{done.stderr[-3000:]}"


def run_sql(block: str) -> None:
    """In the database that was built, unless the block attaches it."""
    database = ":memory:" if "attach" in block else "quintile.duckdb"
    with duckdb.connect(database, read_only=database != ":memory:") as connection:
        if "my_customers" in block:
            connection.execute(
                "create table my_customers as select 'a' as id, 3 as days, 2 as orders, 50 as spend"
            )
        for statement in filter(str.strip, block.split(";\n")):
            connection.execute(statement).fetchall()
