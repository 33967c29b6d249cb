{% macro days_between(earlier, later) -%}
    cast({{ dbt.datediff(earlier, later, 'day') }} as integer)
{%- endmacro %}

{% macro next_day(day) -%}
    {{ days_later(1, day) }}
{%- endmacro %}

{% macro day_before(day) -%}
    {{ days_later(-1, day) }}
{%- endmacro %}

{% macro days_later(days, day) -%}
    cast({{ dbt.dateadd('day', days, day) }} as date)
{%- endmacro %}

{% macro months_later(months, day) -%}
    cast({{ dbt.dateadd('month', months, day) }} as date)
{%- endmacro %}

{% macro months_between(earlier, later) -%}
    cast({{ dbt.datediff(earlier, later, 'month') }} as integer)
{%- endmacro %}
