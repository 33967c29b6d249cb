{#-
    CTEs from `customers`, with the columns of a window, to `features_typed`: what was known before as_of_date. An order
    counts as it stood then, whatever was cancelled later. The columns of a year ago are NULL where the data start
    later.
-#}
{% macro value_feature_steps() %}
{%- set recent_days = [30, 90, 180, 365] -%}
events_known as (
    select
        customers.window_number,
        customers.customer_id,
        customers.as_of_date,
        customers.history_days,
        customers.season_days,
        customers.outcome_end,
        order_events.ordered_at,
        {{ days_between('order_events.ordered_at', 'customers.as_of_date') }} as days_ago,
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
        outcome_end,
        min(case when is_kept then ordered_at end) as first_ordered_at,
        max(case when is_kept then ordered_at end) as last_ordered_at,
        {{ orders_and_money("is_kept", "") }},
        {%- for days in recent_days %}
        {{ orders_and_money("is_kept and days_ago <= " ~ days, "_" ~ days ~ "_days") }},
        {%- endfor %}
        {{ orders_and_money("is_kept and days_ago between 366 - season_days and 365", "_year_ago") }},
        count(case when order_change < 0 then 1 end) as cancelled_orders,
        -sum(case when amount_change < 0 then amount_change else 0 end) as cancelled_monetary
    from events_known
    group by window_number, customer_id, as_of_date, history_days, outcome_end
),

features_typed as (
    select
        window_number,
        customer_id,
        as_of_date,
        outcome_end,

        cast(orders as integer) as frequency,
        {{ days_between('last_ordered_at', 'as_of_date') }} as recency_days,
        {{ days_between('first_ordered_at', 'as_of_date') }} as tenure_days,
        cast(monetary as decimal(18, 4)) as monetary,
        {% for days in recent_days %}
        cast(orders_{{ days }}_days as integer) as orders_{{ days }}_days,
        cast(monetary_{{ days }}_days as decimal(18, 4)) as monetary_{{ days }}_days,
        {%- endfor %}

        case when history_days >= 365 then cast(orders_year_ago as integer) end as year_ago_orders,
        case when history_days >= 365 then cast(monetary_year_ago as decimal(18, 4)) end as year_ago_monetary,
        cast(cancelled_orders as integer) as cancelled_orders,
        cast(cancelled_monetary as decimal(18, 4)) as cancelled_monetary
    from customers_summed
    where orders > 0
)
{%- endmacro %}

{% macro orders_and_money(condition, suffix) -%}
        count(case when {{ condition }} then 1 end) as orders{{ suffix }},
        sum(case when {{ condition }} then amount else 0 end) as monetary{{ suffix }}
{%- endmacro %}
