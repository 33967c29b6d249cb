with
lines as (
    select * from {{ ref('lines_preclassified') }}
),

last_days_found as (
    select
        cast(max(case when preliminary_class = 'sale' then invoiced_at end) as date) as last_sale_on,
        cast(max(invoiced_at) as date) as last_line_on
    from lines
),

date_chosen as (
    select
            {% if setting('as_of_date') == 'auto' -%}
        {{ days_later(1, 'coalesce(last_sale_on, last_line_on)') }} as as_of_date
        {%- else -%}
        cast('{{ setting("as_of_date") }}' as date) as as_of_date
        {%- endif %}
    from last_days_found
)

select * from date_chosen
