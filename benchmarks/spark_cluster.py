"""A master of Apache Spark and its workers on this machine, by PySpark's own scripts."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pyspark

SETTINGS = """
spark.driver.memory              1g
spark.driver.bindAddress         127.0.0.1
spark.driver.host                127.0.0.1
spark.executor.memory            1g
spark.executor.cores             1
spark.ui.showConsoleProgress     false
"""


@dataclass
class Cluster:
    """A running master; what it and its workers write is in `folder`.

    Attributes:
        url: For spark.master.
        environment: For programs that use the cluster.
    """

    url: str
    folder: Path
    environment: dict[str, str]
    processes: list[subprocess.Popen] = field(default_factory=list)

    def start_worker(self) -> subprocess.Popen:
        """Start a worker with one core and 1 GB."""
        options = ["--webui-port", "0", "--cores", "1", "--memory", "1g"]
        return self.start("Worker", *options, self.url)

    def start(self, role: str, *options: str) -> subprocess.Popen:
        """Start a Master or a Worker, in a process group of its own."""
        script = Path(self.environment["SPARK_HOME"]) / "bin/spark-class"
        name = f"org.apache.spark.deploy.{role.lower()}.{role}"
        with (self.folder / f"{role}-{time.monotonic_ns()}.log").open("w") as log:
            process = subprocess.Popen(
                [script, name, "--host", "127.0.0.1", *options],
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.processes.append(process)
        return process


def kill(process: subprocess.Popen) -> None:
    """End a process and those it started, at once."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def running_cluster(folder: Path, settings: str = "") -> Iterator[Cluster]:
    """Start a master without workers; end it, and all that were started, in the end."""
    (folder / "spark-defaults.conf").write_text(SETTINGS + settings)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "SPARK_HOME": str(Path(pyspark.__file__).parent),
        "SPARK_CONF_DIR": str(folder),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_WORKER_DIR": str(folder / "work"),
        "PYSPARK_PYTHON": sys.executable,
    }
    cluster = Cluster(f"spark://127.0.0.1:{port}", folder, environment)
    cluster.environment["QUINTILE_SPARK_MASTER"] = cluster.url
    cluster.start("Master", "--port", str(port), "--webui-port", "0")
    try:
        yield cluster
    finally:
        for process in cluster.processes:
            kill(process)
