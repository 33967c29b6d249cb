{%- set layouts = date_layouts() -%}
{#- Of words in lower case: Latin, Greek and Cyrillic. -#}
{%- set letter = "a-zà-žΐ-ώа-џґ" -%}
{#- A day follows, so that Mar 15, 2024 keeps its month, which is a Tuesday in Spanish. -#}
{%- set after_weekday = [
    "[0-9]{4}[-/. ].*",
    "[0-9]{1,2}(?:st|nd|rd|th|er|[.º°])?[-/. ] ?(?:[" ~ letter ~ "]{2}|[0-9]{1,2}[-/.]).*",
    "[0-9]{1,2}[" ~ letter ~ "]{3,}[0-9]+",
    "[" ~ letter ~ "]{3,}[-/. ] ?[0-9]{1,2}[^0-9].*",
] | join("|") -%}
{%- set article = "(?:(?:le|den|el|il) )?" -%}

with
day_texts as (
    select * from {{ ref('quintile', 'day_texts') }}
),

month_names as (
    select * from {{ ref('quintile', 'month_names') }}
),

weekday_names as (
    select * from {{ ref('quintile', 'weekday_names') }}
),

weekdays_removed as (
    select
        day_texts.*,
        case
            when weekday_names.name is not null
                then {{ replaced("day_texts.day_text", "^[^ ]+ " ~ article ~ "(" ~ after_weekday ~ ")$", "\\1") }}
            else {{ replaced("day_texts.day_text", "^" ~ article ~ "([0-9].*)$", "\\1") }}
        end as day_alone
    from day_texts
    left join weekday_names
        on {{ replaced("day_texts.day_text", "^([" ~ letter ~ "-]{2,})[.]?,? .*$", "\\1") }} = weekday_names.name
),

months_looked_up as (
    select
        weekdays_removed.*,
        coalesce(
            replace(
                weekdays_removed.day_alone, month_names.name, 'm' || lpad(cast(month_names.month as string), 2, '0')
            ),
            weekdays_removed.day_alone
        ) as numbered_day
    from weekdays_removed
    left join month_names
        on {{ replaced("weekdays_removed.day_alone", "^.*?([" ~ letter ~ "]{3,}).*$", "\\1") }} = month_names.name
),

-- Ten digits such as 2024013110, in which an hour was found, are no seconds of 2034.
layouts_named as (
    select
        *,
        case
            when hour_text = '' and {{ matches("unified", "'^[0-9]{9,10}([.][0-9]+)?$'") }} then 'seconds'
            when {{ matches("unified", "'^[0-9]{13}([.][0-9]+)?$'") }} then 'milliseconds'
            when {{ matches("unified", "'^[0-9]{16}([.]0+)?$'") }} then 'microseconds'
            when {{ matches("unified", "'^[0-9]{19}([.]0+)?$'") }} then 'nanoseconds'
            when {{ matches("unified", "'^[0-9]{5}([.][0-9]+)?$'") }} then 'serial days'
            {% for name, layout in layouts.items() -%}
            when {{ matches("numbered_day", "'^" ~ layout.pattern ~ "$'") }} then '{{ name }}'
            {% endfor %}
        end as layout
    from months_looked_up
),

days_taken_apart as (
    select
        *,
        case layout
            {% for name, layout in layouts.items() -%}
            when '{{ name }}' then {{ replaced("numbered_day", "^" ~ layout.pattern ~ "$", layout.parts) }}
            {% endfor %}
        end as month_first_day,
        case layout
            {% for name, layout in layouts.items() -%}
            when '{{ name }}'
                then {{ replaced("numbered_day", "^" ~ layout.pattern ~ "$", layout.day_first_parts or layout.parts) }}
            {% endfor %}
        end as day_first_day
    from layouts_named
)

select * from days_taken_apart
