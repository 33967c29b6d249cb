"""Runs of dbt that share a parse of the project, each in a process of its own.

dbt parses everything again for another database, which takes longer than most builds of tests.
Here a server parses once for the same settings, and forks for each run.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest


class ParsedDbt:
    """A server of runs; what it parses has the default database name, quintile."""

    def __init__(self, project: Path):
        self._folder = tempfile.TemporaryDirectory(prefix="quintile_tests_")
        self._output = Path(self._folder.name) / "output.txt"
        self._server = subprocess.Popen(
            [sys.executable, __file__, self._folder.name],
            cwd=project,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        atexit.register(self.close)

    def run(
        self, command: list[str], settings: str, environment: dict[str, str]
    ) -> tuple[int, str]:
        """Exit code and output of one run."""
        request = {"command": command, "settings": settings, "environment": environment}
        assert self._server.stdin
        assert self._server.stdout
        print(
            json.dumps({**request, "output": str(self._output)}),
            file=self._server.stdin,
            flush=True,
        )
        return int(self._server.stdout.readline()), self._output.read_text()

    def close(self) -> None:
        self._server.communicate()
        self._folder.cleanup()


def serve(folder: str) -> None:
    for line in sys.stdin:
        request = json.loads(line)
        manifest = parse(folder, request["settings"])
        child = os.fork()
        if not child:
            run(manifest, **request)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


@cache
def parse(folder: str, settings: str) -> Manifest | None:
    """The parsed project; None where it cannot be parsed, which the run then says.

    The static parser starts threads, and a process that has threads cannot fork.
    """
    from dbt.cli.main import dbtRunner

    places = ["--target-path", f"{folder}/target", "--log-path", f"{folder}/logs"]
    options = [
        "--log-level",
        "none",
        "--no-partial-parse",
        "--no-static-parser",
        *places,
        "--vars",
        settings,
    ]
    return dbtRunner().invoke(["parse", *options]).result


def run(
    manifest: Manifest | None,
    command: list[str],
    settings: str,
    environment: dict[str, str],
    output: str,
) -> None:
    """Run dbt as its command line does, and end this process."""
    from dbt.cli.main import cli

    code: object = 1
    with open(output, "wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    os.environ.clear()
    os.environ.update(environment)
    try:
        line = [*command, "--vars", settings]
        cli.main(args=line, prog_name="dbt", obj={"manifest": manifest} if manifest else {})
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else int(code is not None))


if __name__ == "__main__":
    serve(sys.argv[1])
