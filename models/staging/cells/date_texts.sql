{%- set zone = text_literal(setting("time_zone")) -%}

with
date_parts as (
    select * from {{ ref('quintile', 'date_parts') }}
),

abbreviations as (
    select * from {{ ref('quintile', 'time_zone_abbreviations') }}
),

zone_names as ({{ time_zone_names() }}),

times_read as (
    select
        *,
        {{ time_of_day() }} as clock_time,
        {{ microseconds_since_1970() }} as microseconds,
        {{ offset_minutes('zone_text') }} as given_offset
    from date_parts
),

zones_found as (
    select
        times_read.*,
        coalesce(times_read.given_offset, abbreviations.utc_offset_minutes) as utc_offset,
        zone_names.name as zone_name
    from times_read
    left join abbreviations on upper(times_read.zone_text) = abbreviations.abbreviation
    left join zone_names on times_read.zone_text = lower(zone_names.name) and times_read.zone_text like '%/%'
),

local_times_read as (
    select
        *,
        try_cast({{ iso_day('month_first_day') }} || ' ' || clock_time as timestamp) as month_first_local,
        try_cast({{ iso_day('day_first_day') }} || ' ' || clock_time as timestamp) as day_first_local
    from zones_found
),

zones_unified as (
    select
        *,
        {% for order in ["month_first", "day_first"] -%}
        case
            when layout = 'serial days' then {{ time_of_microseconds("microseconds") }}
            when microseconds is not null
                then {{ time_in_zone(time_of_microseconds("microseconds"), "'UTC'", zone) }}
            when zone_text = '' then {{ order }}_local
            when utc_offset is not null
                then {{ time_in_zone(minutes_earlier("utc_offset", order ~ "_local"), "'UTC'", zone) }}
            when zone_name is not null
                then {{ time_in_zone(order ~ "_local", "zone_name", zone) }}
        end as {{ order }}_time,
        {% endfor -%}
        zone_text = '' or utc_offset is not null or zone_name is not null as zone_is_known
    from local_times_read
),

orders_proven as (
    select
        cell_text,
        layout,
        case layout
            when 'day or month first' then split_part(month_first_day, '-', 2)
            when 'dotted' then split_part(month_first_day, '-', 3)
        end as first_number,
        case
            when layout in ('day or month first', 'dotted') then split_part(month_first_day, '-', 1)
        end as last_number,
        month_first_time,
        day_first_time,
        unified != '' as is_text,
        month_first_time is not null or day_first_time is not null as is_date,
        zone_is_known,
        zone_text != '' or microseconds is not null and layout != 'serial days' as is_zoned,
        case
            when layout != 'day or month first' then null
            when day_first_time is null and month_first_time is not null then 'mdy'
            when month_first_time is null and day_first_time is not null then 'dmy'
        end as proves_order
    from zones_unified
)

select * from orders_proven
