
-- Fixture for date_texts
select 
    
    cast('1/13/2024' as character varying)
 as "cell_text", 
    
    cast('day or month first' as character varying)
 as "layout", cast(null as TIMESTAMP) as "month_first_time", cast(null as TIMESTAMP) as "day_first_time", 
    
    cast(True as BOOLEAN)
 as "is_text", 
    
    cast(True as BOOLEAN)
 as "is_date", cast(null as BOOLEAN) as "zone_is_known", cast(null as BOOLEAN) as "is_zoned", 
    
    cast('mdy' as character varying)
 as "proves_order"
union all
select 
    
    cast('13/1/2024' as character varying)
 as "cell_text", 
    
    cast('day or month first' as character varying)
 as "layout", cast(null as TIMESTAMP) as "month_first_time", cast(null as TIMESTAMP) as "day_first_time", 
    
    cast(True as BOOLEAN)
 as "is_text", 
    
    cast(True as BOOLEAN)
 as "is_date", cast(null as BOOLEAN) as "zone_is_known", cast(null as BOOLEAN) as "is_zoned", 
    
    cast('dmy' as character varying)
 as "proves_order"
union all
select 
    
    cast('1/2/2024' as character varying)
 as "cell_text", 
    
    cast('day or month first' as character varying)
 as "layout", cast(null as TIMESTAMP) as "month_first_time", cast(null as TIMESTAMP) as "day_first_time", 
    
    cast(True as BOOLEAN)
 as "is_text", 
    
    cast(True as BOOLEAN)
 as "is_date", cast(null as BOOLEAN) as "zone_is_known", cast(null as BOOLEAN) as "is_zoned", 
    
    cast(null as character varying(256))
 as "proves_order"
union all
select 
    
    cast('soon' as character varying)
 as "cell_text", 
    
    cast(null as character varying(256))
 as "layout", cast(null as TIMESTAMP) as "month_first_time", cast(null as TIMESTAMP) as "day_first_time", 
    
    cast(True as BOOLEAN)
 as "is_text", 
    
    cast(False as BOOLEAN)
 as "is_date", cast(null as BOOLEAN) as "zone_is_known", cast(null as BOOLEAN) as "is_zoned", 
    
    cast(null as character varying(256))
 as "proves_order"
union all
select 
    
    cast('45296' as character varying)
 as "cell_text", 
    
    cast('serial days' as character varying)
 as "layout", cast(null as TIMESTAMP) as "month_first_time", cast(null as TIMESTAMP) as "day_first_time", 
    
    cast(True as BOOLEAN)
 as "is_text", 
    
    cast(True as BOOLEAN)
 as "is_date", cast(null as BOOLEAN) as "zone_is_known", cast(null as BOOLEAN) as "is_zoned", 
    
    cast(null as character varying(256))
 as "proves_order"
union all
select 
    
    cast(' ' as character varying)
 as "cell_text", 
    
    cast(null as character varying(256))
 as "layout", cast(null as TIMESTAMP) as "month_first_time", cast(null as TIMESTAMP) as "day_first_time", 
    
    cast(False as BOOLEAN)
 as "is_text", 
    
    cast(False as BOOLEAN)
 as "is_date", cast(null as BOOLEAN) as "zone_is_known", cast(null as BOOLEAN) as "is_zoned", 
    
    cast(null as character varying(256))
 as "proves_order"