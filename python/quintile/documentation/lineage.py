"""The lineage of the promised tables alone: what each is made of, the steps between left out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

CHAPTERS = ["staging", "sales", "rfm", "segmentation", "history", "value", "campaigns"]
"""The folders of models in the order in which they are read."""
Nodes = Mapping[str, Mapping[str, Any]]


def promised_tables(manifest: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The public models of a manifest, by name."""
    return {
        node["name"]: node
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and node["config"].get("access") == "public"
    }


def promised_parents(manifest: Mapping[str, Any]) -> dict[str, set[str]]:
    """For each promised table, the promised tables that it is made of and no other of them is.

    Args:
        manifest: dbt's manifest.json.

    Returns:
        Names by name. A table that is reached through another promised one is left out.
    """
    nodes, promised = manifest["nodes"], promised_tables(manifest)
    nearest = {
        name: _nearest(node["unique_id"], nodes, set(promised)) for name, node in promised.items()
    }
    above: dict[str, set[str]] = {}

    def ancestors(name: str) -> set[str]:
        if name not in above:
            above[name] = nearest[name].union(*map(ancestors, nearest[name]))
        return above[name]

    return {
        name: {
            parent
            for parent in parents
            if not any(parent in ancestors(other) for other in parents - {parent})
        }
        for name, parents in nearest.items()
    }


def _nearest(unique_id: str, nodes: Nodes, promised: set[str]) -> set[str]:
    """The promised tables above a node with no promised one between."""
    found, seen, waiting = set(), set(), list(nodes[unique_id]["depends_on"].get("nodes", []))
    while waiting:
        parent = waiting.pop()
        if parent in seen or parent not in nodes:
            continue
        seen.add(parent)
        if nodes[parent]["name"] in promised and nodes[parent]["resource_type"] == "model":
            found.add(nodes[parent]["name"])
        else:
            waiting += nodes[parent]["depends_on"].get("nodes", [])
    return found


def lineage_diagram(manifest: Mapping[str, Any]) -> str:
    """A Mermaid flowchart of the promised tables, in the colours of their chapters."""
    lines = ["flowchart LR", "    files[invoice files]"]
    colours: dict[str, str] = {}
    parents = promised_parents(manifest)
    for name, node in sorted(promised_tables(manifest).items()):
        chapter = node["fqn"][1]
        colours[chapter] = node["docs"]["node_color"]
        lines.append(f"    {name}:::{chapter}")
        lines += [f"    {parent} --> {name}" for parent in sorted(parents[name])]
        lines += [] if parents[name] else [f"    files --> {name}"]
    lines += [
        f"    classDef {chapter} fill:{colour},stroke:{colour},color:#ffffff"
        for chapter, colour in sorted(colours.items())
    ]
    return "\n".join(lines)


def table_list(manifest: Mapping[str, Any]) -> str:
    """The promised tables by chapter, each with the first sentence of its description."""
    lines = ["| chapter | table | what it holds |", "| --- | --- | --- |"]
    tables = promised_tables(manifest).values()
    for node in sorted(tables, key=lambda node: (CHAPTERS.index(node["fqn"][1]), node["name"])):
        text = " ".join(node["description"].split())
        sentence = text.partition(". ")[0].rstrip(".")
        lines.append(f"| {node['fqn'][1]} | `{node['name']}` | {sentence} |")
    return "\n".join(lines)


def with_lineage(page: str, manifest: Mapping[str, Any]) -> str:
    """A page in Markdown with diagram and list of this manifest between its marks."""
    diagram = f"```mermaid\n{lineage_diagram(manifest)}\n```"
    for mark, text in (("lineage", diagram), ("tables", table_list(manifest))):
        start, end = f"<!-- {mark} -->\n", f"<!-- end of {mark} -->"
        before, _, rest = page.partition(start)
        page = f"{before}{start}{text}\n{end}{rest.partition(end)[2]}"
    return page


def read_manifest(target: Path) -> dict[str, Any]:
    """The manifest of a target folder of dbt."""
    return json.loads((target / "manifest.json").read_text(encoding="utf-8"))
