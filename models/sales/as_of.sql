with
lines as (
    select * from {{ ref('quintile', 'lines_preclassified') }}
),

negative_lines as (
    select * from {{ ref('quintile', 'negative_lines_classified') }}
    where line_class = 'discount'
        or preliminary_class = 'cancellation'
),

last_negative_line_found as (
    select max(invoiced_at) as last_negative_at from negative_lines
),

last_lines_found as (
    select
        max(case when preliminary_class = 'sale' then invoiced_at end) as last_sale_at,
        max(invoiced_at) as last_line_at
    from lines
),

last_moments_compared as (
    select
        coalesce(
            greatest(last_lines_found.last_sale_at, last_negative_line_found.last_negative_at),
            last_lines_found.last_line_at
        ) as last_telling_at
    from last_lines_found
    cross join last_negative_line_found
),

date_chosen as (
    select
            {% if setting('as_of_date') == 'auto' -%}
        {{ days_later(1, 'cast(last_telling_at as date)') }} as as_of_date
        {%- else -%}
        cast('{{ setting("as_of_date") }}' as date) as as_of_date
        {%- endif %}
    from last_moments_compared
)

select * from date_chosen
