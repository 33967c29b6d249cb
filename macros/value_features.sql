{#-
    CTEs from `customers`, each with the columns of a window, to `features_typed`: what was known before as_of_date. An
    order counts as it stood then, whatever was cancelled later. A year ago is unknown where the data start later.
-#}
{% macro value_feature_steps() %}
{%- set recent = "ordered_at >= " ~ days_later(-90, 'as_of_date') -%}
{%- set year_ago = "ordered_at >= " ~ days_later(-365, 'as_of_date')
    ~ " and ordered_at < " ~ days_later('season_days - 365', 'as_of_date') -%}
events_known as (
    select
        customers.window_number,
        customers.customer_id,
        customers.as_of_date,
        customers.history_days,
        customers.season_days,
        order_events.ordered_at,
        order_events.order_change,
        order_events.amount_change,
        order_events.amount,
        order_events.units > 0 and coalesce(order_events.replaced_at >= customers.as_of_date, true) as is_kept
    from customers
    inner join order_events
        on customers.customer_id = order_events.customer_id and customers.as_of_date > order_events.changed_at
),

customers_summed as (
    select
        window_number,
        customer_id,
        as_of_date,
        history_days,
        min(case when is_kept then ordered_at end) as first_ordered_at,
        max(case when is_kept then ordered_at end) as last_ordered_at,
        {{ orders_and_money("is_kept") }},
        {{ orders_and_money("is_kept and " ~ recent, "recent_") }},
        {{ orders_and_money("is_kept and " ~ year_ago, "year_ago_") }},
        sum(case when order_change < 0 then 1 else 0 end) as cancelled_orders,
        -sum(case when amount_change < 0 then amount_change else 0 end) as cancelled_monetary
    from events_known
    group by window_number, customer_id, as_of_date, history_days
),

features_typed as (
    select
        window_number,
        customer_id,

        cast(orders as integer) as frequency,
        {{ days_between('last_ordered_at', 'as_of_date') }} as recency_days,
        {{ days_between('first_ordered_at', 'as_of_date') }} as tenure_days,
        cast(monetary as decimal(18, 4)) as monetary,

        cast(recent_orders as integer) as recent_orders,
        cast(recent_monetary as decimal(18, 4)) as recent_monetary,
        case when history_days >= 365 then cast(year_ago_orders as integer) end as year_ago_orders,
        case when history_days >= 365 then cast(year_ago_monetary as decimal(18, 4)) end as year_ago_monetary,
        cast(extract(month from as_of_date) as integer) as cut_off_month,
        cast(cancelled_orders as integer) as cancelled_orders,
        cast(cancelled_monetary as decimal(18, 4)) as cancelled_monetary
    from customers_summed
    where orders > 0
)
{%- endmacro %}

{% macro orders_and_money(condition, prefix="") -%}
        sum(case when {{ condition }} then 1 else 0 end) as {{ prefix }}orders,
        sum(case when {{ condition }} then amount else 0 end) as {{ prefix }}monetary
{%- endmacro %}
