{#- Dates that a cast reads correctly: ISO 8601 without a time zone, since a cast would ignore the zone. -#}
{% macro plain_date(text) -%}
    case
        when {{ matches(text, "'^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]([01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)?$'") }}
            then try_cast({{ text }} as timestamp)
    end
{%- endmacro %}

{#- The ways to write a day without its time: a pattern, its meaning as year-month-day, and an example. In a pattern
    with two numbers, the first one is the month where the month comes first. A name of a month is m and its number. -#}
{% macro date_layouts() %}
    {%- set year = "([0-9]{4}|[0-9]{2})" -%}
    {%- set month = "m([0-9]{2})[.]?" -%}
    {{- return({
        "year first": {
            "pattern": "([0-9]{4})(?:- ?([0-9]{1,2})- ?|/([0-9]{1,2})/|[.] ?([0-9]{1,2})[.] ?)([0-9]{1,2})[.]?",
            "parts": "\\1-\\2\\3\\4-\\5",
            "example": "2024-01-31",
        },
        "dotted": {
            "pattern": "([0-9]{1,2})[.] ?([0-9]{1,2})[.] ?" ~ year ~ "[.]?(?: [rгр][.]?)?",
            "parts": "\\3-\\2-\\1",
            "example": "31.01.2024",
        },
        "day or month first": {
            "pattern": "([0-9]{1,2})(?:-([0-9]{1,2})-|/([0-9]{1,2})/)" ~ year,
            "parts": "\\4-\\1-\\2\\3",
            "day_first_parts": "\\4-\\2\\3-\\1",
            "example": "1/31/2024",
        },
        "day, name of the month": {
            "pattern": "([0-9]{1,2})(?:st|nd|rd|th|er|º|°)?[.]?[-/ ]?(?:of |del? )?" ~ month ~ "(?: del?)?[-/ ,]{0,2}" ~ year ~ "(?: [rгр][.]?)?",
            "parts": "\\3-\\2-\\1",
            "example": "31-Jan-2024",
        },
        "name of the month, day": {
            "pattern": month ~ "[-/ ]?([0-9]{1,2})(?:st|nd|rd|th)?[-/ ,]{1,2}" ~ year,
            "parts": "\\3-\\1-\\2",
            "example": "Jan 31, 2024",
        },
        "year, name of the month": {
            "pattern": "([0-9]{4})[.]?[-/ ,]?" ~ month ~ "[-/ ]?([0-9]{1,2})[.]?",
            "parts": "\\1-\\2-\\3",
            "example": "2024-Jan-31",
        },
    }) -}}
{% endmacro %}

{% macro dates_that_are_read() %}
    {{- return(date_layouts().values() | map(attribute="example") | join("; ")
        ~ "; 20240131; each with or without a time and a time zone; seconds or milliseconds since 1970. Names of months and weekdays may be in any of 21 languages") -}}
{% endmacro %}

{% macro iso_day(parts) -%}
    {%- set year, month, day = "split_part(" ~ parts ~ ", '-', 1)", "split_part(" ~ parts ~ ", '-', 2)", "split_part(" ~ parts ~ ", '-', 3)" -%}
    case when length({{ year }}) = 4 then '' when {{ year }} < '69' then '20' else '19' end || {{ year }}
    || '-' || lpad({{ month }}, 2, '0')
    || '-' || lpad({{ day }}, 2, '0')
{%- endmacro %}
