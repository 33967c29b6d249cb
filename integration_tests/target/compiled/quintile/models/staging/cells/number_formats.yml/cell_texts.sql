
-- Fixture for cell_texts
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('1.000' as character varying)
 as "cell_text", 
    
    cast(False as BOOLEAN)
 as "proves_point", 
    
    cast(1 as BIGINT)
 as "lines", 
    
    cast(2 as BIGINT)
 as "first_line_number"