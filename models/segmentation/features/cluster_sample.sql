with
customers as (
    select * from {{ ref('quintile', 'customer_rfm') }}
),

customer_habits as (
    select * from {{ ref('quintile', 'customer_habits') }}
),

last_period_customers as (
    select * from {{ ref('quintile', 'last_period_customers') }}
),

scaling as (
    select * from {{ ref('quintile', 'current_feature_stats') }}
),

customers_drawn as (
    select
        *,
        md5(customer_id || ' ' || cast(cast(first_ordered_at as date) as string)) as customer_mark
    from customers
    order by md5(customer_id), customer_id
    limit {{ setting('fit_sample_size') }}
),

logs_taken as (
    select
        customer_id,
        {% for metric, column in metric_columns().items() -%}
        {{ rounded_log(column) }} as log_{{ metric }}{{ "," if not loop.last }}
        {% endfor %}
    from customers_drawn
),

columns_joined as (
    select
        customers_drawn.customer_id,
        customers_drawn.customer_mark,
        {% for metric, column in metric_columns().items() -%}
        customers_drawn.{{ column }},
        last_period_customers.{{ column }} as {{ column }}_before,
        logs_taken.log_{{ metric }},
        {{ standardised('logs_taken.log_' ~ metric, metric) }} as z_{{ metric }},
        case
            when last_period_customers.customer_id is not null
                then {{ standardised(rounded_log('last_period_customers.' ~ column), metric) }}
        end as z_{{ metric }}_before,
        {% endfor -%}
        customers_drawn.tenure_days,
        customer_habits.median_interval_days,
        case when customer_habits.intervals >= 2 then customer_habits.median_interval_days end as usual_interval_days,
        last_period_customers.next_orders,
        last_period_customers.next_revenue
    from customers_drawn
    inner join logs_taken on customers_drawn.customer_id = logs_taken.customer_id
    left join customer_habits on customers_drawn.customer_id = customer_habits.customer_id
    left join last_period_customers on customers_drawn.customer_id = last_period_customers.customer_id
    cross join scaling
)

select * from columns_joined
