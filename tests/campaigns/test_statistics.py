"""Intervals of campaigns against scipy and published figures."""

from __future__ import annotations

import numpy as np
import pytest
from compiled_models import memory
from scipy import stats

FEWEST = 30


def intervals(compiled_models, *totals: tuple[int, int, float, float]) -> list[float]:
    """Limits of shares and spend, of customers, who ordered, spend and squares of either group."""
    names = [
        f"{group}_{name}"
        for group in ("treated", "control")
        for name in ("customers", "active", "spend", "squares")
    ]
    values = [*totals[0], *totals[1]]
    columns = ", ".join(f"{value} as {name}" for name, value in zip(names, values, strict=True))
    with memory() as connection:
        connection.execute(
            f"create table campaign_totals as select 'x' as campaign, 'all' as segment, {columns}"
        )
        sql = compiled_models.sql("campaign_intervals")
        rows = connection.execute(
            f"select share_low, share_high, spend_low, spend_high from ({sql})"
        ).fetchall()
    return [*rows[0]] if rows else []


@pytest.mark.parametrize(
    ("treated", "control", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((0, 10), (0, 20), -0.1611, 0.2775),
    ],
)
def test_shares_have_the_limits_that_newcombe_published(
    compiled_models, treated, control, low, high
):
    """Newcombe (1998), Statistics in Medicine 17:873-890, table II, method 10."""
    sides = [(count, active, active, active) for active, count in (treated, control)]
    share_low, share_high, *_ = intervals(compiled_models, *sides)
    assert (round(share_low, 4), round(share_high, 4)) == (low, high)


@pytest.mark.parametrize("seed", range(5))
def test_spend_has_the_limits_of_welch_s_test(compiled_models, seed):
    """Amounts in cents, from groups as unlike as campaigns have them."""
    random = np.random.default_rng(seed)
    treated = random.lognormal(3, 1, 400).round(2) * (random.random(400) < 0.4)
    control = random.lognormal(3.2, 1.5, 100).round(2) * (random.random(100) < 0.8)
    sides = [
        (len(spend), int((spend > 0).sum()), spend.sum(), (spend**2).sum())
        for spend in (treated, control)
    ]
    assert min(active for _, active, *_ in sides) >= FEWEST
    expected = stats.ttest_ind(treated, control, equal_var=False).confidence_interval(0.95)
    *_, low, high = intervals(compiled_models, *sides)
    assert (low, high) == pytest.approx((expected.low, expected.high), rel=1e-6, abs=1e-6)


def test_spend_of_too_few_who_ordered_is_not_compared(compiled_models):
    few, enough = (400, FEWEST - 1, 100.0, 900.0), (400, FEWEST, 100.0, 900.0)
    assert intervals(compiled_models, enough, enough)[2:] != [None, None]
    assert intervals(compiled_models, enough, few)[2:] == [None, None]
    assert intervals(compiled_models, few, enough)[2:] == [None, None]
    many, tenth = (3600, 1000, 100.0, 900.0), (400, 134, 100.0, 900.0)
    assert intervals(compiled_models, many, tenth)[2:] == [None, None]
    assert intervals(compiled_models, many, (400, 135, 100.0, 900.0))[2:] != [None, None]


def test_the_t_quantile_is_right_from_nine_degrees_of_freedom_on(compiled_models):
    freedom = [*np.arange(9, 100, 0.5), *np.geomspace(100, 1e7, 50)]
    with memory() as connection:
        quantile = compiled_models.macro("t_quantile", freedom="freedom")
        found = connection.execute(
            f"select {quantile} from (select unnest(?::double[]) as freedom)", [freedom]
        ).fetchall()
    assert [value for (value,) in found] == pytest.approx(stats.t.ppf(0.975, freedom), abs=2e-5)


def number(compiled_models, macro: str, **arguments: object) -> float:
    with memory() as connection:
        sql = compiled_models.macro(
            macro, **{name: str(value) for name, value in arguments.items()}
        )
        return connection.execute(f"select {sql}").fetchall()[0][0]


@pytest.mark.parametrize("controls", [100, 200, 500, 800])
def test_the_smallest_difference_of_skewed_spend_is_found_in_four_draws_of_five(
    compiled_models, controls
):
    """Of a thousand customers, of whom every second spent nothing and a few very much."""
    random = np.random.default_rng(controls)
    spend = random.lognormal(3, 1.2, 1000) * (np.arange(1000) % 2)
    drawn = random.random((2000, 1000)).argsort(axis=1)
    control, treated = spend[drawn[:, :controls]], spend[drawn[:, controls:]]
    deviations = number(
        compiled_models,
        "smallest_difference_of_means",
        first_count=1000 - controls,
        second_count=controls,
        skewness=stats.skew(spend),
    )
    added = deviations * spend.std(ddof=1)
    intervals = stats.ttest_ind(treated + added, control, axis=1, equal_var=False)
    found = (intervals.confidence_interval(0.95).low > 0).mean()
    assert 0.76 < found < (0.84 if controls <= 500 else 0.9)


@pytest.mark.parametrize(("share", "controls"), [(0.1, 200), (0.3, 500), (0.7, 200)])
def test_the_smallest_difference_of_shares_is_found_in_four_draws_of_five(
    compiled_models, share, controls
):
    counts = {"first_count": 1000 - controls, "second_count": controls}
    added = number(compiled_models, "smallest_difference_of_shares", share=share, **counts)
    random = np.random.default_rng(1)
    treated = random.binomial(1000 - controls, share + added, 2000) / (1000 - controls)
    control = random.binomial(controls, share, 2000) / controls
    names = {"first_share": "treated", "second_share": "control", "side": "-", **counts}
    low = compiled_models.macro("newcombe_limit", **names)
    with memory() as connection:
        [(found,)] = connection.execute(
            f"select avg(({low} > 0)::int) "
            "from (select unnest($1::double[]) as treated, unnest($2::double[]) as control)",
            [treated.tolist(), control.tolist()],
        ).fetchall()
    assert 0.76 < found < 0.84


def test_a_share_that_cannot_grow_enough_has_no_smallest_difference(compiled_models):
    counts = {"first_count": 10, "second_count": 10}
    assert number(compiled_models, "smallest_difference_of_shares", share=0.9, **counts) is None
