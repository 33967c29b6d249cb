"""What customers will be worth: known from the past alone, for everybody, and judged honestly."""

from __future__ import annotations

import pytest
from conftest import ROOT, Build, rows_of, run_dbt

SELECT = ["--select", "+customer_value", "+value_backtest", "+value_calibration", "+value_totals"]
SELECT += ["--exclude-resource-type", "test", "unit_test"]
SAMPLE = f"read_csv('{ROOT}/data/sample/*.csv', all_varchar = true)"
HEADER = "invoice_id,stock_code,description,quantity,invoiced_at,unit_price,customer_id,country"
UNUSABLE = """select count(*) from customer_rfm left join customer_value using (customer_id)
    where not coalesce(
        isfinite(expected_orders) and expected_orders >= 0 and expected_spend >= 0
        and coalesce(expected_spend between spend_p10 and spend_p90, true)
        and purchase_probability between 0 and 1
        and abc_class in ('A', 'B', 'C'), false)"""


def build_value(folder, invoices, *options: str, settings: str = "{}") -> Build:
    """Build the value models with all they need, without dbt's tests."""
    build = run_dbt(folder, "build", *SELECT, *options, invoices=invoices, settings=settings)
    assert build.returncode == 0, build.output
    return build


def served(build: Build) -> list[tuple[str, str]]:
    return build.query("select distinct value_model, why_this_model from customer_value")


@pytest.fixture(scope="module")
def without_outcomes(sample_build, tmp_path_factory) -> tuple[str, Build]:
    """The latest cutoff of the sample, and a build of its day that lacks every later line."""
    [(cut_off,)] = sample_build.query("select distinct cut_off from value_backtest where is_latest")
    [(as_of_date,)] = sample_build.query("from as_of")
    folder = tmp_path_factory.mktemp("earlier")
    file = folder / "earlier.parquet"
    rows_of(f"copy (from {SAMPLE} where invoiced_at < '{cut_off}') to '{file}'")
    return str(cut_off), build_value(folder, file, settings=f"as_of_date: {as_of_date}")


@pytest.mark.parametrize(
    "known_then",
    [
        """from value_features join value_training_windows using (window_number)
            where value_training_windows.as_of_date <= '{}'""",
        """select * exclude (actual_orders, actual_spend) from value_training_rows
            where cut_off <= '{}'""",
        "from value_training_rows where cut_off <= '{}' and purpose = 'learn'",
        "select * exclude (is_served) from value_backtest where period_end <= '{}'",
        """select * exclude (mean_actual, lower_ratio, upper_ratio) from value_calibration
            where cut_off <= '{}'""",
        "from value_seasons where cut_off <= '{}'",
    ],
)
def test_later_lines_change_nothing_that_was_known(known_then, sample_build, without_outcomes):
    cut_off, earlier = without_outcomes
    expected = sample_build.query(known_then.format(cut_off))
    assert expected
    assert set(earlier.query(known_then.format(cut_off))) == set(expected)


def test_later_lines_are_the_outcome(sample_build, without_outcomes):
    cut_off, earlier = without_outcomes
    spend = f"""select sum(actual_spend) from value_training_rows
        where cut_off = '{cut_off}' and purpose = 'predict'"""
    assert earlier.query(spend) == [(0,)]
    assert sample_build.query(spend) > [(0,)]


@pytest.mark.parametrize("data", ["sample", "uci"])
def test_every_customer_is_worth_a_finite_number_by_one_model(data, request):
    build = request.getfixturevalue(f"{data}_build")
    assert build.query(UNUSABLE) == [(0,)]
    [(model, _)] = served(build)
    assert build.query("select distinct model from value_backtest where is_served") == [(model,)]


@pytest.mark.parametrize("data", ["sample", "uci"])
def test_the_baseline_in_sql_comes_to_the_same_figures(data, request):
    build = request.getfixturevalue(f"{data}_build")
    rows = build.query(
        """with spends as (
            select cut_off, actual_spend::double as actual, monetary::double
                * (select horizon_days from value_cut_offs where cut_off = examples.cut_off)
                / max(tenure_days) over (partition by cut_off) as predicted
            from value_training_rows as examples where purpose = 'predict'
        )
        select customers, count(*), mae, avg(abs(predicted - actual)),
            bias, sum(predicted) / sum(actual) - 1, spearman, corr(predicted_rank, actual_rank)
        from (
            from spends select *,
                rank() over (partition by cut_off order by predicted)
                    + count(*) over (partition by cut_off, predicted) / 2 as predicted_rank,
                rank() over (partition by cut_off order by actual)
                    + count(*) over (partition by cut_off, actual) / 2 as actual_rank
        ) join value_backtest using (cut_off) where model = 'past_spend' group by all"""
    )
    assert rows
    for row in rows:
        assert row[::2] == pytest.approx(row[1::2])


@pytest.mark.parametrize("data", ["sample", "uci"])
def test_the_blend_is_served_unless_a_model_was_nearer_at_every_earlier_cut_off(data, request):
    build = request.getfixturevalue(f"{data}_build")
    nearer = build.query(
        """select single.model
        from value_backtest as single
        join value_backtest as blend using (cut_off)
        where blend.model = 'blend' and single.model <> 'blend' and not single.is_latest
        group by single.model
        having bool_and(single.converged and single.mae < blend.mae) and count(*) >= 2"""
    )
    [(model, why)] = served(build)
    assert (model,) in nearer or (model == "blend" and not nearer)
    assert ("no single model was nearer" in why or "no single model can" in why) == (not nearer)


@pytest.mark.parametrize("data", ["sample", "uci"])
def test_what_is_said_of_the_season_is_what_was_done(data, request):
    build = request.getfixturevalue(f"{data}_build")
    [(known, index)] = build.query(
        "select is_season_known, spend_index from value_seasons where not is_back_test"
    )
    [(model, why)] = served(build)
    assert known
    assert (f"the coming season is expected to bring {index:.0%} of" in why) == (model == "blend")


@pytest.mark.parametrize("data", ["sample", "uci"])
def test_classes_make_up_four_fifths_and_three_twentieths_of_the_expected_spend(data, request):
    build = request.getfixturevalue(f"{data}_build")
    rows = build.query(
        """select abc_class, sum(expected_spend) / (select sum(expected_spend) from customer_value),
            max(expected_spend) / (select sum(expected_spend) from customer_value),
            min(expected_spend) >= lead(max(expected_spend), 1, 0) over (order by abc_class)
        from customer_value group by abc_class order by abc_class"""
    )
    assert [row[0] for row in rows] == ["A", "B", "C"]
    assert all(row[3] for row in rows)
    (a, b, _) = (float(row[1]) for row in rows)
    # The customer who passes the mark still belongs to the class.
    assert 0.8 <= a <= 0.8 + float(rows[0][2])
    assert 0.95 <= a + b <= 0.95 + float(rows[1][2])


@pytest.mark.parametrize("data", ["sample", "uci"])
def test_cut_offs_with_a_season_and_an_earlier_end_have_an_interval(data, request):
    build = request.getfixturevalue(f"{data}_build")
    coverages = build.query("select interval_coverage from value_backtest where model = 'blend'")
    assert all(0.6 < coverage <= 1 for (coverage,) in coverages)
    assert build.query("select count(*) from customer_value where spend_p90 is null") == [(0,)]


def test_on_the_uci_file_an_own_rhythm_tells_the_next_order_better_than_the_shops(uci_build):
    rows = uci_build.query(
        "select customers, median_error_days, shop_gap_median_error_days from next_order_backtest"
    )
    assert rows
    assert all(own < 0.85 * shop for _, own, shop in rows)


@pytest.mark.parametrize("data", ["sample", "uci"])
def test_the_total_is_that_of_the_customers_and_stands_beside_the_past(data, request):
    build = request.getfixturevalue(f"{data}_build")
    [(total, spent, p10, p90, last, brought, beyond)] = build.query(
        """select expected_spend, (select sum(expected_spend) from customer_value),
            spend_p10, spend_p90, spend_last_period,
            (select sum(amount) from orders, as_of where ordered_at >= as_of_date - 180),
            is_beyond_past
        from value_totals"""
    )
    assert total == spent
    assert p10 < total < p90
    assert last == brought
    assert not beyond


@pytest.mark.parametrize("data", ["sample", "uci"])
def test_cohorts_end_in_what_their_customers_spent(data, request):
    build = request.getfixturevalue(f"{data}_build")
    rows = build.query(
        """with cohorts as (
            select date_trunc('month', min(ordered_at))::date as cohort_month, sum(amount) as spent
            from orders group by customer_id
        )
        select cohort_month, any_value(customers), count(distinct customers),
            arg_max(cumulated_spend_per_customer, months_since), max(months_since),
            (select count(*) from cohorts where cohort_month = cohort_value.cohort_month),
            (select avg(spent) from cohorts where cohort_month = cohort_value.cohort_month)
        from cohort_value group by cohort_month"""
    )
    [(last_month,)] = build.query("select date_trunc('month', max(ordered_at))::date from orders")
    for month, customers, sizes, cumulated, months, counted, mean in rows:
        assert (customers, sizes) == (counted, 1)
        assert float(cumulated) == pytest.approx(float(mean), abs=1e-3)
        assert months == 12 * (last_month.year - month.year) + last_month.month - month.month


@pytest.mark.slow
def test_three_months_of_the_uci_file_fall_back_where_bg_nbd_does_not_converge(test_data, tmp_path):
    file = test_data / "online_retail.parquet"
    build = build_value(tmp_path, file, settings="as_of_date: 2011-03-01")
    failures = build.query("select message from value_backtest where not converged")
    assert any("BG/NBD" in message for (message,) in failures)
    assert build.query(UNUSABLE) == [(0,)]
    [(model, why)] = served(build)
    assert model in ("blend", "past_spend")
    assert "so the coming season has not been seen" in why


@pytest.mark.slow
def test_fits_see_the_sample_and_all_customers_are_predicted(sample_build, tmp_path):
    build = build_value(tmp_path, "data/sample", settings="fit_sample_size: 100")
    sizes = build.query(
        """select purpose, max(customers), max(windows) from (
            select purpose, cut_off, sum(customers) as customers, count(*) as windows from (
                select window_number, count(*) as customers from value_sample group by all
            ) join value_training_windows using (window_number) group by all
        ) group by purpose order by purpose"""
    )
    assert sizes == [("learn", 100, 10), ("predict", 100, 1)]
    assert build.query(UNUSABLE) == [(0,)]
    count = "select count(*) from customer_value"
    assert build.query(count) == sample_build.query(count)


@pytest.mark.parametrize(
    ("lines", "classes"),
    [
        (["1,A,x,2,2024-03-01 10:00,5,c1,UK"], {"c1": "A"}),
        (
            [f"{n},A,x,{n * n},2024-03-0{n} 10:00,5,c{n},UK" for n in range(1, 6)],
            {"c1": "C", "c2": "B", "c3": "A", "c4": "A", "c5": "A"},
        ),
        (
            ["1,A,x,2,2024-01-01 10:00,5,c1,UK", "2,A,x,2,2024-12-31 10:00,5,c1,UK"],
            {"c1": "A"},
        ),
        (["1,A,x,2,2024-03-01 10:00,5,,UK"], {}),
    ],
    ids=["one order", "five customers of a week", "one customer of a year", "nobody"],
)
def test_a_shop_too_small_for_a_model_gets_the_baseline_and_is_told_so(lines, classes, tmp_path):
    """Of 55 in all, 41 come before the 9 (75%), 50 before the 4 (91%) and 54 before the 1."""
    file = tmp_path / "invoices.csv"
    file.write_text("\n".join([HEADER, *lines]) + "\n")
    build = build_value(tmp_path, file)
    found = build.query("select customer_id, abc_class from customer_value")
    assert dict(found) == classes
    for model, why in served(build):
        assert model == "past_spend"
        assert "baseline" in why or "none converged" in why
        [(is_known,)] = build.query(
            "select is_season_known from value_seasons where not is_back_test"
        )
        assert ("the coming season has not been seen" in why) == (not is_known)


def test_the_project_builds_empty(tmp_path):
    build = build_value(tmp_path, "data/sample", "--empty")
    assert build.query("select count(*) from customer_value") == [(0,)]
    assert build.query("select count(*) from value_backtest") == [(0,)]
