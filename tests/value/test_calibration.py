"""Intervals and calibrated probabilities: what earlier cutoffs teach, and how it is applied."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quintile.value.calibration import (
    by_decile,
    interval_ratios,
    learn_chances,
    learn_spread,
)

AMOUNTS = st.integers(0, 1000).map(float)


def test_deciles_keep_equal_predictions_together():
    predicted = np.array([0.0, 0, 0, 0, 0, 0, 3, 4, 5, 6])
    table = by_decile(np.arange(10.0), predicted)
    assert list(table["decile"]) == [4, 7, 8, 9, 10]
    assert list(table["customers"]) == [6, 1, 1, 1, 1]
    assert list(table["mean_predicted"]) == [0, 3, 4, 5, 6]
    assert list(table["mean_actual"]) == [2.5, 6, 7, 8, 9]


def test_distinct_predictions_fill_ten_equal_deciles():
    table = by_decile(np.arange(70.0), np.arange(70.0)[::-1])
    assert list(table["decile"]) == list(range(1, 11))
    assert set(table["customers"]) == {7}


def test_an_interval_cuts_off_a_tenth_at_either_end():
    lower, upper = interval_ratios(np.arange(0.05, 2.06, 0.02), np.ones(101))
    assert (lower, upper) == pytest.approx((0.25, 1.85))


def test_where_many_spend_nothing_the_interval_cuts_off_a_fifth_above():
    spent = np.array([0.0] * 50 + [2.0] * 30 + [9.0] * 20)
    assert interval_ratios(spent, np.ones(100)) == (0, 2)


def test_the_prediction_lies_in_its_interval():
    assert interval_ratios(np.zeros(10), np.ones(10)) == (0, 1)
    assert interval_ratios(np.full(10, 3.0), np.ones(10)) == (1, 3)


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=60))
@settings(max_examples=100, deadline=None)
def test_an_interval_holds_at_least_four_fifths_of_those_it_was_learned_from(pairs):
    actual, predicted = (np.array(column) for column in zip(*pairs, strict=True))
    lower, upper = interval_ratios(actual, predicted)
    assert 0 <= lower <= 1 <= upper
    known = predicted > 0
    ratios = actual[known] / predicted[known]
    inside = np.sum((ratios >= lower) & (ratios <= upper)) + np.sum(~known)
    assert inside >= 0.8 * len(pairs) - 1e-9


def test_intervals_learned_from_one_draw_hold_four_fifths_of_the_next():
    rng = np.random.default_rng(0)

    def draw():
        expected = rng.gamma(0.5, 100, 20_000)
        active = rng.random(20_000) < np.minimum(0.5 + expected / 300, 1)
        return expected, expected * rng.gamma(2, 0.5, 20_000) * active

    (expected, actual), (later, happened) = draw(), draw()
    spread = learn_spread(by_decile(actual, expected), later, is_season_known=True)
    lower, upper = spread.interval(later)
    assert np.mean((happened >= lower) & (happened <= upper)) == pytest.approx(0.8, abs=0.02)
    wider = learn_spread(by_decile(actual, expected), later, is_season_known=False)
    assert (wider.interval(later)[1] > upper).all()


def deciles(**columns):
    return pd.DataFrame(columns)


def test_cut_offs_count_by_their_customers_and_a_missing_decile_lies_between():
    earlier = deciles(
        decile=[1, 1, 10], customers=[10, 30, 5], lower_ratio=[0, 0.4, 0], upper_ratio=[1, 5, 13]
    )
    spread = learn_spread(earlier, np.arange(1.0, 11), is_season_known=True)
    lower, upper = spread.interval(np.array([1.0, 10, 4]))
    # 0.3 and 4 in the first decile, 0 and 13 in the last, and a third of the way in the fourth.
    assert lower == pytest.approx([0.3, 0, 0.2 * 4])
    assert upper == pytest.approx([4, 130, 7 * 4])


def test_without_an_earlier_cut_off_nothing_is_known():
    assert learn_spread(pd.DataFrame(), np.ones(3), is_season_known=True) is None
    assert (
        learn_chances(deciles(decile=[], customers=[], mean_predicted=[], mean_actual=[])) is None
    )


def test_probabilities_that_are_too_sure_are_drawn_together():
    predicted = np.array([0.02, 0.2, 0.5, 0.8, 0.98])
    odds = np.log(predicted / (1 - predicted))
    actual = 1 / (1 + np.exp(-(odds / 2 - 1)))
    earlier = deciles(customers=[100] * 5, mean_predicted=predicted, mean_actual=actual)
    calibration = learn_chances(earlier)
    assert (calibration.slope, calibration.intercept) == pytest.approx((0.5, -1), abs=1e-3)
    assert calibration.apply(predicted) == pytest.approx(actual, abs=1e-3)


@pytest.mark.parametrize("actual", [[0, 0, 0], [1, 1, 1], [0.9, 0.5, 0.1]])
def test_nothing_is_learned_that_would_turn_the_ranking_round(actual):
    earlier = deciles(customers=[9] * 3, mean_predicted=[0.1, 0.5, 0.9], mean_actual=actual)
    assert learn_chances(earlier) is None
