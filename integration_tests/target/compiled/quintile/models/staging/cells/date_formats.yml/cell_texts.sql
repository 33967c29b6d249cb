
-- Fixture for cell_texts
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('1/2/2024' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('1/13/2024' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(3 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('b.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('13/1/2024' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('c.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('13/1/2024' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('c.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('1/13/2024' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(3 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('d.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('1/2/2024' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('d.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast(null as character varying(256))
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(3 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('e.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('soon' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(3 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('e.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast(' ' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"
union all
select 
    
    cast('f.csv' as character varying)
 as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('45296' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"