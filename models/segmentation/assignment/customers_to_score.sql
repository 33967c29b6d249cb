-- depends_on: {{ source('files', 'customers_to_score') }}
{%- set columns = metric_columns().values() | list %}

with
lines_read as (
    {%- for group in opened_customers().groups %}
    select
        {{ place_of_line(group) }},
        {{ "unreadable_reason" if group.converted else "cast(null as string)" }} as unreadable_reason,
        {% for column in ['customer_id'] + columns -%}
        nullif(trim(cast({{ quoted(group.columns[column]) }} as string)), '') as {{ column }}_read
        {{- "," if not loop.last }}
        {% endfor %}
    from {{ lines_of(group) }}
    {{ "union all" if not loop.last }}
    {%- else %}
    select
        cast(null as string) as source_file,
        cast(null as bigint) as line_number,
        cast(null as bigint) as line_id,
        cast(null as string) as unreadable_reason,
        {% for column in ['customer_id'] + columns -%}
        cast(null as string) as {{ column }}_read{{ "," if not loop.last }}
        {% endfor %}
    where false
    {%- endfor %}
),

values_typed as (
    select
        *,
        {{ id_of_somebody(customer_id_text(without_blanks_around('customer_id_read'))) }} as customer_id,
        {% for column in columns -%}
        {{ metric_value(column ~ '_read') }} as {{ column }}{{ "," if not loop.last }}
        {% endfor %}
    from lines_read
),

problems_found as (
    select
        *,
        case
            when unreadable_reason is not null then unreadable_reason
            {% for column in columns -%}
            when {{ column }}_read is null then '{{ column }} is empty'
            when {{ column }} is null
                then '{{ column }} is not a number from 0 to below 10^14'
            {% endfor -%}
        end as problem
    from values_typed
)

select * from problems_found
