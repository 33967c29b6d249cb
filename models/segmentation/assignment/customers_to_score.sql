-- depends_on: {{ source('files', 'customers_to_score') }}
with
lines_read as ({{ read_customers() }}),

values_typed as (
    select
        *,
        {{ customer_id_text('customer_id_read') }} as customer_id,
        {% for column in metric_columns().values() -%}
        {{ metric_value(column ~ '_read') }} as {{ column }}{{ "," if not loop.last }}
        {% endfor %}
    from lines_read
),

problems_found as (
    select
        *,
        case
            when unreadable_reason is not null then unreadable_reason
            {% for column in metric_columns().values() -%}
            when {{ column }}_read is null then '{{ column }} is empty'
            when {{ column }} is null
                then '{{ column }} is not a number from 0 to below 10^14: ' || left({{ column }}_read, 80)
            {% endfor -%}
        end as problem
    from values_typed
)

select * from problems_found
