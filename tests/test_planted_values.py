"""Scripts and formulas in the data: report and docs site show them and run none of them.

The docs site is of the planted build, so its lineage is tested here as well.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlencode

import duckdb
import pytest
from conftest import DBT, ONLY_TABLES, Build, build_tables, connect, run_dbt
from test_report import make_report
from test_report_page import LAPTOP, open_page

from quintile.documentation.site import DocsError, escape_embedded_data, walk_each_node_once

SCRIPT = "<script>window.planted = 1</script>"
IMAGE = '<img src=x onerror="window.planted = 2">'
FORMULA = '=HYPERLINK("http://planted.example", "open")'
ENDING = f"</script>{SCRIPT}"
NAME = f"{ENDING}<b>{{{{ 7 * 7 }}}}</b> '{FORMULA}'"
PLANTED = "window.planted ?? null"
SHOWN_FROM_THE_FILE = [SCRIPT, IMAGE, FORMULA, ENDING]


def planted_lines() -> list[list]:
    """Two years of 30 customers, every text of theirs a script or a formula."""
    columns = (
        "invoice_id stock_code description quantity invoiced_at unit_price customer_id country"
    )
    lines = [columns.split()]
    for number in range(240):
        day = f"{2024 + number % 2}-{1 + number % 12:02}-{1 + number % 28:02} 10:00"
        customer = f"{IMAGE} {number % (1 + number % 30)}"
        invoice, code = f"{SCRIPT}{number}", f"{SCRIPT}{number % 9}"
        lines.append([invoice, code, FORMULA, 1 + number % 5, day, 1.5, customer, ENDING])
    lines.append([f"{IMAGE}1", "POSTAGE", SCRIPT, 1, "2024-05-05 10:00", 3, f"{IMAGE} 1", IMAGE])
    discount = f"DISCOUNT_{IMAGE}"
    lines.append([f"{IMAGE}2", discount, FORMULA, 1, "2024-05-05 10:00", 3, f"{IMAGE} 1", ENDING])
    return lines


@pytest.fixture(scope="module")
def invoices(tmp_path_factory) -> Path:
    """A file in folders whose path closes a script and opens another."""
    folder = tmp_path_factory.mktemp("in") / f"a{ENDING}".removesuffix("/script>")
    folder.mkdir(parents=True)
    with (folder / "script>.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerows(planted_lines())
        writer.writerow([1, 2, 3, ENDING, "2024-05-05 10:00", 3, "c", "d"])
    return folder / "script>.csv"


@pytest.fixture(scope="module")
def planted(invoices, tmp_path_factory) -> Build:
    return build_tables(
        tmp_path_factory.mktemp("planted"),
        *ONLY_TABLES,
        "--select",
        "+segment_profiles",
        "+model_feature_stats",
        "+cleaning_audit",
        "+rejected_lines",
        "+build_settings",
        "+segment_products",
        "rfm_segment_advice",
        invoices=invoices,
    )


def test_the_report_shows_what_the_file_holds_and_runs_nothing(planted, invoices, browser):
    out = planted.database.with_name("report.html")
    assert make_report(planted.database, out).exit_code == 0
    opened = open_page(browser, out, LAPTOP)
    shown = opened.page.evaluate("document.querySelector('main').textContent")
    for text in [*SHOWN_FROM_THE_FILE, invoices.name]:
        assert text in shown
    assert str(invoices.parent) not in shown
    opened.page.fill("#monetary", SCRIPT)
    assert opened.page.evaluate(PLANTED) is None
    assert opened.page.locator("main img").count() == 0
    assert (opened.said, opened.asked) == ([], [out.as_uri()])
    opened.page.context.close()


NAMES = {
    "rfm_segments": ["rfm_segment"],
    "segments": ["rfm_segment", "cluster_label", "next_cluster_label", "recommended_action"],
    "segment_profiles": ["cluster_label"],
    "cluster_model": ["cluster_label", "playbook_label", "why_this_k"],
    "cluster_candidates": ["verdict"],
    "segment_playbook": ["cluster_label", "recommended_action"],
    "cleaning_audit": ["step", "meaning"],
    "segment_migrations": ["from_segment", "to_segment"],
    "segment_backtest": ["segment"],
    "customer_value": ["value_model", "why_this_model"],
}


def test_the_report_runs_nothing_from_names_of_seeds_and_models(sample_build, browser, tmp_path):
    copy = Path(shutil.copy(sample_build.database, tmp_path))
    with connect(copy) as connection:
        for table, columns in NAMES.items():
            for column in columns:
                connection.execute(f"update {table} set {column} = {column} || ?", [NAME])
    out = tmp_path / "report.html"
    assert make_report(copy, out).exit_code == 0
    opened = open_page(browser, out, LAPTOP)
    page = opened.page
    page.select_option("#movements-choice", index=2)
    page.fill("#recency_days", "3")
    for section in ["cleaning", "grid", "customers", "profiles", "try", "changes", "backtest"]:
        assert NAME in page.evaluate("id => document.getElementById(id).textContent", section)
    assert page.inner_text("[data-answer=cluster_label]").endswith(NAME)
    node = page.evaluate("document.querySelector('#chart-movements .node-label').textContent")
    assert NAME in node
    assert page.evaluate(PLANTED) is None
    assert page.locator("main img, main script").count() == 0
    assert (opened.said, opened.asked) == ([], [out.as_uri()])
    page.context.close()


@pytest.fixture(scope="module")
def parquet(invoices) -> Path:
    """The file as Parquet, which is read in place, so that its path is in compiled SQL."""
    file = invoices.with_suffix(".parquet")
    with duckdb.connect() as connection:
        connection.read_csv(str(invoices), all_varchar=True).write_parquet(str(file))
    return file


@pytest.fixture(scope="module")
def docs(planted, parquet) -> Path:
    """The docs site as dbt writes it, in raw.html, escaped alone, and as make docs leaves it."""
    build = run_dbt(planted.database.parent, "docs", "generate", "--static", invoices=parquet)
    assert build.returncode == 0, build.output
    folder = planted.database.parent / "target"
    shutil.copy(folder / "static_index.html", folder / "raw.html")
    page = escape_embedded_data(folder)
    shutil.copy(page, folder / "escaped.html")
    assert walk_each_node_once(page) == 2
    return page


def open_docs(browser, page: Path, place: str = ""):
    context = browser.new_context(viewport=LAPTOP, offline=True)
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    opened.goto(f"{page.as_uri()}#!/{place}")
    return opened


def test_the_docs_site_shows_a_planted_file_name_and_runs_nothing(docs, parquet, browser):
    page = open_docs(browser, docs, "model/model.quintile.parsed_invoice_lines")
    page.wait_for_selector("text=Compiled")
    page.click("text=Compiled")
    page.wait_for_function("path => document.body.textContent.includes(path)", arg=str(parquet))
    assert page.evaluate(PLANTED) is None
    page.context.close()


def test_without_the_escapes_the_planted_script_would_run(docs, browser):
    page = open_docs(browser, docs.with_name("raw.html"))
    assert page.evaluate(PLANTED) == 1
    page.context.close()


def test_escaping_twice_changes_nothing_and_other_pages_are_refused(docs, tmp_path):
    before = docs.read_bytes()
    assert escape_embedded_data(docs.parent).read_bytes() == before
    for name in ["static_index.html", "manifest.json", "catalog.json"]:
        shutil.copy(docs.parent / name, tmp_path)
    (tmp_path / "catalog.json").write_text('{"other": "build"}')
    with pytest.raises(DocsError, match=r"does not hold catalog\.json\. Write both again"):
        escape_embedded_data(tmp_path)
    with pytest.raises(DocsError, match=r"static_index\.html: No such file"):
        escape_embedded_data(tmp_path / "nowhere")


def lineage_nodes(browser, page: Path, selection: str) -> set[str]:
    """What the page draws for a selection as its launcher writes it into the address."""
    opened = open_docs(browser, page, f"overview?{urlencode({'g_v': 1, 'g_i': selection})}")
    nodes = "document.getElementById('cy')?._cyreg?.cy.nodes(':visible')"
    opened.wait_for_function(f"{nodes}?.length > 1")
    drawn = opened.evaluate(f"{nodes}.map(node => node.id())")
    opened.context.close()
    return set(drawn)


@pytest.mark.slow
@pytest.mark.parametrize("selection", ["3+segments", "2+orders+1", "segments+"])
def test_the_lineage_draws_what_dbt_s_own_walk_finds(docs, browser, selection):
    drawn = lineage_nodes(browser, docs, selection)
    assert drawn == lineage_nodes(browser, docs.with_name("escaped.html"), selection)


def test_the_longest_lineage_draws_every_ancestor(docs, browser):
    parents = json.loads((docs.parent / "manifest.json").read_text())["parent_map"]
    ancestors, waiting = set(), ["model.quintile.campaign_results"]
    while waiting:
        node = waiting.pop()
        if node not in ancestors:
            ancestors.add(node)
            waiting += parents[node]
    assert lineage_nodes(browser, docs, "+campaign_results") == ancestors


@pytest.mark.slow
def test_the_lineage_leads_from_the_files_to_segments(docs, browser):
    page = open_docs(browser, docs)
    page.click("[title='View Lineage Graph']")
    page.fill(".launcher-content input[ng-model$='dirty.include']", "+segments")
    page.click("#submit-graph-selection")
    page.wait_for_function("document.getElementById('cy')._cyreg.cy.nodes(':visible').length < 90")
    path = page.evaluate(
        """() => {
            const drawn = document.getElementById("cy")._cyreg.cy.elements(":visible");
            const [root, goal] = ["source.quintile.files.invoices", "model.quintile.segments"]
                .map(id => drawn.filter(element => element.id() === id));
            const found = drawn.aStar({root, goal, directed: true});
            return found.found ? found.path.nodes().map(node => node.id().split(".").at(-1)) : [];
        }"""
    )
    assert path[:2] == ["invoices", "raw_invoice_lines"]
    assert path[-1] == "segments"
    page.context.close()


def test_the_lineage_of_columns_leads_from_the_lines_to_the_spend_of_a_customer(docs, browser):
    target = docs.parent
    subprocess.run(
        [
            *[DBT.with_name("colibri"), "generate", "--disable-telemetry"],
            *["--manifest", str(target / "manifest.json")],
            *["--catalog", str(target / "catalog.json")],
            *["--output-dir", str(target / "column_lineage")],
        ],
        env={**os.environ, "DBT_COLIBRI_NO_VERSION_CHECK": "1"},
        capture_output=True,
        check=True,
    )
    assert not (target / "column_lineage" / "colibri-parsing-errors.json").exists()
    lineage = json.loads((target / "column_lineage" / "colibri-manifest.json").read_text())
    parents = defaultdict(set)
    for edge in lineage["lineage"]["edges"]:
        parents[edge["target"], edge["targetColumn"]].add((edge["source"], edge["sourceColumn"]))
    reached, waiting = set(), [("model.quintile.segments", "monetary")]
    while waiting:
        column = waiting.pop()
        if column not in reached:
            reached.add(column)
            waiting += parents[column]
    assert ("model.quintile.parsed_invoice_lines", "unit_price") in reached
    assert ("model.quintile.orders", "amount") in reached
    assert ("model.quintile.parsed_invoice_lines", "source_file") not in reached
    asked = []
    page = browser.new_context(offline=True).new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto((target / "column_lineage" / "index.html").as_uri())
    page.wait_for_selector("text=customer_rfm")
    assert page.evaluate(PLANTED) is None
    assert len(asked) == 1
    page.context.close()
