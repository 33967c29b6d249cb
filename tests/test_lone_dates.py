"""A lone date far ahead of all others stops the build; a shop that sells seldom does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
            """create table lines (
                source_file varchar default 'till.csv',
                line_id bigint, line_number bigint, customer_id varchar default 'somebody',
                invoice_id varchar, amount integer default 1, invoiced_at timestamp
            )"""
        )

        def check(days: list[date]) -> None:
            connection.execute("truncate lines")
            for place, day in enumerate(days, start=2):
                connection.execute(
                    """insert into lines (line_id, line_number, invoice_id, invoiced_at)
                    values (?, ?, ?, ?)""",
                    [10**12 + place, place, str(place), day],
                )
            compiled_models.check("check_lone_dates", connection, lines="lines")

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


def test_the_dates_are_those_of_sales_cancellations_and_discounts(compiled_models):
    lines = compiled_models.macro(
        "lines_that_move_as_of_date", lines="lines", negative_lines="negative_lines"
    )
    with memory() as connection:
        connection.execute(
            """create table negative_lines as
            from (values (2, 'discount', 'adjustment'), (3, 'excluded_status', 'cancellation'),
                (4, 'non_product', 'non_product')
            ) as lines (line_id, line_class, preliminary_class);
            create table lines as
            select line_id, coalesce(preliminary_class, 'sale') as preliminary_class
            from (values (1), (2), (3), (4)) as ids (line_id)
            left join negative_lines using (line_id)"""
        )
        kept = connection.execute(f"select line_id from {lines} as lines order by 1").fetchall()
    assert kept == [(1,), (2,), (3,)]
