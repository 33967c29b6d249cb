{% macro id_text(column) -%}
    {%- set text = "trim(cast(" ~ column ~ " as string))" -%}
    case
        when {{ text }} in ('', 'nan', 'NaN', 'null', 'NULL', 'None') then null
        when {{ text }} like '%.0' then left({{ text }}, length({{ text }}) - 2)
        else {{ text }}
    end
{%- endmacro %}
