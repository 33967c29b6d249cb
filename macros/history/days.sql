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

{#- Days of the period by which clusters are judged: half of those that are known, at most the horizon. -#}
{% macro days_judged(days_known) -%}
    least({{ setting('value_horizon_days') }}, cast(floor({{ days_known }} / 2) as integer))
{%- endmacro %}

{#- Four weeks hold every weekday equally often; a shorter period says little. One of more than a year has no year before. -#}
{% macro is_telling_period(period_days) -%}
    {{ period_days }} between {{ [28, setting('value_horizon_days')] | min }} and 365
{%- endmacro %}
