"""Models as dbt compiles them, to be run in process on whatever rows a test makes up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest
from conftest import ROOT
from dbt.adapters.duckdb.impl import DuckDBAdapter
from dbt.adapters.factory import get_adapter_by_type
from dbt.cli.main import dbtRunner
from dbt.context.providers import generate_runtime_macro_context
from dbt_common.events.base_types import EventMsg
from dbt_common.events.event_manager_client import get_event_manager

from quintile.inputs.input_files import InputFile, like_files

RAW_LINES = re.compile(
    r"with\s+__dbt__cte__raw_invoice_lines as \(.*?\n\), (?= __dbt__cte__|lines as \()", re.S
)
STAGING = [
    "status_rules",
    "cell_texts",
    "number_texts",
    "number_formats",
    "date_texts",
    "date_formats",
    "currencies_found",
    "text_values",
    "parsed_invoice_lines",
    "rejected_lines",
    "repeat_candidates",
    "repeated_invoices",
    "overlapping_files",
    "repeated_lines",
    "inherited_statuses",
    "stg_invoice_lines",
]
"""The models between the raw lines and the clean ones, in the order in which they are built."""

SEEDS = [
    "currency_signs",
    "month_names",
    "order_statuses",
    "time_zone_abbreviations",
    "weekday_names",
]


class CompiledModels:
    """SQL of models and analyses, compiled for the sample, and dbt to render how files are read."""

    def __init__(self, folder: Path):
        places = ["--project-dir", ROOT, "--profiles-dir", ROOT]
        places += ["--target-path", folder / "target", "--log-path", folder / "logs"]
        options = ["--quiet", *map(str, places)]
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(ROOT)
            patch.setenv("QUINTILE_DB", str(folder / "quintile.duckdb"))
            patch.setenv("QUINTILE_INVOICES", "data/sample")
            manifest = dbtRunner().invoke(["parse", *options]).result
            assert dbtRunner(manifest=manifest).invoke(["compile", *options]).success
        self._adapter: DuckDBAdapter = get_adapter_by_type("duckdb")
        self._adapter.set_macro_resolver(manifest)
        self._adapter.set_macro_context_generator(generate_runtime_macro_context)
        self._folder = folder
        self._paths = {path.stem: path for path in folder.glob("target/compiled/**/*.sql")}

    def analysis(self, name: str) -> str:
        """The SQL of an analysis of a built database."""
        return self._paths[name].read_text()

    def sql(self, name: str) -> str:
        """The SQL of a model in one schema, where it reads raw lines from a table of that name."""
        return RAW_LINES.sub(
            "with __dbt__cte__raw_invoice_lines as (select * from raw_invoice_lines), ",
            self._paths[name].read_text().replace('"main_steps"', '"main"'),
        )

    def macro(self, name: str, /, **arguments: Any) -> Any:
        """What a macro returns."""
        return self._adapter.execute_macro(name, kwargs=arguments)

    @contextmanager
    def connected(self) -> Iterator[None]:
        """Let macros run queries, on the database that the models were compiled for."""
        with self._adapter.connection_named("test"):
            yield

    def execute(self, sql: str) -> list[tuple]:
        """Run a statement on that database."""
        return [tuple(row) for row in self._adapter.execute(sql, fetch=True)[1].rows]

    def check(self, name: str, /, connection: duckdb.DuckDBPyConnection, **tables: str) -> None:
        """Run a macro that queries tables, on copies of tables of `connection`."""
        with self.connected():
            for table in tables.values():
                copy = self._folder / f"{table}.parquet"
                connection.execute(f"copy {table} to '{copy}'")
                self.execute(f"create or replace temp view {table} as from '{copy}'")
            self.macro(name, **tables)

    def read_files(self, connection: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
        """Make the tables of staging from files."""
        selects = [self.macro("read_invoice_group", group=group) for group in like_files(files)]
        self.read_lines(connection, " union all ".join(selects))

    def read_lines(self, connection: duckdb.DuckDBPyConnection, raw_lines: str) -> None:
        """Make the tables of staging from a query of raw lines."""
        for seed in SEEDS:
            connection.execute(
                f"create table if not exists {seed} as from read_csv('{ROOT}/seeds/{seed}.csv')"
            )
        connection.execute(f"create or replace temp view raw_invoice_lines as {raw_lines}")
        for model in STAGING:
            connection.execute(f"create or replace table {model} as {self.sql(model)}")


@contextmanager
def logged() -> Iterator[list[str]]:
    """What macros log meanwhile."""
    messages: list[str] = []

    def note(event: EventMsg) -> None:
        if event.info.name == "JinjaLogInfo":
            messages.append(event.info.msg)

    callbacks = get_event_manager().callbacks
    callbacks.append(note)
    try:
        yield messages
    finally:
        callbacks.remove(note)


@contextmanager
def memory() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty database that goes by the name in the compiled SQL."""
    with duckdb.connect() as connection:
        connection.execute("attach ':memory:' as quintile; use quintile; set TimeZone = 'UTC'")
        yield connection
