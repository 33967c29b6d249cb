with
order_days as (
    select * from {{ ref('quintile', 'value_order_days') }}
),

customers_followed as (
    select
        cut_off,
        customer_id,
        min(day_number) as first_day,
        max(day_number) as last_day,
        days_known - min(day_number) as days_since_first,
        season_days_known - min(season_day) as season_days_since_first,
        1e0 * (max(season_day) - min(season_day)) / nullif(max(day_number) - min(day_number), 0) as season_share
    from order_days
    group by cut_off, customer_id, days_known, season_days_known
),

customers_summed as (
    select
        cut_off,
        1e0 * sum(season_days_since_first) / sum(days_since_first) as season_share
    from customers_followed
    group by cut_off
),

-- A decimal, since a sum of doubles depends on the order of rows.
days_weighted as (
    select
        order_days.cut_off,
        order_days.spend,
        order_days.is_in_season,
        cast(case
            when order_days.day_number = customers.last_day then 0
            when order_days.is_in_season then 1 - customers.season_share
            else customers.season_share
        end as decimal(10, 9)) as weight
    from order_days
    inner join customers_followed as customers
        on order_days.cut_off = customers.cut_off
            and order_days.customer_id = customers.customer_id
            and order_days.day_number > customers.first_day
),

days_summed as (
    select
        cut_off,
        sum(case when is_in_season then 1 else 0 end) as season_days,
        sum(case when is_in_season then 0 else 1 end) as rest_days,
        cast(sum(case when is_in_season then weight else 0 end) as double) as season_weight,
        cast(sum(case when is_in_season then 0 else weight end) as double) as rest_weight,
        cast(sum(case when is_in_season then weight * spend else 0 end) as double) as season_spend,
        cast(sum(case when is_in_season then 0 else weight * spend end) as double) as rest_spend,
        {{ sum_of_squares('spend') }} / cast(nullif(sum(spend), 0) as double) as typical_spend
    from days_weighted
    group by cut_off
),

shares_joined as (
    select
        days_summed.*,
        days_summed.season_days * (1 - customers_summed.season_share) as season_weight_since_first,
        days_summed.rest_days * customers_summed.season_share as rest_weight_since_first
    from days_summed
    inner join customers_summed on days_summed.cut_off = customers_summed.cut_off
)

select * from shares_joined
