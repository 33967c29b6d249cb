"""The history and the back-test of shops of odd shape."""

from __future__ import annotations

import datetime as dt

import duckdb
from conftest import Build

from quintile.sample import odd_shop

KNOWN_THEN = """
    select month_end, count(distinct customer_id), sum(unit_price::decimal(18, 4)), count(*)
    from lines join month_ends on invoiced_at < month_end + interval 1 day
    group by month_end order by month_end
"""


def lines_known_at_month_ends(shop: str) -> list[tuple]:
    """Customers, money and orders up to each month end: these shops never cancel."""
    month_ends = [dt.date(2024 + n // 12, 1 + n % 12, 1) - dt.timedelta(1) for n in range(1, 25)]
    with duckdb.connect() as connection:
        connection.register("lines", odd_shop(shop))
        connection.execute("create table month_ends as select unnest(?) as month_end", [month_ends])
        return connection.execute(KNOWN_THEN).fetchall()


def test_every_month_end_knows_the_orders_before_it(odd_shop_build: tuple[str, Build]):
    shop, build = odd_shop_build
    [(as_of_date,)] = build.query("from as_of")
    expected = [row for row in lines_known_at_month_ends(shop) if row[0] < as_of_date]
    assert expected == build.query(
        """select month_end, count(*), sum(monetary), sum(frequency) from rfm_history
        group by month_end order by month_end"""
    )


def test_the_back_test_judges_few_cut_offs_and_splits_the_same_customers(odd_shop_build):
    shop, build = odd_shop_build
    judged = build.query("select month_end from cut_offs where learnt_at is not null")
    assert len(judged) <= 6
    assert (judged == []) == (shop == "one_day")
    sizes = build.query(
        """select month_end, count(distinct customers) from (
            select month_end, segmentation, sum(customers) as customers from segment_backtest
            group by all)
        group by month_end having count(distinct customers) != 1 or count(*) != 3"""
    )
    assert sizes == []
