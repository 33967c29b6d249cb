
-- Fixture for date_parts
select 
    
    cast('a' as character varying)
 as "cell_text", 
    
    cast('a' as character varying)
 as "unified", cast(null as character varying(256)) as "day_text", 
    
    cast('22' as character varying)
 as "hour_text", 
    
    cast('15' as character varying)
 as "minute_text", cast(null as character varying(256)) as "second_text", cast(null as character varying(256)) as "fraction", 
    
    cast('' as character varying)
 as "half", 
    
    cast('' as character varying)
 as "zone_text", 
    
    cast('year first' as character varying)
 as "layout", 
    
    cast('2024-1-5' as character varying)
 as "month_first_day", 
    
    cast('2024-1-5' as character varying)
 as "day_first_day"
union all
select 
    
    cast('b' as character varying)
 as "cell_text", 
    
    cast('b' as character varying)
 as "unified", cast(null as character varying(256)) as "day_text", 
    
    cast('10' as character varying)
 as "hour_text", 
    
    cast('15' as character varying)
 as "minute_text", cast(null as character varying(256)) as "second_text", cast(null as character varying(256)) as "fraction", 
    
    cast('p' as character varying)
 as "half", 
    
    cast('est' as character varying)
 as "zone_text", 
    
    cast('year first' as character varying)
 as "layout", 
    
    cast('24-jan-5' as character varying)
 as "month_first_day", 
    
    cast('24-jan-5' as character varying)
 as "day_first_day"
union all
select 
    
    cast('c' as character varying)
 as "cell_text", 
    
    cast('c' as character varying)
 as "unified", cast(null as character varying(256)) as "day_text", 
    
    cast('10' as character varying)
 as "hour_text", 
    
    cast('15' as character varying)
 as "minute_text", cast(null as character varying(256)) as "second_text", cast(null as character varying(256)) as "fraction", 
    
    cast('' as character varying)
 as "half", 
    
    cast('ist' as character varying)
 as "zone_text", 
    
    cast('year first' as character varying)
 as "layout", 
    
    cast('2024-1-5' as character varying)
 as "month_first_day", 
    
    cast('2024-1-5' as character varying)
 as "day_first_day"
union all
select 
    
    cast('d' as character varying)
 as "cell_text", 
    
    cast('d' as character varying)
 as "unified", cast(null as character varying(256)) as "day_text", 
    
    cast('' as character varying)
 as "hour_text", cast(null as character varying(256)) as "minute_text", cast(null as character varying(256)) as "second_text", cast(null as character varying(256)) as "fraction", 
    
    cast('' as character varying)
 as "half", 
    
    cast('' as character varying)
 as "zone_text", 
    
    cast('day or month first' as character varying)
 as "layout", 
    
    cast('2024-1-13' as character varying)
 as "month_first_day", 
    
    cast('2024-13-1' as character varying)
 as "day_first_day"
union all
select 
    
    cast('e' as character varying)
 as "cell_text", 
    
    cast('1704448800' as character varying)
 as "unified", cast(null as character varying(256)) as "day_text", 
    
    cast('' as character varying)
 as "hour_text", cast(null as character varying(256)) as "minute_text", cast(null as character varying(256)) as "second_text", cast(null as character varying(256)) as "fraction", 
    
    cast('' as character varying)
 as "half", 
    
    cast('' as character varying)
 as "zone_text", 
    
    cast('seconds' as character varying)
 as "layout", cast(null as character varying(256)) as "month_first_day", cast(null as character varying(256)) as "day_first_day"
union all
select 
    
    cast('f' as character varying)
 as "cell_text", 
    
    cast('45296.5' as character varying)
 as "unified", cast(null as character varying(256)) as "day_text", 
    
    cast('' as character varying)
 as "hour_text", cast(null as character varying(256)) as "minute_text", cast(null as character varying(256)) as "second_text", cast(null as character varying(256)) as "fraction", 
    
    cast('' as character varying)
 as "half", 
    
    cast('' as character varying)
 as "zone_text", 
    
    cast('serial days' as character varying)
 as "layout", cast(null as character varying(256)) as "month_first_day", cast(null as character varying(256)) as "day_first_day"
union all
select 
    
    cast('g' as character varying)
 as "cell_text", 
    
    cast('' as character varying)
 as "unified", cast(null as character varying(256)) as "day_text", 
    
    cast('' as character varying)
 as "hour_text", cast(null as character varying(256)) as "minute_text", cast(null as character varying(256)) as "second_text", cast(null as character varying(256)) as "fraction", 
    
    cast('' as character varying)
 as "half", 
    
    cast('' as character varying)
 as "zone_text", cast(null as character varying(256)) as "layout", cast(null as character varying(256)) as "month_first_day", cast(null as character varying(256)) as "day_first_day"