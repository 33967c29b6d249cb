
    

    create  table
      "shop"."main_quintile"."date_texts__dbt_tmp"
  
    
    as (
      with
date_parts as (
    select * from "shop"."main_quintile"."date_parts"
),

abbreviations as (
    select * from "shop"."main_quintile"."time_zone_abbreviations"
),

zone_names as (
    select name from pg_timezone_names()
),

times_read as (
    select
        *,
        case
        when hour_text = '' then '00:00:00'
        when half = '' and try_cast(hour_text as integer) < 24
            then lpad(hour_text, 2, '0') || ':' || minute_text || ':' || coalesce(nullif(second_text, ''), '00') || coalesce('.' || nullif(left(fraction, 6), ''), '')
        when half != '' and try_cast(hour_text as integer) between 1 and 12
            then lpad(cast(try_cast(hour_text as integer) % 12 + case half when 'p' then 12 else 0 end as string), 2, '0')
                || ':' || minute_text || ':' || coalesce(nullif(second_text, ''), '00') || coalesce('.' || nullif(left(fraction, 6), ''), '')
    end as clock_time,
        case layout
        when 'seconds' then try_cast(split_part(unified, '.', 1) || rpad(left(split_part(unified, '.', 2), 6), 6, '0') as bigint)
        when 'milliseconds' then try_cast(split_part(unified, '.', 1) || rpad(left(split_part(unified, '.', 2), 3), 3, '0') as bigint)
        when 'microseconds' then try_cast(left(unified, 16) as bigint)
        when 'nanoseconds' then try_cast(left(unified, 16) as bigint)
        when 'serial days' then cast(round((try_cast(unified as double) - 25569) * 86400000) as bigint) * 1000
    end as microseconds,
        case
        when regexp_matches(zone_text, '^(?:gmt|utc)?([-+])([0-9]{1,2}):?([0-9]{2})?$')
            then try_cast(regexp_replace(zone_text, '^(?:gmt|utc)?([-+])([0-9]{1,2}):?([0-9]{2})?$', '\1\2', 'g') as integer) * 60
                + try_cast(regexp_replace(zone_text, '^(?:gmt|utc)?([-+])([0-9]{1,2}):?([0-9]{2})?$', '\1', 'g') || coalesce(nullif(regexp_replace(zone_text, '^(?:gmt|utc)?([-+])([0-9]{1,2}):?([0-9]{2})?$', '\3', 'g'), ''), '0') as integer)
    end as given_offset
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
        try_cast(case when length(split_part(month_first_day, '-', 1)) = 4 then '' when split_part(month_first_day, '-', 1) < '69' then '20' else '19' end || split_part(month_first_day, '-', 1)
    || '-' || case
        when regexp_matches(split_part(month_first_day, '-', 2), '^[a-z]')
            then lpad(cast(cast(floor((instr('janfebmaraprmayjunjulaugsepoctnovdec', left(split_part(month_first_day, '-', 2), 3)) + 2) / 3) as integer) as string), 2, '0')
        else lpad(split_part(month_first_day, '-', 2), 2, '0')
    end
    || '-' || lpad(split_part(month_first_day, '-', 3), 2, '0') || ' ' || clock_time as timestamp) as month_first_local,
        try_cast(case when length(split_part(day_first_day, '-', 1)) = 4 then '' when split_part(day_first_day, '-', 1) < '69' then '20' else '19' end || split_part(day_first_day, '-', 1)
    || '-' || case
        when regexp_matches(split_part(day_first_day, '-', 2), '^[a-z]')
            then lpad(cast(cast(floor((instr('janfebmaraprmayjunjulaugsepoctnovdec', left(split_part(day_first_day, '-', 2), 3)) + 2) / 3) as integer) as string), 2, '0')
        else lpad(split_part(day_first_day, '-', 2), 2, '0')
    end
    || '-' || lpad(split_part(day_first_day, '-', 3), 2, '0') || ' ' || clock_time as timestamp) as day_first_local
    from zones_found
),

zones_unified as (
    select
        *,
        case
            when layout = 'serial days' then make_timestamp(microseconds)
            when microseconds is not null
                then timezone('UTC', timezone('UTC', make_timestamp(microseconds)))
            when zone_text = '' then month_first_local
            when utc_offset is not null
                then timezone('UTC', timezone('UTC', month_first_local - to_minutes(utc_offset)))
            when zone_name is not null
                then timezone('UTC', timezone(zone_name, month_first_local))
        end as month_first_time,
        case
            when layout = 'serial days' then make_timestamp(microseconds)
            when microseconds is not null
                then timezone('UTC', timezone('UTC', make_timestamp(microseconds)))
            when zone_text = '' then day_first_local
            when utc_offset is not null
                then timezone('UTC', timezone('UTC', day_first_local - to_minutes(utc_offset)))
            when zone_name is not null
                then timezone('UTC', timezone(zone_name, day_first_local))
        end as day_first_time,
        zone_text = '' or utc_offset is not null or zone_name is not null as zone_is_known
    from local_times_read
),

orders_proven as (
    select
        cell_text,
        layout,
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
    );
    
  