{#- How the engines handle time zones. No result may depend on the zone of the session. -#}

{#- Spark has a separate type for times without a zone, and other function names. -#}
{% macro time_in_zone(time, from_zone, to_zone) %}
    {{- return(adapter.dispatch("time_in_zone", "quintile")(time, from_zone, to_zone)) -}}
{% endmacro %}

{% macro duckdb__time_in_zone(time, from_zone, to_zone) -%}
    timezone({{ to_zone }}, timezone({{ from_zone }}, {{ time }}))
{%- endmacro %}

{% macro spark__time_in_zone(time, from_zone, to_zone) -%}
    cast(convert_timezone({{ from_zone }}, {{ to_zone }}, cast({{ time }} as timestamp_ntz)) as timestamp)
{%- endmacro %}

{#- Spark shows a value with a time zone in the zone of the session. -#}
{% macro wall_clock_time(instant, zone) %}
    {{- return(adapter.dispatch("wall_clock_time", "quintile")(instant, zone)) -}}
{% endmacro %}

{% macro duckdb__wall_clock_time(instant, zone) -%}
    cast(timezone({{ zone }}, {{ instant }}) as timestamp)
{%- endmacro %}

{% macro spark__wall_clock_time(instant, zone) -%}
    cast(convert_timezone(current_timezone(), {{ zone }}, cast({{ instant }} as timestamp_ntz)) as timestamp)
{%- endmacro %}

{#- The function names differ, and Spark's result would be shown in the zone of the session. -#}
{% macro time_of_microseconds(microseconds) %}
    {{- return(adapter.dispatch("time_of_microseconds", "quintile")(microseconds)) -}}
{% endmacro %}

{% macro duckdb__time_of_microseconds(microseconds) -%}
    make_timestamp({{ microseconds }})
{%- endmacro %}

{% macro spark__time_of_microseconds(microseconds) -%}
    {{ wall_clock_time("timestamp_micros(" ~ microseconds ~ ")", "'UTC'") }}
{%- endmacro %}

{#- Engines subtract a computed number of minutes differently. dbt's dateadd would drop fractions of a second on Spark.
    -#}
{% macro minutes_earlier(minutes, time) %}
    {{- return(adapter.dispatch("minutes_earlier", "quintile")(minutes, time)) -}}
{% endmacro %}

{% macro duckdb__minutes_earlier(minutes, time) -%}
    {{ time }} - to_minutes({{ minutes }})
{%- endmacro %}

{% macro spark__minutes_earlier(minutes, time) -%}
    {{ time }} - make_dt_interval(0, 0, {{ minutes }})
{%- endmacro %}

{#- Spark has no list of time zones. -#}
{% macro time_zone_names() %}
    {{- return(adapter.dispatch("time_zone_names", "quintile")()) -}}
{% endmacro %}

{% macro duckdb__time_zone_names() -%}
    select name from pg_timezone_names()
{%- endmacro %}

{% macro spark__time_zone_names() -%}
    select explode(array('{{ modules.pytz.common_timezones | join("', '") }}')) as name
{%- endmacro %}

{#- Spark's timestamp has a time zone, DuckDB's has none. -#}
{% macro zoned_types() %}
    {{- return(adapter.dispatch("zoned_types", "quintile")()) -}}
{% endmacro %}

{% macro duckdb__zoned_types() %}
    {{- return(["timestamp with time zone", "timestamptz", "timestamptz_ns"]) -}}
{% endmacro %}

{% macro spark__zoned_types() %}
    {{- return(["timestamp"]) -}}
{% endmacro %}

{% macro is_time_zone(name) %}
    {{- return(adapter.dispatch("is_time_zone", "quintile")(name)) -}}
{% endmacro %}

{% macro duckdb__is_time_zone(name) -%}
    select count(*) > 0 from pg_timezone_names() where name = {{ name }}
{%- endmacro %}

{% macro spark__is_time_zone(name) -%}
    select try_reflect('java.time.ZoneId', 'of', {{ name }}) is not null
{%- endmacro %}
