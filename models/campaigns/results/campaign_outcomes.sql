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
members_listed as (
    select
        campaign,
        false as is_trial,
        customer_id,
        starts_on as window_start,
        {{ days_later(1, 'ends_on') }} as window_end
    from groups
    union all
    select
        audiences.campaign,
        true as is_trial,
        audiences.customer_id,
        campaigns.tried_on as window_start,
        {{ days_later('campaigns.window_days', 'campaigns.tried_on') }} as window_end
    from audiences
    inner join campaigns on audiences.campaign = campaigns.campaign
),

windows_over as (
    select members_listed.*
    from members_listed
    inner join as_of on members_listed.window_end <= as_of.as_of_date
),

-- An order counts as it stood when the window ended: what came later is not waited for.
outcomes_summed as (
    select
        members.campaign,
        members.is_trial,
        members.customer_id,
        cast(count(order_events.customer_id) as integer) as orders,
        cast(coalesce(sum(order_events.amount), 0) as decimal(18, 4)) as spend
    from windows_over as members
    left join order_events
        on members.customer_id = order_events.customer_id
            and members.window_start <= order_events.ordered_at
            and {{ stood_at('members.window_end') }}
    group by members.campaign, members.is_trial, members.customer_id
)

select * from outcomes_summed
