{#- Words of log lines: what was assumed, where, and how much money it concerns. -#}

{% macro lines_and_money(lines, amount) -%}
    {{ "{:,}".format(lines | int) }} line{{ "s" if lines != 1 }}, {{ "{:,.2f}".format(amount or 0) }} in money
{%- endmacro %}

{% macro lines_money_and_place(lines, count, amount, first_line_id) -%}
    {{ lines_and_money(count, amount) }}, first in {{ place_of_first(lines, "line_id = " ~ first_line_id) }}
{%- endmacro %}

{#- The condition may speak of lines. The line number is left out for a table. Ids are not logged. -#}
{% macro place_of_first(lines, condition) %}
    {%- set query -%}
        select source_file || coalesce(', line ' || cast(line_number as string), '')
        from {{ lines }} as lines
        where line_id = (select min(line_id) from {{ lines }} as lines where {{ condition }})
    {%- endset -%}
    {{- return(run_query(query).columns[0].values()[0]) -}}
{% endmacro %}

{% macro rows_of(query) %}
    {%- set found = run_query(query) -%}
    {%- set rows = [] -%}
    {%- for row in found.rows -%}{%- do rows.append(dict(zip(found.column_names, row))) -%}{%- endfor -%}
    {{- return(rows) -}}
{% endmacro %}

{% macro two_decimals(number) %}
    {{- return("{:,.2f}".format(number)) -}}
{% endmacro %}
