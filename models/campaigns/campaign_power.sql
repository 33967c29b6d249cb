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
        sum(case when orders > 0 then 1 else 0 end) / cast(count(*) as double) as active_share,
        cast(sum(spend) as double) as spend,
        {{ sum_of_squares('spend') }} as squares
    from outcomes
    group by campaign
),

shares_listed as (
    select
        campaign,
        control_share,
        true as is_planned
    from campaigns
    {% for share in [0.05, 0.1, 0.2, 0.3, 0.5] -%}
    union all
    select
        campaign,
        cast({{ share }} as double) as control_share,
        false as is_planned
    from campaigns
    where abs(control_share - {{ share }}) > 0.0001
    {% endfor %}
),

spread_measured as (
    select
        campaigns.campaign,
        shares_listed.control_share,
        shares_listed.is_planned,
        campaigns.tried_on,
        campaigns.window_days,
        coalesce(outcomes_summed.customers, 0) as customers,
        cast(round(outcomes_summed.customers * shares_listed.control_share) as bigint) as control_customers,
        outcomes_summed.active_share,
        outcomes_summed.spend / outcomes_summed.customers as spend_per_customer,
        sqrt(
            {{ variance('outcomes_summed.customers', 'outcomes_summed.spend', 'outcomes_summed.squares') }}
        ) as spend_deviation
    from campaigns
    inner join shares_listed on campaigns.campaign = shares_listed.campaign
    left join outcomes_summed on campaigns.campaign = outcomes_summed.campaign
),

differences_found as (
    select
        *,
        case when control_customers between 1 and customers - 1
            then {{ smallest_difference('(customers - control_customers)', 'control_customers') }}
        end as deviations
    from spread_measured
),

columns_typed as (
    select
        campaign,
        control_share,
        is_planned,
        tried_on,
        cast(window_days as integer) as window_days,
        cast(customers as bigint) as customers,
        control_customers,
        active_share,
        deviations * sqrt(active_share * (1 - active_share)) as smallest_share_difference,
        spend_per_customer,
        spend_deviation,
        deviations * spend_deviation as smallest_spend_difference,
        deviations * spend_deviation / nullif(spend_per_customer, 0) as smallest_spend_ratio,
        case
            when customers = 0 then 'nobody to learn from: no such customers so many days ago'
            when deviations is null
                or least(control_customers, customers - control_customers) * active_share < {{ fewest_to_compare() }} then 'too few orders to tell'
            when deviations * spend_deviation >= spend_per_customer then 'would not show even a doubling of spend'
            else 'would show a change of spend from '
                || cast(cast(ceil(100 * deviations * spend_deviation / spend_per_customer) as integer) as string) || '% on'
        end as verdict
    from differences_found
)

select * from columns_typed
