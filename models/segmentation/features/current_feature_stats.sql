with
customers as (
    select * from {{ ref('quintile', 'customer_rfm') }}
),

logs_taken as (
    select
        {% for metric, column in metric_columns().items() -%}
        {{ rounded_log(column) }} as log_{{ metric }}{{ "," if not loop.last }}
        {% endfor %}
    from customers
),

-- Sums of decimals are exact, so features do not depend on row order or threads.
moments_summed as (
    select
        {% for metric in rfm_metrics() -%}
        min(log_{{ metric }}) = max(log_{{ metric }}) as {{ metric }}_is_constant,
        cast(sum(log_{{ metric }}) as double) as {{ metric }}_sum,
        cast(sum(cast(log_{{ metric }} * log_{{ metric }} as decimal(38, 18))) as double) as {{ metric }}_square_sum,
        {% endfor -%}
        count(*) as customers
    from logs_taken
),

moments_computed as (
    select
        {% for metric in rfm_metrics() -%}
        {{ metric }}_sum / customers as {{ metric }}_mean,
        case
            when {{ metric }}_is_constant then 0
            else sqrt({{ metric }}_square_sum / customers - power({{ metric }}_sum / customers, 2))
        end as {{ metric }}_stddev,
        {% endfor -%}
        customers
    from moments_summed
)

select * from moments_computed
