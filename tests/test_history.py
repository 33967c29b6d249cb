"""The history says what was known at each month end, and nothing that came later moves it."""

from __future__ import annotations

import shutil
from decimal import Decimal

import pytest
from conftest import ONLY_TABLES, ROOT, Build, build_tables, connect, rows_of

KNOWN_THEN = """customer_id, last_ordered_at, recency_days, frequency, monetary,
    r_score, f_score, m_score, fm_score, rfm_code, rfm_segment"""
CUT_OFF = "2025-06-30"
DAY_AFTER = "2025-07-01"
SAMPLE = f"read_csv('{ROOT}/data/sample/*.csv', all_varchar = true)"


def history_of(build: Build, month_end: str) -> set[tuple]:
    rows = build.query(f"select {KNOWN_THEN} from rfm_history where month_end = '{month_end}'")
    assert rows
    return set(rows)


def scores_of(build: Build) -> set[tuple]:
    return set(
        build.query(f"select {KNOWN_THEN} from customer_rfm join rfm_scores using (customer_id)")
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "month_end", "as_of_date"),
    [
        ("sample", "2024-02-29", "2024-03-01"),
        ("uci", "2010-12-31", "2011-01-01"),
        ("uci", "2011-08-31", "2011-09-01"),
    ],
)
def test_a_build_of_that_date_gives_equal_rows(data, month_end, as_of_date, request, tmp_path):
    whole = request.getfixturevalue(f"{data}_build")
    invoices = ROOT / "data/sample"
    if data == "uci":
        invoices = request.getfixturevalue("test_data") / "online_retail.parquet"
    settings = f"as_of_date: {as_of_date}"
    then = build_tables(
        tmp_path, *ONLY_TABLES, "--select", "+rfm_scores", invoices=invoices, settings=settings
    )
    assert history_of(whole, month_end) == scores_of(then)


def test_cut_points_of_a_long_history_take_little_memory(sample_build, tmp_path):
    """300,000 customers, no two of one spend, at 24 month ends: a quantile holds 170 MB of them."""
    database = tmp_path / "quintile.duckdb"
    with connect(database) as connection:
        connection.execute(f"attach '{sample_build.database}' as built (read_only)")
        connection.execute(
            """create table month_end_rfm as
            select
                month_end, cast(range % 700 as integer) as recency_days,
                cast(1 + range % 50 as integer) as frequency,
                cast(1 + range / 100 as decimal(18, 4)) as monetary
            from range(300000) cross join built.main_steps.month_ends"""
        )
    config = {"memory_limit": "120MB", "threads": 2, "temp_directory": str(tmp_path / "spilled")}
    with connect(database, read_only=True, config=config) as connection:
        [(cut_points, lowest)] = connection.execute(
            f"""select count(*), min(lower_bound)
            from ({sample_build.compiled("month_end_thresholds")}) where metric = 'monetary'"""
        ).fetchall()
    assert (cut_points, lowest) == (24 * 4, Decimal("600.99800"))


def test_deleting_every_later_line_changes_nothing_before(sample_build, tmp_path):
    file = tmp_path / "earlier.parquet"
    rows_of(f"copy (from {SAMPLE} where invoiced_at < '{DAY_AFTER}') to '{file}' (format parquet)")
    models = ["--select", "+segment_migrations"]
    earlier = build_tables(
        tmp_path, *ONLY_TABLES, *models, invoices=file, settings=f"as_of_date: {DAY_AFTER}"
    )
    queries = [
        f"select {KNOWN_THEN}, month_end from month_end_scores where month_end <= '{CUT_OFF}'",
        f"from month_end_thresholds where month_end <= '{CUT_OFF}'",
        f"from segment_migrations where month_end <= '{CUT_OFF}'",
        f"""select invoice_id, customer_id, units, amount, order_change, ordered_at, changed_at
            from order_events where changed_at < '{DAY_AFTER}'""",
    ]
    for query in queries:
        expected = sample_build.query(query)
        assert expected
        assert set(earlier.query(query)) == set(expected), query


@pytest.fixture(scope="module")
def shuffled_build(sample_build, tmp_path_factory) -> Build:
    """The sample's model kept, on its lines with all that follows the cutoff dealt out again."""
    folder = tmp_path_factory.mktemp("shuffled")
    shutil.copy(sample_build.database, folder)
    file = folder / "shuffled.parquet"
    rows_of(
        f"""copy (
            with later as (
                from {SAMPLE} where invoiced_at >= '{DAY_AFTER}'
            ),
            whose as (
                select customer_id, quantity, row_number() over (order by md5(columns(*)::varchar))
                    as place
                from later
            ),
            what as (
                select * exclude (customer_id, quantity), row_number() over (order by invoiced_at)
                    as place
                from later
            )
            from {SAMPLE} where invoiced_at < '{DAY_AFTER}'
            union all by name
            select what.* exclude (place), whose.customer_id, whose.quantity
            from what join whose using (place)
        ) to '{file}' (format parquet)"""
    )
    kept_model = ["--exclude", "path:models/segmentation"]
    return build_tables(folder, *ONLY_TABLES, *kept_model, invoices=file)


def test_shuffling_what_follows_a_cut_off_moves_no_feature(sample_build, shuffled_build):
    features = f"from rfm_history where month_end <= '{CUT_OFF}'"
    assert set(shuffled_build.query(features)) == set(sample_build.query(features))


def test_shuffling_what_follows_a_cut_off_moves_no_fit(sample_build, shuffled_build):
    fits = f"""select * exclude (next_gini) from cut_off_fits where fitted_at < '{CUT_OFF}'
        order by fitted_at, cluster_id"""
    assert len(sample_build.query(fits)) > 3
    assert shuffled_build.query(fits) == sample_build.query(fits)


def test_shuffling_what_follows_a_cut_off_moves_outcomes_alone(sample_build, shuffled_build):
    size = f"""select segmentation, segment, customers from segment_backtest
        where month_end = '{CUT_OFF}' order by all"""
    outcome = f"select sum(lift * lift) from segment_backtest where month_end = '{CUT_OFF}'"
    assert shuffled_build.query(size) == sample_build.query(size)
    assert shuffled_build.query(outcome) != sample_build.query(outcome)
