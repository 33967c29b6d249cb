"""A season is what customers do at the same time of year, not how many customers there are."""

from __future__ import annotations

import datetime as dt

import pytest
from compiled_models import CompiledModels, memory

from quintile.sample import odd_shop

MODELS = ["value_order_days", "value_season_sums", "value_seasons"]
EVENTS = """
    create table order_events as
    select
        customer_id, invoiced_at as ordered_at, invoiced_at as changed_at,
        cast(null as timestamp) as replaced_at,
        cast(1 as decimal(18, 4)) as units, cast(unit_price as decimal(18, 4)) as amount
    from lines"""
CUT_OFF = """
    create or replace table value_cut_offs as
    select
        cast($1 as date) as cut_off, cast($1 as date) + 180 as period_end, false as is_back_test,
        cast($1 as date) - min(ordered_at)::date as history_days,
        180 as horizon_days, 180 as training_days
    from order_events"""


def indexes(models: CompiledModels, shop: str, *cut_offs: dt.date) -> list[tuple[float, float]]:
    """The indexes of orders and spend in the half-year after each day."""
    with memory() as connection:
        connection.register("lines", odd_shop(shop))
        connection.execute(EVENTS)
        found = []
        for cut_off in cut_offs:
            connection.execute(CUT_OFF, [cut_off])
            for model in MODELS:
                connection.execute(f"create or replace table {model} as {models.sql(model)}")
            found += connection.sql("select order_index, spend_index from value_seasons").fetchall()
    return found


@pytest.mark.parametrize("shop", ["subscription", "furniture"])
def test_growth_is_no_season(shop, compiled_models):
    """Ever more subscribers pay monthly; nearly all who buy furniture do so once."""
    first, second = indexes(compiled_models, shop, dt.date(2025, 1, 10), dt.date(2025, 7, 10))
    assert [*first, *second] == pytest.approx([1] * 4, abs=0.1)


def test_a_shop_of_november_and_december_has_a_year_in_six_months_and_nothing_else(compiled_models):
    days = dt.date(2026, 1, 1), dt.date(2025, 11, 1)
    [spring, autumn] = indexes(compiled_models, "season", *days)
    assert max(spring) < 0.05
    assert [*autumn] == pytest.approx([365 / 180] * 2, rel=0.1)
