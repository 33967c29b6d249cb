"""Everything that the docs site shows is described, and pages name files that exist."""

from __future__ import annotations

import json
import re

import pytest
from conftest import ROOT, connect

from quintile.documentation.lineage import promised_parents, with_lineage
from quintile.documentation.pictures import PICTURES
from quintile.documentation.questions import answered, statements


@pytest.fixture(scope="module")
def manifest(sample_build) -> dict:
    return json.loads((sample_build.database.parent / "target/manifest.json").read_text())


def test_every_model_seed_source_and_analysis_is_described(manifest):
    nodes = [*manifest["nodes"].values(), *manifest["sources"].values()]
    shown = [
        node for node in nodes if node["resource_type"] in ("model", "seed", "source", "analysis")
    ]
    assert len(shown) > 40
    assert [node["name"] for node in shown if not node["description"]] == []
    assert [
        (node["name"], column["name"])
        for node in shown
        for column in node["columns"].values()
        if not column["description"]
    ] == []


def test_every_column_of_a_promised_table_is_described(manifest, sample_build):
    """Steps are described as a whole: nobody is meant to query them."""
    promised = {
        node["name"]: set(node["columns"])
        for node in manifest["nodes"].values()
        if node["config"].get("contract", {}).get("enforced")
    }
    assert len(promised) > 10
    built = sample_build.query("select table_name, column_name from duckdb_columns()")
    assert [(table, name) for table, name in built if name not in promised.get(table, {name})] == []
    relations = sample_build.query(
        """select table_name, schema_name, comment from duckdb_tables()
        union all select view_name, schema_name, comment from duckdb_views() where not internal"""
    )
    assert {
        table for table, schema, comment in relations if schema == "main" and not comment
    } == set()
    assert {table for table, schema, comment in relations if schema != "main" and comment} == set()


def test_every_macro_and_its_arguments_are_described(manifest):
    """Apart from the forms of a macro for one engine, which its own description covers."""
    macros = [
        macro
        for macro in manifest["macros"].values()
        if macro["package_name"] == "quintile"
        and not macro["name"].startswith(("test_", "duckdb__", "spark__"))
    ]
    assert len(macros) > 30
    assert [macro["name"] for macro in macros if not macro["description"]] == []
    assert [
        (macro["name"], argument["name"])
        for macro in macros
        for argument in macro["arguments"]
        if not argument["description"]
    ] == []


@pytest.mark.parametrize(
    "page", [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")], ids=lambda page: page.name
)
def test_links_lead_to_files(page):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_files_that_contributing_names_are_there():
    named = re.findall(r"`([\w./*]+/[\w./*]*)`", (ROOT / "CONTRIBUTING.md").read_text())
    assert len(named) > 20
    assert [
        path for path in named if not [*ROOT.glob(path), *ROOT.glob(f"python/quintile/{path}")]
    ] == []


def test_the_rows_that_readme_shows_are_those_of_the_sample(sample_build):
    page = (ROOT / "README.md").read_text()
    [statement] = statements(page)
    assert len(sample_build.query(statement)) == 6
    with connect(sample_build.database, read_only=True) as connection:
        assert answered(page, connection) == page


def test_every_picture_is_made_by_the_target_shown_on_a_page_and_small():
    pictures = sorted(ROOT.glob("docs/images/*"))
    assert sorted(f"{name}.png" for name in PICTURES) == [file.name for file in pictures]
    pages = "".join(page.read_text() for page in [ROOT / "README.md", *ROOT.glob("docs/*.md")])
    assert [file.name for file in pictures if f"images/{file.name})" not in pages] == []
    for file in pictures:
        assert file.read_bytes().startswith(b"\x89PNG")
        assert file.stat().st_size < 300_000


def test_the_page_of_tables_shows_the_lineage_of_this_project(manifest):
    page = (ROOT / "docs/tables.md").read_text()
    assert with_lineage(page, manifest) == page


def test_lineage_leaves_out_steps_and_ways_round():
    """c is made of b by a step, and of a through b and by another step."""
    parents = {"a": [], "b": ["a"], "s": ["b"], "t": ["a"], "c": ["s", "t"]}
    nodes = {
        name: {
            "unique_id": name,
            "name": name,
            "resource_type": "model",
            "config": {"access": "private" if name in "st" else "public"},
            "depends_on": {"nodes": above},
        }
        for name, above in parents.items()
    }
    assert promised_parents({"nodes": nodes}) == {"a": set(), "b": {"a"}, "c": {"b"}}
