with
groups as (
    select * from {{ ref('quintile', 'campaign_groups') }}
),

audiences as (
    select * from {{ ref('quintile', 'campaign_audiences') }}
    where is_trial
),

campaigns as (
    select * from {{ ref('quintile', 'campaign_list') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

order_events as (
    select * from {{ ref('quintile', 'order_events') }}
    where units > 0
),

-- A trial is the period before the campaign, on customers as they were before that.
windows_listed as (
    select distinct
        campaign,
        false as is_trial,
        starts_on as window_start,
        {{ days_later(1, 'ends_on') }} as window_end
    from groups
    union all
    select
        campaign,
        true as is_trial,
        tried_on as window_start,
        {{ days_later('window_days', 'tried_on') }} as window_end
    from campaigns
    where tried_on is not null
),

windows_over as (
    select windows_listed.*
    from windows_listed
    inner join as_of on windows_listed.window_end <= as_of.as_of_date
),

members_listed as (
    select
        campaign,
        false as is_trial,
        customer_id
    from groups
    union all
    select
        campaign,
        true as is_trial,
        customer_id
    from audiences
),

-- An order counts as it stood when the window ended: what came later is not waited for.
outcomes_summed as (
    select
        members_listed.campaign,
        members_listed.is_trial,
        members_listed.customer_id,
        cast(count(order_events.customer_id) as integer) as orders,
        cast(coalesce(sum(order_events.amount), 0) as decimal(18, 4)) as spend
    from members_listed
    inner join windows_over
        on members_listed.campaign = windows_over.campaign
            and members_listed.is_trial = windows_over.is_trial
    left join order_events
        on members_listed.customer_id = order_events.customer_id
            and windows_over.window_start <= order_events.ordered_at
            and {{ stood_at('windows_over.window_end') }}
    group by members_listed.campaign, members_listed.is_trial, members_listed.customer_id
)

select * from outcomes_summed
