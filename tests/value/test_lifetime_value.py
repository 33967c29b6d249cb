"""Four value models behind one interface: what any prediction must be, and what the fits learn."""

import json
import pickle
from dataclasses import asdict
from datetime import date
from functools import cache

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from threadpoolctl import threadpool_limits
from value_data import cdnow_orders, customers_as_of, online_retail_orders, simulate

from quintile.value import lifetime_value
from quintile.value.blend import Season, fit_models, fit_recent_spend
from quintile.value.boosted_trees import RECENT_DAYS, fit_boosted_trees
from quintile.value.buy_till_you_die import BgNbd, FitReport, GammaGamma
from quintile.value.evaluation import evaluate
from quintile.value.lifetime_value import (
    PastSpend,
    PurchaseProcess,
    fit_past_spend,
    fit_purchase_process,
    predict_batches,
)

MODELS = ["past_spend", "bg_nbd", "boosted_trees", "blend"]
PREDICTED = ["expected_orders", "expected_spend", "purchase_probability"]
HORIZON = 90


def nothing_else(size):
    """The columns of which nothing is known of simulated customers."""
    unknown = {f"year_ago_{what}": pa.nulls(size, pa.float64()) for what in ("orders", "monetary")}
    return unknown | {f"cancelled_{what}": np.zeros(size) for what in ("orders", "monetary")}


@cache
def simulated_customers(seed=0, size=2000):
    """Customers of BG/NBD and Gamma-Gamma as features, with what they did in HORIZON days."""
    repeats, last, tenure, later = simulate(
        BgNbd(r=0.8, alpha=20.0, a=0.7, b=2.5), size, horizon=HORIZON, seed=seed
    )
    rng = np.random.default_rng(seed)
    mean_value = rng.gamma(3.0, 1 / rng.gamma(4.0, 1 / 60.0, size))
    frequency = (repeats + 1).astype(int)
    recent = {days: (tenure - last < days).astype(float) for days in RECENT_DAYS}
    return pa.table(
        {
            "customer_id": [f"c{number}" for number in range(size)],
            "frequency": frequency,
            "recency_days": tenure - last,
            "tenure_days": tenure,
            "monetary": mean_value * frequency,
            **{f"orders_{days}_days": orders for days, orders in recent.items()},
            **{f"monetary_{days}_days": orders * mean_value for days, orders in recent.items()},
            **nothing_else(size),
            "window_number": np.ones(size),
            "actual_orders": later.astype(int),
            "actual_spend": mean_value * later,
        }
    )


def fit_all(features, training, **options):
    days = {"horizon_days": HORIZON, "training_horizon_days": HORIZON}
    return fit_models(features, training, random_seed=1, **days, **options).models


@cache
def fitted():
    return fit_all(simulated_customers(), simulated_customers())


def one_customer(**changes):
    customer = {
        "customer_id": "c1",
        "frequency": 2,
        "recency_days": 30,
        "tenure_days": 60,
        "monetary": 50.0,
        **{f"orders_{days}_days": 1 for days in RECENT_DAYS},
        **{f"monetary_{days}_days": 25.0 for days in RECENT_DAYS},
    }
    table = pa.Table.from_pylist([customer | changes])
    for name, values in nothing_else(1).items():
        table = table.append_column(name, pa.array(values))
    return table


def numbers(predictions):
    return np.column_stack([predictions[name].to_numpy() for name in PREDICTED])


@st.composite
def features(draw):
    """Up to five customers, extreme ones included."""
    size = draw(st.integers(1, 5))
    tenure = [draw(st.integers(0, 10_000)) for _ in range(size)]
    return pa.table(
        {
            "customer_id": list(range(size)),
            "frequency": [draw(st.integers(1, 10_000)) for _ in range(size)],
            "recency_days": [draw(st.integers(0, days)) for days in tenure],
            "tenure_days": tenure,
            "monetary": [draw(st.floats(-10, 1e7)) for _ in range(size)],
            **{
                f"{what}_{days}_days": [draw(st.floats(0, most)) for _ in range(size)]
                for days in RECENT_DAYS
                for what, most in (("orders", 10_000), ("monetary", 1e7))
            },
            **nothing_else(size),
        }
    )


@pytest.mark.parametrize("name", MODELS)
@given(customers=features(), horizons=st.tuples(st.floats(0, 4000), st.floats(0, 4000)))
@settings(max_examples=50, deadline=None)
def test_any_prediction_is_finite_bounded_and_never_falls_with_the_horizon(
    name, customers, horizons
):
    shorter, longer = (
        numbers(fitted()[name].predict(customers, horizon)) for horizon in sorted(horizons)
    )
    assert np.isfinite(longer).all()
    assert (shorter >= 0).all()
    assert (shorter <= longer * (1 + 1e-6) + 1e-8).all()
    assert (longer[:, 2] <= 1).all()


@pytest.mark.parametrize("name", MODELS)
@given(customers=features())
@settings(max_examples=20, deadline=None)
def test_nothing_is_expected_of_no_time(name, customers):
    assert not numbers(fitted()[name].predict(customers, 0)).any()


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize(
    ("frequency", "recency", "tenure"),
    [(10_000, 0, 1), (10_000, 1, 1), (1, 0, 0), (1, 10_000, 10_000), (10_000, 5_000, 10_000)],
)
def test_extreme_customers_get_finite_numbers(name, frequency, recency, tenure):
    customer = one_customer(frequency=frequency, recency_days=recency, tenure_days=tenure)
    assert np.isfinite(numbers(fitted()[name].predict(customer, 180))).all()


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("factor", [0.001, 3.7, 1e6])
def test_another_currency_scales_spend_and_nothing_else(name, factor):
    customers = simulated_customers()
    scaled = customers
    recent = [f"monetary_{days}_days" for days in RECENT_DAYS]
    for column in ("monetary", "actual_spend", *recent):
        values = pc.multiply(customers[column], factor)
        scaled = scaled.set_column(scaled.column_names.index(column), column, values)
    expected = numbers(fitted()[name].predict(customers, 180)) * [1, factor, 1]
    found = numbers(fit_all(scaled, scaled)[name].predict(scaled, 180))
    assert np.allclose(found, expected, rtol=1e-5)


@pytest.mark.parametrize("name", MODELS)
def test_the_order_of_rows_is_irrelevant(name):
    customers = simulated_customers()
    order = np.random.default_rng(1).permutation(len(customers))
    shuffled = customers.take(order)
    expected = numbers(fitted()[name].predict(customers, 180))[order]
    found = numbers(fit_all(shuffled, shuffled)[name].predict(shuffled, 180))
    assert np.array_equal(found, expected)


@pytest.mark.parametrize("threads", [1, 4])
def test_threads_do_not_change_the_trees(threads):
    lesson = {"training": simulated_customers(), "horizon_days": HORIZON, "random_seed": 1}
    with threadpool_limits(limits=threads):
        trees = fit_boosted_trees(**lesson)
    expected = numbers(fit_boosted_trees(**lesson).predict(simulated_customers(), 180))
    assert np.array_equal(numbers(trees.predict(simulated_customers(), 180)), expected)


@pytest.mark.parametrize("name", ["bg_nbd", "boosted_trees", "blend"])
def test_customers_who_were_not_seen_are_predicted_well(name):
    unseen = simulated_customers(seed=5, size=10_000)
    predicted = fitted()[name].predict(unseen, HORIZON)
    for actual, expected in (
        ("actual_orders", "expected_orders"),
        ("actual_spend", "expected_spend"),
    ):
        judged = evaluate(unseen[actual].to_numpy(), predicted[expected].to_numpy())
        assert abs(judged.bias) < 0.15
        assert judged.gini > 0.6
    bought = pc.mean(pc.greater(unseen["actual_orders"], 0)).as_py()
    assert pc.mean(predicted["purchase_probability"]).as_py() == pytest.approx(bought, abs=0.03)


def test_the_baseline_goes_on_as_before():
    customers = pa.concat_tables([one_customer(), one_customer(customer_id="c2", tenure_days=100)])
    model = fit_past_spend(customers)
    assert model == PastSpend(window_days=100.0)
    assert numbers(model.predict(customers, 50))[0] == pytest.approx([1, 25, 1 - np.exp(-1)])


def test_spend_is_orders_times_a_value_between_his_own_and_the_mean():
    model, values = fitted()["bg_nbd"], fitted()["bg_nbd"].values
    everybody = values.p * values.v / (values.q - 1)
    customer = one_customer(frequency=1, recency_days=60, monetary=1000.0)
    orders, spend, _ = numbers(model.predict(customer, 90))[0]
    assert everybody < spend / orders < 1000


def test_cdnow_hold_out_orders_are_the_published_ones():
    customers = customers_as_of(cdnow_orders(), date(1997, 9, 30), horizon_days=273)
    model = fit_purchase_process(customers)
    predicted = model.predict(customers, 273)
    assert model.converged
    assert (model.orders.r, model.orders.alpha / 7) == pytest.approx((0.243, 4.414), abs=5e-4)
    assert pc.sum(customers["actual_orders"]).as_py() == 1882
    assert pc.sum(predicted["expected_orders"]).as_py() == pytest.approx(1653, abs=1)


def test_three_months_of_online_retail_say_what_they_lack():
    customers = customers_as_of(online_retail_orders("day"), date(2011, 2, 28), horizon_days=180)
    fits = fit_all(customers, customers.slice(0, 0))
    for model in fits.values():
        assert np.isfinite(numbers(model.predict(customers, 180))).all()
        assert model.converged == (model.name == "past_spend")
    assert "do not determine a, b" in fits["blend"].message
    assert "0 customers" in fits["blend"].message


@pytest.mark.parametrize(
    ("rows", "later", "message"),
    [(0, 1, "0 customers"), (50, 1, "50 customers"), (500, 0, "nobody or"), (500, 1, "nobody or")],
)
def test_trees_without_a_lesson_predict_the_mean_and_say_why(rows, later, message):
    training = simulated_customers().slice(0, rows)
    for column, value in (("actual_orders", later), ("actual_spend", 20.0 * later)):
        index = training.column_names.index(column)
        training = training.set_column(index, column, pa.array([value] * rows, pa.float64()))
    trees = fit_boosted_trees(training, horizon_days=HORIZON, random_seed=1)
    assert not trees.converged
    assert trees.message.startswith(message)
    mean = [later, 20 * later, later] if rows else [0, 0, 0]
    assert numbers(trees.predict(one_customer(), HORIZON))[0] == pytest.approx(mean)


def test_trees_learn_beside_a_column_of_which_nothing_is_known():
    customers = simulated_customers()
    once = customers.set_column(1, "frequency", pa.repeat(1, len(customers)))
    for training in (customers, once):
        model = fit_boosted_trees(training, horizon_days=HORIZON, random_seed=0)
        place = training.column_names.index("year_ago_orders")
        known = training.set_column(place, "year_ago_orders", pa.repeat(5, len(customers)))
        assert model.converged
        assert model.predict(known, HORIZON).equals(model.predict(training, HORIZON))


def with_outcomes(customers, window, factor):
    """The same customers in another window, in which all bought `factor` as much."""
    for column in ("actual_orders", "actual_spend"):
        values = pc.multiply(customers[column], factor)
        customers = customers.set_column(customers.column_names.index(column), column, values)
    place = customers.column_names.index("window_number")
    return customers.set_column(place, "window_number", pa.repeat(float(window), len(customers)))


def test_trees_do_not_take_the_season_of_a_window_for_its_customers():
    customers = simulated_customers()
    for factor in (1, 10):
        windows = [with_outcomes(customers, 1, factor), customers.slice(0, 500)]
        windows[1] = with_outcomes(windows[1], 2, 1)
        trees = fit_boosted_trees(pa.concat_tables(windows), horizon_days=HORIZON, random_seed=1)
        spend = trees.predict(customers, HORIZON)["expected_spend"].to_numpy()
        shares = spend / spend.sum()
        if factor == 1:
            expected = shares
    assert shares == pytest.approx(expected, rel=1e-6)


def mean_spend(model, customers):
    return pc.mean(model.predict(customers, HORIZON)["expected_spend"]).as_py()


def test_the_trees_share_the_level_which_follows_the_season():
    customers = simulated_customers()
    level = mean_spend(fitted()["blend"], customers)
    assert mean_spend(fitted()["boosted_trees"], customers) == pytest.approx(level)
    season = fit_all(customers, customers, season=Season((1.5, 2.0), True))
    for name, factor in zip(MODELS, (1, 1, 2, 2), strict=True):
        expected = factor * mean_spend(fitted()[name], customers)
        assert mean_spend(season[name], customers) == pytest.approx(expected)


def test_a_first_day_is_no_day_like_any_other():
    """One day is known: 60 days bring twice what it did, 30 days and 7 days as much."""
    customer = one_customer(frequency=1, tenure_days=1, recency_days=1, monetary=50.0)
    for days, spend in ((60, 100), (30, 50), (7, 50)):
        predicted = fit_past_spend(customer).predict(customer, days)
        assert predicted["expected_spend"].to_pylist() == [spend]


def test_an_order_by_which_a_customer_came_is_not_expected_again():
    """In 100 days each of 100 spent 10, and one of them 10 more.

    Past spend expects half of 1,010 in 50 days. The rate after the first order, one more added as
    always, is 20 in 10,000 days of customers: 10 in 50 days. BG/NBD does not converge, and nothing
    was rehearsed.
    """
    customers = pa.concat_tables(
        one_customer(customer_id=f"{place}", frequency=orders, tenure_days=100, monetary=spend)
        for place, (orders, spend) in enumerate([(1, 10.0)] * 99 + [(2, 20.0)])
    )
    days = {"horizon_days": 50, "training_horizon_days": 50}
    fits = fit_models(customers, simulated_customers().slice(0, 0), random_seed=1, **days)
    assert not fits.models["bg_nbd"].converged
    blended = fits.forecasts["blend"]
    assert pc.sum(blended["expected_spend"]).as_py() == pytest.approx(np.sqrt(505 * 10))
    assert pc.sum(blended["expected_orders"]).as_py() == pytest.approx(np.sqrt(50.5 * 1))


def test_what_a_rehearsal_missed_by_far_is_not_missed_again():
    """Of 100 who had spent 10 in 100 days, 10 spent 10 more in the 50 that followed: 1 each.

    Past spend says 5 for each, five times as much, and so it does of 100 such customers now.
    """
    customers = pa.concat_tables(
        one_customer(customer_id=f"{place}", frequency=1, tenure_days=100, monetary=10.0)
        for place in range(100)
    )
    bought = np.arange(100) < 10
    lesson = customers.append_column("window_number", pa.array(np.ones(100)))
    lesson = lesson.append_column("actual_orders", pa.array(bought.astype(int)))
    lesson = lesson.append_column("actual_spend", pa.array(10.0 * bought))
    days = {"horizon_days": 50, "training_horizon_days": 50}
    fits = fit_models(customers, lesson, random_seed=1, **days)
    assert pc.mean(fits.forecasts["past_spend"]["expected_spend"]).as_py() == pytest.approx(5)
    assert 1 < pc.mean(fits.forecasts["blend"]["expected_spend"]).as_py() < 1.5
    unheard = fit_models(customers, lesson.slice(0, 0), random_seed=1, **days).forecasts["blend"]
    assert pc.mean(unheard["expected_spend"]).as_py() == pytest.approx(np.sqrt(5 * 0.05))


@pytest.mark.filterwarnings("error")
def test_who_was_given_everything_so_far_is_expected_to_spend_nothing():
    lesson = simulated_customers()
    for days in ("", *(f"_{days}_days" for days in RECENT_DAYS)):
        place = lesson.column_names.index(f"monetary{days}")
        lesson = lesson.set_column(place, f"monetary{days}", pa.array(np.zeros(len(lesson))))
    predicted = fit_all(lesson, lesson)["blend"].predict(lesson, HORIZON)
    assert pc.all(pc.is_finite(predicted["expected_spend"])).as_py()
    assert pc.sum(predicted["expected_spend"]).as_py() == 0


def test_the_level_leans_on_who_came_nearer_in_the_rehearsal():
    """CDNOW's customers came in twelve weeks, and many for good: past spend is far too high."""
    customers = customers_as_of(cdnow_orders(), date(1997, 9, 30), horizon_days=273)
    rehearsal = customers_as_of(cdnow_orders(), date(1997, 5, 15), horizon_days=138)
    options = {"horizon_days": 273, "training_horizon_days": 138, "random_seed": 1}
    fits = fit_models(customers, rehearsal, **options)
    past, process, blend = (
        pc.sum(fits.forecasts[name]["expected_spend"]).as_py()
        for name in ("past_spend", "bg_nbd", "blend")
    )
    blindly = fit_models(customers, rehearsal.slice(0, 0), **options).forecasts["blend"]
    spent, blind = (
        pc.sum(column).as_py() for column in (customers["actual_spend"], blindly["expected_spend"])
    )
    assert process < blind < past
    assert abs(blend / spent - 1) < 0.15
    assert blind / spent - 1 > 0.3


def test_the_rate_of_late_is_the_mean_over_all_look_backs():
    """120 days are known: 60 in all, 45 in the last 90; of 180 and 365 days only 120 are there."""
    customer = one_customer(tenure_days=120, monetary=60.0, monetary_90_days=45.0)
    for days in (180, 365):
        column = f"monetary_{days}_days"
        customer = customer.set_column(
            customer.column_names.index(column), column, pa.array([60.0])
        )
    recent = fit_recent_spend(customer, season_days=30)
    assert recent.predict(customer, 10)["expected_spend"] == pytest.approx([5])
    for what, value in (("orders", 3.0), ("monetary", 75.0)):
        place = customer.column_names.index(f"year_ago_{what}")
        customer = customer.set_column(place, f"year_ago_{what}", pa.array([value]))
    recent = fit_recent_spend(customer, season_days=30)
    # Four look-backs of half a unit a day, and one of two and a half.
    assert recent.predict(customer, 10)["expected_spend"] == pytest.approx(
        [(4 * 0.5 + 2.5) / 5 * 10]
    )


def test_nobody_is_last_in_the_blend_who_is_ahead_in_every_part():
    """Of two who bought as often and as lately, who spent more is expected to spend more."""
    modest, generous = (
        one_customer(
            monetary=monetary,
            **{f"monetary_{days}_days": monetary / 2 for days in RECENT_DAYS},
        )
        for monetary in (50.0, 500.0)
    )
    low, high = (
        numbers(fitted()["blend"].predict(customer, HORIZON))[0] for customer in (modest, generous)
    )
    assert high[1] > low[1]


def test_fits_without_customers_do_not_crash():
    nobody = simulated_customers().slice(0, 0)
    fits = fit_all(nobody, nobody)
    assert list(fits) == MODELS
    for model in fits.values():
        assert model.predict(nobody, 180).num_rows == 0
        assert np.isfinite(numbers(model.predict(one_customer(), 180))).all()


def test_fitted_models_are_frozen_and_survive_being_written_down():
    customers = simulated_customers()
    for model in fitted().values():
        with pytest.raises(AttributeError):
            model.horizon = 1
        again = pickle.loads(pickle.dumps(model))
        assert again.predict(customers, 180).equals(model.predict(customers, 180))
    written = json.loads(json.dumps(asdict(fitted()["bg_nbd"])))
    again = PurchaseProcess(
        BgNbd(**written["orders"]),
        GammaGamma(**written["values"]),
        FitReport(**written["orders_fit"]),
        FitReport(**written["values_fit"]),
    )
    assert again == fitted()["bg_nbd"]


@pytest.mark.parametrize("name", MODELS)
def test_batches_give_what_the_whole_table_gives(name, monkeypatch):
    monkeypatch.setattr(lifetime_value, "BATCH_ROWS", 64)
    customers, model = simulated_customers(), fitted()[name]
    reader = pa.RecordBatchReader.from_batches(
        customers.schema, customers.to_batches(max_chunksize=500)
    )
    predictions = predict_batches(model, reader, 180)
    batches = list(predictions)
    assert max(batch.num_rows for batch in batches) <= 64
    assert pa.Table.from_batches(batches).equals(model.predict(customers, 180))


def test_duckdb_streams_through_a_model_into_a_table():
    with duckdb.connect() as connection:
        connection.register("simulated", simulated_customers())
        connection.execute(
            "create table customers as select * replace (monetary::decimal(18, 4) as monetary) "
            "from simulated"
        )
        customers = connection.cursor().table("customers").to_arrow_reader()
        predictions = predict_batches(fitted()["bg_nbd"], customers, 180)
        connection.register("predictions", predictions)
        connection.execute("create table customer_value as from predictions")
        rows, spend = connection.execute(
            "select count(*), sum(expected_spend) from customer_value"
        ).fetchone()
    expected = fitted()["bg_nbd"].predict(simulated_customers(), 180)
    assert rows == len(expected)
    assert spend == pytest.approx(pc.sum(expected["expected_spend"]).as_py(), rel=1e-4)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"frequency": 0}, "'frequency' must be a number of at least 1; customer 'c1' has 0"),
        ({"recency_days": -1}, "'recency_days' must be a number of at least 0"),
        ({"recency_days": 61}, "'recency_days' must be not above tenure_days"),
        ({"tenure_days": None}, "'tenure_days' must be a number of at least 0"),
        ({"monetary": float("inf")}, "'monetary' must be a number; customer 'c1' has inf"),
    ],
)
def test_a_bad_value_is_refused_by_column_and_customer(changes, message):
    for model in fitted().values():
        with pytest.raises(ValueError, match=message):
            model.predict(one_customer(**changes), 180)


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="'monetary' is missing; there are customer_id"):
        fit_past_spend(one_customer().drop_columns("monetary"))
    with pytest.raises(ValueError, match="'orders_90_days' is missing"):
        fitted()["boosted_trees"].predict(one_customer().drop_columns("orders_90_days"), 180)
    with pytest.raises(ValueError, match="'actual_orders' is missing"):
        fit_boosted_trees(one_customer(), horizon_days=90, random_seed=1)


@pytest.mark.parametrize("horizon", [-1, float("nan"), float("inf")])
def test_a_horizon_out_of_range_is_quoted(horizon):
    for model in fitted().values():
        with pytest.raises(ValueError, match=f"horizon_days must be .*{horizon!r}"):
            model.predict(one_customer(), horizon)


@pytest.mark.parametrize("horizon", [0, -90])
def test_a_training_horizon_out_of_range_is_quoted(horizon):
    with pytest.raises(ValueError, match=f"above 0, not {horizon!r}"):
        fit_boosted_trees(simulated_customers(), horizon_days=horizon, random_seed=1)
