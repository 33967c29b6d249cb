with
lines as (
    select * from {{ ref('lines_preclassified') }}
),

negative_lines as (
    select * from {{ ref('negative_lines_classified') }}
    where line_class in ('cancellation', 'discount')
),

last_days_found as (
    select
        max(case when preliminary_class = 'sale' then invoiced_at end) as last_sale_at,
        (select max(invoiced_at) from negative_lines) as last_cancellation_at,
        max(invoiced_at) as last_line_at
    from lines
),

date_chosen as (
    select
            {% if setting('as_of_date') == 'auto' -%}
        {{ days_later(1, 'cast(coalesce(greatest(last_sale_at, last_cancellation_at), last_line_at) as date)') }} as as_of_date
        {%- else -%}
        cast('{{ setting("as_of_date") }}' as date) as as_of_date
        {%- endif %}
    from last_days_found
)

select * from date_chosen
