"""Which tables are of different builds: against a model that knows what each was built from."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from quintile.delivery.build_state import Graph, doubts_at_end, doubts_at_start

LINES, ORDERS, SEGMENTS, VALUE, TEST = "lines", "orders", "segments", "value", "orders_add_up"
PARENTS = {LINES: [], ORDERS: [LINES], SEGMENTS: [ORDERS], VALUE: [ORDERS], TEST: [ORDERS]}


def graph_of(parents, tests=()):
    return Graph(
        {
            node: {
                "name": node,
                "type": "test" if node in tests else "model",
                "parents": before,
                "stands": True,
            }
            for node, before in parents.items()
        }
    )


SHOP = graph_of(PARENTS, [TEST])
ALL = [*PARENTS]


def ran(doubts, results, *, selected=None, run="1"):
    """What a run that ends leaves."""
    selected = [*results] if selected is None else selected
    begun = doubts_at_start(SHOP, doubts, selected=selected, run=run, began="noon")
    return doubts_at_end(SHOP, begun, results=results, run=run)


def reasons(doubts):
    return {doubt.node: doubt.reason for doubt in doubts}


GREEN = {LINES: "success", ORDERS: "success", SEGMENTS: "success", VALUE: "success", TEST: "pass"}


def test_a_green_build_leaves_nothing_in_doubt():
    assert ran([], GREEN) == []


def test_a_killed_build_leaves_all_in_doubt_until_a_green_one():
    killed = doubts_at_start(SHOP, [], selected=ALL, run="1", began="noon")
    assert reasons(killed) == dict.fromkeys(
        [LINES, ORDERS, SEGMENTS, VALUE], "the build that began at noon has not ended"
    )
    assert ran(killed, GREEN, run="2") == []


def test_builds_of_selections_mend_what_they_rebuild_from_sound_sources():
    killed = doubts_at_start(SHOP, [], selected=ALL, run="1", began="noon")
    upstream = {LINES: "success", ORDERS: "success", SEGMENTS: "success"}
    assert {*reasons(ran(killed, upstream, run="2"))} == {VALUE}
    alone = ran(killed, {SEGMENTS: "success"}, run="2")
    assert reasons(alone)[SEGMENTS] == "it is built from lines, which is in doubt"


def test_what_is_built_from_a_table_that_was_rebuilt_alone_is_older():
    assert reasons(ran([], {ORDERS: "success"})) == dict.fromkeys(
        [SEGMENTS, VALUE], "it is older than orders, which it is built from"
    )
    assert ran([], {SEGMENTS: "success"}) == []


def test_a_failed_model_and_what_is_skipped_for_it_are_in_doubt():
    failed = {**GREEN, ORDERS: "error", SEGMENTS: "skipped", VALUE: "skipped", TEST: "skipped"}
    left = ran([], failed)
    assert reasons(left)[ORDERS] == "building it failed"
    assert reasons(left)[SEGMENTS] == "it was skipped, since something before it failed"
    retried = {node: GREEN[node] for node in (ORDERS, SEGMENTS, VALUE, TEST)}
    assert ran(left, retried, run="2") == []


def test_a_run_that_changes_nothing_leaves_nothing():
    assert reasons(ran([], {LINES: "error"})) == {
        LINES: "building it failed",
        **dict.fromkeys([ORDERS, SEGMENTS, VALUE], "it is built from lines, which is in doubt"),
    }
    assert ran([], {}, selected=[ORDERS]) == []


def test_a_failed_test_puts_its_table_in_doubt_until_it_passes():
    left = ran([], {**GREEN, TEST: "fail"})
    assert reasons(left)[ORDERS] == "the test orders_add_up failed"
    assert {*reasons(left)} == {ORDERS, SEGMENTS, VALUE}
    assert {*reasons(ran(left, {ORDERS: "success"}, run="2"))} == {ORDERS, SEGMENTS, VALUE}
    assert ran(left, {TEST: "pass"}, run="2") == []


def test_a_hundred_killed_builds_leave_no_more_than_two():
    doubts = []
    for run in range(100):
        doubts = doubts_at_start(SHOP, doubts, selected=ALL, run=str(run), began="noon")
    assert len(doubts) == 2 * 4


@dataclass
class Shelf:
    """Tables that know what they were built from."""

    parents: dict
    versions: dict = field(default_factory=dict)

    def build(self, table, run):
        self.versions[table] = (run, {each: self.versions[each] for each in self.parents[table]})

    def is_whole(self, table):
        """Whether what it was built from is what stands there now, however far back."""
        _, sources = self.versions[table]
        return all(
            self.versions[each] == version and self.is_whole(each)
            for each, version in sources.items()
        )


@st.composite
def histories(draw):
    """A project of some tables, and runs: what was selected, what failed, where it was killed."""
    size = draw(st.integers(2, 6))
    parents = {
        f"t{n}": [f"t{each}" for each in draw(st.sets(st.integers(0, n - 1)))] if n else []
        for n in range(size)
    }
    names = st.sets(st.sampled_from([*parents]))
    runs = st.tuples(names, names, st.one_of(st.none(), st.integers(0, size)))
    return parents, draw(st.lists(runs, min_size=1, max_size=6))


@given(histories())
def test_whatever_happens_what_is_not_whole_is_in_doubt(history):
    parents, runs = history
    graph, shelf, doubts = graph_of(parents), Shelf(parents), []
    for table in parents:
        shelf.build(table, "first")
    for number, (selected, failing, killed) in enumerate(runs):
        run = str(number)
        doubts = doubts_at_start(graph, doubts, selected=selected, run=run, began="noon")
        results = {}
        for at, table in enumerate(each for each in parents if each in selected):
            if at == killed:
                break
            broken = any(results.get(each, "success") != "success" for each in parents[table])
            results[table] = "skipped" if broken else "error" if table in failing else "success"
            if results[table] == "success":
                shelf.build(table, run)
        else:
            doubts = doubts_at_end(graph, doubts, results=results, run=run)
        doubtful = {doubt.node for doubt in doubts}
        assert {table for table in parents if not shelf.is_whole(table)} <= doubtful
        if killed is None and selected == {*parents} and not failing:
            assert not doubtful


COMMENT = "select distinct comment from duckdb_functions() where function_name = 'score_customer'"


def test_a_whole_build_leaves_no_table_in_doubt(sample_build):
    assert sample_build.query("select count(*) from unfinished_tables") == [(0,)]
    [(comment,)] = sample_build.query(COMMENT)
    assert comment.startswith("Scores, segment, cluster")


def test_a_build_of_one_table_is_told_by_all_that_is_built_from_it(sample_build, dbt, tmp_path):
    shutil.copy(sample_build.database, tmp_path / "quintile.duckdb")
    build = dbt("run", "--select", "as_of")
    assert build.returncode == 0, build.output
    reason = "it is older than as_of, which it is built from"
    told = dict(build.query("select table_name, reason from unfinished_tables"))
    assert told["segments"] == told["customer_value"] == reason
    assert "stg_invoice_lines" not in told
    assert "as_of" not in told
    [(comment,)] = build.query(COMMENT)
    assert comment.startswith(f"Of an unfinished build: {reason}. Scores, segment, cluster")
