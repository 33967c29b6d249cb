
-- Fixture for cell_texts
select cast(null as character varying(256)) as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1,234.50' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select cast(null as character varying(256)) as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1.234,50' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select cast(null as character varying(256)) as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1 234' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select cast(null as character varying(256)) as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1,000' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select cast(null as character varying(256)) as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1,23,456.00' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select cast(null as character varying(256)) as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('(£12.00)' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select cast(null as character varying(256)) as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('12,50- eur' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select cast(null as character varying(256)) as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('12%' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select cast(null as character varying(256)) as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('5 pcs' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"
union all
select cast(null as character varying(256)) as "source_file", 
    
    cast('invoiced_at' as character varying)
 as "column_name", 
    
    cast('7' as character varying)
 as "cell_text", cast(null as BOOLEAN) as "proves_point", cast(null as BIGINT) as "lines", cast(null as BIGINT) as "first_line_number"