"""Small made-up shops with unusual buying patterns, to test what was developed on a gift shop."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import pyarrow as pa
import pyarrow.csv

FIRST_DAY, LAST_DAY = dt.date(2024, 1, 1), dt.date(2025, 12, 31)
DAYS = (LAST_DAY - FIRST_DAY).days + 1


class Order(NamedTuple):
    """One order of one product: customer, day (days since `FIRST_DAY`) and amount."""

    customer: int
    day: int
    pence: int


def _months() -> list[int]:
    firsts = (dt.date(2024 + month // 12, 1 + month % 12, 1) for month in range(24))
    return [(first - FIRST_DAY).days for first in firsts]


def subscription(draw: Random) -> Iterator[Order]:
    """600 subscribers pay one of three prices on the first of each month; some have left."""
    months = _months()
    for customer in range(600):
        joins = draw.randrange(24)
        leaves = draw.randrange(joins, 24) + 1 if draw.random() < 0.15 else 24
        price = draw.choice([999, 1999, 4999])
        yield from (Order(customer, day, price) for day in months[joins:leaves])


def furniture(draw: Random) -> Iterator[Order]:
    """Of 1,500 customers 19 in 20 buy once, for 150 to 3,000; the others buy twice."""
    for customer in range(1500):
        for _ in range(2 if draw.random() < 0.05 else 1):
            yield Order(customer, draw.randrange(DAYS), 100 * draw.randrange(150, 3000))


def wholesale(draw: Random) -> Iterator[Order]:
    """50 customers restock every one to six weeks; a tenth of them have gone elsewhere."""
    for customer in range(50):
        usual, size = draw.randint(7, 42), draw.randint(500, 20_000)
        last = draw.randint(DAYS // 2, DAYS) if draw.random() < 0.1 else DAYS
        yield from _regular(draw, customer, 0, last, usual, size)


def grocery(draw: Random) -> Iterator[Order]:
    """300 households shop about once a week; every month some arrive and some leave."""
    for customer in range(300):
        joins = draw.choice([0, draw.randrange(DAYS - 30)])
        last = draw.choice([DAYS, DAYS, draw.randint(joins + 7, DAYS)])
        yield from _regular(draw, customer, joins, last, draw.randint(5, 9), draw.randint(20, 120))


def _regular(
    draw: Random, customer: int, first: int, last: int, usual: int, pounds: int
) -> Iterator[Order]:
    day = first + draw.randrange(usual)
    while day < last:
        yield Order(customer, day, round(100 * pounds * draw.uniform(0.6, 1.4)))
        day += max(1, round(usual * draw.uniform(0.7, 1.3)))


def season(draw: Random) -> Iterator[Order]:
    """800 customers buy in November and December only; a third come again the next year."""
    for customer in range(800):
        years = draw.choice([(2024,), (2025,), (2024, 2025)])
        for year in years:
            opening = (dt.date(year, 11, 1) - FIRST_DAY).days
            for _ in range(draw.choice([1, 1, 1, 2, 3])):
                yield Order(customer, opening + draw.randrange(61), 100 * draw.randrange(15, 250))


def one_day(draw: Random) -> Iterator[Order]:
    """40 customers on the shop's first day, which is the only day in the data."""
    return (Order(customer, DAYS - 1, 100 * draw.randrange(5, 90)) for customer in range(40))


ODD_SHOPS: dict[str, Callable[[Random], Iterator[Order]]] = {
    shop.__name__: shop for shop in (subscription, furniture, wholesale, grocery, season, one_day)
}


def odd_shop(name: str, *, seed: int = 1) -> pa.Table:
    """Return the invoice lines of an odd shop with the canonical headers, in time order.

    Args:
        name: One of `ODD_SHOPS`.
        seed: Another seed gives other customers of the same shop.
    """
    orders = sorted(ODD_SHOPS[name](Random(seed)), key=lambda order: order.day)
    days = [FIRST_DAY + dt.timedelta(order.day) for order in orders]
    return pa.table(
        {
            "invoice_id": [str(number) for number in range(1, len(orders) + 1)],
            "stock_code": [f"{10_000 + order.pence % 7}" for order in orders],
            "description": [name] * len(orders),
            "quantity": [1] * len(orders),
            "invoiced_at": [dt.datetime.combine(day, dt.time(10)) for day in days],
            "unit_price": [order.pence / 100 for order in orders],
            "customer_id": [f"{name}-{order.customer}" for order in orders],
            "country": ["United Kingdom"] * len(orders),
        }
    )


def write_odd_shop(path: Path, name: str, *, seed: int = 1) -> Path:
    """Write the lines of an odd shop to a CSV file, and return its path."""
    pyarrow.csv.write_csv(odd_shop(name, seed=seed), path)
    return path
