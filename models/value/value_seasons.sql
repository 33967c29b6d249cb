with
cut_offs as (
    select * from {{ ref('quintile', 'value_cut_offs') }}
),

order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

first_orders_found as (
    select
        customer_id,
        min(ordered_at) as first_ordered_at
    from order_events
    group by customer_id
),

repeat_orders_known as (
    select
        cut_offs.cut_off,
        least(cut_offs.horizon_days, 365) / cast(365 as double) as share_of_year,
        order_events.amount,
        order_events.ordered_at < {{ days_later('least(cut_offs.horizon_days, 365) - 365', 'cut_offs.cut_off') }}
            as is_in_season
    from cut_offs
    inner join order_events
        on {{ stood_at('cut_offs.cut_off') }}
            and {{ days_later(-365, 'cut_offs.cut_off') }} <= order_events.ordered_at
    inner join first_orders_found
        on order_events.customer_id = first_orders_found.customer_id
            and order_events.ordered_at > first_orders_found.first_ordered_at
    where cut_offs.history_days >= 365 and order_events.units > 0
),

-- Missing orders show a season too: where fewer than a fifth of an average period's orders came.
years_summed as (
    select
        cut_off,
        count(*) as orders,
        cast(sum(amount) as double) as spend,
        sum(case when is_in_season then 1 else 0 end) as season_orders,
        cast(sum(case when is_in_season then amount else 0 end) as double) as season_spend,
        greatest(
            sum(case when is_in_season then 1 else 0 end),
            count(*) * max(share_of_year) - 4 * sum(case when is_in_season then 1 else 0 end)
        ) as telling_orders
    from repeat_orders_known
    group by cut_off
),

indexes_computed as (
    select
        cut_offs.*,
        365.0 / least(cut_offs.horizon_days, 365) as periods_a_year,
        years_summed.season_orders / cast(years_summed.orders as double) as season_order_share,
        years_summed.season_spend / nullif(years_summed.spend, 0) as season_spend_share,
        coalesce(years_summed.telling_orders / (years_summed.telling_orders + 100.0), 0) as trust
    from cut_offs
    left join years_summed on cut_offs.cut_off = years_summed.cut_off
),

indexes_shrunk as (
    select
        cut_off,
        period_end,
        is_back_test,
        history_days,
        horizon_days,
        training_days,
        history_days >= 365 and trust > 0 as is_season_known,
        round(1 + trust * coalesce(season_order_share * periods_a_year - 1, 0), 9) as order_index,
        round(1 + trust * coalesce(season_spend_share * periods_a_year - 1, 0), 9) as spend_index
    from indexes_computed
)

select * from indexes_shrunk
