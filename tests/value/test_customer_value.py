"""What customers will be worth: known from the past alone, for everybody, and judged honestly."""

from __future__ import annotations

import pytest
from conftest import ROOT, Build, rows_of, run_dbt

SELECT = ["--select", "+customer_value", "+value_backtest", "+value_calibration"]
SELECT += ["--exclude-resource-type", "test", "unit_test"]
SAMPLE = f"read_csv('{ROOT}/data/sample/*.csv', all_varchar = true)"
HEADER = "invoice_id,stock_code,description,quantity,invoiced_at,unit_price,customer_id,country"
UNUSABLE = """select count(*) from customer_rfm left join customer_value using (customer_id)
    where not coalesce(
        isfinite(expected_orders) and expected_orders >= 0 and expected_spend >= 0
        and purchase_probability between 0 and 1
        and predicted_value_tier in ('High', 'Medium', 'Low'), false)"""


def build_value(folder, invoices, *options: str, settings: str = "{}") -> Build:
    """Build the value models with all they need, without dbt's tests."""
    build = run_dbt(folder, "build", *SELECT, *options, invoices=invoices, settings=settings)
    assert build.returncode == 0, build.output
    return build


def served(build: Build) -> list[tuple[str, str]]:
    return build.query("select distinct value_model, why_this_model from customer_value")


@pytest.fixture(scope="module")
def without_outcomes(sample_build, tmp_path_factory) -> tuple[str, Build]:
    """The latest cut-off of the sample, and a build of its day that lacks every later line."""
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
            where as_of_date <= '{}'""",
        """select * exclude (actual_orders, actual_spend) from value_training_rows
            where cut_off <= '{}'""",
        "from value_training_rows where cut_off <= '{}' and purpose = 'learn'",
        "select * exclude (is_served) from value_backtest where period_end <= '{}'",
        "select * exclude (mean_actual) from value_calibration where cut_off <= '{}'",
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
def test_the_served_model_converged_and_won_at_the_earlier_cut_offs(data, request):
    build = request.getfixturevalue(f"{data}_build")
    records = build.query(
        """select model, max(abs(bias)) as worst_bias, avg(normalised_gini) as gini
        from value_backtest where not is_latest group by model having bool_and(converged)"""
    )
    [(model, why)] = served(build)
    unbiased = {name: gini for name, bias, gini in records if bias <= 0.1}
    least_biased = min(records, key=lambda record: record[1])[0]
    assert model == (max(unbiased, key=unbiased.get) if unbiased else least_biased)
    assert ("no model was within 10% bias" in why) == (not unbiased)


@pytest.mark.parametrize("data", ["sample", "uci"])
def test_tiers_follow_the_expected_spend(data, request):
    build = request.getfixturevalue(f"{data}_build")
    (tiers,) = build.query(
        """select
            max(expected_spend) filter (predicted_value_tier = 'Low')
                < min(expected_spend) filter (predicted_value_tier = 'Medium'),
            max(expected_spend) filter (predicted_value_tier = 'Medium')
                < min(expected_spend) filter (predicted_value_tier = 'High'),
            avg((predicted_value_tier = 'High')::int), avg((predicted_value_tier = 'Low')::int)
        from customer_value"""
    )
    assert tiers[:2] == (True, True)
    assert tiers[2:] == pytest.approx((0.2, 0.4), abs=0.02)


def test_three_months_of_the_uci_file_fall_back_where_bg_nbd_does_not_converge(test_data, tmp_path):
    file = test_data / "online_retail.parquet"
    build = build_value(tmp_path, file, settings="as_of_date: 2011-03-01")
    failures = build.query("select message from value_backtest where not converged")
    assert any("BG/NBD" in message for (message,) in failures)
    assert build.query(UNUSABLE) == [(0,)]
    [(model, _)] = served(build)
    assert model != "bg_nbd"
    assert (model,) in build.query("select model from value_backtest where converged")


def test_fits_see_the_sample_and_all_customers_are_predicted(sample_build, tmp_path):
    build = build_value(tmp_path, "data/sample", settings="fit_sample_size: 100")
    sizes = "select count(*) as customers from value_sample group by window_number"
    assert build.query(f"select max(customers) from ({sizes})") == [(100,)]
    assert build.query(UNUSABLE) == [(0,)]
    count = "select count(*) from customer_value"
    assert build.query(count) == sample_build.query(count)


@pytest.mark.parametrize(
    ("lines", "tiers"),
    [
        (["1,A,x,2,2024-03-01 10:00,5,c1,UK"], {"c1": "Low"}),
        (
            [f"{n},A,x,{n},2024-03-0{n} 10:00,5,c{n},UK" for n in range(1, 6)],
            {"c1": "Low", "c2": "Low", "c3": "Medium", "c4": "Medium", "c5": "High"},
        ),
        (
            ["1,A,x,2,2024-01-01 10:00,5,c1,UK", "2,A,x,2,2024-12-31 10:00,5,c1,UK"],
            {"c1": "Low"},
        ),
        (["1,A,x,2,2024-03-01 10:00,5,,UK"], {}),
    ],
    ids=["one order", "five customers of a week", "one customer of a year", "nobody"],
)
def test_a_shop_too_small_for_a_model_gets_the_baseline_and_is_told_so(lines, tiers, tmp_path):
    file = tmp_path / "invoices.csv"
    file.write_text("\n".join([HEADER, *lines]) + "\n")
    build = build_value(tmp_path, file)
    found = build.query("select customer_id, predicted_value_tier from customer_value")
    assert dict(found) == tiers
    for model, why in served(build):
        assert model == "past_spend"
        assert "baseline" in why or "bias" in why


def test_the_project_builds_empty(tmp_path):
    build = build_value(tmp_path, "data/sample", "--empty")
    assert build.query("select count(*) from customer_value") == [(0,)]
    assert build.query("select count(*) from value_backtest") == [(0,)]
