"""The dbt-duckdb plugin, by which macros ask Python to open the files."""

from __future__ import annotations

import atexit
import gc
import json
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from dbt.adapters.duckdb.credentials import DuckDBCredentials
from dbt.adapters.duckdb.plugins import BasePlugin
from dbt.adapters.factory import get_adapter_by_type
from dbt_common.invocation import get_invocation_id
from duckdb import DuckDBPyConnection

from quintile.delivery import build_state
from quintile.delivery.forgotten_list import forgotten_customers
from quintile.engines import database_file, macro_calls
from quintile.inputs.customer_files import open_customers
from quintile.inputs.input_files import InputFile, damage_of, like_files
from quintile.inputs.invoice_files import open_invoices
from quintile.inputs.text_copies import COPIES_FOLDER, Source

OBJECTS_BETWEEN_COLLECTIONS = (10_000, 20, 100)
"""Python's defaults would go through all objects of dbt's parse again and again, which takes a
tenth of the time."""


class Plugin(BasePlugin):
    """Registers functions for macros on dbt's connection."""

    def update_connection_config(self, creds: DuckDBCredentials, config: dict[str, Any]) -> None:
        """Report a problem with the database in one line, where dbt would show a stack trace."""
        gc.set_threshold(*OBJECTS_BETWEEN_COLLECTIONS)
        database_file.prepare(creds, config)

    def configure_connection(self, conn: DuckDBPyConnection) -> None:
        """Register the functions; all take and return text, mostly JSON."""
        self._lock = threading.Lock()
        self._answers: dict[tuple, str] = {}
        self._in_place: list[Source] = []
        functions: dict[str, Callable[..., str]] = {
            "open_invoices": partial(self._open, open_invoices),
            "open_customers": partial(self._open, open_customers),
            "changed_files": self._find_changed,
            "damaged_files": self._find_damaged,
            "forgotten_customers": forgotten_customers,
            "doubts_at_start": build_state.answer_at_start,
            "doubts_at_end": build_state.answer_at_end,
        }
        for name, function in functions.items():
            conn.create_function(name, function, ["VARCHAR", "VARCHAR"], "VARCHAR")
        # Programs that leave dbt's connection open would end with warnings about leaked functions.
        atexit.register(conn.close)

    def _open(self, opener: Callable[..., Sequence[InputFile]], spec: str, options: str) -> str:
        def described(spec: str, **options: Any) -> dict[str, list[dict]]:
            files = opener(spec, **options)
            self._in_place += [
                Source.of(Path(file.source_file)) for file in files if not file.converted
            ]
            return {"files": [vars(file) for file in files], "groups": like_files(files)}

        # Files are opened once per run, so that all models read the same.
        question = (get_invocation_id(), opener, spec, options)
        with self._lock:
            if question not in self._answers:
                target = Path(get_adapter_by_type("duckdb").config.project_target_path)
                opening = partial(described, workdir=target / COPIES_FOLDER)
                self._answers[question] = macro_calls.open_files(opening, spec, options)
            return self._answers[question]

    def _find_changed(self, _: str, __: str) -> str:
        """Whether a file that models read in place has changed since it was opened."""
        changed = [file.name for file in self._in_place if not file.is_unchanged()]
        if not changed:
            return json.dumps({})
        said = f"{changed[0]}: changed while it was read. Build again when it is complete."
        return json.dumps({"error": said})

    def _find_damaged(self, _: str, __: str) -> str:
        """What is wrong with each file that models read in place but could not read completely."""
        damages = {file.name: damage_of(Path(file.path)) for file in self._in_place}
        return json.dumps({name: damage for name, damage in damages.items() if damage})
