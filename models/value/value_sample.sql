with
order_events as (
    select * from {{ ref('order_events') }}
),

windows as (
    select * from {{ ref('value_training_windows') }}
),

customers_hashed as (
    select
        customer_id,
        min(ordered_at) as first_ordered_at,
        md5(customer_id) as customer_hash
    from order_events
    group by customer_id
),

-- One query a window, since the most that a sort with a limit holds in memory is the sample.
{% for number in range(1, 11) -%}
window_{{ number }}_drawn as (
    select
        windows.window_number,
        customers_hashed.customer_id
    from customers_hashed
    inner join windows on customers_hashed.first_ordered_at < windows.as_of_date
    where windows.window_number = {{ number }}
    order by customers_hashed.customer_hash, customers_hashed.customer_id
    limit {{ setting('fit_sample_size') }}
),

{% endfor -%}
windows_stacked as (
    {% for number in range(1, 11) -%}
    select * from window_{{ number }}_drawn
    {{ "union all" if not loop.last }}
    {% endfor -%}
)

select * from windows_stacked
