"""Add what dbt-spark's session method lacks: Python models, and a way for macros to call Python.

dbt-spark 1.11 submits Python models only to Databricks, and refuses them on a session. The session
is in this process, so the helper here runs them in it. A later dbt-spark may do so itself, so any
version other than the supported one is refused rather than patched.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from dbt.adapters.base import PythonJobHelper
from dbt.adapters.spark import SparkAdapter
from dbt.adapters.spark.__version__ import version
from dbt_common.exceptions import DbtRuntimeError
from dbt_common.invocation import get_invocation_id
from pyspark.sql import SparkSession

from quintile.delivery.forgotten_list import forgotten_customers
from quintile.engines import macro_calls
from quintile.inputs.customer_files import open_customers
from quintile.inputs.invoice_files import open_invoices
from quintile.inputs.spark_files import SparkFiles

SUPPORTED = "1.11."


class SessionJob(PythonJobHelper):
    """Runs a Python model in dbt's process and session."""

    def __init__(self, parsed_model: dict[str, Any], credentials: Any):
        self._model = parsed_model["alias"]
        self._credentials = credentials

    def submit(self, compiled_code: str) -> None:
        """Run the code that dbt compiled, which writes the table."""
        code = compile(compiled_code, f"<model {self._model}>", "exec")
        exec(code, {"__name__": self._model, "spark": SparkSession.builder.getOrCreate()})


def extend_adapter() -> None:
    """Add the submission method `session` to dbt-spark, and `adapter.ask_python` for macros.

    With any other method, dbt-spark submits Python models as usual.

    Raises:
        DbtRuntimeError: The version of dbt-spark is not 1.11.
    """
    if "session" in SparkAdapter.python_submission_helpers.fget(None):
        return
    if not version.startswith(SUPPORTED):
        raise DbtRuntimeError(
            f"Quintile runs Python models on a Spark session with dbt-spark {SUPPORTED}*, but this "
            f"is {version}. Install requirements-spark.lock."
        )
    # Executors on this machine use the same Python as dbt, unless they are configured otherwise.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    helpers = SparkAdapter.python_submission_helpers.fget(None)
    default = SparkAdapter.default_python_submission_method.fget

    def method(adapter: SparkAdapter) -> str:
        on_session = adapter.config.credentials.method == "session"
        return "session" if on_session else default(adapter)

    SparkAdapter.python_submission_helpers = property(lambda _: {**helpers, "session": SessionJob})
    SparkAdapter.default_python_submission_method = property(method)
    SparkAdapter.ask_python = _ask_python
    SparkAdapter._available_ |= {"ask_python"}


_LOCK = threading.Lock()


def _ask_python(adapter: SparkAdapter, function: str, first: str, second: str) -> str:
    """Answer a macro, as the functions of the plugin do on DuckDB."""
    if function == "forgotten_customers":
        return forgotten_customers(first, second)
    with _LOCK:
        # dbt creates the session, with the settings of the profile, when it is first used.
        adapter.execute("select 1")
        return _open(get_invocation_id(), function, first, second)


@cache
def _open(invocation: str, function: str, spec: str, options: str) -> str:
    """Open files once per run, since each opening reads them."""
    del invocation
    openers: dict[str, Callable] = {
        "open_invoices": open_invoices,
        "open_customers": open_customers,
    }
    files = SparkFiles(SparkSession.builder.getOrCreate(), name=function)
    # Text copies are stored in the warehouse.
    described = partial(files.describe, openers[function], workdir=Path())
    return macro_calls.open_files(described, spec, options)
