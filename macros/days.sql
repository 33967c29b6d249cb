{% macro days_between(earlier, later) -%}
    cast({{ dbt.datediff(earlier, later, 'day') }} as integer)
{%- endmacro %}

{% macro days_later(days, day) -%}
    cast({{ dbt.dateadd('day', days, day) }} as date)
{%- endmacro %}

{#- Counted from first days of a month: Spark counts 2 months from the last day of January to the last of February. -#}
{% macro months_between(earlier, later) -%}
    cast({{ dbt.datediff(dbt.date_trunc('month', earlier), dbt.date_trunc('month', later), 'month') }} as integer)
{%- endmacro %}
