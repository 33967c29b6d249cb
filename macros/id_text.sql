{#- Two short lists: DuckDB joins every line with a list of five or more. -#}
{% macro id_text(column) -%}
    {%- set text = "trim(cast(" ~ column ~ " as string))" -%}
    case
        when {{ text }} in ('', 'nan', 'NaN') or {{ text }} in ('null', 'NULL', 'None') then null
        when {{ text }} like '%.0' then left({{ text }}, length({{ text }}) - 2)
        else {{ text }}
    end
{%- endmacro %}
