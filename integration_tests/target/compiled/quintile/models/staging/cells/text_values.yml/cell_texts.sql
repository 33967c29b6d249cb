
-- Fixture for cell_texts
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1,000' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select 
    
    cast('b.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1.000' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select 
    
    cast('b.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1,000' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select 
    
    cast('c.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1.000' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select 
    
    cast('d.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1,000' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('quantity' as character varying)
 as "column_name", 
    
    cast('£1' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"