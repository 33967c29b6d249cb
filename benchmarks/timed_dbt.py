"""dbt, in a process that has loaded what the Python models import, and the seconds of its work.

A script's work is timed after its imports; so is dbt's here. Prints the seconds that the SQL
statements and the Python models of all nodes took, summed, then the seconds from the first node's
start to the last one's end.
"""

from __future__ import annotations

import sys

from dbt.cli.main import dbtRunner
from dbt_common.events.base_types import EventMsg


def main(arguments: list[str]) -> None:
    statements: list[float] = []

    def note(event: EventMsg) -> None:
        if event.info.name == "SQLQueryStatus" and event.data.node_info.unique_id:
            statements.append(event.data.elapsed)

    done = dbtRunner(callbacks=[note]).invoke(arguments)
    if not done.success:
        raise SystemExit(str(done.exception or "dbt failed; see above"))
    steps = [step for result in done.result.results for step in result.timing]
    python_models = [
        step
        for result in done.result.results
        if getattr(result.node, "language", "sql") == "python"
        for step in result.timing
        if step.name == "execute"
    ]
    in_python = sum((step.completed_at - step.started_at).total_seconds() for step in python_models)
    span = max(step.completed_at for step in steps) - min(step.started_at for step in steps)
    print(sum(statements) + in_python, span.total_seconds())


if __name__ == "__main__":
    main(sys.argv[1:])
