"""The dbt-duckdb plugin: macros ask Python to check the settings and open the files."""

from __future__ import annotations

import atexit
import csv
import json
import tempfile
import threading
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path

from dbt.adapters.duckdb.plugins import BasePlugin
from duckdb import DuckDBPyConnection

from quintile import settings
from quintile.customer_files import open_customers
from quintile.forgotten_list import forgotten_customers
from quintile.input_files import InputFile
from quintile.invoice_columns import InputError
from quintile.sources import open_invoices

PLAYBOOK = Path("seeds/segment_playbook.csv")


class Plugin(BasePlugin):
    """Registers what macros ask for by name on dbt's connection."""

    def configure_connection(self, conn: DuckDBPyConnection) -> None:
        """Register the functions; all take and return text, mostly JSON."""
        self._converted = tempfile.TemporaryDirectory(prefix="quintile-")
        self._lock = threading.Lock()
        functions = {
            "check_settings": self._check,
            "open_invoices": partial(self._open, open_invoices),
            "open_customers": partial(self._open, open_customers),
            "forgotten_customers": forgotten_customers,
        }
        for name, function in functions.items():
            conn.create_function(name, function, ["VARCHAR", "VARCHAR"], "VARCHAR")
        # Programs that leave dbt's connection open would end with warnings of leaked functions.
        atexit.register(conn.close)

    def _check(self, values: str, given: str) -> str:
        with PLAYBOOK.open(encoding="utf-8") as seed:
            archetypes = sum(1 for _ in csv.DictReader(seed))
        try:
            settings.check_settings(
                json.loads(values), given=json.loads(given), archetypes=archetypes
            )
        except settings.SettingError as error:
            return json.dumps({"error": str(error)})
        return json.dumps({})

    def _open(self, opener: Callable[..., list[InputFile]], spec: str, options: str) -> str:
        with self._lock:
            try:
                files = opener(spec, workdir=Path(self._converted.name), **json.loads(options))
            except InputError as error:
                return json.dumps({"error": str(error)})
        return json.dumps({"files": [asdict(file) for file in files]})
