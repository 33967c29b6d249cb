{#- Splits 2024-01-31|2024-01-31 10:15|... into day, hour, minute, second, fraction, half of the day, and zone. -#}
{% macro time_parts(text) -%}
    {%- set time = "([0-9]{1,2})(?:[:.]| ?h ?)([0-9]{2})(?:[:.]([0-9]{2})(?:[.,:]([0-9]{1,9}))?)?(?: ?([ap])(?:m\\b|[.] ?m[.]?))?(?: ?(?:uhr|hrs?|hs|h)\\b[.]?)?" -%}
    {%- set zone = "z|[a-z]{2,5}|(?:gmt|utc)?[-+][0-9]{1,2}(?::?[0-9]{2})?|[a-z]+(?:/[a-z0-9_+-]+)+" -%}
    {{ replaced(
        text,
        "^(.{5,}?)(?:,? (?:at|um|às?|o|ore|kl[.]?|klo|-))?[t ,:]+" ~ time ~ "(?: ?(" ~ zone ~ ")(?: ?[(].*[)])?)?( [0-9]{4})?$",
        "\\1\\8|\\2|\\3|\\4|\\5|\\6|\\7"
    ) }}
{%- endmacro %}

{#- Separates day and time and puts the day first. The text is in lower case, with single spaces. -#}
{% macro time_after_day(text) -%}
    {%- set rewritten = namespace(text=text) -%}
    {%- for pattern, replacement in {
        "^([0-9]{4})([0-9]{2})([0-9]{2})[t ]?([0-9]{2})([0-9]{2})([0-9]{2})([.][0-9]+)?( ?(?:z|[-+][0-9].*))?$": "\\1-\\2-\\3 \\4:\\5:\\6\\7\\8",
        "^([0-9]{4})([0-9]{2})([0-9]{2})[t ]?([0-9]{2})([0-9]{2})( ?(?:z|[-+][0-9].*))?$": "\\1-\\2-\\3 \\4:\\5\\6",
        "^([0-9]{4})([0-9]{2})([0-9]{2})([t ].*)?$": "\\1-\\2-\\3\\4",
        "^(20[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])([01][0-9]|2[0-3])$": "\\1-\\2-\\3 \\4:00",
        "^([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[ap](?:m|[.]m[.]?))?),? ([^ ].*?)( [a-z]{3,4})?$": "\\2 \\1\\3",
        "(z|[-+][0-9]{2}:?[0-9]{2})\\[[^\\]]*\\]$": "\\1",
        "\\[([^\\]]*)\\]$": " \\1",
    }.items() -%}
        {%- set rewritten.text = replaced(rewritten.text, pattern, replacement) -%}
    {%- endfor -%}
    {{ rewritten.text }}
{%- endmacro %}

{% macro time_of_day() -%}
    case
        when hour_text = '' then '00:00:00'
        when half = '' and try_cast(hour_text as integer) < 24
            then lpad(hour_text, 2, '0') || {{ minutes_and_seconds() }}
        when half != '' and try_cast(hour_text as integer) between 1 and 12
            then lpad(cast(try_cast(hour_text as integer) % 12 + case half when 'p' then 12 else 0 end as string), 2, '0')
                || {{ minutes_and_seconds() }}
    end
{%- endmacro %}

{% macro minutes_and_seconds() -%}
    ':' || minute_text || ':' || coalesce(nullif(second_text, ''), '00') || coalesce('.' || nullif(left(fraction, 6), ''), '')
{%- endmacro %}

{#- For numbers that count time. Excel counts days from 1899-12-30. -#}
{% macro microseconds_since_1970() -%}
    case layout
        when 'seconds' then try_cast(split_part(unified, '.', 1) || rpad(left(split_part(unified, '.', 2), 6), 6, '0') as bigint)
        when 'milliseconds' then try_cast(split_part(unified, '.', 1) || rpad(left(split_part(unified, '.', 2), 3), 3, '0') as bigint)
        when 'microseconds' then try_cast(left(unified, 16) as bigint)
        when 'nanoseconds' then try_cast(left(unified, 16) as bigint)
        when 'serial days' then cast(round((try_cast(unified as double) - 25569) * 86400000) as bigint) * 1000
    end
{%- endmacro %}

{#- Minutes east of Greenwich, for +05:30, -0500 or gmt+1. -#}
{% macro offset_minutes(zone) -%}
    {%- set pattern = "^(?:gmt|utc)?([-+])([0-9]{1,2}):?([0-9]{2})?$" -%}
    case
        when {{ matches(zone, "'" ~ pattern ~ "'") }}
            then try_cast({{ replaced(zone, pattern, "\\1\\2") }} as integer) * 60
                + try_cast({{ replaced(zone, pattern, "\\1") }} || coalesce(nullif({{ replaced(zone, pattern, "\\3") }}, ''), '0') as integer)
    end
{%- endmacro %}
