"""Properties of the scoring SQL, as dbt compiled it, over whatever customers there may be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

MODELS = ["rfm_thresholds", "rfm_scores"]
SCORES = ["r_score", "f_score", "m_score"]

customers = st.lists(
    st.tuples(
        st.integers(1, 5_000),
        st.integers(1, 300),
        st.decimals("0.0001", "99999999", places=4, allow_nan=False),
    ),
    min_size=1,
    max_size=60,
)


@pytest.fixture(scope="module")
def warehouse(sample_build) -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty customer_rfm with the compiled models on top of it, as views."""
    with duckdb.connect() as connection:
        connection.execute("attach ':memory:' as quintile; use quintile")
        connection.execute(
            """create table customer_rfm (
                customer_id varchar, recency_days integer,
                frequency integer, monetary decimal(18, 4)
            )"""
        )
        connection.execute(
            f"attach '{sample_build.database}' as built (read_only);"
            "create table segment_grid as from built.rfm_segments"
        )
        for model in MODELS:
            connection.execute(f"create view {model} as {sample_build.compiled(model)}")
        yield connection


def score(warehouse, rows: list[tuple[int, int, Decimal]]) -> list[tuple[int, int, int]]:
    """The scores of customers given as (recency_days, frequency, monetary), in their order."""
    literals = ", ".join(f"('{number:04}', {r}, {f}, {m})" for number, (r, f, m) in enumerate(rows))
    warehouse.execute(f"truncate customer_rfm; insert into customer_rfm values {literals}")
    return warehouse.execute(
        f"select {', '.join(SCORES)} from rfm_scores order by customer_id"
    ).fetchall()


@settings(deadline=None, max_examples=150)
@given(rows=customers)
def test_better_never_scores_lower_and_equal_scores_equally(warehouse, rows):
    scored = score(warehouse, rows)
    for metric, sign in enumerate([-1, 1, 1]):
        ranked = sorted(
            (sign * row[metric], scores[metric]) for row, scores in zip(rows, scored, strict=True)
        )
        for (lower, lower_score), (higher, higher_score) in pairwise(ranked):
            assert lower_score <= higher_score
            assert lower != higher or lower_score == higher_score


@settings(deadline=None, max_examples=75)
@given(rows=customers, data=st.data())
def test_the_order_of_rows_changes_nothing(warehouse, rows, data):
    order = data.draw(st.permutations(range(len(rows))))
    shuffled = score(warehouse, [rows[at] for at in order])
    assert shuffled == [score(warehouse, rows)[at] for at in order]


@settings(deadline=None, max_examples=75)
@given(rows=customers)
def test_a_score_counts_the_cut_points_below(warehouse, rows):
    """Against the definition, written out in Python with exact fractions."""
    scored = score(warehouse, rows)
    for metric, sign in enumerate([-1, 1, 1]):
        values = sorted(Decimal(sign * row[metric]) for row in rows)
        cuts = []
        for fifths in (1, 2, 3, 4):
            below, over = divmod((len(values) - 1) * fifths, 5)
            above = min(below + 1, len(values) - 1)
            cuts.append(values[below] + (values[above] - values[below]) * over / 5)
        for row, scores in zip(rows, scored, strict=True):
            value = sign * row[metric]
            if value < values[-1]:
                assert scores[metric] == 1 + sum(cut < value for cut in cuts)


@settings(deadline=None, max_examples=75)
@given(rows=st.one_of(customers, customers.map(lambda rows: [*rows, *[rows[0]] * len(rows)])))
def test_the_best_value_scores_5_and_equal_customers_3(warehouse, rows):
    scored = score(warehouse, rows)
    for metric, best in enumerate([min, max, max]):
        values = [row[metric] for row in rows]
        expected = 5 if len(set(values)) > 1 else 1 if metric == 1 and values[0] == 1 else 3
        assert {
            scores[metric]
            for value, scores in zip(values, scored, strict=True)
            if value == best(values)
        } == {expected}


@settings(deadline=None, max_examples=75)
@given(rows=customers)
def test_bounds_ascend_and_levels_count_the_scores_given(warehouse, rows):
    scored = score(warehouse, rows)
    for metric, name in enumerate(["recency", "frequency", "monetary"]):
        bounds, levels = warehouse.execute(
            """select list(lower_bound order by score), list(distinct levels)
            from rfm_thresholds where metric = $name""",
            {"name": name},
        ).fetchone()
        assert bounds == sorted(bounds)
        assert levels == [len({scores[metric] for scores in scored})]
