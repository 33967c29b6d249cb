"""The odd shops have the shapes that their names promise."""

import duckdb
import pytest

from quintile.sample import ODD_SHOPS, odd_shop, write_odd_shop

# Customers, share who bought once, share who bought on the last day, median days between orders.
SHAPES = {
    "subscription": ((600, 600), (0.0, 0.15), (0.8, 0.95), (30, 31)),
    "furniture": ((1500, 1500), (0.93, 0.97), (0.0, 0.01), (100, 400)),
    "wholesale": ((50, 50), (0.0, 0.0), (0.0, 0.2), (7, 42)),
    "grocery": ((300, 300), (0.0, 0.02), (0.0, 0.2), (6, 8)),
    "season": ((800, 800), (0.3, 0.5), (0.0, 0.05), (10, 330)),
    "one_day": ((40, 40), (1.0, 1.0), (1.0, 1.0), (None, None)),
}


def ask(name: str, query: str) -> list[tuple]:
    with duckdb.connect() as connection:
        connection.register("lines", odd_shop(name))
        return connection.execute(query).fetchall()


@pytest.mark.parametrize("name", ODD_SHOPS)
def test_a_shop_has_its_shape(name):
    [(*found,)] = ask(
        name,
        """
        with orders as (
            select customer_id, invoiced_at, max(invoiced_at) over () as last_day,
                date_diff('day', lag(invoiced_at) over own, invoiced_at) as gap
            from lines window own as (partition by customer_id order by invoiced_at)
        ),
        customers as (
            select count(*) = 1 as bought_once, max(invoiced_at) = any_value(last_day) as lately
            from orders group by customer_id
        )
        select count(*), avg(bought_once::int), avg(lately::int),
            (select median(gap) from orders)
        from customers
        """,
    )
    for value, (least, most) in zip(found, SHAPES[name], strict=True):
        assert value is least or least <= value <= most


def test_the_season_is_november_and_december():
    assert ask("season", "select distinct month(invoiced_at) from lines order by 1") == [
        (11,),
        (12,),
    ]


@pytest.mark.parametrize("name", ODD_SHOPS)
def test_a_seed_is_a_shop(name, tmp_path):
    files = [write_odd_shop(tmp_path / f"{n}.csv", name, seed=n % 2) for n in range(3)]
    first, other, again = (file.read_bytes() for file in files)
    assert first == again != other
    assert first.startswith(b'"invoice_id","stock_code","description","quantity","invoiced_at"')
