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

from quintile.inputs.input_files import like_files
from quintile.inputs.invoice_files import InvoiceFile


class CompiledModels:
    """SQL of models and analyses, compiled for two files, and dbt to render how others are read."""

    def __init__(self, folder: Path):
        second = folder / "second.csv"
        second.write_text("customer_id,invoiced_at,amount\n1,2024-01-01,1\n")
        places = ["--project-dir", ROOT, "--profiles-dir", ROOT]
        places += ["--target-path", folder / "target", "--log-path", folder / "logs"]
        options = ["--quiet", *map(str, places)]
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(ROOT)
            patch.setenv("QUINTILE_DB", str(folder / "quintile.duckdb"))
            patch.setenv("QUINTILE_INVOICES", f"data/sample;{second}")
            manifest = dbtRunner().invoke(["parse", *options]).result
            assert dbtRunner(manifest=manifest).invoke(["compile", *options]).success
        self._adapter: DuckDBAdapter = get_adapter_by_type("duckdb")
        self._adapter.set_macro_resolver(manifest)
        self._adapter.set_macro_context_generator(generate_runtime_macro_context)
        self._paths = {path.stem: path for path in folder.glob("target/compiled/**/*.sql")}

    def macro(self, name: str, /, **arguments: Any) -> Any:
        """What a macro returns."""
        return self._adapter.execute_macro(name, kwargs=arguments)

    @contextmanager
    def connected(self) -> Iterator[None]:
        """Let macros run queries, on the database that the models were compiled for."""
        with self._adapter.connection_named("test"):
            yield

    def execute(self, sql: str) -> None:
        """Run a statement on that database."""
        self._adapter.execute(sql)

    def sql(self, name: str, *, files: Sequence[InvoiceFile] = ()) -> str:
        """The compiled SQL of a model, reading `files` in place of those it was compiled with."""
        sql = self._paths[name].read_text()
        if not files:
            return sql
        selects = [self.macro("read_invoice_group", group=group) for group in like_files(files)]
        start, end = "lines_read as (", "),\n\nvalues_typed as ("
        assert start in sql
        assert end in sql
        read = " union all ".join(selects).replace("\\", r"\\")
        return re.sub(f"{re.escape(start)}.*?{re.escape(end)}", start + read + end, sql, flags=re.S)


@contextmanager
def memory() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty database that goes by the name in the compiled SQL."""
    with duckdb.connect() as connection:
        connection.execute("attach ':memory:' as quintile; use quintile; set TimeZone = 'UTC'")
        yield connection
