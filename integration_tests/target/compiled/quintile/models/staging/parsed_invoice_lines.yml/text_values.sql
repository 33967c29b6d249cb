
-- Fixture for text_values
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('quantity' as character varying)
 as "column_name", 
    
    cast('2-' as character varying)
 as "cell_text", 
    
    cast(-2 as DECIMAL(18,4))
 as "number_value", cast(null as DECIMAL(18,4)) as "number_at_most", cast(null as TIMESTAMP) as "time_value", cast(null as character varying(256)) as "reason"
union all
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('unit_price' as character varying)
 as "column_name", 
    
    cast('$1,234.50' as character varying)
 as "cell_text", 
    
    cast(1234.5 as DECIMAL(18,4))
 as "number_value", cast(null as DECIMAL(18,4)) as "number_at_most", cast(null as TIMESTAMP) as "time_value", cast(null as character varying(256)) as "reason"
union all
select 
    
    cast('b.csv' as character varying)
 as "source_file", 
    
    cast('quantity' as character varying)
 as "column_name", 
    
    cast('2-' as character varying)
 as "cell_text", 
    
    cast(7 as DECIMAL(18,4))
 as "number_value", cast(null as DECIMAL(18,4)) as "number_at_most", cast(null as TIMESTAMP) as "time_value", cast(null as character varying(256)) as "reason"
union all
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('5 Jan 2024' as character varying)
 as "cell_text", cast(null as DECIMAL(18,4)) as "number_value", cast(null as DECIMAL(18,4)) as "number_at_most", 
    
    cast('2024-01-05 00:00:00' as TIMESTAMP)
 as "time_value", cast(null as character varying(256)) as "reason"