"""Quintile as a package of the project in integration_tests, which has models of the same names."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import duckdb
import pytest
import yaml
from conftest import DBT, ROOT, Build

SAME_AS_FROM_THE_FILE = [
    "cleaning_audit",
    "customer_rfm",
    "customer_value",
    "orders",
    "rfm_history",
    "rfm_scores",
    "rfm_thresholds",
    "segment_backtest",
]
SCHEMA = "main_quintile"


@pytest.fixture(scope="module")
def shop(tmp_path_factory) -> Path:
    """The project, with the package installed."""
    folder = tmp_path_factory.mktemp("host") / "shop"
    built = shutil.ignore_patterns("dbt_packages", "target", "logs", "*.duckdb")
    shutil.copytree(ROOT / "integration_tests", folder, ignore=built)
    (folder / "packages.yml").write_text(yaml.safe_dump({"packages": [{"local": str(ROOT)}]}))
    assert run_in_shop(folder, "deps").returncode == 0
    return folder


@pytest.fixture(scope="module")
def shop_build(shop) -> Build:
    return run_in_shop(shop, "build", "--exclude-resource-type", "unit_test")


def run_in_shop(folder: Path, *command: str) -> Build:
    database = folder / "shop.duckdb"
    lines = ROOT / "data/sample/invoices.csv"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("QUINTILE")},
        "SHOP_DB": str(database),
        "SHOP_ORDER_LINES": str(lines),
    }
    done = subprocess.run(
        [str(DBT), "--no-use-colors", *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return Build(database, done.returncode, done.stdout + done.stderr)


def test_the_wheel_holds_every_file_of_python(tmp_path):
    source = tmp_path / "source"
    shutil.copytree(ROOT / "python", source / "python", ignore=shutil.ignore_patterns("*.egg-info"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    files = {
        str(file.relative_to(source / "python"))
        for file in source.glob("python/**/*")
        if file.is_file() and file.suffix != ".pyc"
    }
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--quiet", "--wheel-dir", tmp_path, source], check=True)
    [wheel] = tmp_path.glob("*.whl")
    assert {"dbt_quintile.py", "quintile/report/queries/segments.sql"} <= files
    assert {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name} == files


def test_every_ref_names_the_package():
    """A host's model of the same name would win a ref of one argument, or be found by its name."""
    refs = [
        (file.name, found)
        for folder in ("models", "macros", "tests", "analyses")
        for file in [*ROOT.glob(f"{folder}/**/*.sql"), *ROOT.glob(f"{folder}/**/*.py")]
        if folder != "tests" or file.suffix == ".sql"
        for found in re.findall(
            r"""\bref\(\s*['"]\w+['"](?!,)|graph\.nodes\.values\(\).*"name".*""", file.read_text()
        )
    ]
    assert refs == []


def test_everything_is_built_and_tested_beside_models_of_the_same_names(shop_build):
    assert shop_build.returncode == 0, shop_build.output
    assert "WARN" not in shop_build.output.replace("WARN=0", "")
    assert "Reading shop.main.order_lines" in shop_build.output
    assert shop_build.query("select count(*) > 1000 from main.orders") == [(True,)]
    assert shop_build.query("describe main.segments") == [
        ("orders", "BIGINT", "YES", None, None, None)
    ]


@pytest.mark.parametrize("table", SAME_AS_FROM_THE_FILE)
def test_a_table_gives_what_its_lines_as_a_file_give(shop_build, sample_build, table):
    """Numbers of the fit to nine digits; all else to the last."""
    kinds = dict(sample_build.query(f"select column_name, column_type from (describe {table})"))
    columns = ", ".join(
        f"round({name}, 9)" if kind == "DOUBLE" else name for name, kind in kinds.items()
    )
    expected = sample_build.query(f"select {columns} from {table} order by all")
    found = shop_build.query(f"select {columns} from {SCHEMA}.{table} order by all")
    assert found == expected


def test_segments_follow_the_playbook_of_the_shop(shop_build, sample_build):
    query = "select customer_id, cluster_label, recommended_action from {}segments order by all"
    expected = sample_build.query(query.format(""))
    found = shop_build.query(query.format(f"{SCHEMA}."))
    assert found == [(*row[:2], f"Ask Ann first. {row[2]}") for row in expected]


@pytest.mark.usefixtures("shop_build")
def test_lineage_starts_at_the_model_of_the_shop(shop):
    manifest = json.loads((shop / "target/manifest.json").read_text())
    children = manifest["child_map"]
    found, names = set(), ["model.shop.order_lines"]
    while names:
        found.update(names)
        names = [child for name in names for child in children[name] if child not in found]
    assert "model.quintile.segments" in found
    assert "source.quintile.files.invoices" not in manifest["sources"]  # it has a freshness


@pytest.mark.usefixtures("shop_build")
def test_runs_of_the_shops_own_models_are_its_own_business(shop):
    done = run_in_shop(shop, "run", "--select", "shop.orders", "--vars", "opening_year: 2025")
    assert done.returncode == 0, done.output
    assert "Reading" not in done.output


@pytest.mark.slow
@pytest.mark.parametrize(
    "chapters", [["history"], ["value"], ["campaigns"], ["history", "value", "campaigns"]]
)
def test_chapters_can_be_switched_off(shop, tmp_path, chapters):
    project = yaml.safe_load((shop / "dbt_project.yml").read_text())
    for chapter in chapters:
        project["models"]["quintile"][chapter] = {"+enabled": False}
    folder = tmp_path / "shop"
    shutil.copytree(
        shop, folder, symlinks=True, ignore=shutil.ignore_patterns("target", "*.duckdb")
    )
    (folder / "dbt_project.yml").write_text(yaml.safe_dump(project))
    done = run_in_shop(folder, "build", "--exclude-resource-type", "unit_test")
    assert done.returncode == 0, done.output
    assert "WARNING" not in done.output
    assert "WARN=0" in done.output
    manifest = json.loads((folder / "target/manifest.json").read_text())
    built = {node["name"] for node in manifest["nodes"].values()}
    assert "segments" in built
    assert ("rfm_history" in built) == ("history" not in chapters)
    assert ("customer_value" in built) == ("value" not in chapters)
    assert ("campaign_groups" in built) == ("campaigns" not in chapters)


@pytest.mark.slow
@pytest.mark.usefixtures("shop_build")
def test_a_part_is_built_without_tests_of_tables_beside_it(shop):
    listed = run_in_shop(shop, "ls", "--resource-type", "test", "--select", "+segments").output
    assert "assert_segments_are_sound" in listed
    assert "customer_value" not in listed


@pytest.mark.usefixtures("shop_build")
def test_a_second_build_while_one_runs_is_one_plain_error(shop):
    with duckdb.connect(str(shop / "shop.duckdb")):
        done = run_in_shop(shop, "run", "--select", "shop.orders")
    assert done.returncode != 0
    assert done.output.count("Could not set lock on file") == 1
    assert "Traceback" not in done.output


@pytest.mark.usefixtures("shop_build")
def test_reading_files_without_the_plugin_is_one_plain_error(shop):
    question = '{function: open_invoices, first: "", second: "{}"}'
    done = run_in_shop(shop, "run-operation", "quintile.ask_python", "--args", question)
    assert done.returncode != 0
    assert "Nothing here can read files. Set the var invoices_relation" in done.output


@pytest.mark.usefixtures("shop_build")
def test_what_is_wrong_with_the_table_is_said_in_one_line(shop):
    settings = {"invoices_relation": "shop.main.orders"}
    done = run_in_shop(
        shop,
        "build",
        "--select",
        "quintile.stg_invoice_lines",
        "+stg_invoice_lines",
        "--vars",
        json.dumps(settings),
    )
    assert done.returncode != 0
    assert "no column for" in done.output
    assert "Traceback" not in done.output
