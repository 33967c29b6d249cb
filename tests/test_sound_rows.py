"""The project's generic test: one pass over a model, which names the rule that a row breaks."""

from __future__ import annotations

from compiled_models import memory


def test_keys_that_repeat_and_rules_that_break_are_named(compiled_models):
    with memory() as connection:
        connection.execute(
            """create table customer_rfm as
            select * from (values
                ('fine', 1, 9, 1), ('twice', 1, 9, 1), ('twice', 2, 9, 1), ('no order', 1, 9, 0),
                ('no number', 1, 9, null), ('older than known', 10, 9, 1)
            ) as customers (customer_id, recency_days, tenure_days, frequency)"""
        )
        misfits = connection.execute(compiled_models.sql("sound_customer_rfm")).fetchall()
    assert sorted(misfits) == [
        ("no number", 1, "frequency >= 1"),
        ("no order", 1, "frequency >= 1"),
        ("older than known", 1, "recency_days >= 1 and tenure_days >= recency_days"),
        ("twice", 2, None),
    ]


def test_rules_hold_without_a_key(compiled_models):
    with memory() as connection:
        connection.execute(
            """create table last_period as
            select date '2011-01-01' as period_start, date '2011-01-01' as period_end, basis
            from (values ('past spend'), ('next period')) as periods (basis)"""
        )
        misfits = connection.execute(compiled_models.sql("sound_last_period")).fetchall()
    assert [(row[2], row[-1]) for row in misfits] == [
        ("next period", "period_start < period_end or basis = 'past spend'")
    ]


def test_lines_are_counted_in_ranges_of_numbers(compiled_models):
    first = 10**12
    repeated = [first + 31, first + 32, first + 32, first + 99_999, None]
    others = [2 * first + 64, 2 * first + 65]
    without_price = [first + 100_001, 3 * first]
    with memory() as connection:
        connection.execute(
            """create table stg_invoice_lines as
            select
                line_id, 'A' as invoice_id, timestamp '2011-01-01' as invoiced_at, 1 as quantity,
                2.50 as unit_price, 2.50 as amount
            from (
                select unnest(range($first + 1, $first + 100001)) as line_id
                union all
                select unnest($more)
            )""",
            {"first": first, "more": repeated + others + without_price},
        )
        connection.execute(
            "update stg_invoice_lines set unit_price = null where list_contains(?, line_id)",
            [without_price],
        )
        misfits = connection.execute(compiled_models.sql("sound_stg_invoice_lines")).fetchall()
    assert sorted(misfits, key=str) == [
        (first + 31, 2, None),
        (first + 32, 3, None),
        (first + 99_999, 2, None),
        (first + 100_001, 1, "unit_price is not null"),
        (3 * first, 1, "unit_price is not null"),
        (None, 1, "line_id is not null"),
    ]
