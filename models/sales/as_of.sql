with
lines as (
    select * from {{ ref('quintile', 'lines_preclassified') }}
),

negative_lines as (
    select * from {{ ref('quintile', 'negative_lines_classified') }}
),

telling_lines as {{ lines_that_move_as_of_date('lines', 'negative_lines') }},

last_telling_line_found as (
    select max(invoiced_at) as last_telling_at from telling_lines
),

last_line_found as (
    select max(invoiced_at) as last_line_at from lines
),

last_moment_chosen as (
    select coalesce(last_telling_line_found.last_telling_at, last_line_found.last_line_at) as last_moment
    from last_telling_line_found
    cross join last_line_found
),

date_chosen as (
    select
            {% if setting('as_of_date') == 'auto' -%}
        {{ days_later(1, 'cast(last_moment as date)') }} as as_of_date
        {%- else -%}
        cast('{{ setting("as_of_date") }}' as date) as as_of_date
        {%- endif %}
    from last_moment_chosen
)

select * from date_chosen
