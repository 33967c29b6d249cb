"""dbt's own commands beside build and test, as analytics engineers use them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, TO_SCORES, Build, connect, run_dbt, run_dbt_as_users_do

from quintile.database import DatabaseError, opened


@pytest.fixture
def shop(sample_build: Build, tmp_path: Path) -> Path:
    """A folder with the sample's database and what dbt knows of its build."""
    shutil.copy(sample_build.database, tmp_path)
    shutil.copytree(sample_build.database.parent / "target", tmp_path / "target")
    return tmp_path


def dbt(folder: Path, *command: str, **variables: object) -> str:
    build = run_dbt_as_users_do(folder, *command, **variables)
    assert build.returncode == 0, build.output
    return build.output


def test_freshness_is_the_time_of_the_last_invoice(shop):
    output = dbt(shop, "source", "freshness")
    assert "WARN freshness of files.invoices" in output  # the sample ends in 2025
    [result] = json.loads((shop / "target/sources.json").read_text())["results"]
    with connect(shop / "quintile.duckdb", read_only=True) as connection:
        last = connection.execute("select max(invoiced_at) from invoice_lines").fetchone()[0]
    assert result["max_loaded_at"] == f"{last.isoformat()}+00:00"


def test_a_build_ends_with_a_line_on_what_it_did(sample_build):
    results = json.loads((sample_build.database.parent / "target/run_results.json").read_text())
    kinds = [result["unique_id"].split(".")[0] for result in results["results"]]
    tables = kinds.count("model") + kinds.count("seed")
    tests = kinds.count("test") + kinds.count("unit_test")
    line = rf"Built {tables} tables and views in \d+ seconds; {tests} tests passed, 0 .* failed"
    assert re.search(line, sample_build.output)


@pytest.mark.slow
def test_retry_goes_on_where_a_build_stopped(tmp_path):
    file = tmp_path / "shop.csv"
    header = "invoice_id,quantity,invoiced_at,unit_price,customer_id\n"
    good = "".join(f"{n},1,2024-01-{1 + n % 28:02},5.00,{n % 9}\n" for n in range(50))
    file.write_text(f"{header}{good}51,plenty,2024-01-01,5.00,1\n")
    failed = run_dbt_as_users_do(tmp_path, *TO_SCORES, QUINTILE_INVOICES=file)
    assert failed.returncode == 1
    output = dbt(tmp_path, "retry", "--vars", "max_rejected_share: 0.1", QUINTILE_INVOICES=file)
    assert "OK created sql table model main.rfm_scores" in output
    assert "cell_texts" not in output


def test_segments_follow_new_lines_beside_tables_that_stay(shop, tmp_path):
    """Tests that compare them with the tables of the build before are left out."""
    lines = (ROOT / "data/sample/invoices.csv").read_text().splitlines(keepends=True)
    (tmp_path / "fewer.csv").write_text("".join(lines[:-3000]))
    command = ["build", "--exclude-resource-type", "unit_test", "--select", "+segments"]
    build = run_dbt(shop, *command, invoices=tmp_path / "fewer.csv")
    assert build.returncode == 0, build.output
    assert "PASS assert_segments_holds_every_customer" in build.output
    assert build.query("select count(*) < (select count(*) from customer_value) from segments") == [
        (True,)
    ]


def test_two_chapters_are_built_on_what_is_there(shop):
    build = run_dbt(shop, "build", "--select", "rfm", "segmentation")
    assert build.returncode == 0, build.output
    assert "WARN=0" in build.output


@pytest.mark.slow
def test_clone_gives_a_developer_the_tables_of_production(shop):
    profile = yaml.safe_load((ROOT / "profiles.yml").read_text())
    outputs = profile["quintile"]["outputs"]
    outputs["dev"] = {**outputs["duckdb"], "schema": "dev"}
    (shop / "profiles").mkdir()
    (shop / "profiles/profiles.yml").write_text(yaml.safe_dump(profile))
    state = shutil.copytree(shop / "target", shop / "state")
    dbt(
        shop,
        "clone",
        "--target",
        "dev",
        "--profiles-dir",
        str(shop / "profiles"),
        "--state",
        str(state),
    )
    database = shop / "quintile.duckdb"
    with connect(database, read_only=True) as connection:
        counts = connection.execute(
            "select (select count(*) from dev.segments), (select count(*) from main.segments)"
        ).fetchone()
    assert counts[0] == counts[1] > 0
    in_both = "tables of Quintile in dev and main. Say whose: --schema dev"
    with pytest.raises(DatabaseError, match=in_both), opened(database, unfinished=False):
        pass
    with opened(database, unfinished=False, schema="main") as connection:
        [(searched,)] = connection.execute("select current_schemas(false)").fetchall()
    assert searched[:2] == ["main", "main_steps"]
