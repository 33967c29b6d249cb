{% macro days_between(earlier, later) -%}
    cast({{ dbt.datediff(earlier, later, 'day') }} as integer)
{%- endmacro %}

{% macro days_later(days, day) -%}
    cast({{ dbt.dateadd('day', days, day) }} as date)
{%- endmacro %}

{% macro months_between(earlier, later) -%}
    cast({{ dbt.datediff(earlier, later, 'month') }} as integer)
{%- endmacro %}
