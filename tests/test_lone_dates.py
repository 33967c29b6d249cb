"""A lone date far ahead of all others stops the build; a shop that sells seldom does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import date, timedelta

import pytest
from compiled_models import CompiledModels, logged, memory
from dbt_common.exceptions import CompilationError

DAILY = [date(2023, 1, 1) + timedelta(days=day) for day in range(600)]
TWO_MONTHS = [date(2024, 1, 13), date(2024, 2, 13), date(2024, 3, 14)]
SEASONS = [date(2020 + year, 11, 1) + timedelta(days=day) for year in range(3) for day in range(50)]

STOPPED = {
    "a century ahead": [*TWO_MONTHS, date(2124, 2, 14)],
    "digits of the year swapped": [*TWO_MONTHS, date(2042, 2, 14)],
    "two years ahead of a busy shop": [*DAILY, DAILY[-1] + timedelta(days=730)],
    "two years ahead of a few weeks": [*DAILY[-20:], DAILY[-1] + timedelta(days=740)],
    "typing errors of two kinds": [*DAILY, date(2042, 1, 1), date(2124, 1, 1)],
    "one error ahead and one behind": [date(1924, 1, 1), *TWO_MONTHS, date(2042, 1, 1)],
    "after a season": [*SEASONS, date(2042, 11, 1)],
}
BUILT = {
    "no line": [],
    "one order": [date(2024, 1, 1)],
    "two orders": [date(2015, 1, 1), date(2024, 1, 1)],
    "an order a year": [date(2000 + year, 6, 1 + year) for year in range(20)],
    "an order every five years": [date(2000 + 5 * number, 6, 1) for number in range(4)],
    "the first order of a new season": [*SEASONS, date(2023, 11, 1)],
    "a year of rest": [*DAILY, DAILY[-1] + timedelta(days=366)],
    "a shop that opened again": [*DAILY, *(day + timedelta(days=2500) for day in DAILY[:20])],
    "a date far behind": [date(1924, 1, 1), *DAILY],
}

LOGGED = {
    "a year typed one too high": [*TWO_MONTHS, date(2025, 2, 14)],
    "a year of rest": [*DAILY, DAILY[-1] + timedelta(days=366)],
    "a date far behind": [date(1924, 1, 1), *DAILY],
    "the last year typed one too low": [
        date(2023, 1, 14),
        *[day + timedelta(250) for day in DAILY],
    ],
}
NOT_LOGGED = ["no line", "one order", "an order a year", "the first order of a new season"]


@pytest.fixture(scope="module")
def check(compiled_models: CompiledModels) -> Iterator[Callable[[list[date]], None]]:
    """Check the dates of sales, one order each."""
    with memory() as connection:
        connection.execute(
            """create table preclassified (
                preliminary_class varchar default 'sale', non_product_kind varchar,
                source_file varchar default 'till.csv',
                line_id bigint, line_number bigint, customer_id varchar default 'somebody',
                invoice_id varchar, amount integer default 1, invoiced_at timestamp
            )"""
        )

        def check(
            days: list[date], *, last_class: str = "sale", last_kind: str | None = None
        ) -> None:
            connection.execute("truncate preclassified")
            for place, day in enumerate(days, start=2):
                connection.execute(
                    """insert into preclassified (line_id, line_number, invoice_id, invoiced_at)
                    values (?, ?, ?, ?)""",
                    [10**12 + place, place, str(place), day],
                )
            connection.execute(
                """update preclassified
                set preliminary_class = ?, non_product_kind = ?, amount = -1
                where line_number > ? and ? != 'sale'""",
                [last_class, last_kind, len(days), last_class],
            )
            compiled_models.check("check_lone_dates", connection, lines="preclassified")

        yield check


@pytest.mark.parametrize("name", STOPPED)
def test_a_lone_date_far_ahead_stops_the_build(check, name):
    days = STOPPED[name]
    first = min(day for day in days if day > TWO_MONTHS[-1] and day.year >= 2026)
    with pytest.raises(CompilationError) as stopped:
        check(days)
    assert f"dated {first}" in str(stopped.value)
    assert f"till.csv, line {days.index(first) + 2}" in str(stopped.value)
    assert "as_of_date" in str(stopped.value)


@pytest.mark.parametrize("kind", ["discount", "postage"])
def test_of_lines_that_are_no_products_only_a_discount_stops_it(check, kind):
    context = pytest.raises(CompilationError) if kind == "discount" else nullcontext()
    with context:
        check([*TWO_MONTHS, date(2124, 2, 14)], last_class="non_product", last_kind=kind)


@pytest.mark.parametrize("name", BUILT)
def test_dates_that_may_be_true_do_not_stop_it(check, name):
    check(BUILT[name])


@pytest.mark.parametrize("name", LOGGED)
def test_what_is_far_from_the_others_but_may_be_true_is_logged(check, name):
    with logged() as messages:
        check(LOGGED[name])
    assert [message.split(",")[0] for message in messages] == ["Dates to check: 1 line"]


@pytest.mark.parametrize("name", NOT_LOGGED)
def test_what_has_its_like_is_not_logged(check, name):
    with logged() as messages:
        check(BUILT[name])
    assert messages == []
