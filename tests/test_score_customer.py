"""The SQL macro score_customer: everybody's own row, and a defined answer to every input."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import duckdb
import pytest
from conftest import connect

COLUMNS = [
    "r_score",
    "f_score",
    "m_score",
    "rfm_code",
    "fm_score",
    "rfm_segment",
    "cluster_id",
    "cluster_label",
    "next_cluster_label",
    "marketing_tier",
    "recommended_action",
    "channel",
    "priority",
    "centroid_distance",
    "assignment_margin",
]
METRICS = "recency_days, frequency, monetary"
OWN_ROWS = f"select customer_id, {', '.join(COLUMNS)} from {{shop}}segments order by customer_id"
AS_STRUCT = f"""
    select customer_id, unnest(answer)
    from (select *, {{shop}}score_customer({METRICS}) as answer from {{shop}}segments)
    order by customer_id"""
AS_TABLE = f"""
    select segments.customer_id, answers.*
    from {{shop}}segments, {{shop}}score_customer({METRICS}) as answers
    order by customer_id"""


@pytest.fixture(params=["sample_build", "uci_build"])
def build(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def sample(sample_build) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(sample_build.database, read_only=True) as connection:
        yield connection


def answer(connection, *metrics: str) -> dict | None:
    [(struct,)] = connection.execute(f"select score_customer({', '.join(metrics)})").fetchall()
    return struct


@pytest.mark.parametrize("question", [AS_STRUCT, AS_TABLE])
def test_every_customer_gets_back_his_own_row(build, question):
    own_rows = build.query(OWN_ROWS.format(shop=""))
    assert len(own_rows) > 1000
    assert build.query(question.format(shop="")) == own_rows


@pytest.mark.parametrize("question", [AS_STRUCT, AS_TABLE])
def test_a_file_attached_under_another_name_answers_the_same(build, question):
    with duckdb.connect() as connection:
        connection.execute(f"attach '{build.database}' as \"other shop\" (read_only)")
        answers = connection.execute(question.format(shop='"other shop".')).fetchall()
    assert answers == build.query(OWN_ROWS.format(shop=""))


def test_the_columns_are_those_promised(sample):
    assert list(answer(sample, "10", "5", "1000")) == COLUMNS
    table = sample.execute("select * from score_customer(10, 5, 1000)")
    assert [column[0] for column in table.description] == COLUMNS
    assert table.fetchall() == [tuple(answer(sample, "10", "5", "1000").values())]


@pytest.mark.parametrize(
    "bad", ["null", "-1", "-0.0001", "'inf'::double", "'nan'::double", "1e14", "'many'", "''"]
)
@pytest.mark.parametrize("position", [0, 1, 2])
def test_what_is_no_number_from_0_up_has_no_answer(sample, bad, position):
    metrics = ["10", "5", "1000"]
    metrics[position] = bad
    assert answer(sample, *metrics) is None
    table = sample.execute(f"select * from score_customer({', '.join(metrics)})").fetchall()
    assert table == [(None,) * len(COLUMNS)]


def test_zero_has_an_answer(sample):
    zero = answer(sample, "0", "0", "0")
    assert (zero["r_score"], zero["f_score"], zero["m_score"]) == (5, 1, 1)
    assert zero["cluster_label"] is not None


def test_beyond_all_customers_the_outermost_scores_hold(sample):
    huge = answer(sample, *["99999999999999.9999"] * 3)
    assert huge["rfm_code"] == "155"
    [(clusters,)] = sample.execute("select list(cluster_id) from cluster_model").fetchall()
    assert huge["cluster_id"] in clusters
    assert huge["centroid_distance"] > 5


def test_fractions_count_to_the_fourth_decimal(sample):
    [(cut,)] = sample.execute(
        "select -lower_bound from rfm_thresholds where metric = 'recency' and score = 3"
    ).fetchall()
    better, worse = f"{cut} - 0.0001", f"{cut} - 0.00001"
    assert answer(sample, better, "5", "1000")["r_score"] == 3
    assert answer(sample, worse, "5", "1000")["r_score"] == 2
    assert answer(sample, "10", "5", "9.99996") == answer(sample, "10", "5", "10")


@pytest.mark.parametrize(
    "number_type", ["smallint", "hugeint", "decimal(38, 10)", "double", "text"]
)
def test_the_type_of_a_number_does_not_matter(sample, number_type):
    metrics = [f"cast({value} as {number_type})" for value in (10, 5, 1000)]
    assert answer(sample, *metrics) == answer(sample, "10", "5", "1000")


def test_building_segments_alone_keeps_the_macro(sample_build, tmp_path, dbt):
    shutil.copy(sample_build.database, tmp_path)
    build = dbt("run", "--select", "segments")
    assert build.returncode == 0, build.output
    assert build.query(AS_STRUCT.format(shop="")) == sample_build.query(OWN_ROWS.format(shop=""))


def test_segments_of_different_builds_are_refused_and_the_old_ones_stay(
    sample_build, tmp_path, dbt
):
    shutil.copy(sample_build.database, tmp_path)
    earlier = {"as_of_date": "2024-09-01"}
    assert dbt("run", "--select", "+rfm_thresholds", settings=earlier).returncode == 0
    build = dbt("run", "--select", "segments")
    assert build.returncode != 0
    assert "of different builds. Build them together" in build.output
    assert build.query(AS_STRUCT.format(shop="")) == sample_build.query(OWN_ROWS.format(shop=""))
