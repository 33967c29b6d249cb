"""A campaign that does nothing seldom seems to do something, and one that does is found."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest
from compiled_models import memory
from conftest import Build

CAMPAIGNS = 1000
FEWEST_CONTROLS = 100
"""With fewer, most campaigns have too few orders to tell."""
FROM_AUDIENCES_ON = [
    "campaign_groups",
    "campaign_outcomes",
    "campaign_totals",
    "campaign_intervals",
    "campaign_results",
]
MADE_UP = f"""with
audiences as (
    select month_end + 1 as starts_on, coalesce(marketing_tier, 'all') as audience,
        count(*) as customers
    from rfm_history group by grouping sets ((month_end), (month_end, marketing_tier))
),
drafts as (
    select
        row_number() over (order by starts_on, days, audience, control_share) - 1 as number,
        count(*) over () as drafts,
        *
    from audiences, unnest([30, 60, 90]) as lengths (days),
        unnest([0.1, 0.2, 0.3, 0.5]) as shares (control_share), as_of
    where starts_on + days <= as_of_date and customers * control_share >= {FEWEST_CONTROLS}
)
select
    'campaign ' || names.number as campaign, audience, starts_on::date as starts_on,
    (starts_on + days - 1)::date as ends_on, days as window_days,
    control_share::double as control_share,
    null::date as tried_on
from range({CAMPAIGNS}) as names (number)
inner join drafts on drafts.number = names.number * 7919 % drafts
"""
"""Campaigns of all starts, lengths, audiences and shares in turn."""
AUDIENCES = """
select
    campaigns.campaign, false as is_trial, campaigns.starts_on as known_on,
    'made up' as label_basis, customers.* exclude (month_end)
from campaign_list as campaigns
inner join rfm_history as customers on customers.month_end + 1 = campaigns.starts_on
where campaigns.audience in ('all', customers.marketing_tier)
"""


@pytest.fixture(scope="module", params=["sample", pytest.param("uci", marks=pytest.mark.slow)])
def shop(request) -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables that campaigns read, of a build."""
    build: Build = request.getfixturevalue(f"{request.param}_build")
    with memory() as connection:
        connection.execute(f"attach '{build.database}' as built (read_only)")
        for table in ("main_steps.order_events", "main_steps.as_of", "main.rfm_history"):
            connection.execute(f"create table {table.split('.')[1]} as from built.{table}")
        yield connection


def run(connection, compiled_models, models) -> None:
    for model in models:
        sql = compiled_models.sql(model)
        connection.execute(f"create or replace table {model} as {sql}")


@pytest.fixture(scope="module")
def aa_tests(shop, compiled_models) -> duckdb.DuckDBPyConnection:
    """A thousand campaigns in which nothing was done."""
    shop.execute(f"create or replace table campaign_list as {MADE_UP}")
    shop.execute(f"create or replace table campaign_audiences as {AUDIENCES}")
    run(shop, compiled_models, [*FROM_AUDIENCES_ON, "campaign_balance"])
    # The power of a test is known of a period in which nothing was done, such as this one.
    shop.execute("update campaign_list set tried_on = starts_on")
    shop.execute("update campaign_outcomes set is_trial = true")
    run(shop, compiled_models, ["campaign_trials", "campaign_power"])
    return shop


def test_about_one_in_twenty_campaigns_without_effect_seems_to_have_one(aa_tests):
    compared, on_spend, on_shares = aa_tests.execute(
        """select
            count(spend_low),
            count(*) filter (spend_low > 0 or spend_high < 0) / count(spend_low),
            count(*) filter (active_share_low > 0 or active_share_high < 0) / count(spend_low)
        from campaign_results where segment = 'all' and spend_low is not null"""
    ).fetchone()
    assert compared > 400
    assert 0.035 <= on_spend <= 0.065
    assert 0.035 <= on_shares <= 0.065


def test_verdicts_follow_the_interval(aa_tests):
    rows = aa_tests.execute(
        """select verdict, min(spend_low), max(spend_low), min(spend_high), max(spend_high)
        from campaign_results group by verdict"""
    ).fetchall()
    found = {verdict: limits for verdict, *limits in rows}
    assert found["treated customers spent more"][0] > 0
    assert found["treated customers spent less"][3] < 0
    assert found["not yet clear"][1] <= 0 <= found["not yet clear"][2]
    assert found["too few orders to tell"] == [None] * 4


def test_a_customer_more_or_fewer_moves_one_other_of_a_tier_at_most(compiled_models):
    customers = """select 'x' as campaign, 'c' || id as customer_id, false as is_trial,
        'o' as label_basis, ['High', 'Low', 'Medium'][id % 3 + 1] as marketing_tier,
        'l' as cluster_label, 's' as rfm_segment, 1 as recency_days, 1 as frequency, 1 as monetary
    from range(600) as ids (id)"""
    groups = []
    with memory() as connection:
        connection.execute(
            """create table campaign_list as select 'x' as campaign, 'true' as audience,
            date '2024-01-01' as starts_on, date '2024-01-31' as ends_on, 0.3 as control_share;
            create table as_of as select date '2024-01-01' as as_of_date"""
        )
        for absent in ("nobody", "c7", "c8", "c9"):
            connection.execute(
                f"create or replace table campaign_audiences as from ({customers}) "
                f"where customer_id != '{absent}'"
            )
            run(connection, compiled_models, ["campaign_groups"])
            rows = connection.execute("select customer_id, campaign_group from campaign_groups")
            groups.append(dict(rows.fetchall()))
    whole, *others = groups
    for other in others:
        assert len(other) == len(whole) - 1
        assert sum(whole[customer] != group for customer, group in other.items()) <= 3


def test_each_tier_has_its_share_of_control(aa_tests):
    assert (
        aa_tests.execute(
            """select campaign, marketing_tier, count(*) as customers, any_value(control_share),
            count(*) filter (campaign_group = 'control') as control
        from campaign_groups group by rollup (marketing_tier), campaign
        having abs(control - customers * any_value(control_share)) > 1"""
        ).fetchall()
        == []
    )


def test_every_customer_has_the_same_chance_to_be_control(aa_tests):
    """Over all campaigns, whatever the tier and however few its customers: within 4 deviations."""
    assert (
        aa_tests.execute(
            """select customer_id, count(*) from campaign_groups group by customer_id
        having abs(sum((campaign_group = 'control')::int - control_share))
            > 4.5 * sqrt(sum(control_share * (1 - control_share)))"""
        ).fetchall()
        == []
    )


def test_groups_are_alike_before_the_start(aa_tests):
    """Differences are those of chance: none on average, and as many deviations as numbers allow."""
    [*rows] = aa_tests.execute(
        """select metric,
            avg(standardised_difference / sqrt(1 / treated + 1 / control)),
            stddev(standardised_difference / sqrt(1 / treated + 1 / control))
        from campaign_balance
        inner join (
            select campaign, treated_customers as treated, control_customers as control
            from campaign_results where segment = 'all' and control_customers >= 30
        ) using (campaign)
        group by metric"""
    ).fetchall()
    assert len(rows) == 3
    for metric, mean, deviation in rows:
        assert abs(mean) < 0.15, metric
        assert 0.7 < deviation < 1.2, metric


def test_a_planted_effect_is_found_as_often_as_the_power_says(aa_tests):
    """What campaign_power names, given to all of the treated, moves the interval by as much."""
    compared, found = aa_tests.execute(
        """select count(*), count(*) filter (spend_low + smallest_spend_difference > 0) / count(*)
        from campaign_results inner join campaign_power using (campaign)
        where segment = 'all' and is_planned and spend_low is not null"""
    ).fetchone()
    assert compared > 400
    assert 0.75 <= found <= 0.85
