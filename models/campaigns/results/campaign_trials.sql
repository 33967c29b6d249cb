with
campaigns as (
    select * from {{ ref('quintile', 'campaign_list') }}
    where tried_on is not null
),

outcomes as (
    select * from {{ ref('quintile', 'campaign_outcomes') }}
    where is_trial
),

outcomes_summed as (
    select
        campaign,
        count(*) as customers,
        sum(case when orders > 0 then 1 else 0 end) as active_customers,
        cast(sum(spend) as double) as spend,
        {{ sum_of_squares('spend') }} as squares
    from outcomes
    group by campaign
),

spread_measured as (
    select
        *,
        spend / customers as spend_per_customer,
        sqrt({{ variance('customers', 'spend', 'squares') }}) as spend_deviation
    from outcomes_summed
),

-- Each is rounded, as sums of doubles would depend on the order of rows.
cubes_summed as (
    select
        outcomes.campaign,
        sum(
            cast(
                power((outcomes.spend - spread.spend_per_customer) / nullif(spread.spend_deviation, 0), 3)
                as decimal(28, 6)
            )
        ) as cubes
    from outcomes
    inner join spread_measured as spread on outcomes.campaign = spread.campaign
    group by outcomes.campaign
),

trials_described as (
    select
        campaigns.campaign,
        campaigns.control_share,
        campaigns.tried_on,
        campaigns.window_days,
        coalesce(spread.customers, 0) as customers,
        spread.active_customers / cast(spread.customers as double) as active_share,
        spread.spend_per_customer,
        spread.spend_deviation,
        coalesce(cast(cubes_summed.cubes as double) / spread.customers, 0) as spend_skewness
    from campaigns
    left join spread_measured as spread on campaigns.campaign = spread.campaign
    left join cubes_summed on campaigns.campaign = cubes_summed.campaign
)

select * from trials_described
