"""Metrics against figures worked out by hand, and the choice of the model to serve."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quintile.value.evaluation import calibration, choose_model, evaluate

AMOUNTS = st.integers(0, 1000).map(float)
PAIRS = st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=2, max_size=40)


def test_errors_worked_out_by_hand():
    judged = evaluate([0, 10, 20, 30], [5, 10, 10, 20])
    assert judged.customers == 4
    assert judged.mae == pytest.approx((5 + 0 + 10 + 10) / 4)
    assert judged.rmse == pytest.approx(np.sqrt((25 + 0 + 100 + 100) / 4))
    assert judged.bias == pytest.approx(45 / 60 - 1)


def test_ranking_worked_out_by_hand():
    # Ranks of the predictions 1, 2.5, 2.5, 4: 2 * (25 + 50 + 120) / (4 * 60) - 5 / 4 = 0.375;
    # of the outcomes 1, 2, 3, 4: 2 * (20 + 60 + 120) / 240 - 5 / 4 = 5 / 12.
    judged = evaluate([0, 10, 20, 30], [5, 10, 10, 20])
    assert judged.gini == pytest.approx(0.375 / (5 / 12))
    # Spearman: covariance 4.5 of the ranks, variances 5 and 4.5.
    assert judged.spearman == pytest.approx(4.5 / np.sqrt(5 * 4.5))


def test_the_best_ranking_has_gini_1_and_the_worst_minus_1():
    actual = np.array([0, 0, 1, 5, 100])
    assert evaluate(actual, actual * 3.0).gini == pytest.approx(1)
    assert evaluate(actual, -actual).gini == pytest.approx(-1)
    assert evaluate(actual, np.ones(5)).gini == pytest.approx(0)


def test_the_top_tenth_shares_a_border_of_equal_predictions():
    actual = np.arange(20.0)
    assert evaluate(actual, actual).top_decile_share == pytest.approx((19 + 18) / 190)
    # One customer is above three equal ones that compete for the one place left.
    predicted = np.array([*[0.0] * 16, 5, 5, 5, 9])
    share = (19 + (16 + 17 + 18) / 3) / 190
    assert evaluate(actual, predicted).top_decile_share == pytest.approx(share)
    # A tenth of five customers is half a place.
    assert evaluate([1, 1, 1, 1, 6], [1, 2, 3, 4, 5]).top_decile_share == pytest.approx(3 / 10)


@given(PAIRS, st.randoms())
@settings(max_examples=100, deadline=None)
def test_the_order_of_customers_is_irrelevant(pairs, random):
    shuffled = random.sample(pairs, len(pairs))
    expected, found = (evaluate(*zip(*rows, strict=True)) for rows in (pairs, shuffled))
    for name, value in vars(expected).items():
        assert getattr(found, name) == pytest.approx(value, rel=1e-9, abs=1e-9, nan_ok=True)
    one, other = (calibration(*zip(*rows, strict=True)) for rows in (pairs, shuffled))
    pd.testing.assert_frame_equal(one, other)


@given(PAIRS)
@settings(max_examples=100, deadline=None)
def test_metrics_stay_in_their_ranges(pairs):
    judged = evaluate(*zip(*pairs, strict=True))
    assert judged.mae <= judged.rmse * (1 + 1e-9)
    for name in ("spearman", "gini"):
        assert np.isnan(getattr(judged, name)) or abs(getattr(judged, name)) <= 1 + 1e-9
    assert np.isnan(judged.top_decile_share) or 0 <= judged.top_decile_share <= 1 + 1e-9


def test_undefined_metrics_are_nan():
    nobody = evaluate([0, 0], [1, 2])
    assert np.isnan([nobody.bias, nobody.spearman, nobody.gini, nobody.top_decile_share]).all()
    same = evaluate([3, 3, 3], [1, 2, 4])
    assert np.isnan([same.spearman, same.gini]).all()
    assert same.bias == pytest.approx(7 / 9 - 1)


def test_calibration_keeps_equal_predictions_together():
    predicted = np.array([0, 0, 0, 0, 0, 0, 3, 4, 5, 6])
    table = calibration(np.arange(10), predicted)
    assert table.to_dict("list") == {
        "decile": [4, 7, 8, 9, 10],
        "customers": [6, 1, 1, 1, 1],
        "mean_predicted": [0, 3, 4, 5, 6],
        "mean_actual": [2.5, 6, 7, 8, 9],
    }


def test_distinct_predictions_fill_ten_equal_deciles():
    table = calibration(np.arange(70), np.arange(70)[::-1])
    assert list(table["decile"]) == list(range(1, 11))
    assert set(table["customers"]) == {7}


@pytest.mark.parametrize(
    ("actual", "predicted", "message"),
    [
        ([], [], "0 outcomes for 0 predictions"),
        ([1, 2], [1], "2 outcomes for 1 predictions"),
        ([1, np.nan], [1, 2], "actual holds nan"),
        ([1, 2], [1, np.inf], "predicted holds inf"),
    ],
)
def test_unusable_values_are_refused(actual, predicted, message):
    for judge in (evaluate, calibration):
        with pytest.raises(ValueError, match=message):
            judge(actual, predicted)


def backtest(*rows):
    return pd.DataFrame(rows, columns=["model", "cut_off", "converged", "bias", "gini"])


BASE = [("base", 1, True, 0.02, 0.5), ("base", 2, True, -0.09, 0.6), ("base", 3, True, 0, 0.1)]


def test_the_best_gini_within_the_bias_is_chosen_by_the_earlier_cut_offs_alone():
    good = [("good", 1, True, 0.1, 0.7), ("good", 2, True, 0.05, 0.6), ("good", 3, True, 9, 0)]
    off = [("off", 1, True, 0.02, 0.9), ("off", 2, True, 0.11, 0.9), ("off", 3, True, 0, 0.9)]
    choice = choose_model(backtest(*BASE, *good, *off), baseline="base")
    assert choice.model == "good"
    assert choice.reason == "best Gini (0.650) within 10% bias at the earlier cut-offs"
    assert choose_model(backtest(*BASE, *good, *off), baseline="base", max_bias=0.2).model == "off"


def test_a_model_that_did_not_converge_once_is_not_chosen():
    flat = [("flat", 1, True, 0, 0.9), ("flat", 2, False, 0, 0.9), ("flat", 3, True, 0, 0.9)]
    assert choose_model(backtest(*BASE, *flat), baseline="base").model == "base"


def test_a_model_whose_gini_is_unknown_is_not_chosen():
    blank = [("blank", 1, True, 0, np.nan), ("blank", 2, True, 0, 0.9)]
    assert choose_model(backtest(*BASE, *blank), baseline="base").model == "base"


def test_without_a_model_within_the_bias_the_least_biased_one_is_served():
    rows = [
        ("base", 1, True, 0.3, 0.9),
        ("base", 2, True, 0, 0.9),
        ("other", 1, True, -0.2, 0.5),
        ("other", 2, True, 0, 0.5),
    ]
    choice = choose_model(backtest(*rows), baseline="base")
    assert choice.model == "other"
    assert "no model was within 10% bias" in choice.reason
    assert "20.0% at worst" in choice.reason


def test_without_earlier_cut_offs_the_baseline_is_served():
    rows = [("base", 1, True, 0.3, 0.5), ("other", 1, True, 0, 0.9)]
    choice = choose_model(backtest(*rows), baseline="base")
    assert choice.model == "base"
    assert "no earlier cut-off" in choice.reason


def test_where_no_model_has_a_record_the_baseline_is_served():
    rows = [
        (model, cut_off, True, np.nan, np.nan) for model in ("good", "base") for cut_off in (1, 2)
    ]
    choice = choose_model(backtest(*rows), baseline="base")
    assert choice.model == "base"


def test_ties_go_to_the_baseline_whatever_the_order_of_rows():
    rows = [(name, day, True, 0.0, 0.5) for name in ("a", "base", "z") for day in (1, 2)]
    assert choose_model(backtest(*rows), baseline="base").model == "base"
    assert choose_model(backtest(*rows[::-1]), baseline="base").model == "base"


def test_bad_options_are_quoted():
    with pytest.raises(ValueError, match="max_bias must be from 0, not -1"):
        choose_model(backtest(*BASE), baseline="base", max_bias=-1)
    with pytest.raises(ValueError, match="'none' is not among the models"):
        choose_model(backtest(*BASE), baseline="none")
