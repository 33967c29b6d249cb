"""BG/NBD and Gamma-Gamma against published figures, simulated customers and extreme ones."""

from datetime import date

import duckdb
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import check_grad
from value_data import cdnow_orders, customers_as_of, online_retail_orders, simulate

from quintile.value import buy_till_you_die
from quintile.value.buy_till_you_die import BgNbd, GammaGamma, fit_bg_nbd, fit_gamma_gamma

CDNOW = BgNbd(r=0.243, alpha=4.414, a=0.793, b=2.426)
TRUTH = BgNbd(r=0.8, alpha=20.0, a=0.7, b=2.5)
PARAMETERS = st.floats(-3, 3).map(lambda exponent: 10.0**exponent)
MODELS = st.builds(BgNbd, r=PARAMETERS, alpha=PARAMETERS, a=PARAMETERS, b=PARAMETERS)


@st.composite
def histories(draw):
    """Repeat orders, time of the last and time now of a few customers, extremes included."""
    repeats = draw(st.lists(st.integers(0, 10_000), min_size=1, max_size=5))
    tenure = [draw(st.floats(0, 10_000)) for _ in repeats]
    share = [draw(st.floats(0, 1)) if count else 0.0 for count in repeats]
    return np.array(repeats, dtype=float), np.array(tenure) * share, np.array(tenure)


def history_at(as_of, grain=None):
    """BG/NBD's x, t_x and T in days, of CDNOW or, by grain, of UCI Online Retail."""
    orders = online_retail_orders(grain) if grain else cdnow_orders()
    customers = customers_as_of(orders, as_of).to_pandas()
    tenure = customers["tenure_days"].to_numpy(dtype=float)
    return customers["frequency"].to_numpy() - 1.0, tenure - customers["recency_days"], tenure


def test_bg_nbd_finds_the_published_cdnow_parameters():
    repeats, last, tenure = history_at(date(1997, 9, 30))
    model, report = fit_bg_nbd(repeats, last / 7, tenure / 7)
    assert report.converged
    assert report.customers == 2357
    assert report.log_likelihood == pytest.approx(-9582.4, abs=0.05)
    assert (model.r, model.alpha) == pytest.approx((0.243, 4.414), abs=5e-4)
    assert (model.a, model.b) == pytest.approx((0.793, 2.426), abs=5e-4)


def test_the_published_conditional_expectation():
    one = CDNOW.expected_orders(np.array([2.0]), np.array([30.43]), np.array([38.86]), 39)
    assert one[0] == pytest.approx(1.226, abs=5e-4)


def test_gamma_gamma_finds_the_published_cdnow_parameters():
    repeat_days = duckdb.from_arrow(cdnow_orders()).query(
        "orders",
        """
        with days as (
            select *, row_number() over (partition by customer_id order by ordered_on) as day
            from orders
            where ordered_on <= '1997-09-30'
        )
        select count(*) as days, cast(avg(amount) as double) as mean_value
        from days
        where day > 1
        group by customer_id
        """,
    )
    orders, mean_value = repeat_days.fetchnumpy().values()
    model, report = fit_gamma_gamma(orders, mean_value)
    assert report.converged
    assert report.customers == 946
    assert (model.p, model.q, model.v) == pytest.approx((6.25, 3.74, 15.44), abs=0.005)


@pytest.mark.parametrize("seed", range(3))
def test_bg_nbd_recovers_the_parameters_of_simulated_customers(seed):
    repeats, last, tenure, _ = simulate(TRUTH, 20_000, horizon=0, seed=seed)
    model, report = fit_bg_nbd(repeats, last, tenure)
    assert report.converged
    assert (model.r, model.alpha) == pytest.approx((TRUTH.r, TRUTH.alpha), rel=0.06)
    assert (model.a, model.b) == pytest.approx((TRUTH.a, TRUTH.b), rel=0.15)


def test_gamma_gamma_recovers_the_parameters_of_simulated_customers():
    rng, truth = np.random.default_rng(0), GammaGamma(p=3.0, q=4.0, v=60.0)
    orders = rng.integers(1, 9, 20_000)
    rates = rng.gamma(truth.q, 1 / truth.v, len(orders))
    mean_value = rng.gamma(truth.p * orders) / rates / orders
    model, report = fit_gamma_gamma(orders, mean_value)
    assert report.converged
    assert (model.p, model.q, model.v) == pytest.approx((truth.p, truth.q, truth.v), rel=0.1)


def test_expectations_agree_with_what_simulated_customers_do_next():
    repeats, last, tenure, later = simulate(TRUTH, 50_000, horizon=90)
    orders = TRUTH.expected_orders(repeats, last, tenure, 90)
    chance = TRUTH.any_order(repeats, last, tenure, 90)
    for group in (repeats == 0, repeats == 1, repeats > 4, tenure - last > 100):
        error = later[group].std() / np.sqrt(group.sum())
        assert orders[group].mean() == pytest.approx(later[group].mean(), abs=4 * error)
        share = (later[group] > 0).mean()
        error = np.sqrt(share * (1 - share) / group.sum())
        assert chance[group].mean() == pytest.approx(share, abs=4 * error)


@given(MODELS, histories(), st.floats(0.1, 4000))
@settings(max_examples=300, deadline=None)
def test_integral_and_hypergeometric_function_agree(model, history, horizon):
    repeats, _, tenure = history
    orders = model.expected_orders(repeats, tenure, tenure, horizon)
    integral = model._integrated_orders(repeats, tenure, horizon)
    alive = model.alive(repeats, tenure, tenure)
    # The hypergeometric form subtracts from 1 and so loses digits where it multiplies the rest.
    lost = 1e-13 * (model.a + model.b + repeats) / max(abs(model.a - 1), 1e-3)
    assert (np.abs(orders - alive * integral) <= 1e-6 * orders + lost).all()


def test_whole_parameters_and_many_orders_are_integrated():
    many = np.array([10_000.0])
    for a in (1.0, 5.0):
        near = BgNbd(r=1.0, alpha=0.5, a=a + 1e-7, b=2.4)._integrated_orders(many, many * 0, 180)
        exact = BgNbd(r=1.0, alpha=0.5, a=a, b=2.4).expected_orders(many, many, many, 0.0)
        whole = BgNbd(r=1.0, alpha=0.5, a=a, b=2.4).expected_orders(many, many * 0, many * 0, 180)
        assert exact[0] == 0
        assert whole[0] == pytest.approx(near[0] * 10_001.4 / (10_001.4 + a), rel=1e-5)


@given(MODELS, histories(), st.floats(0, 4000), st.floats(0, 4000))
@settings(max_examples=300, deadline=None)
def test_predictions_are_finite_bounded_and_never_fall_with_the_horizon(model, history, one, other):
    shorter, longer = sorted([one, other])
    few, many = (model.expected_orders(*history, horizon) for horizon in (shorter, longer))
    rare, likely = (model.any_order(*history, horizon) for horizon in (shorter, longer))
    assert np.isfinite(many).all()
    assert (few <= many * (1 + 1e-6) + 1e-8).all()
    assert (rare <= likely).all()
    assert ((rare >= 0) & (likely <= 1)).all()
    # Markov's inequality: the chance of any order is at most the expected number.
    assert (likely <= many * (1 + 1e-6) + 1e-8).all()


@given(MODELS, st.integers(1, 10_000), st.integers(1, 100), st.floats(1, 10_000))
@settings(max_examples=300, deadline=None)
def test_who_has_just_bought_is_expected_to_buy_more_the_more_he_bought(
    model, fewer, extra, tenure
):
    """Among repeat buyers: the model lets nobody stop before the first repeat order."""
    repeats, now = np.array([fewer, fewer + extra], dtype=float), np.full(2, tenure)
    fewer_expected, more_expected = model.expected_orders(repeats, now, now, 180)
    assert more_expected >= fewer_expected * (1 - 1e-6) - 1e-8


def test_of_two_who_fell_silent_the_more_frequent_buyer_is_expected_to_buy_less():
    repeats, last, tenure = np.array([2.0, 12.0]), np.full(2, 10.0), np.full(2, 39.0)
    seldom, often = CDNOW.expected_orders(repeats, last, tenure, 39)
    assert often < seldom / 10
    assert CDNOW.alive(repeats, last, tenure)[1] < 0.01


@pytest.mark.parametrize("logs", [(-1.0, 1.5, -0.2, 0.9), (1.0, -1.0, 0.5, -0.5)])
def test_slopes_of_the_bg_nbd_likelihood(logs):
    repeats, last, tenure, _ = simulate(TRUTH, 200, horizon=0)
    arguments = (repeats, last, tenure, np.ones(200))
    at = buy_till_you_die._bg_nbd_log_likelihood
    error = check_grad(lambda p: at(p, *arguments)[0], lambda p: at(p, *arguments)[1], np.exp(logs))
    assert error < 1e-4 * np.abs(at(np.exp(logs), *arguments)[1]).max()


def test_slopes_of_the_gamma_gamma_likelihood():
    rng = np.random.default_rng(0)
    arguments = (rng.integers(1, 5, 200), rng.gamma(2, 1, 200), np.ones(200))
    at, point = buy_till_you_die._gamma_gamma_log_likelihood, np.array([2.0, 1.5, 0.7])
    error = check_grad(lambda p: at(p, *arguments)[0], lambda p: at(p, *arguments)[1], point)
    assert error < 1e-4 * np.abs(at(point, *arguments)[1]).max()


def test_fits_do_not_depend_on_the_order_of_customers():
    repeats, last, tenure, _ = simulate(TRUTH, 2000, horizon=0)
    shuffled = np.random.default_rng(1).permutation(len(repeats))
    assert fit_bg_nbd(repeats, last, tenure) == fit_bg_nbd(
        repeats[shuffled], last[shuffled], tenure[shuffled]
    )
    assert fit_gamma_gamma(repeats, tenure) == fit_gamma_gamma(repeats[shuffled], tenure[shuffled])


def test_the_unit_of_time_only_scales_alpha():
    repeats, last, tenure, _ = simulate(TRUTH, 2000, horizon=0)
    days, in_days = fit_bg_nbd(repeats, last, tenure)
    weeks, in_weeks = fit_bg_nbd(repeats, last / 7, tenure / 7)
    assert (days.r, days.alpha, days.a, days.b) == pytest.approx(
        (weeks.r, weeks.alpha * 7, weeks.a, weeks.b), rel=1e-6
    )
    assert in_days.log_likelihood == pytest.approx(
        in_weeks.log_likelihood - np.log(7) * repeats.sum(), rel=1e-9
    )


def test_customers_who_never_stop_leave_the_chance_to_stop_undetermined():
    loyal = BgNbd(r=0.8, alpha=20.0, a=1e-9, b=1.0)
    repeats, last, tenure, _ = simulate(loyal, 2000, horizon=0, seed=1)
    model, report = fit_bg_nbd(repeats, last, tenure)
    assert not report.converged
    assert "do not determine a, b" in report.message
    assert (model.r, model.alpha) == pytest.approx((loyal.r, loyal.alpha), rel=0.15)
    assert np.isfinite(model.expected_orders(repeats, last, tenure, 90)).all()


def test_a_search_that_stops_short_of_the_summit_is_reported(monkeypatch):
    monkeypatch.setattr(buy_till_you_die, "SLOPE", 1e-20)
    _, report = fit_bg_nbd(*simulate(TRUTH, 2000, horizon=0)[:3])
    assert not report.converged
    assert "stopped on a slope of" in report.message


def test_three_months_of_purchase_days_leave_the_chance_to_stop_undetermined():
    history = history_at(date(2011, 2, 28), "day")
    model, report = fit_bg_nbd(*history)
    assert not report.converged
    assert "do not determine a, b" in report.message
    assert np.isfinite(model.expected_orders(*history, 180)).all()


@pytest.mark.parametrize("size", [0, 1])
def test_too_few_customers_are_reported(size):
    nothing = np.zeros(size)
    model, report = fit_bg_nbd(nothing, nothing, nothing)
    assert not report.converged
    assert np.isfinite(model.expected_orders(np.zeros(1), np.zeros(1), np.zeros(1), 90)).all()
    values, report = fit_gamma_gamma(nothing, nothing)
    assert not report.converged
    assert values.expected_value(np.zeros(1), np.zeros(1))[0] == 0


def test_order_values_are_drawn_to_the_mean_of_all_customers():
    model = GammaGamma(p=6.25, q=3.74, v=15.44)
    orders, mean_value = np.array([0, 1, 5, 1000]), np.array([0.0, 100, 100, 100])
    expected = model.expected_value(orders, mean_value)
    assert expected[0] == pytest.approx(6.25 * 15.44 / 2.74)
    assert expected[0] < expected[1] < expected[2] < expected[3]
    assert expected[3] == pytest.approx(100, rel=0.001)
