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
    control = random.lognormal(3.2, 1.5, 60).round(2) * (random.random(60) < 0.8)
    sides = [
        (len(spend), int((spend > 0).sum()), spend.sum(), (spend**2).sum())
        for spend in (treated, control)
    ]
    assert min(active for _, active, *_ in sides) >= FEWEST
    expected = stats.ttest_ind(treated, control, equal_var=False).confidence_interval(0.95)
    *_, low, high = intervals(compiled_models, *sides)
    assert (low, high) == pytest.approx((expected.low, expected.high), rel=1e-6, abs=1e-6)


def test_spend_of_fewer_than_thirty_who_ordered_is_not_compared(compiled_models):
    few, enough = (400, FEWEST - 1, 100.0, 900.0), (400, FEWEST, 100.0, 900.0)
    assert intervals(compiled_models, enough, enough)[2:] != [None, None]
    assert intervals(compiled_models, enough, few)[2:] == [None, None]
    assert intervals(compiled_models, few, enough)[2:] == [None, None]


def test_the_t_quantile_is_right_from_nine_degrees_of_freedom_on(compiled_models):
    freedom = [*np.arange(9, 100, 0.5), *np.geomspace(100, 1e7, 50)]
    with memory() as connection:
        quantile = compiled_models.macro("t_quantile", freedom="freedom")
        found = connection.execute(
            f"select {quantile} from (select unnest(?::double[]) as freedom)", [freedom]
        ).fetchall()
    assert [value for (value,) in found] == pytest.approx(stats.t.ppf(0.975, freedom), abs=2e-5)
