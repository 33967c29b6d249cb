"""Metrics against figures worked out by hand, and the choice of the model to serve."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quintile.value.evaluation import choose_model, evaluate, evaluate_probability

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


def test_probabilities_worked_out_by_hand():
    # Of the buyers, 0.9 beats both others, 0.5 beats one and is level with one.
    area, brier = evaluate_probability([1, 1, 0, 0], [0.9, 0.5, 0.5, 0.1])
    assert area == pytest.approx((2 + 1.5) / 4)
    assert brier == pytest.approx((0.01 + 0.25 + 0.25 + 0.01) / 4)


@pytest.mark.parametrize("bought", [[0, 0], [1, 1]])
def test_nothing_tells_buyers_apart_where_all_are_alike(bought):
    area, brier = evaluate_probability(bought, [0.5, 0.5])
    assert np.isnan(area)
    assert brier == 0.25


@pytest.mark.parametrize(
    ("actual", "predicted", "message"),
    [
        ([], [], "0 outcomes for 0 predictions"),
        ([1, 2], [1], "2 outcomes for 1 predictions"),
        ([1, np.nan], [1, 2], "actual has the value nan"),
        ([1, 2], [1, np.inf], "predicted has the value inf"),
    ],
)
def test_unusable_values_are_refused(actual, predicted, message):
    for judge in (evaluate, evaluate_probability):
        with pytest.raises(ValueError, match=message):
            judge(actual, predicted)


def backtest(**errors):
    """Mean absolute errors by model, one a cutoff; None = not converged."""
    rows = [
        (model, cut_off, error is not None, 0.0 if error is None else error)
        for model, series in errors.items()
        for cut_off, error in enumerate(series)
    ]
    return pd.DataFrame(rows, columns=["model", "cut_off", "converged", "mae"])


def choose(**errors):
    return choose_model(backtest(**errors), default="blend", baseline="past")


def test_the_blend_is_served_unless_a_model_is_nearer_at_every_earlier_cut_off():
    assert choose(blend=[10, 10, 1], past=[9, 11, 0]).model == "blend"
    assert choose(blend=[10, 10, 1], past=[9, 10, 0]).model == "blend"
    assert "no single model was nearer" in choose(blend=[10, 10, 1], past=[9, 10, 0]).reason
    nearer = choose(blend=[10, 10, 1], past=[9, 9, 99])
    assert nearer.model == "past"
    assert "nearer than blend at each of the 2 earlier cutoffs" in nearer.reason
    assert "10.0% smaller" in nearer.reason


def test_of_several_that_are_nearer_the_nearest_on_average_is_served():
    assert choose(blend=[10, 100, 1], past=[9, 90, 1], other=[5, 99, 1]).model == "other"


def test_a_model_that_did_not_converge_once_is_not_nearer():
    assert choose(blend=[10, 10, 1], past=[11, 11, 1], other=[9, None, 1]).model == "blend"


@pytest.mark.parametrize(
    ("cut_offs", "words"), [(1, "since there are none"), (2, "since there is only one")]
)
def test_one_earlier_cut_off_is_not_enough(cut_offs, words):
    choice = choose(blend=[10] * cut_offs, past=[9] * cut_offs)
    assert choice.model == "blend"
    assert words in choice.reason


def test_without_a_back_test_the_baseline_is_served():
    choice = choose(blend=[], past=[])
    assert choice.model == "past"
    assert "too short for a back-test" in choice.reason


@given(st.permutations(["blend", "past", "a", "z"]))
def test_ties_go_by_name_whatever_the_order_of_rows(names):
    errors = {name: [10, 10, 1] if name == "blend" else [9, 9, 1] for name in names}
    assert choose(**errors).model == "a"
