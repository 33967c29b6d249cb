"""A dbt project of as many nodes as this one that does nothing: what dbt itself takes."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

PROJECT = """
name: empty
profile: empty
version: "1.0"
flags: {send_anonymous_usage_stats: false}
models: {empty: {+materialized: table}}
"""
PROFILE = """
empty:
  target: duckdb
  outputs: {duckdb: {type: duckdb, path: "{{ env_var('QUINTILE_DB') }}", threads: 2}}
"""


def count_nodes(manifest: Path) -> Counter[str]:
    """Count what a manifest.json builds: table, view, seed, test and unit_test."""
    project = json.loads(manifest.read_text())
    nodes = Counter(
        node["config"]["materialized"]
        if node["resource_type"] == "model"
        else node["resource_type"]
        for node in project["nodes"].values()
        if node["config"]["materialized"] != "ephemeral"
    )
    nodes["table"] += nodes.pop("incremental", 0)
    return nodes + Counter(unit_test=len(project["unit_tests"]))


def write_empty_project(folder: Path, nodes: Counter[str]) -> None:
    """Write a project with as many nodes of each kind, every model and test of one literal."""
    for name in ["models", "tests", "seeds"]:
        (folder / name).mkdir(parents=True)
    (folder / "dbt_project.yml").write_text(PROJECT)
    (folder / "profiles.yml").write_text(PROFILE)
    for number in range(nodes["table"]):
        (folder / f"models/table_{number}.sql").write_text("select 1 as id")
    for number in range(nodes["view"]):
        view = "{{ config(materialized='view') }} select 1 as id"
        (folder / f"models/view_{number}.sql").write_text(view)
    for number in range(nodes["seed"]):
        (folder / f"seeds/seed_{number}.csv").write_text("id\n1\n")
    for number in range(nodes["test"]):
        test = f"select * from {{{{ ref('table_{number % nodes['table']}') }}}} where id != 1"
        (folder / f"tests/test_{number}.sql").write_text(test)
    unit_tests = [
        {
            "name": f"unit_{number}",
            "model": f"table_{number % nodes['table']}",
            "given": [],
            "expect": {"rows": [{"id": 1}]},
        }
        for number in range(nodes["unit_test"])
    ]
    (folder / "models/unit_tests.yml").write_text(json.dumps({"unit_tests": unit_tests}))
