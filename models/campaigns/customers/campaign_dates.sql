with
campaigns as (
    select * from {{ ref('quintile', 'campaign_list') }}
),

order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

published_labels as (
    select * from {{ ref('quintile', 'published_labels') }}
),

first_order_found as (
    select cast(min(ordered_at) as date) as first_ordered_on from order_events
),

publications_listed as (
    select distinct as_of_date from published_labels
),

dates_listed as (
    select starts_on as known_on from campaigns
    where is_due
    union
    select tried_on as known_on from campaigns
    where tried_on is not null
),

-- Before the first order there is nothing to know.
periods_measured as (
    select
        dates_listed.known_on,
        {{ days_judged(days_between('first_order_found.first_ordered_on', 'dates_listed.known_on')) }} as period_days
    from dates_listed
    inner join first_order_found on dates_listed.known_on > first_order_found.first_ordered_on
),

periods_placed as (
    select
        known_on,
        {{ days_later('-period_days', 'known_on') }} as period_start,
        {{ is_telling_period('period_days') }} as is_telling
    from periods_measured
),

publications_found as (
    select
        periods_placed.known_on,
        periods_placed.period_start,
        periods_placed.is_telling,
        max(publications_listed.as_of_date) as published_on
    from periods_placed
    left join publications_listed on periods_placed.known_on >= publications_listed.as_of_date
    group by periods_placed.known_on, periods_placed.period_start, periods_placed.is_telling
)

select * from publications_found
