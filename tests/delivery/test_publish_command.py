"""The command publish with dbt itself: what passes is served, what fails or is killed is not."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from conftest import QUINTILE, ROOT, quintile_environment, run_quintile

from quintile.delivery.publishing import Shelf, publish_version
from quintile.delivery.scratch_build import KEPT_TABLES

PLACES = shutil.ignore_patterns(".*", "target", "logs", "published", "exports", "*.duckdb")


@pytest.fixture
def link(sample_build, tmp_path):
    """The sample, published as version 1."""
    link = tmp_path / "published" / "shop.duckdb"
    publish_version(link, lambda new, _: shutil.copy(sample_build.database, new), keep=3)
    return link


@pytest.fixture
def untouched(link):
    """Check afterwards that version 1 is what is served, and all that is there."""
    content = link.read_bytes()
    yield
    assert Shelf(link).current() == 1
    assert link.read_bytes() == content
    assert {path.name for path in Shelf(link).folder.iterdir()} == {"1", ".lock"}


def test_every_table_that_outlives_a_build_is_carried_over(sample_build):
    manifest = json.loads((sample_build.database.parent / "target/manifest.json").read_text())
    models = {node["name"]: node for node in manifest["nodes"].values()}
    incremental = {
        name for name, node in models.items() if node["config"].get("full_refresh") is False
    }
    code = "".join(node["raw_code"] for node in models.values() if "raw_code" in node)
    read_without_ref = re.findall(r"""rows_of_last_build\(['"](\w+)""", code)
    assert {"kmeans_fits", "model_drift"} <= {*read_without_ref}
    assert incremental | {*read_without_ref} == {*KEPT_TABLES}


@pytest.mark.slow
@pytest.mark.usefixtures("untouched")
def test_a_failing_data_test_is_named_and_nothing_is_published(tmp_path):
    project = tmp_path / "project"
    shutil.copytree(ROOT, project, ignore=PLACES)
    (project / "tests/assert_that_fails.sql").write_text(
        "select count(*) as lines from {{ ref('rejected_lines') }}\n"
    )
    done = run_quintile(tmp_path, "publish", project=project)
    assert done.returncode == 1
    assert done.stderr == (
        "Error: The build failed, and nothing was published:\n"
        "  test assert_that_fails (tests/assert_that_fails.sql): "
        "Got 1 result, configured to fail if != 0\n"
    )


@pytest.mark.usefixtures("untouched")
def test_outside_the_project_it_says_where_to_go(tmp_path):
    done = run_quintile(tmp_path, "publish", project=tmp_path)
    assert done.returncode == 1
    assert done.stderr == (
        f"Error: {tmp_path} has no dbt_project.yml. Run this in the project's folder.\n"
    )


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("said", ["Running with dbt", "START sql"])
def test_stopped_by_ctrl_c_it_says_so_in_one_line(tmp_path, said):
    with (tmp_path / "output").open("w+") as output:
        publisher = subprocess.Popen(
            [QUINTILE, "publish"],
            cwd=ROOT,
            env=quintile_environment(tmp_path),
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        while said not in (tmp_path / "output").read_text():
            assert publisher.poll() is None, (tmp_path / "output").read_text()
            time.sleep(0.1)
        os.killpg(publisher.pid, signal.SIGINT)
        assert publisher.wait(120) == 1
    output = (tmp_path / "output").read_text()
    assert "Traceback" not in output
    assert output.splitlines()[-1] == "Error: Stopped by Ctrl-C. Nothing was published."


@pytest.mark.slow
@pytest.mark.usefixtures("untouched")
def test_killed_while_dbt_builds_it_leaves_no_process_and_no_lock(link, tmp_path):
    scratch = Shelf(link).folder / ".scratch" / link.name
    command = [QUINTILE, "publish"]
    for seconds in (0.0, random.Random(3).uniform(0.5, 3.0)):
        with (tmp_path / "output").open("w+") as output:
            publisher = subprocess.Popen(
                command, cwd=ROOT, env=quintile_environment(tmp_path), stdout=output, stderr=output
            )
            while "START sql" not in (tmp_path / "output").read_text():
                assert publisher.poll() is None, (tmp_path / "output").read_text()
                time.sleep(0.1)
            time.sleep(seconds)
            children = Path(f"/proc/{publisher.pid}/task/{publisher.pid}/children").read_text()
            publisher.send_signal(signal.SIGKILL)
            publisher.wait()
        assert scratch.exists()
        assert children.split()
        deadline = time.monotonic() + 60
        while any(Path(f"/proc/{child}/exe").exists() for child in children.split()):
            assert time.monotonic() < deadline, "dbt goes on without its publisher"
            time.sleep(0.05)
    again = run_quintile(tmp_path, "publish", "--vars", "{products_onyl: true}")
    assert again.returncode == 1
    assert "There is no var products_onyl. Did you mean products_only?" in again.stderr
    assert "Traceback" not in again.stdout + again.stderr


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_full_disk_is_named_and_what_is_published_stays(sample_build, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    size = f"size={sample_build.database.stat().st_size + 2_000_000}"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", disk], check=True)
    try:
        link = disk / "shop.duckdb"
        publish_version(link, lambda new, _: shutil.copy(sample_build.database, new), keep=3)
        content = link.read_bytes()
        done = run_quintile(tmp_path, "publish", "--to", link)
        assert done.returncode == 1
        assert "No space left on device" in done.stderr
        assert "Traceback" not in done.stdout + done.stderr
        assert link.read_bytes() == content
        assert {path.name for path in Shelf(link).folder.iterdir()} == {"1", ".lock"}
    finally:
        subprocess.run(["umount", disk], check=True)
