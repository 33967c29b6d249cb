"""Builds of the project that tests share, each made once by dbt in a folder of its own.

Tests run in two processes (pytest-xdist), a file in one of them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pytest
from filelock import FileLock
from parsed_dbt import ParsedDbt

from quintile.database import use_schemas
from quintile.documentation.pictures import CHROMIUM, chromium
from quintile.sample import ODD_SHOPS, write_odd_shop

if TYPE_CHECKING:
    from compiled_models import CompiledModels
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
DBT = Path(sys.executable).with_name("dbt")
QUINTILE = Path(sys.executable).with_name("quintile")
PLACES = {
    "source_file",
    "line_id",
    "line_number",
    "invoice_key",
    "cancellation_line_id",
    "purchase_line_id",
}
"""Columns that differ between files or engines with the same lines."""

ONLY_TABLES = ["build", "--exclude-resource-type", "test", "unit_test"]
TO_SCORES = [*ONLY_TABLES, "--select", "+rfm_scores", "+cleaning_audit"]
TO_SEGMENTS = [*ONLY_TABLES, "--select", "+segments"]


LONG_FILES = ["test_commands.py", "test_package.py", "test_cleaning.py"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest files, so that both processes end at the same time."""
    items.sort(key=lambda item: item.path.name not in LONG_FILES)


def rows_of(sql: str, values: list | None = None) -> list[tuple]:
    """What a statement gives, in a database of its own: an unread result blocks a shared one."""
    with duckdb.connect() as connection:
        return connection.execute(sql, values).fetchall()


def connect(database: Path | str, **options: Any) -> duckdb.DuckDBPyConnection:
    """Open a built database, where steps are found as well as promised tables."""
    connection = duckdb.connect(str(database), **options)
    use_schemas(connection)
    return connection


@dataclass(frozen=True)
class Build:
    """A run of dbt and the database that it left."""

    database: Path
    returncode: int
    output: str = field(repr=False)

    def query(self, sql: str) -> list[tuple]:
        with connect(self.database, read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def compiled(self, model: str) -> str:
        """The SQL of a model as dbt ran it, on tables of a schema of a database named quintile."""
        folder = self.database.parent / "target/compiled/quintile/models"
        # Folders named after a yml hold what its unit tests compiled.
        [file] = [f for f in folder.rglob(f"{model}.sql") if ".yml" not in str(f)]
        return file.read_text().replace('"main_steps"', '"main"')


def run_dbt(
    folder: Path,
    *command: str,
    invoices: str | Path = "data/sample",
    settings: dict | str | None = None,
    threads: int = 2,
) -> Build:
    """Run dbt on this checkout, all it writes in `folder`; settings may be YAML."""
    places = ["--target-path", str(folder / "target"), "--log-path", str(folder / "logs")]
    line = ["--no-use-colors", *command, *places, "--threads", str(threads)]
    yaml = settings if isinstance(settings, str) else json.dumps(settings or {})
    environment = quintile_environment(folder, QUINTILE_INVOICES=invoices)
    return Build(folder / "quintile.duckdb", *parsed_dbt().run(line, yaml, environment))


@cache
def parsed_dbt() -> ParsedDbt:
    return ParsedDbt(ROOT)


def quintile_environment(folder: Path, **variables: object) -> dict[str, str]:
    """Everything that a command reads or writes by default, in `folder`, but for the invoices."""
    places = {
        "DBT_TARGET_PATH": folder / "target",
        "DBT_LOG_PATH": folder / "logs",
        "QUINTILE_DB": folder / "quintile.duckdb",
        "QUINTILE_EXPORTS": folder / "exports",
        "QUINTILE_FORGOTTEN": folder / "forgotten.json",
        "QUINTILE_INVOICES": "data/sample",
        "QUINTILE_PUBLISHED": folder / "published" / "shop.duckdb",
    }
    return {**os.environ, **{name: str(value) for name, value in {**places, **variables}.items()}}


def run_quintile(
    folder: Path, *command: object, project: Path = ROOT, **variables: object
) -> subprocess.CompletedProcess[str]:
    """Run a command as a user does, in the project's folder."""
    return subprocess.run(
        [QUINTILE, *map(str, command)],
        cwd=project,
        env=quintile_environment(folder, **variables),
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )


def run_dbt_as_users_do(folder: Path, *command: str, **variables: object) -> Build:
    """Run dbt's own command on this checkout, all it writes in `folder`."""
    done = subprocess.run(
        [str(DBT), "--no-use-colors", *command],
        cwd=ROOT,
        env=quintile_environment(folder, **variables),
        capture_output=True,
        text=True,
        check=False,
    )
    return Build(folder / "quintile.duckdb", done.returncode, done.stdout + done.stderr)


def build_green(folder: Path, invoices: str | Path) -> Build:
    """Build and test everything, by the command that users run."""
    return _green(run_dbt_as_users_do(folder, "build", QUINTILE_INVOICES=invoices))


def build_tables(folder: Path, *command: str, **options: object) -> Build:
    """Build without dbt's tests, for tests that look at the tables themselves."""
    return _green(run_dbt(folder, *command, **options))


def _green(build: Build) -> Build:
    assert build.returncode == 0, build.output
    return build


@pytest.fixture(scope="session")
def test_data() -> Path:
    folder = os.environ.get("QUINTILE_TEST_DATA")
    if not folder:
        pytest.skip("QUINTILE_TEST_DATA does not name the folder of real data")
    return Path(folder).resolve()


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Build]:
    """Make a build under a name, or wait for the process that is making it."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def build_once(name: str, make: Callable[[Path], Build]) -> Build:
        folder = shared / name
        finished = folder / "output.txt"
        with FileLock(shared / f"{name}.lock"):
            if not finished.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                finished.write_text(make(folder).output)
        return Build(folder / "quintile.duckdb", 0, finished.read_text())

    return build_once


@pytest.fixture(scope="session")
def sample_build(build_once: Callable[..., Build]) -> Build:
    return build_once("sample", lambda folder: build_green(folder, "data/sample"))


ODD_SHOPS_ALWAYS_BUILT = {"one_day", "furniture"}


@pytest.fixture(
    scope="session",
    params=[
        pytest.param(name, marks=[] if name in ODD_SHOPS_ALWAYS_BUILT else pytest.mark.slow)
        for name in ODD_SHOPS
    ],
)
def odd_shop_build(build_once: Callable[..., Build], request) -> tuple[str, Build]:
    """Each of the shops of odd shape, with its name, without dbt's tests."""
    name = request.param

    def make(folder: Path) -> Build:
        invoices = write_odd_shop(folder / "invoices.csv", name)
        return build_tables(folder, *ONLY_TABLES, invoices=invoices)

    return name, build_once(f"odd_{name}", make)


@pytest.fixture(scope="session")
def uci_build(test_data: Path, build_once: Callable[..., Build]) -> Build:
    file = test_data / "online_retail.parquet"
    return build_once("uci", lambda folder: build_green(folder, file))


@pytest.fixture(scope="session")
def published_build(test_data: Path, build_once: Callable[..., Build]) -> Build:
    """The UCI file cleaned as the published notebooks do it."""
    return build_once(
        "published",
        lambda folder: build_tables(
            folder,
            *TO_SCORES,
            invoices=test_data / "online_retail.parquet",
            settings={"match_cancellations": False, "products_only": False},
        ),
    )


@pytest.fixture
def dbt(tmp_path: Path) -> Callable[..., Build]:
    """Run dbt in the test's own folder."""

    def run(*command: str, **options: object) -> Build:
        return run_dbt(tmp_path, *command, **options)

    return run


@pytest.fixture(scope="session")
def compiled_models(tmp_path_factory: pytest.TempPathFactory) -> CompiledModels:
    """Imported only here, because dbt takes seconds to import."""
    from compiled_models import CompiledModels

    return CompiledModels(tmp_path_factory.mktemp("compiled"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        if found is None:
            pytest.skip(f"no Chromium on this machine: none of {', '.join(CHROMIUM)}")
        yield found
