"""Which tables of a database are not from a complete build, and why.

The table `unfinished_tables` lists them. Every run that changes tables lists those that it
rebuilds, and all that are built from them, before it starts. When it ends, it removes those up to
date. So a killed run leaves its entries, and a run of a selection leaves entries for tables that
are now older than their sources. The next successful run removes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

UNFINISHED, FAILED, OLDER, INHERITED = "unfinished ", "failed", "older", "inherited"
TABLES = ("model", "seed", "snapshot")


@dataclass(frozen=True, order=True)
class Doubt:
    """Why a table may not be from the same build as the others.

    Attributes:
        node: The table in dbt's graph.
        cause: 'unfinished' and the run that has not ended, or a failed test, or 'failed', or
            'older' than a source, or 'inherited' from a source.
        reason: The same in words.
    """

    node: str
    cause: str
    reason: str


class Graph:
    """The nodes of a project: tables, models without a table, and tests."""

    def __init__(self, nodes: Mapping[str, Mapping[str, Any]]) -> None:
        """Read `{id: {"name", "type", "parents", "stands"}}`; a node that is built `stands`."""
        self.tables = [
            node for node, facts in nodes.items() if facts["type"] in TABLES and facts["stands"]
        ]
        self.tests = [node for node, facts in nodes.items() if facts["type"] == "test"]
        self._nodes = nodes

    def name(self, node: str) -> str:
        """The name of a node, for messages."""
        return self._nodes[node]["name"]

    def parents(self, node: str) -> set[str]:
        """What a node is built from, or what a test tests."""
        return {parent for parent in self._nodes[node]["parents"] if parent in self._nodes}

    def sources(self, node: str) -> set[str]:
        """All tables that a node is built from, directly or not."""
        found: set[str] = set()
        left = [node]
        while left:
            new = self.parents(left.pop()) - found
            found |= new
            left += new
        return found.intersection(self.tables)


def doubts_at_start(
    graph: Graph, doubts: Iterable[Doubt], *, selected: Iterable[str], run: str, began: str
) -> list[Doubt]:
    """What is in doubt if the run is killed: the tables it rebuilds, and all built from them.

    Args:
        graph: The project.
        doubts: Doubts from earlier runs.
        selected: The nodes of this run.
        run: Its id.
        began: When it began, for messages.
    """
    rebuilt = {*selected}.intersection(graph.tables)
    reason = f"the build that began at {began} has not ended"
    new = [
        Doubt(node, UNFINISHED + run, reason)
        for node in graph.tables
        if node in rebuilt or rebuilt & graph.sources(node)
    ]
    return sorted([*_one_unfinished_each(doubts), *new])


def doubts_at_end(
    graph: Graph, doubts: Iterable[Doubt], *, results: Mapping[str, str], run: str
) -> list[Doubt]:
    """What is in doubt after a run.

    Args:
        graph: The project.
        doubts: Doubts from earlier runs, and those from the start of this run.
        results: The status of each node of this run.
        run: Its id.
    """
    built = {node for node in graph.tables if results.get(node) == "success"}
    left = {
        (doubt.node, doubt.cause): doubt
        for doubt in doubts
        if doubt.cause not in (UNFINISHED + run, INHERITED)
        and doubt.node in graph.tables
        and not _is_settled(graph, doubt, results, built)
    }
    for doubt in [*_not_built(graph, results, built), *_not_passed(graph, results)]:
        left[doubt.node, doubt.cause] = doubt
    return sorted([*left.values(), *_inherited(graph, {node for node, _ in left})])


def _one_unfinished_each(doubts: Iterable[Doubt]) -> list[Doubt]:
    """Keep one entry per table for runs that have not ended, however many were killed."""
    kept: dict[tuple[str, str], Doubt] = {}
    for doubt in sorted(doubts):
        kind = UNFINISHED if doubt.cause.startswith(UNFINISHED) else doubt.cause
        kept.setdefault((doubt.node, kind), doubt)
    return [*kept.values()]


def _is_settled(graph: Graph, doubt: Doubt, results: Mapping[str, str], built: set[str]) -> bool:
    if doubt.cause in (FAILED, OLDER) or doubt.cause.startswith(UNFINISHED):
        return doubt.node in built
    return doubt.cause not in graph.tests or results.get(doubt.cause) in ("pass", "warn")


def _not_built(graph: Graph, results: Mapping[str, str], built: set[str]) -> list[Doubt]:
    found = []
    for node in graph.tables:
        status, newer = results.get(node), built & graph.sources(node)
        if status in ("error", "partial success"):
            found.append(Doubt(node, FAILED, "building it failed"))
        elif status == "skipped":
            found.append(Doubt(node, FAILED, "it was skipped, since something before it failed"))
        elif status is None and newer:
            name = min(map(graph.name, newer))
            found.append(Doubt(node, OLDER, f"it is older than {name}, which it is built from"))
    return found


def _not_passed(graph: Graph, results: Mapping[str, str]) -> list[Doubt]:
    return [
        Doubt(node, test, f"the test {graph.name(test)} failed")
        for test in graph.tests
        if results.get(test) in ("fail", "error")
        for node in graph.parents(test).intersection(graph.tables)
    ]


def _inherited(graph: Graph, doubtful: set[str]) -> list[Doubt]:
    found = []
    for node in graph.tables:
        sources = doubtful & graph.sources(node)
        if sources and node not in doubtful:
            name = min(map(graph.name, sources))
            found.append(Doubt(node, INHERITED, f"it is built from {name}, which is in doubt"))
    return found


def answer_at_start(asked: str, _: str) -> str:
    """Answer the macro of that name: `{"doubts": [...]}`."""
    given = json.loads(asked)
    before = [Doubt(**doubt) for doubt in given.pop("doubts")]
    return _answer(doubts_at_start(Graph(given.pop("nodes")), before, **given))


def answer_at_end(asked: str, _: str) -> str:
    """Answer the macro of that name: `{"doubts": [...]}`."""
    given = json.loads(asked)
    before = [Doubt(**doubt) for doubt in given.pop("doubts")]
    return _answer(doubts_at_end(Graph(given.pop("nodes")), before, **given))


def _answer(doubts: Iterable[Doubt]) -> str:
    return json.dumps({"doubts": [asdict(doubt) for doubt in doubts]})
