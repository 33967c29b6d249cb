with
customers as (
    select * from {{ ref('quintile', 'customer_rfm') }}
),

scaling as ({{ scaling_in_one_row() }}),

logs_standardised as (
    select
        customers.customer_id,
        {% for metric, column in metric_columns().items() -%}
        {{ standardised(rounded_log('customers.' ~ column), metric) }} as z_{{ metric }}{{ "," if not loop.last }}
        {% endfor %}
    from customers
    cross join scaling
)

select * from logs_standardised
