{#- The lines by which the as-of date is chosen. -#}
{% macro lines_that_move_as_of_date(lines, negative_lines) -%}
    (
        select * from {{ lines }} as lines
        where preliminary_class = 'sale'
            or line_id in (
                select negative_lines.line_id from {{ negative_lines }} as negative_lines
                where negative_lines.line_class = 'discount' or negative_lines.preliminary_class = 'cancellation'
            )
    )
{%- endmacro %}
