
-- Fixture for number_texts
select 
    
    cast('1,000' as character varying)
 as "cell_text", 
    
    cast('either' as character varying)
 as "shape", 
    
    cast('' as character varying)
 as "currency_sign", 
    
    cast(1000 as DECIMAL(18,4))
 as "number_with_points", 
    
    cast(1 as DECIMAL(18,4))
 as "number_with_commas"
union all
select 
    
    cast('1.000' as character varying)
 as "cell_text", 
    
    cast('either' as character varying)
 as "shape", 
    
    cast('' as character varying)
 as "currency_sign", 
    
    cast(1 as DECIMAL(18,4))
 as "number_with_points", 
    
    cast(1000 as DECIMAL(18,4))
 as "number_with_commas"
union all
select 
    
    cast('£1' as character varying)
 as "cell_text", 
    
    cast('plain' as character varying)
 as "shape", 
    
    cast('£' as character varying)
 as "currency_sign", 
    
    cast(1 as DECIMAL(18,4))
 as "number_with_points", 
    
    cast(1 as DECIMAL(18,4))
 as "number_with_commas"