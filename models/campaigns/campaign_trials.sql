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
        campaigns.campaign,
        campaigns.control_share,
        campaigns.tried_on,
        campaigns.window_days,
        coalesce(outcomes_summed.customers, 0) as customers,
        outcomes_summed.active_customers / cast(outcomes_summed.customers as double) as active_share,
        outcomes_summed.spend / outcomes_summed.customers as spend_per_customer,
        sqrt(
            {{ variance('outcomes_summed.customers', 'outcomes_summed.spend', 'outcomes_summed.squares') }}
        ) as spend_deviation
    from campaigns
    left join outcomes_summed on campaigns.campaign = outcomes_summed.campaign
)

select * from spread_measured
