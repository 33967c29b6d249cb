
-- Fixture for number_formats
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('point' as character varying)
 as "decimal_mark", 
    
    cast(False as BOOLEAN)
 as "points_may_group", cast(null as BOOLEAN) as "proves_point", cast(null as BOOLEAN) as "proves_comma", cast(null as BIGINT) as "point_line_number", cast(null as BIGINT) as "comma_line_number", cast(null as HUGEINT) as "ambiguous_lines"
union all
select 
    
    cast('a.csv' as character varying)
 as "source_file", 
    
    cast('quantity' as character varying)
 as "column_name", 
    
    cast('point' as character varying)
 as "decimal_mark", 
    
    cast(False as BOOLEAN)
 as "points_may_group", cast(null as BOOLEAN) as "proves_point", cast(null as BOOLEAN) as "proves_comma", cast(null as BIGINT) as "point_line_number", cast(null as BIGINT) as "comma_line_number", cast(null as HUGEINT) as "ambiguous_lines"
union all
select 
    
    cast('b.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('comma' as character varying)
 as "decimal_mark", 
    
    cast(True as BOOLEAN)
 as "points_may_group", cast(null as BOOLEAN) as "proves_point", cast(null as BOOLEAN) as "proves_comma", cast(null as BIGINT) as "point_line_number", cast(null as BIGINT) as "comma_line_number", cast(null as HUGEINT) as "ambiguous_lines"
union all
select 
    
    cast('c.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast('comma' as character varying)
 as "decimal_mark", 
    
    cast(False as BOOLEAN)
 as "points_may_group", cast(null as BOOLEAN) as "proves_point", cast(null as BOOLEAN) as "proves_comma", cast(null as BIGINT) as "point_line_number", cast(null as BIGINT) as "comma_line_number", cast(null as HUGEINT) as "ambiguous_lines"
union all
select 
    
    cast('d.csv' as character varying)
 as "source_file", 
    
    cast('amount' as character varying)
 as "column_name", 
    
    cast(null as character varying(256))
 as "decimal_mark", 
    
    cast(False as BOOLEAN)
 as "points_may_group", cast(null as BOOLEAN) as "proves_point", cast(null as BOOLEAN) as "proves_comma", cast(null as BIGINT) as "point_line_number", cast(null as BIGINT) as "comma_line_number", cast(null as HUGEINT) as "ambiguous_lines"